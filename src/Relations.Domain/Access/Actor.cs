using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>Who reads or records: an account with the roles it holds at this moment, or whoever operates the machine itself.</summary>
/// <param name="Name">The account's name; what is recorded is recorded in this name.</param>
/// <param name="Grants">The roles it holds.</param>
public sealed record Actor(string Name, IReadOnlyList<Grant> Grants)
{
    /// <summary>The account; null for who operates the machine.</summary>
    public AccountId? Account { get; init; }

    /// <summary>What the token was issued for, where they come with one; null where they signed in themselves.</summary>
    public IReadOnlyCollection<TokenScope>? Token { get; init; }

    /// <summary>
    /// Whether this is who operates the machine, on its command line: they hold the database's password, and no rule of this
    /// program could keep anything from them. What they record stands in their name all the same.
    /// </summary>
    public bool IsOperator { get; private init; }

    /// <summary>Whether this is the program itself, which records at its time what time alone brings about.</summary>
    public bool IsSchedule { get; private init; }

    /// <summary>Whether everything is open to them for reading.</summary>
    public bool ReadsEverything => IsOperator || IsSchedule || Holds(Role.Auditor);

    /// <summary>Who operates the machine.</summary>
    /// <param name="name">Their name.</param>
    public static Actor Operator(string name) => new(name, []) { IsOperator = true };

    /// <summary>The schedule. Its name is none that an account can have.</summary>
    public static Actor Schedule { get; } = new("Schedule", []) { IsSchedule = true };

    /// <summary>Whether they hold a role over anything at all.</summary>
    /// <param name="role">The role.</param>
    public bool Holds(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>Whether they hold a role over all partnerships.</summary>
    /// <param name="role">The role.</param>
    public bool HoldsOverAll(Role role) => Grants.Any(g => g.Role == role && g.IsOverAll);

    /// <summary>Whether they hold a role over a partnership.</summary>
    /// <param name="role">The role.</param>
    /// <param name="partnership">The partnership.</param>
    public bool Holds(Role role, Guid partnership) => Grants.Any(g => g.Role == role && g.Covers(partnership));
}
