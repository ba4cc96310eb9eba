using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Relations.App.Views;
using Relations.Domain.Access;
using Relations.Domain.Partnerships;
using Relations.Domain.Time;

namespace Relations.App.Tests.Views;

/// <summary>The figures of a row on a day, and what can be asked of many.</summary>
public sealed class when_the_portfolio_is_judged
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    private static readonly PortfolioRow Empty = new() { Id = Guid.CreateVersion7(), Slug = "a-b" };

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-06-20", 10)]
    [InlineData("2026-05", 30)]
    [InlineData("2026", 0)]
    [InlineData("1992/", null)]
    [InlineData(null, null)]
    public void days_are_counted_from_the_last_day_that_the_meeting_can_have_had(string? last, int? days) =>
        Assert.Equal(days, PortfolioFigures.Of(Empty with { LastMeeting = Date(last) }, Day).DaysQuiet);

    [Fact]
    public void the_next_meeting_is_the_first_that_may_still_come()
    {
        var row = Empty with { Planned = [EdtfDate.Parse("2026-06-01"), EdtfDate.Parse("2026-06"), EdtfDate.Parse("2026-09-01")] };
        Assert.Equal("2026-06", PortfolioFigures.Of(row, Day).NextMeeting?.ToString());
    }

    [Theory]
    [InlineData("2027-06-30", 1)]
    [InlineData("2027-07-01", 0)]
    [InlineData("2027-06", 1)]
    [InlineData("2027", 0)]
    [InlineData("2026-12-31~", 0)]
    public void what_ends_within_twelve_months_certainly_does(string end, int ending) =>
        Assert.Equal(ending, PortfolioFigures.Of(Empty with { InForce = 1, Ends = [EdtfDate.Parse(end)] }, Day).Ending);

    [Fact]
    public void what_is_due_is_overdue_the_day_after() => Assert.Equal(
        1, PortfolioFigures.Of(Empty with { Due = [EdtfDate.Parse("2026-06-29"), EdtfDate.Parse("2026-06-30"), EdtfDate.Parse("2026")] }, Day).Overdue);

    [Fact]
    public void the_trend_is_of_two_years_by_month()
    {
        var trend = PortfolioFigures.Of(
            Empty with { MeetingsByMonth = new Dictionary<string, int> { ["2024-06"] = 9, ["2024-07"] = 1, ["2026-06"] = 3, ["2026"] = 7 } }, Day).Trend;
        Assert.Equal(24, trend.Count);
        Assert.Equal((new DateOnly(2024, 7, 1), 1), (trend[0].Month, trend[0].Meetings));
        Assert.Equal((new DateOnly(2026, 6, 1), 3), (trend[^1].Month, trend[^1].Meetings));
        Assert.Equal(4, trend.Sum(m => m.Meetings));
    }

    [Fact]
    public void a_partnership_without_any_meeting_is_quiet() => Assert.True(PortfolioFigures.Of(Empty, Day).IsQuietFor(Empty, 36_500));

    [Theory]
    [InlineData("?text=andina+migra", "one")]
    [InlineData("?theme=MIGRACI%C3%93N", "one")]
    [InlineData("?focal-point=oficial", "one")]
    [InlineData("?mine=true", "one")]
    [InlineData("?state=closed", "two")]
    [InlineData("?quiet-for=100", "three,two")]
    [InlineData("?ends-within=3", "one")]
    [InlineData("?overdue=true", "two")]
    [InlineData("?in-force=true", "one,two")]
    [InlineData("?sort=-in-force", "two,one,three")]
    [InlineData("?sort=last", "three,two,one")]
    [InlineData("?sort=name", "two,three,one")]
    [InlineData("?sort=-overdue", "two,one,three")]
    public void an_address_asks_and_sorts(string query, string slugs)
    {
        Assert.Empty(PortfolioQuestion.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), out var question));
        var found = question.Sorted(Lines.Where(l => question.Asks(l, Day, new Actor("oficial", []))), CultureInfo.GetCultureInfo("es"));
        Assert.Equal(slugs, string.Join(',', found.Select(l => l.Row.Slug)));
        Assert.Equal(question, Again(question));
    }

    [Fact]
    public void the_summary_counts_what_its_addresses_open()
    {
        var summary = PortfolioSummary.Of(Lines);
        Assert.Equal(new PortfolioSummary(3, 2, 1, 1, 2), summary);
    }

    private static PortfolioQuestion Again(PortfolioQuestion question)
    {
        PortfolioQuestion.Read(new QueryCollection(QueryHelpers.ParseQuery(new Uri("http://x" + question.Address).Query)), out var again);
        return again;
    }

    private static IReadOnlyList<PortfolioLine> Lines { get; } =
    [
        Line(Empty with
        {
            Slug = "one",
            Name = "Zona andina",
            Themes = ["Migración"],
            FocalPoint = "oficial",
            LastMeeting = EdtfDate.Parse("2026-06-01"),
            InForce = 1,
            Ends = [EdtfDate.Parse("2026-08-01")],
        }),
        Line(Empty with
        {
            Slug = "two",
            Name = "Árbol",
            Status = PartnershipStatus.Closed,
            LastMeeting = EdtfDate.Parse("2020"),
            InForce = 2,
            Due = [EdtfDate.Parse("2025")],
        }),
        Line(Empty with { Slug = "three", Name = "Bosque" }),
    ];

    private static PortfolioLine Line(PortfolioRow row) => new(row, PortfolioFigures.Of(row, Day), row.Name!, []);

    private static EdtfDate? Date(string? text) => text is null ? null : EdtfDate.Parse(text);
}
