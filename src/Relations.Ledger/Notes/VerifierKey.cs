using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Relations.Ledger.Notes;

/// <summary>What a key of Ed25519 signs (C2SP signed-note, "Signature types").</summary>
public enum KeyUse : byte
{
    /// <summary>The text of a note: how a log signs its checkpoints.</summary>
    Note = 0x01,

    /// <summary>The text and the time: how a witness signs them (C2SP tlog-cosignature).</summary>
    Cosignature = 0x04,
}

/// <summary>A public key of Ed25519 (RFC 8032) with its name, as a verifier pins it: <c>name+keyid+base64(use ‖ key)</c> (C2SP signed-note).</summary>
public sealed record VerifierKey
{
    /// <summary>The longest name of a key, in characters.</summary>
    public const int MostName = 255;

    private const int IdDigits = 8, KeyLength = 32;

    private readonly byte[] publicKey;

    internal VerifierKey(string name, KeyUse use, byte[] publicKey)
    {
        (Name, Use, this.publicKey) = (name, use, publicKey);
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)use, .. publicKey]));
    }

    /// <summary>The key's name: that of the log, or of the witness.</summary>
    public string Name { get; }

    /// <summary>What it signs.</summary>
    public KeyUse Use { get; }

    /// <summary>The first four bytes of SHA-256(name ‖ newline ‖ use ‖ key): which key a signature names.</summary>
    public uint Id { get; }

    /// <summary>The key's 32 bytes.</summary>
    public ReadOnlyMemory<byte> PublicKey => publicKey;

    /// <summary>Reads a key.</summary>
    /// <param name="text">The text, such as <see cref="ToString"/> gives.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether it is one, with the id that belongs to it.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        var parts = text?.Split('+', 3) ?? [];
        if (parts is not [var name, { Length: IdDigits } id, var material] || !IsName(name)
            || !id.All(char.IsAsciiHexDigitLower)
            || Base64.Read(material, 1 + KeyLength) is not { Length: 1 + KeyLength } bytes
            || bytes[0] is not ((byte)KeyUse.Note or (byte)KeyUse.Cosignature))
            return false;
        var read = new VerifierKey(name, (KeyUse)bytes[0], bytes[1..]);
        key = read.Id == uint.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) ? read : null;
        return key is not null;
    }

    /// <summary>Reads a key that is known to be one.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static VerifierKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException("It is not a verifier key of Ed25519 in the form of C2SP signed-note.");

    /// <summary>Whether a name may be a key's: not empty, without spaces, control characters and plus signs.</summary>
    /// <param name="name">The name.</param>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= MostName } && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    /// <summary>The key as it is pinned.</summary>
    public override string ToString() => $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Use, .. publicKey])}";

    /// <summary>Whether it is the same key of the same name for the same use.</summary>
    /// <param name="other">The other key.</param>
    public bool Equals(VerifierKey? other) =>
        other is not null && Name == other.Name && Use == other.Use && publicKey.AsSpan().SequenceEqual(other.publicKey);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Name, Id);

    /// <summary>Whether a message was signed with the key.</summary>
    internal bool Verifies(byte[] message, byte[] signature, int offset) =>
        signature.Length - offset == Ed25519.SignatureSize && Ed25519.Verify(signature, offset, publicKey, 0, message, 0, message.Length);
}
