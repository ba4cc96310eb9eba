using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Import.Generated;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.Benchmarks;

/// <summary>Replaying a partnership as it was known at a moment, with whoever asks looked at, as every page of the past does it.</summary>
internal static class ReplayBenchmark
{
    private static readonly Dictionary<string, Type> Types = EventTypes.All.ToDictionary(t => t.Value, t => t.Key);

    /// <summary>Compares a replay with reading and deserialising the same events.</summary>
    /// <param name="bench">Where; what is there is replaced.</param>
    /// <param name="events">How many events the partnership has, at least.</param>
    /// <param name="rounds">How many rounds.</param>
    public static async Task<Comparison> RunAsync(Bench bench, int events, int rounds)
    {
        await ImportBenchmark.EmptyAsync(bench, RelationsStore.Schema);
        await new GeneratedLoad(bench.Store).LoadAsync(ImportBenchmark.Take(Generator.Records(new(1, events)), events));
        await bench.ExecuteAsync("vacuum analyze");
        var partnership = await bench.ReadAsync<Guid>("select id from relations.mt_doc_partnership limit 1");
        var moment = await bench.ReadAsync<DateTime>("select max(timestamp) from relations.mt_events");
        var count = await bench.ReadAsync<long>($"select count(*) from relations.mt_events {Concerning(partnership)}");
        return await Comparison.MeasureAsync(
            $"Events a second in a replay of a partnership of {count:N0} as it was known at a moment, beside reading and deserialising them",
            1 / 1.5,
            rounds,
            () => Bench.RateAsync(count, () => ReplayAsync(bench, partnership, new(moment, TimeSpan.Zero))),
            () => Bench.RateAsync(count, () => ScanAsync(bench, partnership)));
    }

    private static async Task ReplayAsync(Bench bench, Guid partnership, DateTimeOffset moment)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(Actor.Operator("benchmark"), "benchmark");
        var reader = scope.ServiceProvider.GetRequiredService<PartnershipReader>();
        var now = await reader.FindAsync(partnership.ToString(), CancellationToken.None);
        if (await reader.ViewAsync(now!, new AsOf(KnownAt: moment), CancellationToken.None) is null)
            throw new InvalidOperationException("Nothing was known.");
    }

    private static async Task ScanAsync(Bench bench, Guid partnership)
    {
        await using var command = bench.Database.CreateCommand(
            $"select seq_id, stream_id, version, timestamp, type, data, headers from relations.mt_events {Concerning(partnership)} order by seq_id");
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

    private static string Concerning(Guid partnership) => $$"""where headers -> 'concerns' @> '{"partnerships":["{{partnership}}"]}'::jsonb""";

    private sealed record Headers(Concerns Concerns, Provenance Provenance);
}
