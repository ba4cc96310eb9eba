using Relations.App.Access.OpenIdConnect;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Access;

public sealed class when_roles_come_from_a_provider
{
    private static readonly PartnershipId Iom = new(Guid.NewGuid());
    private static readonly PartnershipId Unhcr = new(Guid.NewGuid());
    private static readonly Dictionary<string, PartnershipId> Partnerships = new() { ["can-oim"] = Iom, ["can-acnur"] = Unhcr };

    private static readonly RoleRule[] Rules =
    [
        new("liaison-oim", Role.Officer, ["can-oim"]),
        new("liaison-acnur", Role.Officer, ["can-acnur", "can-oim"]),
        new("liaison", Role.Officer),
        new("liaison-typo", Role.Officer, ["can-omi"]),
        new("direction", Role.Manager),
        new("direction", Role.Auditor),
    ];

    [Fact]
    public void what_no_rule_names_gives_nothing() => Assert.Empty(Grants("staff", "Liaison", "liaison "));

    [Fact]
    public void a_value_gives_its_role_over_its_partnerships() => Assert.Equal([Iom], Assert.Single(Grants("liaison-oim")).Over!);

    [Fact]
    public void two_values_for_one_role_give_it_over_the_partnerships_of_both() =>
        Assert.Equal([Iom, Unhcr], Assert.Single(Grants("liaison-oim", "liaison-acnur")).Over!);

    [Fact]
    public void over_all_outweighs_over_some() => Assert.Null(Assert.Single(Grants("liaison-oim", "liaison")).Over);

    [Fact]
    public void a_value_may_give_several_roles() => Assert.Equal([Role.Manager, Role.Auditor], Grants("direction").Select(g => g.Role));

    [Fact]
    public void a_partnership_that_is_not_on_record_gives_nothing() => Assert.Empty(Grants("liaison-typo"));

    [Fact]
    public void only_what_differs_is_recorded()
    {
        Grant[] held = [new(Role.Officer, [Iom, Unhcr]), new(Role.Manager), new(Role.Administrator)];

        Assert.Empty(held.ChangesTo([new(Role.Administrator), new(Role.Manager), new(Role.Officer, [Unhcr, Iom])]));
        Assert.Equal(
            ["GrantRole Officer", "GrantRole Auditor", "RevokeRole Manager", "RevokeRole Administrator"],
            held.ChangesTo([new(Role.Officer), new(Role.Auditor)]).Select(c => c switch
            {
                GrantRole g => $"{nameof(GrantRole)} {g.Role}",
                RevokeRole r => $"{nameof(RevokeRole)} {r.Role}",
                _ => c.GetType().Name,
            }));
        Assert.IsType<GrantRole>(Assert.Single(new[] { new Grant(Role.Officer) }.ChangesTo([new(Role.Officer, [Iom])])));
    }

    private static IReadOnlyList<Grant> Grants(params string[] values) => Rules.GrantsOf(values, Partnerships);
}
