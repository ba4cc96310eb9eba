using Microsoft.AspNetCore.Identity;
using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>
/// Invites the person behind an account to choose a password: the only way to a first password, and to another where the
/// first is lost. No administrator ever knows a password.
/// </summary>
/// <param name="users">The accounts' secrets.</param>
/// <param name="accounts">The accounts.</param>
/// <param name="log">The trail of access.</param>
/// <param name="clock">What time it is.</param>
public sealed class Invitations(UserManager<Credentials> users, OpenAccounts accounts, AccessLog log, TimeProvider clock)
{
    /// <summary>The page that an invitation leads to.</summary>
    public const string Address = "/account/invitation";

    /// <summary>How long an invitation is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>
    /// Invites somebody. An earlier invitation is dead, and so are the password and the factors that there were: who needs an
    /// invitation has lost them, or somebody else has them.
    /// </summary>
    /// <param name="account">The account, open and local.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The invitation's address on this server, known now and never again, and when it ends.</returns>
    public async Task<(string Address, DateTimeOffset Expires)> InviteAsync(Account account, Actor by, CancellationToken cancellation)
    {
        var credentials = await users.FindByIdAsync(account.Id.ToString());
        if (credentials is null)
        {
            credentials = new() { Id = account.Id, Name = account.Name };
            (await users.CreateAsync(credentials)).MustSucceed();
        }

        var gone = Take(credentials);
        var key = Secret.New();
        var expires = clock.GetUtcNow() + Lifetime;
        credentials.Invitation = new(Secret.HashOf(key), expires);
        (await users.UpdateSecurityStampAsync(credentials)).MustSucceed();
        foreach (var removed in gone)
            await log.WriteAsync(account.Name, by.Name, removed, cancellation);
        await log.WriteAsync(account.Name, by.Name, new CredentialSet(Proof.SetupLink), cancellation);
        return ($"{Address}?account={account.Id}&key={key}", expires);
    }

    /// <summary>The secrets that an invitation is to; null where it is not good, or no longer.</summary>
    /// <param name="account">The account in the invitation's address.</param>
    /// <param name="key">The key in it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Credentials?> FindAsync(Guid account, string? key, CancellationToken cancellation) =>
        await accounts.FindAsync(account, cancellation) is not null
        && await users.FindByIdAsync(account.ToString()) is { Invitation: { } invitation } found
        && clock.GetUtcNow() < invitation.Expires
        && Secret.IsOf(key, invitation.Hash)
            ? found
            : null;

    /// <summary>Takes up an invitation.</summary>
    /// <param name="account">The account in the invitation's address.</param>
    /// <param name="key">The key in it.</param>
    /// <param name="password">The password chosen.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Enrolment> AcceptAsync(Guid account, string? key, string password, CancellationToken cancellation)
    {
        if (await FindAsync(account, key, cancellation) is not { } credentials)
            return Enrolment.DeadLink;
        if (PasswordRules.Mistake(password, credentials.Name) is { } mistake)
            return new(null, [], mistake);
        credentials.Invitation = null;
        (await users.AddPasswordAsync(credentials, password)).MustSucceed();
        await log.WriteAsync(credentials.Name, new CredentialSet(Proof.Password), cancellation);
        return new(credentials, []);
    }

    private static List<CredentialRemoved> Take(Credentials credentials)
    {
        var gone = new List<CredentialRemoved>();
        if (credentials.PasswordHash is not null)
            gone.Add(new(Proof.Password));
        if (credentials.AuthenticatorKey is not null)
            gone.Add(new(Proof.OneTimeCode));
        if (credentials.RecoveryCodes.Count > 0)
            gone.Add(new(Proof.RecoveryCode));
        gone.AddRange(credentials.Passkeys.Select(p => new CredentialRemoved(Proof.Passkey, p.Name)));
        credentials.PasswordHash = null;
        credentials.AsksForCode = false;
        credentials.AuthenticatorKey = null;
        credentials.RecoveryCodes = [];
        credentials.Passkeys = [];
        (credentials.FailedAttempts, credentials.LockedUntil) = (0, null);
        return gone;
    }
}

/// <summary>Answers of Identity that cannot but be good here.</summary>
internal static class IdentityResults
{
    /// <summary>Fails loudly where a change of secrets was not kept: somebody else changed them in the same instant.</summary>
    /// <param name="result">The answer.</param>
    /// <exception cref="InvalidOperationException">It was not kept.</exception>
    public static void MustSucceed(this IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(", ", result.Errors.Select(e => e.Code)));
    }
}
