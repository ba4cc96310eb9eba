using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

using Story = Scenario<Agreement, AgreementCommand>;

public class when_an_agreement_is_attested
{
    private static readonly AttestAgreement Attest = new(
        [Some.CanOim], AgreementType.CooperationAgreement, null, null, [Some.Can, Some.Oim], AgreementStatus.InForce, Some.Day("1992"));

    public static TheoryData<AgreementStatus> EveryStatus => [.. Enum.GetValues<AgreementStatus>()];

    [Fact]
    public void in_force_since_a_year_its_term_stays_unknown() => Story.Nothing.When(Attest)
        .Then(SomeAgreement.Attested(AgreementStatus.InForce))
        .ThenState(s =>
        {
            Assert.Equal(AgreementStatus.InForce, s.Status);
            Assert.Equal(Some.Day("1992"), s.InForceOn);
            Assert.Equal(TermKind.Unknown, s.Term.Kind);
            Assert.Equal(TermEndKnowledge.Unknown, s.TermEndIs);
            Assert.Equal([Some.Can.Value, Some.Oim.Value], s.Concerns.Organisations);
        });

    [Theory]
    [MemberData(nameof(EveryStatus))]
    public void it_may_stand_anywhere(AgreementStatus status) => Story.Nothing.When(Attest with { Status = status, Since = null })
        .ThenState(s => Assert.Equal((status, null), (s.Status, s.Since)));

    [Fact]
    public void it_counts_as_having_every_consent() => Story.Given(SomeAgreement.Attested(AgreementStatus.Signed))
        .When(new EnterIntoForce(Some.Day("1993"))).Then(new AgreementEnteredIntoForce(Some.Day("1993")));

    [Fact]
    public void signed_it_does_not_count_as_ratified() =>
        Story.Given(SomeAgreement.Attested(AgreementStatus.Signed) with { EntryRequires = ConsentKind.Ratification })
            .When(new EnterIntoForce(Some.Day("1993"))).ThenRefused(AgreementRules.EveryRatificationFirst);

    [Fact]
    public void known_only_to_exist_it_has_no_consent() => Story.Given(SomeAgreement.Attested(AgreementStatus.Recorded, null))
        .When(new EnterIntoForce(Some.Day("1993"))).ThenRefused(AgreementRules.EverySignatureFirst);

    [Fact]
    public void its_signatures_can_be_found_later() => Story.Given(SomeAgreement.Attested(AgreementStatus.InForce))
        .When(new SignAgreement(Some.Can, null, false, Some.Day("1991")))
        .Then(new AgreementSigned(Some.Can, null, false, Some.Day("1991")))
        .ThenState(s => Assert.Equal((AgreementStatus.InForce, Some.Day("1992")), (s.Status, s.Since)));

    [Fact]
    public void a_signature_after_its_entry_into_force_is_an_accession() => Story.Given(SomeAgreement.Attested(AgreementStatus.InForce))
        .When(new SignAgreement(Some.Can, null, false, Some.Day("1993"))).ThenRefused(AgreementRules.ConsentBeforeForce, "on");

    [Fact]
    public void a_signature_of_the_same_year_is_not_refused_for_imprecision() =>
        Story.Given(SomeAgreement.Attested(AgreementStatus.InForce))
            .When(new SignAgreement(Some.Can, null, false, Some.Day("1992"))).ThenState(s => Assert.Single(s.Signatures));

    [Fact]
    public void under_notice_of_unknown_effect_it_can_be_terminated() => Story.Given(SomeAgreement.Attested(AgreementStatus.NoticeGiven))
        .When(new TerminateAgreement(Some.Day("1993"))).ThenState(s => Assert.Equal(AgreementStatus.Terminated, s.Status));

    [Fact]
    public void ended_nothing_follows() => Story.Given(SomeAgreement.Attested(AgreementStatus.Expired))
        .When(new RecordObligation("Share figures")).ThenRefused(AgreementRules.NothingFollowsAnEnd);

    [Fact]
    public void it_has_two_different_parties() => Story.Nothing.When(Attest with { Parties = [Some.Can, Some.Can] })
        .ThenRefused(AgreementRules.TwoParties, "parties");

    [Fact]
    public void it_needs_a_partnership() =>
        Story.Nothing.When(Attest with { Partnerships = [] }).ThenRefused(CommonRules.TooFewItems, "partnerships");

    [Fact]
    public void it_has_not_stood_there_since_tomorrow() =>
        Story.Nothing.When(Attest with { Since = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "since");

    [Fact]
    public void its_term_does_not_end_before_it_begins() =>
        Story.Nothing.When(Attest with { Term = AgreementTerm.EndingOn(Some.Day("1991")) })
            .ThenRefused(AgreementRules.TermEndsAfterEntry, "term");

    [Theory]
    [InlineData(TermKind.Until, null, null)]
    [InlineData(TermKind.Until, "2030", 12)]
    [InlineData(TermKind.Months, null, null)]
    [InlineData(TermKind.Unknown, "2030", null)]
    [InlineData(TermKind.OpenEnded, null, 12)]
    public void its_term_says_what_its_kind_asks_for(TermKind kind, string? until, int? months) => Story.Nothing
        .When(Attest with { Term = new(kind, until is null ? null : Some.Day(until), months) })
        .ThenRefused(AgreementRules.TermIsWhole, "term");

    [Fact]
    public void its_terms_are_whole() => Assert.All(
        [AgreementTerm.Unknown, AgreementTerm.OpenEnded, AgreementTerm.EndingOn(Some.Day("2030")), AgreementTerm.Lasting(36)],
        term => Story.Nothing.When(Attest with { Term = term }).ThenState(s => Assert.Equal(term, s.Term)));

    [Fact]
    public void its_periods_are_bounded()
    {
        Story.Nothing.When(Attest with { Term = AgreementTerm.Lasting(0) }).ThenRefused(AgreementRules.PeriodInBounds, "term");
        Story.Nothing.When(Attest with { RenewalMonths = 0 }).ThenRefused(AgreementRules.PeriodInBounds, "renewalMonths");
        Story.Nothing.When(Attest with { NoticeMonths = 1_201 }).ThenRefused(AgreementRules.PeriodInBounds, "noticeMonths");
        Story.Nothing.When(Attest with { GraceDays = -1 }).ThenRefused(AgreementRules.PeriodInBounds, "graceDays");
        Story.Nothing.When(Attest with { RenewalMonths = 1, NoticeMonths = 1_200, GraceDays = 0 })
            .ThenState(s => Assert.Equal(new(AgreementTerm.Unknown, RenewalMode.Unknown, 1, 1_200, 0), s.Conditions));
    }
}

public class when_an_agreement_is_proposed
{
    private static readonly ProposeAgreement Propose = new(
        [Some.CanOim], AgreementType.CooperationAgreement, "Convenio de cooperación", null, [Some.Can, Some.Oim], Some.Day("2018"));

    [Fact]
    public void it_is_proposed_and_concerns_its_framework_and_predecessor()
    {
        var old = new AgreementId(Some.Numbered(30));
        Story.Nothing.When(Propose with { Supersedes = old, UnderAgreement = Some.Agreement })
            .Then(SomeAgreement.Proposed with { Supersedes = old, UnderAgreement = Some.Agreement })
            .ThenState(s =>
            {
                Assert.Equal((AgreementStatus.Proposed, Some.Day("2018")), (s.Status, s.Since));
                Assert.Equal([Some.Agreement.Value, old.Value], s.Concerns.Records);
            });
    }

    [Fact]
    public void it_needs_a_title() => Story.Nothing.When(Propose with { Title = " " }).ThenRefused(CommonRules.TextRequired, "title");

    [Fact]
    public void it_has_two_different_parties() =>
        Story.Nothing.When(Propose with { Parties = [Some.Can] }).ThenRefused(AgreementRules.TwoParties, "parties");

    [Fact]
    public void it_was_not_proposed_tomorrow() =>
        Story.Nothing.When(Propose with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void it_is_negotiated_adopted_and_initialled()
    {
        var negotiated = new AgreementNegotiationOpened(Some.Day("2018-06-01"));
        var adopted = new AgreementTextAdopted(Some.Day("2018-09-01"));
        Story.Given(SomeAgreement.Proposed with { On = Some.Day("2018-02-01") })
            .When(new OpenNegotiation(Some.Day("2018-06-01"))).Then(negotiated)
            .ThenState(s => Assert.Equal(AgreementStatus.Negotiating, s.Status));
        Story.Given(SomeAgreement.Proposed, negotiated).When(new AdoptText(Some.Day("2018-09-01"))).Then(adopted)
            .ThenState(s => Assert.Equal(AgreementStatus.Initialled, s.Status));
        Story.Given(SomeAgreement.Proposed, negotiated, adopted).When(new InitialText(Some.Day("2018-10-01")))
            .Then(new AgreementInitialled(Some.Day("2018-10-01")))
            .ThenState(s => Assert.Equal((AgreementStatus.Initialled, Some.Day("2018-10-01")), (s.Status, s.Since)));
    }

    [Fact]
    public void negotiation_does_not_open_once_the_text_is_settled() =>
        Story.Given(SomeAgreement.Proposed, new AgreementInitialled(Some.Day("2019")))
            .When(new OpenNegotiation(Some.Day("2020"))).ThenRefused(AgreementRules.NegotiationBeforeText);

    [Fact]
    public void the_text_is_not_settled_after_it_was_signed() => Story.Given(SomeAgreement.Signed())
        .When(new InitialText(Some.Day("2020"))).ThenRefused(AgreementRules.TextBeforeSignature);

    [Fact]
    public void no_step_comes_before_the_one_it_follows() => Story.Given(SomeAgreement.Proposed)
        .When(new OpenNegotiation(Some.Day("2017"))).ThenRefused(AgreementRules.InOrder, "on");

    [Fact]
    public void a_step_of_the_same_year_is_in_order() => Story.Given(SomeAgreement.Proposed)
        .When(new OpenNegotiation(Some.Day("2018"))).Then(new AgreementNegotiationOpened(Some.Day("2018")));

    [Fact]
    public void it_can_be_given_up() => Story.Given(SomeAgreement.Proposed)
        .When(new WithdrawBeforeForce(Some.Day("2019"), "No funds"))
        .Then(new AgreementWithdrawnBeforeForce(Some.Day("2019"), "No funds"))
        .ThenState(s => Assert.Equal((true, "No funds"), (s.HasEnded, s.Why)));

    [Fact]
    public void giving_it_up_needs_a_reason() => Story.Given(SomeAgreement.Proposed)
        .When(new WithdrawBeforeForce(Some.Day("2019"), "")).ThenRefused(CommonRules.TextRequired, "why");

    [Fact]
    public void it_is_not_registered_renewed_or_amended_yet()
    {
        Story.Given(SomeAgreement.Proposed).When(new RegisterAgreement("Lima", null, Some.Day("2019")))
            .ThenRefused(AgreementRules.RegisteredOnceSigned);
        Story.Given(SomeAgreement.Proposed).When(new ExtendAgreement(Some.Day("2019"), Some.Day("2030")))
            .ThenRefused(AgreementRules.RenewalInForce);
        Story.Given(SomeAgreement.Proposed).When(new AmendAgreement("Art. 3", Some.Day("2019")))
            .ThenRefused(AgreementRules.AmendedOnceSigned);
    }
}
