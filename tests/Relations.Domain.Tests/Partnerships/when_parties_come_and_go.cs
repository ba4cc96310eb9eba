using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Partnerships;

using Story = Scenario<Partnership, PartnershipCommand>;

public class when_parties_come_and_go
{
    private static readonly PartnershipEstablished Established = new("can-oim", [Some.Can, Some.Oim], null, Some.Day("1992"));
    private static readonly PartnershipPartyJoined PeruJoined = new(Some.Peru, Some.Day("2000"));
    private static readonly PartnershipPartyWithdrew PeruWithdrew = new(Some.Peru, Some.Day("2005"), "Reorganisation");

    [Fact]
    public void who_joins_is_a_party_since_then() => Story.Given(Established)
        .When(new JoinPartnership(Some.Peru, Some.Day("2000"))).Then(PeruJoined)
        .ThenState(s => Assert.Equal(new(Some.Peru, Some.Day("2000")), s.Parties[^1]));

    [Fact]
    public void a_party_joins_once() => Story.Given(Established)
        .When(new JoinPartnership(Some.Can, Some.Day("2000"))).ThenRefused(PartnershipRules.JoinsOnce, "party");

    [Fact]
    public void nobody_joins_before_it_began() => Story.Given(Established)
        .When(new JoinPartnership(Some.Peru, Some.Day("1991"))).ThenRefused(PartnershipRules.NotBeforeItBegan, "on");

    [Fact]
    public void nobody_joined_tomorrow() => Story.Given(Established)
        .When(new JoinPartnership(Some.Peru, Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void there_is_an_end_to_the_list_of_parties()
    {
        var all = Enumerable.Range(1000, Limits.Items).Select(n => new OrganisationId(Some.Numbered(n)));
        Story.Given(Established with { Parties = [.. all] })
            .When(new JoinPartnership(Some.Peru)).ThenRefused(CommonRules.TooManyItems, "party");
    }

    [Fact]
    public void who_withdraws_is_a_former_party_and_no_longer_concerned() => Story.Given(Established, PeruJoined)
        .When(new LeavePartnership(Some.Peru, Some.Day("2005"), "Reorganisation")).Then(PeruWithdrew)
        .ThenState(s =>
        {
            Assert.False(s.HasParty(Some.Peru));
            Assert.Equal([new(Some.Peru, Some.Day("2000"), false, Some.Day("2005"), "Reorganisation")], s.FormerParties);
            Assert.DoesNotContain(Some.Peru.Value, s.Concerns.Organisations);
        });

    [Fact]
    public void only_a_party_withdraws() => Story.Given(Established)
        .When(new LeavePartnership(Some.Peru, Some.Day("2005"))).ThenRefused(PartnershipRules.OnlyAParty, "party");

    [Fact]
    public void two_parties_remain() => Story.Given(Established)
        .When(new LeavePartnership(Some.Can, Some.Day("2005"))).ThenRefused(PartnershipRules.TwoPartiesRemain, "party");

    [Fact]
    public void nobody_withdraws_before_joining() => Story.Given(Established, PeruJoined)
        .When(new LeavePartnership(Some.Peru, Some.Day("1999"))).ThenRefused(PartnershipRules.LeavesAfterJoining, "on");

    [Fact]
    public void the_reason_of_a_withdrawal_is_bounded() => Story.Given(Established, PeruJoined)
        .When(new LeavePartnership(Some.Peru, Some.Day("2005"), new('x', Limits.Text + 1))).ThenRefused(CommonRules.TextTooLong, "why");

    [Fact]
    public void who_withdrew_may_come_back() => Story.Given(Established, PeruJoined, PeruWithdrew)
        .When(new JoinPartnership(Some.Peru, Some.Day("2010"))).Then(new PartnershipPartyJoined(Some.Peru, Some.Day("2010")))
        .ThenState(s => Assert.Equal((3, 1), (s.Parties.Count, s.FormerParties.Count)));

    [Fact]
    public void nobody_comes_back_before_having_withdrawn() => Story.Given(Established, PeruJoined, PeruWithdrew)
        .When(new JoinPartnership(Some.Peru, Some.Day("2004"))).ThenRefused(PartnershipRules.ReturnsAfterLeaving, "on");
}
