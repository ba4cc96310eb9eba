using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Reads the parts of a name word by word.</summary>
internal static class NameUnits
{
    /// <summary>A name of more parts is none.</summary>
    private const int MostUnits = 7;

    /// <summary>Whether a word may tie a surname: “de la Cruz”, “van Aalst”, “bin Salman”.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool IsParticle(string folded) => folded is "de" or "del" or "la" or "las" or "los" or "van" or "von" or "der" or "den" or "da" or "do" or "dos" or "das"
        or "di" or "du" or "le" or "el" or "al" or "bin" or "ben" or "bint" or "ibn" or "ter" or "ten" or "zu" or "af" or "della" or "dello";

    /// <summary>The name that begins at a word; null where it has none.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The word.</param>
    public static PersonSpan? At(PeopledSentence sentence, int at)
    {
        if (IsWordBeforeName(sentence.Tokens, at) || IsDon(sentence.Tokens, at))
            return null;
        List<string> units = [];
        var end = at;
        while (end < sentence.Tokens.Count && units.Count < MostUnits)
        {
            var next = UnitEnd(sentence, end, isFirst: units.Count == 0);
            if (next < 0)
                break;
            units.Add(Written(sentence, end, next));
            var stops = NameWord.IsPossessive(sentence.Tokens[next - 1]);
            end = next;
            if (stops)
                break;
        }

        return units.Count == 0 ? null : new(at, end, units);
    }

    /// <summary>“D. Martín Soto”: a title, and no initial, before a Spanish name.</summary>
    private static bool IsDon(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Written is "D" && at + 2 < tokens.Count && tokens[at + 1].Folded is "." && GivenNames.TakesTwoSurnames(tokens[at + 2].Folded);

    /// <summary>“Habló Ana Soto”: a sentence begins with a capital, and the name behind it.</summary>
    private static bool IsWordBeforeName(IReadOnlyList<Token> tokens, int at)
    {
        var isFirst = at == 0 || !(tokens[at - 1].IsWord || tokens[at - 1].Folded is "," or ".");
        return isFirst && !GivenNames.Contains(tokens[at].Folded) && at + 1 < tokens.Count && tokens[at + 1].IsCapitalised && GivenNames.Contains(tokens[at + 1].Folded)
            && at + 2 < tokens.Count && (tokens[at + 2].IsCapitalised || IsParticle(tokens[at + 2].Folded));
    }

    private static string Written(PeopledSentence sentence, int start, int end)
    {
        var words = Enumerable.Range(start, end - start).Select(i => sentence.Tokens[i]).ToList();
        var written = string.Concat(words.Select((t, i) => i == 0 || t.Folded is "." ? t.Written : $" {t.Written}"));
        return NameWord.IsPossessive(words[^1]) ? written[..^2] : written;
    }

    /// <summary>The end of the part that begins at a word; -1 where none does.</summary>
    private static int UnitEnd(PeopledSentence sentence, int at, bool isFirst)
    {
        var tokens = sentence.Tokens;
        var i = at;
        while (!isFirst && i < tokens.Count && i < at + 3 && IsParticle(tokens[i].Folded) && (!tokens[i].IsCapitalised || i + 1 < tokens.Count && tokens[i + 1].IsCapitalised))
            i++;
        if (i >= tokens.Count || !IsNameWord(sentence, i))
            return -1;

        if (i > at && (States.IsShortName(tokens[i].Folded) || HeadNoun.Of(tokens[i].Folded) is not null))
            return -1;
        if (IsInitial(tokens[i]))
            return i + 1 < tokens.Count && tokens[i + 1].Folded == "." ? i + 2 : -1;
        var isSaint = tokens[i].Folded is "san" or "santa" or "santo" or "saint" && i + 1 < tokens.Count && IsNameWord(sentence, i + 1) && !IsInitial(tokens[i + 1]);
        return isSaint ? i + 2 : i + 1;
    }

    private static bool IsInitial(Token token) => token.Written.Length == 1 && token.IsCapitalised;

    private static bool IsNameWord(PeopledSentence sentence, int at)
    {
        var token = sentence.Tokens[at];
        return token.IsCapitalised && token.IsWord && !sentence.IsTaken(at) && (!IsStopped(token.Folded) || IsSurname(sentence.Tokens, at)) && (!States.IsShortName(token.Folded) || IsGivenName(sentence.Tokens, at))
            && !(at > 0 && States.IsLongName(sentence.Tokens, at - 1, 2)) && !States.IsLongName(sentence.Tokens, at, 2);
    }

    /// <summary>“Mauricio Paz” and “Israel Soto” are no States.</summary>
    private static bool IsGivenName(IReadOnlyList<Token> tokens, int at) =>
        GivenNames.Contains(tokens[at].Folded) && at + 1 < tokens.Count && tokens[at + 1].IsCapitalised && tokens[at + 1].IsWord;

    /// <summary>“Patricia Montaño Rey”: after a given name, and before no “de” that would make it a post.</summary>
    private static bool IsSurname(IReadOnlyList<Token> tokens, int at) =>
        PostWords.IsSurnameToo(tokens[at].Folded) && at > 0 && (GivenNames.Contains(tokens[at - 1].Folded) || (at > 1 && GivenNames.Contains(tokens[at - 2].Folded) && tokens[at - 1].IsCapitalised))
        && !(at + 1 < tokens.Count && tokens[at + 1].Folded is "de" or "del" or "of");

    /// <summary>Words with a capital that begin no part of a name.</summary>
    private static bool IsStopped(string folded) =>
        PostWords.IsPost(folded) || Honorific.Is(folded) && folded is not ("general" or "lady" or "lord" or "sor" or "miss" or "abogado") || IsCommon(folded);

    private static bool IsCommon(string folded) => folded is "the" or "el" or "la" or "los" or "las" or "en" or "in" or "por" or "para" or "con" or "su" or "sus" or "its" or "este" or "esta" or "this"
        or "durante" or "during" or "asimismo" or "both" or "ambos" or "ambas" or "como" or "as" or "on" or "at" or "from" or "and" or "y" or "de" or "of" or "to" or "for" or "by" or "with"
        or "lunes" or "martes" or "miercoles" or "jueves" or "viernes" or "sabado" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
        or "january" or "february" or "march" or "april" or "june" or "july" or "august" or "september" or "october" or "november" or "december"
        or "enero" or "febrero" or "marzo" or "abril" or "mayo" or "junio" or "agosto" or "septiembre" or "setiembre" or "octubre" or "noviembre" or "diciembre"
        or "he" or "she" or "they" or "we" or "i" or "ella" or "se" or "al" or "un" or "una" or "a" or "an" or "dear" or "estimado" or "estimada" or "re" or "cc" or "ref" or "convenio" or "acuerdo"
        or "memorando" or "agreement" or "meeting" or "reunion" or "cumbre" or "summit" or "declaracion" or "declaration" or "tratado" or "treaty" or "protocolo" or "protocol" or "plan" or "programa" or "proyecto" or "estados" or "naciones" or "nacional";
}
