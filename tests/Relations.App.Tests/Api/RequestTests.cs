using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Api;

/// <summary>Requests that cannot be read or come at the wrong moment: each is told as a problem, in words, and records nothing.</summary>
[Collection(AppCollection.Name)]
public class RequestTests(AppFixture app)
{
    private const string Organisations = "/api/organisations";
    private const string Names = """ "names": [{ "language": "es", "name": "Sede" }] """;

    [Theory]
    [InlineData("", null, "record.body-unreadable")]
    [InlineData("{", null, "record.body-unreadable")]
    [InlineData("null", null, "record.body-unreadable")]
    [InlineData("[]", null, "record.body-unreadable")]
    [InlineData("{ \"kind\": \"Office\", \"kind\": \"Organ\" }", null, "record.body-unreadable")]
    [InlineData("{ \"\\ud800\": 1 }", null, "record.body-unreadable")]
    [InlineData("{" + Names + "}", "kind", "record.field-required")]
    [InlineData("{ \"kind\": \"Office\", \"names\": null }", "names", "record.field-required")]
    [InlineData("{ \"kind\": \"Office\", \"Kind\": \"Office\"," + Names + "}", "Kind", "record.field-unknown")]
    [InlineData("{ \"kind\": \"Office\", \"names\": \"Sede\" }", "names", "record.field-unreadable")]
    [InlineData("{ \"kind\": 2," + Names + "}", "kind", "record.field-unreadable")]
    [InlineData("{ \"kind\": \"office\"," + Names + "}", "kind", "record.field-unreadable")]
    [InlineData("{ \"kind\": \"Office, Organ\"," + Names + "}", "kind", "record.field-unreadable")]
    [InlineData("{ \"kind\": \"Office\", \"founded\": \"2016-02-30\"," + Names + "}", "founded", "record.field-unreadable")]
    [InlineData("{ \"kind\": \"Office\", \"names\": [null] }", "names[0]", "record.field-required")]
    [InlineData("{ \"kind\": \"Office\", \"names\": [{ \"name\": \"Sede\" }] }", "names[0].language", "record.field-required")]
    [InlineData("{ \"kind\": \"Office\", \"names\": [{ \"language\": \"es\", \"name\": \"\\ud800\" }] }", null, "record.body-unreadable")]
    [InlineData("{ \"kind\": \"Office\", \"provenance\": null," + Names + "}", "provenance", "record.field-unreadable")]
    [InlineData("{ \"kind\": \"Office\", \"provenance\": { \"citations\": [null] }," + Names + "}", "provenance.citations[0]", "record.field-required")]
    [InlineData("{ \"kind\": \"Office\", \"provenance\": { \"inferred\": [null] }," + Names + "}", "provenance.inferred[0]", "record.field-required")]
    public async Task a_body_that_cannot_be_read_is_told_by_its_fields(string body, string? field, string rule)
    {
        var answer = await RefusedAsync(400, "bad-request", () => Post(Organisations, body));
        Assert.Contains((rule, field), answer.Broken);
    }

    [Fact]
    public async Task every_mistake_of_a_body_is_told_at_once()
    {
        var answer = await RefusedAsync(400, "bad-request", () => Post(Organisations, """{ "place": 1, "names": [null] }"""));
        Assert.Equal(
            [("record.field-required", "kind"), ("record.field-unknown", "place"), ("record.field-required", "names[0]")],
            answer.Broken);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public Task a_body_of_another_type_is_not_read(string? type) =>
        RefusedAsync(415, "status-415", () => Post(Organisations, Body(), type));

    [Theory]
    [InlineData("GET", "/api/organisations/{0}", "not-found")]
    [InlineData("GET", "/api/organisations/{0}/history", "not-found")]
    [InlineData("GET", "/api/partnerships/{0}", "not-found")]
    [InlineData("GET", "/api/partnerships/nadie", "not-found")]
    [InlineData("POST", "/api/organisations/{0}/classify", "not-found")]
    [InlineData("GET", "/api/organisations/nadie", "status-404")]
    [InlineData("GET", "/api/nada", "status-404")]
    public Task what_is_not_there_is_not_found(string method, string path, string problem) => RefusedAsync(404, problem, () =>
    {
        var address = string.Format(CultureInfo.InvariantCulture, path, Guid.NewGuid());
        return method == "GET" ? new(HttpMethod.Get, address) : Post(address, """{ "classification": "Public" }""");
    });

    [Fact]
    public async Task a_record_of_another_kind_is_not_found()
    {
        await RefusedAsync(404, "not-found", () => new(HttpMethod.Get, $"{Organisations}/{app.Cast.Davalos}"));
        await RefusedAsync(404, "not-found", () => Post($"/api/meetings/{app.Cast.Can}/withdraw", """{ "provenance": { "reason": "Error" } }"""));
    }

    [Fact]
    public Task a_method_that_is_not_served_is_told() =>
        RefusedAsync(405, "status-405", () => new(HttpMethod.Delete, $"{Organisations}/{app.Cast.Can}"));

    [Fact]
    public async Task whoever_adds_says_which_version_they_saw()
    {
        var record = await OpenAsync();
        var answer = await RefusedAsync(428, "version-not-said", () => Post($"{record}/rename", Rename("Otra")));
        Assert.Contains("1", answer.Body["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("*")]
    [InlineData("W/\"1\"")]
    [InlineData("\"uno\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"1\", \"2\"")]
    public async Task a_version_that_cannot_be_read_is_told(string version)
    {
        var record = await OpenAsync();
        await RefusedAsync(400, "bad-header", () => Post($"{record}/rename", Rename("Otra"), headers: ("If-Match", version)));
    }

    [Fact]
    public async Task whoever_saw_an_earlier_version_is_shown_what_changed()
    {
        var record = await OpenAsync();
        await app.Api.AddAsync($"{record}/rename", new RenameOrganisation([new("es", "Otra")]));

        var answer = await RefusedAsync(409, "conflict", () => Post($"{record}/rename", Rename("Tercera"), headers: ("If-Match", "\"1\"")));

        Assert.Equal(2, answer.Body["version"]!.GetValue<long>());
        var change = Assert.Single(answer.Body["changes"]!.AsArray())!;
        Assert.Equal("organisation_renamed", change["event"]!.GetValue<string>());
        Assert.Equal(AppFixture.Officer, change["by"]!.GetValue<string>());
        Assert.True(change["at"]!.GetValue<DateTimeOffset>() > DateTimeOffset.UnixEpoch);
        Assert.Equal("Otra", change["data"]!["names"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task a_version_not_reached_yet_is_a_conflict_too()
    {
        var record = await OpenAsync();
        await RefusedAsync(409, "conflict", () => Post($"{record}/rename", Rename("Otra"), headers: ("If-Match", "\"7\"")));
    }

    [Fact]
    public async Task a_command_sent_twice_under_one_key_is_recorded_once()
    {
        var before = await app.EventsAsync();
        var key = Guid.NewGuid().ToString();
        var first = await app.Api.PostAsync(Organisations, Body(), key: key);
        var second = await app.Api.PostAsync(Organisations, Body(), key: key);

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.False(first.Body["replayed"]!.GetValue<bool>());
        Assert.True(second.Body["replayed"]!.GetValue<bool>());
        Assert.Equal(first.Body["id"]!.GetValue<Guid>(), second.Body["id"]!.GetValue<Guid>());
        Assert.Equal(before + 1, await app.EventsAsync());
    }

    [Fact]
    public async Task a_key_is_of_one_command()
    {
        var key = Guid.NewGuid().ToString();
        await app.Api.PostAsync(Organisations, Body(), key: key);
        await RefusedAsync(422, "key-reused", () => Post(Organisations, Body("Otra"), headers: ("Idempotency-Key", key)));
    }

    [Fact]
    public Task a_key_is_not_longer_than_its_limit() =>
        RefusedAsync(400, "bad-header", () => Post(Organisations, Body(), headers: ("Idempotency-Key", new('k', 201))));

    [Fact]
    public async Task twins_sent_at_once_open_one_record()
    {
        var before = await app.EventsAsync();
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Api.PostAsync(Organisations, Body(), key: key)));

        Assert.All(answers, a => Assert.True(a.Status == 201, $"{a.Status} {a.Body}"));
        Assert.Single(answers.Select(a => a.Body["id"]!.GetValue<Guid>()).Distinct());
        Assert.Single(answers, a => !a.Body["replayed"]!.GetValue<bool>());
        Assert.Equal(before + 1, await app.EventsAsync());
    }

    [Fact]
    public async Task twins_sent_at_once_add_one_event()
    {
        var record = await OpenAsync();
        var before = await app.EventsAsync();
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => app.Api.PostAsync($"{record}/rename", Rename("Otra"), version: 1, key: key)));

        Assert.All(answers, a => Assert.True(a.Status == 200, $"{a.Status} {a.Body}"));
        Assert.Single(answers, a => !a.Body["replayed"]!.GetValue<bool>());
        Assert.Equal(before + 1, await app.EventsAsync());
    }

    [Fact]
    public async Task of_two_who_saw_the_same_version_one_is_recorded()
    {
        var record = await OpenAsync();
        var before = await app.EventsAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => app.Api.PostAsync($"{record}/rename", Rename($"Nombre {i}"), version: 1)));

        Assert.Equal([200, 409, 409, 409], answers.Select(a => a.Status).Order());
        Assert.Equal(before + 1, await app.EventsAsync());
    }

    [Fact]
    public async Task of_two_partnerships_with_one_slug_one_is_recorded()
    {
        var before = await app.EventsAsync();
        var command = new EstablishPartnership($"p-{Guid.NewGuid():n}", [app.Cast.Can, app.Cast.Oim]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Api.PostAsync("/api/partnerships", command)));

        Assert.Equal([201, 422, 422, 422], answers.Select(a => a.Status).Order());
        Assert.All(answers.Where(a => a.Status == 422), a => Assert.Equal([(CommonRules.SlugTaken.Code, "slug")], a.Broken));
        Assert.Equal(before + 1, await app.EventsAsync());
    }

    [Theory]
    [InlineData("?page=0", "page")]
    [InlineData("?page=1000001", "page")]
    [InlineData("?size=0", "size")]
    [InlineData("?size=201", "size")]
    [InlineData("?page=abc", "page")]
    [InlineData("?size=99999999999", "size")]
    public async Task pages_beyond_the_bounds_are_told(string query, string field)
    {
        foreach (var path in new[] { Organisations, $"{Organisations}/{app.Cast.Can}/history", "/api/partnerships/can-oim/timeline" })
        {
            var answer = await RefusedAsync(400, "bad-request", () => new(HttpMethod.Get, path + query));
            Assert.Contains(("record.out-of-range", field), answer.Broken);
        }
    }

    [Theory]
    [InlineData("on=2016", "on")]
    [InlineData("on=12/02/2016", "on")]
    [InlineData("on=2016-02-30", "on")]
    [InlineData("asKnownAt=2016-02-12", "asKnownAt")]
    [InlineData("asKnownAt=2016-02-12T10:00:00", "asKnownAt")]
    [InlineData("asKnownAt=ayer", "asKnownAt")]
    public async Task clocks_that_cannot_be_read_are_told(string query, string field)
    {
        foreach (var path in new[] { $"{Organisations}/{app.Cast.Can}", $"{Organisations}/{app.Cast.Can}/history", "/api/partnerships/can-oim" })
        {
            var answer = await RefusedAsync(400, "bad-request", () => new(HttpMethod.Get, $"{path}?{query}"));
            Assert.Contains(("record.field-unreadable", field), answer.Broken);
        }
    }

    [Fact]
    public async Task before_its_first_event_a_record_is_not_found()
    {
        var record = $"{Organisations}/{await app.Api.OpenAsync(
            Organisations, new RegisterOrganisation([new("es", "Sede")], OrganisationKind.Office, Founded: On("1990")))}";
        await RefusedAsync(404, "not-found", () => new(HttpMethod.Get, $"{record}?on=1989-12-31"));
        await RefusedAsync(404, "not-found", () => new(HttpMethod.Get, $"{record}?asKnownAt=2000-01-01T00:00:00Z"));
        await RefusedAsync(404, "not-found", () => new(HttpMethod.Get, $"{record}/history?on=1989-12-31"));
        Assert.Equal(200, (await app.Api.GetAsync($"{record}?on=1990-01-01")).Status);
    }

    [Fact]
    public async Task before_a_correction_the_old_value_was_known()
    {
        var record = $"/api/people/{await app.Api.OpenAsync("/api/people", new RegisterPerson(new("Rosa", "Quispe")))}";
        await app.Api.AddAsync($"{record}/correct-name", new CorrectPersonName(new("Rosa", "Quisbert")) { Provenance = Mistake });
        var history = await app.Api.GetAsync($"{record}/history");
        var registered = history.Body["items"]![0]!["recordedAt"]!.GetValue<DateTimeOffset>();

        var then = await app.Api.GetAsync($"{record}?asKnownAt={Uri.EscapeDataString(registered.ToString("O", CultureInfo.InvariantCulture))}");
        var now = await app.Api.GetAsync(record);

        Assert.Equal(("Quispe", 1L), (then.Body["name"]!["family"]!.GetValue<string>(), then.Version));
        Assert.Equal(("Quisbert", 2L), (now.Body["name"]!["family"]!.GetValue<string>(), now.Version));
    }

    /// <summary>Sends a request in both languages and checks what every refusal has in common; gives the Spanish one.</summary>
    private async Task<Answer> RefusedAsync(int status, string problem, Func<HttpRequestMessage> request)
    {
        var before = await app.EventsAsync();
        var (spanish, english) = (await SendAsync(request, "es"), await SendAsync(request, "en"));
        foreach (var answer in new[] { spanish, english })
        {
            Assert.True(answer.Status == status, $"{answer.Status} {answer.Body}");
            Assert.Equal("application/problem+json", answer.MediaType);
            Assert.Equal($"urn:relations:problem:{problem}", answer.Body["type"]!.GetValue<string>());
            Assert.DoesNotContain("Exception", answer.Body.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", answer.Body.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.NotEqual(spanish.Body["title"]!.GetValue<string>(), english.Body["title"]!.GetValue<string>());
        Assert.NotEqual(spanish.Body["detail"]!.GetValue<string>(), english.Body["detail"]!.GetValue<string>());
        Assert.Equal(before, await app.EventsAsync());
        return spanish;
    }

    private async Task<Answer> SendAsync(Func<HttpRequestMessage> request, string language)
    {
        using var message = request();
        message.Headers.AcceptLanguage.ParseAdd(language);
        return await app.Api.SendAsync(message);
    }

    private static HttpRequestMessage Post(
        string path, string body, string? type = "application/json", (string Name, string Value)? headers = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        message.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        if (headers is { } header)
            message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return message;
    }

    private async Task<string> OpenAsync()
    {
        var answer = await app.Api.PostAsync(Organisations, Body());
        return $"{Organisations}/{answer.Body["id"]}";
    }

    private static string Body(string name = "Sede") =>
        $$"""{ "kind": "Office", "names": [{ "language": "es", "name": "{{name}}" }] }""";

    private static string Rename(string name) => $$"""{ "names": [{ "language": "es", "name": "{{name}}" }] }""";
}
