using JasperFx.Events;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Recording;
using Event = Relations.Domain.Recording.Event;

namespace Relations.App.Tests.Reports;

/// <summary>Events as the store has them, for what is made of events without a database.</summary>
internal static class Told
{
    private static readonly DateTimeOffset First = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An event at a place in the order of recording; a minute passes from each to the next.</summary>
    public static IEvent At(long sequence, Guid record, Event data, Provenance? provenance = null, string by = "oficial")
    {
        var e = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(data.GetType()), data)!;
        (e.Sequence, e.Version, e.StreamId, e.Timestamp, e.UserName, e.EventTypeName) =
            (sequence, sequence, record, First.AddMinutes(sequence), by, EventTypes.AliasOf(data));
        e.Describe(provenance ?? Provenance.Known, Concerns.None);
        return e;
    }

    /// <summary>The moment of recording of the event at a place.</summary>
    public static DateTimeOffset Moment(long sequence) => First.AddMinutes(sequence);
}
