using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_a_meeting_is_logged
{
    private static readonly ParticipantEntry Davalos = new(Some.Davalos, AMeeting.OimPeru, "Jefe de Misión", ParticipantRole.Head);
    private static readonly OutcomeEntry TiesRenewed = new("Ties of cooperation renewed", OutcomeKind.Reaffirmation);

    private static readonly LogMeeting Log = new(
        [Some.CanOim],
        Some.Day("2016-02-12"),
        AMeeting.Seat,
        Modality.InPerson,
        "Courtesy call",
        [Davalos, new(Some.SanMiguel, Some.Sgcan, "Secretario General", ParticipantRole.Host, "flamante")],
        ["Andean integration"],
        [TiesRenewed]);

    [Fact]
    public void one_step_tells_it_whole() => Story.Nothing.When(Log)
        .Then(AMeeting.Held, AMeeting.Davalos, AMeeting.SanMiguel, new TopicDiscussed("Andean integration"), AMeeting.TiesRenewed)
        .ThenState(s =>
        {
            Assert.Equal(MeetingStatus.Held, s.Status);
            Assert.Null(s.PlannedFor);
            Assert.All(s.Participants, p => Assert.False(p.Expected));
            Assert.Equal([1, 2], s.Participants.Select(p => p.Number));
            Assert.Equal(new Topic(3, "Andean integration"), Assert.Single(s.Topics));
            Assert.Equal(4, Assert.Single(s.Outcomes).Number);
            Assert.Equal([Some.Davalos.Value, Some.SanMiguel.Value], s.Concerns.People);
            Assert.Equal([Some.Sgcan.Value, AMeeting.OimPeru.Value], s.Concerns.Organisations);
        });

    [Fact]
    public void a_year_and_a_partnership_are_enough() => Story.Nothing.When(new LogMeeting([Some.CanOim], Some.Day("2016")))
        .Then(new MeetingHeld([Some.CanOim], Some.Day("2016"), null, null, null));

    [Fact]
    public void it_needs_a_partnership() =>
        Story.Nothing.When(Log with { Partnerships = [] }).ThenRefused(CommonRules.TooFewItems, "partnerships");

    [Fact]
    public void it_was_not_held_in_the_future() =>
        Story.Nothing.When(Log with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void its_country_is_one_of_the_standard() =>
        Story.Nothing.When(Log with { Place = new("Lima", Country: "Peru") }).ThenRefused(MeetingRules.CountryIsKnown, "place");

    [Fact]
    public void nobody_takes_part_twice_for_one_organisation() =>
        Story.Nothing.When(Log with { Participants = [Davalos, Davalos with { Role = ParticipantRole.Guest }] })
            .ThenRefused(MeetingRules.ParticipantOnce, "participants");

    [Fact]
    public void a_person_may_take_part_for_two_organisations() =>
        Story.Nothing.When(new LogMeeting([Some.CanOim], Some.Day("2016"), Participants: [Davalos, Davalos with { OnBehalfOf = Some.Oim }]))
            .ThenState(s => Assert.Equal(2, s.Participants.Count));

    [Fact]
    public void a_post_is_bounded() =>
        Story.Nothing.When(Log with { Participants = [Davalos with { Post = new('x', Limits.Name + 1) }] })
            .ThenRefused(CommonRules.TextTooLong, "participants");

    [Fact]
    public void participants_are_bounded() =>
        Story.Nothing.When(Log with
        {
            Participants = [.. Enumerable.Range(1000, Limits.Items + 1).Select(n => Davalos with { Person = new(Some.Numbered(n)) })],
        }).ThenRefused(CommonRules.TooManyItems, "participants");

    [Fact]
    public void a_topic_says_something() =>
        Story.Nothing.When(Log with { Topics = [" "] }).ThenRefused(CommonRules.TextRequired, "topics");

    [Fact]
    public void a_topic_is_told_once() =>
        Story.Nothing.When(Log with { Topics = ["Free movement", "free movement"] }).ThenRefused(MeetingRules.TopicOnce, "topics");

    [Fact]
    public void topics_are_bounded() =>
        Story.Nothing.When(Log with { Topics = [.. Enumerable.Range(0, Limits.Items + 1).Select(n => $"Topic {n}")] })
            .ThenRefused(CommonRules.TooManyItems, "topics");

    [Fact]
    public void an_outcome_says_something() =>
        Story.Nothing.When(Log with { Outcomes = [TiesRenewed with { Text = "" }] }).ThenRefused(CommonRules.TextRequired, "outcomes");

    [Fact]
    public void outcomes_are_bounded() =>
        Story.Nothing.When(Log with { Outcomes = [.. Enumerable.Repeat(TiesRenewed, Limits.Items + 1)] })
            .ThenRefused(CommonRules.TooManyItems, "outcomes");
}
