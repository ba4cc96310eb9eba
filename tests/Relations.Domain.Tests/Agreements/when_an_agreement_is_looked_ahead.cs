using System.Globalization;
using System.Text.Json;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

public class when_an_agreement_is_looked_ahead
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly AgreementConditions Automatic = SomeAgreement.Until("2021") with
    {
        Renewal = RenewalMode.Automatic,
        RenewalMonths = 24,
        NoticeMonths = 12,
    };

    [Theory]
    [InlineData("2027-06-30", 3, "2027-03-30")]
    [InlineData("2027-05-31", 3, "2027-02-28")]
    [InlineData("2027-06", 3, "2027-03")]
    [InlineData("2027", 12, "2026")]
    [InlineData("2027", 3, "2026-10/2027-09")]
    public void the_last_day_for_notice_is_as_precise_as_the_end(string end, int months, string expected) => Assert.Equal(
        expected, Folded(SomeAgreement.InForce(SomeAgreement.Until(end) with { NoticeMonths = months })).LastDayForNotice(Today)?.ToString());

    [Fact]
    public void without_an_end_a_period_or_force_there_is_no_last_day_for_notice()
    {
        Assert.Null(Folded(SomeAgreement.InForce(SomeAgreement.To2030)).LastDayForNotice(Today));
        Assert.Null(Folded(SomeAgreement.InForce(new(AgreementTerm.Unknown, NoticeMonths: 3))).LastDayForNotice(Today));
        Assert.Null(Folded(SomeAgreement.InForce(new(AgreementTerm.OpenEnded, NoticeMonths: 3))).LastDayForNotice(Today));
        Assert.Null(Folded(SomeAgreement.Signed(SomeAgreement.To2030 with { NoticeMonths = 3 })).LastDayForNotice(Today));
        Assert.Null(Folded(SomeAgreement.NoticeGiven(SomeAgreement.To2030 with { NoticeMonths = 3 })).LastDayForNotice(Today));
    }

    [Fact]
    public void unknown_open_ended_known_and_not_yet_running_are_told_apart()
    {
        Assert.Equal(TermEndKnowledge.Unknown, Folded(SomeAgreement.InForce()).TermEndIs);
        Assert.Equal(TermEndKnowledge.OpenEnded, Folded(SomeAgreement.InForce(new(AgreementTerm.OpenEnded))).TermEndIs);
        Assert.Equal(TermEndKnowledge.Known, Folded(SomeAgreement.InForce(SomeAgreement.To2030)).TermEndIs);
        Assert.Equal(TermEndKnowledge.NotYetRunning, Folded(SomeAgreement.Signed(new(AgreementTerm.Lasting(12)))).TermEndIs);
        Assert.Equal(
            TermEndKnowledge.Unknown,
            Folded(SomeAgreement.Attested(AgreementStatus.InForce, null, new(AgreementTerm.Lasting(12)))).TermEndIs);
    }

    [Fact]
    public void a_duration_from_an_imprecise_entry_has_an_imprecise_end() => Assert.Equal(
        "1995", Folded(SomeAgreement.Attested(AgreementStatus.InForce, "1992", new(AgreementTerm.Lasting(36)))).TermEnd?.ToString());

    [Fact]
    public void what_renews_itself_ends_with_the_running_period()
    {
        var agreement = Folded(SomeAgreement.InForce(Automatic));
        Assert.Equal("2021", agreement.TermEnd?.ToString());
        Assert.Equal("2027", agreement.TermEndOn(Today)?.ToString());
        Assert.Equal("2026", agreement.LastDayForNotice(Today)?.ToString());
        Assert.Null(Folded(SomeAgreement.InForce(Automatic with { RenewalMonths = null })).TermEndOn(Today));
        Assert.Equal("2021", Folded(SomeAgreement.NoticeGiven(Automatic)).TermEndOn(Today)?.ToString());
    }

    [Fact]
    public void the_renewal_window_opens_with_the_last_day_for_notice_and_closes_with_the_grace_period()
    {
        var conditions = SomeAgreement.Until("2027-06-30") with { NoticeMonths = 3, GraceDays = 30 };
        Assert.Equal(
            new RenewalWindow(Some.Day("2027-03-30"), Some.Day("2027-07-30")),
            Folded(SomeAgreement.InForce(conditions)).RenewalWindow(Today));
        Assert.Equal(
            new RenewalWindow(null, Some.Day("2030")), Folded(SomeAgreement.InForce(SomeAgreement.To2030)).RenewalWindow(Today));
        Assert.Null(Folded(SomeAgreement.InForce(conditions with { Renewal = RenewalMode.None })).RenewalWindow(Today));
        Assert.Null(Folded(SomeAgreement.InForce()).RenewalWindow(Today));
        Assert.Null(Folded(SomeAgreement.Signed(conditions)).RenewalWindow(Today));
    }

    [Fact]
    public void the_next_review_falls_away_with_its_end()
    {
        Event[] reviewed = SomeAgreement.InForce(SomeAgreement.To2030 with { ReviewOn = Some.Day("2028") });
        Assert.Equal(Some.Day("2028"), Folded(reviewed).NextReview);
        Assert.Null(Folded([.. reviewed, new AgreementTerminated(Some.Day("2025"), "Agreed")]).NextReview);
    }

    [Theory]
    [InlineData("2030", StandingReason.AsRecorded)]
    [InlineData("2026", StandingReason.TermMayHavePassed)]
    [InlineData("2025", StandingReason.TermPassed)]
    public void a_term_passes_without_being_recorded(string end, StandingReason reason) => Assert.Equal(
        new(AgreementStatus.InForce, reason, Some.Day(end)), Folded(SomeAgreement.InForce(SomeAgreement.Until(end))).StatusOn(Today));

    [Fact]
    public void an_unknown_or_open_ended_term_never_passes()
    {
        Assert.Equal(
            new(AgreementStatus.InForce, StandingReason.AsRecorded, null), Folded(SomeAgreement.Attested(AgreementStatus.InForce)).StatusOn(Today));
        Assert.Equal(
            new(AgreementStatus.InForce, StandingReason.AsRecorded, null),
            Folded(SomeAgreement.InForce(new(AgreementTerm.OpenEnded))).StatusOn(Today));
    }

    [Fact]
    public void a_term_with_automatic_renewal_is_renewed() => Assert.Equal(
        new(AgreementStatus.InForce, StandingReason.RenewedAutomatically, Some.Day("2027")),
        Folded(SomeAgreement.InForce(Automatic)).StatusOn(Today));

    [Fact]
    public void a_grace_period_follows_the_end() => Assert.Equal(
        new(AgreementStatus.InForce, StandingReason.InGracePeriod, Some.Day("2025")),
        Folded(SomeAgreement.InForce(SomeAgreement.Until("2025") with { GraceDays = 365 })).StatusOn(Today));

    [Fact]
    public void a_notice_runs_and_then_takes_effect()
    {
        Event[] notice = [.. SomeAgreement.InForce(), new AgreementNoticeGiven(Some.Oim, Some.Day("2025"), Some.Day("2027"))];
        Assert.Equal(new(AgreementStatus.NoticeGiven, StandingReason.NoticePeriodRunning, Some.Day("2027")), Folded(notice).StatusOn(Today));
        Assert.Equal(
            new(AgreementStatus.NoticeGiven, StandingReason.NoticeTookEffect, Some.Day("2027")), Folded(notice).StatusOn(new(2028, 1, 1)));
        Assert.Equal(
            StandingReason.TermPassed, Folded([.. SomeAgreement.InForce(SomeAgreement.Until("2025")), notice[^1]]).StatusOn(Today).Reason);
    }

    [Fact]
    public void a_day_before_the_recorded_state_is_said_to_be_so() => Assert.Equal(
        StandingReason.BeganLater, Folded(SomeAgreement.InForce()).StatusOn(new(2018, 1, 1)).Reason);

    [Fact]
    public void the_first_and_the_last_day_of_the_calendar_can_be_asked_about()
    {
        var agreement = Folded(SomeAgreement.Attested(AgreementStatus.InForce, null, Automatic with { RenewalMonths = 1 }));
        Assert.Equal(StandingReason.AsRecorded, agreement.StatusOn(DateOnly.MinValue).Reason);
        Assert.Equal(StandingReason.RenewedAutomatically, agreement.StatusOn(DateOnly.MaxValue).Reason);
    }

    [Fact]
    public void its_events_and_its_state_survive_json()
    {
        Event attested = SomeAgreement.Attested(AgreementStatus.InForce, conditions: new(AgreementTerm.Lasting(36), RenewalMode.Automatic, 24, 6));
        var read = JsonSerializer.Deserialize<AgreementAttested>(JsonSerializer.Serialize((AgreementAttested)attested))!;
        Assert.Equal(((AgreementAttested)attested).Conditions, read.Conditions);
        var state = Folded(SomeAgreement.InForce(Automatic));
        var written = JsonSerializer.Serialize(state);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Agreement>(written)));
    }

    [Fact]
    public void every_word_is_there_in_both_languages() => Assert.All(
        typeof(Agreement).Assembly.GetTypes().Where(t => t.IsEnum && t.Namespace == typeof(Agreement).Namespace)
            .SelectMany(t => Enum.GetValues(t).Cast<Enum>()),
        value => Assert.All(["es", "en"], language => Assert.NotEmpty(Vocabulary.InWords(value, CultureInfo.GetCultureInfo(language)))));

    private static Agreement Folded(params Event[] events) =>
        events.Aggregate((Agreement?)null, (s, e) => Agreement.Fold(s, Some.Numbered(99), e))!;
}
