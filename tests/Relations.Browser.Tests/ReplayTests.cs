using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The auditor's way through the past: replay by slider, buttons and keys, with scripts and without; and what differs between two moments.</summary>
[Collection(PagesCollection.Name)]
public sealed class ReplayTests(PagesFixture pages)
{
    private const string Replay = RunningApp.Partnership + "/replay";
    private const string Differences = RunningApp.Partnership + "/differences?fromOn=1991-01-01&toOn=2012-06-30";

    public static TheoryData<string, string, int, ColorScheme> Windows
    {
        get
        {
            TheoryData<string, string, int, ColorScheme> data = [];
            foreach (var address in new[] { Replay, Replay + "?at=1000000", Differences, RunningApp.Partnership + "/differences?fromOn=nunca" })
            {
                data.Add(address, "es", 1280, ColorScheme.Light);
                data.Add(address, "en", 360, ColorScheme.Dark);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task the_pages_fit_every_window_and_axe_finds_nothing(string address, string language, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme);
        await reader.Page.GotoAsync(address);
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(reader.Page.Locator("h1")).ToHaveCountAsync(1);
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var result = await reader.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        if (!address.EndsWith("nunca", StringComparison.Ordinal)) // the browser itself complains of an answer of 400
            Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task by_keyboard_one_goes_through_the_steps()
    {
        await using var reader = await pages.OpenAsync("en", 360);
        var page = reader.Page;
        await page.GotoAsync(RunningApp.Partnership);
        await page.GetByRole(AriaRole.Link, new() { Name = "Replay", Exact = true }).PressAsync("Enter");
        var at = page.Locator("#replay-at");
        await Expect(at).ToHaveTextAsync(new Regex("^1 of "));
        var steps = int.Parse((await at.TextContentAsync())!.Split(' ')[^1], CultureInfo.InvariantCulture);

        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(at).ToHaveTextAsync($"2 of {steps}");
        await Expect(page.GetByText("a record not shown here")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(at).ToHaveTextAsync($"3 of {steps}");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(at).ToHaveTextAsync($"2 of {steps}");
        await page.Keyboard.PressAsync("Home");
        await Expect(at).ToHaveTextAsync($"1 of {steps}");

        // The slider has the same keys, and keeps them: the focus stays with it.
        await page.Locator("#step").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(at).ToHaveTextAsync($"{steps} of {steps}");
        await Expect(page).ToHaveURLAsync(new Regex(@"/replay\?at=\d+$"));
        await Expect(page.Locator("#step")).ToBeFocusedAsync();
        await Expect(page.Locator("#step")).ToHaveValueAsync(steps.ToString(CultureInfo.InvariantCulture));
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(at).ToHaveTextAsync($"{steps - 1} of {steps}");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task without_scripts_links_and_the_form_do_the_same()
    {
        await using var reader = await pages.OpenAsync("es", scripts: false);
        var page = reader.Page;
        await page.GotoAsync(Replay);
        await page.GetByRole(AriaRole.Link, new() { Name = "Siguiente" }).ClickAsync();
        await Expect(page.Locator("#replay-at")).ToHaveTextAsync(new Regex("^2 de "));
        await page.Locator("#step").FillAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mostrar" }).ClickAsync();
        await Expect(page.Locator("#replay-at")).ToHaveTextAsync(new Regex("^5 de "));
        await Expect(page).ToHaveURLAsync(new Regex(@"/replay\?at=\d+$"));
    }

    [Fact]
    public async Task a_step_tells_who_recorded_what_from_where_and_what_it_changed()
    {
        await using var reader = await pages.OpenAsync("es");
        var page = reader.Page;
        await page.GotoAsync(Differences);
        var agreement = page.Locator(".differs").Filter(new() { HasText = "Convenio de cooperación interinstitucional" }).First;
        await agreement.GetByRole(AriaRole.Link, new() { Name = "Se registró el acuerdo (1992)" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(@"/replay\?at=\d+$"));
        var fact = page.Locator(".replay-fact");
        await Expect(fact.Locator(".recorded")).ToContainTextAsync("Registrado por");
        await Expect(fact.Locator(".recorded time")).ToHaveCountAsync(1);
        await Expect(fact.Locator("blockquote").First).ToBeVisibleAsync();
        var changed = page.Locator(".replay-line.changed");
        await Expect(changed).ToContainTextAsync("Convenio de cooperación interinstitucional");
        await Expect(changed).ToContainTextAsync("Cambió en este paso");
        await Expect(changed).ToContainTextAsync("Se registró el acuerdo (1992)");

        // What is sent to a colleague shows the same step.
        var address = page.Url;
        var told = await fact.InnerTextAsync();
        await using var colleague = await pages.OpenAsync("es");
        await colleague.Page.GotoAsync(address);
        await Expect(colleague.Page.Locator(".replay-fact")).ToContainTextAsync(told.Split('\n')[0]);
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("es", "Se registró el proyecto (de 2010 a 2015)", "cambio")]
    [InlineData("en", "The project came on record (2010 to 2015)", "change")]
    public async Task differences_are_told_in_both_languages(string language, string sentence, string cause)
    {
        await using var reader = await pages.OpenAsync(language);
        await reader.Page.GotoAsync(Differences);
        var told = reader.Page.Locator(".differs li").Filter(new() { HasText = sentence });
        await Expect(told).ToHaveCountAsync(2);
        await Expect(told.First.Locator(".basis")).ToHaveTextAsync(cause);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task two_moments_are_chosen_in_a_form()
    {
        await using var reader = await pages.OpenAsync("es", 360);
        var page = reader.Page;
        await page.GotoAsync(RunningApp.Partnership + "/differences");
        await page.Locator("#from-on").FillAsync("1991-01-01");
        await page.Locator("#to-on").FillAsync("1995-01-01");
        await page.Locator("#to-on").PressAsync("Enter");
        await Expect(page.Locator(".differs")).ToHaveCountAsync(1);
        await Expect(page.Locator(".differs")).ToContainTextAsync("Se registró el acuerdo (1992)");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task an_agreement_tells_where_it_will_stand_if_nobody_acts()
    {
        await using var reader = await pages.OpenAsync("es");
        var page = reader.Page;
        await page.GotoAsync("/agreements?partnership=can-oim");
        await page.Locator("main table tbody a").First.ClickAsync();
        await page.Locator("#standing-on").FillAsync("2040-01-01");
        await page.Locator("#standing-on").PressAsync("Enter");
        await Expect(page.Locator("section[aria-labelledby=on-a-day]")).ToContainTextAsync("En vigor");
        await Expect(page.Locator(".past").First).ToContainTextAsync("Este es un día por venir, si nadie actúa.");
        Assert.Empty(reader.Complaints);
    }
}
