using System.Diagnostics;
using System.Globalization;
using JasperFx.Events.Projections;
using Relations.App.Import.Generated;
using Relations.Domain.Partnerships;

namespace Relations.Benchmarks;

/// <summary>
/// The page of a partnership of 10,000 events, and the portfolio, as a signed-in officer asks for them over HTTP: beside a bare
/// endpoint of the same host, which gives the same bytes from PostgreSQL in one query, and in a small store beside a large one.
/// </summary>
internal static class PageBenchmark
{
    private const int Parallel = 16;

    /// <summary>One partnership with some 10,000 events, in a store with nothing else.</summary>
    private static readonly GeneratedSizes Small = new(1, 1_150) { Seed = 7 };

    /// <summary>Measures.</summary>
    /// <param name="folder">A scratch folder for the server.</param>
    /// <param name="meetings">How many meetings the large store has.</param>
    /// <param name="requests">How many requests a round.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="say">Told what is no comparison: sizes and times.</param>
    public static async Task<IReadOnlyList<Comparison>> RunAsync(string folder, int meetings, int requests, int rounds, Action<string> say)
    {
        await using var pages = await PageHost.StartAsync(folder);
        var partnership = await LoadAsync(pages, Small);
        var page = new Uri($"/partnerships/{partnership}", UriKind.Relative);
        var portfolio = new Uri("/portfolio", UriKind.Relative);

        var small = await RatesAsync(rounds, () => FreshAsync(pages, page, requests / 10));
        await LoadAsync(pages, new(500, meetings));
        say(await pages.DescribeAsync());
        var large = await RatesAsync(rounds, () => FreshAsync(pages, page, requests / 10));
        say(await TimesAsync("Pages of all partnerships, each for the first time", pages, await pages.PartnershipsAsync()));
        say(await TimesAsync("The portfolio, each time another view of it", pages, Enumerable.Range(0, 200).Select(i => Fresh(portfolio, i)).ToList()));
        List<Comparison> comparisons =
        [
            new("The same page of 10,000 events made anew, a second, in the large store beside a small one", 1 / 1.2, large, small),
        ];
        foreach (var (what, address) in new[] { ("The page of a partnership of 10,000 events", page), ("The portfolio of 500", portfolio) })
        {
            say($"{what}: {await pages.WeightAsync(address)}");
            await pages.KeepForBareAsync(address);
            comparisons.Add(await Comparison.MeasureAsync(
                $"{what}, requests a second, {Parallel} in parallel, beside a bare endpoint with the same bytes",
                0.5,
                rounds,
                () => Bench.RateAsync(requests, () => InParallel(requests, _ => pages.GetAsync(address))),
                () => Bench.RateAsync(requests, () => InParallel(requests, _ => pages.GetAsync(PageHost.Bare)))));
        }

        return comparisons;
    }

    /// <summary>Asks for pages that nobody asked for before.</summary>
    private static async Task<double> FreshAsync(PageHost pages, Uri page, int requests)
    {
        var first = fresh;
        fresh += requests;
        return await Bench.RateAsync(requests, async () =>
        {
            for (var i = first; i < first + requests; i++)
                await pages.GetAsync(Fresh(page, i));
        });
    }

    private static int fresh;

    /// <summary>The page under an address that was not asked for before, so that nothing is kept of it.</summary>
    private static Uri Fresh(Uri page, int number) => new(FormattableString.Invariant($"{page}?n={number}"), UriKind.Relative);

    private static async Task<IReadOnlyList<double>> RatesAsync(int rounds, Func<Task<double>> round)
    {
        await round();
        List<double> rates = [];
        for (var i = 0; i < rounds; i++)
            rates.Add(await round());
        return rates;
    }

    private static async Task<string> TimesAsync(string what, PageHost pages, IReadOnlyList<Uri> addresses)
    {
        List<double> times = [];
        foreach (var address in addresses)
        {
            var watch = Stopwatch.GetTimestamp();
            await pages.GetAsync(address);
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {times.Count} asked, median {times[times.Count / 2]:F1} ms, p99 {times[times.Count * 99 / 100]:F1} ms (bar 25 ms)");
    }

    private static async Task<string> LoadAsync(PageHost pages, GeneratedSizes sizes)
    {
        await using var store = pages.OpenAsOwner();
        var slug = "";
        await new GeneratedLoad(store).LoadAsync(Generator.Records(sizes).Select(r =>
        {
            slug = r.State is Partnership p ? p.Slug : slug;
            return r;
        }));
        using var daemon = await store.BuildProjectionDaemonAsync();
        foreach (var view in store.Options.Projections.All.Where(p => p.Lifecycle == ProjectionLifecycle.Async))
            await daemon.RebuildProjectionAsync(view.Name, CancellationToken.None);
        await pages.SettleAsync();
        return slug;
    }

    private static Task InParallel(int count, Func<int, Task> work) => System.Threading.Tasks.Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (i, _) => await work(i));
}
