using System.Diagnostics;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.People;

/// <summary>Every rule of a person's record, on one screen.</summary>
public static class PersonDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Person? state, PersonCommand command, DateOnly today) => (state, command) switch
    {
        (null, RegisterPerson c) => Named(new(), c.Name).Record(() => new PersonRegistered(c.Name)),
        ({ } s, CorrectPersonName c) => Named(BeforeErasure(s), c.Name)
            .Require(c.Name != s.Name, CommonRules.NothingChanged, nameof(c.Name))
            .Record(() => new PersonNameCorrected(s.Name!, c.Name)),
        ({ } s, AppointPerson c) => Appoint(s, c, today),
        ({ } s, EndAppointment c) => End(s, c, today),
        ({ } s, GiveFullPowers c) => BeforeErasure(s)
            .Text(c.Purpose, nameof(c.Purpose), Limits.Subject)
            .Require(c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
            .Require(!s.FullPowers.Contains(new(c.OnBehalfOf, c.Agreement, c.Purpose, c.On)), PersonRules.FullPowersOnce)
            .Record(() => new PersonGivenFullPowers(c.OnBehalfOf, c.Agreement, c.Purpose, c.On)),
        ({ } s, LinkDuplicatePerson c) => new Deciding()
            .Require(c.Original.Value != s.Id, PersonRules.DuplicateOfAnother, nameof(c.Original))
            .Require(s.DuplicateOf is null, PersonRules.DuplicateOnce, nameof(c.Original))
            .Record(() => new PersonLinkedAsDuplicate(c.Original)),
        ({ } s, ReverseDuplicatePersonLink) => new Deciding()
            .Require(s.DuplicateOf is not null, PersonRules.ReversedWhereLinked)
            .Record(() => new PersonDuplicateLinkReversed(s.DuplicateOf!.Value)),
        ({ } s, RetractAppointment c) => Retract(s, c),
        ({ } s, RetractFullPowers c) => Retract(s, new FullPowers(c.OnBehalfOf, c.Agreement, c.Purpose, c.On)),
        ({ } s, RequestErasure c) => BeforeErasure(s)
            .Require(s.ErasureRequest is null, PersonRules.ErasureRequestedOnce, null, s.ErasureRequest)
            .Text(c.Grounds, nameof(c.Grounds), Limits.Subject)
            .Record(() => new PersonErasureRequested(c.Grounds)),
        ({ } s, DropErasureRequest c) => BeforeErasure(s)
            .Require(s.ErasureRequest is not null, PersonRules.ErasureRequested)
            .Text(c.Why, nameof(c.Why), Limits.Subject)
            .Record(() => new PersonErasureRequestDropped(c.Why)),
        ({ } s, ErasePersonalData c) => BeforeErasure(s)
            .Require(s.ErasureRequest is not null, PersonRules.ErasureRequested)
            .Text(c.Decision, nameof(c.Decision), Limits.Name)
            .Record(() => new PersonDataErased(c.Decision)),
        _ => throw new UnreachableException($"{command.GetType().Name} on {(state is null ? "nothing" : "a person")}"),
    };

    private static Decision Appoint(Person s, AppointPerson c, DateOnly today) => BeforeErasure(s)
        .Text(c.Post, nameof(c.Post), Limits.Name)
        .Require(c.From is null || c.From.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.From))
        .Require(c.Before is null || c.Before.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.Before))
        .Require(!IsBefore(c.Before, c.From), PersonRules.BegunBeforeAttested, nameof(c.From), c.Before)
        .Require(
            !s.Appointments.Any(a => a.IsTo(c.Organisation, c.Post) && IsSameTime(a, c.From)),
            PersonRules.PostHeldOnce, nameof(c.Post), c.Post)
        .Record(() => new PersonAppointed(c.Organisation, c.Post, c.From, c.Before, c.Acting));

    private static Decision End(Person s, EndAppointment c, DateOnly today)
    {
        var held = s.Appointments.FirstOrDefault(a => a.To is null && a.IsTo(c.Organisation, c.Post));
        return BeforeErasure(s)
            .Require(held is not null, PersonRules.EndsWhereHeld, nameof(c.Post), c.Post)
            .Require(c.On.HasBegunBy(today), CommonRules.NotInTheFuture, nameof(c.On))
            .Require(!IsBefore(c.On, held?.From), PersonRules.EndsAfterBegun, nameof(c.On), held?.From)
            .Record(() => new PersonAppointmentEnded(c.Organisation, held!.Post, c.On));
    }

    private static Decision Retract(Person s, RetractAppointment c)
    {
        var retracted = s.Appointments.LastOrDefault(a =>
            a.IsTo(c.Organisation, c.Post) && (a.From, a.AttestedBy) == (c.From, c.Before));
        return BeforeErasure(s)
            .Require(retracted is not null, PersonRules.AppointmentRecorded, nameof(c.Post))
            .Record(() => new PersonAppointmentRetracted(retracted!));
    }

    private static Decision Retract(Person s, FullPowers powers) => BeforeErasure(s)
        .Require(s.FullPowers.Contains(powers), PersonRules.FullPowersRecorded)
        .Record(() => new PersonFullPowersRetracted(powers));

    private static Deciding BeforeErasure(Person s) => new Deciding()
        .Require(s.ErasureDecision is null, PersonRules.OnlyBeforeErasure, null, s.ErasureDecision);

    private static Deciding Named(Deciding deciding, PersonName name) => deciding
        .Text(name.Family, nameof(name.Family), Limits.Name)
        .OptionalText(name.Given is "" ? null : name.Given, nameof(name.Given), Limits.Name)
        .OptionalText(name.Honorific, nameof(name.Honorific), Limits.Code);

    /// <summary>Whether a start falls within an appointment. Where a date is unknown or too vague to tell, it does not.</summary>
    private static bool IsSameTime(Appointment a, EdtfDate? from) =>
        a.To is null || (from is not null && IsBefore(from, a.To) && (from == a.From || IsBefore(a.From, from)));

    private static bool IsBefore(EdtfDate? one, EdtfDate? other) =>
        one is not null && other is not null && one.CertainlyBefore(other);
}
