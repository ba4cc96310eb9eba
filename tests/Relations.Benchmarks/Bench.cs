using System.Diagnostics;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Relations.App;
using Relations.App.Store;
using Relations.App.Store.Embedded;
using Wolverine;

namespace Relations.Benchmarks;

/// <summary>The application on a PostgreSQL server of the benchmark's own, and the raw way into copies of its tables.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly EmbeddedPostgres server;
    private readonly WebApplication app;

    private Bench(EmbeddedPostgres server, WebApplication app, NpgsqlDataSource database) =>
        (this.server, this.app, Database) = (server, app, database);

    /// <summary>The database, without the application.</summary>
    public NpgsqlDataSource Database { get; }

    /// <summary>The database, as the application opens it.</summary>
    public string ConnectionString => server.Logins.Application;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The application's store.</summary>
    public IDocumentStore Store => Services.GetRequiredService<IDocumentStore>();

    /// <summary>The store as its owner opens it, who alone may replace whole views.</summary>
    public DocumentStore OpenAsOwner() => RelationsStore.Open(server.ConnectionString);

    /// <summary>The tables of the streams, the events and the states, in the order in which rows go in.</summary>
    public IReadOnlyList<string> Tables { get; private set; } = [];

    /// <summary>Starts the server and the application, without HTTP and without the views that follow behind.</summary>
    /// <param name="folder">A scratch folder for the server.</param>
    public static async Task<Bench> StartAsync(string folder)
    {
        var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = folder }, NullLogger.Instance);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddRelations(server.Logins, alone: true);
        // No agents: nothing but what is measured runs. Commands are handled, and committed, all the same.
        builder.Services.ConfigureWolverine(w => w.Durability.Mode = DurabilityMode.MediatorOnly);
        var app = builder.Build();
        await app.StartAsync();
        var bench = new Bench(server, app, NpgsqlDataSource.Create(server.ConnectionString));
        await bench.CopyTablesAsync();
        return bench;
    }

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">The statement.</param>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads one value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="sql">The query.</param>
    public async Task<T> ReadAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many of something were done in a second.</summary>
    /// <param name="count">How many were done in all.</param>
    /// <param name="work">Does them.</param>
    public static async Task<double> RateAsync(long count, Func<Task> work)
    {
        // What earlier rounds left behind is not this round's to clean up.
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await work();
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Stops the application, then the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>Makes the raw side's tables: the same columns, defaults, indexes and constraints, in a schema of their own.</summary>
    private async Task CopyTablesAsync()
    {
        await using var command = Database.CreateCommand(
            $"""
            select array_agg(tablename::text order by array_position(array['mt_streams','mt_events'], tablename::text), tablename)
            from pg_tables t where schemaname = '{RelationsStore.Schema}' and (tablename in ('mt_streams', 'mt_events')
              or tablename in (select 'mt_doc_' || s from unnest(array['organisation','person','partnership','agreement','project','source','meeting','commitment','account']) s))
            """);
        Tables = (string[])(await command.ExecuteScalarAsync())!;
        await ExecuteAsync("create schema raw; create sequence raw.mt_events_sequence");
        foreach (var table in Tables)
            await ExecuteAsync($"create table raw.{table} (like {RelationsStore.Schema}.{table} including all)");
        await ExecuteAsync("alter table raw.mt_events add foreign key (stream_id) references raw.mt_streams (id) on delete cascade");
    }
}
