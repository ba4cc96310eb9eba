using System.Collections;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Agreements;

/// <summary>The fields of an agreement that a correction can touch; null is “not touched”.</summary>
public sealed record AgreementFacts
{
    /// <summary>The partnerships it belongs to.</summary>
    public IReadOnlyList<PartnershipId>? Partnerships { get; init; }

    /// <summary>What sort of instrument it is.</summary>
    public AgreementType? Type { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>Its parties. Consents of organisations that never were parties fall away.</summary>
    public IReadOnlyList<OrganisationId>? Parties { get; init; }

    /// <summary>Where it stands. It counts as having passed the states before, as if it had been attested so.</summary>
    public AgreementStatus? Status { get; init; }

    /// <summary>Since when it stands there.</summary>
    public EdtfDate? Since { get; init; }

    /// <summary>When it entered into force.</summary>
    public EdtfDate? InForceOn { get; init; }

    /// <summary>How long it runs.</summary>
    public AgreementTerm? Term { get; init; }

    /// <summary>What happens when the term runs out.</summary>
    public RenewalMode? Renewal { get; init; }

    /// <summary>For how many months it is renewed.</summary>
    public int? RenewalMonths { get; init; }

    /// <summary>How many months before its effect a notice is given.</summary>
    public int? NoticeMonths { get; init; }

    /// <summary>How many days after its end it can still be renewed.</summary>
    public int? GraceDays { get; init; }

    /// <summary>When the parties review it next.</summary>
    public EdtfDate? ReviewOn { get; init; }

    /// <summary>What its entry into force requires.</summary>
    public ConsentKind? EntryRequires { get; init; }

    /// <summary>Its reference number.</summary>
    public string? Reference { get; init; }

    /// <summary>The agreement that it replaces.</summary>
    public AgreementId? Supersedes { get; init; }

    /// <summary>The agreement that replaces it.</summary>
    public AgreementId? SupersededBy { get; init; }

    /// <summary>The framework that it stands under.</summary>
    public AgreementId? UnderAgreement { get; init; }

    /// <summary>Every field of an agreement as it is.</summary>
    /// <param name="agreement">The agreement.</param>
    public static AgreementFacts Of(Agreement agreement) => new()
    {
        Partnerships = agreement.Partnerships,
        Type = agreement.Type,
        Title = agreement.Title,
        Subject = agreement.Subject,
        Parties = agreement.Parties,
        Status = agreement.Status,
        Since = agreement.Since,
        InForceOn = agreement.InForceOn,
        Term = agreement.Conditions.Term,
        Renewal = agreement.Conditions.Renewal,
        RenewalMonths = agreement.Conditions.RenewalMonths,
        NoticeMonths = agreement.Conditions.NoticeMonths,
        GraceDays = agreement.Conditions.GraceDays,
        ReviewOn = agreement.Conditions.ReviewOn,
        EntryRequires = agreement.EntryRequires,
        Reference = agreement.Reference,
        Supersedes = agreement.Supersedes,
        SupersededBy = agreement.SupersededBy,
        UnderAgreement = agreement.UnderAgreement,
    };

    /// <summary>The same without the fields that are not among those named.</summary>
    /// <param name="fields">The fields to keep.</param>
    internal AgreementFacts Only(IReadOnlySet<AgreementField> fields)
    {
        return new()
        {
            Partnerships = Keep(AgreementField.Partnerships, Partnerships),
            Type = Keep(AgreementField.Type, Type),
            Title = Keep(AgreementField.Title, Title),
            Subject = Keep(AgreementField.Subject, Subject),
            Parties = Keep(AgreementField.Parties, Parties),
            Status = Keep(AgreementField.Status, Status),
            Since = Keep(AgreementField.Since, Since),
            InForceOn = Keep(AgreementField.InForceOn, InForceOn),
            Term = Keep(AgreementField.Term, Term),
            Renewal = Keep(AgreementField.Renewal, Renewal),
            RenewalMonths = Keep(AgreementField.RenewalMonths, RenewalMonths),
            NoticeMonths = Keep(AgreementField.NoticeMonths, NoticeMonths),
            GraceDays = Keep(AgreementField.GraceDays, GraceDays),
            ReviewOn = Keep(AgreementField.ReviewOn, ReviewOn),
            EntryRequires = Keep(AgreementField.EntryRequires, EntryRequires),
            Reference = Keep(AgreementField.Reference, Reference),
            Supersedes = Keep(AgreementField.Supersedes, Supersedes),
            SupersededBy = Keep(AgreementField.SupersededBy, SupersededBy),
            UnderAgreement = Keep(AgreementField.UnderAgreement, UnderAgreement),
        };

        T? Keep<T>(AgreementField field, T? value) => fields.Contains(field) ? value : default;
    }

    /// <summary>Whether a field has a value.</summary>
    /// <param name="field">The field.</param>
    internal bool Has(AgreementField field) => Value(field) is not null;

    /// <summary>Whether both say the same of a field. Parties in another order are the same parties.</summary>
    /// <param name="field">The field.</param>
    /// <param name="other">The other facts.</param>
    public bool SaysTheSameOf(AgreementField field, AgreementFacts other) => (Value(field), other.Value(field)) switch
    {
        (string mine, string theirs) => mine == theirs,
        (IEnumerable mine, IEnumerable theirs) => mine.Cast<object>().ToHashSet().SetEquals(theirs.Cast<object>()),
        var (mine, theirs) => Equals(mine, theirs),
    };

    private object? Value(AgreementField field) => field switch
    {
        AgreementField.Partnerships => Partnerships,
        AgreementField.Type => Type,
        AgreementField.Title => Title,
        AgreementField.Subject => Subject,
        AgreementField.Parties => Parties,
        AgreementField.Status => Status,
        AgreementField.Since => Since,
        AgreementField.InForceOn => InForceOn,
        AgreementField.Term => Term,
        AgreementField.Renewal => Renewal,
        AgreementField.RenewalMonths => RenewalMonths,
        AgreementField.NoticeMonths => NoticeMonths,
        AgreementField.GraceDays => GraceDays,
        AgreementField.ReviewOn => ReviewOn,
        AgreementField.EntryRequires => EntryRequires,
        AgreementField.Reference => Reference,
        AgreementField.Supersedes => Supersedes,
        AgreementField.SupersededBy => SupersededBy,
        AgreementField.UnderAgreement => UnderAgreement,
        _ => null,
    };
}
