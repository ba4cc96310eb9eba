using JasperFx.Events;
using Marten;
using Relations.App.Access;
using Relations.App.Api;
using Relations.App.Store;
using Relations.Domain.Agreements;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Recording;

/// <summary>Reads records as they are, as they stood on a day, and as they were known at a moment, as far as who asks may read them.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
public sealed class RecordReader(IQuerySession session, Sight sight)
{
    /// <summary>The state of a record; null where there is none, or was none then.</summary>
    /// <typeparam name="TState">Its type.</typeparam>
    /// <param name="id">The record.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<TState?> ReadAsync<TState>(Guid id, AsOf asOf, CancellationToken cancellation) where TState : RecordState
    {
        var now = await sight.OfAsync(await session.LoadAsync<TState>(id, cancellation), cancellation);
        return now is null || !asOf.IsPast
            ? now
            : (TState?)Replay(RecordKinds.Of(typeof(TState))!, id, await EventsAsync(id, asOf, cancellation), asOf);
    }

    /// <summary>The states of many records at once, by id; those that are not, or were not then, are left out.</summary>
    /// <typeparam name="TState">Their type.</typeparam>
    /// <param name="ids">The records.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyDictionary<Guid, TState>> ReadManyAsync<TState>(
        IReadOnlyCollection<Guid> ids, AsOf asOf, CancellationToken cancellation) where TState : RecordState
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, TState>();
        var now = await sight.OfAsync(await session.LoadManyAsync<TState>(cancellation, ids), cancellation);
        if (!asOf.IsPast)
            return now.ToDictionary(s => s.Id);

        var kind = RecordKinds.Of(typeof(TState))!;
        return (await EventsAsync([.. now.Select(s => s.Id)], asOf, cancellation))
            .GroupBy(e => e.StreamId)
            .Select(stream => (TState?)Replay(kind, stream.Key, stream, asOf))
            .Where(s => s is not null)
            .ToDictionary(s => s!.Id, s => s!);
    }

    /// <summary>Some records of any kind, as they are now, with the organisations that their names are made of.</summary>
    /// <param name="ids">The records; those that who asks may not read are left out.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyDictionary<Guid, RecordState>> ReadNamedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        Dictionary<Guid, RecordState> known = [];
        foreach (var kind in (await session.StreamKindsAsync([.. ids.Distinct()], cancellation)).GroupBy(k => k.Value, k => k.Key))
        {
            foreach (var record in await RecordKinds.All.Single(k => k.Name == kind.Key).ReadMany(this, [.. kind], cancellation))
                known[record.Id] = record;
        }

        var parties = known.Values.SelectMany(r => r switch
        {
            Partnership { Name: null } p => p.Parties.Select(x => x.Organisation),
            Agreement { Title: null } a => a.Parties,
            _ => [],
        });
        foreach (var (id, party) in await ReadManyAsync<Organisation>([.. parties.Select(p => p.Value).Distinct()], AsOf.Now, cancellation))
            known[id] = party;
        return known;
    }

    /// <summary>The events of some records in the order of recording.</summary>
    /// <param name="ids">The records.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<IEvent>> EventsAsync(
        IReadOnlyCollection<Guid> ids, AsOf asOf, CancellationToken cancellation)
    {
        var streams = ids.ToArray();
        var events = session.Events.QueryAllRawEvents().Where(e => e.StreamId.IsOneOf(streams));
        return await CountingAsync(events, asOf, cancellation);
    }

    /// <summary>Every event that concerns a partnership, in the order of recording.</summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<IEvent>> EventsConcerningAsync(
        PartnershipId partnership, AsOf asOf, CancellationToken cancellation)
    {
        return await CountingAsync(session.Events.QueryAllRawEvents().Concerning(partnership.Value), asOf, cancellation);
    }

    /// <summary>The events at some places in the order of recording.</summary>
    /// <param name="sequences">The places, at most a page of them.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyDictionary<long, IEvent>> EventsAtAsync(
        IReadOnlyCollection<long> sequences, CancellationToken cancellation)
    {
        var wanted = sequences.ToArray();
        var events = await session.Events.QueryAllRawEvents().Where(e => e.Sequence.IsOneOf(wanted)).ToListAsync(cancellation);
        return (await sight.OfAsync(events, cancellation)).ToDictionary(e => e.Sequence);
    }

    /// <summary>The sources that some events cite, as they are now, so that a text supplied later lights up old passages too.</summary>
    /// <param name="events">The events.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<IReadOnlyDictionary<Guid, Source>> SourcesOfAsync(IEnumerable<IEvent> events, CancellationToken cancellation) =>
        ReadManyAsync<Source>(
            [.. events.SelectMany(e => e.Provenance().Citations ?? []).Select(c => c.Source.Value).Distinct()], AsOf.Now, cancellation);

    /// <summary>The events of one record with all that is known about their recording, a page at a time; null where there is none.</summary>
    /// <param name="id">The record.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="paging">Which page, within its bounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Page<HistoryEntry>?> HistoryAsync(Guid id, AsOf asOf, Paging paging, CancellationToken cancellation)
    {
        var events = await EventsAsync([id], asOf, cancellation);
        return events.Count == 0
            ? null
            : await EntriesAsync([.. events.Skip(paging.Skipped).Take(paging.Size)], events.Count, paging, cancellation);
    }

    /// <summary>A page of events with all that is known about their recording.</summary>
    /// <param name="events">The events of the page.</param>
    /// <param name="total">Events in all.</param>
    /// <param name="paging">Which page.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Page<HistoryEntry>> EntriesAsync(
        IReadOnlyList<IEvent> events, long total, Paging paging, CancellationToken cancellation)
    {
        var sources = await SourcesOfAsync(events, cancellation);
        return new([.. events.Select(e => HistoryEntry.Of(e, sources))], paging.Page, paging.Size, total);
    }

    /// <summary>The state that events make, of those that count.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="id">The record.</param>
    /// <param name="events">Its events in order.</param>
    /// <param name="asOf">The two clocks.</param>
    public static RecordState? Replay(RecordKind kind, Guid id, IEnumerable<IEvent> events, AsOf asOf)
    {
        RecordState? state = null;
        var version = 0L;
        foreach (var e in events.Where(asOf.Includes))
        {
            state = e.Data is Event @event ? kind.Fold(state, id, @event) : state;
            version = e.Version;
        }

        return state is null ? null : state with { Version = (int)version };
    }

    private Task<IReadOnlyList<IEvent>> EventsAsync(Guid id, AsOf asOf, CancellationToken cancellation) =>
        session.Events.FetchStreamAsync(id, timestamp: asOf.KnownAt, token: cancellation);

    /// <summary>The events that count.</summary>
    private async Task<IReadOnlyList<IEvent>> CountingAsync(
        IQueryable<IEvent> events, AsOf asOf, CancellationToken cancellation)
    {
        if (asOf.KnownAt is { } moment)
            events = events.Where(e => e.Timestamp <= moment);
        if (asOf.Through is { } last)
            events = events.Where(e => e.Sequence <= last);
        return asOf.Of(await sight.OfAsync(await events.OrderBy(e => e.Sequence).ToListAsync(cancellation), cancellation));
    }
}
