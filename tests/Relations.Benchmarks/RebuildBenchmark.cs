using System.Text.Json;
using Marten;
using Npgsql;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Recording;

namespace Relations.Benchmarks;

/// <summary>Rebuilding the view of partnerships, as the daemon does it.</summary>
internal static class RebuildBenchmark
{
    private static readonly Dictionary<string, Type> Types = EventTypes.All.ToDictionary(t => t.Value, t => t.Key);

    /// <summary>Compares a rebuild with reading and deserialising the same events.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="rounds">How many rounds.</param>
    public static async Task<Comparison> RunAsync(Bench bench, int rounds)
    {
        await bench.ExecuteAsync("vacuum analyze");
        var count = await bench.ReadAsync<long>("select count(*) from relations.mt_events");
        await using var store = bench.OpenAsOwner();
        using var daemon = await store.BuildProjectionDaemonAsync();
        return await Comparison.MeasureAsync(
            $"Events a second in a rebuild of the partnerships' view, {count:N0} in all, beside scanning and deserialising them",
            0.15,
            rounds,
            () => Bench.RateAsync(count, () => daemon.RebuildProjectionAsync(RelationsStore.PartnershipViews, CancellationToken.None)),
            () => Bench.RateAsync(count, () => ScanAsync(bench.Database)));
    }

    private static async Task ScanAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            "select seq_id, stream_id, version, timestamp, type, data, headers from relations.mt_events order by seq_id");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = (reader.GetInt64(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3));
            var data = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(5), Types[reader.GetString(4)], RecordJson.Stored);
            var headers = JsonSerializer.Deserialize<Headers>(reader.GetFieldValue<byte[]>(6), RecordJson.Stored);
            if (data is null || headers is null)
                throw new InvalidOperationException("An event holds nothing.");
        }
    }

    private sealed record Headers(Concerns Concerns, Provenance Provenance);
}
