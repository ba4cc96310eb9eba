using JasperFx.Events;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Recording;
using Event = Relations.Domain.Recording.Event;

namespace Relations.App.Tests.Replay;

/// <summary>Events as the store gives them back, made by hand: one after the other, a minute between them unless they share a transaction.</summary>
internal sealed class MadeHistory
{
    private readonly List<IEvent> events = [];
    private readonly Dictionary<Guid, long> versions = [];

    public static DateTimeOffset Start { get; } = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<IEvent> Events => events;

    /// <summary>The moment of the last event.</summary>
    public DateTimeOffset Now => events.Count == 0 ? Start : events[^1].Timestamp;

    /// <summary>Adds an event; a reason makes it one that a reader is told why of.</summary>
    public MadeHistory Record(Guid record, Event data, Concerns concerns, string? reason = null, bool inSameTransaction = false)
    {
        var e = (IEvent)Activator.CreateInstance(typeof(JasperFx.Events.Event<>).MakeGenericType(data.GetType()), data)!;
        e.Id = Guid.CreateVersion7();
        e.StreamId = record;
        e.Version = versions[record] = versions.GetValueOrDefault(record) + 1;
        e.Sequence = events.Count + 1;
        e.Timestamp = inSameTransaction ? Now : Now.AddMinutes(1);
        e.EventTypeName = EventTypes.AliasOf(data);
        e.AggregateTypeName = RecordKinds.Of(data)?.Name ?? events.First(x => x.StreamId == record).AggregateTypeName;
        e.UserName = "ana";
        e.Describe(new(Reason: reason), concerns);
        events.Add(e);
        return this;
    }
}
