using Relations.Domain.Access;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Import.Generated;

/// <content>Organisations, people and partnerships: who there is.</content>
public sealed partial class Generator
{
    private GeneratedRecord MakeOrganisation(int n)
    {
        var chance = ChanceOf(Part.Organisation, n);
        var (city, country) = chance.Pick(Words.Cities);
        var names = NamesOf(chance, n);
        var draft = new Draft<Organisation, OrganisationCommand>(Id(Part.Organisation, n), sizes);
        draft.Do(new RegisterOrganisation(
            names, (OrganisationKind)chance.Below(9), city, chance.Happens(70) ? country : null, Year(chance.Between(1945, 1991))));
        if (n > 0 && chance.Happens(35))
            draft.Do(new PlaceOrganisation((OrganisationRelation)chance.Below(3), Organisation(chance.Below(n)), Year(chance.Between(1992, 2015))));
        return draft
            .DoIf(chance.Happens(20), () => new IdentifyOrganisation(IdentifierScheme.Wikidata, FormattableString.Invariant($"Q{1_000_000 + n}")))
            .DoIf(chance.Happens(5), () => new RenameOrganisation([names[0] with { Name = names[0].Name + " Unida" }, .. names.Skip(1)], Year(2017)))
            .DoIf(chance.Happens(4), () => new CorrectOrganisation(Seat: "Sede de " + city) { Provenance = Because("La sede se tomó de otra ficha.") })
            .DoIf(chance.Happens(3), () => new ClassifyRecord(Classification.Public))
            .Finish();
    }

    /// <summary>The names of an organisation, in Spanish and mostly in English; the number keeps them apart.</summary>
    private static OrganisationName[] NamesOf(Chance chance, int n)
    {
        var (body, field, region) = (chance.Pick(Words.Bodies), chance.Pick(Words.Fields), chance.Pick(Words.Regions));
        var acronym = FormattableString.Invariant($"{body.Letters}{field.Letters}{region.Letters}{n}");
        var spanish = new OrganisationName("es", FormattableString.Invariant($"{body.Spanish} {field.Spanish} {region.Spanish} {n}"), acronym);
        return chance.Happens(75)
            ? [spanish, new("en", FormattableString.Invariant($"{body.English} {field.English} {region.English} {n}"))]
            : [spanish];
    }

    private GeneratedRecord MakePerson(int n)
    {
        var chance = ChanceOf(Part.Person, n);
        var organisation = Organisation(n % sizes.Organisations);
        var (given, family) = (chance.Pick(Words.Given), $"{chance.Pick(Words.Family)} {chance.Pick(Words.Family)}");
        var began = chance.Between(1995, 2022);
        return new Draft<Person, PersonCommand>(Id(Part.Person, n), sizes)
            .Do(new RegisterPerson(new(given, family, chance.Happens(25) ? chance.Pick(Words.Honorifics) : null)))
            .Do(chance.Happens(80)
                ? new AppointPerson(organisation, PostOf(n), Year(began))
                : new AppointPerson(organisation, PostOf(n), Before: Exactly(new(began, 6, 1)), Acting: chance.Happens(10)))
            .DoIf(chance.Happens(30), () => new EndAppointment(organisation, PostOf(n), Year(chance.Between(began, 2025))))
            .DoIf(chance.Happens(15), () => new AppointPerson(organisation, chance.Pick(Words.Posts) + " adjunto", Year(2025)))
            .DoIf(chance.Happens(3), () => new CorrectPersonName(new(given, family + " de la Cruz")) { Provenance = Because("Faltaba un apellido.") })
            .Finish();
    }

    private GeneratedRecord MakeAccount(int n) => new Draft<Account, AccountCommand>(Id(Part.Account, n), sizes)
        .Do(new OpenAccount(Officer(n), FormattableString.Invariant($"Oficial {n}")))
        .Do(new GrantRole(Role.Officer))
        .Finish();

    private GeneratedRecord MakePartnership(int n)
    {
        var chance = ChanceOf(Part.Partnership, n);
        var began = YearOf(n);
        var draft = new Draft<Partnership, PartnershipCommand>(Id(Part.Partnership, n), sizes)
            .Do(new EstablishPartnership(
                FormattableString.Invariant($"generated-{sizes.Seed}-{n}"),
                [.. PartiesOf(n).Select(Organisation)],
                FormattableString.Invariant($"Relación {n}: {chance.Pick(Words.Topics)}"),
                Year(began)))
            .Do(new SetThemes([.. Some(chance, Words.Topics, 3)]))
            .Do(new AssignFocalPoint(Officer(n), Year(chance.Between(began, 2025))))
            .DoIf(chance.Happens(15), () => new AssignFocalPoint(Officer(n + 1), Year(2025)))
            .DoIf(chance.Happens(5), () => new CorrectPartnership(Name: FormattableString.Invariant($"Relación {n}"))
            {
                Provenance = Because("El nombre era el de un proyecto."),
            })
            .DoIf(chance.Happens(10), () => chance.Pick(new(Classification.Public), new ClassifyRecord(Classification.Restricted, [Officer(n)])));
        return (chance.Below(100) switch
        {
            < 4 => draft.Do(new SuspendPartnership(Year(2024), chance.Pick(Words.Reasons))),
            < 7 => draft.Do(new SuspendPartnership(Year(2023), chance.Pick(Words.Reasons))).Do(new ResumePartnership(Year(2025))),
            < 10 => draft.Do(new ClosePartnership(Year(2025), chance.Pick(Words.Reasons))),
            _ => draft,
        }).Finish();
    }

    /// <summary>Between one and some different items, next to each other in their list.</summary>
    private static IEnumerable<T> Some<T>(Chance chance, T[] items, int most)
    {
        var (first, count) = (chance.Below(items.Length), chance.Between(1, most));
        return Enumerable.Range(first, count).Select(i => items[i % items.Length]);
    }
}
