using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Organisations;

/// <summary>What can be asked of an organisation.</summary>
public abstract record OrganisationCommand : Command;

/// <summary>Opens the record of an organisation.</summary>
/// <param name="Names">Its names, at least one and one per language.</param>
/// <param name="Kind">What kind of organisation it is.</param>
/// <param name="Seat">The place of its seat, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="Country">The country it belongs to, ISO 3166-1 alpha-2; null where it belongs to none or to several.</param>
/// <param name="Founded">When it came into being; null where nobody knows.</param>
public sealed record RegisterOrganisation(
    IReadOnlyList<OrganisationName> Names,
    OrganisationKind Kind,
    string? Seat = null,
    string? Country = null,
    EdtfDate? Founded = null) : OrganisationCommand, IOpensRecord;

/// <summary>Records that it took other names. A name that was recorded wrong is a correction.</summary>
/// <param name="Names">All its names from then on, at least one and one per language.</param>
/// <param name="On">Since when it bears them.</param>
public sealed record RenameOrganisation(IReadOnlyList<OrganisationName> Names, EdtfDate? On = null) : OrganisationCommand;

/// <summary>Records that it became an organ, an office or a member of another.</summary>
/// <param name="Relation">What it became.</param>
/// <param name="Parent">The other organisation.</param>
/// <param name="From">Since when; null where nobody knows.</param>
public sealed record PlaceOrganisation(
    OrganisationRelation Relation, OrganisationId Parent, EdtfDate? From = null) : OrganisationCommand;

/// <summary>Records that it ceased to be an organ, an office or a member of another.</summary>
/// <param name="Relation">What it was.</param>
/// <param name="Parent">The other organisation.</param>
/// <param name="On">When it ceased.</param>
public sealed record LeaveOrganisation(OrganisationRelation Relation, OrganisationId Parent, EdtfDate On) : OrganisationCommand;

/// <summary>Records the identifier that a public register gave it.</summary>
/// <param name="Scheme">The register.</param>
/// <param name="Value">The identifier, alone or as the register's address.</param>
public sealed record IdentifyOrganisation(IdentifierScheme Scheme, string Value) : OrganisationCommand;

/// <summary>Records that this record stands for the same organisation as an older one.</summary>
/// <param name="Original">The record to read instead.</param>
public sealed record LinkDuplicateOrganisation(OrganisationId Original) : OrganisationCommand;

/// <summary>Undoes the link to another record: they are two organisations after all.</summary>
public sealed record ReverseDuplicateLink : OrganisationCommand, ICorrects;

/// <summary>Records that it ceased to exist.</summary>
/// <param name="On">When.</param>
public sealed record DissolveOrganisation(EdtfDate On) : OrganisationCommand;

/// <summary>Corrects what was recorded wrong. Only the fields given change; the reason stands in the provenance.</summary>
/// <param name="Names">The names it really bears.</param>
/// <param name="Kind">What kind it really is.</param>
/// <param name="Seat">Where its seat really is.</param>
/// <param name="Country">The country it really belongs to, ISO 3166-1 alpha-2.</param>
/// <param name="Founded">When it really came into being.</param>
/// <param name="Dissolved">When it really ceased to exist; only where a dissolution is recorded.</param>
public sealed record CorrectOrganisation(
    IReadOnlyList<OrganisationName>? Names = null,
    OrganisationKind? Kind = null,
    string? Seat = null,
    string? Country = null,
    EdtfDate? Founded = null,
    EdtfDate? Dissolved = null) : OrganisationCommand, ICorrects;

/// <summary>Takes back a placement that was entered in error. Of several that match, the one recorded last.</summary>
/// <param name="Relation">What was recorded.</param>
/// <param name="Parent">The other organisation.</param>
/// <param name="From">Its start exactly as recorded; null where it was recorded without one.</param>
public sealed record RetractPlacement(
    OrganisationRelation Relation, OrganisationId Parent, EdtfDate? From = null) : OrganisationCommand, ICorrects;

/// <summary>Takes back an identifier that was entered in error.</summary>
/// <param name="Scheme">The register.</param>
/// <param name="Value">The identifier.</param>
public sealed record RetractIdentifier(IdentifierScheme Scheme, string Value) : OrganisationCommand, ICorrects;

/// <summary>Takes back a dissolution that was entered in error.</summary>
public sealed record RetractDissolution : OrganisationCommand, ICorrects;
