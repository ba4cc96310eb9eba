using System.Diagnostics;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Commitments;

/// <summary>Every rule of a commitment, on one screen.</summary>
public static class CommitmentDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Commitment? state, CommitmentCommand command, DateOnly today) => (state, command) switch
    {
        (null, MakeCommitment c) => Make(c, today),
        ({ } s, AssignCommitment c) => WhileOpen(s).Record(() => new CommitmentAssigned(c.To, c.On)),
        ({ } s, DeferCommitment c) => Defer(s, c, today),
        ({ } s, KeepCommitment c) => Settling(s, c.On, today).Text(c.Evidence, nameof(c.Evidence), Limits.Text)
            .Record(() => new CommitmentKept(c.On, c.Evidence)),
        ({ } s, BreakCommitment c) => Settling(s, c.On, today).Text(c.Why, nameof(c.Why), Limits.Text)
            .Record(() => new CommitmentBroken(c.On, c.Why)),
        ({ } s, WithdrawCommitment c) => Settling(s, c.On, today).Text(c.Why, nameof(c.Why), Limits.Text)
            .Record(() => new CommitmentWithdrawn(c.On, c.Why)),
        ({ } s, CorrectCommitment c) => Correct(s, c, today),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "a commitment")}"),
    };

    private static Decision Make(MakeCommitment c, DateOnly today) => new Deciding()
        .Items(c.Partnerships, nameof(c.Partnerships), 1, Limits.Partnerships)
        .Text(c.What, nameof(c.What), Limits.Text)
        .Items(c.OwedTo, nameof(c.OwedTo), 1, Limits.Items)
        .Require(!c.OwedTo.Contains(c.OwedBy), CommitmentRules.OwedToAnother, nameof(c.OwedTo))
        .Require(c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
        .Require(!IsDueBefore(c.Due, c.On), CommitmentRules.DueAfterMade, nameof(c.Due))
        .Record(() => new CommitmentMade(c.Partnerships, c.What, c.OwedBy, c.OwedTo, c.On, c.Due, c.Meeting, c.Agreement));

    private static Decision Defer(Commitment s, DeferCommitment c, DateOnly today) => WhileOpen(s)
        .Require(c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
        .Require(!IsDueBefore(c.Due, s.On), CommitmentRules.DueAfterMade, nameof(c.Due))
        .Record(() => new CommitmentDeferred(c.Due, c.On));

    private static Decision Correct(Commitment s, CorrectCommitment c, DateOnly today)
    {
        var before = new CommitmentFacts(
            c.What is null ? null : s.What,
            c.On is null ? null : s.On,
            c.Due is null ? null : s.Due,
            c.Status is null ? null : s.Status);
        var after = new CommitmentFacts(c.What, c.On, c.Due, c.Status);
        return new Deciding()
            .OptionalText(c.What, nameof(c.What), Limits.Text)
            .Require(c.On is null || c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
            .Require(!IsDueBefore(c.Due ?? s.Due, c.On ?? s.On), CommitmentRules.DueAfterMade, nameof(c.Due))
            .Require(before != after, CommonRules.NothingChanged)
            .Record(() => new CommitmentCorrected(before, after));
    }

    private static Deciding WhileOpen(Commitment s) => new Deciding()
        .Require(s.Status == CommitmentStatus.Open, CommitmentRules.OnlyWhileOpen, null, s.Status);

    private static Deciding Settling(Commitment s, EdtfDate on, DateOnly today) => WhileOpen(s)
        .Require(on.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(on))
        .Require(s.On is null || !on.CertainlyBefore(s.On), CommitmentRules.SettledAfterMade, nameof(on));

    private static bool IsDueBefore(EdtfDate? due, EdtfDate? made) =>
        due is not null && made is not null && due.CertainlyBefore(made);
}
