using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The trail of access as an auditor reads it.</summary>
[Collection(PagesCollection.Name)]
public sealed class AuditTests(PagesFixture pages)
{
    private const string Trail = "/audit/access";

    public static TheoryData<string, int, ColorScheme> Windows => new()
    {
        { "es", 1280, ColorScheme.Light },
        { "es", 360, ColorScheme.Dark },
        { "en", 1280, ColorScheme.Dark },
        { "en", 360, ColorScheme.Light },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task it_is_read_in_both_languages_in_every_window(string language, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme, signedIn: false);
        var name = await ArriveAsync(reader.Page);

        await reader.Page.GotoAsync(Trail);

        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(reader.Page.Locator("tbody tr").First).ToContainTextAsync(name);
        await IsInOrderAsync(reader.Page);
        await reader.Page.GotoAsync($"{Trail}?account={name}&event=restricted_read");
        await Expect(reader.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await IsInOrderAsync(reader.Page);
        await reader.Page.GotoAsync($"{Trail}?account={name}&event=signed_out");
        await Expect(reader.Page.Locator("tbody tr")).ToHaveCountAsync(0);
        await IsInOrderAsync(reader.Page);
        Assert.Empty(reader.Complaints);

        // A browser complains of a page with the status of a mistake.
        await reader.Page.GotoAsync($"{Trail}?from=x&to=y&event=z");
        await Expect(reader.Page.Locator("form.filters [aria-invalid=true]")).ToHaveCountAsync(3);
        await IsInOrderAsync(reader.Page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task it_is_filtered_by_keyboard_with_scripts_and_without(bool scripts)
    {
        await using var reader = await pages.OpenAsync("en", scripts: scripts, signedIn: false);
        var name = await ArriveAsync(reader.Page);

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Access", Exact = true }).PressAsync("Enter");
        await reader.Page.GetByLabel("Account", new() { Exact = true }).FillAsync(name);
        await reader.Page.GetByLabel("What happened", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Signed in" });
        await reader.Page.GetByLabel("From the day").FillAsync("2020-01-01");
        await reader.Page.Keyboard.PressAsync("Enter");

        await Expect(reader.Page).ToHaveURLAsync(new Regex($@"\?account={Regex.Escape(name)}&event=signed_in&from=2020-01-01&to=$"));
        await Expect(reader.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(reader.Page.Locator("tbody tr")).ToContainTextAsync("set-up link");
        await Expect(reader.Page.GetByLabel("What happened", new() { Exact = true })).ToHaveValueAsync("signed_in");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task it_is_offered_to_auditors_alone()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync("/");
        await Expect(reader.Page.Locator($"a[href='{Trail}']")).ToHaveCountAsync(0);

        await reader.Page.GotoAsync(Trail);

        await Expect(reader.Page.Locator("main")).ToContainTextAsync("Only an auditor may read who signed in, read or was refused.");
        await IsInOrderAsync(reader.Page);
    }

    private static async Task IsInOrderAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{page.Url} is wider than its window.");
    }

    /// <summary>An auditor comes by invitation, signs in with it, and reads a restricted source; gives the account's name.</summary>
    private async Task<string> ArriveAsync(IPage page)
    {
        var name = $"auditora.{Guid.NewGuid().ToString()[..8]}";
        var account = await PostAsync("api/accounts", new() { ["name"] = name, ["displayName"] = "Inés Auditora" });
        await PostAsync($"api/accounts/{account["id"]}/grant-role", new() { ["role"] = "Auditor" }, version: 1);
        var invitation = await PostAsync($"api/accounts/{account["id"]}/invite", []);
        await page.GotoAsync((string)invitation["address"]!);
        await page.Locator("#password").FillAsync(RunningApp.Password);
        await page.Locator("#repeated").FillAsync(RunningApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(pages.App.Address.ToString());

        var source = await PostAsync("api/sources", new() { ["kind"] = "Other", ["title"] = "Nota reservada", ["language"] = "es", ["sha256"] = $"{Guid.NewGuid():n}{Guid.NewGuid():n}" });
        await PostAsync(
            $"api/sources/{source["id"]}/classify",
            new() { ["classification"] = "Restricted", ["readers"] = new JsonArray(RunningApp.Administrator) },
            version: 1);
        await page.GotoAsync($"/sources/{source["id"]}");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Nota reservada");
        return name;
    }

    private async Task<JsonNode> PostAsync(string path, JsonObject body, int? version = null)
    {
        using var http = pages.App.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        if (version is not null)
            request.Headers.IfMatch.ParseAdd($"\"{version}\"");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }
}
