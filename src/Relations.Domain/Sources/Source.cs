using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Sources;

/// <summary>What kind of document a source is.</summary>
[JsonConverter(typeof(EnumNameConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>A communiqué or press release.</summary>
    Communique,

    /// <summary>The minutes of a meeting.</summary>
    Minutes,

    /// <summary>A letter or note.</summary>
    Letter,

    /// <summary>An electronic message.</summary>
    Email,

    /// <summary>The text of an agreement.</summary>
    AgreementText,

    /// <summary>A report.</summary>
    Report,

    /// <summary>A page of a website.</summary>
    WebPage,

    /// <summary>Any other document.</summary>
    Other,
}

/// <summary>One reading of a source, and what became of its proposals.</summary>
/// <param name="Reader">The reader's name and version, or the person's.</param>
/// <param name="Proposed">How many facts were proposed.</param>
/// <param name="Accepted">How many of them were recorded as proposed.</param>
/// <param name="Changed">How many were recorded after a change.</param>
/// <param name="Refused">How many were turned down.</param>
/// <param name="ByKind">The same for each kind of fact; null where nobody counted by kind.</param>
public sealed record SourceReading(
    string Reader, int Proposed, int Accepted, int Changed, int Refused, IReadOnlyList<KindCount>? ByKind = null)
{
    /// <summary>The most facts that one reading proposes: more than a text of <see cref="Limits.SourceText"/> characters holds.</summary>
    public const int MostProposed = 100_000;
}

/// <summary>What became of the proposed facts of one kind.</summary>
/// <param name="Kind">The kind, as the reader names it: <c>meeting</c>, <c>participant</c>.</param>
/// <param name="Proposed">How many were proposed.</param>
/// <param name="Accepted">How many of them were recorded as proposed.</param>
/// <param name="Changed">How many were recorded after a change.</param>
/// <param name="Refused">How many were turned down.</param>
public sealed record KindCount(string Kind, int Proposed, int Accepted, int Changed, int Refused);

/// <summary>The document that facts are written in.</summary>
public sealed record Source : RecordState, IRecordKind<Source, SourceCommand>
{
    /// <summary>What kind of document it is.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>Its title, in its own language.</summary>
    public required string Title { get; init; }

    /// <summary>The language it is written in (ISO 639-1).</summary>
    public required string Language { get; init; }

    /// <summary>The SHA-256 of its bytes, in small hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The organisation that published, sent or keeps it.</summary>
    public OrganisationId? Publisher { get; init; }

    /// <summary>The publisher as the document names it.</summary>
    public string? PublisherName { get; init; }

    /// <summary>The date that the document bears.</summary>
    public EdtfDate? Date { get; init; }

    /// <summary>Where it is found.</summary>
    public string? Address { get; init; }

    /// <summary>Its text, exactly as given; null as long as nobody supplied it.</summary>
    public string? Text { get; init; }

    /// <summary>The partnerships it belongs to.</summary>
    public required IReadOnlyList<PartnershipId> Partnerships { get; init; }

    /// <summary>The source that it is a summary of.</summary>
    public SourceId? Summarises { get; init; }

    /// <summary>Its readings, in the order recorded.</summary>
    public IReadOnlyList<SourceReading> Readings { get; init; } = [];

    /// <summary>The source that took its place.</summary>
    public SourceId? SupersededBy { get; init; }

    /// <summary>When another took its place.</summary>
    public EdtfDate? SupersededOn { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Concerns Concerns => Concerns.Of([.. Partnerships, Publisher, Summarises, SupersededBy]);

    /// <inheritdoc />
    [JsonIgnore]
    public override Listing Listing => new(Title, Kind, Date);

    /// <summary>Whether a passage lies within the text.</summary>
    /// <param name="offset">Where it starts, in UTF-16 code units from 0.</param>
    /// <param name="length">How long it is, in UTF-16 code units, at least 1.</param>
    /// <returns>False also where there is no text yet.</returns>
    public bool Covers(int offset, int length) =>
        Text is not null && offset >= 0 && length >= 1 && length <= Text.Length && offset <= Text.Length - length;

    /// <summary>A passage of the text.</summary>
    /// <param name="offset">Where it starts, in UTF-16 code units from 0.</param>
    /// <param name="length">How long it is, in UTF-16 code units, at least 1.</param>
    /// <returns>The passage; null where there is no text or the passage is not within it.</returns>
    public string? Passage(int offset, int length) => Covers(offset, length) ? Text!.Substring(offset, length) : null;

    /// <inheritdoc />
    public static Source? Fold(Source? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, SourceRegistered e) => new()
        {
            Id = id,
            Kind = e.Kind,
            Title = e.Title,
            Language = e.Language,
            Sha256 = e.Sha256,
            Publisher = e.Publisher,
            PublisherName = e.PublisherName,
            Date = e.Date,
            Address = e.Address,
            Partnerships = e.Partnerships,
            Summarises = e.Summarises,
        },
        (null, _) => null,
        (_, SourceTextProvided e) => state with { Text = e.Text },
        (_, SourceRead e) => state with { Readings = [.. state.Readings, new(e.Reader, e.Proposed, e.Accepted, e.Changed, e.Refused, e.ByKind)] },
        (_, SourceSuperseded e) => state with { SupersededBy = e.By, SupersededOn = e.On },
        (_, SourceSupersessionRetracted) => state with { SupersededBy = null, SupersededOn = null },
        (_, SourceCorrected { After: var after }) => state.Correct(after),
        _ => (Source)state.FoldCommon(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Source? state, SourceCommand command, DateOnly today) => SourceDecider.Decide(state, command, today);

    private Source Correct(SourceFacts after) => this with
    {
        Kind = after.Kind ?? Kind,
        Title = after.Title ?? Title,
        Language = after.Language ?? Language,
        Publisher = after.Publisher ?? Publisher,
        PublisherName = after.PublisherName ?? PublisherName,
        Date = after.Date ?? Date,
        Address = after.Address ?? Address,
        Partnerships = after.Partnerships ?? Partnerships,
        Summarises = after.Summarises ?? Summarises,
    };
}
