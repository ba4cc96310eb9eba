using Microsoft.Extensions.Primitives;
using Relations.App.Access.Web;
using Relations.App.Api;
using Relations.App.Pages.Reports;
using Relations.App.Recording;

namespace Relations.App.Reports;

/// <summary>
/// The reports over HTTP: the question of the page's address, and <c>page</c> and <c>size</c> as everywhere in the API; the lines as data.
/// </summary>
internal static class ReportEndpoints
{
    /// <summary>Adds what reads the reports; the command line reads them, too.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddReports(this IServiceCollection services) => services.AddScoped<ReportReader>();

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">The application.</param>
    public static void MapReports(this WebApplication app)
    {
        foreach (var report in AllReports.All)
        {
            app.MapGet($"/api{Report.Path}/{report.Name}", (HttpContext http, ReportReader reader) => ReadAsync(report, http, reader))
                .RequireRateLimiting(RateLimits.Expensive).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ReadAsync(Report report, HttpContext http, ReportReader reader)
    {
        var paging = Paging.Of(Number(http.Request.Query["page"]), Number(http.Request.Query["size"]));
        if (!paging.IsWithinBounds(out var problem))
            return problem;
        var asked = http.Request.Query.Where(q => q.Key is not ("page" or "size")).ToDictionary(q => q.Key, q => q.Value);
        var refusals = ReportQuestion.Read(report, new QueryCollection(asked), out var question);
        if (refusals.Count > 0)
            return Problems.BadRequest(refusals);
        var (page, unknown) = await report.PageAsync(reader, question, paging, http.RequestAborted);
        return unknown.Count > 0 ? Problems.BadRequest(unknown) : Results.Json(page, RecordJson.Stored);
    }

    /// <summary>What is no number is refused before it comes here.</summary>
    private static int? Number(StringValues written) => int.TryParse(written, out var number) ? number : null;
}
