using System.Text;
using System.Text.Json;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Store;

/// <summary>Which values of each event are texts. What is missing here could never be erased, and would stand open in the ledger.</summary>
public class EventTextsTests
{
    private static readonly JsonElement NoHeaders = JsonSerializer.SerializeToElement(new object());

    [Fact]
    public void the_texts_of_every_event()
    {
        var text = new StringBuilder();
        foreach (var (type, alias) in EventTypes.All.OrderBy(e => e.Value, StringComparer.Ordinal))
        {
            var sample = JsonSerializer.SerializeToElement(EventJsonTests.Sample(type), type, RecordJson.Stored);
            text.Append(alias).Append(' ').AppendJoin(' ', EventTexts.Of(alias, sample, NoHeaders)).AppendLine();
        }

        Snapshot.Matches(text.ToString());
    }

    [Fact]
    public void the_reason_of_a_correction_is_one()
    {
        var headers = JsonSerializer.SerializeToElement(new { provenance = new Provenance(Reason: "Faltaba el nombre"), concerns = Concerns.None }, RecordJson.Stored);
        Assert.Equal(["/headers/provenance/reason"], EventTexts.Of("meeting_withdrawn", NoHeaders, headers));
    }

    [Fact]
    public void what_nobody_knows_has_none() => Assert.Empty(EventTexts.Of("tombstone", NoHeaders, NoHeaders));
}
