using Marten;
using Npgsql;
using Relations.Ledger;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger;

/// <summary>That an event is in the tree of a checkpoint.</summary>
/// <param name="Event">The event's id.</param>
/// <param name="Index">The index of its leaf, from 0.</param>
/// <param name="Leaf">The leaf: canonical JSON (RFC 8785) of the event, with commitments in the place of texts.</param>
/// <param name="LeafHash">SHA-256(0x00 ‖ leaf), in 64 hexadecimal digits.</param>
/// <param name="Proof">The hashes that lead from there to the root (RFC 9162, section 2.1.3), likewise.</param>
/// <param name="Checkpoint">The signed note with size and root.</param>
public sealed record InclusionProof(Guid Event, long Index, string Leaf, string LeafHash, IReadOnlyList<string> Proof, string Checkpoint);

/// <summary>That a larger tree continues a smaller one.</summary>
/// <param name="From">Leaves in the smaller tree.</param>
/// <param name="To">Leaves in the larger tree.</param>
/// <param name="FromRoot">The root of the smaller tree, in 64 hexadecimal digits.</param>
/// <param name="ToRoot">The root of the larger tree, likewise.</param>
/// <param name="Proof">The hashes of the proof (RFC 9162, section 2.1.4), likewise.</param>
public sealed record ConsistencyProof(long From, long To, string FromRoot, string ToRoot, IReadOnlyList<string> Proof);

/// <summary>Makes proofs from the tiles.</summary>
/// <param name="store">The database.</param>
internal sealed class LedgerProofs(IDocumentStore store)
{
    /// <summary>The proof that an event is in the tree of the last checkpoint; null where it is not yet, or there is no such event.</summary>
    /// <param name="event">The event's id.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<InclusionProof?> InclusionAsync(Guid @event, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        if (await KeptCheckpoint.LastAsync(connection, cancellation) is not { } checkpoint
            || await LeafRow.OfAsync(connection, @event, cancellation) is not { } row
            || row.Index >= checkpoint.Size
            || await row.EntryAsync(connection, cancellation) is not { } leaf)
            return null;
        var proof = await new TileTree(new TileTable(connection), checkpoint.Size).InclusionAsync(row.Index, cancellation);
        return new(@event, row.Index, leaf, Merkle.LeafHash(System.Text.Encoding.UTF8.GetBytes(leaf)).ToString(), [.. proof.Select(h => h.ToString())], checkpoint.Note);
    }

    /// <summary>The proof that a tree continues a smaller one; null where there is no such tree.</summary>
    /// <param name="from">Leaves in the smaller tree.</param>
    /// <param name="to">Leaves in the larger tree; that of the last checkpoint where none is named.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ConsistencyProof?> ConsistencyAsync(long from, long? to, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        var size = (await LedgerHead.ReadAsync(connection, cancellation)).Size;
        var larger = to ?? (await KeptCheckpoint.LastAsync(connection, cancellation))?.Size ?? 0;
        if (from < 0 || from > larger || larger > size)
            return null;
        var tree = new TileTree(new TileTable(connection), larger);
        var proof = await tree.ConsistencyAsync(from, cancellation);
        return new(
            from, larger, (await tree.RootAsync(from, cancellation)).ToString(), (await tree.RootAsync(cancellation)).ToString(), [.. proof.Select(h => h.ToString())]);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
