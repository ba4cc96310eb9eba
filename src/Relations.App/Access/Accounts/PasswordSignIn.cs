using Microsoft.AspNetCore.Identity;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Access.Accounts;

/// <summary>
/// Signs somebody in with a name and a password. Whether the name is unknown, the account closed or locked, or the password
/// wrong: the answer is the same, and so is the work, so that nobody learns which names there are.
/// </summary>
/// <param name="users">The accounts' secrets.</param>
/// <param name="signIn">Signs in.</param>
/// <param name="hasher">Compares passwords.</param>
/// <param name="log">The trail of access.</param>
public sealed class PasswordSignIn(
    UserManager<Credentials> users, SignInManager<Credentials> signIn, IPasswordHasher<Credentials> hasher, AccessLog log)
{
    private static readonly Credentials Nobody = new() { Id = Guid.Empty, Name = AccessLog.Nobody };

    private static string? hashOfNobody;

    /// <summary>Signs somebody in, or does not.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellation">Stops the waiting for an earlier attempt.</param>
    /// <returns>Identity's answer: signed in, a further factor wanted, or failed.</returns>
    public Task<SignInResult> TryAsync(string name, string password, CancellationToken cancellation) =>
        Attempts.InTurnAsync(users.NormalizeName(name) ?? "", () => TryInTurnAsync(name, password), cancellation);

    private async Task<SignInResult> TryInTurnAsync(string name, string password)
    {
        var user = name.Length <= Limits.Code && !name.Contains('\0', StringComparison.Ordinal) ? await users.FindByNameAsync(name) : null;
        if (password.Length > PasswordRules.Longest * 2)
            password = "";
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user) || !await signIn.CanSignInAsync(user))
        {
            hasher.VerifyHashedPassword(Nobody, hashOfNobody ??= hasher.HashPassword(Nobody, Secret.New()), password);
            await RefusedAsync(user, lockedOut: user is not null && await users.IsLockedOutAsync(user));
            return SignInResult.Failed;
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            await log.WriteAsync(user.Name, new SignedIn(Proof.Password, Address));
        else if (!result.RequiresTwoFactor)
            await RefusedAsync(user, result.IsLockedOut);
        return result.Succeeded || result.RequiresTwoFactor ? result : SignInResult.Failed;
    }

    private Task RefusedAsync(Credentials? user, bool lockedOut) =>
        log.WriteAsync(user?.Name ?? AccessLog.Nobody, new SignInRefused(Proof.Password, lockedOut, Address));

    private string? Address => signIn.Context.Connection.RemoteIpAddress?.ToString();
}
