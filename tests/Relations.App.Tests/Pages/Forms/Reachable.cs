using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.Pages.Forms;

/// <summary>A step that a record took.</summary>
/// <param name="Before">The record before; null where it was opened.</param>
/// <param name="Command">What was recorded.</param>
/// <param name="After">The record after.</param>
public sealed record Step(RecordState? Before, Command Command, RecordState After);

/// <summary>The states that records come to when whatever may be recorded is recorded, as far as a walk of some steps leads.</summary>
public static class Reachable
{
    /// <summary>The day on which it all happens.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    private const int MostStates = 150;

    private static readonly OrganisationId Can = new(Guid.CreateVersion7()), Oim = new(Guid.CreateVersion7()), Sgcan = new(Guid.CreateVersion7());
    private static readonly PersonId Davalos = new(Guid.CreateVersion7());
    private static readonly PartnershipId CanOim = new(Guid.CreateVersion7());
    private static readonly EdtfDate On = EdtfDate.Parse("2020-03-01");

    /// <summary>The kinds of records that have forms.</summary>
    public static IEnumerable<RecordKind> Kinds => RecordKinds.All.Where(k => k.State != typeof(Account));

    /// <summary>The steps of a kind of record, from its openings on.</summary>
    public static IReadOnlyList<Step> Of(RecordKind kind)
    {
        List<Step> steps = [.. Openings().Where(kind.Commands.IsInstanceOfType).Select(c => Taken(kind, null, c)!)];
        var seen = steps.Select(s => Key(s.After)).ToHashSet();
        for (var i = 0; i < steps.Count && seen.Count < MostStates; i++)
        {
            foreach (var step in Next(kind, steps[i].After).Where(s => seen.Add(Key(s.After))))
                steps.Add(step);
        }

        return steps;
    }

    /// <summary>The steps that can be taken from a state.</summary>
    public static IEnumerable<Step> Next(RecordKind kind, RecordState state) => AllowedActions.Commands.Values
        .Where(t => AllowedActions.Takes(state, t) && !typeof(IOpensRecord).IsAssignableFrom(t))
        .Select(t => CommandGuess.Of(t, state, Today).Concat(Told(t)).Select(c => Taken(kind, state, c)).FirstOrDefault(s => s is not null))
        .OfType<Step>();

    private static Step? Taken(RecordKind kind, RecordState? state, Command command)
    {
        var id = state?.Id ?? Guid.CreateVersion7();
        return kind.Decide(state, command, Today) is Decision.Accepted { Events: { Count: > 0 } events }
            ? new(state, command, events.Aggregate(state, (s, e) => kind.Fold(s, id, e))!)
            : null;
    }

    /// <summary>Each step is tried in each state of the same standing once, not in each of the same words.</summary>
    private static string Key(RecordState state) => string.Join(' ', state.GetType().GetProperties()
        .Where(p => p.PropertyType.IsEnum || p.PropertyType == typeof(bool) || p.PropertyType.IsGenericType)
        .Select(p => p.GetValue(state) is System.Collections.ICollection many ? Math.Min(2, many.Count) : p.GetValue(state)));

    /// <summary>What takes more than a guess.</summary>
    private static IEnumerable<Command> Told(Type command) => new Command[]
    {
        new ClassifyRecord(Classification.Restricted, ["ana"]),
        new RegisterAgreement("ONU", "1", On),
        new RenewAgreement(EdtfDate.Of(Today), AgreementTerm.EndingOn(EdtfDate.Parse("2040-01-01"))),
        new ExtendAgreement(EdtfDate.Of(Today), EdtfDate.Parse("2045-01-01")),
        new GiveNotice(Can, EdtfDate.Of(Today), EdtfDate.Parse("2027-01-01")),
        new TerminateAgreement(EdtfDate.Of(Today), "de común acuerdo"),
        new CommitFunds(Can, 100, "USD", EdtfDate.Of(Today)),
        new DisburseFunds(Can, 100, "USD", EdtfDate.Of(Today)),
        new IdentifyOrganisation(IdentifierScheme.Wikidata, "Q1065"),
        new AccedeToAgreement(Sgcan, EdtfDate.Of(Today)),
        new JoinPartnership(Sgcan, EdtfDate.Of(Today)),
    }.Where(c => c.GetType() == command);

    private static IEnumerable<Command> Openings()
    {
        yield return new RegisterOrganisation([new("es", "Comunidad Andina", "CAN")], OrganisationKind.IntergovernmentalOrganisation);
        yield return new RegisterPerson(new("Walker", "San Miguel"));
        yield return new EstablishPartnership("can-oim", [Can, Oim]);
        yield return new ScheduleMeeting([CanOim], EdtfDate.Of(Today));
        yield return new LogMeeting([CanOim], On, Participants: [new(Davalos, Oim, "Jefe de Misión", ParticipantRole.Head)], Topics: ["Migración"]);
        foreach (var status in Enum.GetValues<AgreementStatus>())
            yield return new AttestAgreement([CanOim], AgreementType.FrameworkAgreement, "Convenio", null, [Can, Oim], status, On, AgreementTerm.EndingOn(EdtfDate.Parse("2030-01-01")));
        yield return new AttestAgreement([CanOim], AgreementType.FrameworkAgreement, "Convenio", null, [Can, Oim], AgreementStatus.InForce, On, AgreementTerm.EndingOn(EdtfDate.Parse("2025-01-01")));
        yield return new ProposeAgreement([CanOim], AgreementType.Protocol, "Protocolo", null, [Can, Oim, Sgcan], On);
        foreach (var status in Enum.GetValues<ProjectStatus>())
            yield return new RecordProject([CanOim], [new(Can, ProjectRole.Funding), new(Oim, ProjectRole.Implementing)], status, "Proyecto");
        yield return new MakeCommitment([CanOim], "Enviar el informe", Can, [Oim], On, EdtfDate.Parse("2027"));
        yield return new RegisterSource(SourceKind.Communique, "Comunicado", "es", Cast.CommuniqueSha256);
    }
}
