using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Relations.App.Ledger;

/// <summary>A checkpoint that was signed.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Size">Leaves in the tree.</param>
/// <param name="Root">The root of the tree, 32 bytes.</param>
/// <param name="Note">The signed note, cosignatures included.</param>
/// <param name="At">When it was signed.</param>
internal sealed record KeptCheckpoint(long Id, long Size, byte[] Root, string Note, DateTimeOffset At)
{
    private const string Columns = $"SELECT id, size, root, note, at FROM {LedgerSchema.Checkpoints}";

    /// <summary>The last one; null where none was signed.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<KeptCheckpoint?> LastAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Columns} ORDER BY id DESC LIMIT 1", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    /// <summary>All of them, in the order signed.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async IAsyncEnumerable<KeptCheckpoint> AllAsync(NpgsqlConnection connection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Columns} ORDER BY id", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return Read(reader);
    }

    /// <summary>Keeps one. It is on the disk when this returns, and the leaves that it names with it.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="size">Leaves in the tree.</param>
    /// <param name="root">The root.</param>
    /// <param name="note">The note.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>It, with its number.</returns>
    public static async Task<KeptCheckpoint> KeepAsync(
        NpgsqlConnection connection, long size, byte[] root, string note, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"INSERT INTO {LedgerSchema.Checkpoints} (size, root, note, at) VALUES ($1, $2, $3, $4) RETURNING id", connection)
        {
            Parameters = { new() { Value = size }, new() { Value = root }, new() { Value = note }, new() { Value = at.ToUniversalTime() } },
        };
        return new((long)(await command.ExecuteScalarAsync(cancellation))!, size, root, note, at);
    }

    /// <summary>Adds lines of signature to its note.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="lines">The lines, each with its end.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<KeptCheckpoint> CosignAsync(NpgsqlConnection connection, string lines, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"UPDATE {LedgerSchema.Checkpoints} SET note = note || $1 WHERE id = $2 RETURNING note", connection)
        {
            Parameters = { new() { Value = lines }, new() { Value = Id, NpgsqlDbType = NpgsqlDbType.Bigint } },
        };
        return this with { Note = (string)(await command.ExecuteScalarAsync(cancellation))! };
    }

    private static KeptCheckpoint Read(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4));
}
