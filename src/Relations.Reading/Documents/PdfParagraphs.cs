using System.Text;
using Relations.Domain.Recording;

namespace Relations.Reading.Documents;

/// <summary>Puts lines together to paragraphs: a wider gap, another size of letters or a line that ends early begins a new one.</summary>
internal sealed class PdfParagraphs
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a page. A sentence goes on from one page to the next.</summary>
    /// <param name="lines">The page's lines.</param>
    public void AddPage(IReadOnlyList<PdfLine> lines)
    {
        var shown = lines.Where((line, n) => !(n == 0 || n == lines.Count - 1) || !IsPageNumber(line.Text)).ToList();
        var gap = UsualGap(shown);
        var right = shown.Count == 0 ? 0 : shown.Max(l => l.Right);
        PdfLine? before = null;
        foreach (var line in shown)
        {
            var begins = before is null ? !GoesOn(line) : Begins(before, line, gap, right);
            Add(line.Text, begins);
            before = line;
        }
    }

    /// <summary>The text.</summary>
    public override string ToString() => _text.ToString();

    private static bool Begins(PdfLine before, PdfLine line, double gap, double right)
    {
        var down = before.Base - line.Base;
        return down < 0 || down > gap * 1.35 || Math.Abs(before.Size - line.Size) > 0.15 * Math.Max(before.Size, line.Size) || EndsEarly(before, line, right);
    }

    /// <summary>A line with room left for the next one's first word ended there on purpose, if what it says ends there too.</summary>
    private static bool EndsEarly(PdfLine before, PdfLine line, double right)
    {
        var space = line.Text.IndexOf(' ', StringComparison.Ordinal);
        var first = (space < 0 ? line.Text.Length : space) * line.Size * 0.6;
        return right - before.Right > first + line.Size && !char.IsLower(line.Text[0]);
    }

    /// <summary>Whether the first line of a page goes on with the last of the page before.</summary>
    private bool GoesOn(PdfLine line) => _text.Length > 0 && char.IsLower(line.Text[0]) && _text[^1] is not ('.' or ':' or '!' or '?');

    /// <summary>The gap between the lines of a paragraph: most gaps are, save on a page of short ones, so not the middle one is taken.</summary>
    private static double UsualGap(List<PdfLine> lines)
    {
        var gaps = lines.Zip(lines.Skip(1), (a, b) => a.Base - b.Base).Where(g => g > 0).Order().ToList();
        return gaps.Count == 0 ? double.MaxValue : gaps[gaps.Count / 4];
    }

    private void Add(string line, bool begins)
    {
        if (_text.Length + line.Length > Limits.SourceText)
            throw new DocumentException(DocumentProblem.TooLong);
        if (begins && _text.Length > 0)
            _text.Append("\n\n");
        else if (IsBrokenWord(line))
            _text.Length--;
        else if (_text.Length > 0)
            _text.Append(' ');
        _text.Append(line);
    }

    /// <summary>“coope-” and “ración”: the hyphen is the line's, not the word's.</summary>
    private bool IsBrokenWord(string line) => _text.Length > 1 && _text[^1] is '-' or '\u00AD' && char.IsLower(_text[^2]) && char.IsLower(line[0]);

    private static bool IsPageNumber(string line) =>
        line.Length <= 20 && line.Any(char.IsAsciiDigit) && line.Split((char[])[' ', '-', '–', '/', '|'], StringSplitOptions.RemoveEmptyEntries)
            .All(word => word.All(char.IsAsciiDigit) || word.ToUpperInvariant() is "PAGE" or "PÁGINA" or "PÁG." or "PAG." or "DE" or "OF" or "P.");
}
