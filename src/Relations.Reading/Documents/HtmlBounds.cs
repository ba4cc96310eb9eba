using System.Collections.Frozen;

namespace Relations.Reading.Documents;

/// <summary>
/// Refuses pages that are made to keep a parser busy: elements nested without end, and tags with attributes without end, each of which
/// costs a parser the square of their number.
/// </summary>
internal static class HtmlBounds
{
    /// <summary>Browsers themselves nest no deeper than 512.</summary>
    private const int Deepest = 512;

    /// <summary>More spaces, slashes and quotes than any tag has.</summary>
    private const int MostPartings = 4_000;

    // Elements that need no end, or end by what follows them.
    private static readonly FrozenSet<string> Endless = FrozenSet.ToFrozenSet(
        "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a page beyond the bounds.</summary>
    /// <param name="html">The page.</param>
    public static void Check(string html)
    {
        var depth = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i))
        {
            var isEnd = html[i + 1] == '/';
            var name = Name(html, isEnd ? i + 2 : i + 1);
            if (name.Length > 0 && !Endless.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            var end = End(html, i + 1);
            if (name.Length > 0 && !isEnd && html[end - 1] == '/')
                depth--;
            if (depth > Deepest)
                throw new DocumentException(DocumentProblem.Damaged);
            i = end;
        }
    }

    private static ReadOnlySpan<char> Name(string html, int start)
    {
        var end = start;
        while (end < html.Length && end < start + 12 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html.AsSpan(start..end);
    }

    /// <summary>Where the tag ends; a value in quotes may hold the mark that ends it.</summary>
    private static int End(string html, int start)
    {
        var partings = 0;
        var quote = '\0';
        var last = ' ';
        for (var i = start; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                continue;
            }

            if (c is '"' or '\'' && last == '=')
                quote = c;
            else if (c == '>')
                return i;
            else if ((char.IsWhiteSpace(c) || c is '/' or '"' or '\'') && ++partings > MostPartings)
                throw new DocumentException(DocumentProblem.Damaged);
            last = char.IsWhiteSpace(c) ? last : c;
        }

        return html.Length - 1;
    }
}
