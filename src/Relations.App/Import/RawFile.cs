using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Relations.App.Recording;
using Relations.Domain.Recording;

namespace Relations.App.Import;

/// <summary>A step as it is written.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Body">What is written; null where it is no object.</param>
internal sealed record RawStep(int Number, int Line, JsonObject? Body);

/// <summary>A file of records as it is written, with the lines of its steps: a message that names no line is no help in a long file.</summary>
/// <param name="Import">The name of the import.</param>
/// <param name="Steps">Its steps in order.</param>
internal sealed record RawFile(string Import, IReadOnlyList<RawStep> Steps)
{
    private static readonly JsonReaderOptions WithComments = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly JsonDocumentOptions StrictWithComments = CommandBodies.Strict with
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="json">Its bytes.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="RecordFileException">It is not a file of records.</exception>
    internal static RawFile Read(string file, ReadOnlySpan<byte> json)
    {
        json = json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json;
        var reader = new Utf8JsonReader(json, WithComments);
        string? import = null;
        List<RawStep>? steps = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Shapeless(file);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (name == "import" && import is null && reader.TokenType == JsonTokenType.String)
                import = reader.GetString();
            else if (name == "records" && steps is null && reader.TokenType == JsonTokenType.StartArray)
                steps = ReadSteps(file, json, ref reader);
            else
                throw Shapeless(file);
        }

        // Whatever follows the object makes the reader throw.
        reader.Read();
        return import is null || steps is null ? throw Shapeless(file) : new(import, steps);
    }

    private static List<RawStep> ReadSteps(string file, ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        List<RawStep> steps = [];
        var (line, counted) = (1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            line += json[counted..start].Count((byte)'\n');
            counted = start;
            if (steps.Count == RecordFile.MostSteps)
                throw RecordFile.Fault(file, new(line, 0, ""), new Refusal(ImportRules.TooManySteps, null, RecordFile.MostSteps));
            reader.Skip();
            steps.Add(ReadStep(file, steps.Count + 1, line, json[start..(int)reader.BytesConsumed]));
        }

        return steps;
    }

    private static RawStep ReadStep(string file, int number, int line, ReadOnlySpan<byte> json)
    {
        try
        {
            return new(number, line, JsonNode.Parse(json, documentOptions: StrictWithComments) as JsonObject);
        }
        catch (JsonException)
        {
            // The file's own reader has found it well formed, so what is left is a field given twice.
            throw RecordFile.Fault(file, new(line, number, "?"), new Refusal(ImportRules.FieldTwice));
        }
    }

    private static RecordFileException Shapeless(string file) => RecordFile.Fault(file, null, new Refusal(ImportRules.FileShape));
}
