using System.Diagnostics;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading.Linking;

namespace Relations.Reading.Tests.Linking;

public sealed class LinkerTests
{
    private static readonly Guid Oim = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Can = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Cepal = new("00000000-0000-0000-0000-000000000003");

    private static readonly KnownOrganisation[] Register =
    [
        Organisation(Oim, "Organización Internacional para las Migraciones", "OIM"),
        Organisation(Can, "Comunidad Andina", "CAN"),
        Organisation(Cepal, "Comisión Económica para América Latina y el Caribe", "CEPAL"),
        Organisation(null, "Sistema Económico Latinoamericano y del Caribe", "SELA"),
    ];

    [Theory]
    [InlineData("Organizacion Internacional para las Migraciones", null, LinkStrength.Same, LinkReason.SameName)]
    [InlineData("Misión de Migraciones", "OIM", LinkStrength.Likely, LinkReason.SameAcronym)]
    [InlineData("Organización Internacional para las Migracioness", null, LinkStrength.Likely, LinkReason.LikeName)]
    [InlineData("Comisión Económica para América Latina", null, LinkStrength.Possible, LinkReason.LikeName)]
    public void an_organisation_is_found_by_its_name(string name, string? acronym, LinkStrength strength, LinkReason reason)
    {
        var link = Assert.Single(Links([Named("o", name, acronym)], organisations: Register));
        Assert.Equal((strength, reason), (link.Strength, link.Reasons[0]));
    }

    [Theory]
    [InlineData("Organización Internacional del Trabajo", "OIT")]
    [InlineData("Secretaría General de la Comunidad Andina", "SGCAN")]
    [InlineData("Sistema Económico Latinoamericano y del Caribe", "SELA")]
    [InlineData("", null)]
    public void another_organisation_is_not_linked(string name, string? acronym) =>
        Assert.Empty(Links([Named("o", name, acronym)], organisations: Register));

    [Fact]
    public void an_acronym_that_two_bear_makes_neither_likely()
    {
        KnownOrganisation[] two = [Organisation(Can, "Comunidad Andina", "CAN"), Organisation(Cepal, "Consejo Agropecuario Nacional", "CAN")];
        Assert.Equal([LinkStrength.Possible, LinkStrength.Possible], Links([Named("o", "Corporación Antigua", "CAN")], organisations: two).Select(l => l.Strength));
    }

    [Theory]
    [InlineData("José Iván Dávalos", LinkStrength.Same, LinkReason.SameName)]
    [InlineData("Jose Ivan Davalos", LinkStrength.Same, LinkReason.SameName)]
    [InlineData("Dávalos José Iván", LinkStrength.Same, LinkReason.SameNamesOtherOrder)]
    [InlineData("José Iván Dábalos", LinkStrength.Likely, LinkReason.LikeName)]
    [InlineData("José Dávalos", LinkStrength.Possible, LinkReason.NameLacksPart)]
    [InlineData("José Iván Dávalos Mora", LinkStrength.Possible, LinkReason.NameLacksPart)]
    [InlineData("J. I. Dávalos", LinkStrength.Possible, LinkReason.NameWithInitials)]
    public void a_person_is_found_by_the_name(string name, LinkStrength strength, LinkReason reason)
    {
        var link = Assert.Single(Links([Person("p", name)], people: [Known("José Iván", "Dávalos")]));
        Assert.Equal((strength, reason), (link.Strength, link.Reasons[0]));
    }

    [Theory]
    [InlineData("José Iván Torres")]
    [InlineData("Ana Dávalos")]
    [InlineData("José Iván Dávila")]
    [InlineData("Dávalos")]
    [InlineData("")]
    public void another_person_is_not_linked(string name) => Assert.Empty(Links([Person("p", name)], people: [Known("José Iván", "Dávalos")]));

    [Fact]
    public void namesakes_are_never_the_same()
    {
        var links = Links([Person("p", "Rosa Mamani Ticona")], people: [Known("Rosa", "Mamani Ticona"), Known("Rosa", "Mamani Ticona")]);
        Assert.Equal([LinkStrength.Likely, LinkStrength.Likely], links.Select(l => l.Strength));
    }

    [Fact]
    public void of_namesakes_the_one_in_the_post_goes_first()
    {
        var (other, chief) = (Known("Ana", "Soto", (Can, "Directora")), Known("Ana", "Soto", (Oim, "Jefa de Misión")));
        var links = Links(
            [Named("o", "Organización Internacional para las Migraciones", "OIM"), Person("p", "Ana Soto"), Post("p", "o", "Jefa de misión")],
            Register,
            [other, chief]).Where(l => l.Key == "p").ToList();
        Assert.Equal([chief.Record, other.Record], links.Select(l => l.Record));
        Assert.Equal((LinkStrength.Same, LinkStrength.Likely), (links[0].Strength, links[1].Strength));
        Assert.Equal([LinkReason.SameName, LinkReason.SameOrganisation, LinkReason.SamePost], links[0].Reasons);
    }

    [Fact]
    public void a_name_of_two_words_alone_is_likely_and_no_more() =>
        Assert.Equal(LinkStrength.Likely, Assert.Single(Links([Person("p", "Ana Soto")], people: [Known("Ana", "Soto")])).Strength);

    [Theory]
    [InlineData("2016-02-12", LinkStrength.Same, LinkReason.SameDate)]
    [InlineData("2016-02", LinkStrength.Likely, LinkReason.OverlappingDate)]
    [InlineData("2016-02-11/2016-02-13", LinkStrength.Likely, LinkReason.OverlappingDate)]
    [InlineData(null, LinkStrength.Possible, LinkReason.SameParties)]
    public void a_meeting_already_logged_is_shown(string? logged, LinkStrength strength, LinkReason reason)
    {
        var known = new KnownMeeting(Guid.NewGuid(), Date(logged), [Can, Oim], "Reunión de coordinación", "Lima");
        var link = Assert.Single(Links([.. Parties, Meeting("2016-02-12")], Register, meetings: [known]), l => l.Key == "m");
        Assert.Equal((known.Record, strength, reason), (link.Record, link.Strength, link.Reasons[0]));
    }

    [Theory]
    [InlineData("2016-02-13")]
    [InlineData("2015")]
    public void a_meeting_of_another_day_is_another(string logged) => Assert.DoesNotContain(
        Links([.. Parties, Meeting("2016-02-12")], Register, meetings: [new(Guid.NewGuid(), Date(logged), [Can, Oim], null, "Lima")]), l => l.Key == "m");

    [Fact]
    public void a_meeting_of_others_on_that_day_is_another() => Assert.DoesNotContain(
        Links([.. Parties, Meeting("2016-02-12")], Register, meetings: [new(Guid.NewGuid(), Date("2016-02-12"), [Cepal], null, "Lima")]), l => l.Key == "m");

    [Fact]
    public void where_the_text_gives_two_days_both_are_looked_for()
    {
        var contradicted = Meeting("2016-02-12") with { Alternatives = [new("on", "2016-02-13", null, ConfidenceReason.Contradicted)] };
        var known = new KnownMeeting(Guid.NewGuid(), Date("2016-02-13"), [Can, Oim], null, "Lima");
        Assert.Contains(Links([.. Parties, contradicted], Register, meetings: [known]), l => l.Key == "m" && l.Record == known.Record);
    }

    [Fact]
    public void an_office_meets_for_the_organisation_above_it()
    {
        Fact[] facts =
        [
            .. Parties, Named("peru", "Misión en el Perú", null),
            new PlacementFact("peru", OrganisationRelation.OfficeOf, "oim") { Key = "pl", Basis = Basis.Stated, Evidence = Somewhere, Confidence = Sure },
            Meeting("2016-02-12", "peru", "can"),
        ];
        var known = new KnownMeeting(Guid.NewGuid(), Date("2016-02-12"), [Can, Oim], null, null);
        Assert.Contains(Links(facts, Register, meetings: [known]), l => l.Record == known.Record && l.Strength is LinkStrength.Same);
    }

    [Theory]
    [InlineData(AgreementType.CooperationAgreement, "1992", LinkStrength.Same)]
    [InlineData(AgreementType.CooperationAgreement, "1992-05-04", LinkStrength.Likely)]
    [InlineData(AgreementType.CooperationAgreement, null, LinkStrength.Possible)]
    [InlineData(null, "1992", LinkStrength.Possible)]
    public void an_agreement_is_found_by_type_parties_and_date(AgreementType? type, string? since, LinkStrength strength)
    {
        var known = new KnownAgreement(Guid.NewGuid(), type, null, [Oim, Can], Date(since), null);
        var link = Assert.Single(Links([.. Parties, Agreement("1992")], Register, agreements: [known]), l => l.Key == "a");
        Assert.Equal(strength, link.Strength);
    }

    [Theory]
    [InlineData(AgreementType.MemorandumOfUnderstanding, "1992")]
    [InlineData(AgreementType.CooperationAgreement, "2004")]
    public void an_agreement_of_another_type_or_date_is_another(AgreementType type, string since) => Assert.DoesNotContain(
        Links([.. Parties, Agreement("1992")], Register, agreements: [new(Guid.NewGuid(), type, null, [Oim, Can], Date(since), null)]), l => l.Key == "a");

    [Fact]
    public void a_reference_number_tells_an_agreement() => Assert.Contains(
        Links([.. Parties, Agreement("1992") with { Number = "CAN-OIM 3/92" }], Register, agreements: [new(Guid.NewGuid(), null, null, [Oim, Can], null, "can-oim 3/92")]),
        l => l is { Key: "a", Strength: LinkStrength.Same });

    // Seen to take a fraction of it; the time allowed is for slow machines, and far from what comparing all with all would take.
    [Fact]
    public void a_text_of_a_hundred_organisations_is_linked_to_a_register_of_thousands_at_once()
    {
        string[] kinds = ["Organización Internacional", "Ministerio Nacional", "Universidad Nacional", "Fundación Internacional"];
        var register = Enumerable.Range(0, 4_000).Select(i => Organisation(Guid.NewGuid(), $"{kinds[i % 4]} de Asuntos {i}", $"X{i}")).ToArray();
        Fact[] facts = [.. Enumerable.Range(0, 100).Select(i => Named($"o{i}", $"{kinds[i % 4]} de Asuntos {i}", null))];
        Links(facts[..1], register);

        var clock = Stopwatch.StartNew();
        var links = Links(facts, register);
        clock.Stop();

        Assert.Equal(100, links.Count(l => l.Strength is LinkStrength.Same));
        Assert.InRange(clock.ElapsedMilliseconds, 0, 5_000);
    }

    [Fact]
    public void no_more_links_are_shown_than_a_person_reads()
    {
        var many = Enumerable.Range(0, 50).Select(_ => Known("Rosa", "Mamani Ticona")).ToList();
        Assert.Equal(Linker.MostOfOne, Links([Person("p", "Rosa Mamani Ticona")], people: many).Count);
    }

    private static readonly Fact[] Parties =
    [
        Named("oim", "Organización Internacional para las Migraciones", "OIM"), Named("can", "Comunidad Andina", "CAN"),
    ];

    private static Confidence Sure => new(0.9, ConfidenceReason.FixedForm);

    private static Evidence[] Somewhere => [Evidence.Of(new(0, 1))];

    private static IReadOnlyList<Link> Links(
        Fact[] facts,
        KnownOrganisation[]? organisations = null,
        IReadOnlyList<KnownPerson>? people = null,
        KnownAgreement[]? agreements = null,
        KnownMeeting[]? meetings = null) =>
        Linker.Link(new("-", facts, []), new(organisations ?? [], people ?? [], agreements ?? [], meetings ?? []));

    private static KnownOrganisation Organisation(Guid? record, string name, string acronym) =>
        new(record, [new("es", name, acronym)], OrganisationKind.IntergovernmentalOrganisation);

    private static KnownPerson Known(string given, string family, params (Guid Organisation, string Post)[] posts) =>
        new(Guid.NewGuid(), new(given, family), [.. posts.Select(p => new KnownPost(p.Organisation, p.Post))]);

    private static OrganisationFact Named(string key, string name, string? acronym) =>
        new([new("es", name, acronym)], OrganisationKind.Other, null, null) { Key = key, Basis = Basis.Stated, Evidence = Somewhere, Confidence = Sure };

    private static PersonFact Person(string key, string name) =>
        new(new("", name)) { Key = key, Basis = Basis.Stated, Evidence = Somewhere, Confidence = Sure };

    private static AppointmentFact Post(string person, string organisation, string post) =>
        new(person, organisation, post, false, null) { Key = "post", Basis = Basis.Stated, Evidence = Somewhere, Confidence = Sure };

    private static MeetingFact Meeting(string on, params string[] organisations) =>
        new(MeetingStatus.Held, Date(on), "Reunión de coordinación", null, null, "Lima", "PE", null, organisations is [] ? ["oim", "can"] : organisations)
        {
            Key = "m",
            Basis = Basis.Stated,
            Evidence = Somewhere,
            Confidence = Sure,
        };

    private static AgreementFact Agreement(string since) =>
        new(AgreementType.CooperationAgreement, "convenio de cooperación", ["oim", "can"], AgreementStatus.InForce, Date(since), null, null, null)
        {
            Key = "a",
            Basis = Basis.Stated,
            Evidence = Somewhere,
            Confidence = Sure,
        };

    private static EdtfDate? Date(string? date) => date is null ? null : EdtfDate.Parse(date);
}
