using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing.Matching;
using Relations.App.Access.Web;
using Relations.App.Pages.Lists;
using Relations.App.Pages.Portfolio;
using Relations.App.Pages.Reports;
using Relations.App.Recording;
using Relations.App.Reports;
using Relations.App.Views;
using Relations.Domain.Recording;

namespace Relations.App.Lists;

/// <summary>
/// What a list page shows, as a file: at the page's own address, with the format beside the filters. Only what its reader may
/// read is in it, and restricted records in it are noted in the trail, as on the page.
/// </summary>
public static class ExportEndpoints
{
    private const string Format = "format";

    /// <summary>Adds what tells the page from the file.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddExports(this IServiceCollection services) => services.AddSingleton<MatcherPolicy, Chooser>();

    /// <summary>Maps the files.</summary>
    /// <param name="app">The application.</param>
    public static void MapExports(this WebApplication app)
    {
        foreach (var list in RecordLists.All)
            Map(app, "/" + list.Name, (http, lists, _, clock) => ListAsync(list, http, lists, clock));
        foreach (var report in AllReports.All)
            Map(app, $"{Report.Path}/{report.Name}", (http, _, none, clock) => ReportAsync(report, http, clock));
        Map(app, "/portfolio", (http, _, portfolio, clock) => PortfolioAsync(http, portfolio, clock));
    }

    private static void Map(WebApplication app, string address, Func<HttpContext, ListReader, PortfolioReader, TimeProvider, Task<IResult>> answer) =>
        app.MapGet(address, answer).WithMetadata(new IsFile()).RequireRateLimiting(RateLimits.Expensive).ExcludeFromDescription();

    private static async Task<IResult> ListAsync(RecordList list, HttpContext http, ListReader lists, TimeProvider clock)
    {
        if (!TryReadFormat(http, out var format) || ListQuestion.Read(list, http.Request.Query, out var question).Count > 0)
            return Results.BadRequest();
        var answer = await list.ReadAsync(lists, question, 0, ExportTable.MostRows, http.RequestAborted);
        return answer.Refusals.Count > 0
            ? Results.BadRequest()
            : await Export.AnswerAsync(
                new(list.Name, [.. list.Columns.Select(c => c.Name())], [.. answer.Rows.Select(r => r.Cells)], answer.HasNext),
                format,
                Today(clock),
                http);
    }

    private static async Task<IResult> PortfolioAsync(HttpContext http, PortfolioReader reader, TimeProvider clock)
    {
        if (!TryReadFormat(http, out var format) || PortfolioQuestion.Read(http.Request.Query, out var question).Count > 0)
            return Results.BadRequest();
        var portfolio = await reader.ReadAsync(question, http.RequestAborted);
        return await Export.AnswerAsync(
            new(
                "portfolio",
                [.. PortfolioColumns.All.Select(c => c.Name())],
                [.. portfolio.Lines.Take(ExportTable.MostRows).Select(l => PortfolioColumns.All.Select(c => c.Value(l)).ToList())],
                portfolio.Lines.Count > ExportTable.MostRows),
            format,
            Today(clock),
            http);
    }

    private static async Task<IResult> ReportAsync(Report report, HttpContext http, TimeProvider clock)
    {
        if (!TryReadFormat(http, out var format) || ReportQuestion.Read(report, http.Request.Query, out var question).Count > 0)
            return Results.BadRequest();
        var (reader, records) = (http.RequestServices.GetRequiredService<ReportReader>(), http.RequestServices.GetRequiredService<RecordReader>());
        var answer = await report.ReadAsync(reader, records, question, 0, ExportTable.MostRows, http.RequestAborted);
        return answer.Refusals.Count > 0
            ? Results.BadRequest()
            : await Export.AnswerAsync(
                new(report.Name, [.. report.Columns.Select(c => c.Name())], [.. answer.Rows.Select(r => r.Cells.Select(ReportValues.Plain).ToList())], answer.IsMore),
                format,
                Today(clock),
                http);
    }

    private static bool TryReadFormat(HttpContext http, [NotNullWhen(true)] out string? format)
    {
        format = http.Request.Query[Format];
        return format is not null && Export.Formats.Contains(format);
    }

    private static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Marks what answers with a file.</summary>
    private sealed class IsFile;

    /// <summary>Of a page and a file at one address, chooses the file where a format is asked for.</summary>
    private sealed class Chooser : MatcherPolicy, IEndpointSelectorPolicy
    {
        public override int Order => 0;

        public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsOfFile);

        public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
        {
            var asked = httpContext.Request.Query.ContainsKey(Format);
            for (var i = 0; i < candidates.Count; i++)
            {
                if (candidates.IsValidCandidate(i) && IsOfFile(candidates[i].Endpoint) != asked)
                    candidates.SetValidity(i, false);
            }

            return Task.CompletedTask;
        }

        private static bool IsOfFile(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IsFile>() is not null;
    }
}
