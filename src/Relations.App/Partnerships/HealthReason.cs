using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Partnerships;

/// <summary>A time between two days, as people count it.</summary>
/// <param name="Years">Whole years.</param>
/// <param name="Months">Whole months beyond these.</param>
/// <param name="Days">Days beyond these.</param>
public sealed record Elapsed(int Years, int Months, int Days)
{
    private const int MonthsOfYear = 12;

    /// <summary>The time from one day to another, not earlier, one. From the 31st to the end of a shorter month is a whole month.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static Elapsed Between(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * MonthsOfYear) + to.Month - from.Month;
        if (from.AddMonths(months) > to)
            months--;
        return new(months / MonthsOfYear, months % MonthsOfYear, to.DayNumber - from.AddMonths(months).DayNumber);
    }
}

/// <summary>Something that says why a partnership stands as it does. A fact with the records behind it, never a mark.</summary>
/// <param name="Records">The records behind it, of one kind.</param>
/// <param name="Matters">Whether somebody should do something about it.</param>
public abstract record HealthReason(IReadOnlyList<IRecordId> Records, bool Matters)
{
    /// <summary>It is suspended or closed.</summary>
    /// <param name="Status">Which of the two.</param>
    /// <param name="Since">Since when.</param>
    /// <param name="Why">Why.</param>
    public sealed record AtRest(PartnershipStatus Status, EdtfDate? Since, string? Why) : HealthReason([], false);

    /// <summary>No meeting of known date is on record.</summary>
    public sealed record NeverMet() : HealthReason([], true);

    /// <summary>The last meeting was more than a year ago.</summary>
    /// <param name="Meeting">The meeting.</param>
    /// <param name="On">When it was.</param>
    /// <param name="Since">How long ago, never more than is certain.</param>
    public sealed record Quiet(MeetingId Meeting, EdtfDate On, Elapsed Since) : HealthReason([Meeting], true);

    /// <summary>The last meeting was within a year, or nobody knows how long ago.</summary>
    /// <param name="Meeting">The meeting.</param>
    /// <param name="On">When it was.</param>
    public sealed record Met(MeetingId Meeting, EdtfDate On) : HealthReason([Meeting], false);

    /// <summary>The next meeting.</summary>
    /// <param name="Meeting">The meeting.</param>
    /// <param name="On">When it is planned for.</param>
    public sealed record WillMeet(MeetingId Meeting, EdtfDate On) : HealthReason([Meeting], false);

    /// <summary>Meetings whose day has passed, and of which nobody recorded whether they were held.</summary>
    /// <param name="Meetings">The meetings.</param>
    public sealed record Unreported(IReadOnlyList<IRecordId> Meetings) : HealthReason(Meetings, true);

    /// <summary>The term of an agreement has passed, and nobody recorded what followed.</summary>
    /// <param name="Agreement">The agreement.</param>
    /// <param name="End">The end of its term.</param>
    public sealed record TermPassed(AgreementId Agreement, EdtfDate End) : HealthReason([Agreement], true);

    /// <summary>The term of an agreement ends within twelve months.</summary>
    /// <param name="Agreement">The agreement.</param>
    /// <param name="End">When.</param>
    /// <param name="Days">Days until the last day that this can mean.</param>
    /// <param name="RenewsItself">Whether it then goes on by itself.</param>
    public sealed record Ends(AgreementId Agreement, EdtfDate End, int Days, bool RenewsItself) : HealthReason([Agreement], !RenewsItself);

    /// <summary>The last day for notice to an agreement that renews itself is within twelve months.</summary>
    /// <param name="Agreement">The agreement.</param>
    /// <param name="Last">The last day.</param>
    /// <param name="Days">Days until the first day that this can mean.</param>
    public sealed record NoticeBy(AgreementId Agreement, EdtfDate Last, int Days) : HealthReason([Agreement], true);

    /// <summary>Agreements in force whose term nobody wrote down.</summary>
    /// <param name="Agreements">The agreements.</param>
    /// <param name="All">Whether these are all that are in force.</param>
    public sealed record TermUnknown(IReadOnlyList<IRecordId> Agreements, bool All) : HealthReason(Agreements, true);

    /// <summary>No agreement is in force.</summary>
    public sealed record NothingInForce() : HealthReason([], false);

    /// <summary>Commitments whose due date has passed.</summary>
    /// <param name="Commitments">The commitments, the longest overdue first.</param>
    /// <param name="Since">How long the first is overdue.</param>
    public sealed record Overdue(IReadOnlyList<IRecordId> Commitments, Elapsed Since) : HealthReason(Commitments, true);

    /// <summary>People whose post began or ended since the last meeting.</summary>
    /// <param name="People">The people.</param>
    public sealed record PostsChanged(IReadOnlyList<IRecordId> People) : HealthReason(People, true);

    /// <summary>Nobody answers for it.</summary>
    public sealed record NobodyAnswers() : HealthReason([], true);
}

/// <summary>Finds the reasons for which a partnership stands as it does.</summary>
public static class HealthReasons
{
    /// <summary>The reasons on a day, what matters first.</summary>
    /// <param name="view">The partnership's view.</param>
    /// <param name="health">Its figures on that day.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<HealthReason> Of(PartnershipView view, PartnershipHealth health, DateOnly day) =>
        [.. Found(view, health, day).OrderByDescending(r => r.Matters)];

    private static IEnumerable<HealthReason> Found(PartnershipView view, PartnershipHealth health, DateOnly day) =>
    [
        .. Rest(view.Partnership!),
        .. Meetings(view, health, day),
        .. Agreements(view, health, day),
        .. Commitments(view, health, day),
        .. People(view.Partnership!, health),
    ];

    private static IEnumerable<HealthReason> Rest(Partnership partnership)
    {
        if (partnership.Status != PartnershipStatus.Active)
            yield return new HealthReason.AtRest(partnership.Status, partnership.StatusSince, partnership.StatusReason);
    }

    private static IEnumerable<HealthReason> Meetings(PartnershipView view, PartnershipHealth health, DateOnly day)
    {
        var meetings = view.Meetings;
        if (health.LastMeeting is { } last)
        {
            var id = new MeetingId(meetings.Last(m => m.Value.Status == MeetingStatus.Held && m.Value.On == last).Key);
            yield return last.Latest?.ToDateOnly() is { } lastDay && lastDay.AddYears(1) < day
                ? new HealthReason.Quiet(id, last, Elapsed.Between(lastDay, day))
                : new HealthReason.Met(id, last);
        }
        else
        {
            yield return new HealthReason.NeverMet();
        }

        var planned = meetings.Where(m => m.Value is { Status: MeetingStatus.Scheduled, On: not null }).OrderBy(m => m.Value.On).ToList();
        if (planned.Where(m => m.Value.On!.HasEndedBefore(day)).Select(m => (IRecordId)new MeetingId(m.Key)).ToList() is { Count: > 0 } passed)
            yield return new HealthReason.Unreported(passed);
        if (planned.FirstOrDefault(m => !m.Value.On!.HasEndedBefore(day)) is { Value.On: { } on } next)
            yield return new HealthReason.WillMeet(new(next.Key), on);
    }

    private static IEnumerable<HealthReason> Agreements(PartnershipView view, PartnershipHealth health, DateOnly day)
    {
        if (health.InForce.Count == 0)
            yield return new HealthReason.NothingInForce();
        foreach (var id in health.InForce.Records.OrderBy(a => view.Agreements[a].TermEndOn(day)))
        {
            var agreement = view.Agreements[id];
            if (agreement.StatusOn(day) is { Reason: StandingReason.TermPassed, Until: { } passed })
                yield return new HealthReason.TermPassed(new(id), passed);
            else if (agreement.TermEndOn(day) is { } end && Within(end, day, d => d.Latest) is { } days)
                yield return new HealthReason.Ends(new(id), end, days, agreement.RenewsItself);
            if (agreement.RenewsItself && agreement.LastDayForNotice(day) is { } notice && Within(notice, day, d => d.Earliest) is { } left)
                yield return new HealthReason.NoticeBy(new(id), notice, left);
        }

        if (health.TermUnknown.Count > 0)
        {
            yield return new HealthReason.TermUnknown(
                [.. health.TermUnknown.Records.Select(a => (IRecordId)new AgreementId(a))], health.TermUnknown.Count == health.InForce.Count);
        }
    }

    private static IEnumerable<HealthReason> Commitments(PartnershipView view, PartnershipHealth health, DateOnly day)
    {
        var overdue = health.OverdueCommitments.Records.OrderBy(c => view.Commitments[c].Due!.Latest).ToList();
        if (overdue.Count > 0)
        {
            yield return new HealthReason.Overdue(
                [.. overdue.Select(c => (IRecordId)new CommitmentId(c))],
                Elapsed.Between(view.Commitments[overdue[0]].Due!.Latest?.ToDateOnly() ?? day, day));
        }
    }

    private static IEnumerable<HealthReason> People(Partnership partnership, PartnershipHealth health)
    {
        if (health.PostsChanged.Count > 0)
            yield return new HealthReason.PostsChanged([.. health.PostsChanged.Records.Select(p => (IRecordId)new PersonId(p))]);
        if (partnership is { FocalPoint: null, Status: PartnershipStatus.Active })
            yield return new HealthReason.NobodyAnswers();
    }

    /// <summary>Days until a bound of a date that is to come within twelve months; null where it is not.</summary>
    private static int? Within(EdtfDate date, DateOnly day, Func<EdtfDate, EdtfDay?> bound) =>
        bound(date)?.ToDateOnly() is { } on && on >= day && on <= day.AddMonths(12) ? on.DayNumber - day.DayNumber : null;
}
