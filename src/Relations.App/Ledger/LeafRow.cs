using System.Runtime.CompilerServices;
using Npgsql;
using Relations.Ledger;

namespace Relations.App.Ledger;

/// <summary>What the ledger keeps of one event.</summary>
/// <param name="Index">The leaf's index, from 0.</param>
/// <param name="Sequence">The event's place in the order of recording.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Salts">The salts of the committed values, as the JSON of an object: by their pointers 64 hexadecimal digits each.</param>
/// <param name="Erased">The commitments whose salts an erasure took away, likewise; null where there are none.</param>
internal sealed record LeafRow(long Index, long Sequence, Guid Event, byte[] Salts, byte[]? Erased)
{
    private const string Columns = $"SELECT index, sequence, event, salts, erased FROM {LedgerSchema.Leaves}";

    /// <summary>Leaves in their order.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="from">The first index.</param>
    /// <param name="to">The index behind the last.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async IAsyncEnumerable<LeafRow> InOrderAsync(
        NpgsqlConnection connection, long from, long to, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Columns} WHERE index >= $1 AND index < $2 ORDER BY index", connection)
        {
            Parameters = { new() { Value = from }, new() { Value = to } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return Read(reader);
    }

    /// <summary>The leaf of an event; null where it has none.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="event">The event's id.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<LeafRow?> OfAsync(NpgsqlConnection connection, Guid @event, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Columns} WHERE event = $1", connection) { Parameters = { new() { Value = @event } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    /// <summary>The leaf itself, as the ledger keeps it; null where its copy is gone.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string?> EntryAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT leaf FROM {LedgerSchema.Entries} WHERE index = $1", connection) { Parameters = { new() { Value = Index } } };
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>The seals that the leaf is made with.</summary>
    /// <param name="seals">Takes them; what it held is gone.</param>
    public Seals In(Seals seals) => seals.Clear().AddJson(Salts).AddJson(Erased, areErased: true);

    private static LeafRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetGuid(2), row.GetFieldValue<byte[]>(3), row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4));
}
