using JasperFx;
using JasperFx.CodeGeneration;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.App.Access.OpenIdConnect;
using Relations.App.Access.Web;
using Relations.App.Api;
using Relations.App.Briefings;
using Relations.App.Coming;
using Relations.App.Home;
using Relations.App.Import;
using Relations.App.Import.Tables;
using Relations.App.Kept;
using Relations.App.Ledger;
using Relations.App.Lists;
using Relations.App.Live;
using Relations.App.Network;
using Relations.App.Pages;
using Relations.App.Pages.Import;
using Relations.App.Pages.Records;
using Relations.App.Partnerships;
using Relations.App.QuickLog;
using Relations.App.Reading;
using Relations.App.Recording;
using Relations.App.Reminders;
using Relations.App.Replay;
using Relations.App.Reports;
using Relations.App.Search;
using Relations.App.Store;
using Relations.App.Views;
using Scalar.AspNetCore;
using Wolverine;
using Wolverine.Http;

namespace Relations.App;

/// <summary>How the application is put together: what it is made of, and the way a request takes.</summary>
public static class Hosting
{
    /// <summary>Where the application listens unless told otherwise.</summary>
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>What the application is made of.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="logins">The ways into its database.</param>
    /// <param name="alone">
    /// Whether no other node can share the database, as on the private server. Then there is nobody to agree with on who keeps
    /// which view, and the views run at once.
    /// </param>
    public static void AddRelations(this WebApplicationBuilder builder, DatabaseLogins logins, bool alone)
    {
        builder.AddRecord(logins, alone ? DurabilityMode.Solo : DurabilityMode.Balanced); // first of all that starts: the others find their tables
        builder.AddReminders();
        builder.AddWebDefences();
        builder.ListenOnLoopbackUnlessToldOtherwise();
        builder.Services.AddSignIn();
        builder.AddProvider();
        builder.Services.AddScoped<HttpRecorder>();
        builder.Services.AddScoped<RecordQueries>();
        builder.Services.AddBriefings();
        builder.Services.AddNetwork();
        builder.Services.AddScoped<AccessLogReader>();
        builder.Services.AddScoped<ListReader>();
        builder.Services.AddScoped<SeenMarks>();
        builder.Services.AddScoped<HomeReader>();
        builder.Services.AddScoped<SavedViews>();
        builder.Services.AddExports();
        builder.Services.AddQuickLog();
        builder.Services.AddHostedService<ShippedSeed>(); // after the store and the bus, before the first request
        builder.Services.AddHostedService<ScheduleStart>(); // after the seed, whose terms may have passed
        builder.Services.AddHostedService<ImportsTakenUp>();
        builder.AddCheckpoints();
        builder.AddDemonstration();
        builder.Services.AddSingleton<LiveTimeline>();
        builder.Services.AddScoped<PartnershipStamp>();
        builder.Services.AddRelationsApi();
        builder.Services.AddRelationsHealth();
        builder.AddRelationsPages();
    }

    /// <summary>The record alone, to read and to add to, without the pages and the API: what the command line is made of too.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="logins">The ways into its database.</param>
    /// <param name="mode">What it does besides carrying out commands.</param>
    public static void AddRecord(this IHostApplicationBuilder builder, DatabaseLogins logins, DurabilityMode mode)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRecordUse(logins.Application);
        builder.Services.AddHostedService(services => new SchemaMigration(logins, services));
        builder.Services.AddRelationsStore(logins);
        builder.AddLedger(logins);
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddSingleton<AccessLog>();
        builder.Services.AddScoped<Sight>();
        builder.Services.AddScoped<Recorder>();
        builder.Services.AddSingleton<BatchRecorder>();
        builder.Services.AddScoped<RecordImporter>();
        builder.Services.AddScoped<TableImports>();
        builder.Services.AddSingleton<TableLoader>();
        builder.Services.AddScoped<ReadingRegister>();
        builder.Services.AddScoped<ReadingDrafts>();
        builder.Services.AddScoped<ReadingReportReader>();
        builder.Services.AddScoped<RecordReader>();
        builder.Services.AddScoped<RecordPageReader>();
        builder.Services.AddScoped<PartnershipReader>();
        builder.Services.AddScoped<PartnershipOverviewReader>();
        builder.Services.AddScoped<DifferenceReader>();
        builder.Services.AddScoped<StandingReader>();
        builder.Services.AddScoped<ReplayReader>();
        builder.Services.AddSingleton<KeptAnswers>();
        builder.Services.AddScoped<PortfolioStamp>();
        builder.Services.AddScoped<PortfolioReader>();
        builder.Services.AddScoped<ComingReader>();
        builder.Services.AddSingleton<PassedTerms>();
        builder.Services.AddScoped<SearchReader>();
        builder.Services.AddReports();
        builder.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(Hosting).Assembly;

            // The code around handlers and endpoints is in Internal/Generated, so that nothing is compiled at the start.
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.CodeGeneration.AlwaysUseServiceLocationFor<CurrentActor>(); // the one that the request's middleware told
            options.CodeGeneration.AlwaysUseServiceLocationFor<Invitations>(); // Identity's services are not made in a line
            options.Durability.Mode = mode;
            if (logins.AreSeparate)
                options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
            options.Policies.AutoApplyTransactions();
            if (mode is DurabilityMode.Solo or DurabilityMode.Balanced)
            {
                options.LocalQueueFor<RecordPassedTerms>().UseDurableInbox(); // waits in the database, and outlives this process
                options.LocalQueueFor<SendDigest>().UseDurableInbox();
                options.LocalQueueFor<LoadTable>().UseDurableInbox().Sequential();
            }
        });
    }

    /// <summary>
    /// Nobody but this machine reaches the application unless an operator says where else it listens: by <c>--urls</c>, the
    /// environment, or the section of the server's endpoints.
    /// </summary>
    private static void ListenOnLoopbackUnlessToldOtherwise(this WebApplicationBuilder builder)
    {
        string[] told = ["urls", "http_ports", "https_ports"];
        if (told.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultAddress);
    }

    /// <summary>The way a request takes.</summary>
    /// <param name="app">The application.</param>
    public static void UseRelations(this WebApplication app)
    {
        app.UseOuterDefences();
        app.UseResponseCompression();
        app.UseLanguages();
        app.UseRelationsFailures();
        app.UseEarlyDefences();
        app.UseRouting();
        app.UseAuthentication();
        app.UseLateDefences();
        app.UseActor();
        app.UseAccessTrail();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.Use(Paging.ReadAsync));
        app.UseMiddleware<RequestBodies>();
        app.MapRelationsApi();
        app.MapRelationsHealth();
        app.MapProvider();
        app.MapRelationsPages();
        app.MapExports();
        app.MapQuickLog();
        app.MapImports();
        app.MapPasskeyOptions();
        app.MapLiveChanges();
        app.MapNetwork();
        app.MapReadings();
        app.MapReports();
        app.MapFacts();
        app.MapLedger();
        app.MapDemonstration();
        app.MapCalendarFeed();
        app.MapMailStop();
    }
}
