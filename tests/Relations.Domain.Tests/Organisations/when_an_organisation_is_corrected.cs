using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Organisations;

using Story = Scenario<Organisation, OrganisationCommand>;

public class when_an_organisation_is_corrected
{
    private static readonly OrganisationName[] Names = [new("es", "Secretaría General de la CAN", "SGCAN")];

    private static readonly OrganisationRegistered Registered = new(
        Names, OrganisationKind.IntergovernmentalOrganisation, "Quito", "EC", Some.Day("1997"));

    [Fact]
    public void only_the_touched_fields_change_and_both_values_are_kept() => Story.Given(Registered)
        .When(new CorrectOrganisation(Kind: OrganisationKind.Organ, Seat: "Lima", Country: "PE"))
        .Then(new OrganisationCorrected(
            new(Kind: OrganisationKind.IntergovernmentalOrganisation, Seat: "Quito", Country: "EC"),
            new(Kind: OrganisationKind.Organ, Seat: "Lima", Country: "PE")))
        .ThenState(s =>
        {
            Assert.Equal((OrganisationKind.Organ, "Lima", "PE"), (s.Kind, s.Seat, s.Country));
            Assert.Equal((Names, Some.Day("1997")), (s.Names, s.Founded));
        });

    [Fact]
    public void names_that_stay_the_same_are_not_touched() => Story.Given(Registered)
        .When(new CorrectOrganisation(Names: [.. Names], Seat: "Lima"))
        .Then(new OrganisationCorrected(new(Seat: "Quito"), new(Seat: "Lima")));

    [Fact]
    public void names_are_replaced_as_a_whole() => Story.Given(Registered)
        .When(new CorrectOrganisation(Names: [new("es", "Secretaría General")]))
        .Then(new OrganisationCorrected(new(Names), new([new("es", "Secretaría General")])))
        .ThenState(s => Assert.Equal([new("es", "Secretaría General")], s.Names));

    [Fact]
    public void it_changes_something() => Story.Given(Registered)
        .When(new CorrectOrganisation(Names: [.. Names], Seat: "Quito")).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void it_keeps_a_name() =>
        Story.Given(Registered).When(new CorrectOrganisation(Names: [])).ThenRefused(CommonRules.TooFewItems, "names");

    [Fact]
    public void its_country_exists() => Story.Given(Registered)
        .When(new CorrectOrganisation(Country: "ZZ")).ThenRefused(OrganisationRules.CountryInUse, "country");

    [Fact]
    public void its_seat_is_bounded() => Story.Given(Registered)
        .When(new CorrectOrganisation(Seat: new('x', Limits.Name + 1))).ThenRefused(CommonRules.TextTooLong, "seat");

    [Fact]
    public void it_was_not_founded_tomorrow() => Story.Given(Registered)
        .When(new CorrectOrganisation(Founded: Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "founded");

    [Fact]
    public void a_dissolution_is_corrected() => Story.Given(Registered, new OrganisationDissolved(Some.Day("2010")))
        .When(new CorrectOrganisation(Dissolved: Some.Day("2011")))
        .Then(new OrganisationCorrected(new(Dissolved: Some.Day("2010")), new(Dissolved: Some.Day("2011"))))
        .ThenState(s => Assert.Equal(Some.Day("2011"), s.Dissolved));

    [Fact]
    public void a_dissolution_that_was_not_recorded_is_not_corrected() => Story.Given(Registered)
        .When(new CorrectOrganisation(Dissolved: Some.Day("2011")))
        .ThenRefused(OrganisationRules.DissolutionRecorded, "dissolved");

    [Fact]
    public void it_was_not_dissolved_tomorrow() => Story.Given(Registered, new OrganisationDissolved(Some.Day("2010")))
        .When(new CorrectOrganisation(Dissolved: Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "dissolved");

    [Fact]
    public void it_was_not_founded_after_its_dissolution() =>
        Story.Given(Registered, new OrganisationDissolved(Some.Day("2010")))
            .When(new CorrectOrganisation(Founded: Some.Day("2011")))
            .ThenRefused(OrganisationRules.NotBeforeFounded, "founded");

    [Fact]
    public void it_was_not_dissolved_before_its_founding() =>
        Story.Given(Registered, new OrganisationDissolved(Some.Day("2010")))
            .When(new CorrectOrganisation(Dissolved: Some.Day("1996")))
            .ThenRefused(OrganisationRules.NotBeforeFounded, "dissolved");
}
