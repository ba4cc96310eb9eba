using System.Globalization;
using System.Runtime.CompilerServices;
using Marten;
using Relations.App.Ledger.Places;
using Relations.App.Store;
using Relations.Ledger.Notes;

namespace Relations.App.Ledger.Checks;

/// <summary>What is to be verified.</summary>
/// <param name="Checkpoint">A file with a checkpoint that was kept elsewhere.</param>
/// <param name="Key">The one key that checkpoints must be signed with; otherwise any that the database names.</param>
/// <param name="Views">Whether views are compared, too.</param>
internal sealed record VerificationScope(string? Checkpoint, string? Key, bool Views);

/// <summary>What was verified, and what was found.</summary>
/// <param name="Size">Events that were held against their leaves.</param>
/// <param name="Uncovered">Events that have no leaf yet.</param>
/// <param name="Covered">The largest checkpoint from outside the database that the record agrees with.</param>
/// <param name="ViewsCompared">Whether views were compared.</param>
/// <param name="Findings">What is not as it should be: the first of each sort.</param>
internal sealed record Verified(long Size, long Uncovered, HeldCheckpoint? Covered, bool ViewsCompared, IReadOnlyList<Finding> Findings)
{
    /// <summary>The same for a program, with each finding in words.</summary>
    /// <param name="language">The reader's language.</param>
    public object In(CultureInfo language) => new
    {
        Unaltered = Findings.Count == 0,
        Size,
        Uncovered,
        CoveredSize = Covered?.Size,
        CoveredBy = Covered?.Where,
        ViewsCompared,
        Findings = Findings.Select(f => new { Finding = f, InWords = f.InWords(language) }).ToList(),
    };
}

/// <summary>
/// Holds the live record against its ledger, the ledger against the checkpoints in the database and outside it, and the views against a
/// fresh replay; all of one snapshot. It changes nothing.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="logins">The database.</param>
/// <param name="outside">The places that checkpoints are kept in.</param>
internal sealed class Verification(IDocumentStore store, DatabaseLogins logins, OutsidePlaces outside)
{
    /// <summary>What checkpoints in the database are called.</summary>
    private const string Database = "ledger_checkpoints";

    /// <summary>Verifies.</summary>
    /// <param name="scope">What.</param>
    /// <param name="told">Told the part that is under way, and how far it is from 0 to 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Verified> RunAsync(VerificationScope scope, Action<string, double> told, CancellationToken cancellation)
    {
        await using var snapshot = await RecordSnapshot.TakeAsync(store, logins.Application, cancellation);
        var events = Math.Max(1, await snapshot.AskAsync<long>($"SELECT count(*) FROM {RelationsStore.Schema}.mt_events", cancellation));
        List<Finding> findings = [];
        var held = await HeldOutsideAsync(scope, snapshot, findings, cancellation);
        await using var connection = await snapshot.OpenAsync(cancellation);
        var keys = await KeysAsync(scope, snapshot, cancellation);
        var stored = StoredAsync(connection, keys, findings, cancellation);
        var ledger = await new LedgerCheck(snapshot).RunAsync(InOrderAsync(held, stored, cancellation), n => told("events", (double)n / events), cancellation);
        if (ledger.Finding is { } altered)
            findings.Insert(0, altered);
        var comparesViews = scope.Views && ledger.Finding is null;
        if (comparesViews && await new ViewCheck(snapshot).FirstAsync(n => told("views", (double)n / events), cancellation) is { } differs)
            findings.Add(differs);
        return new(ledger.Size, ledger.Uncovered, findings.Count == 0 && held.Count > 0 ? held[^1] : null, comparesViews, findings);
    }

    /// <summary>The checkpoints outside the database that are signed by the ledger's keys, smallest first.</summary>
    private async Task<List<HeldCheckpoint>> HeldOutsideAsync(
        VerificationScope scope, RecordSnapshot snapshot, List<Finding> findings, CancellationToken cancellation)
    {
        var keys = await KeysAsync(scope, snapshot, cancellation);
        List<HeldCheckpoint> held = [];
        if (scope.Checkpoint is { } file)
            Take(file, await File.ReadAllTextAsync(file, cancellation));
        foreach (var (place, state) in outside.All.Zip(await outside.StatesAsync(cancellation)))
        {
            var (largest, kept) = (0L, 0);
            await foreach (var (name, note) in place.ReadAsync(cancellation))
            {
                largest = Math.Max(largest, Take(name, note) ?? 0);
                kept++;
            }

            if (kept > 0 && largest < state.Size && !findings.Exists(f => f.Where?.StartsWith(place.Name, StringComparison.Ordinal) == true))
                findings.Add(new(FindingKind.PlaceWentBack) { Where = place.Name, Expected = Number(state.Size), Found = Number(largest) });
        }

        return [.. held.OrderBy(h => h.Size)];

        long? Take(string where, string note)
        {
            var (checkpoint, finding) = Read(where, note, keys);
            if (checkpoint is not null)
                held.Add(checkpoint);
            else if (finding is not null && !findings.Exists(f => f.Kind == finding.Kind))
                findings.Add(finding);
            return checkpoint?.Size;
        }
    }

    /// <summary>The checkpoints in the database that its own note bears out.</summary>
    private static async IAsyncEnumerable<HeldCheckpoint> StoredAsync(
        Npgsql.NpgsqlConnection connection, Keys keys, List<Finding> findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var kept in KeptCheckpoint.AllAsync(connection, cancellation))
        {
            var where = $"{Database} {Number(kept.Id)}";
            var (checkpoint, finding) = Read(where, kept.Note, keys);
            if (checkpoint is not null && checkpoint.Size == kept.Size)
                yield return checkpoint;
            else if (!findings.Exists(f => f.Where?.StartsWith(Database, StringComparison.Ordinal) == true))
                findings.Add(finding ?? new(FindingKind.CheckpointForeign) { Where = where, Found = Number(kept.Size) });
        }
    }

    private static (HeldCheckpoint? Checkpoint, Finding? Finding) Read(string where, string note, Keys keys) =>
        Checkpoint.Open(note, keys.Origin, keys.Public, out var checkpoint) switch
        {
            CheckpointTrust.Trusted => (new(where, checkpoint!.Size, checkpoint.Root), null),
            CheckpointTrust.NotSigned => (null, new(FindingKind.CheckpointUnsigned) { Where = where }),
            CheckpointTrust.OtherOrigin => (null, new(FindingKind.CheckpointForeign) { Where = where, Found = checkpoint!.Origin }),
            _ => (null, new(FindingKind.CheckpointForeign) { Where = where, Found = note.Split('\n')[0] }),
        };

    /// <summary>The keys that are trusted: the one that was given, or those that the database names.</summary>
    private static async Task<Keys> KeysAsync(VerificationScope scope, RecordSnapshot snapshot, CancellationToken cancellation)
    {
        if (scope.Key is { } given)
            return new(VerifierKey.Parse(given).Name, [VerifierKey.Parse(given)]);
        await using var connection = await snapshot.OpenAsync(cancellation);
        var known = (await LedgerKey.AllAsync(connection, cancellation)).Select(k => VerifierKey.Parse(k.Public)).ToList();
        return new(known.Count == 0 ? "" : known[^1].Name, known);
    }

    /// <summary>Two sequences of rising size as one.</summary>
    private static async IAsyncEnumerable<HeldCheckpoint> InOrderAsync(
        List<HeldCheckpoint> held, IAsyncEnumerable<HeldCheckpoint> stored, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var next = 0;
        await foreach (var checkpoint in stored.WithCancellation(cancellation))
        {
            for (; next < held.Count && held[next].Size <= checkpoint.Size; next++)
                yield return held[next];
            yield return checkpoint;
        }

        for (; next < held.Count; next++)
            yield return held[next];
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Keys(string Origin, IReadOnlyList<VerifierKey> Public);
}
