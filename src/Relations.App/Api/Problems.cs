using System.Globalization;
using System.Resources;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Api;

/// <summary>
/// Says what went wrong as problem details (RFC 9457), in the language of the request. The type of a problem is a URN that
/// stays the same; its title and detail are for people.
/// </summary>
public static class Problems
{
    private static readonly ResourceManager Texts = new(typeof(Problems));

    /// <summary>The answer to a command that was not recorded.</summary>
    /// <param name="outcome">What became of it.</param>
    public static IResult Of(Outcome outcome) => outcome switch
    {
        Outcome.Refused r => Rules(StatusCodes.Status422UnprocessableEntity, "rule-broken", r.Refusals),
        Outcome.NotFound => NotFound(),
        Outcome.Forbidden f => Forbidden(f.Rule),
        Outcome.VersionNotSaid v => Problem(StatusCodes.Status428PreconditionRequired, "version-not-said", [v.Version]),
        Outcome.Conflict c => Problem(
            StatusCodes.Status409Conflict, "conflict", [c.Seen, c.Version], p => p with { Version = c.Version, Changes = c.Since }),
        Outcome.KeyReused => Problem(StatusCodes.Status422UnprocessableEntity, "key-reused", []),
        _ => throw new System.Diagnostics.UnreachableException(outcome.GetType().Name),
    };

    /// <summary>There is no such record, or there was none then.</summary>
    public static IResult NotFound() => Problem(StatusCodes.Status404NotFound, "not-found", []);

    /// <summary>Who asks may not do this.</summary>
    /// <param name="rule">The rule that stands against it.</param>
    public static IResult Forbidden(Rule rule) => new ForbiddenAnswer(rule);

    /// <summary>The request cannot be read.</summary>
    /// <param name="refusals">What is wrong with which field.</param>
    public static IResult BadRequest(IReadOnlyList<Refusal> refusals) =>
        Rules(StatusCodes.Status400BadRequest, "bad-request", refusals);

    /// <summary>A header cannot be read.</summary>
    /// <param name="header">Its name.</param>
    public static IResult BadHeader(string header) => Problem(StatusCodes.Status400BadRequest, "bad-header", [header]);

    /// <summary>A document that is not written in UTF-8.</summary>
    public static IResult NotUtf8() => Problem(StatusCodes.Status400BadRequest, "not-utf8", []);

    /// <summary>A change that another site asks for in a reader's name.</summary>
    public static IResult CrossSite() => Problem(StatusCodes.Status403Forbidden, "cross-site", []);

    /// <summary>A status without an answer of its own.</summary>
    /// <param name="status">The HTTP status.</param>
    public static IResult Of(int status) =>
        Texts.GetString(StatusName(status) + ".title", CultureInfo.InvariantCulture) is null
            ? Problem(status, "unexpected", [])
            : Problem(status, StatusName(status), []);

    /// <summary>Leaves the rule with the request, for the trail of access.</summary>
    private sealed record ForbiddenAnswer(Rule Rule) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Features.Set(new RefusedBy(Rule.Code));
            return Rules(StatusCodes.Status403Forbidden, "forbidden", [new(Rule)]).ExecuteAsync(httpContext);
        }
    }

    private static string StatusName(int status) => string.Create(CultureInfo.InvariantCulture, $"status-{status}");

    private static IResult Rules(int status, string name, IReadOnlyList<Refusal> refusals) =>
        Problem(status, name, [], p => p with { Errors = [.. refusals.Select(BrokenRule.Of)] });

    private static IResult Problem(int status, string name, object?[] arguments, Func<ProblemAnswer, ProblemAnswer>? more = null)
    {
        var problem = new ProblemAnswer(
            $"urn:relations:problem:{name}",
            Words(CultureInfo.CurrentUICulture, name + ".title", []),
            status,
            Words(CultureInfo.CurrentUICulture, name + ".detail", arguments));
        return Results.Json(more?.Invoke(problem) ?? problem, contentType: ProblemAnswer.MediaType, statusCode: status);
    }

    private static string Words(CultureInfo culture, string key, object?[] arguments) =>
        string.Format(culture, Texts.GetString(key, culture) ?? throw new MissingManifestResourceException(key), arguments);
}

/// <summary>What went wrong, as problem details (RFC 9457).</summary>
/// <param name="Type">What sort of problem it is: a URN that stays the same.</param>
/// <param name="Title">The sort of problem in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What went wrong this time, in words.</param>
/// <param name="Errors">Each broken rule with its field; where the request could be read in part or in whole.</param>
/// <param name="Version">The version of the record now; where it has moved on.</param>
/// <param name="Changes">What others recorded in between, at most the last 50; where the record has moved on.</param>
public sealed record ProblemAnswer(
    string Type,
    string Title,
    int Status,
    string Detail,
    IReadOnlyList<BrokenRule>? Errors = null,
    long? Version = null,
    IReadOnlyList<Change>? Changes = null)
{
    /// <summary>The media type of problem details.</summary>
    public const string MediaType = "application/problem+json";
}
