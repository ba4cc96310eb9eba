using System.Text;
using Relations.Domain.Recording;
using Relations.Reading.Documents;

namespace Relations.Reading.Tests.Documents;

public sealed class DocumentReaderTests
{
    private const string Words = "Lima, 12 de febrero del 2016.- El señor José Iván Núñez fue recibido en la sede.";

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "utf-16 big-endian", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void a_text_is_read_in_any_usual_encoding(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Words),
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Words)],
            "utf-16 without mark" => Encoding.Unicode.GetBytes(Words),
            "utf-16 big-endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)],
            _ => Western.GetBytes(Words),
        };
        Assert.Equal(new DocumentText(DocumentForm.PlainText, Words), DocumentReader.Read(bytes));
    }

    [Fact]
    public void a_text_keeps_its_lines_with_one_kind_of_end() =>
        Assert.Equal("Comunicado\n\nUno\nDos", Text("Comunicado\r\n\r\nUno\rDos"u8));

    [Fact]
    public void a_page_gives_what_it_is_about()
    {
        var page = $"""
            <!DOCTYPE html><html><head><title>Nota</title><style>p {"{"} color: red {"}"}</style></head><body>
            <nav><a href="/">Inicio</a></nav>
            <main><h1>Visita oficial</h1><p>{Words}</p><p>Habló   el&nbsp;<b>Sec</b>retario.<br>Luego salió.</p>
            <ul><li>Uno</li><li>Dos</li></ul><script>alert("no")</script>
            <table><tr><td>Ana Núñez</td><td>Directora</td></tr><tr><td>Luis Soto</td><td>Jefe</td></tr></table>
            <p>Participaron en la reunión los representantes de los Países Miembros y los de la organización.</p></main>
            <footer>Todos los derechos</footer></body></html>
            """;
        var expected = $"Visita oficial\n\n{Words}\n\nHabló el Secretario.\nLuego salió.\n\n• Uno\n• Dos\n\nAna Núñez\tDirectora\nLuis Soto\tJefe\n\n"
            + "Participaron en la reunión los representantes de los Países Miembros y los de la organización.";
        Assert.Equal(new DocumentText(DocumentForm.Html, expected), DocumentReader.Read(Encoding.UTF8.GetBytes(page)));
    }

    [Fact]
    public void a_page_may_name_its_encoding() =>
        Assert.Equal("Núñez fue recibido.", Text(Western.GetBytes("<html><head><meta charset=\"iso-8859-1\"></head><body><p>Núñez fue recibido.</p></body></html>")));

    [Fact]
    public void the_lines_of_a_pdf_become_paragraphs()
    {
        var pdf = Files.Pdf(
            ["Visita oficial", "", "Lima, 12 de febrero del 2016.- El señor José Núñez, Jefe de Misión, fue reci-", "bido en la sede de la Secretaría General de la Comunidad Andina por el Secretario", "",
                "El Secretario General destacó los avances hacia la libre movilidad de personas y", "1"],
            ["la integración de los Países Miembros.", "", "2"]);
        Assert.Equal(
            "Visita oficial\n\nLima, 12 de febrero del 2016.- El señor José Núñez, Jefe de Misión, fue recibido en la sede de la Secretaría General de la Comunidad Andina por el Secretario\n\n"
            + "El Secretario General destacó los avances hacia la libre movilidad de personas y la integración de los Países Miembros.",
            Assert.IsType<DocumentText>(DocumentReader.Read(pdf)).Text);
    }

    [Fact]
    public void a_document_of_a_word_processor_gives_paragraphs_lists_and_tables()
    {
        var docx = Files.Docx(
            Files.Paragraph("Comunicado") + "<w:p><w:r><w:t xml:space=\"preserve\">El </w:t></w:r><w:del><w:r><w:delText>viejo</w:delText></w:r></w:del><w:r><w:t>Secretario</w:t></w:r>"
            + "<w:r><w:tab/><w:t>habló.</w:t><w:br/><w:t>Luego salió.</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Uno</w:t></w:r></w:p>"
            + $"<w:tbl><w:tr><w:tc>{Files.Paragraph("Ana Núñez")}</w:tc><w:tc>{Files.Paragraph("Directora")}{Files.Paragraph("OIM")}</w:tc></w:tr></w:tbl>" + Files.Paragraph("Fin."));
        Assert.Equal(
            new DocumentText(DocumentForm.Docx, "Comunicado\n\nEl Secretario habló.\nLuego salió.\n\n• Uno\n\nAna Núñez\tDirectora OIM\n\nFin."), DocumentReader.Read(docx));
    }

    [Theory]
    [InlineData("El Jefe fue recibido ayer.", null)]
    [InlineData(null, "<html><body><p>El Jefe fue recibido ayer.</p></body></html>")]
    public void an_email_gives_its_headers_and_its_body(string? text, string? html) => Assert.Equal(
        new DocumentText(
            DocumentForm.Email,
            "From: \"Ana Núñez\" <ana@example.org>\nTo: \"Luis Soto\" <luis@example.org>\nDate: 2016-02-12 10:31 -05:00\nSubject: Visita a la Secretaría General\n\nEl Jefe fue recibido ayer."),
        DocumentReader.Read(Files.Email(text, html)) is DocumentText read ? read with { Text = read.Text.TrimEnd() } : null);

    [Fact]
    public void an_email_that_was_pasted_into_a_text_stays_one()
    {
        const string pasted = "From: Ana\nDate: 12 Feb 2016\n\nHola.";
        Assert.Equal(new DocumentText(DocumentForm.PlainText, pasted), DocumentReader.Read(Encoding.UTF8.GetBytes(pasted), "note.txt"));
    }

    [Theory]
    [InlineData("nothing", DocumentProblem.Empty)]
    [InlineData("spaces", DocumentProblem.Empty)]
    [InlineData("11 MB", DocumentProblem.TooLarge)]
    [InlineData("a million words", DocumentProblem.TooLong)]
    [InlineData("a picture", DocumentProblem.UnknownForm)]
    [InlineData("a program", DocumentProblem.UnknownForm)]
    [InlineData("an archive of something else", DocumentProblem.UnknownForm)]
    [InlineData("rich text", DocumentProblem.UnknownForm)]
    [InlineData("an Office document under a password", DocumentProblem.Encrypted)]
    [InlineData("a broken archive", DocumentProblem.Damaged)]
    [InlineData("a broken document", DocumentProblem.Damaged)]
    [InlineData("an outside entity", DocumentProblem.Damaged)]
    [InlineData("a zip bomb", DocumentProblem.UnpacksTooFar)]
    [InlineData("a zip of too many files", DocumentProblem.UnpacksTooFar)]
    [InlineData("a truncated PDF", DocumentProblem.Damaged)]
    [InlineData("the name of a PDF alone", DocumentProblem.Damaged)]
    [InlineData("a PDF of pictures", DocumentProblem.NoTextLayer)]
    [InlineData("a PDF bomb", DocumentProblem.UnpacksTooFar)]
    [InlineData("a PDF bomb in a bomb", DocumentProblem.UnpacksTooFar)]
    [InlineData("a page nested without end", DocumentProblem.Damaged)]
    [InlineData("a tag without end", DocumentProblem.Damaged)]
    public void what_cannot_be_read_is_refused_with_its_reason(string what, DocumentProblem problem) =>
        Assert.Equal(new DocumentRefusal(problem), DocumentReader.Read(Refused(what)));

    [Fact]
    public void nested_objects_in_a_pdf_do_not_exhaust_the_stack()
    {
        var nested = Encoding.Latin1.GetBytes(new string('[', 200_000) + string.Concat(Enumerable.Repeat("<<", 100_000)));
        Assert.IsAssignableFrom<DocumentReading>(DocumentReader.Read(Files.PdfOf([(nested, "")])));
        Assert.IsAssignableFrom<DocumentReading>(DocumentReader.Read(Files.PdfOf([], trailer: "/X " + Encoding.Latin1.GetString(nested))));
    }

    [Fact]
    public void a_text_of_100_000_words_is_read()
    {
        var text = string.Concat(Enumerable.Repeat("reunión ", 100_000)).Trim();
        Assert.Equal(text, Text(Encoding.UTF8.GetBytes(text)));
        Assert.True(text.Length < Limits.SourceText);
    }

    [Fact]
    public async Task a_reading_that_is_called_off_says_that_it_took_too_long()
    {
        using var off = new CancellationTokenSource();
        await off.CancelAsync();
        Assert.Equal(new DocumentRefusal(DocumentProblem.TookTooLong), await DocumentReader.ReadAsync(Files.Pdf(["Hola"]), null, off.Token));
        Assert.Equal("Hola", Assert.IsType<DocumentText>(await DocumentReader.ReadAsync(Files.Pdf(["Hola"]), null, CancellationToken.None)).Text);
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Assert.IsType<DocumentText>(DocumentReader.Read(bytes.ToArray())).Text;

    private static byte[] Refused(string what) => what switch
    {
        "nothing" => [],
        "spaces" => " \n "u8.ToArray(),
        "11 MB" => new byte[11 * 1024 * 1024],
        "a million words" => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("palabra ", 200_000))),
        "a picture" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
        "a program" => [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0],
        "an archive of something else" => Files.Zip(("a.txt", "b")),
        "rich text" => "{\\rtf1 Hola}"u8.ToArray(),
        "an Office document under a password" => [0xD0, 0xCF, 0x11, 0xE0, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        "a broken archive" => Files.Docx(Files.Paragraph("Hola"))[..200],
        "a broken document" => Files.Docx("<w:p><w:r><w:t>Hola</w:t></w:p>"),
        "an outside entity" => Files.Zip(("word/document.xml", "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w>&e;</w>")),
        "a zip bomb" => Files.Docx(Files.Paragraph(new string(' ', 68 * 1024 * 1024))),
        "a zip of too many files" => Files.Zip([.. Enumerable.Range(0, 6_000).Select(n => ($"word/{n}", ""))]),
        "a truncated PDF" => Files.Pdf(["Hola"])[..60],
        "the name of a PDF alone" => "%PDF-1.7\n"u8.ToArray(),
        "a PDF of pictures" => Files.Pdf([]),
        "a PDF bomb" => Files.PackedPdf(new byte[140 * 1024 * 1024]),
        "a PDF bomb in a bomb" => Files.PdfOf([(Files.Packed(Files.Packed(new byte[140 * 1024 * 1024])), "/Filter [/FlateDecode /FlateDecode] ")]),
        "a page nested without end" => Encoding.UTF8.GetBytes("<html>" + string.Concat(Enumerable.Repeat("<div>", 100_000))),
        "a tag without end" => Encoding.UTF8.GetBytes("<html><p " + string.Concat(Enumerable.Range(0, 500_000).Select(n => $"a{n} "))),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
