using System.Text;
using Relations.Domain.Recording;

namespace Relations.Reading.Documents;

/// <summary>What holds for the text of every document.</summary>
internal static class PlainText
{
    /// <summary>
    /// One kind of line end, no zeros, and no more than a source may hold. The rest stays as it was, because people compare what they see here
    /// with the document.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Finished(string text)
    {
        var finished = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\f', '\n').Replace("\0", "", StringComparison.Ordinal);
        return finished.Length <= Limits.SourceText ? finished : throw new DocumentException(DocumentProblem.TooLong);
    }
}

/// <summary>Puts the text of a document together from its blocks, with one space between words and one empty line between paragraphs.</summary>
internal sealed class TextBuilder
{
    private readonly StringBuilder _text = new();
    private char _pending;

    /// <summary>Adds text; space in it counts as one space.</summary>
    /// <param name="text">The text.</param>
    public void Add(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == '\u200B')
                Pend(' ');
            else if (c is not ('\u00AD' or '\uFEFF' or '\0'))
                Put(c);
        }
    }

    /// <summary>Begins a new line, or a new paragraph.</summary>
    /// <param name="isParagraph">Whether an empty line parts it from what was before.</param>
    public void Break(bool isParagraph) => Pend(isParagraph ? '\f' : '\n');

    /// <summary>Parts two cells of a row.</summary>
    public void NextCell() => Pend('\t');

    /// <summary>The text.</summary>
    public override string ToString() => _text.ToString();

    // The strongest parting that was asked for stands: a paragraph before a line before a cell before a space.
    private void Pend(char parting)
    {
        if ("\0 \t\n\f".IndexOf(parting, StringComparison.Ordinal) > "\0 \t\n\f".IndexOf(_pending, StringComparison.Ordinal))
            _pending = parting;
    }

    private void Put(char c)
    {
        if (_pending != '\0' && _text.Length > 0)
            _text.Append(_pending == '\f' ? "\n\n" : _pending.ToString());
        _pending = '\0';
        _text.Append(c);
        if (_text.Length > Limits.SourceText)
            throw new DocumentException(DocumentProblem.TooLong);
    }
}
