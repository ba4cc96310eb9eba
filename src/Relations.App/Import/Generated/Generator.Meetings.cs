using System.Security.Cryptography;
using System.Text;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;
using MeetingDraft = Relations.App.Import.Generated.Draft<Relations.Domain.Meetings.Meeting, Relations.Domain.Meetings.MeetingCommand>;

namespace Relations.App.Import.Generated;

/// <content>Meetings with what belongs to them: the communiqué they are known from and the commitments made there.</content>
public sealed partial class Generator
{
    private IEnumerable<GeneratedRecord> MakeMeeting(int n)
    {
        var chance = ChanceOf(Part.Meeting, n);
        var partnership = chance.Skewed(sizes.Partnerships);
        var plan = Plan(chance, partnership);
        if (chance.Happens(6))
        {
            yield return Planned(n, chance, partnership, plan);
            yield break;
        }

        // One meeting in ten is known from a communiqué, whose passages it cites.
        var communique = n % 10 == 0 ? Communique(plan) : null;
        if (communique is not null)
            yield return MakeSource(n, partnership, plan, communique);
        yield return Held(n, chance, partnership, plan, communique);
        if (chance.Happens(25))
            yield return MakeCommitment(n, chance, partnership, plan.Day);
    }

    /// <summary>What is written down of a meeting, before it is put into commands.</summary>
    private sealed record MeetingPlan(
        DateOnly Day, EdtfDate On, Place Place, List<ParticipantEntry> Participants, List<string> Topics, List<OutcomeEntry> Outcomes);

    private MeetingPlan Plan(Chance chance, int partnership)
    {
        var day = Day(chance, YearOf(partnership));
        var parties = PartiesOf(partnership);
        var (city, country) = chance.Pick(Words.Cities);
        var people = parties
            .SelectMany(party => Enumerable.Range(chance.Below(9), chance.Between(1, 2)).Select(which => (Party: party, Person: PersonAt(party, which))))
            .DistinctBy(p => p.Person);
        return new(
            day,
            Date(chance, day),
            new($"Sede en {city}", chance.Happens(60) ? Organisation(parties[0]) : null, city, country),
            [.. people.Select((p, i) => new ParticipantEntry(
                Person(p.Person), Organisation(p.Party), PostOf(p.Person), i == 0 ? ParticipantRole.Host : ParticipantRole.Delegate))],
            [.. Some(chance, Words.Topics, 3)],
            [.. Some(chance, Words.Outcomes, 2).Select(o => new OutcomeEntry($"{o} {chance.Pick(Words.Topics)}", (OutcomeKind)chance.Below(5)))]);
    }

    /// <summary>A meeting that was scheduled: still to come, called off, not held, or held as planned.</summary>
    private GeneratedRecord Planned(int n, Chance chance, int partnership, MeetingPlan plan)
    {
        var ahead = chance.Happens(40);
        var planned = Exactly(ahead ? GeneratedSizes.Today.AddDays(chance.Between(1, 300)) : plan.Day);
        var draft = new MeetingDraft(Id(Part.Meeting, n), sizes)
            .Do(new ScheduleMeeting([Partnership(partnership)], planned, plan.Place, (Modality)chance.Below(3), "Reunión de trabajo"));
        foreach (var p in plan.Participants)
            draft.Do(new RecordParticipant(p.Person, p.OnBehalfOf, p.Post, p.Role));
        if (ahead)
            return draft.Finish();
        return (chance.Below(3) switch
        {
            0 => draft.Do(new CancelMeeting(Exactly(plan.Day), chance.Pick(Words.Reasons))),
            1 => draft.Do(new RecordNotHeld(Exactly(plan.Day), chance.Pick(Words.Reasons))),
            _ => draft.Do(new HoldMeeting(Exactly(plan.Day))).Do(new DiscussTopic(plan.Topics[0])),
        }).Finish();
    }

    private GeneratedRecord Held(int n, Chance chance, int partnership, MeetingPlan plan, string? communique)
    {
        var stated = communique is null ? Provenance.Known : Stated(n, communique, plan.Topics[0], "topics", "on");
        var draft = new MeetingDraft(Id(Part.Meeting, n), sizes).Do(new LogMeeting(
            [Partnership(partnership)], plan.On, plan.Place, (Modality)chance.Below(3), chance.Happens(60) ? "Reunión de " + plan.Topics[0] : null,
            plan.Participants, plan.Topics, plan.Outcomes)
        { Provenance = stated });
        if (communique is not null || chance.Happens(20))
        {
            var words = $"{Words.Statements[n % Words.Statements.Length]} {plan.Topics[0]}.";
            draft.Do(new RecordStatement(plan.Participants[0].Person, "es", words, Quoted: false)
            {
                Provenance = communique is null ? Provenance.Known : Stated(n, communique, plan.Outcomes[0].Text, "text"),
            });
        }

        draft.DoIf(communique is not null, () => new AttachSource(new(Id(Part.Source, n))));
        if (chance.Happens(12))
        {
            draft.Do(new DraftMinutes(Text: "Acta de la reunión sobre " + plan.Topics[0]))
                .DoIf(plan.Day.AddDays(21) < GeneratedSizes.Today, () => new ApproveMinutes(Exactly(plan.Day.AddDays(21)), [plan.Participants[0].OnBehalfOf]));
        }

        return draft
            .DoIf(chance.Happens(3), () => new CorrectMeeting(Title: "Reunión bilateral") { Provenance = Because("El título era el de la agenda.") })
            .DoIf(chance.Happens(1), () => new WithdrawMeeting { Provenance = Because("Se registró dos veces.") })
            .Finish();
    }

    /// <summary>The text of a communiqué, made of what the meeting is recorded with, so that passages can be cited from it.</summary>
    private static string Communique(MeetingPlan plan)
    {
        var text = new StringBuilder().Append(plan.Place.City).Append(", ").Append(Text(plan.Day)).Append(".- ");
        text.Append("Autoridades de ambas instituciones se reunieron en la ").Append(plan.Place.Name).Append(" para tratar sobre ");
        text.AppendJoin(", ", plan.Topics).Append(". ");
        foreach (var outcome in plan.Outcomes)
            text.Append(outcome.Text).Append(". ");
        return text.Append("El encuentro cerró con el saludo de las delegaciones.").ToString();
    }

    private Provenance Stated(int n, string communique, string passage, string field, params string[] inferred) => new(
        Basis.Stated,
        [new(new(Id(Part.Source, n)), communique.IndexOf(passage, StringComparison.Ordinal), passage.Length, [field])],
        inferred.Length == 0 ? null : inferred);

    private GeneratedRecord MakeSource(int n, int partnership, MeetingPlan plan, string text)
    {
        // The number makes each document its own, as its bytes would.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{sizes.Seed}/{n} {text}"))));
        var proposed = plan.Topics.Count + plan.Outcomes.Count + plan.Participants.Count;
        return new Draft<Source, SourceCommand>(Id(Part.Source, n), sizes)
            .Do(new RegisterSource(
                SourceKind.Communique, "Nota de prensa: " + plan.Topics[0], "es", hash, plan.Participants[0].OnBehalfOf, null,
                Exactly(plan.Day), FormattableString.Invariant($"https://example.org/notas/{sizes.Seed}/{n}"), text, [Partnership(partnership)]))
            .Do(new ReadSource("generator", proposed, proposed, 0, 0))
            .Finish();
    }

    private GeneratedRecord MakeCommitment(int n, Chance chance, int partnership, DateOnly day)
    {
        var parties = PartiesOf(partnership);
        var due = day.AddDays(chance.Between(30, 400));
        var settled = due.AddDays(chance.Between(-20, 60));
        var draft = new Draft<Commitment, CommitmentCommand>(Id(Part.Commitment, n), sizes)
            .Do(new MakeCommitment(
                [Partnership(partnership)], $"{chance.Pick(Words.Undertakings)} {chance.Pick(Words.Topics)}", Organisation(parties[0]),
                [Organisation(parties[1])], Exactly(day), chance.Happens(85) ? Exactly(due) : null, new(Id(Part.Meeting, n))))
            .DoIf(chance.Happens(40), () => new AssignCommitment(Person(PersonAt(parties[0], chance.Below(9)))))
            .DoIf(chance.Happens(10), () => new DeferCommitment(Exactly(due.AddDays(90)), Exactly(day.AddDays(1))))
            .DoIf(chance.Happens(3), () => new CorrectCommitment(What: "Entregar el informe acordado") { Provenance = Because("El texto era de otro acuerdo.") });
        if (settled > GeneratedSizes.Today)
            return draft.Finish();
        return (chance.Below(100) switch
        {
            < 60 => draft.Do(new KeepCommitment(Exactly(settled), "Constancia en el acta siguiente")),
            < 75 => draft.Do(new BreakCommitment(Exactly(settled), chance.Pick(Words.Reasons))),
            < 82 => draft.Do(new WithdrawCommitment(Exactly(settled), chance.Pick(Words.Reasons))),
            _ => draft,
        }).Finish();
    }
}
