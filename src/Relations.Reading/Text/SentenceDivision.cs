using System.Buffers;
using System.Collections.Frozen;

namespace Relations.Reading.Text;

/// <summary>Divides a paragraph into sentences. A point after an abbreviation or an initial ends none; nor does one within quotation marks.</summary>
internal static class SentenceDivision
{
    /// <summary>A quotation that has not ended after so many characters was never meant to: its closing mark was forgotten.</summary>
    private const int LongestQuotation = 4_000;

    /// <summary>More letters than any abbreviation has, with its points.</summary>
    private const int LongestAbbreviation = 24;

    /// <summary>More marks than stand together at the end of a sentence.</summary>
    private const int MostMarks = 8;

    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVXLCDM");

    private static readonly FrozenSet<string> Abbreviations = Set("""
        sr sra srta sres sras dr dra drs dres lic licda lcdo lcda ing arq abg abog prof profa emb gral cnel crnel cap tte cmdte alm mons excmo excma excmos ilmo ilma
        rvdo pbro dn dna sto sta mtro mtra mag econ ec agr bach psic msc mg mgtr phd min dip sen rep pdte pte pdta vpdte secr
        mr mrs ms mme messrs amb hon rt gen col maj lt capt sgt rev st jr sr gov pres fr
        cf cfr ej vs aprox approx av avda avd jr urb dpto depto dept prov edif of ofic inc ltd ltda corp co cia cie bros ee uu ud uds dd hh nn mm ff aa fdo dto admon est ed eds vol
        """);

    /// <summary>So shortened only before a number or a day: “No. 12”, “Art. 3”, “Feb. 12”; elsewhere they are words that end sentences.</summary>
    private static readonly FrozenSet<string> BeforeNumbers = Set(
        "no nos num nro art arts pag pags pp p tel ext fig par parr inc lit res dec sec cap tit jan feb mar apr may jun jul aug sep sept set oct nov dec ene abr ago dic");

    /// <summary>Words that begin a sentence and no name: after “EE.UU.” or “S.A.” they show that the sentence ended.</summary>
    private static readonly FrozenSet<string> Beginnings = Set(
        "el los las en por para con al asimismo ademas tambien durante segun este esta estos estas ese esa ambos ambas su sus se no the in on at for this these that those it they he she both during according also its their we");

    /// <summary>The sentences of a paragraph.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">The paragraph.</param>
    public static IEnumerable<Passage> Divide(string text, Passage paragraph)
    {
        var start = paragraph.Offset;
        var quotation = new Quotation(text, paragraph);
        for (var i = paragraph.Offset; i < paragraph.End; i++)
        {
            quotation.Pass(i);
            if (!Ends(text, paragraph, start, i, quotation.Depth))
                continue;

            var end = i + 1;
            while (end < paragraph.End && (IsClosing(text[end]) || text[end] is '.' or '…' || IsDatelineDash(text, end)))
                quotation.Pass(end++);
            yield return Passage.Between(start, end);
            start = end;
            while (start < paragraph.End && char.IsWhiteSpace(text[start]))
                start++;
            i = start - 1;
        }

        if (start < paragraph.End)
            yield return Passage.Between(start, paragraph.End);
    }

    /// <summary>Whether a point ends an abbreviation or an initial, and not the sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="paragraph">What it lies in.</param>
    /// <param name="at">The point.</param>
    public static bool IsAbbreviation(string text, Passage paragraph, int at)
    {
        var start = at;
        while (start > Math.Max(paragraph.Offset, at - LongestAbbreviation)
            && (char.IsLetter(text[start - 1]) || (text[start - 1] == '.' && start > paragraph.Offset + 1 && char.IsLetter(text[start - 2]))))
            start--;
        var word = text[start..at];
        if (word.Length <= 1)
            return word.Length == 1 && char.IsUpper(word[0]);
        var next = at + 1;
        while (next < paragraph.End && char.IsWhiteSpace(text[next]))
            next++;
        var folded = ReadText.Fold(word);
        if (BeforeNumbers.Contains(folded) && next < paragraph.End && char.IsDigit(text[next]))
            return true;
        return word.Contains('.', StringComparison.Ordinal) ? !Beginnings.Contains(WordAt(text, paragraph, next)) : Abbreviations.Contains(folded);
    }

    private static string WordAt(string text, Passage paragraph, int start)
    {
        var end = start;
        while (end < Math.Min(paragraph.End, start + LongestAbbreviation) && char.IsLetter(text[end]))
            end++;
        return ReadText.Fold(text[start..end]);
    }

    private static bool Ends(string text, Passage paragraph, int start, int at, int depth)
    {
        if (text[at] is '!' or '?' or '…')
            return depth == 0 && Begins(text, paragraph, at + 1);
        if (text[at] is not '.')
            return false;

        // "quoted.” He went on": the point inside closes the sentence outside too.
        var closing = at + 1 < paragraph.End && text[at + 1] is '”' or '»' or '"';
        return (depth == 0 || (depth == 1 && closing)) && Begins(text, paragraph, at + 1) && !IsAbbreviation(text, paragraph, at) && !IsOrdinal(text, start, at);
    }

    /// <summary>“1. Antecedentes”, “II. Objetivos”: what stands before the point only counts the sentence.</summary>
    private static bool IsOrdinal(string text, int start, int at)
    {
        if (at - start > 5)
            return false;
        var word = text.AsSpan(start, at - start);
        return word.ContainsAnyExceptInRange('0', '9') ? !word.ContainsAnyExcept(RomanDigits) : !word.IsEmpty;
    }

    /// <summary>The dash of “Lima, 12 de febrero.-” belongs to what it closes.</summary>
    private static bool IsDatelineDash(string text, int at) => text[at] is '-' or '–' or '—' && text[at - 1] == '.';

    /// <summary>Whether a new sentence can begin here: after a space, with a capital, a figure or an opening mark.</summary>
    private static bool Begins(string text, Passage paragraph, int at)
    {
        var marks = 0;
        while (at < paragraph.End && marks < MostMarks && (IsClosing(text[at]) || text[at] is '.' or '-' or '–' or '—'))
            (at, marks) = (at + 1, marks + 1);
        if (at >= paragraph.End)
            return true;
        if (!char.IsWhiteSpace(text[at]))
            return false;
        while (at < paragraph.End && char.IsWhiteSpace(text[at]))
            at++;
        return at >= paragraph.End || char.IsUpper(text[at]) || char.IsDigit(text[at]) || text[at] is '“' or '«' or '"' or '¿' or '¡' or '(' or '-' or '–' or '—' or '•' or '[';
    }

    private static bool IsClosing(char c) => c is '”' or '»' or '"' or ')' or '’' or ']';

    private static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// How deep a place lies in quotation marks. A mark that nothing closes in its paragraph opens nothing: quotations over several paragraphs
    /// open each of them anew.
    /// </summary>
    private sealed class Quotation(string text, Passage paragraph)
    {
        private readonly int _lastClosing = text.AsSpan(paragraph.Offset, paragraph.Length).LastIndexOfAny('”', '»') + paragraph.Offset;
        private readonly int _lastStraight = text.AsSpan(paragraph.Offset, paragraph.Length).LastIndexOf('"') + paragraph.Offset;
        private int _curved;
        private bool _isStraight;
        private int _since;

        /// <summary>How deep the place last passed lies.</summary>
        public int Depth => _curved + (_isStraight ? 1 : 0);

        /// <summary>Goes on by one place.</summary>
        /// <param name="at">The place.</param>
        public void Pass(int at)
        {
            if (Depth > 0 && at - _since > LongestQuotation)
                (_curved, _isStraight) = (0, false);
            switch (text[at])
            {
                case '“' or '«' when at < _lastClosing:
                    Open(at);
                    _curved++;
                    break;
                case '”' or '»':
                    _curved = Math.Max(0, _curved - 1);
                    break;
                case '"' when _isStraight:
                    _isStraight = false;
                    break;
                case '"' when at < _lastStraight && (at == paragraph.Offset || !char.IsLetterOrDigit(text[at - 1])):
                    Open(at);
                    _isStraight = true;
                    break;
                default:
                    break;
            }
        }

        private void Open(int at) => _since = Depth == 0 ? at : _since;
    }
}
