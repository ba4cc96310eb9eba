namespace Relations.Ledger.Tree;

/// <summary>Checks proofs without the tree, as RFC 9162 sections 2.1.3.2 and 2.1.4.2 do.</summary>
public static class Proofs
{
    /// <summary>The most hashes of a proof.</summary>
    public const int MostHashes = 63;

    /// <summary>Whether a leaf stands at its place in a tree.</summary>
    /// <param name="index">The leaf's index, from 0.</param>
    /// <param name="size">The size of the tree.</param>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="proof">The proof, from the leaf up.</param>
    /// <param name="root">The tree's root.</param>
    public static bool VerifyInclusion(long index, long size, Bytes32 leaf, IReadOnlyList<Bytes32> proof, Bytes32 root)
    {
        if (index < 0 || index >= size)
            return false;
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = Merkle.NodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = Merkle.NodeHash(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether a tree begins with all of an earlier one.</summary>
    /// <param name="earlierSize">The size of the earlier tree.</param>
    /// <param name="size">The size of the tree.</param>
    /// <param name="earlierRoot">The root of the earlier tree.</param>
    /// <param name="root">The tree's root.</param>
    /// <param name="proof">The proof; without any hash between equal sizes and from an empty tree, which every tree begins with.</param>
    public static bool VerifyConsistency(long earlierSize, long size, Bytes32 earlierRoot, Bytes32 root, IReadOnlyList<Bytes32> proof)
    {
        if (earlierSize < 0 || earlierSize > size)
            return false;
        if (earlierSize == size)
            return proof.Count == 0 && earlierRoot == root;
        if (earlierSize == 0)
            return proof.Count == 0 && earlierRoot == Merkle.EmptyRoot;
        var isFull = (earlierSize & (earlierSize - 1)) == 0;
        if (!isFull && proof.Count == 0)
            return false;

        var (node, last) = (earlierSize - 1, size - 1);
        while ((node & 1) == 1)
            (node, last) = (node >> 1, last >> 1);
        var (earlier, later) = isFull ? (earlierRoot, earlierRoot) : (proof[0], proof[0]);
        foreach (var hash in proof.Skip(isFull ? 0 : 1))
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                (earlier, later) = (Merkle.NodeHash(hash, earlier), Merkle.NodeHash(hash, later));
                while ((node & 1) == 0 && node != 0)
                    (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                later = Merkle.NodeHash(later, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && earlier == earlierRoot && later == root;
    }
}
