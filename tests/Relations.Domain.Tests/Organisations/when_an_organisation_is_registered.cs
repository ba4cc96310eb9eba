using System.Globalization;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Organisations;

using Story = Scenario<Organisation, OrganisationCommand>;

public class when_an_organisation_is_registered
{
    private static readonly OrganisationName[] Names =
    [
        new("en", "International Organization for Migration", "IOM"),
        new("es", "Organización Internacional para las Migraciones", "OIM"),
    ];

    private static readonly RegisterOrganisation Register = new(
        Names, OrganisationKind.IntergovernmentalOrganisation, "Ginebra", "CH", Some.Day("1951-12-05"));

    private static readonly OrganisationRegistered Registered = new(
        Names, OrganisationKind.IntergovernmentalOrganisation, "Ginebra", "CH", Some.Day("1951-12-05"));

    [Fact]
    public void it_stands_and_concerns_itself() => Story.Nothing.When(Register).Then(Registered).ThenState(s =>
    {
        Assert.Equal("Ginebra", s.Seat);
        Assert.Null(s.Dissolved);
        Assert.Equal([s.Id], s.Concerns.Organisations);
    });

    [Fact]
    public void the_fact_in_the_world_is_its_founding() => Assert.Equal(Registered.Founded, ((IDated)Registered).On);

    [Fact]
    public void a_name_and_a_kind_are_enough() => Story.Nothing
        .When(new RegisterOrganisation([new("es", "Comunidad Andina")], OrganisationKind.IntergovernmentalOrganisation))
        .Then(new OrganisationRegistered(
            [new("es", "Comunidad Andina")], OrganisationKind.IntergovernmentalOrganisation, null, null, null));

    [Fact]
    public void it_needs_a_name() =>
        Story.Nothing.When(Register with { Names = [] }).ThenRefused(CommonRules.TooFewItems, "names");

    [Fact]
    public void a_name_is_not_blank() =>
        Story.Nothing.When(Register with { Names = [new("es", " ")] }).ThenRefused(CommonRules.TextRequired, "names");

    [Theory]
    [InlineData(Limits.Name + 1, 1)]
    [InlineData(1, Limits.Code + 1)]
    public void names_and_acronyms_are_bounded(int name, int acronym) => Story.Nothing
        .When(Register with { Names = [new("es", new('x', name), new('x', acronym))] })
        .ThenRefused(CommonRules.TextTooLong, "names");

    [Fact]
    public void names_are_not_without_number() => Story.Nothing
        .When(Register with { Names = [.. Enumerable.Repeat(Names[0], Limits.Items + 1)] })
        .ThenRefused(CommonRules.TooManyItems, "names");

    [Fact]
    public void it_has_one_name_per_language() => Story.Nothing
        .When(Register with { Names = [new("es", "Comunidad Andina"), new("es", "Pacto Andino")] })
        .ThenRefused(OrganisationRules.OneNamePerLanguage, "names");

    [Theory]
    [InlineData("ES")]
    [InlineData("spa")]
    [InlineData("xx")]
    public void a_language_is_one_of_iso_639(string language) => Story.Nothing
        .When(Register with { Names = [new(language, "Comunidad Andina")] })
        .ThenRefused(OrganisationRules.LanguageInUse, "names");

    [Theory]
    [InlineData("pe")]
    [InlineData("PER")]
    [InlineData("ZZ")]
    public void a_country_is_one_of_iso_3166(string country) =>
        Story.Nothing.When(Register with { Country = country }).ThenRefused(OrganisationRules.CountryInUse, "country");

    [Fact]
    public void its_seat_is_bounded() => Story.Nothing
        .When(Register with { Seat = new('x', Limits.Name + 1) }).ThenRefused(CommonRules.TextTooLong, "seat");

    [Fact]
    public void it_was_not_founded_tomorrow() =>
        Story.Nothing.When(Register with { Founded = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "founded");

    [Theory]
    [InlineData("en-GB", "International Organization for Migration", "IOM")]
    [InlineData("es-PE", "Organización Internacional para las Migraciones", "OIM")]
    [InlineData("fr", "Organización Internacional para las Migraciones", "OIM")]
    [InlineData("", "Organización Internacional para las Migraciones", "OIM")]
    public void it_is_called_as_the_reader_calls_it(string culture, string name, string acronym)
    {
        var organisation = Organisation.Fold(null, Guid.Empty, Registered)!;
        Assert.Equal(name, organisation.NameIn(CultureInfo.GetCultureInfo(culture)));
        Assert.Equal(acronym, organisation.ShortNameIn(CultureInfo.GetCultureInfo(culture)));
    }

    [Fact]
    public void without_spanish_it_is_called_in_english_and_else_by_its_first_name()
    {
        var french = CultureInfo.GetCultureInfo("fr");
        var organisation = Organisation.Fold(null, Guid.Empty, Registered)!;
        Assert.Equal("Andes", (organisation with { Names = [new("qu", "Anti"), new("en", "Andes")] }).NameIn(french));
        Assert.Equal("Anti", (organisation with { Names = [new("qu", "Anti"), new("ay", "Anti suyu")] }).NameIn(french));
    }

    [Fact]
    public void without_an_acronym_its_short_name_is_its_name()
    {
        var organisation = Organisation.Fold(null, Guid.Empty, Registered with { Names = [new("es", "Perú", "")] })!;
        Assert.Equal("Perú", organisation.ShortNameIn(CultureInfo.GetCultureInfo("es")));
    }
}
