using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Relations.Browser.Tests;

/// <summary>From the portfolio by a figure to the list behind it and on to the record; lists by keyboard and without scripts.</summary>
[Collection(PagesCollection.Name)]
public sealed class PortfolioTests(PagesFixture pages)
{
    private static readonly string[] Addresses =
        ["/portfolio", "/portfolio?quiet-for=x", "/meetings", "/agreements?partnership=can-oim", "/projects", "/commitments", "/organisations", "/people", "/sources", "/views"];

    public static TheoryData<string, ColorScheme> Pages()
    {
        TheoryData<string, ColorScheme> data = [];
        foreach (var address in Addresses)
        {
            data.Add(address, ColorScheme.Light);
            data.Add(address, ColorScheme.Dark);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task axe_finds_nothing(string address, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(scheme: scheme);
        await reader.Page.GotoAsync(address);
        var result = await reader.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }

    [Theory]
    [InlineData("es", 1280, true)]
    [InlineData("es", 360, true)]
    [InlineData("en", 1280, false)]
    [InlineData("en", 360, false)]
    public async Task a_figure_leads_to_its_list_and_on_to_the_record(string language, int width, bool scripts)
    {
        await using var reader = await pages.OpenAsync(language, width, scripts: scripts);
        await reader.Page.GotoAsync("/portfolio");
        var spanish = language == "es";
        await reader.Page.Locator("tr", new() { HasText = spanish ? "CAN–OIM" : "CAN–IOM" }).Locator($"td[data-label='{(spanish ? "Vigentes" : "In force")}'] a").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = spanish ? "Convenios" : "Agreements", Level = 1 }).WaitForAsync();
        Assert.Contains("partnership=can-oim&state=in-force", reader.Page.Url, StringComparison.Ordinal);
        var agreement = reader.Page.Locator("tbody th a");
        Assert.Equal(1, await agreement.CountAsync());
        Assert.Matches("^/agreements/[0-9a-f-]{36}$", await agreement.GetAttributeAsync("href"));
        Assert.False(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task what_ends_within_a_year_is_asked_with_the_keyboard_alone()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync("/portfolio");
        await reader.Page.Locator("#ends-within").FocusAsync();
        await reader.Page.Keyboard.TypeAsync("12");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/portfolio?*ends-within=12*");
        Assert.Equal("12", await reader.Page.Locator("#ends-within").InputValueAsync());
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task a_heading_sorts_by_keyboard_and_says_so()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync("/organisations");
        await reader.Page.Locator("th[aria-sort='ascending'] a").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Locator("th[aria-sort='descending']").WaitForAsync();
        Assert.Contains("sort=-name", reader.Page.Url, StringComparison.Ordinal);
        Assert.Empty(reader.Complaints);
    }
}
