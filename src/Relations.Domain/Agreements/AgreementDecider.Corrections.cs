using Relations.Domain.Recording;
using static Relations.Domain.Agreements.AgreementStatus;

namespace Relations.Domain.Agreements;

/// <content>What was recorded wrong. Corrections follow an end too.</content>
public static partial class AgreementDecider
{
    private static readonly AgreementField[] Required =
    [
        AgreementField.Partnerships, AgreementField.Type, AgreementField.Parties, AgreementField.Status, AgreementField.Term,
        AgreementField.Renewal, AgreementField.EntryRequires,
    ];

    private static Decision Correct(Agreement s, CorrectAgreement c, DateOnly today)
    {
        var facts = c.Facts with { Partnerships = Different(c.Facts.Partnerships), Parties = Different(c.Facts.Parties) };
        var before = AgreementFacts.Of(s);
        var unknown = Unknown(before, c);
        var touched = Enum.GetValues<AgreementField>()
            .Where(f => unknown.Contains(f) || (facts.Has(f) && !facts.SaysTheSameOf(f, before))).ToHashSet();
        var after = facts.Only(touched);
        var corrected = s.Corrected(after, unknown);
        return new Deciding()
            .Require(!(c.Unknown ?? []).Any(facts.Has), AgreementRules.GivenOrUnknown, nameof(c.Unknown))
            .Require(!(c.Unknown ?? []).Intersect(Required).Any(), AgreementRules.AlwaysKnown, nameof(c.Unknown))
            .Require(touched.Count > 0, CommonRules.NothingChanged)
            .Items(corrected.Partnerships, nameof(corrected.Partnerships), 1, Limits.Partnerships)
            .Parties(corrected.Parties)
            .OptionalText(facts.Title, nameof(facts.Title), Limits.Subject)
            .OptionalText(facts.Subject, nameof(facts.Subject), Limits.Text)
            .OptionalText(facts.Reference, nameof(facts.Reference), Limits.Code)
            .Require(facts.Since?.HasBegunBy(today) != false, CommonRules.NotInTheFuture, nameof(facts.Since))
            .Require(facts.InForceOn?.HasBegunBy(today) != false, CommonRules.NotInTheFuture, nameof(facts.InForceOn))
            .Require(!IsBefore(corrected.Since, corrected.InForceOn), AgreementRules.InOrder, nameof(facts.Since), corrected.InForceOn)
            .Require(!RefersTo(s.Id, facts), AgreementRules.AnotherAgreement)
            .Conditions(corrected.Conditions, corrected.InForceOn)
            .Record(() => new AgreementCorrected(before.Only(touched), after, unknown));
    }

    /// <summary>What becomes unknown: the fields said to be, and the date of a state that is corrected without a date.</summary>
    private static List<AgreementField> Unknown(AgreementFacts before, CorrectAgreement c)
    {
        var statusAlone = c.Facts.Since is null && c.Facts.Has(AgreementField.Status)
            && !c.Facts.SaysTheSameOf(AgreementField.Status, before);
        return [.. (c.Unknown ?? []).Concat(statusAlone ? [AgreementField.Since] : []).Where(before.Has).Distinct().Order()];
    }

    private static bool RefersTo(Guid id, AgreementFacts facts) =>
        facts.Supersedes?.Value == id || facts.SupersededBy?.Value == id || facts.UnderAgreement?.Value == id;

    private static List<T>? Different<T>(IReadOnlyList<T>? items) => items is null ? null : [.. items.Distinct()];

    private static Decision CorrectConsent(Agreement s, CorrectConsent c, DateOnly today)
    {
        var before = RecordedConsent(s, c.Party, c.Kind);
        var after = new ConsentFacts(c.On, c.Signatory, c.AdReferendum);
        var touched = new ConsentFacts(
            c.On is null ? null : before?.On, c.Signatory is null ? null : before?.Signatory, c.AdReferendum is null ? null : before?.AdReferendum);
        var isSignature = c.Kind == ConsentKind.Signature;
        return new Deciding()
            .Require(before is not null, AgreementRules.NoSuchConsent, nameof(c.Party), c.Kind)
            .Require(isSignature || (c.Signatory is null && c.AdReferendum is null), AgreementRules.OnlySignaturesHaveSignatories)
            .Require(c.On?.HasBegunBy(today) != false, CommonRules.NotInTheFuture, nameof(c.On))
            .Require(!IsRequired(s, c.Kind) || !IsBefore(s.InForceOn, c.On), AgreementRules.ConsentBeforeForce, nameof(c.On), s.InForceOn)
            .Require(before is null || touched != after, CommonRules.NothingChanged)
            .Record(() => new AgreementConsentCorrected(c.Party, c.Kind, touched, after));
    }

    private static Decision RetractConsent(Agreement s, RetractConsent c) => new Deciding()
        .Require(RecordedConsent(s, c.Party, c.Kind) is not null, AgreementRules.NoSuchConsent, nameof(c.Party), c.Kind)
        .Warn(
            s.Status >= ProvisionallyApplied && !(s.AttestedAs >= Signed) && IsRequired(s, c.Kind),
            AgreementRules.ForceRestsOnConsent, nameof(c.Party), c.Kind)
        .Record(() => new AgreementConsentRetracted(c.Party, c.Kind));

    private static ConsentFacts? RecordedConsent(Agreement s, OrganisationId party, ConsentKind kind) => kind == ConsentKind.Signature
        ? s.Signatures.Where(x => x.Party == party).Select(x => new ConsentFacts(x.On, x.Signatory, x.AdReferendum)).FirstOrDefault()
        : s.Ratifications.Where(x => x.Party == party).Select(x => new ConsentFacts(x.On, null, null)).FirstOrDefault();

    private static bool IsRequired(Agreement s, ConsentKind kind) => kind == ConsentKind.Signature || s.EntryRequires == kind;
}
