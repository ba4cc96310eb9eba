using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relations.Domain.Time;

/// <summary>A date is a JSON string, exactly as written.</summary>
public sealed class EdtfDateJsonConverter : JsonConverter<EdtfDate>
{
    /// <summary>Reads a date from a JSON string.</summary>
    /// <param name="reader">At the value.</param>
    /// <param name="typeToConvert">The type asked for.</param>
    /// <param name="options">Not used: a date has one form.</param>
    /// <exception cref="JsonException">The value is not a string, or not a date; the message says why.</exception>
    public override EdtfDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A date is a JSON string.");
        }

        var problem = EdtfParser.Read(reader.GetString()!, out var date);
        return date ?? throw new JsonException(problem);
    }

    /// <summary>Writes a date as a JSON string, exactly as it was written.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The date.</param>
    /// <param name="options">Not used: a date has one form.</param>
    public override void Write(Utf8JsonWriter writer, EdtfDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
