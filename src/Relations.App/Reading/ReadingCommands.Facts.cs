using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading;

namespace Relations.App.Reading;

/// <content>What institutions did: meetings, agreements, projects and commitments.</content>
public sealed partial class ReadingCommands
{
    /// <summary>Fields of a fact that stand within one field of the command.</summary>
    private static readonly (string From, string To)[] Places = [("seatOf", "place"), ("city", "place"), ("country", "place")];

    private void Meeting(DraftFact fact, MeetingFact m)
    {
        var known = StateOf<Meeting>(fact.Key);
        var partnerships = PartnershipsOf(m.Organisations);
        if (fact.Record is null && partnerships.Count == 0)
        {
            Leave(fact, Lack.Partnership);
            return;
        }

        if (fact.Record is null && m.On is null)
        {
            Leave(fact, Lack.Date);
            return;
        }

        if (fact.Record is null && m.Status == MeetingStatus.Held)
            Add(fact, IdOf(fact.Key), new LogMeeting(partnerships, m.On!, PlaceOf(m), m.Modality, m.Title), Places);
        else if (fact.Record is null)
            Add(fact, IdOf(fact.Key), new ScheduleMeeting(partnerships, m.On!, PlaceOf(m), m.Modality, m.Title), [.. Places, ("on", "plannedFor")]);
        else if (known is { Status: MeetingStatus.Scheduled } && m is { Status: MeetingStatus.Held, On: { } on })
            Add(fact, IdOf(fact.Key), new HoldMeeting(on, PlaceOf(m), m.Modality), Places);

        if (known is null or { Status: MeetingStatus.Scheduled } && m.Status == MeetingStatus.Cancelled)
            Add(fact, IdOf(fact.Key), new CancelMeeting(null, WordsOf(fact)));
        else if (known is null or { Status: MeetingStatus.Scheduled } && m.Status == MeetingStatus.NotHeld)
            Add(fact, IdOf(fact.Key), new RecordNotHeld(m.On, WordsOf(fact)));
        else if (known?.Sources.Contains(SourceId) != true)
            Add(fact, IdOf(fact.Key), new AttachSource(SourceId));
    }

    private Place? PlaceOf(MeetingFact m)
    {
        var seat = OrganisationOf(m.SeatOf);
        var name = m.Place ?? (seat is null ? m.City : draft.Find(m.SeatOf!)!.Fact is OrganisationFact o ? o.Names[0].Name : m.City);
        return name is null ? null : new(name, seat, m.City, m.Country);
    }

    private void Participant(DraftFact fact, ParticipantFact p)
    {
        if (!Has(fact, p.Meeting) || !Has(fact, p.Person))
            return;
        if (p.OnBehalfOf is null)
        {
            Leave(fact, Lack.Organisation);
            return;
        }

        if (Has(fact, p.OnBehalfOf) && StateOf<Meeting>(p.Meeting)?.Participants
            .Any(x => !x.Expected && x.Person.Value == IdOf(p.Person) && x.OnBehalfOf.Value == IdOf(p.OnBehalfOf)) != true)
            Add(fact, IdOf(p.Meeting), new RecordParticipant(new(IdOf(p.Person)), new(IdOf(p.OnBehalfOf)), p.Post, p.Role));
    }

    private void Topic(DraftFact fact, TopicFact t)
    {
        if (Has(fact, t.Meeting)
            && StateOf<Meeting>(t.Meeting)?.Topics.Any(x => string.Equals(x.Text, t.Topic, StringComparison.OrdinalIgnoreCase)) != true)
            Add(fact, IdOf(t.Meeting), new DiscussTopic(Limited(t.Topic, Limits.Subject)));
    }

    private void Statement(DraftFact fact, StatementFact s)
    {
        if (s.Meeting is null)
            Leave(fact, Lack.Meeting);
        else if (s.Speaker is null)
            Leave(fact, Lack.Speaker);
        else if (Has(fact, s.Meeting) && Has(fact, s.Speaker)
            && StateOf<Meeting>(s.Meeting)?.Statements.Any(x => x.Text == s.Text && x.Speaker.Value == IdOf(s.Speaker)) != true)
            Add(fact, IdOf(s.Meeting), new RecordStatement(new(IdOf(s.Speaker)), s.Language, Limited(s.Text, Limits.Text), s.Quoted));
    }

    private void Outcome(DraftFact fact, OutcomeFact o)
    {
        if (Has(fact, o.Meeting) && StateOf<Meeting>(o.Meeting)?.Outcomes.Any(x => x.Text == o.Text) != true)
            Add(fact, IdOf(o.Meeting), new RecordOutcome(Limited(o.Text, Limits.Text), o.Kind));
    }

    private void Agreement(DraftFact fact, AgreementFact a)
    {
        if (fact.Record is not null)
            return;
        var parties = OrganisationsOf(a.Parties);
        var partnerships = PartnershipsOf(a.Parties);
        if (a.Type is not { } type)
            Leave(fact, Lack.AgreementType);
        else if (parties.Count < 2)
            Leave(fact, Lack.TwoParties);
        else if (partnerships.Count == 0)
            Leave(fact, Lack.Partnership);
        else
        {
            var status = StatusBefore(fact.Key, a.Status ?? AgreementStatus.Recorded);
            var c = a.Conditions ?? new(AgreementTerm.Unknown);
            Add(
                fact,
                IdOf(fact.Key),
                new AttestAgreement(
                    partnerships, type, a.Title, null, parties, status, status == a.Status ? a.Since : null, c.Term, c.Renewal, c.RenewalMonths,
                    c.NoticeMonths, c.GraceDays, c.ReviewOn, Reference: a.Number,
                    UnderAgreement: a.Amends is { } other && settled.Contains(other) ? new AgreementId(IdOf(other)) : null),
                ("conditions", "term"), ("number", "reference"), ("amends", "underAgreement"));
        }
    }

    /// <summary>
    /// Where an agreement stood before what is told of it. The record has each step: an agreement that was signed is not attested as
    /// signed, but recorded and then signed by its parties. One in force may have its signatures recorded afterwards.
    /// </summary>
    private AgreementStatus StatusBefore(string agreement, AgreementStatus attested)
    {
        var acts = draft.Facts.Where(f => f.IsAccepted && !refused.ContainsKey(f.Key))
            .Select(f => f.Fact).OfType<AgreementActFact>().Where(a => a.Agreement == agreement).Select(a => a.Act).Order().ToList();
        return acts.Count == 0 || (attested > AgreementStatus.Signed && acts.TrueForAll(a => a == AgreementAct.Signature))
            ? attested
            : acts[0] switch
            {
                AgreementAct.Ratification or AgreementAct.EntryIntoForce => AgreementStatus.Signed,
                AgreementAct.Resumption => AgreementStatus.Suspended,
                > AgreementAct.Signature => AgreementStatus.InForce,
                _ => AgreementStatus.Recorded,
            };
    }

    private void Act(DraftFact fact, AgreementActFact a)
    {
        if (!Has(fact, a.Agreement))
            return;
        if (a.Act is AgreementAct.Proposal)
            return; // that it was proposed is said by its standing on record
        var parties = OrganisationsOf(a.Parties);
        if (a.On is not { } on)
            Leave(fact, Lack.Date);
        else if (a.Act is AgreementAct.Signature or AgreementAct.Ratification or AgreementAct.Accession or AgreementAct.Notice && parties.Count == 0)
            Leave(fact, Lack.Actors);
        else if ((a.Act is AgreementAct.Extension or AgreementAct.Notice || (a.Act is AgreementAct.Renewal && !KnowsItsEnd(a.Agreement))) && a.Until is null)
            Leave(fact, Lack.End);
        else
        {
            foreach (var command in CommandsOf(fact, a, on, parties))
                Add(fact, IdOf(a.Agreement), command, ("signatories", "signatory"), ("parties", "party"));
        }
    }

    /// <summary>Whether the end of a renewed agreement follows from the instrument itself.</summary>
    private bool KnowsItsEnd(string agreement) =>
        StateOf<Agreement>(agreement) is { TermEnd: not null, Conditions.RenewalMonths: not null };

    private IEnumerable<Command> CommandsOf(DraftFact fact, AgreementActFact a, EdtfDate on, IReadOnlyList<OrganisationId> parties) => a.Act switch
    {
        AgreementAct.Negotiation => [new OpenNegotiation(on)],
        AgreementAct.Initialling => [new InitialText(on)],
        AgreementAct.Signature => a.Parties.Where(settled.Contains).Select(p => new SignAgreement(new(IdOf(p)), SignatoryOf(a, p), false, on)),
        AgreementAct.Ratification => parties.Select(p => new RatifyAgreement(p, on)),
        AgreementAct.Accession => parties.Select(p => new AccedeToAgreement(p, on)),
        AgreementAct.EntryIntoForce => [new EnterIntoForce(on)],
        AgreementAct.Amendment => [new AmendAgreement(WordsOf(fact), on)],
        AgreementAct.Renewal => [new RenewAgreement(on, a.Until is { } end ? AgreementTerm.EndingOn(end) : null)],
        AgreementAct.Extension => [new ExtendAgreement(on, a.Until!)],
        AgreementAct.Suspension => [new SuspendAgreement(on, WordsOf(fact))],
        AgreementAct.Resumption => [new ResumeAgreement(on)],
        AgreementAct.Notice => parties.Select(p => new GiveNotice(p, on, a.Until!)),
        AgreementAct.Termination => [new TerminateAgreement(on, WordsOf(fact))],
        AgreementAct.Expiry => [new ExpireAgreement(on)],
        _ => [],
    };

    /// <summary>Who signed for a party: the one signatory who holds a post at it, or took part in a meeting for it; else nobody wrote it down.</summary>
    private PersonId? SignatoryOf(AgreementActFact a, string party)
    {
        var facts = draft.Facts.Select(f => f.Fact).ToList();
        bool IsOf(string person) =>
            facts.OfType<AppointmentFact>().Any(x => x.Person == person && x.Organisation is { } o && WithParents(o).Contains(party))
            || facts.OfType<ParticipantFact>().Any(x => x.Person == person && x.OnBehalfOf is { } o && WithParents(o).Contains(party));
        return a.Signatories.Where(s => settled.Contains(s) && IsOf(s)).ToList() is [var one] ? new(IdOf(one)) : null;
    }

    private void Project(DraftFact fact, ProjectFact p)
    {
        if (fact.Record is not null)
            return;
        List<ProjectParticipant> participants =
        [
            .. from part in p.Participants
               where part.Role is not null
               let organisation = OrganisationOf(part.Organisation)
               where organisation is not null
               select new ProjectParticipant(organisation.Value, part.Role!.Value),
        ];
        var partnerships = PartnershipsOf(p.Participants.Select(x => x.Organisation));
        if (participants.Count == 0)
            Leave(fact, Lack.Role);
        else if (p.Status is not { } status)
            Leave(fact, Lack.Status);
        else if (partnerships.Count == 0)
            Leave(fact, Lack.Partnership);
        else
        {
            Add(fact, IdOf(fact.Key), new RecordProject(
                partnerships, [.. participants.Distinct()], status, p.Title, p.Description ?? (p.Title is null ? WordsOf(fact) : null), p.Period,
                p.Agreement is { } under && settled.Contains(under) ? new AgreementId(IdOf(under)) : null));
        }
    }

    private void Commitment(DraftFact fact, CommitmentFact c)
    {
        var meeting = c.Meeting is { } key && settled.Contains(key) ? draft.Find(key) : null;
        var told = (meeting?.Fact as MeetingFact)?.On;
        var owedTo = OrganisationsOf(c.OwedTo);
        var partnerships = PartnershipsOf([.. c.OwedTo, .. c.OwedBy is { } debtor ? [debtor] : Array.Empty<string>()]);
        if (c.OwedBy is null)
            Leave(fact, Lack.Debtor);
        else if (!Has(fact, c.OwedBy))
            return;
        else if (owedTo.Count == 0)
            Leave(fact, Lack.Creditor);
        else if (partnerships.Count == 0)
            Leave(fact, Lack.Partnership);
        else if ((told ?? Dated) is not { } on)
            Leave(fact, Lack.Date);
        else
        {
            Add(fact, IdOf(fact.Key), new MakeCommitment(
                partnerships, Limited(c.What, Limits.Text), new(IdOf(c.OwedBy)), owedTo, on, c.Due,
                meeting is null ? null : new MeetingId(IdOf(meeting.Key)),
                c.Agreement is { } under && settled.Contains(under) ? new AgreementId(IdOf(under)) : null)
            {
                Provenance = told is null ? WithDateOfDocument(fact, "on") : RestsOn(fact, []) is var p ? p with { Inferred = [.. (p.Inferred ?? []).Append("on").Distinct()] } : p,
            });
            if (c.By is { } person && settled.Contains(person))
                Add(fact, IdOf(fact.Key), new AssignCommitment(new(IdOf(person))), ("by", "to"));
        }
    }
}
