using Relations.Domain.Commitments;

namespace Relations.App.Partnerships;

/// <summary>Where commitments stand on a day, the most urgent first.</summary>
public enum CommitmentUrgency
{
    /// <summary>Open, and the due date has passed.</summary>
    Overdue,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Kept.</summary>
    Kept,

    /// <summary>Broken or withdrawn.</summary>
    GivenUp,
}

/// <summary>The commitments of one standing.</summary>
/// <param name="Urgency">The standing.</param>
/// <param name="Shown">The first of them: what is due soonest, or was settled last.</param>
/// <param name="Total">How many there are.</param>
public sealed record CommitmentGroup(CommitmentUrgency Urgency, IReadOnlyList<Commitment> Shown, int Total)
{
    /// <summary>The groups that commitments fall into on a day.</summary>
    /// <param name="commitments">The commitments.</param>
    /// <param name="day">The day.</param>
    /// <param name="most">Commitments shown of each group.</param>
    public static IReadOnlyList<CommitmentGroup> Of(IEnumerable<Commitment> commitments, DateOnly day, int most) =>
    [
        .. commitments.GroupBy(c => UrgencyOf(c, day)).OrderBy(g => g.Key)
            .Select(g => new CommitmentGroup(g.Key, [.. Ordered(g.Key, g).Take(most)], g.Count())),
    ];

    private static CommitmentUrgency UrgencyOf(Commitment commitment, DateOnly day) => commitment.Status switch
    {
        CommitmentStatus.Open => commitment.IsOverdue(day) ? CommitmentUrgency.Overdue : CommitmentUrgency.Open,
        CommitmentStatus.Kept => CommitmentUrgency.Kept,
        _ => CommitmentUrgency.GivenUp,
    };

    private static IEnumerable<Commitment> Ordered(CommitmentUrgency urgency, IEnumerable<Commitment> commitments) =>
        urgency <= CommitmentUrgency.Open
            ? commitments.OrderBy(c => c.Due is null).ThenBy(c => c.Due)
            : commitments.OrderByDescending(c => c.SettledOn);
}
