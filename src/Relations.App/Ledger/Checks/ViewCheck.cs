using System.Text.Json;
using JasperFx.Events;
using Marten;
using Marten.Events.Archiving;
using Npgsql;
using Relations.App.Coming;
using Relations.App.Network;
using Relations.App.Partnerships;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.App.Search;
using Relations.App.Store;
using Relations.App.Views;
using Relations.Domain.Recording;

namespace Relations.App.Ledger.Checks;

/// <summary>
/// Compares every view with a fresh replay of the events: each record is folded from its own events, each partnership from those
/// that concern it, by the functions that the live views are made with, and what comes out is compared with what is stored. A view
/// that follows behind is compared as far as it had come. It holds some hundred records at a time, whatever there are in all.
/// </summary>
/// <param name="snapshot">The record.</param>
internal sealed class ViewCheck(RecordSnapshot snapshot)
{
    /// <summary>Events read before what they make is compared.</summary>
    private const int EventsAtOnce = 5_000;

    private const string Schema = RelationsStore.Schema;

    private static readonly string[] SearchColumns =
    [
        "record", "part", "kind", "title", "title_en", "names", "matter", "said", "passage", "starts", "folded", "terms", "day", "dated", "state",
        "classification", "partnerships", "organisations", "people",
    ];

    private readonly HashSet<Guid> partnerships = [];
    private IReadOnlyDictionary<string, long> progress = new Dictionary<string, long>();

    /// <summary>The first difference; null where every view is what its events make of it.</summary>
    /// <param name="told">Told how many events have been gone through.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Finding?> FirstAsync(Action<long> told, CancellationToken cancellation)
    {
        progress = await snapshot.ProgressAsync(cancellation);
        await using var documents = await snapshot.OpenAsync(cancellation);
        return await StreamsAsync(documents, told, cancellation)
            ?? await PartnershipsAsync(documents, cancellation)
            ?? await ExtraAsync(documents, cancellation)
            ?? await StreamLengthsAsync(documents, cancellation);
    }

    /// <summary>How far a view had come in the order of recording.</summary>
    private long Behind(string view) => progress.GetValueOrDefault($"{view}:All");

    /// <summary>Record by record.</summary>
    private async Task<Finding?> StreamsAsync(NpgsqlConnection documents, Action<long> told, CancellationToken cancellation)
    {
        await using var connection = await snapshot.OpenAsync(cancellation);
        await using var session = snapshot.Read(connection);
        var made = new Made();
        Folded? stream = null;
        var count = 0L;
        await foreach (var e in session.Events.QueryAllRawEvents().Where(e => e.MaybeArchived())
            .OrderBy(e => e.StreamId).ThenBy(e => e.Version).ToAsyncEnumerable(cancellation))
        {
            if (stream?.Id != e.StreamId)
            {
                stream?.Finish(made);
                if (made.Events >= EventsAtOnce && await CompareAsync(documents, made, cancellation) is { } difference)
                    return difference;
                stream = new(e, Behind(nameof(DatedRecord)), Behind(nameof(ReadingTally)), Behind(nameof(PersonKeys)), Behind(SearchProjection.ViewName));
            }

            stream.Take(e);
            Note(e, made);
            if (++count % EventsAtOnce == 0)
                told(count);
        }

        stream?.Finish(made);
        return await CompareAsync(documents, made, cancellation);
    }

    private void Note(IEvent e, Made made)
    {
        made.Events++;
        if (e.Sequence <= Behind(nameof(TimelineEntry)))
        {
            foreach (var entry in TimelineEntry.Of(e))
                made.Add(Table<TimelineEntry>(), entry.Id, entry);
        }

        if (e.Sequence <= Behind(RelationsStore.PartnershipViews))
            partnerships.UnionWith(e.Concerns().Partnerships);
    }

    private static async Task<Finding?> CompareAsync(NpgsqlConnection documents, Made made, CancellationToken cancellation)
    {
        foreach (var (table, expected) in made.ByTable)
        {
            var found = table == SearchSchema.Table
                ? await SearchedAsync(documents, [.. made.Streams], cancellation)
                : await StoredAsync(documents, table, table == Table<TimelineEntry>() ? [.. expected.Keys] : [.. made.Streams], cancellation);
            if (Difference(table, expected, found) is { } difference)
                return difference;
        }

        made.Clear();
        return null;
    }

    private static Finding? Difference(string table, Dictionary<string, object> expected, Dictionary<string, JsonElement> found)
    {
        foreach (var (id, document) in expected)
        {
            var wanted = JsonSerializer.SerializeToElement(document, document.GetType(), RecordJson.Stored);
            if (!found.TryGetValue(id, out var there))
                return new(FindingKind.ViewMissing) { Where = NameOf(table), Record = RecordOf(id) };
            if (JsonDifference.First(wanted, there) is { } place)
            {
                return new(FindingKind.ViewAltered)
                {
                    Where = NameOf(table),
                    Record = RecordOf(id),
                    Field = place.Pointer,
                    Expected = place.Expected,
                    Found = place.Found,
                };
            }
        }

        return found.Keys.FirstOrDefault(id => !expected.ContainsKey(id)) is { } extra
            ? new(FindingKind.ViewExtra) { Where = NameOf(table), Record = RecordOf(extra) }
            : null;
    }

    /// <summary>Partnership by partnership: its view, and the rows that are made of it.</summary>
    private async Task<Finding?> PartnershipsAsync(NpgsqlConnection documents, CancellationToken cancellation)
    {
        await using var connection = await snapshot.OpenAsync(cancellation);
        await using var session = snapshot.Read(connection);
        var last = Behind(RelationsStore.PartnershipViews);
        foreach (var id in partnerships.Order())
        {
            PartnershipView? view = null;
            await foreach (var e in session.Events.QueryAllRawEvents()
                .Concerning(id).Where(e => e.MaybeArchived() && e.Sequence <= last)
                .OrderBy(e => e.Sequence).ToAsyncEnumerable(cancellation))
            {
                view = PartnershipView.Fold(view, id, e);
            }

            var made = new Made();
            made.Streams.Add(id.ToString());
            made.Add(Table<PartnershipView>(), id.ToString(), view);
            made.Add(Table<PortfolioRow>(), id.ToString(), view is null ? null : PortfolioRow.Fold(view));
            made.Add(Table<NetworkRow>(), id.ToString(), view is null ? null : NetworkRow.Fold(view));
            if (await CompareAsync(documents, made, cancellation) is { } difference)
                return difference;
        }

        return null;
    }

    /// <summary>What stands in views under the name of no record at all, or of none that concerns it.</summary>
    private async Task<Finding?> ExtraAsync(NpgsqlConnection documents, CancellationToken cancellation)
    {
        foreach (var table in RecordKinds.All.Select(k => TableOf(k.State)).Concat([Table<DatedRecord>(), Table<ReadingTally>(), Table<PersonKeys>()]))
        {
            if (await OneAsync(documents, $"SELECT id::text FROM {table} d WHERE NOT EXISTS (SELECT FROM {Schema}.mt_events e WHERE e.stream_id = d.id) LIMIT 1", cancellation) is { } id)
                return new(FindingKind.ViewExtra) { Where = NameOf(table), Record = RecordOf(id) };
        }

        foreach (var table in new[] { Table<PartnershipView>(), Table<PortfolioRow>(), Table<NetworkRow>() })
        {
            await using var ids = new NpgsqlCommand($"SELECT id::text FROM {table} WHERE id <> ALL ($1) LIMIT 1", documents) { Parameters = { new() { Value = partnerships.ToArray() } } };
            if (await ids.ExecuteScalarAsync(cancellation) is string id)
                return new(FindingKind.ViewExtra) { Where = NameOf(table), Record = RecordOf(id) };
        }

        var searched = $"SELECT record::text FROM {SearchSchema.Table} s WHERE NOT EXISTS (SELECT FROM {Schema}.mt_events e WHERE e.stream_id = s.record) LIMIT 1";
        if (await OneAsync(documents, searched, cancellation) is { } entry)
            return new(FindingKind.ViewExtra) { Where = NameOf(SearchSchema.Table), Record = RecordOf(entry) };
        var timeline =
            $"""
            SELECT t.id FROM {Table<TimelineEntry>()} t WHERE NOT EXISTS (
              SELECT FROM {Schema}.mt_events e WHERE e.seq_id = (t.data ->> 'sequence')::bigint
                AND t.id = replace(t.data ->> 'partnership', '-', '') || '-' || lpad(e.seq_id::text, 12, '0')
                AND e.headers -> 'concerns' -> 'partnerships' @> jsonb_build_array(t.data -> 'partnership')) LIMIT 1
            """;
        return await OneAsync(documents, timeline, cancellation) is { } extra ? new(FindingKind.ViewExtra) { Where = NameOf(Table<TimelineEntry>()), Record = RecordOf(extra) } : null;
    }

    /// <summary>Commands go by the length that a stream says it has.</summary>
    private static async Task<Finding?> StreamLengthsAsync(NpgsqlConnection documents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT s.id, s.type, s.version, e.last FROM {Schema}.mt_streams s
            JOIN (SELECT stream_id, max(version) AS last FROM {Schema}.mt_events GROUP BY stream_id) e ON e.stream_id = s.id
            WHERE s.version <> e.last ORDER BY s.id LIMIT 1
            """,
            documents);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(FindingKind.VersionsBroken)
            {
                Record = reader.GetGuid(0),
                RecordKind = reader.IsDBNull(1) ? null : reader.GetString(1),
                Expected = reader.GetInt64(3).ToString(System.Globalization.CultureInfo.InvariantCulture),
                Found = reader.GetInt64(2).ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
            : null;
    }

    private static async Task<string?> OneAsync(NpgsqlConnection documents, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, documents);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static async Task<Dictionary<string, JsonElement>> StoredAsync(
        NpgsqlConnection documents, string table, string[] ids, CancellationToken cancellation)
    {
        object keys = table == Table<TimelineEntry>() ? ids : Array.ConvertAll(ids, Guid.Parse);
        await using var command = new NpgsqlCommand($"SELECT id::text, data FROM {table} WHERE id = ANY ($1)", documents) { Parameters = { new() { Value = keys } } };
        return await ReadAsync(command, cancellation);
    }

    private static async Task<Dictionary<string, JsonElement>> SearchedAsync(NpgsqlConnection documents, string[] records, CancellationToken cancellation)
    {
        var columns = string.Join(", ", SearchColumns.Select(c => $"'{JsonNamingPolicy.CamelCase.ConvertName(c == "title_en" ? "TitleEn" : c)}', {c}"));
        await using var command = new NpgsqlCommand(
            $"SELECT record || '/' || part, jsonb_strip_nulls(jsonb_build_object({columns})) FROM {SearchSchema.Table} WHERE record = ANY ($1)", documents)
        { Parameters = { new() { Value = Array.ConvertAll(records, Guid.Parse) } } };
        return await ReadAsync(command, cancellation);
    }

    private static async Task<Dictionary<string, JsonElement>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, JsonElement> found = [];
        while (await reader.ReadAsync(cancellation))
            found[reader.GetString(0)] = JsonElement.Parse(reader.GetFieldValue<byte[]>(1));
        return found;
    }

    private static string Table<T>() => TableOf(typeof(T));

    private static string TableOf(Type document) => $"{Schema}.mt_doc_{document.Name.ToLowerInvariant()}";

    private static string NameOf(string table) => table[(Schema.Length + 1)..].Replace("mt_doc_", "", StringComparison.Ordinal);

    /// <summary>The record in the id of a document, which may have its part or its place behind it.</summary>
    private static Guid? RecordOf(string id) => Guid.TryParse(id.Split('/')[0], out var record) || Guid.TryParse(id.Split('-')[0], out record) ? record : null;

    /// <summary>What events make, by the table that it belongs into and its id there, until it is compared.</summary>
    private sealed class Made
    {
        public Dictionary<string, Dictionary<string, object>> ByTable { get; } = [];

        public HashSet<string> Streams { get; } = [];

        public int Events { get; set; }

        /// <summary>Adds a document; where events make none, that there is to be none.</summary>
        public void Add(string table, string id, object? document)
        {
            if (!ByTable.TryGetValue(table, out var documents))
                ByTable[table] = documents = [];
            if (document is not null)
                documents[id] = document;
        }

        public void Clear()
        {
            ByTable.Clear();
            Streams.Clear();
            Events = 0;
        }
    }

    /// <summary>One record as its events make it, so far.</summary>
    private sealed class Folded(IEvent first, long dated, long tallied, long keyed, long searched)
    {
        private readonly RecordKind? kind = first.Data is Event e ? RecordKinds.Of(e) : null;
        private readonly bool isSearched = !EventTypes.OfAccess.Contains(first.EventTypeName);
        private RecordState? state;
        private RecordState? asSearched;
        private DatedRecord? dates;
        private ReadingTally? tally;
        private PersonKeys? keys;
        private long version;

        public Guid Id => first.StreamId;

        public void Take(IEvent e)
        {
            version = e.Version;
            if (e.Data is not Event data)
                return;
            state = kind?.Fold(state, Id, data);
            asSearched = e.Sequence <= searched ? state : asSearched;
            dates = e.Sequence <= dated ? DatedRecord.Fold(dates, Id, data, e.Timestamp) : dates;
            tally = e.Sequence <= tallied ? ReadingTally.Fold(tally, Id, data, e.Timestamp) : tally;
            keys = e.Sequence <= keyed ? PersonKeys.Fold(keys, Id, data) : keys;
        }

        public void Finish(Made made)
        {
            var id = Id.ToString();
            made.Streams.Add(id);
            if (kind is not null)
                made.Add(TableOf(kind.State), id, state is null ? null : state with { Version = (int)version });
            made.Add(Table<DatedRecord>(), id, dates);
            made.Add(Table<ReadingTally>(), id, tally);
            made.Add(Table<PersonKeys>(), id, keys);
            made.Add(SearchSchema.Table, id, null);
            if (isSearched && kind is not null && asSearched is not null)
            {
                foreach (var entry in SearchEntry.Of(kind.Name, asSearched))
                    made.Add(SearchSchema.Table, $"{id}/{entry.Part}", entry);
            }
        }
    }
}
