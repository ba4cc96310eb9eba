using Relations.Domain.Recording;
using static Relations.Domain.Agreements.AgreementStatus;

namespace Relations.Domain.Agreements;

/// <content>Who consents to be bound, and when that is enough for entry into force.</content>
public static partial class AgreementDecider
{
    /// <summary>An old instrument's signatures can be recorded after it was attested in force: they happened before.</summary>
    private static Decision Sign(Agreement s, SignAgreement c, DateOnly today) => Living(s)
        .Follows(s.Status < Signed ? s.Since : null, c.On, today)
        .Require(s.Parties.Contains(c.Party), AgreementRules.OnlyAParty, nameof(c.Party))
        .Require(s.Signatures.All(x => x.Party != c.Party) && s.Accessions.All(x => x.Party != c.Party),
            AgreementRules.ConsentsOnce, nameof(c.Party), ConsentKind.Signature)
        .Require(!IsBefore(s.InForceOn, c.On), AgreementRules.ConsentBeforeForce, nameof(c.On), s.InForceOn)
        .Record(() => new AgreementSigned(c.Party, c.Signatory, c.AdReferendum, c.On));

    private static Decision Confirm(Agreement s, ConfirmSignature c, DateOnly today)
    {
        var signature = s.Signatures.FirstOrDefault(x => x.Party == c.Party);
        return Living(s)
            .Follows(signature?.On, c.On, today)
            .Require(signature is { Counts: false }, AgreementRules.ConfirmsAdReferendum, nameof(c.Party))
            .Record(() => new AgreementSignatureConfirmed(c.Party, c.On));
    }

    private static Decision Ratify(Agreement s, RatifyAgreement c, DateOnly today)
    {
        var signature = s.Signatures.FirstOrDefault(x => x.Party == c.Party);
        var isRequired = s.EntryRequires == ConsentKind.Ratification;
        return Living(s)
            .Follows(signature?.ConfirmedOn ?? signature?.On, c.On, today)
            .Require(s.Parties.Contains(c.Party), AgreementRules.OnlyAParty, nameof(c.Party))
            .Require(!s.Parties.Contains(c.Party) || s.HasSigned(c.Party), AgreementRules.RatifiesWhatItSigned, nameof(c.Party))
            .Require(s.Ratifications.All(x => x.Party != c.Party) && s.Accessions.All(x => x.Party != c.Party),
                AgreementRules.ConsentsOnce, nameof(c.Party), ConsentKind.Ratification)
            .Require(!isRequired || !IsBefore(s.InForceOn, c.On), AgreementRules.ConsentBeforeForce, nameof(c.On), s.InForceOn)
            .Record(() => new AgreementRatified(c.Party, c.Form, c.On));
    }

    private static Decision Accede(Agreement s, AccedeToAgreement c, DateOnly today) =>
        In(s, AgreementRules.AccessionOnceSigned, Signed, ProvisionallyApplied, InForce, Suspended)
            .Happened(c.On, today)
            .Require(!s.Parties.Contains(c.Party), AgreementRules.AlreadyAParty, nameof(c.Party))
            .Room(s.Parties)
            .Record(() => new AgreementPartyAcceded(c.Party, c.On));

    private static Decision Withdraw(Agreement s, WithdrawFromAgreement c, DateOnly today) => Living(s)
        .Follows(s.Accessions.LastOrDefault(a => a.Party == c.Party)?.On, c.On, today)
        .Require(s.Parties.Contains(c.Party), AgreementRules.OnlyAParty, nameof(c.Party))
        .Require(s.Parties.Count > 2, AgreementRules.WithdrawalLeavesTwo, nameof(c.Party))
        .Require(!IsBefore(c.EffectiveOn, c.On), AgreementRules.WithdrawalTakesEffectLater, nameof(c.EffectiveOn))
        .Record(() => new AgreementPartyWithdrew(c.Party, c.On, c.EffectiveOn));

    private static Decision Enter(Agreement s, EnterIntoForce c, DateOnly today)
    {
        var unsigned = s.Parties.Count(p => !s.HasSigned(p) || s.Signatures.Any(x => x.Party == p && IsBefore(c.On, x.ConfirmedOn ?? x.On)));
        var unratified = s.EntryRequires == ConsentKind.Signature ? 0
            : s.Parties.Count(p => !s.HasRatified(p) || s.Ratifications.Any(x => x.Party == p && IsBefore(c.On, x.On)));
        return In(s, AgreementRules.EntersForceOnce, Recorded, Proposed, Negotiating, Initialled, Signed, ProvisionallyApplied)
            .Happened(c.On, today)
            .Require(unsigned > 0 || !IsBefore(c.On, s.Since), AgreementRules.InOrder, nameof(c.On), s.Since)
            .Require(unsigned == 0, AgreementRules.EverySignatureFirst, null, unsigned, s.Parties.Count)
            .Require(unratified == 0, AgreementRules.EveryRatificationFirst, null, unratified, s.Parties.Count)
            .Require(!IsBefore(s.Term.Until, c.On), AgreementRules.TermEndsAfterEntry, nameof(c.On))
            .Record(() => new AgreementEnteredIntoForce(c.On));
    }
}
