using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Relations.App.Api;
using Relations.Domain.Recording;
using Wolverine.Http;

namespace Relations.App.Views;

/// <summary>The portfolio over HTTP.</summary>
[Microsoft.AspNetCore.Http.Tags("Portfolio")]
public static class PortfolioEndpoint
{
    /// <summary>All partnerships with the figures a manager compares, a page at a time.</summary>
    /// <param name="text">Words of the name, the address, the parties or the themes.</param>
    /// <param name="theme">A theme.</param>
    /// <param name="focalPoint">The account name of the focal point.</param>
    /// <param name="state">Where it stands: <c>active</c>, <c>suspended</c> or <c>closed</c>.</param>
    /// <param name="quietFor">No meeting for more than so many days.</param>
    /// <param name="endsWithin">An agreement in force ends within so many months.</param>
    /// <param name="overdue"><c>true</c> for those with overdue commitments.</param>
    /// <param name="inForce"><c>true</c> for those with agreements in force.</param>
    /// <param name="mine"><c>true</c> for those that who asks answers for.</param>
    /// <param name="on">A day in the world: the portfolio as it stood then, the first 500 partnerships by address.</param>
    /// <param name="asKnownAt">A moment of recording: the portfolio as it was known then, the first 500 partnerships by address.</param>
    /// <param name="sort">What it is sorted by, a minus before it to turn the order round; the address unless said.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="portfolio">Reads the portfolio.</param>
    [WolverineGet("/api/portfolio", OperationId = "GetPortfolio")]
    [ProducesResponseType<Page<PortfolioRow>>(StatusCodes.Status200OK)]
    public static async Task<IResult> Get(
        string? text,
        string? theme,
        string? focalPoint,
        string? state,
        string? quietFor,
        string? endsWithin,
        string? overdue,
        string? inForce,
        string? mine,
        string? on,
        string? asKnownAt,
        string? sort,
        int? page,
        int? size,
        HttpContext http,
        PortfolioReader portfolio)
    {
        var paging = Paging.Of(page, size);
        if (!paging.IsWithinBounds(out var problem))
            return problem;
        var refusals = PortfolioQuestion.Read(
            new QueryCollection(new Dictionary<string, StringValues>
            {
                ["text"] = text,
                ["theme"] = theme,
                ["focal-point"] = focalPoint,
                ["state"] = state,
                ["quiet-for"] = quietFor,
                ["ends-within"] = endsWithin,
                ["overdue"] = overdue,
                ["in-force"] = inForce,
                ["mine"] = mine,
                ["on"] = on,
                ["asKnownAt"] = asKnownAt,
                ["sort"] = sort,
            }),
            out var question);
        return refusals.Count > 0
            ? Problems.BadRequest([.. refusals.Select(InCamelCase)])
            : Results.Ok(PageOf(await portfolio.ReadAsync(question, http.RequestAborted), paging));
    }

    /// <summary>A page of the portfolio, as the API and the command line answer with it.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="paging">Which page.</param>
    internal static Page<PortfolioRow> PageOf(Portfolio portfolio, Paging paging) => new(
        [.. portfolio.Lines.Skip(paging.Skipped).Take(paging.Size).Select(l => l.Row)], paging.Page, paging.Size, portfolio.Lines.Count);

    /// <summary>The same refusal with its field as the API names it.</summary>
    private static Refusal InCamelCase(Refusal refusal) => refusal with
    {
        Field = refusal.Field switch
        {
            "focal-point" => "focalPoint",
            "quiet-for" => "quietFor",
            "ends-within" => "endsWithin",
            "in-force" => "inForce",
            var field => field,
        },
    };
}
