using Relations.App.Reading;
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
using Relations.Reading;

namespace Relations.App.Tests.Reading;

/// <summary>What confirming a reading records: pure, from facts to commands.</summary>
public sealed class ReadingCommandsTests
{
    private static readonly Dictionary<Guid, RecordState> Nothing = [];

    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void each_fact_becomes_the_command_that_an_officer_would_send()
    {
        var plan = ReadingCommands.From(AReading.Accepted(), Nothing);
        Assert.Empty(plan.LeftOut);
        Assert.Equal(
            [
                nameof(RegisterSource), nameof(RegisterOrganisation), nameof(RegisterOrganisation), nameof(RegisterPerson), nameof(RegisterPerson),
                nameof(AppointPerson), nameof(EstablishPartnership), nameof(LogMeeting), nameof(AttachSource), nameof(RecordParticipant),
                nameof(RecordParticipant), nameof(DiscussTopic), nameof(RecordStatement), nameof(RecordOutcome), nameof(AttestAgreement),
                nameof(SignAgreement), nameof(SignAgreement), nameof(RecordProject), nameof(MakeCommitment), nameof(AssignCommitment), nameof(ReadSource),
            ],
            plan.Steps.Select(s => s.Command.GetType().Name));
    }

    [Fact]
    public void each_command_cites_its_words_and_says_what_is_inferred()
    {
        var draft = AReading.Accepted();
        var plan = ReadingCommands.From(draft, Nothing);
        var source = plan.Steps[0].Record;
        foreach (var step in plan.Steps.Where(s => s.Command is not (RegisterSource or ReadSource)))
        {
            var citation = step.Command.Provenance.Citations![0];
            Assert.Equal(source, citation.Source.Value);
            Assert.Equal(draft.Find(step.Key)!.Fact.Passage.In(draft.Text), draft.Text.Substring(citation.Offset, citation.Length));
        }

        var meeting = Command<LogMeeting>(plan).Provenance;
        Assert.Equal(["on", "place"], meeting.Inferred);
        Assert.Equal(["on"], meeting.Citations![1].Fields);
        Assert.Equal(Basis.Inferred, Command<EstablishPartnership>(plan).Provenance.Basis);
        Assert.Equal(["before"], Command<AppointPerson>(plan).Provenance.Inferred);
    }

    [Fact]
    public void the_same_draft_opens_the_same_records()
    {
        var draft = AReading.Accepted();
        Assert.Equal(ReadingCommands.From(draft, Nothing).Steps.Select(s => s.Record), ReadingCommands.From(draft, Nothing).Steps.Select(s => s.Record));
        Assert.Empty(ReadingCommands.From(draft, Nothing).Steps.Select(s => s.Record).Intersect(ReadingCommands.From(AReading.Accepted(), Nothing).Steps.Select(s => s.Record)));
    }

    [Fact]
    public void an_agreement_that_was_signed_is_recorded_and_then_signed_by_who_stands_for_each_party()
    {
        var draft = AReading.Accepted();
        var plan = ReadingCommands.From(draft, Nothing);
        Assert.Equal((AgreementStatus.Recorded, null), (Command<AttestAgreement>(plan).Status, Command<AttestAgreement>(plan).Since));
        Assert.Equal(
            [draft.RecordOf("rosa"), draft.RecordOf("juan")],
            plan.Steps.Select(s => s.Command).OfType<SignAgreement>().Select(s => s.Signatory!.Value.Value));
    }

    [Fact]
    public void one_attested_in_force_is_attested_so()
    {
        var plan = ReadingCommands.From(Changed("agreement", f => (AgreementFact)f with { Status = AgreementStatus.InForce, Since = EdtfDate.Parse("1992") }).Without("signature"), Nothing);
        Assert.Equal((AgreementStatus.InForce, EdtfDate.Parse("1992")), (Command<AttestAgreement>(plan).Status, Command<AttestAgreement>(plan).Since));
        Assert.Equal(AgreementTerm.Unknown, Command<AttestAgreement>(plan).Term);
    }

    [Fact]
    public void what_needs_a_refused_fact_is_left_out_and_says_so()
    {
        var plan = ReadingCommands.From(AReading.Accepted().Without("meeting"), Nothing);
        Assert.Equal(
            [("rosa-there", "meeting"), ("juan-there", "meeting"), ("topic", "meeting"), ("statement", "meeting"), ("outcome", "meeting")],
            plan.LeftOut.Where(l => l.Lack == Lack.OtherFact).Select(l => (l.Key, l.Needs!)));
        Assert.Null(Command<MakeCommitment>(plan).Meeting);
        Assert.Equal(["on"], Command<MakeCommitment>(plan).Provenance.Inferred);
    }

    public static TheoryData<string, Func<Fact, Fact>, Lack> Lacks => new()
    {
        { "agreement", f => (AgreementFact)f with { Parties = ["fp"] }, Lack.TwoParties },
        { "agreement", f => (AgreementFact)f with { Type = null }, Lack.AgreementType },
        { "signature", f => (AgreementActFact)f with { On = null }, Lack.Date },
        { "signature", f => (AgreementActFact)f with { Parties = [] }, Lack.Actors },
        { "signature", f => (AgreementActFact)f with { Act = AgreementAct.Renewal }, Lack.End },
        { "commitment", f => (CommitmentFact)f with { OwedBy = null }, Lack.Debtor },
        { "commitment", f => (CommitmentFact)f with { OwedTo = [] }, Lack.Creditor },
        { "rosa", f => (PersonFact)f with { Name = new("Rosa", "") }, Lack.FamilyName },
        { "rosa-post", f => (AppointmentFact)f with { Organisation = null }, Lack.Organisation },
        { "rosa-post", f => (AppointmentFact)f with { Former = true }, Lack.EndOfPost },
        { "rosa-there", f => (ParticipantFact)f with { OnBehalfOf = null }, Lack.Organisation },
        { "meeting", f => (MeetingFact)f with { On = null }, Lack.Date },
        { "statement", f => (StatementFact)f with { Meeting = null }, Lack.Meeting },
        { "statement", f => (StatementFact)f with { Speaker = null }, Lack.Speaker },
        { "project", f => (ProjectFact)f with { Status = null }, Lack.Status },
        { "project", f => (ProjectFact)f with { Participants = [new("fp", null)] }, Lack.Role },
        { "fp-rp", f => (PartnershipFact)f with { Parties = ["fp"] }, Lack.TwoParties },
    };

    [Theory]
    [MemberData(nameof(Lacks))]
    public void what_a_fact_lacks_is_told_and_stops_it_alone(string key, Func<Fact, Fact> change, Lack lack)
    {
        var plan = ReadingCommands.From(Changed(key, change), Nothing);
        Assert.Equal(lack, plan.WhyNot(key)!.Lack);
        Assert.DoesNotContain(plan.Steps, s => s.Key == key);
        Assert.Contains(plan.Steps, s => s.Command is RegisterSource);
    }

    [Fact]
    public void without_a_partnership_nothing_between_organisations_is_recorded()
    {
        var plan = ReadingCommands.From(AReading.Accepted().Without("fp-rp"), Nothing);
        Assert.Equal(["meeting", "agreement", "project", "commitment"], plan.LeftOut.Where(l => l.Lack == Lack.Partnership).Select(l => l.Key));
    }

    [Fact]
    public void an_organ_stands_for_the_organisation_above_it()
    {
        var draft = AReading.Accepted();
        var organ = new OrganisationFact([new("es", "Secretaría del Foro")], OrganisationKind.Organ, null, null) { Key = "sec", Basis = Basis.Stated, Evidence = AReading.At("sede del Foro"), Confidence = new(1, ConfidenceReason.FixedForm) };
        var place = new PlacementFact("sec", OrganisationRelation.OrganOf, "fp") { Key = "sec-fp", Basis = Basis.Stated, Evidence = organ.Evidence, Confidence = organ.Confidence };
        var plan = ReadingCommands.From(
            draft.After(new DraftAct.Add(organ)).After(new DraftAct.Add(place)).After(new DraftAct.Change((MeetingFact)draft.Find("meeting")!.Fact with { Organisations = ["sec", "rp"] })),
            Nothing);
        Assert.Equal([new PartnershipId(draft.RecordOf("fp-rp"))], Command<LogMeeting>(plan).Partnerships);
        Assert.Equal(OrganisationRelation.OrganOf, Command<PlaceOrganisation>(plan).Relation);
    }

    [Fact]
    public void what_is_on_record_is_not_recorded_again()
    {
        var rosa = new Person { Id = Guid.CreateVersion7(), Version = 4, Name = new("Rosa", "Quispe") };
        var foro = new Organisation { Id = Guid.CreateVersion7(), Version = 2, Names = [new("es", "Foro del Pacífico", "FP")], Kind = OrganisationKind.IntergovernmentalOrganisation };
        rosa = rosa with { Appointments = [new(new(foro.Id), "Secretaria General", null, null, false, null)] };
        var draft = AReading.Accepted().After(new DraftAct.Merge("rosa", rosa.Id, "Rosa Quispe")).After(new DraftAct.Merge("fp", foro.Id, "FP"));
        var plan = ReadingCommands.From(draft, new Dictionary<Guid, RecordState> { [rosa.Id] = rosa, [foro.Id] = foro });
        Assert.DoesNotContain(plan.Steps, s => s.Record == rosa.Id || s.Record == foro.Id);
        Assert.Empty(plan.LeftOut);
        Assert.Equal(rosa.Id, Command<RecordStatement>(plan).Speaker.Value);
        Assert.Equal(foro.Id, Command<RegisterSource>(plan).Publisher!.Value.Value);
    }

    [Fact]
    public void a_new_post_of_a_known_person_is_added_to_what_was_seen()
    {
        var rosa = new Person { Id = Guid.CreateVersion7(), Version = 4, Name = new("Rosa", "Quispe") };
        var plan = ReadingCommands.From(
            AReading.Accepted().After(new DraftAct.Merge("rosa", rosa.Id, "Rosa Quispe")), new Dictionary<Guid, RecordState> { [rosa.Id] = rosa });
        Assert.Equal((rosa.Id, 4L), plan.Steps.Where(s => s.Command is AppointPerson).Select(s => (s.Record, s.SeenVersion!.Value)).Single());
    }

    [Fact]
    public void the_address_of_a_new_partnership_is_free()
    {
        Assert.Equal("fp-rp", Command<EstablishPartnership>(ReadingCommands.From(AReading.Accepted(), Nothing)).Slug);
        Assert.Equal("fp-rp-3", Command<EstablishPartnership>(ReadingCommands.From(
            AReading.Accepted(), Nothing, null, new HashSet<string> { "fp-rp", "fp-rp-2" })).Slug);
    }

    [Fact]
    public void what_became_of_the_proposals_is_counted_by_kind()
    {
        var draft = Changed("topic", f => (TopicFact)f with { Topic = "comercio" }).Without("outcome").After(new DraftAct.Reopen("project"));
        var read = Command<ReadSource>(ReadingCommands.From(draft, Nothing));
        Assert.Equal((17, 14, 1, 1), (read.Proposed, read.Accepted, read.Changed, read.Refused));
        Assert.Contains(new KindCount("topic", 1, 0, 1, 0), read.ByKind!);
        Assert.Contains(new KindCount("outcome", 1, 0, 0, 1), read.ByKind!);
        Assert.Contains(new KindCount("project", 1, 0, 0, 0), read.ByKind!);
        Assert.Contains(new KindCount("organisation", 2, 2, 0, 0), read.ByKind!);
    }

    [Fact]
    public void what_a_rule_stands_against_is_known_before_it_is_confirmed()
    {
        var draft = Changed("meeting", f => (MeetingFact)f with { On = EdtfDate.Parse("2999-01-01") });
        var plan = ReadingReview.Of(draft, Nothing, new HashSet<string>(), Actor.Operator("oficial"), Today);
        Assert.Equal(CommonRules.NotInTheFuture, Assert.Single(plan.WhyNot("meeting")!.Refusals!).Rule);
        Assert.Equal("meeting", plan.WhyNot("topic")!.Needs);
        Assert.Contains(plan.Steps, s => s.Command is SignAgreement);
    }

    [Fact]
    public void who_did_not_take_part_said_nothing_at_the_meeting()
    {
        var plan = ReadingReview.Of(AReading.Accepted().Without("rosa-there"), Nothing, new HashSet<string>(), Actor.Operator("oficial"), Today);
        Assert.Equal(MeetingRules.SpeakerTookPart, Assert.Single(plan.WhyNot("statement")!.Refusals!).Rule);
    }

    [Fact]
    public void who_may_not_establish_partnerships_is_told_before()
    {
        var officer = new Actor("ana", [new(Role.Officer, [new(Guid.CreateVersion7())])]);
        var plan = ReadingReview.Of(AReading.Accepted(), Nothing, new HashSet<string>(), officer, Today);
        Assert.Equal(AccountRules.OfficersOverAllEstablish, Assert.Single(plan.WhyNot("fp-rp")!.Refusals!).Rule);
    }

    [Fact]
    public void a_meeting_to_come_is_planned_and_one_called_off_is_both()
    {
        var planned = ReadingCommands.From(Changed("meeting", f => (MeetingFact)f with { Status = MeetingStatus.Scheduled }), Nothing);
        Assert.Contains("plannedFor", Command<ScheduleMeeting>(planned).Provenance.Inferred!);
        var off = ReadingCommands.From(Changed("meeting", f => (MeetingFact)f with { Status = MeetingStatus.Cancelled }), Nothing);
        Assert.Equal("recibió en la sede del Foro", Command<CancelMeeting>(off).Why);
        Assert.Contains(off.Steps, s => s.Command is ScheduleMeeting);
    }

    private static T Command<T>(ReadingPlan plan) where T : Command => Assert.IsType<T>(plan.Steps.First(s => s.Command is T).Command);

    private static ReadingDraft Changed(string key, Func<Fact, Fact> change) =>
        AReading.Accepted() is var draft ? draft.After(new DraftAct.Change(change(draft.Find(key)!.Fact))) : draft;
}

/// <summary>Acts that tests are full of.</summary>
internal static class Acts
{
    /// <summary>The draft with a fact refused.</summary>
    public static ReadingDraft Without(this ReadingDraft draft, string key) => draft.After(new DraftAct.Refuse(key));
}
