using Relations.Ledger.Tree;

namespace Relations.Ledger.Tests.Tree;

/// <summary>Trees made as RFC 9162 defines them, word for word and without any care for speed, and tiles kept in memory.</summary>
internal static class TreeStory
{
    /// <summary>The sizes that are tried: the first ones, and some around what a tile holds.</summary>
    public static readonly long[] Sizes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 256, 257, 511, 512, 513, 1_000, 65_535, 65_536, 65_537];

    /// <summary>The hashes of leaves that are told apart by their numbers.</summary>
    public static Bytes32[] Leaves(long count) => [.. Enumerable.Range(0, (int)count).Select(i => Merkle.LeafHash(BitConverter.GetBytes(i)))];

    /// <summary>The root of RFC 9162 section 2.1.1.</summary>
    public static Bytes32 Root(ReadOnlySpan<Bytes32> leaves) => leaves switch
    {
        [] => Merkle.EmptyRoot,
        [var leaf] => leaf,
        _ => Merkle.NodeHash(Root(leaves[..Half(leaves.Length)]), Root(leaves[Half(leaves.Length)..])),
    };

    /// <summary>The proof of inclusion of RFC 9162 section 2.1.3.1.</summary>
    public static List<Bytes32> Inclusion(int index, ReadOnlySpan<Bytes32> leaves)
    {
        if (leaves.Length == 1)
            return [];
        var half = Half(leaves.Length);
        return index < half
            ? [.. Inclusion(index, leaves[..half]), Root(leaves[half..])]
            : [.. Inclusion(index - half, leaves[half..]), Root(leaves[..half])];
    }

    /// <summary>The proof of consistency of RFC 9162 section 2.1.4.1.</summary>
    public static List<Bytes32> Consistency(int earlier, ReadOnlySpan<Bytes32> leaves, bool isWhole = true)
    {
        if (earlier == leaves.Length)
            return isWhole ? [] : [Root(leaves)];
        var half = Half(leaves.Length);
        return earlier <= half
            ? [.. Consistency(earlier, leaves[..half], isWhole), Root(leaves[half..])]
            : [.. Consistency(earlier - half, leaves[half..], isWhole: false), Root(leaves[..half])];
    }

    private static int Half(int size)
    {
        var half = 1;
        while (half * 2 < size)
            half *= 2;
        return half;
    }
}

/// <summary>Tiles kept in memory, as a database keeps them: one for each level and number, which grows.</summary>
internal sealed class KeptTiles : ITileReader
{
    private readonly Dictionary<(int Level, long Index), ReadOnlyMemory<byte>> kept = [];

    public void Keep(IEnumerable<Tile> tiles)
    {
        foreach (var tile in tiles)
            kept[(tile.Id.Level, tile.Id.Index)] = tile.Hashes;
    }

    public void Lose(int level, long index) => kept.Remove((level, index));

    public ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken cancellation) =>
        new(kept.TryGetValue((tile.Level, tile.Index), out var hashes) ? hashes : null);

    public static async Task<KeptTiles> OfAsync(IEnumerable<Bytes32> leaves)
    {
        var tiles = new KeptTiles();
        var edge = await TileEdge.ReadAsync(tiles, 0, default);
        tiles.Keep(edge.Append(leaves));
        return tiles;
    }
}
