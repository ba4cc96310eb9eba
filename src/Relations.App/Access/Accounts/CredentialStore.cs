using System.Buffers.Text;
using JasperFx;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Relations.App.Access.Accounts;

/// <summary>Keeps the <see cref="Credentials"/> for ASP.NET Core Identity.</summary>
/// <param name="store">The store. Each change is its own transaction.</param>
/// <param name="protection">Encrypts what has to be read again.</param>
public sealed class CredentialStore(IDocumentStore store, IDataProtectionProvider protection)
    : IUserPasswordStore<Credentials>, IUserSecurityStampStore<Credentials>, IUserLockoutStore<Credentials>,
        IUserTwoFactorStore<Credentials>, IUserAuthenticatorKeyStore<Credentials>, IUserTwoFactorRecoveryCodeStore<Credentials>,
        IUserLoginStore<Credentials>, IUserPasskeyStore<Credentials>
{
    private readonly IDataProtector protector = protection.CreateProtector(typeof(CredentialStore).FullName!);

    /// <inheritdoc />
    public async Task<IdentityResult> CreateAsync(Credentials user, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        session.Insert(user);
        await session.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <inheritdoc />
    public async Task<IdentityResult> UpdateAsync(Credentials user, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        session.UpdateRevision(user, user.Version + 1);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return IdentityResult.Success;
        }
        catch (ConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }

    /// <inheritdoc />
    public async Task<IdentityResult> DeleteAsync(Credentials user, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        session.Delete(user);
        await session.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <inheritdoc />
    public async Task<Credentials?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(userId, out var id))
            return null;
        await using var session = store.QuerySession();
        return await session.LoadAsync<Credentials>(id, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Credentials?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.Query<Credentials>().FirstOrDefaultAsync(c => c.Name == normalizedUserName, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Credentials?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.Query<Credentials>()
            .FirstOrDefaultAsync(c => c.Logins.Any(l => l.Provider == loginProvider && l.Key == providerKey), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Credentials?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(credentialId);
        await using var session = store.QuerySession();
        return await session.Query<Credentials>().FirstOrDefaultAsync(c => c.Passkeys.Any(p => p.Id == id), cancellationToken);
    }

    /// <inheritdoc />
    public Task<string> GetUserIdAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    /// <summary>A name is an account's own for ever.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task SetUserNameAsync(Credentials user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(Credentials user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    /// <summary>A name has one spelling, so there is nothing to set.</summary>
    public Task SetNormalizedUserNameAsync(Credentials user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc />
    public Task SetPasswordHashAsync(Credentials user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(() => user.PasswordHash = passwordHash);

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(Credentials user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    /// <inheritdoc />
    public Task<int> GetAccessFailedCountAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.FailedAttempts);

    /// <inheritdoc />
    public Task<int> IncrementAccessFailedCountAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(++user.FailedAttempts);

    /// <inheritdoc />
    public Task ResetAccessFailedCountAsync(Credentials user, CancellationToken cancellationToken) => Set(() => user.FailedAttempts = 0);

    /// <summary>Every account can be locked.</summary>
    public Task<bool> GetLockoutEnabledAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Every account can be locked, so there is nothing to set.</summary>
    public Task SetLockoutEnabledAsync(Credentials user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    /// <inheritdoc />
    public Task SetLockoutEndDateAsync(Credentials user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(() => user.LockedUntil = lockoutEnd);

    /// <inheritdoc />
    public Task<bool> GetTwoFactorEnabledAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.AsksForCode);

    /// <inheritdoc />
    public Task SetTwoFactorEnabledAsync(Credentials user, bool enabled, CancellationToken cancellationToken) => Set(() => user.AsksForCode = enabled);

    /// <inheritdoc />
    public Task<string?> GetAuthenticatorKeyAsync(Credentials user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey is { } key ? protector.Unprotect(key) : null);

    /// <inheritdoc />
    public Task SetAuthenticatorKeyAsync(Credentials user, string key, CancellationToken cancellationToken) =>
        Set(() => (user.AuthenticatorKey, user.UsedCodes) = (protector.Protect(key), []));

    /// <inheritdoc />
    public Task ReplaceCodesAsync(Credentials user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(() => user.RecoveryCodes = [.. recoveryCodes.Select(Secret.HashOf)]);

    /// <inheritdoc />
    public Task<bool> RedeemCodeAsync(Credentials user, string code, CancellationToken cancellationToken)
    {
        var left = user.RecoveryCodes.Where(hash => !Secret.IsOf(code, hash)).ToList();
        var redeemed = left.Count < user.RecoveryCodes.Count;
        user.RecoveryCodes = left;
        return Task.FromResult(redeemed);
    }

    /// <inheritdoc />
    public Task<int> CountCodesAsync(Credentials user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    /// <inheritdoc />
    public Task AddLoginAsync(Credentials user, UserLoginInfo login, CancellationToken cancellationToken) =>
        Set(() => user.Logins = [.. user.Logins, new(login.LoginProvider, login.ProviderKey, login.ProviderDisplayName)]);

    /// <inheritdoc />
    public Task RemoveLoginAsync(Credentials user, string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        Set(() => user.Logins = [.. user.Logins.Where(l => l.Provider != loginProvider || l.Key != providerKey)]);

    /// <inheritdoc />
    public Task<IList<UserLoginInfo>> GetLoginsAsync(Credentials user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserLoginInfo>>([.. user.Logins.Select(l => new UserLoginInfo(l.Provider, l.Key, l.DisplayName))]);

    /// <inheritdoc />
    public Task AddOrUpdatePasskeyAsync(Credentials user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var id = Base64Url.EncodeToString(passkey.CredentialId);
        return Set(() => user.Passkeys =
        [
            .. user.Passkeys.Where(p => p.Id != id),
            new(
                id,
                passkey.Name,
                passkey.PublicKey,
                passkey.CreatedAt,
                passkey.SignCount,
                passkey.Transports,
                passkey.IsUserVerified,
                passkey.IsBackupEligible,
                passkey.IsBackedUp,
                passkey.AttestationObject,
                passkey.ClientDataJson),
        ]);
    }

    /// <inheritdoc />
    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Credentials user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(Info)]);

    /// <inheritdoc />
    public Task<UserPasskeyInfo?> FindPasskeyAsync(Credentials user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(user.Passkeys.FirstOrDefault(p => p.Id == Base64Url.EncodeToString(credentialId)) is { } found ? Info(found) : null);

    /// <inheritdoc />
    public Task RemovePasskeyAsync(Credentials user, byte[] credentialId, CancellationToken cancellationToken) =>
        Set(() => user.Passkeys = [.. user.Passkeys.Where(p => p.Id != Base64Url.EncodeToString(credentialId))]);

    /// <inheritdoc />
    public void Dispose()
    {
        // Identity asks for it; nothing is held between calls.
    }

    private static UserPasskeyInfo Info(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.Id),
        passkey.PublicKey,
        passkey.Created,
        passkey.SignCount,
        [.. passkey.Transports ?? []],
        passkey.IsUserVerified,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        passkey.AttestationObject,
        passkey.ClientData)
    {
        Name = passkey.Name,
    };

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
