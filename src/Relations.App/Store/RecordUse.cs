using Medallion.Threading.Postgres;

namespace Relations.App.Store;

/// <summary>
/// Who uses the record. Applications and imports use it side by side; what replaces whole views uses it alone, because facts
/// recorded in the meantime would be missing from them. The sign is an advisory lock of the database, so that it is seen from
/// every machine, and gone with the process that held it, however it ended.
/// </summary>
public static class RecordUse
{
    /// <summary>How long an application waits at its start for a rebuild to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly PostgresAdvisoryLockKey Key = new("relations.record-in-use", allowHashing: true);

    /// <summary>Has the host use the record side by side with others, from its start to its end.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">The database.</param>
    public static void AddRecordUse(this IServiceCollection services, string connectionString) =>
        services.AddHostedService(_ => new SideBySide(connectionString));

    /// <summary>Uses the record alone, until disposed; null while an application or an import uses it.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IAsyncDisposable?> TryAloneAsync(string connectionString, CancellationToken cancellation) =>
        await new PostgresDistributedReaderWriterLock(Key, connectionString).TryAcquireWriteLockAsync(cancellationToken: cancellation);

    private sealed class SideBySide(string connectionString) : IHostedService, IAsyncDisposable
    {
        private IAsyncDisposable? use;

        public async Task StartAsync(CancellationToken cancellationToken) =>
            use = await new PostgresDistributedReaderWriterLock(Key, connectionString).TryAcquireReadLockAsync(Patience, cancellationToken)
                ?? throw new RecordInUseException();

        /// <summary>Hosts stop their services in the opposite order, so this is given up when nothing of the host runs any more.</summary>
        public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

        public ValueTask DisposeAsync() => Interlocked.Exchange(ref use, null)?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

/// <summary>The views are being rebuilt; nobody else can use the record until that is done.</summary>
public sealed class RecordInUseException() : Exception("The views are being rebuilt. Start again when that is done.");
