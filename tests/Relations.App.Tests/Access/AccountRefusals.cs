using Relations.App.Tests.Api;
using Relations.Domain.Access;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Access;

/// <summary>What the rules of accounts forbid. Those of who may do what are in the tests of roles.</summary>
public static class AccountRefusals
{
    private const string Accounts = "/api/accounts";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(AccountRules.NameShape, "name", Accounts, _ => new OpenAccount("Lucía Ramos", "Lucía Ramos")),
        new(AccountRules.NameTaken, "name", Accounts, _ => new OpenAccount(AppFixture.Officer, "Otra persona")),
        new(AccountRules.RevokedWhereHeld, "role", Opened("revoke-role"), _ => new RevokeRole(Role.Manager)),
        new(AccountRules.OverAll, "over", Opened("grant-role"), c => new GrantRole(Role.Auditor, [c.CanOim])),
        new(AccountRules.ClosedOnce, null, Opened("close", ("close", _ => new CloseAccount())), _ => new CloseAccount()),
        new(AccountRules.ReopenedWhereClosed, null, Opened("reopen"), _ => new ReopenAccount()),
        new(AccountRules.OnlyOpen, null, Opened("grant-role", ("close", _ => new CloseAccount())), _ => new GrantRole(Role.Auditor)),
    ];

    private static Func<ApiClient, Cast, Task<string>> Opened(string next, params (string Verb, Func<Cast, Command> Command)[] before) =>
        Tell(Accounts, _ => new OpenAccount($"cuenta-{Guid.NewGuid():n}", "Lucía Ramos"), next, before);
}
