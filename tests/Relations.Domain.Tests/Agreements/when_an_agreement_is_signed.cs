using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

using Story = Scenario<Agreement, AgreementCommand>;

public class when_an_agreement_is_signed
{
    private static readonly SignAgreement SignForOim = new(Some.Oim, Some.Davalos, false, Some.Day("2019-04-01"));

    [Fact]
    public void the_first_signature_does_not_make_it_signed() => Story.Given(SomeAgreement.Proposed)
        .When(new SignAgreement(Some.Can, Some.SanMiguel, false, Some.Day("2019-03-01"))).Then(SomeAgreement.SignedByCan)
        .ThenState(s =>
        {
            Assert.Equal(AgreementStatus.Proposed, s.Status);
            Assert.Equal([Some.SanMiguel.Value], s.Concerns.People);
        });

    [Fact]
    public void the_last_signature_makes_it_signed() => Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByCan)
        .When(SignForOim).Then(SomeAgreement.SignedByOim)
        .ThenState(s => Assert.Equal((AgreementStatus.Signed, Some.Day("2019-04-01")), (s.Status, s.Since)));

    [Fact]
    public void it_is_signed_since_the_latest_signature_in_whatever_order_they_are_recorded() =>
        Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByOim)
            .When(new SignAgreement(Some.Can, null, false, Some.Day("2019-03-01")))
            .ThenState(s => Assert.Equal(Some.Day("2019-04-01"), s.Since));

    [Fact]
    public void only_a_party_signs() => Story.Given(SomeAgreement.Proposed)
        .When(SignForOim with { Party = Some.Peru }).ThenRefused(AgreementRules.OnlyAParty, "party");

    [Fact]
    public void a_party_signs_once() => Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByOim)
        .When(SignForOim).ThenRefused(AgreementRules.ConsentsOnce, "party");

    [Fact]
    public void nobody_signs_tomorrow() => Story.Given(SomeAgreement.Proposed)
        .When(SignForOim with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void nobody_signs_before_it_was_proposed() => Story.Given(SomeAgreement.Proposed)
        .When(SignForOim with { On = Some.Day("2017") }).ThenRefused(AgreementRules.InOrder, "on");

    [Fact]
    public void a_signature_ad_referendum_does_not_count() => Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByCan)
        .When(SignForOim with { AdReferendum = true })
        .ThenState(s => Assert.Equal((AgreementStatus.Proposed, false), (s.Status, s.HasSigned(Some.Oim))));

    [Fact]
    public void a_signature_ad_referendum_counts_once_confirmed() =>
        Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByCan, SomeAgreement.SignedByOim with { AdReferendum = true })
            .When(new ConfirmSignature(Some.Oim, Some.Day("2019-09-01")))
            .Then(new AgreementSignatureConfirmed(Some.Oim, Some.Day("2019-09-01")))
            .ThenState(s => Assert.Equal((AgreementStatus.Signed, Some.Day("2019-09-01")), (s.Status, s.Since)));

    [Fact]
    public void only_a_signature_ad_referendum_is_confirmed() =>
        Story.Given(SomeAgreement.Signed()).When(new ConfirmSignature(Some.Oim, Some.Day("2019-09-01")))
            .ThenRefused(AgreementRules.ConfirmsAdReferendum, "party");

    [Fact]
    public void it_is_not_confirmed_before_it_was_made() =>
        Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByOim with { AdReferendum = true })
            .When(new ConfirmSignature(Some.Oim, Some.Day("2018"))).ThenRefused(AgreementRules.InOrder, "on");

    [Fact]
    public void a_party_ratifies_what_it_signed_and_an_organisation_formally_confirms() =>
        Story.Given(SomeAgreement.Signed(requires: ConsentKind.Ratification))
            .When(new RatifyAgreement(Some.Oim, Some.Day("2019-08-01"), RatificationForm.FormalConfirmation))
            .Then(new AgreementRatified(Some.Oim, RatificationForm.FormalConfirmation, Some.Day("2019-08-01")))
            .ThenState(s => Assert.True(s.HasRatified(Some.Oim) && !s.HasRatified(Some.Can)));

    [Fact]
    public void a_party_does_not_ratify_what_it_has_not_signed() => Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByCan)
        .When(new RatifyAgreement(Some.Oim, Some.Day("2019-08-01"))).ThenRefused(AgreementRules.RatifiesWhatItSigned, "party");

    [Fact]
    public void only_a_party_ratifies_and_once()
    {
        Story.Given(SomeAgreement.Signed()).When(new RatifyAgreement(Some.Peru, Some.Day("2019-08-01")))
            .ThenRefused(AgreementRules.OnlyAParty, "party");
        Story.Given([.. SomeAgreement.Signed(), new AgreementRatified(Some.Can, RatificationForm.Ratification, Some.Day("2019-08-01"))])
            .When(new RatifyAgreement(Some.Can, Some.Day("2019-09-01"))).ThenRefused(AgreementRules.ConsentsOnce, "party");
    }

    [Fact]
    public void nobody_ratifies_before_signing() => Story.Given(SomeAgreement.Signed())
        .When(new RatifyAgreement(Some.Oim, Some.Day("2018"))).ThenRefused(AgreementRules.InOrder, "on");

    [Fact]
    public void it_can_be_applied_provisionally_and_then_enter_into_force()
    {
        var applied = new AgreementProvisionallyApplied(Some.Day("2019-05-01"));
        Story.Given(SomeAgreement.Signed()).When(new ApplyProvisionally(Some.Day("2019-05-01"))).Then(applied)
            .ThenState(s => Assert.Equal(AgreementStatus.ProvisionallyApplied, s.Status));
        Story.Given([.. SomeAgreement.Signed(), applied]).When(new EnterIntoForce(Some.Day("2020-01-01"))).Then(SomeAgreement.Entered);
        Story.Given([.. SomeAgreement.Signed(), applied]).When(new WithdrawBeforeForce(Some.Day("2020"), "Not ratified"))
            .ThenState(s => Assert.Equal(AgreementStatus.WithdrawnBeforeForce, s.Status));
    }

    [Fact]
    public void it_is_not_applied_before_it_is_signed_or_once_in_force()
    {
        Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByCan).When(new ApplyProvisionally(Some.Day("2019-05-01")))
            .ThenRefused(AgreementRules.ProvisionalOnceSigned);
        Story.Given(SomeAgreement.InForce()).When(new ApplyProvisionally(Some.Day("2021")))
            .ThenRefused(AgreementRules.ProvisionalOnceSigned);
    }

    [Fact]
    public void it_is_registered_where_it_is_deposited() => Story.Given(SomeAgreement.Signed())
        .When(new RegisterAgreement("SGCAN", "C-12", Some.Day("2019-05-01")))
        .Then(new AgreementRegistered(1, "SGCAN", "C-12", Some.Day("2019-05-01")))
        .ThenState(s => Assert.Equal("C-12", Assert.Single(s.Registrations).NumberThere));

    [Fact]
    public void a_party_makes_reservations_and_no_other()
    {
        var make = new MakeReservation(Some.Can, ReservationKind.Declaration, "As we read art. 3", Some.Day("2019-04-01"));
        Story.Given(SomeAgreement.Signed()).When(make)
            .Then(new AgreementReservationMade(1, Some.Can, ReservationKind.Declaration, "As we read art. 3", Some.Day("2019-04-01")));
        Story.Given(SomeAgreement.Signed()).When(make with { Party = Some.Peru }).ThenRefused(AgreementRules.OnlyAParty, "party");
    }

    [Fact]
    public void an_obligation_binds_a_party_or_all()
    {
        Story.Given(SomeAgreement.Signed()).When(new RecordObligation("Report each year", Some.Oim))
            .Then(new AgreementObligationRecorded(1, "Report each year", Some.Oim));
        Story.Given(SomeAgreement.Signed()).When(new RecordObligation("Meet each year"))
            .Then(new AgreementObligationRecorded(1, "Meet each year", null));
        Story.Given(SomeAgreement.Signed()).When(new RecordObligation("Report each year", Some.Peru))
            .ThenRefused(AgreementRules.OnlyAParty, "party");
    }
}

public class when_an_agreement_enters_into_force
{
    private static readonly EnterIntoForce Enter = new(Some.Day("2020-01-01"));

    [Fact]
    public void every_party_has_signed() => Story.Given(SomeAgreement.Signed()).When(Enter).Then(SomeAgreement.Entered)
        .ThenState(s => Assert.Equal((AgreementStatus.InForce, Some.Day("2020-01-01")), (s.Status, s.InForceOn)));

    [Fact]
    public void it_waits_for_every_signature() => Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByCan)
        .When(Enter).ThenRefused(AgreementRules.EverySignatureFirst);

    [Fact]
    public void it_waits_for_the_confirmation_of_a_signature_ad_referendum() =>
        Story.Given(SomeAgreement.Proposed, SomeAgreement.SignedByCan, SomeAgreement.SignedByOim with { AdReferendum = true })
            .When(Enter).ThenRefused(AgreementRules.EverySignatureFirst);

    [Fact]
    public void it_does_not_come_before_the_last_signature() => Story.Given(SomeAgreement.Signed())
        .When(new EnterIntoForce(Some.Day("2019-03-15"))).ThenRefused(AgreementRules.EverySignatureFirst);

    [Fact]
    public void it_waits_for_every_ratification_where_the_instrument_asks_for_it()
    {
        Event[] signed = SomeAgreement.Signed(requires: ConsentKind.Ratification);
        var byCan = new AgreementRatified(Some.Can, RatificationForm.Ratification, Some.Day("2019-07-01"));
        var byOim = new AgreementRatified(Some.Oim, RatificationForm.FormalConfirmation, Some.Day("2019-08-01"));
        Story.Given([.. signed, byCan]).When(Enter).ThenRefused(AgreementRules.EveryRatificationFirst);
        Story.Given([.. signed, byCan, byOim]).When(Enter).Then(SomeAgreement.Entered);
        Story.Given([.. signed, byCan, byOim]).When(new EnterIntoForce(Some.Day("2019-07-15")))
            .ThenRefused(AgreementRules.EveryRatificationFirst);
        Story.Given([.. signed, byCan, byOim, SomeAgreement.Entered]).When(new RatifyAgreement(Some.Peru, Some.Day("2021")))
            .ThenRefused(AgreementRules.ConsentBeforeForce, "on");
    }

    [Fact]
    public void a_ratification_that_nothing_required_may_come_later() => Story.Given(SomeAgreement.InForce())
        .When(new RatifyAgreement(Some.Oim, Some.Day("2021"), RatificationForm.Approval))
        .Then(new AgreementRatified(Some.Oim, RatificationForm.Approval, Some.Day("2021")));

    [Fact]
    public void it_does_so_once() =>
        Story.Given(SomeAgreement.InForce()).When(new EnterIntoForce(Some.Day("2021"))).ThenRefused(AgreementRules.EntersForceOnce);

    [Fact]
    public void it_does_not_do_so_tomorrow() => Story.Given(SomeAgreement.Signed())
        .When(new EnterIntoForce(Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void its_term_has_not_ended_before() => Story.Given(SomeAgreement.Signed(SomeAgreement.Until("2019")))
        .When(Enter).ThenRefused(AgreementRules.TermEndsAfterEntry, "on");

    [Fact]
    public void an_unknown_term_stays_unknown() => Story.Given(SomeAgreement.Signed()).When(Enter)
        .ThenState(s => Assert.Equal((TermKind.Unknown, TermEndKnowledge.Unknown, null), (s.Term.Kind, s.TermEndIs, s.TermEnd)));

    [Fact]
    public void a_term_in_months_begins_to_run()
    {
        var conditions = new AgreementConditions(AgreementTerm.Lasting(36));
        Story.Given(SomeAgreement.Signed(conditions)).When(new RecordObligation("Report"))
            .ThenState(s => Assert.Equal((TermEndKnowledge.NotYetRunning, null), (s.TermEndIs, s.TermEnd)));
        Story.Given(SomeAgreement.Signed(conditions)).When(Enter)
            .ThenState(s => Assert.Equal((TermEndKnowledge.Known, Some.Day("2023-01-01")), (s.TermEndIs, s.TermEnd)));
    }

    [Fact]
    public void it_can_no_longer_be_withdrawn_before_force() => Story.Given(SomeAgreement.InForce())
        .When(new WithdrawBeforeForce(Some.Day("2021"), "Too late")).ThenRefused(AgreementRules.WithdrawnBeforeForce);
}

public class when_the_parties_of_an_agreement_change
{
    private static readonly AgreementPartyAcceded Joined = new(Some.Peru, Some.Day("2021"));

    [Fact]
    public void another_accedes_without_signing() => Story.Given(SomeAgreement.InForce())
        .When(new AccedeToAgreement(Some.Peru, Some.Day("2021"))).Then(Joined).ThenState(s =>
        {
            Assert.Equal([Some.Can, Some.Oim, Some.Peru], s.Parties);
            Assert.True(s.HasSigned(Some.Peru) && s.HasRatified(Some.Peru));
        });

    [Fact]
    public void before_force_its_accession_is_all_the_consent_it_needs() => Story.Given([.. SomeAgreement.Signed(), Joined])
        .When(new EnterIntoForce(Some.Day("2022"))).ThenState(s => Assert.Equal(AgreementStatus.InForce, s.Status));

    [Fact]
    public void a_party_does_not_accede() => Story.Given(SomeAgreement.InForce())
        .When(new AccedeToAgreement(Some.Can, Some.Day("2021"))).ThenRefused(AgreementRules.AlreadyAParty, "party");

    [Fact]
    public void nobody_accedes_before_it_is_signed() => Story.Given(SomeAgreement.Proposed)
        .When(new AccedeToAgreement(Some.Peru, Some.Day("2021"))).ThenRefused(AgreementRules.AccessionOnceSigned);

    [Fact]
    public void who_acceded_does_not_sign_or_ratify()
    {
        Story.Given([.. SomeAgreement.Signed(), Joined]).When(new SignAgreement(Some.Peru, null, false, Some.Day("2022")))
            .ThenRefused(AgreementRules.ConsentsOnce, "party");
        Story.Given([.. SomeAgreement.Signed(), Joined]).When(new RatifyAgreement(Some.Peru, Some.Day("2022")))
            .ThenRefused(AgreementRules.ConsentsOnce, "party");
    }

    [Fact]
    public void one_of_three_withdraws_and_stays_a_party_until_it_takes_effect() => Story.Given([.. SomeAgreement.InForce(), Joined])
        .When(new WithdrawFromAgreement(Some.Can, Some.Day("2026"), Some.Day("2028")))
        .Then(new AgreementPartyWithdrew(Some.Can, Some.Day("2026"), Some.Day("2028")))
        .ThenState(s =>
        {
            Assert.Equal([Some.Oim, Some.Peru], s.Parties);
            Assert.Contains(Some.Can, s.PartiesOn(new(2027, 6, 1)));
            Assert.DoesNotContain(Some.Can, s.PartiesOn(new(2028, 6, 1)));
            Assert.Contains(Some.Can.Value, s.Concerns.Organisations);
        });

    [Fact]
    public void one_of_two_does_not_withdraw() => Story.Given(SomeAgreement.InForce())
        .When(new WithdrawFromAgreement(Some.Can, Some.Day("2025"))).ThenRefused(AgreementRules.WithdrawalLeavesTwo, "party");

    [Fact]
    public void only_a_party_withdraws() => Story.Given([.. SomeAgreement.InForce(), Joined])
        .When(new WithdrawFromAgreement(Some.Sgcan, Some.Day("2025"))).ThenRefused(AgreementRules.OnlyAParty, "party");

    [Fact]
    public void a_withdrawal_does_not_take_effect_before_it_is_declared() => Story.Given([.. SomeAgreement.InForce(), Joined])
        .When(new WithdrawFromAgreement(Some.Can, Some.Day("2025"), Some.Day("2024")))
        .ThenRefused(AgreementRules.WithdrawalTakesEffectLater, "effectiveOn");

    [Fact]
    public void the_last_one_missing_withdraws_and_the_others_have_signed() =>
        Story.Given(SomeAgreement.Proposed with { Parties = [Some.Can, Some.Oim, Some.Peru] }, SomeAgreement.SignedByCan, SomeAgreement.SignedByOim)
            .When(new WithdrawFromAgreement(Some.Peru, Some.Day("2020")))
            .ThenState(s => Assert.Equal((AgreementStatus.Signed, Some.Day("2019-04-01")), (s.Status, s.Since)));
}
