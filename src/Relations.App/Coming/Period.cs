using System.Globalization;
using Relations.Domain.Time;

namespace Relations.App.Coming;

/// <summary>Some days in a row.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record Period(DateOnly First, DateOnly Last)
{
    /// <summary>What the months of <see cref="Months"/> are called: <c>2016-02</c>.</summary>
    private const string MonthFormat = "yyyy-MM";

    /// <summary>Every day of the calendar.</summary>
    public static Period Everything { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The months that it touches, in their order.</summary>
    public IEnumerable<string> Months
    {
        get
        {
            for (var month = (First.Year * 12) + First.Month - 1; month <= (Last.Year * 12) + Last.Month - 1; month++)
                yield return string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");
        }
    }

    /// <summary>A month of every year, as <see cref="DatedRecord.Months"/> has it.</summary>
    /// <param name="month">A month, such as <c>2016-02</c>.</param>
    public static string EveryYear(string month) => "*" + month[^3..];

    /// <summary>A month.</summary>
    /// <param name="day">A day in it.</param>
    public static Period MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));
    }

    /// <summary>A month as an address says it; null where it says none, or one that no calendar of ours has a neighbour of.</summary>
    /// <param name="text">Such as <c>2016-02</c>.</param>
    public static Period? ReadMonth(string? text) =>
        DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.Year is > 1 and < 9999
            ? MonthOf(first)
            : null;

    /// <summary>Whether a date can mean one of these days.</summary>
    /// <param name="date">The date.</param>
    public bool Touches(EdtfDate date) => date.HasBegunBy(Last) && !date.HasEndedBefore(First);
}
