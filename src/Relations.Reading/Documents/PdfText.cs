using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Relations.Reading.Documents;

/// <summary>The text layer of a PDF, its lines put together to paragraphs.</summary>
internal static class PdfText
{
    private const int MostPages = 1_000;
    private const int MostNesting = 64;
    private const long MostUnpacked = 128L * 1024 * 1024;

    /// <summary>The text of a document.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static string Read(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            using var document = PdfDocument.Open(bytes.ToArray(), new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = MostNesting,
                FilterProvider = new PdfFilters(MostUnpacked),
            });
            if (document.NumberOfPages > MostPages)
                throw new DocumentException(DocumentProblem.TooLong);
            return Text(document, cancellation);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new DocumentException(DocumentProblem.Encrypted);
        }
    }

    private static string Text(PdfDocument document, CancellationToken cancellation)
    {
        var text = new PdfParagraphs();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            text.AddPage(PdfLines.Of(document.GetPage(number).Letters, cancellation));
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }
}
