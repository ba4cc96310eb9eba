using Marten;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Relations.App.Import.Tables;

/// <summary>An import is to be recorded, or taken up again. The message waits in the database and outlives the process.</summary>
/// <param name="Import">The import.</param>
public sealed record LoadTable(Guid Import);

/// <summary>Goes on with an import for some seconds, and sends itself again while something is left.</summary>
public static class LoadTableHandler
{
    /// <summary>Well below what a message may take.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(15);

    /// <summary>A database that is away for a while stops no import.</summary>
    /// <param name="chain">How the message is handled.</param>
    public static void Configure(HandlerChain chain) => chain.OnAnyException()
        .ScheduleRetry(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));

    /// <summary>Records some parts.</summary>
    /// <param name="load">The import.</param>
    /// <param name="loader">Records them.</param>
    /// <param name="bus">Sends the next message.</param>
    /// <param name="clock">Says when it is time for others.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task Handle(LoadTable load, TableLoader loader, IMessageContext bus, TimeProvider clock, CancellationToken cancellation)
    {
        var begun = clock.GetTimestamp();
        if (await loader.GoOnAsync(load.Import, null, null, () => clock.GetElapsedTime(begun) > Slice, cancellation))
            await bus.PublishAsync(load);
    }
}

/// <summary>Takes up the imports that a stop, of whatever kind, has left in the middle.</summary>
/// <param name="store">Keeps imports.</param>
/// <param name="scopes">Gives the way to send.</param>
/// <param name="wolverine">Says whether this process keeps messages at all.</param>
internal sealed class ImportsTakenUp(IDocumentStore store, IServiceScopeFactory scopes, WolverineOptions wolverine) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (wolverine.Durability.Mode is not (DurabilityMode.Solo or DurabilityMode.Balanced))
            return; // it carries out commands and nothing else
        await using var session = store.QuerySession();
        var left = await session.Query<TableImport>().Where(i => i.State == ImportState.Loading && i.Account != null).Select(i => i.Id).ToListAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var import in left)
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new LoadTable(import));
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
