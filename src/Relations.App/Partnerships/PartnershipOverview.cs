using Relations.App.Agreements;
using Relations.App.Organisations;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Sources;

namespace Relations.App.Partnerships;

/// <summary>A fact in a timeline, with what was said and done at the meeting that it tells of.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Parts">What was said and done there, the first of it.</param>
/// <param name="PartsLeftOut">How much more is on the meeting's page.</param>
public sealed record TimelineHead(HistoryEntry Fact, IReadOnlyList<HistoryEntry> Parts, int PartsLeftOut);

/// <summary>A page of a timeline.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Heads">The facts, the latest first.</param>
/// <param name="Total">Facts in all that match.</param>
public sealed record TimelinePage(TimelineQuestion Question, IReadOnlyList<TimelineHead> Heads, long Total)
{
    /// <summary>Facts on a page.</summary>
    public const int Size = 25;

    /// <summary>The number of the last page, at least 1.</summary>
    public long Last => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>Everything that the page of a partnership shows, and nothing else: its size does not grow with the partnership's.</summary>
/// <param name="Picture">The partnership, and the names and facts of what is shown.</param>
/// <param name="Reasons">Why it stands as it does.</param>
/// <param name="PostChanges">Who changed posts since the last meeting.</param>
/// <param name="Years">Its meetings by year.</param>
/// <param name="Terms">The terms of the agreements shown.</param>
/// <param name="Agreements">Its agreements: in force first, what has ended last.</param>
/// <param name="Projects">Its projects: under way first.</param>
/// <param name="Commitments">Its commitments, the most urgent first.</param>
/// <param name="Meetings">Its latest meetings.</param>
/// <param name="People">Its people: those who changed posts first, then those of the latest meetings.</param>
/// <param name="Sources">Its documents, the latest first.</param>
/// <param name="Organs">The parties, with their organs, offices and members of that day.</param>
/// <param name="Timeline">The page of its timeline.</param>
public sealed record PartnershipOverview(
    PartnershipPicture Picture,
    IReadOnlyList<HealthReason> Reasons,
    IReadOnlyList<PostChange> PostChanges,
    YearBars Years,
    TermChart Terms,
    Shown<Agreement> Agreements,
    Shown<Project> Projects,
    IReadOnlyList<CommitmentGroup> Commitments,
    Shown<Meeting> Meetings,
    Shown<Person> People,
    Shown<Source> Sources,
    IReadOnlyList<OrganTree> Organs,
    TimelinePage Timeline);
