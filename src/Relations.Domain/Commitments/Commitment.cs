using System.Text.Json.Serialization;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Commitments;

/// <summary>Where a commitment stands.</summary>
[JsonConverter(typeof(EnumNameConverter<CommitmentStatus>))]
public enum CommitmentStatus
{
    /// <summary>Undertaken, neither kept nor given up.</summary>
    Open,

    /// <summary>Kept, with evidence.</summary>
    Kept,

    /// <summary>Not kept.</summary>
    Broken,

    /// <summary>Released by those it was owed to.</summary>
    Withdrawn,
}

/// <summary>What a party undertook at a meeting or under an agreement.</summary>
public sealed record Commitment : RecordState, IRecordKind<Commitment, CommitmentCommand>
{
    /// <summary>The partnerships it belongs to.</summary>
    public required IReadOnlyList<PartnershipId> Partnerships { get; init; }

    /// <summary>What was undertaken.</summary>
    public required string What { get; init; }

    /// <summary>The party that owes it.</summary>
    public required OrganisationId OwedBy { get; init; }

    /// <summary>Those it is owed to.</summary>
    public required IReadOnlyList<OrganisationId> OwedTo { get; init; }

    /// <summary>When it was undertaken.</summary>
    public EdtfDate? On { get; init; }

    /// <summary>When it is due; null where no date was named.</summary>
    public EdtfDate? Due { get; init; }

    /// <summary>The meeting it was made at.</summary>
    public MeetingId? Meeting { get; init; }

    /// <summary>The agreement it was made under.</summary>
    public AgreementId? Agreement { get; init; }

    /// <summary>The person who sees to it.</summary>
    public PersonId? AssignedTo { get; init; }

    /// <summary>Where it stands.</summary>
    public CommitmentStatus Status { get; init; }

    /// <summary>When it was kept, broken or withdrawn.</summary>
    public EdtfDate? SettledOn { get; init; }

    /// <summary>The evidence that it was kept, or why it was not.</summary>
    public string? Outcome { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Concerns Concerns =>
        Concerns.Of([.. Partnerships, OwedBy, .. OwedTo, AssignedTo, Meeting, Agreement]);

    /// <inheritdoc />
    [JsonIgnore]
    public override Listing Listing => new(What, Status, Due);

    /// <summary>Whether it is open and was due before a day.</summary>
    /// <param name="day">The day to judge by.</param>
    public bool IsOverdue(DateOnly day) => Status == CommitmentStatus.Open && Due is not null && Due.HasEndedBefore(day);

    /// <summary>For how many days it has been overdue; null where it is not, or its due date lies beyond the calendar.</summary>
    /// <param name="day">The day to judge by.</param>
    public int? DaysOverdue(DateOnly day) => IsOverdue(day) && Due?.Latest?.ToDateOnly() is { } due ? day.DayNumber - due.DayNumber : null;

    /// <inheritdoc />
    public static Commitment? Fold(Commitment? state, Guid id, Event @event) => (state, @event) switch
    {
        (null, CommitmentMade e) => new()
        {
            Id = id,
            Partnerships = e.Partnerships,
            What = e.What,
            OwedBy = e.OwedBy,
            OwedTo = e.OwedTo,
            On = e.On,
            Due = e.Due,
            Meeting = e.Meeting,
            Agreement = e.Agreement,
        },
        (null, _) => null,
        (_, CommitmentAssigned e) => state with { AssignedTo = e.To },
        (_, CommitmentDeferred e) => state with { Due = e.Due },
        (_, CommitmentKept e) => state with { Status = CommitmentStatus.Kept, SettledOn = e.On, Outcome = e.Evidence },
        (_, CommitmentBroken e) => state with { Status = CommitmentStatus.Broken, SettledOn = e.On, Outcome = e.Why },
        (_, CommitmentWithdrawn e) => state with { Status = CommitmentStatus.Withdrawn, SettledOn = e.On, Outcome = e.Why },
        (_, CommitmentCorrected { After: var after }) => state.Correct(after),
        _ => (Commitment)state.FoldCommon(@event),
    };

    /// <inheritdoc />
    public static Decision Decide(Commitment? state, CommitmentCommand command, DateOnly today) =>
        CommitmentDecider.Decide(state, command, today);

    private Commitment Correct(CommitmentFacts after)
    {
        var corrected = this with
        {
            What = after.What ?? What,
            On = after.On ?? On,
            Due = after.Due ?? Due,
            Status = after.Status ?? Status,
        };
        return corrected.Status == CommitmentStatus.Open ? corrected with { SettledOn = null, Outcome = null } : corrected;
    }
}
