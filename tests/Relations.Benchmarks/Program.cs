using System.Globalization;
using System.Runtime.InteropServices;
using Relations.Benchmarks;

string[] all = ["commands", "import", "rebuild", "replay", "pages", "ledger"];
var quick = args.Contains("--quick");
var unknown = args.Except(["--quick", "--check", .. all]).Where(a => !a.StartsWith("--events=", StringComparison.Ordinal)).ToList();
if (unknown.Count > 0)
{
    await Console.Error.WriteLineAsync(
        $"Unknown: {string.Join(' ', unknown)}. Name what to measure ({string.Join(", ", all)}), or nothing for all of it. "
        + "Use --quick for a short run, --check to fail when a bar is missed.");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var asked = all.Where(args.Contains).DefaultIfEmpty("all").ToHashSet();
var rounds = quick ? 1 : 5;
Console.WriteLine(
    $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, "
    + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.FrameworkDescription}");

// Not a private one: started as root, the server runs under an account of its own, which must reach it.
var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"relations-benchmarks-{Environment.ProcessId}"));
List<Comparison> comparisons = [];
try
{
    if (IsAsked("commands") || IsAsked("import") || IsAsked("rebuild") || IsAsked("replay"))
    {
        await using var bench = await Bench.StartAsync(Path.Combine(folder.FullName, "data"));
        Console.WriteLine(
            $"PostgreSQL {await bench.ReadAsync<string>("show server_version")} with fsync {await bench.ReadAsync<string>("show fsync")}, "
            + $"synchronous_commit {await bench.ReadAsync<string>("show synchronous_commit")}, on the same machine");
        if (IsAsked("commands"))
            Add(await CommandBenchmark.RunAsync(bench, quick ? 200 : 1_000, quick ? 1 : 20));
        if (IsAsked("import") || IsAsked("rebuild")) // what is rebuilt must be there
            Add(await ImportBenchmark.RunAsync(bench, quick ? 3_000 : 100_000, rounds));
        if (IsAsked("rebuild"))
            Add(await RebuildBenchmark.RunAsync(bench, rounds));
        if (IsAsked("replay"))
            Add(await ReplayBenchmark.RunAsync(bench, quick ? 500 : 10_000, quick ? 1 : 20));
    }

    if (IsAsked("ledger"))
    {
        await using var bench = await Bench.StartAsync(Path.Combine(folder.FullName, "ledger"));
        foreach (var comparison in await LedgerBenchmark.FollowAsync(bench, quick ? 200 : 2_000, quick ? 1 : 10))
            Add(comparison);
        Add(await LedgerBenchmark.VerifyAsync(bench, quick ? 5_000 : EventsToVerify(), quick ? 1 : 3));
    }

    if (IsAsked("pages"))
    {
        var pages = Path.Combine(folder.FullName, "pages");
        foreach (var comparison in await PageBenchmark.RunAsync(pages, quick ? 500 : 100_000, quick ? 100 : 2_000, rounds, Console.WriteLine))
            Add(comparison);
    }

    return args.Contains("--check") && comparisons.Exists(c => !c.Holds) ? 1 : 0;
}
finally
{
    folder.Delete(recursive: true);
}

int EventsToVerify() => args.FirstOrDefault(a => a.StartsWith("--events=", StringComparison.Ordinal)) is { } told
    ? int.Parse(told["--events=".Length..], CultureInfo.InvariantCulture)
    : 1_000_000;

bool IsAsked(string what) => asked.Contains("all") || asked.Contains(what);

void Add(Comparison comparison)
{
    comparisons.Add(comparison);
    Console.WriteLine($"\n{comparison}");
}
