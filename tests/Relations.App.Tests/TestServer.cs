using Microsoft.Extensions.Logging.Abstractions;
using Relations.App.Store.Embedded;

namespace Relations.App.Tests;

/// <summary>One PostgreSQL server for the whole run, started like anybody's: the embedded one, on a scratch folder.</summary>
internal static class TestServer
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);
    private static int databases;

    /// <summary>A new, empty database of the run's server.</summary>
    public static async Task<string> NewDatabaseAsync() =>
        await (await Server.Value).CreateDatabaseAsync($"test_{Interlocked.Increment(ref databases)}");

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var folder = Store.ScratchFolder.Shared();
        var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = folder.Path }, NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            folder.Dispose();
        };
        return server;
    }
}
