using JasperFx.Events;
using Marten;
using Relations.App.Access;
using Relations.App.Pages.Forms;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Replay;

/// <summary>
/// Reads a partnership as it was known after any one of its events. Of the events only those up to the step are read whole; of the rest
/// their places alone, for the length of the way.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
public sealed class ReplayReader(IQuerySession session, Sight sight, RecordReader records)
{
    /// <summary>
    /// The step that an address asks for; null where there is none for who asks. A place between two steps is taken for the one before
    /// it: that was what was known then.
    /// </summary>
    /// <param name="partnership">The partnership, that who asks may read.</param>
    /// <param name="at">A place in the order of recording; null for none.</param>
    /// <param name="step">Which step, from 1, where no place is asked for; beyond the ends, the first or the last.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReplayStep?> ReadAsync(Partnership partnership, long? at, int step, CancellationToken cancellation)
    {
        var places = await PlacesAsync(partnership, cancellation);
        if (places.Count == 0)
            return null;
        var index = at is { } place ? Math.Max(0, places.Count(p => p <= place) - 1) : Math.Clamp(step, 1, places.Count) - 1;
        var events = await records.EventsConcerningAsync(new(partnership.Id), new(Through: places[index]), cancellation);
        var e = events[^1];
        var before = PartnershipReader.Replay(new(partnership.Id), events.SkipLast(1));
        var view = PartnershipView.Fold(before, partnership.Id, e);
        List<IEvent> stream = [.. events.Where(x => x.StreamId == e.StreamId)];
        return new(
            partnership,
            index + 1,
            places.Count,
            places[0],
            index == 0 ? null : places[index - 1],
            index == places.Count - 1 ? null : places[index + 1],
            places[^1],
            e,
            view,
            Differences.Between([.. stream.SkipLast(1)], stream).SingleOrDefault(),
            await KnownAsync(e, view, stream, cancellation));
    }

    /// <summary>The places of a partnership's events that who asks may read, in the order of recording.</summary>
    private async Task<IReadOnlyList<long>> PlacesAsync(Partnership partnership, CancellationToken cancellation)
    {
        if (await sight.IsObscuredAsync(partnership.Id, cancellation))
            return [.. (await records.EventsConcerningAsync(new(partnership.Id), AsOf.Now, cancellation)).Select(e => e.Sequence)];
        return await session.Events.QueryAllRawEvents()
            .Concerning(partnership.Id)
            .OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync(cancellation);
    }

    /// <summary>What the event and the view speak of, as it was known then.</summary>
    private async Task<IReadOnlyDictionary<Guid, RecordState>> KnownAsync(
        IEvent e, PartnershipView view, IReadOnlyList<IEvent> stream, CancellationToken cancellation)
    {
        AsOf then = new(Through: e.Sequence);
        var concerns = e.Concerns();
        var told = view.Agreements.Values.Concat<RecordState>(view.Projects.Values).Concat(view.Commitments.Values).TakeLast(Limits.Items).ToList();
        var known = await records.KnownAsync(
            [
                .. RecordNames.IdsIn([e.Data]),
                .. concerns.Organisations.Select(id => (IRecordId)new OrganisationId(id)),
                .. concerns.People.Select(id => (IRecordId)new PersonId(id)),
                .. (e.Provenance().Citations ?? []).Select(c => (IRecordId)c.Source),
                .. (view.Partnership?.Concerns.Organisations ?? []).Concat(told.SelectMany(r => r.Concerns.Organisations))
                    .Select(id => (IRecordId)new OrganisationId(id)),
            ],
            then,
            cancellation);
        foreach (var record in told)
            known[record.Id] = record;
        if (view.Partnership is { } partnership)
            known[partnership.Id] = partnership;

        // The event's own record, a meeting say, is made of its events, which are at hand.
        if (RecordKinds.OfStream(stream) is { } kind && RecordReader.Replay(kind, e.StreamId, stream, then) is { } own)
            known[own.Id] = own;
        return known;
    }
}

/// <summary>A step of a replay: one event, the partnership as it was known after it, and what it changed.</summary>
/// <param name="Partnership">The partnership as it is now.</param>
/// <param name="Number">Which step, from 1.</param>
/// <param name="Steps">How many there are.</param>
/// <param name="First">The place of the first step in the order of recording.</param>
/// <param name="Previous">The place of the step before; null at the first.</param>
/// <param name="Next">The place of the step after; null at the last.</param>
/// <param name="Last">The place of the last step.</param>
/// <param name="Event">The event.</param>
/// <param name="View">The partnership as it was known after it.</param>
/// <param name="Changes">What it changed of its record; null where it changed nothing that is compared.</param>
/// <param name="Known">The records named, as they were known then, by id.</param>
public sealed record ReplayStep(
    Partnership Partnership,
    int Number,
    int Steps,
    long First,
    long? Previous,
    long? Next,
    long Last,
    IEvent Event,
    PartnershipView View,
    RecordDifferences? Changes,
    IReadOnlyDictionary<Guid, RecordState> Known)
{
    /// <summary>The event with all that is known about its recording.</summary>
    public HistoryEntry Fact => HistoryEntry.Of(
        Event, Known.Values.OfType<Source>().ToDictionary(s => s.Id));

    /// <summary>The moment of recording, as a clock.</summary>
    public AsOf Moment => new(KnownAt: Event.Timestamp);
}
