using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Organisations;

using Story = Scenario<Organisation, OrganisationCommand>;

public class when_an_organisation_is_renamed
{
    private static readonly OrganisationName[] Pact = [new("es", "Pacto Andino")];
    private static readonly OrganisationName[] Community = [new("es", "Comunidad Andina", "CAN")];

    private static readonly OrganisationRegistered Registered = new(
        Pact, OrganisationKind.IntergovernmentalOrganisation, null, null, Some.Day("1969"));

    [Fact]
    public void it_bears_the_new_names() => Story.Given(Registered)
        .When(new RenameOrganisation(Community, Some.Day("1996")))
        .Then(new OrganisationRenamed(Community, Some.Day("1996")))
        .ThenState(s => Assert.Equal(Community, s.Names));

    [Fact]
    public void nobody_needs_to_know_when() => Story.Given(Registered)
        .When(new RenameOrganisation(Community)).Then(new OrganisationRenamed(Community, null))
        .ThenState(s => Assert.Equal(Community, s.Names));

    [Fact]
    public void an_older_change_that_is_recorded_late_is_kept_but_not_its_present_name() =>
        Story.Given(Registered, new OrganisationRenamed(Community, Some.Day("1996")))
            .When(new RenameOrganisation([new("es", "Grupo Andino")], Some.Day("1979")))
            .Then(new OrganisationRenamed([new("es", "Grupo Andino")], Some.Day("1979")))
            .ThenState(s =>
            {
                Assert.Equal(Community, s.Names);
                Assert.Equal(Some.Day("1996"), s.RenamedOn);
            });

    [Fact]
    public void the_same_names_are_no_change() => Story.Given(Registered)
        .When(new RenameOrganisation([new("es", "Pacto Andino")])).ThenRefused(CommonRules.NothingChanged, "names");

    [Fact]
    public void it_keeps_a_name() =>
        Story.Given(Registered).When(new RenameOrganisation([])).ThenRefused(CommonRules.TooFewItems, "names");

    [Fact]
    public void it_was_not_renamed_tomorrow() => Story.Given(Registered)
        .When(new RenameOrganisation(Community, Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void it_was_not_renamed_before_it_was_founded() => Story.Given(Registered)
        .When(new RenameOrganisation(Community, Some.Day("1968"))).ThenRefused(OrganisationRules.NotBeforeFounded, "on");
}
