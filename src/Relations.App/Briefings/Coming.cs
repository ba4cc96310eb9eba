using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Projects;
using Relations.Domain.Time;

namespace Relations.App.Briefings;

/// <summary>What can be coming.</summary>
public enum ComingKind
{
    /// <summary>A planned meeting.</summary>
    Meeting,

    /// <summary>The last day on which notice prevents another period of an agreement.</summary>
    LastDayForNotice,

    /// <summary>The end of an agreement's term.</summary>
    TermEnds,

    /// <summary>A notice of termination takes effect.</summary>
    NoticeTakesEffect,

    /// <summary>The review of an agreement.</summary>
    Review,

    /// <summary>A promise is due.</summary>
    Due,

    /// <summary>The end of a project's period.</summary>
    ProjectEnds,
}

/// <summary>Something that lies ahead of a partnership.</summary>
/// <param name="On">When.</param>
/// <param name="Kind">What.</param>
/// <param name="Record">Of which record.</param>
public sealed record Coming(EdtfDate On, ComingKind Kind, Guid Record)
{
    /// <summary>What lies ahead within some months, the nearest first. A date known by its year alone counts while the year may hold it.</summary>
    /// <param name="view">The partnership.</param>
    /// <param name="day">The day it is seen from.</param>
    /// <param name="months">How far ahead.</param>
    public static IReadOnlyList<Coming> Within(PartnershipView view, DateOnly day, int months)
    {
        var last = day.AddMonths(months);
        return
        [
            .. OfMeetings(view).Concat(OfAgreements(view, day)).Concat(OfCommitments(view)).Concat(OfProjects(view))
                .Where(c => !c.On.HasEndedBefore(day) && c.On.HasBegunBy(last))
                .OrderBy(c => c.On).ThenBy(c => c.Kind).ThenBy(c => c.Record),
        ];
    }

    private static IEnumerable<Coming> OfMeetings(PartnershipView view) =>
        from meeting in view.Meetings
        where meeting.Value is { Status: MeetingStatus.Scheduled, On: not null }
        select new Coming(meeting.Value.On!, ComingKind.Meeting, meeting.Key);

    private static IEnumerable<Coming> OfAgreements(PartnershipView view, DateOnly day) =>
        from agreement in view.Agreements.Values
        where agreement.Status is AgreementStatus.InForce or AgreementStatus.Suspended or AgreementStatus.NoticeGiven
        from date in new (EdtfDate? On, ComingKind Kind)[]
        {
            (agreement.LastDayForNotice(day), ComingKind.LastDayForNotice),
            (agreement.TermEndOn(day), ComingKind.TermEnds),
            (agreement.Status == AgreementStatus.NoticeGiven ? agreement.Notice?.EffectiveOn : null, ComingKind.NoticeTakesEffect),
            (agreement.NextReview, ComingKind.Review),
        }
        where date.On is not null
        select new Coming(date.On, date.Kind, agreement.Id);

    private static IEnumerable<Coming> OfCommitments(PartnershipView view) =>
        from commitment in view.Commitments.Values
        where commitment is { Status: CommitmentStatus.Open, Due: not null }
        select new Coming(commitment.Due!, ComingKind.Due, commitment.Id);

    private static IEnumerable<Coming> OfProjects(PartnershipView view) =>
        from project in view.Projects.Values
        where project.Status == ProjectStatus.Implementation
        let end = project.Period?.Latest?.ToDateOnly()
        where end is not null
        select new Coming(EdtfDate.Of(end.Value), ComingKind.ProjectEnds, project.Id);
}
