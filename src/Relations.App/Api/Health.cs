using Marten.Events.Daemon;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Relations.App.Api;

/// <summary>Tells an operator's tools whether the application is up, and whether it is ready for people.</summary>
internal static class Health
{
    /// <summary>Events that a view may be behind before the application counts as not ready: some seconds of work.</summary>
    private const int MostEventsBehind = 10_000;

    /// <summary>Adds the check that asks the database how far each view has come.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddRelationsHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddMartenAsyncDaemonHealthCheck(MostEventsBehind);

    /// <summary>
    /// <c>/health/live</c> answers while the process does; <c>/health/ready</c> while the database answers and the views are
    /// not far behind. Both say one word and nothing about the record.
    /// </summary>
    /// <param name="app">The application.</param>
    public static void MapRelationsHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions()).AllowAnonymous();
    }
}
