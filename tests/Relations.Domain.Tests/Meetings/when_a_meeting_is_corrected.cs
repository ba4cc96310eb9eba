using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_a_meeting_is_corrected
{
    [Fact]
    public void both_values_of_each_touched_field_stay_visible() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Some.Day("2016-02-11"), Modality: Modality.Mixed))
        .Then(new MeetingCorrected(
            new(Some.Day("2016-02-12"), Modality: Modality.InPerson), new(Some.Day("2016-02-11"), Modality: Modality.Mixed)))
        .ThenState(s =>
        {
            Assert.Equal(Some.Day("2016-02-11"), s.On);
            Assert.Equal(Modality.Mixed, s.Modality);
            Assert.Equal(AMeeting.Seat, s.Place);
            Assert.Equal("Courtesy call", s.Title);
        });

    [Fact]
    public void its_place_is_corrected() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Place: new("Hotel", City: "Lima")))
        .Then(new MeetingCorrected(new(Place: AMeeting.Seat), new(Place: new("Hotel", City: "Lima"))));

    [Fact]
    public void its_planned_date_is_corrected() => Story.Given(AMeeting.Scheduled)
        .When(new CorrectMeeting(PlannedFor: Some.Day("2016-02-11")))
        .Then(new MeetingCorrected(new(PlannedFor: Some.Day("2016-02-10")), new(PlannedFor: Some.Day("2016-02-11"))))
        .ThenState(s => Assert.Equal(Some.Day("2016-02-11"), s.PlannedFor));

    [Fact]
    public void something_changes() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Some.Day("2016-02-12"), AMeeting.Seat, Status: MeetingStatus.Held)).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void its_title_is_not_emptied() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Title: " ")).ThenRefused(CommonRules.TextRequired, "title");

    [Fact]
    public void its_place_is_checked_again() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Place: new("Lima", Country: "Peru"))).ThenRefused(MeetingRules.CountryIsKnown, "place");

    [Fact]
    public void it_did_not_happen_in_the_future() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void a_cancelled_meeting_that_was_held_says_when() => Story.Given(AMeeting.Scheduled, AMeeting.Cancelled)
        .When(new CorrectMeeting(Some.Day("2016-02-12"), Status: MeetingStatus.Held))
        .Then(new MeetingCorrected(
            new(Some.Day("2016-02-09"), Status: MeetingStatus.Cancelled), new(Some.Day("2016-02-12"), Status: MeetingStatus.Held)))
        .ThenState(s =>
        {
            Assert.Equal(Some.Day("2016-02-12"), s.On);
            Assert.Null(s.Why);
        });

    [Fact]
    public void the_day_it_was_called_off_is_not_the_day_it_was_held() => Story.Given(AMeeting.Scheduled, AMeeting.Cancelled)
        .When(new CorrectMeeting(Status: MeetingStatus.Held)).ThenRefused(MeetingRules.HeldHasDate, "on");

    [Fact]
    public void the_day_it_was_held_falls_with_its_being_held() => Story.Given(AMeeting.Scheduled, AMeeting.Held)
        .When(new CorrectMeeting(Status: MeetingStatus.Scheduled))
        .Then(new MeetingCorrected(new(Some.Day("2016-02-12"), Status: MeetingStatus.Held), new(Status: MeetingStatus.Scheduled)))
        .ThenState(s => Assert.Null(s.On));

    [Fact]
    public void a_scheduled_meeting_has_a_planned_date() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Status: MeetingStatus.Scheduled)).ThenRefused(MeetingRules.ScheduledHasPlannedDate, "plannedFor");

    [Fact]
    public void a_scheduled_meeting_has_not_happened() => Story.Given(AMeeting.Scheduled)
        .When(new CorrectMeeting(Some.Day("2016-02-12"))).ThenRefused(MeetingRules.ScheduledHasNotHappened, "on");

    [Fact]
    public void a_meeting_to_come_is_not_one_that_was_not_held() =>
        Story.Given(AMeeting.Scheduled with { PlannedFor = Some.Day("2027") })
            .When(new CorrectMeeting(Status: MeetingStatus.NotHeld)).ThenRefused(MeetingRules.NotHeldOnceItsDayCame);

    [Theory]
    [InlineData(MeetingStatus.Scheduled)]
    [InlineData(MeetingStatus.NotHeld)]
    [InlineData(MeetingStatus.Cancelled)]
    public void what_was_said_of_the_encounter_is_retracted_first(MeetingStatus status)
    {
        foreach (var told in new Event[] { AMeeting.Davalos, new TopicDiscussed("Free movement"), AMeeting.TiesRenewed, AMeeting.Minutes })
            Story.Given(AMeeting.Scheduled, AMeeting.Held, told)
                .When(new CorrectMeeting(Status: status)).ThenRefused(MeetingRules.EncounterRetractedFirst, "status");
    }

    [Fact]
    public void those_expected_stay_expected() => Story.Given(AMeeting.Scheduled, AMeeting.Davalos, AMeeting.Held)
        .When(new CorrectMeeting(Status: MeetingStatus.NotHeld)).ThenState(s => Assert.True(Assert.Single(s.Participants).Expected));

    [Fact]
    public void it_does_not_move_behind_the_approval_of_its_minutes() =>
        Story.Given(AMeeting.Held, AMeeting.Minutes, new MinutesApproved(Some.Day("2016-03-01"), [Some.Can]))
            .When(new CorrectMeeting(Some.Day("2016-04-01"))).ThenRefused(MeetingRules.ApprovedAfterMeeting, "on");

    [Fact]
    public void it_moves_freely_before_the_approval_of_its_minutes() =>
        Story.Given(AMeeting.Held, AMeeting.Minutes, new MinutesApproved(Some.Day("2016-03-01"), [Some.Can]))
            .When(new CorrectMeeting(Some.Day("2016-02-29"))).ThenState(s => Assert.Equal(Some.Day("2016-02-29"), s.On));

    [Fact]
    public void its_entry_in_error_is_an_act_of_its_own() => Story.Given(AMeeting.Held)
        .When(new CorrectMeeting(Status: MeetingStatus.Withdrawn)).ThenRefused(MeetingRules.WithdrawnByItsOwnAct, "status");

    [Fact]
    public void entered_in_error_it_is_withdrawn() => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(new WithdrawMeeting()).Then(AMeeting.Withdrawn).ThenState(s => Assert.Equal(MeetingStatus.Withdrawn, s.Status));

    [Fact]
    public void it_is_withdrawn_once() => Story.Given(AMeeting.Held, AMeeting.Withdrawn)
        .When(new WithdrawMeeting()).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void withdrawn_by_mistake_it_comes_back_with_all_it_had() => Story.Given(AMeeting.Held, AMeeting.Davalos, AMeeting.Withdrawn)
        .When(new CorrectMeeting(Some.Day("2016-02-12"), Status: MeetingStatus.Held)).ThenState(s =>
        {
            Assert.Equal(MeetingStatus.Held, s.Status);
            Assert.True(s.WasAttendedBy(Some.Davalos));
        });
}
