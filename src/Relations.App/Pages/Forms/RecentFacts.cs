using JasperFx.Events;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Forms;

/// <summary>What was recorded last on a record, and what takes it back.</summary>
/// <param name="State">The record as it is.</param>
/// <param name="Events">The events, in order.</param>
/// <param name="Undo">The command that takes them back; null where none does, or it is not for who asks.</param>
public sealed record RecentFacts(RecordState State, IReadOnlyList<IEvent> Events, Command? Undo)
{
    /// <summary>Some events of a record, for who recorded them; null where there are none for who asks.</summary>
    /// <param name="id">The record.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="to">The last of them.</param>
    /// <param name="finder">Finds the record.</param>
    /// <param name="records">Reads its events.</param>
    /// <param name="current">Who asks.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<RecentFacts?> OfAsync(
        Guid id, long from, long to, RecordFinder finder, RecordReader records, CurrentActor current, DateOnly today, CancellationToken cancellation)
    {
        if (await finder.FindAsync(id, cancellation) is not { } state)
            return null;
        var all = await records.EventsAsync([id], AsOf.Now, cancellation);
        List<IEvent> events = [.. all.Where(e => e.Version >= from && e.Version <= to)];
        if (events.Count == 0)
            return null;

        // Only the last can be taken back as if it had not been, and only by who recorded it.
        var isTheirs = to == all[^1].Version && events.TrueForAll(e => e.UserName == current.Actor.Name);
        var kind = RecordKinds.Of(state.GetType())!;
        var undo = isTheirs
            ? Recording.Undo.Of(RecordReader.Replay(kind, id, all.Where(e => e.Version < from), AsOf.Now), state, today, Say("Undo.Reason"))
            : null;
        return new(state, events, undo is not null && AllowedActions.Forbids(current.Actor, undo.GetType(), state, today) is null ? undo : null);
    }
}
