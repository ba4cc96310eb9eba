using Marten;
using Marten.Events;
using Relations.App.Access;
using Relations.App.Access.Web;
using Relations.App.Store;
using Relations.App.Store.Embedded;
using Relations.Domain.Access;
using Wolverine;

namespace Relations.App.Cli;

/// <summary>
/// The record as a verb uses it: the same parts as in the application, without its listener, and not started unless facts are
/// to be recorded. Beside a running application it uses that one's database server.
/// </summary>
internal sealed class RecordAccess : IAsyncDisposable
{
    /// <summary>The longest that views may take to come up to date.</summary>
    private static readonly TimeSpan LongestCatchingUp = TimeSpan.FromHours(1);

    /// <summary>The longest that an application is waited for that brings them up to date.</summary>
    private static readonly TimeSpan LongestWaiting = TimeSpan.FromSeconds(10);

    private readonly RelationsDatabase database;
    private readonly IHost host;
    private readonly AsyncServiceScope scope;

    private RecordAccess(RelationsDatabase database, IHost host)
    {
        this.database = database;
        this.host = host;
        scope = host.Services.CreateAsyncScope();
        Operator = Actor.Operator(LocalUser.Name(host.Services.GetRequiredService<IConfiguration>()));
        Get<CurrentActor>().Is(Operator, "command line");
    }

    /// <summary>Who operates the machine, and records from its command line.</summary>
    public Actor Operator { get; }

    /// <summary>The database. It may hold a password: not for the screen.</summary>
    public string ConnectionString => database.Logins.Application;

    /// <summary>Opens the record.</summary>
    /// <param name="settings">Settings above those of the environment.</param>
    /// <param name="asOwner">With the rights to replace whole views, which the application has not.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="seals">With the key ring, which opens the ledger's private key.</param>
    public static async Task<RecordAccess> OpenAsync(
        IReadOnlyDictionary<string, string?> settings, bool asOwner, CancellationToken cancellation, bool seals = false)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        KeepConsoleClean(builder.Logging);
        using var logging = LoggerFactory.Create(KeepConsoleClean);
        var database = await RelationsDatabase.ResolveAsync(
            builder.Configuration, logging.CreateLogger<RelationsDatabase>(), attachIfRunning: true, cancellation);
        IHost? host = null;
        try
        {
            // No queues, no agents, no keeper of views: commands are carried out, nothing else.
            builder.AddRecord(asOwner ? database.Logins.AsOwner : database.Logins, DurabilityMode.MediatorOnly);
            if (seals)
                builder.AddKeyRing();
            host = builder.Build();
            await SchemaMigration.RunAsync(database.Logins, host.Services, cancellation);
            return new(database, host);
        }
        catch
        {
            host?.Dispose();
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>A part of the application.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>
    /// Records facts, side by side with others. Then the views are brought up to date, unless an application is there that
    /// does so by itself.
    /// </summary>
    /// <param name="work">Records them.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task RecordingAsync(Func<Task> work, CancellationToken cancellation)
    {
        await host.StartAsync(cancellation);
        try
        {
            await work();
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }

        await CatchUpAsync(cancellation);
    }

    /// <summary>Brings the views and the ledger up to date, unless an application is there that does so by itself.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether nobody else uses the record.</returns>
    public async Task<bool> CatchUpAsync(CancellationToken cancellation)
    {
        await using var alone = await RecordUse.TryAloneAsync(ConnectionString, cancellation);
        if (alone is null)
            return false;
        var store = Get<IDocumentStore>();
        if ((await store.Advanced.FetchEventStoreStatistics(token: cancellation)).EventCount == 0)
            return true;
        using var keeper = await store.BuildProjectionDaemonAsync();
        await keeper.StartAllAsync();
        await keeper.WaitForNonStaleData(LongestCatchingUp);
        await keeper.StopAllAsync();
        return true;
    }

    /// <summary>Brings views and ledger up to date, or waits some seconds for the application that does: what it is behind then is told as that.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Whether they are.</returns>
    public async Task<bool> CaughtUpAsync(CancellationToken cancellation)
    {
        try
        {
            if (!await CatchUpAsync(cancellation))
                await Get<IDocumentStore>().WaitForNonStaleProjectionDataAsync(LongestWaiting);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Warnings alone, beside the answer: a program may read the answer.</summary>
    private static void KeepConsoleClean(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.Services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            filters.Rules.Clear();
            filters.MinLevel = LogLevel.Warning;
        });
    }
}
