using System.Text.Json;
using System.Text.Json.Nodes;
using Relations.Domain.Time;

namespace Relations.Reading.Score;

/// <summary>A text of the corpus with the facts that a careful archivist finds in it.</summary>
/// <param name="Name">Its name, as of its file.</param>
/// <param name="Text">The text.</param>
/// <param name="Context">What is known beside it.</param>
/// <param name="Facts">What is expected.</param>
internal sealed record CorpusText(string Name, string Text, ReadingContext Context, IReadOnlyList<ExpectedFact> Facts)
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The texts of a folder and those under it, in the order of their names: each <c>.txt</c> with the <c>.json</c> beside it.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<CorpusText> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => Load(f, Path.ChangeExtension(f, ".json")))];

    /// <summary>A text with what is expected of it.</summary>
    /// <param name="text">The file of the text.</param>
    /// <param name="expectation">The file of what is expected.</param>
    public static CorpusText Load(string text, string expectation) =>
        Parse(Path.GetFileNameWithoutExtension(expectation), File.ReadAllText(text), File.ReadAllText(expectation));

    /// <summary>A text with what is expected of it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="expectation">What is expected, in JSON.</param>
    /// <exception cref="FormatException">The expectation is not one; the message says where.</exception>
    public static CorpusText Parse(string name, string text, string expectation)
    {
        try
        {
            var root = JsonNode.Parse(expectation, null, Lenient)!.AsObject();
            var facts = root["facts"]!.AsArray().Select(f => ExpectedFact.Parse(text, f!.AsObject())).ToList();
            RefuseUnknownIds(facts);
            return new(name, text, ContextOf(root["context"]), facts);
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }

    private static ReadingContext ContextOf(JsonNode? node) => new(
        [],
        node?["publishedOn"] is { } published ? EdtfDate.Parse((string)published!) : null,
        node?["receivedOn"] is { } received ? DateOnly.Parse((string)received!, System.Globalization.CultureInfo.InvariantCulture) : null);

    /// <summary>An expectation that points at nothing could never be met.</summary>
    private static void RefuseUnknownIds(List<ExpectedFact> facts)
    {
        var known = facts.Where(f => f.Id is not null).Select(f => f.Id!).ToHashSet(StringComparer.Ordinal);
        var unknown = facts.SelectMany(f => f.Ids).FirstOrDefault(id => !known.Contains(id));
        if (unknown is not null)
            throw new FormatException($"no fact has the id “{unknown}”");
    }
}
