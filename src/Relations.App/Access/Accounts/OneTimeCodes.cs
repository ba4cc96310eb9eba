using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Relations.App.Access.Accounts;

/// <summary>
/// The one-time codes of authenticator applications (TOTP, RFC 6238), each taken once: section 5.2 of the standard asks for it,
/// and Identity alone takes a code as often as it comes while it is good.
/// </summary>
internal sealed class OneTimeCodes : AuthenticatorTokenProvider<Credentials>
{
    /// <summary>More codes than are good at the same time.</summary>
    private const int Remembered = 8;

    /// <inheritdoc />
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Credentials> manager, Credentials user)
    {
        if (user.UsedCodes.Any(used => Secret.IsOf(token, used)) || !await base.ValidateAsync(purpose, token, manager, user))
            return false;
        user.UsedCodes = [.. user.UsedCodes.TakeLast(Remembered - 1), Secret.HashOf(token)];
        return (await manager.UpdateAsync(user)).Succeeded; // of two at once, one is kept
    }
}

/// <summary>Identity's keeper of accounts' secrets, with recovery codes so long that a fast hash keeps them safe.</summary>
/// <param name="store">The store.</param>
/// <param name="options">Options.</param>
/// <param name="hasher">Hashes passwords.</param>
/// <param name="userRules">Rules of accounts.</param>
/// <param name="passwordRules">Rules of passwords.</param>
/// <param name="names">The spelling of names.</param>
/// <param name="errors">Words of errors, for logs.</param>
/// <param name="services">The application's services.</param>
/// <param name="logger">Logs.</param>
internal sealed class CredentialManager(
    IUserStore<Credentials> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Credentials> hasher,
    IEnumerable<IUserValidator<Credentials>> userRules,
    IEnumerable<IPasswordValidator<Credentials>> passwordRules,
    ILookupNormalizer names,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Credentials>> logger)
    : UserManager<Credentials>(store, options, hasher, userRules, passwordRules, names, errors, services, logger)
{
    /// <summary>Letters and digits that nobody takes for each other: 5 bits each.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int Length = 24;

    /// <inheritdoc />
    protected override string CreateTwoFactorRecoveryCode() => RandomNumberGenerator.GetString(Alphabet, Length);
}
