using Microsoft.AspNetCore.Mvc;
using Relations.App.Api;
using Relations.Domain.Access;
using Wolverine.Http;

namespace Relations.App.Access;

/// <summary>The trail of access over HTTP.</summary>
[Microsoft.AspNetCore.Http.Tags("Access")]
public static class AccessLogEndpoint
{
    /// <summary>
    /// Who signed in, who was refused what, who read restricted records, and what was done to accounts: the latest first, a
    /// page at a time. For auditors.
    /// </summary>
    /// <param name="account">The entries of one account.</param>
    /// <param name="event">The entries of one name, such as <c>signed_in</c>.</param>
    /// <param name="from">Nothing before this moment, RFC 3339 with its offset.</param>
    /// <param name="to">Nothing from this moment on, RFC 3339 with its offset.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="size">Entries a page, 1 to 200; 50 unless said.</param>
    /// <param name="http">The request.</param>
    /// <param name="log">Reads the trail.</param>
    [WolverineGet("/api/access-log", OperationId = "ListAccess")]
    [ProducesResponseType<Page<AccessEntry>>(StatusCodes.Status200OK)]
    public static async Task<IResult> List(
        string? account, string? @event, string? from, string? to, int? page, int? size, HttpContext http, AccessLogReader log)
    {
        if (!log.IsOpen)
            return Problems.Forbidden(AccountRules.AuditorsReadAccess);
        var paging = Paging.Of(page, size);
        var refusals = AccessQuestion.Read(account, @event, from, to, out var question);
        if (refusals.Count > 0)
            return Problems.BadRequest(refusals);
        return paging.IsWithinBounds(out var problem)
            ? Results.Ok(await log.ReadAsync(question, paging, http.RequestAborted))
            : problem;
    }
}
