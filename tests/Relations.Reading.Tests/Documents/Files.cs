using System.IO.Compression;
using System.Text;
using MimeKit;

namespace Relations.Reading.Tests.Documents;

/// <summary>Makes documents as programs write them.</summary>
internal static class Files
{
    /// <summary>A PDF of pages with lines, 16 points apart; an empty line leaves a gap.</summary>
    public static byte[] Pdf(params string[][] pages) => PdfOf([.. pages.Select(page => (Content(page), ""))]);

    /// <summary>A PDF whose page is packed.</summary>
    public static byte[] PackedPdf(byte[] content) => PdfOf([(Packed(content), "/Filter /FlateDecode ")]);

    /// <summary>A PDF of pages with the bytes that draw them.</summary>
    public static byte[] PdfOf(IReadOnlyList<(byte[] Content, string Filter)> pages, string trailer = "")
    {
        using var file = new MemoryStream();
        List<long> offsets = [];
        Write("%PDF-1.4\n");
        var kids = string.Join(' ', pages.Select((_, n) => $"{4 + n * 2} 0 R"));
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        foreach (var (content, filter) in pages)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {offsets.Count + 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n<< {filter}/Length {content.Length} >>\nstream\n");
            file.Write(content);
            Write("\nendstream\nendobj\n");
        }

        var start = file.Length;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n" + string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n")));
        Write($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Object(string body)
        {
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    /// <summary>A document of a word processor, with this inside its body.</summary>
    public static byte[] Docx(string body) => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", $"<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"));

    /// <summary>A paragraph of such a document.</summary>
    public static string Paragraph(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>An archive of files.</summary>
    public static byte[] Zip(params (string Name, string Content)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open());
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>An e-mail as a program sends it.</summary>
    public static byte[] Email(string? text, string? html)
    {
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress("Ana Núñez", "ana@example.org"));
        message.To.Add(new MailboxAddress("Luis Soto", "luis@example.org"));
        message.Date = new DateTimeOffset(2016, 2, 12, 10, 31, 0, TimeSpan.FromHours(-5));
        message.Subject = "Visita a la Secretaría General";
        message.Body = new BodyBuilder { TextBody = text, HtmlBody = html }.ToMessageBody();
        using var file = new MemoryStream();
        message.WriteTo(file);
        return file.ToArray();
    }

    /// <summary>Bytes packed as PDF packs its streams.</summary>
    public static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packing.Write(content);
        return packed.ToArray();
    }

    private static byte[] Content(string[] lines)
    {
        var content = new StringBuilder("BT /F1 11 Tf 72 770 Td 16 TL\n");
        foreach (var line in lines)
            content.Append('(').Append(line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(") Tj T*\n");
        return Encoding.Latin1.GetBytes(content.Append("ET\n").ToString());
    }
}
