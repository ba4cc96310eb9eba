using Microsoft.AspNetCore.Mvc;
using Relations.App.Access.Accounts;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Access;
using Wolverine.Http;

namespace Relations.App.Access;

/// <summary>The commands of accounts over HTTP. Endpoints move data; the rules are in <see cref="AccountDecider"/>.</summary>
[Microsoft.AspNetCore.Http.Tags("Accounts")]
public static class AccountEndpoints
{
    private const string Address = "/api/accounts";

    /// <summary>All accounts, a page at a time, in the order of their making.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address, OperationId = "ListAccounts")]
    [ProducesResponseType<Page<Account>>(StatusCodes.Status200OK)]
    public static Task<IResult> List(int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.ListAsync<Account>(http, Paging.Of(page, size));

    /// <summary>An account as it is, as it stood on a day, as it was known at a moment.</summary>
    /// <param name="id">The account.</param>
    /// <param name="on">A day in the world: the account as it stood then.</param>
    /// <param name="asKnownAt">A moment of recording: the account as it was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}", OperationId = "GetAccount")]
    [ProducesResponseType<Account>(StatusCodes.Status200OK)]
    public static Task<IResult> Get(Guid id, string? on, string? asKnownAt, HttpContext http, RecordQueries queries) =>
        queries.GetAsync<Account>(http, id, new(on, asKnownAt));

    /// <summary>Every event of an account: who gave it which role, and when.</summary>
    /// <param name="id">The account.</param>
    /// <param name="on">A day in the world: only what had begun by then.</param>
    /// <param name="asKnownAt">A moment of recording: only what was known by then.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="queries">Reads records.</param>
    [WolverineGet(Address + "/{id}/history", OperationId = "GetAccountHistory")]
    [ProducesResponseType<Page<HistoryEntry>>(StatusCodes.Status200OK)]
    public static Task<IResult> History(
        Guid id, string? on, string? asKnownAt, int? page, int? size, HttpContext http, RecordQueries queries) =>
        queries.HistoryAsync(http, id, new(on, asKnownAt), Paging.Of(page, size));

    /// <inheritdoc cref="OpenAccount" />
    [WolverinePost(Address, OperationId = nameof(OpenAccount))]
    public static Task<IResult> Open(OpenAccount command, HttpContext http, HttpRecorder recorder) =>
        recorder.OpenAsync(http, command, Address);

    /// <inheritdoc cref="GrantRole" />
    [WolverinePost(Address + "/{id}/grant-role", OperationId = nameof(GrantRole))]
    public static Task<IResult> Grant(Guid id, GrantRole command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RevokeRole" />
    [WolverinePost(Address + "/{id}/revoke-role", OperationId = nameof(RevokeRole))]
    public static Task<IResult> Revoke(Guid id, RevokeRole command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="RenameAccount" />
    [WolverinePost(Address + "/{id}/rename", OperationId = nameof(RenameAccount))]
    public static Task<IResult> Rename(Guid id, RenameAccount command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="CloseAccount" />
    [WolverinePost(Address + "/{id}/close", OperationId = nameof(CloseAccount))]
    public static Task<IResult> Close(Guid id, CloseAccount command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <inheritdoc cref="ReopenAccount" />
    [WolverinePost(Address + "/{id}/reopen", OperationId = nameof(ReopenAccount))]
    public static Task<IResult> Reopen(Guid id, ReopenAccount command, HttpContext http, HttpRecorder recorder) =>
        recorder.AddAsync(http, id, command);

    /// <summary>
    /// Invites the person behind a local account to choose a password, with a link that works once and for three days. The
    /// password and the further factors that there were are gone, and their sessions with them.
    /// </summary>
    /// <param name="id">The account.</param>
    /// <param name="accounts">The accounts.</param>
    /// <param name="invitations">Invites.</param>
    /// <param name="current">Who asks.</param>
    /// <param name="http">The request.</param>
    [WolverinePost(Address + "/{id}/invite", OperationId = "InviteAccount")]
    [ProducesResponseType<InvitationAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, ProblemAnswer.MediaType)]
    public static async Task<IResult> Invite(
        Guid id, OpenAccounts accounts, Invitations invitations, CurrentActor current, HttpContext http)
    {
        if (AccessPolicy.ForbidsKeepingAccounts(current.Actor) is { } rule)
            return Problems.Forbidden(rule);
        if (await accounts.FindAsync(id, http.RequestAborted) is not { } account)
            return Problems.NotFound();
        if (account.Origin != AccountOrigin.Local)
            return Problems.Of(new Outcome.Refused([new(AccountRules.LocalInvited)]));
        var (address, expires) = await invitations.InviteAsync(account, current.Actor, http.RequestAborted);
        return Results.Ok(new InvitationAnswer(address, expires));
    }
}

/// <summary>An invitation, told once.</summary>
/// <param name="Address">Its address on this server. Whoever opens it chooses the password: give it to the person alone.</param>
/// <param name="Expires">When it ends.</param>
public sealed record InvitationAnswer(string Address, DateTimeOffset Expires);
