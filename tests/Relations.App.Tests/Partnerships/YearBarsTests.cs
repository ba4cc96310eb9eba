using Relations.App.Partnerships;

namespace Relations.App.Tests.Partnerships;

/// <summary>Meetings by year, drawn.</summary>
public class YearBarsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void a_year_without_a_meeting_is_a_bar_of_zero()
    {
        var bars = YearBars.Of(new Dictionary<string, int> { ["2022"] = 2, ["2024"] = 4 }, Today).Bars;
        Assert.Equal([(2022, 2), (2023, 0), (2024, 4), (2025, 0), (2026, 0)], bars.Select(b => (b.Year, b.Count)));
        Assert.Equal([50, 0, 100, 0, 0], bars.Select(b => b.Height));
    }

    [Fact]
    public void bars_stand_side_by_side_within_the_width()
    {
        var bars = YearBars.Of(new Dictionary<string, int> { ["2019"] = 1 }, Today).Bars;
        Assert.All(bars.Zip(bars.Skip(1)), pair => Assert.True(pair.First.Left + pair.First.Width <= pair.Second.Left));
        Assert.InRange(bars[^1].Left + bars[^1].Width, 90, 100);
    }

    [Fact]
    public void years_beyond_the_last_thirty_and_unknown_ones_are_counted_apart()
    {
        var years = YearBars.Of(new Dictionary<string, int> { ["1950"] = 3, ["1996"] = 5, ["2026"] = 1, [""] = 2 }, Today);
        Assert.Equal((YearBars.MostYears, 1997, 8, 2), (years.Bars.Count, years.Bars[0].Year, years.Earlier, years.Undated));
    }

    [Fact]
    public void without_meetings_there_is_nothing_to_draw() => Assert.Empty(YearBars.Of(new Dictionary<string, int>(), Today).Bars);
}
