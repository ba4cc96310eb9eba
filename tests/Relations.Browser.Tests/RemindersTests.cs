using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>One's reminders in a real browser: read in every light and width, and set by keyboard.</summary>
[Collection(PagesCollection.Name)]
public sealed class RemindersTests(PagesFixture pages)
{
    private const string Address = "/account/reminders";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task it_fits_and_axe_finds_nothing(int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(width: width, scheme: scheme);
        await reader.Page.GotoAsync(Address);
        await reader.Page.Locator("#scope-chosen").CheckAsync();
        await reader.Page.Locator("details:has(.reminder-choices) summary").ClickAsync();
        await Expect(reader.Page.Locator(".reminder-choices")).ToBeVisibleAsync();
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        var result = await reader.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("es", "Guardado.")]
    [InlineData("en", "Saved.")]
    public async Task it_is_set_by_keyboard_and_stays_set(string language, string saved)
    {
        await using var reader = await pages.OpenAsync(language);
        await reader.Page.GotoAsync(Address);
        await reader.Page.Locator("#due").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Control+a");
        await reader.Page.Keyboard.TypeAsync("21");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = saved })).ToBeVisibleAsync();
        await reader.Page.GotoAsync(Address);
        await Expect(reader.Page.Locator("#due")).ToHaveValueAsync("21");
        Assert.Empty(reader.Complaints);
    }
}
