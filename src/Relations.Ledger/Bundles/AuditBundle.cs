using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Relations.Ledger.Notes;

namespace Relations.Ledger.Bundles;

/// <summary>
/// A zip file with events and all that proves them, for somebody who has neither our database nor our word: <c>docs/ledger-format.md</c>
/// says what is in it, and <see cref="BundleVerifier"/> checks it.
/// </summary>
public static class AuditBundle
{
    /// <summary>The time that files in a bundle bear: the first that a zip file knows, so that equal bundles are equal files.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What a bundle says of itself, in English.</summary>
    public static string Readme { get; } =
        """
        This is an audit bundle: events of a record of institutions' relations, with what proves that the ledger holds exactly these.

        events.jsonl       one event a line, in the order of the log: its index, the event, the salts of its texts, its proof
        checkpoint         the latest signed word of the log: its name, its size, the root of its tree, its signatures
        checkpoints.jsonl  earlier ones, each with the proof that the latest one continues it
        sources.jsonl      the SHA-256 and the title of each source that an event registers
        bundle.json        whether these are all events of the log, or which records they are all events of
        keys.txt           the log's keys, for information only: check with the key that you were given by another way

        To check it, run `verify --bundle` of the application, or verify.mjs of its documentation, with the log's name and key.
        What happened after the checkpoint is not covered, nor what was never recorded.

        """.ReplaceLineEndings("\n");

    /// <summary>Writes a bundle.</summary>
    /// <param name="output">Where to; it need not be able to seek.</param>
    /// <param name="contents">What it is made of.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static async Task WriteAsync(Stream output, BundleContents contents, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await AddAsync(zip, BundleFiles.Readme, One(Encoding.UTF8.GetBytes(contents.Readme ?? Readme)), cancellation);
        await AddAsync(zip, BundleFiles.About, One(AboutOf(contents)), cancellation);
        await AddAsync(zip, BundleFiles.Checkpoint, One(Encoding.UTF8.GetBytes(contents.Checkpoint.ToString())), cancellation);
        await AddAsync(zip, BundleFiles.Earlier, contents.Earlier.Select(LineOf), cancellation);
        await AddAsync(zip, BundleFiles.Keys, contents.Keys.ToAsyncEnumerable().Select(k => Encoding.UTF8.GetBytes($"{k}\n")), cancellation);
        await AddAsync(zip, BundleFiles.Sources, contents.Sources.Select(LineOf), cancellation);
        await AddAsync(zip, BundleFiles.Events, contents.Events.Select(LineOf), cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, string name, IAsyncEnumerable<byte[]> parts, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        await using var file = await entry.OpenAsync(cancellation);
        await foreach (var part in parts.WithCancellation(cancellation))
            await file.WriteAsync(part, cancellation);
    }

    private static IAsyncEnumerable<byte[]> One(byte[] part) => new[] { part }.ToAsyncEnumerable();

    private static byte[] AboutOf(BundleContents contents) => Line(json =>
    {
        json.WriteString("form", BundleFiles.Form);
        json.WriteBoolean("whole", contents.IsWhole);
        json.WriteStartArray("streams");
        foreach (var stream in contents.Streams)
            json.WriteStringValue(stream);
        json.WriteEndArray();
    });

    private static byte[] LineOf(EarlierCheckpoint earlier) => Line(json =>
    {
        json.WriteString("checkpoint", earlier.Note.ToString());
        WriteProof(json, earlier.Proof);
    });

    private static byte[] LineOf(BundledSource source) => Line(json =>
    {
        json.WriteString("source", source.Source);
        json.WriteString("title", source.Title);
        json.WriteString("sha256", source.Sha256.ToString());
        json.WriteString("text", source.Text?.ToString());
    });

    private static byte[] LineOf(BundledEvent bundled) => Line(json =>
    {
        json.WriteNumber("index", bundled.Index);
        json.WritePropertyName("event");
        json.WriteRawValue(bundled.Event.ToJson());
        json.WritePropertyName("salts");
        json.WriteRawValue(bundled.Seals.ToJson());
        json.WritePropertyName("erased");
        json.WriteRawValue(bundled.Seals.ToJson(areErased: true));
        WriteProof(json, bundled.Proof);
    });

    private static void WriteProof(Utf8JsonWriter json, IReadOnlyList<Bytes32> proof)
    {
        json.WriteStartArray("proof");
        foreach (var hash in proof)
            json.WriteStringValue(hash.ToString());
        json.WriteEndArray();
    }

    /// <summary>
    /// A line: canonical JSON, as leaves are. So there is one way to write it, nothing in it can be changed without a meaning, and
    /// another program reads it without knowing how numbers of many digits are to be read.
    /// </summary>
    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var text = new ByteText();
        JsonTree.Of(line.ToArray()).Write(text, LongNumbers.AsText);
        text.Add((byte)'\n');
        return text.Written.ToArray();
    }
}
