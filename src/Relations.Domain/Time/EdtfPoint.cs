namespace Relations.Domain.Time;

/// <summary>One date of an EDTF text: the whole text, or one end of an interval.</summary>
/// <param name="Form">How it was written.</param>
/// <param name="Earliest">The first day it can mean.</param>
/// <param name="Latest">The last day it can mean.</param>
internal sealed record EdtfPoint(EdtfForm Form, EdtfDay Earliest, EdtfDay Latest)
{
    /// <summary>What the writer doubted.</summary>
    public EdtfQualifier Qualifier { get; init; }

    /// <summary>21 spring, 22 summer, 23 autumn, 24 winter; 0 where the form is not a season.</summary>
    public int Season { get; init; }

    /// <summary>The time of day as written, <c>hh:mm:ss</c>; null where the form is not a date with a time.</summary>
    public string? Clock { get; init; }

    /// <summary>What follows the time of day: nothing for local time, <c>Z</c>, <c>+04:30</c> or <c>-04</c>.</summary>
    public string Shift { get; init; } = "";

    /// <summary>The finest unit whose value is known.</summary>
    public EdtfPrecision Precision => Form switch
    {
        EdtfForm.Time => EdtfPrecision.Time,
        EdtfForm.Day => EdtfPrecision.Day,
        EdtfForm.Month or EdtfForm.UnspecifiedDay => EdtfPrecision.Month,
        EdtfForm.Season => EdtfPrecision.Season,
        EdtfForm.Decade => EdtfPrecision.Decade,
        EdtfForm.Century => EdtfPrecision.Century,
        _ => EdtfPrecision.Year,
    };

    /// <summary>Every day from the first of <paramref name="firstYear"/> to the last of <paramref name="lastYear"/>.</summary>
    public static EdtfPoint OfYears(EdtfForm form, long firstYear, long lastYear) =>
        new(form, new EdtfDay(firstYear, 1, 1), new EdtfDay(lastYear, 12, 31));

    /// <summary>Every day of a month that exists.</summary>
    public static EdtfPoint OfMonth(EdtfForm form, long year, int month) =>
        new(form, new EdtfDay(year, month, 1), new EdtfDay(year, month, EdtfDay.DaysInMonth(year, month)));
}

/// <summary>The forms of a single date in levels 0 and 1. The names are also the names of their words in the resources.</summary>
internal enum EdtfForm
{
    /// <summary><c>1985-04-12T23:20:30Z</c></summary>
    Time,

    /// <summary><c>1985-04-12</c></summary>
    Day,

    /// <summary><c>1985-04</c></summary>
    Month,

    /// <summary><c>2001-21</c></summary>
    Season,

    /// <summary><c>1985</c>, <c>-1985</c>, <c>Y170000002</c></summary>
    Year,

    /// <summary><c>1985-04-XX</c></summary>
    UnspecifiedDay,

    /// <summary><c>2004-XX</c></summary>
    UnspecifiedMonth,

    /// <summary><c>1985-XX-XX</c></summary>
    UnspecifiedMonthAndDay,

    /// <summary><c>201X</c></summary>
    Decade,

    /// <summary><c>20XX</c></summary>
    Century,
}

/// <summary>The qualifiers of level 1, “Qualification of a date (complete)”. The names are also those of their words.</summary>
[Flags]
internal enum EdtfQualifier
{
    /// <summary>Nothing was doubted.</summary>
    None = 0,

    /// <summary><c>?</c></summary>
    Uncertain = 1,

    /// <summary><c>~</c></summary>
    Approximate = 2,

    /// <summary><c>%</c></summary>
    UncertainAndApproximate = Uncertain | Approximate,
}
