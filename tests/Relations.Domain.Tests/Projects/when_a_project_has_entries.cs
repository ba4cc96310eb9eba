using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Projects;

using Story = Scenario<Project, ProjectCommand>;

public class when_a_project_has_entries
{
    private static readonly ProjectProposed Proposed = new(
        [Some.CanOim], "Andean passport", [new(Some.Oim, ProjectRole.Funding), new(Some.Can, ProjectRole.Implementing)],
        Some.Day("2010"), null, null, null);

    private static readonly ProjectStarted Started = new(Some.Day("2012"));
    private static readonly ProjectClosed Closed = new(Some.Day("2016"));
    private static readonly ProjectFundsCommitted Committed = new(1, Some.Oim, 100m, "USD", Some.Day("2012"));
    private static readonly CommitFunds Commit = new(Some.Oim, 100m, "USD", Some.Day("2012"));
    private static readonly DisburseFunds Disburse = new(Some.Oim, 100m, "USD", Some.Day("2013"));
    private static readonly ReportResult Report = new("Passport", "In use in four countries", Some.Day("2018"));

    [Fact]
    public void entries_are_numbered_in_one_series() => Story.Given(Proposed, Started, Committed)
        .When(new ReachMilestone("Baseline study", Some.Day("2013")))
        .Then(new ProjectMilestoneReached(2, "Baseline study", Some.Day("2013")))
        .ThenState(s => Assert.Equal([new(2, "Baseline study", Some.Day("2013"))], s.Milestones));

    [Fact]
    public void a_number_is_never_given_again() => Story.Given(Proposed, Committed, new ProjectEntryRetracted(1))
        .When(Commit).Then(Committed with { Entry = 2 });

    [Fact]
    public void a_milestone_has_a_title_and_a_past_date()
    {
        Story.Given(Proposed).When(new ReachMilestone("", Some.Day("2013"))).ThenRefused(CommonRules.TextRequired, "title");
        Story.Given(Proposed).When(new ReachMilestone("Study", Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");
    }

    [Fact]
    public void funds_add_up_by_currency() =>
        Story.Given(Proposed, Committed, Committed with { Entry = 2, Currency = "PEN" }).When(Commit).Then(Committed with { Entry = 3 })
            .ThenState(s => Assert.Equal((200m, 100m, 0m), (s.Committed("USD"), s.Committed("PEN"), s.Committed("EUR"))));

    [Theory]
    [InlineData("0.0001")]
    [InlineData("1000000000000000")]
    public void an_amount_is_accepted_to_its_bounds(string amount) => Story.Given(Proposed)
        .When(Commit with { Amount = Amount(amount) }).Then(Committed with { Amount = Amount(amount) });

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.00001")]
    [InlineData("1000000000000000.01")]
    [InlineData("79228162514264337593543950335")]
    public void an_amount_beyond_its_bounds_is_refused(string amount)
    {
        Story.Given(Proposed).When(Commit with { Amount = Amount(amount) }).ThenRefused(ProjectRules.AmountInBounds, "amount");
        Story.Given(Proposed, Committed, new ProjectFundsDisbursed(2, Some.Oim, 50m, "USD", Some.Day("2013")))
            .When(Disburse with { Amount = Amount(amount) }).ThenRefused(ProjectRules.AmountInBounds, "amount");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("usd")]
    [InlineData("US")]
    [InlineData("US$")]
    [InlineData("DÓL")]
    public void a_currency_is_three_capital_letters(string? currency) => Story.Given(Proposed)
        .When(Commit with { Currency = currency! }).ThenRefused(ProjectRules.CurrencyCode, "currency");

    [Fact]
    public void who_commits_or_disburses_takes_part()
    {
        Story.Given(Proposed).When(Commit with { By = Some.Peru }).ThenRefused(ProjectRules.FunderTakesPart, "by");
        Story.Given(Proposed).When(Disburse with { By = Some.Peru }).ThenRefused(ProjectRules.FunderTakesPart, "by");
    }

    [Fact]
    public void funds_were_not_committed_tomorrow() => Story.Given(Proposed)
        .When(Commit with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void what_was_committed_is_disbursed_without_a_warning()
    {
        var accepted = Assert.IsType<Decision.Accepted>(Project.Decide(State(Proposed, Committed), Disburse, Story.Today));
        Assert.Empty(accepted.Warnings);
    }

    [Fact]
    public void more_than_was_committed_in_the_currency_is_disbursed_with_a_warning()
    {
        var disbursed = new ProjectFundsDisbursed(2, Some.Oim, 100.01m, "USD", Some.Day("2013"));
        Story.Given(Proposed, Committed).When(Disburse with { Amount = 100.01m })
            .Then(disbursed).ThenWarned(ProjectRules.DisbursedWithinCommitted)
            .ThenState(s => Assert.Equal(100.01m, s.Disbursed("USD")));
        Story.Given(Proposed, Committed).When(Disburse with { Currency = "PEN" }).ThenWarned(ProjectRules.DisbursedWithinCommitted);
        Story.Given(Proposed, Committed, disbursed with { Amount = 60m }).When(Disburse with { Amount = 60m })
            .ThenWarned(ProjectRules.DisbursedWithinCommitted);
    }

    [Fact]
    public void the_warning_has_a_sentence_in_both_languages()
    {
        foreach (var (language, sum) in new[] { ("es", "100,00 USD"), ("en", "100.00 USD") })
        {
            var words = ProjectRules.DisbursedWithinCommitted.InWords(new(language), 100m, 0m, "USD");
            Assert.Contains(sum, words, StringComparison.Ordinal);
            Assert.NotEmpty(ProjectRules.ApprovedBeforeStart.InWords(new(language)));
        }
    }

    [Fact]
    public void a_result_comes_late_but_not_before_work_began()
    {
        var reported = new ProjectResultReported(1, "Passport", "In use in four countries", Some.Day("2018"));
        Story.Given(Proposed, Started, Closed).When(Report).Then(reported).ThenState(s => Assert.Single(s.Results));
        Story.Given(Proposed, Started, new ProjectCancelled(Some.Day("2016"), "Why")).When(Report).Then(reported);
        Story.Given(Proposed).When(Report).ThenRefused(ProjectRules.ResultsNeedWork);
        Story.Given(Proposed, Started).When(Report with { On = Some.Day("2011") }).ThenRefused(ProjectRules.InOrder, "on");
    }

    [Fact]
    public void a_result_says_what_and_when()
    {
        Story.Given(Proposed, Started).When(Report with { Title = "" }).ThenRefused(CommonRules.TextRequired, "title");
        Story.Given(Proposed, Started).When(Report with { Text = "" }).ThenRefused(CommonRules.TextRequired, "text");
        Story.Given(Proposed, Started).When(Report with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");
    }

    [Fact]
    public void after_its_end_nothing_else_happens()
    {
        var ended = Story.Given(Proposed, Started, Closed);
        ended.When(new ReachMilestone("Late", Some.Day("2017"))).ThenRefused(ProjectRules.NothingAfterTheEnd, "on");
        ended.When(Commit with { On = Some.Day("2017") }).ThenRefused(ProjectRules.NothingAfterTheEnd, "on");
        ended.When(Disburse with { On = Some.Day("2017") }).ThenRefused(ProjectRules.NothingAfterTheEnd, "on");
        ended.When(new JoinProject(Some.Peru, ProjectRole.Funding, Some.Day("2017"))).ThenRefused(ProjectRules.NothingAfterTheEnd, "on");
    }

    [Fact]
    public void what_happened_before_its_end_is_recorded_late() =>
        Story.Given(Proposed, Started, Closed).When(Commit).Then(Committed);

    [Fact]
    public void of_one_attested_as_closed_no_date_is_certainly_too_late() =>
        Story.Given(new ProjectRecorded(
                [Some.CanOim], [new(Some.Oim, ProjectRole.Funding)], ProjectStatus.Closed, "Old", null, Some.Day("2010"), null))
            .When(Commit).Then(Committed);

    [Fact]
    public void an_organisation_comes_to_take_part() => Story.Given(Proposed)
        .When(new JoinProject(Some.Can, ProjectRole.Extending, Some.Day("2013")))
        .Then(new ProjectParticipantJoined(Some.Can, ProjectRole.Extending, Some.Day("2013")))
        .ThenState(s => Assert.Equal(3, s.Participants.Count));

    [Fact]
    public void it_has_a_role_once() => Story.Given(Proposed)
        .When(new JoinProject(Some.Can, ProjectRole.Implementing)).ThenRefused(ProjectRules.RoleHeldOnce, "role");

    [Fact]
    public void it_did_not_come_tomorrow() => Story.Given(Proposed)
        .When(new JoinProject(Some.Peru, ProjectRole.Funding, Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void there_is_an_end_to_the_list_of_participants()
    {
        var all = Enumerable.Range(1000, Limits.Items).Select(n => new ProjectParticipant(new(Some.Numbered(n)), ProjectRole.Funding));
        Story.Given(Proposed with { Participants = [.. all] })
            .When(new JoinProject(Some.Peru, ProjectRole.Funding)).ThenRefused(CommonRules.TooManyItems, "organisation");
    }

    private static decimal Amount(string amount) => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

    private static Project State(params Event[] events) =>
        events.Aggregate((Project?)null, (s, e) => Project.Fold(s, Some.Project.Value, e))!;
}
