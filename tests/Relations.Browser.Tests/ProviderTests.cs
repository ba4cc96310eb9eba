using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Relations.Browser.Tests.Provider;
using static Microsoft.Playwright.Assertions;

namespace Relations.Browser.Tests;

/// <summary>Signing in with the provider of an institution: a real one, in a real browser.</summary>
[Collection(PagesCollection.Name)]
public sealed class ProviderTests(PagesFixture pages)
{
    private const string Denied = "The identity provider did not agree, or you did not agree there.";
    private const string Lost = "This signing in did not begin in this browser, took too long, or was used before. Begin again.";
    private const string Clock = "The clocks of the identity provider and of this server differ. Tell whoever operates the server.";
    private const string Unreachable = "The identity provider does not answer.";
    private const string NameTaken = "Another account has the name that the identity provider gives.";
    private const string NoRole = "The identity provider gives you no role here.";

    private OpenIdProvider Provider => pages.Provider;

    [Fact]
    public async Task somebody_unknown_gets_an_account_with_the_roles_that_the_provider_gives()
    {
        await Provider.KnowsAsync("s-101", "Ana.Perez@Example.org", "staff", "liaison-oim", "direction");
        await using var reader = await OpenAsync();

        await SignInAsync(reader, "s-101", RunningApp.Partnership);

        await Expect(reader.Page).ToHaveURLAsync(new Regex($"{RunningApp.Partnership}$"));
        await Expect(reader.Page.Locator(".site-header")).ToContainTextAsync("ana.perez@example.org");
        var account = await AccountAsync("ana.perez@example.org");
        Assert.Equal(("Ana.Perez@Example.org of the institution", "Provider"), ((string?)account["displayName"], (string?)account["origin"]));
        Assert.Equal(["Officer over 1", "Manager over all"], Grants(account));
        Assert.Equal(["account_opened", "role_granted", "role_granted"], await HistoryAsync(account));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task what_changed_at_the_provider_holds_from_the_next_sign_in_and_stands_in_the_history()
    {
        await Provider.KnowsAsync("s-102", "bruno", "liaison-oim");
        await using (var reader = await OpenAsync())
            await ArriveAsync(reader, "s-102");

        await Provider.KnowsAsync("s-102", "bruno.renamed", "audit");
        await using (var reader = await OpenAsync())
            await ArriveAsync(reader, "s-102");

        var account = await AccountAsync("bruno");
        Assert.Equal(["Auditor over all"], Grants(account));
        Assert.Equal(["account_opened", "role_granted", "role_granted", "role_revoked"], await HistoryAsync(account));
    }

    [Fact]
    public async Task nothing_is_recorded_where_nothing_changed()
    {
        await Provider.KnowsAsync("s-103", "carla", "liaison-oim");
        for (var times = 0; times < 2; times++)
        {
            await using var reader = await OpenAsync();
            await ArriveAsync(reader, "s-103");
        }

        Assert.Equal(["account_opened", "role_granted"], await HistoryAsync(await AccountAsync("carla")));
    }

    [Fact]
    public async Task signing_out_ends_the_session_on_both_sides_and_comes_back()
    {
        await Provider.KnowsAsync("s-104", "dora", "liaison-oim");
        await using var reader = await OpenAsync();
        await ArriveAsync(reader, "s-104");

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex($"^{Regex.Escape(Provider.Address.ToString())}session/end"));
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(new Regex("/account/sign-in$"));
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/account/sign-in"));
        await LeadAsync(reader);
        await Expect(reader.Page.GetByLabel("Subject")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task whoever_comes_from_the_provider_gets_no_way_in_past_it()
    {
        await Provider.KnowsAsync("s-118", "olga", "direction");
        await using var reader = await OpenAsync();
        await ArriveAsync(reader, "s-118");

        await reader.Page.GotoAsync("/account");

        await Expect(reader.Page.Locator("main")).ToContainTextAsync("olga");
        await Expect(reader.Page.Locator("main form, main a[href='/account/password'], main a[href='/account/authenticator']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task whoever_has_no_role_here_stays_out_and_no_account_is_opened()
    {
        await Provider.KnowsAsync("s-105", "elena", "staff");
        await using var reader = await OpenAsync();

        await SignInAsync(reader, "s-105");

        await IsToldAsync(reader, NoRole);
        Assert.DoesNotContain("elena", await NamesAsync());
    }

    [Fact]
    public async Task whoever_lost_every_role_there_holds_none_here_and_stays_out()
    {
        await Provider.KnowsAsync("s-106", "fabio", "direction");
        await using var before = await OpenAsync();
        await ArriveAsync(before, "s-106");
        await Provider.KnowsAsync("s-106", "fabio");
        await using var after = await OpenAsync();

        await SignInAsync(after, "s-106");

        await IsToldAsync(after, NoRole);
        Assert.Empty(Grants(await AccountAsync("fabio")));
    }

    [Fact]
    public async Task whoever_says_no_at_the_provider_is_told_so()
    {
        await Provider.KnowsAsync("s-107", "gema", "direction");
        await using var reader = await OpenAsync();

        await SignInAsync(reader, "s-107", answer: "Deny");

        await IsToldAsync(reader, Denied);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the page to sign in on" }).ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/account/sign-in$"));
    }

    [Fact]
    public async Task a_local_account_of_the_same_name_is_not_taken_over()
    {
        await Provider.KnowsAsync("s-108", RunningApp.Administrator.ToUpperInvariant(), "direction");
        await using var reader = await OpenAsync();

        await SignInAsync(reader, "s-108");

        await IsToldAsync(reader, NameTaken);
        Assert.Equal("Local", (string?)(await AccountAsync(RunningApp.Administrator))["origin"]);
        await reader.Page.GotoAsync(RunningApp.Partnership);
        await Expect(reader.Page).ToHaveURLAsync(new Regex("/account/sign-in"));
    }

    [Fact]
    public async Task somebody_else_who_takes_on_a_name_at_the_provider_gets_nothing_of_its_first_bearer()
    {
        await Provider.KnowsAsync("s-109", "hugo", "direction");
        await using var first = await OpenAsync();
        await ArriveAsync(first, "s-109");
        await Provider.KnowsAsync("s-110", "hugo", "direction");
        await using var second = await OpenAsync();

        await SignInAsync(second, "s-110");

        await IsToldAsync(second, NameTaken);
    }

    [Fact]
    public async Task a_name_that_no_account_can_have_is_refused()
    {
        await Provider.KnowsAsync("s-111", "iñigo#ext#", "direction");
        await using var reader = await OpenAsync();

        await SignInAsync(reader, "s-111");

        await IsToldAsync(reader, "The name that the identity provider gives is missing or cannot be that of an account");
    }

    [Fact]
    public async Task a_closed_account_stays_closed()
    {
        await Provider.KnowsAsync("s-112", "julia", "direction");
        await using var before = await OpenAsync();
        await ArriveAsync(before, "s-112");
        await CloseAsync(await AccountAsync("julia"));
        await Provider.KnowsAsync("s-112", "julia", "audit");
        await using var after = await OpenAsync();

        await SignInAsync(after, "s-112");

        await IsToldAsync(after, "Your account is closed.");
        Assert.Equal(["account_opened", "role_granted", "account_closed"], await HistoryAsync(await AccountAsync("julia")));
        await before.Page.GotoAsync(RunningApp.Partnership);
        await Expect(before.Page).ToHaveURLAsync(new Regex("/account/sign-in"));
    }

    [Fact]
    public async Task an_answer_that_nobody_asked_for_is_refused()
    {
        await using var reader = await OpenAsync();

        await reader.Page.GotoAsync("/signin-oidc?code=anything&state=forged");

        await IsToldAsync(reader, Lost);
    }

    [Fact]
    public async Task an_answer_is_good_once_and_in_one_browser()
    {
        await Provider.KnowsAsync("s-113", "karla", "direction");
        await using var reader = await OpenAsync();
        var answers = new List<string>();
        reader.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/signin-oidc?", StringComparison.Ordinal))
                answers.Add(request.Url);
        };
        await ArriveAsync(reader, "s-113");
        await using var other = await OpenAsync();

        foreach (var window in new[] { other, reader })
        {
            await window.Page.GotoAsync(Assert.Single(answers.Distinct()));
            await IsToldAsync(window, Lost);
        }
    }

    [Fact]
    public async Task another_persons_sign_in_cannot_be_finished_in_somebodys_browser()
    {
        await Provider.KnowsAsync("s-114", "mallory", "direction");
        await using var attacker = await OpenAsync();
        await ReachConsentAsync(attacker, "s-114");
        var answer = await AnswerAsync(attacker);
        await using var victim = await OpenAsync();
        await LeadAsync(victim); // has cookies of a sign-in of its own

        await victim.Page.GotoAsync(answer);

        await IsToldAsync(victim, Lost);
        Assert.DoesNotContain("mallory", await NamesAsync());
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(-30, null)]
    [InlineData(120, Clock)]
    [InlineData(-150, Clock)]
    public async Task clocks_may_differ_by_a_minute_and_no_more(int ahead, string? told)
    {
        await Provider.KnowsAsync("s-115", "luis", "direction");
        await using var reader = await OpenAsync();
        await Provider.SetClockAsync(TimeSpan.FromSeconds(ahead));
        try
        {
            await SignInAsync(reader, "s-115", RunningApp.Partnership);
            if (told is null)
                await Expect(reader.Page).ToHaveURLAsync(new Regex($"{RunningApp.Partnership}$"));
            else
                await IsToldAsync(reader, told);
        }
        finally
        {
            await Provider.SetClockAsync(TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task a_provider_that_does_not_answer_is_told_and_keeps_nobody_else_out()
    {
        await Provider.KnowsAsync("s-116", "maria", "direction");
        await using var theirs = await OpenAsync();
        await ArriveAsync(theirs, "s-116");
        await using var reader = await OpenAsync();
        await Provider.StopAsync();
        try
        {
            await LeadAsync(reader);
            await IsToldAsync(reader, Unreachable);

            await reader.Page.GotoAsync("/account/sign-in");
            await reader.Page.Locator("[name=name]").FillAsync(RunningApp.Administrator);
            await reader.Page.Locator("[name=password]").FillAsync(RunningApp.Password);
            await reader.Page.Locator("[name=password]").PressAsync("Enter");
            await Expect(reader.Page.Locator(".site-header")).ToContainTextAsync(RunningApp.Administrator);
        }
        finally
        {
            await Provider.RestartAsync();
        }

        await Provider.KnowsAsync("s-116", "maria", "direction");
        await using var again = await OpenAsync();
        await ArriveAsync(again, "s-116");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task nobody_is_led_elsewhere_after_signing_in(string back)
    {
        await Provider.KnowsAsync("s-117", "nora", "direction");
        await using var reader = await OpenAsync();

        await SignInAsync(reader, "s-117", back);

        await Expect(reader.Page).ToHaveURLAsync(pages.App.Address.ToString());
    }

    private Task<Reader> OpenAsync() => pages.OpenAsync("en", signedIn: false);

    /// <summary>To the provider, by the button of the page to sign in on.</summary>
    private static async Task LeadAsync(Reader reader, string back = "/")
    {
        await reader.Page.GotoAsync($"/account/sign-in?back={Uri.EscapeDataString(back)}");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with the Foreign Ministry" }).ClickAsync();
    }

    private static async Task ReachConsentAsync(Reader reader, string subject, string back = "/")
    {
        await LeadAsync(reader, back);
        await reader.Page.GetByLabel("Subject").FillAsync(subject);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Allow" })).ToBeVisibleAsync();
    }

    /// <summary>Consents, and takes down where the provider leads then instead of going there.</summary>
    private static async Task<string> AnswerAsync(Reader reader)
    {
        var form = reader.Page.APIRequest.CreateFormData().Set("answer", "allow");
        var consented = await reader.Page.APIRequest.PostAsync(reader.Page.Url, new() { Form = form, MaxRedirects = 0 });
        var resumed = await reader.Page.APIRequest.GetAsync(consented.Headers["location"], new() { MaxRedirects = 0 });
        Assert.Contains("/signin-oidc?code=", resumed.Headers["location"], StringComparison.Ordinal);
        return resumed.Headers["location"];
    }

    private static async Task SignInAsync(Reader reader, string subject, string back = "/", string answer = "Allow")
    {
        await ReachConsentAsync(reader, subject, back);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
    }

    private static async Task ArriveAsync(Reader reader, string subject)
    {
        await SignInAsync(reader, subject, RunningApp.Partnership);
        await Expect(reader.Page).ToHaveURLAsync(new Regex($"{RunningApp.Partnership}$"));
    }

    private static async Task IsToldAsync(Reader reader, string sentence)
    {
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        Assert.DoesNotContain("   at ", await reader.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Grants(JsonNode account) => account["grants"]!.AsArray()
        .Select(g => $"{g!["role"]} over {(g["over"] is JsonArray over ? over.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : "all")}");

    private async Task<IEnumerable<string?>> NamesAsync() => (await AccountsAsync()).Select(a => (string?)a!["name"]);

    private async Task<JsonNode> AccountAsync(string name) => (await AccountsAsync()).Single(a => (string?)a!["name"] == name)!;

    private async Task<JsonArray> AccountsAsync() => (await GetAsync("api/accounts?size=200"))["items"]!.AsArray();

    /// <summary>What was recorded of an account, all of it in the provider's name but what administrators did.</summary>
    private async Task<IEnumerable<string?>> HistoryAsync(JsonNode account)
    {
        var entries = (await GetAsync($"api/accounts/{account["id"]}/history"))["items"]!.AsArray();
        Assert.All(entries, e => Assert.Equal((string?)e!["event"] == "account_closed" ? RunningApp.Administrator : "OpenID Connect", (string?)e["recordedBy"]));
        return entries.OrderBy(e => (long)e!["version"]!).Select(e => (string?)e!["event"]);
    }

    private async Task CloseAsync(JsonNode account)
    {
        using var http = pages.App.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/accounts/{account["id"]}/close");
        request.Content = new StringContent("{}", Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        request.Headers.IfMatch.ParseAdd($"\"{account["version"]}\"");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var http = pages.App.Client();
        return JsonNode.Parse(await http.GetStringAsync(new Uri(path, UriKind.Relative)))!;
    }
}
