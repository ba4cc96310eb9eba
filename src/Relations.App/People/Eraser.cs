using Npgsql;
using NpgsqlTypes;
using Relations.App.Ledger;
using Relations.App.Recording;
using Relations.App.Store;

namespace Relations.App.People;

/// <summary>The one hand that changes events, in a role of the database that can do nothing else: it masks texts whose erasure is on record.</summary>
/// <param name="logins">The ways into the database.</param>
public sealed class Eraser(DatabaseLogins logins) : IAsyncDisposable
{
    // Erasures are rare: no connection is made before the first.
    private readonly Lazy<NpgsqlDataSource> database = new(() => NpgsqlDataSource.Create(logins.Eraser));

    /// <summary>Masks events, and what the ledger keeps to open them, all or none.</summary>
    /// <param name="sequences">The events that may be masked, by their place in the order of recording.</param>
    /// <param name="mask">The texts of an event that are masked, as they are then, by JSON pointer.</param>
    /// <param name="cancellation">Stops the work before it is committed.</param>
    internal async Task MaskAsync(
        IReadOnlyCollection<long> sequences, Func<StoredEvent, IReadOnlyDictionary<string, string>> mask, CancellationToken cancellation)
    {
        await using var connection = await database.Value.OpenConnectionAsync(cancellation);
        if (sequences.Count > 0)
            await LeafSalts.AwaitAsync(connection, sequences.Max(), cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var sequence in sequences)
        {
            if (await ReadAsync(connection, sequence, cancellation) is not { } stored || mask(stored) is not { Count: > 0 } texts)
                continue;
            await LeafSalts.TakeAsync(connection, stored.Id, texts.Keys.ToDictionary(p => p, stored.JsonAt), cancellation);
            await WriteAsync(connection, stored.With(texts), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (database.IsValueCreated)
            await database.Value.DisposeAsync();
    }

    private static async Task<StoredEvent?> ReadAsync(NpgsqlConnection connection, long sequence, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select {StoredEvent.Columns} from {RelationsStore.Schema}.mt_events where seq_id = $1", connection)
        { Parameters = { new() { Value = sequence } } };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? StoredEvent.Of(row) : null;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, StoredEvent masked, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"update {RelationsStore.Schema}.mt_events set data = $1, headers = $2 where seq_id = $3", connection)
        {
            Parameters =
            {
                new() { Value = masked.Data.ToJsonString(RecordJson.Stored), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = masked.Headers.ToJsonString(RecordJson.Stored), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = masked.Sequence },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
