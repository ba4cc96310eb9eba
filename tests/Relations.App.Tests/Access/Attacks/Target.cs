using System.Text.Json.Nodes;

namespace Relations.App.Tests.Access.Attacks;

/// <summary>Everything that the API document offers to attack, with records to do it on.</summary>
internal sealed class Target
{
    private const string ExampleIds = "0198f3a0-5c1e-7000-8000-00000000000";
    private static readonly string[] Opening = ["/log", "/attest", "/record", "/make"];
    private readonly AppFixture app;
    private readonly Dictionary<char, string> records;

    private Target(AppFixture app, JsonNode document)
    {
        this.app = app;
        var cast = app.Cast;
        records = new()
        {
            ['1'] = $"{cast.CanOim}",
            ['2'] = $"{cast.Can}",
            ['3'] = $"{cast.Oim}",
            ['4'] = $"{cast.Sgcan}",
            ['5'] = $"{cast.Davalos}",
            ['6'] = $"{cast.SanMiguel}",
            ['a'] = $"{cast.Communique}",
        };
        Commands =
        [
            .. from path in document["paths"]!.AsObject()
               let example = path.Value!["post"]?["requestBody"]?["content"]?["application/json"]?["example"]
               where example is not null
               select new Operation(path.Key, example),
        ];
        Reads = [.. from path in document["paths"]!.AsObject() where path.Value!["get"] is not null select Read(path.Key, path.Value!["get"]!)];
    }

    /// <summary>Every command, with its example.</summary>
    public IReadOnlyList<Operation> Commands { get; }

    /// <summary>Every question, with the names of what may be asked.</summary>
    public IReadOnlyList<(string Path, IReadOnlyList<string> Parameters)> Reads { get; }

    public static async Task<Target> OfAsync(AppFixture app)
    {
        var target = new Target(app, (await app.Api.GetAsync("/api/openapi.json")).Body);
        foreach (var (place, kind) in new[] { ('7', "/api/meetings/log"), ('8', "/api/agreements/attest"), ('9', "/api/agreements/attest") })
            target.records[place] = (await target.OpenAsync(target.Commands.Single(c => c.Path == kind))).ToString();
        return target;
    }

    /// <summary>The example of a command, about records that are there.</summary>
    public JsonNode Body(Operation command)
    {
        var text = command.Example.ToJsonString();
        foreach (var (place, id) in records)
            text = text.Replace(ExampleIds + place, id, StringComparison.Ordinal);
        var body = JsonNode.Parse(text)!;

        // What identifies a record, an account or a file is there once; and the passages of the examples are in no text here.
        if (body["displayName"] is not null && body["name"] is JsonValue)
            body["name"] = $"a{Guid.NewGuid():n}";
        if (body["slug"] is not null)
            body["slug"] = $"a-{Guid.NewGuid():n}";
        if (body["sha256"] is not null && body["text"] is null)
            body["sha256"] = $"{Guid.NewGuid():n}{Guid.NewGuid():n}";
        if (body["provenance"] is JsonObject provenance)
        {
            foreach (var about in new[] { "citations", "basis", "inferred" })
                provenance.Remove(about);
        }

        return body;
    }

    /// <summary>Where a command goes: to a new record of its kind, if it does not open one itself.</summary>
    public async Task<string> AddressAsync(Operation command)
    {
        if (!command.Path.Contains("{id}", StringComparison.Ordinal))
            return command.Path;
        var kind = string.Join('/', command.Path.Split('/').Take(3));
        var opening = Commands.First(c => c.Path == kind || Opening.Any(o => c.Path == kind + o));
        return command.Path.Replace("{id}", (await OpenAsync(opening)).ToString(), StringComparison.Ordinal);
    }

    /// <summary>The places of all texts in a body.</summary>
    public static IEnumerable<JsonValue> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Texts(f.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value],
        _ => [],
    };

    private async Task<Guid> OpenAsync(Operation opening)
    {
        var answer = await app.Api.PostAsync(opening.Path, Body(opening).ToJsonString());
        Assert.True(answer.Status == 201, $"{opening.Path}: {answer.Body}");
        return answer.Body["id"]!.GetValue<Guid>();
    }

    private static (string, IReadOnlyList<string>) Read(string path, JsonNode operation) =>
        (path, [.. (operation["parameters"]?.AsArray() ?? []).Where(p => p!["in"]!.GetValue<string>() == "query").Select(p => p!["name"]!.GetValue<string>())]);
}

/// <summary>A command as the API document has it.</summary>
internal sealed record Operation(string Path, JsonNode Example);
