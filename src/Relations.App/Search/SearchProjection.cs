using System.Collections.Frozen;
using System.Text.Json;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Marten.Linq.MatchesSql;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Search;

/// <summary>
/// Keeps the entries of the search up to date: each record that a batch of events changed is folded anew from its own events, up to
/// the last of the batch, and its entries are written whole.
/// </summary>
internal sealed class SearchProjection : IProjection
{
    /// <summary>The name under which the entries are built and rebuilt.</summary>
    public const string ViewName = "Search";

    private const int EntriesAtOnce = 500;

    /// <summary>Accounts and the trail of access are not searched.</summary>
    private static readonly FrozenSet<string> OfAccess = EventTypes.OfAccess.ToFrozenSet();

    private const string Write =
        $"""
        insert into {SearchSchema.Table}
          (record, part, kind, title, title_en, names, matter, said, passage, starts, folded, terms, day, dated, state, classification, partnerships, organisations, people)
        select e.record, e.part, e.kind, e.title, e."titleEn", e.names, e.matter, e.said, e.passage, e.starts, e.folded, e.terms, e.day, e.dated, e.state,
          e.classification, e.partnerships, e.organisations, e.people
        from jsonb_to_recordset(?::jsonb) e(
          record uuid, part integer, kind text, title text, "titleEn" text, names text, matter text, said text, passage text, starts integer, folded text,
          terms text[], day date, dated text, state text, classification text, partnerships uuid[], organisations uuid[], people uuid[])
        """;

    /// <inheritdoc />
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var changed = events.Where(e => !OfAccess.Contains(e.EventTypeName)).GroupBy(e => e.StreamId).ToDictionary(g => g.Key, g => g.ToList());
        Guid[] earlier =
        [
            .. changed.Where(c => c.Value[0].Version > 1).Select(c => c.Key),
            .. events.Select(e => e.Data).OfType<PersonErasureCompleted>().SelectMany(c => c.Records), // their texts were masked
        ];
        if (earlier.Length > 0)
        {
            var last = events[^1].Sequence;
            var whole = await operations.Events.QueryAllRawEvents()
                .Where(e => e.StreamId.IsOneOf(earlier) && e.Sequence <= last).OrderBy(e => e.Version).ToListAsync(cancellation);
            foreach (var stream in whole.GroupBy(e => e.StreamId))
                changed[stream.Key] = [.. stream];
        }

        if (changed.Count > 0)
            operations.QueueSqlCommand($"delete from {SearchSchema.Table} where record = any(?)", changed.Keys.ToArray());
        foreach (var entries in changed.SelectMany(c => EntriesOf(c.Key, c.Value)).Chunk(EntriesAtOnce))
            operations.QueueSqlCommand(Write, JsonSerializer.Serialize(entries, RecordJson.Stored));
    }
    private static IReadOnlyList<SearchEntry> EntriesOf(Guid record, List<IEvent> events)
    {
        if (events[0].Data is not Event first || RecordKinds.Of(first) is not { } kind)
            return [];
        var state = events.Select(e => e.Data).OfType<Event>().Aggregate((RecordState?)null, (s, e) => kind.Fold(s, record, e));
        return state is null ? [] : SearchEntry.Of(kind.Name, state);
    }
}
