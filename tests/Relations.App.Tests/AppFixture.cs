using System.Diagnostics;
using Alba;
using JasperFx.CommandLine;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Wolverine;

namespace Relations.App.Tests;

/// <summary>The application on a real PostgreSQL, with a database of its own. Tests that share it run one after another.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    /// <summary>The account that everything is recorded by.</summary>
    public const string Officer = "oficial";

    private IAlbaHost? host;
    private HttpClient? officer;

    public IAlbaHost Host => host ?? throw new InvalidOperationException("Not started.");

    public IDocumentStore Documents => Host.Services.GetRequiredService<IDocumentStore>();

    /// <summary>Its database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Whether one role, the owner, does everything.</summary>
    public bool OneRole { get; init; }

    /// <summary>What is set or added beside what every test has.</summary>
    public Action<IWebHostBuilder> Also { get; init; } = _ => { };

    /// <summary>The accounts of the tests.</summary>
    public TestAccounts Accounts => new(Host.Server);

    /// <summary>A client with the officer's token, who may do everything.</summary>
    public HttpClient Http => officer ?? throw new InvalidOperationException("Not started.");

    /// <summary>The API, used by the officer.</summary>
    public ApiClient Api => new(Http);

    /// <summary>The organisations, people and partnership that most stories need, on record.</summary>
    public Cast Cast { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        ConnectionString = await TestServer.NewDatabaseAsync();
        if (OneRole)
            ConnectionString = TestServer.LoginsOf(ConnectionString).Owner!;
        JasperFxEnvironment.AutoStartHost = true;
        host = await AlbaHost.For<Program>(builder =>
        {
            builder.UseDatabase(ConnectionString);
            builder.UseSetting("Relations:Seed", "none");
            builder.ConfigureServices(services => services.RunWolverineInSoloMode());
            Also(builder);
        });
        officer = await Accounts.SignInAsync(Officer, new(Role.Officer), new(Role.Auditor), new(Role.Administrator));
        Cast = await Cast.RecordAsync(Api) with { Erased = new(await ErasedAsync("Carmen", "Huamán")) };
    }

    /// <summary>Records a person and the erasure of the name, as two accounts decide it; gives the person's id.</summary>
    public async Task<Guid> ErasedAsync(string given, string family)
    {
        var id = await Api.OpenAsync("/api/people", new RegisterPerson(new(given, family)));
        Assert.IsType<Recording.Outcome.Recorded>(await AddAsAsync("jefa", id, new RequestErasure("Solicitud 7-2026"), 1));
        await Api.AddAsync($"/api/people/{id}/erase-personal-data", new ErasePersonalData("Resolución 1"));
        await ErasureAsync(id);
        return id;
    }

    /// <summary>Waits until an erasure that was decided is carried out, and everything kept beside the events is made again.</summary>
    public async Task ErasureAsync(Guid person)
    {
        var waiting = Stopwatch.StartNew();
        await using var session = Documents.QuerySession();
        while (!(await session.Events.FetchStreamAsync(person)).Any(e => e.Data is PersonErasureCompleted))
            Assert.True(waiting.Elapsed < TimeSpan.FromSeconds(30), "The erasure is not carried out.");
        await ViewsAsync();
    }

    /// <summary>Sends a command as another account than that of <see cref="Api"/>.</summary>
    public async Task<Recording.Outcome> AddAsAsync(string account, Guid id, Command command, long seen)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Recorder>().RecordAsync(new(id, command, Actor.Operator(account)) { SeenVersion = seen });
    }

    /// <summary>
    /// How many facts are stored, those about accounts and access aside. What is refused leaves the number as it is; the tombstones with which Marten marks the
    /// sequence numbers of a transaction rolled back are no events.
    /// </summary>
    public async Task<long> EventsAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from relations.mt_events where type <> 'tombstone' and not type = any($1)", connection);
        command.Parameters.Add(new() { Value = EventTypes.OfAccess });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What the API answers, letter by letter.</summary>
    public Task<string> TextAsync(string path) => Http.GetStringAsync(path);

    /// <summary>The API, used with a token by a fresh account with some roles.</summary>
    public async Task<ApiClient> SignInAsync(string name, params Grant[] grants) => new(await Accounts.SignInAsync(name, grants));

    /// <summary>Waits until the views across records have taken in every event.</summary>
    public Task ViewsAsync() => Documents.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));

    public async Task DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
    }
}

/// <summary>The tests that share one application.</summary>
[CollectionDefinition(Name)]
public sealed class AppCollection : ICollectionFixture<AppFixture>
{
    public const string Name = "app";
}
