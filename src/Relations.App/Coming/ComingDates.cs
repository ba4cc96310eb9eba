using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Coming;

/// <summary>
/// What is coming, and what was: the one definition for the calendar, its feed, reminders and digests. Pure, and without a clock: an
/// agreement that renews itself has its dates in any period that is asked about.
/// </summary>
public static class ComingDates
{
    /// <summary>The dates of a record that may be in a period.</summary>
    /// <param name="record">The record.</param>
    /// <param name="period">The period.</param>
    public static IEnumerable<ComingDate> Of(RecordState record, Period period) => record switch
    {
        Meeting m => Of(m),
        Agreement a => Of(a, period),
        Commitment { Status: CommitmentStatus.Open, Due: { } due } c =>
            [new(ComingKind.CommitmentDue, new CommitmentId(c.Id), c, due)],
        Project p => Of(p),
        _ => [],
    };

    /// <summary>The dates of a record that are in a period.</summary>
    /// <param name="record">The record.</param>
    /// <param name="period">The period.</param>
    public static IEnumerable<ComingDate> In(RecordState record, Period period) =>
        Of(record, period).Where(date => period.Touches(date.On));

    private static IEnumerable<ComingDate> Of(Meeting m) => m switch
    {
        { Status: MeetingStatus.Scheduled, PlannedFor: { } on } => [new(ComingKind.MeetingPlanned, new MeetingId(m.Id), m, on)],
        { Status: MeetingStatus.Held, On: { } on } => [new(ComingKind.MeetingHeld, new MeetingId(m.Id), m, on)],
        _ => [],
    };

    private static IEnumerable<ComingDate> Of(Project p)
    {
        var id = new ProjectId(p.Id);
        if (!p.HasEnded && EndOf(p.Period) is { } end)
            yield return new(ComingKind.ProjectEnds, id, p, end);
        foreach (var milestone in p.Milestones.Where(m => m.On is not null))
            yield return new(ComingKind.Milestone, id, p, milestone.On!) { Note = milestone.Title, Entry = milestone.Entry };
    }

    private static IEnumerable<ComingDate> Of(Agreement a, Period period)
    {
        var id = new AgreementId(a.Id);
        if (a is { Status: AgreementStatus.NoticeGiven, Notice.EffectiveOn: { } effect })
            yield return new(ComingKind.NoticeTakesEffect, id, a, effect);
        if (a.NextReview is { } review)
            yield return new(ComingKind.Review, id, a, review);
        if (a.Status is not (AgreementStatus.InForce or AgreementStatus.Suspended or AgreementStatus.NoticeGiven or AgreementStatus.Expired))
            yield break;

        // One end; of an agreement that renews itself, one for each period that this may touch. The last day for notice of a
        // later one can lie before the end of an earlier one.
        var day = period.First;
        while (a.TermEndOn(day) is { } end)
        {
            var notice = a.LastDayForNotice(day);
            if (!(notice ?? end).HasBegunBy(period.Last))
                yield break;
            if (notice is not null)
                yield return new(ComingKind.LastDayForNotice, id, a, notice);
            yield return new(ComingKind.TermEnds, id, a, end);
            if (a.RenewalWindow(day) is { Closes: var closes } && closes != end)
                yield return new(ComingKind.RenewalCloses, id, a, closes);
            if (!a.RenewsItself || a.Conditions.RenewalMonths is null || end.Latest?.ToDateOnly() is not { } last || last == DateOnly.MaxValue)
                yield break;
            day = last.AddDays(1);
        }
    }

    /// <summary>The end of a period, as precise as it was written: of <c>2016/2018-06</c>, <c>2018-06</c>; of a year alone, that year.</summary>
    private static EdtfDate? EndOf(EdtfDate? period) =>
        EdtfDate.TryParse(period?.ToString().Split('/')[^1], out var end) ? end : null;
}
