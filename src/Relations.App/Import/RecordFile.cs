using System.Text.Json;
using System.Text.RegularExpressions;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Import;

/// <summary>One command of a file, ready to be sent.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="RecordId">The record it is for: made from the import's name and the key, so the same each time.</param>
/// <param name="Command">The command.</param>
/// <param name="IdempotencyKey">What makes it recorded once however often it is sent.</param>
public sealed record ImportStep(StepPlace Place, Guid RecordId, Command Command, string IdempotencyKey);

/// <summary>
/// Records as data: a JSON file of commands in the order in which they are recorded. Each is checked, with every reference and passage
/// resolved, before the first is sent. The form is described in <c>docs/adr/0005-seeds-as-json.md</c>.
/// </summary>
/// <param name="FileName">The name of the file, without its folder.</param>
/// <param name="Import">The name of the import.</param>
/// <param name="Steps">Its commands in order.</param>
public sealed partial record RecordFile(string FileName, string Import, IReadOnlyList<ImportStep> Steps)
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 20_000_000;

    /// <summary>The most steps in a file.</summary>
    public const int MostSteps = 100_000;

    /// <summary>The most characters in the name of an import and in a key: both, with the words around them, fit an idempotency key.</summary>
    public const int NameLimit = Limits.Code;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">Where it is. The texts that it names are beside it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="RecordFileException">It cannot be read; nothing has been recorded.</exception>
    public static async Task<RecordFile> ReadAsync(string path, CancellationToken cancellation = default)
    {
        var file = Path.GetFileName(path);
        var raw = Parse(file, await BytesAsync(path, file, cancellation));
        if (!IsName(raw.Import))
            throw Fault(file, null, new Refusal(ImportRules.NameShape, "import", raw.Import, NameLimit));

        var reader = new StepReader(file, Path.GetDirectoryName(Path.GetFullPath(path))!, raw.Import);
        var steps = new List<ImportStep>(raw.Steps.Count);
        foreach (var step in raw.Steps)
            steps.Add(await reader.ReadAsync(step, cancellation));
        return new(file, raw.Import, steps);
    }

    internal static bool IsName(string text) => text.Length <= NameLimit && NamePattern().IsMatch(text);

    internal static RecordFileException Fault(string file, StepPlace? place, params IReadOnlyList<Refusal> refusals) =>
        new(new(file, place, refusals));

    private static async Task<byte[]> BytesAsync(string path, string file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await stream.ReadAtMostAsync(MostBytes, cancellation)
                ?? throw Fault(file, null, new Refusal(ImportRules.FileTooLarge, null, MostBytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(file, null, new Refusal(ImportRules.FileReadable, null, e.Message));
        }
    }

    private static RawFile Parse(string file, byte[] bytes)
    {
        try
        {
            return RawFile.Read(file, bytes);
        }
        catch (JsonException e)
        {
            throw Fault(file, new((int)(e.LineNumber ?? 0) + 1, 0, ""), new Refusal(ImportRules.FileIsJson));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
