using System.Globalization;
using System.Resources;
using Relations.App.Ledger.Checks;
using Relations.App.Tests.Pages;

namespace Relations.App.Tests.Ledger;

public sealed class FindingWordsTests
{
    public static TheoryData<FindingKind> Kinds => [.. Enum.GetValues<FindingKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void every_finding_is_told_in_both_languages(FindingKind kind)
    {
        var finding = new Finding(kind) { Sequence = 512, Event = "meeting_held", Version = 1, Record = Guid.Empty, RecordKind = "meeting", Field = "/data/on", Expected = "1", Found = "2", Where = "aquí" };
        var (spanish, english) = (finding.InWords(CultureInfo.GetCultureInfo("es")), finding.InWords(CultureInfo.GetCultureInfo("en")));
        Assert.NotEqual(spanish, english);
        Assert.DoesNotContain('{', spanish + english);
    }

    [Fact]
    public void a_finding_names_event_record_and_field() => Assert.Equal(
        "Altered: in event 512 (meeting_held, number 1 of meeting 00000000-0000-0000-0000-000000000000), the field on is not what was recorded. "
        + "The ledger has \"2016-02-12\"; the record says \"1999-01-01\".",
        new Finding(FindingKind.ValueAltered)
        {
            Sequence = 512,
            Event = "meeting_held",
            Version = 1,
            Record = Guid.Empty,
            RecordKind = "meeting",
            Field = "/data/on",
            Expected = "\"2016-02-12\"",
            Found = "\"1999-01-01\"",
        }.InWords(CultureInfo.GetCultureInfo("en")));

    [Fact]
    public void both_languages_have_the_same_words()
    {
        var words = new ResourceManager(typeof(FindingWords));
        Assert.Equal(ResourceTexts.Of(words, "en").Keys.Order(StringComparer.Ordinal), ResourceTexts.Of(words, "es").Keys.Order(StringComparer.Ordinal));
    }
}
