using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>What a browser does with pages whose every text is an attack, and with the policy that comes with each page.</summary>
[Collection(PagesCollection.Name)]
public sealed class AttackTests(PagesFixture pages)
{
    private const string Attack = "\"'></title></script><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>";

    [Fact]
    public async Task a_record_full_of_scripts_runs_none()
    {
        using var http = pages.App.Client();
        var partnership = await RecordAsync(http);
        await using var reader = await pages.OpenAsync();
        List<string> ran = [];
        reader.Page.Dialog += async (_, dialog) =>
        {
            ran.Add(dialog.Message);
            await dialog.DismissAsync();
        };
        var page = reader.Page;

        // The views follow within moments.
        for (var times = 0; times < 100 && await page.Locator(".timeline .fact, #timeline ~ * .fact").CountAsync() < 2; times++)
            await page.GotoAsync($"/partnerships/{partnership}");
        await Expect(page.Locator("h1")).ToContainTextAsync("<script>alert(1)</script>");
        var sources = await page.Locator("a[href*='/sources/']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.href))]");
        Assert.NotEmpty(sources);
        foreach (var source in sources)
        {
            await page.GotoAsync(source);
            await Expect(page.Locator("main")).ToContainTextAsync("<img src=x onerror=alert(2)>");
        }

        await page.GotoAsync("/portfolio");
        await Expect(page.Locator("main")).ToContainTextAsync("<svg onload=alert(3)>");
        Assert.Empty(ran);
        Assert.Empty(reader.Complaints);
    }

    /// <summary>Should a text ever get into a page as markup, its scripts do not run and no other site hears of it.</summary>
    [Fact]
    public async Task what_gets_into_a_page_all_the_same_is_not_run()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await reader.Page.EvaluateAsync("""
            () => {
                const script = document.createElement('script');
                script.textContent = 'window.attacked = true';
                document.body.append(script);
                document.body.insertAdjacentHTML('beforeend', '<img src="data:,x" onerror="window.attacked = true"><p style="color: red" id="styled">');
            }
            """);
        await reader.Page.EvaluateAsync("fetch('http://127.0.0.1:9/').catch(() => {})");
        await Expect(reader.Page.Locator("#styled")).Not.ToHaveCSSAsync("color", "rgb(255, 0, 0)");
        Assert.False(await reader.Page.EvaluateAsync<bool>("window.attacked === true"));
        foreach (var directive in new[] { "script-src", "style-src", "connect-src" })
            Assert.Contains(reader.Complaints, c => c.Contains("Content Security Policy", StringComparison.Ordinal) && c.Contains(directive, StringComparison.Ordinal));
    }

    [Fact]
    public async Task no_other_page_frames_ours()
    {
        await using var reader = await pages.OpenAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var served = ServeAsync(other, $"<iframe src='{pages.App.Address}'></iframe>");
        var asked = await reader.Page.RunAndWaitForRequestAsync(
            () => reader.Page.GotoAsync($"http://{other.LocalEndpoint}/"), r => r.Url == pages.App.Address.ToString());
        await served;
        for (var times = 0; times < 50 && asked.Failure is null; times++)
            await reader.Page.WaitForTimeoutAsync(100);
        Assert.Equal("net::ERR_BLOCKED_BY_RESPONSE", asked.Failure);
    }

    [Fact]
    public async Task the_page_on_the_API_works_under_its_policy()
    {
        await using var reader = await pages.OpenAsync(language: "en");
        await reader.Page.GotoAsync("/api/reference/");
        await Expect(reader.Page.Locator("h1").First).ToContainTextAsync("Relations", new() { Timeout = 30_000 });
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task a_form_of_another_site_changes_nothing()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        await page.RouteAsync("**/form.html", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<form method='post' enctype='text/plain' action='{pages.App.Address}api/organisations'><input name='a'><button>Win</button></form>",
        }));
        await page.GotoAsync("http://evil.localhost/form.html");
        var answer = await page.RunAndWaitForResponseAsync(() => page.ClickAsync("button"), r => r.Url.EndsWith("/api/organisations", StringComparison.Ordinal));
        Assert.Equal(403, answer.Status);
    }

    /// <summary>Answers one request with a page, as another site on this machine.</summary>
    private static async Task ServeAsync(TcpListener site, string html)
    {
        using var client = await site.AcceptTcpClientAsync();
        var answer = $"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {html.Length}\r\nConnection: close\r\n\r\n{html}";
        await client.GetStream().ReadAtLeastAsync(new byte[16], 16);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
    }

    private static async Task<string> RecordAsync(HttpClient http)
    {
        var slug = $"attacked-{Guid.NewGuid():n}";
        var (one, other) = (await OrganisationAsync(), await OrganisationAsync());
        var source = await OpenAsync("sources", new() { ["kind"] = "Communique", ["title"] = Attack, ["publisherName"] = Attack, ["language"] = "es", ["sha256"] = $"{Guid.NewGuid():n}{Guid.NewGuid():n}", ["text"] = Attack });
        var provenance = new JsonObject
        {
            ["basis"] = "Stated",
            ["citations"] = new JsonArray(new JsonObject { ["source"] = source, ["offset"] = 0, ["length"] = Attack.Length }),
        };
        var partnership = await OpenAsync("partnerships", new() { ["slug"] = slug, ["name"] = Attack, ["parties"] = new JsonArray(one, other), ["provenance"] = provenance });
        var person = await OpenAsync("people", new() { ["name"] = new JsonObject { ["given"] = Attack, ["family"] = Attack } });
        await OpenAsync("meetings/log", new()
        {
            ["partnerships"] = new JsonArray(partnership),
            ["on"] = "2016-02-12",
            ["title"] = Attack,
            ["topics"] = new JsonArray(Attack),
            ["participants"] = new JsonArray(new JsonObject { ["person"] = person, ["onBehalfOf"] = one, ["role"] = "Head", ["post"] = Attack, ["note"] = Attack }),
        });
        return slug;

        Task<string> OrganisationAsync() => OpenAsync("organisations", new()
        {
            ["kind"] = "Office",
            ["names"] = new JsonArray(new JsonObject { ["language"] = "es", ["name"] = Attack, ["acronym"] = Attack[..8] }),
        });

        async Task<string> OpenAsync(string kind, JsonObject body)
        {
            using var answer = await http.PostAsJsonAsync($"/api/{kind}", body);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode == 201, $"{kind}: {text}");
            return JsonNode.Parse(text)!["id"]!.GetValue<string>();
        }
    }
}
