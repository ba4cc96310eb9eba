using System.Globalization;

namespace Relations.Domain.Time;

/// <summary>
/// A day of the proleptic Gregorian calendar, with the year 0 (ISO 8601-1: year 0 is 1 BC, year -1 is 2 BC). It exists because EDTF knows
/// years that <see cref="DateOnly"/> does not, such as <c>-1985</c> or <c>Y170000002</c>.
/// </summary>
/// <param name="Year">The year; in what <see cref="EdtfDate"/> gives, at most 18 digits.</param>
/// <param name="Month">The month, 1 to 12. Not checked here: days come from a date that was checked when it was read.</param>
/// <param name="Day">The day of the month, 1 to 31. Not checked here either.</param>
public readonly record struct EdtfDay(long Year, int Month, int Day) : IComparable<EdtfDay>
{
    /// <summary>The same day as <paramref name="day"/>.</summary>
    /// <param name="day">Any day.</param>
    public static EdtfDay Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The day as a <see cref="DateOnly"/>, or null where its year is not within 1 to 9999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month or the day of the month does not exist.</exception>
    public DateOnly? ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly((int)Year, Month, Day) : null;

    /// <summary>Orders by year, month and day.</summary>
    /// <param name="other">The day to compare with.</param>
    public int CompareTo(EdtfDay other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(EdtfDay left, EdtfDay right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(EdtfDay left, EdtfDay right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/> or is the same day.</summary>
    public static bool operator <=(EdtfDay left, EdtfDay right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/> or is the same day.</summary>
    public static bool operator >=(EdtfDay left, EdtfDay right) => left.CompareTo(right) >= 0;

    /// <summary>Year, month and day with hyphens, the same in every culture; for messages, not for storage.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");

    /// <summary>The number of days of a month, for any year.</summary>
    /// <param name="year">Any year.</param>
    /// <param name="month">1 to 12.</param>
    internal static int DaysInMonth(long year, int month) =>
        // The calendar repeats every 400 years, so a year that the framework knows stands for any other.
        DateTime.DaysInMonth(2000 + (int)(year % 400), month);
}
