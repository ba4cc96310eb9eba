using System.Collections.Frozen;
using System.Globalization;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>Finds the dates that a sentence writes, by walking its words once; each form looks ahead a fixed number of words.</summary>
/// <param name="sentence">The number of the sentence.</param>
/// <param name="tokens">Its words and marks.</param>
/// <param name="isEnglish">Whether the text is in English, where <c>may</c> and <c>march</c> are verbs.</param>
/// <param name="isMonthFirst">Whether digits of a date stand in the order of the United States.</param>
internal sealed partial class DateGrammar(int sentence, IReadOnlyList<Token> tokens, bool isEnglish, bool isMonthFirst)
{
    /// <summary>The dates of the sentence, in order; none meets another.</summary>
    public List<FoundDate> Read()
    {
        List<FoundDate> found = [];
        for (var i = 0; i < tokens.Count;)
        {
            var here = CanBegin(i) ? At(i) : [];
            found.AddRange(here);
            i = here.Count > 0 ? Math.Max(i + 1, here[^1].To) : i + 1;
        }

        return found;
    }

    private List<FoundDate> At(int i)
    {
        var dates = Calendar(i);
        if (dates.Count > 0)
            return dates;
        var one = Period(i) ?? Relative(i) ?? Year(i);
        return one is { } date ? [date] : [];
    }

    /// <summary>A cheap look that saves most words the walk through all forms.</summary>
    private bool CanBegin(int i) => char.IsAsciiDigit(tokens[i].Written[0]) || DateWords.First.Contains(Word(i)) || MonthPair(i) is not null;

    private string Word(int i) => i >= 0 && i < tokens.Count ? tokens[i].Folded : "";

    private bool Is(int i, FrozenSet<string> words) => words.Contains(Word(i));

    private int Skip(int i, FrozenSet<string> words, int most = 3)
    {
        for (var n = 0; n < most && Is(i, words); n++)
            i++;
        return i;
    }

    private bool Adjoin(int left, int right) =>
        left >= 0 && right < tokens.Count && tokens[left].Passage.End == tokens[right].Passage.Offset;

    private int? Digits(int i, int fewest, int most)
    {
        var word = Word(i);
        return word.Length >= fewest && word.Length <= most && word.All(char.IsAsciiDigit)
            ? int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
    }

    private FoundDate Found(int from, int to, WrittenDate date) => new(sentence, from, to, date);
}
