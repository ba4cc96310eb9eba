using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Relations.Ledger.Notes;

/// <summary>What a log says of itself at a moment (C2SP tlog-checkpoint): that its tree of a size has a root.</summary>
/// <param name="Origin">The name of the log.</param>
/// <param name="Size">How many leaves the tree has.</param>
/// <param name="Root">The tree's root.</param>
public sealed record Checkpoint(string Origin, long Size, Bytes32 Root)
{
    private const int Lines = 3;

    /// <summary>Further lines. The log writes none; those of others are read and signed with the rest.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The text that is signed.</summary>
    public string Text =>
        $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Root.ToBase64()}\n{string.Concat(Extensions.Select(line => $"{line}\n"))}";

    /// <summary>The checkpoint as a note, signed.</summary>
    /// <param name="keys">The keys to sign with.</param>
    public SignedNote Sign(params IEnumerable<SigningKey> keys) => new(Text, [.. keys.Select(k => k.Sign(Text))]);

    /// <summary>Reads the text of a checkpoint. Nothing is verified by that.</summary>
    /// <param name="text">The text of the note.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>Whether it is one, in the one form that it has.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        var lines = text.Length <= SignedNote.MostLength ? text.Split('\n') : [];
        if (lines.Length <= Lines || lines[^1].Length > 0 || lines[..^1].Any(line => line.Length == 0)
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !Bytes32.TryParseBase64(lines[2], out var root))
            return false;
        var read = new Checkpoint(lines[0], size, root) { Extensions = lines[Lines..^1] };
        checkpoint = read.Text == text ? read : null;
        return checkpoint is not null;
    }

    /// <summary>Reads a note and the checkpoint in it, if the log signed it.</summary>
    /// <param name="text">The note.</param>
    /// <param name="origin">The log's name, as the verifier pins it.</param>
    /// <param name="keys">The log's keys, as the verifier pins them, and those of the witnesses it knows.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>What is the matter; <see cref="CheckpointTrust.Trusted"/> where nothing is.</returns>
    public static CheckpointTrust Open(string text, string origin, IReadOnlyCollection<VerifierKey> keys, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (!SignedNote.TryParse(text, out var note) || !TryParse(note.Text, out checkpoint))
            return CheckpointTrust.NoCheckpoint;
        if (checkpoint.Origin != origin)
            return CheckpointTrust.OtherOrigin;
        return note.Verified(keys).Any(s => s.Key.Use == KeyUse.Note) ? CheckpointTrust.Trusted : CheckpointTrust.NotSigned;
    }
}

/// <summary>Whether a verifier may trust a checkpoint.</summary>
public enum CheckpointTrust
{
    /// <summary>It is of the pinned origin and signed by a pinned key.</summary>
    Trusted,

    /// <summary>The text is no checkpoint.</summary>
    NoCheckpoint,

    /// <summary>It is of another log.</summary>
    OtherOrigin,

    /// <summary>No pinned key signed it, or a signature under the name of one is false.</summary>
    NotSigned,
}
