using System.Collections.Frozen;
using Relations.Domain.Access;
using Relations.Domain.Recording;
using static Relations.Domain.Recording.Classification;

namespace Relations.Domain.Tests.Access;

/// <summary>The whole truth table of reading: every role over its own and over another partnership, and each classification.</summary>
public class who_may_read_a_record
{
    private static readonly Guid Own = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly FrozenSet<Guid> NothingHidden = [];
    private static readonly FrozenSet<Guid> OwnHidden = [Own];

    public static TheoryData<string, Classification, bool, bool> Table => new()
    {
        // who, classification, of their own partnership, of another
        { "nobody", Public, true, true },
        { "nobody", Internal, false, false },
        { "nobody", Restricted, false, false },
        { "officer", Public, true, true },
        { "officer", Internal, true, false },
        { "officer", Restricted, false, false },
        { "officer over all", Internal, true, true },
        { "officer over all", Restricted, false, false },
        { "manager", Public, true, true },
        { "manager", Internal, true, false },
        { "manager", Restricted, false, false },
        { "manager over all", Internal, true, true },
        { "manager over all", Restricted, false, false },
        { "auditor", Public, true, true },
        { "auditor", Internal, true, true },
        { "auditor", Restricted, true, true },
        { "administrator", Public, true, true },
        { "administrator", Internal, true, true },
        { "administrator", Restricted, false, false },
        { "named", Public, true, true },
        { "named", Internal, false, false },
        { "named", Restricted, true, true },
        { "operator", Restricted, true, true },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void is_said_by_role_partnership_and_classification(string who, Classification classification, bool own, bool other)
    {
        Assert.Equal(own, AccessPolicy.MayRead(Someone(who), classification, ["named"], [Own], NothingHidden));
        Assert.Equal(other, AccessPolicy.MayRead(Someone(who), classification, ["named"], [Other], NothingHidden));
    }

    [Theory]
    [InlineData("officer")]
    [InlineData("manager")]
    [InlineData("administrator")]
    public void the_register_that_belongs_to_no_partnership_is_shared_by_all_who_work(string who) =>
        Assert.True(AccessPolicy.MayRead(Someone(who), Internal, [], [], NothingHidden));

    [Fact]
    public void the_register_is_not_for_an_account_without_a_role() =>
        Assert.False(AccessPolicy.MayRead(Someone("nobody"), Internal, [], [], NothingHidden));

    [Theory]
    [InlineData(Public)]
    [InlineData(Internal)]
    public void a_record_is_never_more_open_than_its_partnerships(Classification classification)
    {
        Assert.False(AccessPolicy.MayRead(Someone("officer over all"), classification, [], [Own], OwnHidden));
        Assert.True(AccessPolicy.MayRead(Someone("officer over all"), classification, [], [Own, Other], OwnHidden));
    }

    [Fact]
    public void a_record_of_two_partnerships_is_read_by_those_who_work_with_either() =>
        Assert.True(AccessPolicy.MayRead(Someone("officer"), Internal, [], [Own, Other], NothingHidden));

    [Fact]
    public void what_is_internal_is_not_read_through_a_partnership_that_is_hidden() =>
        Assert.False(AccessPolicy.MayRead(Someone("officer"), Internal, [], [Own, Other], OwnHidden));

    [Fact]
    public void an_account_reads_itself_and_no_other()
    {
        var own = new AccountId(Guid.NewGuid());
        var actor = Someone("officer") with { Account = own };
        Assert.True(AccessPolicy.MayReadAccount(actor, own.Value));
        Assert.False(AccessPolicy.MayReadAccount(actor, Guid.NewGuid()));
        Assert.True(AccessPolicy.MayReadAccount(Someone("administrator"), own.Value));
        Assert.True(AccessPolicy.MayReadAccount(Someone("auditor"), own.Value));
    }

    [Theory]
    [InlineData("auditor", true)]
    [InlineData("operator", true)]
    [InlineData("administrator", false)]
    [InlineData("manager over all", false)]
    [InlineData("officer over all", false)]
    public void the_trail_of_access_is_for_auditors(string who, bool open) =>
        Assert.Equal(open, AccessPolicy.MayReadAccessLog(Someone(who)));

    internal static Actor Someone(string who) => who switch
    {
        "operator" => Actor.Operator(who),
        "officer" => new(who, [new(Role.Officer, [new(Own)])]),
        "officer over all" => new(who, [new(Role.Officer)]),
        "manager" => new(who, [new(Role.Manager, [new(Own)])]),
        "manager over all" => new(who, [new(Role.Manager)]),
        "auditor" => new(who, [new(Role.Auditor)]),
        "administrator" => new(who, [new(Role.Administrator)]),
        _ => new(who, []),
    };
}
