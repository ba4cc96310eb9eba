using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Partnerships;

using Story = Scenario<Partnership, PartnershipCommand>;

public class when_a_partnership_is_established
{
    private static readonly EstablishPartnership Establish = new("can-oim", [Some.Can, Some.Oim], "CAN–OIM", Some.Day("1992"));

    [Fact]
    public void it_is_active_and_concerns_itself_and_its_parties() => Story.Nothing.When(Establish)
        .Then(new PartnershipEstablished("can-oim", [Some.Can, Some.Oim], "CAN–OIM", Some.Day("1992")))
        .ThenState(s =>
        {
            Assert.Equal(PartnershipStatus.Active, s.Status);
            Assert.Equal([s.Id], s.Concerns.Partnerships);
            Assert.Equal([Some.Can.Value, Some.Oim.Value], s.Concerns.Organisations);
            Assert.All(s.Parties, p => Assert.True(p.Founding && p.Since == Some.Day("1992")));
        });

    [Theory]
    [InlineData("ab")]
    [InlineData("can-oim")]
    [InlineData("un-2030-agenda")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public void its_address_is_small_letters_digits_and_single_hyphens(string slug) => Story.Nothing
        .When(Establish with { Slug = slug }).Then(new PartnershipEstablished(slug, [Some.Can, Some.Oim], "CAN–OIM", Some.Day("1992")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("CAN-OIM")]
    [InlineData("can--oim")]
    [InlineData("-can")]
    [InlineData("can-")]
    [InlineData("can oim")]
    [InlineData("relación")]
    [InlineData("can-oim\n")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public void any_other_address_is_refused(string? slug) =>
        Story.Nothing.When(Establish with { Slug = slug! }).ThenRefused(PartnershipRules.SlugShape, "slug");

    [Fact]
    public void it_is_between_two_different_parties() =>
        Story.Nothing.When(Establish with { Parties = [Some.Can, Some.Can] }).ThenRefused(CommonRules.TooFewItems, "parties");

    [Fact]
    public void a_party_named_twice_is_recorded_once() => Story.Nothing
        .When(Establish with { Parties = [Some.Can, Some.Oim, Some.Can] })
        .Then(new PartnershipEstablished("can-oim", [Some.Can, Some.Oim], "CAN–OIM", Some.Day("1992")));

    [Fact]
    public void it_may_have_no_name_and_no_known_beginning() => Story.Nothing.When(Establish with { Name = null, On = null })
        .Then(new PartnershipEstablished("can-oim", [Some.Can, Some.Oim], null, null));

    [Fact]
    public void a_name_is_not_blank() =>
        Story.Nothing.When(Establish with { Name = " " }).ThenRefused(CommonRules.TextRequired, "name");

    [Fact]
    public void a_name_is_not_too_long() => Story.Nothing
        .When(Establish with { Name = new('x', Limits.Name + 1) }).ThenRefused(CommonRules.TextTooLong, "name");

    [Fact]
    public void it_did_not_begin_tomorrow() =>
        Story.Nothing.When(Establish with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");
}
