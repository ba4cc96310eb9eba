using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The first page in a browser, for each role.</summary>
[Collection(PagesCollection.Name)]
public sealed class HomeTests(PagesFixture pages)
{
    [Theory]
    [InlineData("Officer", "es", "Relaciones en las que trabajo")]
    [InlineData("Manager", "en", "Portfolio")]
    [InlineData("Auditor", "es", "Registrado en los últimos 7 días")]
    [InlineData("Administrator", "en", "Accounts to look after")]
    public async Task it_fits_every_window_and_axe_finds_nothing(string role, string language, string title)
    {
        await using var reader = await pages.OpenAsync(language, signedIn: false);
        await ArriveAsync(reader.Page, role);
        foreach (var width in new[] { 1280, 360 })
        {
            await reader.Page.SetViewportSizeAsync(width, 800);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await reader.Page.GotoAsync("/");
                await Expect(reader.Page.Locator("main h2")).ToHaveTextAsync(title);
                Assert.True(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{role} {width}");
                var result = await reader.Page.RunAxe();
                Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
            }
        }

        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_meeting_is_logged_from_every_page_by_keyboard(bool scripts)
    {
        await using var reader = await pages.OpenAsync("en", width: 360, scripts: scripts);
        await reader.Page.GotoAsync("/");
        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync("Home");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Log a meeting", Exact = true }).First.PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/log$"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task a_draft_is_found_again_on_the_first_page()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync("/");
        await Expect(reader.Page.Locator("[data-drafts]")).ToBeHiddenAsync();
        await reader.Page.GotoAsync("/record/register-organisation");
        var title = await reader.Page.Locator("h1").InnerTextAsync();
        await reader.Page.Locator("form[data-recording] input[type=text]:visible").First.FillAsync("Organización a medias");
        await reader.Page.GotoAsync("/");
        var draft = reader.Page.Locator("[data-drafts] a");
        await Expect(draft).ToHaveTextAsync(title);
        await draft.PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Continue with it" })).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task without_scripts_no_drafts_are_spoken_of()
    {
        await using var reader = await pages.OpenAsync("en", scripts: false);
        await reader.Page.GotoAsync("/");
        await Expect(reader.Page.Locator("[data-drafts]")).ToBeHiddenAsync();
        await Expect(reader.Page.Locator("#changes")).ToBeVisibleAsync();
    }

    /// <summary>Somebody with a role comes by invitation.</summary>
    private async Task ArriveAsync(IPage page, string role)
    {
        var account = await PostAsync("api/accounts", new() { ["name"] = $"inicio.{Guid.NewGuid().ToString()[..8]}", ["displayName"] = "Inés" });
        await PostAsync($"api/accounts/{account["id"]}/grant-role", new() { ["role"] = role }, version: 1);
        var invitation = await PostAsync($"api/accounts/{account["id"]}/invite", []);
        await page.GotoAsync((string)invitation["address"]!);
        await page.Locator("#password").FillAsync(RunningApp.Password);
        await page.Locator("#repeated").FillAsync(RunningApp.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(pages.App.Address.ToString());
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
