using System.Globalization;
using System.Resources;
using Microsoft.AspNetCore.Mvc;
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
        Outcome.VersionNotSaid v => Problem(StatusCodes.Status428PreconditionRequired, "version-not-said", [v.Version]),
        Outcome.Conflict c => Problem(
            StatusCodes.Status409Conflict, "conflict", [c.Seen, c.Version], ("version", c.Version), ("changes", c.Since)),
        Outcome.KeyReused => Problem(StatusCodes.Status422UnprocessableEntity, "key-reused", []),
        _ => throw new System.Diagnostics.UnreachableException(outcome.GetType().Name),
    };

    /// <summary>There is no such record, or there was none then.</summary>
    public static IResult NotFound() => Problem(StatusCodes.Status404NotFound, "not-found", []);

    /// <summary>The request cannot be read.</summary>
    /// <param name="refusals">What is wrong with which field.</param>
    public static IResult BadRequest(IReadOnlyList<Refusal> refusals) =>
        Rules(StatusCodes.Status400BadRequest, "bad-request", refusals);

    /// <summary>A header cannot be read.</summary>
    /// <param name="header">Its name.</param>
    public static IResult BadHeader(string header) => Problem(StatusCodes.Status400BadRequest, "bad-header", [header]);

    /// <summary>A document that is not written in UTF-8.</summary>
    public static IResult NotUtf8() => Problem(StatusCodes.Status400BadRequest, "not-utf8", []);

    /// <summary>A status without an answer of its own.</summary>
    /// <param name="status">The HTTP status.</param>
    public static IResult Of(int status) =>
        Texts.GetString(StatusName(status) + ".title", CultureInfo.InvariantCulture) is null
            ? Problem(status, "unexpected", [])
            : Problem(status, StatusName(status), []);

    private static string StatusName(int status) => string.Create(CultureInfo.InvariantCulture, $"status-{status}");

    private static IResult Rules(int status, string name, IReadOnlyList<Refusal> refusals) =>
        Problem(status, name, [], ("errors", refusals.Select(BrokenRule.Of).ToList()));

    private static IResult Problem(
        int status, string name, object?[] arguments, params (string Name, object Value)[] extensions) => Results.Problem(new ProblemDetails
        {
            Status = status,
            Type = $"urn:relations:problem:{name}",
            Title = Words(CultureInfo.CurrentUICulture, name + ".title", []),
            Detail = Words(CultureInfo.CurrentUICulture, name + ".detail", arguments),
            Extensions = extensions.ToDictionary(e => e.Name, e => (object?)e.Value),
        });

    private static string Words(CultureInfo culture, string key, object?[] arguments) =>
        string.Format(culture, Texts.GetString(key, culture) ?? throw new MissingManifestResourceException(key), arguments);
}
