using System.Text;
using UglyToad.PdfPig.Content;

namespace Relations.Reading.Documents;

/// <summary>A line of a page.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Base">How high on the page it stands.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Size">The height of its letters.</param>
internal sealed record PdfLine(string Text, double Base, double Left, double Right, double Size);

/// <summary>Puts the letters of a page together to lines, in the order in which the page draws them: that follows columns.</summary>
internal static class PdfLines
{
    /// <summary>The lines of a page.</summary>
    /// <param name="letters">Its letters.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static List<PdfLine> Of(IReadOnlyList<Letter> letters, CancellationToken cancellation)
    {
        List<PdfLine> lines = [];
        var text = new StringBuilder();
        Letter? first = null;
        Letter? last = null;
        foreach (var letter in letters)
        {
            cancellation.ThrowIfCancellationRequested();
            if (letter.Value.Length == 0)
                continue;
            if (last is not null && first is not null && !IsSameLine(last, letter))
            {
                Close(first, last);
                first = null;
            }
            else if (last is not null && first is not null && IsGap(last, letter) && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }

            text.Append(letter.Value);
            first ??= letter;
            last = letter;
        }

        if (first is not null && last is not null)
            Close(first, last);
        return lines;

        void Close(Letter from, Letter to)
        {
            var words = text.ToString().Trim();
            text.Clear();
            if (words.Length > 0)
                lines.Add(new(words, from.StartBaseLine.Y, from.StartBaseLine.X, to.EndBaseLine.X, Size(from)));
        }
    }

    private static double Size(Letter letter) => letter.PointSize > 0 ? letter.PointSize : Math.Max(1, letter.BoundingBox.Height);

    private static bool IsSameLine(Letter left, Letter right) =>
        Math.Abs(left.StartBaseLine.Y - right.StartBaseLine.Y) < 0.5 * Math.Max(Size(left), Size(right)) && right.StartBaseLine.X > left.StartBaseLine.X - Size(left);

    private static bool IsGap(Letter left, Letter right) => right.StartBaseLine.X - left.EndBaseLine.X > 0.2 * Size(left);
}
