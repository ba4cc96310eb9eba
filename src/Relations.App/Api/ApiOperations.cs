using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Relations.Domain.Recording;

namespace Relations.App.Api;

/// <summary>What the operations of the API document say: name, description, headers, answers, an example of each command.</summary>
internal static partial class ApiOperations
{
    private static readonly Dictionary<string, string> Answers = new()
    {
        ["201"] = "The record is opened.",
        ["400"] = "The request cannot be read; each field at fault is named.",
        ["401"] = "Nobody is signed in, and no good token was sent.",
        ["403"] = "The account has no role for this, or the token was not issued for it. Nothing was recorded.",
        ["404"] = "There is no such record, or there was none on the day or at the moment asked about.",
        ["409"] = "Somebody else recorded in between; `changes` says what. Nothing was recorded.",
        ["413"] = "The body is too large. Nothing was recorded.",
        ["415"] = "The content type is not read here. Nothing was recorded.",
        ["422"] = "A rule stands against it; `errors` names each with its field. Nothing was recorded.",
        ["428"] = "The version seen is missing in `If-Match`. Nothing was recorded.",
    };

    /// <summary>The statuses of an operation's failures.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="isOfOne">Whether its address names one record.</param>
    public static IEnumerable<int> Failures(OperationKind kind, bool isOfOne) => (kind.Records, isOfOne) switch
    {
        (false, false) => [400, 401],
        (false, true) => [400, 401, 404],
        (true, false) => [400, 401, 403, 413, 415, 422],
        (true, true) => [400, 401, 403, 404, 409, 413, 415, 422, 428],
    };

    /// <summary>Completes an operation.</summary>
    /// <param name="operation">The operation as generated.</param>
    /// <param name="context">What it is of.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task CompleteAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor is not ControllerActionDescriptor { MethodInfo: var method })
            return;
        var kind = OperationKind.Of(method);
        var text = kind.Command is null
            ? operation.Summary
            : (await context.GetOrCreateSchemaAsync(kind.Command, null, cancellation)).Description;
        operation.Description = ApiSchemas.OneLine(text ?? "");
        operation.Summary = InWords(operation.OperationId ?? "");
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
            Bound(parameter);
        if (kind.Records)
            DescribeCommand(operation, kind, context.Description);
        else if (operation.RequestBody is { } wish)
            Exemplify(wish, operation.OperationId!);
        DescribeAnswers(operation, context.Description);
    }

    private static void DescribeCommand(OpenApiOperation operation, OperationKind kind, ApiDescription description)
    {
        if (kind.Opens)
            operation.Responses!.Remove("200");
        else
            operation.Parameters!.Add(Header(HeaderNames.IfMatch, true, "The version of the record that the sender saw, as its `ETag` gave it.", "\"3\""));
        operation.Parameters!.Add(Header(
            HttpRecorder.IdempotencyKey, false, "A key of the sender's own: sent twice with it, the command is recorded once.", "2016-02-12/oim/7"));
        operation.RequestBody ??= Document(description);
        Exemplify(operation.RequestBody, kind.Command?.Name ?? operation.OperationId!);
    }

    private static void Exemplify(IOpenApiRequestBody request, string name)
    {
        foreach (var body in request.Content?.Values ?? [])
            body.Example = ApiExamples.Of(name);
    }

    /// <summary>A body that is a document of its own, not JSON.</summary>
    private static OpenApiRequestBody Document(ApiDescription description) => new()
    {
        Required = true,
        Content = description.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().SelectMany(a => a.ContentTypes).Distinct()
            .ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } }),
    };

    private static void DescribeAnswers(OpenApiOperation operation, ApiDescription description)
    {
        if (!description.RelativePath!.Contains('{', StringComparison.Ordinal))
            operation.Responses!.Remove("404");
        foreach (var (status, answer) in operation.Responses!)
        {
            answer.Description = Answers.GetValueOrDefault(
                status, description.HttpMethod == HttpMethods.Get ? "What was asked for." : "It is recorded.");
            foreach (var content in answer.Content?.Values ?? [])
                content.Example = ApiExamples.Of(status);
            if (answer is not OpenApiResponse { } response || !IsVersioned(status, description))
                continue;
            response.Headers = new Dictionary<string, IOpenApiHeader> { [HeaderNames.ETag] = Told("The version of the record now.", "\"4\"") };
            if (status == "201")
                response.Headers[HeaderNames.Location] = Told("The path of the new record.", "/api/agreements/0198f3a0-5c1e-7000-8000-000000000008");
        }
    }

    /// <summary>Says once what every operation fails with: each refers to it.</summary>
    /// <param name="document">The document.</param>
    public static void ShareFailures(OpenApiDocument document)
    {
        foreach (var answers in document.Paths.Values.SelectMany(p => p.Operations!.Values).Select(o => o.Responses!))
        {
            foreach (var status in answers.Keys.Where(s => s.StartsWith('4')).ToList())
            {
                var name = ReasonPhrases.GetReasonPhrase(int.Parse(status, CultureInfo.InvariantCulture)).Replace(" ", "", StringComparison.Ordinal);
                if (document.Components?.Responses?.ContainsKey(name) != true)
                    document.AddComponent(name, answers[status]);
                answers[status] = new OpenApiResponseReference(name, document);
            }
        }
    }

    /// <summary>Whether the answer is of one record, whose version it then tells.</summary>
    private static bool IsVersioned(string status, ApiDescription description) =>
        status is "200" or "201" && (description.HttpMethod == HttpMethods.Post || description.RelativePath?.EndsWith('}') == true);

    private static void Bound(OpenApiParameter parameter)
    {
        parameter.Description ??= "The record.";
        if (parameter.Schema is not OpenApiSchema schema)
            return;
        (schema.Format, schema.Minimum, schema.Maximum) = parameter.Name switch
        {
            "on" => ("date", schema.Minimum, schema.Maximum),
            "asKnownAt" => ("date-time", schema.Minimum, schema.Maximum),
            "page" => (schema.Format, "1", Text(Paging.LastPage)),
            "size" => (schema.Format, "1", Text(Paging.Most)),
            _ => (schema.Format, schema.Minimum, schema.Maximum),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static OpenApiParameter Header(string name, bool required, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = example,
    };

    private static OpenApiHeader Told(string description, string example) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example };

    /// <summary>The words of a name in the code: <c>SignAgreement</c> is “Sign agreement”.</summary>
    private static string InWords(string name) => Capital().Replace(name, m => " " + m.Value.ToLowerInvariant());

    [GeneratedRegex(@"(?<!^)\p{Lu}")]
    private static partial Regex Capital();
}

/// <summary>What an endpoint does, told by what it takes.</summary>
/// <param name="Records">Whether it records; else it only reads.</param>
/// <param name="Command">The command in its body; null where there is none, or the body is a document.</param>
internal sealed record OperationKind(bool Records, Type? Command)
{
    /// <summary>Whether it opens a record.</summary>
    public bool Opens => Command?.IsAssignableTo(typeof(IOpensRecord)) == true;

    /// <summary>What a method does.</summary>
    /// <param name="method">The endpoint's method.</param>
    public static OperationKind Of(MethodInfo method)
    {
        var taken = method.GetParameters().Select(p => p.ParameterType).ToList();
        return new(taken.Contains(typeof(HttpRecorder)), taken.Find(t => t.IsSubclassOf(typeof(Command))));
    }
}
