using System.Buffers;
using CsCheck;
using Relations.Ledger.Tree;

namespace Relations.Ledger.Tests.Tree;

/// <summary>The tree is kept in tiles, which give its root and every proof.</summary>
public sealed class TileTests
{
    [Fact]
    public async Task tiles_give_the_root_of_every_size_that_the_tree_had()
    {
        var leaves = TreeStory.Leaves(TreeStory.Sizes[^1]);
        var tree = new TileTree(await KeptTiles.OfAsync(leaves), leaves.Length);

        foreach (var size in TreeStory.Sizes)
            Assert.Equal(TreeStory.Root(leaves.AsSpan(0, (int)size)), await tree.RootAsync(size, default));
    }

    [Fact]
    public async Task tiles_give_the_proofs_that_the_standard_defines()
    {
        foreach (var size in TreeStory.Sizes.Where(s => s is > 0 and <= 1_000).Append(65_537))
        {
            var leaves = TreeStory.Leaves(size);
            var tree = new TileTree(await KeptTiles.OfAsync(leaves), size);
            foreach (var at in size <= 1_000 ? TreeStory.Sizes.Where(s => s < size).Append(size - 1) : [257, 65_536])
            {
                Assert.Equal(TreeStory.Inclusion((int)at, leaves), await tree.InclusionAsync(at, default));
                Assert.Equal(at == 0 ? [] : TreeStory.Consistency((int)at, leaves), await tree.ConsistencyAsync(at, default));
            }
        }
    }

    [Fact]
    public async Task every_proof_of_small_trees_verifies_and_none_for_anything_else()
    {
        var leaves = TreeStory.Leaves(20);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var tree = new TileTree(await KeptTiles.OfAsync(leaves.Take(size)), size);
            var root = TreeStory.Root(leaves.AsSpan(0, size));
            for (var index = 0; index < size; index++)
            {
                var proof = await tree.InclusionAsync(index, default);
                for (var other = 0; other <= size; other++)
                    Assert.Equal(other == index, Proofs.VerifyInclusion(other, size, leaves[index], proof, root));
                Assert.False(Proofs.VerifyInclusion(index, size, leaves[index], [.. proof, root], root));
                Assert.False(Proofs.VerifyInclusion(index, size, leaves[index], [.. proof.Skip(1)], root) && proof.Count > 0);
            }

            for (var earlier = 0; earlier <= size; earlier++)
            {
                var proof = await tree.ConsistencyAsync(earlier, default);
                var before = TreeStory.Root(leaves.AsSpan(0, earlier));
                Assert.True(Proofs.VerifyConsistency(earlier, size, before, root, proof));
                Assert.False(Proofs.VerifyConsistency(earlier, size, leaves[0], root, proof) && earlier != 1);
                Assert.False(Proofs.VerifyConsistency(earlier, size, before, leaves[0], proof) && earlier != 0 && size != 1);
                Assert.False(Proofs.VerifyConsistency(earlier, size, before, root, [.. proof, root]));
            }
        }
    }

    [Fact]
    public Task a_tree_grows_by_batches_of_any_size_and_only_what_grew_is_written() => Gen.Int[0, 700].List[1, 12].SampleAsync(
        async batches =>
        {
            var leaves = TreeStory.Leaves(batches.Sum());
            var (tiles, done) = (new KeptTiles(), 0);
            foreach (var batch in batches)
            {
                var edge = await TileEdge.ReadAsync(tiles, done, default);
                var grown = edge.Append(leaves[done..(done + batch)]);
                tiles.Keep(grown);
                done += batch;

                Assert.Equal(grown.Count, grown.Select(t => (t.Id.Level, t.Id.Index)).Distinct().Count());
                Assert.All(grown, t => Assert.Equal(t.Id.Width * Bytes32.Length, t.Hashes.Length));
                Assert.Equal(done, edge.Size);
                Assert.Equal(TreeStory.Root(leaves.AsSpan(0, done)), edge.Root);
                Assert.Equal(edge.Root, await new TileTree(tiles, done).RootAsync(default));
            }
        },
        iter: 40);

    [Fact]
    public async Task a_missing_tile_is_told_by_its_path()
    {
        var tiles = await KeptTiles.OfAsync(TreeStory.Leaves(600));
        tiles.Lose(0, 2);

        var missing = await Assert.ThrowsAsync<MissingTileException>(async () => await new TileTree(tiles, 600).RootAsync(default));

        Assert.Equal("The tile tile/0/002.p/88 is missing or too short.", missing.Message);
        await Assert.ThrowsAsync<MissingTileException>(async () => await TileEdge.ReadAsync(tiles, 600, default));
    }

    [Theory]
    [InlineData("tile/0/000", 0, 0, 256, false)]
    [InlineData("tile/0/x001/x234/067", 0, 1_234_067, 256, false)]
    [InlineData("tile/1/001.p/17", 1, 1, 17, false)]
    [InlineData("tile/entries/x001/000.p/1", 0, 1_000, 1, true)]
    public void a_tile_has_one_path(string path, int level, long index, int width, bool isOfEntries)
    {
        Assert.True(TileId.TryParse(path, out var tile, out var entries));
        Assert.Equal((new TileId(level, index, width), isOfEntries), (tile, entries));
        Assert.Equal(path, isOfEntries ? TileId.EntriesPath(index, width) : tile.Path);
    }

    [Theory]
    [InlineData("tile/0/0")]
    [InlineData("tile/00/000")]
    [InlineData("tile/8/000")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001/002")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/../000")]
    [InlineData("/tile/0/000")]
    [InlineData("tile/0/000\n")]
    [InlineData("tile/entries/x999/x999/x999/x999/x999/x999/x999/999")]
    public void other_paths_are_none(string path) => Assert.False(TileId.TryParse(path, out _, out _));

    [Fact]
    public void a_size_tells_which_tiles_are_not_full() =>
        Assert.Equal(
            ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"],
            TileId.EdgeOf(70_000).Select(t => t.Path));

    [Fact]
    public void an_entry_stands_behind_its_length()
    {
        var output = new ArrayBufferWriter<byte>();

        EntryBundle.Write("ab"u8, output);
        EntryBundle.Write(new byte[258], output);

        Assert.Equal([0, 2, (byte)'a', (byte)'b', 1, 2, 0], output.WrittenSpan[..7].ToArray());
        Assert.Throws<ArgumentException>(() => EntryBundle.Write(new byte[65_536], output));
    }
}
