using Relations.Reading.Facts.Verbs;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Words within quotation marks.</summary>
/// <param name="Whole">With their marks.</param>
/// <param name="Parts">Without them: one passage, or one for each paragraph that they go over.</param>
/// <param name="IsName">Whether they are too few to be said: the title of a work, a name, a word used with reserve.</param>
internal sealed record Quotation(Passage Whole, IReadOnlyList<Passage> Parts, bool IsName)
{
    /// <summary>Who says them, where that stands between dashes within them: “—ha señalado Soto—”.</summary>
    public Passage? Aside { get; init; }
}

/// <summary>
/// Finds what stands within quotation marks of any style. A quotation may go over paragraphs, each of which then opens anew; one without
/// its end mark ends with its paragraph.
/// </summary>
internal static class QuotationFinder
{
    /// <summary>Fewer words than these name something; nobody is quoted with them.</summary>
    private const int FewestWords = 4;

    /// <summary>Longer words between dashes are part of what is said.</summary>
    private const int LongestAside = 160;

    /// <summary>The quotations of a text in their order.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<Quotation> Find(ReadText text)
    {
        List<Quotation> found = [];
        List<Passage> open = [];
        var start = -1;
        var mark = '\0';
        for (var p = 0; p < text.Paragraphs.Count; p++)
        {
            var paragraph = text.Paragraphs[p];
            var at = paragraph.Offset;
            if (start >= 0 && Reopens(text.Text, paragraph, mark))
                at++;
            else if (start >= 0)
                Forget();
            if (start < 0 && Dialogue(text, paragraph) is { } spoken)
            {
                found.Add(spoken);
                continue;
            }

            var from = at;
            for (; at < paragraph.End; at++)
            {
                if (start < 0 && Opens(text.Text, paragraph, at) is { } opening)
                    (start, mark, from) = (at, opening, at + 1);
                else if (start >= 0 && Closes(text.Text, paragraph, at, mark))
                {
                    Part(from, at);
                    Close(at + 1);
                }
            }

            if (start >= 0)
                Part(from, paragraph.End);
        }

        if (start >= 0)
            Forget();
        return found;

        // Its closing mark was forgotten: it ends with its paragraph, if there are any words in it.
        void Forget()
        {
            if (open.Count > 0)
                Close(open[^1].End);
            start = -1;
        }

        void Part(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text.Text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text.Text[to - 1]))
                to--;
            if (to > from)
                open.Add(Passage.Between(from, to));
        }

        void Close(int end)
        {
            if (open.Count > 0)
                found.Add(WithAside(text, new(Passage.Between(start, end), [.. open], IsName(text, open))));
            open.Clear();
            start = -1;
        }
    }

    /// <summary>“—Hoy damos un paso —dijo Soto—, y daremos otro.”: a paragraph that a dash opens, with who speaks between dashes; null where it is none.</summary>
    private static Quotation? Dialogue(ReadText text, Passage paragraph)
    {
        var (whole, dash) = (text.Text, text.Text[paragraph.Offset]);
        if (dash is not ('—' or '–') || paragraph.Length < 3 || !char.IsLetter(whole[paragraph.Offset + 1]) && whole[paragraph.Offset + 1] is not ('¿' or '¡'))
            return null;
        var aside = whole.IndexOf(dash, paragraph.Offset + 1, paragraph.Length - 1);
        if (aside < 0 || aside + 1 >= paragraph.End || !char.IsLower(whole[aside + 1]))
            return null;
        var first = Passage.Between(paragraph.Offset + 1, aside);
        first = first with { Length = first.In(whole).TrimEnd(' ', ',').Length };
        var back = whole.IndexOf(dash, aside + 1, paragraph.End - aside - 1);
        var rest = back < 0 ? -1 : Enumerable.Range(back + 1, paragraph.End - back - 1).FirstOrDefault(i => char.IsLetter(whole[i]), -1);
        List<Passage> parts = rest < 0 ? [first] : [first, Passage.Between(rest, paragraph.End)];
        return first.Length == 0 ? null : new(Passage.Between(paragraph.Offset, aside), parts, IsName(text, parts));
    }

    /// <summary>“«Este memorando ordena el trabajo —ha señalado Soto— y llega a más jóvenes»”: the words between the dashes are the writer's.</summary>
    private static Quotation WithAside(ReadText text, Quotation quotation)
    {
        if (quotation is not { IsName: false, Parts: [var said] })
            return quotation;
        var whole = text.Text;
        for (var at = said.Offset + 1; at < said.End - 2; at++)
        {
            if (whole[at] is not ('—' or '–') || !char.IsLower(whole[at + 1]) || !char.IsWhiteSpace(whole[at - 1]))
                continue;
            var back = whole.IndexOf(whole[at], at + 1, Math.Min(LongestAside, said.End - at - 1));
            if (back < 0)
                return quotation;
            var aside = Passage.Between(at + 1, back);
            var tokens = ReadText.Tokenise(whole, aside);
            if (!Enumerable.Range(0, tokens.Count).Any(i => VerbLexicon.At(tokens, i) is { } verb && SpeechWords.Verbs.Contains(verb.Lemma)))
                continue;
            var rest = back + 1;
            while (rest < said.End && !char.IsLetterOrDigit(whole[rest]))
                rest++;
            var before = Passage.Between(said.Offset, at);
            before = before with { Length = before.In(whole).TrimEnd(' ', ',').Length };
            return quotation with { Parts = rest < said.End ? [before, Passage.Between(rest, said.End)] : [before], Aside = aside };
        }

        return quotation;
    }

    /// <summary>The mark that closes what a mark opens here; null where none opens.</summary>
    private static char? Opens(string text, Passage paragraph, int at)
    {
        var first = at == paragraph.Offset || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '—' or '–' or '-' or '¿' or '¡' or ':';
        var before = at + 1 < paragraph.End && !char.IsWhiteSpace(text[at + 1]);
        return text[at] switch
        {
            '“' or '„' => '”',
            '«' => '»',
            '‘' when first && before => '’',
            '"' when before => '"',
            '”' or '\'' when first && before => text[at],
            '´' or '`' when first && before && text[at + 1] == text[at] => text[at],
            _ => null,
        };
    }

    private static bool Closes(string text, Passage paragraph, int at, char mark) => mark switch
    {
        // Some close “ with a straight mark or with another opening one.
        '”' => text[at] is '”' || (text[at] is '"' or '“' && IsEnd(text, paragraph, at)),
        '\'' or '’' => text[at] == mark && IsEnd(text, paragraph, at),
        '"' => text[at] is '"' || (text[at] is '”' && IsEnd(text, paragraph, at)),
        _ => text[at] == mark,
    };

    private static bool IsEnd(string text, Passage paragraph, int at) => at + 1 >= paragraph.End || !char.IsLetterOrDigit(text[at + 1]);

    /// <summary>A quotation over paragraphs opens each of them anew; in the Spanish of Spain with the closing mark.</summary>
    private static bool Reopens(string text, Passage paragraph, char mark) => mark switch
    {
        '”' => text[paragraph.Offset] is '“' or '”',
        '»' => text[paragraph.Offset] is '«' or '»',
        _ => text[paragraph.Offset] == mark,
    };

    private static bool IsName(ReadText text, List<Passage> parts)
    {
        if (parts.Count > 1)
            return false;
        var words = text.In(parts[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < FewestWords)
            return true;

        // “Fortalecimiento de la Gestión Migratoria”: capitals where words of weight stand.
        var weighty = words.Where(w => w.Length > 3).ToList();
        return words.Length <= 25 && weighty.Count > 0 && weighty.Count(w => char.IsUpper(w[0]) || char.IsDigit(w[0])) >= weighty.Count * 0.7;
    }
}
