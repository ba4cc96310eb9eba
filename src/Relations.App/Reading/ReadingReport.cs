using Marten;
using Relations.App.Access;
using Relations.Domain.Sources;

namespace Relations.App.Reading;

/// <summary>What became of what was proposed.</summary>
/// <param name="Name">The month, or the kind of fact.</param>
/// <param name="Readings">How many texts were read.</param>
/// <param name="Proposed">How many facts were proposed.</param>
/// <param name="Accepted">How many were recorded as proposed.</param>
/// <param name="Changed">How many were recorded after a change.</param>
/// <param name="Refused">How many were turned down.</param>
public sealed record ReportLine(string Name, int Readings, int Proposed, int Accepted, int Changed, int Refused)
{
    /// <summary>How many nobody decided on.</summary>
    public int Undecided => Proposed - Accepted - Changed - Refused;

    /// <summary>The share of the judged facts that were right as proposed; null where none was judged.</summary>
    public double? Accuracy => Accepted + Changed + Refused is > 0 and var judged ? (double)Accepted / judged : null;
}

/// <summary>How accurate reading was over time: by month, the last first, and by kind of fact.</summary>
/// <param name="Months">By month.</param>
/// <param name="Kinds">By kind, over all months shown.</param>
public sealed record ReadingReport(IReadOnlyList<ReportLine> Months, IReadOnlyList<ReportLine> Kinds)
{
    /// <summary>The report of some readings.</summary>
    /// <param name="readings">The readings.</param>
    public static ReadingReport Of(IReadOnlyCollection<TalliedReading> readings) => new(
        [
            .. readings.GroupBy(r => r.Month).OrderByDescending(m => m.Key, StringComparer.Ordinal)
                .Select(m => Line(m.Key, m.Count(), m.SelectMany(r => r.Kinds))),
        ],
        [
            .. readings.SelectMany(r => r.Kinds).GroupBy(k => k.Kind).OrderBy(k => k.Key, StringComparer.Ordinal)
                .Select(k => Line(k.Key, readings.Count(r => r.Kinds.Any(c => c.Kind == k.Key)), k)),
        ]);

    private static ReportLine Line(string name, int readings, IEnumerable<KindCount> counts)
    {
        var all = counts.ToList();
        return new(name, readings, all.Sum(k => k.Proposed), all.Sum(k => k.Accepted), all.Sum(k => k.Changed), all.Sum(k => k.Refused));
    }
}

/// <summary>Reads the report on the accuracy of readings, of the sources that who asks may read.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="clock">For the months shown.</param>
public sealed class ReadingReportReader(IQuerySession session, Sight sight, TimeProvider clock)
{
    /// <summary>The months shown, this one among them.</summary>
    public const int Months = 24;

    /// <summary>The sources that are counted at most, the last read first.</summary>
    public const int MostSources = 20_000;

    /// <summary>Reads it.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReadingReport> ReadAsync(CancellationToken cancellation)
    {
        var first = clock.GetUtcNow().UtcDateTime.AddMonths(1 - Months).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var tallies = await session.Query<ReadingTally>().OrderByDescending(t => t.LastMonth).Take(MostSources).ToListAsync(cancellation);
        var seen = await sight.AmongAsync([.. tallies.Select(t => t.Id)], cancellation);
        return ReadingReport.Of(
        [
            .. tallies.Where(t => seen.Contains(t.Id)).SelectMany(t => t.Readings)
                .Where(r => string.CompareOrdinal(r.Month, first) >= 0),
        ]);
    }
}
