using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>An account was opened.</summary>
/// <param name="Name">What it signs in with.</param>
/// <param name="DisplayName">The name of the person.</param>
/// <param name="Origin">Who vouches for it.</param>
[EventAlias("account_opened")]
public sealed record AccountOpened(string Name, string DisplayName, AccountOrigin Origin) : Event;

/// <summary>An account was given a role, or holds it over something else now.</summary>
/// <param name="Role">The role.</param>
/// <param name="Over">The partnerships it is held over; null for all.</param>
[EventAlias("role_granted")]
public sealed record RoleGranted(Role Role, IReadOnlyList<PartnershipId>? Over = null) : Event;

/// <summary>A role was taken from an account.</summary>
/// <param name="Role">The role.</param>
[EventAlias("role_revoked")]
public sealed record RoleRevoked(Role Role) : Event;

/// <summary>The name by which colleagues know the person changed.</summary>
/// <param name="Before">The name until then.</param>
/// <param name="After">The name since.</param>
[EventAlias("account_renamed")]
public sealed record AccountRenamed(string Before, string After) : Event;

/// <summary>An account was closed.</summary>
[EventAlias("account_closed")]
public sealed record AccountClosed : Event;

/// <summary>A closed account was opened again.</summary>
[EventAlias("account_reopened")]
public sealed record AccountReopened : Event;
