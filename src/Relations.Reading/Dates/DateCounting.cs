using System.Globalization;
using Relations.Domain.Time;

namespace Relations.Reading.Dates;

/// <summary>What dates without a year or a day are counted from.</summary>
/// <param name="Year">The year.</param>
/// <param name="Day">The day; null where only the year is known.</param>
/// <param name="IsDoubtful">Whether it is only the day on which the text was handed in; what is counted from it is uncertain.</param>
internal sealed record Anchor(int Year, DateOnly? Day, bool IsDoubtful = false)
{
    /// <summary>The anchor that a date gives; null where it gives not even a year.</summary>
    /// <param name="date">The date.</param>
    public static Anchor? Of(EdtfDate? date) => date is { Earliest: { } first, Latest: { } last } && first.Year == last.Year && first.Year is >= 1 and <= 9999
        ? new((int)first.Year, first == last ? first.ToDateOnly() : null)
        : null;
}

/// <summary>Whether a sentence tells of what was or of what is to be.</summary>
internal enum Tense
{
    /// <summary>It does not tell.</summary>
    Unknown,

    /// <summary>What was.</summary>
    Past,

    /// <summary>What is to be.</summary>
    Future,
}

/// <summary>What a written date comes to.</summary>
/// <param name="Date">The date; null where its year cannot be told.</param>
/// <param name="IsCounted">Whether it was counted from another.</param>
/// <param name="Other">Another reading.</param>
/// <param name="IsContradicted">Whether the day of the week is not that day's.</param>
internal readonly record struct CountedDate(EdtfDate? Date, bool IsCounted, EdtfDate? Other = null, bool IsContradicted = false);

/// <summary>Counts written dates from an anchor. What cannot be told stays unknown.</summary>
internal static class DateCounting
{
    /// <summary>Three months, beyond which nobody says “el jueves 07” without the month.</summary>
    private const int FarthestDays = 92;

    /// <summary>What a written date comes to.</summary>
    /// <param name="written">The date as written.</param>
    /// <param name="anchor">What it is counted from; null where the text gives nothing.</param>
    /// <param name="tense">Whether the sentence tells of what was or is to be.</param>
    public static CountedDate Count(WrittenDate written, Anchor? anchor, Tense tense)
    {
        try
        {
            var counted = written is CalendarDate calendar
                ? OfCalendar(calendar, anchor, tense)
                : written is Decade decade ? new(Parse($"{decade.First / 10}X"), false) : FromDay(written, anchor, tense);
            return counted is { IsCounted: true, Date: { } date } && anchor is { IsDoubtful: true } ? counted with { Date = Doubt(date) } : counted;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Beyond the first or the last day that there is a calendar for.
            return new(null, true);
        }
    }

    private static CountedDate OfCalendar(CalendarDate date, Anchor? anchor, Tense tense)
    {
        if (YearOf(date, anchor, tense) is not { } year)
            return new(null, true);
        var isCounted = date.Start.Year is null;
        var (start, end) = (Text(date.Start, year), date.End is { } last ? Text(last, last.Year ?? (last.Month < date.Start.Month ? year + 1 : year)) : null);
        var mark = date.IsApproximate ? "~" : "";
        var parsed = Parse(end is null ? start + mark : $"{start}/{end}");
        var isContradicted = date.Weekday is { } weekday && DayOf(date.Start, year) is { } day && day.DayOfWeek != weekday;
        return new(parsed, isCounted, date.Other is { } other ? Parse(Text(other, year)) : null, isContradicted);
    }

    private static int? YearOf(CalendarDate date, Anchor? anchor, Tense tense)
    {
        if (date.Start.Year is { } written)
            return written;
        if (anchor is null)
            return null;
        if (date.Start.Shift is { } shift)
            return anchor.Year + shift;
        if (anchor.Day is not { } today)
            return anchor.Year;
        int[] years = [today.Year - 1, today.Year, today.Year + 1];
        var possible = years.Where(y => DayOf(date.Start, y) is { } day && (date.Weekday is null || day.DayOfWeek == date.Weekday)).ToList();
        if (possible.Count == 0)
            possible = [.. years.Where(y => DayOf(date.Start, y) is not null)];
        return Nearest(possible, y => Distance(date, y, today), tense);
    }

    /// <summary>How many days a date of a year lies after today; none where today lies in it.</summary>
    private static int Distance(CalendarDate date, int year, DateOnly today)
    {
        var first = DayOf(date.Start, year)!.Value;
        var last = date.End is { } end ? DayOf(end, end.Month < date.Start.Month ? year + 1 : year) ?? first
            : date.Start.Day is null ? first.AddMonths(1).AddDays(-1) : first;
        return first > today ? first.DayNumber - today.DayNumber : last < today ? last.DayNumber - today.DayNumber : 0;
    }

    private static int? Nearest(IReadOnlyList<int> years, Func<int, int> distance, Tense tense)
    {
        var fitting = years.Where(y => tense switch { Tense.Past => distance(y) <= 0, Tense.Future => distance(y) >= 0, _ => true }).ToList();
        return fitting.Count == 0 ? null : fitting.MinBy(y => Math.Abs(distance(y)));
    }

    private static CountedDate FromDay(WrittenDate written, Anchor? anchor, Tense tense)
    {
        if (anchor is not null && written is YearCount years)
            return new(Parse(string.Create(CultureInfo.InvariantCulture, $"{anchor.Year + years.Years:0000}{(years.IsApproximate ? "~" : "")}")), true);
        if (anchor?.Day is not { } today)
            return new(null, true);
        return written switch
        {
            DayCount days => new(EdtfDate.Of(today.AddDays(days.Days)), true),
            WeekCount weeks => new(Week(today.AddDays(7 * weeks.Weeks)), true),
            MonthCount months => new(Parse(today.AddMonths(months.Months).ToString("yyyy-MM", CultureInfo.InvariantCulture) + (months.IsApproximate ? "~" : "")), true),
            WeekdayDate weekday => OfWeekday(weekday, today, tense),
            _ => new(null, true),
        };
    }

    private static EdtfDate? Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Parse($"{EdtfDate.Of(monday)}/{EdtfDate.Of(monday.AddDays(6))}");
    }

    private static CountedDate OfWeekday(WeekdayDate date, DateOnly today, Tense tense)
    {
        var direction = (date.Direction, tense) switch { (not 0, _) => date.Direction, (_, Tense.Future) => 1, _ => -1 };
        // "el jueves" may be today; "el pasado jueves" and "el próximo jueves" may not.
        var nearest = date.Direction == 0 ? 0 : 1;
        var farthest = date.Day is null ? 7 : FarthestDays;
        for (var n = nearest; n <= farthest; n++)
        {
            var day = today.AddDays(direction * n);
            if (day.DayOfWeek == date.Weekday && (date.Day is null || day.Day == date.Day))
                return new(EdtfDate.Of(day), true, date is { Day: null, Direction: 1 } && n < 7 ? EdtfDate.Of(day.AddDays(7)) : null);
        }

        return new(null, true, null, date.Day is not null);
    }

    private static DateOnly? DayOf(CalendarPoint point, int year) =>
        year is >= 1 and <= 9999 && (point.Day ?? 1) <= DateTime.DaysInMonth(year, point.Month ?? 1) ? new(year, point.Month ?? 1, point.Day ?? 1) : null;

    private static string Text(CalendarPoint point, int year) => point switch
    {
        { Day: { } day, Month: { } month } => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
        { Month: { } month } => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}"),
    };

    private static EdtfDate? Doubt(EdtfDate date) => date.IsInterval || date.IsApproximate ? date : Parse($"{date}?");

    private static EdtfDate? Parse(string text) => EdtfDate.TryParse(text, out var date) ? date : null;
}
