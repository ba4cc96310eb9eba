using Relations.App.Import.Generated;

namespace Relations.Benchmarks;

/// <summary>Importing generated records: streams, events and the states of all records.</summary>
internal static class ImportBenchmark
{
    /// <summary>Compares the import with a binary COPY of the rows that it writes.</summary>
    /// <param name="bench">Where. The last round's data stay, for the next benchmark.</param>
    /// <param name="events">How many events a round, at least.</param>
    /// <param name="rounds">How many rounds.</param>
    public static async Task<Comparison> RunAsync(Bench bench, int events, int rounds)
    {
        var records = Take(Generator.Records(new(Math.Max(20, events / 200), events)), events);
        var count = records.Sum(r => (long)r.Events);
        await ImportAsync(bench, records);
        var rows = new List<(string Table, byte[] Bytes)>();
        foreach (var table in bench.Tables)
            rows.Add((table, await CopyOutAsync(bench, table)));
        return await Comparison.MeasureAsync(
            $"Events imported a second, {count:N0} in {records.Count:N0} records, beside binary COPY of the same rows",
            0.4,
            rounds,
            async () =>
            {
                await EmptyAsync(bench, "relations");
                return await Bench.RateAsync(count, () => new GeneratedLoad(bench.Store).LoadAsync(records));
            },
            async () =>
            {
                await EmptyAsync(bench, "raw");
                return await Bench.RateAsync(count, () => CopyInAsync(bench, rows));
            });
    }

    private static async Task ImportAsync(Bench bench, List<GeneratedRecord> records)
    {
        await EmptyAsync(bench, "relations");
        await new GeneratedLoad(bench.Store).LoadAsync(records);
    }

    /// <summary>The first of some records, until they hold so many events.</summary>
    /// <param name="all">The records.</param>
    /// <param name="events">How many events, at least.</param>
    public static List<GeneratedRecord> Take(IEnumerable<GeneratedRecord> all, int events)
    {
        var taken = 0;
        return [.. all.TakeWhile(r => (taken += r.Events) - r.Events < events)];
    }

    /// <summary>The record lets nobody empty it, so the triggers that see to that are off for the moment.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="schema">Whose tables: those of the record, or their copies.</param>
    public static Task EmptyAsync(Bench bench, string schema) => bench.ExecuteAsync(
        $"""
        alter table {schema}.mt_events disable trigger user;
        alter table {schema}.mt_streams disable trigger user;
        truncate {string.Join(", ", bench.Tables.Select(t => $"{schema}.{t}"))};
        alter table {schema}.mt_events enable trigger user;
        alter table {schema}.mt_streams enable trigger user;
        """);

    private static async Task<byte[]> CopyOutAsync(Bench bench, string table)
    {
        await using var connection = await bench.Database.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy relations.{table} to stdout binary");
        using var bytes = new MemoryStream();
        await copy.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task CopyInAsync(Bench bench, List<(string Table, byte[] Bytes)> rows)
    {
        await using var connection = await bench.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (table, bytes) in rows)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"copy raw.{table} from stdin binary");
            await copy.WriteAsync(bytes);
        }

        await transaction.CommitAsync();
    }
}
