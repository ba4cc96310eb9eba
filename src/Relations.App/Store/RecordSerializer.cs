using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Relations.App.Recording;
using Relations.Domain.Recording;
using Weasel.Storage;
using SystemTextJsonSerializer = Marten.Services.SystemTextJsonSerializer;

namespace Relations.App.Store;

/// <summary>
/// Writes and reads JSON as <see cref="RecordJson.Stored"/> says. Events are read in one piece from the row that the driver holds
/// already, and what stands beside them straight into its types: views are made of hundreds of thousands of them.
/// </summary>
internal sealed class RecordSerializer : SystemTextJsonSerializer, IStorageSerializer
{
    /// <summary>Sets the serializer up.</summary>
    public RecordSerializer() : base(RecordJson.Stored)
    {
        EnumStorage = Weasel.Core.EnumStorage.AsString;
        Casing = Weasel.Core.Casing.CamelCase;
        Configure(options => options.Converters.Add(new HeadersConverter()));
    }

    /// <inheritdoc />
    ValueTask<object> IStorageSerializer.FromJsonAsync(Type type, DbDataReader reader, int index, CancellationToken cancellationToken) =>
        type.IsSubclassOf(typeof(Event))
            ? ValueTask.FromResult(JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(index), type, RecordJson.Stored)!)
            : FromJsonAsync(type, reader, index, cancellationToken);

    /// <summary>Knows the types of the headers that <see cref="EventMetadata"/> writes.</summary>
    private sealed class HeadersConverter : JsonConverter<Dictionary<string, object>>
    {
        public override Dictionary<string, object> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var headers = new Dictionary<string, object>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                reader.Read();
                headers[name] = name switch
                {
                    EventMetadata.ConcernsHeader => JsonSerializer.Deserialize<Concerns>(ref reader, RecordJson.Stored)!,
                    EventMetadata.ProvenanceHeader => JsonSerializer.Deserialize<Provenance>(ref reader, RecordJson.Stored)!,
                    _ => JsonSerializer.Deserialize<object>(ref reader, options)!,
                };
            }

            return headers;
        }

        public override void Write(Utf8JsonWriter writer, Dictionary<string, object> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, header) in value)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, header, options);
            }

            writer.WriteEndObject();
        }
    }
}
