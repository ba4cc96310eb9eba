using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>A communiqué is pasted, looked through and confirmed in a real browser. What this records has an application of its own.</summary>
public sealed partial class ReviewTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    private static readonly string Release = File.ReadAllText(ReleaseFile());

    [Fact]
    public async Task the_release_goes_from_paste_to_recorded_in_less_than_twenty_keystrokes()
    {
        // Nothing is on record: every fact is new, and nobody need be asked who is meant.
        await using var empty = await RunningApp.StartAsync(new Dictionary<string, string> { ["Relations__Seed"] = "none" });
        await using var reader = await pages.OpenAsync(on: empty);
        var page = reader.Page;
        await page.GotoAsync("/read");
        await Expect(page.Locator("#read-text")).ToBeFocusedAsync();
        var keys = await PasteAsync(page, Release);
        keys += await PressAsync(page, "Control+Enter");
        await Expect(page).ToHaveURLAsync(Draft());
        await Expect(page.Locator(".review-words")).ToContainTextAsync("Walker San Miguel");
        keys += await PressAsync(page, "Control+Enter");
        await Expect(page.Locator("#review .notice")).ToBeVisibleAsync();
        Assert.True(keys < 20, $"{keys} keystrokes");

        await page.Locator("#review .notice a").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sources/"));
        await Expect(page.Locator("main")).ToContainTextAsync("comunitarias en materia migratoria");
        await page.GotoAsync("/meetings");
        await page.Locator("main tbody a[href^='/meetings/']").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/meetings/[0-9a-f-]+"));
        await Expect(page.Locator("main a[href*='from=']").Nth(5)).ToBeAttachedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task facts_are_judged_by_keyboard_alone()
    {
        await using var reader = await pages.OpenAsync();
        var page = await ReadAsync(reader, Text("Uno"));
        var first = page.Locator(".fact.undecided, .fact.doubtful").First;
        var key = await first.GetAttributeAsync("data-fact");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await page.Locator($"#fact-{key}").FocusAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator($"#fact-{key}.accepted")).ToBeVisibleAsync();
        var second = await page.Locator(".fact.current").GetAttributeAsync("data-fact");
        Assert.NotEqual(key, second);
        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator($"#fact-{second}.refused")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator($"#fact-{second}.refused")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_fact_is_changed_and_one_is_added(bool scripts)
    {
        await using var reader = await pages.OpenAsync(scripts: scripts);
        var page = await ReadAsync(reader, Text(scripts ? "Dos" : "Tres"));
        await page.Locator("button[value^='edit:person']").First.ClickAsync();
        await page.Locator("#f-name-given").FillAsync("Rosa María");
        await page.Locator("[data-save]").ClickAsync();
        await Expect(page.Locator(".fact.accepted", new() { HasText = "Rosa María" }).First).ToBeVisibleAsync();
        await page.Locator("#add-words").FillAsync("Foro del Pacífico Sur");
        await page.Locator("#add-kind").SelectOptionAsync("organisation");
        await page.Locator("button[value=add]").ClickAsync();
        await page.Locator("#f-names-0-acronym").FillAsync("FPS");
        await page.Locator("[data-save]").ClickAsync();
        await Expect(page.Locator(".fact.accepted", new() { HasText = "FPS" }).First).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task two_windows_do_not_overwrite_each_other()
    {
        await using var first = await pages.OpenAsync();
        await using var second = await pages.OpenAsync(scripts: false);
        var page = await ReadAsync(first, Text("Cuatro"));
        await second.Page.GotoAsync(page.Url);
        await page.Locator("[data-accept]").First.ClickAsync();
        await Expect(page.Locator(".fact.accepted")).Not.ToHaveCountAsync(1);
        await second.Page.Locator("[data-refuse]").First.ClickAsync();
        await Expect(second.Page.Locator(".conflict")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("es", 1280, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    [InlineData("es", 360, ColorScheme.Light)]
    public async Task a_review_fits_every_window_and_axe_finds_nothing(string language, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme);
        var page = reader.Page;
        await page.GotoAsync("/read");
        await FindsNothingAsync(page);
        await ReadAsync(reader, Text($"{language}{width}"));
        await FindsNothingAsync(page);
        await page.Locator("button[value^='edit:']").First.ClickAsync();
        await page.Locator("[data-fact-form]").WaitForAsync();
        await FindsNothingAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GotoAsync("/drafts");
        await FindsNothingAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(reader.Complaints);
    }

    private static string Text(string mark) =>
        $"""
        Lima, 3 de mayo de 2024.- La Secretaria General de la Comunidad Andina (CAN), Rosa Quispe, recibió en la sede del organismo al Director de la Organización Internacional para las Migraciones (OIM), señor Juan Mamani.

        En la reunión, ambos conversaron sobre migración laboral. También estuvo el Foro del Pacífico Sur. Documento {mark}.
        """;

    private static async Task<IPage> ReadAsync(Reader reader, string text)
    {
        await reader.Page.GotoAsync("/read");
        await reader.Page.Locator("#read-text").FillAsync(text);
        await reader.Page.Locator(".finish button").ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(Draft());
        return reader.Page;
    }

    /// <summary>What is pasted counts as one keystroke, however long.</summary>
    private static async Task<int> PasteAsync(IPage page, string text)
    {
        await page.Keyboard.InsertTextAsync(text);
        return 1;
    }

    private static async Task<int> PressAsync(IPage page, string key)
    {
        await page.Keyboard.PressAsync(key);
        return 1;
    }

    private static async Task FindsNothingAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }

    private static string ReleaseFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seeds = new DirectoryInfo(Path.Combine(folder.FullName, "shared", "seeds"));
            if (seeds.Exists && seeds.EnumerateFiles("*.txt").FirstOrDefault() is { } file)
                return file.FullName;
        }

        throw new FileNotFoundException("The press release is not beside the project.");
    }

    [GeneratedRegex("/drafts/[0-9a-f-]{36}")]
    private static partial Regex Draft();
}
