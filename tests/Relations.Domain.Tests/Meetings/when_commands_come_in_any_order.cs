using CsCheck;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_commands_come_in_any_order
{
    private static readonly Gen<PersonId> Person = Gen.OneOf(Some.Davalos, Some.SanMiguel);
    private static readonly Gen<OrganisationId> Organisation = Gen.OneOf(Some.Oim, Some.Can);
    private static readonly Gen<int> Number = Gen.Int[1, 6];

    private static readonly Gen<MeetingCommand> Command = Gen.OneOf(
        Gen.OneOf<MeetingCommand>(
            new RescheduleMeeting(Some.Day("2016-03-01")),
            new CancelMeeting(null, "No quorum"),
            new RecordNotHeld(null, "Nobody came"),
            new DraftMinutes(Text: "Minutes"),
            new RetractMinutes(),
            new WithdrawMeeting()),
        Gen.OneOf<MeetingCommand>(new HoldMeeting(Some.Day("2016-02-12")), new HoldMeeting(Some.Day("2016"))),
        Gen.Select(Person, Organisation, (p, o) => (MeetingCommand)new RecordParticipant(p, o, null, ParticipantRole.Delegate)),
        Person.Select(p => (MeetingCommand)new RecordStatement(p, "es", "Hola", true)),
        Gen.OneOf<MeetingCommand>(new DiscussTopic("Migration"), new RecordOutcome("Agreed", OutcomeKind.Decision)),
        Organisation.Select(o => (MeetingCommand)new ApproveMinutes(Some.Day("2016-04-01"), [o])),
        Number.Select(n => (MeetingCommand)new RetractParticipant(n)),
        Number.Select(n => (MeetingCommand)new RetractStatement(n)),
        Number.Select(n => (MeetingCommand)new RetractOutcome(n)),
        Number.Select(n => (MeetingCommand)new RetractTopic(n)),
        Gen.Enum<MeetingStatus>().Select(s => (MeetingCommand)new CorrectMeeting(Status: s)),
        Gen.Enum<MeetingStatus>().Select(s => (MeetingCommand)new CorrectMeeting(Some.Day("2016-02-13"), Status: s)));

    private static readonly Gen<Event[]> Beginning = Gen.OneOf<Event[]>(
        [AMeeting.Scheduled],
        [AMeeting.Scheduled, AMeeting.Davalos],
        [AMeeting.Held, AMeeting.Davalos, AMeeting.SanMiguel, AMeeting.Said]);

    [Fact]
    public void what_is_accepted_never_contradicts_itself() => Gen.Select(Beginning, Command.Array[1, 30]).Sample((beginning, commands) =>
    {
        var state = Fold(null, beginning);
        foreach (var command in commands)
        {
            if (Meeting.Decide(state, command, Story.Today) is not Decision.Accepted accepted)
                continue;
            var before = state;
            state = Fold(state, accepted.Events);
            Check(state);
            Assert.All(Numbers(state).Except(Numbers(before)), n => Assert.InRange(n, before.LastNumber + 1, state.LastNumber));
        }
    });

    private static Meeting Fold(Meeting? state, IEnumerable<Event> events) =>
        events.Aggregate(state, (s, e) => Meeting.Fold(s, Some.Meeting.Value, e))!;

    private static IEnumerable<int> Numbers(Meeting s) =>
    [
        .. s.Participants.Select(p => p.Number), .. s.Topics.Select(t => t.Number),
        .. s.Statements.Select(t => t.Number), .. s.Outcomes.Select(o => o.Number),
    ];

    private static void Check(Meeting s)
    {
        Assert.True(s.Status is MeetingStatus.Held or MeetingStatus.Withdrawn || !s.HasEncounter);
        Assert.True(s.Status != MeetingStatus.Held || s.On is not null);
        Assert.True(s.Status != MeetingStatus.Scheduled || s.On is null);
        Assert.All(s.Statements, t => Assert.True(s.WasAttendedBy(t.Speaker)));
        Assert.Equal(s.Participants.Count, s.Participants.DistinctBy(p => (p.Person, p.OnBehalfOf)).Count());
    }
}
