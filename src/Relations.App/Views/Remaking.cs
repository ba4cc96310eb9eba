using JasperFx.Events;
using Marten;
using Relations.App.Coming;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Views;

/// <summary>
/// Makes views again whose events were masked. What was made before holds what was erased, and whoever keeps the view would write it
/// again; so each makes it anew in the order of events, when it comes to the end of an erasure. A rebuild makes the same.
/// </summary>
internal static class Remaking
{
    /// <summary>The events that an erasure masked, as they are since.</summary>
    /// <param name="session">The store.</param>
    /// <param name="completed">The end of the erasure.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<IEvent>> MaskedAsync(IQuerySession session, IEvent completed, CancellationToken cancellation)
    {
        var told = await session.Events.FetchStreamAsync(completed.StreamId, completed.Version, token: cancellation);
        var masked = told.Select(e => e.Data).OfType<PersonDataMasked>().SelectMany(m => m.Events).Select(m => m.Sequence).Distinct().ToArray();
        return await session.Events.QueryAllRawEvents()
            .Where(e => e.Sequence.IsOneOf(masked)).OrderBy(e => e.Sequence).ToListAsync(cancellation);
    }

    /// <summary>The views of the partnerships that an erasure touched, by partnership.</summary>
    /// <param name="session">The store.</param>
    /// <param name="completed">The end of the erasure; later events follow after it.</param>
    public static async Task<IReadOnlyDictionary<Guid, PartnershipView>> PartnershipsAsync(IQuerySession session, IEvent completed)
    {
        Dictionary<Guid, PartnershipView> made = [];
        var touched = (await MaskedAsync(session, completed, CancellationToken.None)).SelectMany(e => e.Concerns().Partnerships).Distinct();
        foreach (var partnership in touched)
        {
            var events = await session.Events.QueryAllRawEvents()
                .Concerning(partnership).Where(e => e.Sequence < completed.Sequence)
                .OrderBy(e => e.Sequence).ToListAsync();
            made[partnership] = PartnershipReader.Replay(new(partnership), events)!;
        }

        return made;
    }

    /// <summary>The records with dates that an erasure touched, by record.</summary>
    /// <param name="session">The store.</param>
    /// <param name="completed">The end of the erasure; later events follow after it.</param>
    /// <param name="records">The records that it touched, of any kind.</param>
    public static async Task<IReadOnlyDictionary<Guid, DatedRecord>> DatedAsync(IQuerySession session, IEvent completed, IEnumerable<Guid> records)
    {
        var streams = records.ToArray();
        var events = await session.Events.QueryAllRawEvents()
            .Where(e => e.Sequence < completed.Sequence && e.StreamId.IsOneOf(streams)).OrderBy(e => e.Sequence).ToListAsync();
        return events.GroupBy(e => e.StreamId)
            .Select(stream => stream.Aggregate(
                (DatedRecord?)null, (r, e) => e.Data is Event @event ? DatedRecord.Fold(r, stream.Key, @event, e.Timestamp) : r))
            .OfType<DatedRecord>().ToDictionary(r => r.Id);
    }
}
