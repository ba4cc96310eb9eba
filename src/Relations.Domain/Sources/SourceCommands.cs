using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Sources;

/// <summary>What can be asked of a source.</summary>
public abstract record SourceCommand : Command;

/// <summary>Registers a document that facts are written in. Its text may come with it or later.</summary>
/// <param name="Kind">What kind of document it is.</param>
/// <param name="Title">Its title, in its own language.</param>
/// <param name="Language">The language it is written in: two small letters of ISO 639-1, such as <c>es</c>.</param>
/// <param name="Sha256">The SHA-256 of the document's bytes (FIPS 180-4), in 64 small hexadecimal digits.</param>
/// <param name="Publisher">The organisation that published, sent or keeps it.</param>
/// <param name="PublisherName">The publisher as the document names it, or where it is not a recorded organisation.</param>
/// <param name="Date">The date that the document bears; a property of the document, not of its registration.</param>
/// <param name="Address">Where it is found: an absolute http, https, mailto or urn address.</param>
/// <param name="Text">Its text, kept exactly as given, at most <see cref="Limits.SourceText"/> characters.</param>
/// <param name="Partnerships">The partnerships it belongs to; none where it concerns only organisations or people.</param>
/// <param name="Summarises">The source that it is a summary of.</param>
public sealed record RegisterSource(
    SourceKind Kind,
    string Title,
    string Language,
    string Sha256,
    OrganisationId? Publisher = null,
    string? PublisherName = null,
    EdtfDate? Date = null,
    string? Address = null,
    string? Text = null,
    IReadOnlyList<PartnershipId>? Partnerships = null,
    SourceId? Summarises = null) : SourceCommand, IOpensRecord;

/// <summary>Supplies the text of a source of which only the particulars were registered. Done once, because citations count in it.</summary>
/// <param name="Text">The text, kept exactly as given, at most <see cref="Limits.SourceText"/> characters.</param>
/// <param name="Sha256">The SHA-256 of the bytes that the text was read from; it must be the registered one.</param>
public sealed record ProvideSourceText(string Text, string Sha256) : SourceCommand;

/// <summary>Records that a reader went through the source and that a person judged what it proposed.</summary>
/// <param name="Reader">The reader's name and version, or the person's.</param>
/// <param name="Proposed">How many facts were proposed.</param>
/// <param name="Accepted">How many of them were recorded as proposed.</param>
/// <param name="Changed">How many were recorded after a change.</param>
/// <param name="Refused">How many were turned down. What remains of the proposed was left undecided.</param>
/// <param name="ByKind">The same for each kind of fact; null where nobody counted by kind.</param>
public sealed record ReadSource(
    string Reader, int Proposed, int Accepted, int Changed, int Refused, IReadOnlyList<KindCount>? ByKind = null) : SourceCommand;

/// <summary>Records that another document took the place of this one: a corrected communiqué, the final minutes.</summary>
/// <param name="By">The source that took its place.</param>
/// <param name="On">When.</param>
public sealed record SupersedeSource(SourceId By, EdtfDate? On = null) : SourceCommand;

/// <summary>Takes back that another document took the place of this one.</summary>
public sealed record RetractSupersession : SourceCommand, ICorrects;

/// <summary>
/// Corrects what was registered wrong about the document. Only the fields given change; the reason stands in the provenance. Its bytes and its
/// text are never corrected: another text is another source.
/// </summary>
/// <param name="Kind">What kind of document it really is.</param>
/// <param name="Title">Its real title.</param>
/// <param name="Language">The language it is really written in.</param>
/// <param name="Publisher">Who really published it.</param>
/// <param name="PublisherName">The publisher as the document really names it.</param>
/// <param name="Date">The date that it really bears.</param>
/// <param name="Address">Where it is really found.</param>
/// <param name="Partnerships">The partnerships it really belongs to.</param>
/// <param name="Summarises">The source that it is really a summary of.</param>
public sealed record CorrectSource(
    SourceKind? Kind = null,
    string? Title = null,
    string? Language = null,
    OrganisationId? Publisher = null,
    string? PublisherName = null,
    EdtfDate? Date = null,
    string? Address = null,
    IReadOnlyList<PartnershipId>? Partnerships = null,
    SourceId? Summarises = null) : SourceCommand, ICorrects;
