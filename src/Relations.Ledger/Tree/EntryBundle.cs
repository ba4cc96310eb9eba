using System.Buffers;
using System.Buffers.Binary;

namespace Relations.Ledger.Tree;

/// <summary>A bundle of up to 256 entries (C2SP tlog-tiles, "Log entries"): each with its length before it, two bytes, the higher first.</summary>
public static class EntryBundle
{
    /// <summary>Writes an entry.</summary>
    /// <param name="entry">The entry: a leaf.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentException">It is longer than two bytes can say; leaves are not (<see cref="EventLeaf.MostBytes"/>).</exception>
    public static void Write(ReadOnlySpan<byte> entry, IBufferWriter<byte> output)
    {
        if (entry.Length > ushort.MaxValue)
            throw new ArgumentException($"An entry has at most {ushort.MaxValue} bytes.", nameof(entry));
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), (ushort)entry.Length);
        output.Advance(2);
        output.Write(entry);
    }
}
