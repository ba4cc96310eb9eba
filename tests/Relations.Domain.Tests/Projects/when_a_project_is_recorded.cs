using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Projects;

using Story = Scenario<Project, ProjectCommand>;

public class when_a_project_is_recorded
{
    private static readonly IReadOnlyList<ProjectParticipant> Both =
        [new(Some.Oim, ProjectRole.Implementing), new(Some.Can, ProjectRole.Accountable)];

    private static readonly RecordProject Unnamed = new(
        [Some.CanOim], Both, ProjectStatus.Closed, null, "First of two joint projects", Some.Day("2010/2015"), Some.Agreement);

    private static readonly ProjectRecorded UnnamedRecorded = new(
        [Some.CanOim], Both, ProjectStatus.Closed, null, "First of two joint projects", Some.Day("2010/2015"), Some.Agreement);

    private static readonly ProposeProject Propose = new([Some.CanOim], "Andean passport", Both, Some.Day("2016-03-01"));

    [Fact]
    public void an_old_one_needs_no_name() => Story.Nothing.When(Unnamed).Then(UnnamedRecorded).ThenState(s =>
    {
        Assert.Equal(ProjectStatus.Closed, s.Status);
        Assert.Null(s.Title);
        Assert.Equal([Some.CanOim.Value], s.Concerns.Partnerships);
        Assert.Equal([Some.Can.Value, Some.Oim.Value], s.Concerns.Organisations);
        Assert.Equal([Some.Agreement.Value], s.Concerns.Records);
    });

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void without_a_name_it_is_described(string? description) => Story.Nothing
        .When(Unnamed with { Description = description }).ThenRefused(ProjectRules.TitleOrDescription, "description");

    [Fact]
    public void a_title_given_is_not_blank() =>
        Story.Nothing.When(Unnamed with { Title = " " }).ThenRefused(CommonRules.TextRequired, "title");

    [Theory]
    [InlineData(ProjectStatus.Pipeline, null)]
    [InlineData(ProjectStatus.Implementation, "2010")]
    [InlineData(ProjectStatus.Finalisation, "2010")]
    [InlineData(ProjectStatus.Closed, "2010")]
    [InlineData(ProjectStatus.Cancelled, null)]
    [InlineData(ProjectStatus.Suspended, "2010")]
    public void it_is_attested_in_any_state_and_dated_by_its_period_once_work_began(ProjectStatus status, string? on) =>
        Story.Nothing.When(Unnamed with { Status = status, Period = Some.Day("2010") })
            .Then(UnnamedRecorded with { Status = status, Period = Some.Day("2010") })
            .ThenState(s =>
            {
                Assert.Equal(status, s.Status);
                Assert.Equal(on, ((IDated)(UnnamedRecorded with { Status = status, Period = Some.Day("2010") })).On?.ToString());
            });

    [Fact]
    public void work_under_way_did_not_begin_tomorrow() => Story.Nothing
        .When(Unnamed with { Status = ProjectStatus.Implementation, Period = Some.Day("2027") })
        .ThenRefused(ProjectRules.PeriodHasBegun, "period");

    [Fact]
    public void a_plan_may_begin_tomorrow() => Story.Nothing
        .When(Unnamed with { Status = ProjectStatus.Pipeline, Period = Some.Day("2027") })
        .Then(UnnamedRecorded with { Status = ProjectStatus.Pipeline, Period = Some.Day("2027") });

    [Fact]
    public void somebody_takes_part() =>
        Story.Nothing.When(Unnamed with { Participants = [] }).ThenRefused(CommonRules.TooFewItems, "participants");

    [Fact]
    public void an_organisation_may_have_several_roles_each_once() => Story.Nothing
        .When(Unnamed with { Participants = [.. Both, new(Some.Oim, ProjectRole.Funding), .. Both] })
        .Then(UnnamedRecorded with { Participants = [.. Both, new(Some.Oim, ProjectRole.Funding)] });

    [Fact]
    public void it_belongs_to_a_partnership() =>
        Story.Nothing.When(Unnamed with { Partnerships = [] }).ThenRefused(CommonRules.TooFewItems, "partnerships");

    [Fact]
    public void proposed_it_is_in_the_pipeline() => Story.Nothing.When(Propose with { Period = Some.Day("2027") })
        .Then(new ProjectProposed([Some.CanOim], "Andean passport", Both, Some.Day("2016-03-01"), null, Some.Day("2027"), null))
        .ThenState(s => Assert.Equal((ProjectStatus.Pipeline, Some.Day("2016-03-01")), (s.Status, s.Dates.Proposed)));

    [Fact]
    public void proposed_it_has_a_title() =>
        Story.Nothing.When(Propose with { Title = "" }).ThenRefused(CommonRules.TextRequired, "title");

    [Fact]
    public void proposed_it_has_participants() =>
        Story.Nothing.When(Propose with { Participants = [] }).ThenRefused(CommonRules.TooFewItems, "participants");

    [Fact]
    public void it_was_not_proposed_tomorrow() =>
        Story.Nothing.When(Propose with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void its_statuses_and_roles_bear_the_codes_of_IATI()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6], Enum.GetValues<ProjectStatus>().Select(s => (int)s));
        Assert.Equal([1, 2, 3, 4], Enum.GetValues<ProjectRole>().Select(r => (int)r));
    }
}
