using JasperFx;
using Microsoft.AspNetCore.HttpOverrides;
using Relations.App.Access;
using Relations.App.Api;
using Relations.App.Import;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Store;
using Scalar.AspNetCore;
using Wolverine;
using Wolverine.Http;

namespace Relations.App;

/// <summary>How the application is put together: what it is made of, and the way a request takes.</summary>
public static class Hosting
{
    /// <summary>The largest request body, in bytes: the text of the longest source, as UTF-8 in JSON.</summary>
    private const long LargestBody = 8_000_000;

    /// <summary>What the application is made of.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="connectionString">Its database.</param>
    /// <param name="alone">
    /// Whether no other node can share the database, as on the private server. Then there is nobody to agree with on who keeps
    /// which view, and the views run at once.
    /// </param>
    public static void AddRelations(this WebApplicationBuilder builder, string connectionString, bool alone)
    {
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRelationsStore(connectionString);
        builder.Services.AddLocalUser();
        builder.Services.AddScoped<Recorder>();
        builder.Services.AddScoped<RecordImporter>();
        builder.Services.AddScoped<HttpRecorder>();
        builder.Services.AddScoped<RecordReader>();
        builder.Services.AddScoped<RecordQueries>();
        builder.Services.AddScoped<PartnershipReader>();
        builder.Host.UseWolverine(options =>
        {
            options.Durability.Mode = alone ? DurabilityMode.Solo : DurabilityMode.Balanced;
            options.Policies.AutoApplyTransactions();
        });
        builder.Services.AddHostedService<ShippedSeed>(); // after the store and the bus, before the first request
        builder.Services.AddRelationsApi();
        builder.Services.AddRelationsHealth();
    }

    /// <summary>The way a request takes.</summary>
    /// <param name="app">The application.</param>
    public static void UseRelations(this WebApplication app)
    {
        app.UseLanguages();
        app.UseRelationsProblems();
        app.UseLoopbackOnly();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.Use(Paging.ReadAsync));
        app.UseMiddleware<RequestBodies>();
        app.MapRelationsApi();
        app.MapRelationsHealth();
    }
}
