using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Relations.App.Access.Web;
using Relations.App.Api;
using Wolverine.Http;

namespace Relations.App.Replay;

/// <summary>Questions about the past over HTTP.</summary>
[Microsoft.AspNetCore.Http.Tags("Past")]
public static class ReplayEndpoints
{
    /// <summary>
    /// In what a partnership, its records and the organisations and people that its facts name differ between two moments, in sentences
    /// and as data; each difference names the event that makes it, and whether the world changed or a mistake was corrected.
    /// </summary>
    /// <param name="key">Its slug, such as <c>can-oim</c>, or its id.</param>
    /// <param name="fromOn">The first moment: a day in the world.</param>
    /// <param name="fromKnownAt">The first moment: a moment of recording. Without either clock, the moment before anything was recorded.</param>
    /// <param name="toOn">The second moment: a day in the world.</param>
    /// <param name="toKnownAt">The second moment: a moment of recording. Without either clock, the present.</param>
    /// <param name="http">The request.</param>
    /// <param name="reader">Reads differences.</param>
    [WolverineGet("/api/partnerships/{key}/differences", OperationId = "GetPartnershipDifferences")]
    [EnableRateLimiting(RateLimits.Expensive)]
    [ProducesResponseType<DifferencesAnswer>(StatusCodes.Status200OK)]
    public static async Task<IResult> Differences(
        string key, string? fromOn, string? fromKnownAt, string? toOn, string? toKnownAt, HttpContext http, DifferenceReader reader)
    {
        var refusals = new TwoMoments(fromOn, fromKnownAt, toOn, toKnownAt).Read(out var from, out var to);
        if (refusals.Count > 0)
            return Problems.BadRequest(refusals);
        return await reader.ReadAsync(key, from, to, http.RequestAborted) is { } picture
            ? Results.Ok(DifferencesAnswer.Of(picture, CultureInfo.CurrentUICulture))
            : Problems.NotFound();
    }

    /// <summary>Where an agreement stands on a day, past or to come, if nobody acts, with the event or the rule that makes it so.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="on">The day; today unless said.</param>
    /// <param name="asKnownAt">A moment of recording: as far as was known then.</param>
    /// <param name="http">The request.</param>
    /// <param name="reader">Reads where agreements stand.</param>
    [WolverineGet("/api/agreements/{id}/standing", OperationId = "GetAgreementStanding")]
    [ProducesResponseType<StandingAnswer>(StatusCodes.Status200OK)]
    public static async Task<IResult> Standing(Guid id, string? on, string? asKnownAt, HttpContext http, StandingReader reader)
    {
        if (!new Clocks(on, asKnownAt).TryRead(out var asOf, out var problem))
            return problem;
        return await reader.ReadAsync(id, asOf, http.RequestAborted) is { } answer ? Results.Ok(answer) : Problems.NotFound();
    }
}
