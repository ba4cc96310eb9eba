using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

[Collection(PagesCollection.Name)]
public sealed partial class ReadingTests(PagesFixture pages)
{
    private const int Phone = 360;

    [Theory]
    [InlineData("es", 1280)]
    [InlineData("es", Phone)]
    [InlineData("en", 1280)]
    [InlineData("en", Phone)]
    public async Task a_partnership_fits_every_window_in_both_languages(string language, int width)
    {
        await using var reader = await pages.OpenAsync(language, width);
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(reader.Page.Locator("h1")).ToHaveCountAsync(1);
        await Expect(reader.Page.Locator("#timeline")).ToHaveTextAsync(language == "es" ? "Cronología" : "Timeline");
        await FitsAsync(reader.Page);

        await reader.Page.Locator(".sources a").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(SourceAddress());
        await FitsAsync(reader.Page);
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(Phone)]
    public async Task the_list_of_partnerships_leads_to_each(int width)
    {
        await using var reader = await pages.OpenAsync(width: width);
        await reader.Page.GotoAsync("/portfolio");
        await FitsAsync(reader.Page);
        await reader.Page.Locator("tbody th a").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/partnerships/can-oim$"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task a_fact_opens_its_passage_by_keyboard()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync(RunningApp.Partnership);
        var passage = reader.Page.Locator("section[aria-labelledby=agreements] .source-note a").First;
        var quoted = await passage.GetAttributeAsync("title");
        await TabToAsync(reader.Page, "section[aria-labelledby=agreements] .source-note a");
        await reader.Page.Keyboard.PressAsync("Enter");

        await Expect(reader.Page).ToHaveURLAsync(SourceAddress());
        var mark = reader.Page.Locator("mark#passage");
        await Expect(mark).ToHaveTextAsync(quoted!);
        await Expect(mark).ToBeInViewportAsync();
        Assert.Contains("1992", quoted, StringComparison.Ordinal);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task the_first_key_skips_to_the_content()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await reader.Page.EvaluateAsync<string>("document.activeElement.id"));
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/partnerships/can-oim#main$"));
    }

    [Fact]
    public async Task the_text_of_a_source_is_shown_as_it_is()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await reader.Page.Locator(".passage figcaption a").First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(SourceAddress());
        var id = SourceAddress().Match(reader.Page.Url).Groups["id"].Value;
        var source = await (await reader.Page.APIRequest.GetAsync($"/api/sources/{id}")).JsonAsync();
        var shown = await reader.Page.Locator(".source-text").EvaluateAsync<string>("e => e.textContent");
        Assert.Equal(source!.Value.GetProperty("text").GetString(), shown);
        Assert.NotEqual(0, await reader.Page.Locator("mark:not(.asked)").CountAsync());
    }

    [Fact]
    public async Task a_source_without_its_text_says_so()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await reader.Page.Locator(".passages-unread a").First.ClickAsync();
        await Expect(reader.Page.Locator("h2#text")).ToHaveTextAsync("text not on record");
        await Expect(reader.Page.Locator("#passage")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task without_scripts_everything_works()
    {
        await using var reader = await pages.OpenAsync(scripts: false);
        await reader.Page.GotoAsync(RunningApp.Partnership + "?on=2016-12-31");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/partnerships/can-oim\?on=2016-12-31$"));
        await reader.Page.GetByText("Appearance").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Dark" }).ClickAsync();
        await Expect(reader.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(20, 24, 27)");
        await reader.Page.GetByLabel("As it stood on the day").FillAsync("2015-12-31");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(reader.Page.Locator(".past")).ToContainTextAsync("31 December 2015");
    }

    [Fact]
    public async Task the_past_is_shown_as_such()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync(RunningApp.Partnership + "?on=2015-12-31");
        await Expect(reader.Page.Locator(".past")).ToContainTextAsync("This is the past");
        await Expect(reader.Page.Locator("section[aria-labelledby=meetings] article")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("section[aria-labelledby=agreements] article")).ToHaveCountAsync(1);
        await Expect(reader.Page.GetByText("Participant recorded")).ToHaveCountAsync(0);
        await reader.Page.GetByText("Show the present").ClickAsync();
        await Expect(reader.Page.Locator(".past")).ToHaveCountAsync(0);
        await Expect(reader.Page.Locator("section[aria-labelledby=meetings] article")).ToHaveCountAsync(1);

        await reader.Page.GotoAsync(RunningApp.Partnership + "?asKnownAt=2020-01-01T00:00:00Z");
        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync("This partnership was not on record then");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task an_unknown_term_is_not_one_without_end()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync(RunningApp.Partnership);
        var agreement = reader.Page.Locator("section[aria-labelledby=agreements] article");
        await Expect(agreement.Locator(".unknown").First).ToHaveTextAsync("unknown: nobody wrote it down");
        await Expect(agreement.Locator("time").First).ToHaveAttributeAsync("datetime", "1992");
        await Expect(agreement.Locator("time").First).ToHaveAttributeAsync("title", new Regex("1992.*1 January 1992.*31 December 1992"));
    }

    [Theory]
    [InlineData("/partnerships/nobody", 404)]
    [InlineData("/no-such-page", 404)]
    [InlineData("/sources/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData(RunningApp.Partnership + "?on=yesterday", 400)]
    public async Task what_fails_is_told_on_a_page(string address, int status)
    {
        await using var reader = await pages.OpenAsync("en");
        var answer = await reader.Page.GotoAsync(address);
        Assert.Equal(status, answer!.Status);
        Assert.StartsWith("text/html", answer.Headers["content-type"], StringComparison.Ordinal);
        await Expect(reader.Page.Locator("h1")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task a_program_is_told_in_its_own_way()
    {
        await using var reader = await pages.OpenAsync();
        var answer = await reader.Page.APIRequest.GetAsync("/api/no-such-thing");
        Assert.Equal(404, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Headers["content-type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task choosing_a_language_leads_to_no_other_site()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync("/preferences?language=en&back=//example.org/");
        Assert.Equal(pages.App.Address.ToString(), reader.Page.Url);
    }

    private static async Task FitsAsync(IPage page) => Assert.True(
        await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
        $"{page.Url} is wider than its window.");

    private static async Task TabToAsync(IPage page, string selector)
    {
        const int mostKeys = 200;
        for (var key = 0; key < mostKeys; key++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"{selector} is not reached by keyboard.");
    }

    [GeneratedRegex("/sources/(?<id>[0-9a-f-]{36})")]
    private static partial Regex SourceAddress();
}
