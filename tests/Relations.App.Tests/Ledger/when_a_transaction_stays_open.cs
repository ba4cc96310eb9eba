using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relations.App.Tests.Store;
using Relations.Domain.People;

namespace Relations.App.Tests.Ledger;

/// <summary>
/// A transaction may hold its place in the order of recording open for longer than the store waits before it takes a gap for one that nobody will fill:
/// a large import. Others record behind it meanwhile.
/// </summary>
public sealed class when_a_transaction_stays_open : IAsyncLifetime
{
    private static readonly TimeSpan Threshold = TimeSpan.FromMilliseconds(300);

    private readonly AppFixture app = new()
    {
        Also = builder => builder.ConfigureServices(services => services.ConfigureMarten(o => o.Projections.StaleSequenceThreshold = Threshold)),
    };

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task its_events_are_waited_for_and_get_their_leaves()
    {
        await app.ViewsAsync();
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var import = await connection.BeginTransactionAsync();
        await using (var record = app.Documents.LightweightSession(Marten.Services.SessionOptions.ForTransaction(import)))
        {
            record.Events.StartStream<Person>(Guid.NewGuid(), new PersonRegistered(new("Inés", "Mamani")));
            await record.SaveChangesAsync();
        }

        await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Rosa", "Condori")));
        var held = $"""
            select exists (select from relations.mt_event_progression
              where name = 'HighWaterStuckGap' and clock_timestamp() - last_updated > interval '{3 * Threshold.TotalMilliseconds} milliseconds')
            """;
        while (!await ScratchFolder.AskAsync<bool>(app.ConnectionString, held))
            await Task.Yield();
        await import.CommitAsync();
        await app.ViewsAsync();

        Assert.Equal(0L, await ScratchFolder.AskAsync<long>(
            app.ConnectionString,
            """
            select count(*) from relations.mt_events e where not exists (select from relations.ledger_leaves l where l.event = e.id)
              or (type = 'person_registered' and not exists (select from relations.mt_doc_personkeys k where k.id = e.stream_id)
                  and not exists (select from relations.mt_events x where x.stream_id = e.stream_id and x.type = 'person_data_erased'))
            """));
    }
}
