using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>Tells whether an English text writes its dates in the order of the United States.</summary>
internal static class MonthFirst
{
    /// <summary>So where it writes at least one month in words before its day, and none after.</summary>
    /// <param name="text">The text.</param>
    public static bool Is(ReadText text)
    {
        var (before, after) = (0, 0);
        foreach (var tokens in text.Sentences.Select(s => s.Tokens))
        {
            for (var i = 0; i + 1 < tokens.Count; i++)
            {
                before += IsMonth(tokens[i]) && IsDay(tokens[i + 1]) ? 1 : 0;
                after += IsDay(tokens[i]) && IsMonth(tokens[i + 1]) ? 1 : 0;
            }
        }

        return before > 0 && after == 0;
    }

    private static bool IsMonth(Token token) => token.IsCapitalised && DateWords.Months.ContainsKey(token.Folded);

    private static bool IsDay(Token token) => token.Written.Length <= 2 && token.Written.All(char.IsAsciiDigit);
}
