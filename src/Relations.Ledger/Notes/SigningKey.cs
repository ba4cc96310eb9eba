using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Relations.Ledger.Notes;

/// <summary>A private key of Ed25519 (RFC 8032) with its name.</summary>
public sealed class SigningKey
{
    /// <summary>How many bytes the private key has: the seed of RFC 8032 section 5.1.5.</summary>
    public const int PrivateKeyLength = 32;

    private readonly byte[] privateKey;

    /// <summary>Takes a key that was made before.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="privateKey">The private key, <see cref="PrivateKeyLength"/> bytes.</param>
    /// <param name="use">What it signs.</param>
    /// <exception cref="ArgumentException">It is no name, or not so many bytes.</exception>
    public SigningKey(string name, ReadOnlySpan<byte> privateKey, KeyUse use = KeyUse.Note)
    {
        if (!VerifierKey.IsName(name))
            throw new ArgumentException("A key's name has no spaces and no plus sign.", nameof(name));
        if (privateKey.Length != PrivateKeyLength)
            throw new ArgumentException($"A private key has {PrivateKeyLength} bytes.", nameof(privateKey));
        this.privateKey = privateKey.ToArray();
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(this.privateKey, 0, publicKey, 0);
        Verifier = new(name, use, publicKey);
    }

    /// <summary>The public part.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Makes a new key.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="use">What it signs.</param>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public static SigningKey Create(string name, KeyUse use = KeyUse.Note) => new(name, RandomNumberGenerator.GetBytes(PrivateKeyLength), use);

    /// <summary>The private key, to be kept where the service alone reads it.</summary>
    public byte[] ExportPrivateKey() => [.. privateKey];

    /// <summary>Signs the text of a note.</summary>
    /// <param name="text">The text, with the newline at its end.</param>
    /// <exception cref="InvalidOperationException">The key is for another use.</exception>
    public NoteSignature Sign(string text) => Verifier.Use == KeyUse.Note
        ? new(Verifier.Name, Verifier.Id, Signed(text))
        : throw new InvalidOperationException("The key signs cosignatures.");

    /// <summary>Signs a checkpoint's text as a witness (C2SP tlog-cosignature).</summary>
    /// <param name="text">The text, with the newline at its end.</param>
    /// <param name="at">When; to the second.</param>
    /// <exception cref="InvalidOperationException">The key is for another use.</exception>
    public NoteSignature Cosign(string text, DateTimeOffset at)
    {
        if (Verifier.Use != KeyUse.Cosignature)
            throw new InvalidOperationException("The key signs notes.");
        var seconds = at.ToUnixTimeSeconds();
        var time = new byte[Cosignature.TimeLength];
        BinaryPrimitives.WriteInt64BigEndian(time, seconds);
        byte[] signature = [.. time, .. Signed(Cosignature.MessageOf(text, seconds))];
        return new(Verifier.Name, Verifier.Id, signature);
    }

    private byte[] Signed(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(privateKey, 0, message, 0, message.Length, signature, 0);
        return signature;
    }
}
