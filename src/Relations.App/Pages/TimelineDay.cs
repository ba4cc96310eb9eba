using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Time;

namespace Relations.App.Pages;

/// <summary>The facts of one date in a timeline.</summary>
/// <param name="On">The date in the world; null for facts that have none.</param>
/// <param name="Steps">What was recorded of it, in the order of recording.</param>
public sealed record TimelineDay(EdtfDate? On, IReadOnlyList<RecordedStep> Steps)
{
    /// <summary>
    /// The timeline of a partnership, the latest first; what has no date stands at the end. What was said and done at a meeting
    /// has no date of its own and is of the meeting's.
    /// </summary>
    /// <param name="picture">The partnership.</param>
    public static IReadOnlyList<TimelineDay> Of(PartnershipPicture picture)
    {
        var meetings = picture.Meetings.ToDictionary(m => m.Id, m => m.On);
        return
        [
            .. picture.Facts
                .GroupBy(f => f.On ?? (IsOfMeeting(f) ? meetings.GetValueOrDefault(f.Record) : null))
                .OrderByDescending(day => day.Key)
                .Select(day => new TimelineDay(day.Key, RecordedStep.Of(day.OrderBy(f => f.Sequence)))),
        ];
    }

    private static bool IsOfMeeting(HistoryEntry fact) => fact.Data
        is ParticipantRecorded or TopicDiscussed or StatementRecorded or OutcomeRecorded or MeetingSourceAttached;
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
