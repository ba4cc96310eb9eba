using JasperFx.CommandLine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Relations.Domain.Access;
using Wolverine;

namespace Relations.App.Tests.Access;

/// <summary>An application of a test's own, with the settings of an operator, on the real web server.</summary>
internal sealed class OwnApp : WebApplicationFactory<Program>
{
    private readonly string database;
    private readonly (string Name, string Value)[] settings;
    private readonly ILoggerProvider? log;

    private OwnApp(string database, (string Name, string Value)[] settings, ILoggerProvider? log)
    {
        this.database = database;
        this.settings = settings;
        this.log = log;
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Starts one on a database of its own.</summary>
    public static async Task<OwnApp> StartAsync(params (string Name, string Value)[] settings) =>
        On(await TestServer.NewDatabaseAsync(), settings);

    /// <summary>Starts one on a database.</summary>
    public static OwnApp On(string database, params (string Name, string Value)[] settings) => On(database, null, settings);

    /// <summary>Starts one that logs all it can.</summary>
    public static OwnApp On(string database, ILoggerProvider? log, params (string Name, string Value)[] settings)
    {
        JasperFxEnvironment.AutoStartHost = true;
        return new(database, settings, log);
    }

    /// <summary>A client that shows every answer as it is, with a token of an officer over all.</summary>
    public async Task<HttpClient> SignedInAsync() =>
        await new TestAccounts(Services, _ => Client()).SignInAsync(AppFixture.Officer, new(Role.Officer), new(Role.Auditor));

    /// <summary>A client that shows every answer as it is, of somebody who did not sign in.</summary>
    public HttpClient Client() => CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = Address });

    /// <summary>Where it listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseDatabase(database);
        builder.UseSetting("Relations:Seed", "none");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        if (log is not null)
        {
            builder.ConfigureLogging(logging =>
            {
                logging.ClearProviders();
                logging.AddProvider(log);
                logging.Services.Configure<LoggerFilterOptions>(o =>
                {
                    o.Rules.Clear();
                    o.MinLevel = LogLevel.Trace;
                });
            });
        }

        builder.ConfigureServices(services => services.RunWolverineInSoloMode());
    }
}
