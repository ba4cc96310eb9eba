using System.Collections.Immutable;
using System.Reflection;
using Relations.Domain.Agreements;
using Relations.Domain.Projects;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>
/// Where a value of a record comes from: the last event that set it. What is made of parts, and a list, has an origin for each
/// part, too. It is made by a fold beside that of the record, of the same events and nothing else: an event is the origin of
/// what differs after it from what stood before.
/// </summary>
/// <param name="Event">The place, in the order of recording, of the last event that changed the value or a part of it.</param>
public sealed record Origin(long Event)
{
    /// <summary>The origins of its parts, by the names of their properties; of those that never had a value there is none.</summary>
    public ImmutableDictionary<string, Origin> Parts { get; init; } = ImmutableDictionary<string, Origin>.Empty;

    /// <summary>The origins of its items, in their order.</summary>
    public ImmutableArray<Origin> Items { get; init; } = [];

    /// <summary>Every event that a part of it comes from, the last first; of what has no parts its own.</summary>
    public IReadOnlyList<long> Events => [.. All().Distinct().OrderDescending()];

    /// <summary>The origins of what a record holds; null where the events make no record.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="id">The record.</param>
    /// <param name="events">Its events in order, each with its place in the order of recording.</param>
    public static Origin? Of(RecordKind kind, Guid id, IEnumerable<(long Sequence, Event Event)> events)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(events);
        RecordState? state = null;
        Origin? origin = null;
        foreach (var (sequence, @event) in events)
        {
            var after = kind.Fold(state, id, @event);
            origin = After(origin, state, after, sequence);
            state = after;
        }

        return origin;
    }

    /// <summary>The origin of a part; null where it never had a value.</summary>
    /// <param name="part">The name of its property.</param>
    public Origin? In(string part) => Parts.GetValueOrDefault(part);

    /// <summary>The origin of a field, also of one that the record keeps among its conditions or dates; null where it never had a value.</summary>
    /// <param name="field">The field's name.</param>
    public Origin? Find(string field) => In(field) ?? In(nameof(Agreement.Conditions))?.In(field) ?? In(nameof(Project.Dates))?.In(field);

    /// <summary>The origin of a value after one more event.</summary>
    /// <param name="origin">The origin before; null where there was no value.</param>
    /// <param name="before">The value before.</param>
    /// <param name="after">The value after.</param>
    /// <param name="event">The event's place in the order of recording.</param>
    internal static Origin? After(Origin? origin, object? before, object? after, long @event)
    {
        if (after is null)
            return before is null ? origin : new(@event);
        if (origin is not null && RecordValues.Same(before, after))
            return origin;
        if (RecordValues.Items(after) is { } items)
            return new(@event) { Items = OfItems(origin, RecordValues.Items(before) ?? [], items, @event) };
        return RecordValues.IsMadeOfParts(after)
            ? new(@event) { Parts = OfParts(origin, before?.GetType() == after.GetType() ? before : null, after, @event) }
            : new(@event);
    }

    private static ImmutableDictionary<string, Origin> OfParts(Origin? origin, object? before, object after, long @event)
    {
        var parts = ImmutableDictionary.CreateBuilder<string, Origin>();
        foreach (PropertyInfo part in RecordValues.Of(after.GetType()))
        {
            var known = before is null ? null : origin?.In(part.Name);
            if (After(known, before is null ? null : part.GetValue(before), part.GetValue(after), @event) is { } found)
                parts.Add(part.Name, found);
        }

        return parts.ToImmutable();
    }

    /// <summary>
    /// What stayed keeps its origin. Between what stayed, as many items before as after are the same entries with something changed in
    /// them, one by one; any other number of them is new.
    /// </summary>
    private static ImmutableArray<Origin> OfItems(Origin? origin, IReadOnlyList<object?> before, IReadOnlyList<object?> after, long @event)
    {
        var items = new Origin?[after.Count];
        var (nextBefore, nextAfter) = (0, 0);
        for (var i = 0; i <= after.Count; i++)
        {
            var stayed = i == after.Count ? before.Count : Find(before, nextBefore, after[i]);
            if (stayed < 0)
                continue;
            var isOneByOne = stayed - nextBefore == i - nextAfter;
            for (var changed = nextAfter; changed < i; changed++)
            {
                var was = isOneByOne ? nextBefore + changed - nextAfter : -1;
                items[changed] = After(was < 0 ? null : origin?.Items[was], was < 0 ? null : before[was], after[changed], @event);
            }

            if (i < after.Count)
                items[i] = origin?.Items[stayed] ?? After(null, null, after[i], @event);
            (nextBefore, nextAfter) = (stayed + 1, i + 1);
        }

        return [.. items.Select(o => o ?? new Origin(@event))];
    }

    private static int Find(IReadOnlyList<object?> items, int from, object? item)
    {
        for (var i = from; i < items.Count; i++)
        {
            if (RecordValues.Same(items[i], item))
                return i;
        }

        return -1;
    }

    private IEnumerable<long> All() => Parts.Count + Items.Length == 0
        ? [Event]
        : Parts.Values.Concat(Items).SelectMany(part => part.All());
}
