using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The quick log in a real browser. What it records would stand in other tests' way, so it has an application of its own.</summary>
public sealed class QuickLogTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Theory]
    [InlineData("es", 1280, "ayer 10:00", "Registrado")]
    [InlineData("en", 360, "yesterday 10:00", "Recorded")]
    public async Task a_meeting_is_logged_from_anywhere_with_the_keyboard_alone(string language, int width, string when, string told)
    {
        await using var reader = await pages.OpenAsync(language, width);
        var page = reader.Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("c");
        await page.WaitForURLAsync("**/log");
        await Expect(page.Locator("#f-who-0-person")).ToBeFocusedAsync();
        await ChooseAsync(page, "f-who-0-person", "San Miguel");
        await Expect(page.Locator("#f-who-0-organisation")).Not.ToHaveValueAsync("");
        await TabToAsync(page, "f-who-1-person");
        await page.Keyboard.TypeAsync($"Rosa Quispe{width}");
        await LastOfferAsync(page, "f-who-1-person");
        Assert.Equal("Rosa", await page.Locator("#f-who-1-given").InputValueAsync());
        await TabToAsync(page, "f-who-1-organisation");
        await ChooseAsync(page, "f-who-1-organisation", "OIM");
        await TabToAsync(page, "f-when");
        await page.Keyboard.TypeAsync(when);
        await Expect(page.Locator("#f-when-hint")).ToContainTextAsync("10:00");
        await TabToAsync(page, "f-promises-0-what");
        await page.Keyboard.TypeAsync("Enviar el acta");
        await TabToAsync(page, "f-promises-0-owedBy");
        await ChooseAsync(page, "f-promises-0-owedBy", "OIM");
        await Expect(page.Locator("#f-partnership-hint")).ToContainTextAsync("can-oim", new() { IgnoreCase = true });
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/meetings/**");
        await Expect(page.Locator(".recorded-note")).ToContainTextAsync(told);
        await FindsNothingAsync(page);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task what_could_not_be_sent_is_sent_once_there_is_a_line_again_and_recorded_once()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        var before = await MeetingsAsync(page);
        await page.GotoAsync("/log");
        await FillAsync(page, "hoy");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#f-topics").FillAsync("Sin conexión");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#outbox")).ToContainTextAsync("por enviar");
        await Expect(page.Locator("#f-topics")).ToHaveValueAsync("");
        await FindsNothingAsync(page);
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#outbox a")).ToHaveTextAsync("Abrir la reunión");
        await page.Locator("#outbox a").ClickAsync();
        await page.WaitForURLAsync("**/meetings/**");
        await Expect(page.Locator("main")).ToContainTextAsync("Sin conexión");
        Assert.Equal(before + 1, await MeetingsAsync(page));
        Assert.All(reader.Complaints, c => Assert.Contains("ERR_INTERNET_DISCONNECTED", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_waits_outlives_the_page_and_an_answer_that_was_lost()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        var before = await MeetingsAsync(page);
        await page.GotoAsync("/log");
        await FillAsync(page, "hoy");

        // It comes to the server, and the answer does not come back.
        await page.RouteAsync("**/log", async route =>
        {
            if (route.Request.Method == "POST")
                await route.FetchAsync(new() { MaxRedirects = 0 });
            await route.AbortAsync();
        });
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#outbox")).ToContainTextAsync("por enviar");
        var context = page.Context;
        await page.CloseAsync();
        var later = await context.NewPageAsync();
        await later.GotoAsync("/calendar");
        await Expect(later.Locator("#outbox a")).ToHaveTextAsync("Abrir la reunión");
        Assert.Equal(before + 1, await MeetingsAsync(later));
        Assert.Equal(0, await later.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('relations.')).length"));
    }

    [Fact]
    public async Task what_is_refused_when_it_is_sent_later_becomes_a_draft()
    {
        await using var reader = await pages.OpenAsync("en");
        var page = reader.Page;
        await page.GotoAsync("/log");
        await FillAsync(page, "12/02/2999");
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#outbox")).ToContainTextAsync("to be sent");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#outbox a")).ToHaveTextAsync("Look at the draft");
        await page.Locator("#outbox a").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue with it" }).ClickAsync();
        await Expect(page.Locator("#f-when")).ToHaveValueAsync("12/02/2999");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#f-when-mistake")).ToBeVisibleAsync();
        await Expect(page.Locator("#mistakes-summary")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("es", 360, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    [InlineData("es", 1280, ColorScheme.Dark)]
    [InlineData("en", 1280, ColorScheme.Light)]
    public async Task the_form_fits_and_axe_finds_nothing(string language, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme);
        await reader.Page.GotoAsync("/log");
        await FindsNothingAsync(reader.Page);
        await reader.Page.Locator("#f-who-0-person").FillAsync("Nadie Conocido");
        await reader.Page.Keyboard.PressAsync("Control+Enter");
        await reader.Page.Locator(".mistakes").WaitForAsync();
        await FindsNothingAsync(reader.Page);
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.visually-hidden')).map(e => e.outerHTML.slice(0, 160))"));
        Assert.Equal(width, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.All(reader.Complaints, c => Assert.Contains("422", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task without_scripts_it_works_too()
    {
        await using var reader = await pages.OpenAsync(scripts: false);
        var page = reader.Page;
        await page.GotoAsync("/log");
        await FillAsync(page, "ayer");
        await page.Locator(".finish button").ClickAsync();
        await Expect(page.Locator(".draft-notice")).ToContainTextAsync("La fecha se entiende como");
        await page.Locator(".finish button").ClickAsync();
        await page.WaitForURLAsync("**/meetings/**");
    }

    private static async Task FillAsync(IPage page, string when)
    {
        await page.Locator("#f-who-0-person").FillAsync("San Miguel");
        await page.Locator("#f-who-0-organisation").FillAsync("SGCAN");
        await page.Locator("#f-who-1-person").FillAsync("Dávalos");
        await page.Locator("#f-who-1-organisation").FillAsync("migra");
        await page.Locator("#f-partnership").FillAsync("can-oim");
        await page.Locator("#f-when").FillAsync(when);
        await page.Locator("#f-topics").FocusAsync();
    }

    private static async Task ChooseAsync(IPage page, string id, string typed)
    {
        await page.Keyboard.TypeAsync(typed);
        await page.Locator($"#{id}-list [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task LastOfferAsync(IPage page, string id)
    {
        await page.Locator($"#{id}-list [role=option]").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task<int> MeetingsAsync(IPage page)
    {
        var answer = await (await page.APIRequest.GetAsync("/api/meetings?size=1")).JsonAsync();
        return answer!.Value.GetProperty("total").GetInt32();
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
