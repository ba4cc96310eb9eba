using Relations.App.Tests.Store;

namespace Relations.App.Tests.Ledger;

public sealed class when_events_are_recorded(LedgeredApp ledgered) : IClassFixture<LedgeredApp>
{
    [Fact]
    public async Task each_gets_a_leaf_and_the_tree_is_made_of_them()
    {
        var events = await ScratchFolder.AskAsync<long>(ledgered.App.ConnectionString, "select count(*) from relations.mt_events");
        var leaves = await ScratchFolder.AskAsync<long>(ledgered.App.ConnectionString, "select count(*) from relations.ledger_leaves");
        var verified = await ledgered.VerifyAsync();
        Assert.Empty(verified.Findings);
        Assert.Equal((events, events, 0L), (leaves, verified.Size, verified.Uncovered));
    }

    [Fact]
    public async Task no_leaf_shows_a_text() =>
        Assert.Equal(0L, await ScratchFolder.AskAsync<long>(
            ledgered.App.ConnectionString,
            "select count(*) from relations.ledger_entries where leaf like '%Secretar%' or leaf like '%Reunión%'"));
}
