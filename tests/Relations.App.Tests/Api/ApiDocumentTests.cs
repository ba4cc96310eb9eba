using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Relations.App.Tests.Api;

/// <summary>The API document is whole: whoever reads it alone can use the API.</summary>
[Collection(AppCollection.Name)]
public partial class ApiDocumentTests(AppFixture app)
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    /// <summary>The one address that is told nothing but what stands in it.</summary>
    private const string BodilessPost = "/api/accounts/{id}/invite";

    /// <summary>The rules that an example may break, for want of what it refers to.</summary>
    private static readonly string[] NotHere = ["record.reference-unknown", "record.slug-taken"];

    [Fact]
    public async Task it_is_OpenAPI_3_1_and_tells_how_the_API_works()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1.", Text(document["openapi"]), StringComparison.Ordinal);
        Assert.Equal("Relations", Text(document["info"]!["title"]));
        Assert.NotEmpty(Text(document["info"]!["version"]));
        foreach (var word in new[] { "If-Match", "Idempotency-Key", "RFC 9457", "Accept-Language", "asKnownAt", "`size`" })
            Assert.Contains(word, Text(document["info"]!["description"]), StringComparison.Ordinal);
        Assert.All(document["tags"]!.AsArray(), tag => Assert.NotEmpty(Text(tag!["description"])));
    }

    [Fact]
    public async Task every_operation_is_described()
    {
        var operations = Operations(await DocumentAsync()).ToList();
        Assert.All(operations, o => Assert.DoesNotContain("_api_", Text(o.Body["summary"]) + Text(o.Body["description"]), StringComparison.Ordinal));
        Assert.All(operations, o => Assert.EndsWith(".", Text(o.Body["description"]), StringComparison.Ordinal));
        Assert.All(operations, o => Assert.DoesNotMatch(Constant(), Text(o.Body["description"])));
        Assert.All(operations, o => Assert.Single(o.Body["tags"]!.AsArray()));
        Assert.All(operations.Where(o => o.Method == "post" && o.Path != BodilessPost), o =>
            Assert.All(o.Body["requestBody"]!["content"]!.AsObject(), c => Assert.NotNull(c.Value!["example"])));
        Assert.All(operations, o => Assert.All(o.Body["parameters"]?.AsArray() ?? [], p => Assert.NotEmpty(Text(p!["description"]))));
        var ids = operations.Select(o => Text(o.Body["operationId"])).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task every_operation_says_what_it_answers()
    {
        var document = await DocumentAsync();
        foreach (var (path, method, body) in Operations(document))
        {
            var answers = body["responses"]!.AsObject();
            Assert.Contains(answers, a => a.Key is "200" or "201" && Schema(a.Value!) is not null);
            Assert.Contains("400", answers.Select(a => a.Key));
            Assert.Equal(path.Contains('{', StringComparison.Ordinal), answers.ContainsKey("404"));
            Assert.All(answers.Where(a => a.Key.StartsWith('4')), a =>
                Assert.StartsWith("#/components/responses/", Text(a.Value!["$ref"]), StringComparison.Ordinal));
            Assert.True(method is "get" or "delete" || answers.ContainsKey("422"), path);
            Assert.Contains("401", answers.Select(a => a.Key));
        }

        Assert.All(document["components"]!["responses"]!.AsObject(), r =>
            Assert.Equal("#/components/schemas/ProblemAnswer", Text(r.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"])));
        Assert.False(document["components"]!["schemas"]!.AsObject().ContainsKey("IResult"));
    }

    [Fact]
    public async Task commands_take_the_version_seen_and_a_key()
    {
        foreach (var (path, _, body) in Commands(await DocumentAsync()))
        {
            var headers = body["parameters"]!.AsArray().Where(p => Text(p!["in"]) == "header")
                .ToDictionary(p => Text(p!["name"]), p => p!["required"]?.GetValue<bool>() == true);
            Assert.False(headers["Idempotency-Key"]);
            Assert.Equal(path.Contains('{', StringComparison.Ordinal), headers.GetValueOrDefault("If-Match"));
            var recorded = body["responses"]![path.Contains('{', StringComparison.Ordinal) ? "200" : "201"]!;
            Assert.Equal("#/components/schemas/RecordedAnswer", Schema(recorded));
            Assert.NotNull(recorded["headers"]!["ETag"]);
        }
    }

    [Fact]
    public async Task every_schema_and_property_is_described_and_typed()
    {
        foreach (var (name, schema) in (await DocumentAsync())["components"]!["schemas"]!.AsObject())
        {
            Assert.True(Text(schema!["description"]).Length > 0, name);
            foreach (var (property, value) in schema["properties"]?.AsObject() ?? [])
            {
                var said = Text(value!["description"]);
                Assert.True(said.Length > 0 && !Constant().IsMatch(said), $"{name}.{property}: {said}");
                Assert.True(Means(value) || property == "data", $"{name}.{property} may be anything.");
                Assert.True(value["items"] is not { } items || Means(items), $"{name}.{property} holds anything.");
            }
        }
    }

    [Fact]
    public async Task ids_dates_and_kinds_are_texts_and_limits_are_told()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;
        var attest = schemas["AttestAgreement"]!["properties"]!;
        Assert.Equal(("string", "uuid"), (Text(attest["parties"]!["items"]!["type"]), Text(attest["parties"]!["items"]!["format"])));
        Assert.Equal(["null", "string"], attest["since"]!["type"]!.AsArray().Select(Text));
        Assert.Equal("edtf", Text(attest["since"]!["format"]));
        Assert.Equal(["2016-02-12", "1992"], attest["since"]!["examples"]!.AsArray().Select(Text));
        Assert.Equal(1_000, attest["title"]!["maxLength"]!.GetValue<int>());
        Assert.Equal(200, schemas["LogMeeting"]!["properties"]!["topics"]!["maxItems"]!.GetValue<int>());
        Assert.Equal("string", Text(schemas["AgreementStatus"]!["type"]));
        Assert.Contains("`InForce`: In force", Text(schemas["AgreementStatus"]!["description"]), StringComparison.Ordinal);
    }

    /// <summary>An example is read as any body is: only what it refers to is not on record.</summary>
    [Fact]
    public async Task every_command_has_an_example_that_can_be_sent()
    {
        foreach (var (path, _, body) in Commands(await DocumentAsync()))
        {
            var example = body["requestBody"]!["content"]!["application/json"]!["example"];
            Assert.True(example is not null, path);
            var answer = await app.Api.PostAsync(path.Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal), example.ToJsonString(), 1);
            Assert.True(answer.Status is 201 or 404 or 422, $"{path}: {answer.Body}");
            Assert.All(answer.Broken, b => Assert.Contains(b.Rule, NotHere));
        }
    }

    [Fact]
    public async Task its_page_loads_nothing_from_elsewhere()
    {
        var http = app.Http;
        var page = await http.GetStringAsync(new Uri("/api/reference/", UriKind.Relative));
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.Contains("api/openapi.json", page, StringComparison.Ordinal);
        foreach (var setting in new[] { "\"withDefaultFonts\":false", "\"telemetry\":false", "\"showDeveloperTools\":\"never\"" })
            Assert.Contains(setting, page, StringComparison.Ordinal);
        foreach (Match script in Script().Matches(page))
        {
            using var answer = await http.GetAsync(new Uri("/api/reference/" + script.Groups["address"].Value, UriKind.Relative));
            Assert.True(answer.IsSuccessStatusCode, script.Value);
        }
    }

    private async Task<JsonNode> DocumentAsync()
    {
        var answer = await app.Api.GetAsync("/api/openapi.json");
        Assert.True(answer.Status == 200, answer.Body.ToJsonString());
        return answer.Body;
    }

    private static IEnumerable<(string Path, string Method, JsonNode Body)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        where path.Key.StartsWith("/api/", StringComparison.Ordinal)
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key)
        select (path.Key, operation.Key, operation.Value);

    private static IEnumerable<(string Path, string Method, JsonNode Body)> Commands(JsonNode document) => Operations(document).Where(o =>
        CommandNames.Contains(Text(o.Body["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]).Split('/')[^1]));

    private static readonly HashSet<string> CommandNames =
        [.. typeof(Domain.Recording.Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Domain.Recording.Command))).Select(t => t.Name)];

    private static string? Schema(JsonNode answer) => answer["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>();

    private static bool Means(JsonNode schema) => schema["type"] is not null || schema["$ref"] is not null || schema["oneOf"] is not null;

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";

    [GeneratedRegex(@"\b(int|decimal) [A-Z]\w+\.")]
    private static partial Regex Constant();

    [GeneratedRegex("""<script[^>]* src="(?<address>[^"]+)""")]
    private static partial Regex Script();
}
