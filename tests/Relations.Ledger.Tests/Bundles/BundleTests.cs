using System.Text;
using System.Text.RegularExpressions;
using Relations.Ledger.Bundles;
using Relations.Ledger.Notes;

namespace Relations.Ledger.Tests.Bundles;

/// <summary>A bundle proves its events to whoever has the log's name and key, and nothing in it can be changed unseen.</summary>
public sealed class BundleTests
{
    private static readonly LogStory Log = LogStory.Told();

    [Fact]
    public async Task a_whole_bundle_is_proven_and_says_what_it_is()
    {
        var bundle = await Log.BundleAsync();

        var report = BundleVerifier.Verify(new MemoryStream(bundle), Log.Pins, default);

        Assert.Empty(await Verifiers.BothCheckAsync(bundle, Log.Pins));
        Assert.True(report.IsProven);
        Assert.Equal((true, 19L, 19L, 2L), (report.IsWhole, report.Events, report.Size, report.Earlier));
        Assert.Equal(Log.Latest.Root, report.Root);
        Assert.Equal(new Cosignature(Log.Witness.Verifier, LogStory.Seen), Assert.Single(report.Cosignatures));
        Assert.Equal(KeyValuePair.Create("Res. 7/2026", 3), Assert.Single(report.Erased));
    }

    [Fact]
    public async Task a_part_of_the_log_is_proven_with_what_explains_its_erasures()
    {
        // The agreement's events and the person's, without the source's.
        var part = LogStory.Changed(await Log.BundleAsync(isWhole: false, i => i > 2), "sources.jsonl", _ => "");

        Assert.Empty(await Verifiers.BothCheckAsync(part, Log.Pins));
        Assert.False(BundleVerifier.Verify(new MemoryStream(part), Log.Pins, default).IsWhole);
    }

    [Fact]
    public async Task the_independent_verifier_is_called_as_its_documentation_says()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await Log.BundleAsync());

            var proven = await Verifiers.RunAsync(null, "verify.mjs", file, "--origin", LogStory.Origin, "--key", $"{Log.Key.Verifier}", "--witness", $"{Log.Witness.Verifier}");
            var other = await Verifiers.RunAsync(null, "verify.mjs", file, "--origin", "relations/other", "--key", $"{Log.Key.Verifier}");
            var wrong = await Verifiers.RunAsync(null, "verify.mjs", file, "--origin", LogStory.Origin);

            Assert.Equal((0, $"proven: 19 events, all of a log of 19 with the root {Log.Latest.Root}; 3 values erased by recorded decisions\n"), proven);
            Assert.Equal((1, "checkpoint: it is of another log than the pinned one\n"), other);
            Assert.Equal(2, wrong.Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void the_independent_verifier_is_short_enough_to_be_read_and_uses_nothing_of_others()
    {
        var lines = File.ReadAllLines(Verifiers.Independent);

        Assert.InRange(lines.Length, 1, 300);
        Assert.All(lines.Where(l => l.StartsWith("import ", StringComparison.Ordinal)), l => Assert.Matches(" from 'node:[a-z/]+';$", l));
        Assert.DoesNotContain(lines, l => l.Contains("require(", StringComparison.Ordinal));
    }

    [Fact]
    public async Task every_change_is_found_by_both_and_told_with_its_place()
    {
        var bundle = await Log.BundleAsync();
        var changes = new (string Change, byte[] Bundle, string FirstFinding)[]
        {
            ("a value", Events(bundle, 3, l => l.Replace("Convenio marco", "Convenio amplio")), Altered(3)),
            ("an amount", Events(bundle, 3, l => l.Replace("1000.5", "1000.6")), Altered(3)),
            ("a long amount", Events(bundle, 4, l => l.Replace("12345678901234567.89", "12345678901234567.88")), Altered(4)),
            ("a time", Events(bundle, 3, l => l.Replace(".123456Z", ".123457Z")), Altered(3)),
            ("a user", Events(bundle, 3, l => l.Replace("vera", "veta")), Altered(3)),
            ("a reason", Events(bundle, 3, l => l.Replace("as heard", "as known")), Altered(3)),
            ("an id", Events(bundle, 3, l => l.Replace("\"id\":\"00000004", "\"id\":\"00000044")), Altered(3)),
            ("a salt", Events(bundle, 3, l => Regex.Replace(l, "(\"/data/title\":\").", m => m.Groups[1].Value + (m.Value[^1] == '0' ? '1' : '0'))), Altered(3)),
            ("a proof", Events(bundle, 3, l => Regex.Replace(l, "(\"proof\":\\[\").", m => m.Groups[1].Value + (m.Value[^1] == '0' ? '1' : '0'))), Altered(3)),
            ("a short proof", Events(bundle, 3, l => Regex.Replace(l, "\"proof\":\\[\"[0-9a-f]{64}\",", "\"proof\":[")), Altered(3)),
            ("an index", Events(bundle, 3, l => l.Replace("\"index\":3", "\"index\":2")), "event index 2 (sequence 7, agreement_signed): it does not stand behind an event of a lower index"),
            ("a value as its commitment", Events(bundle, 3, AsCommitment), Altered(3)),
            ("a salt without its value", Events(bundle, 3, l => l.Replace("\"salts\":{", $"\"salts\":{{\"/data/nothing\":\"{LogStory.Document}\",")), Altered(3)),
            ("a member more", Events(bundle, 3, l => l.Replace("\"by\":", "\"but\":1,\"by\":")), Altered(3)),
            ("a space", Events(bundle, 3, l => l.Replace("\"by\":", "\"by\": ")), Unreadable(4)),
            ("an escape", Events(bundle, 3, l => l.Replace("vera", "ver\\u0061")), Unreadable(4)),
            ("a member twice", Events(bundle, 3, l => l.Replace("\"by\":\"vera\"", "\"by\":\"vera\",\"by\":\"vera\"")), Unreadable(4)),
            ("an event fewer", LogStory.Changed(bundle, "events.jsonl", t => Lines(t, l => [.. l[..8], .. l[9..]])), "event index 9 (sequence 19, agreement_signed): index 8 is missing, and the bundle says that it is whole"),
            ("the tail cut off", LogStory.Changed(bundle, "events.jsonl", t => Lines(t, l => l[..^1])), "events.jsonl: index 18 is missing, and the bundle says that it is whole"),
            ("no events", LogStory.Changed(bundle, "events.jsonl", _ => ""), "events.jsonl: index 0 is missing, and the bundle says that it is whole"),
            ("two events swapped", LogStory.Changed(bundle, "events.jsonl", t => Lines(t, l => [.. l[..8], l[9], l[8], .. l[10..]])), "event index 9 (sequence 19, agreement_signed): index 8 is missing, and the bundle says that it is whole"),
            ("an event twice", LogStory.Changed(bundle, "events.jsonl", t => Lines(t, l => [.. l[..9], l[8], .. l[9..]])), "event index 8 (sequence 17, agreement_signed): it does not stand behind an event of a lower index"),
            ("an event added", LogStory.Changed(bundle, "events.jsonl", t => Lines(t, l => [.. l, Invented(l[^1])])), "event index 19 (sequence 39, agreement_signed): the event, its salts or its proof are not what the ledger holds"),
            ("the last newline", LogStory.Changed(bundle, "events.jsonl", t => t[..^1]), Unreadable(19)),
            ("a line of nothing", LogStory.Changed(bundle, "events.jsonl", t => t + "\n"), Unreadable(20)),
            ("another erased text", Events(bundle, 2, l => l.Replace("██████", "Mamani")), "event index 2 (sequence 5, person_registered): /data/name/family is not what the erasure by decision Res. 7/2026 left"),
            ("a hidden decision", Events(bundle, 6, l => l.Replace("Res. 7/2026", "Res. 8/2026")), Altered(6)),
            ("the checkpoint's size", LogStory.Changed(bundle, "checkpoint", t => t.Replace("\n19\n", "\n18\n")), "checkpoint: no pinned key signed it, or a signature is false"),
            ("the checkpoint's origin", LogStory.Changed(bundle, "checkpoint", t => "x" + t), "checkpoint: it is of another log than the pinned one"),
            ("the checkpoint's signature", LogStory.Changed(bundle, "checkpoint", t => t[..^8] + "AAAA" + t[^4..]), "checkpoint: no pinned key signed it, or a signature is false"),
            ("an unsigned checkpoint", LogStory.Changed(bundle, "checkpoint", t => t[..(t.IndexOf('—', StringComparison.Ordinal) - 1)]), "checkpoint: it is not of the form that it has in a bundle"),
            ("a checkpoint without the witness", LogStory.Changed(bundle, "checkpoint", _ => Log.Latest.Sign(Log.Key).ToString()), "checkpoint: the witness witness.example/w1 did not sign it"),
            ("an older checkpoint", LogStory.Changed(bundle, "checkpoint", _ => Log.Cosigned(Log.Earlier[0]).ToString()), "checkpoints.jsonl line 1: the latest checkpoint does not continue it"),
            ("an earlier checkpoint's proof", LogStory.Changed(bundle, "checkpoints.jsonl", t => Regex.Replace(t, "(\"proof\":\\[\").", m => m.Groups[1].Value + (m.Value[^1] == '0' ? '1' : '0'))), "checkpoints.jsonl line 1: the latest checkpoint does not continue it"),
            ("an earlier checkpoint of a fork", LogStory.Changed(bundle, "checkpoints.jsonl", t => t.Replace(Signed(Log.Earlier[1]), Signed(Forked()))), "checkpoints.jsonl line 2: the latest checkpoint does not continue it"),
            ("a source's hash", LogStory.Changed(bundle, "sources.jsonl", t => t.Replace($"{LogStory.Document}", $"{Log.Latest.Root}")), "event index 0 (sequence 1, source_registered): the source's hash, title or text is not the one in sources.jsonl"),
            ("a source's title", LogStory.Changed(bundle, "sources.jsonl", t => t.Replace("Acta 7", "Acta 8")), "event index 0 (sequence 1, source_registered): the source's hash, title or text is not the one in sources.jsonl"),
            ("a source's text", LogStory.Changed(bundle, "sources.jsonl", t => Regex.Replace(t, "\"text\":\"[0-9a-f]{64}\"", $"\"text\":\"{LogStory.Document}\"")), "event index 1 (sequence 3, source_text_provided): the source's hash, title or text is not the one in sources.jsonl"),
            ("a source fewer", LogStory.Changed(bundle, "sources.jsonl", _ => ""), "event index 0 (sequence 1, source_registered): sources.jsonl lacks the source"),
            ("a source more", LogStory.Changed(bundle, "sources.jsonl", t => t + t.Replace($"{Log.Source}", $"{Log.Person}")), $"sources.jsonl: no event proves what is said of source {Log.Person}"),
            ("a record said to be there", LogStory.Changed(bundle, "bundle.json", t => t.Replace("[]", $"[\"{LogStory.Document.ToString()[..8]}-0000-0000-0000-000000000000\"]")), $"bundle.json: nothing of record {LogStory.Document.ToString()[..8]}-0000-0000-0000-000000000000 is there, and the bundle says that all of it is"),
            ("another form", LogStory.Changed(bundle, "bundle.json", t => t.Replace("/1", "/2")), "bundle.json: it is not of the form that it has in a bundle"),
            ("a file fewer", LogStory.Changed(bundle, "checkpoints.jsonl", _ => null), "checkpoints.jsonl: it is missing"),
            ("a file more", LogStory.Changed(bundle, (_, b) => b, ("../../etc/passwd", [1])), "bundle: it holds a file that does not belong into a bundle"),
            ("a file twice", LogStory.Changed(bundle, (_, b) => b, ("events.jsonl", [])), "events.jsonl: it stands twice in the bundle"),
            ("no zip file", Encoding.UTF8.GetBytes("nothing of the kind, at some length"), "bundle: it is no zip file that can be read"),
            ("nothing", [], "bundle: it is no zip file that can be read"),
        };

        var found = await Verifiers.BothCheckAsync([.. changes.Select(c => (c.Bundle, Log.Pins))]);

        Assert.Equal(
            string.Join('\n', changes.Select(c => $"{c.Change} -> {c.FirstFinding}")),
            string.Join('\n', changes.Zip(found, (c, f) => $"{c.Change} -> {(f is [var first, ..] ? first : null)}")));
    }

    [Fact]
    public async Task who_pins_another_key_or_name_trusts_nothing()
    {
        var bundle = await Log.BundleAsync();
        var other = SigningKey.Create(LogStory.Origin);

        var found = await Verifiers.BothCheckAsync(
        [
            (bundle, Log.Pins with { Keys = [other.Verifier] }),
            (bundle, Log.Pins with { Origin = "relations/other" }),
            (bundle, Log.Pins with { Keys = [other.Verifier, Log.Key.Verifier] }),
            (bundle, Log.Pins with { Keys = [Log.Witness.Verifier] }),
        ]);

        Assert.Equal(
            [FindingKind.NotSigned, FindingKind.OtherOrigin, null, FindingKind.NotSigned],
            found.Select(f => f is [var first, ..] ? first.Kind : (FindingKind?)null));
    }

    [Fact]
    public async Task a_log_rebuilt_with_a_new_key_is_found_by_whoever_pinned_the_old_one()
    {
        var rebuilt = LogStory.Told();

        Assert.Equal(FindingKind.NotSigned, (await Verifiers.BothCheckAsync(await rebuilt.BundleAsync(), Log.Pins with { Witnesses = [] }))[0].Kind);
    }

    [Fact]
    public async Task what_was_erased_is_proven_only_by_a_later_event_that_says_so()
    {
        var unsaid = LogStory.Told(3);
        unsaid.MaskUnsaid((7, "/data/title", "██████ 0"));
        var twice = LogStory.Told(3);
        twice.Mask("Res. 9/2026", (3, "/data/title", "Convenio █████"));
        var again = LogStory.Told(3);
        again.Mask("Res. 9/2026", (7, "/data/title", "Ad████ 0"));
        again.Mask("Res. 9/2026", (8, "/data/title", "██████ 1"));
        var early = LogStory.Told(3);
        var partOfEarly = await early.BundleAsync(isWhole: false, i => i != 6);

        var found = await Verifiers.BothCheckAsync(
        [
            (await unsaid.BundleAsync(), unsaid.Pins),
            (await twice.BundleAsync(), twice.Pins),
            (await again.BundleAsync(), again.Pins),
            (partOfEarly, early.Pins),
        ]);

        Assert.Equal("event index 7 (sequence 15, agreement_signed): /data/title is erased, and no later event says so", Assert.Single(found[0]).ToString());
        Assert.Empty(found[1]);
        Assert.Empty(found[2]);
        Assert.Equal(
            [(FindingKind.ErasureNotRecorded, 2L), (FindingKind.ErasureNotRecorded, 2L), (FindingKind.ErasureNotRecorded, 3L)],
            found[3].Select(f => (f.Kind, f.Place.Index!.Value)));
    }

    [Fact]
    public async Task a_gap_in_a_record_is_found_where_all_of_it_is_said_to_be_there()
    {
        var gap = LogStory.Changed(await Log.BundleAsync(isWhole: false, i => i > 2 && i != 10), "sources.jsonl", _ => "");

        Assert.Equal(
            "event index 11 (sequence 23, agreement_signed): it is version 7 of its record where version 6 was to follow",
            Assert.Single(await Verifiers.BothCheckAsync(gap, Log.Pins)).ToString());
    }

    [Fact]
    public async Task a_bundle_of_endless_lines_is_left_after_the_first_hundred_findings()
    {
        var endless = LogStory.Changed(await Log.BundleAsync(), "events.jsonl", _ => new string('\n', 5_000_000));

        var found = await Verifiers.BothCheckAsync(endless, Log.Pins);

        Assert.Equal(BundleVerifier.MostFindings + 1, found.Count);
        Assert.Equal(FindingKind.More, found[^1].Kind);
    }

    [Fact]
    public async Task a_line_that_unpacks_to_more_than_an_event_is_not_read_to_its_end()
    {
        var bomb = LogStory.Changed(await Log.BundleAsync(), "events.jsonl", _ => $"{{\"a\":\"{new string('a', 70_000_000)}\"}}\n");

        Assert.Equal("events.jsonl line 1: it is not of the form that it has in a bundle", (await Verifiers.BothCheckAsync(bomb, Log.Pins))[0].ToString());
    }

    [Fact]
    public async Task no_byte_of_what_is_checked_can_be_changed_unseen()
    {
        // What is for information alone, and is read by nobody: README.txt and keys.txt.
        var bundle = await Log.BundleAsync();
        var files = LogStory.FilesOf(bundle);
        var random = new Random(20261124);
        List<(byte[] Bundle, BundlePins Pins)> changed = [];
        foreach (var (name, bytes) in files.Where(f => f.Key is not ("README.txt" or "keys.txt")))
        {
            for (var i = 0; i < (name == "events.jsonl" ? 150 : 40); i++)
            {
                var at = random.Next(bytes.Length);
                var other = (byte)(bytes[at] ^ (1 << random.Next(8)));
                changed.Add((LogStory.Changed(bundle, (file, was) => file == name ? [.. was[..at], other, .. was[(at + 1)..]] : was), Log.Pins));
            }
        }

        var found = await Verifiers.BothCheckAsync(changed);

        Assert.All(found, Assert.NotEmpty);
        Assert.Empty((await Verifiers.BothCheckAsync(LogStory.Changed(bundle, (file, was) => file is "README.txt" or "keys.txt" ? [1, 2, 3] : was), Log.Pins)));
    }

    [Fact]
    public async Task a_damaged_zip_file_is_told_and_never_makes_the_verifier_fail()
    {
        var bundle = await Log.BundleAsync();
        var random = new Random(7);
        List<(byte[] Bundle, BundlePins Pins)> all = [];
        foreach (var _ in Enumerable.Range(0, 300))
        {
            var damaged = (byte[])bundle.Clone();
            for (var i = random.Next(1, 9); i > 0; i--)
                damaged[random.Next(3) == 0 ? damaged.Length - random.Next(1, 600) : random.Next(damaged.Length)] = (byte)random.Next(256);
            all.Add((random.Next(4) == 0 ? damaged[..random.Next(damaged.Length)] : damaged, Log.Pins));
        }

        Assert.All(all, b => Assert.All(BundleVerifier.Verify(new MemoryStream(b.Bundle), b.Pins, default).Findings, f => Assert.NotEmpty(f.ToString())));
        Assert.Equal(all.Count, (await Verifiers.IndependentlyAsync(all)).Count);
    }

    private static string Altered(int index) =>
        $"event index {index} (sequence {(index * 2) + 1}, {(index == 6 ? "person_data_masked" : "agreement_signed")}): the event, its salts or its proof are not what the ledger holds";

    private static string Unreadable(int line) => $"events.jsonl line {line}: it is not of the form that it has in a bundle";

    private static byte[] Events(byte[] bundle, int index, Func<string, string> change) => LogStory.Changed(bundle, "events.jsonl", text => Lines(text, lines =>
    {
        var changed = change(lines[index]);
        Assert.NotEqual(lines[index], changed);
        return [.. lines[..index], changed, .. lines[(index + 1)..]];
    }));

    private static string Lines(string text, Func<string[], string[]> change) => string.Concat(change(text.Split('\n')[..^1]).Select(l => $"{l}\n"));

    private static string Invented(string line) =>
        line.Replace("\"index\":18", "\"index\":19").Replace("\"sequence\":37", "\"sequence\":39").Replace("\"version\":14", "\"version\":15");

    /// <summary>Lets a value stand as what a leaf has for it, and takes its salt away: the leaf would be the same.</summary>
    private static string AsCommitment(string line)
    {
        var salt = Regex.Match(line, ",\"/data/title\":\"([0-9a-f]{64})\"");
        Assert.True(Bytes32.TryParseHex(salt.Groups[1].Value, out var bytes));
        var commitment = Commitment.Of(bytes, "\"Convenio marco\""u8);
        return line.Replace(salt.Value, "").Replace("\"title\":\"Convenio marco\"", $"\"title\":{{\"commitment\":\"{commitment}\"}}");
    }

    private static string Signed(SignedNote note) => note.ToString().Replace("\n", "\\n");

    private static SignedNote Forked() => (Log.Latest with { Size = 5, Root = LogStory.Document }).Sign(Log.Key);
}
