using JasperFx.Events;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Recording;

/// <summary>One event with all that is known about its recording.</summary>
/// <param name="Sequence">Its place in the order of recording, across all records.</param>
/// <param name="Record">The record it belongs to.</param>
/// <param name="Kind">The kind of that record.</param>
/// <param name="Version">Its place in that record.</param>
/// <param name="Event">Its name in the store.</param>
/// <param name="On">When it held; null where it has no date in the world.</param>
/// <param name="RecordedAt">The moment of recording; no client can set it.</param>
/// <param name="RecordedBy">The account that recorded it.</param>
/// <param name="Data">What it says.</param>
/// <param name="Basis">How it is known.</param>
/// <param name="Inferred">The fields that are inferred although the fact is stated.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Citations">The passages it is written in.</param>
public sealed record HistoryEntry(
    long Sequence,
    Guid Record,
    string? Kind,
    long Version,
    string Event,
    EdtfDate? On,
    DateTimeOffset RecordedAt,
    string? RecordedBy,
    object Data,
    Basis Basis,
    IReadOnlyList<string>? Inferred,
    string? Reason,
    IReadOnlyList<CitedPassage> Citations)
{
    /// <summary>The entry of an event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="sources">The sources it may cite.</param>
    public static HistoryEntry Of(IEvent e, IReadOnlyDictionary<Guid, Source> sources)
    {
        var (basis, citations, inferred, reason) = e.Provenance();
        return new(
            e.Sequence,
            e.StreamId,
            e.AggregateTypeName,
            e.Version,
            e.EventTypeName,
            (e.Data as IDated)?.On,
            e.Timestamp,
            e.UserName,
            e.Data,
            basis,
            inferred,
            reason,
            [.. (citations ?? []).Select(c => CitedPassage.Of(c, sources))]);
    }
}

/// <summary>A citation with the words it points at, as far as the source's text is on record.</summary>
/// <param name="Source">The source.</param>
/// <param name="Title">Its title.</param>
/// <param name="Offset">Where the passage starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Passage">Its words; null while the source's text is not on record.</param>
/// <param name="Fields">The fields it supports; null for the whole fact.</param>
public sealed record CitedPassage(
    SourceId Source, string? Title, int Offset, int Length, string? Passage, IReadOnlyList<string>? Fields)
{
    /// <summary>Resolves a citation.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="sources">The sources at hand.</param>
    public static CitedPassage Of(Citation citation, IReadOnlyDictionary<Guid, Source> sources)
    {
        var source = sources.GetValueOrDefault(citation.Source.Value);
        return new(
            citation.Source,
            source?.Title,
            citation.Offset,
            citation.Length,
            source?.Passage(citation.Offset, citation.Length),
            citation.Fields);
    }
}
