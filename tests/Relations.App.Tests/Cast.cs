using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Tests;

/// <summary>The organisations, people and partnership of the stories, recorded through the API.</summary>
public sealed record Cast(
    OrganisationId Can, OrganisationId Oim, OrganisationId Sgcan, PersonId Davalos, PersonId SanMiguel, PartnershipId CanOim)
{
    public static async Task<Cast> RecordAsync(ApiClient api)
    {
        OrganisationId can = new(await OrganisationAsync("Comunidad Andina", "CAN", OrganisationKind.IntergovernmentalOrganisation));
        OrganisationId oim = new(await OrganisationAsync("Organización Internacional para las Migraciones", "OIM", OrganisationKind.IntergovernmentalOrganisation));
        OrganisationId sgcan = new(await OrganisationAsync("Secretaría General de la Comunidad Andina", "SGCAN", OrganisationKind.Organ));
        PersonId davalos = new(await api.OpenAsync("/api/people", new RegisterPerson(new("José Iván", "Dávalos", null))));
        PersonId sanMiguel = new(await api.OpenAsync("/api/people", new RegisterPerson(new("Walker", "San Miguel", null))));
        PartnershipId canOim = new(await api.OpenAsync("/api/partnerships", new EstablishPartnership("can-oim", [can, oim])));
        return new(can, oim, sgcan, davalos, sanMiguel, canOim);

        Task<Guid> OrganisationAsync(string name, string acronym, OrganisationKind kind) =>
            api.OpenAsync("/api/organisations", new RegisterOrganisation([new("es", name, acronym)], kind));
    }
}
