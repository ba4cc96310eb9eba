using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relations.App.Import.Generated;
using Relations.App.Ledger;
using Relations.App.Ledger.Checks;
using Relations.App.Ledger.Places;
using Relations.App.Recording;
using Relations.App.Store.Embedded;
using Relations.Domain.Sources;
using Relations.Ledger.Tree;

namespace Relations.App.Tests.Ledger;

/// <summary>
/// A record of some two thousand events with its ledger: a part was recorded command by command and the rest loaded at once. Its checkpoints are kept in a folder, too. What
/// attacks it undoes what it did.
/// </summary>
public sealed class LedgeredApp : IAsyncLifetime
{
    private const int SentAsCommands = 60;

    private static readonly string[] Attacked =
    [
        "mt_events", "mt_streams", "mt_event_progression", "ledger_leaves", "ledger_entries", "ledger_tiles", "ledger_checkpoints", "ledger_keys", "mt_doc_meeting", "mt_doc_agreement",
        "mt_doc_person", "mt_doc_partnershipview", "mt_doc_portfoliorow", "mt_doc_timelineentry", "search",
    ];

    private readonly DirectoryInfo outside = Directory.CreateTempSubdirectory("relations-outside-");

    public LedgeredApp() => App = new()
    {
        Also = builder =>
        {
            builder.UseSetting("Relations:Ledger:Folders", outside.FullName);
            SignNothingByItself(builder);
        },
    };

    /// <summary>What is signed is signed by the test: the schedule would sign a record that is just being attacked.</summary>
    internal static void SignNothingByItself(IWebHostBuilder builder) => builder.ConfigureServices(services =>
        services.Remove(services.Single(s => s.ImplementationType == typeof(CheckpointKeeper))));

    /// <summary>The application.</summary>
    public AppFixture App { get; }

    /// <summary>The folder that checkpoints are kept in.</summary>
    public string Outside => outside.FullName;

    /// <summary>The database as its superuser opens it, whom nothing in it stops.</summary>
    public string Superuser => new NpgsqlConnectionStringBuilder(TestServer.LoginsOf(App.ConnectionString).Owner) { Username = PrivateServer.Administrator }.ConnectionString;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        var records = Generator.Records(new(Partnerships: 5, Meetings: 200)).ToList();
        await using (var scope = App.Host.Services.CreateAsyncScope())
        {
            var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
            foreach (var step in records.Take(SentAsCommands).SelectMany(r => r.Steps))
                Assert.IsType<Recording.Outcome.Recorded>(await recorder.RecordAsync(step.Submission));
        }

        await App.Api.OpenAsync("/api/sources", new RegisterSource(SourceKind.Communique, "Nota", "es", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("Una nota de prensa"u8)), Text: "Una nota de prensa"));
        await new GeneratedLoad(App.Documents).LoadAsync(records.Skip(SentAsCommands));
        await App.ViewsAsync();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        outside.Delete(recursive: true);
    }

    /// <summary>Holds the record against its ledger, the places outside and a replay.</summary>
    internal Task<Verified> VerifyAsync() =>
        App.Host.Services.GetRequiredService<Verification>().RunAsync(new(null, null, Views: true), (_, _) => { }, default);

    /// <summary>Has a checkpoint of the whole record held outside.</summary>
    internal async Task<KeptCheckpoint> KeepOutsideAsync()
    {
        var signer = App.Host.Services.GetRequiredService<CheckpointSigner>();
        await signer.EnsureKeyAsync(default);
        var last = await signer.SignAsync(default) ?? (await signer.LastAsync(default))!;
        return await App.Host.Services.GetRequiredService<OutsidePlaces>().ServeAsync(last, default);
    }

    /// <summary>Has the places be tried again at once.</summary>
    internal async Task ForgetFailuresAsync()
    {
        await using var session = App.Documents.LightweightSession();
        session.DeleteWhere<PlaceState>(s => s.Failure != null);
        await session.SaveChangesAsync();
    }

    /// <summary>
    /// Attacks the database as its superuser, with the triggers off, and puts everything back after it was looked at.
    /// </summary>
    /// <param name="attack">The statements.</param>
    /// <param name="further">What else is done before anybody looks.</param>
    /// <returns>The first thing that is told.</returns>
    internal async Task<Finding> AttackAsync(string attack, Func<NpgsqlConnection, Task>? further = null)
    {
        await using var connection = new NpgsqlConnection(Superuser);
        await connection.OpenAsync();
        List<(string Table, string Columns)> saved = [];
        foreach (var table in Attacked.Where(t => attack.Contains($"relations.{t}", StringComparison.Ordinal) || (further is not null && t.StartsWith("ledger", StringComparison.Ordinal))))
            saved.Add((table, await ColumnsAsync(connection, table)));
        await ExecuteAsync(connection, string.Concat(saved.Select(t => $"create temporary table saved_{t.Table} as select {t.Columns} from relations.{t.Table};")));
        await ExecuteAsync(connection, "set session_replication_role = replica");
        try
        {
            await ExecuteAsync(connection, attack);
            if (further is not null)
                await further(connection);
            return (await VerifyAsync()).Findings[0];
        }
        finally
        {
            await ExecuteAsync(connection, string.Concat(saved.Select(t =>
                $"delete from relations.{t.Table}; insert into relations.{t.Table} ({t.Columns}) overriding system value select {t.Columns} from saved_{t.Table};")));
        }
    }

    /// <summary>Makes the ledger again of the events as they are now, as whoever owns the database and knows our code can.</summary>
    internal static async Task RebuildAsync(NpgsqlConnection connection)
    {
        await ExecuteAsync(
            connection,
            "delete from relations.ledger_checkpoints; delete from relations.ledger_entries; delete from relations.ledger_leaves; delete from relations.ledger_tiles");
        var leaves = new NewLeaves(0);
        await foreach (var @event in RecordedEvent.InOrderAsync(connection, 0, long.MaxValue, default))
            leaves.Add(@event.Event);
        var tiles = (await TileEdge.ReadAsync(new TileTable(connection), 0, default)).Append(leaves.Hashes);
        await WriteAsync(
            "insert into relations.ledger_leaves (index, sequence, event, salts) select i, s, e, t::jsonb from unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::text[]) l(i, s, e, t)",
            leaves.Indexes, leaves.Sequences, leaves.Events, leaves.Salts);
        await WriteAsync("insert into relations.ledger_entries (index, leaf) select i, l from unnest($1::bigint[], $2::text[]) e(i, l)", leaves.Indexes, leaves.Entries);
        await WriteAsync(
            "insert into relations.ledger_tiles (level, tile, hashes) select l, t, h from unnest($1::int[], $2::bigint[], $3::bytea[]) g(l, t, h)",
            tiles.Select(t => t.Id.Level).ToArray(), tiles.Select(t => t.Id.Index).ToArray(), tiles.Select(t => t.Hashes.ToArray()).ToArray());

        async Task WriteAsync(string sql, params object[] columns)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var column in columns)
                command.Parameters.Add(new() { Value = column });
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The columns of a table that are written, and not made by the database.</summary>
    private static async Task<string> ColumnsAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand(
            "select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_schema = 'relations' and table_name = $1 and is_generated = 'NEVER'", connection)
        { Parameters = { new() { Value = table } } };
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
