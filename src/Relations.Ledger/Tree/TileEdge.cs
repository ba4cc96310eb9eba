namespace Relations.Ledger.Tree;

/// <summary>
/// The right edge of a tree, in tiles: what has to be known to add leaves. It holds at most one tile of each level, eight in all.
/// </summary>
public sealed class TileEdge
{
    private readonly List<List<Bytes32>> levels = [];

    private TileEdge(long size) => Size = size;

    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; private set; }

    /// <summary>The root of the tree.</summary>
    public Bytes32 Root
    {
        get
        {
            Bytes32? root = null;
            foreach (var level in levels)
            {
                // What comes from below stands to the right of this level's hashes, and for a tile that is not full.
                var hashes = root is { } right ? [.. level, right] : level;
                root = hashes.Count > 0 ? RootOf(hashes) : root;
            }

            return root ?? Merkle.EmptyRoot;
        }
    }

    /// <summary>Reads the right edge of a tree.</summary>
    /// <param name="tiles">The tree's tiles.</param>
    /// <param name="size">Its size.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="MissingTileException">A tile is missing.</exception>
    public static async ValueTask<TileEdge> ReadAsync(ITileReader tiles, long size, CancellationToken cancellation)
    {
        var edge = new TileEdge(size);
        foreach (var id in TileId.EdgeOf(size))
        {
            var read = await tiles.ReadAsync(id, cancellation);
            if (read is not { } hashes || hashes.Length < id.Width * Bytes32.Length)
                throw new MissingTileException(id);
            edge.LevelAt(id.Level).AddRange(Enumerable.Range(0, id.Width).Select(i => new Bytes32(hashes.Span.Slice(i * Bytes32.Length, Bytes32.Length))));
        }

        return edge;
    }

    /// <summary>Adds leaves.</summary>
    /// <param name="leaves">The leaves' hashes.</param>
    /// <returns>The tiles that are new or have grown, each with all its hashes, each once.</returns>
    public IReadOnlyList<Tile> Append(IEnumerable<Bytes32> leaves)
    {
        Dictionary<(int Level, long Index), Tile> full = [];
        HashSet<int> grown = [];
        foreach (var leaf in leaves)
            Append(leaf, full, grown);
        return
        [
            .. full.Values,
            .. grown.Order().Where(level => levels[level].Count > 0).Select(level => TileOf(level, Size >> (TileId.Height * (level + 1)))),
        ];
    }

    private void Append(Bytes32 hash, Dictionary<(int Level, long Index), Tile> full, HashSet<int> grown)
    {
        Size++;
        for (var level = 0; ; level++)
        {
            var hashes = LevelAt(level);
            hashes.Add(hash);
            grown.Add(level);
            if (hashes.Count < TileId.FullWidth)
                return;
            var index = (Size >> (TileId.Height * (level + 1))) - 1;
            full[(level, index)] = TileOf(level, index);
            hash = RootOf(hashes);
            hashes.Clear();
        }
    }

    private Tile TileOf(int level, long index)
    {
        var hashes = levels[level];
        var bytes = new byte[hashes.Count * Bytes32.Length];
        for (var i = 0; i < hashes.Count; i++)
            hashes[i].CopyTo(bytes.AsSpan(i * Bytes32.Length));
        return new(new(level, index, hashes.Count), bytes);
    }

    private List<Bytes32> LevelAt(int level)
    {
        while (levels.Count <= level)
            levels.Add([]);
        return levels[level];
    }

    private static Bytes32 RootOf(List<Bytes32> hashes) => Merkle.Root(hashes);
}
