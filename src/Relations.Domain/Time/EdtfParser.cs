using System.Buffers;

namespace Relations.Domain.Time;

/// <summary>
/// Reads EDTF levels 0 and 1. Every method returns null when it understood the text, or a sentence that says why not; each character is
/// looked at a bounded number of times.
/// </summary>
internal static class EdtfParser
{
    /// <summary>The longest form (an interval between two prefixed years with qualifiers) needs 43; more is not a date.</summary>
    private const int LongestText = 64;

    /// <summary>18 digits always fit a <see cref="long"/>.</summary>
    private const int LongestYear = 18;

    private const string WrongLength = "A date has 1 to 64 characters.";
    private const string Unreadable =
        "The text is not a date of EDTF level 0 or 1, such as 1992, 2016-02, 2016-02-12, 1992~ or 1992/..";
    private const string Level2 = "This form belongs to EDTF level 2, and only levels 0 and 1 are accepted.";
    private const string NoYear = "A year has four digits, with a minus sign before Christ; there is no year -0000.";
    private const string NoLongYear = "After Y comes a year of 5 to 18 digits that does not begin with 0, with a minus sign where it is negative.";
    private const string NoMonth = "A month is 01 to 12, and a season 21 to 24.";
    private const string NoDay = "The month does not have that day.";
    private const string NoTime = "A time of day is written hh:mm:ss after a whole date, with nothing, Z, +hh, -hh, +hh:mm or -hh:mm behind it.";

    /// <summary>All that a year with an exponent or with significant digits is made of.</summary>
    private static readonly SearchValues<char> InYearsOfLevel2 = SearchValues.Create("0123456789-YES");

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="date">The date, or null where the text is not one.</param>
    /// <returns>Null, or a sentence that says why the text is not a date.</returns>
    public static string? Read(string text, out EdtfDate? date)
    {
        date = null;
        if (text.Length is 0 or > LongestText)
        {
            return WrongLength;
        }

        if (IsSetOrYearOfLevel2(text))
        {
            return Level2;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return ReadInterval(text, slash, out date);
        }

        var problem = ReadPoint(text, out var point);
        date = point is null ? null : new EdtfDate(text, point, point);
        return problem;
    }

    /// <summary>Level 2 “Set representation”, “Exponential year” and “Significant digits”; only to give the better reason.</summary>
    private static bool IsSetOrYearOfLevel2(ReadOnlySpan<char> text) =>
        text is ['[' or '{', ..] || (text.ContainsAny('S', 'E') && !text.ContainsAnyExcept(InYearsOfLevel2));

    /// <summary>Level 0 “Time Interval” and level 1 “Extended Interval”.</summary>
    private static string? ReadInterval(string text, int slash, out EdtfDate? date)
    {
        date = null;
        EdtfPoint? end = null;
        var problem = ReadEnd(text.AsSpan(0, slash), out var start) ?? ReadEnd(text.AsSpan(slash + 1), out end);
        if (problem is not null)
        {
            return problem;
        }

        if (start is null && end is null)
        {
            return "An interval needs a date at one end at least.";
        }

        // Ends of different precision may share days (2004-06/2004); refused is only what cannot be true on any day.
        if (end?.Latest < start?.Earliest)
        {
            return "The interval ends before it starts.";
        }

        date = new EdtfDate(text, start, end);
        return null;
    }

    /// <summary>A date, or nothing for <c>..</c> (open) and for an empty text (unknown).</summary>
    private static string? ReadEnd(ReadOnlySpan<char> text, out EdtfPoint? point)
    {
        point = null;
        if (text is "" or "..")
        {
            return null;
        }

        var problem = ReadPoint(text, out point);
        return problem ?? point!.Form switch
        {
            EdtfForm.Time => "The ends of an interval are dates without a time of day.",
            // "Time Interval (L2)" is where the specification allows these.
            _ when text.Contains('X') => "Unspecified digits within an interval belong to EDTF level 2, and only levels 0 and 1 are accepted.",
            _ => null,
        };
    }

    private static string? ReadPoint(ReadOnlySpan<char> text, out EdtfPoint? point)
    {
        var qualifier = text switch
        {
            [.., '?'] => EdtfQualifier.Uncertain,
            [.., '~'] => EdtfQualifier.Approximate,
            [.., '%'] => EdtfQualifier.UncertainAndApproximate,
            _ => EdtfQualifier.None,
        };
        var bare = qualifier == EdtfQualifier.None ? text : text[..^1];
        var problem = bare switch
        {
            ['Y', .. var year] => ReadLongYear(year, out point),
            // A qualifier is for a date, so a time that carries one is read as a date, and refused.
            _ when qualifier == EdtfQualifier.None && bare.Contains('T') => ReadTime(bare, out point),
            _ => ReadDate(bare, out point),
        };
        point = point is null ? null : point with { Qualifier = qualifier };
        return problem;
    }

    /// <summary>Level 1 “Letter-prefixed calendar year”: only for years of more than four digits.</summary>
    private static string? ReadLongYear(ReadOnlySpan<char> text, out EdtfPoint? point)
    {
        point = null;
        var negative = text is ['-', ..];
        var digits = negative ? text[1..] : text;
        if (digits.Length is < 5 or > LongestYear || digits[0] == '0' || !TryNumber(digits, out var year))
        {
            return NoLongYear;
        }

        year = negative ? -year : year;
        point = EdtfPoint.OfYears(EdtfForm.Year, year, year);
        return null;
    }

    /// <summary>Level 0 “Date and Time”. The day is the one written, on the calendar of the place where it was written.</summary>
    private static string? ReadTime(ReadOnlySpan<char> text, out EdtfPoint? point)
    {
        var mark = text.IndexOf('T');
        var problem = ReadDate(text[..mark], out point);
        if (problem is not null)
        {
            return problem;
        }

        var day = point!;
        point = null;
        var time = text[(mark + 1)..];
        if (day.Form != EdtfForm.Day || time.Length < 8 || !IsClock(time[..8]) || !IsShift(time[8..]))
        {
            return NoTime;
        }

        point = day with { Form = EdtfForm.Time, Clock = time[..8].ToString(), Shift = time[8..].ToString() };
        return null;
    }

    private static bool IsClock(ReadOnlySpan<char> text) =>
        text is [_, _, ':', _, _, ':', _, _] && IsUpTo(text[..2], 23) && IsUpTo(text[3..5], 59) && IsUpTo(text[6..], 59);

    private static bool IsShift(ReadOnlySpan<char> text) => text switch
    {
        "" or "Z" => true,
        "-00" or "-00:00" => false, // ISO 8601-1 writes no shift with a plus sign only
        ['+' or '-', _, _] => IsUpTo(text[1..], 23),
        ['+' or '-', _, _, ':', _, _] => IsUpTo(text[1..3], 23) && IsUpTo(text[4..], 59),
        _ => false,
    };

    private static string? ReadDate(ReadOnlySpan<char> text, out EdtfPoint? point)
    {
        point = null;
        var negative = text is ['-', ..];
        var date = negative ? text[1..] : text;
        return date switch
        {
            { Length: 4 } => ReadYear(date, negative, out point),
            [_, _, _, _, '-', _, _] => ReadMonth(date, negative, out point),
            [_, _, _, _, '-', _, _, '-', _, _] => ReadDay(date, negative, out point),
            _ => Unreadable,
        };
    }

    /// <summary>A year, or one with its last one or two digits unspecified.</summary>
    private static string? ReadYear(ReadOnlySpan<char> text, bool negative, out EdtfPoint? point)
    {
        var (form, unknown, count) = text switch
        {
            [.., 'X', 'X'] => (EdtfForm.Century, 2, 100),
            [.., 'X'] => (EdtfForm.Decade, 1, 10),
            _ => (EdtfForm.Year, 0, 1),
        };
        point = null;
        if (!TryNumber(text[..^unknown], out var known))
        {
            return text.Contains('X') ? Level2 : Unreadable;
        }

        var low = known * count;
        var high = low + count - 1;
        if (negative && high == 0)
        {
            return NoYear;
        }

        // Before Christ the larger number is the earlier year, and -0000 is no year.
        point = negative ? EdtfPoint.OfYears(form, -high, -Math.Max(low, 1)) : EdtfPoint.OfYears(form, low, high);
        return null;
    }

    private static string? ReadMonth(ReadOnlySpan<char> text, bool negative, out EdtfPoint? point)
    {
        point = null;
        var problem = ReadWholeYear(text[..4], negative, out var year);
        if (problem is not null)
        {
            return problem;
        }

        if (text[5..] is "XX")
        {
            point = EdtfPoint.OfYears(EdtfForm.UnspecifiedMonth, year, year);
            return null;
        }

        if (!TryNumber(text[5..], out var month))
        {
            return text.Contains('X') ? Level2 : NoMonth;
        }

        point = month switch
        {
            >= 1 and <= 12 => EdtfPoint.OfMonth(EdtfForm.Month, year, (int)month),
            >= 21 and <= 24 => EdtfPoint.OfYears(EdtfForm.Season, year, year) with { Season = (int)month },
            _ => null,
        };
        return point is not null ? null : month is >= 25 and <= 41 ? Level2 : NoMonth;
    }

    private static string? ReadDay(ReadOnlySpan<char> text, bool negative, out EdtfPoint? point)
    {
        point = null;
        var problem = ReadWholeYear(text[..4], negative, out var year);
        if (problem is not null)
        {
            return problem;
        }

        if (text[5..] is "XX-XX")
        {
            point = EdtfPoint.OfYears(EdtfForm.UnspecifiedMonthAndDay, year, year);
            return null;
        }

        if (!TryNumber(text[5..7], out var month) || month is < 1 or > 12)
        {
            return text.Contains('X') ? Level2 : NoMonth;
        }

        var whole = EdtfPoint.OfMonth(EdtfForm.UnspecifiedDay, year, (int)month);
        if (text[8..] is "XX")
        {
            point = whole;
            return null;
        }

        if (!TryNumber(text[8..], out var number) || number < 1 || number > whole.Latest.Day)
        {
            return text.Contains('X') ? Level2 : NoDay;
        }

        var day = whole.Earliest with { Day = (int)number };
        point = new EdtfPoint(EdtfForm.Day, day, day);
        return null;
    }

    /// <summary>The year of a month or day, where level 1 wants all four digits.</summary>
    private static string? ReadWholeYear(ReadOnlySpan<char> text, bool negative, out long year)
    {
        if (!TryNumber(text, out year))
        {
            return text.Contains('X') ? Level2 : Unreadable;
        }

        if (negative && year == 0)
        {
            return NoYear;
        }

        year = negative ? -year : year;
        return null;
    }

    private static bool IsUpTo(ReadOnlySpan<char> text, int limit) => TryNumber(text, out var number) && number <= limit;

    /// <summary>ASCII digits only. The framework's own parsing would also accept zero characters at the end.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }

            number = (number * 10) + (character - '0');
        }

        return text.Length is > 0 and <= LongestYear;
    }
}
