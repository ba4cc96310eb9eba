using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Commitments;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.Commitments;

/// <summary>The commands of commitments over HTTP. Endpoints move data; the rules are in <see cref="CommitmentDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Commitments")]
public static class CommitmentEndpoints
{
    private const string Address = "/api/commitments";

    /// <summary>All commitments, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListCommitments")]
    [ProducesResponseType<Page<Commitment>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Commitment>(http, Paging.Of(page, size));

    /// <summary>A commitment as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The commitment.</param>
    /// <param name="on">A day in the world: the commitment as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the commitment as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetCommitment")]
    [ProducesResponseType<Commitment>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Commitment>(http, id, new(on, asKnownAt));

    /// <summary>Every event of a commitment, with who recorded it, when, and from which passage.</summary>
    /// <param name="id">The commitment.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetCommitmentHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="MakeCommitment" />
    [WolverinePost(Address, OperationId = nameof(MakeCommitment))]
    public static Task<IResult> Make(MakeCommitment command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="AssignCommitment" />
    [WolverinePost(Address + "/{id}/assign", OperationId = nameof(AssignCommitment))]
    public static Task<IResult> Assign(Guid id, AssignCommitment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="DeferCommitment" />
    [WolverinePost(Address + "/{id}/defer", OperationId = nameof(DeferCommitment))]
    public static Task<IResult> Defer(Guid id, DeferCommitment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="KeepCommitment" />
    [WolverinePost(Address + "/{id}/keep", OperationId = nameof(KeepCommitment))]
    public static Task<IResult> Keep(Guid id, KeepCommitment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="BreakCommitment" />
    [WolverinePost(Address + "/{id}/break", OperationId = nameof(BreakCommitment))]
    public static Task<IResult> Break(Guid id, BreakCommitment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="WithdrawCommitment" />
    [WolverinePost(Address + "/{id}/withdraw", OperationId = nameof(WithdrawCommitment))]
    public static Task<IResult> Withdraw(Guid id, WithdrawCommitment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CorrectCommitment" />
    [WolverinePost(Address + "/{id}/correct", OperationId = nameof(CorrectCommitment))]
    public static Task<IResult> Correct(Guid id, CorrectCommitment command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ClassifyRecord" />
    [WolverinePost(Address + "/{id}/classify", OperationId = "ClassifyCommitment")]
    public static Task<IResult> Classify(Guid id, ClassifyRecord command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);
}
