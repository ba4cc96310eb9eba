using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Replay;

/// <summary>In what records differ between two moments. Pure: made of events and nothing else.</summary>
public static class Differences
{
    /// <summary>The records that differ, in the order in which they first were recorded.</summary>
    /// <param name="before">The events that count at the first moment, in the order of recording.</param>
    /// <param name="after">The events that count at the second moment, in the order of recording.</param>
    public static IReadOnlyList<RecordDifferences> Between(IReadOnlyList<IEvent> before, IReadOnlyList<IEvent> after)
    {
        var (first, second) = (before.ToLookup(e => e.StreamId), after.ToLookup(e => e.StreamId));
        return
        [
            .. from e in before.Concat(after).OrderBy(e => e.Sequence).DistinctBy(e => e.StreamId)
               let history = HistoryOf(e, [.. first[e.StreamId]], [.. second[e.StreamId]])
               where history is not null && !history.Before.Select(b => b.Sequence).SequenceEqual(history.After.Select(a => a.Sequence))
               let differences = Of(history)
               where differences.Count > 0
               select new RecordDifferences(history.Kind.Name, history.Record, differences),
        ];
    }

    /// <summary>
    /// In what one record differs. Of a record that came on record, also what was added to it since its first event; of what is the
    /// same again, nothing, whatever was recorded in between.
    /// </summary>
    /// <param name="history">The record at both moments.</param>
    public static IReadOnlyList<Difference> Of(RecordHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var (before, after) = (Folds(history, history.Before), Folds(history, history.After));
        var (was, now) = (before.LastOrDefault().State, after.LastOrDefault().State);
        return (was, now) switch
        {
            (null, null) => [],
            (_, null) => [new Difference.Absent { By = ChangingEvent.Of(Opening(before).Event) }],
            (null, _) =>
            [
                new Difference.Opened { By = ChangingEvent.Of(Opening(after).Event) },
                .. Compare(Opening(after).State!, now, [], after),
            ],
            _ => Compare(was, now, before, after),
        };
    }

    private static RecordHistory? HistoryOf(IEvent any, IReadOnlyList<IEvent> before, IReadOnlyList<IEvent> after) =>
        RecordKinds.OfStream(before.Concat(after)) is { } kind
        && ComparedFields.All.ContainsKey(kind.State)
            ? new(kind, any.StreamId, before, after)
            : null;

    /// <summary>The state after each event.</summary>
    private static List<(IEvent Event, RecordState? State)> Folds(RecordHistory history, IReadOnlyList<IEvent> events)
    {
        List<(IEvent, RecordState?)> folds = [];
        RecordState? state = null;
        foreach (var e in events)
        {
            state = e.Data is Event @event ? history.Kind.Fold(state, history.Record, @event) : state;
            folds.Add((e, state));
        }

        return folds;
    }

    private static (IEvent Event, RecordState? State) Opening(List<(IEvent Event, RecordState? State)> folds) => folds.First(f => f.State is not null);

    private static IReadOnlyList<Difference> Compare(
        RecordState was, RecordState now, List<(IEvent Event, RecordState? State)> before, List<(IEvent Event, RecordState? State)> after)
    {
        return [.. ComparedFields.All[now.GetType()].SelectMany(field => field.KeyOf is null ? Single(field) : Entries(field, field.KeyOf))];

        IEnumerable<Difference> Single(ComparedField field) => Same(field.Read(was), field.Read(now)) ? [] :
            [new Difference.Became(field.Name, field.Read(was), field.Read(now)) { By = Maker(before, after, field.Read) }];

        IEnumerable<Difference> Entries(ComparedField field, Func<object, object> keyOf)
        {
            var (first, second) = (Keyed(was), Keyed(now));
            foreach (var (key, entry) in first.Where(e => !second.ContainsKey(e.Key)))
                yield return new Difference.Removed(field.Name, entry) { By = Maker(before, after, state => Keyed(state).GetValueOrDefault(key)) };
            foreach (var (key, entry) in second)
            {
                if (!first.TryGetValue(key, out var earlier))
                    yield return new Difference.Added(field.Name, entry) { By = Maker(before, after, state => Keyed(state).GetValueOrDefault(key)) };
                else if (!Same(earlier, entry))
                    yield return new Difference.Altered(field.Name, earlier, entry) { By = Maker(before, after, state => Keyed(state).GetValueOrDefault(key)) };
            }

            // Two entries alike are told apart by their place among those alike.
            Dictionary<(object Key, int Place), object> Keyed(RecordState state) => field.EntriesOf(state)
                .GroupBy(keyOf).SelectMany(g => g.Select((entry, place) => (Key: (g.Key, place), Entry: entry))).ToDictionary(e => e.Key, e => e.Entry);
        }
    }

    /// <summary>The last event to touch a value, of those that count at one moment alone: at the second, else at the first.</summary>
    private static ChangingEvent? Maker(
        List<(IEvent Event, RecordState? State)> before, List<(IEvent Event, RecordState? State)> after, Func<RecordState, object?> read)
    {
        var (first, second) = (Sequences(before), Sequences(after));
        var maker = LastTouching(after, e => !first.Contains(e.Sequence)) ?? LastTouching(before, e => !second.Contains(e.Sequence));
        return maker is null ? null : ChangingEvent.Of(maker);

        IEvent? LastTouching(List<(IEvent Event, RecordState? State)> folds, Func<IEvent, bool> counts)
        {
            for (var i = folds.Count - 1; i >= 0; i--)
            {
                var (was, now) = (i == 0 ? null : folds[i - 1].State, folds[i].State);
                if (counts(folds[i].Event) && !Same(was is null ? null : read(was), now is null ? null : read(now)))
                    return folds[i].Event;
            }

            return null;
        }

        static HashSet<long> Sequences(List<(IEvent Event, RecordState? State)> folds) => [.. folds.Select(f => f.Event.Sequence)];
    }

    /// <summary>Whether two values say the same: lists within them are compared by what they hold.</summary>
    private static bool Same(object? one, object? other) =>
        Equals(one, other)
        || (one is not null && other is not null && one.GetType() == other.GetType() && JsonNode.DeepEquals(Node(one), Node(other)));

    private static JsonNode? Node(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), RecordJson.Stored);
}
