using Relations.App.Tests.Api;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Projects;

/// <summary>What the rules of projects forbid. Most stories begin with a project of OIM proposed in 2010.</summary>
public static class ProjectRefusals
{
    internal const string Propose = "/api/projects/propose";
    private const string Record = "/api/projects/record";

    private static readonly (string Verb, Func<Cast, Command> Command) Started = ("start", _ => new StartProject(On("2012")));
    private static readonly (string Verb, Func<Cast, Command> Command) Closed = ("close", _ => new CloseProject(On("2016")));

    public static IReadOnlyList<RefusalCase> All { get; } = [.. Opening, .. Steps, .. Entries, .. Corrections];

    private static IEnumerable<RefusalCase> Opening =>
    [
        new(ProjectRules.TitleOrDescription, "description", Record, c => Recorded(c) with { Title = null }),
        new(ProjectRules.PeriodHasBegun, "period", Record, c => Recorded(c) with { Period = On("2999") }),
        new(CommonRules.TooFewItems, "participants", Record, c => Recorded(c) with { Participants = [] }),
        new(CommonRules.TextRequired, "title", Propose, c => Proposed(c) with { Title = "" }),
        new(CommonRules.ReferenceUnknown, "participants[0].organisation", Record, c =>
            Recorded(c) with { Participants = [new(new(Guid.Empty), ProjectRole.Funding)] }),
        new(CommonRules.ReferenceUnknown, "agreement", Propose, c => Proposed(c) with { Agreement = new(Guid.Empty) }),
    ];

    private static IEnumerable<RefusalCase> Steps =>
    [
        new(ProjectRules.ApprovedInPipeline, null, Told("approve", Started), _ => new ApproveProject(On("2013"))),
        new(ProjectRules.ApprovedOnce, null, Told("approve", ("approve", _ => new ApproveProject(On("2011")))), _ => new ApproveProject(On("2012"))),
        new(ProjectRules.StartsFromPipeline, null, Told("start", Started), _ => new StartProject(On("2013"))),
        new(ProjectRules.OnlyWorkIsSuspended, null, Told("suspend"), _ => new SuspendProject(On("2013"), "Sin fondos")),
        new(ProjectRules.OnlySuspendedIsResumed, null, Told("resume", Started), _ => new ResumeProject(On("2013"))),
        new(ProjectRules.OnlyWorkIsCompleted, null, Told("complete"), _ => new CompleteProject(On("2013"))),
        new(ProjectRules.ClosedAfterWork, null, Told("close"), _ => new CloseProject(On("2013"))),
        new(
            ProjectRules.CancelledBeforeCompletion,
            null,
            Told("cancel", Started, ("complete", _ => new CompleteProject(On("2015")))),
            _ => new CancelProject(On("2016"), "Sin fondos")),
        new(ProjectRules.NothingAfterTheEnd, null, Told("complete", Started, Closed), _ => new CompleteProject(On("2017"))),
        new(ProjectRules.NothingAfterTheEnd, "on", Told("reach-milestone", Started, Closed), _ => new ReachMilestone("Estudio", On("2017"))),
        new(ProjectRules.InOrder, "on", Told("start"), _ => new StartProject(On("2009"))),
        new(CommonRules.NotInTheFuture, "on", Told("start"), _ => new StartProject(On("2999"))),
        new(CommonRules.TextRequired, "why", Told("cancel"), _ => new CancelProject(On("2013"), "")),
    ];

    private static IEnumerable<RefusalCase> Entries =>
    [
        new(ProjectRules.ResultsNeedWork, null, Told("report-result"), _ => new ReportResult("Pasaporte", "En uso", On("2018"))),
        new(ProjectRules.RoleHeldOnce, "role", Told("join"), c => new JoinProject(c.Oim, ProjectRole.Funding)),
        new(ProjectRules.FunderTakesPart, "by", Told("commit-funds"), c => Commit(c) with { By = c.Sgcan }),
        new(ProjectRules.AmountInBounds, "amount", Told("commit-funds"), c => Commit(c) with { Amount = 0 }),
        new(ProjectRules.AmountInBounds, "amount", Told("disburse-funds"), c => new DisburseFunds(c.Oim, 0.00001m, "USD", On("2013"))),
        new(ProjectRules.CurrencyCode, "currency", Told("commit-funds"), c => Commit(c) with { Currency = "US$" }),
    ];

    private static IEnumerable<RefusalCase> Corrections =>
    [
        new(ProjectRules.OnlyAnEntry, "entry", Told("retract-entry"), _ => new RetractProjectEntry(1) { Provenance = Mistake }),
        new(ProjectRules.OnlyAParticipant, "organisation", Told("retract-participant"), c =>
            new RetractProjectParticipant(c.Can, ProjectRole.Funding) { Provenance = Mistake }),
        new(ProjectRules.OneParticipantRemains, "organisation", Told("retract-participant"), Retract),
        new(
            ProjectRules.FunderTakesPart,
            "organisation",
            Told("retract-participant", ("commit-funds", Commit), ("join", c => new JoinProject(c.Can, ProjectRole.Implementing))),
            Retract),
        new(ProjectRules.DateOfAStepTaken, "dates", Told("correct"), _ =>
            new CorrectProject(Dates: new(Ended: On("2014"))) { Provenance = Mistake }),
        new(ProjectRules.InOrder, "dates", Told("correct", Started), _ =>
            new CorrectProject(Dates: new(Started: On("2009"))) { Provenance = Mistake }),
        new(CommonRules.NothingChanged, null, Told("retract-approval"), _ => new RetractProjectApproval { Provenance = Mistake }),
        new(CommonRules.CorrectionNeedsReason, "provenance.reason", Told("correct"), _ => new CorrectProject(Title: "Otro")),
    ];

    internal static ProposeProject Proposed(Cast cast) => new(
        [cast.CanOim], "Pasaporte andino", [new(cast.Oim, ProjectRole.Funding)], On("2010"));

    private static RecordProject Recorded(Cast cast) => new(
        [cast.CanOim], [new(cast.Oim, ProjectRole.Funding)], ProjectStatus.Implementation, "Pasaporte andino");

    private static CommitFunds Commit(Cast cast) => new(cast.Oim, 100, "USD", On("2012"));

    private static RetractProjectParticipant Retract(Cast cast) => new(cast.Oim, ProjectRole.Funding) { Provenance = Mistake };

    private static Func<ApiClient, Cast, Task<string>> Told(string next, params (string Verb, Func<Cast, Command> Command)[] before) =>
        Tell(Propose, Proposed, next, before);
}
