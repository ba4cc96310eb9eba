using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Meetings;

/// <summary>How the participants meet.</summary>
[JsonConverter(typeof(EnumNameConverter<Modality>))]
public enum Modality
{
    /// <summary>All in one place.</summary>
    InPerson,

    /// <summary>All at a distance.</summary>
    Remote,

    /// <summary>Some in one place, others at a distance.</summary>
    Mixed,
}

/// <summary>Where a meeting stands.</summary>
[JsonConverter(typeof(EnumNameConverter<MeetingStatus>))]
public enum MeetingStatus
{
    /// <summary>Planned, and still to come.</summary>
    Scheduled,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>Its day came and it did not take place.</summary>
    NotHeld,

    /// <summary>Called off before its day.</summary>
    Cancelled,

    /// <summary>Entered in error: there never was such a meeting.</summary>
    Withdrawn,
}

/// <summary>
/// In which role a person takes part. The words are those of multilateral practice; heads of delegation, delegates and
/// observers are those of the Vienna Convention on the Representation of States in their Relations with International
/// Organizations of a Universal Character (1975), article 1.
/// </summary>
[JsonConverter(typeof(EnumNameConverter<ParticipantRole>))]
public enum ParticipantRole
{
    /// <summary>Receives the others, as a rule at their own seat.</summary>
    Host,

    /// <summary>Leads a delegation.</summary>
    Head,

    /// <summary>Takes part as a member of a delegation.</summary>
    Delegate,

    /// <summary>Assists a delegation without speaking for it.</summary>
    Adviser,

    /// <summary>Presides over the meeting.</summary>
    Chair,

    /// <summary>Keeps the record of the meeting.</summary>
    Rapporteur,

    /// <summary>Guides the meeting without taking a side in it.</summary>
    Facilitator,

    /// <summary>Follows the meeting without taking part in its decisions.</summary>
    Observer,

    /// <summary>Is there by invitation, for no delegation.</summary>
    Guest,
}

/// <summary>Of which kind an outcome is.</summary>
[JsonConverter(typeof(EnumNameConverter<OutcomeKind>))]
public enum OutcomeKind
{
    /// <summary>What the parties agreed in substance, without binding themselves.</summary>
    Understanding,

    /// <summary>What the parties decided.</summary>
    Decision,

    /// <summary>What is to be done next.</summary>
    NextStep,

    /// <summary>What stood already and was affirmed again, such as ties of cooperation. No agreement is renewed by it.</summary>
    Reaffirmation,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Where a meeting is held.</summary>
/// <param name="Name">The place's name, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="SeatOf">The organisation whose seat it is.</param>
/// <param name="City">Its city, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="Country">Its country, an ISO 3166-1 alpha-2 code such as <c>PE</c>.</param>
public sealed record Place(string Name, OrganisationId? SeatOf = null, string? City = null, string? Country = null);

/// <summary>A person at a meeting, for an organisation.</summary>
/// <param name="Number">The entry's number in the meeting.</param>
/// <param name="Person">Who.</param>
/// <param name="OnBehalfOf">For which organisation.</param>
/// <param name="Post">The post held on that day, as written.</param>
/// <param name="Role">In which role.</param>
/// <param name="Note">What else is written of them.</param>
/// <param name="Expected">Announced, and not recorded as having come.</param>
public sealed record Participant(
    int Number,
    PersonId Person,
    OrganisationId OnBehalfOf,
    string? Post,
    ParticipantRole Role,
    string? Note,
    bool Expected);

/// <summary>A topic that was discussed.</summary>
/// <param name="Number">The entry's number in the meeting.</param>
/// <param name="Text">The topic.</param>
public sealed record Topic(int Number, string Text);

/// <summary>What a participant said.</summary>
/// <param name="Number">The entry's number in the meeting.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Language">The language of the text, an ISO 639-1 code.</param>
/// <param name="Text">What was said.</param>
/// <param name="Quoted">Whether these are the speaker's own words.</param>
public sealed record Statement(int Number, PersonId Speaker, string Language, string Text, bool Quoted);

/// <summary>What came of a meeting.</summary>
/// <param name="Number">The entry's number in the meeting.</param>
/// <param name="Text">What came of it.</param>
/// <param name="Kind">Of which kind it is.</param>
public sealed record Outcome(int Number, string Text, OutcomeKind Kind);

/// <summary>The minutes of a meeting: the draft in force and who approved it.</summary>
/// <param name="Source">The document that holds them.</param>
/// <param name="Text">The minutes themselves.</param>
/// <param name="Approvals">The approvals so far; empty while it is a draft.</param>
public sealed record Minutes(SourceId? Source, string? Text, IReadOnlyList<MinutesApproval> Approvals);

/// <summary>An approval of the minutes.</summary>
/// <param name="On">When.</param>
/// <param name="By">The organisations that approved.</param>
public sealed record MinutesApproval(EdtfDate? On, IReadOnlyList<OrganisationId> By);

/// <summary>An encounter of representatives.</summary>
public sealed record Meeting : RecordState, IRecordKind<Meeting, MeetingCommand>
{
    /// <summary>The partnerships it belongs to.</summary>
    public required IReadOnlyList<PartnershipId> Partnerships { get; init; }

    /// <summary>Where it stands.</summary>
    public MeetingStatus Status { get; init; }

    /// <summary>When it is, or was, to be held; null where it was never planned here.</summary>
    public EdtfDate? PlannedFor { get; init; }

    /// <summary>When it was held, called off or not held, as its status says; null while it is scheduled.</summary>
    public EdtfDate? On { get; init; }

    /// <summary>Where it is, or was, held.</summary>
    public Place? Place { get; init; }

    /// <summary>How the participants meet, or met.</summary>
    public Modality? Modality { get; init; }

    /// <summary>What it is called.</summary>
    public string? Title { get; init; }

    /// <summary>Why it was called off or not held.</summary>
    public string? Why { get; init; }

    /// <summary>Who took part, or is expected.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>What was discussed.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>What was said.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>What came of it.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>Its minutes; null where none were drafted.</summary>
    public Minutes? Minutes { get; init; }

    /// <summary>The documents attached to it.</summary>
    public IReadOnlyList<SourceId> Sources { get; init; } = [];

    /// <summary>The last number given to an entry. One sequence for all lists, never reused, so that a number means one entry for good.</summary>
    public int LastNumber { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Concerns Concerns => Concerns.Of(
    [
        .. Partnerships,
        Place?.SeatOf,
        .. Participants.Select(p => p.Person),
        .. Participants.Select(p => p.OnBehalfOf),
        .. Sources,
        Minutes?.Source,
        .. Minutes?.Approvals.SelectMany(a => a.By) ?? [],
    ]);

    /// <inheritdoc />
    [JsonIgnore]
    public override Listing Listing => new(Title ?? "", Status, On ?? PlannedFor);

    /// <summary>Whether anything is recorded of the encounter itself, which only a meeting that was held can have.</summary>
    [JsonIgnore]
    public bool HasEncounter =>
        Topics.Count > 0 || Statements.Count > 0 || Outcomes.Count > 0 || Minutes is not null || Participants.Any(p => !p.Expected);

    private int NextNumber => LastNumber + 1;

    /// <summary>Whether a person is recorded as having been there.</summary>
    /// <param name="person">The person.</param>
    public bool WasAttendedBy(PersonId person) => Participants.Any(p => p.Person == person && !p.Expected);

    /// <summary>The organisations that were represented and have not approved the minutes; none where there are no minutes.</summary>
    public IReadOnlyList<OrganisationId> AwaitedApprovals() => Minutes is null
        ? []
        : [.. Participants.Where(p => !p.Expected).Select(p => p.OnBehalfOf).Distinct().Except(Minutes.Approvals.SelectMany(a => a.By))];

    /// <summary>The entry of a person for an organisation, if there is one.</summary>
    /// <param name="person">The person.</param>
    /// <param name="onBehalfOf">The organisation.</param>
    public Participant? Find(PersonId person, OrganisationId onBehalfOf) =>
        Participants.FirstOrDefault(p => p.Person == person && p.OnBehalfOf == onBehalfOf);

    /// <inheritdoc />
    public static Meeting? Fold(Meeting? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, MeetingScheduled e) => new()
        {
            Id = id,
            Partnerships = e.Partnerships,
            PlannedFor = e.PlannedFor,
            Place = e.Place,
            Modality = e.Modality,
            Title = e.Title,
        },
        (_, MeetingHeld e) => (state ?? new() { Id = id, Partnerships = e.Partnerships }) with
        {
            Status = MeetingStatus.Held,
            On = e.On,
            Place = e.Place,
            Modality = e.Modality,
            Title = e.Title,
        },
        (null, _) => null,
        (_, MeetingRescheduled e) => state with { PlannedFor = e.PlannedFor },
        (_, MeetingCancelled e) => state with { Status = MeetingStatus.Cancelled, On = e.On, Why = e.Why },
        (_, MeetingNotHeld e) => state with { Status = MeetingStatus.NotHeld, On = e.On, Why = e.Why },
        (_, MeetingCorrected { After: var after }) => state.Correct(after),
        (_, MeetingWithdrawn) => state with { Status = MeetingStatus.Withdrawn },
        _ => state.FoldEncounter(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Meeting? state, MeetingCommand command, DateOnly today) =>
        MeetingDecider.Decide(state, command, today);

    private Meeting FoldEncounter(Event @event) => @event switch
    {
        ParticipantRecorded e => Record(e),
        TopicDiscussed e => this with { Topics = [.. Topics, new(NextNumber, e.Topic)], LastNumber = NextNumber },
        StatementRecorded e => this with
        {
            Statements = [.. Statements, new(NextNumber, e.Speaker, e.Language, e.Text, e.Quoted)],
            LastNumber = NextNumber,
        },
        OutcomeRecorded e => this with { Outcomes = [.. Outcomes, new(NextNumber, e.Text, e.Kind)], LastNumber = NextNumber },
        MinutesDrafted e => this with { Minutes = new(e.Source, e.Text, []) },
        MinutesApproved e when Minutes is not null => this with { Minutes = Minutes with { Approvals = [.. Minutes.Approvals, new(e.On, e.By)] } },
        MeetingSourceAttached e => this with { Sources = [.. Sources, e.Source] },
        ParticipantRetracted e => this with { Participants = [.. Participants.Where(p => p.Number != e.Number)] },
        TopicRetracted e => this with { Topics = [.. Topics.Where(t => t.Number != e.Number)] },
        StatementRetracted e => this with { Statements = [.. Statements.Where(s => s.Number != e.Number)] },
        OutcomeRetracted e => this with { Outcomes = [.. Outcomes.Where(o => o.Number != e.Number)] },
        MinutesRetracted => this with { Minutes = null },
        MeetingSourceRetracted e => this with { Sources = [.. Sources.Where(s => s != e.Source)] },
        _ => (Meeting)FoldCommon(@event),
    };

    private Meeting Record(ParticipantRecorded e)
    {
        // Announced before and recorded now: one entry, which keeps what was announced where nothing newer is said.
        var announced = Find(e.Person, e.OnBehalfOf);
        var participant = new Participant(
            announced?.Number ?? NextNumber,
            e.Person,
            e.OnBehalfOf,
            e.Post ?? announced?.Post,
            e.Role,
            e.Note ?? announced?.Note,
            Expected: Status == MeetingStatus.Scheduled);
        return announced is null
            ? this with { Participants = [.. Participants, participant], LastNumber = NextNumber }
            : this with { Participants = [.. Participants.Select(p => p == announced ? participant : p)] };
    }

    private Meeting Correct(MeetingFacts after)
    {
        var changesStatus = after.Status is not null && after.Status != Status;
        var corrected = this with
        {
            On = changesStatus ? after.On : after.On ?? On,
            Place = after.Place ?? Place,
            Modality = after.Modality ?? Modality,
            Title = after.Title ?? Title,
            Status = after.Status ?? Status,
            PlannedFor = after.PlannedFor ?? PlannedFor,
        };
        return corrected.Status is MeetingStatus.Scheduled or MeetingStatus.Held ? corrected with { Why = null } : corrected;
    }
}
