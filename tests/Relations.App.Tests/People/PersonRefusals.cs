using Relations.App.Tests.Api;
using Relations.Domain.People;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.People;

/// <summary>What the rules of people forbid.</summary>
public static class PersonRefusals
{
    private const string People = "/api/people";
    private const string Post = "Director Regional";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(PersonRules.OnlyBeforeErasure, null, (_, c) => Task.FromResult($"{People}/{c.Erased}/appoint"), Appoint()),
        new(PersonRules.ErasureRequestedOnce, null, Registered("request-erasure", ("request-erasure", Ask)), Ask),
        new(PersonRules.ErasureRequested, null, Registered("erase-personal-data"), _ => new ErasePersonalData("Resolución 1")),
        new(
            PersonRules.ErasureByAnother,
            null,
            Registered("erase-personal-data", ("request-erasure", Ask)),
            _ => new ErasePersonalData("Resolución 1")),
        new(PersonRules.PostHeldOnce, "post", Registered("appoint", ("appoint", Appoint())), Appoint()),
        new(PersonRules.BegunBeforeAttested, "from", Registered("appoint"), Appoint("2020", "2010")),
        new(PersonRules.EndsWhereHeld, "post", Registered("end-appointment"), End("2016")),
        new(PersonRules.EndsAfterBegun, "on", Registered("end-appointment", ("appoint", Appoint("2016"))), End("2015")),
        new(
            PersonRules.AppointmentRecorded,
            "post",
            Registered("retract-appointment"),
            c => new RetractAppointment(c.Oim, Post) { Provenance = Mistake }),
        new(PersonRules.FullPowersOnce, null, Registered("give-full-powers", ("give-full-powers", GiveFullPowers)), GiveFullPowers),
        new(
            PersonRules.FullPowersRecorded,
            null,
            Registered("retract-full-powers"),
            c => new RetractFullPowers(c.Oim, null, "Firmar", On("2016")) { Provenance = Mistake }),
        new(
            PersonRules.DuplicateOfAnother,
            "original",
            (_, c) => Task.FromResult($"{People}/{c.Davalos}/link-duplicate"),
            c => new LinkDuplicatePerson(c.Davalos)),
        new(
            PersonRules.DuplicateOnce,
            "original",
            Registered("link-duplicate", ("link-duplicate", c => new LinkDuplicatePerson(c.Davalos))),
            c => new LinkDuplicatePerson(c.SanMiguel)),
        new(
            PersonRules.ReversedWhereLinked,
            null,
            Registered("reverse-duplicate-link"),
            _ => new ReverseDuplicatePersonLink { Provenance = Mistake }),
    ];

    private static RequestErasure Ask(Cast cast) => new("Solicitud 7-2026");

    private static Func<Cast, Command> Appoint(string? from = null, string? before = null) =>
        c => new AppointPerson(c.Oim, Post, from is null ? null : On(from), before is null ? null : On(before));

    private static Func<Cast, Command> End(string on) => c => new EndAppointment(c.Oim, Post, On(on));

    private static GiveFullPowers GiveFullPowers(Cast cast) => new(cast.Oim, null, "Firmar", On("2016"));

    private static Func<ApiClient, Cast, Task<string>> Registered(
        string next, params (string Verb, Func<Cast, Command> Command)[] before) =>
        Tell(People, _ => new RegisterPerson(new("Rosa", "Quispe")), next, before);
}
