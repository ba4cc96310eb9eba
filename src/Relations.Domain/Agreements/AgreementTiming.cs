using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>When an agreement's parties settle what follows its term.</summary>
/// <param name="Opens">
/// The last day for notice: from then on nobody can end it for the end of its term. Null where that is unknown; it can be renewed at any
/// time in force.
/// </param>
/// <param name="Closes">The end of its term and of its grace period; a renewal after it is too late.</param>
public sealed record RenewalWindow(EdtfDate? Opens, EdtfDate Closes);

/// <summary>Where an agreement stands on a day if nobody acts, and why.</summary>
/// <param name="Status">Its recorded state.</param>
/// <param name="Reason">What time has made of it.</param>
/// <param name="Until">The date that the reason turns on: the end of its term, or the effect of a notice; null where there is none.</param>
public sealed record AgreementStanding(AgreementStatus Status, StandingReason Reason, EdtfDate? Until);

/// <content>
/// What is coming, derived from the state and never recorded. Dates are as precise as what they are derived from; null is unknown.
/// </content>
public sealed partial record Agreement
{
    /// <summary>How many renewals are looked ahead: a century of months. Beyond that an end is as good as unknown.</summary>
    private const int MostPeriods = 1_200;

    /// <summary>The end of its term as last recorded; null where there is none, as <see cref="TermEndIs"/> tells.</summary>
    public EdtfDate? TermEnd => EndOf(Term);

    /// <summary>What is known of the end of its term.</summary>
    public TermEndKnowledge TermEndIs => Term.Kind switch
    {
        TermKind.OpenEnded => TermEndKnowledge.OpenEnded,
        TermKind.Months when Status is > AgreementStatus.Recorded and < AgreementStatus.InForce => TermEndKnowledge.NotYetRunning,
        _ => TermEnd is null ? TermEndKnowledge.Unknown : TermEndKnowledge.Known,
    };

    /// <summary>When its parties review it next; null where no date was named, or its life is over.</summary>
    public EdtfDate? NextReview => HasEnded ? null : Conditions.ReviewOn;

    /// <summary>Whether it goes on by itself when its term runs out. A notice of termination stops that.</summary>
    public bool RenewsItself =>
        Conditions.Renewal == RenewalMode.Automatic && Status is AgreementStatus.InForce or AgreementStatus.Suspended;

    /// <summary>
    /// The end of the period that runs on a day: the recorded end, or a later one where it renewed itself since. Null where there is no
    /// known end, also because nobody wrote down for how long it renews itself.
    /// </summary>
    /// <param name="day">The day to judge by.</param>
    public EdtfDate? TermEndOn(DateOnly day)
    {
        var end = TermEnd;
        for (var periods = 1; RenewsItself && end is not null && end.HasEndedBefore(day); periods++)
            end = periods <= MostPeriods && Conditions.RenewalMonths is { } months ? TermEnd!.AddMonths(periods * months) : null;
        return end;
    }

    /// <summary>The last day on which notice prevents another period; null where the end or the notice period is unknown.</summary>
    /// <param name="day">The day to judge by.</param>
    public EdtfDate? LastDayForNotice(DateOnly day) =>
        Status == AgreementStatus.InForce && Conditions.NoticeMonths is { } months ? TermEndOn(day)?.AddMonths(-months) : null;

    /// <summary>When its parties settle what follows; null where there is no known end, no renewal, or it is not in force.</summary>
    /// <param name="day">The day to judge by.</param>
    public RenewalWindow? RenewalWindow(DateOnly day) =>
        Status == AgreementStatus.InForce && Conditions.Renewal != RenewalMode.None && EndWithGrace(TermEndOn(day)) is { } closes
            ? new(LastDayForNotice(day), closes)
            : null;

    /// <summary>Its parties on a day: those of the record, and those whose withdrawal had not taken effect.</summary>
    /// <param name="day">The day to judge by.</param>
    public IReadOnlyList<OrganisationId> PartiesOn(DateOnly day) =>
    [
        .. Parties.Union(Withdrawals.Where(w => (w.EffectiveOn ?? w.On)?.HasBegunBy(day) == false).Select(w => w.Party)),
    ];

    /// <summary>The parties whose signature is still missing for its entry into force.</summary>
    public IReadOnlyList<OrganisationId> AwaitedSignatures() => IsAwaitingForce ? [.. Parties.Where(p => !HasSigned(p))] : [];

    /// <summary>The parties whose ratification is still missing for its entry into force.</summary>
    public IReadOnlyList<OrganisationId> AwaitedRatifications() =>
        IsAwaitingForce && EntryRequires == ConsentKind.Ratification ? [.. Parties.Where(p => !HasRatified(p))] : [];

    /// <summary>
    /// Where it stands on a day if nobody acts. A judgement, not a fact: it records nothing. What has passed for certain is recorded by a
    /// person or, as <see cref="PassedBy"/> says, by the schedule. Only what is certain from the recorded dates is said to have passed.
    /// </summary>
    /// <param name="day">The day to judge by, not before the recorded state began.</param>
    public AgreementStanding StatusOn(DateOnly day) => Status switch
    {
        _ when Since?.HasBegunBy(day) == false => new(Status, StandingReason.BeganLater, Since),
        AgreementStatus.InForce or AgreementStatus.Suspended => StandingByTerm(day),
        AgreementStatus.NoticeGiven when Notice?.EffectiveOn.HasEndedBefore(day) == true =>
            new(Status, StandingReason.NoticeTookEffect, Notice.EffectiveOn),
        AgreementStatus.NoticeGiven when TermEnd?.HasEndedBefore(day) == true => new(Status, StandingReason.TermPassed, TermEnd),
        AgreementStatus.NoticeGiven => new(Status, StandingReason.NoticePeriodRunning, Notice?.EffectiveOn),
        _ => new(Status, StandingReason.AsRecorded, null),
    };

    /// <summary>
    /// What time alone has brought about before a day and nobody recorded yet, as the command that records it: a notice took effect, another
    /// period began by itself, or the term ran out and its grace with it. Null where there is nothing, or where it is not certain: an end
    /// about a day, or in doubt, is left to a person, and so is a renewal for nobody knows how long.
    /// </summary>
    /// <param name="day">The day to judge by.</param>
    public AgreementCommand? PassedBy(DateOnly day) => StatusOn(day).Reason switch
    {
        StandingReason.NoticeTookEffect when IsFirm(Notice!.EffectiveOn) => new TerminateAgreement(Notice.EffectiveOn),
        StandingReason.RenewedAutomatically when
            Status == AgreementStatus.InForce && IsFirm(TermEnd!) && Conditions.RenewalMonths is not null => new RenewAgreement(TermEnd!),
        StandingReason.TermPassed when IsFirm(TermEnd!) => new ExpireAgreement(TermEnd!),
        _ => null,
    };

    private static bool IsFirm(EdtfDate date) => !date.IsUncertain && !date.IsApproximate;

    /// <summary>The end that a term has or would have here; null where it has none or nobody knows it.</summary>
    /// <param name="term">The term.</param>
    internal EdtfDate? EndOf(AgreementTerm term) => term switch
    {
        { Kind: TermKind.Until } => term.Until,
        { Kind: TermKind.Months, Months: { } months } => InForceOn?.AddMonths(months),
        _ => null,
    };

    /// <summary>The last date on which it can be renewed after an end. A grace period is one that the instrument grants.</summary>
    /// <param name="end">The end of the term.</param>
    internal EdtfDate? EndWithGrace(EdtfDate? end) => end?.AddDays(Conditions.GraceDays ?? 0);

    /// <summary>Of an instrument that is only known to exist nobody knows what is missing.</summary>
    private bool IsAwaitingForce => Status is > AgreementStatus.Recorded and < AgreementStatus.InForce;

    private AgreementStanding StandingByTerm(DateOnly day)
    {
        var end = TermEnd;
        var reason = end switch
        {
            null => StandingReason.AsRecorded,
            _ when end.HasEndedBefore(day) => RenewsItself ? StandingReason.RenewedAutomatically
                : EndWithGrace(end)?.HasEndedBefore(day) == false ? StandingReason.InGracePeriod
                : StandingReason.TermPassed,
            _ when day > DateOnly.MinValue && end.HasBegunBy(day.AddDays(-1)) => StandingReason.TermMayHavePassed,
            _ => StandingReason.AsRecorded,
        };
        return new(Status, reason, TermEndOn(day));
    }
}
