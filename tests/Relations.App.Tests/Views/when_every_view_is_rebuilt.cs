using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relations.App.Cli;
using Relations.App.Import.Generated;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Tests.Cli;
using Relations.App.Views;

namespace Relations.App.Tests.Views;

/// <summary>
/// Ten thousand events, of which a part is recorded by commands and the rest loaded, while the keeper of the views follows:
/// what stands there is what a rebuild makes, and what a replay makes, byte for byte.
/// </summary>
public sealed class when_every_view_is_rebuilt
{
    private const int RecordedByCommands = 400;
    private static readonly GeneratedSizes Sizes = new(40, 1_000);

    [Fact]
    public async Task it_is_what_it_was()
    {
        var app = new AppFixture();
        await app.InitializeAsync();
        var records = Generator.Records(Sizes).ToList();
        foreach (var record in records.Take(RecordedByCommands))
            await RecordAsync(app, record);
        await new GeneratedLoad(app.Documents).LoadAsync(records.Skip(RecordedByCommands));
        await app.ViewsAsync();
        Assert.InRange(await app.EventsAsync(), 10_000, 12_000);
        await AssertReplaysAsync(app);
        await app.DisposeAsync();

        var before = await DocumentsAsync(app.ConnectionString);
        var rebuilt = await Verbs.RunAsync(app.ConnectionString, "rebuild");
        var after = await DocumentsAsync(app.ConnectionString);

        Assert.Equal((ExitCode.Done, ""), (rebuilt.Exit, rebuilt.Error));
        Assert.Equal(RecordKinds.All.Count + 3, before.Keys.Select(k => k.Table).Distinct().Count());
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(before, b => Assert.Equal(b.Value, after[b.Key]));
    }

    private static async Task RecordAsync(AppFixture app, GeneratedRecord record)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
        foreach (var step in record.Steps)
            Assert.IsType<Outcome.Recorded>(await recorder.RecordAsync(step.Submission));
    }

    private static async Task AssertReplaysAsync(AppFixture app)
    {
        await using var session = app.Documents.QuerySession();
        var views = await session.Query<PartnershipView>().ToListAsync();
        Assert.Equal(Sizes.Partnerships + 1, views.Count);
        var reader = new RecordReader(session);
        foreach (var view in views)
        {
            var events = await reader.EventsConcerningAsync(new(view.Id), AsOf.Now, CancellationToken.None);
            Assert.Equal(Text(view), Text(PartnershipReader.Replay(new(view.Id), events)));
        }
    }

    private static string Text(PartnershipView? view) => JsonSerializer.Serialize(view, RecordJson.Stored);

    /// <summary>Every document of every view, as the database has it.</summary>
    private static async Task<Dictionary<(string Table, string Id), string>> DocumentsAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var documents = new Dictionary<(string, string), string>();
        foreach (var table in RecordKinds.All.Select(k => k.Name).Concat(["partnershipview", "portfoliorow", "timelineentry"]))
        {
            await using var command = database.CreateCommand($"select id::text, data::text from relations.mt_doc_{table}");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                documents.Add((table, reader.GetString(0)), reader.GetString(1));
        }

        return documents;
    }
}
