using System.Globalization;
using System.Text.RegularExpressions;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>
/// Adds months and days to a date without making it more precise than it was. Months count from date to date, and to the last day of the
/// month where it has no such day (Código Civil of Peru, art. 183; European Convention on the Calculation of Time-Limits, art. 4).
/// </summary>
/// <remarks>
/// <c>2027-06-30</c> less 3 months is <c>2027-03-30</c>, and <c>2027-06</c> less 3 months is <c>2027-03</c>. <c>2027</c> less 3 months is
/// <c>2026-10/2027-09</c>: the day lies somewhere between, and the bounds say so. Qualifiers are kept. What has no two bounds to move (an
/// unknown or open end, a season, unspecified digits) gives null, which is “unknown”.
/// </remarks>
internal static partial class DateArithmetic
{
    private const string Day = "yyyy-MM-dd";
    private const string Month = "yyyy-MM";
    private const string Year = "yyyy";

    /// <summary>The date some months later, or earlier where negative.</summary>
    internal static EdtfDate? AddMonths(this EdtfDate date, int months) => Move(
        date,
        (first, format) => first.AddMonths(months),
        (last, format) => format == Day ? last.AddMonths(months) : EndOfMonth(last.AddMonths(months)));

    /// <summary>The date some days later.</summary>
    internal static EdtfDate? AddDays(this EdtfDate date, int days) =>
        days == 0 ? date : Move(date, (first, _) => first.AddDays(days), (last, _) => last.AddDays(days));

    private static EdtfDate? Move(EdtfDate date, Func<DateOnly, string, DateOnly> moveFirst, Func<DateOnly, string, DateOnly> moveLast)
    {
        var ends = date.ToString()!.Split('/');
        if (Read(ends[0]) is not { } from || Read(ends[^1]) is not { } to)
            return null;
        try
        {
            return Write(moveFirst(from.First, from.Format), moveLast(to.Last, to.Format), from.Qualifier, to.Qualifier);
        }
        catch (ArgumentOutOfRangeException)
        {
            // Beyond year 1 or 9999, where there is no calendar to count in.
            return null;
        }
    }

    private static (DateOnly First, DateOnly Last, string Format, string Qualifier)? Read(string text)
    {
        var match = Simple().Match(text);
        var format = !match.Success ? null : match.Groups["day"].Success ? Day : match.Groups["month"].Success ? Month : Year;
        if (!DateOnly.TryParseExact(match.Groups["date"].Value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            return null;
        var last = format switch
        {
            Day => first,
            Month => EndOfMonth(first),
            _ => new(first.Year, 12, 31),
        };
        return (first, last, format!, match.Groups["qualifier"].Value);
    }

    private static EdtfDate Write(DateOnly first, DateOnly last, string qualifierOfFirst, string qualifierOfLast)
    {
        var months = first.Day == 1 && last == EndOfMonth(last);
        var years = months && first.Month == 1 && last.Month == 12;
        var format = years && first.Year == last.Year ? Year : months ? Month : Day;
        var from = first.ToString(format, CultureInfo.InvariantCulture) + qualifierOfFirst;
        var to = last.ToString(format, CultureInfo.InvariantCulture) + qualifierOfLast;
        return EdtfDate.Parse(from == to ? from : $"{from}/{to}");
    }

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    [GeneratedRegex(@"^(?<date>[0-9]{4}(?<month>-[0-9]{2}(?<day>-[0-9]{2})?)?)(?<qualifier>[?~%]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Simple();
}
