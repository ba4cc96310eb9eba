using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Time;

namespace Relations.App.Briefings;

/// <summary>
/// What whoever takes a partnership over has to know: all that was recorded of it since a day, what is open, what is coming,
/// whom to call, and which ends are loose. It counts by the day of recording, so that what was entered late is not missed.
/// </summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="Since">The day, in UTC, since which facts were recorded.</param>
/// <param name="Day">Today.</param>
/// <param name="Facts">How many facts were recorded since; those listed are made of the latest <see cref="MostFacts"/>.</param>
/// <param name="Changes">The records with something new, by their kind.</param>
/// <param name="Corrections">What was corrected, and steps that needed a reason, the latest first.</param>
/// <param name="Pending">Agreements on their way into force.</param>
/// <param name="Promises">Open promises, overdue first.</param>
/// <param name="Projects">Projects under way.</param>
/// <param name="Coming">What lies ahead.</param>
/// <param name="People">Whom to call.</param>
/// <param name="LooseEnds">What was left loose.</param>
public sealed record Handover(
    Partnership Partnership,
    DateOnly Since,
    DateOnly Day,
    int Facts,
    IReadOnlyList<ChangedKind> Changes,
    Shown<HistoryEntry> Corrections,
    Shown<Agreement> Pending,
    Shown<Commitment> Promises,
    Shown<Project> Projects,
    Shown<Coming> Coming,
    Shown<Cited<BriefedPerson>> People,
    IReadOnlyList<LooseEnd> LooseEnds)
{
    /// <summary>How many facts are read at most, the latest.</summary>
    public const int MostFacts = 150;

    /// <summary>How many of the latest meetings are looked through for people and minutes.</summary>
    public const int LatestMeetings = 20;

    /// <summary>How far it looks ahead.</summary>
    public const int MonthsAhead = 6;

    private const int MostRecords = 10;
    private const int MostOpen = 10;
    private const int MostPeople = 12;

    private static readonly string[] Kinds = ["partnership", "agreement", "meeting", "commitment", "project", "person", "source"];

    /// <summary>The brief that a partnership makes.</summary>
    /// <param name="view">The partnership, which is on record.</param>
    /// <param name="since">The day since which facts were recorded.</param>
    /// <param name="day">Today.</param>
    /// <param name="total">How many facts were recorded since.</param>
    /// <param name="facts">The latest of them, in any order, with those of the people it names.</param>
    /// <param name="latest">Its latest meetings, the latest first.</param>
    /// <param name="people">The people who came to them, by id.</param>
    public static Handover Of(
        PartnershipView view,
        DateOnly since,
        DateOnly day,
        int total,
        IReadOnlyList<HistoryEntry> facts,
        IReadOnlyList<Meeting> latest,
        IReadOnlyDictionary<Guid, Person> people)
    {
        var notes = new Footnotes([]);
        return new(
            view.Partnership!,
            since,
            day,
            total,
            [.. Kinds.Select(kind => ChangedKind.Of(kind, facts, since, MostRecords)).Where(k => k.Records.Total > 0)],
            facts.Where(f => f.Reason is not null).OrderByDescending(f => f.Sequence).AtMost(MostRecords),
            view.Agreements.Values.Where(a => a.Status < AgreementStatus.InForce).OrderByDescending(a => a.Status).AtMost(MostOpen),
            view.Commitments.Values.Where(c => c.Status == CommitmentStatus.Open)
                .OrderByDescending(c => c.IsOverdue(day)).ThenBy(c => c.Due is null).ThenBy(c => c.Due).AtMost(MostOpen),
            view.Projects.Values.Where(p => p.Status == ProjectStatus.Implementation)
                .OrderBy(p => p.Period?.Latest is null).ThenBy(p => p.Period?.Latest).AtMost(MostOpen),
            Briefings.Coming.Within(view, day, MonthsAhead).AtMost(MostOpen),
            BriefedPerson.Of(latest, people, latest.Select(m => m.On).FirstOrDefault(on => on is not null), day)
                .AtMost(MostPeople).Select(p => notes.Of(p, p.Person.Id)),
            LooseEnd.Of(view, latest, facts, day));
    }
}

/// <summary>The records of one kind with something new.</summary>
/// <param name="Kind">The kind, as it stands in addresses.</param>
/// <param name="Records">The records, the one last added to first.</param>
public sealed record ChangedKind(string Kind, Shown<ChangedRecord> Records)
{
    internal static ChangedKind Of(string kind, IEnumerable<HistoryEntry> facts, DateOnly since, int most) => new(
        kind,
        facts.Where(f => f.Reason is null && KindOf(f) == kind)
            .GroupBy(f => f.Record)
            .OrderByDescending(record => record.Max(f => f.Sequence))
            .Select(record => ChangedRecord.Of(record, since))
            .AtMost(most));

    private static string? KindOf(HistoryEntry fact) => fact.Data is Event e ? RecordKinds.Of(e)?.Name : null;
}

/// <summary>A record with what was recorded of it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Facts">What was recorded, each name of an event once, with how often, in the order of recording.</param>
/// <param name="Late">When it held, where that is certainly before the day since which was asked: it was entered late.</param>
public sealed record ChangedRecord(Guid Record, IReadOnlyList<(string Event, int Count)> Facts, EdtfDate? Late)
{
    internal static ChangedRecord Of(IGrouping<Guid, HistoryEntry> facts, DateOnly since) => new(
        facts.Key,
        [.. facts.OrderBy(f => f.Sequence).GroupBy(f => f.Event).Select(same => (same.Key, same.Count()))],
        facts.Select(f => f.On).Where(on => on?.HasEndedBefore(since) == true).Max());
}

/// <summary>One of somebody's partnerships, among those to be handed over.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="MayAssign">Whether who asks may say who answers for it.</param>
/// <param name="IsChanged">Whether anything was recorded since.</param>
/// <param name="OpenPromises">Open promises.</param>
/// <param name="Overdue">Of these, those overdue.</param>
/// <param name="EndingSoon">Agreements whose term ends within <see cref="Handover.MonthsAhead"/> months.</param>
/// <param name="NextMeeting">When the next meeting is planned for.</param>
public sealed record HandedOver(
    Partnership Partnership, bool MayAssign, bool IsChanged, int OpenPromises, int Overdue, int EndingSoon, EdtfDate? NextMeeting)
{
    /// <summary>The line that a partnership's figures make.</summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="figures">Its figures.</param>
    /// <param name="mayAssign">Whether who asks may say who answers for it.</param>
    /// <param name="since">The day since which facts were recorded.</param>
    /// <param name="day">Today.</param>
    public static HandedOver Of(Partnership partnership, PortfolioRow figures, bool mayAssign, DateOnly since, DateOnly day) => new(
        partnership,
        mayAssign,
        DateOnly.FromDateTime(figures.LastRecorded.UtcDateTime) >= since,
        figures.OpenCommitments,
        figures.Due.Count(due => due.HasEndedBefore(day)),
        figures.Ends.Count(end => !end.HasEndedBefore(day) && end.HasBegunBy(day.AddMonths(Handover.MonthsAhead))),
        figures.Planned.FirstOrDefault(on => !on.HasEndedBefore(day)));
}
