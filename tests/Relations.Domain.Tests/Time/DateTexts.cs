using CsCheck;
using Relations.Domain.Time;

namespace Relations.Domain.Tests.Time;

/// <summary>Dates to try laws on: every form of levels 0 and 1, alone and as the ends of intervals.</summary>
internal static class DateTexts
{
    // Few years, so that dates often touch, contain or equal each other.
    private static readonly Gen<string> Year = Gen.OneOf(
        Gen.Int[1990, 1994].Select(n => $"{n}"), AnyOf("0000", "0001", "9999", "-0001", "-1985"));

    private static readonly Gen<string> LongYear = AnyOf("Y10000", "Y170000002", "Y-170000002", "Y999999999999999999");

    private static readonly Gen<string> Whole = Gen.OneOf(
        Year,
        LongYear,
        Gen.Select(Year, Gen.Int[1, 12], (y, m) => $"{y}-{m:00}"),
        Gen.Select(Year, Gen.Int[1, 12], Gen.Int[1, 28], (y, m, d) => $"{y}-{m:00}-{d:00}"),
        Gen.Select(Year, Gen.Int[21, 24], (y, s) => $"{y}-{s}"));

    private static readonly Gen<string> Unspecified = Gen.OneOf(
        AnyOf("199X", "19XX", "000X", "00XX", "-000X", "-198X"),
        Year.Select(y => y + "-XX"),
        Year.Select(y => y + "-XX-XX"),
        Gen.Select(Year, Gen.Int[1, 12], (y, m) => $"{y}-{m:00}-XX"));

    private static readonly Gen<string> Qualifier = AnyOf("", "", "", "?", "~", "%");

    private static readonly Gen<string> End = Gen.Select(Whole, Qualifier, (date, qualifier) => date + qualifier);

    private static readonly Gen<string> Time = Gen.Select(
        Gen.Int[0, 23], Gen.Int[0, 59], AnyOf("", "Z", "-04", "+04:30"), (h, m, shift) => $"1992-02-29T{h:00}:{m:00}:30{shift}");

    /// <summary>Texts of the right shape; some are intervals that end before they start.</summary>
    public static readonly Gen<string> Shaped = Gen.OneOf(
        End,
        Gen.Select(Unspecified, Qualifier, (date, qualifier) => date + qualifier),
        Time,
        Gen.Select(End, End, (start, end) => $"{start}/{end}"),
        Gen.Select(End, AnyOf("", ".."), (start, end) => $"{start}/{end}"),
        Gen.Select(AnyOf("", ".."), End, (start, end) => $"{start}/{end}"));

    /// <summary>Dates.</summary>
    public static readonly Gen<EdtfDate> Dates = Shaped.Where(text => EdtfDate.TryParse(text, out _)).Select(EdtfDate.Parse);

    /// <summary>Anything at all: random characters, and characters that dates are made of.</summary>
    public static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String[0, 80],
        Gen.Char["0123456789-/.XYTZ?~%:+ES[]{},\0 "].Array[0, 70].Select(characters => new string(characters)),
        Gen.Select(Shaped, Gen.Int[0, 40], Gen.Char["0129-/.XYT?\0 "], Disturbed));

    private static Gen<string> AnyOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static string Disturbed(string text, int at, char by) =>
        at >= text.Length ? text + by : text.Remove(at, 1).Insert(at, by.ToString());
}
