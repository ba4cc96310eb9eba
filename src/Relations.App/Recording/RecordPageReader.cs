using JasperFx.Events;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Store;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Recording;

/// <summary>Reads a record with everything that its page shows, as it is or as it was.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads single records.</param>
/// <param name="clock">For today's date.</param>
public sealed class RecordPageReader(IQuerySession session, Sight sight, RecordReader records, TimeProvider clock)
{
    /// <summary>How many related records of a kind a page shows; a list has them all.</summary>
    public const int RelatedShown = 10;

    /// <summary>How many records are looked through for what was tied to one in the past, the last opened first.</summary>
    public const int PastRelated = 500;

    /// <summary>A record's picture.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="id">The record.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="page">Which page of its facts is shown, from 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether it is there now, for who asks; and the picture, null also where it was not there then.</returns>
    public async Task<(bool IsThere, RecordPicture? Picture)> ReadAsync<T>(Guid id, AsOf asOf, int page, CancellationToken cancellation)
        where T : RecordState
    {
        if (await records.ReadAsync<T>(id, AsOf.Now, cancellation) is not { } now)
            return (false, null);
        var events = await records.EventsAsync([id], asOf, cancellation);
        var state = asOf.IsPast ? RecordReader.Replay(RecordKinds.Of(typeof(T))!, id, events, asOf) : now;
        if (state is null)
            return (true, null);

        var sources = await records.SourcesOfAsync(events, cancellation);
        var facts = RecordPicture.InOrder(state, events.Select(e => HistoryEntry.Of(e, sources))).ToList();
        var related = await RelatedAsync(state, asOf, cancellation);
        var shown = facts.Skip((page - 1) * RecordPicture.EntriesShown).Take(RecordPicture.EntriesShown).Select(f => f.Sequence).ToHashSet();
        var known = await KnownAsync(
            events.Where(e => shown.Contains(e.Sequence)).Select(e => e.Concerns()).Append(SaidOfMeetings(state, related)).Aggregate(state.Concerns, (all, c) => all.And(c)),
            related,
            asOf,
            cancellation);
        known[id] = state;
        foreach (var (source, cited) in sources)
            known[source] = cited;
        return (true, new(state, asOf.On ?? DateOnly.FromDateTime((asOf.KnownAt ?? clock.GetUtcNow()).UtcDateTime), facts, related, known));
    }

    private async Task<RelatedRecords> RelatedAsync(RecordState record, AsOf asOf, CancellationToken cancellation) => new(
        await ListAsync(record, RelationTo.OfPartnerships(record), "d.data ->> 'slug'", p => p.OrderBy(x => x.Slug, StringComparer.Ordinal), asOf, cancellation),
        await ListAsync(
            record,
            RelationTo.OfMeetings(record),
            "coalesce(d.data ->> 'on', d.data ->> 'plannedFor') desc nulls last, d.id",
            m => m.OrderByDescending(x => x.On ?? x.PlannedFor).ThenBy(x => x.Id),
            asOf,
            cancellation),
        await ListAsync(
            record, RelationTo.OfAgreements(record), "d.data ->> 'since' desc nulls last, d.id", a => a.OrderByDescending(x => x.Since).ThenBy(x => x.Id), asOf, cancellation),
        await ListAsync(
            record, RelationTo.OfProjects(record), "d.data ->> 'period' desc nulls last, d.id", p => p.OrderByDescending(x => x.Period).ThenBy(x => x.Id), asOf, cancellation),
        await ListAsync(
            record,
            RelationTo.OfCommitments(record),
            "d.data ->> 'status' <> 'Open', d.data ->> 'due' nulls last, d.id",
            c => c.OrderBy(x => x.Status != CommitmentStatus.Open).ThenBy(x => x.Due is null).ThenBy(x => x.Due).ThenBy(x => x.Id),
            asOf,
            cancellation),
        await ListAsync(record, RelationTo.OfOrganisations(record), "d.id", o => o.OrderBy(x => x.Id), asOf, cancellation),
        await ListAsync(
            record,
            RelationTo.OfPeople(record),
            "d.data -> 'name' ->> 'family', d.id",
            p => p.OrderBy(x => x.Name?.Family, StringComparer.Ordinal).ThenBy(x => x.Id),
            asOf,
            cancellation));

    private async Task<Listed<T>> ListAsync<T>(
        RecordState record, Relation<T>? relation, string order, Func<IEnumerable<T>, IEnumerable<T>> ordered, AsOf asOf, CancellationToken cancellation)
        where T : RecordState
    {
        if (relation is null)
            return new([], 0);
        if (asOf.IsPast)
        {
            var then = ordered((await ThenAsync<T>(record, asOf, cancellation)).Where(relation.Holds)).ToList();
            return new([.. then.Take(RelatedShown)], then.Count);
        }

        var tied = await sight.OfAsync(session.Query<T>().Where(r => r.MatchesSql(relation.Sql, relation.Values)), cancellation);
        var found = await tied.Stats(out var all).OrderBySql(order).Take(RelatedShown).ToListAsync(cancellation);
        return new(await sight.OfAsync(found, cancellation), all.TotalResults);
    }

    /// <summary>The records whose events name a record, as they were: what is tied to it no longer may have been then.</summary>
    private async Task<IEnumerable<T>> ThenAsync<T>(RecordState record, AsOf asOf, CancellationToken cancellation) where T : RecordState
    {
        var naming = await sight.OfAsync(
            session.Query<T>().Where(r => r.MatchesSql(
                $"d.id in (select e.stream_id from {RelationsStore.Schema}.mt_events e where e.headers -> 'concerns' @> ?::jsonb)",
                $$"""{"{{ListIn(record)}}":["{{record.Id}}"]}""")),
            cancellation);
        var ids = await naming.OrderByDescending(r => r.Id).Take(PastRelated).Select(r => r.Id).ToListAsync(cancellation);
        return (await records.ReadManyAsync<T>(ids, asOf, cancellation)).Values;
    }

    /// <summary>Under which name <see cref="Concerns"/> lists a record.</summary>
    private static string ListIn(RecordState record) => record switch
    {
        Organisation => "organisations",
        Person => "people",
        _ => "records",
    };

    /// <summary>For whom a person was at the meetings shown.</summary>
    private static Concerns SaidOfMeetings(RecordState record, RelatedRecords related) => record is not Person
        ? Concerns.None
        : Concerns.Of(related.Meetings.Items.SelectMany(m => m.Participants).Where(p => p.Person.Value == record.Id).Select(p => (IRecordId)p.OnBehalfOf));

    /// <summary>The records that are named, and those that their names are made of.</summary>
    private async Task<Dictionary<Guid, RecordState>> KnownAsync(
        Concerns named, RelatedRecords related, AsOf asOf, CancellationToken cancellation)
    {
        Dictionary<Guid, RecordState> known = [];
        var others = named.Records.Union(related.Commitments.Items.SelectMany(c => c.Concerns.Records));
        var kinds = (await session.StreamKindsAsync([.. others], cancellation)).ToLookup(k => k.Value, k => k.Key);
        await TakeAsync<Partnership>(named.Partnerships);
        await TakeAsync<Meeting>(OfKind<Meeting>());
        await TakeAsync<Agreement>(OfKind<Agreement>());
        await TakeAsync<Project>(OfKind<Project>());
        await TakeAsync<Commitment>(OfKind<Commitment>());
        await TakeAsync<Source>(OfKind<Source>());
        await TakeAsync<Organisation>([.. named.Organisations.Union(known.Values.Concat(related.Agreements.Items).Concat(related.Commitments.Items).Concat(related.Partnerships.Items).SelectMany(r => r.Concerns.Organisations))]);
        await TakeAsync<Person>(named.People);
        return known;

        IReadOnlyCollection<Guid> OfKind<T>() => [.. kinds[typeof(T).Name.ToLowerInvariant()]];

        async Task TakeAsync<T>(IReadOnlyCollection<Guid> ids) where T : RecordState
        {
            foreach (var (id, record) in await records.ReadManyAsync<T>(ids, asOf, cancellation))
                known[id] = record;
        }
    }
}
