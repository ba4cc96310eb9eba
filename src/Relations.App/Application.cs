using JasperFx;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Relations.App.Access.Accounts;
using Relations.App.Access.Web;
using Relations.App.Cli;
using Relations.App.Store;
using Relations.App.Store.Embedded;

namespace Relations.App;

/// <summary>The application as a process: from its arguments to its exit code.</summary>
internal static class Application
{
    /// <summary>Tools that look at the program alone. They neither start nor need a database.</summary>
    private static readonly string[] WithoutDatabase = ["codegen", "openapi"];

    /// <summary>Serves the pages and the API until the process is told to stop.</summary>
    /// <param name="args">The arguments: <c>run</c> or nothing, and settings such as <c>--urls</c>.</param>
    /// <param name="terminal">Told the address.</param>
    public static Task<ExitCode> RunAsync(string[] args, Terminal terminal) => WithHostAsync(args, terminal, attach: false, async app =>
    {
        await app.StartAsync();
        await SayWhereAsync(app, terminal);
        await app.WaitForShutdownAsync();
        return ExitCode.Done;
    });

    /// <summary>Runs one of the tools that come with the store: <c>describe</c>, <c>resources</c>, <c>codegen</c> and others.</summary>
    /// <param name="args">The arguments, the tool's name first.</param>
    /// <param name="terminal">Told why it cannot run.</param>
    public static Task<ExitCode> RunToolAsync(string[] args, Terminal terminal) => WithHostAsync(
        args, terminal, attach: true, async app => (ExitCode)await app.RunJasperFxCommands(args));

    private static async Task<ExitCode> WithHostAsync(
        string[] args, Terminal terminal, bool attach, Func<WebApplication, Task<ExitCode>> run)
    {
        // The content lies beside the program, whatever folder it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        try
        {
            // Disposed in the opposite order: the server of the database goes down after the host has stopped.
            await using var database = await DatabaseAsync(builder, args, attach);
            var logins = database?.Logins ?? DatabaseLogins.One("Host=127.0.0.1");

            // The tools of the store look at the schema and change it: that is the owner's.
            builder.AddRelations(attach ? logins.AsOwner : logins, alone: database?.Embedded is not null);
            if (!attach)
                builder.AddKeyRing(); // tools serve nobody, and leave no certificate behind
            await using var app = builder.Build();
            app.UseRelations();
            return await run(app);
        }
        catch (Exception e) when (Failure.Foreseen(e) is { } sentence)
        {
            terminal.Complain(sentence);
            return ExitCode.Failed;
        }
    }

    private static async Task<RelationsDatabase?> DatabaseAsync(WebApplicationBuilder builder, string[] args, bool attach)
    {
        if (args is [var tool, ..] && WithoutDatabase.Contains(tool))
            return null;
        using var logging = LoggerFactory.Create(l => l.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        return await RelationsDatabase.ResolveAsync(builder.Configuration, logging.CreateLogger<RelationsDatabase>(), attach);
    }

    private static async Task SayWhereAsync(WebApplication app, Terminal terminal)
    {
        if (app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses is not { Count: > 0 } addresses)
            return;
        terminal.Say(terminal.Words.Say("app.listens", string.Join(", ", addresses)));
        if (Demonstration.IsAskedFor(app.Configuration))
            terminal.Say(terminal.Words.Say(Demonstration.IsOn(app.Configuration, app.Environment) ? "app.demonstration" : "app.no-demonstration"));
        var firstRun = app.Services.GetRequiredService<FirstRun>();
        if (await firstRun.IsNeededAsync())
            terminal.Say(terminal.Words.Say("app.first-run", $"{addresses.First()}{FirstRun.Address}?key={firstRun.NewKey()}"));
    }
}
