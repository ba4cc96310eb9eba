using Relations.App.Tests.Api;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Partnerships;

/// <summary>What the rules of partnerships forbid.</summary>
public static class PartnershipRefusals
{
    private const string Partnerships = "/api/partnerships";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(PartnershipRules.SlugShape, "slug", Partnerships, c => Establish(c) with { Slug = "CAN y OIM" }),
        new(PartnershipRules.JoinsOnce, "party", Established("join"), c => new JoinPartnership(c.Can)),
        new(PartnershipRules.OnlyAParty, "party", Established("leave"), SgcanLeaves("2010")),
        new(
            PartnershipRules.OnlyAFormerParty,
            "party",
            Established("retract-withdrawal"),
            c => new RetractPartnershipWithdrawal(c.Sgcan) { Provenance = Mistake }),
        new(PartnershipRules.TwoPartiesRemain, "party", Established("leave"), c => new LeavePartnership(c.Can, On("2010"))),
        new(
            PartnershipRules.ReturnsAfterLeaving,
            "on",
            Established("join", ("join", SgcanJoins("2000")), ("leave", SgcanLeaves("2010"))),
            SgcanJoins("2005")),
        new(PartnershipRules.LeavesAfterJoining, "on", Established("leave", ("join", SgcanJoins("2000"))), SgcanLeaves("1995")),
        new(PartnershipRules.NotBeforeItBegan, "on", Established("suspend"), Suspend("1980")),
        new(PartnershipRules.InOrder, "on", Established("resume", ("suspend", Suspend("2010"))), _ => new ResumePartnership(On("2005"))),
        new(PartnershipRules.OnlyActiveIsSuspended, null, Established("suspend", ("suspend", Suspend("2010"))), Suspend("2011")),
        new(PartnershipRules.OnlySuspendedIsResumed, null, Established("resume"), _ => new ResumePartnership(On("2010"))),
        new(
            PartnershipRules.NothingAfterClosing,
            null,
            Established("set-themes", ("close", _ => new ClosePartnership(On("2020"), "Concluyó"))),
            _ => new SetThemes(["Migración"])),
    ];

    private static EstablishPartnership Establish(Cast cast) => new($"p-{Guid.NewGuid():n}", [cast.Can, cast.Oim], On: On("1990"));

    private static Func<Cast, Command> SgcanJoins(string on) => c => new JoinPartnership(c.Sgcan, On(on));

    private static Func<Cast, Command> SgcanLeaves(string on) => c => new LeavePartnership(c.Sgcan, On(on));

    private static Func<Cast, Command> Suspend(string on) => _ => new SuspendPartnership(On(on), "Sin fondos");

    private static Func<ApiClient, Cast, Task<string>> Established(
        string next, params (string Verb, Func<Cast, Command> Command)[] before) => Tell(Partnerships, Establish, next, before);
}
