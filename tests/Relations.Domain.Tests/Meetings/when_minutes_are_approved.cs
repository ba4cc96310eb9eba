using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_minutes_are_approved
{
    private static readonly ApproveMinutes Approve = new(Some.Day("2016-03-01"), [Some.Can]);
    private static readonly MinutesApproved Approved = new(Some.Day("2016-03-01"), [Some.Can]);

    [Fact]
    public void they_were_drafted_as_a_document() => Story.Given(AMeeting.Held)
        .When(new DraftMinutes(Some.PressRelease)).Then(AMeeting.Minutes)
        .ThenState(s => Assert.Equal([Some.PressRelease.Value], s.Concerns.Records));

    [Fact]
    public void they_were_drafted_as_text() => Story.Given(AMeeting.Held)
        .When(new DraftMinutes(Text: "The parties met.")).Then(new MinutesDrafted(null, "The parties met."));

    [Fact]
    public void they_were_not_drafted_out_of_nothing() => Story.Given(AMeeting.Held)
        .When(new DraftMinutes(Text: " ")).ThenRefused(MeetingRules.MinutesHaveContent, "text");

    [Fact]
    public void their_text_is_bounded() => Story.Given(AMeeting.Held)
        .When(new DraftMinutes(Text: new('x', Limits.Text + 1))).ThenRefused(CommonRules.TextTooLong, "text");

    [Fact]
    public void a_scheduled_meeting_has_none_yet() => Story.Given(AMeeting.Scheduled)
        .When(new DraftMinutes(Some.PressRelease)).ThenRefused(MeetingRules.OnlyWhenHeld);

    [Fact]
    public void a_later_draft_had_taken_the_place_of_an_earlier_one() => Story.Given(AMeeting.Held, AMeeting.Minutes)
        .When(new DraftMinutes(Text: "Second draft")).ThenState(s => Assert.Equal("Second draft", s.Minutes!.Text));

    [Fact]
    public void those_who_approved_are_named() => Story.Given(AMeeting.Held, AMeeting.Minutes).When(Approve).Then(Approved)
        .ThenState(s => Assert.Contains(Some.Can.Value, s.Concerns.Organisations));

    [Fact]
    public void each_organisation_may_do_so_on_its_own_day() => Story.Given(AMeeting.Held, AMeeting.Minutes, Approved)
        .When(new ApproveMinutes(Some.Day("2016-03-05"), [Some.Oim])).Then(new MinutesApproved(Some.Day("2016-03-05"), [Some.Oim]))
        .ThenState(s => Assert.Equal(2, s.Minutes!.Approvals.Count));

    [Fact]
    public void an_organisation_approves_once() => Story.Given(AMeeting.Held, AMeeting.Minutes, Approved)
        .When(Approve with { By = [Some.Oim, Some.Can] }).ThenRefused(MeetingRules.ApprovedOnce, "by");

    [Fact]
    public void somebody_approves() => Story.Given(AMeeting.Held, AMeeting.Minutes)
        .When(Approve with { By = [] }).ThenRefused(CommonRules.TooFewItems, "by");

    [Fact]
    public void there_were_minutes_to_approve() => Story.Given(AMeeting.Held).When(Approve).ThenRefused(MeetingRules.ApprovedAfterDrafted);

    [Fact]
    public void the_meeting_came_first() => Story.Given(AMeeting.Held, AMeeting.Minutes)
        .When(Approve with { On = Some.Day("2015-12-01") }).ThenRefused(MeetingRules.ApprovedAfterMeeting, "on");

    [Fact]
    public void a_meeting_of_some_day_in_that_year_may_have_come_first() =>
        Story.Given(AMeeting.Held with { On = Some.Day("2016") }, AMeeting.Minutes).When(Approve).Then(Approved);

    [Fact]
    public void it_was_not_in_the_future() => Story.Given(AMeeting.Held, AMeeting.Minutes)
        .When(Approve with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void they_are_not_drafted_anew() => Story.Given(AMeeting.Held, AMeeting.Minutes, Approved)
        .When(new DraftMinutes(Text: "Other minutes")).ThenRefused(MeetingRules.ApprovedMinutesStay);
}
