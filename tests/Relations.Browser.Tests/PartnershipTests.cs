using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>A manager at a partnership's page: why it stands so, and from a figure to the words it rests on.</summary>
[Collection(PagesCollection.Name)]
public sealed class PartnershipTests(PagesFixture pages)
{
    private const int Phone = 360;

    [Theory]
    [InlineData("es", "Sin contacto: ninguna reunión desde hace")]
    [InlineData("en", "Quiet: no meeting for")]
    public async Task it_says_why_it_stands_so(string language, string quiet)
    {
        await using var reader = await pages.OpenAsync(language);
        await reader.Page.GotoAsync(RunningApp.Partnership);
        var first = reader.Page.Locator(".reasons li").First;
        await Expect(first).ToContainTextAsync(quiet);
        await Expect(first.Locator("a")).ToHaveAttributeAsync("href", new Regex("^/meetings/[0-9a-f-]{36}$"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task from_a_figure_to_its_passage_by_keyboard()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await TabToAsync(reader.Page, ".health .figure a[href^='/agreements/']");
        var agreement = await reader.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')");
        await TabToAsync(reader.Page, ".on-page a[href$='#agreements']");
        await reader.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(reader.Page, $".record h3 a[href='{agreement}']");
        await TabToAsync(reader.Page, "section[aria-labelledby=agreements] .source-note a");
        var quoted = await reader.Page.EvaluateAsync<string>("document.activeElement.title");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Page.Locator("mark#passage")).ToHaveTextAsync(quoted);
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("es", true)]
    [InlineData("en", false)]
    public async Task the_timeline_is_filtered_with_and_without_scripts(string language, bool scripts)
    {
        await using var reader = await pages.OpenAsync(language, scripts: scripts);
        await reader.Page.GotoAsync(RunningApp.Partnership + "?on=2026-01-01");
        var all = await reader.Page.Locator(".timeline .fact").CountAsync();
        await reader.Page.Locator("#filter-q").FillAsync("CIUDADANIA andina");
        await reader.Page.Locator("#filter-kind").SelectOptionAsync("meeting");
        await reader.Page.Locator("#filter-person").FillAsync("davalos");
        await reader.Page.Locator(".filters button").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"\?on=2026-01-01&q=CIUDADANIA\+andina&kind=meeting&organisation=&person=davalos.*#timeline$"));
        await Expect(reader.Page.Locator(".timeline [role=status]")).ToHaveTextAsync(language == "es" ? "Coincide un hecho." : "One fact matches.");
        Assert.InRange(await reader.Page.Locator(".timeline .fact").CountAsync(), 1, all - 1);
        await Expect(reader.Page.Locator("#filter-person")).ToHaveValueAsync("davalos");

        await reader.Page.Locator("#filter-kind").SelectOptionAsync("project");
        await reader.Page.Locator(".filters button").ClickAsync();
        await Expect(reader.Page.Locator(".timeline .fact")).ToHaveCountAsync(0);
        await reader.Page.Locator(".filters .do a").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"can-oim\?on=2026-01-01#timeline$"));
        await Expect(reader.Page.Locator(".timeline .fact")).ToHaveCountAsync(all);
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("es", 1280)]
    [InlineData("es", Phone)]
    [InlineData("en", 1280)]
    [InlineData("en", Phone)]
    public async Task the_bands_and_their_table_fit_and_agree(string language, int width)
    {
        await using var reader = await pages.OpenAsync(language, width);
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await reader.Page.Locator(".bands summary").ClickAsync();
        await reader.Page.Locator(".years summary").ClickAsync();
        await Expect(reader.Page.Locator(".bands tbody tr")).ToHaveCountAsync(await reader.Page.Locator(".bands .band").CountAsync());
        await Expect(reader.Page.Locator(".bands tbody td").First).ToHaveTextAsync("1992");
        await Expect(reader.Page.Locator(".years tbody tr").Last.Locator("a")).ToHaveAttributeAsync("href", "/meetings?partnership=can-oim&year=2016");
        await Expect(reader.Page.Locator(".years rect.none-held")).ToHaveCountAsync(await reader.Page.Locator(".years rect").CountAsync() - 1);

        // A comma in a number would take the line away in silence.
        var places = await reader.Page.Locator(".bands .today[y2='22']").First.GetAttributeAsync("x1");
        Assert.Matches(@"^[0-9]+(\.[0-9]+)?%$", places);
        Assert.True(
            await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            "The page is wider than its window.");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task the_past_leads_to_the_past()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync(RunningApp.Partnership + "?on=2016-12-31");
        await Expect(reader.Page.Locator(".reasons")).Not.ToContainTextAsync("Quiet");
        await Expect(reader.Page.Locator(".years tbody a")).ToHaveAttributeAsync("href", new Regex(@"on=2016-12-31#meetings$"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, Phone)]
    [InlineData(ColorScheme.Dark, Phone)]
    public async Task axe_finds_nothing_in_its_charts_and_filters(ColorScheme scheme, int width)
    {
        await using var reader = await pages.OpenAsync("es", width, scheme);
        await reader.Page.GotoAsync(RunningApp.Partnership + "?kind=meeting&person=walter&page=1");
        foreach (var details in await reader.Page.Locator("main summary").AllAsync())
            await details.ClickAsync();
        var result = await reader.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }

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
}
