using System.Text;
using System.Text.Json;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.Ledger.Bundles;

/// <summary>Checks the events of a bundle, one line after another.</summary>
/// <param name="checkpoint">The checkpoint that was trusted.</param>
/// <param name="isWhole">Whether the bundle says that it holds all events.</param>
/// <param name="records">The records of which the bundle says that it holds all events.</param>
/// <param name="sources">The list of sources.</param>
/// <param name="tell">Takes findings.</param>
internal sealed class BundleEvents(Checkpoint checkpoint, bool isWhole, HashSet<Guid> records, BundleSources sources, TellFinding tell)
{
    private readonly EventLeaf leaf = new();
    private readonly Seals seals = new();
    private readonly MerkleRange all = new();
    private readonly Erasures erasures = new();
    private readonly Dictionary<Guid, long> versions = [];
    private long nextIndex, lastSequence = -1;

    /// <summary>How many were read.</summary>
    public long Count { get; private set; }

    /// <summary>How many values are erased, by decision.</summary>
    public IReadOnlyDictionary<string, int> Erased =>
        erasures.All.Where(e => e.State == ErasureState.Recorded).GroupBy(e => e.Decision!).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>Reads and checks all.</summary>
    public void Read(LineReader reader, BundleLines lines, CancellationToken cancellation)
    {
        while (reader.TryRead(out var line))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Read(line, lines))
                tell(FindingKind.Unreadable, new(BundleFiles.Events, reader.Number));
        }

        if (reader.IsBroken)
            tell(FindingKind.Unreadable, new(BundleFiles.Events, reader.Number));
        End();
    }

    private bool Read(ReadOnlyMemory<byte> line, BundleLines lines)
    {
        if (lines.Members(line, "erased", "event", "index", "proof", "salts") is not [var erased, var json, var number, var hashes, var salts]
            || BundleLines.Number(number) is not { } index || BundleLines.Proof(hashes) is not { } proof || !ReadSeals(salts, erased)
            || json.Length > EventLeaf.MostEventBytes)
            return false;
        leaf.Read(json.Span);
        if (leaf.Facts() is not { } facts)
            return false;
        Count++;
        var place = new FindingPlace(BundleFiles.Events, null, index, facts.Sequence, facts.Type);
        CheckOrder(index, facts, place);
        if (HashOf() is { } hash && Proofs.VerifyInclusion(index, checkpoint.Size, hash, proof, checkpoint.Root))
            Take(index, facts, place, json, hash);
        else
            tell(FindingKind.Altered, place);
        return true;
    }

    private bool ReadSeals(ReadOnlyMemory<byte> salts, ReadOnlyMemory<byte> erased)
    {
        try
        {
            seals.Clear().AddJson(salts.Span).AddJson(erased.Span, areErased: true);
            return salts.Span[0] == '{' && erased.Span[0] == '{';
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private Bytes32? HashOf()
    {
        try
        {
            return Merkle.LeafHash(leaf.Write(seals));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void CheckOrder(long index, EventFacts facts, FindingPlace place)
    {
        if (index < nextIndex)
            tell(FindingKind.IndexNotRising, place);
        else if (isWhole && index > nextIndex)
            tell(FindingKind.IndexMissing, place, $"{nextIndex}");
        nextIndex = Math.Max(nextIndex, index + 1);
        if (facts.Sequence <= lastSequence)
            tell(FindingKind.SequenceNotRising, place);
        lastSequence = Math.Max(lastSequence, facts.Sequence);

        var before = versions.GetValueOrDefault(facts.Stream);
        if (isWhole || records.Contains(facts.Stream) ? facts.Version != before + 1 : facts.Version <= before)
            tell(FindingKind.OtherVersion, place, $"{facts.Version}", $"{before + 1}");
        versions[facts.Stream] = facts.Version;
    }

    /// <summary>Takes what a proven event says of others.</summary>
    private void Take(long index, EventFacts facts, FindingPlace place, ReadOnlyMemory<byte> json, Bytes32 hash)
    {
        all.Append(hash);
        if (!erasures.Found(index, facts.Sequence, facts.Type, facts.Id, leaf.Erased(seals)))
            throw new TooManyException();
        if (facts.Type is BundleSources.RegisteredType or BundleSources.TextType)
            sources.Read(facts, place, json);
        if (facts.Type != Erasures.MaskedType)
            return;
        using var @event = JsonDocument.Parse(json);
        erasures.Masked(Encoding.UTF8.GetBytes(@event.RootElement.GetProperty("data").GetRawText()));
    }

    private void End()
    {
        if (isWhole && nextIndex < checkpoint.Size)
            tell(FindingKind.IndexMissing, new(BundleFiles.Events), $"{nextIndex}");
        else if (isWhole && all.Size == checkpoint.Size && all.Root != checkpoint.Root)
            tell(FindingKind.OtherRoot, new(BundleFiles.Events));
        foreach (var record in records.Where(r => !versions.ContainsKey(r)))
            tell(FindingKind.RecordMissing, new(BundleFiles.About), record.ToString());
        foreach (var erasure in erasures.All.Where(e => e.State != ErasureState.Recorded))
        {
            var place = new FindingPlace(BundleFiles.Events, null, erasure.Index, erasure.Sequence, erasure.Type);
            if (erasure.Decision is { } decision)
                tell(FindingKind.ErasureDiffers, place, erasure.Path, decision);
            else
                tell(FindingKind.ErasureNotRecorded, place, erasure.Path);
        }

        sources.End();
    }
}
