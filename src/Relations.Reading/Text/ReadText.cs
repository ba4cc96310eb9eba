using System.Text.RegularExpressions;

namespace Relations.Reading.Text;

/// <summary>A word, a number or a mark of a text.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Written">As written.</param>
/// <param name="Folded">In small letters and without diacritics, for comparing: <c>secretaria</c>.</param>
internal readonly record struct Token(Passage Passage, string Written, string Folded)
{
    /// <summary>Whether it is a word or a number, and not a mark.</summary>
    public bool IsWord => char.IsLetterOrDigit(Written[0]);

    /// <summary>Whether it begins with a capital letter.</summary>
    public bool IsCapitalised => char.IsUpper(Written[0]);

    /// <summary>Whether it is written in capitals alone, as acronyms are; at least two of them.</summary>
    public bool IsAllCapitals
    {
        get
        {
            var capitals = 0;
            foreach (var c in Written)
            {
                if (char.IsLower(c))
                    return false;
                capitals += char.IsUpper(c) ? 1 : 0;
            }

            return capitals > 1;
        }
    }
}

/// <summary>A sentence, or a heading or other line that stands alone.</summary>
/// <param name="Passage">Where it stands, without the space around it.</param>
/// <param name="Paragraph">The number of its paragraph, from 0.</param>
/// <param name="Tokens">Its words and marks.</param>
internal sealed record Sentence(Passage Passage, int Paragraph, IReadOnlyList<Token> Tokens);

/// <summary>A text divided into paragraphs, sentences and words, with its language.</summary>
internal sealed partial class ReadText
{
    /// <summary>More words and marks than a sentence has, even one that names a whole conference.</summary>
    private const int MostTokens = 700;

    private ReadText(string text, bool cut, string? language, IReadOnlyList<Passage> paragraphs, IReadOnlyList<Sentence> sentences)
    {
        (Text, IsCut, Language, Paragraphs, Sentences) = (text, cut, language, paragraphs, sentences);
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Whether it is longer than is read.</summary>
    public bool IsCut { get; }

    /// <summary>Its language: <c>es</c>, <c>en</c>, or null where it is neither.</summary>
    public string? Language { get; }

    /// <summary>Its paragraphs: what an empty line parts, and each line where lines are not broken within sentences.</summary>
    public IReadOnlyList<Passage> Paragraphs { get; }

    /// <summary>Its sentences in order.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Divides a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language, where that is known apart from it.</param>
    public static ReadText Of(string text, string? language = null)
    {
        var length = Math.Min(text.Length, CommuniqueReader.MostRead);
        var paragraphs = ParagraphDivision.Divide(text, length);
        List<Sentence> sentences = [];
        for (var i = 0; i < paragraphs.Count; i++)
        {
            foreach (var passage in SentenceDivision.Divide(text, paragraphs[i]))
                Add(sentences, new(passage, i, Tokenise(text, passage)));
        }

        return new(text, text.Length > length, language ?? LanguageGuess.Of(sentences), paragraphs, sentences);
    }

    /// <summary>A sentence longer than any that is written falls into parts, so that no stage pays for its length twice; one without a word is none.</summary>
    private static void Add(List<Sentence> sentences, Sentence sentence)
    {
        if (sentence.Tokens.Count is > 0 and <= MostTokens)
            sentences.Add(sentence);
        if (sentence.Tokens.Count <= MostTokens)
            return;
        foreach (var part in sentence.Tokens.Chunk(MostTokens))
            sentences.Add(new(part[0].Passage.Through(part[^1].Passage), sentence.Paragraph, part));
    }

    /// <summary>The words of a passage.</summary>
    /// <param name="passage">The passage.</param>
    public string In(Passage passage) => passage.In(Text);

    /// <summary>The number of the sentence that a place lies in; the one before it where it lies between two; 0 where there is none.</summary>
    /// <param name="offset">The place.</param>
    public int SentenceAt(int offset)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Sentences[middle].Passage.Offset <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Small letters without diacritics; <c>ñ</c> becomes <c>n</c>, as people who type in haste write it.</summary>
    /// <param name="written">As written.</param>
    public static string Fold(string written) => Folding.Of(written);

    /// <summary>The words and marks of a passage.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passage">The passage.</param>
    internal static IReadOnlyList<Token> Tokenise(string text, Passage passage)
    {
        List<Token> tokens = [];
        foreach (var match in Tokens().EnumerateMatches(text.AsSpan(passage.Offset, passage.Length)))
        {
            var at = new Passage(passage.Offset + match.Index, match.Length);
            var written = at.In(text);
            if (written != ">" || !IsQuoteMark(text, at.Offset))
                tokens.Add(new(at, written, Fold(written)));
        }

        return tokens;
    }

    /// <summary>The “>” at the start of a line that an e-mail quotes.</summary>
    private static bool IsQuoteMark(string text, int at)
    {
        // Nobody quotes deeper.
        for (var i = at - 1; i > at - 16; i--)
        {
            if (i < 0 || text[i] == '\n')
                return true;
            if (text[i] is not ('>' or ' '))
                return false;
        }

        return false;
    }

    // A word keeps its inner hyphens, apostrophes and points of initials ("S.E.", "U.S."), also where a line breaks it; all other marks stand
    // alone. Marks that only say where a line may break are part of a word, and nothing between words.
    [GeneratedRegex(
        @"(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\u00AD\u200B-\u200D\u2060]*(?:(?:['’\-]|-\r?\n(?=\p{Ll}))\p{L}[\p{L}\p{M}\u00AD\u200B-\u200D\u2060]*)*|\p{Nd}+" +
        @"|[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\s\u00AD\u200B-\u200F\u2060\uFEFF]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();
}
