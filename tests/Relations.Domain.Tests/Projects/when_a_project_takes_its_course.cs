using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Projects;

using Story = Scenario<Project, ProjectCommand>;

public class when_a_project_takes_its_course
{
    private static readonly ProjectProposed Proposed = new(
        [Some.CanOim], "Andean passport", [new(Some.Oim, ProjectRole.Implementing)], Some.Day("2010"), null, null, null);

    private static readonly ProjectApproved Approved = new(Some.Day("2011"));
    private static readonly ProjectStarted Started = new(Some.Day("2012"));
    private static readonly ProjectSuspended Suspended = new(Some.Day("2013"), "No funds");
    private static readonly ProjectResumed Resumed = new(Some.Day("2014"));
    private static readonly ProjectCompleted Completed = new(Some.Day("2015"));
    private static readonly ProjectClosed Closed = new(Some.Day("2016"));
    private static readonly ProjectCancelled Cancelled = new(Some.Day("2016"), "No funds");

    private static readonly Dictionary<ProjectStatus, Event[]> Course = new()
    {
        [ProjectStatus.Pipeline] = [Proposed],
        [ProjectStatus.Implementation] = [Proposed, Approved, Started],
        [ProjectStatus.Suspended] = [Proposed, Approved, Started, Suspended],
        [ProjectStatus.Finalisation] = [Proposed, Approved, Started, Completed],
        [ProjectStatus.Closed] = [Proposed, Approved, Started, Completed, Closed],
        [ProjectStatus.Cancelled] = [Proposed, Approved, Started, Cancelled],
    };

    private static readonly (ProjectCommand Command, Rule Rule, ProjectStatus[] From, ProjectStatus To)[] Steps =
    [
        (new ApproveProject(Some.Day("2017")), ProjectRules.ApprovedInPipeline, [ProjectStatus.Pipeline], ProjectStatus.Pipeline),
        (new StartProject(Some.Day("2017")), ProjectRules.StartsFromPipeline, [ProjectStatus.Pipeline], ProjectStatus.Implementation),
        (new SuspendProject(Some.Day("2017"), "Why"), ProjectRules.OnlyWorkIsSuspended,
            [ProjectStatus.Implementation], ProjectStatus.Suspended),
        (new ResumeProject(Some.Day("2017")), ProjectRules.OnlySuspendedIsResumed,
            [ProjectStatus.Suspended], ProjectStatus.Implementation),
        (new CompleteProject(Some.Day("2017")), ProjectRules.OnlyWorkIsCompleted,
            [ProjectStatus.Implementation], ProjectStatus.Finalisation),
        (new CloseProject(Some.Day("2017")), ProjectRules.ClosedAfterWork,
            [ProjectStatus.Implementation, ProjectStatus.Finalisation], ProjectStatus.Closed),
        (new CancelProject(Some.Day("2017"), "Why"), ProjectRules.CancelledBeforeCompletion,
            [ProjectStatus.Pipeline, ProjectStatus.Implementation, ProjectStatus.Suspended], ProjectStatus.Cancelled),
    ];

    public static TheoryData<int, ProjectStatus> EveryStepFromEveryStatus
    {
        get
        {
            var data = new TheoryData<int, ProjectStatus>();
            foreach (var status in Course.Keys)
                for (var step = 0; step < Steps.Length; step++)
                    data.Add(step, status);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryStepFromEveryStatus))]
    public void each_step_is_taken_from_its_statuses_only(int number, ProjectStatus from)
    {
        var step = Steps[number];
        var outcome = Story.Given(Course[from]).When(step.Command);
        if (step.From.Contains(from))
            outcome.ThenState(s => Assert.Equal(step.To, s.Status));
        else
            outcome.ThenRefused(from is ProjectStatus.Closed or ProjectStatus.Cancelled ? ProjectRules.NothingAfterTheEnd : step.Rule);
    }

    [Fact]
    public void each_step_is_recorded_with_its_date()
    {
        Story.Given(Proposed).When(new ApproveProject(Some.Day("2011"))).Then(Approved);
        Story.Given(Proposed, Approved).When(new StartProject(Some.Day("2012"))).Then(Started);
        Story.Given(Proposed, Approved, Started).When(new SuspendProject(Some.Day("2013"), "No funds")).Then(Suspended);
        Story.Given(Proposed, Approved, Started, Suspended).When(new ResumeProject(Some.Day("2014"))).Then(Resumed);
        Story.Given(Proposed, Approved, Started).When(new CompleteProject(Some.Day("2015"))).Then(Completed);
        Story.Given(Proposed, Approved, Started, Completed).When(new CloseProject(Some.Day("2016"))).Then(Closed)
            .ThenState(s => Assert.Equal(
                new(Some.Day("2010"), Some.Day("2011"), Some.Day("2012"), null, null, Some.Day("2015"), Some.Day("2016")), s.Dates));
        Story.Given(Proposed, Approved, Started).When(new CancelProject(Some.Day("2016"), "No funds")).Then(Cancelled)
            .ThenState(s => Assert.Equal("No funds", s.StatusReason));
    }

    [Fact]
    public void it_is_approved_once() => Story.Given(Proposed, Approved)
        .When(new ApproveProject(Some.Day("2012"))).ThenRefused(ProjectRules.ApprovedOnce);

    [Fact]
    public void a_start_without_approval_is_recorded_with_a_warning() => Story.Given(Proposed)
        .When(new StartProject(Some.Day("2012"))).Then(Started).ThenWarned(ProjectRules.ApprovedBeforeStart);

    [Fact]
    public void it_does_not_start_before_it_was_approved() => Story.Given(Proposed, Approved)
        .When(new StartProject(Some.Day("2010"))).ThenRefused(ProjectRules.InOrder, "on");

    [Fact]
    public void started_in_the_year_of_its_approval_is_not_certainly_wrong() => Story.Given(Proposed, Approved)
        .When(new StartProject(Some.Day("2011"))).Then(new ProjectStarted(Some.Day("2011")));

    [Fact]
    public void it_is_not_suspended_again_before_it_was_resumed() => Story.Given(Proposed, Approved, Started, Suspended, Resumed)
        .When(new SuspendProject(Some.Day("2013"), "Again")).ThenRefused(ProjectRules.InOrder, "on");

    [Fact]
    public void suspended_again_it_is_not_yet_resumed() => Story.Given(Proposed, Approved, Started, Suspended, Resumed)
        .When(new SuspendProject(Some.Day("2015"), "Again")).Then(new ProjectSuspended(Some.Day("2015"), "Again"))
        .ThenState(s => Assert.Equal((Some.Day("2015"), null, "Again"), (s.Dates.Suspended, s.Dates.Resumed, s.StatusReason)));

    [Fact]
    public void resumed_it_has_no_reason_to_stand_still() => Story.Given(Proposed, Approved, Started, Suspended)
        .When(new ResumeProject(Some.Day("2014"))).ThenState(s => Assert.Null(s.StatusReason));

    [Fact]
    public void no_step_was_taken_tomorrow() => Story.Given(Proposed)
        .When(new ApproveProject(Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void suspending_and_cancelling_need_a_reason()
    {
        Story.Given(Proposed, Started).When(new SuspendProject(Some.Day("2013"), "")).ThenRefused(CommonRules.TextRequired, "why");
        Story.Given(Proposed).When(new CancelProject(Some.Day("2013"), "")).ThenRefused(CommonRules.TextRequired, "why");
    }

    [Fact]
    public void attested_without_dates_it_goes_on_from_its_status() =>
        Story.Given(new ProjectRecorded([Some.CanOim], [new(Some.Oim, ProjectRole.Funding)], ProjectStatus.Suspended, "Old", null, null, null))
            .When(new ResumeProject(Some.Day("1990"))).Then(new ProjectResumed(Some.Day("1990")))
            .ThenState(s => Assert.Equal(ProjectStatus.Implementation, s.Status));
}
