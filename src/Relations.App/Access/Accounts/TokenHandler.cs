using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>Lets a machine in that brings a token: <c>Authorization: Bearer rel_…</c> (RFC 6750).</summary>
/// <param name="options">Options.</param>
/// <param name="logger">Logs.</param>
/// <param name="encoder">Encodes addresses.</param>
/// <param name="tokens">The tokens.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="log">The trail of access.</param>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ApiTokens tokens,
    OpenAccounts accounts,
    AccessLog log) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The authentication scheme.</summary>
    public const string Name = "token";

    /// <summary>The claim with a scope of the token.</summary>
    public const string Scope = "scope";

    private const string Bearer = "Bearer";

    /// <summary>Whether a request brings a token.</summary>
    /// <param name="request">The request.</param>
    public static bool Comes(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var brought = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (await tokens.FindAsync(brought, Context.RequestAborted) is not { } token || !token.Scopes.Contains(TokenScope.Read))
            return AuthenticateResult.Fail("No such token.");
        var account = await accounts.FindAsync(token.Account, Context.RequestAborted);
        if (account is null || !token.IsGood(TimeProvider.GetUtcNow()))
        {
            var address = Context.Connection.RemoteIpAddress?.ToString();
            if (account is not null)
                await log.WriteAsync(account.Name, new SignInRefused(Proof.Token, Address: address), Context.RequestAborted);
            return AuthenticateResult.Fail("The token has ended.");
        }

        await tokens.UsedAsync(token, Context.RequestAborted);
        var identity = new ClaimsIdentity(Name, ClaimTypes.Name, null);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, account.Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, account.Name));
        identity.AddClaims(token.Scopes.Select(s => new Claim(Scope, s.ToString())));
        return AuthenticateResult.Success(new(new(identity), Name));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append(HeaderNames.WWWAuthenticate, """Bearer error="invalid_token" """.TrimEnd());
        return Task.CompletedTask;
    }
}
