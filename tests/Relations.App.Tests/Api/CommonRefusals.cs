using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Api;

/// <summary>
/// What the rules that all records share forbid. A record's id is given by the server, so nobody can open the same one
/// twice over HTTP.
/// </summary>
public static class CommonRefusals
{
    private const string Organisations = "/api/organisations";
    private const string Partnerships = "/api/partnerships";
    private const string People = "/api/people";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(CommonRules.TextRequired, "family", People, Named(" ")),
        new(CommonRules.TextTooLong, "family", People, Named(new('a', Limits.Name + 1))),
        new(CommonRules.TextUnreadable, "family", People, Named("a\0b")),
        new(CommonRules.TextUnreadable, "names", Organisations, _ => Registered("a\0b")),
        new(CommonRules.TextUnreadable, "names", Organisations, _ => Registered("ab", "a\0b")),
        new(CommonRules.TextUnreadable, "provenance.inferred", People, Resting(c => Stated(c) with { Inferred = ["a\0b"] })),
        new(CommonRules.TextTooLong, "provenance.inferred", People, Resting(c => Stated(c) with { Inferred = [new('a', Limits.Name + 1)] })),
        new(CommonRules.TextUnreadable, "provenance.citations", People, Resting(c => Stated(c) with { Citations = [new(c.Communique, 0, 1, ["a\0b"])] })),
        new(CommonRules.TooFewItems, "parties", Partnerships, c => new EstablishPartnership("uno", [c.Can, c.Can])),
        new(CommonRules.TooManyItems, "parties", Partnerships, c => new EstablishPartnership("mucho", [.. Enumerable.Repeat(c.Can, Limits.Items + 1)])),
        new(CommonRules.TooManyItems, "provenance.citations", People, Resting(c => Stated(c, Limits.Citations + 1))),
        new(CommonRules.NotInTheFuture, "on", Partnerships, c => new EstablishPartnership("futuro", [c.Can, c.Oim], On: On("2999"))),
        new(CommonRules.BasisNeedsCitation, "provenance.citations", People, Resting(_ => new(Basis.Stated))),
        new(CommonRules.KnownCitesNothing, "provenance.basis", People, Resting(c => Stated(c) with { Basis = Basis.Known })),
        new(CommonRules.PassageHasExtent, "provenance.citations", People, Resting(c => Stated(c) with { Citations = [new(c.Communique, 0, 0)] })),
        new(CommonRules.PassageWithinText, "provenance.citations", People, Resting(c => Stated(c) with { Citations = [new(c.Communique, 0, 9_999)] })),
        new(CommonRules.CorrectionNeedsReason, "provenance.reason", Davalos, _ => new CorrectPersonName(new("Iván", "Dávalos"))),
        new(CommonRules.NothingChanged, "name", Davalos, _ => new CorrectPersonName(new("José Iván", "Dávalos")) { Provenance = Mistake }),
        new(CommonRules.TooFewItems, "readers", Classifying, _ => new ClassifyRecord(Classification.Restricted)),
        new(CommonRules.ReadersWhereRestricted, "readers", Classifying, _ => new ClassifyRecord(Classification.Public, [AppFixture.Officer])),
        new(CommonRules.ReaderUnknown, "readers", Classifying, _ => new ClassifyRecord(Classification.Restricted, ["nadie"])),
        new(CommonRules.ReferenceUnknown, "parties[1]", Partnerships, c => new EstablishPartnership("nadie", [c.Can, new(Guid.Empty)])),
        new(CommonRules.ReferenceUnknown, "parties[1]", Partnerships, c => new EstablishPartnership("persona", [c.Can, new(c.Davalos.Value)])),
        new(
            CommonRules.ReferenceUnknown,
            "provenance.citations[0].source",
            People,
            Resting(_ => new(Basis.Stated, [new(new(Guid.Empty), 0, 1)]))),
        new(CommonRules.SlugTaken, "slug", Partnerships, c => new EstablishPartnership("can-oim", [c.Can, c.Oim])),
        new(
            CommonRules.DocumentAlreadyRegistered,
            "sha256",
            "/api/sources",
            _ => new RegisterSource(SourceKind.Other, "Copia", "es", Cast.CommuniqueSha256)),
    ];

    private static Func<Cast, Command> Named(string family) => _ => new RegisterPerson(new("Rosa", family));

    private static Domain.Organisations.RegisterOrganisation Registered(string name, string? acronym = null) =>
        new([new("es", name, acronym)], Domain.Organisations.OrganisationKind.Office);

    private static Func<Cast, Command> Resting(Func<Cast, Provenance> on) =>
        c => new RegisterPerson(new("Rosa", "Quispe")) { Provenance = on(c) };

    private static Provenance Stated(Cast cast, int times = 1) =>
        new(Basis.Stated, [.. Enumerable.Range(0, times).Select(i => new Citation(cast.Communique, 0, 1))]);

    private static Task<string> Classifying(ApiClient api, Cast cast) => Task.FromResult($"{People}/{cast.Davalos}/classify");

    private static Task<string> Davalos(ApiClient api, Cast cast) => Task.FromResult($"{People}/{cast.Davalos}/correct-name");
}
