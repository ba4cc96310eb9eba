using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Relations.Ledger.Notes;

/// <summary>A signature under a note: <c>— name base64(key id ‖ signature)</c>.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The key's id.</param>
/// <param name="Signature">The signature's bytes; their form follows from the key.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const int IdLength = 4;

    /// <summary>The longest signature, in bytes; longer ones are of algorithms yet to come.</summary>
    private const int MostBytes = 8 * 1024;

    /// <summary>The line, with its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[IdLength + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.CopyTo(bytes.AsMemory(IdLength));
        return $"— {Name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, without its newline.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>Whether it is one, in the one form that it has.</returns>
    public static bool TryParse(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (line.Split(' ') is not ["—", var name, var text] || !VerifierKey.IsName(name)
            || Base64.Read(text, MostBytes) is not { Length: > IdLength } bytes)
            return false;
        signature = new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(IdLength));
        return true;
    }

    /// <summary>Whether it names a key.</summary>
    internal bool IsOf(VerifierKey key) => Name == key.Name && KeyId == key.Id;

    /// <summary>Whether it is the signature of a text with a key of either use.</summary>
    internal bool IsBy(VerifierKey key, string text) => key.Use switch
    {
        KeyUse.Note => key.Verifies(Encoding.UTF8.GetBytes(text), Signature.ToArray(), 0),
        _ => Cosignature.TimeOf(this, key, text) is not null,
    };
}

/// <summary>A text with signatures under it (C2SP signed-note).</summary>
/// <param name="Text">The text, with the newline at its end.</param>
/// <param name="Signatures">The signatures: of any keys, in order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>The longest note, in characters.</summary>
    public const int MostLength = 256 * 1024;

    /// <summary>The most signatures under a note.</summary>
    public const int MostSignatures = 64;

    private const string Blank = "\n\n";

    /// <summary>The note as it is handed on.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures)}";

    /// <summary>Reads a note. Nothing is verified by that.</summary>
    /// <param name="text">All of it.</param>
    /// <param name="note">The note.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out SignedNote? note)
    {
        note = null;
        if (text.Length > MostLength || !text.EndsWith('\n') || text.Any(c => c < ' ' && c != '\n') || !IsWellFormed(text))
            return false;
        var end = text.LastIndexOf(Blank, StringComparison.Ordinal);
        if (end < 0 || end + Blank.Length == text.Length)
            return false;
        var signatures = SignaturesIn(text[(end + Blank.Length)..]);
        note = signatures is null ? null : new(text[..(end + 1)], signatures);
        return note is not null;
    }

    /// <summary>
    /// The signatures that known keys made. Signatures of unknown keys say nothing and are left out; one that names a known key and is
    /// not by it makes the whole note worthless.
    /// </summary>
    /// <param name="keys">The known keys.</param>
    /// <returns>Each signature with its key; nothing where no known key signed, or one did not that the note names.</returns>
    public IReadOnlyList<(NoteSignature Signature, VerifierKey Key)> Verified(IReadOnlyCollection<VerifierKey> keys)
    {
        var known = Signatures.SelectMany(s => keys.Where(s.IsOf).Select(k => (Signature: s, Key: k))).ToList();
        return known.TrueForAll(s => s.Signature.IsBy(s.Key, Text)) ? known : [];
    }

    /// <summary>The note with more signatures, each once.</summary>
    /// <param name="signatures">The signatures.</param>
    public SignedNote With(IEnumerable<NoteSignature> signatures) =>
        this with { Signatures = [.. Signatures, .. signatures.Where(s => Signatures.All(own => own.ToString() != s.ToString()))] };

    /// <summary>Reads lines of signatures; null where any is none.</summary>
    internal static IReadOnlyList<NoteSignature>? SignaturesIn(string lines)
    {
        var each = lines.Split('\n', MostSignatures + 2);
        if (each.Length is < 2 or > MostSignatures + 1 || each[^1].Length > 0)
            return null;
        List<NoteSignature> signatures = [];
        foreach (var line in each[..^1])
        {
            if (!NoteSignature.TryParse(line, out var signature))
                return null;
            signatures.Add(signature);
        }

        return signatures;
    }

    private static bool IsWellFormed(string text)
    {
        try
        {
            return Strict.GetByteCount(text) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
}
