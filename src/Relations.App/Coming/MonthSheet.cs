namespace Relations.App.Coming;

/// <summary>A day on the sheet of a month, and what is on it.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsInMonth">Whether it is of the month itself, and not of a neighbour that fills the week.</param>
/// <param name="Dates">What is on it.</param>
public sealed record SheetDay(DateOnly Date, bool IsInMonth, IReadOnlyList<ComingDate> Dates);

/// <summary>A month laid out in weeks, from Monday on.</summary>
/// <param name="Weeks">The weeks, of seven days each.</param>
/// <param name="Sometime">What is in the month, or may be, on a day that nobody named.</param>
public sealed record MonthSheet(IReadOnlyList<IReadOnlyList<SheetDay>> Weeks, IReadOnlyList<ComingDate> Sometime)
{
    private const int DaysOfWeek = 7;

    /// <summary>Lays a month out.</summary>
    /// <param name="month">The month.</param>
    /// <param name="dates">What is in it.</param>
    public static MonthSheet Of(Period month, IReadOnlyList<ComingDate> dates)
    {
        var before = ((int)month.First.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;
        var days = month.Last.DayNumber - month.First.DayNumber + 1;
        var monday = month.First.AddDays(-before);
        var sheet = Enumerable.Range(0, (before + days + DaysOfWeek - 1) / DaysOfWeek * DaysOfWeek).Select(monday.AddDays).Select(day =>
        {
            var isInMonth = day >= month.First && day <= month.Last;
            return new SheetDay(
                day, isInMonth, isInMonth ? [.. dates.Where(d => d.Days is { } on && on.First <= day && day <= on.Last)] : []);
        });
        return new([.. sheet.Chunk(DaysOfWeek)], [.. dates.Where(d => d.Days is null)]);
    }
}
