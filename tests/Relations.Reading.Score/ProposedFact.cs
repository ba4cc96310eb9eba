using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relations.Reading.Score;

/// <summary>A fact that the reader proposes, with its fields as they stand in JSON.</summary>
internal sealed class ProposedFact
{
    /// <summary>Letters with diacritics as they are.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _json;

    /// <summary>Looks at a fact.</summary>
    /// <param name="fact">The fact.</param>
    public ProposedFact(Fact fact)
    {
        Fact = fact;
        _json = JsonSerializer.SerializeToNode(fact, JsonSerializerOptions.Web)!.AsObject();
    }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>Its kind.</summary>
    public string Kind => (string)_json["fact"]!;

    /// <summary>Its decisive fields, for people to read.</summary>
    public string Fields => new JsonObject(DecisiveField.Of(Kind).Select(d => KeyValuePair.Create(d.Name, Field(d.Name)?.DeepClone()))).ToJsonString(Readable);

    /// <summary>One of its fields.</summary>
    /// <param name="name">The field's name in JSON.</param>
    public JsonNode? Field(string name) => _json[name];

    /// <summary>Whether one of its passages meets one of those expected; where none is expected, any will do.</summary>
    /// <param name="expected">The expected passages.</param>
    public bool IsAt(IReadOnlyList<Passage> expected) =>
        expected.Count == 0 || Fact.Evidence.Any(e => expected.Any(p => p.Meets(e.Passage)));
}
