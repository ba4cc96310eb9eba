using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Reads how a text introduces acronyms: “Comunidad Andina (CAN)”, “IOM (International Organization for Migration)”, “OIM; en inglés, IOM”.</summary>
internal static class Introductions
{
    /// <summary>How many words and marks may stand in brackets.</summary>
    private const int MostInBrackets = 16;

    /// <summary>Takes the acronyms in brackets to the names before them.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="spans">The names in it.</param>
    public static IReadOnlyList<NameSpan> Apply(Sentence sentence, IReadOnlyList<NameSpan> spans)
    {
        List<NameSpan> applied = [];
        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            if (applied is [.., var last] && last.End > span.Start)
                continue;
            applied.Add(span.IsState ? span : Dashed(sentence.Tokens, spans, i) is { } dashed ? dashed : Bracketed(sentence.Tokens, span, i + 1 < spans.Count ? spans[i + 1] : null));
        }

        return applied;
    }

    /// <summary>“CAF –Banco de Desarrollo de América Latina y el Caribe–”: its other name between dashes; null where none is.</summary>
    private static NameSpan? Dashed(IReadOnlyList<Token> tokens, IReadOnlyList<NameSpan> spans, int at)
    {
        var span = spans[at];
        if (span.Organisations.Count == 0 || at + 1 >= spans.Count || spans[at + 1] is not { Organisations.Count: > 0 } next
            || next.Start != span.End + 1 || !IsDash(tokens, span.End) || !next.Organisations.Intersect(span.Organisations).Any())
            return null;
        return span with { End = IsDash(tokens, next.End) ? next.End + 1 : next.End };
    }

    private static bool IsDash(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && tokens[at].Folded is "-" or "–" or "—";

    private static NameSpan Bracketed(IReadOnlyList<Token> tokens, NameSpan span, NameSpan? next)
    {
        if (span.End >= tokens.Count || tokens[span.End].Folded != "(")
            return AfterComma(tokens, span);
        var close = span.End + 1;
        while (close < tokens.Count && close < span.End + MostInBrackets && tokens[close].Folded != ")")
            close++;
        if (close >= tokens.Count || tokens[close].Folded != ")")
            return span;
        if (IsFullName(span, next, close))
            return next! with { Start = span.Start, NameEnd = close, End = close + 1, Introduced = tokens[span.Start].Written };

        var acronym = Acronym(tokens, span.End + 1, close);
        return acronym is null ? span : span with { End = close + 1, Introduced = acronym };
    }

    /// <summary>“IOM (International Organization for Migration)”: the name is in the brackets.</summary>
    private static bool IsFullName(NameSpan span, NameSpan? next, int close) =>
        span is { IsAcronym: true } && next is { IsAcronym: false } && next.Start == span.End + 1 && next.End == close
        && (next.Organisations.Count == 0 || next.Organisations.Intersect(span.Organisations).Any());

    /// <summary>The first word in brackets that is written as acronyms are: “OIM”, “SG-CAN”, “SG/OEA”, “IberRed”.</summary>
    private static string? Acronym(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!IsAcronymWord(tokens[i]))
            {
                if (!IsRemark(tokens[i].Folded))
                    return null;
                continue;
            }

            var end = i + 1;
            while (end + 1 < to && tokens[end].Folded is "/" or "-" && tokens[end + 1].IsCapitalised)
                end += 2;
            while (end < to && end < i + 3 && IsAcronymWord(tokens[end]))
                end++;
            var last = tokens[end - 1].Passage.End - tokens[i].Passage.Offset;
            return string.Concat(Enumerable.Range(i, end - i).Select(k => tokens[k].Written)) is var written && written.Length == last ? written
                : string.Join(' ', Enumerable.Range(i, end - i).Select(k => tokens[k].Written)) is var spaced && spaced.Length == last ? spaced : tokens[i].Written;
        }

        return null;
    }

    private static bool IsAcronymWord(Token token) =>
        token.Written.Count(char.IsUpper) > 1 && token.Written.Length <= 20 && token.Written.Count(char.IsUpper) * 3 >= token.Written.Length;

    private static bool IsRemark(string folded) => folded is "por" or "sus" or "su" or "siglas" or "sigla" or "acronimo" or "en" or "ingles" or "espanol" or "frances" or "portugues"
        or "," or ";" or ":" or "la" or "el" or "the" or "in" or "by" or "its" or "acronym" or "english" or "spanish" or "for" or "conocida" or "conocido" or "como" or "known" or "as" or "“" or "”" or "\"" or "o" or "or" or "hereinafter" or "en" or "adelante" or "ahora";

    /// <summary>“Instituto Nacional de Migración, INM,” and “Instituto Nacional de Migración - INM”.</summary>
    private static NameSpan AfterComma(IReadOnlyList<Token> tokens, NameSpan span)
    {
        var at = span.End + 1;
        if (span.Head is null || at >= tokens.Count || tokens[span.End].Folded is not ("," or "-" or "–" or "—") || !tokens[at].IsAllCapitals)
            return span;
        return Initials(tokens, span).StartsWith(tokens[at].Folded, StringComparison.Ordinal) ? span with { End = at + 1, Introduced = tokens[at].Written } : span;
    }

    private static string Initials(IReadOnlyList<Token> tokens, NameSpan span) =>
        string.Concat(tokens.Skip(span.Start).Take(span.End - span.Start).Where(t => t.IsCapitalised).Select(t => t.Folded[0]));
}
