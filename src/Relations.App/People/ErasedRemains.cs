using System.Text.Json.Nodes;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Relations.App.Import.Tables;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.App.Store;

namespace Relations.App.People;

/// <summary>What is kept beside the events and may hold an erased name: drafts, rows of imported tables, and the states of records.</summary>
/// <param name="store">The store.</param>
public sealed class ErasedRemains(IDocumentStore store)
{
    private const string Schema = RelationsStore.Schema;

    /// <summary>The documents that people's texts are in and no event makes, and what tells their holders that one was changed.</summary>
    private static readonly IReadOnlyList<(Type Document, string Counted)> Kept =
    [
        (typeof(ReadingDraft), ", mt_version = mt_version + 1"),
        (typeof(ImportPart), ""),
    ];

    /// <summary>Masks a name in drafts and in the rows of imported tables. The second time changes nothing.</summary>
    /// <param name="mentions">Finds the name in texts.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal async Task MaskAsync(NameMentions mentions, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        foreach (var (document, counted) in Kept)
        {
            var table = $"{Schema}.{SchemaIndex.TableOf(document)}";
            foreach (var (id, data) in await NamingAsync(session, table, mentions, cancellation))
            {
                if (Masked(data, mentions))
                    session.QueueSqlCommand($"update {table} set data = ?::jsonb{counted} where id = ?", data.ToJsonString(RecordJson.Stored), id);
            }
        }

        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>Makes the states of records again from their events. The views that cross records are made again by who keeps them.</summary>
    /// <param name="records">The records whose events were masked.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal async Task MakeAgainAsync(IEnumerable<Guid> records, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        foreach (var record in records)
        {
            var stream = await session.Events.FetchStreamStateAsync(record, cancellation);
            if (RecordKinds.Of(stream?.AggregateType) is { } kind)
                await kind.MakeAgain(store, record, cancellation);
        }
    }

    private static async Task<List<(object Id, JsonNode Data)>> NamingAsync(
        IQuerySession session, string table, NameMentions mentions, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select id, data::text from {table} where {NameMentions.SurnamesWithin("data::text", 1)}")
        { Parameters = { new() { Value = mentions.Surnames.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text } } };
        List<(object, JsonNode)> found = [];
        await using var rows = (NpgsqlDataReader)await session.ExecuteReaderAsync(command, cancellation);
        while (await rows.ReadAsync(cancellation))
            found.Add((rows.GetValue(0), JsonNode.Parse(rows.GetString(1))!));
        return found;
    }

    /// <summary>Masks the name in every text of a document. A name may stand in parts, in neighbouring fields or cells.</summary>
    private static bool Masked(JsonNode node, NameMentions mentions)
    {
        IReadOnlyList<JsonNode?> children = node switch
        {
            JsonObject fields => [.. fields.Select(f => f.Value)],
            JsonArray items => [.. items],
            _ => [],
        };
        var texts = children.OfType<JsonValue>().Where(v => v.TryGetValue<string>(out _)).ToList();
        var inParts = mentions.IsNamedIn(string.Join(' ', texts.Select(t => t.GetValue<string>())));
        var changed = false;
        foreach (var text in texts)
        {
            var said = text.GetValue<string>();
            var masked = mentions.Masked([said], isAboutThem: inParts)[0];
            masked = inParts && masked == said ? mentions.WithoutGivenNames(said) : masked;
            if (masked == said)
                continue;
            text.ReplaceWith(masked);
            changed = true;
        }

        return children.OfType<JsonNode>().Where(c => c is not JsonValue).Aggregate(changed, (any, child) => Masked(child, mentions) | any);
    }
}
