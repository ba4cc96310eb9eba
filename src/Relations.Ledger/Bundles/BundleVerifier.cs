using System.IO.Compression;
using System.Text;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.Ledger.Bundles;

/// <summary>
/// Checks a bundle without a database and without a network, against what was pinned before. It reads line by line, whatever the
/// bundle's size, and tells what it finds; nothing in a bundle makes it fail.
/// </summary>
public sealed class BundleVerifier
{
    /// <summary>The most findings; reading stops after them.</summary>
    public const int MostFindings = 100;

    private static readonly UTF8Encoding StrictText = new(false, throwOnInvalidBytes: true);

    private readonly BundlePins pins;
    private readonly CancellationToken cancellation;
    private readonly List<Finding> findings = [];
    private readonly BundleLines lines = new();
    private readonly BundleSources sources;
    private Checkpoint? latest;
    private IReadOnlyList<Cosignature> cosignatures = [];
    private bool isWhole;
    private HashSet<Guid> records = [];
    private long earlier;

    private BundleVerifier(BundlePins pins, CancellationToken cancellation)
    {
        (this.pins, this.cancellation) = (pins, cancellation);
        sources = new(Tell);
    }

    /// <summary>Checks a bundle.</summary>
    /// <param name="file">The zip file; it must be able to seek.</param>
    /// <param name="pins">What was pinned.</param>
    /// <param name="cancellation">Stops the checking.</param>
    public static BundleReport Verify(Stream file, BundlePins pins, CancellationToken cancellation)
    {
        var verifier = new BundleVerifier(pins, cancellation);
        using var zip = BundleZip.Open(file);
        if (zip is null)
            verifier.Tell(FindingKind.NotZip, new(""));
        else
            return verifier.Check(zip);
        return verifier.Report(null);
    }

    private BundleReport Check(ZipArchive zip)
    {
        try
        {
            if (Files(zip) is { } files && ReadAbout(files) && ReadCheckpoint(files))
            {
                ReadEarlier(files);
                ReadSources(files);
                using var stream = files[BundleFiles.Events].Open();
                var events = new BundleEvents(latest!, isWhole, records, sources, Tell);
                events.Read(new(stream, BundleFiles.MostEventLine), lines, cancellation);
                return Report(events);
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            Tell(FindingKind.NotZip, new(""));
        }
        catch (TooManyException)
        {
            findings.Add(new(FindingKind.More, new(""), []));
        }

        return Report(null);
    }

    private BundleReport Report(BundleEvents? events) => new(
        findings,
        isWhole,
        events?.Count ?? 0,
        latest?.Size ?? 0,
        latest?.Root,
        earlier,
        cosignatures,
        events?.Erased ?? new Dictionary<string, int>());

    private void Tell(FindingKind kind, FindingPlace place, params string[] arguments)
    {
        if (findings.Count == MostFindings)
            throw new TooManyException();
        findings.Add(new(kind, place, arguments));
    }

    private Dictionary<string, ZipArchiveEntry>? Files(ZipArchive zip)
    {
        Dictionary<string, ZipArchiveEntry> files = new(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (!BundleFiles.All.Contains(entry.FullName))
                Tell(FindingKind.UnknownFile, new(""));
            else if (!files.TryAdd(entry.FullName, entry))
                Tell(FindingKind.FileTwice, new(entry.FullName));
        }

        foreach (var missing in BundleFiles.All.Where(name => !files.ContainsKey(name)))
            Tell(FindingKind.FileMissing, new(missing));
        return findings.Count == 0 ? files : null;
    }

    private bool ReadAbout(Dictionary<string, ZipArchiveEntry> files)
    {
        using var stream = files[BundleFiles.About].Open();
        var reader = new LineReader(stream, BundleFiles.MostFile);
        if (reader.TryRead(out var line) && lines.Members(line, "form", "streams", "whole") is [var form, var streams, var whole]
            && BundleLines.Text(form) == BundleFiles.Form && BundleLines.Ids(streams) is { } ids
            && whole.Span is [(byte)'t', ..] or [(byte)'f', ..] && !reader.TryRead(out _) && !reader.IsBroken)
        {
            (isWhole, records) = (whole.Span[0] == 't', [.. ids]);
            return true;
        }

        Tell(FindingKind.Unreadable, new(BundleFiles.About));
        return false;
    }

    private bool ReadCheckpoint(Dictionary<string, ZipArchiveEntry> files)
    {
        var place = new FindingPlace(BundleFiles.Checkpoint);
        if (TextOf(files[BundleFiles.Checkpoint]) is not { } text)
        {
            Tell(FindingKind.Unreadable, place);
            return false;
        }

        var known = pins.Keys.Concat(pins.Witnesses).ToList();
        if (!IsTrusted(text, place, known, out latest) || !SignedNote.TryParse(text, out var note))
        {
            latest = null;
            return false;
        }

        cosignatures = Cosignature.Of(note, pins.Witnesses);
        foreach (var witness in pins.Witnesses.Where(w => !cosignatures.Any(c => c.Witness == w)))
            Tell(FindingKind.NotCosigned, place, witness.Name);
        return true;
    }

    private bool IsTrusted(string text, FindingPlace place, IReadOnlyCollection<VerifierKey> keys, out Checkpoint? checkpoint)
    {
        var trust = Checkpoint.Open(text, pins.Origin, keys, out checkpoint);
        if (trust != CheckpointTrust.Trusted)
        {
            Tell(
                trust switch
                {
                    CheckpointTrust.OtherOrigin => FindingKind.OtherOrigin,
                    CheckpointTrust.NotSigned => FindingKind.NotSigned,
                    _ => FindingKind.Unreadable,
                },
                place);
        }

        return trust == CheckpointTrust.Trusted;
    }

    private void ReadEarlier(Dictionary<string, ZipArchiveEntry> files) => ReadLines(files, BundleFiles.Earlier, (line, place) =>
    {
        if (lines.Members(line, "checkpoint", "proof") is not [var note, var hashes] || BundleLines.Text(note) is not { } text
            || BundleLines.Proof(hashes) is not { } proof || earlier == BundleFiles.MostEarlier)
            return false;
        earlier++;
        if (IsTrusted(text, place, pins.Keys, out var before)
            && !Proofs.VerifyConsistency(before!.Size, latest!.Size, before.Root, latest.Root, proof))
            Tell(FindingKind.NotConsistent, place);
        return true;
    });

    private void ReadSources(Dictionary<string, ZipArchiveEntry> files) => ReadLines(files, BundleFiles.Sources, (line, _) =>
        lines.Members(line, "sha256", "source", "text", "title") is [var sha256, var source, var text, var title]
        && BundleLines.Hash(sha256) is { } hash && BundleLines.Id(source) is { } id && BundleLines.Text(title) is { } name
        && (text.Span.SequenceEqual("null"u8) || BundleLines.Hash(text) is not null)
        && sources.List(new(id, name, hash, BundleLines.Hash(text))));

    private void ReadLines(Dictionary<string, ZipArchiveEntry> files, string name, Func<ReadOnlyMemory<byte>, FindingPlace, bool> read)
    {
        using var stream = files[name].Open();
        var reader = new LineReader(stream, BundleFiles.MostShortLine);
        while (reader.TryRead(out var line))
        {
            cancellation.ThrowIfCancellationRequested();
            var place = new FindingPlace(name, reader.Number);
            if (!read(line, place))
                Tell(FindingKind.Unreadable, place);
        }

        if (reader.IsBroken)
            Tell(FindingKind.Unreadable, new(name, reader.Number));
    }

    /// <summary>A short file's text; null where it is too long or no UTF-8.</summary>
    private static string? TextOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[SignedNote.MostLength + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        try
        {
            return length < bytes.Length ? StrictText.GetString(bytes, 0, length) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

}

/// <summary>There are more findings than anybody reads, or more erased values than are kept in mind.</summary>
internal sealed class TooManyException : Exception;

/// <summary>Takes a finding.</summary>
/// <param name="kind">What.</param>
/// <param name="place">Where.</param>
/// <param name="arguments">What more there is to say.</param>
internal delegate void TellFinding(FindingKind kind, FindingPlace place, params string[] arguments);
