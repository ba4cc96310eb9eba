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

    /// <summary>Reads a command.</summary>
    /// <param name="body">Its fields.</param>
    /// <param name="type">The command's type, with the options to read it by.</param>
    /// <returns>The command, or what is wrong with which field.</returns>
    public static (Command? Command, IReadOnlyList<Refusal> Refusals) Read(JsonNode? body, JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (body is not JsonObject fields)
            return (null, [new(CommonRules.BodyUnreadable)]);

        List<Refusal> refusals = [.. Shape(fields, type)];
        if (refusals.Count > 0)
            return (null, refusals);
        try
        {
            return ((Command?)fields.Deserialize(type), []);
        }
        catch (JsonException e)
        {
            var path = e.Path?.TrimStart('$', '.');
            return (null, [new(CommonRules.FieldUnreadable, string.IsNullOrEmpty(path) ? null : path, Expected(type, path))]);
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
        var name = path?.Split('.', '[')[0];
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
