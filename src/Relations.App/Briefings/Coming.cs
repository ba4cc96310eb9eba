using Relations.App.Coming;
using Relations.App.Views;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Briefings;

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
        var period = new Period(day, day.AddMonths(months));
        var records = view.Agreements.Values.Concat<RecordState>(view.Projects.Values).Concat(view.Commitments.Values);
        return
        [
            .. records.SelectMany(record => ComingDates.In(record, period)).Where(date => date.Kind != ComingKind.Milestone)
                .Select(date => new Coming(date.On, date.Kind, date.Of.Value))
                .Concat(OfMeetings(view).Where(meeting => period.Touches(meeting.On)))
                .OrderBy(c => c.On).ThenBy(c => c.Kind).ThenBy(c => c.Record),
        ];
    }

    /// <summary>Of meetings the view has a line each: a partnership may have thousands.</summary>
    private static IEnumerable<Coming> OfMeetings(PartnershipView view) =>
        from meeting in view.Meetings
        where meeting.Value is { Status: MeetingStatus.Scheduled, On: not null }
        select new Coming(meeting.Value.On!, ComingKind.MeetingPlanned, meeting.Key);
}
