using Relations.Domain.Recording;

namespace Relations.Domain.Agreements;

/// <content>What corrections make of the state.</content>
public sealed partial record Agreement
{
    private Agreement? Correct(Event @event) => @event switch
    {
        AgreementCorrected e => Corrected(e.After, e.Unknown),
        AgreementConsentCorrected { Kind: ConsentKind.Signature, After: var after } e => Settled(Signature(e.Party, s => s with
        {
            On = after.On ?? s.On,
            Signatory = after.Signatory ?? s.Signatory,
            AdReferendum = after.AdReferendum ?? s.AdReferendum,
        })),
        AgreementConsentCorrected e => this with
        {
            Ratifications = [.. Ratifications.Select(r => r.Party == e.Party ? r with { On = e.After.On ?? r.On } : r)],
        },
        AgreementConsentRetracted { Kind: ConsentKind.Signature } e =>
            Settled(this with { Signatures = [.. Signatures.Where(s => s.Party != e.Party)] }),
        AgreementConsentRetracted e => this with { Ratifications = [.. Ratifications.Where(r => r.Party != e.Party)] },
        AgreementEntryRetracted e => WithoutEntry(e.Number),
        _ => null,
    };

    /// <summary>The agreement with fields corrected.</summary>
    /// <param name="after">The corrected fields; null leaves one as it is.</param>
    /// <param name="unknown">The fields that nobody knows.</param>
    internal Agreement Corrected(AgreementFacts after, IReadOnlyList<AgreementField> unknown)
    {
        var corrected = this with
        {
            Partnerships = after.Partnerships ?? Partnerships,
            Type = after.Type ?? Type,
            Title = Now(AgreementField.Title, after.Title, Title),
            Subject = Now(AgreementField.Subject, after.Subject, Subject),
            Parties = after.Parties ?? Parties,
            Status = after.Status ?? Status,
            Since = Now(AgreementField.Since, after.Since, Since),
            InForceOn = Now(AgreementField.InForceOn, after.InForceOn, InForceOn),
            Conditions = new(
                after.Term ?? Term,
                after.Renewal ?? Conditions.Renewal,
                Now(AgreementField.RenewalMonths, after.RenewalMonths, Conditions.RenewalMonths),
                Now(AgreementField.NoticeMonths, after.NoticeMonths, Conditions.NoticeMonths),
                Now(AgreementField.GraceDays, after.GraceDays, Conditions.GraceDays),
                Now(AgreementField.ReviewOn, after.ReviewOn, Conditions.ReviewOn)),
            EntryRequires = after.EntryRequires ?? EntryRequires,
            Reference = Now(AgreementField.Reference, after.Reference, Reference),
            Supersedes = Now(AgreementField.Supersedes, after.Supersedes, Supersedes),
            SupersededBy = Now(AgreementField.SupersededBy, after.SupersededBy, SupersededBy),
            UnderAgreement = Now(AgreementField.UnderAgreement, after.UnderAgreement, UnderAgreement),
        };
        if (after.InForceOn is null && !unknown.Contains(AgreementField.InForceOn))
            corrected = corrected.WithForceFollowing(this);
        if (after.Parties is not null)
            corrected = corrected.WithoutStrangers();
        return after.Status is null ? Settled(corrected) : corrected.AsIfAttested();

        T? Now<T>(AgreementField field, T? given, T? current) => unknown.Contains(field) ? default : given ?? current;
    }

    /// <summary>Conditions that a retracted change brought go back to what they were, unless they were changed or corrected since.</summary>
    private Agreement WithoutEntry(int number)
    {
        var change = Changes.FirstOrDefault(c => c.Number == number);
        return this with
        {
            Conditions = Conditions.Without(change),
            Changes =
            [
                .. Changes.Where(c => c != change)
                    .Select(c => c with { Before = c.Before.Without(change), After = c.After.Without(change) }),
            ],
            Obligations = [.. Obligations.Where(o => o.Number != number)],
            Reservations = [.. Reservations.Where(r => r.Number != number)],
            Registrations = [.. Registrations.Where(r => r.Number != number)],
        };
    }

    /// <summary>In force since a date is one fact: where the date of entry was the date of the state, both are corrected together.</summary>
    private Agreement WithForceFollowing(Agreement before) =>
        Status == AgreementStatus.InForce
        && (before.InForceOn == before.Since || (before.InForceOn is null && before.Status != AgreementStatus.InForce))
            ? this with { InForceOn = Since }
            : this;

    /// <summary>Who never was a party never consented either. Those who were and left keep their place in the history.</summary>
    private Agreement WithoutStrangers()
    {
        HashSet<OrganisationId> known = [.. Parties, .. Withdrawals.Select(w => w.Party)];
        return this with
        {
            Signatures = [.. Signatures.Where(s => known.Contains(s.Party))],
            Ratifications = [.. Ratifications.Where(r => known.Contains(r.Party))],
            Accessions = [.. Accessions.Where(a => known.Contains(a.Party))],
        };
    }

    /// <summary>A corrected state is taken as given, as an attested one is, and what belonged to the wrong one falls away.</summary>
    private Agreement AsIfAttested() => this with
    {
        AttestedAs = Status,
        Why = null,
        InForceOn = Status < AgreementStatus.InForce ? null : InForceOn,
        Notice = Status is AgreementStatus.NoticeGiven or AgreementStatus.Terminated ? Notice : null,
        SupersededBy = Status == AgreementStatus.Superseded ? SupersededBy : null,
        BeforeSigning = Status < AgreementStatus.Signed ? new(Status, Since) : BeforeSigning,
    };
}
