using Relations.App.Coming;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Outcome = Relations.Domain.Meetings.Outcome;

namespace Relations.App.Briefings;

/// <summary>
/// A partnership on two pages, for whoever goes into the room: who they are, where it stands and why, what was said and promised,
/// whom one meets, what is coming. Every list is bounded, and says what it leaves out.
/// </summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="Day">The day that it is judged by.</param>
/// <param name="Health">Why it stands as it does.</param>
/// <param name="InForce">The agreements in force, the first to end first.</param>
/// <param name="Pending">Those on their way there, with what is missing.</param>
/// <param name="Meetings">The last meetings, the latest first.</param>
/// <param name="Promises">The open promises of each side.</param>
/// <param name="Projects">The projects under way.</param>
/// <param name="People">Those whom one will meet.</param>
/// <param name="Coming">What lies ahead.</param>
/// <param name="Sources">The sources by their numbers, from 1.</param>
public sealed record Briefing(
    Partnership Partnership,
    DateOnly Day,
    PartnershipHealth Health,
    Shown<Cited<Agreement>> InForce,
    Shown<Cited<PendingAgreement>> Pending,
    Shown<BriefedMeeting> Meetings,
    Shown<Promises> Promises,
    Shown<Cited<Project>> Projects,
    Shown<Cited<BriefedPerson>> People,
    Shown<Coming> Coming,
    IReadOnlyList<SourceId> Sources)
{
    /// <summary>How far it looks ahead.</summary>
    public const int MonthsAhead = 12;

    private const int MostPeople = 6;

    /// <summary>The briefing that a plan makes with what was read for it.</summary>
    /// <param name="plan">What is to be shown.</param>
    /// <param name="meetings">The meetings planned to be shown, by id.</param>
    /// <param name="people">The people who came to them or are announced, by id.</param>
    /// <param name="facts">The facts of the records planned to be shown, and of those people.</param>
    public static Briefing Of(
        BriefingPlan plan,
        IReadOnlyDictionary<Guid, Meeting> meetings,
        IReadOnlyDictionary<Guid, Person> people,
        IEnumerable<HistoryEntry> facts)
    {
        var notes = new Footnotes(facts);
        var health = PartnershipHealth.Of(plan.View, people.Values, plan.Day);
        List<Meeting> last = [.. plan.LastMeetings.Items.Where(meetings.ContainsKey).Select(id => meetings[id])];
        var next = plan.NextMeeting is { } id ? meetings.GetValueOrDefault(id) : null;

        // In the order of the page, because that is the order of the numbers.
        return new(
            plan.View.Partnership!,
            plan.Day,
            health,
            plan.InForce.Select(a => notes.Of(a, a.Id)),
            plan.Pending.Select(a => notes.Of(new PendingAgreement(a, Gap.Of(a)), a.Id)),
            new([.. last.Select(m => BriefedMeeting.Of(m, notes))], plan.LastMeetings.Total),
            plan.Promises.Select(side => new Promises(side.By, side.Open.Select(c => notes.Of(c, c.Id)))),
            plan.Projects.Select(p => notes.Of(p, p.Id)),
            BriefedPerson.Of(next is null ? last : last.Prepend(next), people, health.LastMeeting, plan.Day)
                .AtMost(MostPeople).Select(p => Noted(p, notes)),
            plan.Coming,
            notes.Sources);
    }

    private static Cited<BriefedPerson> Noted(BriefedPerson person, Footnotes notes) => notes.Of<BriefedPerson, PersonAppointed>(
        person, person.Person.Id, e => person.Posts.Any(p => p.Appointment.IsTo(e.Organisation, e.Post)));
}

/// <summary>An agreement on its way into force.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Gaps">What is missing.</param>
public sealed record PendingAgreement(Agreement Agreement, IReadOnlyList<Gap> Gaps);

/// <summary>What one side promised and did not yet keep, overdue first.</summary>
/// <param name="By">Who promised.</param>
/// <param name="Open">The promises.</param>
public sealed record Promises(OrganisationId By, Shown<Cited<Commitment>> Open);

/// <summary>A meeting with what came of it and who said what.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Notes">Where it is written that it was held.</param>
/// <param name="Outcomes">What came of it.</param>
/// <param name="Statements">Who said what.</param>
public sealed record BriefedMeeting(
    Meeting Meeting, IReadOnlyList<Footnote> Notes, Shown<Cited<Outcome>> Outcomes, Shown<Cited<Statement>> Statements)
{
    private const int MostOutcomes = 2;
    private const int MostStatements = 2;

    internal static BriefedMeeting Of(Meeting meeting, Footnotes notes) => new(
        meeting,
        notes.Of<Meeting, MeetingHeld>(meeting, meeting.Id, _ => true).Notes,
        meeting.Outcomes.AtMost(MostOutcomes).Select(o => notes.Of<Outcome, OutcomeRecorded>(o, meeting.Id, e => e.Text == o.Text)),
        meeting.Statements.AtMost(MostStatements).Select(s => notes.Of<Statement, StatementRecorded>(
            s, meeting.Id, e => e.Speaker == s.Speaker && e.Text == s.Text)));
}

/// <summary>Which records of a partnership a briefing shows: chosen before anything more is read of them.</summary>
/// <param name="View">The partnership.</param>
/// <param name="Day">The day that it is judged by.</param>
/// <param name="InForce">The agreements in force.</param>
/// <param name="Pending">Those on their way there.</param>
/// <param name="LastMeetings">The last meetings, the latest first.</param>
/// <param name="NextMeeting">The next one; null where none is planned.</param>
/// <param name="Promises">The open promises of each side.</param>
/// <param name="Projects">The projects under way.</param>
/// <param name="Coming">What lies ahead.</param>
public sealed record BriefingPlan(
    PartnershipView View,
    DateOnly Day,
    Shown<Agreement> InForce,
    Shown<Agreement> Pending,
    Shown<Guid> LastMeetings,
    Guid? NextMeeting,
    Shown<PlannedPromises> Promises,
    Shown<Project> Projects,
    Shown<Coming> Coming)
{
    private const int MostInForce = 5;
    private const int MostPending = 3;
    private const int MostMeetings = 3;
    private const int MostSides = 3;
    private const int MostPromises = 3;
    private const int MostProjects = 4;
    private const int MostComing = 8;

    /// <summary>The records whose facts are read.</summary>
    public IReadOnlyList<Guid> Records =>
    [
        .. InForce.Items.Select(a => a.Id), .. Pending.Items.Select(a => a.Id), .. LastMeetings.Items,
        .. Promises.Items.SelectMany(p => p.Open.Items).Select(c => c.Id), .. Projects.Items.Select(p => p.Id),
    ];

    /// <summary>The meetings that are read whole.</summary>
    public IReadOnlyList<Guid> Meetings =>
        [.. LastMeetings.Items.Concat(NextMeeting is { } next ? [next] : []).Concat(Planned)];

    private IEnumerable<Guid> Planned => Coming.Items.Where(c => c.Kind == ComingKind.MeetingPlanned && c.Record != NextMeeting).Select(c => c.Record);

    /// <summary>Chooses.</summary>
    /// <param name="view">The partnership, which is on record.</param>
    /// <param name="day">The day that it is judged by.</param>
    public static BriefingPlan Of(PartnershipView view, DateOnly day)
    {
        var coming = Briefings.Coming.Within(view, day, Briefing.MonthsAhead);
        return new(
            view,
            day,
            view.Agreements.Values.Where(a => a.Status is AgreementStatus.InForce or AgreementStatus.Suspended or AgreementStatus.NoticeGiven)
                .OrderBy(a => a.TermEndOn(day) is null).ThenBy(a => a.TermEndOn(day)).ThenByDescending(a => a.Since).AtMost(MostInForce),
            view.Agreements.Values.Where(a => a.Status < AgreementStatus.InForce)
                .OrderByDescending(a => a.Status).ThenByDescending(a => a.Since).AtMost(MostPending),
            LatestHeld(view, day).AtMost(MostMeetings),
            coming.FirstOrDefault(c => c.Kind == ComingKind.MeetingPlanned)?.Record,
            Sides(view, day).AtMost(MostSides),
            view.Projects.Values.Where(p => p.Status == ProjectStatus.Implementation)
                .OrderBy(p => p.Period?.Latest is null).ThenBy(p => p.Period?.Latest).AtMost(MostProjects),
            coming.AtMost(MostComing));
    }

    /// <summary>The meetings held by a day, the latest first.</summary>
    internal static IEnumerable<Guid> LatestHeld(PartnershipView view, DateOnly day) =>
        from meeting in view.Meetings
        where meeting.Value.Status == MeetingStatus.Held && meeting.Value.On?.HasBegunBy(day) != false
        orderby meeting.Value.On descending, meeting.Key descending
        select meeting.Key;

    /// <summary>Parties first, in their order; then whoever else owes something.</summary>
    private static IEnumerable<PlannedPromises> Sides(PartnershipView view, DateOnly day)
    {
        List<OrganisationId> parties = [.. view.Partnership!.Parties.Select(p => p.Organisation)];
        return
            from commitment in view.Commitments.Values
            where commitment.Status == CommitmentStatus.Open
            group commitment by commitment.OwedBy into side
            orderby parties.IndexOf(side.Key) is var place && place < 0 ? int.MaxValue : place, side.Key.Value
            select new PlannedPromises(
                side.Key,
                side.OrderByDescending(c => c.IsOverdue(day)).ThenBy(c => c.Due is null).ThenBy(c => c.Due).AtMost(MostPromises));
    }
}

/// <summary>The open promises of one side that are to be shown.</summary>
/// <param name="By">Who promised.</param>
/// <param name="Open">The promises, overdue first.</param>
public sealed record PlannedPromises(OrganisationId By, Shown<Commitment> Open);
