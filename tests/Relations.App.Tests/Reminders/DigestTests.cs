using Relations.App.Coming;
using Relations.App.Reminders;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Reminders;

/// <summary>What a digest tells on a day, and whether it is worth a mail.</summary>
public sealed class DigestTests
{
    private static readonly DateOnly Today = new(2031, 3, 10);
    private static readonly ReminderDays Days = new(Ends: 90, Notice: 60, Due: 14, Quiet: 180);
    private static readonly Guid Id = Guid.Parse("0190a000-0000-7000-8000-000000000001");
    private static readonly OrganisationId One = new(Guid.Parse("0190a000-0000-7000-8000-000000000002"));
    private static readonly PartnershipId Partnership = new(Guid.Parse("0190a000-0000-7000-8000-000000000004"));

    [Theory]
    [InlineData("2031-03-10", true)]
    [InlineData("2031-03-24", true)]
    [InlineData("2031-03-25", false)]
    [InlineData("2031-03", true)]
    public void a_commitment_is_told_so_many_days_before_it_is_due(string due, bool isTold)
    {
        var digest = Of(null, Due(due));
        Assert.Equal(isTold ? 1 : 0, digest.Due.Total);
        Assert.Equal(0, digest.Overdue.Total);
    }

    [Fact]
    public void what_is_overdue_is_told_as_such()
    {
        var digest = Of(null, Due("2031-03-09"), Due("2030-01"));
        Assert.Equal(["2031-03-09", "2030-01"], digest.Overdue.Items.Select(d => d.Date.On.ToString()));
        Assert.Equal(0, digest.Due.Total);
    }

    [Theory]
    [InlineData(ComingKind.TermEnds, "2031-06-08", true)]
    [InlineData(ComingKind.TermEnds, "2031-06-09", false)]
    [InlineData(ComingKind.NoticeTakesEffect, "2031-06-08", true)]
    [InlineData(ComingKind.LastDayForNotice, "2031-05-09", true)]
    [InlineData(ComingKind.LastDayForNotice, "2031-05-10", false)]
    public void each_kind_has_days_of_its_own(ComingKind kind, string on, bool isTold)
    {
        var digest = Of(null, Agreed(kind, on));
        Assert.Equal(isTold ? 1 : 0, digest.Ends.Total + digest.Notices.Total);
    }

    [Fact]
    public void a_term_that_is_over_is_no_news_but_that_it_can_still_be_renewed_is()
    {
        var digest = Of(
            null, Agreed(ComingKind.TermEnds, "2031-03", AgreementStatus.Expired), Agreed(ComingKind.RenewalCloses, "2031-04-01", AgreementStatus.Expired));
        Assert.Equal([ComingKind.RenewalCloses], digest.Ends.Items.Select(d => d.Date.Kind));
    }

    [Theory]
    [InlineData("2031-03-24", true)] // came within reach today
    [InlineData("2031-03-23", false)] // was told yesterday
    [InlineData("2031-03-10", true)] // is today
    public void a_day_later_only_what_came_within_reach_or_arrived_is_new(string due, bool isNew)
    {
        var digest = Of(Today.AddDays(-1), Due(due));
        Assert.Equal(isNew, Assert.Single(digest.Due.Items).IsNew);
        Assert.Equal(isNew, digest.IsWorth(DigestRhythm.Daily));
        Assert.True(digest.IsWorth(DigestRhythm.Weekly));
    }

    [Fact]
    public void what_fell_overdue_since_is_new_and_what_was_overdue_is_not()
    {
        Assert.True(Of(Today.AddDays(-1), Due("2031-03-09")).IsWorth(DigestRhythm.Daily));
        Assert.False(Of(Today.AddDays(-1), Due("2031-03-08")).IsWorth(DigestRhythm.Daily));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)] // on the day of the digest before, after it
    [InlineData(-2, false)]
    public void what_was_recorded_since_is_new(int days, bool isNew)
    {
        var digest = Of(Today.AddDays(-1), Due("2031-03-20") with { Recorded = new(Today.AddDays(days).ToDateTime(new(9, 0)), TimeSpan.Zero) });
        Assert.Equal(isNew, digest.IsWorth(DigestRhythm.Daily));
    }

    [Theory]
    [InlineData("2030-09-10", true, true)] // 181 days
    [InlineData("2030-09-09", true, false)] // was quiet yesterday
    [InlineData("2030-09-11", false, false)]
    [InlineData(null, true, false)]
    public void a_partnership_goes_quiet_once(string? lastMeeting, bool isTold, bool isNew)
    {
        var digest = Digest.Of(Days, Today, Today.AddDays(-1), [], [Line(lastMeeting)], new Dictionary<Guid, int>());
        Assert.Equal(isTold ? 1 : 0, digest.Quiet.Total);
        Assert.Equal(isNew, digest.IsWorth(DigestRhythm.Daily));
    }

    [Fact]
    public void a_suspended_partnership_is_not_missed() =>
        Assert.True(Digest.Of(Days, Today, null, [], [Line(null, PartnershipStatus.Suspended)], new Dictionary<Guid, int>()).IsEmpty);

    [Fact]
    public void what_others_recorded_is_news()
    {
        var digest = Digest.Of(Days, Today, Today.AddDays(-1), [], [Line("2031-03-01")], new Dictionary<Guid, int> { [Partnership.Value] = 3, [Id] = 5 });
        Assert.Equal([3], digest.Changed.Items.Select(c => c.Count));
        Assert.True(digest.IsWorth(DigestRhythm.Daily));
    }

    [Fact]
    public void nothing_is_worth_no_mail()
    {
        var digest = Of(null);
        Assert.True(digest.IsEmpty);
        Assert.All(Enum.GetValues<DigestRhythm>(), rhythm => Assert.False(digest.IsWorth(rhythm)));
    }

    [Fact]
    public void a_part_is_as_long_as_a_mail_holds_and_says_what_is_left_out()
    {
        var digest = Of(null, [.. Enumerable.Repeat(Due("2031-03-12"), 40)]);
        Assert.Equal((25, 40, 15), (digest.Due.Items.Count, digest.Due.Total, digest.Due.More));
    }

    [Fact]
    public void its_reach_is_within_what_is_read_at_once()
    {
        var reach = Digest.Reach(new(2031, 12, 31));
        Assert.True(reach.Months.Count() <= ComingReader.MostMonths);
        Assert.True(reach.Last >= new DateOnly(2031, 12, 31).AddDays(ReminderDays.MostAhead));
    }

    [Theory]
    [InlineData(DigestRhythm.Daily, DayOfWeek.Friday, "2031-03-10")]
    [InlineData(DigestRhythm.Weekly, DayOfWeek.Monday, "2031-03-10")] // a Monday
    [InlineData(DigestRhythm.Weekly, DayOfWeek.Tuesday, "2031-03-04")]
    [InlineData(DigestRhythm.Weekly, DayOfWeek.Sunday, "2031-03-09")]
    [InlineData(DigestRhythm.Off, DayOfWeek.Monday, null)]
    public void a_period_is_a_day_or_begins_on_the_weekday(DigestRhythm rhythm, DayOfWeek weekday, string? period)
    {
        var settings = new ReminderSettings { Id = Id, Rhythm = rhythm, Weekday = weekday, Since = Today.AddDays(-30) };
        Assert.Equal(period is null ? null : DateOnly.Parse(period, System.Globalization.CultureInfo.InvariantCulture), settings.PeriodOn(Today));
        Assert.Null((settings with { Since = null }).PeriodOn(Today));
    }

    private static Digest Of(DateOnly? before, params ComingDate[] dates) =>
        Digest.Of(Days, Today, before, [.. dates.OrderBy(d => d.On)], [], new Dictionary<Guid, int>());

    private static ComingDate Due(string on) =>
        new(ComingKind.CommitmentDue, new CommitmentId(Id), Fold<Commitment>(new CommitmentMade([Partnership], "Enviar el informe", One, [One], On("2020"), On(on), null, null)), On(on));

    private static ComingDate Agreed(ComingKind kind, string on, AgreementStatus status = AgreementStatus.InForce) => new(
        kind,
        new AgreementId(Id),
        Fold<Agreement>(new AgreementAttested([Partnership], AgreementType.CooperationAgreement, null, null, [One], status, On("2016"), new(AgreementTerm.OpenEnded), ConsentKind.Signature, null, null, null)),
        On(on));

    private static PortfolioLine Line(string? lastMeeting, PartnershipStatus status = PartnershipStatus.Active)
    {
        var row = new PortfolioRow { Id = Partnership.Value, Slug = "can-oim", Status = status, LastMeeting = lastMeeting is null ? null : On(lastMeeting) };
        return new(row, PortfolioFigures.Of(row, Today), "CAN–OIM", []);
    }

    private static T Fold<T>(Event first) where T : RecordState => (T)App.Recording.RecordKinds.Of(typeof(T))!.Fold(null, Id, first)!;

    private static EdtfDate On(string text) => EdtfDate.Parse(text);
}
