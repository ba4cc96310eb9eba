using System.Diagnostics;
using System.Security.Cryptography;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Daemon;
using Relations.App.Import.Generated;
using Relations.App.Ledger;
using Relations.App.Ledger.Checks;

namespace Relations.Benchmarks;

/// <summary>What the ledger costs, and how fast it is held against the events.</summary>
internal static class LedgerBenchmark
{
    /// <summary>The longest that leaves may be behind the events (seconds).</summary>
    private const double MostLag = 2;

    /// <summary>What verification may hold in memory above what it began with, whatever it goes through (bytes).</summary>
    private const long MostMemory = 128L << 20;

    /// <summary>The least events that come with a generated meeting.</summary>
    private const int EventsOfMeeting = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Compares commands beside a ledger that follows them with commands alone, and its lag with the most that it may be.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="commands">How many commands a round.</param>
    /// <param name="rounds">How many rounds.</param>
    public static async Task<IReadOnlyList<Comparison>> FollowAsync(Bench bench, int commands, int rounds)
    {
        var record = await CommandBenchmark.PrepareAsync(bench);
        using var daemon = (IProjectionDaemon)await bench.Store.BuildProjectionDaemonAsync();
        List<double> lags = [];
        var cost = await Comparison.MeasureAsync(
            "Commands a second, 16 in parallel, with the ledger behind them, beside the same without",
            0.95,
            rounds,
            async () =>
            {
                await daemon.StartAgentAsync(LedgerSubscription.Shard, CancellationToken.None);
                await LeavesAsync(bench);
                var rate = await Bench.RateAsync(commands, () => record(commands));
                var behind = Stopwatch.StartNew();
                await LeavesAsync(bench);
                lags.Add(behind.Elapsed.TotalSeconds);
                await daemon.StopAgentAsync(LedgerSubscription.Shard);
                return rate;
            },
            () => Bench.RateAsync(commands, () => record(commands)));
        return [cost, new($"Leaves of a round's last command, beside {MostLag} s after it", 1, [.. lags.Select(l => 1 / l)], [1 / MostLag])];
    }

    /// <summary>Compares verifying events with scanning and hashing them.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="events">How many events at least.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <exception cref="InvalidOperationException">Something was found, or memory was not flat.</exception>
    public static async Task<Comparison> VerifyAsync(Bench bench, int events, int rounds)
    {
        await new GeneratedLoad(bench.Store).LoadAsync(Generator.Records(new(Partnerships: 100, Meetings: events / EventsOfMeeting) { Seed = 2 }));
        var there = await bench.ReadAsync<long>("select count(*) from relations.mt_events");
        using (var daemon = (IProjectionDaemon)await bench.Store.BuildProjectionDaemonAsync())
        {
            await daemon.StartAgentAsync(LedgerSubscription.Shard, CancellationToken.None);
            await LeavesAsync(bench);
            await daemon.StopAgentAsync(LedgerSubscription.Shard);
        }

        await bench.ExecuteAsync("vacuum analyze");
        return await Comparison.MeasureAsync(
            $"Events a second held against the ledger, {there:N0} in all, beside scanning them and hashing each with SHA-256",
            0.4,
            rounds,
            () => Bench.RateAsync(there, () => VerifyAsync(bench)),
            () => Bench.RateAsync(there, () => HashAsync(bench)));
    }

    private static async Task VerifyAsync(Bench bench)
    {
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        await using var snapshot = await RecordSnapshot.TakeAsync(bench.Store, bench.ConnectionString, default);
        var verified = await new LedgerCheck(snapshot).RunAsync(
            AsyncEnumerable.Empty<HeldCheckpoint>(), n => most = Math.Max(most, n % 100_000 == 0 ? GC.GetTotalMemory(forceFullCollection: true) - before : 0), default);
        if (verified.Finding is { } finding)
            throw new InvalidOperationException($"{finding}");
        if (most > MostMemory)
            throw new InvalidOperationException($"Verification held {most >> 20} MiB.");
    }

    private static async Task HashAsync(Bench bench)
    {
        await using var command = bench.Database.CreateCommand(
            """
            select seq_id, id, stream_id, version, type, timestamp, user_name, correlation_id, causation_id, headers, data from relations.mt_events order by seq_id
            """);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = SHA256.HashData(reader.GetFieldValue<byte[]>(9));
            _ = SHA256.HashData(reader.GetFieldValue<byte[]>(10));
        }
    }

    private static async Task LeavesAsync(Bench bench)
    {
        var watch = Stopwatch.StartNew();
        while (await bench.ReadAsync<bool>(
            "select coalesce((select max(seq_id) from relations.mt_events), 0) > coalesce((select max(sequence) from relations.ledger_leaves), 0)"))
        {
            if (watch.Elapsed > Longest)
                throw new TimeoutException("The ledger does not catch up.");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }
}
