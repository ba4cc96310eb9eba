using Relations.App.Recording;
using Relations.App.Views;

namespace Relations.App.Home;

/// <summary>What others recorded of one record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Partnership">The partnership in whose timeline it stands.</param>
/// <param name="Facts">What was recorded, each name of an event once, with how often, in the order of recording.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="At">When the last of it was recorded.</param>
public sealed record RecordChange(
    Guid Record, Guid Partnership, IReadOnlyList<(string Event, int Count)> Facts, IReadOnlyList<string> By, DateTimeOffset At)
{
    /// <summary>The records that others changed, the one last changed first.</summary>
    /// <param name="entries">The places of the facts in the timelines; a fact may stand in several.</param>
    /// <param name="facts">The facts that the reader may read, by their place in the order of recording.</param>
    /// <param name="reader">The reader's account, whose own facts are no news.</param>
    public static IEnumerable<RecordChange> Of(
        IEnumerable<TimelineEntry> entries, IReadOnlyDictionary<long, HistoryEntry> facts, string reader) => entries
        .DistinctBy(e => e.Sequence)
        .Where(e => facts.TryGetValue(e.Sequence, out var fact) && fact.RecordedBy != reader)
        .OrderBy(e => e.Sequence)
        .GroupBy(e => e.Record)
        .Select(record => (record.Last().Sequence, Change: new RecordChange(
            record.Key,
            record.First().Partnership,
            [.. record.GroupBy(e => e.Event).Select(same => (same.Key, same.Count()))],
            [.. record.Select(e => facts[e.Sequence].RecordedBy).OfType<string>().Distinct()],
            facts[record.Last().Sequence].RecordedAt)))
        .OrderByDescending(c => c.Sequence)
        .Select(c => c.Change);
}
