using System.Diagnostics;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using static Relations.Domain.Agreements.AgreementStatus;

namespace Relations.Domain.Agreements;

/// <summary>Every rule of an agreement: the switch, its life, and in the other parts its consents, its term and its corrections.</summary>
public static partial class AgreementDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Agreement? state, AgreementCommand command, DateOnly today) => (state, command) switch
    {
        (null, AttestAgreement c) => Attest(c, today),
        (null, ProposeAgreement c) => Propose(c, today),
        ({ } s, OpenNegotiation c) => Step(s, c.On, today, AgreementRules.NegotiationBeforeText, Recorded, Proposed)
            .Record(() => new AgreementNegotiationOpened(c.On)),
        ({ } s, AdoptText c) => SettleText(s, c.On, today).Record(() => new AgreementTextAdopted(c.On)),
        ({ } s, InitialText c) => SettleText(s, c.On, today).Record(() => new AgreementInitialled(c.On)),
        ({ } s, SignAgreement c) => Sign(s, c, today),
        ({ } s, ConfirmSignature c) => Confirm(s, c, today),
        ({ } s, RatifyAgreement c) => Ratify(s, c, today),
        ({ } s, AccedeToAgreement c) => Accede(s, c, today),
        ({ } s, WithdrawFromAgreement c) => Withdraw(s, c, today),
        ({ } s, RegisterAgreement c) => Register(s, c, today),
        ({ } s, ApplyProvisionally c) => Step(s, c.On, today, AgreementRules.ProvisionalOnceSigned, Signed)
            .Record(() => new AgreementProvisionallyApplied(c.On)),
        ({ } s, EnterIntoForce c) => Enter(s, c, today),
        ({ } s, MakeReservation c) => Reserve(s, c, today),
        ({ } s, AmendAgreement c) => Amend(s, c, today),
        ({ } s, RenewAgreement c) => Renew(s, c, today),
        ({ } s, ExtendAgreement c) => Extend(s, c, today),
        ({ } s, SuspendAgreement c) => Step(s, c.On, today, AgreementRules.SuspendedInForce, InForce)
            .Text(c.Why, nameof(c.Why), Limits.Text).Record(() => new AgreementSuspended(c.On, c.Why)),
        ({ } s, ResumeAgreement c) => Step(s, c.On, today, AgreementRules.ResumedWhenSuspended, Suspended)
            .Record(() => new AgreementResumed(c.On)),
        ({ } s, GiveNotice c) => Notify(s, c, today),
        ({ } s, TerminateAgreement c) => Terminate(s, c, today),
        ({ } s, ExpireAgreement c) => Expire(s, c, today),
        ({ } s, SupersedeAgreement c) => Supersede(s, c, today),
        ({ } s, WithdrawBeforeForce c) => Step(
                s, c.On, today, AgreementRules.WithdrawnBeforeForce, Recorded, Proposed, Negotiating, Initialled, Signed, ProvisionallyApplied)
            .Text(c.Why, nameof(c.Why), Limits.Text).Record(() => new AgreementWithdrawnBeforeForce(c.On, c.Why)),
        ({ } s, RecordObligation c) => Oblige(s, c),
        ({ } s, CorrectAgreement c) => Correct(s, c, today),
        ({ } s, CorrectConsent c) => CorrectConsent(s, c, today),
        ({ } s, RetractConsent c) => RetractConsent(s, c),
        ({ } s, RetractEntry c) => new Deciding()
            .Require(s.HasEntry(c.Number), AgreementRules.NoSuchEntry, nameof(c.Number), c.Number)
            .Record(() => new AgreementEntryRetracted(c.Number)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "an agreement")}"),
    };

    private static Decision Attest(AttestAgreement c, DateOnly today)
    {
        var conditions = new AgreementConditions(
            c.Term ?? AgreementTerm.Unknown, c.Renewal, c.RenewalMonths, c.NoticeMonths, c.GraceDays, c.ReviewOn);
        return Opening(c.Partnerships, c.Parties, c.Subject, c.Reference)
            .OptionalText(c.Title, nameof(c.Title), Limits.Subject)
            .Require(c.Since is null || c.Since.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.Since))
            .Conditions(conditions, c.Status == InForce ? c.Since : null)
            .Record(() => new AgreementAttested(
                [.. c.Partnerships.Distinct()], c.Type, c.Title, c.Subject, [.. c.Parties.Distinct()], c.Status, c.Since, conditions,
                c.EntryRequires, c.Reference, c.Supersedes, c.UnderAgreement));
    }

    private static Decision Propose(ProposeAgreement c, DateOnly today)
    {
        var conditions = new AgreementConditions(
            c.Term ?? AgreementTerm.Unknown, c.Renewal, c.RenewalMonths, c.NoticeMonths, c.GraceDays, c.ReviewOn);
        return Opening(c.Partnerships, c.Parties, c.Subject, c.Reference)
            .Text(c.Title, nameof(c.Title), Limits.Subject)
            .Happened(c.On, today)
            .Conditions(conditions, c.On)
            .Record(() => new AgreementProposed(
                [.. c.Partnerships.Distinct()], c.Type, c.Title, c.Subject, [.. c.Parties.Distinct()], c.On, conditions,
                c.EntryRequires, c.Reference, c.Supersedes, c.UnderAgreement));
    }

    private static Deciding Opening(
        IReadOnlyList<PartnershipId> partnerships, IReadOnlyList<OrganisationId> parties, string? subject, string? reference) => new Deciding()
        .Items(partnerships, nameof(partnerships), 1, Limits.Partnerships)
        .Parties(parties)
        .OptionalText(subject, nameof(subject), Limits.Text)
        .OptionalText(reference, nameof(reference), Limits.Code);

    private static Deciding SettleText(Agreement s, EdtfDate on, DateOnly today) =>
        Step(s, on, today, AgreementRules.TextBeforeSignature, Recorded, Proposed, Negotiating, Initialled);

    private static Decision Notify(Agreement s, GiveNotice c, DateOnly today)
    {
        var months = s.Conditions.NoticeMonths ?? 0;
        return Step(s, c.On, today, AgreementRules.NoticeInForce, InForce)
            .Require(s.Parties.Contains(c.Party), AgreementRules.OnlyAParty, nameof(c.Party))
            .Require(!IsBefore(c.EffectiveOn, c.On.AddMonths(months) ?? c.On), AgreementRules.NoticePeriod, nameof(c.EffectiveOn), months)
            .Record(() => new AgreementNoticeGiven(c.Party, c.On, c.EffectiveOn));
    }

    private static Decision Terminate(Agreement s, TerminateAgreement c, DateOnly today)
    {
        var byConsent = !string.IsNullOrWhiteSpace(c.Why);
        return Step(s, c.On, today, AgreementRules.TerminatedOnceInForce, InForce, Suspended, NoticeGiven)
            .OptionalText(c.Why, nameof(c.Why), Limits.Text)
            .Require(byConsent || s.Status is not (InForce or Suspended), AgreementRules.TerminationNeedsReason, nameof(c.Why))
            .Require(
                byConsent || !IsBefore(c.On, s.Notice?.EffectiveOn), AgreementRules.TerminatedAfterNotice, nameof(c.On), s.Notice?.EffectiveOn)
            .Record(() => new AgreementTerminated(c.On, c.Why));
    }

    private static Decision Supersede(Agreement s, SupersedeAgreement c, DateOnly today) => Living(s)
        .Follows(s.Since, c.On, today)
        .Require(c.By.Value != s.Id, AgreementRules.AnotherAgreement, nameof(c.By))
        .Warn(IsBefore(c.On, s.TermEnd), AgreementRules.SuccessorOverlaps, nameof(c.On), s.TermEnd)
        .Record(() => new AgreementSuperseded(c.By, c.On));

    private static Decision Register(Agreement s, RegisterAgreement c, DateOnly today) =>
        In(s, AgreementRules.RegisteredOnceSigned, Recorded, Signed, ProvisionallyApplied, InForce, Suspended, NoticeGiven)
            .Happened(c.On, today)
            .Text(c.Where, nameof(c.Where), Limits.Name)
            .OptionalText(c.Number, nameof(c.Number), Limits.Code)
            .Room(s.Registrations)
            .Record(() => new AgreementRegistered(s.LastEntry + 1, c.Where, c.Number, c.On));

    private static Decision Reserve(Agreement s, MakeReservation c, DateOnly today) => Living(s)
        .Happened(c.On, today)
        .Require(s.Parties.Contains(c.Party), AgreementRules.OnlyAParty, nameof(c.Party))
        .Text(c.Text, nameof(c.Text), Limits.Text)
        .Room(s.Reservations)
        .Record(() => new AgreementReservationMade(s.LastEntry + 1, c.Party, c.Kind, c.Text, c.On));

    private static Decision Oblige(Agreement s, RecordObligation c) => Living(s)
        .Text(c.Text, nameof(c.Text), Limits.Text)
        .Require(c.Party is not { } party || s.Parties.Contains(party), AgreementRules.OnlyAParty, nameof(c.Party))
        .Room(s.Obligations)
        .Record(() => new AgreementObligationRecorded(s.LastEntry + 1, c.Text, c.Party));

    /// <summary>A step from one state to the next: from these states only, not in the future, not before the state that it ends.</summary>
    private static Deciding Step(Agreement s, EdtfDate on, DateOnly today, Rule rule, params AgreementStatus[] from) =>
        In(s, rule, from).Follows(s.Since, on, today);

    /// <summary>Something that happens only in some states. An end has its own rule, and one sentence is enough.</summary>
    private static Deciding In(Agreement s, Rule rule, params AgreementStatus[] states) =>
        Living(s).Require(s.HasEnded || states.Contains(s.Status), rule, null, s.Status);

    private static Deciding Living(Agreement s) => new Deciding()
        .Require(!s.HasEnded, AgreementRules.NothingFollowsAnEnd, null, s.Status);

    private static Deciding Happened(this Deciding deciding, EdtfDate on, DateOnly today) =>
        deciding.Require(on.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(on));

    private static Deciding Follows(this Deciding deciding, EdtfDate? earlier, EdtfDate on, DateOnly today) =>
        deciding.Happened(on, today).Require(!IsBefore(on, earlier), AgreementRules.InOrder, nameof(on), earlier);

    private static Deciding Parties(this Deciding deciding, IReadOnlyList<OrganisationId>? parties) => deciding
        .Items(parties, nameof(parties), 0, Limits.Items)
        .Require(parties?.Distinct().Count() >= 2, AgreementRules.TwoParties, nameof(parties));

    private static Deciding Room<T>(this Deciding deciding, IReadOnlyList<T> entries) =>
        deciding.Require(entries.Count < Limits.Items, CommonRules.TooManyItems, null, Limits.Items);

    /// <summary>Whether one date certainly comes before another; never where either is unknown.</summary>
    private static bool IsBefore(EdtfDate? date, EdtfDate? other) => date is not null && other is not null && date.CertainlyBefore(other);
}
