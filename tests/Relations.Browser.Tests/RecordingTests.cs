using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Relations.Browser.Tests;

/// <summary>
/// Forms in a real browser: with the keyboard alone, without scripts, by two people at once. What they record would stand in
/// other tests' way, so they have an application of their own.
/// </summary>
public sealed class RecordingTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private const string LogMeeting = "/record/log-meeting?partnerships=can-oim";

    [Fact]
    public async Task a_meeting_is_logged_with_the_keyboard_alone()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        await page.GotoAsync(LogMeeting);
        await TabToAsync(page, "f-on");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("12 feb 2026");
        await TabToAsync(page, "f-title");
        await page.Keyboard.TypeAsync("Reunión de trabajo");
        await AddAsync(page, "participants");
        await TabToAsync(page, "f-participants-0-person");
        await page.Keyboard.TypeAsync("davalos");
        await page.Locator("[role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "f-participants-0-onBehalfOf");
        await page.Keyboard.TypeAsync("OIM");
        await page.Locator("#f-participants-0-onBehalfOf-list [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "f-participants-0-role");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/meetings/**");
        var told = "/?" + new Uri(page.Url).Query.TrimStart('?');
        await page.GotoAsync(told);
        Assert.Contains("Reunión celebrada", await page.Locator(".recorded-note").InnerTextAsync(), StringComparison.Ordinal);
        await FindsNothingAsync(page);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_agreement_is_signed(bool scripts)
    {
        await using var reader = await pages.OpenAsync(scripts: scripts);
        var page = reader.Page;
        await page.GotoAsync("/record/propose-agreement?partnerships=can-oim");
        await page.Locator("#f-type").SelectOptionAsync("Protocol");
        await page.Locator("#f-title").FillAsync("Protocolo de cooperación");
        await page.Locator("#f-parties-0").FillAsync("CAN");
        await page.Locator("button[name=_add][value=parties]").ClickAsync();
        await page.Locator("#f-parties-1").FillAsync("OIM");
        await page.Locator("#f-on").FillAsync("1/2/2024");
        await page.Locator(".finish button").First.ClickAsync();
        await page.WaitForURLAsync("**/agreements/**");
        var id = new Uri(page.Url).AbsolutePath.Split('/')[2];
        await page.GotoAsync($"/record/sign-agreement/{id}");
        Assert.Equal(3, await page.Locator("#f-party option").CountAsync());
        await page.Locator("#f-party").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("#f-on").FillAsync("mañana");
        await page.Locator(".finish button").First.ClickAsync();
        await page.Locator("#f-on-mistake").WaitForAsync();
        Assert.Equal("mañana", await page.Locator("#f-on").InputValueAsync());
        if (scripts)
            Assert.Equal("mistakes-summary", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator("#f-on").FillAsync("3 de marzo de 2024");
        await page.Locator(".finish button").First.ClickAsync();
        await page.WaitForURLAsync("**/agreements/**");
    }

    [Fact]
    public async Task a_draft_survives_a_closed_tab_and_no_sign_out()
    {
        await using var reader = await pages.OpenAsync("en");
        var page = reader.Page;
        await page.GotoAsync("/record/register-person");
        await page.Locator("#f-name-given").FillAsync("Rosario");
        await page.GotoAsync("/");
        await page.GotoAsync("/record/register-person");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue with it" }).ClickAsync();
        Assert.Equal("Rosario", await page.Locator("#f-name-given").InputValueAsync());
        await FindsNothingAsync(page);
        await page.EvaluateAsync("document.addEventListener('submit', e => { if (e.target.action.endsWith('/account/sign-out')) e.preventDefault(); })");
        await page.Locator("form[action='/account/sign-out'] button").ClickAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('relations.draft')).length"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task two_officers_write_at_once()
    {
        await using var first = await pages.OpenAsync();
        await using var second = await pages.OpenAsync();
        await first.Page.GotoAsync("/record/register-organisation");
        await first.Page.Locator("#f-names-0-language").FillAsync("es");
        await first.Page.Locator("#f-names-0-name").FillAsync("Foro Andino de Migraciones");
        await first.Page.Locator("#f-kind").SelectOptionAsync("Other");
        await first.Page.Locator(".finish button").First.ClickAsync();
        await first.Page.WaitForURLAsync("**/organisations/**");
        var form = $"/record/correct-organisation/{new Uri(first.Page.Url).AbsolutePath.Split('/')[2]}";
        foreach (var (reader, seat) in new[] { (first, "Lima"), (second, "Quito") })
        {
            await reader.Page.GotoAsync(form);
            await reader.Page.Locator("#f-seat").FillAsync(seat);
            await reader.Page.Locator("#f-provenance-reason").FillAsync("Según su página");
        }

        await first.Page.Locator(".finish button").First.ClickAsync();
        await first.Page.WaitForURLAsync("**/organisations/**");
        await second.Page.Locator(".finish button").First.ClickAsync();
        await second.Page.Locator(".conflict").WaitForAsync();
        Assert.Contains("Lima", await second.Page.Locator("tr.differs").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Quito", await second.Page.Locator("#f-seat").InputValueAsync());
        await FindsNothingAsync(second.Page);
        await second.Page.Locator(".finish button").First.ClickAsync();
        await second.Page.WaitForURLAsync("**/organisations/**");
    }

    [Theory]
    [InlineData("/record/log-meeting", ColorScheme.Light)]
    [InlineData("/record/log-meeting", ColorScheme.Dark)]
    [InlineData("/record/propose-agreement", ColorScheme.Light)]
    [InlineData("/record/propose-agreement", ColorScheme.Dark)]
    [InlineData("/record/register-source", ColorScheme.Dark)]
    public async Task forms_fit_a_telephone_and_axe_finds_nothing(string address, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(width: 360, scheme: scheme);
        await reader.Page.GotoAsync(address);
        await FindsNothingAsync(reader.Page);
        Assert.Equal(360, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await reader.Page.Locator(".finish button").First.ClickAsync();
        await reader.Page.Locator(".mistakes").WaitForAsync();
        await FindsNothingAsync(reader.Page);
    }

    private static async Task AddAsync(IPage page, string list)
    {
        await page.Locator($"button[name=_add][value={list}]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"#f-{list}-0").WaitForAsync();
    }

    /// <summary>Goes on with the Tab key, as far as a page is long.</summary>
    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The keyboard does not come to {id}.");
    }

    private static async Task FindsNothingAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
