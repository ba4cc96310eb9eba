using Relations.App.Reading;
using Relations.Domain.Sources;

namespace Relations.App.Tests.Reading;

/// <summary>The report on the accuracy of readings: pure, from what was counted.</summary>
public sealed class ReadingReportTests
{
    private static readonly TalliedReading[] Readings =
    [
        new("2026-01", "reader 1", [new("meeting", 2, 1, 1, 0), new("topic", 4, 2, 0, 1)]),
        new("2026-02", "reader 1", [new("meeting", 1, 1, 0, 0)]),
        new("2026-02", "reader 0", [new("", 5, 0, 0, 0)]),
    ];

    [Fact]
    public void months_come_the_last_first() => Assert.Equal(
        [("2026-02", 2, 6, 1), ("2026-01", 1, 6, 3)],
        ReadingReport.Of(Readings).Months.Select(m => (m.Name, m.Readings, m.Proposed, m.Accepted)));

    [Fact]
    public void kinds_are_counted_over_all_months() => Assert.Equal(
        [("", 1, 5, 5), ("meeting", 2, 3, 0), ("topic", 1, 4, 1)],
        ReadingReport.Of(Readings).Kinds.Select(k => (k.Name, k.Readings, k.Proposed, k.Undecided)));

    [Fact]
    public void accuracy_is_a_share_of_what_was_judged()
    {
        var kinds = ReadingReport.Of(Readings).Kinds;
        Assert.Equal([null, 2d / 3, 2d / 3], kinds.Select(k => k.Accuracy));
    }

    [Fact]
    public void only_a_reading_adds_to_a_tally()
    {
        var (source, at) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 3, 31, 23, 30, 0, TimeSpan.FromHours(-5)));
        Assert.Null(ReadingTally.Fold(null, source, new SourceTextProvided("Texto"), at));
        var tally = ReadingTally.Fold(null, source, new SourceRead("reader 1", 3, 2, 0, 1), at)!;
        Assert.Equal(("2026-04", new KindCount("", 3, 2, 0, 1)), (tally.LastMonth, Assert.Single(Assert.Single(tally.Readings).Kinds)));
    }
}
