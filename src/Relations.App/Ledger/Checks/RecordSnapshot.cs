using Marten;
using Npgsql;
using Relations.App.Store;

namespace Relations.App.Ledger.Checks;

/// <summary>
/// The record as it stands at one moment, however long it is looked at and whatever is recorded meanwhile: every reader sees the
/// same snapshot of the database, and none can change it.
/// </summary>
internal sealed class RecordSnapshot : IAsyncDisposable
{
    private const string Begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private readonly IDocumentStore store;
    private readonly NpgsqlDataSource database;
    private readonly NpgsqlConnection keeper;
    private readonly string name;

    private RecordSnapshot(IDocumentStore store, NpgsqlDataSource database, NpgsqlConnection keeper, string name) =>
        (this.store, this.database, this.keeper, this.name) = (store, database, keeper, name);

    /// <summary>Takes it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="connectionString">The database, by any role that reads the record.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<RecordSnapshot> TakeAsync(IDocumentStore store, string connectionString, CancellationToken cancellation)
    {
        var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Timezone = "UTC", CommandTimeout = 0 }.ConnectionString);
        try
        {
            var keeper = await database.OpenConnectionAsync(cancellation);
            await using var export = new NpgsqlCommand($"{Begin}; SELECT pg_export_snapshot()", keeper);
            return new(store, database, keeper, (string)(await export.ExecuteScalarAsync(cancellation))!);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection that sees it. It carries one reader at a time.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        await using var join = new NpgsqlCommand($"{Begin}; SET TRANSACTION SNAPSHOT '{name}'", connection);
        await join.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    /// <summary>The store on a connection of the snapshot.</summary>
    /// <param name="connection">The connection.</param>
    public IQuerySession Read(NpgsqlConnection connection) => store.QuerySession(Marten.Services.SessionOptions.ForConnection(connection));

    /// <summary>One value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="sql">The query.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<T?> AskAsync<T>(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, keeper);
        return await command.ExecuteScalarAsync(cancellation) is T value ? value : default;
    }

    /// <summary>How far the views had come, by the name of their shard.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyDictionary<string, long>> ProgressAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT name, last_seq_id FROM {RelationsStore.Schema}.mt_event_progression", keeper);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, long> progress = [];
        while (await reader.ReadAsync(cancellation))
            progress[reader.GetString(0)] = reader.GetInt64(1);
        return progress;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await keeper.DisposeAsync();
        await database.DisposeAsync();
    }
}
