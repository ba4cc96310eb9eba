using System.Text;
using Relations.App.Store;
using Relations.Ledger;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger;

/// <summary>Leaves on their way into the tables, column by column.</summary>
/// <param name="size">Leaves that are there already.</param>
internal sealed class NewLeaves(long size)
{
    private readonly EventLeaf maker = new();
    private readonly Seals seals = new();
    private readonly List<long> sequences = [];
    private readonly List<Guid> events = [];
    private readonly List<string> salts = [];
    private readonly List<string> entries = [];
    private readonly List<Bytes32> hashes = [];

    /// <summary>How many there are.</summary>
    public int Count => sequences.Count;

    /// <summary>Their indexes.</summary>
    public long[] Indexes => [.. Enumerable.Range(0, Count).Select(i => size + i)];

    /// <summary>The places of their events in the order of recording.</summary>
    public long[] Sequences => [.. sequences];

    /// <summary>The ids of their events.</summary>
    public Guid[] Events => [.. events];

    /// <summary>Their salts, as JSON.</summary>
    public string[] Salts => [.. salts];

    /// <summary>The leaves themselves.</summary>
    public string[] Entries => [.. entries];

    /// <summary>Their hashes in the tree.</summary>
    public IReadOnlyList<Bytes32> Hashes => hashes;

    /// <summary>Makes the leaf of an event, with new salts.</summary>
    /// <param name="event">The event.</param>
    public void Add(LedgerEvent @event)
    {
        maker.Seal(@event, EventTexts.PatternsOf(@event.Type), seals.Clear());
        var leaf = maker.Of(@event, seals);
        sequences.Add(@event.Sequence);
        events.Add(@event.Id);
        salts.Add(seals.ToJson());
        entries.Add(Encoding.UTF8.GetString(leaf));
        hashes.Add(Merkle.LeafHash(leaf));
    }
}
