using System.Buffers;

namespace Relations.Reading.Text;

/// <summary>Divides a text into paragraphs.</summary>
internal static class ParagraphDivision
{
    /// <summary>Lines that a program broke are at least so long, and at most so much longer than each other.</summary>
    private const int NarrowestColumn = 50;

    private const int WidestColumn = 130;

    /// <summary>A label at the head of a line has so many words at most.</summary>
    private const int MostLabelWords = 5;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u2028\u2029\f\v");

    /// <summary>
    /// Divides at empty lines and at line ends. A line that was broken within its sentence, as e-mail and PDF do, goes on: the next begins
    /// with a small letter, or stands in a column of lines of one length. An item of a list is a paragraph of its own.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How much of it is read.</param>
    public static IReadOnlyList<Passage> Divide(string text, int length)
    {
        List<Passage> paragraphs = [];
        List<Passage> block = [];
        foreach (var line in Lines(text, length))
        {
            if (line.Length > 0)
            {
                block.Add(line);
                continue;
            }

            Close(text, block, paragraphs);
        }

        Close(text, block, paragraphs);
        return paragraphs;
    }

    private static void Close(string text, List<Passage> block, List<Passage> paragraphs)
    {
        var width = Column(block);
        for (var i = 0; i < block.Count;)
        {
            var start = block[i].Offset;
            for (i++; i < block.Count && GoesOn(text, block[i - 1], block[i], width);)
                i++;
            paragraphs.Add(Passage.Between(start, block[i - 1].End));
        }

        block.Clear();
    }

    /// <summary>The lines without the space around them, and without the marks of what an e-mail quotes.</summary>
    private static IEnumerable<Passage> Lines(string text, int length)
    {
        for (var line = 0; line < length;)
        {
            var stop = text.AsSpan(line, length - line).IndexOfAny(LineEnds);
            var end = stop < 0 ? length : line + stop;
            yield return Trimmed(text, line, end);
            line = end + 1 < length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
        }
    }

    /// <summary>The length of the lines of a block that a program broke; 0 where its lines end as their writer ended them.</summary>
    private static int Column(List<Passage> block)
    {
        if (block.Count < 3)
            return 0;
        var widest = block.Max(l => l.Length);
        if (widest is < NarrowestColumn or > WidestColumn)
            return 0;
        var full = block.Count(l => l.Length >= widest * 3 / 4);
        return full * 3 >= block.Count * 2 || full >= 4 ? widest : 0;
    }

    private static bool GoesOn(string text, Passage line, Passage next, int width)
    {
        var last = text[line.End - 1];
        if (IsItem(text, next) || last is ':' or ';' || IsLabelled(text, next))
            return false;
        var isBroken = char.IsLower(text[next.Offset]) && last is not ('.' or '!' or '?' or '»' or '”');
        return isBroken || (width > 0 && line.Length + 1 + FirstWord(text, next) > width && !EndsSentence(text, line));
    }

    private static bool EndsSentence(string text, Passage line)
    {
        var last = text[line.End - 1];
        return last is '!' or '?' or '…' || (last is '.' && !SentenceDivision.IsAbbreviation(text, line, line.End - 1));
    }

    private static int FirstWord(string text, Passage line)
    {
        var space = text.AsSpan(line.Offset, line.Length).IndexOf(' ');
        return space < 0 ? line.Length : space;
    }

    /// <summary>“- …”, “• …”, “1. …”, “2) …”, “a) …”, “(iv) …”.</summary>
    private static bool IsItem(string text, Passage line)
    {
        var words = text.AsSpan(line.Offset, Math.Min(line.Length, 8));
        if (words[0] is '•' or '·' or '▪' or '‣' or '*' or '\uF0B7' or '►' or '✓')
            return true;
        if (words[0] is '-' or '–' or '—')
            return words.Length > 1 && char.IsWhiteSpace(words[1]);
        var i = words[0] == '(' ? 1 : 0;
        var start = i;
        while (i < words.Length && i < start + 4 && char.IsAsciiLetterOrDigit(words[i]))
            i++;
        if (i == start || i + 1 >= words.Length || !char.IsWhiteSpace(words[i + 1]))
            return false;
        return words[i] == ')' || (words[i] == '.' && char.IsAsciiDigit(words[start]) && i - start <= 2);
    }

    /// <summary>“Por la OIM: …”, “Responsible: …”: a line of a form.</summary>
    private static bool IsLabelled(string text, Passage line)
    {
        if (!char.IsUpper(text[line.Offset]))
            return false;
        var words = 1;
        for (var i = line.Offset + 1; i + 1 < line.End && words <= MostLabelWords; i++)
        {
            if (text[i] is ':')
                return char.IsWhiteSpace(text[i + 1]);
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not (' ' or '/' or '-' or '(' or ')'))
                return false;
            words += text[i] is ' ' ? 1 : 0;
        }

        return false;
    }

    private static Passage Trimmed(string text, int from, int to)
    {
        while (from < to && (IsBlank(text[from]) || text[from] is '>'))
            from++;
        while (to > from && IsBlank(text[to - 1]))
            to--;
        return Passage.Between(from, to);
    }

    /// <summary>Space, and the marks that only say where a line may break.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';
}
