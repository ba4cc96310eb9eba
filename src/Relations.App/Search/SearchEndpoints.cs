using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Relations.App.Access.Web;
using Relations.App.Api;
using Wolverine.Http;

namespace Relations.App.Search;

/// <summary>The search over HTTP.</summary>
[Microsoft.AspNetCore.Http.Tags("Search")]
public static class SearchEndpoints
{
    /// <summary>Searches all records and the texts of sources, 20 records a page, the best first.</summary>
    /// <param name="q">
    /// The words, at most 200 characters. All must be found, in Spanish or English, with or without accents; names of organisations,
    /// people and partnerships find what concerns them. Words in quotation marks are found in that order; a word after a hyphen must not be found.
    /// </param>
    /// <param name="kind">Records of this kind alone: <c>meeting</c>.</param>
    /// <param name="partnership">Records of the partnership with this address alone: <c>can-oim</c>.</param>
    /// <param name="theme">Records of partnerships that work on this theme alone.</param>
    /// <param name="from">Not before this day, <c>2016-02-12</c>.</param>
    /// <param name="to">Not after this day, <c>2016-02-12</c>.</param>
    /// <param name="page">Which page, 1 to 50.</param>
    /// <param name="http">The request.</param>
    /// <param name="search">Searches.</param>
    [WolverineGet("/api/search", OperationId = "Search")]
    [EnableRateLimiting(RateLimits.Expensive)]
    [ProducesResponseType<SearchAnswer>(StatusCodes.Status200OK)]
    public static async Task<IResult> Get(
        string? q, string? kind, string? partnership, string? theme, string? from, string? to, int? page, HttpContext http, SearchReader search)
    {
        var refusals = SearchQuestion.Read(q, kind, partnership, theme, from, to, page, out var question);
        return refusals.Count > 0 ? Problems.BadRequest(refusals) : Results.Ok(await search.FindAsync(question, http.RequestAborted));
    }
}
