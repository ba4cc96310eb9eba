using Relations.Ledger.Notes;

namespace Relations.Ledger.Bundles;

/// <summary>What a bundle is made of. Its parts are read once, one after another, and never all held in memory.</summary>
/// <param name="Checkpoint">The latest checkpoint, signed; the proofs are proofs in its tree.</param>
/// <param name="IsWhole">Whether all events of the log are in it.</param>
/// <param name="Streams">The records of which all events are in it, where it is not whole.</param>
/// <param name="Keys">The keys of the log and of its witnesses, for information: who verifies pins keys of their own.</param>
/// <param name="Earlier">Earlier checkpoints.</param>
/// <param name="Sources">The sources that events in the bundle register, each once.</param>
/// <param name="Events">
/// The events, in the order of the log. Those that say what an erasure masked have to be among them, if anything in the bundle is erased.
/// </param>
/// <param name="Readme">What the bundle says of itself to a reader; null for the library's own words in English.</param>
public sealed record BundleContents(
    SignedNote Checkpoint,
    bool IsWhole,
    IReadOnlyCollection<Guid> Streams,
    IReadOnlyCollection<VerifierKey> Keys,
    IAsyncEnumerable<EarlierCheckpoint> Earlier,
    IAsyncEnumerable<BundledSource> Sources,
    IAsyncEnumerable<BundledEvent> Events,
    string? Readme = null);

/// <summary>A checkpoint that was signed before the latest one.</summary>
/// <param name="Note">The checkpoint, signed.</param>
/// <param name="Proof">The proof that the latest checkpoint's tree begins with this one's.</param>
public sealed record EarlierCheckpoint(SignedNote Note, IReadOnlyList<Bytes32> Proof);

/// <summary>A source, for a reader who holds the document and wants to compare it.</summary>
/// <param name="Source">Its record.</param>
/// <param name="Title">Its title as it was registered.</param>
/// <param name="Sha256">The SHA-256 of the document's bytes as it was registered.</param>
/// <param name="Text">The SHA-256 of the text that an event provides, in UTF-8; null where none does.</param>
public sealed record BundledSource(Guid Source, string Title, Bytes32 Sha256, Bytes32? Text);

/// <summary>An event with what proves it.</summary>
/// <param name="Index">Its place in the log, from 0.</param>
/// <param name="Event">The event, with every value in its place.</param>
/// <param name="Seals">The salts of its committed values, and the commitments of erased ones. Read before the next event is asked for.</param>
/// <param name="Proof">The proof that its leaf stands at its place in the tree of the bundle's checkpoint.</param>
public sealed record BundledEvent(long Index, LedgerEvent Event, Seals Seals, IReadOnlyList<Bytes32> Proof);
