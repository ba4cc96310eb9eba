using System.Text.Json;

namespace Relations.App.Ledger.Checks;

/// <summary>Where two JSON values say something different.</summary>
/// <param name="Pointer">The place, as a JSON pointer (RFC 6901); empty for the whole.</param>
/// <param name="Expected">What is expected there; null where nothing is.</param>
/// <param name="Found">What is there; null where nothing is.</param>
internal sealed record JsonDifference(string Pointer, string? Expected, string? Found)
{
    /// <summary>The first difference in the order of the expected value; null where both say the same, in whatever order and notation.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="found">What is there.</param>
    public static JsonDifference? First(JsonElement expected, JsonElement found) => First("", expected, found);

    private static JsonDifference? First(string pointer, JsonElement expected, JsonElement found) => (expected.ValueKind, found.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => InObject(pointer, expected, found),
        (JsonValueKind.Array, JsonValueKind.Array) => InArray(pointer, expected, found),
        _ => JsonElement.DeepEquals(expected, found) ? null : new(pointer, expected.GetRawText(), found.GetRawText()),
    };

    private static JsonDifference? InObject(string pointer, JsonElement expected, JsonElement found)
    {
        foreach (var property in expected.EnumerateObject())
        {
            var place = $"{pointer}/{Escaped(property.Name)}";
            var difference = found.TryGetProperty(property.Name, out var there)
                ? First(place, property.Value, there)
                : new(place, property.Value.GetRawText(), null);
            if (difference is not null)
                return difference;
        }

        foreach (var property in found.EnumerateObject())
        {
            if (!expected.TryGetProperty(property.Name, out _))
                return new($"{pointer}/{Escaped(property.Name)}", null, property.Value.GetRawText());
        }

        return null;
    }

    private static JsonDifference? InArray(string pointer, JsonElement expected, JsonElement found)
    {
        var (wanted, there) = (expected.GetArrayLength(), found.GetArrayLength());
        for (var i = 0; i < Math.Min(wanted, there); i++)
        {
            if (First($"{pointer}/{i}", expected[i], found[i]) is { } difference)
                return difference;
        }

        return wanted == there
            ? null
            : new($"{pointer}/{Math.Min(wanted, there)}", wanted > there ? expected[there].GetRawText() : null, there > wanted ? found[wanted].GetRawText() : null);
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
