using Marten;
using Marten.Patching;
using Relations.App.Api;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Access.Accounts;

/// <summary>What a new token is to be.</summary>
/// <param name="Label">What it is for, at most <see cref="Limits.Code"/> characters.</param>
/// <param name="Scopes">What it is good for, besides reading; <c>calendar</c> alone makes the key of a calendar, which reads nothing else.</param>
/// <param name="Days">In how many days it ends: 1 to 365.</param>
public sealed record IssueToken(string Label, IReadOnlyList<TokenScope>? Scopes = null, int Days = ApiTokens.UsualDays);

/// <summary>What became of the wish for a token.</summary>
/// <param name="Token">The token; null where it was not issued.</param>
/// <param name="Secret">What the machine sends. It is known now and never again.</param>
/// <param name="Refusals">What stands against it.</param>
public sealed record TokenIssue(ApiToken? Token, string? Secret, IReadOnlyList<Refusal> Refusals);

/// <summary>Issues the tokens of accounts, finds them again, and revokes them.</summary>
/// <param name="store">The store.</param>
/// <param name="log">The trail of access.</param>
/// <param name="clock">What time it is.</param>
public sealed class ApiTokens(IDocumentStore store, AccessLog log, TimeProvider clock)
{
    /// <summary>How every token begins, so that scanners of leaked secrets know it.</summary>
    public const string Prefix = "rel_";

    /// <summary>The longest that a token lives, in days.</summary>
    public const int MostDays = 365;

    /// <summary>How many days a token lives unless said otherwise.</summary>
    public const int UsualDays = 90;

    /// <summary>The most tokens of an account that are good at the same time.</summary>
    public const int Most = 50;

    private const int Length = 47;

    /// <summary>Issues a token.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The account's name.</param>
    /// <param name="wish">What it is to be.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<TokenIssue> IssueAsync(AccountId account, string name, IssueToken wish, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var refusals = Mistakes(wish, await GoodAsync(account, now, cancellation));
        if (refusals.Count > 0)
            return new(null, null, refusals);

        var secret = Prefix + Secret.New();
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(),
            Hash = Secret.HashOf(secret),
            Account = account.Value,
            Label = wish.Label,
            Scopes = ScopesOf(wish),
            Issued = now,
            Expires = now.AddDays(wish.Days),
        };
        await SaveAsync(token, cancellation);
        await log.WriteAsync(name, new TokenIssued(token.Id, token.Label, token.Scopes, token.Expires), cancellation);
        return new(token, secret, []);
    }

    /// <summary>The tokens of an account, the newest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="paging">Which page, within bounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Page<ApiToken>> ListAsync(AccountId account, Paging paging, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var own = session.Query<ApiToken>().Where(t => t.Account == account.Value);
        var tokens = await own.OrderByDescending(t => t.Id).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellation);
        return new(tokens, paging.Page, paging.Size, await own.CountAsync(cancellation));
    }

    /// <summary>Revokes a token of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The account's name.</param>
    /// <param name="id">The token.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The token; null where the account has no such token.</returns>
    public async Task<ApiToken?> RevokeAsync(AccountId account, string name, Guid id, CancellationToken cancellation)
    {
        if (await LoadAsync(id, cancellation) is not { } token || token.Account != account.Value)
            return null;
        if (token.Revoked is not null)
            return token;
        var revoked = token with { Revoked = clock.GetUtcNow() };
        await SaveAsync(revoked, cancellation);
        await log.WriteAsync(name, new TokenRevoked(id, token.Label), cancellation);
        return revoked;
    }

    /// <summary>The token that somebody brought, good or not; null where there is none.</summary>
    /// <param name="secret">What they brought.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ApiToken?> FindAsync(string secret, CancellationToken cancellation)
    {
        if (secret.Length != Length || !secret.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var hash = Secret.HashOf(secret);
        await using var session = store.QuerySession();
        return await session.Query<ApiToken>().FirstOrDefaultAsync(t => t.Hash == hash, cancellation);
    }

    /// <summary>Notes that a token was used, once a day.</summary>
    /// <param name="token">The token.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task UsedAsync(ApiToken token, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (token.LastUsed == today)
            return;

        // One field alone: the token may be revoked at this moment.
        await using var session = store.LightweightSession();
        session.Patch<ApiToken>(token.Id).Set(t => t.LastUsed, today);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Every token reads, but for the key of a calendar: it stands in an address, and opens the calendar alone.</summary>
    private static IReadOnlyList<TokenScope> ScopesOf(IssueToken wish) =>
        wish.Scopes is [TokenScope.Calendar] ? wish.Scopes : [.. (wish.Scopes ?? []).Append(TokenScope.Read).Distinct().Order()];

    private static List<Refusal> Mistakes(IssueToken wish, int good)
    {
        var mistakes = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(wish.Label))
            mistakes.Add(new(CommonRules.TextRequired, "label"));
        else if (wish.Label.Length > Limits.Code)
            mistakes.Add(new(CommonRules.TextTooLong, "label", Limits.Code));
        else if (wish.Label.Any(char.IsControl))
            mistakes.Add(new(CommonRules.TextUnreadable, "label"));
        if (wish.Days is < 1 or > MostDays)
            mistakes.Add(new(CommonRules.OutOfRange, "days", 1, MostDays));
        if (good >= Most)
            mistakes.Add(new(CommonRules.TooManyItems, null, Most));
        return mistakes;
    }

    private async Task<ApiToken?> LoadAsync(Guid id, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<ApiToken>(id, cancellation);
    }

    private async Task<int> GoodAsync(AccountId account, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.Query<ApiToken>().CountAsync(t => t.Account == account.Value && t.Revoked == null && t.Expires > now, cancellation);
    }

    private async Task SaveAsync(ApiToken token, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        session.Store(token);
        await session.SaveChangesAsync(cancellation);
    }
}
