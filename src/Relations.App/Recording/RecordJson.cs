using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Relations.App.Recording;

/// <summary>How facts are written as JSON: the same in the store, in the API, in seeds and in exports.</summary>
public static class RecordJson
{
    /// <summary>The options of the store.</summary>
    public static JsonSerializerOptions Stored { get; } = Configure(new(JsonSerializerDefaults.Web));

    /// <summary>The options of what comes from a file.</summary>
    public static JsonSerializerOptions Received { get; } = MakeReceived();

    /// <summary>Sets the options of whatever comes from outside: as stored, and a field nobody knows is refused as a typing error.</summary>
    /// <param name="options">The options to set.</param>
    public static void ConfigureReceived(JsonSerializerOptions options) =>
        Configure(options).UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;

    private static JsonSerializerOptions MakeReceived()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ConfigureReceived(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowOutOfOrderMetadataProperties = true; // PostgreSQL keeps the fields of a jsonb in an order of its own
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LetNullsBeLeftOut);
        return options;
    }

    /// <summary>What may be null is not written when it is, so it need not be there when it is read.</summary>
    private static void LetNullsBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AssociatedParameter is { IsNullable: true }))
            property.IsRequired = false;
    }
}
