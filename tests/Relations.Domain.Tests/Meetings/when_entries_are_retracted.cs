using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_entries_are_retracted
{
    private static readonly Event[] Told =
    [
        AMeeting.Held, AMeeting.Davalos, AMeeting.SanMiguel, AMeeting.Said, new TopicDiscussed("Free movement"), AMeeting.TiesRenewed,
        AMeeting.Minutes, new MeetingSourceAttached(Some.PressRelease),
    ];

    [Fact]
    public void a_participant_goes() => Story.Given(Told).When(new RetractParticipant(2))
        .Then(new ParticipantRetracted(2, Some.SanMiguel, Some.Sgcan))
        .ThenState(s => Assert.Equal(Some.Davalos, Assert.Single(s.Participants).Person));

    [Fact]
    public void a_participant_whose_statements_stand_stays() => Story.Given(Told).When(new RetractParticipant(1))
        .ThenRefused(MeetingRules.StatementsRetractedFirst, "number");

    [Fact]
    public void a_speaker_who_took_part_for_two_organisations_may_lose_one() =>
        Story.Given([.. Told, AMeeting.Davalos with { OnBehalfOf = Some.Oim }]).When(new RetractParticipant(1))
            .Then(new ParticipantRetracted(1, Some.Davalos, AMeeting.OimPeru));

    [Fact]
    public void a_statement_goes_and_frees_its_speaker() => Story.Given(Told).When(new RetractStatement(3))
        .Then(new StatementRetracted(3, Some.Davalos, AMeeting.Said.Text))
        .ThenState(s => Assert.IsType<Decision.Accepted>(Meeting.Decide(s, new RetractParticipant(1), Story.Today)));

    [Fact]
    public void a_topic_goes() => Story.Given(Told).When(new RetractTopic(4))
        .Then(new TopicRetracted(4, "Free movement")).ThenState(s => Assert.Empty(s.Topics));

    [Fact]
    public void an_outcome_goes() => Story.Given(Told).When(new RetractOutcome(5))
        .Then(new OutcomeRetracted(5, "Ties of cooperation renewed")).ThenState(s => Assert.Empty(s.Outcomes));

    [Fact]
    public void minutes_go_with_their_approvals() =>
        Story.Given([.. Told, new MinutesApproved(Some.Day("2016-03-01"), [Some.Can])]).When(new RetractMinutes())
            .Then(new MinutesRetracted(Some.PressRelease, null))
            .ThenState(s =>
            {
                Assert.Null(s.Minutes);
                Assert.DoesNotContain(Some.Can.Value, s.Concerns.Organisations);
            });

    [Fact]
    public void a_document_goes() => Story.Given(Told).When(new RetractSource(Some.PressRelease))
        .Then(new MeetingSourceRetracted(Some.PressRelease)).ThenState(s => Assert.Empty(s.Sources));

    [Fact]
    public void a_number_is_never_given_twice() => Story.Given([.. Told, new OutcomeRetracted(5, "Ties of cooperation renewed")])
        .When(new RecordOutcome("Joint work agreed", OutcomeKind.Understanding))
        .ThenState(s => Assert.Equal(6, Assert.Single(s.Outcomes).Number));

    [Fact]
    public void they_are_entries_of_that_list()
    {
        var told = Story.Given(Told);
        told.When(new RetractParticipant(4)).ThenRefused(MeetingRules.EntryExists, "number");
        told.When(new RetractTopic(1)).ThenRefused(MeetingRules.EntryExists, "number");
        told.When(new RetractStatement(1)).ThenRefused(MeetingRules.EntryExists, "number");
        told.When(new RetractOutcome(6)).ThenRefused(MeetingRules.EntryExists, "number");
        Story.Given(AMeeting.Held).When(new RetractMinutes()).ThenRefused(MeetingRules.EntryExists);
        Story.Given(AMeeting.Held).When(new RetractSource(Some.PressRelease)).ThenRefused(MeetingRules.EntryExists, "source");
    }

    [Theory]
    [MemberData(nameof(AMeeting.Ends), MemberType = typeof(AMeeting))]
    public void even_an_ended_meeting_is_put_right(string end) =>
        Story.Given([AMeeting.Scheduled, AMeeting.Davalos, .. AMeeting.EndedAs(end).Skip(1)])
            .When(new RetractParticipant(1)).Then(new ParticipantRetracted(1, Some.Davalos, AMeeting.OimPeru));
}
