using Relations.App.Agreements;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Agreements;

/// <summary>Where the bands of agreements begin and end, and what is known of it.</summary>
public class TermChartTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly AgreementConditions Automatic = new(
        AgreementTerm.EndingOn(Date("2021-12-31")), RenewalMode.Automatic, RenewalMonths: 24, NoticeMonths: 6);

    [Fact]
    public void a_known_term_lies_between_its_days()
    {
        var chart = TermChart.Of([InForce("2020-01-01", new(AgreementTerm.EndingOn(Date("2029-12-31"))))], Today);
        var band = Assert.Single(chart.Bands);
        Assert.Equal((TermEdge.Known, TermEdge.Known), (band.Start.Is, band.End.Is));
        Assert.Equal(0, band.Start.At);
        Assert.InRange(band.End.At, 90, 92);
        Assert.InRange(chart.Today, 62, 63);
        Assert.False(band.GoesOn);
    }

    [Fact]
    public void an_unknown_end_and_no_end_both_reach_the_edge_and_are_told_apart()
    {
        var chart = TermChart.Of([InForce("1992", new(AgreementTerm.Unknown)), InForce("1992-05-01", new(AgreementTerm.OpenEnded))], Today);
        Assert.Equal([(100d, TermEdge.Unknown), (100d, TermEdge.Open)], chart.Bands.Select(b => (b.End.At, b.End.Is)));
        Assert.Equal([TermEdge.Inexact, TermEdge.Known], chart.Bands.Select(b => b.Start.Is));
    }

    [Fact]
    public void an_unknown_start_begins_at_the_edge()
    {
        var band = TermChart.Of([InForce(null, new(AgreementTerm.Unknown))], Today).Bands[0];
        Assert.Equal((0d, TermEdge.Unknown, null), (band.Start.At, band.Start.Is, band.Start.On));
    }

    [Fact]
    public void what_renewed_itself_shows_each_renewal_and_goes_on()
    {
        var band = TermChart.Of([InForce("2018-01-01", Automatic)], Today).Bands[0];
        Assert.Equal("2027-12-31", band.End.On?.ToString());
        Assert.Equal(3, band.Renewals.Count);
        Assert.True(band.GoesOn);
        Assert.Equal(band.Renewals.Order(), band.Renewals);
        Assert.All(band.Renewals, at => Assert.InRange(at, band.Start.At, band.End.At));
    }

    [Fact]
    public void the_last_day_for_notice_opens_the_time_to_renew()
    {
        var band = TermChart.Of([InForce("2018-01-01", Automatic)], Today).Bands[0];
        Assert.Equal(band.Notice, band.Window?.From);
        Assert.Equal(band.End.At, band.Window?.To);
        Assert.True(band.Window!.Width > 0);
    }

    [Fact]
    public void what_has_ended_ends_on_its_last_day()
    {
        var ended = InForce("2015-01-01", new(AgreementTerm.OpenEnded)) with { Status = AgreementStatus.Terminated, Since = Date("2019-06-30") };
        var band = TermChart.Of([ended], Today).Bands[0];
        Assert.Equal(("2019-06-30", TermEdge.Known), (band.End.On?.ToString(), band.End.Is));
    }

    [Theory]
    [InlineData("9990-12-31")]
    [InlineData("2999")]
    public void a_far_end_does_not_press_the_others_together(string end)
    {
        var chart = TermChart.Of([InForce("2020-01-01", new(AgreementTerm.EndingOn(Date(end)))), InForce("2010-01-01", new(AgreementTerm.Unknown))], Today);
        Assert.Equal(100, chart.Bands[0].End.At);
        Assert.True(chart.Today > 20, $"{chart.Today}");
    }

    [Fact]
    public void the_axis_has_few_years_in_order()
    {
        var chart = TermChart.Of([InForce("1992", new(AgreementTerm.Unknown))], Today);
        Assert.InRange(chart.Years.Count, 3, 8);
        Assert.Equal(chart.Years.OrderBy(y => y.At), chart.Years);
    }

    private static Agreement InForce(string? since, AgreementConditions conditions) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [new(Guid.CreateVersion7())],
        Type = AgreementType.CooperationAgreement,
        Parties = [new(Guid.CreateVersion7()), new(Guid.CreateVersion7())],
        Status = AgreementStatus.InForce,
        Since = since is null ? null : Date(since),
        InForceOn = since is null ? null : Date(since),
        Conditions = conditions,
    };

    private static EdtfDate Date(string text) => EdtfDate.Parse(text);
}
