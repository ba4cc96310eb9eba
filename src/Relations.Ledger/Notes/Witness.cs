using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Relations.Ledger.Notes;

/// <summary>What is sent to a witness (C2SP tlog-witness, <c>add-checkpoint</c>).</summary>
/// <param name="OldSize">The size of the checkpoint that the witness saw last; 0 where it saw none.</param>
/// <param name="Proof">The proof of consistency between the two; at most 63 hashes.</param>
/// <param name="Note">The checkpoint, signed by the log.</param>
public sealed record WitnessRequest(long OldSize, IReadOnlyList<Bytes32> Proof, string Note)
{
    /// <summary>The body of the request.</summary>
    public override string ToString() =>
        $"old {OldSize.ToString(CultureInfo.InvariantCulture)}\n{string.Concat(Proof.Select(h => $"{h.ToBase64()}\n"))}\n{Note}";

    /// <summary>Reads the body of a request, as a witness does.</summary>
    /// <param name="body">The body.</param>
    /// <param name="request">The request.</param>
    /// <returns>Whether it is one, in the one form that it has.</returns>
    public static bool TryParse(string body, [NotNullWhen(true)] out WitnessRequest? request)
    {
        request = null;
        var end = body.Length <= 2 * SignedNote.MostLength ? body.IndexOf("\n\n", StringComparison.Ordinal) : -1;
        var lines = end < 0 ? [] : body[..end].Split('\n');
        if (lines.Length is < 1 or > Tree.Proofs.MostHashes + 1 || !lines[0].StartsWith("old ", StringComparison.Ordinal)
            || !long.TryParse(lines[0].AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var oldSize))
            return false;
        List<Bytes32> proof = [];
        foreach (var line in lines[1..])
        {
            if (!Bytes32.TryParseBase64(line, out var hash))
                return false;
            proof.Add(hash);
        }

        var read = new WitnessRequest(oldSize, proof, body[(end + 2)..]);
        request = read.ToString() == body && SignedNote.TryParse(read.Note, out var note) && Checkpoint.TryParse(note.Text, out _) ? read : null;
        return request is not null;
    }
}

/// <summary>What a witness answered.</summary>
public abstract record WitnessAnswer
{
    /// <summary>The type of an answer that says which size the witness saw last.</summary>
    public const string SizeType = "text/x.tlog.size";

    private WitnessAnswer()
    {
    }

    /// <summary>It signed.</summary>
    /// <param name="Signatures">Its cosignatures, each verified.</param>
    public sealed record Agreed(IReadOnlyList<NoteSignature> Signatures) : WitnessAnswer;

    /// <summary>It saw another size last: the proof has to start there.</summary>
    /// <param name="Size">That size.</param>
    public sealed record OtherSize(long Size) : WitnessAnswer;

    /// <summary>It did not sign.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(WitnessRefusal Why) : WitnessAnswer;

    /// <summary>Reads an answer.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="contentType">Its type, without parameters.</param>
    /// <param name="body">Its body.</param>
    /// <param name="note">The note that was sent.</param>
    /// <param name="witness">The witness's key.</param>
    public static WitnessAnswer Read(HttpStatusCode status, string? contentType, string body, SignedNote note, VerifierKey witness) => status switch
    {
        HttpStatusCode.OK => ReadSigned(body, note, witness),
        HttpStatusCode.Conflict when contentType == SizeType => ReadSize(body),
        HttpStatusCode.Conflict => new Refused(WitnessRefusal.OtherRoot),
        HttpStatusCode.Forbidden => new Refused(WitnessRefusal.UnknownKey),
        HttpStatusCode.NotFound => new Refused(WitnessRefusal.UnknownLog),
        HttpStatusCode.UnprocessableEntity => new Refused(WitnessRefusal.NotConsistent),
        _ => new Refused(WitnessRefusal.Unintelligible),
    };

    private static WitnessAnswer ReadSigned(string body, SignedNote note, VerifierKey witness)
    {
        if (body.Length > SignedNote.MostLength || SignedNote.SignaturesIn(body) is not { } signatures)
            return new Refused(WitnessRefusal.Unintelligible);
        var own = signatures.Where(s => s.IsOf(witness) && s.IsBy(witness, note.Text)).ToList();
        return own.Count > 0 ? new Agreed(own) : new Refused(WitnessRefusal.NotSignedByIt);
    }

    private static WitnessAnswer ReadSize(string body) =>
        body.EndsWith('\n') && long.TryParse(body.AsSpan(0, body.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && body == $"{size.ToString(CultureInfo.InvariantCulture)}\n"
                ? new OtherSize(size)
                : new Refused(WitnessRefusal.Unintelligible);
}

/// <summary>Why a witness did not sign.</summary>
public enum WitnessRefusal
{
    /// <summary>It saw another root for the same size: there are two histories.</summary>
    OtherRoot,

    /// <summary>It does not know the key that signed.</summary>
    UnknownKey,

    /// <summary>It does not know the log.</summary>
    UnknownLog,

    /// <summary>The proof does not lead from what it saw to what was sent.</summary>
    NotConsistent,

    /// <summary>It answered with signatures, and none is by its key on this checkpoint.</summary>
    NotSignedByIt,

    /// <summary>The answer is none of those that the protocol has.</summary>
    Unintelligible,
}
