using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>The briefs as they are read and printed, and the network as it is looked at.</summary>
[Collection(PagesCollection.Name)]
public sealed class BriefTests(PagesFixture pages)
{
    private const string Briefing = RunningApp.Partnership + "/briefing";
    private const string Handover = RunningApp.Partnership + "/handover?since=2026-01-01";

    public static TheoryData<string, string, int, ColorScheme> Windows
    {
        get
        {
            TheoryData<string, string, int, ColorScheme> data = [];
            foreach (var address in new[] { Briefing, Handover, "/handover", "/network", "/network?on=1980-01-01" })
            {
                data.Add(address, "es", 1280, ColorScheme.Light);
                data.Add(address, "en", 360, ColorScheme.Dark);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task they_fit_every_window_and_axe_finds_nothing(string address, string language, int width, ColorScheme scheme)
    {
        await using var reader = await pages.OpenAsync(language, width, scheme);
        await reader.Page.GotoAsync(address);
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(reader.Page.Locator("h1")).ToHaveCountAsync(1);
        if (address == "/network")
            await DrawnAsync(reader.Page);
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var result = await reader.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task a_briefing_is_two_sheets_of_paper_at_most(string paper)
    {
        await using var reader = await pages.OpenAsync();
        Assert.Equal(1, await SheetsAsync(reader.Page, Briefing, paper, "Comunidad Andina", "Fuentes"));
        var large = await LargePartnershipAsync($"grande-{paper.ToLowerInvariant()}");
        Assert.Equal(2, await SheetsAsync(reader.Page, large + "/briefing", paper, "y 45 más", "Fuentes", "Nota 1"));
        await reader.Page.GotoAsync(large + "/briefing");
        await Expect(reader.Page.Locator(".and-more a").First).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task a_number_in_a_briefing_opens_its_passage()
    {
        await using var reader = await pages.OpenAsync("en");
        await reader.Page.GotoAsync(Briefing);
        var number = reader.Page.Locator("section[aria-labelledby=in-force] .note-numbers a").First;
        var passage = await number.GetAttributeAsync("title");
        await number.PressAsync("Enter");
        await Expect(reader.Page.Locator("mark#passage")).ToContainTextAsync(passage!.TrimEnd('…'));
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_partnership_is_handed_over_by_keyboard_with_scripts_and_without(bool scripts)
    {
        await using var reader = await pages.OpenAsync("en", scripts: scripts);
        await reader.Page.GotoAsync(Briefing);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Handover brief" }).PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/partnerships/can-oim/handover$"));
        await reader.Page.Locator("#since").FillAsync("2026-01-01");
        await reader.Page.Locator("#since").PressAsync("Enter");
        await Expect(reader.Page).ToHaveURLAsync(new Regex(@"/handover\?since=2026-01-01$"));
        await Expect(reader.Page.Locator("section[aria-labelledby=recorded]")).ToContainTextAsync("Meeting held");
        await Expect(reader.Page.Locator("section[aria-labelledby=loose]")).ToContainTextAsync("Nobody answers for it");
        var handOver = reader.Page.GetByRole(AriaRole.Link, new() { Name = "Hand over", Exact = true });
        await Expect(handOver).ToHaveAttributeAsync("href", new Regex("^/record/assign-focal-point/[0-9a-f-]{36}$"));
        await handOver.FocusAsync();
        await Expect(handOver).ToBeFocusedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task a_handover_brief_is_printed_without_its_form()
    {
        await using var reader = await pages.OpenAsync();
        Assert.InRange(await SheetsAsync(reader.Page, Handover, "A4", "Lo registrado desde", "Cabos sueltos"), 1, 2);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(reader.Page.Locator(".since-form")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task the_network_is_drawn_and_moved_by_its_buttons()
    {
        await using var reader = await pages.OpenAsync("en");
        List<string> asked = [];
        reader.Page.Request += (_, request) => asked.Add(request.Url);
        await reader.Page.GotoAsync("/");
        Assert.DoesNotContain(asked, url => url.Contains("cytoscape", StringComparison.Ordinal));

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Network", Exact = true }).ClickAsync();
        await DrawnAsync(reader.Page);
        Assert.Contains(asked, url => url.Contains("cytoscape", StringComparison.Ordinal));
        var whole = await PressedAsync(reader.Page, "Whole");
        var closer = await PressedAsync(reader.Page, "Closer");
        Assert.NotEqual(whole, closer);
        var left = await PressedAsync(reader.Page, "To the left");
        Assert.NotEqual(closer, left);
        Assert.NotEqual(left, await PressedAsync(reader.Page, "Whole"));

        // Narrowed by the form, it is drawn anew.
        await reader.Page.GetByLabel("part of").CheckAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("kind=affiliation"));
        await DrawnAsync(reader.Page);
        await Expect(reader.Page.Locator("tbody tr").Filter(new() { HasText = "agreement in force" })).ToHaveCountAsync(0);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task without_scripts_the_network_is_its_list()
    {
        await using var reader = await pages.OpenAsync("en", scripts: false);
        await reader.Page.GotoAsync("/network");
        await Expect(reader.Page.Locator("figure.network")).ToBeHiddenAsync();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "SGCAN", Exact = true }).First.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("organisation="));
        await Expect(reader.Page.Locator("tbody tr").Filter(new() { HasText = "organ of" })).ToHaveCountAsync(1);
        await reader.Page.GetByLabel("As far as").SelectOptionAsync("2");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        var agreement = reader.Page.Locator("tbody tr").Filter(new() { HasText = "agreement in force" }).Filter(new() { HasText = "IOM" });
        await Expect(agreement.Locator("a[href^='/agreements/']")).ToHaveCountAsync(1);
        await Expect(agreement).ToContainTextAsync("1992");
    }

    /// <summary>The drawing, once a button was pressed and the browser drew.</summary>
    private static async Task<byte[]> PressedAsync(IPage page, string button)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");
        await page.EvaluateAsync("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 100))))");
        return await page.Locator(".network-drawing").ScreenshotAsync();
    }

    private static Task DrawnAsync(IPage page) => Expect(page.Locator(".network-drawing canvas").First).ToBeVisibleAsync();

    /// <summary>How many sheets a page is when it is printed; the words are on them.</summary>
    private static async Task<int> SheetsAsync(IPage page, string address, string paper, params string[] words)
    {
        await page.GotoAsync(address);
        using var pdf = PdfDocument.Open(await page.PdfAsync(new() { Format = paper }));
        var text = string.Concat(pdf.GetPages().Select(p => p.Text)).Replace(" ", "", StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.Ordinal));
        return pdf.NumberOfPages;
    }

    /// <summary>A partnership with more of everything than a briefing shows, each text longer than it holds.</summary>
    private async Task<string> LargePartnershipAsync(string slug)
    {
        using var http = pages.App.Client();
        var words = string.Join(' ', Enumerable.Repeat("seguimiento conjunto de la movilidad humana", 12));
        List<JsonNode?> parties = [];
        foreach (var name in new[] { "Primera", "Segunda", "Tercera" })
        {
            parties.Add(await OpenAsync("organisations", new()
            {
                ["kind"] = "Ngo",
                ["names"] = new JsonArray(new JsonObject { ["language"] = "es", ["name"] = $"{name} organización del acuerdo {slug}", ["acronym"] = name[..4] }),
            }));
        }

        JsonArray Parties() => [.. parties.Select(p => p!.DeepClone())];
        var partnership = await OpenAsync("partnerships", new() { ["slug"] = slug, ["parties"] = Parties(), ["on"] = "1992" });
        JsonArray Partnerships() => [partnership.DeepClone()];
        List<JsonNode> people = [];
        for (var i = 0; i < 14; i++)
        {
            people.Add(await OpenAsync("people", new() { ["name"] = new JsonObject { ["given"] = "María del Carmen", ["family"] = $"Rodríguez Fernández {i}" } }));
            await PostAsync($"people/{people[i]}/appoint", new() { ["organisation"] = parties[i % 3]!.DeepClone(), ["post"] = $"Directora de {words}"[..200], ["from"] = "2020-01-01" }, 1);
        }

        for (var i = 0; i < 12; i++)
        {
            var inForce = i % 2 == 0;
            await OpenAsync("agreements/attest", new()
            {
                ["partnerships"] = Partnerships(),
                ["type"] = "SpecificAgreement",
                ["title"] = $"Convenio {i} de {words}",
                ["parties"] = Parties(),
                ["status"] = inForce ? "InForce" : "Initialled",
                ["since"] = "2020-01-01",
                ["term"] = new JsonObject { ["kind"] = "Until", ["until"] = $"2027-0{1 + (i / 2)}-01" },
                ["noticeMonths"] = 1,
                ["provenance"] = await CitingAsync(i),
            });
            await OpenAsync("projects/record", new()
            {
                ["partnerships"] = Partnerships(),
                ["title"] = $"Proyecto {i} de {words}",
                ["status"] = "Implementation",
                ["period"] = "2020/2027",
                ["participants"] = new JsonArray(new JsonObject { ["organisation"] = parties[0]!.DeepClone(), ["role"] = "Implementing" }),
            });
        }

        for (var i = 0; i < 144; i++)
        {
            // Forty-eight of each side, of which three are shown.
            await OpenAsync("commitments", new()
            {
                ["partnerships"] = Partnerships(),
                ["what"] = $"Compromiso {i}: {words}",
                ["owedBy"] = parties[i % 3]!.DeepClone(),
                ["owedTo"] = new JsonArray(parties[(i + 1) % 3]!.DeepClone()),
                ["on"] = "2025-01-01",
                ["due"] = i < 6 ? "2026-01-01" : "2027-05-01",
            });
        }

        for (var i = 1; i <= 5; i++)
        {
            var meeting = await OpenAsync("meetings/log", new()
            {
                ["partnerships"] = Partnerships(),
                ["on"] = $"2026-0{i}-10",
                ["title"] = $"Reunión {i} sobre {words}",
                ["place"] = new JsonObject { ["name"] = "Sede", ["city"] = "Lima" },
                ["participants"] = new JsonArray([.. people.Select((p, which) => new JsonObject
                {
                    ["person"] = p.DeepClone(), ["onBehalfOf"] = parties[which % 3]!.DeepClone(), ["post"] = "Directora", ["role"] = "Delegate",
                })]),
                ["outcomes"] = new JsonArray([.. Enumerable.Range(0, 5).Select(o => new JsonObject { ["text"] = $"Resultado {o}: {words}", ["kind"] = "Decision" })]),
            });
            for (var said = 0; said < 3; said++)
                await PostAsync($"meetings/{meeting}/record-statement", new() { ["speaker"] = people[said].DeepClone(), ["language"] = "es", ["text"] = $"Dicho {said}: {words}", ["quoted"] = true });
        }

        // The views follow within moments.
        var address = $"/partnerships/{slug}";
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await often.WaitForNextTickAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token))
        {
            if ((await http.GetStringAsync(new Uri(address + "/briefing", UriKind.Relative))).Contains("Dicho 1", StringComparison.Ordinal))
                break;
        }

        return address;

        async Task<JsonObject> CitingAsync(int number)
        {
            var source = await OpenAsync("sources", new()
            {
                ["kind"] = "Other",
                ["title"] = $"Nota {number} de {words}",
                ["language"] = "es",
                ["text"] = $"{slug} {number} {words}",
                ["sha256"] = $"{Guid.NewGuid():n}{Guid.NewGuid():n}",
            });
            return new()
            {
                ["basis"] = "Stated",
                ["citations"] = new JsonArray(new JsonObject { ["source"] = source.DeepClone(), ["offset"] = 0, ["length"] = 20 }),
            };
        }

        async Task<JsonNode> OpenAsync(string path, JsonObject body) => (await PostAsync(path, body))["id"]!.DeepClone();

        async Task<JsonNode> PostAsync(string path, JsonObject body, int? version = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/{path}") { Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
            if (path.EndsWith("statement", StringComparison.Ordinal))
                version = JsonNode.Parse(await http.GetStringAsync(new Uri($"api/{path[..path.LastIndexOf('/')]}/history?size=1", UriKind.Relative)))!["total"]!.GetValue<int>();
            if (version is { } seen)
                request.Headers.IfMatch.ParseAdd(string.Create(CultureInfo.InvariantCulture, $"\"{seen}\""));
            using var answer = await http.SendAsync(request);
            var answered = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answered}");
            return JsonNode.Parse(answered)!;
        }
    }
}
