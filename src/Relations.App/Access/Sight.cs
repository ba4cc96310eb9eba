using JasperFx.Events;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Access;

/// <summary>
/// What the actor of this scope sees of the record. Whatever is read passes here: records, lists and their counts, events,
/// views and their figures. The policy itself is <see cref="AccessPolicy"/>; this asks it, and for lists says the same in SQL
/// (a test holds the two together). What is asked is always how records are classified now, also where the past is read.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="current">Who asks.</param>
/// <param name="log">The trail of access.</param>
public sealed class Sight(IQuerySession session, CurrentActor current, AccessLog log)
{
    private readonly HashSet<Guid> noted = [];
    private IReadOnlySet<Guid>? hidden;
    private IReadOnlySet<Guid>? obscured;

    /// <summary>Who asks.</summary>
    public Actor Actor => current.Actor;

    /// <summary>Whether they read something restricted, which is noted each time.</summary>
    public bool HasNoted => noted.Count > 0;

    /// <summary>
    /// A record, if they may read it; else null, as if there were none. Both take the same questions to the database, so that
    /// the time does not tell the one from the other.
    /// </summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="record">The record as it is now, or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<T?> OfAsync<T>(T? record, CancellationToken cancellation) where T : RecordState =>
        (await OfAsync<T>(record is null ? [] : [record], cancellation)).SingleOrDefault();

    /// <summary>Those of some records that they may read.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="records">The records as they are now.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<T>> OfAsync<T>(IReadOnlyCollection<T> records, CancellationToken cancellation) where T : RecordState
    {
        var hiddenPartnerships = await HiddenPartnershipsAsync(cancellation);
        List<T> seen = [.. records.Where(r => AccessPolicy.MayRead(Actor, r, hiddenPartnerships))];
        await NoteAsync(seen.Where(r => r.Classification == Classification.Restricted).Select(r => r.Id), cancellation);
        return seen;
    }

    /// <summary>Those of some records, by id, that they may read; a view of the past is made of their events alone.</summary>
    /// <param name="ids">The records.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        AmongAsync(_ => ids, cancellation);

    /// <summary>The same of records whose kind is known: hundreds are looked for in one place each, and not in all.</summary>
    /// <param name="ids">The records of each kind.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal async Task<IReadOnlySet<Guid>> AmongAsync(Func<RecordKind, IEnumerable<Guid>> ids, CancellationToken cancellation)
    {
        var hiddenPartnerships = await HiddenPartnershipsAsync(cancellation);
        var labels = await RecordLabel.OfAsync(session, ids, cancellation);
        List<RecordLabel> seen = [.. labels.Where(label => label.IsReadableBy(Actor, hiddenPartnerships))];
        await NoteAsync(seen.Where(label => label.Classification == Classification.Restricted).Select(label => label.Id), cancellation);
        return seen.Select(label => label.Id).ToHashSet();
    }

    /// <summary>The events of those records that they may read, in the order given.</summary>
    /// <param name="events">Events of any records.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<IEvent>> OfAsync(IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var kinds = events.GroupBy(e => e.StreamId).ToLookup(RecordKinds.OfStream, stream => stream.Key);
        var seen = await AmongAsync(kind => kinds[kind].Concat(kinds[null]), cancellation);
        return [.. events.Where(e => seen.Contains(e.StreamId))];
    }

    /// <summary>Leaves in a list, and so in its count, the records that they may read.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="records">A query over the records.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IQueryable<T>> OfAsync<T>(IQueryable<T> records, CancellationToken cancellation) where T : RecordState
    {
        if (Actor.ReadsEverything)
            return records;
        var (sql, values) = ReadableInSql.Of(typeof(T), Actor, await HiddenPartnershipsAsync(cancellation));
        return records.Where(r => r.MatchesSql(sql, values));
    }

    /// <summary>The condition that leaves in a view across records, and so in its counts, the entries of what they may read: <see cref="ReadableInSql.OfEntries"/>.</summary>
    /// <param name="cancellation">Stops the work.</param>
    internal async Task<(string Sql, IReadOnlyDictionary<string, object> Values)> OfEntriesAsync(CancellationToken cancellation) =>
        ReadableInSql.OfEntries(Actor, await HiddenPartnershipsAsync(cancellation));

    /// <summary>
    /// Whether something of a partnership that they may read is kept from them. Then its live view, which knows no reader, is
    /// not theirs, and one is made of the events that they may read.
    /// </summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> IsObscuredAsync(Guid partnership, CancellationToken cancellation) =>
        !Actor.ReadsEverything
        && (!AccessPolicy.WorksWith(Actor, [partnership], await HiddenPartnershipsAsync(cancellation))
            || (await ObscuredAsync(cancellation)).Contains(partnership));

    /// <summary>Notes in the trail that they read restricted records, once for each in this scope.</summary>
    /// <param name="restricted">The records.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task NoteAsync(IEnumerable<Guid> restricted, CancellationToken cancellation)
    {
        List<Guid> fresh = [.. restricted.Where(noted.Add)];
        if (fresh.Count > 0)
            await log.WriteAsync(Actor.Name, new RestrictedRead(fresh, AccessLog.Shortened(current.Path)), cancellation);
    }

    private async Task<IReadOnlySet<Guid>> HiddenPartnershipsAsync(CancellationToken cancellation) =>
        hidden ??= await HiddenPartnerships.OfAsync(session, Actor, cancellation);

    private async Task<IReadOnlySet<Guid>> ObscuredAsync(CancellationToken cancellation) =>
        obscured ??= await RecordLabel.ObscuredFromAsync(session, Actor.Name, cancellation);
}

/// <summary>The restricted partnerships that somebody may not read.</summary>
internal static class HiddenPartnerships
{
    /// <summary>Finds them; there are few, and an index on them alone.</summary>
    /// <param name="session">The store.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlySet<Guid>> OfAsync(IQuerySession session, Actor actor, CancellationToken cancellation) =>
        actor.ReadsEverything
            ? new HashSet<Guid>()
            : (await session.Query<Partnership>().Where(p => p.Classification == Classification.Restricted).ToListAsync(cancellation))
                .Where(p => !p.Readers.Contains(actor.Name)).Select(p => p.Id).ToHashSet();
}
