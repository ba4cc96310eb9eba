using System.Text;
using Relations.Domain.Access;

namespace Relations.App.Tests.Access.Attacks;

/// <summary>Another site makes a reader's browser ask for a change: nothing changes, whatever is asked.</summary>
public class ForgedRequestTests(ForgedRequestTests.Reader reader) : IClassFixture<ForgedRequestTests.Reader>
{
    private readonly AppFixture app = reader.App;

    private const string Body = """{ "kind": "Office", "names": [{ "language": "es", "name": "Sede" }] }""";

    [Fact]
    public async Task no_command_is_taken_from_another_site()
    {
        var target = await Target.OfAsync(app);
        var before = await app.EventsAsync();
        foreach (var command in target.Commands)
        {
            var answer = await SendAsync(
                command.Path.Replace("{id}", app.Cast.Can.ToString(), StringComparison.Ordinal), target.Body(command).ToJsonString(), ("Sec-Fetch-Site", "cross-site"));
            Assert.Equal((403, "urn:relations:problem:cross-site"), (answer.Status, answer.Body["type"]!.GetValue<string>()));
        }

        Assert.Equal(before, await app.EventsAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "anything")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Origin", "http://localhost:4000")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost@evil.example")]
    public async Task what_a_browser_says_of_its_origin_counts(string header, string value)
    {
        var before = await app.EventsAsync();
        var (spanish, english) = (await SendAsync("/api/organisations", Body, (header, value), "es"), await SendAsync("/api/organisations", Body, (header, value), "en"));
        Assert.Equal((403, 403), (spanish.Status, english.Status));
        Assert.NotEqual(spanish.Body["title"]!.GetValue<string>(), english.Body["title"]!.GetValue<string>());
        Assert.Equal(before, await app.EventsAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("X-None", "a program sends neither")]
    public async Task our_own_pages_and_programs_are_heard(string header, string value) =>
        Assert.Equal(201, (await SendAsync("/api/organisations", Body, (header, value))).Status);

    /// <summary>A form may send plain text anywhere without asking first.</summary>
    [Fact]
    public async Task no_form_of_another_site_supplies_a_text()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/sources/{app.Cast.Communique}/text")
        {
            Content = new StringContent("texto", Encoding.UTF8, "text/plain"),
        };
        request.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(403, (await new ApiClient(reader.Browser).SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("POST")]
    public async Task a_page_takes_nothing_from_another_site_either(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await reader.Browser.SendAsync(request);
        Assert.Equal(403, (int)answer.StatusCode);
    }

    /// <summary>Nothing is shared with other sites: their scripts may neither ask first nor read an answer.</summary>
    [Fact]
    public async Task another_site_is_given_no_leave()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/organisations");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization, content-type");
        using var answer = await app.Host.Server.CreateClient().SendAsync(request);
        Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\r\nSet-Cookie: a=b")]
    [InlineData("/%0d%0aSet-Cookie:%20a=b")]
    [InlineData("~/../evil")]
    [InlineData("")]
    public async Task the_way_back_from_preferences_leads_nowhere_else(string back)
    {
        var before = await app.EventsAsync();
        using var answer = await app.Host.Server.CreateClient().GetAsync(new Uri($"/preferences?theme=dark&back={Uri.EscapeDataString(back)}", UriKind.Relative));
        Assert.Equal(302, (int)answer.StatusCode);
        var location = new Uri(new("http://localhost"), answer.Headers.Location!);
        Assert.Equal("localhost", location.Host);
        Assert.StartsWith("http", location.Scheme, StringComparison.Ordinal);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("theme=dark; ", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await app.EventsAsync());
    }

    [Theory]
    [InlineData("theme=dark%0d%0aSet-Cookie:%20a=b")]
    [InlineData("theme=<script>")]
    [InlineData("language=fr")]
    public async Task a_preference_that_is_none_sets_nothing(string query)
    {
        using var answer = await app.Host.Server.CreateClient().GetAsync(new Uri($"/preferences?{query}", UriKind.Relative));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<Answer> SendAsync(string path, string body, (string Name, string Value) header, string language = "es")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        return await new ApiClient(reader.Browser).SendAsync(request);
    }

    /// <summary>A reader who signed in with a browser, whose cookies go wherever it is sent.</summary>
    public sealed class Reader : IAsyncLifetime
    {
        public AppFixture App { get; } = new();

        public HttpClient Browser { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await App.InitializeAsync();
            await App.Accounts.OpenWithPasswordAsync("lectora", new Grant(Role.Officer));
            Browser = App.Accounts.Browser();
            (await TestAccounts.SignInAsync(Browser, "lectora")).Dispose();
        }

        public Task DisposeAsync() => App.DisposeAsync();
    }
}
