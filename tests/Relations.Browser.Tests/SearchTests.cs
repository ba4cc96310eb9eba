using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Relations.Browser.Tests;

/// <summary>Finding from anywhere: the box, the palette and the keys, by hand and without scripts.</summary>
[Collection(PagesCollection.Name)]
public sealed class SearchTests(PagesFixture pages)
{
    [Fact]
    public async Task the_palette_finds_a_record_by_keyboard_alone()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        await page.GotoAsync("/account");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("davalos");
        var chosen = page.Locator("#palette [role=option][aria-selected=true]");
        await Assertions.Expect(chosen).ToContainTextAsync("Dávalos");
        await Assertions.Expect(page.Locator("#palette-box")).ToHaveAttributeAsync("aria-activedescendant", await chosen.GetAttributeAsync("id") ?? "");
        var first = await chosen.GetAttributeAsync("id");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.NotEqual(first, await chosen.GetAttributeAsync("id"));
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(first, await chosen.GetAttributeAsync("id"));
        var result = await page.RunAxe();
        Assert.Equal("", Violations(result));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#palette")).ToBeHiddenAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task the_palette_goes_to_what_was_chosen_with_enter()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        await page.GotoAsync("/account");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#palette-box")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("zzqqxx");
        await Assertions.Expect(page.Locator("#palette [role=option]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=zzqqxx");
        await Assertions.Expect(page.Locator("main .notice")).ToContainTextAsync("zzqqxx");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task keys_go_to_pages_and_are_never_taken_from_a_field()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        await page.GotoAsync("/account");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#keys")).ToBeVisibleAsync();
        Assert.Equal("", Violations(await page.RunAxe()));
        await page.Keyboard.PressAsync("Escape");
        await page.FocusAsync("#site-search");
        await page.Keyboard.TypeAsync("gs?/");
        await Assertions.Expect(page.Locator("#site-search")).ToHaveValueAsync("gs?/");
        await page.Locator("h1").First.ClickAsync();
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("s");
        await page.WaitForURLAsync("**/search");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task single_keys_are_turned_off_for_good_and_ctrl_k_stays()
    {
        await using var reader = await pages.OpenAsync();
        var page = reader.Page;
        await page.GotoAsync("/preferences?keys=off&back=/account");
        await page.Keyboard.PressAsync("?");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#palette")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(page.Locator("#palette")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task the_box_searches_and_the_facets_narrow_without_scripts()
    {
        await using var reader = await pages.OpenAsync(scripts: false, width: 360);
        var page = reader.Page;
        await page.GotoAsync("/account");
        await page.FillAsync("#site-search", "migracion");
        await page.PressAsync("#site-search", "Enter");
        await Assertions.Expect(page.Locator(".hits mark").First).ToBeVisibleAsync();
        var all = await page.Locator(".hits > li").CountAsync();
        await page.Locator(".facets a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".chosen a")).ToHaveCountAsync(1);
        Assert.InRange(await page.Locator(".hits > li").CountAsync(), 1, all);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
    }

    [Theory]
    [InlineData("/search", ColorScheme.Light)]
    [InlineData("/search", ColorScheme.Dark)]
    [InlineData("/search?q=oim", ColorScheme.Light)]
    [InlineData("/search?q=oim&kind=meeting&from=ayer", ColorScheme.Dark)]
    [InlineData("/search?q=zzqqxx&kind=meeting", ColorScheme.Light)]
    [InlineData("/search?q=oim", ColorScheme.Dark)]
    public async Task axe_finds_nothing_in_the_search(string address, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(scheme: scheme);
        await reader.Page.GotoAsync(address);
        Assert.Equal("", Violations(await reader.Page.RunAxe()));
        Assert.Empty(reader.Complaints);
    }

    private static string Violations(Deque.AxeCore.Commons.AxeResult result) =>
        string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
}
