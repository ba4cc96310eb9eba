using Npgsql;

namespace Relations.App.Ledger;

/// <summary>Where the ledger ends.</summary>
/// <param name="Size">Leaves in the tree.</param>
/// <param name="Sequence">The place of the last one's event in the order of recording; 0 where there is none.</param>
internal readonly record struct LedgerHead(long Size, long Sequence)
{
    /// <summary>Reads it.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<LedgerHead> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT index + 1, sequence FROM {LedgerSchema.Leaves} ORDER BY index DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(reader.GetInt64(0), reader.GetInt64(1)) : default;
    }
}
