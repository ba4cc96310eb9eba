using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The page of the ledger: what is covered, what is not, and a checkpoint signed at once.</summary>
[Collection(PagesCollection.Name)]
public sealed class LedgerTests(PagesFixture pages)
{
    [Theory]
    [InlineData("es", 1280, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    public async Task the_page_fits_every_window_and_axe_finds_nothing(string language, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme);
        await reader.Page.GotoAsync("/ledger");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var result = await reader.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task a_checkpoint_is_signed_by_keyboard_and_what_it_does_not_cover_is_told()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync("/ledger");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign a checkpoint now" }).PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Note)).ToContainTextAsync("Not covered");
        await Expect(reader.Page.Locator("pre").First).ToContainTextAsync("relations verify --key");
        Assert.Empty(reader.Complaints);
    }
}
