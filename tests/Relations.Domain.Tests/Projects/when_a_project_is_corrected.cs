using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Projects;

using Story = Scenario<Project, ProjectCommand>;

public class when_a_project_is_corrected
{
    private static readonly ProjectRecorded Unnamed = new(
        [Some.CanOim], [new(Some.Oim, ProjectRole.Funding)], ProjectStatus.Closed, null, "One of two", Some.Day("2010"), null);

    private static readonly ProjectProposed Proposed = new(
        [Some.CanOim], "Andean passport", [new(Some.Oim, ProjectRole.Funding), new(Some.Can, ProjectRole.Implementing)],
        Some.Day("2010"), null, null, null);

    private static readonly ProjectApproved Approved = new(Some.Day("2011"));
    private static readonly ProjectStarted Started = new(Some.Day("2012"));
    private static readonly ProjectSuspended Suspended = new(Some.Day("2013"), "No funds");
    private static readonly ProjectCompleted Completed = new(Some.Day("2015"));
    private static readonly ProjectClosed Closed = new(Some.Day("2016"));

    [Fact]
    public void the_name_that_nobody_knew_is_filled_in() => Story.Given(Unnamed)
        .When(new CorrectProject(Title: "Andean labour mobility", Description: "One of two", Agreement: Some.Agreement))
        .Then(new ProjectCorrected(new(), new(Title: "Andean labour mobility", Agreement: Some.Agreement)))
        .ThenState(s => Assert.Equal(("Andean labour mobility", Some.Agreement), (s.Title, s.Agreement)));

    [Fact]
    public void its_period_and_partnerships_keep_both_values()
    {
        var other = new PartnershipId(Some.Numbered(50));
        Story.Given(Unnamed).When(new CorrectProject([other, other], Period: Some.Day("2011")))
            .Then(new ProjectCorrected(new([Some.CanOim], Period: Some.Day("2010")), new([other], Period: Some.Day("2011"))))
            .ThenState(s => Assert.Equal([other.Value], s.Concerns.Partnerships));
    }

    [Fact]
    public void it_belongs_to_a_partnership() => Story.Given(Unnamed)
        .When(new CorrectProject(Partnerships: [])).ThenRefused(CommonRules.TooFewItems, "partnerships");

    [Fact]
    public void a_correction_blanks_nothing()
    {
        Story.Given(Proposed).When(new CorrectProject(Title: " ")).ThenRefused(CommonRules.TextRequired, "title");
        Story.Given(Unnamed).When(new CorrectProject(Description: "")).ThenRefused(CommonRules.TextRequired, "description");
    }

    [Fact]
    public void its_period_did_not_begin_tomorrow_unless_it_is_a_plan()
    {
        Story.Given(Unnamed).When(new CorrectProject(Period: Some.Day("2027"))).ThenRefused(ProjectRules.PeriodHasBegun, "period");
        Story.Given(Proposed).When(new CorrectProject(Period: Some.Day("2027")))
            .Then(new ProjectCorrected(new(), new(Period: Some.Day("2027"))));
    }

    [Fact]
    public void a_step_never_taken_takes_its_dates_with_it() => Story.Given(Proposed, Approved, Started, Completed, Closed)
        .When(new CorrectProject(Status: ProjectStatus.Implementation))
        .Then(new ProjectCorrected(
            new(Status: ProjectStatus.Closed, Dates: new(Completed: Some.Day("2015"), Ended: Some.Day("2016"))),
            new(Status: ProjectStatus.Implementation)))
        .ThenState(s => Assert.Equal(
            (ProjectStatus.Implementation, new(Some.Day("2010"), Some.Day("2011"), Some.Day("2012"))), (s.Status, s.Dates)));

    [Fact]
    public void a_suspension_that_never_was_leaves_no_date_and_no_reason() => Story.Given(Proposed, Started, Suspended)
        .When(new CorrectProject(Status: ProjectStatus.Implementation))
        .Then(new ProjectCorrected(
            new(Status: ProjectStatus.Suspended, Dates: new(Suspended: Some.Day("2013"))), new(Status: ProjectStatus.Implementation)))
        .ThenState(s => Assert.Equal((null, null), (s.Dates.Suspended, s.StatusReason)));

    [Fact]
    public void the_date_of_a_step_is_corrected() => Story.Given(Proposed, Approved, Started, Completed)
        .When(new CorrectProject(Dates: new(Started: Some.Day("2013"), Completed: Some.Day("2015"))))
        .Then(new ProjectCorrected(new(Dates: new(Started: Some.Day("2012"))), new(Dates: new(Started: Some.Day("2013")))))
        .ThenState(s => Assert.Equal((Some.Day("2013"), Some.Day("2015")), (s.Dates.Started, s.Dates.Completed)));

    [Fact]
    public void a_status_is_corrected_together_with_its_date() => Story.Given(Proposed, Approved, Started)
        .When(new CorrectProject(Status: ProjectStatus.Cancelled, Dates: new(Ended: Some.Day("2014"))))
        .Then(new ProjectCorrected(
            new(Status: ProjectStatus.Implementation), new(Status: ProjectStatus.Cancelled, Dates: new(Ended: Some.Day("2014")))))
        .ThenState(s => Assert.Equal((ProjectStatus.Cancelled, Some.Day("2014")), (s.Status, s.Dates.Ended)));

    [Fact]
    public void its_steps_stay_in_order() => Story.Given(Proposed, Approved, Started, Completed)
        .When(new CorrectProject(Dates: new(Started: Some.Day("2009")))).ThenRefused(ProjectRules.InOrder, "dates");

    [Fact]
    public void a_step_not_taken_has_no_date_to_correct() => Story.Given(Proposed)
        .When(new CorrectProject(Dates: new(Ended: Some.Day("2014")))).ThenRefused(ProjectRules.DateOfAStepTaken, "dates");

    [Fact]
    public void no_step_was_taken_tomorrow() => Story.Given(Proposed, Approved, Started)
        .When(new CorrectProject(Dates: new(Started: Some.Day("2027")))).ThenRefused(CommonRules.NotInTheFuture, "dates");

    [Fact]
    public void a_correction_that_changes_nothing_is_refused()
    {
        Story.Given(Proposed).When(new CorrectProject()).ThenRefused(CommonRules.NothingChanged);
        Story.Given(Proposed).When(new CorrectProject([Some.CanOim], "Andean passport", Dates: new(Some.Day("2010"))))
            .ThenRefused(CommonRules.NothingChanged);
    }

    [Fact]
    public void an_approval_never_given_is_taken_back()
    {
        Story.Given(Proposed, Approved).When(new RetractProjectApproval()).Then(new ProjectApprovalRetracted())
            .ThenState(s => Assert.False(s.IsApproved));
        Story.Given(Proposed).When(new RetractProjectApproval()).ThenRefused(CommonRules.NothingChanged);
    }

    [Fact]
    public void an_entry_made_in_error_is_taken_back()
    {
        var milestone = new ProjectMilestoneReached(1, "Study", null);
        var committed = new ProjectFundsCommitted(2, Some.Oim, 5m, "USD", null);
        var disbursed = new ProjectFundsDisbursed(3, Some.Oim, 5m, "USD", null);
        var reported = new ProjectResultReported(4, "Passport", "In use", null);
        foreach (var entry in new[] { 1, 2, 3, 4 })
        {
            Story.Given(Proposed, Started, milestone, committed, disbursed, reported, Closed)
                .When(new RetractProjectEntry(entry)).Then(new ProjectEntryRetracted(entry))
                .ThenState(s =>
                {
                    Assert.False(s.HasEntry(entry));
                    Assert.Equal(3, s.Milestones.Count + s.FundsCommitted.Count + s.FundsDisbursed.Count + s.Results.Count);
                });
        }
    }

    [Fact]
    public void only_an_entry_that_stands_is_taken_back() =>
        Story.Given(Proposed, new ProjectMilestoneReached(1, "Study", null), new ProjectEntryRetracted(1))
            .When(new RetractProjectEntry(1)).ThenRefused(ProjectRules.OnlyAnEntry, "entry");

    [Fact]
    public void a_role_never_held_is_taken_back() => Story.Given(Proposed, Started, Closed)
        .When(new RetractProjectParticipant(Some.Can, ProjectRole.Implementing))
        .Then(new ProjectParticipantRetracted(Some.Can, ProjectRole.Implementing))
        .ThenState(s => Assert.Equal([Some.Oim.Value], s.Concerns.Organisations));

    [Fact]
    public void only_a_recorded_role_is_taken_back() => Story.Given(Proposed)
        .When(new RetractProjectParticipant(Some.Can, ProjectRole.Funding)).ThenRefused(ProjectRules.OnlyAParticipant, "organisation");

    [Fact]
    public void one_participant_remains() => Story.Given(Unnamed)
        .When(new RetractProjectParticipant(Some.Oim, ProjectRole.Funding))
        .ThenRefused(ProjectRules.OneParticipantRemains, "organisation");

    [Fact]
    public void who_paid_keeps_a_role()
    {
        var paid = new ProjectFundsDisbursed(1, Some.Oim, 5m, "USD", null);
        Story.Given(Proposed, paid).When(new RetractProjectParticipant(Some.Oim, ProjectRole.Funding))
            .ThenRefused(ProjectRules.FunderTakesPart, "organisation");
        Story.Given(Proposed, paid, new ProjectParticipantJoined(Some.Oim, ProjectRole.Extending, null))
            .When(new RetractProjectParticipant(Some.Oim, ProjectRole.Funding))
            .Then(new ProjectParticipantRetracted(Some.Oim, ProjectRole.Funding));
    }
}
