using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Partnerships;

/// <summary>What can be asked of a partnership.</summary>
public abstract record PartnershipCommand : Command;

/// <summary>Records a continuing relation between organisations, however far back it began.</summary>
/// <param name="Slug">Its permanent address, such as <c>can-oim</c>: 2 to 80 characters, a-z, 0-9 and single hyphens between them.</param>
/// <param name="Parties">The organisations it is between, at least two different ones.</param>
/// <param name="Name">Its name where it has one; otherwise it goes by its parties.</param>
/// <param name="On">When it began.</param>
public sealed record EstablishPartnership(
    string Slug,
    IReadOnlyList<OrganisationId> Parties,
    string? Name = null,
    EdtfDate? On = null) : PartnershipCommand, IOpensRecord;

/// <summary>Records that an organisation joined. One that had withdrawn may come back.</summary>
/// <param name="Party">The organisation.</param>
/// <param name="On">When.</param>
public sealed record JoinPartnership(OrganisationId Party, EdtfDate? On = null) : PartnershipCommand;

/// <summary>Records that a party withdrew while the others carry on.</summary>
/// <param name="Party">The organisation.</param>
/// <param name="On">When.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record LeavePartnership(OrganisationId Party, EdtfDate On, string? Why = null) : PartnershipCommand;

/// <summary>Sets what the partnership works on. The list replaces the one before it.</summary>
/// <param name="Themes">Themes in the words of the parties; empty for none.</param>
public sealed record SetThemes(IReadOnlyList<string> Themes) : PartnershipCommand;

/// <summary>Names the liaison officer who answers for the partnership on our side.</summary>
/// <param name="User">The officer's account name.</param>
/// <param name="On">Since when.</param>
public sealed record AssignFocalPoint(string User, EdtfDate? On = null) : PartnershipCommand;

/// <summary>Records that the parties laid the partnership to rest for a time.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record SuspendPartnership(EdtfDate On, string Why) : PartnershipCommand;

/// <summary>Records that the parties took a suspended partnership up again.</summary>
/// <param name="On">When.</param>
public sealed record ResumePartnership(EdtfDate On) : PartnershipCommand;

/// <summary>Records that the partnership ended.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record ClosePartnership(EdtfDate On, string Why) : PartnershipCommand;

/// <summary>
/// Corrects what was recorded wrong. Only the fields given change; the reason stands in the provenance. The slug is never corrected,
/// because people have written it down.
/// </summary>
/// <param name="Name">Its real name.</param>
/// <param name="Since">When it really began; the founding parties follow.</param>
/// <param name="Themes">What it really works on.</param>
/// <param name="FocalPoint">The account name of the officer who really answers for it.</param>
/// <param name="Status">Where it really stands. The date and the reason of the wrong status fall away.</param>
/// <param name="StatusSince">Since when it really stands so.</param>
public sealed record CorrectPartnership(
    string? Name = null,
    EdtfDate? Since = null,
    IReadOnlyList<string>? Themes = null,
    string? FocalPoint = null,
    PartnershipStatus? Status = null,
    EdtfDate? StatusSince = null) : PartnershipCommand, ICorrects;

/// <summary>Corrects a party that was recorded wrong: another organisation was meant, or it joined at another time.</summary>
/// <param name="Party">The party as recorded, present or former; where it is both, the present one is meant.</param>
/// <param name="Organisation">The organisation that it really is.</param>
/// <param name="Since">When it really joined.</param>
public sealed record CorrectPartnershipParty(
    OrganisationId Party,
    OrganisationId? Organisation = null,
    EdtfDate? Since = null) : PartnershipCommand, ICorrects;

/// <summary>Takes back a party that never was one.</summary>
/// <param name="Party">The party as recorded, present or former; where it is both, the present one is meant.</param>
public sealed record RetractPartnershipParty(OrganisationId Party) : PartnershipCommand, ICorrects;

/// <summary>Takes back a withdrawal that never happened: the organisation is a party as before.</summary>
/// <param name="Party">The former party.</param>
public sealed record RetractPartnershipWithdrawal(OrganisationId Party) : PartnershipCommand, ICorrects;
