using Microsoft.AspNetCore.Mvc;
using Relations.App.Access.Accounts;
using Relations.App.Api;
using Relations.App.Recording;
using Relations.Domain.Access;
using Wolverine.Http;

namespace Relations.App.Access;

/// <summary>The tokens by which machines use the API, for whoever is signed in.</summary>
[Microsoft.AspNetCore.Http.Tags("Tokens")]
public static class TokenEndpoints
{
    private const string Address = "/api/account/tokens";

    /// <summary>The tokens of one's own account, the newest first, the ended ones included.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="current">Who asks.</param>
    [WolverineGet(Address, OperationId = "ListTokens")]
    [ProducesResponseType<Page<TokenAnswer>>(StatusCodes.Status200OK)]
    public static async Task<IResult> List(int? page, int? size, HttpContext http, ApiTokens tokens, CurrentActor current)
    {
        var paging = Paging.Of(page, size);
        if (!paging.IsWithinBounds(out var problem))
            return problem;
        var found = await tokens.ListAsync(current.Actor.Account!.Value, paging, http.RequestAborted);
        return Results.Ok(new Page<TokenAnswer>([.. found.Items.Select(TokenAnswer.Of)], found.Number, found.Size, found.Total));
    }

    /// <summary>
    /// Issues a token for one's own account. Only who signed in a short while ago can do so: a token that leaked makes no other. The answer
    /// holds the token itself, once.
    /// </summary>
    /// <param name="wish">What it is to be.</param>
    /// <param name="http">The request.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="current">Who asks.</param>
    [WolverinePost(Address, OperationId = nameof(IssueToken))]
    [ProducesResponseType<IssuedTokenAnswer>(StatusCodes.Status201Created)]
    [ProducesResponseType<ProblemAnswer>(StatusCodes.Status422UnprocessableEntity, ProblemAnswer.MediaType)]
    public static async Task<IResult> Issue(IssueToken wish, HttpContext http, ApiTokens tokens, CurrentActor current)
    {
        if (current.Actor.Token is not null)
            return Problems.Forbidden(AccountRules.WithinToken);
        if (!await Sessions.IsFreshAsync(http))
            return Problems.Forbidden(AccountRules.RecentSignIn);
        var issue = await tokens.IssueAsync(current.Actor.Account!.Value, current.Actor.Name, wish, http.RequestAborted);
        return issue.Token is { } token
            ? Results.Created($"{Address}/{token.Id}", new IssuedTokenAnswer(TokenAnswer.Of(token), issue.Secret!))
            : Problems.Of(new Outcome.Refused(issue.Refusals));
    }

    /// <summary>Revokes a token of one's own account; it opens nothing any more, at once and for ever.</summary>
    /// <param name="id">The token.</param>
    /// <param name="http">The request.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="current">Who asks.</param>
    [WolverineDelete(Address + "/{id}", OperationId = "RevokeToken")]
    [ProducesResponseType<TokenAnswer>(StatusCodes.Status200OK)]
    public static async Task<IResult> Revoke(Guid id, HttpContext http, ApiTokens tokens, CurrentActor current) =>
        await tokens.RevokeAsync(current.Actor.Account!.Value, current.Actor.Name, id, http.RequestAborted) is { } token
            ? Results.Ok(TokenAnswer.Of(token))
            : Problems.NotFound();
}

/// <summary>A token, as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it is good for.</param>
/// <param name="Issued">When it was issued.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="Revoked">When it was revoked, if it was.</param>
/// <param name="LastUsed">The last day on which it was used, if it was.</param>
public sealed record TokenAnswer(
    Guid Id,
    string Label,
    IReadOnlyList<TokenScope> Scopes,
    DateTimeOffset Issued,
    DateTimeOffset Expires,
    DateTimeOffset? Revoked,
    DateOnly? LastUsed)
{
    /// <summary>A token, without its hash.</summary>
    /// <param name="token">The token.</param>
    public static TokenAnswer Of(ApiToken token) =>
        new(token.Id, token.Label, token.Scopes, token.Issued, token.Expires, token.Revoked, token.LastUsed);
}

/// <summary>A token that was issued just now.</summary>
/// <param name="Token">What is kept of it.</param>
/// <param name="Secret">The token itself: send it as <c>Authorization: Bearer</c>. It is told once.</param>
public sealed record IssuedTokenAnswer(TokenAnswer Token, string Secret);
