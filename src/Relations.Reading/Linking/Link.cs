using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Reading.Linking;

/// <summary>That what was read may be what is on record already. It is shown and never followed silently: a person decides.</summary>
/// <param name="Key">The key of the fact.</param>
/// <param name="Record">The record it may be.</param>
/// <param name="Strength">How strong the link is.</param>
/// <param name="Score">From 0 to 1, for the order of several.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
public sealed record Link(string Key, Guid Record, LinkStrength Strength, double Score, IReadOnlyList<LinkReason> Reasons)
{
    /// <summary>From this score on a link is likely.</summary>
    public const double Likely = 0.85;

    /// <summary>Below this score there is no link.</summary>
    public const double Possible = 0.65;

    /// <summary>A link as strong as its score; only an exact one, which the caller knows, is <see cref="LinkStrength.Same"/>.</summary>
    internal static Link? Of(string key, Guid record, double score, bool exact, params IEnumerable<LinkReason> reasons) => score switch
    {
        < Possible => null,
        _ when exact => new(key, record, LinkStrength.Same, 1, [.. reasons]),
        >= Likely => new(key, record, LinkStrength.Likely, Math.Min(score, 0.99), [.. reasons]),
        _ => new(key, record, LinkStrength.Possible, score, [.. reasons]),
    };
}

/// <summary>How strong a link is.</summary>
[JsonConverter(typeof(EnumNameConverter<LinkStrength>))]
public enum LinkStrength
{
    /// <summary>It may be the same, and as well another.</summary>
    Possible,

    /// <summary>It is more likely the same than another.</summary>
    Likely,

    /// <summary>All that tells such records apart agrees exactly, and no other record agrees as well.</summary>
    Same,
}

/// <summary>Why there is a link.</summary>
[JsonConverter(typeof(EnumNameConverter<LinkReason>))]
public enum LinkReason
{
    /// <summary>The same name, letter by letter but for accents and capitals.</summary>
    SameName,

    /// <summary>The same names in another order.</summary>
    SameNamesOtherOrder,

    /// <summary>One name is the other with a part left out, such as the second surname.</summary>
    NameLacksPart,

    /// <summary>Initials of the one stand for names of the other.</summary>
    NameWithInitials,

    /// <summary>The names differ by a few letters.</summary>
    LikeName,

    /// <summary>The same acronym.</summary>
    SameAcronym,

    /// <summary>Of the same organisation.</summary>
    SameOrganisation,

    /// <summary>In the same post there.</summary>
    SamePost,

    /// <summary>Between the same parties.</summary>
    SameParties,

    /// <summary>At least two parties are the same.</summary>
    SharedParties,

    /// <summary>On the same day, or since the same date.</summary>
    SameDate,

    /// <summary>The dates can mean the same day.</summary>
    OverlappingDate,

    /// <summary>In the same place.</summary>
    SamePlace,

    /// <summary>An instrument of the same type.</summary>
    SameType,

    /// <summary>The titles are alike.</summary>
    LikeTitle,

    /// <summary>The same reference number.</summary>
    SameNumber,
}
