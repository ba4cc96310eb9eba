namespace Relations.App.Tests.Access;

/// <summary>Whatever is answered, the browser is told what not to do with it.</summary>
[Collection(AppCollection.Name)]
public class SecurityHeaderTests(AppFixture app)
{
    private const string Page = "default-src 'none'; object-src 'none'; frame-ancestors 'none'; script-src 'self'; style-src 'self'; "
        + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'";

    private const string Api = "default-src 'none'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    [Theory]
    [InlineData("/", 200, Page)]
    [InlineData("/partnerships/can-oim", 200, Page)]
    [InlineData("/partnerships/nadie", 404, Page)]
    [InlineData("/nada", 404, Page)]
    [InlineData("/partnerships/can-oim?on=x", 400, Page)]
    [InlineData("/relations.css", 200, Page)]
    [InlineData("/preferences?theme=dark", 302, Page)]
    [InlineData("/health/live", 200, Page)]
    [InlineData("/api/organisations", 200, Api)]
    [InlineData("/api/organisations?page=0", 400, Api)]
    [InlineData("/api/openapi.json", 200, Api)]
    [InlineData("/api/nada", 404, Api)]
    public async Task every_answer_has_them(string path, int status, string policy)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(policy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        var permissions = Header(answer, "Permissions-Policy").Split(", ");
        Assert.Contains("camera=()", permissions);
        Assert.Contains("publickey-credentials-get=self", permissions);
        Assert.Contains("publickey-credentials-create=self", permissions);
        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"));
        Assert.Equal("", Header(answer, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/", "no-store")]
    [InlineData("/nada", "no-store")]
    [InlineData("/api/organisations", "no-store")]
    [InlineData("/api/nada", "no-store")]
    [InlineData("/api/openapi.json", "no-store")]
    [InlineData("/api/reference/", "no-store")]
    public async Task what_may_be_somebodys_is_kept_by_nobody(string path, string expected)
    {
        using var answer = await GetAsync(path);
        Assert.Contains(expected, Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task styles_and_scripts_may_be_kept()
    {
        using var answer = await GetAsync("/relations.css");
        Assert.DoesNotContain("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_page_on_the_API_runs_scripts_by_a_nonce_that_is_new_each_time()
    {
        var (one, other) = (await NonceAsync(), await NonceAsync());
        Assert.NotEqual(one, other);

        async Task<string> NonceAsync()
        {
            using var answer = await GetAsync("/api/reference/");
            var scripts = Header(answer, "Content-Security-Policy").Split("; ").Single(d => d.StartsWith("script-src ", StringComparison.Ordinal));
            var nonce = System.Text.RegularExpressions.Regex.Match(scripts, "^script-src 'self' 'nonce-([^']{20,})'$").Groups[1].Value;
            Assert.NotEmpty(nonce);
            Assert.Contains($"nonce=\"{nonce}\"", System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            return nonce;
        }
    }

    [Fact]
    public async Task over_https_the_browser_is_told_to_stay_there()
    {
        await using var other = await OwnApp.StartAsync(("AllowedHosts", "relations.example.org"), ("Relations:Proxies", "127.0.0.1"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/organisations");
        request.Headers.Host = "relations.example.org";
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await other.Client().SendAsync(request);
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
    }

    [Fact]
    public async Task a_form_may_lead_on_to_the_sign_in_page_that_the_operator_names()
    {
        await using var other = await OwnApp.StartAsync(("Relations:FormTargets", "https://sign-in.example.org;http://localhost:4000/"));
        using var answer = await other.Client().GetAsync(new Uri("/", UriKind.Relative));
        Assert.EndsWith(
            "form-action 'self' https://sign-in.example.org http://localhost:4000", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => app.Http.GetAsync(new Uri(path, UriKind.Relative));

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
