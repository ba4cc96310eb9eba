using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Wolverine.Http;

namespace Relations.App.Api;

/// <summary>
/// The OpenAPI 3.1 document of the API. Its words are those of the XML documentation in the code, brought in at compile
/// time; its examples are in <c>Examples/</c>; how the API works as a whole is told in <c>ApiDocument.md</c>.
/// </summary>
internal static class ApiDocument
{
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["Search"] = "All records and the texts of sources, by their words and by the names of whom they concern.",
        ["Past"] = "In what a partnership differs between two moments, and where an agreement stands on any day.",
        ["Portfolio"] = "All partnerships with the figures that a manager compares.",
        ["Partnerships"] = "The continuing relations between two or more organisations: parties, themes, focal point, timeline.",
        ["Organisations"] = "Intergovernmental organisations, organs, state bodies, NGOs, universities, companies, and how they belong together.",
        ["People"] = "People, the posts that they held and when, and the full powers that they were given.",
        ["Meetings"] = "Encounters of representatives: who took part for whom, what was discussed and said, what came of it.",
        ["Agreements"] = "Instruments between parties, from proposal over signature and force to their end.",
        ["Projects"] = "Joint work over a period, in the statuses and roles of the IATI Standard.",
        ["Commitments"] = "What a party undertook: to whom, due when, kept with which evidence.",
        ["Sources"] = "The documents that facts are written in.",
        ["Access"] = "Who signed in, read and was refused, for auditors.",
        ["Accounts"] = "Who reads and records, and in which roles. Administrators keep them.",
        ["Tokens"] = "What machines send to use this API, each for the account that issued it.",
    };

    /// <summary>Sets how it is made.</summary>
    /// <param name="options">The options of the document.</param>
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type =>
            ApiSchemas.IsText(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer((schema, context, _) => ApiSchemas.CompleteAsync(schema, context));
        options.AddOperationTransformer(ApiOperations.CompleteAsync);
        options.AddDocumentTransformer((document, _, _) => CompleteAsync(document));
    }

    /// <summary>Tells of an endpoint what it answers, for the document to describe.</summary>
    /// <param name="chain">The endpoint.</param>
    public static void DescribeAnswers(HttpChain chain)
    {
        var kind = OperationKind.Of(chain.Method.Method);
        if (kind.Records)
        {
            var recorded = kind.Opens ? StatusCodes.Status201Created : StatusCodes.Status200OK;
            chain.Metadata.WithMetadata(new ProducesResponseTypeAttribute<RecordedAnswer>(recorded));
        }

        foreach (var status in ApiOperations.Failures(kind, chain.RoutePattern!.Parameters.Count > 0))
            chain.Metadata.WithMetadata(new ProducesResponseTypeAttribute(typeof(ProblemAnswer), status, ProblemAnswer.MediaType));
    }

    private static Task CompleteAsync(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Relations",
            Version = typeof(ApiDocument).Assembly.GetName().Version!.ToString(3),
            Description = ApiExamples.Text("ApiDocument.md"),
        };
        document.Tags = document.Tags?
            .OrderBy(t => Tags.Keys.ToList().IndexOf(t.Name!))
            .Select(t => new OpenApiTag { Name = t.Name, Description = Tags.GetValueOrDefault(t.Name!) })
            .ToHashSet();
        // Endpoints return it; no answer ever shows it.
        document.Components?.Schemas?.Remove(nameof(IResult));
        foreach (var property in document.Components?.Schemas?.Values.SelectMany(s => s.Properties?.Values ?? []) ?? [])
            ApiSchemas.LiftDescription(property);
        ApiOperations.ShareFailures(document);
        return Task.CompletedTask;
    }
}
