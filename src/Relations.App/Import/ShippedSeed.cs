using System.Globalization;
using Marten;
using Medallion.Threading.Postgres;
using Relations.App.Access;
using Relations.App.Store;
using Relations.Domain.Access;

namespace Relations.App.Import;

/// <summary>
/// Records the shipped seed in an empty database before the first request, so that whoever starts the application sees a real record.
/// </summary>
/// <param name="scopes">Gives the importer its services.</param>
/// <param name="store">Tells whether the database is empty.</param>
/// <param name="configuration">May switch this off.</param>
/// <param name="logger">Told what became of it.</param>
internal sealed partial class ShippedSeed(
    IServiceScopeFactory scopes, IDocumentStore store, IConfiguration configuration, ILogger<ShippedSeed> logger) : IHostedService
{
    /// <summary>The setting that keeps an empty database empty, with the value <see cref="None"/>.</summary>
    public const string Setting = "Relations:Seed";

    /// <summary>No seed.</summary>
    public const string None = "none";

    private const string FileName = "can-oim.json";

    /// <summary>What all events of the seed have in common.</summary>
    private const string Correlation = "import/can-oim";

    /// <summary>Where the seed is, in the program's own folder.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "seeds", FileName);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.Equals(configuration[Setting], None, StringComparison.OrdinalIgnoreCase))
            return;

        // Of several nodes that start on one empty database, one records and the others find it done.
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellationToken);
        await using var alone = await new PostgresDistributedLock(new("relations-seed", allowHashing: true), connection)
            .AcquireAsync(cancellationToken: cancellationToken);
        await using var session = store.QuerySession();

        // A seed that was cut off is taken up again: its steps are recorded once, however often they are sent.
        if (!await session.Events.QueryAllRawEvents().AnyAsync(e => e.CorrelationId != Correlation && !e.EventTypeName.IsOneOf(EventTypes.OfAccess), cancellationToken))
            await ImportAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ImportAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<RecordImporter>()
            .ImportAsync(File, Actor.Operator(LocalUser.Name(configuration)), cancellation: cancellation);
        if (result.Problem?.InWords(CultureInfo.InvariantCulture) is { } problem)
            Stopped(logger, result.Recorded, problem);
        else if (result.Recorded > 0)
            Recorded(logger, result.Recorded, FileName);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Recorded {Steps} steps of {File}, as the database held nothing else")]
    private static partial void Recorded(ILogger logger, int steps, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "Recording the seed stopped after {Steps} steps; it is taken up again at the next start. {Problem}")]
    private static partial void Stopped(ILogger logger, int steps, string problem);
}
