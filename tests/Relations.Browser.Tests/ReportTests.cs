using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The auditors' reports, and the way from a value to its passage and back, in a real browser.</summary>
[Collection(PagesCollection.Name)]
public sealed class ReportTests(PagesFixture pages)
{
    private static readonly string[] Reports = ["", "/late", "/corrections", "/contradictions", "/uncited", "/posts", "/recorded", "/entries"];

    [Theory]
    [InlineData("es", 1280, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    public async Task every_report_is_read_in_every_window(string language, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme);
        foreach (var report in Reports)
        {
            await reader.Page.GotoAsync($"/reports{report}");
            await Expect(reader.Page.Locator("h1")).ToBeVisibleAsync();
            Assert.Equal(width, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            var found = await reader.Page.RunAxe();
            Assert.Equal("", string.Join('\n', found.Violations.Select(v => $"{report} {v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        }

        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_report_is_filtered_and_a_line_opens_its_fact(bool scripts)
    {
        await using var reader = await pages.OpenAsync("en", scripts: scripts);
        await reader.Page.GotoAsync("/reports");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Recorded late" }).PressAsync("Enter");
        await reader.Page.GetByLabel("Kind of record").SelectOptionAsync("meeting");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/reports/late?*kind=meeting*");
        Assert.Contains("kind=meeting&format=csv", await reader.Page.Locator(".exports a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        await reader.Page.Locator("tbody th a").First.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/meetings/*#f-*");
        await Expect(reader.Page.Locator(":target")).ToHaveCountAsync(1);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task one_comes_by_keyboard_from_a_value_to_its_passage_and_to_all_that_rests_on_it()
    {
        await using var reader = await pages.OpenAsync("en", scripts: false);
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await reader.Page.Locator(".source-note a").First.PressAsync("Enter");
        await Expect(reader.Page.Locator("mark.asked")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("What rests on this passage")).ToBeVisibleAsync();
        await reader.Page.Locator("a.cited").First.PressAsync("Enter");
        await Expect(reader.Page.Locator("mark.asked")).ToBeVisibleAsync();
        await reader.Page.Locator(".resting ul a").First.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**#f-*");
        await Expect(reader.Page.Locator(":target")).ToHaveCountAsync(1);
        Assert.Empty(reader.Complaints);
    }
}
