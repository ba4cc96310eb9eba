using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Time;

namespace Relations.App.Pages;

/// <summary>The facts of one date in a timeline.</summary>
/// <param name="On">The date in the world; null for facts that have none.</param>
/// <param name="Heads">What was recorded of it, with what was said and done at its meetings.</param>
public sealed record TimelineDay(EdtfDate? On, IReadOnlyList<TimelineHead> Heads)
{
    /// <summary>The days of a page, in its order; facts of one date that follow each other stand under one date.</summary>
    /// <param name="page">The page of the timeline.</param>
    public static IReadOnlyList<TimelineDay> Of(TimelinePage page)
    {
        List<TimelineDay> days = [];
        foreach (var head in page.Heads)
        {
            if (days.Count > 0 && days[^1].On == head.Fact.On)
                days[^1] = days[^1] with { Heads = [.. days[^1].Heads, head] };
            else
                days.Add(new(head.Fact.On, [head]));
        }

        return days;
    }
}

/// <summary>Facts of one record that were recorded in one act, and so by one person, at one moment, from the same passages.</summary>
/// <param name="Facts">The facts, one at least, in the order of recording.</param>
public sealed record RecordedStep(IReadOnlyList<HistoryEntry> Facts)
{
    /// <summary>The steps that facts were recorded in.</summary>
    /// <param name="facts">The facts, in the order of recording.</param>
    public static IReadOnlyList<RecordedStep> Of(IEnumerable<HistoryEntry> facts)
    {
        List<List<HistoryEntry>> steps = [];
        foreach (var fact in facts)
        {
            if (steps.Count > 0 && IsOneStep(steps[^1][^1], fact))
                steps[^1].Add(fact);
            else
                steps.Add([fact]);
        }

        return [.. steps.Select(s => new RecordedStep(s))];
    }

    private static bool IsOneStep(HistoryEntry one, HistoryEntry next) =>
        (one.Record, one.RecordedAt, one.RecordedBy, one.Version + 1) == (next.Record, next.RecordedAt, next.RecordedBy, next.Version);
}
