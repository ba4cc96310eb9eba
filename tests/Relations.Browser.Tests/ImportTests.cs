using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>A table is imported in a real browser. What it records would stand in other tests' way, so it has an application of its own.</summary>
public sealed class ImportTests(PagesFixture pages) : IClassFixture<PagesFixture>
{
    [Theory]
    [InlineData("es", 1280, ColorScheme.Light, true, "Registrar 1 filas", "registrada por esta importación")]
    [InlineData("en", 360, ColorScheme.Dark, true, "Record 1 rows", "recorded by this import")]
    [InlineData("es", 1280, ColorScheme.Dark, false, "Registrar 1 filas", "registrada por esta importación")]
    public async Task a_table_is_looked_through_and_then_recorded(string language, int width, ColorScheme scheme, bool scripts, string record, string recorded)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme, scripts);
        var page = reader.Page;
        await page.GotoAsync("/import");
        if (scripts)
            await FindsNothingAsync(page);
        await page.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = $"personas-{language}-{scheme}.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes($"Nombre completo;Institución;Cargo\nRosa Quispe {language}{scheme};CAN;Asesora\nAna Soto;Nadie;Jefa\n"),
        });
        await page.Locator(".finish button").ClickAsync();
        await Expect(page.Locator("#c-organisation")).ToHaveValueAsync("1");
        if (scripts)
            await FindsNothingAsync(page);
        await page.Locator(".import-columns .finish button").ClickAsync();
        await Expect(page.Locator(".import-rows tbody tr")).ToHaveCountAsync(2);
        await Expect(page.Locator(".import-rows .mistake")).ToContainTextAsync("Nadie");
        if (scripts)
            await FindsNothingAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.GetByRole(AriaRole.Button, new() { Name = record }).ClickAsync();
        for (var i = 0; !scripts && i < 50 && await page.Locator("#progress").CountAsync() > 0; i++)
            await page.ReloadAsync(); // without scripts a reader asks for the page again
        await Expect(page.Locator(".import-rows tbody tr").First).ToContainTextAsync(recorded, new() { Timeout = 30_000 });
        await page.Locator(".import-rows tbody a").First.ClickAsync();
        await page.WaitForURLAsync("**/people/**");
        Assert.Empty(reader.Complaints);
    }

    private static async Task FindsNothingAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
