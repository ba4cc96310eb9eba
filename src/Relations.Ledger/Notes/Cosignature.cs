using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Relations.Ledger.Notes;

/// <summary>A witness's word that a checkpoint was the latest it saw, and agreed with all it saw before (C2SP tlog-cosignature, Ed25519).</summary>
/// <param name="Witness">The witness's key.</param>
/// <param name="At">When.</param>
public sealed record Cosignature(VerifierKey Witness, DateTimeOffset At)
{
    /// <summary>How many bytes of a signature say the time.</summary>
    internal const int TimeLength = 8;

    /// <summary>The last second that <see cref="DateTimeOffset"/> can say: the end of the year 9999.</summary>
    private const long LastSecond = 253_402_300_799;

    /// <summary>The cosignatures under a note that known witnesses made. Those of others, and false ones, are left out.</summary>
    /// <param name="note">The note.</param>
    /// <param name="witnesses">The witnesses' keys.</param>
    public static IReadOnlyList<Cosignature> Of(SignedNote note, IEnumerable<VerifierKey> witnesses) =>
    [
        .. from witness in witnesses
           from signature in note.Signatures
           where witness.Use == KeyUse.Cosignature && signature.IsOf(witness)
           let at = TimeOf(signature, witness, note.Text)
           where at is not null
           select new Cosignature(witness, at.Value),
    ];

    /// <summary>When a witness signed a text; null where it did not.</summary>
    internal static DateTimeOffset? TimeOf(NoteSignature signature, VerifierKey witness, string text)
    {
        if (signature.Signature.Length <= TimeLength)
            return null;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(signature.Signature.Span);
        return seconds is >= 0 and <= LastSecond
            && witness.Verifies(Encoding.UTF8.GetBytes(MessageOf(text, seconds)), signature.Signature.ToArray(), TimeLength)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
    }

    /// <summary>What a witness signs.</summary>
    internal static string MessageOf(string text, long seconds) =>
        $"cosignature/v1\ntime {seconds.ToString(CultureInfo.InvariantCulture)}\n{text}";
}
