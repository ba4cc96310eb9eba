using System.Globalization;
using Npgsql;
using Relations.Ledger;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger.Checks;

/// <summary>
/// Builds the tree again from the hashes of its leaves, one after another, and holds it against the tiles that are stored and against
/// checkpoints. It keeps one tile of each level and the roots of the whole subtrees, whatever the size.
/// </summary>
internal sealed class TreeCheck : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlConnection side;
    private readonly NpgsqlDataReader leafTiles;
    private readonly IAsyncEnumerator<HeldCheckpoint> checkpoints;
    private readonly List<TileBuilder> levels = [];
    private readonly MerkleRange range = new();
    private HeldCheckpoint? next;
    private byte[] tile = [];
    private long agreed;
    private Finding? finding;

    private TreeCheck(NpgsqlConnection connection, NpgsqlConnection side, NpgsqlDataReader leafTiles, IAsyncEnumerator<HeldCheckpoint> checkpoints) =>
        (this.connection, this.side, this.leafTiles, this.checkpoints) = (connection, side, leafTiles, checkpoints);

    /// <summary>Leaves so far.</summary>
    public long Size => range.Size;

    /// <summary>Begins.</summary>
    /// <param name="snapshot">The record.</param>
    /// <param name="checkpoints">The checkpoints, smallest first.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<TreeCheck> StartAsync(RecordSnapshot snapshot, IAsyncEnumerable<HeldCheckpoint> checkpoints, CancellationToken cancellation)
    {
        var connection = await snapshot.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"SELECT hashes FROM {LedgerSchema.Tiles} WHERE level = 0 ORDER BY tile", connection);
        var check = new TreeCheck(
            connection, await snapshot.OpenAsync(cancellation), await command.ExecuteReaderAsync(cancellation), checkpoints.GetAsyncEnumerator(cancellation));
        await check.NextAsync();
        await check.HoldAsync();
        return check;
    }

    /// <summary>Adds the hash of the next leaf.</summary>
    /// <param name="leaf">The hash.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether it is the one that is stored.</returns>
    public async Task<bool> AddAsync(Bytes32 leaf, CancellationToken cancellation)
    {
        var at = (int)(Size % TileId.FullWidth) * Bytes32.Length;
        if (at == 0)
            tile = await leafTiles.ReadAsync(cancellation) ? leafTiles.GetFieldValue<byte[]>(0) : [];
        if (tile.Length < at + Bytes32.Length || new Bytes32(tile.AsSpan(at, Bytes32.Length)) != leaf)
            return false;
        range.Append(leaf);
        await PushAsync(0, leaf, cancellation);
        await HoldAsync();
        return true;
    }

    /// <summary>Ends: what is left over in tiles and checkpoints belongs to leaves that are not there.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The first thing that is wrong with the tree; null where nothing is.</returns>
    public async Task<Finding?> EndAsync(CancellationToken cancellation)
    {
        if (finding is null && next is { } larger)
            finding = new(FindingKind.TailMissing) { Where = larger.Where, Expected = Number(larger.Size), Found = Number(Size) };
        for (var level = 1; finding is null && level < levels.Count; level++)
            await CompareAsync(level, cancellation);
        return finding;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await checkpoints.DisposeAsync();
        await leafTiles.DisposeAsync();
        await connection.DisposeAsync();
        await side.DisposeAsync();
    }

    /// <summary>Holds the tree against the checkpoints of its size.</summary>
    private async Task HoldAsync()
    {
        for (; next is { } held && held.Size == Size; await NextAsync())
        {
            if (held.Root == range.Root)
                agreed = Size;
            else
                finding ??= new(FindingKind.HistoryRewritten) { Where = held.Where, Expected = Number(held.Size), Found = Number(agreed) };
        }
    }

    private async Task NextAsync() => next = await checkpoints.MoveNextAsync() ? checkpoints.Current : null;

    private async Task PushAsync(int level, Bytes32 hash, CancellationToken cancellation)
    {
        if (level == levels.Count)
            levels.Add(new());
        levels[level].Hashes.Add(hash);
        if (levels[level].Hashes.Count < TileId.FullWidth)
            return;
        var root = Merkle.Root(levels[level].Hashes);
        if (level > 0)
            await CompareAsync(level, cancellation);
        levels[level].Hashes.Clear();
        levels[level].Number++;
        await PushAsync(level + 1, root, cancellation);
    }

    private async Task CompareAsync(int level, CancellationToken cancellation)
    {
        var built = levels[level];
        if (built.Hashes.Count == 0)
            return;
        await using var command = new NpgsqlCommand($"SELECT hashes FROM {LedgerSchema.Tiles} WHERE level = $1 AND tile = $2", side)
        {
            Parameters = { new() { Value = (short)level }, new() { Value = built.Number } },
        };
        var stored = await command.ExecuteScalarAsync(cancellation) as byte[] ?? [];
        if (!stored.AsSpan().SequenceEqual(built.Bytes()))
            finding ??= new(FindingKind.TreeAltered) { Where = new TileId(level, built.Number, built.Hashes.Count).Path };
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A tile that is being built.</summary>
    private sealed class TileBuilder
    {
        public List<Bytes32> Hashes { get; } = [];

        public long Number { get; set; }

        public byte[] Bytes()
        {
            var bytes = new byte[Hashes.Count * Bytes32.Length];
            for (var i = 0; i < Hashes.Count; i++)
                Hashes[i].CopyTo(bytes.AsSpan(i * Bytes32.Length));
            return bytes;
        }
    }
}
