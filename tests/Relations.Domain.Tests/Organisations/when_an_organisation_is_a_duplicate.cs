using Relations.Domain.Organisations;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Organisations;

using Story = Scenario<Organisation, OrganisationCommand>;

public class when_an_organisation_is_a_duplicate
{
    private static readonly OrganisationRegistered Registered = new(
        [new("es", "OIM")], OrganisationKind.IntergovernmentalOrganisation, null, null, null);

    private static readonly OrganisationLinkedAsDuplicate Linked = new(Some.Oim);

    [Fact]
    public void it_points_to_the_original_and_concerns_it() => Story.Given(Registered)
        .When(new LinkDuplicateOrganisation(Some.Oim)).Then(Linked)
        .ThenState(s =>
        {
            Assert.Equal(Some.Oim, s.DuplicateOf);
            Assert.Contains(Some.Oim.Value, s.Concerns.Organisations);
        });

    [Fact]
    public void the_original_is_another_record() => Story.Given(Registered)
        .When(new LinkDuplicateOrganisation(new(Some.Numbered(10))))
        .ThenRefused(OrganisationRules.DuplicateOfAnother, "original");

    [Fact]
    public void it_is_linked_once() => Story.Given(Registered, Linked)
        .When(new LinkDuplicateOrganisation(Some.Can)).ThenRefused(OrganisationRules.DuplicateOnce, "original");

    [Fact]
    public void a_dissolved_organisation_can_be_one_too() =>
        Story.Given(Registered, new OrganisationDissolved(Some.Day("2010")))
            .When(new LinkDuplicateOrganisation(Some.Oim)).Then(Linked);

    [Fact]
    public void the_link_is_reversed_and_can_be_made_anew() => Story.Given(Registered, Linked)
        .When(new ReverseDuplicateLink()).Then(new OrganisationDuplicateLinkReversed(Some.Oim))
        .ThenState(s => Assert.Null(s.DuplicateOf));

    [Fact]
    public void it_is_reversed_only_where_linked() => Story.Given(Registered)
        .When(new ReverseDuplicateLink()).ThenRefused(OrganisationRules.ReversedWhereLinked);
}
