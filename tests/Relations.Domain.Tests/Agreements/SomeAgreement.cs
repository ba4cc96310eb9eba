using Relations.Domain.Agreements;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Agreements;

/// <summary>The lives that the stories of agreements begin with.</summary>
internal static class SomeAgreement
{
    public static readonly AgreementConditions Unwritten = new(AgreementTerm.Unknown);

    public static readonly AgreementConditions To2030 = Until("2030");

    public static readonly AgreementProposed Proposed = new(
        [Some.CanOim], AgreementType.CooperationAgreement, "Convenio de cooperación", null, [Some.Can, Some.Oim], Some.Day("2018"),
        Unwritten, ConsentKind.Signature, null, null, null);

    public static readonly AgreementSigned SignedByCan = new(Some.Can, Some.SanMiguel, false, Some.Day("2019-03-01"));
    public static readonly AgreementSigned SignedByOim = new(Some.Oim, Some.Davalos, false, Some.Day("2019-04-01"));
    public static readonly AgreementEnteredIntoForce Entered = new(Some.Day("2020-01-01"));

    public static Event[] Signed(AgreementConditions? conditions = null, ConsentKind requires = ConsentKind.Signature) =>
        [Proposed with { Conditions = conditions ?? Unwritten, EntryRequires = requires }, SignedByCan, SignedByOim];

    /// <summary>In force since 2020-01-01.</summary>
    public static Event[] InForce(AgreementConditions? conditions = null) => [.. Signed(conditions), Entered];

    /// <summary>In force, with notice given on 2025-01-15 that takes effect on 2025-07-15.</summary>
    public static Event[] NoticeGiven(AgreementConditions? conditions = null) =>
        [.. InForce(conditions), new AgreementNoticeGiven(Some.Oim, Some.Day("2025-01-15"), Some.Day("2025-07-15"))];

    public static AgreementAttested Attested(AgreementStatus status, string? since = "1992", AgreementConditions? conditions = null) => new(
        [Some.CanOim], AgreementType.CooperationAgreement, null, null, [Some.Can, Some.Oim], status,
        since is null ? null : Some.Day(since), conditions ?? Unwritten, ConsentKind.Signature, null, null, null);

    public static AgreementConditions Until(string end) => new(AgreementTerm.EndingOn(Some.Day(end)));
}
