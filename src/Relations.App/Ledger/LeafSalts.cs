using System.Text;
using Npgsql;
using NpgsqlTypes;
using Relations.App.Store;
using Relations.Ledger;

namespace Relations.App.Ledger;

/// <summary>Takes salts away with what they opened: afterwards nobody can try out what stood there, and the leaf is proved by its commitment.</summary>
internal static class LeafSalts
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The ledger follows within moments; what is behind for longer is stopped, and erasing is taken up again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Waits until an event and all before it have their leaves. Masked before that, an event could get a leaf of what stood there, read a
    /// moment earlier.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="sequence">The event's place in the order of recording.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="TimeoutException">The ledger does not follow.</exception>
    public static async Task AwaitAsync(NpgsqlConnection connection, long sequence, CancellationToken cancellation)
    {
        var deadline = Deadline.In(Patience);
        while ((await LedgerHead.ReadAsync(connection, cancellation)).Sequence < sequence)
            await deadline.WaitAsync(Pause, () => new TimeoutException("The ledger has not come to the events that are to be masked."), cancellation);
    }

    /// <summary>Takes the salts of some values of an event away, and keeps the commitments.</summary>
    /// <param name="connection">The database, as the eraser's role.</param>
    /// <param name="event">The event's id.</param>
    /// <param name="values">The values as they stood when the leaf was made, as JSON, by JSON pointer.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task TakeAsync(
        NpgsqlConnection connection, Guid @event, IReadOnlyDictionary<string, string> values, CancellationToken cancellation)
    {
        if (await LeafRow.OfAsync(connection, @event, cancellation) is not { } leaf)
            return;
        var (before, after) = (leaf.In(new()), new Seals());
        for (var i = 0; i < before.Count; i++)
        {
            after.Add(before[i] is { IsErased: false } seal && values.TryGetValue(seal.Path, out var value)
                ? new(seal.Path, Commitment.Of(seal.Bytes, Encoding.UTF8.GetBytes(value)), IsErased: true)
                : before[i]);
        }

        await using var command = new NpgsqlCommand($"UPDATE {LedgerSchema.Leaves} SET salts = $1, erased = $2 WHERE event = $3", connection)
        {
            Parameters =
            {
                new() { Value = after.ToJson(), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = after.ToJson(areErased: true), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = @event },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
