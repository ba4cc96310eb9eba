using Npgsql;
using NpgsqlTypes;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger;

/// <summary>The tiles in the database.</summary>
/// <param name="connection">The database; one reader at a time.</param>
internal sealed class TileTable(NpgsqlConnection connection) : ITileReader
{
    /// <inheritdoc />
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(TileId tile, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT hashes FROM {LedgerSchema.Tiles} WHERE level = $1 AND tile = $2", connection)
        {
            Parameters = { new() { Value = tile.Level, NpgsqlDbType = NpgsqlDbType.Smallint }, new() { Value = tile.Index } },
        };
        return await command.ExecuteScalarAsync(cancellation) is byte[] hashes ? hashes : null;
    }
}
