using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Sources;

/// <summary>
/// A document that facts are written in was registered. It has no date in the world of its own: a view of an earlier day still shows what its
/// facts rest on.
/// </summary>
/// <param name="Kind">What kind of document it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language (ISO 639-1).</param>
/// <param name="Sha256">The SHA-256 of its bytes, in small hexadecimal digits.</param>
/// <param name="Publisher">The organisation that published, sent or keeps it.</param>
/// <param name="PublisherName">The publisher as the document names it.</param>
/// <param name="Date">The date that the document bears.</param>
/// <param name="Address">Where it is found.</param>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Summarises">The source that it is a summary of.</param>
[EventAlias("source_registered")]
public sealed record SourceRegistered(
    SourceKind Kind,
    string Title,
    string Language,
    string Sha256,
    OrganisationId? Publisher,
    string? PublisherName,
    EdtfDate? Date,
    string? Address,
    IReadOnlyList<PartnershipId> Partnerships,
    SourceId? Summarises) : Event;

/// <summary>The text of the document was supplied, at its registration or later.</summary>
/// <param name="Text">The text, exactly as given. Citations count in its UTF-16 code units.</param>
[EventAlias("source_text_provided")]
public sealed record SourceTextProvided(string Text) : Event;

/// <summary>A reader went through it, and a person judged what was proposed.</summary>
/// <param name="Reader">The reader's name and version, or the person's.</param>
/// <param name="Proposed">How many facts were proposed.</param>
/// <param name="Accepted">How many of them were recorded as proposed.</param>
/// <param name="Changed">How many were recorded after a change.</param>
/// <param name="Refused">How many were turned down.</param>
/// <param name="ByKind">The same for each kind of fact; null where nobody counted by kind.</param>
[EventAlias("source_read")]
public sealed record SourceRead(
    string Reader, int Proposed, int Accepted, int Changed, int Refused, IReadOnlyList<KindCount>? ByKind = null) : Event;

/// <summary>Another document took its place.</summary>
/// <param name="By">The source that took its place.</param>
/// <param name="On">When.</param>
[EventAlias("source_superseded")]
public sealed record SourceSuperseded(SourceId By, EdtfDate? On) : Event, IDated;

/// <summary>No document took its place after all.</summary>
[EventAlias("source_supersession_retracted")]
public sealed record SourceSupersessionRetracted : Event;

/// <summary>What was registered wrong was corrected. Both values stay visible.</summary>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
[EventAlias("source_corrected")]
public sealed record SourceCorrected(SourceFacts Before, SourceFacts After) : Event;

/// <summary>The fields of a source that a correction can touch.</summary>
/// <param name="Kind">What kind of document it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language (ISO 639-1).</param>
/// <param name="Publisher">The organisation that published, sent or keeps it.</param>
/// <param name="PublisherName">The publisher as the document names it.</param>
/// <param name="Date">The date that the document bears.</param>
/// <param name="Address">Where it is found.</param>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Summarises">The source that it is a summary of.</param>
public sealed record SourceFacts(
    SourceKind? Kind = null,
    string? Title = null,
    string? Language = null,
    OrganisationId? Publisher = null,
    string? PublisherName = null,
    EdtfDate? Date = null,
    string? Address = null,
    IReadOnlyList<PartnershipId>? Partnerships = null,
    SourceId? Summarises = null);
