using Relations.Domain.Access;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Access;

using Story = Scenario<Account, AccountCommand>;

public class when_an_account_is_kept
{
    private static readonly AccountOpened Opened = new("lucia.ramos", "Lucía Ramos", AccountOrigin.Local);

    [Fact]
    public void it_opens_without_any_role() => Story.Given()
        .When(new OpenAccount("lucia.ramos", "Lucía Ramos")).Then(Opened)
        .ThenState(s => Assert.Empty(s.ToActor().Grants));

    [Theory]
    [InlineData("l")]
    [InlineData("Lucia")]
    [InlineData(".lucia")]
    [InlineData("lucía")]
    [InlineData("lucia ramos")]
    [InlineData("lucia\n")]
    public void its_name_is_of_small_letters_digits_and_few_signs(string name) => Story.Given()
        .When(new OpenAccount(name, "Lucía Ramos")).ThenRefused(AccountRules.NameShape, "name");

    [Fact]
    public void its_person_has_a_name() => Story.Given()
        .When(new OpenAccount("lucia.ramos", " ")).ThenRefused(CommonRules.TextRequired, "displayName");

    [Fact]
    public void it_is_given_a_role_over_all() => Story.Given(Opened)
        .When(new GrantRole(Role.Auditor)).Then(new RoleGranted(Role.Auditor))
        .ThenState(s => Assert.True(s.ToActor().ReadsEverything));

    [Fact]
    public void a_role_given_again_replaces_what_it_was_held_over() => Story.Given(Opened, new RoleGranted(Role.Officer))
        .When(new GrantRole(Role.Officer, [Some.CanOim])).Then(new RoleGranted(Role.Officer, [Some.CanOim]))
        .ThenState(s => Assert.False(s.ToActor().HoldsOverAll(Role.Officer)));

    [Fact]
    public void the_same_role_is_not_given_twice() => Story.Given(Opened, new RoleGranted(Role.Officer, [Some.CanOim]))
        .When(new GrantRole(Role.Officer, [Some.CanOim])).ThenRefused(CommonRules.NothingChanged, "role");

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public void auditors_and_administrators_are_not_held_to_partnerships(Role role) => Story.Given(Opened)
        .When(new GrantRole(role, [Some.CanOim])).ThenRefused(AccountRules.OverAll, "over");

    [Fact]
    public void a_role_over_partnerships_names_one() => Story.Given(Opened)
        .When(new GrantRole(Role.Officer, [])).ThenRefused(CommonRules.TooFewItems, "over");

    [Fact]
    public void a_role_is_taken_where_it_is_held() => Story.Given(Opened, new RoleGranted(Role.Manager))
        .When(new RevokeRole(Role.Manager)).Then(new RoleRevoked(Role.Manager)).ThenState(s => Assert.Empty(s.Grants));

    [Fact]
    public void a_role_that_is_not_held_is_not_taken() => Story.Given(Opened)
        .When(new RevokeRole(Role.Manager)).ThenRefused(AccountRules.RevokedWhereHeld, "role");

    [Fact]
    public void it_is_renamed() => Story.Given(Opened)
        .When(new RenameAccount("Lucía Ramos Díaz")).Then(new AccountRenamed("Lucía Ramos", "Lucía Ramos Díaz"))
        .ThenState(s => Assert.Equal("lucia.ramos", s.Name));

    [Fact]
    public void a_new_name_differs() => Story.Given(Opened)
        .When(new RenameAccount("Lucía Ramos")).ThenRefused(CommonRules.NothingChanged, "displayName");

    [Fact]
    public void closed_it_may_do_nothing() => Story.Given(Opened, new RoleGranted(Role.Administrator))
        .When(new CloseAccount()).Then(new AccountClosed())
        .ThenState(s => Assert.True(s.ToActor().Grants.Count == 0 && !s.IsAdministrator));

    [Fact]
    public void it_is_closed_once() => Story.Given(Opened, new AccountClosed()).When(new CloseAccount()).ThenRefused(AccountRules.ClosedOnce);

    [Fact]
    public void closed_it_is_given_no_role() => Story.Given(Opened, new AccountClosed())
        .When(new GrantRole(Role.Officer)).ThenRefused(AccountRules.OnlyOpen);

    [Fact]
    public void reopened_it_holds_what_it_held() => Story.Given(Opened, new RoleGranted(Role.Manager), new AccountClosed())
        .When(new ReopenAccount()).Then(new AccountReopened()).ThenState(s => Assert.Single(s.ToActor().Grants));

    [Fact]
    public void only_a_closed_one_is_reopened() => Story.Given(Opened).When(new ReopenAccount()).ThenRefused(AccountRules.ReopenedWhereClosed);
}
