using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Relations.App;
using Relations.App.Access.Accounts;
using Relations.App.Store;
using Relations.App.Store.Embedded;
using Wolverine;

namespace Relations.Benchmarks;

/// <summary>The whole application on its real web server, with somebody signed in, and a bare endpoint beside its pages.</summary>
internal sealed partial class PageHost : IAsyncDisposable
{
    /// <summary>The endpoint that gives bytes from PostgreSQL in one query, behind the same sign-in and the same defences.</summary>
    public static readonly Uri Bare = new("/bare", UriKind.Relative);

    private readonly EmbeddedPostgres server;
    private readonly WebApplication app;
    private readonly NpgsqlDataSource database;
    private readonly HttpClient browser;

    private PageHost(EmbeddedPostgres server, WebApplication app, NpgsqlDataSource database, HttpClient browser) =>
        (this.server, this.app, this.database, this.browser) = (server, app, database, browser);

    /// <summary>Starts it, and makes its first administrator, who records as well.</summary>
    /// <param name="folder">A scratch folder for the server.</param>
    public static async Task<PageHost> StartAsync(string folder)
    {
        var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = folder }, NullLogger.Instance);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Relations.App", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("Relations:Seed", "none");
        foreach (var limit in new[] { "User", "Expensive", "Address" })
            builder.WebHost.UseSetting($"Relations:RateLimits:{limit}:Burst", "1000000");
        builder.AddRelations(server.Logins, alone: true);
        builder.Services.ConfigureWolverine(w => w.Durability.Mode = DurabilityMode.MediatorOnly);
        var database = NpgsqlDataSource.Create(server.ConnectionString);
        var app = builder.Build();
        app.UseRelations();
        app.MapGet(Bare.ToString(), async () =>
        {
            await using var query = database.CreateCommand("select html from raw.page");
            return Results.Bytes((byte[])(await query.ExecuteScalarAsync())!, "text/html; charset=utf-8");
        });
        await app.StartAsync();
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), MaxConnectionsPerServer = 64 }) { BaseAddress = new(app.Urls.First()) };
        var host = new PageHost(server, app, database, browser);
        await host.ExecuteAsync("create schema raw; create table raw.page (html bytea)");
        await host.SignInAsync();
        return host;
    }

    /// <summary>The store as its owner opens it, who alone may load and replace whole views.</summary>
    public DocumentStore OpenAsOwner() => RelationsStore.Open(server.ConnectionString);

    /// <summary>Asks for a page as a browser does that takes no compressed answers, and reads it to its end.</summary>
    /// <param name="address">The page.</param>
    public async Task<byte[]> GetAsync(Uri address) => await browser.GetByteArrayAsync(address);

    /// <summary>Says what a page weighs on the wire.</summary>
    /// <param name="address">The page.</param>
    public async Task<string> WeightAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new("br"));
        using var answer = await browser.SendAsync(request);
        var packed = (await answer.Content.ReadAsByteArrayAsync()).Length;
        var whole = (await GetAsync(address)).Length;
        return string.Create(CultureInfo.InvariantCulture, $"{packed / 1000.0:F1} kB on the wire (bar 20 kB), {whole / 1000.0:F0} kB of markup");
    }

    /// <summary>Has the bare endpoint give the bytes of a page.</summary>
    /// <param name="address">The page.</param>
    public async Task KeepForBareAsync(Uri address)
    {
        await using var command = database.CreateCommand("with old as (delete from raw.page) insert into raw.page values ($1)");
        command.Parameters.Add(new() { Value = await GetAsync(address) });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The pages of all partnerships that an officer may read.</summary>
    public async Task<IReadOnlyList<Uri>> PartnershipsAsync()
    {
        await using var command = database.CreateCommand($"select array_agg(data ->> 'slug' order by id) from {RelationsStore.Schema}.mt_doc_partnership where data ->> 'classification' <> 'Restricted'");
        return [.. ((string[])(await command.ExecuteScalarAsync())!).Select(slug => new Uri($"/partnerships/{slug}", UriKind.Relative))];
    }

    /// <summary>Says how large the store is.</summary>
    public async Task<string> DescribeAsync()
    {
        await using var command = database.CreateCommand(
            $"select (select count(*) from {RelationsStore.Schema}.mt_events), (select count(*) from {RelationsStore.Schema}.mt_doc_meeting)");
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(0):N0} events, {row.GetInt64(1):N0} meetings");
    }

    /// <summary>Lets PostgreSQL look at what was loaded, as it does by itself in a while.</summary>
    public Task SettleAsync() => ExecuteAsync("vacuum analyze");

    /// <summary>Stops the application, then the server.</summary>
    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
        await server.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Fills in the first page that anybody sees, which signs them in.</summary>
    private async Task SignInAsync()
    {
        var address = new Uri($"{FirstRun.Address}?key={app.Services.GetRequiredService<FirstRun>().NewKey()}", UriKind.Relative);
        var html = await browser.GetStringAsync(address);
        using var form = new FormUrlEncodedContent(
        [
            .. Hidden().Matches(html).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value))),
            new("name", "oficial"),
            new("displayName", "Oficial de enlace"),
            new("password", "una llama cruza el puente"),
            new("repeated", "una llama cruza el puente"),
            new("records", "true"),
        ]);
        using var answer = await browser.PostAsync(address, form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();
}
