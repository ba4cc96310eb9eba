using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Time;

namespace Relations.App.Partnerships;

/// <summary>A figure and the records behind it.</summary>
/// <param name="Count">The figure.</param>
/// <param name="Records">The records, in no order of rank.</param>
public sealed record Figure(int Count, IReadOnlyList<Guid> Records)
{
    internal static Figure Of(IEnumerable<Guid> records) => Of([.. records]);

    private static Figure Of(IReadOnlyList<Guid> records) => new(records.Count, records);
}

/// <summary>Why a partnership stands as it does on a day: figures that open their records, never a score.</summary>
/// <param name="LastMeeting">When the last meeting was held.</param>
/// <param name="DaysSinceLastMeeting">Days since then, counted from its last possible day, so never more than is certain.</param>
/// <param name="MeetingsByYear">Meetings held, by the year of their first possible day.</param>
/// <param name="InForce">Agreements in force.</param>
/// <param name="EndingWithinTwelveMonths">Of these, those whose term ends within twelve months.</param>
/// <param name="TermUnknown">Of these, those whose term nobody wrote down.</param>
/// <param name="OpenCommitments">Open commitments.</param>
/// <param name="OverdueCommitments">Of these, those whose due date has passed.</param>
/// <param name="KeptCommitments">Commitments kept.</param>
/// <param name="RunningProjects">Projects under way.</param>
/// <param name="PostsChanged">People whose post began or ended after the last meeting.</param>
public sealed record PartnershipHealth(
    EdtfDate? LastMeeting,
    int? DaysSinceLastMeeting,
    IReadOnlyDictionary<string, int> MeetingsByYear,
    Figure InForce,
    Figure EndingWithinTwelveMonths,
    Figure TermUnknown,
    Figure OpenCommitments,
    Figure OverdueCommitments,
    Figure KeptCommitments,
    Figure RunningProjects,
    Figure PostsChanged)
{
    /// <summary>The health that a view shows on a day.</summary>
    /// <param name="view">The view.</param>
    /// <param name="people">The people it names.</param>
    /// <param name="day">The day.</param>
    public static PartnershipHealth Of(PartnershipView view, IEnumerable<Person> people, DateOnly day)
    {
        var held = Held(view, day).ToList();
        var last = held.Max();
        var inForce = view.Agreements.Values.Where(a => a.Status == AgreementStatus.InForce).ToList();
        var open = view.Commitments.Values.Where(c => c.Status == CommitmentStatus.Open).ToList();
        var inTwelveMonths = EdtfDate.Of(day.AddMonths(12).AddDays(1));
        return new(
            last,
            last?.Latest?.ToDateOnly() is { } lastDay ? Math.Max(0, day.DayNumber - lastDay.DayNumber) : null,
            new SortedDictionary<string, int>(
                held.GroupBy(Year).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal),
            Figure.Of(inForce.Select(a => a.Id)),
            Figure.Of(inForce.Where(a => a.TermEnd is { } end && end.CertainlyBefore(inTwelveMonths)).Select(a => a.Id)),
            Figure.Of(inForce.Where(a => a.Conditions.Term.Kind == TermKind.Unknown).Select(a => a.Id)),
            Figure.Of(open.Select(c => c.Id)),
            Figure.Of(open.Where(c => c.IsOverdue(day)).Select(c => c.Id)),
            Figure.Of(view.Commitments.Values.Where(c => c.Status == CommitmentStatus.Kept).Select(c => c.Id)),
            Figure.Of(view.Projects.Values.Where(p => p.Status == ProjectStatus.Implementation).Select(p => p.Id)),
            Figure.Of(PostChange.Since(people, last).Select(c => c.Person.Value)));
    }

    /// <summary>When the last meeting was held; null where none is on record.</summary>
    /// <param name="view">The view.</param>
    /// <param name="day">The day.</param>
    public static EdtfDate? LastMeetingOf(PartnershipView view, DateOnly day) => Held(view, day).Max();

    private static IEnumerable<EdtfDate> Held(PartnershipView view, DateOnly day) => view.Meetings.Values
        .Where(m => m is { Status: MeetingStatus.Held, On: not null } && m.On.HasBegunBy(day)).Select(m => m.On!);

    private static string Year(EdtfDate on) =>
        on.Earliest?.Year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
