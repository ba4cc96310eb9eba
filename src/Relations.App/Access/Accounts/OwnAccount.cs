using Microsoft.AspNetCore.Identity;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Access.Accounts;

/// <summary>
/// What somebody changes of their own means of signing in. Each change ends every other session of the account, and is in the
/// trail of access.
/// </summary>
/// <param name="users">The accounts' secrets.</param>
/// <param name="signIn">Signs in.</param>
/// <param name="log">The trail of access.</param>
public sealed class OwnAccount(UserManager<Credentials> users, SignInManager<Credentials> signIn, AccessLog log)
{
    /// <summary>The most passkeys of an account.</summary>
    public const int MostPasskeys = 20;

    /// <summary>How many recovery codes there are at first.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>
    /// The secrets of whoever is signed in; null where they come from an identity provider. A means of their own here would let
    /// them in past the provider, with the roles of their last visit.
    /// </summary>
    public async Task<Credentials?> FindAsync() => await users.GetUserAsync(signIn.Context.User) is { Logins.Count: 0 } own ? own : null;

    /// <summary>Changes the password.</summary>
    /// <param name="own">The secrets.</param>
    /// <param name="current">The password until now.</param>
    /// <param name="password">The new one.</param>
    /// <param name="cancellation">Stops the waiting for an earlier attempt.</param>
    /// <returns>Whether the password until now was right, and what is wrong with the new one.</returns>
    public Task<(bool IsRight, PasswordMistake? Mistake)> ChangePasswordAsync(
        Credentials own, string current, string password, CancellationToken cancellation) => Attempts.InTurnAsync(own.Name, async () =>
    {
        // Whoever sits at another's session must not guess here what they cannot guess at the door.
        var result = await signIn.CheckPasswordSignInAsync(own, current, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await log.WriteAsync(own.Name, new SignInRefused(Proof.Password, result.IsLockedOut, Address), cancellation);
            return (false, default(PasswordMistake?));
        }

        if (PasswordRules.Mistake(password, own.Name) is { } mistake)
            return (true, mistake);
        (await users.ChangePasswordAsync(own, current, password)).MustSucceed();
        await KeptAsync(own, new CredentialSet(Proof.Password));
        return (true, null);
    }, cancellation);

    /// <summary>Makes a key for an authenticator application. Nothing is asked for until a first code proves that it is there.</summary>
    /// <param name="own">The secrets.</param>
    public async Task BeginAuthenticatorAsync(Credentials own)
    {
        (await users.ResetAuthenticatorKeyAsync(own)).MustSucceed();
        await signIn.RefreshSignInAsync(own);
    }

    /// <summary>The key of the authenticator application, for the person to take over; null where there is none.</summary>
    /// <param name="own">The secrets.</param>
    public Task<string?> AuthenticatorKeyAsync(Credentials own) => users.GetAuthenticatorKeyAsync(own);

    /// <summary>From now on a code is asked for after the password.</summary>
    /// <param name="own">The secrets.</param>
    /// <param name="code">A first code.</param>
    /// <returns>The recovery codes, known now and never again; null where the code is not right.</returns>
    public async Task<IReadOnlyList<string>?> AskForCodeAsync(Credentials own, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (!await users.VerifyTwoFactorTokenAsync(own, TokenOptions.DefaultAuthenticatorProvider, digits))
            return null;
        (await users.SetTwoFactorEnabledAsync(own, true)).MustSucceed();
        await log.WriteAsync(own.Name, new CredentialSet(Proof.OneTimeCode));
        return await NewRecoveryCodesAsync(own);
    }

    /// <summary>Makes new recovery codes; those until now are void.</summary>
    /// <param name="own">The secrets.</param>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Credentials own)
    {
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(own, RecoveryCodes) ?? [];
        (await users.UpdateSecurityStampAsync(own)).MustSucceed();
        await KeptAsync(own, new CredentialSet(Proof.RecoveryCode));
        return [.. codes.Select(c => string.Join('-', c.Chunk(4).Select(part => new string(part))))];
    }

    /// <summary>No code is asked for any more.</summary>
    /// <param name="own">The secrets.</param>
    public async Task RemoveAuthenticatorAsync(Credentials own)
    {
        (own.AuthenticatorKey, own.UsedCodes, own.RecoveryCodes) = (null, [], []);
        (await users.SetTwoFactorEnabledAsync(own, false)).MustSucceed();
        await log.WriteAsync(own.Name, new CredentialRemoved(Proof.RecoveryCode));
        await KeptAsync(own, new CredentialRemoved(Proof.OneTimeCode));
    }

    /// <summary>Enrols a passkey.</summary>
    /// <param name="own">The secrets.</param>
    /// <param name="name">What its owner calls it.</param>
    /// <param name="answer">What the browser answered, as JSON.</param>
    public async Task<bool> AddPasskeyAsync(Credentials own, string name, string answer)
    {
        if (answer.Length is 0 or > FurtherSignIn.LongestAnswer || own.Passkeys.Count >= MostPasskeys)
            return false;
        var attestation = await signIn.PerformPasskeyAttestationAsync(answer);
        if (!attestation.Succeeded || attestation.UserEntity.Id != own.Id.ToString())
            return false;
        attestation.Passkey.Name = name;
        (await users.AddOrUpdatePasskeyAsync(own, attestation.Passkey)).MustSucceed();
        (await users.UpdateSecurityStampAsync(own)).MustSucceed();
        await KeptAsync(own, new CredentialSet(Proof.Passkey, name));
        return true;
    }

    /// <summary>Calls a passkey something else.</summary>
    /// <param name="own">The secrets.</param>
    /// <param name="id">The passkey.</param>
    /// <param name="name">What its owner calls it now.</param>
    public async Task RenamePasskeyAsync(Credentials own, string id, string name)
    {
        own.Passkeys = [.. own.Passkeys.Select(p => p.Id == id ? p with { Name = name } : p)];
        (await users.UpdateAsync(own)).MustSucceed();
        await log.WriteAsync(own.Name, new CredentialSet(Proof.Passkey, name));
    }

    /// <summary>Removes a passkey.</summary>
    /// <param name="own">The secrets.</param>
    /// <param name="id">The passkey.</param>
    public async Task RemovePasskeyAsync(Credentials own, string id)
    {
        if (own.Passkeys.FirstOrDefault(p => p.Id == id) is not { } passkey)
            return;
        own.Passkeys = [.. own.Passkeys.Where(p => p != passkey)];
        (await users.UpdateSecurityStampAsync(own)).MustSucceed();
        await KeptAsync(own, new CredentialRemoved(Proof.Passkey, passkey.Name));
    }

    /// <summary>Ends every session of the account, this one too.</summary>
    /// <param name="own">The secrets.</param>
    public async Task SignOutEverywhereAsync(Credentials own)
    {
        (await users.UpdateSecurityStampAsync(own)).MustSucceed();
        await signIn.SignOutAsync();
        await log.WriteAsync(own.Name, new SignedOut());
    }

    /// <summary>A name for a passkey, cut to what is kept.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="otherwise">What it is called where nothing was.</param>
    public static string NameOf(string? typed, string otherwise)
    {
        var name = string.Concat((typed ?? "").Where(c => !char.IsControl(c))).Trim();
        return name.Length == 0 ? otherwise : name[..Math.Min(name.Length, Limits.Code)];
    }

    private string? Address => signIn.Context.Connection.RemoteIpAddress?.ToString();

    private async Task KeptAsync(Credentials own, AccessEvent what)
    {
        await log.WriteAsync(own.Name, what);
        await signIn.RefreshSignInAsync(own);
    }
}
