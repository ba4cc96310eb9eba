using System.Diagnostics;
using System.Text.RegularExpressions;
using Relations.Domain.Recording;

namespace Relations.Domain.Access;

/// <summary>Every rule of an account, on one screen.</summary>
public static partial class AccountDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Account? state, AccountCommand command) => (state, command) switch
    {
        (null, OpenAccount c) => Named(c.DisplayName)
            .Text(c.Name, nameof(c.Name), Limits.Code)
            .Require(c.Name is null || Shape().IsMatch(c.Name), AccountRules.NameShape, nameof(c.Name))
            .Record(() => new AccountOpened(c.Name!, c.DisplayName, c.Origin)),
        ({ } s, GrantRole c) => Grant(s, c),
        ({ } s, RevokeRole c) => new Deciding()
            .Require(s.Grants.Any(g => g.Role == c.Role), AccountRules.RevokedWhereHeld, nameof(c.Role), c.Role)
            .Record(() => new RoleRevoked(c.Role)),
        ({ } s, RenameAccount c) => Named(c.DisplayName)
            .Require(c.DisplayName != s.DisplayName, CommonRules.NothingChanged, nameof(c.DisplayName))
            .Record(() => new AccountRenamed(s.DisplayName, c.DisplayName)),
        ({ } s, CloseAccount) => new Deciding()
            .Require(!s.IsClosed, AccountRules.ClosedOnce)
            .Record(() => new AccountClosed()),
        ({ } s, ReopenAccount) => new Deciding()
            .Require(s.IsClosed, AccountRules.ReopenedWhereClosed)
            .Record(() => new AccountReopened()),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "an account")}"),
    };

    private static Decision Grant(Account s, GrantRole c)
    {
        IReadOnlyList<PartnershipId>? over = c.Over is null ? null : [.. c.Over.Distinct().OrderBy(p => p.Value)];
        var held = s.Grants.FirstOrDefault(g => g.Role == c.Role);
        var deciding = new Deciding()
            .Require(!s.IsClosed, AccountRules.OnlyOpen)
            .Require(over is null || c.Role is Role.Officer or Role.Manager, AccountRules.OverAll, nameof(c.Over), c.Role)
            .Require(held is null || !SameScope(held.Over, over), CommonRules.NothingChanged, nameof(c.Role));
        return (over is null ? deciding : deciding.Items(over, nameof(c.Over), 1, Limits.Items)).Record(() => new RoleGranted(c.Role, over));
    }

    private static bool SameScope(IReadOnlyList<PartnershipId>? one, IReadOnlyList<PartnershipId>? other) =>
        one is null ? other is null : other is not null && one.SequenceEqual(other);

    private static Deciding Named(string displayName) => new Deciding().Text(displayName, nameof(OpenAccount.DisplayName), Limits.Name);

    [GeneratedRegex("^[a-z0-9][a-z0-9._@+-]{1,79}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
