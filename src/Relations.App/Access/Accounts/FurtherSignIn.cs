using Microsoft.AspNetCore.Identity;
using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>Signs somebody in by what is no password: the code that is asked for after it, or a passkey.</summary>
/// <param name="users">The accounts' secrets.</param>
/// <param name="signIn">Signs in.</param>
/// <param name="log">The trail of access.</param>
public sealed class FurtherSignIn(UserManager<Credentials> users, SignInManager<Credentials> signIn, AccessLog log)
{
    /// <summary>The longest code that is looked at.</summary>
    public const int LongestCode = 40;

    /// <summary>The longest answer of a browser about a passkey that is looked at.</summary>
    public const int LongestAnswer = 20_000;

    /// <summary>Whether somebody gave a password a moment ago, and a code is asked for.</summary>
    public async Task<bool> IsCodeAskedForAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    /// <summary>Signs in with a one-time code, or with a recovery code.</summary>
    /// <param name="code">What was typed.</param>
    /// <param name="cancellation">Stops the waiting for an earlier attempt.</param>
    public async Task<bool> WithCodeAsync(string code, CancellationToken cancellation)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
            return false;
        var typed = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        var proof = typed.Length > 0 && typed.All(char.IsAsciiDigit) ? Proof.OneTimeCode : Proof.RecoveryCode;
        return await Attempts.InTurnAsync(
            user.Name,
            async () => await TellAsync(user, proof, typed.Length > LongestCode ? SignInResult.Failed : await TryAsync(user, proof, typed)),
            cancellation);
    }

    /// <summary>Signs in with a passkey.</summary>
    /// <param name="answer">What the browser answered, as JSON.</param>
    public async Task<bool> WithPasskeyAsync(string answer)
    {
        if (answer.Length is 0 or > LongestAnswer)
            return false;
        var assertion = await signIn.PerformPasskeyAssertionAsync(answer);
        if (!assertion.Succeeded)
            return await TellAsync(null, Proof.Passkey, SignInResult.Failed);

        // What the passkey says of itself now: how often it signed, and whether it is kept elsewhere, too.
        (await users.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey)).MustSucceed();
        if (!await signIn.CanSignInAsync(assertion.User) || await users.IsLockedOutAsync(assertion.User))
            return await TellAsync(assertion.User, Proof.Passkey, SignInResult.NotAllowed);
        await signIn.SignInAsync(assertion.User, isPersistent: false);
        return await TellAsync(assertion.User, Proof.Passkey, SignInResult.Success);
    }

    /// <summary>
    /// Identity's own way, but for recovery codes: it does not count failures there, and looks at the lock only with one-time
    /// codes.
    /// </summary>
    private async Task<SignInResult> TryAsync(Credentials user, Proof proof, string code)
    {
        // Counted anew: an attempt before this one, in another request, may have locked the account.
        var now = await users.FindByIdAsync(user.Id.ToString());
        if (now is null || await users.IsLockedOutAsync(now))
            return SignInResult.LockedOut;
        if (proof == Proof.OneTimeCode)
            return await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded)
            (await users.AccessFailedAsync(now)).MustSucceed();
        return result;
    }

    private async Task<bool> TellAsync(Credentials? user, Proof proof, SignInResult result)
    {
        var address = signIn.Context.Connection.RemoteIpAddress?.ToString();
        await log.WriteAsync(
            user?.Name ?? AccessLog.Nobody,
            result.Succeeded ? new SignedIn(proof, address) : new SignInRefused(proof, result.IsLockedOut, address));
        return result.Succeeded;
    }
}
