using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

/// <summary>What time alone brings about, and what is left to a person.</summary>
public class when_time_passes_over_an_agreement
{
    private static readonly AgreementConditions Automatic = SomeAgreement.Until("2026-06-30") with { Renewal = RenewalMode.Automatic, RenewalMonths = 12 };

    [Theory]
    [InlineData("2026-06-30", "2026-07-01")]
    [InlineData("2026-06", "2026-07-01")]
    [InlineData("2026", "2027-01-01")]
    public void a_term_runs_out_once_its_last_day_is_over(string end, string day)
    {
        var agreement = Folded(SomeAgreement.InForce(SomeAgreement.Until(end)));
        Assert.Equal(new ExpireAgreement(Some.Day(end)), agreement.PassedBy(DateOnly.Parse(day, null)));
        Assert.Null(agreement.PassedBy(DateOnly.Parse(day, null).AddDays(-1)));
    }

    [Theory]
    [InlineData("2026-06-30~")]
    [InlineData("2026-06?")]
    [InlineData("2026%")]
    [InlineData("2020/..")]
    public void an_end_in_doubt_is_left_to_a_person(string end)
    {
        Assert.Null(Folded(SomeAgreement.InForce(SomeAgreement.Until(end))).PassedBy(new(2040, 1, 1)));
        Assert.Null(Folded(SomeAgreement.InForce(SomeAgreement.Until(end) with { Renewal = RenewalMode.Automatic, RenewalMonths = 12 })).PassedBy(new(2040, 1, 1)));
    }

    [Fact]
    public void within_its_grace_it_can_still_be_renewed()
    {
        var agreement = Folded(SomeAgreement.InForce(SomeAgreement.Until("2026-06-30") with { GraceDays = 30 }));
        Assert.Null(agreement.PassedBy(new(2026, 7, 30)));
        Assert.Equal(new ExpireAgreement(Some.Day("2026-06-30")), agreement.PassedBy(new(2026, 7, 31)));
    }

    [Fact]
    public void what_renews_itself_is_renewed_at_its_end() =>
        Assert.Equal(new RenewAgreement(Some.Day("2026-06-30")), Folded(SomeAgreement.InForce(Automatic)).PassedBy(new(2026, 7, 1)));

    [Fact]
    public void for_how_long_it_renews_itself_is_not_guessed() =>
        Assert.Null(Folded(SomeAgreement.InForce(Automatic with { RenewalMonths = null })).PassedBy(new(2040, 1, 1)));

    [Fact]
    public void a_notice_takes_effect_when_its_day_is_over()
    {
        var agreement = Folded(SomeAgreement.NoticeGiven(Automatic));
        Assert.Null(agreement.PassedBy(new(2025, 7, 15)));
        Assert.Equal(new TerminateAgreement(Some.Day("2025-07-15")), agreement.PassedBy(new(2025, 7, 16)));
    }

    [Fact]
    public void nothing_passes_over_what_has_no_known_end_or_is_not_in_force()
    {
        Assert.Null(Folded(SomeAgreement.InForce()).PassedBy(new(2040, 1, 1)));
        Assert.Null(Folded(SomeAgreement.InForce(new(AgreementTerm.OpenEnded))).PassedBy(new(2040, 1, 1)));
        Assert.Null(Folded(SomeAgreement.Signed(SomeAgreement.Until("2026"))).PassedBy(new(2040, 1, 1)));
        Assert.Null(Folded([.. SomeAgreement.InForce(SomeAgreement.Until("2026")), new AgreementExpired(Some.Day("2026"))]).PassedBy(new(2040, 1, 1)));
    }

    private static Agreement Folded(params Event[] events) =>
        events.Aggregate((Agreement?)null, (state, e) => Agreement.Fold(state, Guid.Empty, e))!;
}
