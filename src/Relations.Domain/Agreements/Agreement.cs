using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>An instrument between parties, with a life of its own.</summary>
public sealed partial record Agreement : RecordState, IRecordKind<Agreement, AgreementCommand>
{
    /// <summary>The partnerships it belongs to.</summary>
    public required IReadOnlyList<PartnershipId> Partnerships { get; init; }

    /// <summary>What sort of instrument it is.</summary>
    public required AgreementType Type { get; init; }

    /// <summary>Its title; null where nobody wrote it down.</summary>
    public string? Title { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>Its parties. One that withdrew is no longer among them: see <see cref="PartiesOn"/>.</summary>
    public required IReadOnlyList<OrganisationId> Parties { get; init; }

    /// <summary>Where it stands, as recorded.</summary>
    public AgreementStatus Status { get; init; }

    /// <summary>Since when it stands there; null where nobody knows.</summary>
    public EdtfDate? Since { get; init; }

    /// <summary>Why it was suspended, terminated or withdrawn.</summary>
    public string? Why { get; init; }

    /// <summary>When it entered into force; null where it did not, or nobody knows when.</summary>
    public EdtfDate? InForceOn { get; init; }

    /// <summary>How long it runs, how it goes on, how one leaves it.</summary>
    public required AgreementConditions Conditions { get; init; }

    /// <summary>What its entry into force requires.</summary>
    public ConsentKind EntryRequires { get; init; }

    /// <summary>Its reference number.</summary>
    public string? Reference { get; init; }

    /// <summary>The agreement that it replaces.</summary>
    public AgreementId? Supersedes { get; init; }

    /// <summary>The agreement that replaces it.</summary>
    public AgreementId? SupersededBy { get; init; }

    /// <summary>The framework that it stands under.</summary>
    public AgreementId? UnderAgreement { get; init; }

    /// <summary>
    /// The state that it was attested in, or corrected to. It counts as having passed the states before, whose facts may never have been
    /// written down. Null where its life was recorded from the proposal on.
    /// </summary>
    public AgreementStatus? AttestedAs { get; init; }

    /// <summary>Where it stood before the last signature; it stands there again when a signature is retracted.</summary>
    public AgreementStage BeforeSigning { get; init; } = new(AgreementStatus.Recorded, null);

    /// <summary>The signatures that were recorded.</summary>
    public IReadOnlyList<AgreementSignature> Signatures { get; init; } = [];

    /// <summary>The ratifications that were recorded.</summary>
    public IReadOnlyList<AgreementRatification> Ratifications { get; init; } = [];

    /// <summary>The parties that joined later.</summary>
    public IReadOnlyList<AgreementAccession> Accessions { get; init; } = [];

    /// <summary>The parties that left.</summary>
    public IReadOnlyList<AgreementWithdrawal> Withdrawals { get; init; } = [];

    /// <summary>Where it was registered or deposited.</summary>
    public IReadOnlyList<AgreementRegistration> Registrations { get; init; } = [];

    /// <summary>What parties reserved or declared.</summary>
    public IReadOnlyList<AgreementReservation> Reservations { get; init; } = [];

    /// <summary>What it obliges its parties to.</summary>
    public IReadOnlyList<AgreementObligation> Obligations { get; init; } = [];

    /// <summary>Its amendments, renewals and extensions.</summary>
    public IReadOnlyList<AgreementChange> Changes { get; init; } = [];

    /// <summary>The notice of termination that is running or ran.</summary>
    public AgreementNotice? Notice { get; init; }

    /// <summary>The number of the last entry, so that a retracted entry's number is never given again.</summary>
    public int LastEntry { get; init; }

    /// <summary>How long it runs.</summary>
    public AgreementTerm Term => Conditions.Term;

    /// <summary>Whether its life is over. Nothing follows but corrections.</summary>
    public bool HasEnded => Status >= AgreementStatus.Terminated;

    /// <inheritdoc />
    [JsonIgnore]
    public override Concerns Concerns => Concerns.Of(
    [
        .. Partnerships, .. Parties, .. Withdrawals.Select(w => w.Party), .. Signatures.Select(s => s.Signatory),
        Supersedes, SupersededBy, UnderAgreement,
    ]);

    /// <inheritdoc />
    [JsonIgnore]
    public override Listing Listing => new(Title ?? Subject ?? "", Status, TermEnd);

    /// <summary>Whether a party's signature counts: recorded and full, taken as given by attestation, or made up for by accession.</summary>
    /// <param name="party">The party.</param>
    public bool HasSigned(OrganisationId party) =>
        AttestedAs >= AgreementStatus.Signed || HasAcceded(party) || Signatures.Any(s => s.Party == party && s.Counts);

    /// <summary>Whether a party ratified: recorded, taken as given by attestation in force or later, or made up for by accession.</summary>
    /// <param name="party">The party.</param>
    public bool HasRatified(OrganisationId party) =>
        AttestedAs >= AgreementStatus.InForce || HasAcceded(party) || Ratifications.Any(r => r.Party == party);

    /// <summary>Whether an obligation, reservation, registration or change with this number stands.</summary>
    /// <param name="number">The number.</param>
    public bool HasEntry(int number) =>
        Obligations.Any(o => o.Number == number) || Reservations.Any(r => r.Number == number)
        || Registrations.Any(r => r.Number == number) || Changes.Any(c => c.Number == number);

    /// <inheritdoc />
    public static Agreement? Fold(Agreement? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, AgreementAttested e) => Attested(id, e),
        (null, AgreementProposed e) => Proposed(id, e),
        (null, _) => null,
        _ => state.Live(@event) ?? state.Consent(@event) ?? state.Note(@event) ?? state.Correct(@event)
            ?? (Agreement)state.FoldCommon(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Agreement? state, AgreementCommand command, DateOnly today) =>
        AgreementDecider.Decide(state, command, today);

    private static Agreement Attested(Guid id, AgreementAttested e) => new()
    {
        Id = id,
        Partnerships = e.Partnerships,
        Type = e.Type,
        Title = e.Title,
        Subject = e.Subject,
        Parties = e.Parties,
        Status = e.Status,
        Since = e.Since,
        InForceOn = e.Status == AgreementStatus.InForce ? e.Since : null,
        Conditions = e.Conditions,
        EntryRequires = e.EntryRequires,
        Reference = e.Reference,
        Supersedes = e.Supersedes,
        UnderAgreement = e.UnderAgreement,
        AttestedAs = e.Status,
        BeforeSigning = e.Status < AgreementStatus.Signed ? new(e.Status, e.Since) : new(AgreementStatus.Recorded, null),
    };

    private static Agreement Proposed(Guid id, AgreementProposed e) => new()
    {
        Id = id,
        Partnerships = e.Partnerships,
        Type = e.Type,
        Title = e.Title,
        Subject = e.Subject,
        Parties = e.Parties,
        Status = AgreementStatus.Proposed,
        Since = e.On,
        Conditions = e.Conditions,
        EntryRequires = e.EntryRequires,
        Reference = e.Reference,
        Supersedes = e.Supersedes,
        UnderAgreement = e.UnderAgreement,
        BeforeSigning = new(AgreementStatus.Proposed, e.On),
    };

    private Agreement? Live(Event @event) => @event switch
    {
        AgreementNegotiationOpened e => Drafting(AgreementStatus.Negotiating, e.On),
        AgreementTextAdopted e => Drafting(AgreementStatus.Initialled, e.On),
        AgreementInitialled e => Drafting(AgreementStatus.Initialled, e.On),
        AgreementProvisionallyApplied e => Standing(AgreementStatus.ProvisionallyApplied, e.On),
        AgreementEnteredIntoForce e => Standing(AgreementStatus.InForce, e.On) with { InForceOn = e.On },
        AgreementSuspended e => Standing(AgreementStatus.Suspended, e.On, e.Why),
        AgreementResumed e => Standing(AgreementStatus.InForce, e.On),
        AgreementNoticeGiven e => Standing(AgreementStatus.NoticeGiven, e.On) with { Notice = new(e.Party, e.On, e.EffectiveOn) },
        AgreementTerminated e => Standing(AgreementStatus.Terminated, e.On, e.Why),
        AgreementExpired e => Standing(AgreementStatus.Expired, e.On),
        AgreementSuperseded e => Standing(AgreementStatus.Superseded, e.On) with { SupersededBy = e.By },
        AgreementWithdrawnBeforeForce e => Standing(AgreementStatus.WithdrawnBeforeForce, e.On, e.Why),
        _ => null,
    };

    private Agreement? Consent(Event @event) => @event switch
    {
        AgreementSigned e => Settled(this with { Signatures = [.. Signatures, new(e.Party, e.Signatory, e.AdReferendum, e.On)] }),
        AgreementSignatureConfirmed e => Settled(Signature(e.Party, s => s with { Confirmed = true, ConfirmedOn = e.On })),
        AgreementRatified e => this with { Ratifications = [.. Ratifications, new(e.Party, e.Form, e.On)] },
        AgreementPartyAcceded e => Settled(
            this with { Parties = [.. Parties, e.Party], Accessions = [.. Accessions, new(e.Party, e.On)] }),
        AgreementPartyWithdrew e => Settled(this with
        {
            Parties = [.. Parties.Where(p => p != e.Party)],
            Withdrawals = [.. Withdrawals, new(e.Party, e.On, e.EffectiveOn)],
        }),
        _ => null,
    };

    private Agreement? Note(Event @event) => @event switch
    {
        AgreementRegistered e => this with
        {
            LastEntry = e.Number,
            Registrations = [.. Registrations, new(e.Number, e.Where, e.NumberThere, e.On)],
        },
        AgreementReservationMade e => this with
        {
            LastEntry = e.Number,
            Reservations = [.. Reservations, new(e.Number, e.Party, e.Kind, e.Text, e.On)],
        },
        AgreementObligationRecorded e => this with
        {
            LastEntry = e.Number,
            Obligations = [.. Obligations, new(e.Number, e.Text, e.Party)],
        },
        AgreementAmended e => Changed(e.Number, AgreementChangeKind.Amendment, e.On, e.Conditions ?? Conditions, e.Summary),
        AgreementRenewed e => Changed(e.Number, AgreementChangeKind.Renewal, e.On, Conditions with { Term = e.Term }),
        AgreementExtended e => Changed(
            e.Number, AgreementChangeKind.Extension, e.On, Conditions with { Term = AgreementTerm.EndingOn(e.Until) }),
        _ => null,
    };

    private Agreement Drafting(AgreementStatus status, EdtfDate? on) =>
        Standing(status, on) with { BeforeSigning = new(status, on) };

    private Agreement Standing(AgreementStatus status, EdtfDate? on, string? why = null) =>
        this with { Status = status, Since = on, Why = why };

    private Agreement Changed(
        int number, AgreementChangeKind kind, EdtfDate? on, AgreementConditions conditions, string? summary = null) => this with
        {
            LastEntry = number,
            Conditions = conditions,
            Changes = [.. Changes, new(number, kind, on, summary, Conditions, conditions)],
        };

    private Agreement Signature(OrganisationId party, Func<AgreementSignature, AgreementSignature> change) =>
        this with { Signatures = [.. Signatures.Select(s => s.Party == party ? change(s) : s)] };

    private bool HasAcceded(OrganisationId party) => Accessions.Any(a => a.Party == party);

    /// <summary>Signed is what all parties make together: reached with the last signature that counts, lost when one is retracted.</summary>
    private static Agreement Settled(Agreement a)
    {
        var signed = a.Signatures.Count > 0 && a.Parties.All(a.HasSigned);
        return a.Status switch
        {
            < AgreementStatus.Signed when signed => a.Standing(AgreementStatus.Signed, a.LastSignature()),
            AgreementStatus.Signed when a.AttestedAs >= AgreementStatus.Signed => a,
            AgreementStatus.Signed when signed => a with { Since = a.LastSignature() },
            AgreementStatus.Signed => a.Standing(a.BeforeSigning.Status, a.BeforeSigning.Since),
            _ => a,
        };
    }

    private EdtfDate? LastSignature() => Signatures.Select(s => s.ConfirmedOn ?? s.On)
        .Concat(Accessions.Select(a => a.On))
        .Aggregate((EdtfDate?)null, (last, on) => last is null || (on is not null && last.CertainlyBefore(on)) ? on : last);
}
