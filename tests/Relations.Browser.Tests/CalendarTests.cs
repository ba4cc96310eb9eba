using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The calendar in a real browser: read and gone through by keyboard, without scripts, and on a telephone.</summary>
[Collection(PagesCollection.Name)]
public sealed class CalendarTests(PagesFixture pages)
{
    private const int Phone = 360;

    /// <summary>The month of the seed's meeting.</summary>
    private const string February = "/calendar?month=2016-02";

    public static TheoryData<string, int, ColorScheme> Windows()
    {
        TheoryData<string, int, ColorScheme> data = [];
        foreach (var address in new[] { February, February + "&view=list", "/calendar?month=1850-01&kind=projects", "/calendar/subscription" })
        {
            foreach (var width in new[] { 1280, Phone })
            {
                data.Add(address, width, ColorScheme.Light);
                data.Add(address, width, ColorScheme.Dark);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task it_fits_and_axe_finds_nothing(string address, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(width: width, scheme: scheme);
        await reader.Page.GotoAsync(address);
        await Expect(reader.Page.Locator("h1")).ToHaveCountAsync(1);
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        var result = await reader.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("es", "Reunión celebrada", "febrero de 2016", "marzo de 2016")]
    [InlineData("en", "Meeting held", "February 2016", "March 2016")]
    public async Task months_are_gone_through_by_keyboard(string language, string held, string month, string next)
    {
        await using var reader = await pages.OpenAsync(language);
        await reader.Page.GotoAsync(February);
        await Expect(reader.Page.Locator("#month")).ToHaveTextAsync(month, new() { IgnoreCase = true });
        await Expect(reader.Page.Locator(".calendar")).ToContainTextAsync(held);
        await reader.Page.Locator(".calendar-months a[rel=next]").FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("#month")).ToHaveTextAsync(next, new() { IgnoreCase = true });
        await Expect(reader.Page).ToHaveURLAsync(new Regex("month=2016-03"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task it_is_narrowed_and_read_as_a_list_without_scripts()
    {
        await using var reader = await pages.OpenAsync(scripts: false);
        await reader.Page.GotoAsync(February);
        await reader.Page.SelectOptionAsync("#calendar-view", "list");
        await reader.Page.SelectOptionAsync("#calendar-kind", "meetings");
        await reader.Page.Locator(".calendar-filters button").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("kind=meetings.*view=list"));
        await Expect(reader.Page.Locator(".calendar-list li")).ToHaveCountAsync(1);
        await Expect(reader.Page.Locator(".calendar-list a").First).ToHaveAttributeAsync("href", new Regex("^/meetings/"));
        await Expect(reader.Page.Locator("#calendar-kind")).ToHaveValueAsync("meetings");
    }
}
