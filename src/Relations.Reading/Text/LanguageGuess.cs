using System.Collections.Frozen;

namespace Relations.Reading.Text;

/// <summary>Tells Spanish and English texts apart, and both from others, by their commonest words; short ones also by how their words end.</summary>
internal static class LanguageGuess
{
    /// <summary>Below this share of common words a text is in neither language.</summary>
    private const double Least = 0.12;

    /// <summary>An ending counts less than a word: other languages share it.</summary>
    private const double Ending = 0.5;

    private static readonly FrozenSet<string> Spanish = Set(
        "el la los las de del y en que con por para se una un su al fue entre sus como este esta lo mas ayer hoy desde hasta sobre");

    private static readonly FrozenSet<string> English = Set(
        "the of and to in that with by for on at was is its from as an between were this be has have will their which are yesterday today");

    // Words of the languages that share the commonest ones of Spanish or English, and that neither of these has.
    private static readonly FrozenSet<string> Others = Set(
        "da do dos das em ao uma nao com pelo pela foi seu sua os nos le les des du et dans est pour avec aux une il di della dei che gli nel per der die das und den mit von zu ist ein eine");

    private static readonly string[] SpanishEndings = ["cion", "dad", "miento", "encia", "ario", "aria"];
    private static readonly string[] EnglishEndings = ["tion", "ing", "ship", "ment", "ity", "ed"];

    /// <summary>The language of a text.</summary>
    /// <param name="sentences">Its sentences.</param>
    /// <returns><c>es</c>, <c>en</c>, or null where it is neither.</returns>
    public static string? Of(IReadOnlyList<Sentence> sentences)
    {
        var (words, others) = (0, 0);
        var (spanish, english) = (0.0, 0.0);
        foreach (var word in sentences.SelectMany(s => s.Tokens).Where(t => t.IsWord).Select(t => t.Folded))
        {
            words++;
            spanish += Spanish.Contains(word) ? 1 : EndsWith(word, SpanishEndings) ? Ending : 0;
            english += English.Contains(word) ? 1 : EndsWith(word, EnglishEndings) ? Ending : 0;
            others += Others.Contains(word) ? 1 : 0;
        }

        var most = Math.Max(spanish, english);
        return words == 0 || most < words * Least || others > most ? null : spanish >= english ? "es" : "en";
    }

    private static bool EndsWith(string word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
