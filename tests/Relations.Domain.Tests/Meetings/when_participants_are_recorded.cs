using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_participants_are_recorded
{
    private static readonly RecordParticipant Davalos =
        new(Some.Davalos, AMeeting.OimPeru, "Jefe de Misión", ParticipantRole.Head);

    [Fact]
    public void at_a_meeting_that_was_held_they_were_there() => Story.Given(AMeeting.Held).When(Davalos).Then(AMeeting.Davalos)
        .ThenState(s =>
        {
            Assert.True(s.WasAttendedBy(Some.Davalos));
            Assert.Equal([Some.Davalos.Value], s.Concerns.People);
        });

    [Fact]
    public void for_a_scheduled_meeting_they_are_expected() => Story.Given(AMeeting.Scheduled).When(Davalos).Then(AMeeting.Davalos)
        .ThenState(s =>
        {
            Assert.True(Assert.Single(s.Participants).Expected);
            Assert.False(s.WasAttendedBy(Some.Davalos));
        });

    [Fact]
    public void a_plan_is_no_proof_that_they_came() => Story.Given(AMeeting.Scheduled, AMeeting.Davalos)
        .When(new HoldMeeting(Some.Day("2016-02-12"))).ThenState(s => Assert.False(s.WasAttendedBy(Some.Davalos)));

    [Fact]
    public void whoever_was_expected_and_came_keeps_their_entry() =>
        Story.Given(AMeeting.Scheduled, AMeeting.Davalos, AMeeting.Held, AMeeting.SanMiguel)
            .When(Davalos with { Post = null, Role = ParticipantRole.Delegate })
            .Then(AMeeting.Davalos with { Post = null, Role = ParticipantRole.Delegate })
            .ThenState(s =>
            {
                Assert.Equal(
                    new Participant(1, Some.Davalos, AMeeting.OimPeru, "Jefe de Misión", ParticipantRole.Delegate, null, false),
                    s.Participants[0]);
                Assert.Equal(2, s.LastNumber);
            });

    [Fact]
    public void nobody_is_expected_twice_for_one_organisation() => Story.Given(AMeeting.Scheduled, AMeeting.Davalos)
        .When(Davalos).ThenRefused(MeetingRules.ParticipantOnce, "person");

    [Fact]
    public void nobody_takes_part_twice_for_one_organisation() => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(Davalos).ThenRefused(MeetingRules.ParticipantOnce, "person");

    [Fact]
    public void a_person_may_take_part_for_two_organisations() => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(Davalos with { OnBehalfOf = Some.Oim }).Then(AMeeting.Davalos with { OnBehalfOf = Some.Oim });

    [Fact]
    public void their_post_is_bounded() => Story.Given(AMeeting.Held)
        .When(Davalos with { Post = new('x', Limits.Name + 1) }).ThenRefused(CommonRules.TextTooLong, "post");

    [Fact]
    public void a_note_on_them_is_bounded() => Story.Given(AMeeting.Held)
        .When(Davalos with { Note = new('x', Limits.Subject + 1) }).ThenRefused(CommonRules.TextTooLong, "note");

    [Fact]
    public void their_number_is_bounded() => Story.Given(Full(AMeeting.Held)).When(Davalos)
        .ThenRefused(CommonRules.TooManyItems, "person");

    [Fact]
    public void a_full_list_still_takes_those_who_were_expected() =>
        Story.Given([.. Full(AMeeting.Scheduled), AMeeting.Held])
            .When(Davalos with { Person = new(Some.Numbered(1000)) }).Then(AMeeting.Davalos with { Person = new(Some.Numbered(1000)) });

    private static Event[] Full(Event first) =>
        [first, .. Enumerable.Range(1000, Limits.Items).Select(n => AMeeting.Davalos with { Person = new(Some.Numbered(n)) })];
}
