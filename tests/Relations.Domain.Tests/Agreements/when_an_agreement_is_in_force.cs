using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

using Story = Scenario<Agreement, AgreementCommand>;

public class when_an_agreement_in_force_is_suspended
{
    private static readonly AgreementSuspended Suspended = new(Some.Day("2022"), "Political crisis");

    [Fact]
    public void it_says_why_and_resumes()
    {
        Story.Given(SomeAgreement.InForce()).When(new SuspendAgreement(Some.Day("2022"), "Political crisis")).Then(Suspended)
            .ThenState(s => Assert.Equal((AgreementStatus.Suspended, "Political crisis"), (s.Status, s.Why)));
        Story.Given([.. SomeAgreement.InForce(), Suspended]).When(new ResumeAgreement(Some.Day("2023")))
            .Then(new AgreementResumed(Some.Day("2023")))
            .ThenState(s => Assert.Equal(
                (AgreementStatus.InForce, Some.Day("2023"), Some.Day("2020-01-01"), null), (s.Status, s.Since, s.InForceOn, s.Why)));
    }

    [Fact]
    public void it_was_in_force() => Story.Given(SomeAgreement.Signed())
        .When(new SuspendAgreement(Some.Day("2022"), "Crisis")).ThenRefused(AgreementRules.SuspendedInForce);

    [Fact]
    public void it_needs_a_reason() => Story.Given(SomeAgreement.InForce())
        .When(new SuspendAgreement(Some.Day("2022"), " ")).ThenRefused(CommonRules.TextRequired, "why");

    [Fact]
    public void it_was_not_suspended_before_it_was_in_force() => Story.Given(SomeAgreement.InForce())
        .When(new SuspendAgreement(Some.Day("2018"), "Crisis")).ThenRefused(AgreementRules.InOrder, "on");

    [Fact]
    public void only_what_is_suspended_resumes() => Story.Given(SomeAgreement.InForce())
        .When(new ResumeAgreement(Some.Day("2022"))).ThenRefused(AgreementRules.ResumedWhenSuspended);

    [Fact]
    public void suspended_it_is_not_renewed_and_no_notice_is_given()
    {
        Story.Given([.. SomeAgreement.InForce(SomeAgreement.To2030), Suspended])
            .When(new ExtendAgreement(Some.Day("2023"), Some.Day("2035"))).ThenRefused(AgreementRules.RenewalInForce);
        Story.Given([.. SomeAgreement.InForce(), Suspended])
            .When(new GiveNotice(Some.Oim, Some.Day("2023"), Some.Day("2024"))).ThenRefused(AgreementRules.NoticeInForce);
    }
}

public class when_an_agreement_is_renewed
{
    private static readonly RenewAgreement To2035 = new(Some.Day("2025"), AgreementTerm.EndingOn(Some.Day("2035")));

    [Fact]
    public void it_runs_to_the_new_end() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030)).When(To2035)
        .Then(new AgreementRenewed(1, Some.Day("2025"), AgreementTerm.EndingOn(Some.Day("2035"))))
        .ThenState(s =>
        {
            Assert.Equal(Some.Day("2035"), s.TermEnd);
            Assert.Equal((AgreementChangeKind.Renewal, Some.Day("2030")), (Assert.Single(s.Changes).Kind, s.Changes[0].Before.Term.Until));
        });

    [Fact]
    public void its_own_renewal_period_gives_the_new_end() =>
        Story.Given(SomeAgreement.InForce(SomeAgreement.To2030 with { RenewalMonths = 60 })).When(new RenewAgreement(Some.Day("2025")))
            .Then(new AgreementRenewed(1, Some.Day("2025"), AgreementTerm.EndingOn(Some.Day("2035"))));

    [Fact]
    public void without_a_known_period_the_new_end_is_said() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(new RenewAgreement(Some.Day("2025"))).ThenRefused(AgreementRules.RenewalSaysItsEnd, "term");

    [Fact]
    public void an_unknown_term_needs_its_new_end()
    {
        var agreement = Story.Given(SomeAgreement.Attested(AgreementStatus.InForce, conditions: new(AgreementTerm.Unknown, RenewalMonths: 24)));
        agreement.When(new RenewAgreement(Some.Day("2016"))).ThenRefused(AgreementRules.RenewalSaysItsEnd, "term");
        agreement.When(new RenewAgreement(Some.Day("2016"), AgreementTerm.Unknown)).ThenRefused(AgreementRules.RenewalSaysItsEnd, "term");
        agreement.When(To2035).ThenState(s => Assert.Equal(TermEndKnowledge.Known, s.TermEndIs));
    }

    [Fact]
    public void it_is_in_force() => Story.Given(SomeAgreement.Signed(SomeAgreement.To2030)).When(To2035)
        .ThenRefused(AgreementRules.RenewalInForce);

    [Fact]
    public void it_is_not_renewed_before_it_was_in_force() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(To2035 with { On = Some.Day("2018") }).ThenRefused(AgreementRules.InOrder, "on");

    [Fact]
    public void it_is_never_renewed_to_an_earlier_end() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(To2035 with { Term = AgreementTerm.EndingOn(Some.Day("2029")) }).ThenRefused(AgreementRules.NotToAnEarlierEnd, "term");

    [Fact]
    public void an_end_in_the_same_year_is_not_certainly_earlier() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(To2035 with { Term = AgreementTerm.EndingOn(Some.Day("2030")) }).ThenState(s => Assert.Single(s.Changes));

    [Fact]
    public void open_ended_it_has_nothing_to_renew() => Story.Given(SomeAgreement.InForce(new(AgreementTerm.OpenEnded)))
        .When(To2035).ThenRefused(AgreementRules.NotToAnEarlierEnd, "term");

    [Fact]
    public void it_can_become_open_ended() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(To2035 with { Term = AgreementTerm.OpenEnded }).ThenState(s => Assert.Equal(TermEndKnowledge.OpenEnded, s.TermEndIs));

    [Fact]
    public void after_its_end_it_is_too_late() => Story.Given(SomeAgreement.InForce(SomeAgreement.Until("2023")))
        .When(To2035).ThenRefused(AgreementRules.RenewalInTime, "on");

    [Fact]
    public void in_its_grace_period_it_is_not_too_late()
    {
        var agreement = Story.Given(SomeAgreement.InForce(SomeAgreement.Until("2024-12-01") with { GraceDays = 90 }));
        agreement.When(To2035 with { On = Some.Day("2025-02-28") }).ThenState(s => Assert.Equal(Some.Day("2035"), s.TermEnd));
        agreement.When(To2035 with { On = Some.Day("2025-03-02") }).ThenRefused(AgreementRules.RenewalInTime, "on");
    }

    [Fact]
    public void what_renews_itself_is_never_too_late() =>
        Story.Given(SomeAgreement.InForce(SomeAgreement.Until("2023") with { Renewal = RenewalMode.Automatic }))
            .When(To2035).ThenState(s => Assert.Equal(Some.Day("2035"), s.TermEnd));

    [Fact]
    public void an_extension_moves_the_end_and_never_back()
    {
        var agreement = Story.Given(SomeAgreement.InForce(SomeAgreement.To2030));
        agreement.When(new ExtendAgreement(Some.Day("2025"), Some.Day("2031")))
            .Then(new AgreementExtended(1, Some.Day("2025"), Some.Day("2031")))
            .ThenState(s => Assert.Equal((Some.Day("2031"), AgreementChangeKind.Extension), (s.TermEnd, s.Changes[0].Kind)));
        agreement.When(new ExtendAgreement(Some.Day("2025"), Some.Day("2029"))).ThenRefused(AgreementRules.NotToAnEarlierEnd, "until");
    }
}

public class when_an_agreement_is_amended
{
    [Fact]
    public void only_the_conditions_given_change() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030 with { NoticeMonths = 6 }))
        .When(new AmendAgreement("Art. 9", Some.Day("2024"), Renewal: RenewalMode.Automatic, RenewalMonths: 24))
        .Then(new AgreementAmended(
            1, "Art. 9", Some.Day("2024"), new(AgreementTerm.EndingOn(Some.Day("2030")), RenewalMode.Automatic, 24, 6)));

    [Fact]
    public void the_text_alone_may_change() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(new AmendAgreement("Art. 3 reworded", Some.Day("2024")))
        .Then(new AgreementAmended(1, "Art. 3 reworded", Some.Day("2024"), null))
        .ThenState(s => Assert.Equal(SomeAgreement.To2030, s.Conditions));

    [Fact]
    public void its_parties_may_shorten_the_term() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(new AmendAgreement("Art. 8", Some.Day("2024"), AgreementTerm.EndingOn(Some.Day("2028"))))
        .ThenState(s => Assert.Equal(Some.Day("2028"), s.TermEnd));

    [Fact]
    public void it_says_what_changed() => Story.Given(SomeAgreement.InForce())
        .When(new AmendAgreement("", Some.Day("2024"))).ThenRefused(CommonRules.TextRequired, "summary");

    [Fact]
    public void its_term_still_ends_after_it_began() => Story.Given(SomeAgreement.InForce())
        .When(new AmendAgreement("Art. 8", Some.Day("2024"), AgreementTerm.EndingOn(Some.Day("2018"))))
        .ThenRefused(AgreementRules.TermEndsAfterEntry, "term");
}

public class when_notice_of_termination_is_given
{
    private static readonly AgreementConditions SixMonths = new(AgreementTerm.OpenEnded, NoticeMonths: 6);
    private static readonly GiveNotice Give = new(Some.Oim, Some.Day("2025-01-15"), Some.Day("2025-07-15"));

    [Fact]
    public void it_takes_effect_after_the_notice_period() => Story.Given(SomeAgreement.InForce(SixMonths)).When(Give)
        .Then(new AgreementNoticeGiven(Some.Oim, Some.Day("2025-01-15"), Some.Day("2025-07-15")))
        .ThenState(s => Assert.Equal((AgreementStatus.NoticeGiven, Some.Day("2025-07-15")), (s.Status, s.Notice?.EffectiveOn)));

    [Fact]
    public void it_does_not_take_effect_within_the_notice_period() => Story.Given(SomeAgreement.InForce(SixMonths))
        .When(Give with { EffectiveOn = Some.Day("2025-07-14") }).ThenRefused(AgreementRules.NoticePeriod, "effectiveOn");

    [Fact]
    public void where_the_period_is_unknown_it_takes_effect_no_earlier_than_it_is_given()
    {
        Story.Given(SomeAgreement.InForce()).When(Give with { EffectiveOn = Some.Day("2025-01-16") })
            .ThenState(s => Assert.Equal(AgreementStatus.NoticeGiven, s.Status));
        Story.Given(SomeAgreement.InForce()).When(Give with { EffectiveOn = Some.Day("2025-01-14") })
            .ThenRefused(AgreementRules.NoticePeriod, "effectiveOn");
    }

    [Fact]
    public void its_effect_may_lie_ahead() => Story.Given(SomeAgreement.InForce(SixMonths))
        .When(Give with { EffectiveOn = Some.Day("2028") }).ThenState(s => Assert.NotNull(s.Notice));

    [Fact]
    public void only_a_party_gives_it() => Story.Given(SomeAgreement.InForce())
        .When(Give with { Party = Some.Peru }).ThenRefused(AgreementRules.OnlyAParty, "party");

    [Fact]
    public void it_is_given_only_in_force() => Story.Given(SomeAgreement.Signed()).When(Give).ThenRefused(AgreementRules.NoticeInForce);

    [Fact]
    public void after_it_the_agreement_is_terminated_without_further_reason() => Story.Given(SomeAgreement.NoticeGiven())
        .When(new TerminateAgreement(Some.Day("2025-07-15"))).Then(new AgreementTerminated(Some.Day("2025-07-15"), null))
        .ThenState(s => Assert.True(s.HasEnded));

    [Fact]
    public void the_agreement_is_not_terminated_before_it_takes_effect() => Story.Given(SomeAgreement.NoticeGiven())
        .When(new TerminateAgreement(Some.Day("2025-07-14"))).ThenRefused(AgreementRules.TerminatedAfterNotice, "on");

    [Fact]
    public void by_consent_the_agreement_ends_sooner() => Story.Given(SomeAgreement.NoticeGiven())
        .When(new TerminateAgreement(Some.Day("2025-03-01"), "By consent"))
        .Then(new AgreementTerminated(Some.Day("2025-03-01"), "By consent"));
}

public class when_an_agreement_ends
{
    [Fact]
    public void without_notice_its_parties_consent_and_say_why()
    {
        Story.Given(SomeAgreement.InForce()).When(new TerminateAgreement(Some.Day("2025"), "Both parties agreed"))
            .Then(new AgreementTerminated(Some.Day("2025"), "Both parties agreed"));
        Story.Given(SomeAgreement.InForce()).When(new TerminateAgreement(Some.Day("2025")))
            .ThenRefused(AgreementRules.TerminationNeedsReason, "why");
    }

    [Fact]
    public void what_was_never_in_force_is_not_terminated() => Story.Given(SomeAgreement.Signed())
        .When(new TerminateAgreement(Some.Day("2025"), "Why")).ThenRefused(AgreementRules.TerminatedOnceInForce);

    [Fact]
    public void it_expires_when_its_term_has_run_out() => Story.Given(SomeAgreement.InForce(SomeAgreement.Until("2025")))
        .When(new ExpireAgreement(Some.Day("2025"))).Then(new AgreementExpired(Some.Day("2025")))
        .ThenState(s => Assert.Equal((AgreementStatus.Expired, true), (s.Status, s.HasEnded)));

    [Fact]
    public void it_does_not_expire_before_its_end()
    {
        Story.Given(SomeAgreement.InForce(SomeAgreement.Until("2025"))).When(new ExpireAgreement(Some.Day("2024")))
            .ThenRefused(AgreementRules.ExpiryAfterTerm, "on");
        Story.Given(SomeAgreement.InForce(SomeAgreement.To2030)).When(new ExpireAgreement(Some.Day("2026")))
            .ThenRefused(AgreementRules.ExpiryAfterTerm, "on");
    }

    [Fact]
    public void a_term_of_unknown_end_or_none_does_not_expire()
    {
        Story.Given(SomeAgreement.InForce()).When(new ExpireAgreement(Some.Day("2025"))).ThenRefused(AgreementRules.ExpiryOfFixedTerm);
        Story.Given(SomeAgreement.InForce(new(AgreementTerm.OpenEnded))).When(new ExpireAgreement(Some.Day("2025")))
            .ThenRefused(AgreementRules.ExpiryOfFixedTerm);
    }

    [Fact]
    public void what_renews_itself_does_not_expire_until_notice_is_given()
    {
        var automatic = SomeAgreement.Until("2025") with { Renewal = RenewalMode.Automatic };
        Story.Given(SomeAgreement.InForce(automatic)).When(new ExpireAgreement(Some.Day("2026")))
            .ThenRefused(AgreementRules.AutomaticRenewalPending);
        Story.Given(SomeAgreement.NoticeGiven(automatic)).When(new ExpireAgreement(Some.Day("2026")))
            .Then(new AgreementExpired(Some.Day("2026")));
    }

    [Fact]
    public void what_was_never_in_force_does_not_expire() => Story.Given(SomeAgreement.Signed(SomeAgreement.Until("2025")))
        .When(new ExpireAgreement(Some.Day("2026"))).ThenRefused(AgreementRules.ExpiryOnceInForce);

    [Fact]
    public void a_successor_takes_its_place() => Story.Given(SomeAgreement.InForce(SomeAgreement.Until("2025")))
        .When(new SupersedeAgreement(Some.Agreement, Some.Day("2026"))).Then(new AgreementSuperseded(Some.Agreement, Some.Day("2026")))
        .ThenState(s => Assert.Equal([Some.Agreement.Value], s.Concerns.Records));

    [Fact]
    public void a_successor_that_overlaps_it_is_a_warning_and_no_error() => Story.Given(SomeAgreement.InForce(SomeAgreement.To2030))
        .When(new SupersedeAgreement(Some.Agreement, Some.Day("2025"))).ThenWarned(AgreementRules.SuccessorOverlaps)
        .Then(new AgreementSuperseded(Some.Agreement, Some.Day("2025")));

    [Fact]
    public void it_does_not_supersede_itself() => Story.Given(SomeAgreement.InForce())
        .When(new SupersedeAgreement(new(Some.Numbered(10)), Some.Day("2025"))).ThenRefused(AgreementRules.AnotherAgreement, "by");

    public static TheoryData<AgreementCommand> EveryStep =>
    [
        new OpenNegotiation(Some.Day("2026")), new AdoptText(Some.Day("2026")), new InitialText(Some.Day("2026")),
        new SignAgreement(Some.Can, null, false, Some.Day("2026")), new ConfirmSignature(Some.Can, Some.Day("2026")),
        new RatifyAgreement(Some.Can, Some.Day("2026")), new AccedeToAgreement(Some.Peru, Some.Day("2026")),
        new WithdrawFromAgreement(Some.Can, Some.Day("2026")), new RegisterAgreement("Lima", null, Some.Day("2026")),
        new ApplyProvisionally(Some.Day("2026")), new EnterIntoForce(Some.Day("2026")),
        new MakeReservation(Some.Can, ReservationKind.Reservation, "Art. 3", Some.Day("2026")),
        new AmendAgreement("Art. 3", Some.Day("2026")), new RenewAgreement(Some.Day("2026")),
        new ExtendAgreement(Some.Day("2026"), Some.Day("2030")), new SuspendAgreement(Some.Day("2026"), "Why"),
        new ResumeAgreement(Some.Day("2026")), new GiveNotice(Some.Can, Some.Day("2026"), Some.Day("2027")),
        new TerminateAgreement(Some.Day("2026"), "Why"), new ExpireAgreement(Some.Day("2026")),
        new SupersedeAgreement(Some.Agreement, Some.Day("2026")), new WithdrawBeforeForce(Some.Day("2026"), "Why"),
        new RecordObligation("Report"),
    ];

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void nothing_follows(AgreementCommand step) => Story.Given([.. SomeAgreement.InForce(), new AgreementTerminated(Some.Day("2025"), "Agreed")])
        .When(step).ThenRefused(AgreementRules.NothingFollowsAnEnd);
}
