using System.Reflection;
using System.Text.Json.Nodes;

namespace Relations.App.Api;

/// <summary>The examples of the API document, kept as JSON in <c>Examples/</c>; a test sends every one of them to the API.</summary>
internal static class ApiExamples
{
    private static readonly Assembly Here = typeof(ApiExamples).Assembly;

    private static readonly Dictionary<string, JsonNode> All = Here.GetManifestResourceNames()
        .Where(n => n.StartsWith("Examples/", StringComparison.Ordinal))
        .SelectMany(n => JsonNode.Parse(Text(n))!.AsObject())
        .ToDictionary(e => e.Key, e => e.Value!);

    /// <summary>An example; null where nobody wrote one.</summary>
    /// <param name="name">What it is of: the type of a command or an answer, or an HTTP status.</param>
    public static JsonNode? Of(string name) => All.GetValueOrDefault(name)?.DeepClone();

    /// <summary>A text that is part of the application.</summary>
    /// <param name="name">Its name.</param>
    public static string Text(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd();
    }
}
