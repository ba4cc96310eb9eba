using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Relations.Ledger.Bundles;
using Relations.Ledger.Notes;
using Relations.Ledger.Tests.Tree;
using Relations.Ledger.Tree;

namespace Relations.Ledger.Tests.Bundles;

/// <summary>
/// A small log as an institution would have it: a source with its text, a person, an agreement with texts and amounts, an erasure of
/// the person's name, and more after it. Two checkpoints were signed on the way, and a witness saw the last.
/// </summary>
internal sealed class LogStory
{
    public const string Origin = "relations/quasimodo";

    public static readonly DateTimeOffset Seen = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string[]> Committed = new()
    {
        ["source_registered"] = ["/data/title", "/data/sha256", "/data/publisherName"],
        ["source_text_provided"] = ["/data/text"],
        ["person_registered"] = ["/data/name/given", "/data/name/family"],
        ["agreement_signed"] = ["/data/title", "/data/parties/*/name", "/data/note"],
        ["person_data_erased"] = ["/data/decision"],
        ["person_data_masked"] = ["/data/decision", "/data/events/*/fields/*/path", "/data/events/*/fields/*/left"],
    };

    private readonly EventLeaf leaf = new();
    private readonly List<Bytes32> hashes = [];
    private readonly Dictionary<Guid, long> versions = [];

    public SigningKey Key { get; } = SigningKey.Create(Origin);

    public SigningKey Witness { get; } = SigningKey.Create("witness.example/w1", KeyUse.Cosignature);

    public List<(LedgerEvent Event, Seals Seals)> Events { get; } = [];

    public List<SignedNote> Earlier { get; } = [];

    public Guid Source { get; } = new("00000000-0000-0000-0000-0000000000a1");

    public Guid Person { get; } = new("00000000-0000-0000-0000-0000000000b2");

    public Guid Agreement { get; } = new("00000000-0000-0000-0000-0000000000c3");

    public static string Text => "Acta de la reunión: «Ana Quispe» firmó.\n\tQuedó pendiente 😀.";

    public static Bytes32 Document => Bytes32.Sha256("the document's bytes"u8);

    public BundlePins Pins => new(Origin, [Key.Verifier], [Witness.Verifier]);

    public Checkpoint Latest => new(Origin, Events.Count, Merkle.Root(hashes));

    public static LogStory Told(int more = 12)
    {
        var log = new LogStory();
        log.Record("source_registered", log.Source, $$"""{"kind":"minutes","title":"Acta 7","language":"es","sha256":"{{Document}}","publisherName":null,"partnerships":[]}""");
        log.Record("source_text_provided", log.Source, JsonSerializer.Serialize(new { text = Text }));
        log.Record("person_registered", log.Person, """{"name":{"given":"Ana","family":"Quispe"},"born":"1970-01"}""");
        log.Checkpoint();
        log.Sign("Convenio marco", "firma Ana Quispe", "1000.50");
        log.Sign("Anexo", "", "12345678901234567.890");
        log.Checkpoint();
        log.Record("person_data_erased", log.Person, """{"decision":"Res. 7/2026"}""");
        log.Mask("Res. 7/2026", (2, "/data/name/given", "███"), (2, "/data/name/family", "██████"), (3, "/data/note", "firma ███ ██████"));
        for (var i = 0; i < more; i++)
            log.Sign($"Adenda {i}", "\"/\\\b\u0001 é 😀", $"-{i}e-3");
        return log;
    }

    public void Sign(string title, string note, string amount) => Record("agreement_signed", Agreement, JsonSerializer.Serialize(new
    {
        title,
        note,
        amount = JsonDocument.Parse(amount).RootElement,
        parties = new[] { new { organisation = Guid.Empty, name = "UMSA" }, new { organisation = Guid.Empty, name = "KU Leuven" } },
    }));

    public void Record(string type, Guid stream, string data)
    {
        var version = versions[stream] = versions.GetValueOrDefault(stream) + 1;
        var index = Events.Count;
        var @event = new LedgerEvent(
            new Guid(index + 1, 0, 0, new byte[8]),
            stream,
            type.StartsWith("agreement", StringComparison.Ordinal) ? "agreement" : null,
            version,
            (index * 2) + 1,
            type,
            Seen.AddDays(-30).AddTicks((index * TimeSpan.TicksPerMinute) + 1_234_560),
            "vera",
            $"request-{index}",
            null,
            Encoding.UTF8.GetBytes("""{"concerns": {"people": []}, "provenance": {"basis": "known", "reason": "as heard"}}"""),
            Encoding.UTF8.GetBytes(data));
        var seals = new Seals();
        leaf.Seal(@event, [.. Committed[type], "/headers/provenance/reason"], seals);
        Events.Add((@event, seals));
        hashes.Add(Merkle.LeafHash(leaf.Of(@event, seals)));
    }

    /// <summary>Says what is masked, and masks it: the values change, their salts go, their commitments stay.</summary>
    public void Mask(string decision, params (int Index, string Path, string Left)[] values)
    {
        Record("person_data_masked", Person, JsonSerializer.Serialize(new
        {
            decision,
            events = values.GroupBy(v => v.Index).Select(g => new
            {
                sequence = Events[g.Key].Event.Sequence,
                @event = Events[g.Key].Event.Id,
                fields = g.Select(v => new { path = v.Path, left = CanonicalJson.Sha256(JsonSerializer.SerializeToUtf8Bytes(v.Left)).ToString() }),
            }),
        }));
        MaskUnsaid(values);
    }

    /// <summary>Masks without a word.</summary>
    public void MaskUnsaid(params (int Index, string Path, string Left)[] values)
    {
        foreach (var (index, path, left) in values)
        {
            var (@event, seals) = Events[index];
            var data = System.Text.Json.Nodes.JsonNode.Parse(@event.Data.Span)!;
            var at = path.Split('/')[2..].Aggregate(data, (node, step) => node[step]!);
            var commitment = Commitment.Of(Salt(seals, path), Encoding.UTF8.GetBytes(at.ToJsonString()));
            at.ReplaceWith(left);
            Events[index] = (@event with { Data = Encoding.UTF8.GetBytes(data.ToJsonString()) }, Without(seals, path).Add(new(path, commitment, IsErased: true)));
        }
    }

    public void Checkpoint() => Earlier.Add(Latest.Sign(Key));

    public async Task<byte[]> BundleAsync(bool isWhole = true, Func<int, bool>? holds = null, SignedNote? note = null)
    {
        var tree = new TileTree(await KeptTiles.OfAsync(hashes), Events.Count);
        using var file = new MemoryStream();
        var bundle = new BundleContents(
            note ?? Cosigned(Latest.Sign(Key)),
            isWhole,
            isWhole ? [] : [Agreement],
            [Key.Verifier, Witness.Verifier],
            EarlierAsync(tree),
            new[] { new BundledSource(Source, "Acta 7", Document, Bytes32.Sha256(Encoding.UTF8.GetBytes(Text))) }.ToAsyncEnumerable(),
            EventsAsync(tree, holds ?? (_ => true)));
        await AuditBundle.WriteAsync(file, bundle, default);
        return file.ToArray();
    }

    public SignedNote Cosigned(SignedNote note) => note.With([Witness.Cosign(note.Text, Seen)]);

    /// <summary>The bundle with one of its files changed; null takes it away.</summary>
    public static byte[] Changed(byte[] bundle, string name, Func<string, string?> change) =>
        Changed(bundle, (file, bytes) => file != name ? bytes : change(Encoding.UTF8.GetString(bytes)) is { } text ? Encoding.UTF8.GetBytes(text) : null);

    /// <summary>The bundle with its files changed.</summary>
    public static byte[] Changed(byte[] bundle, Func<string, byte[], byte[]?> change, params (string Name, byte[] Bytes)[] more)
    {
        using var before = new ZipArchive(new MemoryStream(bundle));
        using var file = new MemoryStream();
        using (var after = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var files = before.Entries.Select(e => (e.FullName, Bytes: change(e.FullName, BytesOf(e)))).Where(f => f.Bytes is not null);
            foreach (var (name, bytes) in files.Concat(more.Select(m => (m.Name, (byte[]?)m.Bytes))))
            {
                using var entry = after.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }

    public static Dictionary<string, byte[]> FilesOf(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        return zip.Entries.ToDictionary(e => e.FullName, BytesOf);
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var file = entry.Open();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async IAsyncEnumerable<EarlierCheckpoint> EarlierAsync(TileTree tree)
    {
        foreach (var note in Earlier)
        {
            Assert.True(Ledger.Notes.Checkpoint.TryParse(note.Text, out var checkpoint));
            yield return new(note, await tree.ConsistencyAsync(checkpoint.Size, default));
        }
    }

    private async IAsyncEnumerable<BundledEvent> EventsAsync(TileTree tree, Func<int, bool> holds)
    {
        for (var i = 0; i < Events.Count; i++)
        {
            if (holds(i))
                yield return new(i, Events[i].Event, Events[i].Seals, await tree.InclusionAsync(i, default));
        }
    }

    private static Bytes32 Salt(Seals seals, string path) => Enumerable.Range(0, seals.Count).Select(i => seals[i]).Single(s => s.Path == path).Bytes;

    private static Seals Without(Seals seals, string path) =>
        Enumerable.Range(0, seals.Count).Select(i => seals[i]).Where(s => s.Path != path).Aggregate(new Seals(), (kept, seal) => kept.Add(seal));
}
