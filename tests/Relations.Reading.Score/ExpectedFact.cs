using System.Text.Json.Nodes;

namespace Relations.Reading.Score;

/// <summary>A fact that a text is expected to be read to tell.</summary>
/// <param name="Kind">Its kind, as <see cref="Fact"/> names it in JSON.</param>
/// <param name="Id">Its name, by which other expected facts point at it.</param>
/// <param name="Optional">Whether a careful person could leave it out: it then counts neither way.</param>
/// <param name="At">Where it is written; empty where it may be shown anywhere.</param>
/// <param name="Fields">Its decisive fields. What is not given is expected to be null.</param>
/// <param name="Names">What an organisation or a person may be called.</param>
internal sealed record ExpectedFact(
    string Kind, string? Id, bool Optional, IReadOnlyList<Passage> At, JsonObject Fields, IReadOnlyList<string> Names)
{
    private static readonly string[] Own = ["fact", "id", "optional", "at", "names"];

    /// <summary>The ids of other facts that it points at.</summary>
    public IEnumerable<string> Ids => DecisiveField.Of(Kind)
        .Where(d => d.PointsAtFacts)
        .SelectMany(d => Accepted(Fields[d.Name]))
        .Where(v => v is not null)
        .SelectMany(v => Member.Parse(v!).Ids);

    /// <summary>The values that a field may have: an array in a field of one value offers several.</summary>
    /// <param name="field">The field.</param>
    public static IReadOnlyList<string?> Accepted(JsonNode? field) => field switch
    {
        null => [null],
        JsonArray many => [.. many.Select(v => v?.ToString())],
        _ => [field.ToString()],
    };

    /// <summary>Reads an expected fact.</summary>
    /// <param name="text">The text it is expected of.</param>
    /// <param name="json">The fact, in JSON.</param>
    public static ExpectedFact Parse(string text, JsonObject json)
    {
        var kind = (string)json["fact"]!;
        var decisive = DecisiveField.Of(kind);
        var fields = new JsonObject(json.Where(f => !Own.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
        if (fields.FirstOrDefault(f => decisive.All(d => d.Name != f.Key)).Key is { } idle)
            throw new FormatException($"“{idle}” of a {kind} is not compared");

        List<string> names = [.. (json["names"]?.AsArray() ?? []).Select(n => (string)n!)];
        List<Passage> at = [.. PassageText.Find(text, json["at"])];
        if (at.Count == 0)
            at = [.. names.SelectMany(n => PassageText.Everywhere(text, n))];
        if (names.Count > 0 && at.Count == 0)
            throw new FormatException($"the text does not name “{names[0]}”");
        if (decisive.FirstOrDefault(d => d.IsWordsOfPassage) is { } words && fields[words.Name] is null && at.Count > 0)
            fields[words.Name] = new JsonArray([.. at.Select(p => (JsonNode)p.In(text))]);
        return new(kind, (string?)json["id"], (bool?)json["optional"] ?? false, at, fields, names);
    }
}

/// <summary>A member of an expected set: <c>oim-peru|oim?</c> is one or the other, and may be missing.</summary>
/// <param name="Ids">The facts that it may be.</param>
/// <param name="Optional">Whether it may be missing.</param>
internal sealed record Member(IReadOnlyList<string> Ids, bool Optional)
{
    /// <summary>Reads a member.</summary>
    /// <param name="written">As written.</param>
    public static Member Parse(string written) => new(written.TrimEnd('?').Split('|'), written.EndsWith('?'));
}
