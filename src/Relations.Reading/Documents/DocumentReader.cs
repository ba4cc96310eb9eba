namespace Relations.Reading.Documents;

/// <summary>
/// Turns a document into plain text: text in any usual encoding, HTML, PDF with a text layer, DOCX and e-mail. What it is, its content tells,
/// not its name. Bounded in bytes, in what it unpacks to and in text; nothing outside the document is ever fetched.
/// </summary>
public static class DocumentReader
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Reads a document, and gives up when the token is cancelled: with <see cref="DocumentProblem.TookTooLong"/>.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="fileName">Its name, where it has one: it decides only between text and e-mail.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<DocumentReading> ReadAsync(ReadOnlyMemory<byte> bytes, string? fileName, CancellationToken cancellation)
    {
        // A parser that does not look at the token is left behind; its bounds end it.
        try
        {
            return await Task.Run(() => Read(bytes, fileName, cancellation), cancellation).WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return new DocumentRefusal(DocumentProblem.TookTooLong);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="fileName">Its name, where it has one: it decides only between text and e-mail.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The text, or why there is none; never an exception, whatever the bytes.</returns>
    public static DocumentReading Read(ReadOnlyMemory<byte> bytes, string? fileName = null, CancellationToken cancellation = default)
    {
        if (bytes.Length > MostBytes)
            return new DocumentRefusal(DocumentProblem.TooLarge);
        if (bytes.IsEmpty)
            return new DocumentRefusal(DocumentProblem.Empty);
        try
        {
            var form = DocumentForms.Of(bytes.Span, fileName);
            var text = form switch
            {
                null => throw new DocumentException(DocumentForms.IsEncryptedOffice(bytes.Span) ? DocumentProblem.Encrypted : DocumentProblem.UnknownForm),
                DocumentForm.Pdf => PdfText.Read(bytes, cancellation),
                DocumentForm.Docx => DocxText.Read(bytes, cancellation),
                DocumentForm.Email => EmailText.Read(bytes, cancellation),
                DocumentForm.Html => HtmlText.Read(TextDecoding.OfHtml(bytes.Span), cancellation),
                _ => PlainText.Finished(TextDecoding.OfText(bytes.Span)),
            };
            return string.IsNullOrWhiteSpace(text) ? new DocumentRefusal(Nothing(form.Value)) : new DocumentText(form.Value, text);
        }
        catch (DocumentException refused)
        {
            return new DocumentRefusal(refused.Problem);
        }
        catch (OperationCanceledException)
        {
            return new DocumentRefusal(DocumentProblem.TookTooLong);
        }
#pragma warning disable CA1031 // The parsers of hostile bytes throw whatever their depths throw; each means the same to a person.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new DocumentRefusal(DocumentProblem.Damaged);
        }
    }

    private static DocumentProblem Nothing(DocumentForm form) => form == DocumentForm.Pdf ? DocumentProblem.NoTextLayer : DocumentProblem.Empty;
}
