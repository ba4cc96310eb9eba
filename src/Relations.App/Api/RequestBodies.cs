using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Relations.App.Access.Accounts;
using Relations.App.Recording;
using Relations.Domain.Recording;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Relations.App.Api;

/// <summary>
/// Reads the body of a command, or of a wish for a token, before its endpoint does, so that a mistake is answered with the fields it is in, all at
/// once and in the reader's language. The endpoint's own reader knows only the first mistake, in English.
/// </summary>
/// <param name="next">The rest of the way.</param>
/// <param name="options">How the API reads JSON.</param>
public sealed class RequestBodies(RequestDelegate next, IOptions<JsonOptions> options)
{
    private readonly JsonSerializerOptions json = options.Value.SerializerOptions;

    /// <summary>Lets a readable body pass.</summary>
    /// <param name="http">The request.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        var type = http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        if (type is null || (!type.IsSubclassOf(typeof(Command)) && type != typeof(IssueToken)))
        {
            await next(http);
            return;
        }

        if (!http.Request.HasJsonContentType())
        {
            await Problems.Of(StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(http);
            return;
        }

        http.Request.EnableBuffering();
        var refusals = await CheckAsync(http.Request.Body, json.GetTypeInfo(type), http.RequestAborted);
        http.Request.Body.Position = 0;
        if (refusals.Count == 0)
            await next(http);
        else
            await Problems.BadRequest(refusals).ExecuteAsync(http);
    }

    private static async Task<IReadOnlyList<Refusal>> CheckAsync(Stream body, JsonTypeInfo type, CancellationToken cancellation)
    {
        try
        {
            var node = await JsonNode.ParseAsync(body, documentOptions: CommandBodies.Strict, cancellationToken: cancellation);
            return CommandBodies.Read(node, type).Refusals;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // JsonNode answers half a surrogate pair in a name, written as \ud800, with the latter.
            return [new(CommonRules.BodyUnreadable)];
        }
    }
}
