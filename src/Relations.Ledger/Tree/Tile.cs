using System.Globalization;
using System.Text.RegularExpressions;

namespace Relations.Ledger.Tree;

/// <summary>Which tile of the tree (C2SP tlog-tiles).</summary>
/// <param name="Level">Its level: 0 holds the leaves' hashes, each further one the roots of the full tiles below.</param>
/// <param name="Index">Its number within its level, from 0.</param>
/// <param name="Width">How many hashes it has: 1 to 256.</param>
public readonly partial record struct TileId(int Level, long Index, int Width)
{
    /// <summary>How many hashes a full tile has.</summary>
    public const int FullWidth = 256;

    /// <summary>How many levels of the tree a tile spans.</summary>
    public const int Height = 8;

    /// <summary>The highest level that a tree of 2⁶³ leaves has.</summary>
    public const int MostLevel = 7;

    /// <summary>The tile's path, such as <c>tile/0/x001/234.p/7</c>.</summary>
    public string Path => PathOf(Level.ToString(CultureInfo.InvariantCulture), Index, Width);

    /// <summary>The path of a bundle of entries, such as <c>tile/entries/x001/234.p/7</c>.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <param name="width">How many entries it has: 1 to 256.</param>
    public static string EntriesPath(long index, int width) => PathOf("entries", index, width);

    /// <summary>Reads a path of a tile or of a bundle of entries.</summary>
    /// <param name="path">The path, without a slash before it.</param>
    /// <param name="tile">Which one; of entries the level is 0.</param>
    /// <param name="isOfEntries">Whether of entries.</param>
    /// <returns>Whether it is such a path, in the one form that it has.</returns>
    public static bool TryParse(string path, out TileId tile, out bool isOfEntries)
    {
        var match = path.Length <= 64 ? Form().Match(path) : Match.Empty;
        isOfEntries = match.Success && match.Groups["level"].Value == "entries";
        tile = default;
        if (!match.Success || !long.TryParse(match.Groups["number"].Value.Replace("/", "").Replace("x", ""), CultureInfo.InvariantCulture, out var index))
            return false;
        tile = new(
            isOfEntries ? 0 : int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture),
            index,
            match.Groups["width"] is { Success: true, Value: var width } ? int.Parse(width, CultureInfo.InvariantCulture) : FullWidth);
        return tile.Width is >= 1 and <= FullWidth && path == (isOfEntries ? EntriesPath(tile.Index, tile.Width) : tile.Path);
    }

    /// <summary>The tiles that a tree has at its right edge, from the lowest level, whole ones left out.</summary>
    /// <param name="size">The size of the tree.</param>
    public static IEnumerable<TileId> EdgeOf(long size)
    {
        for (var level = 0; size > 0; level++, size >>= Height)
        {
            if (size % FullWidth > 0)
                yield return new(level, size / FullWidth, (int)(size % FullWidth));
        }
    }

    private static string PathOf(string level, long index, int width)
    {
        var number = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = index / 1000; rest > 0; rest /= 1000)
            number = $"x{(rest % 1000).ToString("000", CultureInfo.InvariantCulture)}/{number}";
        return width == FullWidth ? $"tile/{level}/{number}" : $"tile/{level}/{number}.p/{width.ToString(CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex(@"\Atile/(?<level>[0-7]|entries)/(?<number>(x[0-9]{3}/){0,6}[0-9]{3})(\.p/(?<width>[0-9]{1,3}))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}

/// <summary>A tile of the tree: up to 256 hashes, one after another.</summary>
/// <param name="Id">Which.</param>
/// <param name="Hashes">Its hashes: 32 bytes for each.</param>
public sealed record Tile(TileId Id, ReadOnlyMemory<byte> Hashes);

/// <summary>Where tiles are kept.</summary>
public interface ITileReader
{
    /// <summary>Reads a tile.</summary>
    /// <param name="tile">Which; of the width that the tree's size asks for.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Its hashes, 32 bytes each; as many as its width, or more where it has grown since. Null where it is not there.</returns>
    ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken cancellation);
}

/// <summary>The tiles are not those of the tree: one is missing, or shorter than the tree's size asks for.</summary>
/// <param name="tile">Which.</param>
public sealed class MissingTileException(TileId tile) : Exception($"The tile {tile.Path} is missing or too short.")
{
    /// <summary>Which tile.</summary>
    public TileId Tile { get; } = tile;
}
