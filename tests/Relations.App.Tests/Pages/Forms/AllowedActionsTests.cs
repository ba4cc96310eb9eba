using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Pages.Forms;

/// <summary>What a record is said to allow is what its decider allows, in every state that records come to.</summary>
public sealed class AllowedActionsTests
{
    private static readonly Actor Officer = new("oficial", [new(Role.Officer)]);

    public static TheoryData<string> Kinds => [.. Reachable.Kinds.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void what_is_said_is_what_the_decider_says(string name)
    {
        var kind = RecordKinds.All.Single(k => k.Name == name);
        var states = Reachable.Of(kind).Select(s => s.After).ToList();
        var standings = states.SelectMany(s => AllowedActions.Of(s, Officer, Reachable.Today).Select(a => (State: s, Action: a))).ToList();
        Assert.All(standings, said =>
        {
            var answers = CommandGuess.Of(said.Action.Command, said.State, Reachable.Today).Select(c => kind.Decide(said.State, c, Reachable.Today)).ToList();
            var barred = answers.TrueForAll(a => a is Decision.Refused { Refusals: var r } && r.Any(x => x.Field is null));
            Assert.Equal(barred, said.Action.Standing == Standing.Barred);
            Assert.Equal(barred, said.Action.Against is { Field: null });
            Assert.Equal(answers.Exists(a => a is Decision.Accepted), said.Action.Standing == Standing.Next);
        });
        Assert.Contains(standings, s => s.Action.Standing == Standing.Next);
    }

    /// <summary>A rule that bars an act in a state is broken there by whatever the walk takes elsewhere.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void what_was_recorded_elsewhere_is_refused_where_it_is_barred(string name)
    {
        var kind = RecordKinds.All.Single(k => k.Name == name);
        var steps = Reachable.Of(kind);
        var tried = 0;
        foreach (var state in steps.Select(s => s.After))
        {
            foreach (var action in AllowedActions.Of(state, Officer, Reachable.Today).Where(a => a.Standing == Standing.Barred))
            {
                foreach (var command in steps.Where(s => s.Command.GetType() == action.Command).Select(s => s.Command))
                {
                    tried++;
                    Assert.IsType<Decision.Refused>(kind.Decide(state, command, Reachable.Today));
                }
            }
        }

        Assert.True(tried > 0 || name is "organisation");
    }

    [Fact]
    public void the_walk_comes_to_every_state()
    {
        Assert.Equal(Enum.GetValues<AgreementStatus>(), Statuses<Agreement, AgreementStatus>(a => a.Status));
        Assert.Equal(Enum.GetValues<MeetingStatus>(), Statuses<Meeting, MeetingStatus>(m => m.Status));
        Assert.Equal(Enum.GetValues<ProjectStatus>(), Statuses<Project, ProjectStatus>(p => p.Status));
        Assert.Equal(Enum.GetValues<CommitmentStatus>(), Statuses<Commitment, CommitmentStatus>(c => c.Status));
        Assert.Equal(Enum.GetValues<PartnershipStatus>(), Statuses<Partnership, PartnershipStatus>(p => p.Status));
    }

    [Fact]
    public void who_may_not_record_is_shown_nothing_and_a_manager_what_managers_do()
    {
        var commitment = Reachable.Of(RecordKinds.Of(typeof(Commitment))!)[0].After;
        Assert.Empty(AllowedActions.Of(commitment, new("auditora", [new(Role.Auditor)]), Reachable.Today));
        Assert.Equal([typeof(AssignCommitment)], AllowedActions.Of(commitment, new("jefa", [new(Role.Manager)]), Reachable.Today).Select(a => a.Command));
    }

    [Fact]
    public void an_agreement_in_force_says_why_it_cannot_enter_into_force()
    {
        var agreement = Reachable.Of(RecordKinds.Of(typeof(Agreement))!).Select(s => (Agreement)s.After).First(a => a.Status == AgreementStatus.InForce);
        var actions = AllowedActions.Of(agreement, Officer, Reachable.Today).ToDictionary(a => a.Command);
        Assert.Same(AgreementRules.EntersForceOnce, actions[typeof(EnterIntoForce)].Against!.Rule);
        Assert.Equal(Standing.Next, actions[typeof(SuspendAgreement)].Standing);
    }

    private static IEnumerable<TStatus> Statuses<T, TStatus>(Func<T, TStatus> of) where T : RecordState =>
        Reachable.Of(RecordKinds.Of(typeof(T))!).Select(s => of((T)s.After)).Distinct().Order();
}
