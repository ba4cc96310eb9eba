using System.Collections.Frozen;

namespace Relations.Reading.Text;

/// <summary>Divides a paragraph into sentences. A point after an abbreviation or an initial ends none; nor does one within quotation marks.</summary>
internal static class SentenceDivision
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
    [
        "sr", "sra", "srta", "sres", "dr", "dra", "drs", "lic", "licda", "lcdo", "lcda", "mtro", "mtra", "mag", "econ", "agr", "excmo", "excma", "alm", "cmdte", "tte", "ing", "arq", "abg", "prof", "profa", "emb", "gral", "cnel", "mons", "min",
        "mr", "mrs", "ms", "amb", "hon", "gen", "col", "rev", "st", "jr", "art", "arts", "no", "num", "nro", "pag", "pags", "vol", "ed", "cf",
        "av", "jr", "ee", "uu", "ud", "uds", "dept", "inc", "ltd", "corp", "co", "cia", "vs", "aprox", "tel", "ext", "e.g", "i.e",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ene", "abr", "ago", "dic",
    ], StringComparer.Ordinal);

    /// <summary>The sentences of a paragraph.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">The paragraph.</param>
    public static IEnumerable<Passage> Divide(string text, Passage paragraph)
    {
        var start = paragraph.Offset;
        var depth = 0;
        for (var i = paragraph.Offset; i < paragraph.End; i++)
        {
            depth = text[i] switch
            {
                '“' or '«' => depth + 1,
                '”' or '»' => Math.Max(0, depth - 1),
                _ => depth,
            };
            if (!Ends(text, paragraph, i, depth))
                continue;

            var end = i + 1;
            while (end < paragraph.End && (text[end] is '”' or '»' or '"' or ')' or '’' or '.' or '…' || IsDatelineDash(text, end)))
                end++;
            yield return Passage.Between(start, end);
            start = end;
            while (start < paragraph.End && char.IsWhiteSpace(text[start]))
                start++;
            i = start - 1;
        }

        if (start < paragraph.End)
            yield return Passage.Between(start, paragraph.End);
    }

    private static bool Ends(string text, Passage paragraph, int at, int depth)
    {
        if (text[at] is '!' or '?' or '…')
            return depth == 0 && Begins(text, paragraph, at + 1);
        if (text[at] is not '.')
            return false;

        // "quoted.” He went on": the point inside closes the sentence outside too.
        var closing = at + 1 < paragraph.End && text[at + 1] is '”' or '»';
        return (depth == 0 || (depth == 1 && closing)) && !IsAbbreviation(text, paragraph, at) && Begins(text, paragraph, at + 1);
    }

    /// <summary>The dash of “Lima, 12 de febrero.-” belongs to what it closes.</summary>
    private static bool IsDatelineDash(string text, int at) => text[at] is '-' or '–' or '—' && text[at - 1] == '.';

    /// <summary>Whether a new sentence can begin here: after a space, with a capital, a figure or an opening mark.</summary>
    private static bool Begins(string text, Passage paragraph, int at)
    {
        while (at < paragraph.End && text[at] is '”' or '»' or '"' or ')' or '’' or '.' or '-' or '–' or '—')
            at++;
        if (at >= paragraph.End)
            return true;
        if (!char.IsWhiteSpace(text[at]))
            return false;
        while (at < paragraph.End && char.IsWhiteSpace(text[at]))
            at++;
        return at >= paragraph.End || char.IsUpper(text[at]) || char.IsDigit(text[at]) || text[at] is '“' or '«' or '"' or '¿' or '¡' or '(' or '-' or '–' or '—';
    }

    private static bool IsAbbreviation(string text, Passage paragraph, int at)
    {
        var start = at;
        while (start > paragraph.Offset && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start > paragraph.Offset + 1 && char.IsLetter(text[start - 2]))))
            start--;
        var word = text[start..at];
        return word.Length switch
        {
            0 => false,
            1 => char.IsUpper(word[0]),
            _ => Abbreviations.Contains(ReadText.Fold(word)) || word.Contains('.', StringComparison.Ordinal),
        };
    }
}
