using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Partnerships;

/// <summary>A continuing relation between organisations began.</summary>
/// <param name="Slug">Its permanent address.</param>
/// <param name="Parties">The organisations it is between.</param>
/// <param name="Name">Its name where it has one.</param>
/// <param name="On">When it began.</param>
[EventAlias("partnership_established")]
public sealed record PartnershipEstablished(
    string Slug,
    IReadOnlyList<OrganisationId> Parties,
    string? Name,
    EdtfDate? On) : Event, IDated;

/// <summary>An organisation joined.</summary>
/// <param name="Party">The organisation.</param>
/// <param name="On">When.</param>
[EventAlias("partnership_party_joined")]
public sealed record PartnershipPartyJoined(OrganisationId Party, EdtfDate? On) : Event, IDated;

/// <summary>A party withdrew; the others carry on.</summary>
/// <param name="Party">The organisation.</param>
/// <param name="On">When.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("partnership_party_withdrew")]
public sealed record PartnershipPartyWithdrew(OrganisationId Party, EdtfDate? On, string? Why) : Event, IDated;

/// <summary>What the partnership works on was set. It has no date in the world: themes are the officers' way to order their work.</summary>
/// <param name="Themes">All of its themes.</param>
[EventAlias("partnership_themes_set")]
public sealed record PartnershipThemesSet(IReadOnlyList<string> Themes) : Event;

/// <summary>A liaison officer took the partnership on.</summary>
/// <param name="User">The officer's account name.</param>
/// <param name="On">Since when.</param>
[EventAlias("partnership_focal_point_assigned")]
public sealed record PartnershipFocalPointAssigned(string User, EdtfDate? On) : Event, IDated;

/// <summary>It was laid to rest for a time.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("partnership_suspended")]
public sealed record PartnershipSuspended(EdtfDate? On, string Why) : Event, IDated;

/// <summary>It was taken up again.</summary>
/// <param name="On">When.</param>
[EventAlias("partnership_resumed")]
public sealed record PartnershipResumed(EdtfDate? On) : Event, IDated;

/// <summary>It ended.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("partnership_closed")]
public sealed record PartnershipClosed(EdtfDate? On, string Why) : Event, IDated;

/// <summary>What was recorded wrong was corrected. Both values stay visible.</summary>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
[EventAlias("partnership_corrected")]
public sealed record PartnershipCorrected(PartnershipFacts Before, PartnershipFacts After) : Event;

/// <summary>The fields of a partnership that a correction can touch.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">When it began.</param>
/// <param name="Themes">What it works on.</param>
/// <param name="FocalPoint">The account name of the officer who answers for it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StatusSince">Since when it stands so.</param>
public sealed record PartnershipFacts(
    string? Name = null,
    EdtfDate? Since = null,
    IReadOnlyList<string>? Themes = null,
    string? FocalPoint = null,
    PartnershipStatus? Status = null,
    EdtfDate? StatusSince = null);

/// <summary>A party that was recorded wrong was corrected.</summary>
/// <param name="Party">The party as recorded.</param>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
[EventAlias("partnership_party_corrected")]
public sealed record PartnershipPartyCorrected(OrganisationId Party, PartnershipPartyFacts Before, PartnershipPartyFacts After) : Event;

/// <summary>The fields of a party that a correction can touch.</summary>
/// <param name="Organisation">The organisation that is the party.</param>
/// <param name="Since">When it joined.</param>
public sealed record PartnershipPartyFacts(OrganisationId? Organisation = null, EdtfDate? Since = null);

/// <summary>A party that never was one was taken back.</summary>
/// <param name="Party">The organisation.</param>
[EventAlias("partnership_party_retracted")]
public sealed record PartnershipPartyRetracted(OrganisationId Party) : Event;

/// <summary>A withdrawal that never happened was taken back.</summary>
/// <param name="Party">The organisation, a party as before.</param>
[EventAlias("partnership_withdrawal_retracted")]
public sealed record PartnershipWithdrawalRetracted(OrganisationId Party) : Event;
