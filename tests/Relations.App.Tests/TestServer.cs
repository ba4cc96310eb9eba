using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Relations.App.Store;
using Relations.App.Store.Embedded;

namespace Relations.App.Tests;

/// <summary>One PostgreSQL server for the whole run, started like anybody's: the embedded one, on a scratch folder.</summary>
internal static class TestServer
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);
    private static int databases;

    /// <summary>The ways into the databases made, by that of the application.</summary>
    private static readonly ConcurrentDictionary<string, DatabaseLogins> Made = [];

    /// <summary>A new, empty database of the run's server: the connection string of the application's role.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var logins = await (await Server.Value).CreateDatabaseAsync($"test_{Interlocked.Increment(ref databases)}");
        Made[logins.Application] = logins;
        return logins.Application;
    }

    /// <summary>The other ways into a database.</summary>
    /// <param name="connectionString">That of the application's role.</param>
    public static DatabaseLogins LoginsOf(string connectionString) => Made.GetValueOrDefault(connectionString) ?? DatabaseLogins.One(connectionString);

    /// <summary>The connection string of a role that the application does not use.</summary>
    /// <param name="connectionString">That of the application's role.</param>
    /// <param name="role">The role.</param>
    public static async Task<string> LoginOfAsync(string connectionString, string role) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Username = role,
            Password = (await File.ReadAllTextAsync(Path.Combine((await Server.Value).DataFolder, $"password.{role}"))).Trim(),
        }.ConnectionString;

    /// <summary>The settings of an application or a verb on a database.</summary>
    /// <param name="connectionString">That of the application's role.</param>
    public static Dictionary<string, string?> SettingsOf(string connectionString)
    {
        var logins = LoginsOf(connectionString);
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:relations"] = logins.Application };
        if (logins.AreSeparate)
        {
            settings["ConnectionStrings:relations_owner"] = logins.Owner;
            settings["ConnectionStrings:relations_eraser"] = logins.Eraser;
        }

        return settings;
    }

    /// <summary>Has an application use a database, each role in its place.</summary>
    /// <param name="builder">The application's host.</param>
    /// <param name="connectionString">That of the application's role.</param>
    public static void UseDatabase(this IWebHostBuilder builder, string connectionString)
    {
        foreach (var (name, value) in SettingsOf(connectionString))
            builder.UseSetting(name, value);
    }

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var folder = Store.ScratchFolder.Shared();
        var server = await EmbeddedPostgres.StartAsync(new()
        {
            DataFolder = folder.Path,
            ServerSettings = new Dictionary<string, string> { ["max_connections"] = "300" }, // many applications at once, with a pool each
        }, NullLogger.Instance);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            folder.Dispose();
        };
        return server;
    }
}
