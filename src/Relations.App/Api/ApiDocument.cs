using Microsoft.AspNetCore.OpenApi;

namespace Relations.App.Api;

/// <summary>The OpenAPI 3.1 document of the API.</summary>
internal static class ApiDocument
{
    /// <summary>Sets how it is made.</summary>
    /// <param name="options">The options of the document.</param>
    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Relations";
            return Task.CompletedTask;
        });
    }
}
