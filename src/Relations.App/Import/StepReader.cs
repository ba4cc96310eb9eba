using System.Text.Json;
using System.Text.Json.Nodes;
using Relations.App.Recording;
using Relations.App.Sources;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using UUIDNext;

namespace Relations.App.Import;

/// <summary>
/// Turns the steps of a file into commands, in order: <c>@key</c> into ids, <c>textFrom</c> into a text and its hash, quoted passages
/// into offsets, the rest by the reader of the API.
/// </summary>
/// <param name="file">The file's name.</param>
/// <param name="folder">Where its texts are.</param>
/// <param name="import">The name of the import.</param>
internal sealed class StepReader(string file, string folder, string import)
{
    /// <summary>The namespace of the ids made here (RFC 9562, section 5.5); it must never change.</summary>
    private static readonly Guid IdsOfImports = new("6b1fd3a4-9f0e-4a57-8c3b-2d5e7f1a9c60");

    private readonly Dictionary<string, Opened> records = [];
    private readonly Dictionary<string, string> texts = [];
    private StepPlace place = new(0, 0, "");

    /// <summary>Reads the next step.</summary>
    /// <param name="raw">The step as it is written.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="RecordFileException">It cannot be read.</exception>
    internal async Task<ImportStep> ReadAsync(RawStep raw, CancellationToken cancellation)
    {
        var (key, on, name, with) = Unwrap(raw);
        if (!CommandBodies.Commands.TryGetValue(name, out var type))
            throw Fault(new Refusal(ImportRules.CommandKnown, "do", name));

        await TakeTextAsync(with, type, cancellation);
        TakePassages(with);
        var (body, refusals) = CommandBodies.Read(Refer(with), RecordJson.Received.GetTypeInfo(type));
        if (body is not Command command)
            throw Fault(refusals);

        var record = command is IOpensRecord ? Open(key, command) : Find(on, command);
        record.Steps++;
        return new(place, record.Id, command, $"import/{import}/{place.Key}/{record.Steps}");
    }

    private (string? Key, string? On, string Name, JsonObject With) Unwrap(RawStep raw)
    {
        var (key, on) = (Text(raw.Body, "key"), Text(raw.Body, "on"));
        place = new(raw.Line, raw.Number, key ?? on ?? "?");
        return raw.Body is { } step
            && step.All(p => p.Key is "key" or "on" or "do" or "with")
            && step.ContainsKey("key") != step.ContainsKey("on") && (key ?? on) is not null
            && Text(step, "do") is { } name
            && step["with"] is JsonObject with
            ? (key, on, name, with)
            : throw Fault(new Refusal(ImportRules.StepShape));
    }

    private Opened Open(string? key, Command command)
    {
        if (key is null)
            throw Fault(new Refusal(ImportRules.OpensWithKey, "key", command.GetType().Name));
        if (!RecordFile.IsName(key))
            throw Fault(new Refusal(ImportRules.NameShape, "key", key, RecordFile.NameLimit));
        var opened = new Opened(Uuid.NewNameBased(IdsOfImports, $"{import}/{key}"), RecordKinds.Of(command)!);
        if (!records.TryAdd(key, opened))
            throw Fault(new Refusal(ImportRules.KeyOnce, "key", key));
        if (command is RegisterSource { Text: { } text })
            texts.Add(key, text);
        return opened;
    }

    private Opened Find(string? on, Command command)
    {
        if (on is null)
            throw Fault(new Refusal(ImportRules.AddsToRecord, "on", command.GetType().Name));
        if (!records.TryGetValue(on, out var record))
            throw Fault(new Refusal(ImportRules.KeyKnown, "on", on));
        return RecordKinds.Of(command) is { } kind && kind != record.Kind
            ? throw Fault(new Refusal(ImportRules.SameKind, "do", command.GetType().Name, record.Kind.Name))
            : record;
    }

    private async Task TakeTextAsync(JsonObject with, Type type, CancellationToken cancellation)
    {
        if (type != typeof(RegisterSource) || !with.ContainsKey("textFrom"))
            return;
        if (Text(with, "textFrom") is not { } name || name != Path.GetFileName(name) || with.ContainsKey("text") || with.ContainsKey("sha256"))
            throw Fault(new Refusal(ImportRules.TextFromShape, "textFrom"));

        var document = await DocumentAsync(Path.Combine(folder, name), cancellation)
            ?? throw Fault(new Refusal(ImportRules.TextReadable, "textFrom", name, SourceDocument.MostBytes));
        with.Remove("textFrom");
        (with["text"], with["sha256"]) = (document.Text, document.Sha256);
    }

    private static async Task<SourceDocument?> DocumentAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await stream.ReadAtMostAsync(SourceDocument.MostBytes, cancellation) is { } bytes ? SourceDocument.Read(bytes) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void TakePassages(JsonObject with)
    {
        if ((with["provenance"] as JsonObject)?["citations"] is not JsonArray citations)
            return;
        foreach (var (i, citation) in citations.Index())
        {
            if (citation is JsonObject quoted && quoted.ContainsKey("passage"))
                Locate(quoted, $"provenance.citations[{i}]");
        }
    }

    private void Locate(JsonObject quoted, string field)
    {
        if (Text(quoted, "passage") is not { Length: > 0 } passage || Text(quoted, "source") is not ['@', .. var key]
            || quoted.ContainsKey("offset") || quoted.ContainsKey("length"))
            throw Fault(new Refusal(ImportRules.PassageShape, field));
        if (!texts.TryGetValue(key, out var text))
            throw Fault(new Refusal(records.ContainsKey(key) ? ImportRules.PassageNeedsText : ImportRules.KeyKnown, field, key));

        var offset = text.IndexOf(passage, StringComparison.Ordinal);
        if (offset < 0)
            throw Fault(new Refusal(ImportRules.PassageFound, field, key, passage));
        if (text.IndexOf(passage, offset + 1, StringComparison.Ordinal) >= 0)
            throw Fault(new Refusal(ImportRules.PassageOnce, field, key, passage));
        quoted.Remove("passage");
        (quoted["offset"], quoted["length"]) = (offset, passage.Length);
    }

    /// <summary>A copy with the ids in place of the keys.</summary>
    private JsonNode? Refer(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Refer(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Refer)]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String && v.GetValue<string>() is ['@', .. var rest] =>
            rest is ['@', ..] ? rest : IdOf(rest),
        _ => node?.DeepClone(),
    };

    private string IdOf(string key) => records.TryGetValue(key, out var record)
        ? record.Id.ToString()
        : throw Fault(new Refusal(ImportRules.KeyKnown, null, key));

    private static string? Text(JsonObject? fields, string name) =>
        fields?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private RecordFileException Fault(params IReadOnlyList<Refusal> refusals) => RecordFile.Fault(file, place, refusals);

    /// <summary>A record that an earlier step opens.</summary>
    private sealed class Opened(Guid id, RecordKind kind)
    {
        public Guid Id { get; } = id;

        public RecordKind Kind { get; } = kind;

        /// <summary>How many steps it has so far: their idempotency keys stay the same when steps for other records come in between.</summary>
        public int Steps { get; set; }
    }
}
