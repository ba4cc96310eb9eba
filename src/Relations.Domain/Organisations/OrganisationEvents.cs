using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Organisations;

/// <summary>An organisation entered the record. The fact in the world is its founding.</summary>
/// <param name="Names">Its names, one per language.</param>
/// <param name="Kind">What kind of organisation it is.</param>
/// <param name="Seat">The place of its seat.</param>
/// <param name="Country">The country it belongs to, ISO 3166-1 alpha-2.</param>
/// <param name="Founded">When it came into being; null where nobody knows.</param>
[EventAlias("organisation_registered")]
public sealed record OrganisationRegistered(
    IReadOnlyList<OrganisationName> Names,
    OrganisationKind Kind,
    string? Seat,
    string? Country,
    EdtfDate? Founded) : Event, IDated
{
    EdtfDate? IDated.On => Founded;
}

/// <summary>It took other names.</summary>
/// <param name="Names">All its names from then on.</param>
/// <param name="On">Since when it bears them; null where nobody knows.</param>
[EventAlias("organisation_renamed")]
public sealed record OrganisationRenamed(IReadOnlyList<OrganisationName> Names, EdtfDate? On) : Event, IDated;

/// <summary>It became an organ, an office or a member of another.</summary>
/// <param name="Relation">What it became.</param>
/// <param name="Parent">The other organisation.</param>
/// <param name="From">Since when; null where nobody knows.</param>
[EventAlias("organisation_placed")]
public sealed record OrganisationPlaced(OrganisationRelation Relation, OrganisationId Parent, EdtfDate? From) : Event, IDated
{
    EdtfDate? IDated.On => From;
}

/// <summary>It ceased to be an organ, an office or a member of another.</summary>
/// <param name="Relation">What it was.</param>
/// <param name="Parent">The other organisation.</param>
/// <param name="On">When it ceased.</param>
[EventAlias("organisation_left")]
public sealed record OrganisationLeft(OrganisationRelation Relation, OrganisationId Parent, EdtfDate On) : Event, IDated;

/// <summary>A public register was found to list it.</summary>
/// <param name="Scheme">The register.</param>
/// <param name="Value">The identifier in canonical form.</param>
[EventAlias("organisation_identified")]
public sealed record OrganisationIdentified(IdentifierScheme Scheme, string Value) : Event;

/// <summary>This record was found to stand for the same organisation as another.</summary>
/// <param name="Original">The record to read instead.</param>
[EventAlias("organisation_linked_as_duplicate")]
public sealed record OrganisationLinkedAsDuplicate(OrganisationId Original) : Event;

/// <summary>The link to another record was undone: they are two organisations.</summary>
/// <param name="Original">The record it was linked to.</param>
[EventAlias("organisation_duplicate_link_reversed")]
public sealed record OrganisationDuplicateLinkReversed(OrganisationId Original) : Event;

/// <summary>It ceased to exist.</summary>
/// <param name="On">When.</param>
[EventAlias("organisation_dissolved")]
public sealed record OrganisationDissolved(EdtfDate On) : Event, IDated;

/// <summary>What was recorded wrong was corrected. Both values stay visible.</summary>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
[EventAlias("organisation_corrected")]
public sealed record OrganisationCorrected(OrganisationFacts Before, OrganisationFacts After) : Event;

/// <summary>A placement that was entered in error was taken back.</summary>
/// <param name="Placement">The placement as it stood.</param>
[EventAlias("organisation_placement_retracted")]
public sealed record OrganisationPlacementRetracted(Placement Placement) : Event;

/// <summary>An identifier that was entered in error was taken back.</summary>
/// <param name="Scheme">The register.</param>
/// <param name="Value">The identifier.</param>
[EventAlias("organisation_identifier_retracted")]
public sealed record OrganisationIdentifierRetracted(IdentifierScheme Scheme, string Value) : Event;

/// <summary>A dissolution that was entered in error was taken back.</summary>
/// <param name="Dissolved">The date that was recorded.</param>
[EventAlias("organisation_dissolution_retracted")]
public sealed record OrganisationDissolutionRetracted(EdtfDate Dissolved) : Event;

/// <summary>The fields of an organisation that a correction can touch.</summary>
/// <param name="Names">Its names.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Seat">The place of its seat.</param>
/// <param name="Country">The country it belongs to.</param>
/// <param name="Founded">When it came into being.</param>
/// <param name="Dissolved">When it ceased to exist.</param>
public sealed record OrganisationFacts(
    IReadOnlyList<OrganisationName>? Names = null,
    OrganisationKind? Kind = null,
    string? Seat = null,
    string? Country = null,
    EdtfDate? Founded = null,
    EdtfDate? Dissolved = null);
