using NetEscapades.AspNetCore.SecurityHeaders;
using Relations.App.Access.Web;
using Relations.App.Pages;
using Relations.App.Recording;
using Scalar.AspNetCore;
using Wolverine.Http;

namespace Relations.App.Api;

/// <summary>The API: how it reads and writes, how it says no, and the document that describes it.</summary>
public static class ApiSetup
{
    /// <summary>Adds what the API needs.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddRelationsApi(this IServiceCollection services)
    {
        services.AddWolverineHttp();
        services.ConfigureHttpJsonOptions(o => RecordJson.ConfigureReceived(o.SerializerOptions));
        // A lambda, not the method itself: only then are the XML comments of the code brought in.
        services.AddOpenApi(options => ApiDocument.Describe(options));
    }

    /// <summary>Chooses the language: of the address, the user's cookie, <c>Accept-Language</c>, in this order.</summary>
    /// <param name="app">The application.</param>
    public static void UseLanguages(this WebApplication app) => app.UseRequestLocalization(o =>
    {
        o.SetDefaultCulture(Preferences.Languages[0]);
        o.AddSupportedCultures([.. Preferences.Languages]);
        o.AddSupportedUICultures([.. Preferences.Languages]);
        o.ApplyCurrentCultureToResponseHeaders = true;
    });

    /// <summary>Maps the endpoints, the document that describes them, and the page to browse it.</summary>
    /// <param name="app">The application.</param>
    public static void MapRelationsApi(this WebApplication app)
    {
        app.MapWolverineEndpoints(o =>
        {
            o.RejectUnparseableQueryValues = true;
            o.ServiceProviderSource = ServiceProviderSource.FromHttpContextRequestServices;
            o.ConfigureEndpoints(ApiDocument.DescribeAnswers);
        });
        app.MapOpenApi("/api/openapi.json").RequireRateLimiting(RateLimits.Expensive);
        app.MapScalarApiReference("/api/reference", (o, http) => o
            .WithNonce(http.GetNonce())
            .WithTitle("Relations API")
            .WithOpenApiRoutePattern("/api/openapi.json")
            .DisableDefaultFonts()
            .DisableTelemetry()
            .DisableAgent()
            .DisableMcp()
            .HideClientButton()
            .HideDeveloperTools());
    }
}
