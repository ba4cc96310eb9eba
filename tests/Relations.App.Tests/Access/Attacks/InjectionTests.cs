using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace Relations.App.Tests.Access.Attacks;

/// <summary>What is sent stays data: it is recorded letter by letter or refused, and is never carried out, whoever reads it later.</summary>
public class InjectionTests(AppFixture app) : IClassFixture<AppFixture>
{
    /// <summary>Ends a text, an attribute and a tag of HTML; each mark shows where it was not encoded.</summary>
    private const string Markup = "zq\"zr'zs<zt>zu";

    private const string Script = "zy</title></script><script>alert(1)</script><img src=x onerror=alert(1)>";

    private static readonly string[] All =
    [
        Markup,
        Script,
        "'; drop table relations.mt_events; --",
        "' or '1'='1",
        "x'||(select pg_sleep(9))||'",
        "\\'; select 1; --",
        "\"}, \"kind\": \"Office\", {\"a\": \"",
        "$(id) `id` ${7*7} {{7*7}} {0} %s %00",
        "../../../../etc/passwd",
        "=HYPERLINK(\"http://evil.example\")",
        "\u202Etxet\u0007\u001b[31m",
    ];

    /// <summary>How that looks where it was not encoded.</summary>
    private static readonly string[] Unencoded = ["zq\"", "zr'", "zs<", "zt>", "zy<", "<script>alert", "onerror=alert(1)>"];

    /// <summary>The names of parameters that pages read, and of one that none does.</summary>
    private static readonly string[] Parameters = ["on", "asKnownAt", "page", "from", "length", "x"];

    public static TheoryData<string> Payloads => [.. All];

    [Theory]
    [InlineData("'; drop table relations.mt_events; -- ' || (select pg_sleep(9)) || ' or '1'='1 \\'; select 1; --")]
    [InlineData("\"}, \"kind\": \"Office\", {\"a\": \" $(id) `id` ${7*7} {{7*7}} {0} %s %00 ../../../../etc/passwd")]
    [InlineData("\u202Etxet\u0007\u001b[31m")]
    public async Task in_no_text_of_no_command(string payload)
    {
        var target = await Target.OfAsync(app);
        var accepted = 0;
        foreach (var command in target.Commands.Where(c => c.Path != "/api/account/tokens")) // a token, as is used here, issues none
        {
            var places = Target.Texts(target.Body(command)).Count();
            var address = await target.AddressAsync(command);
            for (var place = 0; place < places; place++)
            {
                var body = target.Body(command);
                Target.Texts(body).ElementAt(place).ReplaceWith(payload);
                var answer = await app.Api.PostAsync(address, body.ToJsonString(), version: address == command.Path ? null : 1);
                Assert.True(answer.Status is 200 or 201 or 400 or 409 or 422, $"{command.Path}: {answer.Status} {body} {answer.Body}");
                if (answer.Status == 201 || answer.Status == 200)
                    accepted++;
                if (answer.Status == 200)
                    address = await target.AddressAsync(command);
            }
        }

        Assert.True(accepted > 40 || payload.Contains('\u0007', StringComparison.Ordinal), $"Only {accepted} were taken.");
        await StandsAsync();
    }

    /// <summary>What was recorded above, and all that is asked for here, is shown on no page as markup.</summary>
    [Theory]
    [InlineData(Markup)]
    [InlineData(Script)]
    public async Task on_no_page(string payload)
    {
        await in_no_text_of_no_command(payload);
        var slug = $"a-{Guid.NewGuid():n}";
        await RecordAttackedAsync(slug, payload);
        await app.ViewsAsync();
        var shown = 0;
        await using var session = app.Documents.QuerySession();
        var sources = await Marten.QueryableExtensions.ToListAsync(session.Query<Domain.Sources.Source>());
        List<string> pages =
        [
            "/", "/partnerships/can-oim", $"/partnerships/{slug}", $"/partnerships/{slug}?on=2016-12-31",
            .. sources.Select(s => $"/sources/{s.Id}?from=0&length=9"), .. sources.Select(s => $"/sources/{s.Id}"),
            .. Parameters.SelectMany(q => new[]
            {
                $"/partnerships/{slug}?{q}={Uri.EscapeDataString(payload)}",
                $"/?{q}={Uri.EscapeDataString(payload)}",
                $"/sources/{sources[0].Id}?{q}={Uri.EscapeDataString(payload)}",
            }),
            $"/{Uri.EscapeDataString(payload)}", $"/partnerships/{Uri.EscapeDataString(payload)}", $"/sources/{Uri.EscapeDataString(payload)}",
            $"/api/reference/{Uri.EscapeDataString(payload)}", $"/api/reference/?x={Uri.EscapeDataString(payload)}",
            "/?page=-1", "/?page=99999999999", $"/sources/{sources[0].Id}?from=-1&length=2147483647",
            $"/sources/{sources[0].Id}?from=2147483647&length=2147483647",
        ];
        foreach (var page in pages)
        {
            using var answer = await app.Http.GetAsync(new Uri(page, UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"{page}: {answer.StatusCode}");
            foreach (var open in Unencoded)
                Assert.False(html.Contains(open, StringComparison.Ordinal), $"{page} shows {open}");
            Assert.Equal(Count(html, "<form method=\"post\""), Count(html, "name=\"__RequestVerificationToken\""));
            shown += Count(html, WebUtility.HtmlEncode(payload)[..6]);
        }

        Assert.True(shown > 20, $"Only {shown} were shown at all.");
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task in_no_question(string payload)
    {
        var target = await Target.OfAsync(app);
        var value = Uri.EscapeDataString(payload);
        foreach (var (path, parameters) in target.Reads)
        {
            var addresses = parameters.Select(p => $"{path.Replace("{id}", app.Cast.Can.ToString(), StringComparison.Ordinal).Replace("{key}", "can-oim", StringComparison.Ordinal)}?{p}={value}")
                .Append($"{path.Replace("{id}", value, StringComparison.Ordinal).Replace("{key}", value, StringComparison.Ordinal)}?x={value}&{value}=x");
            foreach (var address in addresses)
            {
                var answer = await app.Api.GetAsync(address);
                Assert.True(answer.Status is 200 or 400 or 404, $"{address}: {answer.Status} {answer.Body}");
                Assert.EndsWith("json", answer.MediaType, StringComparison.Ordinal);
            }
        }

        await StandsAsync();
    }

    [Theory]
    [InlineData("If-Match")]
    [InlineData("Idempotency-Key")]
    [InlineData("Accept-Language")]
    [InlineData("Cookie")]
    [InlineData("Accept")]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("traceparent")]
    public async Task in_no_header(string header)
    {
        foreach (var payload in All)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/organisations")
            {
                Content = new StringContent("""{ "kind": "Office", "names": [{ "language": "es", "name": "Sede" }] }""", Encoding.UTF8, "application/json"),
            };
            request.Headers.TryAddWithoutValidation(header, payload);
            var answer = await app.Api.SendAsync(request);
            Assert.True(answer.Status is 201 or 400 or 406, $"{header}: {payload}: {answer.Status} {answer.Body}");
        }

        await StandsAsync();
    }

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc/passwd")]
    [InlineData("/..%5c..%5cappsettings.json")]
    [InlineData("/%252e%252e/appsettings.json")]
    [InlineData("/vendor/../../appsettings.json")]
    [InlineData("/vendor/..;/appsettings.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/Relations.App.dll")]
    [InlineData("/seeds/can-oim.json")]
    [InlineData("/_framework/..%2f..%2fappsettings.json")]
    [InlineData("/relations.css%00.html")]
    public async Task no_path_leads_out_of_what_is_served(string path)
    {
        await using var own = OwnApp.On(app.ConnectionString);
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(own.Address.Host, own.Address.Port); // as it is, where a client would tidy it up
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {app.Http.DefaultRequestHeaders.Authorization}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync();
        Assert.Matches("^HTTP/1.1 (400|404) ", answer);
        Assert.DoesNotContain("LogLevel", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Malformed => new()
    {
        { "depth", $$"""{ "kind": "Office", "names": {{new string('[', 100_000)}}{{new string(']', 100_000)}} }""" },
        { "depth of objects", string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000) },
        { "duplicates", """{ "kind": "Office", "names": [{ "language": "es", "name": "a", "name": "b" }] }""" },
        { "a huge number", $$"""{ "kind": {{new string('9', 100_000)}}, "names": [] }""" },
        { "a huge exponent", """{ "kind": 1e999999999, "names": [] }""" },
        { "not a number", """{ "kind": NaN, "names": [] }""" },
        { "comments", """{ /* a */ "kind": "Office", "names": [{ "language": "es", "name": "a" }] }""" },
        { "a trailing comma", """{ "kind": "Office", "names": [{ "language": "es", "name": "a" },] }""" },
        { "a type to make", """{ "$type": "System.Diagnostics.Process", "kind": "Office", "names": [] }""" },
        { "a prototype", """{ "__proto__": { "admin": true }, "kind": "Office", "names": [] }""" },
        { "many fields", $$"""{ {{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"f{i}\":1"))}} }""" },
        { "many items", $$"""{ "kind": "Office", "names": [{{string.Join(',', Enumerable.Repeat("{\"language\":\"es\",\"name\":\"a\"}", 50_000))}}] }""" },
        { "a long text", $$"""{ "kind": "Office", "names": [{ "language": "es", "name": "{{new string('a', 2_000_000)}}" }] }""" },
        { "a nul", """{ "kind": "Office", "names": [{ "language": "es", "name": "a\u0000b" }] }""" },
        { "half a pair", """{ "kind": "Office", "names": [{ "language": "es", "name": "\udc00\ud800" }] }""" },
        { "two documents", """{ "kind": "Office", "names": [] } { "kind": "Office", "names": [] }""" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task malformed_JSON_is_told_and_recorded_nowhere(string what, string body)
    {
        var before = await app.EventsAsync();
        var answer = await app.Api.PostAsync("/api/organisations", body);
        Assert.True(answer.Status is 400 or 422, $"{what}: {answer.Status} {answer.Body}");
        Assert.True(answer.Body.ToJsonString().Length < 100_000, what);
        Assert.Equal(before, await app.EventsAsync());
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", "{}")]
    [InlineData("application/json; charset=utf-7", "{}")]
    public async Task other_encodings_are_not_read(string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/organisations") { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        Assert.InRange((await app.Api.SendAsync(request)).Status, 400, 422);
    }

    /// <summary>Whoever registers a source cannot have its readers run a script by following its address.</summary>
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:msgbox(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example")]
    public async Task no_source_has_an_address_that_runs(string address)
    {
        var body = new JsonObject
        {
            ["kind"] = "Communique",
            ["title"] = "Comunicado",
            ["language"] = "es",
            ["address"] = address,
            ["sha256"] = $"{Guid.NewGuid():n}{Guid.NewGuid():n}",
        };
        var answer = await app.Api.PostAsync("/api/sources", body.ToJsonString());
        Assert.Equal(422, answer.Status);
        Assert.Contains(answer.Broken, b => b.Field == "address");
    }

    [Fact]
    public async Task a_file_that_is_no_text_is_not_taken_for_one()
    {
        foreach (byte[] file in new byte[][]
        {
            [0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A, 0x00, 0x01], // a PDF
            [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], // a ZIP, which an office document is
            [0x7F, 0x45, 0x4C, 0x46], // a program
            [0x1B, 0x5B, 0x33, 0x31, 0x6D], // what steers a terminal
            [0xFF, 0xFE, 0x41, 0x00], // UTF-16
            [0x41, 0xC0, 0x80], // a nul, made longer than it is
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/sources/{app.Cast.Communique}/text") { Content = new ByteArrayContent(file) };
            request.Content.Headers.ContentType = new("text/plain");
            request.Headers.IfMatch.ParseAdd("\"1\"");
            var answer = await app.Api.SendAsync(request);
            Assert.Equal((400, "urn:relations:problem:not-utf8"), (answer.Status, answer.Body["type"]!.GetValue<string>()));
        }
    }

    /// <summary>A partnership whose page shows the payload in names, topics, statements and outcomes.</summary>
    private async Task RecordAttackedAsync(string slug, string payload)
    {
        var names = new JsonArray(new JsonObject { ["language"] = "es", ["name"] = payload, ["acronym"] = payload[..5] });
        var one = await OpenAsync("/api/organisations", new() { ["kind"] = "Office", ["names"] = names });
        var partnership = await OpenAsync("/api/partnerships", new() { ["slug"] = slug, ["parties"] = new JsonArray(one, app.Cast.Oim.ToString()), ["name"] = payload });
        var person = await OpenAsync("/api/people", new() { ["name"] = new JsonObject { ["given"] = payload, ["family"] = payload } });
        await OpenAsync("/api/meetings/log", new()
        {
            ["partnerships"] = new JsonArray(partnership),
            ["on"] = "2016-02-12",
            ["title"] = payload,
            ["topics"] = new JsonArray(payload),
            ["participants"] = new JsonArray(new JsonObject { ["person"] = person, ["onBehalfOf"] = one, ["role"] = "Head", ["post"] = payload, ["note"] = payload }),
        });
    }

    private async Task<string> OpenAsync(string path, JsonObject body)
    {
        var answer = await app.Api.PostAsync(path, body.ToJsonString());
        Assert.True(answer.Status == 201, $"{path}: {body} {answer.Body}");
        return answer.Body["id"]!.GetValue<string>();
    }

    /// <summary>The record still stands, as no administrator's doing but ours.</summary>
    private async Task StandsAsync()
    {
        Assert.True(await app.EventsAsync() > 0);
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_stat_activity where query like '%pg_sleep(9)%' and pid <> pg_backend_pid()", connection);
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }
}
