using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Relations.App.Access.Web;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.Partnerships;

/// <summary>The commands of partnerships over HTTP. Endpoints move data; the rules are in <see cref="PartnershipDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Partnerships")]
public static class PartnershipEndpoints
{
    private const string Address = "/api/partnerships";

    /// <summary>All partnerships, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListPartnerships")]
    [ProducesResponseType<Page<Partnership>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Partnership>(http, Paging.Of(page, size));

    /// <summary>
    /// A partnership whole: parties, agreements, meetings, projects, commitments, its health with the records behind each
    /// figure, and its latest facts with the passages they are written in.
    /// </summary>
    /// <param name="key">Its slug, such as <c>can-oim</c>, or its id.</param>
    /// <param name="on">A day in the world: the partnership as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the partnership as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="reader">Reads partnerships.</param>
    [WolverineGet(Address + "/{key}", OperationId = "GetPartnership")]
    [EnableRateLimiting(RateLimits.Expensive)]
    [ProducesResponseType<PartnershipAnswer>(StatusCodes.Status200OK)]
    public static async Task<IResult> Get(string key, string? on, string? asKnownAt, HttpContext http, PartnershipReader reader)
    {
        if (!new Clocks(on, asKnownAt).TryRead(out var asOf, out var problem))
            return problem;
        if (await reader.ReadAsync(key, asOf, http.RequestAborted) is not { } picture)
            return Problems.NotFound();
        http.Response.Headers.ETag = HttpRecorder.Tag(picture.View.Partnership!.Version);
        return Results.Ok(PartnershipAnswer.Of(picture));
    }

    /// <summary>The timeline of a partnership, the latest day first, each fact with the passages it is written in.</summary>
    /// <param name="key">Its slug, such as <c>can-oim</c>, or its id.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="partnerships">Reads partnerships.</param>
    /// <param name="records">Reads records.</param>
    [WolverineGet(Address + "/{key}/timeline", OperationId = "GetPartnershipTimeline")]
    [EnableRateLimiting(RateLimits.Expensive)]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static async Task<IResult> Timeline(
        string key, string? on, string? asKnownAt, int? page, int? size, HttpContext http, PartnershipReader partnerships, RecordReader records)
    {
        var paging = Paging.Of(page, size);
        if (!new Clocks(on, asKnownAt).TryRead(out var asOf, out var problem) || !paging.IsWithinBounds(out problem))
            return problem;
        if (await partnerships.FindAsync(key, http.RequestAborted) is not { } partnership)
            return Problems.NotFound();
        var (events, total) = await partnerships.TimelineAsync(partnership, asOf, paging.Skipped, paging.Size, http.RequestAborted);
        return Results.Ok(await records.EntriesAsync(events, total, paging, http.RequestAborted));
    }

    /// <summary>Every event of a partnership, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The partnership.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetPartnershipHistory")]
    [EnableRateLimiting(RateLimits.Expensive)]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="EstablishPartnership" />
    [WolverinePost(Address, OperationId = nameof(EstablishPartnership))]
    public static Task<IResult> Establish(EstablishPartnership command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="JoinPartnership" />
    [WolverinePost(Address + "/{id}/join", OperationId = nameof(JoinPartnership))]
    public static Task<IResult> Join(Guid id, JoinPartnership command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="LeavePartnership" />
    [WolverinePost(Address + "/{id}/leave", OperationId = nameof(LeavePartnership))]
    public static Task<IResult> Leave(Guid id, LeavePartnership command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="SetThemes" />
    [WolverinePost(Address + "/{id}/set-themes", OperationId = nameof(SetThemes))]
    public static Task<IResult> SetThemes(Guid id, SetThemes command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="AssignFocalPoint" />
    [WolverinePost(Address + "/{id}/assign-focal-point", OperationId = nameof(AssignFocalPoint))]
    public static Task<IResult> AssignFocalPoint(Guid id, AssignFocalPoint command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="SuspendPartnership" />
    [WolverinePost(Address + "/{id}/suspend", OperationId = nameof(SuspendPartnership))]
    public static Task<IResult> Suspend(Guid id, SuspendPartnership command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ResumePartnership" />
    [WolverinePost(Address + "/{id}/resume", OperationId = nameof(ResumePartnership))]
    public static Task<IResult> Resume(Guid id, ResumePartnership command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClosePartnership" />
    [WolverinePost(Address + "/{id}/close", OperationId = nameof(ClosePartnership))]
    public static Task<IResult> Close(Guid id, ClosePartnership command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectPartnership" />
    [WolverinePost(Address + "/{id}/correct", OperationId = nameof(CorrectPartnership))]
    public static Task<IResult> Correct(Guid id, CorrectPartnership command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectPartnershipParty" />
    [WolverinePost(Address + "/{id}/correct-party", OperationId = nameof(CorrectPartnershipParty))]
    public static Task<IResult> CorrectParty(Guid id, CorrectPartnershipParty command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractPartnershipParty" />
    [WolverinePost(Address + "/{id}/retract-party", OperationId = nameof(RetractPartnershipParty))]
    public static Task<IResult> RetractParty(Guid id, RetractPartnershipParty command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RetractPartnershipWithdrawal" />
    [WolverinePost(Address + "/{id}/retract-withdrawal", OperationId = nameof(RetractPartnershipWithdrawal))]
    public static Task<IResult> RetractWithdrawal(Guid id, RetractPartnershipWithdrawal command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifyPartnership")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
