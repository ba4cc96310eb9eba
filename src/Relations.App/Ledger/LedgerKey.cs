using Npgsql;

namespace Relations.App.Ledger;

/// <summary>A key that checkpoints are or were signed with. Not a record: those print what they hold.</summary>
internal sealed class LedgerKey
{
    private const string Columns = $"SELECT origin, public, private, since, changeover FROM {LedgerSchema.Keys} ORDER BY id";

    /// <summary>The name of the log.</summary>
    public required string Origin { get; init; }

    /// <summary>The public key, as verifiers take it (the vkey of C2SP signed-note).</summary>
    public required string Public { get; init; }

    /// <summary>The private key, sealed by the key ring.</summary>
    public required string Sealed { get; init; }

    /// <summary>Since when it is in use.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The checkpoint that it and the key before it signed; null of the first.</summary>
    public string? Changeover { get; init; }

    /// <summary>All keys, the one in use last.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyList<LedgerKey>> AllAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Columns, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<LedgerKey> keys = [];
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add(new()
            {
                Origin = reader.GetString(0),
                Public = reader.GetString(1),
                Sealed = reader.GetString(2),
                Since = reader.GetFieldValue<DateTimeOffset>(3),
                Changeover = reader.IsDBNull(4) ? null : reader.GetString(4),
            });
        }

        return keys;
    }

    /// <summary>Puts it into use.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task AddAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {LedgerSchema.Keys} (origin, public, private, since, changeover) VALUES ($1, $2, $3, $4, $5)", connection)
        {
            Parameters =
            {
                new() { Value = Origin },
                new() { Value = Public },
                new() { Value = Sealed },
                new() { Value = Since.ToUniversalTime() },
                new() { Value = (object?)Changeover ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text },
            },
        };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
