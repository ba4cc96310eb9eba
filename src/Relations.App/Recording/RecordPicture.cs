using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Recording;

/// <summary>A record with everything that its page shows.</summary>
/// <param name="State">The record.</param>
/// <param name="Day">The day it is judged by.</param>
/// <param name="Facts">Its facts, the latest first; what was recorded of one day stands in the order of recording.</param>
/// <param name="Related">The records tied to it.</param>
/// <param name="Known">The records that the page names, by id; the record itself is one of them.</param>
public sealed record RecordPicture(
    RecordState State,
    DateOnly Day,
    IReadOnlyList<HistoryEntry> Facts,
    RelatedRecords Related,
    IReadOnlyDictionary<Guid, RecordState> Known)
{
    /// <summary>How many entries a page of a long list has.</summary>
    public const int EntriesShown = 25;

    /// <summary>Facts in the order of the page: the latest first; what was recorded of one day stands in the order of recording.</summary>
    /// <param name="state">The record.</param>
    /// <param name="facts">Its facts.</param>
    public static IEnumerable<HistoryEntry> InOrder(RecordState state, IEnumerable<HistoryEntry> facts) =>
        facts.OrderByDescending(f => DateOf(state, f)).ThenBy(f => f.Sequence);

    /// <summary>When a fact held. What was said and done at a meeting has no date of its own and is of the meeting's.</summary>
    /// <param name="state">The record.</param>
    /// <param name="fact">One of its facts.</param>
    public static EdtfDate? DateOf(RecordState state, HistoryEntry fact) => fact.On ?? (state, fact.Data) switch
    {
        (Meeting m, ParticipantRecorded or TopicDiscussed or StatementRecorded or OutcomeRecorded or MeetingSourceAttached) => m.On,
        _ => null,
    };
}

/// <summary>The records tied to one: of each kind the first, and how many there are.</summary>
/// <param name="Partnerships">Partnerships.</param>
/// <param name="Meetings">Meetings, the latest first.</param>
/// <param name="Agreements">Agreements, the latest first.</param>
/// <param name="Projects">Projects, the latest first.</param>
/// <param name="Commitments">Commitments: open ones first, then by their due date.</param>
/// <param name="Organisations">Organs, offices and members.</param>
/// <param name="People">People by name.</param>
public sealed record RelatedRecords(
    Listed<Partnership> Partnerships,
    Listed<Meeting> Meetings,
    Listed<Agreement> Agreements,
    Listed<Project> Projects,
    Listed<Commitment> Commitments,
    Listed<Organisation> Organisations,
    Listed<Person> People);

/// <summary>The first of some records.</summary>
/// <typeparam name="T">Their type.</typeparam>
/// <param name="Items">The first.</param>
/// <param name="Total">How many there are.</param>
public sealed record Listed<T>(IReadOnlyList<T> Items, long Total);
