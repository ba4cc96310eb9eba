using Relations.App.Api;
using Relations.Domain.Commitments;
using Wolverine.Http;

namespace Relations.App.Commitments;

/// <summary>The commands of commitments over HTTP. Endpoints move data; the rules are in <see cref="CommitmentDecider"/>.</summary>
[Tags("Commitments")]
public static class CommitmentEndpoints
{
    private const string Address = "/api/commitments";

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
}
