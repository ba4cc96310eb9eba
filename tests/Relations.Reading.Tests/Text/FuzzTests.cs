using System.Text;
using System.Text.Json;
using Relations.Domain.Time;
using Relations.Reading.Documents;
using Relations.Reading.Tests.Documents;

namespace Relations.Reading.Tests.Text;

/// <summary>Whatever the text, the reader answers: the same each time, and with passages that lie in the text.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 100_000;

    internal static readonly string[] Seeds =
    [
        "Lima, 12 de febrero del 2016.- El Jefe de Misión de la OIM, señor José Iván Núñez, fue recibido por el Secretario General de la Comunidad Andina (SGCAN).",
        "“Para la OIM es grato; y así seguiremos”, señaló Núñez. A su turno, el embajador Elmer Soto destacó los «avances» hacia la libre movilidad.",
        "La OIM y la CAN suscribieron el 10 y 11 de marzo un convenio marco desde el año 1992; durante el período 2010-2015 ejecutaron dos proyectos.",
        "GENEVA, 3 March 2017 – The IOM Director General, Ambassador William Lacy, met the Minister of Foreign Affairs of Peru, Ms. Ana Ruiz, yesterday.",
        "The Parties signed a Memorandum of Understanding (MoU) by which the EU will fund a two-year project; the OAS undertook to report by 30 June 2018.",
        "From: Ana <ana@example.org>\nTo: Luis\nDate: Fri, 12 Feb 2016\nSubject: Re: Visita\n\n> El jueves 07 nos reunimos.\n- El Sr. Pérez se comprometió a enviar el informe.",
        "ACTA DE REUNIÓN N° 12-2016\n1. Asistentes:\n- Dra. Ana Núñez, Directora (BID)\n- Luis Soto, Jefe\n2. Acuerdos: la CEPAL enviará el texto antes del 5 de mayo.",
        "No se firmó ningún acuerdo. La reunión prevista para el próximo lunes fue cancelada; se espera renovar el convenio a fines de año.",
    ];

    private static readonly string[] Pieces =
    [
        " ", "\n", "\r\n", "\n\n", ".", ".-", ",", ";", ":", "“", "”", "\"", "«", "»", "(", ")", "-", "–", "—", "•", "> ", "'", "’", "/", "°", "%", "$",
        "de", "del", "el", "la", "y", "en", "the", "of", "and", "2016", "12", "31", "99", "0", "1992", "9999", "0000", "febrero", "February", "jueves", "próximo", "ayer", "hace", "dos mil", "años",
        "Sr.", "Dr.", "Secretario General", "OIM", "CAN", "Perú", "firmó", "signed", "no", "not", "convenio", "project", "reunión", "se comprometió a", "en su calidad de", "respectively",
        "\u0301", "\u00AD", "\u200B", "\u00A0", "\uD83D\uDE00", "\uD800", "\uDC00", "\0", "\uFFFF", "ß", "İ", "ı", "漢字", "ﷺ", "١٢", "½", "²", "ª",
    ];

    private static readonly ReadingContext[] Contexts =
    [
        ReadingContext.None,
        ReadingContext.None with { PublishedOn = EdtfDate.Parse("2016-02-13") },
        ReadingContext.None with { ReceivedOn = new DateOnly(9999, 12, 31) },
        ReadingContext.None with { PublishedOn = EdtfDate.Parse("0001-01-01"), ReceivedOn = new DateOnly(1, 1, 1) },
    ];

    [Fact]
    public void no_text_of_a_hundred_thousand_breaks_the_reader()
    {
        Parallel.For(0, Inputs, n =>
        {
            var text = Mutated(n);
            var context = Contexts[n % Contexts.Length];
            try
            {
                var reading = CommuniqueReader.Read(text, context);
                Check(reading, text);
                if (n % 50 == 0)
                    Assert.Equal(Json(reading), Json(CommuniqueReader.Read(text, context)));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Input {n}: {JsonSerializer.Serialize(text)}", e);
            }
        });
    }

    [Theory]
    [InlineData("“")]
    [InlineData("“\n\nPara la OIM y así seguiremos”,")]
    [InlineData("The meeting «")]
    [InlineData("\u00AD")]
    [InlineData("The OAS undertook to")]
    [InlineData("12 de")]
    [InlineData("hace")]
    public void what_once_broke_the_reader_breaks_it_no_more(string text) => Check(CommuniqueReader.Read(text, ReadingContext.None), text);

    [Fact]
    public void no_document_breaks_the_reader()
    {
        byte[][] documents =
        [
            Files.Pdf(["Lima, 12 de febrero del 2016.-", "El Jefe fue recibido."], ["Fin."]),
            Files.PackedPdf("BT /F1 11 Tf 72 770 Td (Hola) Tj ET"u8.ToArray()),
            Files.Docx(Files.Paragraph("El Jefe fue recibido.") + "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
            Files.Email("El Jefe fue recibido.", "<p>El Jefe</p>"),
            "<!DOCTYPE html><html><body><main><p>El Jefe <b>fue</b> recibido.</p><ul><li>Uno</ul></main></body></html>"u8.ToArray(),
            Encoding.Unicode.GetBytes(Seeds[0]),
        ];
        Parallel.For(0, 4_000, n =>
        {
            var random = new Random(n);
            var bytes = Mutated(documents[n % documents.Length], random);
            var reading = DocumentReader.Read(bytes, n % 2 == 0 ? "a.eml" : null);
            if (reading is DocumentText text)
                Check(CommuniqueReader.Read(text.Text, ReadingContext.None), text.Text);
        });
    }

    private static void Check(TextReading reading, string text)
    {
        Assert.Equal(text, reading.Text);
        var passages = reading.Facts.SelectMany(f => f.Evidence.Select(e => e.Passage).Concat(f.Alternatives.Select(a => a.Passage).OfType<Passage>()))
            .Concat(reading.Notes.Select(n => n.Passage));
        foreach (var passage in passages)
        {
            if (passage.Offset < 0 || passage.Length < 1 || passage.End > text.Length)
                Assert.Fail($"{passage} in {text.Length}");
        }

        if (reading.Facts.Any(f => f.Evidence.Count == 0 || f.Confidence.Value is not (>= 0 and <= 1)) || reading.Facts.DistinctBy(f => f.Key).Count() != reading.Facts.Count)
            Assert.Fail("A fact has no passage, no confidence or another's key.");
    }

    private static string Json(TextReading reading) => JsonSerializer.Serialize(reading);

    private static string Mutated(int seed)
    {
        var random = new Random(seed);
        var whole = Seeds[random.Next(Seeds.Length)];
        var start = random.Next(whole.Length / 2);

        // Mostly a piece of a text: errors are found as well, and sooner.
        var text = new StringBuilder(random.Next(4) == 0 ? whole : whole.Substring(start, Math.Min(random.Next(20, 90), whole.Length - start)));
        if (random.Next(12) == 0)
            text.Append(random.Next(2) == 0 ? "\n\n" : " ").Append(Seeds[random.Next(Seeds.Length)]);
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 30), text.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 2:
                    text.Insert(at, (char)random.Next(char.MaxValue + 1));
                    break;
                case 3:
                    text.Length = at;
                    break;
                default:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static byte[] Mutated(byte[] document, Random random)
    {
        List<byte> bytes = [.. document];
        for (var n = random.Next(1, 10); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(40), bytes.Count - at)));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at - 1));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
