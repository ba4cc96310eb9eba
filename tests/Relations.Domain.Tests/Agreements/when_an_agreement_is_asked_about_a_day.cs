using System.Globalization;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

/// <summary>Where an agreement stands on any day if nobody acts, by which event and by which rule: a table of lives and days.</summary>
public class when_an_agreement_is_asked_about_a_day
{
    private static readonly AgreementConditions Automatic =
        SomeAgreement.Until("2022-12-31") with { Renewal = RenewalMode.Automatic, RenewalMonths = 24 };

    private static readonly Dictionary<string, Event[]> Lives = new()
    {
        ["attested in 1992, term unknown"] = [SomeAgreement.Attested(AgreementStatus.InForce)],
        ["until 2022"] = SomeAgreement.InForce(SomeAgreement.Until("2022-12-31")),
        ["until 2022, thirty days of grace"] = SomeAgreement.InForce(SomeAgreement.Until("2022-12-31") with { GraceDays = 30 }),
        ["until about 2022"] = SomeAgreement.InForce(SomeAgreement.Until("2022")),
        ["without an end"] = SomeAgreement.InForce(new(AgreementTerm.OpenEnded)),
        ["renews itself for two years"] = SomeAgreement.InForce(Automatic),
        ["renews itself, nobody knows for how long"] = SomeAgreement.InForce(Automatic with { RenewalMonths = null }),
        ["renewed until 2025"] =
        [
            .. SomeAgreement.InForce(SomeAgreement.Until("2022-12-31")),
            new AgreementRenewed(1, Some.Day("2022-06-01"), AgreementTerm.EndingOn(Some.Day("2025-12-31"))),
        ],
        ["suspended in 2021, resumed in 2022"] =
        [
            .. SomeAgreement.InForce(), new AgreementSuspended(Some.Day("2021-03-01"), "Falta de fondos"), new AgreementResumed(Some.Day("2022-03-01")),
        ],
        ["notice given"] = SomeAgreement.NoticeGiven(SomeAgreement.To2030),
        ["notice given and terminated"] = [.. SomeAgreement.NoticeGiven(SomeAgreement.To2030), new AgreementTerminated(Some.Day("2025-07-15"), null)],
        ["in force by a correction"] =
        [
            SomeAgreement.Proposed,
            new AgreementCorrected(
                new() { Status = AgreementStatus.Proposed }, new() { Status = AgreementStatus.InForce, Since = Some.Day("2020-05-01") }, []),
        ],
        ["the term was recorded wrong"] =
        [
            .. SomeAgreement.InForce(SomeAgreement.Until("2022-12-31")),
            new AgreementCorrected(
                new() { Term = AgreementTerm.EndingOn(Some.Day("2022-12-31")) }, new() { Term = AgreementTerm.EndingOn(Some.Day("2024-12-31")) }, []),
        ],
    };

    [Theory]
    [InlineData("attested in 1992, term unknown", "1992-01-01", "InForce AsRecorded by AgreementAttested")]
    [InlineData("attested in 1992, term unknown", "2090-01-01", "InForce AsRecorded by AgreementAttested")]
    [InlineData("until 2022", "2018-06-01", "Proposed AsRecorded by AgreementProposed")]
    [InlineData("until 2022", "2019-03-15", "Proposed AsRecorded by AgreementProposed")]
    [InlineData("until 2022", "2019-12-31", "Signed AsRecorded by AgreementSigned")]
    [InlineData("until 2022", "2022-12-31", "InForce AsRecorded by AgreementEnteredIntoForce turning 2022-12-31")]
    [InlineData("until 2022", "2023-01-01", "Expired TermPassed by AgreementEnteredIntoForce turning 2022-12-31 from AgreementProposed")]
    [InlineData("until 2022, thirty days of grace", "2023-01-15", "InForce InGracePeriod by AgreementEnteredIntoForce turning 2022-12-31 from AgreementProposed")]
    [InlineData("until 2022, thirty days of grace", "2023-02-01", "Expired TermPassed by AgreementEnteredIntoForce turning 2022-12-31 from AgreementProposed")]
    [InlineData("until about 2022", "2022-07-01", "InForce TermMayHavePassed by AgreementEnteredIntoForce turning 2022 from AgreementProposed")]
    [InlineData("without an end", "2090-01-01", "InForce AsRecorded by AgreementEnteredIntoForce")]
    [InlineData("renews itself for two years", "2023-01-01", "InForce RenewedAutomatically by AgreementEnteredIntoForce turning 2024-12-31 from AgreementProposed")]
    [InlineData("renews itself for two years", "2031-01-01", "InForce RenewedAutomatically by AgreementEnteredIntoForce turning 2032-12-31 from AgreementProposed")]
    [InlineData("renews itself, nobody knows for how long", "2031-01-01", "InForce RenewedAutomatically by AgreementEnteredIntoForce from AgreementProposed")]
    [InlineData("renewed until 2025", "2022-05-31", "InForce AsRecorded by AgreementEnteredIntoForce turning 2022-12-31")]
    [InlineData("renewed until 2025", "2024-01-01", "InForce AsRecorded by AgreementEnteredIntoForce turning 2025-12-31")]
    [InlineData("renewed until 2025", "2026-01-01", "Expired TermPassed by AgreementEnteredIntoForce turning 2025-12-31 from AgreementRenewed")]
    [InlineData("suspended in 2021, resumed in 2022", "2021-06-01", "Suspended AsRecorded by AgreementSuspended")]
    [InlineData("suspended in 2021, resumed in 2022", "2022-06-01", "InForce AsRecorded by AgreementResumed")]
    [InlineData("notice given", "2025-01-14", "InForce AsRecorded by AgreementEnteredIntoForce turning 2030")]
    [InlineData("notice given", "2025-02-01", "NoticeGiven NoticePeriodRunning by AgreementNoticeGiven turning 2025-07-15 from AgreementNoticeGiven")]
    [InlineData("notice given", "2025-07-16", "Terminated NoticeTookEffect by AgreementNoticeGiven turning 2025-07-15 from AgreementNoticeGiven")]
    [InlineData("notice given and terminated", "2025-07-16", "Terminated AsRecorded by AgreementTerminated")]
    [InlineData("in force by a correction", "2019-01-01", "Proposed AsRecorded by AgreementProposed")]
    [InlineData("in force by a correction", "2020-05-01", "InForce AsRecorded by AgreementCorrected")]
    [InlineData("the term was recorded wrong", "2024-06-01", "InForce AsRecorded by AgreementEnteredIntoForce turning 2024-12-31")]
    [InlineData("the term was recorded wrong", "2025-06-01", "Expired TermPassed by AgreementEnteredIntoForce turning 2024-12-31 from AgreementCorrected")]
    public void it_stands_where_the_event_or_the_rule_puts_it(string life, string day, string expected) => Assert.Equal(expected, Told(life, day));

    [Theory]
    [InlineData("attested in 1992, term unknown", "1991-12-31")]
    [InlineData("until 2022", "2017-12-31")]
    public void before_it_began_it_stood_nowhere(string life, string day) => Assert.Null(Told(life, day));

    private static string? Told(string life, string day)
    {
        var events = Lives[life];
        if (AgreementOnDay.Of(Guid.NewGuid(), events, DateOnly.Parse(day, CultureInfo.InvariantCulture)) is not { } stands)
            return null;
        var turning = stands.Turning is { } date ? $" turning {date}" : null;
        var from = stands.RuleFrom is { } place ? $" from {events[place].GetType().Name}" : null;
        return $"{stands.Status} {stands.Reason} by {events[stands.By].GetType().Name}{turning}{from}";
    }
}
