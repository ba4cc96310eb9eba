using System.Collections.Frozen;

namespace Relations.Reading.Text;

/// <summary>Tells Spanish and English texts apart by their commonest words.</summary>
internal static class LanguageGuess
{
    /// <summary>Below this share of common words a text is in neither language.</summary>
    private const double Least = 0.12;

    private static readonly FrozenSet<string> Spanish = FrozenSet.ToFrozenSet(
        ["el", "la", "los", "las", "de", "del", "y", "en", "que", "con", "por", "para", "se", "una", "un", "su", "al", "fue", "entre"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(
        ["the", "of", "and", "to", "in", "that", "with", "by", "for", "on", "at", "was", "is", "its", "from", "as", "an", "between", "were"], StringComparer.Ordinal);

    /// <summary>The language of a text.</summary>
    /// <param name="sentences">Its sentences.</param>
    /// <returns><c>es</c>, <c>en</c>, or null where it is neither.</returns>
    public static string? Of(IReadOnlyList<Sentence> sentences)
    {
        var (words, spanish, english) = (0, 0, 0);
        foreach (var token in sentences.SelectMany(s => s.Tokens).Where(t => t.IsWord))
        {
            words++;
            spanish += Spanish.Contains(token.Folded) ? 1 : 0;
            english += English.Contains(token.Folded) ? 1 : 0;
        }

        return Math.Max(spanish, english) < words * Least || words == 0 ? null : spanish >= english ? "es" : "en";
    }
}
