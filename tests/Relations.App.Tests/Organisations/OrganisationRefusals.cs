using Relations.App.Tests.Api;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Organisations;

/// <summary>What the rules of organisations forbid.</summary>
public static class OrganisationRefusals
{
    private const string Organisations = "/api/organisations";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(OrganisationRules.OneNamePerLanguage, "names", Organisations, _ => Register() with { Names = [new("es", "Oficina"), new("es", "Sede")] }),
        new(OrganisationRules.LanguageInUse, "names", Organisations, _ => Register() with { Names = [new("xx", "Oficina")] }),
        new(OrganisationRules.CountryInUse, "country", Organisations, _ => Register() with { Country = "XX" }),
        new(OrganisationRules.OnlyWhileItStands, null, Registered("place", ("dissolve", _ => new DissolveOrganisation(On("2020")))), UnderOim()),
        new(OrganisationRules.NotBeforeFounded, "from", Registered("place"), UnderOim("1980")),
        new(OrganisationRules.UnderAnother, "parent", TheCan("place"), c => new PlaceOrganisation(OrganisationRelation.OfficeOf, c.Can)),
        new(OrganisationRules.PlacedOnce, "parent", Registered("place", ("place", UnderOim())), UnderOim()),
        new(OrganisationRules.LeavesWherePlaced, "parent", Registered("leave"), LeaveOim("2001")),
        new(OrganisationRules.LeavesAfterPlaced, "on", Registered("leave", ("place", UnderOim("2000"))), LeaveOim("1995")),
        new(
            OrganisationRules.PlacementRecorded,
            "parent",
            Registered("retract-placement"),
            c => new RetractPlacement(OrganisationRelation.OfficeOf, c.Oim) { Provenance = Mistake }),
        new(
            OrganisationRules.IdentifierWellFormed,
            "value",
            Registered("identify"),
            _ => new IdentifyOrganisation(IdentifierScheme.Wikidata, "42")),
        new(
            OrganisationRules.IdentifierRecorded,
            "value",
            Registered("retract-identifier"),
            _ => new RetractIdentifier(IdentifierScheme.Wikidata, "Q42") { Provenance = Mistake }),
        new(OrganisationRules.DuplicateOfAnother, "original", TheCan("link-duplicate"), c => new LinkDuplicateOrganisation(c.Can)),
        new(
            OrganisationRules.DuplicateOnce,
            "original",
            Registered("link-duplicate", ("link-duplicate", c => new LinkDuplicateOrganisation(c.Can))),
            c => new LinkDuplicateOrganisation(c.Oim)),
        new(
            OrganisationRules.ReversedWhereLinked,
            null,
            Registered("reverse-duplicate-link"),
            _ => new ReverseDuplicateLink { Provenance = Mistake }),
        new(
            OrganisationRules.DissolutionRecorded,
            null,
            Registered("retract-dissolution"),
            _ => new RetractDissolution { Provenance = Mistake }),
    ];

    private static RegisterOrganisation Register() => new([new("es", "Oficina")], OrganisationKind.Office, Founded: On("1990"));

    private static Func<Cast, Command> UnderOim(string? from = null) =>
        c => new PlaceOrganisation(OrganisationRelation.OfficeOf, c.Oim, from is null ? null : On(from));

    private static Func<Cast, Command> LeaveOim(string on) => c => new LeaveOrganisation(OrganisationRelation.OfficeOf, c.Oim, On(on));

    private static Func<ApiClient, Cast, Task<string>> Registered(
        string next, params (string Verb, Func<Cast, Command> Command)[] before) => Tell(Organisations, _ => Register(), next, before);

    private static Func<ApiClient, Cast, Task<string>> TheCan(string next) =>
        (_, cast) => Task.FromResult($"{Organisations}/{cast.Can}/{next}");
}
