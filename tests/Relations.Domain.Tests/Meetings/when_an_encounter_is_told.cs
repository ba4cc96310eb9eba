using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Meetings;

using Story = Scenario<Meeting, MeetingCommand>;

public class when_an_encounter_is_told
{
    private static readonly RecordStatement Say = new(Some.Davalos, "es", "Seguiremos trabajando juntos.", true);

    [Fact]
    public void a_topic_is_recorded() => Story.Given(AMeeting.Held)
        .When(new DiscussTopic("Free movement")).Then(new TopicDiscussed("Free movement"));

    [Fact]
    public void a_topic_is_recorded_once() => Story.Given(AMeeting.Held, new TopicDiscussed("Free movement"))
        .When(new DiscussTopic("FREE MOVEMENT")).ThenRefused(MeetingRules.TopicOnce, "topic");

    [Fact]
    public void a_topic_says_something() => Story.Given(AMeeting.Held)
        .When(new DiscussTopic(" ")).ThenRefused(CommonRules.TextRequired, "topic");

    [Fact]
    public void topics_are_bounded() =>
        Story.Given([AMeeting.Held, .. Enumerable.Range(0, Limits.Items).Select(n => new TopicDiscussed($"Topic {n}"))])
            .When(new DiscussTopic("One more")).ThenRefused(CommonRules.TooManyItems, "topic");

    [Fact]
    public void a_scheduled_meeting_has_had_no_topics_yet() => Story.Given(AMeeting.Scheduled)
        .When(new DiscussTopic("Free movement")).ThenRefused(MeetingRules.OnlyWhenHeld);

    [Fact]
    public void a_participant_is_quoted() => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(Say).Then(AMeeting.Said)
        .ThenState(s => Assert.Equal(new Statement(2, Some.Davalos, "es", Say.Text, true), Assert.Single(s.Statements)));

    [Fact]
    public void a_participant_is_reported() => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(Say with { Quoted = false }).Then(AMeeting.Said with { Quoted = false });

    [Fact]
    public void only_who_took_part_spoke() => Story.Given(AMeeting.Held, AMeeting.SanMiguel)
        .When(Say).ThenRefused(MeetingRules.SpeakerTookPart, "speaker");

    [Fact]
    public void who_was_only_expected_did_not_speak() => Story.Given(AMeeting.Scheduled, AMeeting.Davalos, AMeeting.Held)
        .When(Say).ThenRefused(MeetingRules.SpeakerTookPart, "speaker");

    [Theory]
    [InlineData("qu")]
    [InlineData("ay")]
    [InlineData("en")]
    public void a_statement_may_be_in_any_language_of_the_standard(string language) => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(Say with { Language = language }).Then(AMeeting.Said with { Language = language });

    [Theory]
    [InlineData("ES")]
    [InlineData("spa")]
    [InlineData("xx")]
    [InlineData("")]
    [InlineData(null)]
    public void a_statement_is_in_no_other_language(string? language) => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(Say with { Language = language! }).ThenRefused(MeetingRules.LanguageIsKnown, "language");

    [Fact]
    public void a_statement_says_something() => Story.Given(AMeeting.Held, AMeeting.Davalos)
        .When(Say with { Text = "" }).ThenRefused(CommonRules.TextRequired, "text");

    [Fact]
    public void nobody_has_spoken_at_a_scheduled_meeting() => Story.Given(AMeeting.Scheduled, AMeeting.Davalos)
        .When(Say).ThenRefused(MeetingRules.OnlyWhenHeld);

    [Fact]
    public void an_outcome_is_recorded() => Story.Given(AMeeting.Held)
        .When(new RecordOutcome("Ties of cooperation renewed", OutcomeKind.Reaffirmation)).Then(AMeeting.TiesRenewed);

    [Fact]
    public void an_outcome_says_something() => Story.Given(AMeeting.Held)
        .When(new RecordOutcome("", OutcomeKind.Decision)).ThenRefused(CommonRules.TextRequired, "text");

    [Fact]
    public void nothing_has_come_of_a_scheduled_meeting() => Story.Given(AMeeting.Scheduled)
        .When(new RecordOutcome("Agreed", OutcomeKind.Decision)).ThenRefused(MeetingRules.OnlyWhenHeld);

    [Fact]
    public void a_document_is_attached() => Story.Given(AMeeting.Held)
        .When(new AttachSource(Some.PressRelease)).Then(new MeetingSourceAttached(Some.PressRelease))
        .ThenState(s => Assert.Equal([Some.PressRelease.Value], s.Concerns.Records));

    [Fact]
    public void an_agenda_is_attached_to_a_scheduled_meeting() => Story.Given(AMeeting.Scheduled)
        .When(new AttachSource(Some.PressRelease)).Then(new MeetingSourceAttached(Some.PressRelease));

    [Fact]
    public void a_document_is_attached_once() => Story.Given(AMeeting.Held, new MeetingSourceAttached(Some.PressRelease))
        .When(new AttachSource(Some.PressRelease)).ThenRefused(CommonRules.NothingChanged, "source");
}
