using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Marten;
using Npgsql;
using Relations.App.Ledger.Checks;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Sources;
using Relations.Ledger;
using Relations.Ledger.Bundles;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger;

/// <summary>
/// Writes bundles: the events up to the last checkpoint, all or those of the records of one partnership, with what proves them. Events go
/// through one after another.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="logins">The database.</param>
/// <param name="settings">The witnesses, whose keys are told.</param>
internal sealed class AuditBundles(IDocumentStore store, DatabaseLogins logins, LedgerSettings settings)
{
    private const string Events = $"{RelationsStore.Schema}.mt_events";

    /// <summary>Writes one.</summary>
    /// <param name="output">Where to; it need not be able to seek.</param>
    /// <param name="partnership">The partnership; null for all events.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>How many events it holds; 0, and nothing written, while there is no checkpoint.</returns>
    public async Task<long> WriteAsync(Stream output, Guid? partnership, CancellationToken cancellation)
    {
        await using var snapshot = await RecordSnapshot.TakeAsync(store, logins.Application, cancellation);
        await using var side = await snapshot.OpenAsync(cancellation);
        if (await KeptCheckpoint.LastAsync(side, cancellation) is not { } last || !SignedNote.TryParse(last.Note, out var note))
            return 0;
        var keys = (await LedgerKey.AllAsync(side, cancellation)).Select(k => VerifierKey.Parse(k.Public)).Concat(settings.Witnesses.Select(w => w.Key)).ToList();
        var streams = partnership is { } one ? await StreamsAsync(side, one, last.Size, cancellation) : null;
        var counted = new Counted();
        await AuditBundle.WriteAsync(
            output,
            new(
                note,
                streams is null,
                streams ?? [],
                keys,
                EarlierAsync(snapshot, last, cancellation),
                SourcesAsync(snapshot, streams, last.Size, cancellation),
                EventsAsync(snapshot, streams, last.Size, counted, cancellation)),
            cancellation);
        return counted.Events;
    }

    /// <summary>The records that have said anything about a partnership.</summary>
    private static async Task<HashSet<Guid>> StreamsAsync(NpgsqlConnection side, Guid partnership, long size, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT DISTINCT e.stream_id FROM {Events} e JOIN {LedgerSchema.Leaves} l ON l.event = e.id
            WHERE e.headers -> '{EventMetadata.ConcernsHeader}' @> $1::jsonb AND l.index < $2
            """,
            side)
        {
            Parameters = { new() { Value = $$"""{"partnerships":["{{partnership}}"]}""" }, new() { Value = size } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        HashSet<Guid> streams = [];
        while (await reader.ReadAsync(cancellation))
            streams.Add(reader.GetGuid(0));
        return streams;
    }

    private static async IAsyncEnumerable<EarlierCheckpoint> EarlierAsync(
        RecordSnapshot snapshot, KeptCheckpoint last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await snapshot.OpenAsync(cancellation);
        await using var tiles = await snapshot.OpenAsync(cancellation);
        var tree = new TileTree(new TileTable(tiles), last.Size);
        await foreach (var kept in KeptCheckpoint.AllAsync(connection, cancellation))
        {
            if (kept.Id != last.Id && SignedNote.TryParse(kept.Note, out var note))
                yield return new(note, await tree.ConsistencyAsync(kept.Size, cancellation));
        }
    }

    private static async IAsyncEnumerable<BundledSource> SourcesAsync(
        RecordSnapshot snapshot, HashSet<Guid>? streams, long size, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await snapshot.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(
            $"""
            SELECT r.stream_id, r.data, (SELECT t.data ->> 'text' FROM {Events} t JOIN {LedgerSchema.Leaves} l ON l.event = t.id
              WHERE t.stream_id = r.stream_id AND t.type = $2 AND l.index < $3 ORDER BY t.seq_id DESC LIMIT 1)
            FROM {Events} r JOIN {LedgerSchema.Leaves} l ON l.event = r.id WHERE r.type = $1 AND l.index < $3 ORDER BY r.stream_id
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = EventTypes.All[typeof(SourceRegistered)] },
                new() { Value = EventTypes.All[typeof(SourceTextProvided)] },
                new() { Value = size },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var registered = JsonSerializer.Deserialize<SourceRegistered>(reader.GetFieldValue<byte[]>(1), RecordJson.Stored)!;
            if (streams?.Contains(reader.GetGuid(0)) != false && Bytes32.TryParseHex(registered.Sha256, out var hash))
                yield return new(reader.GetGuid(0), registered.Title, hash, reader.IsDBNull(2) ? null : Bytes32.Sha256(Encoding.UTF8.GetBytes(reader.GetString(2))));
        }
    }

    private static async IAsyncEnumerable<BundledEvent> EventsAsync(
        RecordSnapshot snapshot, HashSet<Guid>? streams, long size, Counted counted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var ofEvents = await snapshot.OpenAsync(cancellation);
        await using var ofLeaves = await snapshot.OpenAsync(cancellation);
        await using var tiles = await snapshot.OpenAsync(cancellation);
        await using var events = RecordedEvent.InOrderAsync(ofEvents, 0, long.MaxValue, cancellation).GetAsyncEnumerator(cancellation);
        var (tree, seals) = (new TileTree(new TileTable(tiles), size), new Seals());
        await foreach (var leaf in LeafRow.InOrderAsync(ofLeaves, 0, size, cancellation))
        {
            while (await events.MoveNextAsync() && events.Current.Event.Sequence < leaf.Sequence)
            {
            }

            // What erasures masked is told with every bundle: without that, what is erased in it would count as altered.
            var @event = events.Current.Event;
            if (streams?.Contains(@event.Stream) == false && @event.Type != Erasures.MaskedType)
                continue;
            counted.Events++;
            yield return new(leaf.Index, @event, leaf.In(seals), await tree.InclusionAsync(leaf.Index, cancellation));
        }
    }

    private sealed class Counted
    {
        public long Events { get; set; }
    }
}
