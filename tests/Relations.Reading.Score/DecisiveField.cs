using System.Text.Json.Nodes;

namespace Relations.Reading.Score;

/// <summary>
/// A field that decides whether a proposed fact is the expected one. A person who reviews the reading would have to change it; what is
/// not decisive, such as the role of a participant, is not scored.
/// </summary>
/// <param name="Name">The field, by its name in JSON.</param>
/// <param name="Agree">Whether an expected and a proposed value agree.</param>
/// <param name="PointsAtFacts">Whether it holds keys of other facts.</param>
/// <param name="IsWordsOfPassage">Whether its words are those of the passage where the expectation gives no others.</param>
internal sealed record DecisiveField(
    string Name, Func<JsonNode?, JsonNode?, Identities, bool> Agree, bool PointsAtFacts = false, bool IsWordsOfPassage = false)
{
    private static readonly Dictionary<string, IReadOnlyList<DecisiveField>> ByKind = new(StringComparer.Ordinal)
    {
        ["source"] = [Value("kind"), Value("language"), Value("date"), Text("title", 0.6)],
        ["organisation"] = [Value("kind")],
        ["placement"] = [Key("organisation"), Value("relation"), Key("parent")],
        ["person"] = [],
        ["appointment"] = [Key("person"), Key("organisation"), Text("post", 0.6), Value("acting"), Value("former"), Value("from")],
        ["partnership"] = [Set("parties", 1)],
        ["meeting"] = [Value("status"), Value("on"), Text("city", 1), Set("organisations", 0.5)],
        ["participant"] = [Key("meeting"), Key("person"), Key("onBehalfOf")],
        ["topic"] = [Key("meeting"), Words("topic", 0.6)],
        ["statement"] = [Key("speaker"), Key("organisation"), Words("text", 0.8)],
        ["outcome"] = [Key("meeting"), Words("text", 0.5)],
        ["agreement"] = [Value("type"), Set("parties", 1), Value("status"), Value("since"), new("conditions", Conditions)],
        ["agreement-act"] = [Key("agreement"), Value("act"), Value("on"), Value("until")],
        ["project"] = [Text("title", 0.6), Value("period"), Value("of"), Set("participants", 0.5)],
        ["commitment"] = [Key("owedBy"), Value("due"), Words("what", 0.5)],
    };

    /// <summary>The kinds of facts, in the order in which they are shown.</summary>
    public static IReadOnlyCollection<string> Kinds => ByKind.Keys;

    /// <summary>The decisive fields of a kind of fact.</summary>
    /// <param name="kind">The kind, as <see cref="Fact"/> names it in JSON.</param>
    public static IReadOnlyList<DecisiveField> Of(string kind) =>
        ByKind.TryGetValue(kind, out var fields) ? fields : throw new FormatException($"“{kind}” is not a kind of fact");

    private static DecisiveField Value(string name) =>
        new(name, (expected, proposed, _) => ExpectedFact.Accepted(expected).Any(e => (e ?? "false") == (proposed?.ToString() ?? "false")));

    private static DecisiveField Key(string name) =>
        new(name, (expected, proposed, ids) => ExpectedFact.Accepted(expected).Any(e => ids.IsOneOf(e, proposed?.ToString())), PointsAtFacts: true);

    private static DecisiveField Text(string name, double least) => new(name, (e, p, _) => SameWords(e, p, least));

    private static DecisiveField Words(string name, double least) => Text(name, least) with { IsWordsOfPassage = true };

    private static bool SameWords(JsonNode? expected, JsonNode? proposed, double least) => ExpectedFact.Accepted(expected).Any(e =>
        e is null || proposed is null ? e == proposed?.ToString() : PassageText.Overlap(e, proposed.ToString()) >= least);

    /// <summary>A set of facts: all of them for 1, half of the larger set for 0.5.</summary>
    private static DecisiveField Set(string name, double least) => new(
        name,
        (expected, proposed, ids) =>
        {
            var members = (expected?.AsArray() ?? []).Select(m => Member.Parse((string)m!)).ToList();
            var keys = (proposed?.AsArray() ?? []).Select(KeyIn).Distinct(StringComparer.Ordinal).ToList();
            var due = members.Where(m => !m.Optional).ToList();
            var met = due.Count(m => keys.Exists(k => ids.IsAny(m, k)));
            var strange = keys.Count(k => !members.Exists(m => ids.IsAny(m, k)));
            return met >= due.Count * least && strange <= due.Count * (1 - least);
        },
        PointsAtFacts: true);

    private static string KeyIn(JsonNode? member) => (member is JsonObject part ? part["organisation"] : member)!.ToString();

    /// <summary>What the expectation says of the conditions must be so, and where it says nothing, nothing may be known.</summary>
    private static bool Conditions(JsonNode? expected, JsonNode? proposed, Identities ids)
    {
        var said = expected as JsonObject ?? new JsonObject();
        return (proposed as JsonObject ?? []).All(f => f.Value is null or JsonObject || said[f.Key] is not null || f.Value.ToString() == "Unknown")
            && TermOf(said) == TermOf(proposed)
            && said.Where(f => f.Key != "term").All(f => f.Value!.ToString() == proposed?[f.Key]?.ToString());

        static (string? Kind, string? Until, string? Months) TermOf(JsonNode? conditions) => conditions?["term"] is { } term
            ? (term["kind"]?.ToString(), term["until"]?.ToString(), term["months"]?.ToString())
            : ("Unknown", null, null);
    }
}
