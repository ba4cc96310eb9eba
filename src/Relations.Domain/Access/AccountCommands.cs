using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>What can be asked of an account. Administrators ask it, and nobody else.</summary>
public abstract record AccountCommand : Command;

/// <summary>Opens an account, without any role and without any means of signing in.</summary>
/// <param name="Name">
/// What it signs in with: 2 to 80 small letters, digits, and <c>. _ - @ +</c>, beginning with a letter or digit. It is never
/// changed and never given to another, because the record names it.
/// </param>
/// <param name="DisplayName">The name of the person, as colleagues know it.</param>
/// <param name="Origin">Who vouches for it.</param>
public sealed record OpenAccount(string Name, string DisplayName, AccountOrigin Origin = AccountOrigin.Local) : AccountCommand, IOpensRecord;

/// <summary>Gives an account a role, or changes over what it holds it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Over">The partnerships it is held over; null for all. Only officers and managers are held to partnerships.</param>
public sealed record GrantRole(Role Role, IReadOnlyList<PartnershipId>? Over = null) : AccountCommand;

/// <summary>Takes a role from an account.</summary>
/// <param name="Role">The role.</param>
public sealed record RevokeRole(Role Role) : AccountCommand;

/// <summary>Changes the name by which colleagues know the person.</summary>
/// <param name="DisplayName">The name now.</param>
public sealed record RenameAccount(string DisplayName) : AccountCommand;

/// <summary>Closes an account: nobody signs in with it any more, and its open sessions and tokens end at once.</summary>
public sealed record CloseAccount : AccountCommand;

/// <summary>Opens a closed account again, with the roles it held.</summary>
public sealed record ReopenAccount : AccountCommand;
