using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using Relations.App.Store;
using Relations.Ledger;

namespace Relations.App.Ledger;

/// <summary>The row of an event as it is stored, not as anybody reads it: no upcaster has touched it.</summary>
/// <param name="Event">What it says.</param>
/// <param name="IsArchived">Whether it is left out of what people read.</param>
internal sealed record RecordedEvent(LedgerEvent Event, bool IsArchived)
{
    private const string Columns =
        $"""
        SELECT e.seq_id, e.id, e.stream_id, (SELECT s.type FROM {RelationsStore.Schema}.mt_streams s WHERE s.id = e.stream_id), e.version, e.type,
          e.timestamp, e.user_name, e.correlation_id, e.causation_id, e.headers, e.data, e.is_archived
        FROM {RelationsStore.Schema}.mt_events e
        """;

    private static readonly byte[] NoHeaders = "{}"u8.ToArray();

    /// <summary>Events in the order of recording.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="after">The place behind which they begin.</param>
    /// <param name="last">The last place.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async IAsyncEnumerable<RecordedEvent> InOrderAsync(
        NpgsqlConnection connection, long after, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Columns} WHERE e.seq_id > $1 AND e.seq_id <= $2 ORDER BY e.seq_id", connection)
        {
            Parameters = { new() { Value = after }, new() { Value = last } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return Read(reader);
    }

    /// <summary>One event; null where there is none.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<RecordedEvent?> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Columns} WHERE e.id = $1 LIMIT 1", connection) { Parameters = { new() { Value = id } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    /// <summary>What stands at a place within its data or its headers, as JSON; null where nothing does.</summary>
    /// <param name="pointer">The place, as a JSON pointer (RFC 6901) that begins with <c>/data</c> or <c>/headers</c>.</param>
    public string? ValueAt(string pointer)
    {
        var steps = pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        if (steps is not ["data" or "headers", ..])
            return null;
        using var document = JsonDocument.Parse(steps[0] == "data" ? Event.Data : Event.Headers);
        JsonElement? at = document.RootElement;
        foreach (var step in steps.Skip(1))
        {
            at = at switch
            {
                { ValueKind: JsonValueKind.Object } o when o.TryGetProperty(step, out var value) => value,
                { ValueKind: JsonValueKind.Array } a when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < a.GetArrayLength() => a[i],
                _ => null,
            };
        }

        return at?.GetRawText();
    }

    private static RecordedEvent Read(NpgsqlDataReader row) => new(
        new(
            row.GetGuid(1),
            row.GetGuid(2),
            Text(row, 3),
            row.GetInt64(4),
            row.GetInt64(0),
            row.GetString(5),
            row.GetFieldValue<DateTimeOffset>(6),
            Text(row, 7),
            Text(row, 8),
            Text(row, 9),
            row.IsDBNull(10) ? NoHeaders : row.GetFieldValue<byte[]>(10),
            row.GetFieldValue<byte[]>(11)),
        row.GetBoolean(12));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
