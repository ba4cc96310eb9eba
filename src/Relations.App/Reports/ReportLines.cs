using Relations.App.Recording;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Reports;

/// <summary>A line of a report.</summary>
public abstract record ReportLine;

/// <summary>A line about one recorded fact.</summary>
/// <param name="Fact">The fact.</param>
public abstract record FactLine(ReportedFact Fact) : ReportLine;

/// <summary>A recorded fact as a report names it.</summary>
/// <param name="Sequence">Its place in the order of recording: <c>/facts/</c> and this number opens it on its record's page.</param>
/// <param name="Record">The record it belongs to.</param>
/// <param name="Kind">The kind of that record.</param>
/// <param name="Event">Its name in the store.</param>
/// <param name="On">When it held; null where it has no date in the world.</param>
/// <param name="RecordedAt">The moment of recording.</param>
/// <param name="RecordedBy">The account that recorded it; null where nobody known did.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Partnerships">The partnerships it concerns.</param>
public sealed record ReportedFact(
    long Sequence,
    Guid Record,
    string Kind,
    string Event,
    EdtfDate? On,
    DateTimeOffset RecordedAt,
    string? RecordedBy,
    Basis Basis,
    IReadOnlyList<Guid> Partnerships)
{
    /// <summary>The fact of an entry.</summary>
    /// <param name="entry">The entry.</param>
    internal static ReportedFact Of(ReportEntry entry) => new(
        entry.Id, entry.Record, entry.Kind, entry.Event, entry.On, entry.At, entry.By.Length == 0 ? null : entry.By, entry.Basis, entry.Partnerships);
}

/// <summary>Any fact.</summary>
/// <param name="Fact">The fact.</param>
public sealed record EntryLine(ReportedFact Fact) : FactLine(Fact);

/// <summary>A fact that was recorded late.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Days">Days from the last on which it can have held to that of recording.</param>
public sealed record LateLine(ReportedFact Fact, int Days) : FactLine(Fact);

/// <summary>A correction.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Changes">What it changed, field by field.</param>
public sealed record CorrectionLine(ReportedFact Fact, string? Reason, IReadOnlyList<FieldChange> Changes) : FactLine(Fact);

/// <summary>A correction by a source that says otherwise than another.</summary>
/// <param name="Fact">The correction.</param>
/// <param name="Reason">The reason given.</param>
/// <param name="Fields">The fields of which the sources say different things.</param>
public sealed record ContradictionLine(ReportedFact Fact, string? Reason, IReadOnlyList<ContradictedField> Fields) : FactLine(Fact);

/// <summary>A field of which two sources say different things.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Earlier">What was recorded first.</param>
/// <param name="Later">What the correction says.</param>
/// <param name="ShownSince">The event whose value the views show, by its place in the order of recording: one of the two, or a later one.</param>
/// <param name="ShownBy">The account that decided so.</param>
public sealed record ContradictedField(string Field, SaidOfField Earlier, SaidOfField Later, long ShownSince, string? ShownBy);

/// <summary>What some sources say of a field.</summary>
/// <param name="Value">The value.</param>
/// <param name="Sequence">The event that says so, by its place in the order of recording.</param>
/// <param name="RecordedBy">The account that recorded it.</param>
/// <param name="Sources">The sources that the reader may read.</param>
public sealed record SaidOfField(object? Value, long Sequence, string? RecordedBy, IReadOnlyList<SourceId> Sources);

/// <summary>What somebody recorded in a month of one kind of record.</summary>
/// <param name="RecordedBy">The account; null where nobody known.</param>
/// <param name="Month">The month of recording, in UTC, such as <c>2026-03</c>.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Facts">How many facts.</param>
/// <param name="Corrections">How many of them are corrections.</param>
/// <param name="Late">How many were recorded late.</param>
/// <param name="Uncited">How many cite no source.</param>
public sealed record TallyLine(string? RecordedBy, string Month, string Kind, int Facts, int Corrections, int Late, int Uncited) : ReportLine;

/// <summary>A post at a meeting that does not go with the appointments on record.</summary>
/// <param name="Sequence">The event that recorded the participant, by its place in the order of recording.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="On">When it was held.</param>
/// <param name="Person">Who took part.</param>
/// <param name="OnBehalfOf">For which organisation.</param>
/// <param name="Post">The post that the meeting shows.</param>
/// <param name="Verdict">What is wrong.</param>
/// <param name="Appointments">The appointments that it stands against.</param>
/// <param name="RecordedBy">The account that recorded the participant.</param>
/// <param name="KnownFrom">Since which moment of recording it is so.</param>
public sealed record PostLine(
    long Sequence,
    Guid Meeting,
    EdtfDate On,
    PersonId Person,
    OrganisationId OnBehalfOf,
    string Post,
    PostVerdict Verdict,
    IReadOnlyList<Appointment> Appointments,
    string? RecordedBy,
    DateTimeOffset KnownFrom) : ReportLine;
