using Alba;
using JasperFx.CommandLine;
using Marten;
using Marten.Events;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Relations.App.Coming;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;
using Wolverine;

namespace Relations.App.Tests.Coming;

/// <summary>A node of the application whose clock the test moves. Its days lie ahead: no message comes before the test brings it.</summary>
internal sealed class ScheduledApp : IAsyncDisposable
{
    private readonly IAlbaHost host;
    private readonly string connectionString;

    private ScheduledApp(IAlbaHost host, string connectionString, FakeTimeProvider clock) =>
        (this.host, this.connectionString, Clock) = (host, connectionString, clock);

    /// <summary>Its clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Starts one and waits until it carried out what is due at its start.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="today">The day it starts on.</param>
    /// <param name="settings">What its operator says.</param>
    public static async Task<ScheduledApp> StartAsync(string connectionString, DateOnly today, params (string Name, string Value)[] settings)
    {
        JasperFxEnvironment.AutoStartHost = true;
        var clock = new FakeTimeProvider(new(today.ToDateTime(new(9, 0)), TimeSpan.Zero));
        var host = await AlbaHost.For<Program>(builder =>
        {
            builder.UseDatabase(connectionString);
            builder.UseSetting("Relations:Seed", "none");
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.RunWolverineInSoloMode();
            });
        });
        var app = new ScheduledApp(host, connectionString, clock);
        await UntilAsync(async () => await app.NextAsync() > today);
        return app;
    }

    /// <summary>Sends a command as an officer would.</summary>
    public async Task<Recording.Outcome> SendAsync(Guid id, Command command, long? seen = null, Actor? by = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Recorder>().RecordAsync(
            new(id, command, by ?? Actor.Operator("oficial")) { SeenVersion = seen });
    }

    /// <summary>Carries a message out, as when it is delivered.</summary>
    public async Task DeliverAsync(object message)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(message);
    }

    /// <summary>The day that the schedule is to be carried out for next.</summary>
    public async Task<DateOnly?> NextAsync()
    {
        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<ScheduleMark>(ScheduleMark.PassedTerms))?.Next;
    }

    /// <summary>A record's state.</summary>
    public async Task<T> StateAsync<T>(Guid id) where T : RecordState
    {
        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<T>(id))!;
    }

    /// <summary>What was recorded of a record, by whom: <c>agreement_expired Schedule</c>.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(Guid id)
    {
        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return [.. (await session.Events.FetchStreamAsync(id)).Select(e => $"{e.EventTypeName} {e.UserName}")];
    }

    /// <summary>The messages of a type that wait in the database for their time.</summary>
    public async Task<long> WaitingAsync(Type message)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from relations.wolverine_incoming_envelopes where status = 'Scheduled' and message_type = $1", connection);
        command.Parameters.Add(new() { Value = message.FullName! });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Waits for the views across records.</summary>
    public Task ViewsAsync() => host.Services.GetRequiredService<IDocumentStore>().WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
            await Task.Delay(50, patience.Token);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
