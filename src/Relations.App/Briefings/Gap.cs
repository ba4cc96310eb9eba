using Relations.Domain.Agreements;
using Relations.Domain.Recording;

namespace Relations.App.Briefings;

/// <summary>What can be missing for an agreement to be in force.</summary>
public enum GapKind
{
    /// <summary>Nobody wrote down where it stands.</summary>
    Standing,

    /// <summary>Signatures.</summary>
    Signature,

    /// <summary>The confirmation of signatures ad referendum.</summary>
    Confirmation,

    /// <summary>Ratifications or acts in their place.</summary>
    Ratification,

    /// <summary>Its entry into force itself: all else is on record.</summary>
    EntryIntoForce,
}

/// <summary>Something that is missing for an agreement to be in force.</summary>
/// <param name="Kind">What.</param>
/// <param name="Parties">Of which parties; none where it is not theirs to give.</param>
public sealed record Gap(GapKind Kind, IReadOnlyList<OrganisationId> Parties)
{
    /// <summary>What is missing for an agreement to be in force, as far as is on record; nothing for one that is or was.</summary>
    /// <param name="agreement">The agreement.</param>
    public static IReadOnlyList<Gap> Of(Agreement agreement)
    {
        if (agreement.Status >= AgreementStatus.InForce)
            return [];
        var unsigned = agreement.Parties.Where(p => !agreement.HasSigned(p)).ToLookup(p => agreement.Signatures.Any(s => s.Party == p));
        List<Gap> gaps =
        [
            new(GapKind.Signature, [.. unsigned[false]]),
            new(GapKind.Confirmation, [.. unsigned[true]]),
            new(GapKind.Ratification, [.. agreement.Parties.Where(p => agreement.EntryRequires == ConsentKind.Ratification && !agreement.HasRatified(p))]),
        ];
        gaps.RemoveAll(g => g.Parties.Count == 0);
        return (agreement, gaps) switch
        {
            ({ Status: AgreementStatus.Recorded, Signatures: [] }, _) => [new(GapKind.Standing, [])],
            (_, []) => [new(GapKind.EntryIntoForce, [])],
            _ => gaps,
        };
    }
}
