using System.Numerics;

namespace Relations.Ledger.Tree;

/// <summary>
/// A tree read from its tiles: its root and its proofs. It keeps the tiles it read last, so that proofs of neighbours cost little.
/// </summary>
/// <param name="tiles">The tree's tiles.</param>
/// <param name="size">The size of the tree; the tiles may have grown since.</param>
public sealed class TileTree(ITileReader tiles, long size)
{
    /// <summary>The most tiles kept at a time, of 16 KiB each.</summary>
    private const int MostKept = 64;

    private readonly Dictionary<(int Level, long Index), Bytes32[][]> kept = [];

    /// <summary>The size of the tree.</summary>
    public long Size { get; } = size;

    /// <summary>The root of the tree.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="MissingTileException">A tile is missing.</exception>
    public ValueTask<Bytes32> RootAsync(CancellationToken cancellation) => RootAsync(Size, cancellation);

    /// <summary>The root that the tree had when it was smaller.</summary>
    /// <param name="size">Its size then.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="MissingTileException">A tile is missing.</exception>
    public async ValueTask<Bytes32> RootAsync(long size, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return size == 0 ? Merkle.EmptyRoot : await RangeAsync(0, size, cancellation);
    }

    /// <summary>A proof that a leaf stands at its place (RFC 9162 section 2.1.3.1).</summary>
    /// <param name="index">The leaf's index, from 0.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The hashes, from the leaf up.</returns>
    /// <exception cref="MissingTileException">A tile is missing.</exception>
    public async ValueTask<IReadOnlyList<Bytes32>> InclusionAsync(long index, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
        List<Bytes32> proof = [];
        var (from, to) = (0L, Size);
        while (to - from > 1)
        {
            var middle = from + Merkle.Split(to - from);
            var isLeft = index < middle;
            proof.Add(isLeft ? await RangeAsync(middle, to, cancellation) : await RangeAsync(from, middle, cancellation));
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>A proof that the tree begins with all of an earlier one (RFC 9162 section 2.1.4.1).</summary>
    /// <param name="earlierSize">The size of the earlier tree.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The hashes; none from an empty tree and from one of the same size.</returns>
    /// <exception cref="MissingTileException">A tile is missing.</exception>
    public async ValueTask<IReadOnlyList<Bytes32>> ConsistencyAsync(long earlierSize, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(earlierSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlierSize, Size);
        if (earlierSize == 0 || earlierSize == Size)
            return [];
        List<Bytes32> proof = [];
        var (from, to) = (0L, Size);
        while (to != earlierSize)
        {
            var middle = from + Merkle.Split(to - from);
            var isLeft = earlierSize <= middle;
            proof.Add(isLeft ? await RangeAsync(middle, to, cancellation) : await RangeAsync(from, middle, cancellation));
            (from, to) = isLeft ? (from, middle) : (middle, to);
        }

        // What is left is a full subtree of both; if it is the whole earlier tree, its root is known already.
        if (from > 0)
            proof.Add(await RangeAsync(from, to, cancellation));
        proof.Reverse();
        return proof;
    }

    /// <summary>The root over the leaves from one to before another, where that is a subtree of the tree.</summary>
    private async ValueTask<Bytes32> RangeAsync(long from, long to, CancellationToken cancellation)
    {
        if (BitOperations.IsPow2(to - from))
            return await FullAsync(BitOperations.Log2((ulong)(to - from)), from, cancellation);
        var middle = from + Merkle.Split(to - from);
        return Merkle.NodeHash(await RangeAsync(from, middle, cancellation), await RangeAsync(middle, to, cancellation));
    }

    /// <summary>The root of the full subtree of a height that begins with a leaf.</summary>
    private async ValueTask<Bytes32> FullAsync(int height, long from, CancellationToken cancellation)
    {
        var (level, within) = (height / TileId.Height, height % TileId.Height);
        var node = from >> height;
        var tile = await NodesAsync(level, node >> (TileId.Height - within), cancellation);
        return tile[within][node & ((TileId.FullWidth >> within) - 1)];
    }

    /// <summary>The hashes of a tile and of the full nodes above them, from below.</summary>
    private async ValueTask<Bytes32[][]> NodesAsync(int level, long index, CancellationToken cancellation)
    {
        if (kept.TryGetValue((level, index), out var nodes))
            return nodes;
        var width = (int)Math.Min(TileId.FullWidth, (Size >> (TileId.Height * level)) - (index * TileId.FullWidth));
        var id = new TileId(level, index, width);
        var read = await tiles.ReadAsync(id, cancellation);
        if (read is not { } hashes || hashes.Length < width * Bytes32.Length)
            throw new MissingTileException(id);
        if (kept.Count == MostKept)
            kept.Clear();
        return kept[(level, index)] = NodesOf(hashes.Span, width);
    }

    private static Bytes32[][] NodesOf(ReadOnlySpan<byte> hashes, int width)
    {
        var nodes = new Bytes32[TileId.Height][];
        nodes[0] = new Bytes32[width];
        for (var i = 0; i < width; i++)
            nodes[0][i] = new(hashes.Slice(i * Bytes32.Length, Bytes32.Length));
        for (var height = 1; height < TileId.Height; height++)
        {
            var below = nodes[height - 1];
            nodes[height] = new Bytes32[below.Length / 2];
            for (var i = 0; i < nodes[height].Length; i++)
                nodes[height][i] = Merkle.NodeHash(below[2 * i], below[(2 * i) + 1]);
        }

        return nodes;
    }
}
