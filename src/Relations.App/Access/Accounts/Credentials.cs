using JasperFx;
using Relations.Domain.Access;

namespace Relations.App.Access.Accounts;

/// <summary>
/// The secrets by which the person behind an <see cref="Account"/> proves who they are, under the same id. They are a document
/// and no events: a secret that was replaced must be gone. That something was set or removed is in the trail of access.
/// </summary>
public sealed class Credentials : IRevisioned
{
    /// <summary>The account.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account's name, which never changes.</summary>
    public required string Name { get; init; }

    /// <summary>The hash of the password, with its salt and cost; null where there is no password.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every secret: sessions that began under another stamp have ended.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>How often in a row somebody failed to sign in.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>Until when nobody signs in; null where nothing is locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Whether a one-time code is asked for after the password.</summary>
    public bool AsksForCode { get; set; }

    /// <summary>The key of the authenticator application, encrypted with the key ring.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>The hashes of the last one-time codes that were taken: each is good once.</summary>
    public IReadOnlyList<string> UsedCodes { get; set; } = [];

    /// <summary>The hashes of the recovery codes that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>The passkeys.</summary>
    public IReadOnlyList<Passkey> Passkeys { get; set; } = [];

    /// <summary>Who the person is at identity providers.</summary>
    public IReadOnlyList<ProviderLogin> Logins { get; set; } = [];

    /// <summary>The invitation to choose a password; null where none is open.</summary>
    public Invitation? Invitation { get; set; }

    /// <summary>How often they changed: two changes at once cannot both be kept.</summary>
    public int Version { get; set; }
}

/// <summary>A passkey (WebAuthn): a public key. What signs stays with the person.</summary>
/// <param name="Id">Its credential id, base64url.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="PublicKey">The public key.</param>
/// <param name="Created">When it was enrolled.</param>
/// <param name="SignCount">How often it signed, where it counts.</param>
/// <param name="Transports">How browsers reach it.</param>
/// <param name="IsUserVerified">Whether it verified its user.</param>
/// <param name="IsBackupEligible">Whether it may be kept on several devices.</param>
/// <param name="IsBackedUp">Whether it is.</param>
/// <param name="AttestationObject">What it said of itself when it was enrolled.</param>
/// <param name="ClientData">What the browser said of the enrolment.</param>
public sealed record Passkey(
    string Id,
    string? Name,
    byte[] PublicKey,
    DateTimeOffset Created,
    uint SignCount,
    IReadOnlyList<string>? Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp,
    byte[] AttestationObject,
    byte[] ClientData);

/// <summary>Who a person is at an identity provider.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Key">What it knows the person by, for ever.</param>
/// <param name="DisplayName">What the provider is called.</param>
public sealed record ProviderLogin(string Provider, string Key, string? DisplayName);

/// <summary>An invitation to choose a password, good for once.</summary>
/// <param name="Hash">The hash of its key.</param>
/// <param name="Expires">When it ends.</param>
public sealed record Invitation(string Hash, DateTimeOffset Expires);
