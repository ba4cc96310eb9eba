using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Relations.App.Access.Web;

namespace Relations.App.Tests.Access;

/// <summary>Whoever asks too often is told when to come back, and what they asked for is not done.</summary>
public sealed class RateLimitTests
{
    [Theory]
    [InlineData("User")]
    [InlineData("Address")]
    public async Task beyond_the_limit_a_program_is_told_when_to_come_back(string limit)
    {
        await using var app = await StartAsync(limit);
        using var http = await app.SignedInAsync();
        Assert.Equal([200, 200, 200], await AskAsync(http, "/api/organisations", 3));

        foreach (var (language, title) in new[] { ("es", "Demasiadas peticiones"), ("en", "Too many requests") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/organisations")
            {
                Content = new StringContent("""{ "kind": "Office", "names": [{ "language": "es", "name": "Sede" }] }""", Encoding.UTF8, "application/json"),
            };
            request.Headers.AcceptLanguage.ParseAdd(language);
            using var answer = await http.SendAsync(request);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            var problem = await Answer.OfAsync(answer);
            Assert.Equal((429, "application/problem+json"), (problem.Status, problem.MediaType));
            Assert.Equal("urn:relations:problem:status-429", problem.Body["type"]!.GetValue<string>());
            Assert.Equal(title, problem.Body["title"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task a_person_is_told_on_a_page()
    {
        await using var app = await StartAsync("User");
        using var http = await app.SignedInAsync();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        await AskAsync(http, "/", 3);
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.TooManyRequests, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Demasiadas peticiones seguidas", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("/api/partnerships/can-oim", 404)]
    [InlineData("/api/partnerships/can-oim/timeline", 404)]
    [InlineData("/api/openapi.json", 200)]
    [InlineData("/partnerships/can-oim", 404)]
    public async Task what_costs_much_is_counted_apart(string path, int status)
    {
        await using var app = await StartAsync("Expensive");
        using var http = await app.SignedInAsync();
        Assert.Equal([status, status, status, 429], await AskAsync(http, path, 4));
        Assert.Equal([200], await AskAsync(http, "/api/organisations", 1));
    }

    [Fact]
    public async Task where_no_proxy_is_named_nobody_passes_for_another_address()
    {
        await using var app = await StartAsync("Address");
        using var http = await app.SignedInAsync();
        Assert.Equal([200, 200, 200, 429], await AskAsync(http, "/api/organisations", 4, i => $"192.0.2.{i}"));
    }

    [Fact]
    public async Task behind_a_proxy_each_address_is_counted_for_itself()
    {
        await using var app = await StartAsync("Address", ("Relations:Proxies", "127.0.0.0/8;::1"));
        using var http = await app.SignedInAsync();
        Assert.Equal([200, 200, 200, 200], await AskAsync(http, "/api/organisations", 4, i => $"192.0.2.{i}"));
        Assert.Equal([200, 200, 429], await AskAsync(http, "/api/organisations", 3, _ => "192.0.2.1"));

        // What stands before the proxy's own entry was written by the asker.
        Assert.Equal([429, 429], await AskAsync(http, "/api/organisations", 2, i => $"198.51.100.{i}, 192.0.2.1"));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void an_address_stands_for_its_subscriber(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.PlaceOf(IPAddress.Parse(one)) == RateLimits.PlaceOf(IPAddress.Parse(other)));

    [Theory]
    [InlineData("Relations__RateLimits__User__Burst", "0")]
    [InlineData("Relations__RateLimits__SignIn__PerMinute", "viele")]
    [InlineData("Relations__RateLimits__Address__Burst", "1000001")]
    [InlineData("Relations__RequestSeconds", "-1")]
    [InlineData("Relations__Proxies", "proxy.example.org")]
    [InlineData("Relations__FormTargets", "https://sign-in.example.org/path")]
    [InlineData("Relations__FormTargets", "javascript:alert(1)")]
    public async Task a_setting_out_of_bounds_is_told_at_the_start(string name, string value)
    {
        var (exit, _, error) = await Cli.when_the_program_is_started.RunAsync(
            new() { ["ConnectionStrings__relations"] = await TestServer.NewDatabaseAsync(), [name] = value });
        Assert.Equal(1, exit);
        Assert.Contains(name.Split("__")[^1], error, StringComparison.Ordinal);
        Assert.Contains(value, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    /// <summary>Three at once, and then one a minute.</summary>
    private static Task<OwnApp> StartAsync(string limit, params (string, string)[] more) => OwnApp.StartAsync(
        [($"Relations:RateLimits:{limit}:Burst", "3"), ($"Relations:RateLimits:{limit}:PerMinute", "1"), .. more]);

    private static async Task<IReadOnlyList<int>> AskAsync(HttpClient http, string path, int times, Func<int, string>? forwardedFor = null)
    {
        List<int> answers = [];
        for (var i = 1; i <= times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (forwardedFor is not null)
                request.Headers.Add("X-Forwarded-For", forwardedFor(i));
            using var answer = await http.SendAsync(request);
            answers.Add((int)answer.StatusCode);
        }

        return answers;
    }
}
