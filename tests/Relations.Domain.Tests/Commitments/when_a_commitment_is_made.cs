using Relations.Domain.Commitments;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Commitments;

using Story = Scenario<Commitment, CommitmentCommand>;

public class when_a_commitment_is_made
{
    private static readonly MakeCommitment Make = new(
        [Some.CanOim], "Share the migration figures", Some.Oim, [Some.Can], Some.Day("2016-02-12"), Some.Day("2016-06"), Some.Meeting);

    private static readonly CommitmentMade Made = new(
        [Some.CanOim], "Share the migration figures", Some.Oim, [Some.Can], Some.Day("2016-02-12"), Some.Day("2016-06"), Some.Meeting, null);

    [Fact]
    public void it_is_open_and_concerns_its_parties() => Story.Nothing.When(Make).Then(Made).ThenState(s =>
    {
        Assert.Equal(CommitmentStatus.Open, s.Status);
        Assert.Equal([Some.Can.Value, Some.Oim.Value], s.Concerns.Organisations);
        Assert.Equal([Some.Meeting.Value], s.Concerns.Records);
    });

    [Fact]
    public void it_needs_a_partnership() =>
        Story.Nothing.When(Make with { Partnerships = [] }).ThenRefused(CommonRules.TooFewItems, "partnerships");

    [Fact]
    public void it_says_what_was_undertaken() =>
        Story.Nothing.When(Make with { What = " " }).ThenRefused(CommonRules.TextRequired, "what");

    [Fact]
    public void nobody_owes_something_to_themselves() =>
        Story.Nothing.When(Make with { OwedTo = [Some.Can, Some.Oim] }).ThenRefused(CommitmentRules.OwedToAnother, "owedTo");

    [Fact]
    public void it_was_not_made_tomorrow() =>
        Story.Nothing.When(Make with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void it_is_not_due_before_it_was_made() =>
        Story.Nothing.When(Make with { Due = Some.Day("2015") }).ThenRefused(CommitmentRules.DueAfterMade, "due");

    [Fact]
    public void kept_it_stays_kept() => Story.Given(Made, new CommitmentKept(Some.Day("2016-05"), "Report"))
        .When(new BreakCommitment(Some.Day("2016-07"), "Nothing came")).ThenRefused(CommitmentRules.OnlyWhileOpen);

    [Fact]
    public void keeping_it_needs_evidence() => Story.Given(Made)
        .When(new KeepCommitment(Some.Day("2016-05"), "")).ThenRefused(CommonRules.TextRequired, "evidence");

    [Fact]
    public void it_is_not_kept_before_it_was_made() => Story.Given(Made)
        .When(new KeepCommitment(Some.Day("2015"), "Report")).ThenRefused(CommitmentRules.SettledAfterMade, "on");

    [Fact]
    public void a_correction_reopens_it_and_keeps_both_values() =>
        Story.Given(Made, new CommitmentKept(Some.Day("2016-05"), "Report"))
            .When(new CorrectCommitment(Status: CommitmentStatus.Open))
            .Then(new CommitmentCorrected(new(null, null, null, CommitmentStatus.Kept), new(null, null, null, CommitmentStatus.Open)))
            .ThenState(s => Assert.Null(s.SettledOn));

    [Fact]
    public void a_correction_that_changes_nothing_is_refused() => Story.Given(Made)
        .When(new CorrectCommitment(Status: CommitmentStatus.Open)).ThenRefused(CommonRules.NothingChanged);
}
