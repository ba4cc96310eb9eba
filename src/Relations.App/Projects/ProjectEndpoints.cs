using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.Projects;

/// <summary>The commands of projects over HTTP. Endpoints move data; the rules are in <see cref="ProjectDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Projects")]
public static class ProjectEndpoints
{
    private const string Address = "/api/projects";

    /// <summary>All projects, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListProjects")]
    [ProducesResponseType<Page<Project>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Project>(http, Paging.Of(page, size));

    /// <summary>A project as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The project.</param>
    /// <param name="on">A day in the world: the project as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the project as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetProject")]
    [ProducesResponseType<Project>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Project>(http, id, new(on, asKnownAt));

    /// <summary>Every event of a project, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The project.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetProjectHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="RecordProject" />
    [WolverinePost(Address + "/record", OperationId = nameof(RecordProject))]
    public static Task<IResult> Record(RecordProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="ProposeProject" />
    [WolverinePost(Address + "/propose", OperationId = nameof(ProposeProject))]
    public static Task<IResult> Propose(ProposeProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="ApproveProject" />
    [WolverinePost(Address + "/{id}/approve", OperationId = nameof(ApproveProject))]
    public static Task<IResult> Approve(Guid id, ApproveProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="StartProject" />
    [WolverinePost(Address + "/{id}/start", OperationId = nameof(StartProject))]
    public static Task<IResult> Start(Guid id, StartProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ReachMilestone" />
    [WolverinePost(Address + "/{id}/reach-milestone", OperationId = nameof(ReachMilestone))]
    public static Task<IResult> ReachMilestone(Guid id, ReachMilestone command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CommitFunds" />
    [WolverinePost(Address + "/{id}/commit-funds", OperationId = nameof(CommitFunds))]
    public static Task<IResult> CommitFunds(Guid id, CommitFunds command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="DisburseFunds" />
    [WolverinePost(Address + "/{id}/disburse-funds", OperationId = nameof(DisburseFunds))]
    public static Task<IResult> DisburseFunds(Guid id, DisburseFunds command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="SuspendProject" />
    [WolverinePost(Address + "/{id}/suspend", OperationId = nameof(SuspendProject))]
    public static Task<IResult> Suspend(Guid id, SuspendProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ResumeProject" />
    [WolverinePost(Address + "/{id}/resume", OperationId = nameof(ResumeProject))]
    public static Task<IResult> Resume(Guid id, ResumeProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CompleteProject" />
    [WolverinePost(Address + "/{id}/complete", OperationId = nameof(CompleteProject))]
    public static Task<IResult> Complete(Guid id, CompleteProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CloseProject" />
    [WolverinePost(Address + "/{id}/close", OperationId = nameof(CloseProject))]
    public static Task<IResult> Close(Guid id, CloseProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CancelProject" />
    [WolverinePost(Address + "/{id}/cancel", OperationId = nameof(CancelProject))]
    public static Task<IResult> Cancel(Guid id, CancelProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ReportResult" />
    [WolverinePost(Address + "/{id}/report-result", OperationId = nameof(ReportResult))]
    public static Task<IResult> ReportResult(Guid id, ReportResult command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="JoinProject" />
    [WolverinePost(Address + "/{id}/join", OperationId = nameof(JoinProject))]
    public static Task<IResult> Join(Guid id, JoinProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractProjectParticipant" />
    [WolverinePost(Address + "/{id}/retract-participant", OperationId = nameof(RetractProjectParticipant))]
    public static Task<IResult> RetractParticipant(Guid id, RetractProjectParticipant command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractProjectApproval" />
    [WolverinePost(Address + "/{id}/retract-approval", OperationId = nameof(RetractProjectApproval))]
    public static Task<IResult> RetractApproval(Guid id, RetractProjectApproval command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractProjectEntry" />
    [WolverinePost(Address + "/{id}/retract-entry", OperationId = nameof(RetractProjectEntry))]
    public static Task<IResult> RetractEntry(Guid id, RetractProjectEntry command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectProject" />
    [WolverinePost(Address + "/{id}/correct", OperationId = nameof(CorrectProject))]
    public static Task<IResult> Correct(Guid id, CorrectProject command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifyProject")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
