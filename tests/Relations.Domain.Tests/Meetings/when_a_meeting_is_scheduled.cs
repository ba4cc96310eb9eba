using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_a_meeting_is_scheduled
{
    private static readonly ScheduleMeeting Schedule =
        new([Some.CanOim], Some.Day("2016-02-10"), AMeeting.Seat, Modality.InPerson, "Courtesy call");

    [Fact]
    public void it_is_planned_and_has_no_date_of_its_own() => Story.Nothing.When(Schedule).Then(AMeeting.Scheduled).ThenState(s =>
    {
        Assert.Equal(MeetingStatus.Scheduled, s.Status);
        Assert.Equal(Some.Day("2016-02-10"), s.PlannedFor);
        Assert.Null(s.On);
        Assert.Equal([Some.CanOim.Value], s.Concerns.Partnerships);
        Assert.Equal([Some.Sgcan.Value], s.Concerns.Organisations);
    });

    [Fact]
    public void it_may_lie_in_the_future_and_be_known_by_its_year_only() =>
        Story.Nothing.When(new ScheduleMeeting([Some.CanOim], Some.Day("2027")))
            .Then(new MeetingScheduled([Some.CanOim], Some.Day("2027"), null, null, null));

    [Fact]
    public void it_needs_a_partnership() =>
        Story.Nothing.When(Schedule with { Partnerships = [] }).ThenRefused(CommonRules.TooFewItems, "partnerships");

    [Fact]
    public void its_title_is_bounded() => Story.Nothing.When(Schedule with { Title = new('x', Limits.Subject + 1) })
        .ThenRefused(CommonRules.TextTooLong, "title");

    [Fact]
    public void its_place_has_a_name() =>
        Story.Nothing.When(Schedule with { Place = AMeeting.Seat with { Name = " " } }).ThenRefused(CommonRules.TextRequired, "place");

    [Fact]
    public void its_city_is_bounded() => Story.Nothing.When(Schedule with { Place = AMeeting.Seat with { City = new('x', Limits.Name + 1) } })
        .ThenRefused(CommonRules.TextTooLong, "place");

    [Theory]
    [InlineData("pe")]
    [InlineData("PER")]
    [InlineData("XX")]
    [InlineData("")]
    public void its_country_is_one_of_the_standard(string country) =>
        Story.Nothing.When(Schedule with { Place = AMeeting.Seat with { Country = country } })
            .ThenRefused(MeetingRules.CountryIsKnown, "place");

    [Fact]
    public void it_can_be_moved() => Story.Given(AMeeting.Scheduled)
        .When(new RescheduleMeeting(Some.Day("2016-02-12"), "Agendas"))
        .Then(new MeetingRescheduled(Some.Day("2016-02-12"), "Agendas"))
        .ThenState(s => Assert.Equal(Some.Day("2016-02-12"), s.PlannedFor));

    [Fact]
    public void it_is_not_moved_to_where_it_stands() => Story.Given(AMeeting.Scheduled)
        .When(new RescheduleMeeting(Some.Day("2016-02-10"))).ThenRefused(CommonRules.NothingChanged, "plannedFor");

    [Fact]
    public void it_is_not_moved_once_it_was_held() => Story.Given(AMeeting.Scheduled, AMeeting.Held)
        .When(new RescheduleMeeting(Some.Day("2016-03-01"))).ThenRefused(MeetingRules.OnlyWhileScheduled);

    [Fact]
    public void why_it_is_moved_is_bounded() => Story.Given(AMeeting.Scheduled)
        .When(new RescheduleMeeting(Some.Day("2016-03-01"), new('x', Limits.Text + 1))).ThenRefused(CommonRules.TextTooLong, "why");
}
