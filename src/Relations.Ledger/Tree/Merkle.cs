using System.Numerics;

namespace Relations.Ledger.Tree;

/// <summary>The hashes of the Merkle tree of RFC 9162 section 2.1, which is that of RFC 6962, over SHA-256.</summary>
public static class Merkle
{
    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static Bytes32 EmptyRoot { get; } = Bytes32.Sha256([]);

    /// <summary>The hash of a leaf: SHA-256(0x00 ‖ leaf).</summary>
    /// <param name="leaf">The leaf.</param>
    public static Bytes32 LeafHash(ReadOnlySpan<byte> leaf)
    {
        const int OnStack = 4096;
        var prefixed = leaf.Length < OnStack ? stackalloc byte[leaf.Length + 1] : new byte[leaf.Length + 1];
        prefixed[0] = 0;
        leaf.CopyTo(prefixed[1..]);
        return Bytes32.Sha256(prefixed);
    }

    /// <summary>The hash of a node: SHA-256(0x01 ‖ left ‖ right).</summary>
    /// <param name="left">The hash of the left child.</param>
    /// <param name="right">The hash of the right child.</param>
    public static Bytes32 NodeHash(Bytes32 left, Bytes32 right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * Bytes32.Length)];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Bytes32.Length)..]);
        return Bytes32.Sha256(node);
    }

    /// <summary>The root over some leaves.</summary>
    /// <param name="leaves">The leaves' hashes.</param>
    public static Bytes32 Root(IEnumerable<Bytes32> leaves)
    {
        var range = new MerkleRange();
        foreach (var leaf in leaves)
            range.Append(leaf);
        return range.Root;
    }

    /// <summary>The largest power of two that is smaller than a size of at least 2: where a tree parts (RFC 9162 section 2.1.1).</summary>
    internal static long Split(long size) => 1L << (63 - BitOperations.LeadingZeroCount((ulong)(size - 1)));
}

/// <summary>A tree that leaves are added to, of which only the roots of its full subtrees are kept: 64 hashes at most, however large it is.</summary>
public sealed class MerkleRange
{
    private readonly Bytes32[] roots = new Bytes32[64];

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>The root over all leaves.</summary>
    public Bytes32 Root
    {
        get
        {
            if (Size == 0)
                return Merkle.EmptyRoot;
            var lowest = BitOperations.TrailingZeroCount(Size);
            var root = roots[lowest];
            for (var level = lowest + 1; level < roots.Length; level++)
            {
                if ((Size >> level & 1) == 1)
                    root = Merkle.NodeHash(roots[level], root);
            }

            return root;
        }
    }

    /// <summary>Adds a leaf.</summary>
    /// <param name="leaf">The leaf's hash.</param>
    public void Append(Bytes32 leaf)
    {
        var level = 0;
        for (; (Size >> level & 1) == 1; level++)
            leaf = Merkle.NodeHash(roots[level], leaf);
        roots[level] = leaf;
        Size++;
    }
}
