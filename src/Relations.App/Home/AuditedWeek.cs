using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Home;

/// <summary>How many facts were recorded in some time.</summary>
/// <param name="Recorded">All of them.</param>
/// <param name="Corrected">Corrections among them, and steps that needed a reason.</param>
/// <param name="Late">Those among them that were recorded late.</param>
public sealed record AuditCounts(int Recorded, int Corrected, int Late)
{
    internal static AuditCounts Of(IReadOnlyCollection<HistoryEntry> facts) =>
        new(facts.Count, facts.Count(f => f.Reason is not null), facts.Count(f => AuditedWeek.DaysLate(f) is not null));
}

/// <summary>What was recorded of one kind of record.</summary>
/// <param name="Kind">The kind, as <see cref="RecordKind.Name"/> names it.</param>
/// <param name="Today">Today.</param>
/// <param name="Week">In the week.</param>
public sealed record AuditedKind(string Kind, AuditCounts Today, AuditCounts Week);

/// <summary>A fact that was recorded late.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Days">Days between the last day on which it can have happened and that of recording.</param>
public sealed record LateFact(HistoryEntry Fact, int Days);

/// <summary>What was recorded, corrected, and recorded late in the last days.</summary>
/// <param name="From">The first day.</param>
/// <param name="Kinds">By kind of record.</param>
/// <param name="Corrections">The corrections, the latest first.</param>
/// <param name="Late">What was recorded late, the latest first.</param>
/// <param name="WithoutSource">What rests on no source, the latest first.</param>
public sealed record AuditedWeek(
    DateOnly From,
    IReadOnlyList<AuditedKind> Kinds,
    Shown<HistoryEntry> Corrections,
    Shown<LateFact> Late,
    Shown<HistoryEntry> WithoutSource)
{
    /// <summary>How many days it has.</summary>
    public const int Days = 7;

    /// <summary>What is recorded more days after it happened is late.</summary>
    public const int UsualDelay = 30;

    private const int Most = 8;

    /// <summary>The first day of the week that ends with a day.</summary>
    /// <param name="day">The day.</param>
    public static DateOnly FirstDay(DateOnly day) => day.AddDays(1 - Days);

    /// <summary>The week that ends with a day.</summary>
    /// <param name="facts">The facts recorded since <see cref="FirstDay"/>.</param>
    /// <param name="day">The day.</param>
    public static AuditedWeek Of(IReadOnlyCollection<HistoryEntry> facts, DateOnly day)
    {
        var week = facts.Where(f => DayOf(f) >= FirstDay(day)).OrderByDescending(f => f.Sequence).ToList();
        return new(
            FirstDay(day),
            [
                .. RecordKinds.All
                    .Select(kind => (kind.Name, Facts: week.Where(f => KindOf(f) == kind.Name).ToList()))
                    .Where(kind => kind.Facts.Count > 0)
                    .Select(kind => new AuditedKind(kind.Name, AuditCounts.Of([.. kind.Facts.Where(f => DayOf(f) == day)]), AuditCounts.Of(kind.Facts))),
            ],
            week.Where(f => f.Reason is not null).AtMost(Most),
            week.Where(f => DaysLate(f) is not null).Select(f => new LateFact(f, DaysLate(f)!.Value)).AtMost(Most),
            week.Where(f => f is { Basis: Basis.Known, Citations.Count: 0, Data: IDated }).AtMost(Most));
    }

    /// <summary>How many days late a fact was recorded; null where it was not.</summary>
    /// <param name="fact">The fact.</param>
    public static int? DaysLate(HistoryEntry fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.On?.Latest?.ToDateOnly() is { } last && DayOf(fact).DayNumber - last.DayNumber is > UsualDelay and var days ? days : null;
    }

    private static DateOnly DayOf(HistoryEntry fact) => DateOnly.FromDateTime(fact.RecordedAt.UtcDateTime);

    private static string? KindOf(HistoryEntry fact) => fact.Data is Event e ? RecordKinds.Of(e)?.Name : null;
}
