using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Reads what a meeting is called: “II Reunión de la Comisión Mixta Perú–Ecuador”, “47th Session of the Commission”.</summary>
internal static class MeetingTitle
{
    /// <summary>The longest title, in tokens.</summary>
    private const int Longest = 40;

    /// <summary>How many tokens of an English name stand before the noun, at most.</summary>
    private const int LongestBefore = 12;

    private static readonly FrozenSet<string> Ordinals = FrozenSet.ToFrozenSet(
    [
        "primera", "primer", "segunda", "segundo", "tercera", "tercer", "cuarta", "cuarto", "quinta", "quinto", "sexta", "sexto", "septima", "septimo", "octava", "octavo",
        "novena", "noveno", "decima", "decimo", "undecima", "duodecima", "vigesima", "trigesima", "cuadragesima", "quincuagesima", "ii", "iii", "iv", "vi", "vii", "viii", "ix",
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Links = FrozenSet.ToFrozenSet(
        ["de", "del", "la", "las", "los", "el", "y", "e", "para", "sobre", "entre", "of", "the", "and", "for", "on", "between", "al", "a", "–", "-", "—", "/", "en", "con", "with"],
        StringComparer.Ordinal);

    /// <summary>The first token of a noun with the ordinal and the adjectives before it.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="at">The noun.</param>
    public static int Start(SentenceView view, int at)
    {
        var start = at;
        for (var i = at - 1; i >= Math.Max(0, at - 5); i--)
        {
            if (IsOrdinal(view, i) || IsAdjective(view.Word(i)) || (view.Tokens[i].IsCapitalised && i > 0 && IsOrdinal(view, i - 1)))
                start = i;
            else if (view.Word(i) is not ("º" or "°" or "ª" or "." or "st" or "nd" or "rd" or "th" or "a"))
                break;
        }

        // “the 15th EU-CELAC Senior Officials Meeting”: English names a meeting before the noun.
        if (view.Tokens[at].IsCapitalised && view.Word(at) is "meeting" or "session" or "summit" or "dialogue" or "conference" or "consultations" or "talks" or "forum" or "round" or "assembly")
        {
            while (start > 0 && start > at - LongestBefore && (view.Tokens[start - 1].IsCapitalised || view.Word(start - 1) is "'" or "’" or "th" or "st" or "nd" or "rd" or "and" or "of" or "-"
                || char.IsDigit(view.Tokens[start - 1].Written[0])) && view.Word(start - 1) is not ("the" or "a" or "an" or "minutes" or "record"))
                start--;
            while (start < at && view.Word(start) is "and" or "of" or "'" or "’" or "-")
                start++;
        }

        return start;
    }

    /// <summary>The title that begins with a noun and what numbers it; null where it only says what kind of meeting it is.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="start">The first token of the noun with what stands before it.</param>
    /// <param name="at">The noun.</param>
    public static Passage? At(SentenceView view, int start, int at)
    {
        if (!view.Tokens[at].IsCapitalised)
            return null;
        var first = start;
        while (first < at && !IsOrdinal(view, first) && !view.Tokens[first].IsCapitalised)
            first++;
        var last = at + 1;
        for (var i = at + 1; i < Math.Min(view.Tokens.Count, at + Longest); i++)
        {
            var token = view.Tokens[i];
            if (token.IsCapitalised || (char.IsDigit(token.Written[0]) && view.Word(i - 1) is "de" or "–" or "-"))
                last = i + 1;
            else if (!(Links.Contains(token.Folded) || (token.Written is "," or "(" or ")" && IsListed(view, i))))
                break;
        }

        // An acronym in brackets closes the title; a place or a date after it is none of it.
        last = WithoutPlace(view, at, last);
        var words = Enumerable.Range(at + 1, last - at - 1).Count(i => view.Tokens[i].IsWord && !Links.Contains(view.Word(i)));
        return words == 0 && !Enumerable.Range(first, at - first).Any(i => IsOrdinal(view, i) || (view.Tokens[i].IsCapitalised && i > view.Body)) ? null : view.Between(first, last);
    }

    private static int WithoutPlace(SentenceView view, int at, int last)
    {
        for (var i = at + 1; i < last; i++)
        {
            if (view.Word(i) is "en" or "in" or "con" or "with" or "a" or "entre" or "between")
                return i;
        }

        return last;
    }

    // “Cooperación Técnica, Educativa y Cultural”: a comma within a list of capitals.
    private static bool IsListed(SentenceView view, int at) =>
        view.Tokens[at].Written is not "," || (at + 2 < view.Tokens.Count && view.Tokens[at + 1].IsCapitalised && (view.Word(at + 2) is "y" or "e" or "and" or ",") && !view.Tokens[at + 1].IsAllCapitals && view.Word(at - 1) is not ")");

    private static bool IsOrdinal(SentenceView view, int at)
    {
        var token = view.Tokens[at];
        return Ordinals.Contains(token.Folded)
            || (token.Written.Length <= 8 && token.Written.All(c => c is 'I' or 'V' or 'X' or 'L' or 'C') && at + 1 < view.Tokens.Count && view.Tokens[at + 1].IsCapitalised)
            || (char.IsDigit(token.Written[0]) && token.Written.Length <= 3 && view.Word(at + 1) is "º" or "°" or "ª" or "." or "th" or "st" or "nd" or "rd" or "a");
    }

    private static bool IsAdjective(string word) => word is "breve" or "cordial" or "fructifera" or "importante" or "nueva" or "primera" or "amplia" or "larga" or "extensa" or "proxima" or "ultima"
        or "reciente" or "bilateral" or "virtual" or "oficial" or "high-level" or "working" or "brief" or "productive" or "fruitful" or "technical" or "trilateral" or "coordination" or "joint" or "virtual"
        or "annual" or "next" or "last" or "previous" or "recent" or "introductory" or "special" or "extraordinary" or "ordinary" or "ministerial" or "mencionada" or "citada" or "referida" or "courtesy"
        or "official" or "follow-up" or "online" or "closing" or "opening" or "inaugural" or "anterior" or "preparatory" or "constructive" or "private" or "regular" or "periodic" or "importantes";
}
