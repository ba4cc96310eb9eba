using JasperFx.Events;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>A record told by its events: what each of them changed, and where what stood before came from.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Events">Its events in order.</param>
public sealed record RecordStory(RecordKind Kind, IReadOnlyList<IEvent> Events)
{
    private readonly Dictionary<long, IEvent> places = Events.ToDictionary(e => e.Sequence);

    /// <summary>The story of some events; null where they open no record.</summary>
    /// <param name="events">All events of a record so far, in order.</param>
    public static RecordStory? Of(IReadOnlyList<IEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Count > 0 && events[0].Data is Event first && RecordKinds.Of(first) is { } kind ? new(kind, events) : null;
    }

    /// <summary>The event at a place in the order of recording.</summary>
    /// <param name="sequence">The place.</param>
    public IEvent? At(long sequence) => places.GetValueOrDefault(sequence);

    /// <summary>What an event changed, field by field.</summary>
    /// <param name="sequence">Its place in the order of recording.</param>
    public IReadOnlyList<FieldChange> ChangesAt(long sequence) =>
        StateAfter(e => e.Sequence <= sequence) is { } after ? FieldChange.Between(StateAfter(e => e.Sequence < sequence), after) : [];

    /// <summary>Which event a field had its value from before another event.</summary>
    /// <param name="sequence">The other's place in the order of recording.</param>
    /// <param name="field">The field's name.</param>
    public long? OriginBefore(long sequence, string field) => OriginAfter(e => e.Sequence < sequence, field);

    /// <summary>Which event a field has its value from.</summary>
    /// <param name="field">The field's name.</param>
    public long? OriginNow(string field) => OriginAfter(_ => true, field);

    private RecordState? StateAfter(Func<IEvent, bool> counts) =>
        Events.Where(counts).Select(e => e.Data).OfType<Event>().Aggregate((RecordState?)null, (state, e) => Kind.Fold(state, Events[0].StreamId, e));

    private long? OriginAfter(Func<IEvent, bool> counts, string field) => Origin
        .Of(Kind, Events[0].StreamId, Events.Where(counts).Where(e => e.Data is Event).Select(e => (e.Sequence, (Event)e.Data)))?
        .Find(field)?.Event;
}
