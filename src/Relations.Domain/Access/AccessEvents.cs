using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>How somebody proved who they are.</summary>
[JsonConverter(typeof(EnumNameConverter<Proof>))]
public enum Proof
{
    /// <summary>A password.</summary>
    Password,

    /// <summary>A one-time code of an authenticator application (TOTP, RFC 6238), after the password.</summary>
    OneTimeCode,

    /// <summary>A recovery code, after the password.</summary>
    RecoveryCode,

    /// <summary>A passkey (WebAuthn).</summary>
    Passkey,

    /// <summary>The institution's identity provider (OpenID Connect).</summary>
    Provider,

    /// <summary>A one-time link: the one that the program prints at its first start, or an administrator's invitation.</summary>
    SetupLink,

    /// <summary>A token for machines.</summary>
    Token,

    /// <summary>The demonstration's button, in development alone.</summary>
    Demonstration,
}

/// <summary>
/// Something that an auditor of access wants to know: kept in a trail of its own for each account, apart from the records, in
/// the order it happened. The account stands in the metadata, as for every event.
/// </summary>
public abstract record AccessEvent : Event;

/// <summary>Somebody signed in.</summary>
/// <param name="Proof">How they proved who they are.</param>
/// <param name="Address">The network address they came from.</param>
[EventAlias("signed_in")]
public sealed record SignedIn(Proof Proof, string? Address = null) : AccessEvent;

/// <summary>Somebody signed out.</summary>
[EventAlias("signed_out")]
public sealed record SignedOut : AccessEvent;

/// <summary>Somebody failed to sign in. What they typed is not kept: it may be a password in the wrong field.</summary>
/// <param name="Proof">How they tried to prove who they are.</param>
/// <param name="LockedOut">Whether the account is locked for a while since, or was already.</param>
/// <param name="Address">The network address they came from.</param>
[EventAlias("sign_in_refused")]
public sealed record SignInRefused(Proof Proof, bool LockedOut = false, string? Address = null) : AccessEvent;

/// <summary>An account has a new means of signing in, or a changed one.</summary>
/// <param name="Proof">What.</param>
/// <param name="Label">Its name among others of its kind, where it has one.</param>
[EventAlias("credential_set")]
public sealed record CredentialSet(Proof Proof, string? Label = null) : AccessEvent;

/// <summary>A means of signing in was taken from an account.</summary>
/// <param name="Proof">What.</param>
/// <param name="Label">Its name among others of its kind, where it has one.</param>
[EventAlias("credential_removed")]
public sealed record CredentialRemoved(Proof Proof, string? Label = null) : AccessEvent;

/// <summary>A token for a machine was issued.</summary>
/// <param name="Token">Its id; the token itself is shown once and kept nowhere.</param>
/// <param name="Label">What it is for.</param>
/// <param name="Scopes">What it is good for.</param>
/// <param name="Expires">When it ends.</param>
[EventAlias("token_issued")]
public sealed record TokenIssued(Guid Token, string Label, IReadOnlyList<TokenScope> Scopes, DateTimeOffset Expires) : AccessEvent;

/// <summary>A token was revoked before its end.</summary>
/// <param name="Token">Its id.</param>
/// <param name="Label">What it was for.</param>
[EventAlias("token_revoked")]
public sealed record TokenRevoked(Guid Token, string Label) : AccessEvent;

/// <summary>Something that somebody asked for was refused them, because of who they are. Nothing of it was carried out.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="Status">The answer's status: 403, or 404 where they may not know that there is something.</param>
/// <param name="Rule">The rule that stood against it, where they were told.</param>
[EventAlias("request_refused")]
public sealed record RequestRefused(string Method, string Path, int Status, string? Rule = null) : AccessEvent;

/// <summary>Somebody read restricted records.</summary>
/// <param name="Records">Which.</param>
/// <param name="Path">Where they read them: a path, or a verb of the command line.</param>
[EventAlias("restricted_read")]
public sealed record RestrictedRead(IReadOnlyList<Guid> Records, string Path) : AccessEvent;
