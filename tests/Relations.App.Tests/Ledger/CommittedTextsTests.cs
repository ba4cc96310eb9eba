using System.Text;
using Relations.App.Store;

namespace Relations.App.Tests.Ledger;

/// <summary>What leaves commit to and do not show. A change here makes other leaves of new events; those that are there stay as they are.</summary>
public sealed class CommittedTextsTests
{
    [Fact]
    public void every_event_keeps_its_committed_texts()
    {
        var text = new StringBuilder();
        foreach (var alias in EventTypes.All.Values.Order(StringComparer.Ordinal))
            text.Append(alias).Append(' ').AppendJoin(' ', EventTexts.PatternsOf(alias)).AppendLine();
        Snapshot.Matches(text.ToString());
    }
}
