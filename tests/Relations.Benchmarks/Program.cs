using System.Globalization;
using System.Runtime.InteropServices;
using Relations.Benchmarks;

var quick = args.Contains("--quick");
var unknown = args.Except(["--quick", "--check"]).ToList();
if (unknown.Count > 0)
{
    await Console.Error.WriteLineAsync($"Unknown: {string.Join(' ', unknown)}. Use --quick for a short run, --check to fail when a bar is missed.");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (commands, events, rounds) = quick ? (200, 3_000, 1) : (1_000, 100_000, 5);

// Not a private one: started as root, the server runs under an account of its own, which must reach it.
var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"relations-benchmarks-{Environment.ProcessId}"));
try
{
    await using var bench = await Bench.StartAsync(Path.Combine(folder.FullName, "data"));
    Console.WriteLine(
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, "
        + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}, "
        + $"PostgreSQL {await bench.ReadAsync<string>("show server_version")} with fsync {await bench.ReadAsync<string>("show fsync")}, "
        + $"synchronous_commit {await bench.ReadAsync<string>("show synchronous_commit")}, on the same machine");
    List<Comparison> comparisons = [];
    foreach (var run in new Func<Task<Comparison>>[]
    {
        () => CommandBenchmark.RunAsync(bench, commands, quick ? 1 : 20),
        () => ImportBenchmark.RunAsync(bench, events, rounds),
        () => RebuildBenchmark.RunAsync(bench, rounds),
    })
    {
        comparisons.Add(await run());
        Console.WriteLine($"\n{comparisons[^1]}");
    }

    return args.Contains("--check") && comparisons.Exists(c => !c.Holds) ? 1 : 0;
}
finally
{
    folder.Delete(recursive: true);
}
