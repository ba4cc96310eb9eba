using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

using Story = Scenario<Agreement, AgreementCommand>;

public class when_an_agreement_is_corrected
{
    private static readonly AgreementId Itself = new(Some.Numbered(10));
    private static readonly Event[] Ended = [.. SomeAgreement.InForce(), new AgreementTerminated(Some.Day("2025"), "Agreed")];

    [Fact]
    public void both_values_of_the_touched_fields_stay_visible() => Story.Given(SomeAgreement.Attested(AgreementStatus.InForce))
        .When(new CorrectAgreement(new() { Since = Some.Day("1993"), Type = AgreementType.CooperationAgreement }))
        .Then(new AgreementCorrected(new() { Since = Some.Day("1992") }, new() { Since = Some.Day("1993") }, []))
        .ThenState(s => Assert.Equal((Some.Day("1993"), Some.Day("1993")), (s.Since, s.InForceOn)));

    [Fact]
    public void every_field_takes_its_new_value()
    {
        var old = new AgreementId(Some.Numbered(31));
        var facts = new AgreementFacts
        {
            Partnerships = [new(Some.Numbered(32))],
            Type = AgreementType.FrameworkAgreement,
            Title = "Convenio marco",
            Subject = "Migración",
            Parties = [Some.Sgcan, Some.Oim],
            Status = AgreementStatus.Suspended,
            Since = Some.Day("2001"),
            InForceOn = Some.Day("1993"),
            Term = AgreementTerm.Lasting(600),
            Renewal = RenewalMode.ByExchangeOfLetters,
            RenewalMonths = 24,
            NoticeMonths = 3,
            GraceDays = 30,
            ReviewOn = Some.Day("2028"),
            EntryRequires = ConsentKind.Ratification,
            Reference = "C-12",
            Supersedes = old,
            UnderAgreement = Some.Agreement,
        };
        Story.Given(SomeAgreement.Attested(AgreementStatus.InForce)).When(new CorrectAgreement(facts)).ThenState(s =>
        {
            Assert.All(
                Enum.GetValues<AgreementField>().Where(f => f != AgreementField.SupersededBy),
                f => Assert.True(AgreementFacts.Of(s).SaysTheSameOf(f, facts), f.ToString()));
            Assert.Equal([Some.Agreement.Value, old.Value], s.Concerns.Records);
        });
    }

    [Fact]
    public void what_nobody_knows_becomes_unknown() => Story.Given(SomeAgreement.Attested(AgreementStatus.InForce))
        .When(new CorrectAgreement(new() { Term = AgreementTerm.OpenEnded }, [AgreementField.Since, AgreementField.NoticeMonths]))
        .Then(new AgreementCorrected(
            new() { Since = Some.Day("1992"), Term = AgreementTerm.Unknown }, new() { Term = AgreementTerm.OpenEnded }, [AgreementField.Since]))
        .ThenState(s => Assert.Equal((null, null), (s.Since, s.InForceOn)));

    [Fact]
    public void a_new_status_without_a_date_has_an_unknown_one() => Story.Given(Ended)
        .When(new CorrectAgreement(new() { Status = AgreementStatus.InForce }))
        .Then(new AgreementCorrected(
            new() { Status = AgreementStatus.Terminated, Since = Some.Day("2025") }, new() { Status = AgreementStatus.InForce }, [AgreementField.Since]))
        .ThenState(s => Assert.Equal((false, null, null, Some.Day("2020-01-01")), (s.HasEnded, s.Since, s.Why, s.InForceOn)));

    [Fact]
    public void it_takes_up_its_life_where_the_correction_puts_it() =>
        Story.Given([.. Ended, new AgreementCorrected(new(), new() { Status = AgreementStatus.InForce }, [AgreementField.Since])])
            .When(new SuspendAgreement(Some.Day("2026"), "Crisis")).ThenState(s => Assert.Equal(AgreementStatus.Suspended, s.Status));

    [Fact]
    public void before_force_nothing_of_its_force_remains() => Story.Given(SomeAgreement.NoticeGiven())
        .When(new CorrectAgreement(new() { Status = AgreementStatus.Signed, Since = Some.Day("2019") }))
        .ThenState(s => Assert.Equal((null, null), (s.InForceOn, s.Notice)));

    [Fact]
    public void known_only_to_exist_it_can_turn_out_to_be_in_force() => Story.Given(SomeAgreement.Attested(AgreementStatus.Recorded, null))
        .When(new CorrectAgreement(new() { Status = AgreementStatus.InForce, Since = Some.Day("1992") }))
        .ThenState(s => Assert.True(s.InForceOn == Some.Day("1992") && s.HasSigned(Some.Can)));

    [Fact]
    public void who_never_was_a_party_never_signed() => Story.Given(SomeAgreement.Signed())
        .When(new CorrectAgreement(new() { Parties = [Some.Can, Some.Peru] }))
        .ThenState(s =>
        {
            Assert.Equal(Some.Can, Assert.Single(s.Signatures).Party);
            Assert.Equal((AgreementStatus.Proposed, Some.Day("2018")), (s.Status, s.Since));
        });

    [Fact]
    public void parties_in_another_order_are_no_correction() => Story.Given(SomeAgreement.Proposed)
        .When(new CorrectAgreement(new() { Parties = [Some.Oim, Some.Can] })).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void it_changes_something() => Story.Given(SomeAgreement.Proposed)
        .When(new CorrectAgreement(new())).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void it_still_has_two_parties() => Story.Given(SomeAgreement.Proposed)
        .When(new CorrectAgreement(new() { Parties = [Some.Oim] })).ThenRefused(AgreementRules.TwoParties, "parties");

    [Fact]
    public void it_still_has_a_partnership() => Story.Given(SomeAgreement.Proposed)
        .When(new CorrectAgreement(new() { Partnerships = [] })).ThenRefused(CommonRules.TooFewItems, "partnerships");

    [Fact]
    public void its_dates_are_not_in_the_future()
    {
        var agreement = Story.Given(SomeAgreement.Attested(AgreementStatus.InForce));
        agreement.When(new CorrectAgreement(new() { Since = Some.Day("2027") })).ThenRefused(CommonRules.NotInTheFuture, "since");
        agreement.When(new CorrectAgreement(new() { InForceOn = Some.Day("2027") })).ThenRefused(CommonRules.NotInTheFuture, "inForceOn");
    }

    [Fact]
    public void no_later_state_comes_before_its_entry_into_force() => Story.Given(Ended)
        .When(new CorrectAgreement(new() { Since = Some.Day("2018") })).ThenRefused(AgreementRules.InOrder, "since");

    [Fact]
    public void its_term_still_ends_after_it_began() => Story.Given(Ended)
        .When(new CorrectAgreement(new() { Term = AgreementTerm.EndingOn(Some.Day("2018")) }))
        .ThenRefused(AgreementRules.TermEndsAfterEntry, "term");

    [Fact]
    public void a_field_is_given_or_unknown() => Story.Given(SomeAgreement.Proposed)
        .When(new CorrectAgreement(new() { Title = "Convenio" }, [AgreementField.Title])).ThenRefused(AgreementRules.GivenOrUnknown, "unknown");

    [Fact]
    public void some_fields_are_always_known() => Story.Given(SomeAgreement.Proposed)
        .When(new CorrectAgreement(new(), [AgreementField.Term])).ThenRefused(AgreementRules.AlwaysKnown, "unknown");

    [Fact]
    public void it_does_not_refer_to_itself()
    {
        var agreement = Story.Given(SomeAgreement.Proposed);
        agreement.When(new CorrectAgreement(new() { Supersedes = Itself })).ThenRefused(AgreementRules.AnotherAgreement);
        agreement.When(new CorrectAgreement(new() { UnderAgreement = Itself })).ThenRefused(AgreementRules.AnotherAgreement);
        agreement.When(new CorrectAgreement(new() { UnderAgreement = Some.Agreement }))
            .ThenState(s => Assert.Equal(Some.Agreement, s.UnderAgreement));
    }
}

public class when_a_consent_is_corrected
{
    private static readonly AgreementRatified Ratified = new(Some.Oim, RatificationForm.FormalConfirmation, Some.Day("2019-08-01"));

    [Fact]
    public void the_signatory_and_the_date_change_after_an_end_too() =>
        Story.Given([.. SomeAgreement.InForce(), new AgreementTerminated(Some.Day("2025"), "Agreed")])
            .When(new CorrectConsent(Some.Oim, ConsentKind.Signature, Some.Day("2019-05-01"), Some.SanMiguel))
            .Then(new AgreementConsentCorrected(
                Some.Oim, ConsentKind.Signature, new(Some.Day("2019-04-01"), Some.Davalos, null), new(Some.Day("2019-05-01"), Some.SanMiguel, null)))
            .ThenState(s => Assert.Equal(Some.SanMiguel, s.Signatures[1].Signatory));

    [Fact]
    public void signed_it_is_signed_since_the_corrected_date() => Story.Given(SomeAgreement.Signed())
        .When(new CorrectConsent(Some.Oim, ConsentKind.Signature, Some.Day("2019-05-01")))
        .ThenState(s => Assert.Equal(Some.Day("2019-05-01"), s.Since));

    [Fact]
    public void made_ad_referendum_it_no_longer_counts() => Story.Given(SomeAgreement.Signed())
        .When(new CorrectConsent(Some.Oim, ConsentKind.Signature, AdReferendum: true))
        .ThenState(s => Assert.Equal((AgreementStatus.Proposed, false), (s.Status, s.HasSigned(Some.Oim))));

    [Fact]
    public void a_ratification_has_a_date_and_no_signatory()
    {
        Event[] ratified = [.. SomeAgreement.Signed(), Ratified];
        Story.Given(ratified).When(new CorrectConsent(Some.Oim, ConsentKind.Ratification, Some.Day("2019-09-01")))
            .ThenState(s => Assert.Equal(Some.Day("2019-09-01"), Assert.Single(s.Ratifications).On));
        Story.Given(ratified).When(new CorrectConsent(Some.Oim, ConsentKind.Ratification, Signatory: Some.Davalos))
            .ThenRefused(AgreementRules.OnlySignaturesHaveSignatories);
    }

    [Fact]
    public void it_was_recorded() => Story.Given(SomeAgreement.Proposed)
        .When(new CorrectConsent(Some.Oim, ConsentKind.Signature, Some.Day("2019"))).ThenRefused(AgreementRules.NoSuchConsent, "party");

    [Fact]
    public void it_changes_something() => Story.Given(SomeAgreement.Signed())
        .When(new CorrectConsent(Some.Oim, ConsentKind.Signature, Some.Day("2019-04-01"))).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void it_is_not_in_the_future() => Story.Given(SomeAgreement.Signed())
        .When(new CorrectConsent(Some.Oim, ConsentKind.Signature, Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void it_did_not_come_after_the_entry_that_it_made_possible() => Story.Given(SomeAgreement.InForce())
        .When(new CorrectConsent(Some.Oim, ConsentKind.Signature, Some.Day("2021"))).ThenRefused(AgreementRules.ConsentBeforeForce, "on");

    [Fact]
    public void retracted_the_agreement_is_no_longer_signed_and_the_party_can_sign()
    {
        var retracted = new AgreementConsentRetracted(Some.Oim, ConsentKind.Signature);
        Story.Given(SomeAgreement.Signed()).When(new RetractConsent(Some.Oim, ConsentKind.Signature)).Then(retracted)
            .ThenState(s => Assert.Equal((AgreementStatus.Proposed, Some.Day("2018")), (s.Status, s.Since)));
        Story.Given([.. SomeAgreement.Signed(), retracted]).When(new SignAgreement(Some.Oim, null, false, Some.Day("2020")))
            .ThenState(s => Assert.Equal(AgreementStatus.Signed, s.Status));
    }

    [Fact]
    public void retracted_in_force_a_person_is_warned_and_can_record_the_right_one()
    {
        var retracted = new AgreementConsentRetracted(Some.Oim, ConsentKind.Signature);
        Story.Given(SomeAgreement.InForce()).When(new RetractConsent(Some.Oim, ConsentKind.Signature))
            .ThenWarned(AgreementRules.ForceRestsOnConsent).Then(retracted)
            .ThenState(s => Assert.Equal(AgreementStatus.InForce, s.Status));
        Story.Given([.. SomeAgreement.InForce(), retracted]).When(new SignAgreement(Some.Oim, null, false, Some.Day("2019-06-01")))
            .ThenState(s => Assert.True(s.HasSigned(Some.Oim)));
    }

    [Fact]
    public void a_ratification_is_retracted() => Story.Given([.. SomeAgreement.Signed(), Ratified])
        .When(new RetractConsent(Some.Oim, ConsentKind.Ratification)).ThenState(s => Assert.Empty(s.Ratifications));

    [Fact]
    public void only_what_was_recorded_is_retracted() => Story.Given(SomeAgreement.Signed())
        .When(new RetractConsent(Some.Oim, ConsentKind.Ratification)).ThenRefused(AgreementRules.NoSuchConsent, "party");
}

public class when_an_entry_is_retracted
{
    private static readonly AgreementRenewed Renewed = new(1, Some.Day("2024"), AgreementTerm.EndingOn(Some.Day("2035")));

    [Fact]
    public void a_renewal_that_never_was_gives_back_the_term() => Story.Given([.. SomeAgreement.InForce(), Renewed])
        .When(new RetractEntry(1)).Then(new AgreementEntryRetracted(1)).ThenState(s =>
        {
            Assert.Equal(AgreementTerm.Unknown, s.Term);
            Assert.Empty(s.Changes);
        });

    [Fact]
    public void what_was_settled_otherwise_since_stays()
    {
        var corrected = new AgreementCorrected(new(), new() { NoticeMonths = 6 }, []);
        var extended = new AgreementExtended(2, Some.Day("2025"), Some.Day("2036"));
        Story.Given([.. SomeAgreement.InForce(SomeAgreement.To2030), Renewed, corrected]).When(new RetractEntry(1))
            .ThenState(s => Assert.Equal(SomeAgreement.To2030 with { NoticeMonths = 6 }, s.Conditions));
        Story.Given([.. SomeAgreement.InForce(SomeAgreement.To2030), Renewed, extended]).When(new RetractEntry(1))
            .ThenState(s => Assert.Equal((Some.Day("2036"), Some.Day("2030")), (s.TermEnd, s.Changes[0].Before.Term.Until)));
    }

    [Fact]
    public void its_number_is_not_given_again()
    {
        Event[] events =
        [
            .. SomeAgreement.InForce(),
            new AgreementObligationRecorded(1, "Report", null),
            new AgreementReservationMade(2, Some.Can, ReservationKind.Reservation, "Art. 3", Some.Day("2020")),
            new AgreementRegistered(3, "SGCAN", null, Some.Day("2020")),
            new AgreementEntryRetracted(1), new AgreementEntryRetracted(2), new AgreementEntryRetracted(3),
        ];
        Story.Given(events).When(new RecordObligation("Report")).Then(new AgreementObligationRecorded(4, "Report", null))
            .ThenState(s => Assert.Equal((0, 0, 1), (s.Reservations.Count, s.Registrations.Count, s.Obligations.Count)));
    }

    [Fact]
    public void it_was_recorded() => Story.Given(SomeAgreement.InForce())
        .When(new RetractEntry(7)).ThenRefused(AgreementRules.NoSuchEntry, "number");
}
