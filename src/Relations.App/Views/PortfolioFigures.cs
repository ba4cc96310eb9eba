using Relations.Domain.Time;

namespace Relations.App.Views;

/// <summary>What a row of the portfolio says on a day. The row itself knows no day, so that a rebuild makes the same.</summary>
/// <param name="DaysQuiet">Days since the last meeting, counted from its last possible day; null where none was held or its end is unknown.</param>
/// <param name="NextMeeting">The first meeting that is planned and may still come.</param>
/// <param name="Ending">Agreements in force whose term certainly ends within twelve months.</param>
/// <param name="Overdue">Open commitments whose due date has passed.</param>
/// <param name="Trend">Meetings held in each of the last months, the oldest first.</param>
public sealed record PortfolioFigures(int? DaysQuiet, EdtfDate? NextMeeting, int Ending, int Overdue, IReadOnlyList<PortfolioMonth> Trend)
{
    /// <summary>How many months back the trend goes.</summary>
    public const int Months = 24;

    /// <summary>How many months ahead an end is looked for unless said otherwise.</summary>
    public const int EndingMonths = 12;

    /// <summary>The figures of a row on a day.</summary>
    /// <param name="row">The row.</param>
    /// <param name="day">The day.</param>
    public static PortfolioFigures Of(PortfolioRow row, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.LastMeeting?.Latest?.ToDateOnly() is { } last ? Math.Max(0, day.DayNumber - last.DayNumber) : null,
            row.Planned.FirstOrDefault(p => !p.HasEndedBefore(day)),
            EndingWithin(row, day, EndingMonths),
            row.Due.Count(d => d.HasEndedBefore(day)),
            [.. Enumerable.Range(1 - Months, Months).Select(day.AddMonths).Select(m => PortfolioMonth.Of(row, m))]);
    }

    /// <summary>Agreements in force whose term certainly ends within some months.</summary>
    /// <param name="row">The row.</param>
    /// <param name="day">The day.</param>
    /// <param name="months">The months.</param>
    public static int EndingWithin(PortfolioRow row, DateOnly day, int months)
    {
        ArgumentNullException.ThrowIfNull(row);
        var after = EdtfDate.Of(day.AddMonths(months).AddDays(1));
        return row.Ends.Count(e => e.CertainlyBefore(after));
    }

    /// <summary>Whether nothing was heard for longer than some days: no meeting was held, or the last one is longer ago.</summary>
    /// <param name="row">The row.</param>
    /// <param name="days">The days.</param>
    public bool IsQuietFor(PortfolioRow row, int days)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.LastMeeting is null || DaysQuiet > days;
    }
}

/// <summary>The meetings of a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Meetings">How many were held.</param>
public sealed record PortfolioMonth(DateOnly Month, int Meetings)
{
    internal static PortfolioMonth Of(PortfolioRow row, DateOnly day) => new(
        new(day.Year, day.Month, 1),
        row.MeetingsByMonth.GetValueOrDefault(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}")));
}
