using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_the_day_of_a_scheduled_meeting_comes
{
    [Fact]
    public void held_it_was_as_planned_where_nothing_else_is_said() => Story.Given(AMeeting.Scheduled)
        .When(new HoldMeeting(Some.Day("2016-02-12"))).Then(AMeeting.Held).ThenState(s =>
        {
            Assert.Equal(MeetingStatus.Held, s.Status);
            Assert.Equal(Some.Day("2016-02-12"), s.On);
            Assert.Equal(Some.Day("2016-02-10"), s.PlannedFor);
        });

    [Fact]
    public void held_elsewhere_it_was_there() => Story.Given(AMeeting.Scheduled)
        .When(new HoldMeeting(Some.Day("2016-02-12"), new Place("Office of the IOM", AMeeting.OimPeru), Modality.Mixed))
        .Then(AMeeting.Held with { Place = new("Office of the IOM", AMeeting.OimPeru), Modality = Modality.Mixed });

    [Fact]
    public void it_may_be_known_by_its_year_only() => Story.Given(AMeeting.Scheduled)
        .When(new HoldMeeting(Some.Day("2026"))).Then(AMeeting.Held with { On = Some.Day("2026") });

    [Fact]
    public void it_was_not_held_in_the_future() => Story.Given(AMeeting.Scheduled)
        .When(new HoldMeeting(Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void it_is_held_at_a_place_with_a_name() => Story.Given(AMeeting.Scheduled)
        .When(new HoldMeeting(Some.Day("2016-02-12"), new Place(""))).ThenRefused(CommonRules.TextRequired, "place");

    [Fact]
    public void it_is_held_once() => Story.Given(AMeeting.Scheduled, AMeeting.Held)
        .When(new HoldMeeting(Some.Day("2016-02-13"))).ThenRefused(MeetingRules.OnlyWhileScheduled);

    [Fact]
    public void called_off_it_says_why() => Story.Given(AMeeting.Scheduled)
        .When(new CancelMeeting(Some.Day("2016-02-09"), "The delegation could not travel")).Then(AMeeting.Cancelled).ThenState(s =>
        {
            Assert.Equal(MeetingStatus.Cancelled, s.Status);
            Assert.Equal(Some.Day("2016-02-09"), s.On);
            Assert.Equal("The delegation could not travel", s.Why);
        });

    [Fact]
    public void a_meeting_to_come_can_be_called_off_on_a_day_that_nobody_knows() =>
        Story.Given(AMeeting.Scheduled with { PlannedFor = Some.Day("2027") })
            .When(new CancelMeeting(null, "No quorum")).Then(new MeetingCancelled(null, "No quorum"));

    [Fact]
    public void it_is_not_called_off_without_a_reason() => Story.Given(AMeeting.Scheduled)
        .When(new CancelMeeting(null, "")).ThenRefused(CommonRules.TextRequired, "why");

    [Fact]
    public void it_was_not_called_off_in_the_future() => Story.Given(AMeeting.Scheduled)
        .When(new CancelMeeting(Some.Day("2027"), "No quorum")).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void held_it_is_no_longer_called_off() => Story.Given(AMeeting.Scheduled, AMeeting.Held)
        .When(new CancelMeeting(null, "No quorum")).ThenRefused(MeetingRules.OnlyWhileScheduled);

    [Fact]
    public void not_held_it_says_what_happened() => Story.Given(AMeeting.Scheduled)
        .When(new RecordNotHeld(Some.Day("2016-02-10"), "Nobody came")).Then(AMeeting.NotHeld)
        .ThenState(s => Assert.Equal(MeetingStatus.NotHeld, s.Status));

    [Fact]
    public void not_held_it_needs_a_reason() => Story.Given(AMeeting.Scheduled)
        .When(new RecordNotHeld(null, " ")).ThenRefused(CommonRules.TextRequired, "why");

    [Fact]
    public void the_day_on_which_it_was_not_held_is_past() => Story.Given(AMeeting.Scheduled)
        .When(new RecordNotHeld(Some.Day("2027"), "Nobody came")).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void a_meeting_to_come_is_not_yet_one_that_was_not_held() =>
        Story.Given(AMeeting.Scheduled with { PlannedFor = Some.Day("2027") })
            .When(new RecordNotHeld(null, "Nobody came")).ThenRefused(MeetingRules.NotHeldOnceItsDayCame);

    [Fact]
    public void a_meeting_planned_for_this_year_may_already_have_failed() =>
        Story.Given(AMeeting.Scheduled with { PlannedFor = Some.Day("2026") })
            .When(new RecordNotHeld(null, "Nobody came")).Then(new MeetingNotHeld(null, "Nobody came"));

    [Theory]
    [MemberData(nameof(AMeeting.Ends), MemberType = typeof(AMeeting))]
    public void nothing_follows_its_end(string end)
    {
        var ended = Story.Given(AMeeting.EndedAs(end));
        ended.When(new HoldMeeting(Some.Day("2016-02-12"))).ThenRefused(MeetingRules.OnlyWhileScheduled);
        ended.When(new RecordParticipant(AMeeting.Vega, Some.Oim, null, ParticipantRole.Delegate)).ThenRefused(MeetingRules.NothingFollowsAnEnd);
        ended.When(new DiscussTopic("Free movement")).ThenRefused(MeetingRules.NothingFollowsAnEnd);
        ended.When(new RecordOutcome("Agreed", OutcomeKind.Decision)).ThenRefused(MeetingRules.NothingFollowsAnEnd);
        ended.When(new DraftMinutes(Text: "Minutes")).ThenRefused(MeetingRules.NothingFollowsAnEnd);
        ended.When(new AttachSource(Some.PressRelease)).ThenRefused(MeetingRules.NothingFollowsAnEnd);
    }

    [Theory]
    [MemberData(nameof(AMeeting.Ends), MemberType = typeof(AMeeting))]
    public void a_correction_follows_its_end(string end) => Story.Given(AMeeting.EndedAs(end))
        .When(new CorrectMeeting(Title: "Working meeting"))
        .Then(new MeetingCorrected(new(Title: "Courtesy call"), new(Title: "Working meeting")));
}
