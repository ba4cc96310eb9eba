using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Access.OpenIdConnect;

/// <summary>What a value of the provider's role claim gives here.</summary>
/// <param name="Value">The value, letter by letter.</param>
/// <param name="Role">The role it gives.</param>
/// <param name="Over">The slugs of the partnerships it is given over; null for all.</param>
public sealed record RoleRule(string Value, Role Role, IReadOnlyList<string>? Over = null);

/// <summary>From what a provider says of somebody to the roles they hold here.</summary>
public static class RoleMapping
{
    /// <summary>The roles that some values of the role claim give, each role once.</summary>
    /// <param name="rules">What each value gives.</param>
    /// <param name="values">What the provider says.</param>
    /// <param name="partnerships">
    /// The partnerships that the rules name, by their slugs. One that is not on record gives nothing: were a role without any of
    /// its partnerships taken for one over all, a slip in a slug would open everything.
    /// </param>
    public static IReadOnlyList<Grant> GrantsOf(
        this IReadOnlyList<RoleRule> rules, IReadOnlyCollection<string> values, IReadOnlyDictionary<string, PartnershipId> partnerships) =>
    [
        .. rules.Where(rule => values.Contains(rule.Value)).GroupBy(rule => rule.Role, (role, given) => Join(role, [.. given], partnerships)).OfType<Grant>(),
    ];

    /// <summary>What has to be recorded, so that somebody who holds some roles holds others.</summary>
    /// <param name="held">What they hold.</param>
    /// <param name="due">What they should hold.</param>
    public static IReadOnlyList<AccountCommand> ChangesTo(this IReadOnlyList<Grant> held, IReadOnlyList<Grant> due) =>
    [
        .. due.Where(d => !held.Any(h => h.Role == d.Role && IsSame(h.Over, d.Over))).Select(d => new GrantRole(d.Role, d.Over)),
        .. held.Where(h => !due.Any(d => d.Role == h.Role)).Select(h => new RevokeRole(h.Role)),
    ];

    private static Grant? Join(Role role, IReadOnlyList<RoleRule> given, IReadOnlyDictionary<string, PartnershipId> partnerships)
    {
        if (given.Any(rule => rule.Over is null))
            return new(role);
        PartnershipId[] over = [.. given.SelectMany(rule => rule.Over!).Distinct().Where(partnerships.ContainsKey).Select(slug => partnerships[slug])];
        return over.Length > 0 ? new(role, over) : null;
    }

    private static bool IsSame(IReadOnlyList<PartnershipId>? one, IReadOnlyList<PartnershipId>? other) =>
        one is null || other is null ? one is null && other is null : one.ToHashSet().SetEquals(other);
}
