using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Daemon;
using Marten.Subscriptions;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger;

/// <summary>
/// Gives each event its leaf, in the order of recording and behind the store's high-water mark, so that no event comes later with a lower
/// number. Leaves and tiles are written in the transaction that says how far this has come: after a fall it goes on exactly there. An event
/// that has its leaf gets no other, wherever this begins.
/// </summary>
internal sealed class LedgerSubscription : SubscriptionBase
{
    /// <summary>The name under which it says how far it has come.</summary>
    public const string Shard = "Ledger:All";

    private const string InsertLeaves =
        $"""
        INSERT INTO {LedgerSchema.Leaves} (index, sequence, event, salts)
        SELECT i, s, e, t::jsonb FROM unnest(?, ?, ?, ?) l(i, s, e, t)
        """;

    private const string InsertEntries = $"INSERT INTO {LedgerSchema.Entries} (index, leaf) SELECT i, l FROM unnest(?, ?) e(i, l)";

    private const string GrowTiles =
        $"""
        INSERT INTO {LedgerSchema.Tiles} (level, tile, hashes) SELECT l::smallint, t, h FROM unnest(?, ?, ?) g(l, t, h)
        ON CONFLICT (level, tile) DO UPDATE SET hashes = excluded.hashes
        """;

    /// <summary>Sets the name and the sizes.</summary>
    public LedgerSubscription()
    {
        Name = "Ledger";
        IncludeArchivedEvents = true;
        Options.BatchSize = 2_000;
    }

    /// <inheritdoc />
    public override async Task<IChangeListener> ProcessEventsAsync(
        EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        await using var connection = operations.Database.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        var head = await LedgerHead.ReadAsync(connection, cancellationToken);
        var leaves = new NewLeaves(head.Size);
        await foreach (var @event in RecordedEvent.InOrderAsync(connection, Math.Max(page.SequenceFloor, head.Sequence), page.SequenceCeiling, cancellationToken))
            leaves.Add(@event.Event);
        if (leaves.Count == 0)
            return NullChangeListener.Instance;
        var edge = await TileEdge.ReadAsync(new TileTable(connection), head.Size, cancellationToken);
        var tiles = edge.Append(leaves.Hashes);
        operations.QueueSqlCommand(InsertLeaves, leaves.Indexes, leaves.Sequences, leaves.Events, leaves.Salts);
        operations.QueueSqlCommand(InsertEntries, leaves.Indexes, leaves.Entries);
        operations.QueueSqlCommand(
            GrowTiles, tiles.Select(t => t.Id.Level).ToArray(), tiles.Select(t => t.Id.Index).ToArray(), tiles.Select(t => t.Hashes.ToArray()).ToArray());
        return NullChangeListener.Instance;
    }
}
