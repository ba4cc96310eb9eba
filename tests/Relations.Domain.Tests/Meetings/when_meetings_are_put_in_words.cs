using System.Globalization;
using System.Reflection;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;

namespace Relations.Domain.Tests.Meetings;

public class when_meetings_are_put_in_words
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void every_value_has_a_word_in_both_languages()
    {
        foreach (var value in new[] { typeof(Modality), typeof(MeetingStatus), typeof(ParticipantRole), typeof(OutcomeKind) }
            .SelectMany(t => Enum.GetValues(t).Cast<Enum>()))
            Assert.NotEqual(Vocabulary.InWords(value, English), Vocabulary.InWords(value, Spanish));
    }

    [Fact]
    public void every_rule_has_a_sentence_in_both_languages()
    {
        foreach (var rule in typeof(MeetingRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Rule)f.GetValue(null)!))
            Assert.NotEqual(rule.InWords(English, "x"), rule.InWords(Spanish, "x"));
    }

    [Fact]
    public void a_rule_names_the_state_in_the_readers_language() => Assert.Contains(
        "cancelada", MeetingRules.NothingFollowsAnEnd.InWords(Spanish, MeetingStatus.Cancelled), StringComparison.Ordinal);
}
