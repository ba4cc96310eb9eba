using System.Globalization;
using System.Text.RegularExpressions;

namespace Relations.Domain.Time;

/// <summary>
/// Reads a date as people type it, in Spanish or English, whatever language they read: <c>12/02/2016</c>, <c>12 feb 2016</c>,
/// <c>febrero de 2016</c>, <c>hoy</c>. Whatever EDTF can say is read as EDTF. A day written in digits comes before its month.
/// </summary>
public static partial class TypedDate
{
    /// <summary>Fewer letters than these name more than one month.</summary>
    private const int FewestLetters = 3;

    /// <summary>Besides the names that the cultures know: the form that is usual in Peru and Ecuador.</summary>
    private static readonly (string Name, int Month)[] Months =
    [
        .. MonthsOf("es"), .. MonthsOf("en"), ("setiembre", 9),
    ];

    /// <summary>The date that a text says; null where it says none.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">What <c>today</c> means.</param>
    public static EdtfDate? Read(string? text, DateOnly today)
    {
        var typed = text?.Trim() ?? "";
        if (EdtfDate.TryParse(typed, out var date))
            return date;
        var words = typed.ToLowerInvariant();
        return words switch
        {
            "hoy" or "today" => EdtfDate.Of(today),
            "ayer" or "yesterday" => EdtfDate.Of(today.AddDays(-1)),
            _ when Digits().Match(words) is { Success: true } found => Of(found, Number(found, "month")),
            _ when DayFirst().Match(words) is { Success: true } found => Of(found, MonthOf(found)),
            _ when MonthFirst().Match(words) is { Success: true } found => Of(found, MonthOf(found)),
            _ => null,
        };
    }

    private static EdtfDate? Of(Match found, int? month)
    {
        var (year, day) = (Number(found, "year"), Number(found, "day"));
        var text = (month, day) switch
        {
            (null, _) => "",
            (_, null) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
        };
        return EdtfDate.TryParse(text, out var date) ? date : null;
    }

    private static int? Number(Match found, string part) =>
        found.Groups[part] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static int? MonthOf(Match found)
    {
        var name = found.Groups["name"].Value;
        int[] months = name.Length < FewestLetters
            ? []
            : [.. Months.Where(m => m.Name.StartsWith(name, StringComparison.Ordinal)).Select(m => m.Month).Distinct()];
        return months is [var month] ? month : null;
    }

    private static IEnumerable<(string Name, int Month)> MonthsOf(string language) => CultureInfo.GetCultureInfo(language)
        .DateTimeFormat.MonthNames.Take(12).Select((name, i) => (name.ToLowerInvariant(), i + 1));

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})[/.-])?(?<month>\d{1,2})[/.-](?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:(?<day>\d{1,2})[ºª°]?[ -]+(?:de +)?)?(?<name>\p{L}+)\.?,?[ -]+(?:del? +)?(?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<name>\p{L}+)\.? +(?<day>\d{1,2})(?:st|nd|rd|th)?,? +(?<year>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();
}
