using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relations.App.Access;
using Relations.App.Cli;
using Relations.App.Import.Generated;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Tests.Cli;
using Relations.App.Tests.Import;
using Relations.App.Views;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Views;

/// <summary>
/// What the views are is what the events make of them: a rebuild of every view equals the live one to the byte, and the replay
/// of a partnership equals its live view. On the seed, and on ten thousand generated events, of which a part is recorded
/// command by command and the rest is loaded at once.
/// </summary>
public sealed class RebuildTests
{
    private const int EventsAtLeast = 10_000;

    /// <summary>Records that are sent as commands, the first of the generator's.</summary>
    private const int SentAsCommands = 400;

    [Fact]
    public async Task the_views_of_the_seed_are_what_their_events_make_of_them()
    {
        var app = new SeededApp();
        await app.InitializeAsync();
        await app.ViewsAsync();
        await ReplayEqualsTheLiveViewAsync(app.Host.Services);
        await app.DisposeAsync();
        await RebuildEqualsTheLiveViewsAsync(app.ConnectionString);
    }

    [Fact]
    public async Task the_views_of_ten_thousand_events_are_what_their_events_make_of_them()
    {
        var app = new AppFixture();
        await app.InitializeAsync();
        var records = Generator.Records(new(Partnerships: 25, Meetings: 1_000)).ToList();
        await SendAsync(app.Host.Services, records.Take(SentAsCommands));
        await new GeneratedLoad(app.Documents).LoadAsync(records.Skip(SentAsCommands));
        Assert.True(await app.EventsAsync() >= EventsAtLeast, $"Only {await app.EventsAsync()} events.");
        await app.ViewsAsync();
        await ReplayEqualsTheLiveViewAsync(app.Host.Services);
        await app.DisposeAsync();
        await RebuildEqualsTheLiveViewsAsync(app.ConnectionString);
    }

    private static async Task SendAsync(IServiceProvider services, IEnumerable<GeneratedRecord> records)
    {
        await using var scope = services.CreateAsyncScope();
        var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
        foreach (var step in records.SelectMany(r => r.Steps))
            Assert.IsType<Recording.Outcome.Recorded>(await recorder.RecordAsync(step.Submission));
    }

    private static async Task ReplayEqualsTheLiveViewAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(Actor.Operator("test"), "test");
        var session = scope.ServiceProvider.GetRequiredService<Marten.IQuerySession>();
        var reader = scope.ServiceProvider.GetRequiredService<RecordReader>();
        var views = await Marten.QueryableExtensions.ToListAsync(session.Query<PartnershipView>());
        Assert.NotEmpty(views);
        foreach (var live in views)
        {
            var replayed = PartnershipReader.Replay(new(live.Id), await reader.EventsConcerningAsync(new PartnershipId(live.Id), AsOf.Now, default));
            Assert.Equal(JsonSerializer.Serialize(live, RecordJson.Stored), JsonSerializer.Serialize(replayed, RecordJson.Stored));
        }
    }

    private static async Task RebuildEqualsTheLiveViewsAsync(string connectionString)
    {
        var live = await DocumentsAsync(connectionString);
        var rebuilt = await Verbs.RunAsync(connectionString, "rebuild");
        Assert.Equal((ExitCode.Done, ""), (rebuilt.Exit, rebuilt.Error));
        var after = await DocumentsAsync(connectionString);

        Assert.Equal(live.Keys, after.Keys);
        foreach (var (table, documents) in live)
            Assert.True(documents == after[table], $"{table} differs: {FirstDifference(documents, after[table])}");
    }

    /// <summary>Every view as it is stored, a text for each table.</summary>
    private static async Task<SortedDictionary<string, string>> DocumentsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var tables = await ColumnAsync(connection, """
            select c.table_name from information_schema.columns c
            where c.table_schema = 'relations' and c.table_name like 'mt\_doc\_%' and c.column_name = 'data'
              and c.table_name not in ('mt_doc_envelope', 'mt_doc_deadletterevent', 'mt_doc_commandreceipt')
            """);
        var documents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
            documents[table] = string.Join('\n', await ColumnAsync(connection, $"select id::text || ' ' || data::text from relations.{table} order by id"));
        documents["search"] = string.Join('\n', await ColumnAsync(connection, "select to_jsonb(s)::text from relations.search s order by record, part"));
        return documents;
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }

    private static string FirstDifference(string one, string other)
    {
        var pair = one.Split('\n').Zip(other.Split('\n')).FirstOrDefault(p => p.First != p.Second);
        return $"\n{pair.First}\n{pair.Second}";
    }
}
