using System.IO.Compression;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.ResponseCompression;
using Relations.App.Api;
using Relations.App.Pages.Forms;
using Relations.App.Pages.Search;
using Relations.Domain.Recording;

namespace Relations.App.Pages;

/// <summary>The pages: rendered on the server, with no state kept there and no need of scripts.</summary>
public static class PagesSetup
{
    private const string ApiPath = "/api";

    /// <summary>The header by which the framework's script knows a page of the framework.</summary>
    private const string PageHeader = "blazor-enhanced-nav";

    /// <summary>Adds what the pages need.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddRelationsPages(this WebApplicationBuilder builder)
    {
        // Outside of development too: a build that was not published has its assets where they were made.
        builder.WebHost.UseStaticWebAssets();

        // Such a build is taken for one that is worked on: its assets would be looked at anew, sent uncompressed and never cached.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", builder.Environment.IsDevelopment() ? "true" : "false");
        builder.Services.AddScoped<Choices>();
        builder.Services.AddScoped<RecordFinder>();
        builder.Services.AddScoped<RecordedNote>();
        builder.Services.AddScoped<FormReading>();
        builder.Services.AddRazorComponents(o => o.MaxFormMappingCollectionSize = Limits.Items);

        // Over HTTPS too. What could be guessed by the length of compressed answers (BREACH) is masked anew in each, as the forms'
        // tokens are, and another site cannot have a reader's browser ask: their cookies do not travel there.
        builder.Services.AddResponseCompression(o => o.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    /// <summary>Every failure is told: to a reader as a page, to a program as problem details. Nobody sees a stack trace.</summary>
    /// <param name="app">The application.</param>
    public static void UseRelationsFailures(this WebApplication app)
    {
        app.UseExceptionHandler(error => error.Run(http =>
        {
            var status = http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
                ? bad.StatusCode
                : StatusCodes.Status500InternalServerError;
            return TellAsync(http, status);
        }));
        app.UseStatusCodePages(page => TellAsync(page.HttpContext, page.HttpContext.Response.StatusCode));
    }

    /// <summary>Maps the pages and what they are made of.</summary>
    /// <param name="app">The application.</param>
    public static void MapRelationsPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPreferences();
        app.MapChoices();
        app.MapPalette();
        app.MapRazorComponents<App>();
    }

    private static async Task TellAsync(HttpContext http, int status)
    {
        if (http.Request.Path.StartsWithSegments(ApiPath))
        {
            await Problems.Of(status).ExecuteAsync(http);
            return;
        }

        // The page that failed may have begun to draw itself: a scope draws one page, and its header is set once.
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        http.Response.Headers.Remove(PageHeader);
        await new RazorComponentResult<App>(new { Failure = status }) { StatusCode = status }.ExecuteAsync(http);
        http.RequestServices = services;
    }
}
