using Relations.Ledger.Tree;

namespace Relations.Ledger.Tests.Tree;

/// <summary>The tree is that of RFC 6962: the vectors are those of the reference tests of Certificate Transparency.</summary>
public sealed class MerkleTests
{
    private static readonly string[] Inputs =
    [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ];

    private static readonly string[] Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static Bytes32[] Leaves => [.. Inputs.Select(i => Merkle.LeafHash(Convert.FromHexString(i)))];

    [Fact]
    public void the_roots_are_the_published_ones() =>
        Assert.Equal(Roots, Enumerable.Range(0, Roots.Length).Select(size => Merkle.Root(Leaves.Take(size)).ToString()));

    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public async Task the_proofs_of_inclusion_are_the_published_ones(int index, int size, string published)
    {
        var tree = new TileTree(await KeptTiles.OfAsync(Leaves.Take(size)), size);

        var proof = await tree.InclusionAsync(index, default);

        Assert.Equal(published, string.Join(' ', proof));
        Assert.True(Proofs.VerifyInclusion(index, size, Leaves[index], proof, Merkle.Root(Leaves.Take(size))));
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public async Task the_proofs_of_consistency_are_the_published_ones(int earlier, int size, string published)
    {
        var tree = new TileTree(await KeptTiles.OfAsync(Leaves.Take(size)), size);

        var proof = await tree.ConsistencyAsync(earlier, default);

        Assert.Equal(published, string.Join(' ', proof));
        Assert.True(Proofs.VerifyConsistency(earlier, size, Merkle.Root(Leaves.Take(earlier)), Merkle.Root(Leaves.Take(size)), proof));
    }

    [Fact]
    public void a_root_is_the_one_that_the_standard_defines_at_every_size()
    {
        var leaves = TreeStory.Leaves(TreeStory.Sizes[^1]);

        Assert.All(TreeStory.Sizes, size => Assert.Equal(TreeStory.Root(leaves.AsSpan(0, (int)size)), Merkle.Root(leaves.Take((int)size))));
    }
}
