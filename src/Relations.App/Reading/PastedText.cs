using System.Security.Cryptography;
using System.Text;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Relations.Reading.Documents;
using static Relations.App.Pages.Texts;

namespace Relations.App.Reading;

/// <summary>Reads what somebody hands in to be read: a text that they paste, or a file. What cannot be read is said at its field.</summary>
public static class PastedText
{
    /// <summary>The files that are read, as a file field names them.</summary>
    public const string Accepted = ".txt,.html,.htm,.pdf,.docx,.eml";

    /// <summary>The most bytes of a file: what a request may hold, with some room for the rest of it.</summary>
    public const int MostBytes = 7_000_000;

    /// <summary>The same in megabytes.</summary>
    public const int MostMegabytes = MostBytes / 1_000_000;

    /// <summary>The longest name of a file that is kept.</summary>
    private const int MostOfName = 200;

    /// <summary>How long a file may take: whoever hands it in waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Reads it.</summary>
    /// <param name="typed">What was pasted.</param>
    /// <param name="file">The file; null where none was chosen.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The document; else the field at fault and what is wrong.</returns>
    public static async Task<(NewDraft? Document, string Field, string? Mistake)> ReadAsync(string typed, IFormFile? file, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (file is not { Length: > 0 })
        {
            return string.IsNullOrWhiteSpace(typed) ? (null, "text", Say("Reading.Nothing"))
                : typed.Length > Limits.SourceText ? (null, "text", InWords(DocumentProblem.TooLong))
                : (new(typed, Sha256(Encoding.UTF8.GetBytes(typed))), "text", null);
        }

        if (!string.IsNullOrWhiteSpace(typed))
            return (null, "file", Say("Reading.OneOfBoth"));
        await using var stream = file.OpenReadStream();
        if (await stream.ReadAtMostAsync(MostBytes, cancellation) is not { } bytes)
            return (null, "file", InWords(DocumentProblem.TooLarge));
        var (document, problem) = await OfAsync(bytes, file.FileName, cancellation);
        return (document, "file", problem is { } p ? InWords(p) : null);
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The document, or why there is none.</returns>
    public static async Task<(NewDraft? Document, DocumentProblem? Problem)> OfAsync(byte[] bytes, string name, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var file = Path.GetFileName(name);
        return await DocumentReader.ReadAsync(bytes, file, patience.Token) switch
        {
            DocumentText { Text.Length: <= Limits.SourceText } read => (new(read.Text, Sha256(bytes), file.Length > MostOfName ? file[..MostOfName] : file), null),
            DocumentRefusal refusal => (null, refusal.Problem),
            _ => (null, DocumentProblem.TooLong),
        };
    }

    /// <summary>Why a document gives no text.</summary>
    /// <param name="problem">The reason.</param>
    public static string InWords(DocumentProblem problem) => problem switch
    {
        DocumentProblem.Empty => Say("Reading.NoText"),
        DocumentProblem.TooLarge => Say("Reading.TooLarge", MostMegabytes),
        DocumentProblem.TooLong => Say("Reading.TooLong", Limits.SourceText),
        DocumentProblem.UnknownForm => Say("Reading.UnknownForm"),
        DocumentProblem.Encrypted => Say("Reading.Encrypted"),
        DocumentProblem.NoTextLayer => Say("Reading.NoTextLayer"),
        DocumentProblem.UnpacksTooFar => Say("Reading.UnpacksTooFar"),
        DocumentProblem.TookTooLong => Say("Reading.TookTooLong"),
        _ => Say("Reading.Damaged"),
    };

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
