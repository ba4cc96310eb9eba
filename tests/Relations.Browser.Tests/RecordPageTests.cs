using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Relations.Browser.Tests;

/// <summary>The pages of records in a real browser: for every eye, on every width, by keyboard, and without scripts.</summary>
[Collection(PagesCollection.Name)]
public sealed class RecordPageTests(PagesFixture pages)
{
    private static readonly string[] Kinds = ["meetings", "agreements", "projects", "organisations", "people"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task axe_finds_nothing_and_the_console_is_quiet(ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(scheme: scheme);
        foreach (var address in await AddressesAsync(reader.Page))
        {
            await reader.Page.GotoAsync(address);
            await reader.Page.Locator(".fact-note summary").First.ClickAsync();
            var found = await reader.Page.RunAxe();
            Assert.Equal("", string.Join('\n', found.Violations.Select(v => $"{address} {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        }

        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task nothing_is_wider_than_the_window(int width)
    {
        await using var reader = await pages.OpenAsync(width: width);
        foreach (var address in await AddressesAsync(reader.Page))
        {
            await reader.Page.GotoAsync(address);
            Assert.Equal(width, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task one_comes_by_keyboard_from_a_field_to_its_passage(bool scripts)
    {
        await using var reader = await pages.OpenAsync(scripts: scripts);
        await reader.Page.GotoAsync((await AddressesAsync(reader.Page))[0]);
        await reader.Page.Locator("#fields + .fields .source-note a").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator("#passage")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task who_recorded_a_field_is_told_on_demand_and_leads_to_the_fact()
    {
        await using var reader = await pages.OpenAsync("en", scripts: false);
        await reader.Page.GotoAsync((await AddressesAsync(reader.Page))[0]);
        var note = reader.Page.Locator(".fact-note").First;
        await note.Locator("summary").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(note.GetByText("Recorded by")).ToBeVisibleAsync();
        await note.GetByRole(AriaRole.Link).ClickAsync();
        await reader.Page.WaitForURLAsync("**#f-*");
        await Assertions.Expect(reader.Page.Locator(":target")).ToHaveCountAsync(1);
    }

    /// <summary>One record of each kind that the partnership's page leads to.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(IPage page)
    {
        await page.GotoAsync(RunningApp.Partnership);
        List<string> addresses = [];
        foreach (var kind in Kinds)
            addresses.Add((await page.Locator($"a[href^='/{kind}/']").First.GetAttributeAsync("href"))!);
        return addresses;
    }
}
