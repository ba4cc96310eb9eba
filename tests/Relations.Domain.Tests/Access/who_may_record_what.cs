using Relations.Domain.Access;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.Domain.Tests.Access;

/// <summary>The whole truth table of recording: every role, and what it may ask.</summary>
public class who_may_record_what
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly Command Records = new DiscussTopic("Migración");
    private static readonly Command Assigns = new AssignFocalPoint("lucia.ramos");
    private static readonly Command Establishes = new EstablishPartnership("can-oim", []);
    private static readonly Command KeepsAccounts = new CloseAccount();

    private static readonly Grant[] Officer = [new(Role.Officer, [new(Own)])];
    private static readonly Grant[] Manager = [new(Role.Manager, [new(Own)])];

    [Fact]
    public void an_officer_records_in_their_partnerships()
    {
        Assert.Null(Asked(Officer, Records, Own));
        Assert.Equal(AccountRules.OfficersRecord, Asked(Officer, Records, Other));
    }

    [Fact]
    public void what_concerns_two_partnerships_is_recorded_by_an_officer_of_both()
    {
        Assert.Equal(AccountRules.OfficersRecord, Asked(Officer, Records, Own, Other));
        Assert.Null(Asked([new(Role.Officer)], Records, Own, Other));
    }

    [Fact]
    public void the_register_is_kept_by_any_officer()
    {
        Assert.Null(Asked(Officer, Records));
        Assert.Equal(AccountRules.OfficersRecord, Asked(Manager, Records));
    }

    [Fact]
    public void a_manager_assigns_and_records_nothing_else()
    {
        Assert.Null(Asked(Manager, Assigns, Own));
        Assert.Null(Asked(Manager, new AssignCommitment(new(Guid.NewGuid())), Own));
        Assert.Equal(AccountRules.ManagersAssign, Asked(Manager, Assigns, Other));
        Assert.Equal(AccountRules.OfficersRecord, Asked(Manager, Records, Own));
    }

    [Fact]
    public void an_officer_assigns_too() => Assert.Null(Asked(Officer, Assigns, Own));

    [Fact]
    public void only_an_officer_over_all_establishes_a_partnership()
    {
        Assert.Equal(AccountRules.OfficersOverAllEstablish, Asked(Officer, Establishes));
        Assert.Equal(AccountRules.OfficersOverAllEstablish, Asked([new(Role.Manager)], Establishes));
        Assert.Null(Asked([new(Role.Officer)], Establishes));
    }

    [Fact]
    public void an_auditor_records_nothing()
    {
        foreach (var (command, rule) in new[]
        {
            (Records, AccountRules.OfficersRecord), (Assigns, AccountRules.ManagersAssign),
            (Establishes, AccountRules.OfficersOverAllEstablish), (KeepsAccounts, AccountRules.AdministratorsKeepAccounts),
            (new ClassifyRecord(Classification.Public), AccountRules.OfficersRecord),
        })
        {
            Assert.Equal(rule, Asked([new(Role.Auditor)], command, Own));
        }
    }

    [Fact]
    public void an_administrator_keeps_accounts_and_records_nothing_else()
    {
        Assert.Null(Asked([new(Role.Administrator)], KeepsAccounts));
        Assert.Equal(AccountRules.OfficersRecord, Asked([new(Role.Administrator)], Records, Own));
    }

    [Fact]
    public void nobody_else_keeps_accounts()
    {
        foreach (var role in new[] { Role.Officer, Role.Manager, Role.Auditor })
            Assert.Equal(AccountRules.AdministratorsKeepAccounts, Asked([new(role)], KeepsAccounts));
    }

    [Fact]
    public void an_account_without_a_role_records_nothing() => Assert.Equal(AccountRules.OfficersRecord, Asked([], Records));

    [Fact]
    public void a_token_is_good_for_no_more_than_it_was_issued_for()
    {
        Actor both = new("both", [new(Role.Officer), new(Role.Administrator)]);
        var reads = both with { Token = [TokenScope.Read] };
        Assert.Equal(AccountRules.WithinToken, AccessPolicy.Forbids(reads, Records, [Own]));
        Assert.Equal(AccountRules.AdministratorsKeepAccounts, AccessPolicy.Forbids(reads, KeepsAccounts, []));
        var records = both with { Token = [TokenScope.Read, TokenScope.Record] };
        Assert.Null(AccessPolicy.Forbids(records, Records, [Own]));
        Assert.Equal(AccountRules.AdministratorsKeepAccounts, AccessPolicy.Forbids(records, KeepsAccounts, []));
        Assert.Null(AccessPolicy.Forbids(both with { Token = [TokenScope.Read, TokenScope.Administer] }, KeepsAccounts, []));
    }

    [Fact]
    public void a_token_opens_no_more_than_its_account_may() => Assert.Equal(
        AccountRules.OfficersRecord,
        AccessPolicy.Forbids(new Actor("auditor", [new(Role.Auditor)]) { Token = [TokenScope.Read, TokenScope.Record] }, Records, [Own]));

    [Fact]
    public void who_operates_the_machine_is_held_by_no_role() => Assert.Null(AccessPolicy.Forbids(Actor.Operator("root"), Records, [Own]));

    private static Rule? Asked(Grant[] grants, Command command, params Guid[] partnerships) =>
        AccessPolicy.Forbids(new("somebody", grants), command, partnerships);
}
