using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Tests;

/// <summary>The organisations, people, partnership and source of the stories, recorded through the API.</summary>
public sealed record Cast(
    OrganisationId Can, OrganisationId Oim, OrganisationId Sgcan, PersonId Davalos, PersonId SanMiguel, PartnershipId CanOim,
    SourceId Communique)
{
    /// <summary>What identifies the communiqué's file.</summary>
    public const string CommuniqueSha256 = "0f5e7d3c9b1a28466f8e0d2c4b6a89573e1c0f2d4a6b8c9e7f5d3b1a29486706";

    /// <summary>A person whose name was erased.</summary>
    public PersonId Erased { get; init; }

    public static async Task<Cast> RecordAsync(ApiClient api)
    {
        OrganisationId can = new(await OrganisationAsync("Comunidad Andina", "CAN", OrganisationKind.IntergovernmentalOrganisation));
        OrganisationId oim = new(await OrganisationAsync("Organización Internacional para las Migraciones", "OIM", OrganisationKind.IntergovernmentalOrganisation));
        OrganisationId sgcan = new(await OrganisationAsync("Secretaría General de la Comunidad Andina", "SGCAN", OrganisationKind.Organ));
        PersonId davalos = new(await api.OpenAsync("/api/people", new RegisterPerson(new("José Iván", "Dávalos", null))));
        PersonId sanMiguel = new(await api.OpenAsync("/api/people", new RegisterPerson(new("Walker", "San Miguel", null))));
        PartnershipId canOim = new(await api.OpenAsync("/api/partnerships", new EstablishPartnership("can-oim", [can, oim])));
        SourceId communique = new(await api.OpenAsync(
            "/api/sources",
            new RegisterSource(SourceKind.Communique, "Comunicado", "es", CommuniqueSha256, Text: "La CAN y la OIM se reunieron.")));
        return new(can, oim, sgcan, davalos, sanMiguel, canOim, communique);

        Task<Guid> OrganisationAsync(string name, string acronym, OrganisationKind kind) =>
            api.OpenAsync("/api/organisations", new RegisterOrganisation([new("es", name, acronym)], kind));
    }
}
