using System.Globalization;

namespace Relations.App.Partnerships;

/// <summary>The meetings of one year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Count">How many were held.</param>
/// <param name="Left">Where its bar begins, in hundredths of the width.</param>
/// <param name="Width">How wide it is, in hundredths of the width.</param>
/// <param name="Height">How high it is, in hundredths of the height.</param>
public sealed record YearBar(int Year, int Count, double Left, double Width, double Height);

/// <summary>Meetings by year: every year from the first to the one shown, also those without a meeting.</summary>
/// <param name="Bars">The years in order.</param>
/// <param name="Earlier">Meetings of years before those shown.</param>
/// <param name="Undated">Meetings of which no year is known.</param>
public sealed record YearBars(IReadOnlyList<YearBar> Bars, int Earlier, int Undated)
{
    /// <summary>Years shown at most.</summary>
    public const int MostYears = 30;

    private const double Whole = 100;

    /// <summary>The part of its place that a bar takes; the rest is the gap.</summary>
    private const double Filled = 0.72;

    /// <summary>The bars of some counts.</summary>
    /// <param name="byYear">Meetings held, by year as <see cref="PartnershipHealth.MeetingsByYear"/> writes it.</param>
    /// <param name="day">The day shown.</param>
    public static YearBars Of(IReadOnlyDictionary<string, int> byYear, DateOnly day)
    {
        var counts = byYear
            .Select(y => (IsKnown: int.TryParse(y.Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year), Year: year, Count: y.Value))
            .ToLookup(y => y.IsKnown, y => (y.Year, y.Count));
        var known = counts[true].ToDictionary(y => y.Year, y => y.Count);
        var undated = counts[false].Sum(y => y.Count);
        if (known.Count == 0)
            return new([], 0, undated);

        var last = Math.Max(day.Year, known.Keys.Max());
        var first = Math.Max(known.Keys.Min(), last - MostYears + 1);
        var most = known.Values.Max();
        var place = Whole / (last - first + 1);
        return new(
            [.. Enumerable.Range(first, last - first + 1).Select(year => Bar(year, known.GetValueOrDefault(year)))],
            known.Where(y => y.Key < first).Sum(y => y.Value),
            undated);

        YearBar Bar(int year, int count) => new(
            year, count, Rounded(((year - first) + ((1 - Filled) / 2)) * place), Rounded(place * Filled), Rounded(Whole * count / most));
    }

    private static double Rounded(double number) => Math.Round(number, 2);
}
