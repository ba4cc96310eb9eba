using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.Meetings;

/// <summary>The commands of meetings over HTTP. Endpoints move data; the rules are in <see cref="MeetingDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Meetings")]
public static class MeetingEndpoints
{
    private const string Address = "/api/meetings";

    /// <summary>All meetings, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListMeetings")]
    [ProducesResponseType<Page<Meeting>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Meeting>(http, Paging.Of(page, size));

    /// <summary>A meeting as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="on">A day in the world: the meeting as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the meeting as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetMeeting")]
    [ProducesResponseType<Meeting>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Meeting>(http, id, new(on, asKnownAt));

    /// <summary>Every event of a meeting, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetMeetingHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="ScheduleMeeting" />
    [WolverinePost(Address + "/schedule", OperationId = nameof(ScheduleMeeting))]
    public static Task<IResult> Schedule(ScheduleMeeting command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="LogMeeting" />
    [WolverinePost(Address + "/log", OperationId = nameof(LogMeeting))]
    public static Task<IResult> Log(LogMeeting command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="RescheduleMeeting" />
    [WolverinePost(Address + "/{id}/reschedule", OperationId = nameof(RescheduleMeeting))]
    public static Task<IResult> Reschedule(Guid id, RescheduleMeeting command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CancelMeeting" />
    [WolverinePost(Address + "/{id}/cancel", OperationId = nameof(CancelMeeting))]
    public static Task<IResult> Cancel(Guid id, CancelMeeting command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="HoldMeeting" />
    [WolverinePost(Address + "/{id}/hold", OperationId = nameof(HoldMeeting))]
    public static Task<IResult> Hold(Guid id, HoldMeeting command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RecordNotHeld" />
    [WolverinePost(Address + "/{id}/record-not-held", OperationId = nameof(RecordNotHeld))]
    public static Task<IResult> RecordNotHeld(Guid id, RecordNotHeld command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RecordParticipant" />
    [WolverinePost(Address + "/{id}/record-participant", OperationId = nameof(RecordParticipant))]
    public static Task<IResult> RecordParticipant(Guid id, RecordParticipant command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="DiscussTopic" />
    [WolverinePost(Address + "/{id}/discuss-topic", OperationId = nameof(DiscussTopic))]
    public static Task<IResult> DiscussTopic(Guid id, DiscussTopic command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RecordStatement" />
    [WolverinePost(Address + "/{id}/record-statement", OperationId = nameof(RecordStatement))]
    public static Task<IResult> RecordStatement(Guid id, RecordStatement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="DraftMinutes" />
    [WolverinePost(Address + "/{id}/draft-minutes", OperationId = nameof(DraftMinutes))]
    public static Task<IResult> DraftMinutes(Guid id, DraftMinutes command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ApproveMinutes" />
    [WolverinePost(Address + "/{id}/approve-minutes", OperationId = nameof(ApproveMinutes))]
    public static Task<IResult> ApproveMinutes(Guid id, ApproveMinutes command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RecordOutcome" />
    [WolverinePost(Address + "/{id}/record-outcome", OperationId = nameof(RecordOutcome))]
    public static Task<IResult> RecordOutcome(Guid id, RecordOutcome command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="AttachSource" />
    [WolverinePost(Address + "/{id}/attach-source", OperationId = nameof(AttachSource))]
    public static Task<IResult> AttachSource(Guid id, AttachSource command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectMeeting" />
    [WolverinePost(Address + "/{id}/correct", OperationId = nameof(CorrectMeeting))]
    public static Task<IResult> Correct(Guid id, CorrectMeeting command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractParticipant" />
    [WolverinePost(Address + "/{id}/retract-participant", OperationId = nameof(RetractParticipant))]
    public static Task<IResult> RetractParticipant(Guid id, RetractParticipant command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractTopic" />
    [WolverinePost(Address + "/{id}/retract-topic", OperationId = nameof(RetractTopic))]
    public static Task<IResult> RetractTopic(Guid id, RetractTopic command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractStatement" />
    [WolverinePost(Address + "/{id}/retract-statement", OperationId = nameof(RetractStatement))]
    public static Task<IResult> RetractStatement(Guid id, RetractStatement command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractOutcome" />
    [WolverinePost(Address + "/{id}/retract-outcome", OperationId = nameof(RetractOutcome))]
    public static Task<IResult> RetractOutcome(Guid id, RetractOutcome command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractMinutes" />
    [WolverinePost(Address + "/{id}/retract-minutes", OperationId = nameof(RetractMinutes))]
    public static Task<IResult> RetractMinutes(Guid id, RetractMinutes command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractSource" />
    [WolverinePost(Address + "/{id}/retract-source", OperationId = nameof(RetractSource))]
    public static Task<IResult> RetractSource(Guid id, RetractSource command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="WithdrawMeeting" />
    [WolverinePost(Address + "/{id}/withdraw", OperationId = nameof(WithdrawMeeting))]
    public static Task<IResult> Withdraw(Guid id, WithdrawMeeting command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifyMeeting")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
