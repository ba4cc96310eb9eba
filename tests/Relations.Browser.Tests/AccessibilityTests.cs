using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Relations.Browser.Tests;

[Collection(PagesCollection.Name)]
public sealed class AccessibilityTests(PagesFixture pages)
{
    public static TheoryData<string, ColorScheme> Pages()
    {
        TheoryData<string, ColorScheme> data = [];
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            data.Add("/", scheme);
            data.Add(RunningApp.Partnership, scheme);
            data.Add(RunningApp.Partnership + "?on=2015-12-31&asKnownAt=x", scheme);
            data.Add("/no-such-page", scheme);
            data.Add("/account", scheme);
            data.Add("/account/tokens", scheme);
            data.Add("/account/password", scheme);
            data.Add("/account/authenticator", scheme);
            data.Add("/administration/accounts", scheme);
            data.Add("/account/provider/refused?why=NoRole", scheme);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task axe_finds_nothing(string address, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(scheme: scheme);
        await reader.Page.GotoAsync(address);
        await FindsNothingAsync(reader.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task axe_finds_nothing_in_sources(ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(scheme: scheme);
        await reader.Page.GotoAsync(RunningApp.Partnership);
        var sources = await reader.Page.Locator(".sources a").EvaluateAllAsync<string[]>("links => links.map(a => a.href)");
        Assert.Equal(2, sources.Length);
        foreach (var source in sources)
        {
            await reader.Page.GotoAsync(source + "?from=10&length=40");
            await FindsNothingAsync(reader.Page);
        }
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/invitation?account=x&key=y")]
    public async Task axe_finds_nothing_where_nobody_is_signed_in(string address)
    {
        await using var reader = await pages.OpenAsync(signedIn: false);
        await reader.Page.GotoAsync(address);
        await FindsNothingAsync(reader.Page);
    }

    [Fact]
    public async Task axe_finds_nothing_on_an_accounts_page()
    {
        await using var reader = await pages.OpenAsync();
        await reader.Page.GotoAsync("/administration/accounts");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = RunningApp.Administrator, Exact = true }).ClickAsync();
        await reader.Page.GetByRole(AriaRole.Heading, new() { Name = RunningApp.Administrator, Exact = true }).WaitForAsync();
        await FindsNothingAsync(reader.Page);
    }

    private static async Task FindsNothingAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
