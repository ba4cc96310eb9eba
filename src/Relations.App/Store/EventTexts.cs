using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Relations.App.Recording;

namespace Relations.App.Store;

/// <summary>
/// Where in an event the texts are that a person wrote: every value whose type in the program is a text, however deep. Ids, dates,
/// amounts and words of a closed list have types of their own. These are the values that an erasure can mask, and the only ones.
/// </summary>
public static class EventTexts
{
    /// <summary>Where the reason of a correction stands: the one text beside an event's data.</summary>
    public const string Reason = $"/headers/{EventMetadata.ProvenanceHeader}/reason";

    /// <summary>The events' own depth is three; a type that contains itself would have no end.</summary>
    private const int Deepest = 8;

    private static readonly FrozenDictionary<string, Shape?> Shapes =
        EventTypes.All.ToFrozenDictionary(e => e.Value, e => ShapeOf(e.Key, 0));

    private static readonly FrozenDictionary<string, string[]> Patterns =
        Shapes.ToFrozenDictionary(s => s.Key, s => PatternsIn(s.Value, "/data").Append(Reason).ToArray());

    /// <summary>
    /// Where texts stand in events of a name: JSON pointers (RFC 6901) with <c>*</c> for the number of any item of a list. The ledger
    /// commits to what stands there and does not show it, so a change to an event's shape changes them: a test pins them.
    /// </summary>
    /// <param name="alias">The event's name in the store; of one that nobody knows, it is the reason alone.</param>
    public static IReadOnlyList<string> PatternsOf(string alias) => Patterns.GetValueOrDefault(alias) ?? [Reason];

    /// <summary>The JSON pointers (RFC 6901) of the texts in an event, in the order in which they stand there.</summary>
    /// <param name="alias">The event's name in the store.</param>
    /// <param name="data">Its data.</param>
    /// <param name="headers">What stands beside them.</param>
    public static IReadOnlyList<string> Of(string alias, JsonElement data, JsonElement headers)
    {
        List<string> found = [];
        if (Shapes.GetValueOrDefault(alias) is { } shape)
            Collect(data, shape, "/data", found);
        if (headers.ValueKind == JsonValueKind.Object && headers.TryGetProperty(EventMetadata.ProvenanceHeader, out var provenance)
            && provenance.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String)
        {
            found.Add(Reason);
        }

        return found;
    }

    private static IEnumerable<string> PatternsIn(Shape? shape, string pointer) => shape switch
    {
        Shape.Text => [pointer],
        Shape.Many(var item) => PatternsIn(item, $"{pointer}/*"),
        Shape.Fields(var fields) => fields.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => PatternsIn(f.Value, $"{pointer}/{f.Key}")),
        _ => [],
    };

    private static void Collect(JsonElement value, Shape shape, string pointer, List<string> found)
    {
        switch (shape, value.ValueKind)
        {
            case (Shape.Text, JsonValueKind.String):
                found.Add(pointer);
                break;
            case (Shape.Many(var item), JsonValueKind.Array):
                var index = 0;
                foreach (var element in value.EnumerateArray())
                    Collect(element, item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}"), found);
                break;
            case (Shape.Fields(var fields), JsonValueKind.Object):
                foreach (var property in value.EnumerateObject())
                {
                    if (fields.TryGetValue(property.Name, out var field))
                        Collect(property.Value, field, $"{pointer}/{property.Name}", found);
                }

                break;
        }
    }

    /// <summary>How the texts lie in a type; null where it has none.</summary>
    private static Shape? ShapeOf(Type type, int depth)
    {
        if (type == typeof(string))
            return new Shape.Text();
        var contract = RecordJson.Stored.GetTypeInfo(type);
        if (depth > Deepest)
            throw new InvalidOperationException($"{type.Name} contains itself, or is deeper than any event.");
        return contract.Kind switch
        {
            JsonTypeInfoKind.Enumerable when ShapeOf(contract.ElementType!, depth + 1) is { } item => new Shape.Many(item),
            JsonTypeInfoKind.Object => FieldsOf(contract, depth),
            JsonTypeInfoKind.Dictionary => throw new InvalidOperationException($"{type.Name} has keys that are texts; no event has such."),
            _ => null,
        };
    }

    private static Shape.Fields? FieldsOf(JsonTypeInfo contract, int depth)
    {
        var fields = contract.Properties
            .Select(p => (p.Name, Shape: ShapeOf(p.PropertyType, depth + 1)))
            .Where(p => p.Shape is not null)
            .ToFrozenDictionary(p => p.Name, p => p.Shape!);
        return fields.Count == 0 ? null : new Shape.Fields(fields);
    }

    private abstract record Shape
    {
        internal sealed record Text : Shape;

        internal sealed record Many(Shape Item) : Shape;

        internal sealed record Fields(FrozenDictionary<string, Shape> ByName) : Shape;
    }
}
