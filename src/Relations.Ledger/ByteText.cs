using System.Buffers;

namespace Relations.Ledger;

/// <summary>Bytes that grow, are cut back and are used again: what leaves are written into.</summary>
internal sealed class ByteText
{
    private byte[] bytes = new byte[4096];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes, until the next change.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Room for some more bytes, to be followed by <see cref="Took"/>.</summary>
    /// <param name="length">How many.</param>
    public Span<byte> Room(int length)
    {
        if (bytes.Length - Length < length)
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * bytes.Length, (long)Length + length)));
        return bytes.AsSpan(Length, length);
    }

    /// <summary>Keeps what was written into the room.</summary>
    /// <param name="length">How many bytes of it.</param>
    public void Took(int length) => Length += length;

    /// <summary>Adds a byte.</summary>
    /// <param name="value">The byte.</param>
    public void Add(byte value)
    {
        if (Length == bytes.Length)
            Room(1);
        bytes[Length++] = value;
    }

    /// <summary>Adds bytes.</summary>
    /// <param name="values">The bytes.</param>
    public void Add(ReadOnlySpan<byte> values)
    {
        values.CopyTo(Room(values.Length));
        Length += values.Length;
    }

    /// <summary>Adds a number in decimal digits.</summary>
    /// <param name="number">The number.</param>
    public void Add(long number)
    {
        number.TryFormat(Room(20), out var length, provider: System.Globalization.CultureInfo.InvariantCulture);
        Length += length;
    }

    /// <summary>Cuts back.</summary>
    /// <param name="length">What is left.</param>
    public void CutTo(int length) => Length = length;

    /// <summary>Writes all of it elsewhere.</summary>
    /// <param name="output">Where to.</param>
    public void CopyTo(IBufferWriter<byte> output) => output.Write(Written);
}
