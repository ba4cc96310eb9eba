using System.Globalization;

namespace Relations.Ledger.Bundles;

/// <summary>What is the matter with a bundle.</summary>
public enum FindingKind
{
    /// <summary>The file is no zip file that can be read.</summary>
    NotZip,

    /// <summary>It holds a file that does not belong into a bundle.</summary>
    UnknownFile,

    /// <summary>It holds a file twice.</summary>
    FileTwice,

    /// <summary>It lacks a file.</summary>
    FileMissing,

    /// <summary>A file or a line is not of its form, or too long.</summary>
    Unreadable,

    /// <summary>The checkpoint is of another log than the pinned one.</summary>
    OtherOrigin,

    /// <summary>No pinned key signed the checkpoint, or a signature under the name of one is false.</summary>
    NotSigned,

    /// <summary>A pinned witness did not sign the checkpoint. Argument: the witness.</summary>
    NotCosigned,

    /// <summary>The latest checkpoint does not continue an earlier one.</summary>
    NotConsistent,

    /// <summary>The event with its salts and its proof is not what the ledger holds.</summary>
    Altered,

    /// <summary>The event does not stand behind one of a lower index.</summary>
    IndexNotRising,

    /// <summary>The event does not stand behind one of a lower sequence.</summary>
    SequenceNotRising,

    /// <summary>The event is another version of its record than the one to follow. Arguments: its version, the one to follow.</summary>
    OtherVersion,

    /// <summary>An index is missing from a bundle that says it is whole. Argument: the index.</summary>
    IndexMissing,

    /// <summary>The bundle says that it holds all of a record, and holds nothing of it. Argument: the record.</summary>
    RecordMissing,

    /// <summary>The root over all events is not the checkpoint's.</summary>
    OtherRoot,

    /// <summary>A value is erased, and no later event says so. Argument: its path.</summary>
    ErasureNotRecorded,

    /// <summary>Something else stands in the place of an erased value than what the erasure left. Arguments: its path, the decision.</summary>
    ErasureDiffers,

    /// <summary>The event says another hash, title or text of a source than the list of sources.</summary>
    SourceDiffers,

    /// <summary>The list of sources lacks the one that the event registers.</summary>
    SourceNotListed,

    /// <summary>No event in the bundle registers a source of the list, or provides its text. Argument: the source.</summary>
    SourceNotProven,

    /// <summary>There is more to be found; reading stopped.</summary>
    More,
}

/// <summary>Where something is the matter.</summary>
/// <param name="File">The file in the bundle; empty for all of it.</param>
/// <param name="Line">The line in the file, from 1; null for all of it.</param>
/// <param name="Index">The event's place in the log; null where it is not about an event.</param>
/// <param name="Sequence">The event's place in the order of recording.</param>
/// <param name="Type">The name of the kind of event.</param>
public sealed record FindingPlace(string File, long? Line = null, long? Index = null, long? Sequence = null, string? Type = null)
{
    /// <summary>The place in English.</summary>
    public override string ToString() => this switch
    {
        { Index: { } index } => string.Create(CultureInfo.InvariantCulture, $"event index {index} (sequence {Sequence}, {Finding.Shown(Type!)})"),
        { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"{File} line {line}"),
        _ => File.Length == 0 ? "bundle" : File,
    };
}

/// <summary>Something that is the matter with a bundle.</summary>
/// <param name="Kind">What.</param>
/// <param name="Place">Where.</param>
/// <param name="Arguments">What more there is to say, as the kind tells; not to be trusted, since the bundle says it.</param>
public sealed record Finding(FindingKind Kind, FindingPlace Place, IReadOnlyList<string> Arguments)
{
    private const int MostShown = 200;

    /// <summary>The finding in English, on one line.</summary>
    public override string ToString() => $"{Place}: {string.Format(CultureInfo.InvariantCulture, Words(Kind), [.. Arguments.Select(Shown)])}";

    /// <summary>A text of the bundle as it can be shown on a terminal: without control characters, and not too long.</summary>
    /// <param name="text">The text.</param>
    public static string Shown(string text) => string.Concat(text.Take(MostShown).Select(c => c is < ' ' or (>= '\u007f' and < '\u00a0') or (>= '\u2028' and <= '\u202e') ? '?' : c));

    private static string Words(FindingKind kind) => kind switch
    {
        FindingKind.NotZip => "it is no zip file that can be read",
        FindingKind.UnknownFile => "it holds a file that does not belong into a bundle",
        FindingKind.FileTwice => "it stands twice in the bundle",
        FindingKind.FileMissing => "it is missing",
        FindingKind.Unreadable => "it is not of the form that it has in a bundle",
        FindingKind.OtherOrigin => "it is of another log than the pinned one",
        FindingKind.NotSigned => "no pinned key signed it, or a signature is false",
        FindingKind.NotCosigned => "the witness {0} did not sign it",
        FindingKind.NotConsistent => "the latest checkpoint does not continue it",
        FindingKind.Altered => "the event, its salts or its proof are not what the ledger holds",
        FindingKind.IndexNotRising => "it does not stand behind an event of a lower index",
        FindingKind.SequenceNotRising => "it does not stand behind an event of a lower sequence",
        FindingKind.OtherVersion => "it is version {0} of its record where version {1} was to follow",
        FindingKind.IndexMissing => "index {0} is missing, and the bundle says that it is whole",
        FindingKind.RecordMissing => "nothing of record {0} is there, and the bundle says that all of it is",
        FindingKind.OtherRoot => "the root over all events is not the checkpoint's",
        FindingKind.ErasureNotRecorded => "{0} is erased, and no later event says so",
        FindingKind.ErasureDiffers => "{0} is not what the erasure by decision {1} left",
        FindingKind.SourceDiffers => "the source's hash, title or text is not the one in sources.jsonl",
        FindingKind.SourceNotListed => "sources.jsonl lacks the source",
        FindingKind.SourceNotProven => "no event proves what is said of source {0}",
        _ => "there is more to be found, and reading stopped here",
    };
}

/// <summary>What a verification came to.</summary>
/// <param name="Findings">What is the matter, the first thing first; nothing where all is proven.</param>
/// <param name="IsWhole">Whether the bundle says that it holds all events of the log.</param>
/// <param name="Events">How many events were read.</param>
/// <param name="Size">How many leaves the log had at the checkpoint.</param>
/// <param name="Root">The root at the checkpoint; null where no checkpoint could be trusted.</param>
/// <param name="Earlier">How many earlier checkpoints were read.</param>
/// <param name="Cosignatures">Who of the pinned witnesses saw the checkpoint, and when: the log itself says no time.</param>
/// <param name="Erased">How many values are erased, by decision.</param>
public sealed record BundleReport(
    IReadOnlyList<Finding> Findings,
    bool IsWhole,
    long Events,
    long Size,
    Bytes32? Root,
    long Earlier,
    IReadOnlyList<Notes.Cosignature> Cosignatures,
    IReadOnlyDictionary<string, int> Erased)
{
    /// <summary>Whether all that the bundle holds is proven.</summary>
    public bool IsProven => Findings.Count == 0;
}

/// <summary>What a verifier holds against a bundle: what it was given by another way.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Keys">The log's keys: one of them must have signed each checkpoint.</param>
/// <param name="Witnesses">The witnesses' keys: each must have signed the latest checkpoint.</param>
public sealed record BundlePins(string Origin, IReadOnlyCollection<Notes.VerifierKey> Keys, IReadOnlyCollection<Notes.VerifierKey> Witnesses);
