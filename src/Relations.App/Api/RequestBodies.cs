using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Relations.Domain.Recording;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Relations.App.Api;

/// <summary>
/// Reads the body of a command before its endpoint does, so that a mistake is answered with the fields it is in, all at
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
        if (type is null || !type.IsSubclassOf(typeof(Command)) || !http.Request.HasJsonContentType())
        {
            await next(http);
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
        JsonNode? node;
        try
        {
            node = await JsonNode.ParseAsync(body, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            return [new(CommonRules.BodyUnreadable)];
        }

        if (node is not JsonObject fields)
            return [new(CommonRules.BodyUnreadable)];

        List<Refusal> refusals = [.. Shape(fields, type)];
        if (refusals.Count > 0)
            return refusals;
        try
        {
            _ = fields.Deserialize(type);
            return [];
        }
        catch (JsonException e)
        {
            return [new(CommonRules.FieldUnreadable, e.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : null, Expected(type, e.Path))];
        }
    }

    private static IEnumerable<Refusal> Shape(JsonObject fields, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired && fields[property.Name] is null)
                yield return new(CommonRules.FieldRequired, property.Name);
        }

        foreach (var (name, _) in fields)
        {
            if (type.Properties.All(p => p.Name != name))
                yield return new(CommonRules.FieldUnknown, name);
        }
    }

    /// <summary>What the field at fault holds, in the words of the standards: the API document describes each.</summary>
    private static string Expected(JsonTypeInfo type, string? path)
    {
        var name = path?.TrimStart('$', '.').Split('.', '[')[0];
        var property = type.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType;
        property = Nullable.GetUnderlyingType(property ?? typeof(object)) ?? property;
        return property switch
        {
            { IsEnum: true } => string.Join(" | ", Enum.GetNames(property)),
            null => "JSON",
            _ when property == typeof(Domain.Time.EdtfDate) => "EDTF (1992, 2016-02, 2016-02-12, 2010/2015)",
            _ when typeof(IRecordId).IsAssignableFrom(property) => "UUID",
            _ when property == typeof(string) => "string",
            _ when typeof(System.Collections.IEnumerable).IsAssignableFrom(property) => "array",
            _ => property.Name,
        };
    }
}
