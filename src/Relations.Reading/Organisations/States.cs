using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>The States by their adjectives and short names.</summary>
internal static class States
{
    private static readonly Lazy<FrozenDictionary<string, NamedState>> Adjectives = new(ReadAdjectives);

    private static readonly Lazy<FrozenSet<string>> ShortNames = new(() => Gazetteer.States
        .SelectMany(s => s.Organisation.Known.Names).Select(n => ReadText.Fold(n.Name)).Where(n => !n.Contains(' ', StringComparison.Ordinal))
        .ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> LongNames = new(() => Gazetteer.States
        .SelectMany(s => s.Organisation.Known.Names).Select(n => ReadText.Fold(n.Name)).Where(n => n.Contains(' ', StringComparison.Ordinal))
        .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The State that an adjective is of: “peruana”, “Peruvian”.</summary>
    /// <param name="folded">The adjective, folded.</param>
    public static NamedState? OfAdjective(string folded) => Adjectives.Value.GetValueOrDefault(folded);

    /// <summary>Whether a word is the name of a State.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsShortName(string folded) => ShortNames.Value.Contains(folded);

    /// <summary>Whether some words are the name of a State of several words.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="at">The first of them.</param>
    /// <param name="words">How many.</param>
    public static bool IsLongName(IReadOnlyList<Token> tokens, int at, int words) =>
        at >= 0 && at + words <= tokens.Count && LongNames.Value.Contains(string.Join(' ', tokens.Skip(at).Take(words).Select(t => t.Folded)));

    private static FrozenDictionary<string, NamedState> ReadAdjectives()
    {
        Dictionary<string, NamedState> adjectives = new(StringComparer.Ordinal);
        foreach (var state in Gazetteer.States)
        {
            foreach (var form in Inflected(state.Spanish).Append(state.English))
            {
                if (form is not null)
                    adjectives.TryAdd(ReadText.Fold(form), state);
            }
        }

        return adjectives.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The forms of a Spanish adjective: <c>peruano</c>, <c>francés</c>, <c>marroquí</c>, <c>belga</c>.</summary>
    private static IEnumerable<string> Inflected(string? masculine)
    {
        if (masculine is null)
            return [];
        var folded = ReadText.Fold(masculine);
        return folded[^1] switch
        {
            'o' => [folded, $"{folded[..^1]}a", $"{folded}s", $"{folded[..^1]}as"],
            'a' or 'e' => [folded, $"{folded}s"],
            'i' => [folded, $"{folded}s", $"{folded}es"],
            _ => [folded, $"{folded}a", $"{folded}es", $"{folded}as"],
        };
    }
}
