using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Wolverine.Http;

namespace Relations.App.Views;

/// <summary>The portfolio over HTTP.</summary>
[Microsoft.AspNetCore.Http.Tags("Portfolio")]
public static class PortfolioEndpoint
{
    /// <summary>All partnerships with the figures a manager compares, by address, a page at a time.</summary>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="portfolio">Reads the portfolio.</param>
    [WolverineGet("/api/portfolio", OperationId = "GetPortfolio")]
    [ProducesResponseType<Page<PortfolioRow>>(StatusCodes.Status200OK)]
    public static async Task<IResult> Get(int? page, int? size, HttpContext http, PortfolioReader portfolio)
    {
        var paging = Paging.Of(page, size);
        if (!paging.IsWithinBounds(out var problem))
            return problem;
        var (rows, _) = await portfolio.ReadAsync(paging, http.RequestAborted);
        return Results.Ok(rows);
    }
}
