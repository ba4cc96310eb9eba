using Relations.Domain.Organisations;
using Relations.Domain.Recording;

namespace Relations.Reading.Tests.Organisations;

public sealed class OrganisationReaderTests
{
    [Theory]
    [InlineData("La OIM y la CEPAL trabajan juntas.", "OIM; CEPAL")]
    [InlineData("IOM met UNHCR in Geneva.", "OIM; ACNUR")]
    [InlineData("La Organización Internacional para las Migraciones (OIM; en inglés, IOM) abrió un curso. La IOM lo cierra.", "OIM")]
    [InlineData("The Organisation for Economic Cooperation and Development joined.", "OCDE")]
    [InlineData("La Organización de Estados Americanos llegó.", "OEA")]
    [InlineData("La Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura abrió.", "UNESCO")]
    [InlineData("Unicef y Mercosur acordaron un plan.", "UNICEF; MERCOSUR")]
    [InlineData("La comunidad andina de artesanos y la organización de la feria dan las gracias.", "")]
    [InlineData("Yes we can, and who can say more.", "")]
    [InlineData("TODO LO QUE UNA REGIÓN CAN HACER", "")]
    public void known_organisations_are_found_by_name_and_acronym(string text, string bodies) => Assert.Equal(bodies, Named.In(text).Bodies);

    [Theory]
    [InlineData("Habló el Instituto Costero de Estudios Migratorios (ICEM). El ICEM publicará el informe.", "ICEM")]
    [InlineData("The Harbour Research Institute (HRI) spoke. HRI will publish the report.", "HRI")]
    [InlineData("El Ministerio de Comercio Exterior y Turismo (MINCETUR) y la Universidad Nacional de Loja firmaron.", "MINCETUR; Universidad Nacional de Loja")]
    [InlineData("Firmó el Ministerio de Agricultura, Ganadería y Pesca.", "Ministerio de Agricultura, Ganadería y Pesca")]
    [InlineData("Firmaron el Ministerio de Salud y la Fundación Mar Abierto.", "Ministerio de Salud; Fundación Mar Abierto")]
    [InlineData("Firmaron el Ministerio de Salud, Ana Soto y Luis Paz.", "Ministerio de Salud")]
    [InlineData("The National Fisheries Agency and Lakeside University agreed.", "National Fisheries Agency; Lakeside University")]
    [InlineData("The Ministry of Foreign Affairs and Worship replied.", "Ministry of Foreign Affairs and Worship")]
    [InlineData("Ecuador's Ministry of Health replied to the OECD Development Centre.", "Ministry of Health; OECD Development Centre")]
    [InlineData("The Agency for Reincorporation and Normalization (ARN) replied.", "ARN")]
    [InlineData("Se celebró la V Reunión de la Comisión de Cooperación.", "")]
    [InlineData("Se reunió la Comisión Mixta Perú-Chile. The Joint Committee met.", "")]
    [InlineData("El Banco, la Comisión y el Consejo Directivo sesionaron.", "")]
    public void new_organisations_are_found_by_their_form(string text, string bodies) => Assert.Equal(bodies, Named.In(text).Bodies);

    [Theory]
    [InlineData("La Secretaría General de la Comunidad Andina (SGCAN) saluda.", "SGCAN OrganOf CAN")]
    [InlineData("The CARICOM Secretariat replied.", "CARICOM Secretariat OrganOf CARICOM")]
    [InlineData("The General Secretariat of the Organization of American States (OAS) replied.", "SG/OEA OrganOf OEA")]
    [InlineData("Habló el Jefe de Misión de la OIM en el Perú.", "OIM Perú OfficeOf OIM")]
    [InlineData("Habló el jefe de misión de la OIM en Colombia.", "OIM Colombia OfficeOf OIM")]
    [InlineData("IOM Peru and the EU Delegation to Guyana replied.", "IOM Peru OfficeOf OIM; EU Delegation to Guyana OfficeOf UE")]
    [InlineData("Respondió la Embajada del Japón en el Perú.", "Embajada del Japón en el Perú OfficeOf Japón")]
    [InlineData("Respondió la Oficina Regional de la OIM para América del Sur.", "Oficina Regional de la OIM para América del Sur OfficeOf OIM")]
    [InlineData("El Programa de las Naciones Unidas para el Desarrollo (PNUD) respondió.", "")]
    [InlineData("Los Países Miembros de la CAN respondieron.", "")]
    public void organs_and_offices_stand_under_their_organisation(string text, string placements)
    {
        var named = Named.In(text);
        Assert.Equal(placements.Replace("CARICOM Secretariat", "Secretaría de la Comunidad del Caribe", StringComparison.Ordinal), named.Placements);
    }

    [Theory]
    [InlineData("El Perú y Colombia suscribieron un acuerdo.", "Perú; Colombia")]
    [InlineData("El Gobierno del Perú y el Gobierno chileno respondieron.", "Perú; Chile")]
    [InlineData("The Peruvian Foreign Minister and the Government of Chile replied.", "Perú; Chile")]
    [InlineData("Los cancilleres de Argentina, Brasil y Uruguay se reunieron.", "Argentina; Brasil; Uruguay")]
    [InlineData("Se firmó un convenio entre el Ecuador y Panamá.", "Ecuador; Panamá")]
    [InlineData("Canada, Norway and the United States of America signed.", "Canadá; Noruega; Estados Unidos")]
    [InlineData("El proyecto cuenta con financiamiento de Noruega.", "Noruega")]
    [InlineData("Viajó a Colombia y trabajó en el Perú, en la frontera con Chile.", "")]
    [InlineData("Georgetown, Guyana, 3 May 2020. They met in Port of Spain.", "")]
    [InlineData("Mauricio Urrutia viajó ayer.", "")]
    public void a_country_is_an_organisation_where_it_acts(string text, string bodies) => Assert.Equal(bodies, Named.In(text).Bodies);

    [Theory]
    [InlineData("La CAF aprobó el plan. Dicho organismo lo anunció.", "CAF = CAF; Dicho organismo = CAF")]
    [InlineData("La CAF aprobó el plan. El organismo ejecutor será otro.", "CAF = CAF")]
    [InlineData("La Secretaría General de la Comunidad Andina respondió. La Secretaría General dará un curso.",
        "Secretaría General de la Comunidad Andina = SGCAN; Secretaría General = SGCAN")]
    [InlineData("The Inter-American Development Bank agreed. The Bank will lend.", "Inter-American Development Bank = BID; Bank = BID")]
    [InlineData("El Ministerio de Salud recibió a la OPS. El Ministerio de Salud de Honduras agradeció.",
        "Ministerio de Salud = Ministerio de Salud de Honduras; OPS = OPS; Ministerio de Salud de Honduras = Ministerio de Salud de Honduras")]
    public void words_further_on_lead_to_the_organisation_named_before(string text, string mentions) => Assert.Equal(mentions, Named.In(text).Mentions);

    [Theory]
    [InlineData("La ALADI, con sede en Montevideo, respondió.", "Montevideo", false)]
    [InlineData("Lima, 3 de mayo de 2021.- Fue recibido en la sede de la ALADI.", "Lima", true)]
    [InlineData("Lima, 3 de mayo de 2021.- La ALADI respondió.", null, false)]
    public void a_seat_is_said_or_taken_from_the_dateline(string text, string? city, bool inferred)
    {
        var fact = Assert.Single(Named.In(text).Organisations.Organisations);
        Assert.Equal((city, inferred), (fact.Seat, fact.Inferred.Contains("seat")));
    }

    [Fact]
    public void what_is_on_record_comes_first_and_takes_the_names_of_the_gazetteer()
    {
        var record = Guid.Parse("018f0000-0000-7000-8000-000000000001");
        var context = new ReadingContext([new(record, [new("es", "Organización Internacional para las Migraciones", "OIM")], OrganisationKind.IntergovernmentalOrganisation)]);
        var fact = Assert.Single(Named.In("The IOM replied.", context).Organisations.Organisations);
        Assert.Equal((record, ConfidenceReason.OnRecord), (fact.Record, fact.Confidence.Reason));
        Assert.Equal(["es", "en"], fact.Names.Select(n => n.Language));
    }

    [Fact]
    public void two_that_share_an_acronym_are_both_offered()
    {
        var fact = Assert.Single(Named.In("El CIAT respondió.").Organisations.Organisations);
        Assert.Equal(ConfidenceReason.Ambiguous, fact.Confidence.Reason);
        Assert.Equal("Comisión Interamericana del Atún Tropical", Assert.Single(fact.Alternatives).Value);
    }

    [Fact]
    public void an_acronym_that_the_text_introduces_is_not_the_known_one()
    {
        var named = Named.In("El Consejo Agrario de Nariño (CAN) abrió. El CAN cerró.");
        Assert.Equal("Consejo Agrario de Nariño (CAN) = CAN; CAN = CAN", named.Mentions);
        Assert.Equal("Consejo Agrario de Nariño", Assert.Single(named.Organisations.Organisations).Names[0].Name);
    }

    [Fact]
    public void five_thousand_names_on_record_are_searched_in_no_time()
    {
        KnownOrganisation[] many = [.. Enumerable.Range(0, 5_000).Select(i => new KnownOrganisation(
            Guid.Empty, [new("es", $"Instituto Número {i} de Estudios del Lago {i % 97}")], OrganisationKind.Other))];
        var context = new ReadingContext(many);
        var text = string.Join(' ', Enumerable.Repeat("El Instituto Número 4711 de Estudios del Lago 55 respondió a la OIM.", 400));
        Named.In(text, context);

        var started = System.Diagnostics.Stopwatch.StartNew();
        var named = Named.In(text, context);
        Assert.Equal(2, named.Organisations.Organisations.Count);
        Assert.InRange(started.ElapsedMilliseconds, 0, 2_000);
    }
}
