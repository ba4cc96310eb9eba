using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>Reads commands from JSON and names every field at fault: the same for a request and for a file.</summary>
public static class CommandBodies
{
    /// <summary>A field given twice is a mistake: one of the two would be lost without a word.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { AllowDuplicateProperties = false };

    /// <summary>Every command by its name, such as <c>SignAgreement</c>.</summary>
    public static IReadOnlyDictionary<string, Type> Commands { get; } = typeof(Command).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract)
        .ToFrozenDictionary(t => t.Name);

    /// <summary>Reads a command, or another body of the API.</summary>
    /// <param name="body">Its fields.</param>
    /// <param name="type">Its type, with the options to read it by.</param>
    /// <returns>What was read, or what is wrong with which field.</returns>
    public static (object? Body, IReadOnlyList<Refusal> Refusals) Read(JsonNode? body, JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (body is not JsonObject fields)
            return (null, [new(CommonRules.BodyUnreadable)]);

        try
        {
            List<Refusal> refusals = [.. Mistakes(fields, type, "").Take(Limits.Items)];
            return refusals.Count == 0 ? (fields.Deserialize(type), []) : (null, refusals);
        }
        catch (JsonException e) when (e.Path is not null)
        {
            var path = e.Path.TrimStart('$', '.');
            return (null, [new(CommonRules.FieldUnreadable, path.Length == 0 ? null : path, Expected(type, path))]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // JsonNode answers half a surrogate pair, written as \ud800, with the latter.
            return (null, [new(CommonRules.BodyUnreadable)]);
        }
    }

    /// <summary>
    /// What the reader of JSON would pass over or tell one at a time: fields missing and unknown, nulls in lists, and names of
    /// no value, of which it would make another value by joining those between commas.
    /// </summary>
    private static IEnumerable<Refusal> Mistakes(JsonNode? node, JsonTypeInfo type, string path) => (node, type.Kind) switch
    {
        (JsonObject fields, JsonTypeInfoKind.Object) => type.Properties
            .Where(p => p.IsRequired && fields[p.Name] is null)
            .Select(p => new Refusal(CommonRules.FieldRequired, Within(path, p.Name)))
            .Concat(fields
                .Where(f => type.Properties.All(p => p.Name != f.Key))
                .Select(f => new Refusal(CommonRules.FieldUnknown, Within(path, f.Key))))
            .Concat(type.Properties
                .SelectMany(p => Mistakes(fields[p.Name], type.Options.GetTypeInfo(p.PropertyType), Within(path, p.Name)))),
        (JsonArray items, JsonTypeInfoKind.Enumerable) => items.SelectMany((item, i) => item is null
            ? [new Refusal(CommonRules.FieldRequired, $"{path}[{i}]")]
            : Mistakes(item, type.Options.GetTypeInfo(type.ElementType!), $"{path}[{i}]")),
        (JsonValue value, _) when EnumOf(type.Type) is { } names && value.TryGetValue(out string? name) && !Enum.IsDefined(names, name) =>
            [new Refusal(CommonRules.FieldUnreadable, path, NamesOf(names))],
        _ => [],
    };

    private static string Within(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static Type? EnumOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } found ? found : null;

    private static string NamesOf(Type names) => string.Join(" | ", Enum.GetNames(names));

    /// <summary>What the field at fault holds, in the words of the standards: the API document describes each.</summary>
    private static string Expected(JsonTypeInfo type, string path)
    {
        var name = path.Split('.', '[')[0];
        var property = type.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType;
        property = Nullable.GetUnderlyingType(property ?? typeof(object)) ?? property;
        return property switch
        {
            { IsEnum: true } => NamesOf(property),
            null => "JSON",
            _ when property == typeof(Domain.Time.EdtfDate) => "EDTF (1992, 2016-02, 2016-02-12, 2010/2015)",
            _ when typeof(IRecordId).IsAssignableFrom(property) => "UUID",
            _ when property == typeof(string) => "string",
            _ when typeof(System.Collections.IEnumerable).IsAssignableFrom(property) => "array",
            _ => property.Name,
        };
    }
}
