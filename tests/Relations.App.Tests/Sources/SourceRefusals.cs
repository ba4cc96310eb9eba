using Relations.App.Tests.Api;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Sources;

/// <summary>What the rules of sources forbid.</summary>
public static class SourceRefusals
{
    private const string Sources = "/api/sources";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(SourceRules.LanguageCode, "language", Sources, _ => Register() with { Language = "xx" }),
        new(SourceRules.Sha256Shape, "sha256", Sources, _ => Register() with { Sha256 = "abc" }),
        new(SourceRules.AddressShape, "address", Sources, _ => Register() with { Address = "javascript:alert(1)" }),
        new(SourceRules.CountInBounds, "accepted", Registered("read"), _ => new ReadSource("Oficial", 1, -1, 0, 0)),
        new(SourceRules.JudgedWithinProposed, "proposed", Registered("read"), _ => new ReadSource("Oficial", 1, 1, 1, 0)),
        new(
            SourceRules.AnotherSource,
            "by",
            (_, c) => Task.FromResult($"{Sources}/{c.Communique}/supersede"),
            c => new SupersedeSource(c.Communique)),
        new(SourceRules.SupersededOnce, null, Registered("supersede", ("supersede", Supersede("2017"))), Supersede("2018")),
        new(SourceRules.SupersededAfterItsDate, "on", Registered("supersede"), Supersede("2015")),
        new(
            SourceRules.OnlySuperseded,
            null,
            Registered("retract-supersession"),
            _ => new RetractSupersession { Provenance = Mistake }),
    ];

    private static RegisterSource Register() =>
        new(SourceKind.Letter, "Carta", "es", $"{Guid.NewGuid():n}{Guid.NewGuid():n}", Date: On("2016"));

    private static Func<Cast, Command> Supersede(string on) => c => new SupersedeSource(c.Communique, On(on));

    private static Func<ApiClient, Cast, Task<string>> Registered(
        string next, params (string Verb, Func<Cast, Command> Command)[] before) => Tell(Sources, _ => Register(), next, before);
}
