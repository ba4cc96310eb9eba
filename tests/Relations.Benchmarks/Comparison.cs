using System.Globalization;

namespace Relations.Benchmarks;

/// <summary>What the application does in a second beside what the raw means do, measured in turn.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Bar">The least share of the raw rate that is good enough.</param>
/// <param name="Ours">The application's rates, a round each.</param>
/// <param name="Raw">The raw rates, a round each.</param>
internal sealed record Comparison(string What, double Bar, IReadOnlyList<double> Ours, IReadOnlyList<double> Raw)
{
    /// <summary>The application's median rate as a share of the raw one.</summary>
    public double Ratio => Median(Ours) / Median(Raw);

    /// <summary>Whether it is good enough.</summary>
    public bool Holds => Ratio >= Bar;

    /// <summary>Measures both sides in turn, so that whatever else the machine does falls on both.</summary>
    /// <param name="what">What is measured.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="rounds">How many rounds count; a fifth as many before them, at least one, warm both sides up.</param>
    /// <param name="ours">One round of the application: its rate a second.</param>
    /// <param name="raw">One round of the raw means.</param>
    public static async Task<Comparison> MeasureAsync(
        string what, double bar, int rounds, Func<Task<double>> ours, Func<Task<double>> raw)
    {
        List<double> own = [], bare = [];
        for (var round = -(rounds + 4) / 5; round < rounds; round++)
        {
            var (mine, theirs) = (await ours(), await raw());
            if (round < 0)
                continue;
            own.Add(mine);
            bare.Add(theirs);
        }

        return new(what, bar, own, bare);
    }

    /// <summary>The comparison as lines of text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {What}
          ratio {Ratio:F2}   bar {Bar:F2}   {(Holds ? "holds" : "MISSED")}
          Relations {Spread(Ours)}
          raw       {Spread(Raw)}
        """);

    private static string Spread(IReadOnlyList<double> rates) =>
        string.Create(CultureInfo.InvariantCulture, $"{Median(rates),9:N0}/s   {rates.Min():N0} to {rates.Max():N0} in {rates.Count} rounds");

    private static double Median(IReadOnlyList<double> rates)
    {
        var sorted = rates.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
