using System.Globalization;
using System.Text.RegularExpressions;
using Relations.Domain.Time;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>On which side of today a date without a year, or a weekday, is looked for.</summary>
public enum DateSense
{
    /// <summary>What happened: the latest such day.</summary>
    Past,

    /// <summary>What is due: the next such day.</summary>
    Coming,
}

/// <summary>
/// Reads a date that somebody typed by itself, in Spanish or English, as people say it: “ayer 10:00”, “12 feb”, “el jueves”,
/// “hace 3 días”, “12/02/2016”, “next Friday”. Never more precise than what was typed.
/// </summary>
public static partial class DatePhrase
{
    /// <summary>Longer than any date.</summary>
    public const int MostCharacters = 80;

    /// <summary>The farthest that is counted from today.</summary>
    private const int MostCounted = 999;

    /// <summary>The weekdays by their first letters, from Sunday; English ones of which fewer letters are also Spanish come in full.</summary>
    private static readonly string[][] Weekdays =
    [
        ["domingo", "dom", "sunday", "sun"], ["lunes", "lun", "monday", "mon"], ["martes", "mar", "tuesday", "tue"], ["miercoles", "mie", "wednesday", "wed"],
        ["jueves", "jue", "thursday", "thu"], ["viernes", "vie", "friday", "fri"], ["sabado", "sab", "saturday", "sat"],
    ];

    private static readonly string[] Months =
    [
        "enero january", "febrero february", "marzo march", "abril april", "mayo may", "junio june", "julio july", "agosto august",
        "septiembre setiembre september", "octubre october", "noviembre november", "diciembre december",
    ];

    private static readonly string[] Numbers =
    [
        "cero zero", "un una uno one a", "dos two", "tres three", "cuatro four", "cinco five", "seis six", "siete seven", "ocho eight", "nueve nine", "diez ten",
    ];

    /// <summary>Words around a date that change nothing.</summary>
    private static readonly HashSet<string> Idle =
        ["el", "la", "los", "las", "del", "de", "dia", "on", "the", "of", "para", "by", "at", "hasta", "until", "ultimo", "ultima", "last", "pasado", "pasada", "proximo", "proxima", "next", "este", "esta", "this", "que", "viene"];

    /// <summary>Reads a date.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The day on which it was typed.</param>
    /// <param name="sense">On which side of it a date without a year lies.</param>
    /// <returns>The date, with its time of day where one was typed; null where it is none.</returns>
    public static EdtfDate? Read(string? text, DateOnly today, DateSense sense = DateSense.Past)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length is 0 or > MostCharacters || typed.Any(char.IsSurrogate))
            return null;
        if (TypedDate.Read(typed, today) is { } plain)
            return plain;
        var folded = ReadText.Fold(typed);
        var clock = Clock().Match(folded);
        var rest = (clock.Success ? folded.Remove(clock.Index, clock.Length) : folded).Replace(',', ' ').Trim();
        var date = rest.Length == 0 ? EdtfDate.Of(today) : TypedDate.Read(rest, today) ?? Said(rest, today, sense) ?? InText(rest, today);
        return clock.Success && date is not null ? At(date, clock) : date;
    }

    private static EdtfDate? Said(string rest, DateOnly today, DateSense sense)
    {
        if (Named(rest, today) is { } named)
            return named;
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Counted(words, today) is { } counted)
            return counted;
        var direction = words.Any(w => w is "proximo" or "proxima" or "next" or "viene") ? DateSense.Coming
            : words.Any(w => w is "pasado" or "pasada" or "ultimo" or "last") ? DateSense.Past
            : sense;
        string[] telling = [.. words.Where(w => !Idle.Contains(w))];
        return telling switch
        {
            [var day] when WeekdayOf(day) is { } weekday => EdtfDate.Of(Nearest(today, direction, d => d.DayOfWeek == weekday, isStrict: true)!.Value),
            [var name] when MonthOf(name) is { } month => OfMonth(today, direction, month),
            [var digits] when DayAndMonth().Match(digits) is { Success: true } found => OfDay(today, direction, Number(found, "day"), Number(found, "month")),
            [var name, var day] when WeekdayOf(name) is { } weekday && DayOf(day) is { } number =>
                Nearest(today, direction, d => d.DayOfWeek == weekday && d.Day == number) is { } found ? EdtfDate.Of(found) : null,
            [var day, var name] when MonthOf(name) is { } month && DayOf(day) is { } number => OfDay(today, direction, number, month),
            [var name, var day] when MonthOf(name) is { } month && DayOf(day) is { } number => OfDay(today, direction, number, month),
            [var weekday, var day, var name] when WeekdayOf(weekday) is { } of && MonthOf(name) is { } month && DayOf(day) is { } number =>
                Nearest(today, direction, d => (d.DayOfWeek, d.Day, d.Month) == (of, number, month)) is { } found ? EdtfDate.Of(found) : null,
            [var weekday, .. var others] when WeekdayOf(weekday) is { } of => OnWeekday(TypedDate.Read(string.Join(' ', others), today), of),
            _ => null,
        };
    }

    private static EdtfDate? Named(string rest, DateOnly today) => rest switch
    {
        "esta manana" or "esta tarde" or "esta noche" or "this morning" or "this afternoon" or "tonight" => EdtfDate.Of(today),
        "anoche" or "last night" => EdtfDate.Of(today.AddDays(-1)),
        "anteayer" or "antier" or "antes de ayer" or "the day before yesterday" => EdtfDate.Of(today.AddDays(-2)),
        "manana" or "tomorrow" => EdtfDate.Of(today.AddDays(1)),
        "pasado manana" or "the day after tomorrow" => EdtfDate.Of(today.AddDays(2)),
        "la semana pasada" or "semana pasada" or "last week" => OfWeek(today.AddDays(-7)),
        "esta semana" or "this week" => OfWeek(today),
        "la semana que viene" or "la proxima semana" or "proxima semana" or "next week" => OfWeek(today.AddDays(7)),
        "este mes" or "this month" => OfMonth(today),
        "el mes pasado" or "mes pasado" or "last month" => OfMonth(today.AddMonths(-1)),
        "el mes que viene" or "el proximo mes" or "proximo mes" or "next month" => OfMonth(today.AddMonths(1)),
        "fin de mes" or "a fin de mes" or "end of month" or "the end of the month" => EdtfDate.Of(new(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month))),
        "fin de ano" or "a fin de ano" or "end of year" or "the end of the year" => EdtfDate.Of(new(today.Year, 12, 31)),
        "este ano" or "this year" => OfYear(today.Year),
        "el ano pasado" or "last year" => OfYear(today.Year - 1),
        _ => null,
    };

    /// <summary>“hace 3 días”, “two weeks ago”, “en 10 días”. Weeks are counted roughly, and months and years name no day.</summary>
    private static EdtfDate? Counted(string[] words, DateOnly today) => words switch
    {
        ["hace", var number, var unit] => Counted(number, unit, -1, today),
        [var number, var unit, "ago"] => Counted(number, unit, -1, today),
        ["en" or "in", var number, var unit] => Counted(number, unit, 1, today),
        ["dentro", "de", var number, var unit] => Counted(number, unit, 1, today),
        _ => null,
    };

    private static EdtfDate? Counted(string number, string unit, int sign, DateOnly today)
    {
        if (NumberOf(number) is not { } count)
            return null;
        count *= sign;
        return unit switch
        {
            "dia" or "dias" or "day" or "days" => EdtfDate.Of(today.AddDays(count)),
            "semana" or "semanas" or "week" or "weeks" => EdtfDate.Parse(EdtfDate.Of(today.AddDays(7 * count)) + "~"),
            "mes" or "meses" or "month" or "months" => OfMonth(today.AddMonths(count)),
            "ano" or "anos" or "year" or "years" => OfYear(today.Year + count),
            _ => null,
        };
    }

    /// <summary>
    /// A form that only a text has, such as “doce de febrero del dos mil dieciséis”. A text may err in the weekday and be asked about later;
    /// whoever types can be asked at once, so what is not certain is no date here.
    /// </summary>
    private static EdtfDate? InText(string rest, DateOnly today) =>
        !rest.Split(' ').Any(w => WeekdayOf(w) is not null)
        && DateReader.Read(ReadText.Of(rest), new ReadingContext([], ReceivedOn: today)).Dates is [{ Date: { IsUncertain: false } date, Passage: var passage }]
        && rest[..passage.Offset].Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Idle.Contains) && rest[passage.End..].Trim(' ', '.').Length == 0
            ? date
            : null;

    private static EdtfDate? At(EdtfDate date, Match clock)
    {
        var hour = Number(clock, "hour") % 12 is var half && clock.Groups["half"].Success
            ? half + (clock.Groups["half"].ValueSpan[0] == 'p' ? 12 : 0)
            : Number(clock, "hour");
        var minute = clock.Groups["minute"].Success ? Number(clock, "minute") : 0;
        return EdtfDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{date}T{hour:00}:{minute:00}:00"), out var at) ? at : null;
    }

    private static DateOnly? Nearest(DateOnly today, DateSense sense, Func<DateOnly, bool> isMeant, bool isStrict = false)
    {
        const int fourYears = 1461;
        var step = sense == DateSense.Past ? -1 : 1;
        for (var i = isStrict ? 1 : 0; i <= fourYears; i++)
        {
            if (isMeant(today.AddDays(step * i)))
                return today.AddDays(step * i);
        }

        return null;
    }

    private static EdtfDate? OfDay(DateOnly today, DateSense sense, int day, int month) =>
        Nearest(today, sense, d => d.Day == day && d.Month == month) is { } found ? EdtfDate.Of(found) : null;

    private static EdtfDate? OnWeekday(EdtfDate? date, DayOfWeek weekday) =>
        date is { Precision: EdtfPrecision.Day } && DateOnly.TryParseExact(date.ToString(), "yyyy-MM-dd", out var day) && day.DayOfWeek == weekday ? date : null;

    private static EdtfDate OfMonth(DateOnly today, DateSense sense, int month)
    {
        var isOtherYear = sense == DateSense.Past ? month > today.Month : month < today.Month;
        return OfMonth(new DateOnly(today.Year + (isOtherYear ? (sense == DateSense.Past ? -1 : 1) : 0), month, 1));
    }

    private static EdtfDate OfMonth(DateOnly day) => EdtfDate.Parse(day.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    private static EdtfDate OfYear(int year) => EdtfDate.Parse(year.ToString("0000", CultureInfo.InvariantCulture));

    private static EdtfDate OfWeek(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return EdtfDate.Parse($"{EdtfDate.Of(monday)}/{EdtfDate.Of(monday.AddDays(6))}");
    }

    private static DayOfWeek? WeekdayOf(string word) =>
        Array.FindIndex(Weekdays, names => names.Contains(word.TrimEnd('.'))) is >= 0 and var i ? (DayOfWeek)i : null;

    /// <summary>At least three letters of a month, that are those of no other.</summary>
    private static int? MonthOf(string word)
    {
        var name = word.TrimEnd('.');
        int[] found = name.Length < 3 ? [] : [.. Enumerable.Range(1, 12).Where(m => Months[m - 1].Split(' ').Any(n => n.StartsWith(name, StringComparison.Ordinal)))];
        return found is [var month] ? month : null;
    }

    private static int? DayOf(string word) => int.TryParse(DayNumber().Match(word).Groups["day"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static int? NumberOf(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number <= MostCounted ? number : null)
        : Array.FindIndex(Numbers, n => n.Split(' ').Contains(word)) is >= 0 and var i ? i
        : null;

    private static int Number(Match found, string part) => int.Parse(found.Groups[part].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:a las? |at )?(?:(?<hour>\d{1,2})(?::|h)(?<minute>\d{2})(?: ?h| ?hrs?)?(?: ?(?<half>[ap])\.?m\b\.?)?|(?<hour>\d{1,2}) ?(?:(?<half>[ap])\.?m\b\.?|h(?:rs?)?\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<day>\d{1,2})[/.-](?<month>\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"^(?<day>\d{1,2})(?:st|nd|rd|th|º|ª|°|o)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayNumber();
}
