using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Organisations;

using Story = Scenario<Organisation, OrganisationCommand>;

public class when_an_organisation_is_dissolved
{
    private static readonly OrganisationRegistered Registered = new(
        [new("es", "Instituto")], OrganisationKind.Organ, null, null, Some.Day("1990"));

    private static readonly OrganisationPlaced Placed = new(OrganisationRelation.OrganOf, Some.Can, Some.Day("1990"));
    private static readonly OrganisationDissolved Dissolved = new(Some.Day("2010"));

    public static TheoryData<OrganisationCommand> WhatHappensToTheLiving { get; } =
    [
        new RenameOrganisation([new("es", "Otro")], Some.Day("2011")),
        new PlaceOrganisation(OrganisationRelation.OrganOf, Some.Oim, Some.Day("2011")),
        new LeaveOrganisation(OrganisationRelation.OrganOf, Some.Can, Some.Day("2011")),
        new DissolveOrganisation(Some.Day("2011")),
    ];

    [Fact]
    public void it_no_longer_stands() => Story.Given(Registered, Placed)
        .When(new DissolveOrganisation(Some.Day("2010"))).Then(Dissolved)
        .ThenState(s => Assert.Equal(Some.Day("2010"), s.Dissolved));

    [Theory]
    [MemberData(nameof(WhatHappensToTheLiving))]
    public void nothing_more_happens_to_it(OrganisationCommand command) =>
        Story.Given(Registered, Placed, Dissolved).When(command).ThenRefused(OrganisationRules.OnlyWhileItStands);

    [Fact]
    public void it_can_still_be_identified() => Story.Given(Registered, Dissolved)
        .When(new IdentifyOrganisation(IdentifierScheme.Wikidata, "Q42"))
        .Then(new OrganisationIdentified(IdentifierScheme.Wikidata, "Q42"));

    [Fact]
    public void it_can_still_be_corrected() => Story.Given(Registered, Placed, Dissolved)
        .When(new RetractPlacement(OrganisationRelation.OrganOf, Some.Can, Some.Day("1990")))
        .Then(new OrganisationPlacementRetracted(new(OrganisationRelation.OrganOf, Some.Can, Some.Day("1990"))));

    [Fact]
    public void it_was_not_dissolved_tomorrow() => Story.Given(Registered)
        .When(new DissolveOrganisation(Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void it_was_not_dissolved_before_it_was_founded() => Story.Given(Registered)
        .When(new DissolveOrganisation(Some.Day("1989"))).ThenRefused(OrganisationRules.NotBeforeFounded, "on");

    [Fact]
    public void it_may_have_been_dissolved_in_the_year_of_its_founding() => Story.Given(Registered)
        .When(new DissolveOrganisation(Some.Day("1990"))).Then(new OrganisationDissolved(Some.Day("1990")));

    [Fact]
    public void entered_in_error_it_is_taken_back() => Story.Given(Registered, Dissolved)
        .When(new RetractDissolution()).Then(new OrganisationDissolutionRetracted(Some.Day("2010")))
        .ThenState(s => Assert.Null(s.Dissolved));

    [Fact]
    public void what_still_stands_has_no_dissolution_to_take_back() => Story.Given(Registered)
        .When(new RetractDissolution()).ThenRefused(OrganisationRules.DissolutionRecorded);
}
