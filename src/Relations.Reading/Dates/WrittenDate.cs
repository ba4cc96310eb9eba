namespace Relations.Reading.Dates;

/// <summary>A date as it is written, before anything is counted.</summary>
internal abstract record WrittenDate;

/// <summary>A date by year, month and day, or a period between two.</summary>
/// <param name="Start">The date, or the period's first.</param>
/// <param name="End">The period's last; null where it is one date.</param>
internal sealed record CalendarDate(CalendarPoint Start, CalendarPoint? End = null) : WrittenDate
{
    /// <summary>The day of the week that is written beside it.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Whether it is written as approximate: “hacia 1992”, “about 1992”.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The other reading of digits whose order is not certain: <c>05/06/2016</c>.</summary>
    public CalendarPoint? Other { get; init; }
}

/// <summary>A year, a month or a day; what is not written is null.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month.</param>
/// <param name="Day">The day.</param>
/// <param name="Shift">The year where it is told from the present one: 0 for “de este año”, -1 for “del año pasado”.</param>
internal readonly record struct CalendarPoint(int? Year, int? Month = null, int? Day = null, int? Shift = null);

/// <summary>A decade.</summary>
/// <param name="First">Its first year.</param>
internal sealed record Decade(int First) : WrittenDate;

/// <summary>A day counted from today: “ayer”.</summary>
/// <param name="Days">How many days later; earlier where negative.</param>
internal sealed record DayCount(int Days) : WrittenDate;

/// <summary>A week counted from this one, Monday to Sunday: “la semana pasada”.</summary>
/// <param name="Weeks">How many weeks later.</param>
internal sealed record WeekCount(int Weeks) : WrittenDate;

/// <summary>A month counted from this one: “el mes pasado”.</summary>
/// <param name="Months">How many months later.</param>
/// <param name="IsApproximate">Whether it is only about then: “hace tres meses”.</param>
internal sealed record MonthCount(int Months, bool IsApproximate = false) : WrittenDate;

/// <summary>A year counted from this one: “el año pasado”.</summary>
/// <param name="Years">How many years later.</param>
/// <param name="IsApproximate">Whether it is only about then: “hace diez años”.</param>
internal sealed record YearCount(int Years, bool IsApproximate = false) : WrittenDate;

/// <summary>A day of the week: “el jueves”, “el jueves 07”, “el próximo lunes”.</summary>
/// <param name="Weekday">The day of the week.</param>
/// <param name="Day">The day of the month, where it is written.</param>
/// <param name="Direction">Before today (-1), after it (1), or as the verb says (0).</param>
internal sealed record WeekdayDate(DayOfWeek Weekday, int? Day, int Direction) : WrittenDate;

/// <summary>A written date and where it stands.</summary>
/// <param name="Sentence">The number of its sentence.</param>
/// <param name="From">Its first token.</param>
/// <param name="To">The first token after it.</param>
/// <param name="Date">The date.</param>
internal readonly record struct FoundDate(int Sentence, int From, int To, WrittenDate Date);
