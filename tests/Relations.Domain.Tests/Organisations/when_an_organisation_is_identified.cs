using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Organisations;

using Story = Scenario<Organisation, OrganisationCommand>;

public class when_an_organisation_is_identified
{
    private static readonly OrganisationRegistered Registered = new(
        [new("es", "Organización Internacional para las Migraciones", "OIM")],
        OrganisationKind.IntergovernmentalOrganisation, null, null, null);

    [Theory]
    [InlineData(IdentifierScheme.IatiOrgId, "XM-DAC-47066", "XM-DAC-47066")]
    [InlineData(IdentifierScheme.IatiOrgId, "XM-DAC-301-2", "XM-DAC-301-2")]
    [InlineData(IdentifierScheme.IatiOrgId, " BE-BCE_KBO-0202239951 ", "BE-BCE_KBO-0202239951")]
    [InlineData(IdentifierScheme.Ror, "02jbv0t02", "02jbv0t02")]
    [InlineData(IdentifierScheme.Ror, "https://ror.org/042nb2s44", "042nb2s44")]
    [InlineData(IdentifierScheme.Ror, "ror.org/05dxps055", "05dxps055")]
    [InlineData(IdentifierScheme.Wikidata, "Q42", "Q42")]
    [InlineData(IdentifierScheme.Wikidata, "https://www.wikidata.org/wiki/Q42", "Q42")]
    [InlineData(IdentifierScheme.Wikidata, "http://www.wikidata.org/entity/Q42", "Q42")]
    [InlineData(IdentifierScheme.IsoCountry, "PE", "PE")]
    public void the_identifier_is_kept_in_its_canonical_form(IdentifierScheme scheme, string given, string kept) =>
        Story.Given(Registered).When(new IdentifyOrganisation(scheme, given))
            .Then(new OrganisationIdentified(scheme, kept))
            .ThenState(s => Assert.Equal([new(scheme, kept)], s.Identifiers));

    [Theory]
    [InlineData(IdentifierScheme.IatiOrgId, "47066")]
    [InlineData(IdentifierScheme.IatiOrgId, "XM-DAC")]
    [InlineData(IdentifierScheme.IatiOrgId, "XM-DAC-")]
    [InlineData(IdentifierScheme.IatiOrgId, "xm-dac-47066")]
    [InlineData(IdentifierScheme.IatiOrgId, "XM-DAC-47/066")]
    [InlineData(IdentifierScheme.IatiOrgId, "XM-DAC-47 066")]
    [InlineData(IdentifierScheme.Ror, "02jbv0t03")]
    [InlineData(IdentifierScheme.Ror, "02jvb0t02")]
    [InlineData(IdentifierScheme.Ror, "12jbv0t02")]
    [InlineData(IdentifierScheme.Ror, "02jbu0t02")]
    [InlineData(IdentifierScheme.Ror, "02jbv0t0")]
    [InlineData(IdentifierScheme.Ror, "https://example.org/02jbv0t02")]
    [InlineData(IdentifierScheme.Wikidata, "42")]
    [InlineData(IdentifierScheme.Wikidata, "Q042")]
    [InlineData(IdentifierScheme.Wikidata, "P42")]
    [InlineData(IdentifierScheme.Wikidata, "Q42\nQ43")]
    [InlineData(IdentifierScheme.IsoCountry, "pe")]
    [InlineData(IdentifierScheme.IsoCountry, "PER")]
    [InlineData(IdentifierScheme.IsoCountry, "ZZ")]
    [InlineData((IdentifierScheme)99, "PE")]
    public void what_no_register_gives_is_refused(IdentifierScheme scheme, string given)
    {
        // An undefined register is refused as well, but no sentence can name it.
        var decision = OrganisationDecider.Decide(
            Organisation.Fold(null, Guid.Empty, Registered), new IdentifyOrganisation(scheme, given), Story.Today);
        var refused = Assert.IsType<Decision.Refused>(decision);
        Assert.Equal(OrganisationRules.IdentifierWellFormed, Assert.Single(refused.Refusals).Rule);
        Assert.Null(OrganisationIdentifier.Read(scheme, given));
    }

    [Theory]
    [InlineData(IdentifierScheme.IatiOrgId)]
    [InlineData(IdentifierScheme.Ror)]
    [InlineData(IdentifierScheme.Wikidata)]
    [InlineData(IdentifierScheme.IsoCountry)]
    public void the_refusal_shows_an_example_that_would_pass(IdentifierScheme scheme)
    {
        Assert.NotNull(OrganisationIdentifier.Read(scheme, OrganisationIdentifier.Example(scheme)));
        Story.Given(Registered).When(new IdentifyOrganisation(scheme, "?"))
            .ThenRefused(OrganisationRules.IdentifierWellFormed, "value");
    }

    [Fact]
    public void an_identifier_is_given() => Story.Given(Registered)
        .When(new IdentifyOrganisation(IdentifierScheme.Ror, " ")).ThenRefused(CommonRules.TextRequired, "value");

    [Fact]
    public void the_length_of_an_identifier_is_bounded() => Story.Given(Registered)
        .When(new IdentifyOrganisation(IdentifierScheme.IatiOrgId, "XM-DAC-" + new string('1', Limits.Code)))
        .ThenRefused(CommonRules.TextTooLong, "value");

    [Fact]
    public void the_same_again_is_no_change() =>
        Story.Given(Registered, new OrganisationIdentified(IdentifierScheme.Wikidata, "Q42"))
            .When(new IdentifyOrganisation(IdentifierScheme.Wikidata, " Q42 "))
            .ThenRefused(CommonRules.NothingChanged, "value");

    [Fact]
    public void another_of_the_same_register_is_kept_beside_it_with_a_warning() =>
        Story.Given(Registered, new OrganisationIdentified(IdentifierScheme.Wikidata, "Q42"))
            .When(new IdentifyOrganisation(IdentifierScheme.Wikidata, "Q43"))
            .ThenWarned(OrganisationRules.AnotherIdentifier)
            .Then(new OrganisationIdentified(IdentifierScheme.Wikidata, "Q43"))
            .ThenState(s => Assert.Equal(["Q42", "Q43"], s.Identifiers.Select(i => i.Value)));

    [Fact]
    public void entered_in_error_it_is_taken_back() =>
        Story.Given(
                Registered,
                new OrganisationIdentified(IdentifierScheme.Wikidata, "Q42"),
                new OrganisationIdentified(IdentifierScheme.Ror, "02jbv0t02"))
            .When(new RetractIdentifier(IdentifierScheme.Wikidata, "Q42"))
            .Then(new OrganisationIdentifierRetracted(IdentifierScheme.Wikidata, "Q42"))
            .ThenState(s => Assert.Equal([new(IdentifierScheme.Ror, "02jbv0t02")], s.Identifiers));

    [Fact]
    public void what_was_not_recorded_is_not_taken_back() =>
        Story.Given(Registered, new OrganisationIdentified(IdentifierScheme.Wikidata, "Q42"))
            .When(new RetractIdentifier(IdentifierScheme.Ror, "Q42"))
            .ThenRefused(OrganisationRules.IdentifierRecorded, "value");
}
