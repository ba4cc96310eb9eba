using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Npgsql;
using Relations.App.Store;
using Relations.Ledger;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger.Checks;

/// <summary>A checkpoint to hold the tree against.</summary>
/// <param name="Where">Where it was found: the database, a file, a place outside.</param>
/// <param name="Size">Leaves in its tree.</param>
/// <param name="Root">Its root.</param>
internal sealed record HeldCheckpoint(string Where, long Size, Bytes32 Root);

/// <summary>What a check of the ledger found.</summary>
/// <param name="Size">Leaves in the tree.</param>
/// <param name="Uncovered">Events that have no leaf yet, behind the last one that has.</param>
/// <param name="Finding">The first thing that is not as it should be; null where all is.</param>
internal sealed record LedgerChecked(long Size, long Uncovered, Finding? Finding);

/// <summary>
/// Holds the events against the ledger: makes each leaf again from the row of its event, compares its hash with the one in the tree, builds
/// the tree again, and holds its roots against the checkpoints. Events and leaves are read side by side, leaves are made by all
/// processors, and nothing is kept of what was gone through.
/// </summary>
/// <param name="snapshot">The record.</param>
internal sealed class LedgerCheck(RecordSnapshot snapshot)
{
    /// <summary>Events that are made into leaves in one go.</summary>
    private const int Batch = 1_000;

    private const string Schema = RelationsStore.Schema;

    /// <summary>Goes through all events and leaves.</summary>
    /// <param name="checkpoints">The checkpoints, smallest first.</param>
    /// <param name="told">Told how many events have been gone through.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<LedgerChecked> RunAsync(IAsyncEnumerable<HeldCheckpoint> checkpoints, Action<long> told, CancellationToken cancellation)
    {
        await using var side = await snapshot.OpenAsync(cancellation);
        await using var tree = await TreeCheck.StartAsync(snapshot, checkpoints, cancellation);

        // Leaves are made by other threads while the next rows are read; in the channel they stand in their order.
        var made = Channel.CreateBounded<Task<List<Made>>>(Environment.ProcessorCount + 1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = ReadAsync(made.Writer, side, stop.Token);
        var (gone, erasures) = (0L, new Erasures());
        try
        {
            await foreach (var batch in made.Reader.ReadAllAsync(cancellation))
            {
                foreach (var leaf in await batch)
                {
                    if (!await tree.AddAsync(leaf.Hash, cancellation))
                        return new(tree.Size, 0, await DifferenceAsync(leaf, cancellation));
                    erasures.Found(leaf.Leaf.Index, leaf.Leaf.Sequence, leaf.Event.Event.Type, leaf.Leaf.Event, leaf.Erased);
                    if (leaf.Event.Event.Type == Erasures.MaskedType)
                        erasures.Masked(leaf.Event.Event.Data);
                    gone++;
                }

                told(gone);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }

        var (uncovered, last) = await reading;
        return new(tree.Size, uncovered, last ?? await tree.EndAsync(cancellation) ?? await UndecidedAsync(erasures, cancellation));
    }

    /// <summary>Reads events and leaves side by side, and has pairs made into leaves.</summary>
    /// <returns>Events behind the last leaf, and what is wrong where they part.</returns>
    private async Task<(long Uncovered, Finding? Finding)> ReadAsync(
        ChannelWriter<Task<List<Made>>> made, NpgsqlConnection side, CancellationToken cancellation)
    {
        try
        {
            await using var ofEvents = await snapshot.OpenAsync(cancellation);
            await using var ofLeaves = await snapshot.OpenAsync(cancellation);
            await using var events = RecordedEvent.InOrderAsync(ofEvents, 0, long.MaxValue, cancellation).GetAsyncEnumerator(cancellation);
            var expected = 0L;
            List<(RecordedEvent Event, LeafRow Leaf)> pairs = [];
            await foreach (var leaf in LeafRow.InOrderAsync(ofLeaves, 0, long.MaxValue, cancellation))
            {
                var @event = await events.MoveNextAsync() ? events.Current : null;
                if (await PartedAsync(side, expected, leaf, @event, cancellation) is { } finding)
                {
                    await made.WriteAsync(Task.Run(() => Make(pairs, cancellation), cancellation), cancellation);
                    return (0, finding);
                }

                expected++;
                pairs.Add((@event!, leaf));
                if (pairs.Count < Batch)
                    continue;
                var full = pairs;
                pairs = [];
                await made.WriteAsync(Task.Run(() => Make(full, cancellation), cancellation), cancellation);
            }

            await made.WriteAsync(Task.Run(() => Make(pairs, cancellation), cancellation), cancellation);
            return await BehindAsync(events, cancellation);
        }
        finally
        {
            made.Complete();
        }
    }

    /// <summary>What is wrong where an event and a leaf that should be each other's are not; null where they are.</summary>
    private static async Task<Finding?> PartedAsync(
        NpgsqlConnection side, long expected, LeafRow leaf, RecordedEvent? @event, CancellationToken cancellation)
    {
        if (leaf.Index != expected)
            return new(FindingKind.LeafMissing) { Index = expected };
        if (@event is { Event: var recorded } && recorded.Id == leaf.Event && recorded.Sequence == leaf.Sequence)
            return @event.IsArchived ? Finding.At(FindingKind.EventArchived, @event) : null;
        var ofEvent = @event is null ? null : await LeafRow.OfAsync(side, @event.Event.Id, cancellation);
        if (@event is not null && ofEvent is null)
            return Finding.At(FindingKind.EventInserted, @event);
        var now = await PlaceAsync(side, leaf.Event, cancellation);
        if (now is null)
            return await GoneAsync(side, leaf, cancellation);
        return Finding.At(FindingKind.OrderChanged, @event!) with { Expected = Number(ofEvent!.Sequence), Found = Number(@event!.Event.Sequence) };
    }

    /// <summary>What stands behind the last leaf: events that are still to get theirs, and those that the ledger has gone past.</summary>
    private async Task<(long, Finding?)> BehindAsync(IAsyncEnumerator<RecordedEvent> events, CancellationToken cancellation)
    {
        var passed = (await snapshot.ProgressAsync(cancellation)).GetValueOrDefault(LedgerSubscription.Shard);
        var uncovered = 0L;
        while (await events.MoveNextAsync())
        {
            if (events.Current.Event.Sequence <= passed)
                return (uncovered, Finding.At(FindingKind.EventInserted, events.Current));
            uncovered++;
        }

        return (uncovered, null);
    }

    private static List<Made> Make(List<(RecordedEvent Event, LeafRow Leaf)> pairs, CancellationToken cancellation)
    {
        var made = new List<Made>(pairs.Count);
        var (maker, seals) = (new EventLeaf(), new Seals());
        foreach (var (@event, leaf) in pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var hash = Merkle.LeafHash(maker.Of(@event.Event, leaf.In(seals)));
                made.Add(new(@event, leaf, hash, leaf.Erased is null ? [] : maker.Erased(seals)));
            }
            catch (FormatException)
            {
                made.Add(new(@event, leaf, default, [])); // what is no leaf any more differs from the one in the tree
            }
        }

        return made;
    }

    /// <summary>The first value that is masked and that no later erasure left as it is; null where there is none.</summary>
    private async Task<Finding?> UndecidedAsync(Erasures erasures, CancellationToken cancellation)
    {
        if (erasures.All.FirstOrDefault(e => e.State != ErasureState.Recorded) is not { } erasure)
            return null;
        await using var side = await snapshot.OpenAsync(cancellation);
        var @event = await RecordedEvent.FindAsync(side, erasure.Event, cancellation);
        return Finding.At(erasure.State == ErasureState.Differs ? FindingKind.ErasedAltered : FindingKind.ErasedUndecided, @event!) with
        {
            Index = erasure.Index,
            Field = erasure.Path,
        };
    }

    /// <summary>Where an event differs from its leaf, as the ledger's copy of the leaf tells it.</summary>
    private async Task<Finding> DifferenceAsync(Made made, CancellationToken cancellation)
    {
        await using var side = await snapshot.OpenAsync(cancellation);
        var at = Finding.At(FindingKind.ValueAltered, made.Event) with { Index = made.Leaf.Index };
        if (await made.Leaf.EntryAsync(side, cancellation) is not { } entry)
            return at with { Kind = FindingKind.LeafMissing };
        if (Merkle.LeafHash(Encoding.UTF8.GetBytes(entry)) == made.Hash)
            return at with { Kind = FindingKind.TreeAltered };
        return PlaceIn(entry, made) is { } place ? at with { Field = place.Pointer, Expected = place.Expected, Found = place.Found } : at;
    }

    private static JsonDifference? PlaceIn(string entry, Made made)
    {
        const string commitment = "/commitment";
        var seals = made.Leaf.In(new());
        for (var i = 0; i < seals.Count; i++)
        {
            if (made.Event.ValueAt(seals[i].Path) is null)
                return new(seals[i].Path, FindingWords.Committed, null);
        }

        using var expected = JsonDocument.Parse(entry);
        using var found = JsonDocument.Parse(new EventLeaf().Of(made.Event.Event, seals).ToArray());
        var place = JsonDifference.First(expected.RootElement, found.RootElement);
        return place is { Pointer: var pointer } && pointer.EndsWith(commitment, StringComparison.Ordinal)
            ? new(pointer[..^commitment.Length], FindingWords.Committed, made.Event.ValueAt(pointer[..^commitment.Length]))
            : place;
    }

    /// <summary>An event that is gone, as the ledger's copy of its leaf tells what it was.</summary>
    private static async Task<Finding> GoneAsync(NpgsqlConnection side, LeafRow leaf, CancellationToken cancellation)
    {
        var finding = new Finding(FindingKind.EventMissing) { Index = leaf.Index, Sequence = leaf.Sequence };
        if (await leaf.EntryAsync(side, cancellation) is not { } entry)
            return finding;
        using var was = JsonDocument.Parse(entry);
        var fields = was.RootElement;
        return finding with
        {
            Event = fields.GetProperty("type").GetString(),
            Record = fields.GetProperty("stream").GetGuid(),
            RecordKind = fields.GetProperty("kind").GetString(),
            Version = fields.GetProperty("version").GetInt64(),
        };
    }

    private static async Task<long?> PlaceAsync(NpgsqlConnection side, Guid @event, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT seq_id FROM {Schema}.mt_events WHERE id = $1", side) { Parameters = { new() { Value = @event } } };
        return await command.ExecuteScalarAsync(cancellation) as long?;
    }

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A leaf made again.</summary>
    private sealed record Made(RecordedEvent Event, LeafRow Leaf, Bytes32 Hash, IReadOnlyList<ErasedValue> Erased);
}
