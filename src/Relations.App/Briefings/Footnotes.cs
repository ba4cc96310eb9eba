using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Briefings;

/// <summary>A passage that a fact is written in, under the number that its source has at the foot of the page.</summary>
/// <param name="Number">The number.</param>
/// <param name="Passage">The passage.</param>
public sealed record Footnote(int Number, CitedPassage Passage);

/// <summary>Something with the passages it is written in.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Item">What it is.</param>
/// <param name="Notes">The passages, one of each source.</param>
public sealed record Cited<T>(T Item, IReadOnlyList<Footnote> Notes);

/// <summary>Gives sources their numbers in the order in which a page comes to them.</summary>
/// <param name="facts">The facts that the page may come to.</param>
internal sealed class Footnotes(IEnumerable<HistoryEntry> facts)
{
    /// <summary>So many sources of one fact are shown: the rest are on the record's own page.</summary>
    private const int MostOfOne = 3;

    private readonly ILookup<Guid, HistoryEntry> facts = facts.ToLookup(f => f.Record);
    private readonly List<SourceId> sources = [];

    /// <summary>The sources come to so far, by their numbers from 1.</summary>
    public IReadOnlyList<SourceId> Sources => [.. sources];

    /// <summary>A record with the passages of its facts.</summary>
    /// <typeparam name="T">What it is shown as.</typeparam>
    /// <param name="item">What is shown.</param>
    /// <param name="record">The record.</param>
    public Cited<T> Of<T>(T item, Guid record) => Of<T, Event>(item, record, _ => true);

    /// <summary>Part of a record with the passages of the facts that say it.</summary>
    /// <typeparam name="T">What it is shown as.</typeparam>
    /// <typeparam name="TEvent">The event that says it.</typeparam>
    /// <param name="item">What is shown.</param>
    /// <param name="record">The record.</param>
    /// <param name="says">Whether an event says it.</param>
    public Cited<T> Of<T, TEvent>(T item, Guid record, Func<TEvent, bool> says) where TEvent : Event => new(
        item,
        [
            .. facts[record].Where(f => f.Data is TEvent e && says(e))
                .SelectMany(f => f.Citations)
                .Where(c => c.Title is not null) // one that the reader may not read has none
                .DistinctBy(c => c.Source)
                .Take(MostOfOne)
                .Select(c => new Footnote(NumberOf(c.Source), c))
                .OrderBy(n => n.Number),
        ]);

    private int NumberOf(SourceId source)
    {
        if (!sources.Contains(source))
            sources.Add(source);
        return sources.IndexOf(source) + 1;
    }
}
