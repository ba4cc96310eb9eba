using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Api;

/// <summary>
/// What the generated schemas do not know: that ids and dates are texts, what the values of an enumeration mean, which
/// limits the words of the documentation name.
/// </summary>
internal static partial class ApiSchemas
{
    /// <summary>Where a schema keeps the words of a property whose type is a component of its own.</summary>
    private const string ReferenceDescription = "x-ref-description";

    private static readonly Assembly[] Assemblies = [typeof(Command).Assembly, typeof(ApiSchemas).Assembly];
    private static readonly Lazy<Dictionary<string, string>> Words = new(ReadWords);

    /// <summary>Whether a type of the domain is a plain text in JSON.</summary>
    /// <param name="type">The type.</param>
    public static bool IsText(Type type) => TextSchema(type) is not null;

    /// <summary>Completes a schema.</summary>
    /// <param name="schema">The schema as generated.</param>
    /// <param name="context">What it is of.</param>
    public static Task CompleteAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        var mayBeNull = Nullable.GetUnderlyingType(type) is not null || context.JsonPropertyInfo is { IsGetNullable: true };
        if (type == typeof(RecordedAnswer) && ApiExamples.Of(type.Name) is { } example)
            schema.Examples = [example];
        if (TextSchema(type) is { } text)
            (schema.Type, schema.Format, schema.Examples) = (OrNull(mayBeNull), text.Format, text.Examples);
        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } kind)
            NameValues(schema, kind);
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element })
            schema.Items ??= TextSchema(element);
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
            schema.Required = context.JsonTypeInfo.Properties.Where(p => p.IsRequired).Select(p => p.Name).ToHashSet();
        Phrase(schema);
        return Task.CompletedTask;
    }

    /// <summary>Moves what is said of a property that may be null up to the property itself, where readers look for it.</summary>
    /// <param name="property">The property's schema.</param>
    public static void LiftDescription(IOpenApiSchema property)
    {
        if (property is not OpenApiSchema { Description: null, OneOf: { } either })
            return;
        foreach (var reference in either.OfType<OpenApiSchemaReference>())
            (property.Description, reference.Description) = (reference.Description, null);
    }

    /// <summary>A sentence of the documentation on one line, with the limits that it names as numbers.</summary>
    /// <param name="text">The sentence.</param>
    public static string OneLine(string text) =>
        Constant().Replace(
            Space().Replace(text, " ").Trim(),
            c => Value(c) is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:N0}") : c.Value);

    private static OpenApiSchema? TextSchema(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(EdtfDate) ? new() { Type = JsonSchemaType.String, Format = "edtf", Examples = ["2016-02-12", "1992"] }
            : type.IsAssignableTo(typeof(IRecordId)) ? new() { Type = JsonSchemaType.String, Format = "uuid" }
            : null;
    }

    private static JsonSchemaType OrNull(bool mayBeNull) =>
        mayBeNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;

    private static void NameValues(OpenApiSchema schema, Type kind)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(kind).Select(n => (JsonNode)n)];
        var meanings = Enum.GetNames(kind).Select(n => $"* `{n}`: {Words.Value.GetValueOrDefault($"F:{kind.FullName}.{n}")}");
        schema.Description = $"{Words.Value.GetValueOrDefault($"T:{kind.FullName}")}\n\n{string.Join('\n', meanings)}";
    }

    /// <summary>Limits are named where they are explained, so the words are where they are found.</summary>
    private static void Phrase(OpenApiSchema schema)
    {
        if (schema.Metadata?.TryGetValue(ReferenceDescription, out var words) == true && words is string reference)
            schema.Metadata[ReferenceDescription] = OneLine(reference);
        if (schema.Description is null || schema.Enum is { Count: > 0 })
            return;
        if (Most().Match(schema.Description) is { Success: true } most)
        {
            var limit = Convert.ToInt32(Value(Constant().Match(most.Value)), CultureInfo.InvariantCulture);
            if (most.Groups["characters"].Success && schema.Type?.HasFlag(JsonSchemaType.String) == true)
                schema.MaxLength = limit;
            else if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
                schema.MaxItems = limit;
        }

        schema.Description = OneLine(schema.Description);
    }

    /// <summary>The number that a constant of the code stands for; null where the words only look like one.</summary>
    private static object? Value(Match constant) => Assemblies.SelectMany(a => a.GetTypes())
        .FirstOrDefault(t => t.Name == constant.Groups["owner"].Value)
        ?.GetField(constant.Groups["name"].Value, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        ?.GetValue(null);

    /// <summary>What the values of the domain's enumerations mean: its XML documentation stands beside the assembly.</summary>
    private static Dictionary<string, string> ReadWords() =>
        XDocument.Load(Path.ChangeExtension(typeof(Command).Assembly.Location, "xml")).Descendants("member")
            .Where(m => m.Attribute("name")!.Value[0] is 'F' or 'T' && m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => OneLine(m.Element("summary")!.Value));

    [GeneratedRegex(@"\b(?:int|decimal) (?<owner>[A-Z]\w+)\.(?<name>\w+)")]
    private static partial Regex Constant();

    [GeneratedRegex(@"\bat most int \w+\.\w+(?<characters> characters)?")]
    private static partial Regex Most();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
