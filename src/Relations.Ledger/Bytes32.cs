using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Relations.Ledger;

/// <summary>Thirty-two bytes: a hash of SHA-256 (FIPS 180-4), or a salt.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Bytes32
{
    /// <summary>How many bytes there are.</summary>
    public const int Length = 32;

    private readonly ulong first, second, third, fourth;

    /// <summary>Reads it.</summary>
    /// <param name="bytes">Exactly <see cref="Length"/> bytes.</param>
    /// <exception cref="ArgumentException">There are more, or fewer.</exception>
    public Bytes32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException($"These are {bytes.Length} bytes, not {Length}.", nameof(bytes));
        first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The SHA-256 of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public static Bytes32 Sha256(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(bytes, hash);
        return new(hash);
    }

    /// <summary>Thirty-two bytes that nobody can guess.</summary>
    public static Bytes32 Random()
    {
        Span<byte> bytes = stackalloc byte[Length];
        RandomNumberGenerator.Fill(bytes);
        return new(bytes);
    }

    /// <summary>Writes the bytes.</summary>
    /// <param name="to">Room for <see cref="Length"/> bytes.</param>
    public void CopyTo(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, first);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], second);
        BinaryPrimitives.WriteUInt64BigEndian(to[16..], third);
        BinaryPrimitives.WriteUInt64BigEndian(to[24..], fourth);
    }

    /// <summary>The bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The bytes as 64 small hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    /// <summary>The bytes in base64 (RFC 4648 section 4).</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>Reads 64 small hexadecimal digits.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="bytes">What they say.</param>
    /// <returns>Whether they are 64 small hexadecimal digits and nothing else.</returns>
    public static bool TryParseHex(ReadOnlySpan<byte> digits, out Bytes32 bytes)
    {
        bytes = default;
        Span<byte> read = stackalloc byte[Length];
        if (digits.Length != 2 * Length || digits.ContainsAnyInRange((byte)'A', (byte)'F')
            || Convert.FromHexString(digits, read, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        bytes = new(read);
        return true;
    }

    /// <summary>Reads 64 small hexadecimal digits.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="bytes">What they say.</param>
    /// <returns>Whether they are 64 small hexadecimal digits and nothing else.</returns>
    public static bool TryParseHex(string? digits, out Bytes32 bytes)
    {
        bytes = default;
        if (digits is not { Length: 2 * Length } || !digits.All(char.IsAsciiHexDigitLower))
            return false;
        bytes = new(Convert.FromHexString(digits));
        return true;
    }

    /// <summary>Reads base64 with its padding, in the one form that the bytes have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">What it says.</param>
    /// <returns>Whether it is 32 bytes.</returns>
    public static bool TryParseBase64(string text, out Bytes32 bytes)
    {
        bytes = default;
        if (Base64.Read(text, Length) is not { Length: Length } read)
            return false;
        bytes = new(read);
        return true;
    }

    internal void AppendHexTo(ByteText to)
    {
        Span<byte> raw = stackalloc byte[Length];
        CopyTo(raw);
        Convert.TryToHexStringLower(raw, to.Room(2 * Length), out _);
        to.Took(2 * Length);
    }
}
