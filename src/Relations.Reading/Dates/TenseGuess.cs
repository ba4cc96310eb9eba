using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>Tells from the nearest verb whether a date is of what was or of what is to be.</summary>
internal static class TenseGuess
{
    private static readonly FrozenSet<string> FutureWords = DateWords.Set("will shall upcoming forthcoming scheduled proximo proxima proximos proximas sera seran");
    private static readonly FrozenSet<string> PastWords = DateWords.Set(
        "fue fueron tuvo tuvieron hizo hicieron estuvo estuvieron dio dieron pasado pasada was were had held met took gave made signed been said last");

    private static readonly string[] FutureStems = ["previst", "programad", "convocad", "agendad"];

    /// <summary>The tense at a place of a sentence.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="from">The date's first token.</param>
    /// <param name="to">The first token after it.</param>
    public static Tense At(IReadOnlyList<Token> tokens, int from, int to)
    {
        // “by 22 March”, “a más tardar el 5 de mayo”: a deadline lies ahead.
        if (from > 0 && (tokens[from - 1].Folded is "by" or "tardar" || (from > 1 && tokens[from - 2].Folded is "tardar" or "antes") || (from > 2 && tokens[from - 3].Folded is "later" && tokens[from - 2].Folded is "than")))
            return Tense.Future;
        var (best, tense) = (int.MaxValue, Tense.Unknown);
        for (var i = Math.Max(0, from - 40); i < Math.Min(tokens.Count, to + 40); i++)
        {
            var distance = i < from ? from - i : i < to ? 0 : i - to + 1;
            if (distance < best && !IsAdjective(tokens, i) && Of(tokens[i]) is var found and not Tense.Unknown)
                (best, tense) = (distance, found);
        }

        return tense;
    }

    /// <summary>“the revised budget”, “its proposed dates”.</summary>
    private static bool IsAdjective(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && tokens[at].Folded.EndsWith("ed", StringComparison.Ordinal) && tokens[at - 1].Folded is "the" or "a" or "an" or "its" or "their" or "our" or "this" or "of";

    private static Tense Of(Token token)
    {
        if (FutureWords.Contains(token.Folded) || FutureStems.Any(stem => token.Folded.StartsWith(stem, StringComparison.Ordinal)))
            return Tense.Future;
        if (PastWords.Contains(token.Folded))
            return Tense.Past;
        if (token.Written.Length < 5 || token.IsCapitalised)
            return Tense.Unknown;
        if (EndsWith("rá") || EndsWith("rán"))
            return Tense.Future;
        return EndsWith("ó") || EndsWith("aron") || EndsWith("ieron") || EndsWith("yeron") || EndsWith("ed") ? Tense.Past : Tense.Unknown;

        bool EndsWith(string ending) => token.Written.EndsWith(ending, StringComparison.Ordinal);
    }
}
