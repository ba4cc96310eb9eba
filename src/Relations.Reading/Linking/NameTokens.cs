using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Linking;

/// <summary>The words of a name, as they are compared: folded, without titles and particles, which people write or leave out.</summary>
internal static class NameTokens
{
    /// <summary>More words than a name has; what follows is not compared.</summary>
    private const int Most = 24;

    /// <summary>Longer than a word of a name is; what follows is not compared.</summary>
    private const int Longest = 32;

    private static readonly FrozenSet<string> LeftOut = FrozenSet.ToFrozenSet(
    [
        "de", "del", "la", "las", "los", "el", "y", "e", "en", "para", "da", "do", "dos", "das", "von", "van", "der", "den", "di", "al", "the", "of", "for", "and", "in", "to",
        "sr", "sra", "srta", "dr", "dra", "emb", "lic", "licda", "ing", "arq", "mr", "mrs", "ms", "prof", "hon", "don", "dona",
    ], StringComparer.Ordinal);

    /// <summary>The words of a name.</summary>
    /// <param name="name">The name.</param>
    public static IReadOnlyList<string> Of(string name)
    {
        List<string> tokens = [];
        var folded = ReadText.Fold(name);
        for (var i = 0; i < folded.Length && tokens.Count < Most; i++)
        {
            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
                i++;
            if (i > start && !LeftOut.Contains(folded[start..i]))
                tokens.Add(folded[start..Math.Min(i, start + Longest)]);
        }

        return tokens;
    }
}
