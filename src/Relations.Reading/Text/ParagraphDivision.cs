namespace Relations.Reading.Text;

/// <summary>Divides a text into paragraphs.</summary>
internal static class ParagraphDivision
{
    /// <summary>
    /// Divides at empty lines and at line ends; a line that ends without a mark and is followed by a small letter was broken within its
    /// sentence, as e-mail and PDF do, and goes on.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How much of it is read.</param>
    public static IReadOnlyList<Passage> Divide(string text, int length)
    {
        List<Passage> paragraphs = [];
        var start = -1;
        var end = 0;
        for (var line = 0; line < length;)
        {
            var stop = text.IndexOf('\n', line, length - line);
            var next = stop < 0 ? length : stop + 1;
            var (from, to) = Trimmed(text, line, stop < 0 ? length : stop);
            if (from == to)
            {
                Close();
            }
            else
            {
                if (start >= 0 && !GoesOn(text, end, from))
                    Close();
                start = start < 0 ? from : start;
                end = to;
            }

            line = next;
        }

        Close();
        return paragraphs;

        void Close()
        {
            if (start >= 0)
                paragraphs.Add(Passage.Between(start, end));
            start = -1;
        }
    }

    private static bool GoesOn(string text, int end, int next) =>
        char.IsLower(text[next]) && text[end - 1] is not ('.' or ':' or ';' or '!' or '?' or '»' or '”');

    private static (int From, int To) Trimmed(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
        return (from, to);
    }
}
