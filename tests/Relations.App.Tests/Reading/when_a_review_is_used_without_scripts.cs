using System.Net;
using System.Text.RegularExpressions;
using Relations.Domain.Access;
using Relations.Domain.Sources;

namespace Relations.App.Tests.Reading;

/// <summary>The pages of a review by plain posts: pasted, judged, changed, added to, confirmed.</summary>
[Collection(AppCollection.Name)]
public sealed partial class when_a_review_is_used_without_scripts(AppFixture app)
{
    [Fact]
    public async Task a_text_is_pasted_judged_and_recorded()
    {
        var browser = await BrowserAsync();
        var mark = Guid.NewGuid().ToString();
        using var pasted = await PostAsync(browser, "/read", "read", ("text", $"{AReading.Text}\n{mark}"), ("partnership.text", ""), ("published", ""));
        Assert.Equal(HttpStatusCode.Found, pasted.StatusCode);
        var address = TestAccounts.LeadsTo(pasted)!;
        var page = await PageAsync(browser, address);
        Assert.Contains(mark, page, StringComparison.Ordinal);
        Assert.Contains("data-fact=\"source", page, StringComparison.Ordinal);

        using var added = await ActAsync(browser, address, "add", ("add.words", "Foro del Pacífico"), ("add.kind", "organisation"));
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        var form = await PageAsync(browser, TestAccounts.LeadsTo(added)!.Split('#')[0]);
        Assert.Contains("names[0].acronym", form, StringComparison.Ordinal);
        var key = Editing().Match(form).Groups["key"].Value;
        using var saved = await ActAsync(
            browser, address, $"save:{key}", ("names[0].language", "es"), ("names[0].name", "Foro Añadido"), ("names[0].acronym", "FA"), ("names.rows", "1"), ("kind", "Other"), ("_editing", key));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Contains("Foro Añadido", await PageAsync(browser, address), StringComparison.Ordinal);

        using var confirmed = await ActAsync(browser, address, "confirm");
        Assert.Equal(HttpStatusCode.Found, confirmed.StatusCode);
        var done = await PageAsync(browser, address);
        var source = Sources().Match(done).Groups["id"].Value;
        await using var session = app.Documents.QuerySession();
        Assert.Contains(mark, (await session.LoadAsync<Source>(Guid.Parse(source)))!.Text!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await ActAsync(browser, address, "confirm")).StatusCode);
    }

    [Fact]
    public async Task what_cannot_be_read_is_said_at_its_field()
    {
        var browser = await BrowserAsync();
        using var nothing = await PostAsync(browser, "/read", "read", ("text", " "), ("published", "nunca"));
        var html = await nothing.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("read-text-mistake", html, StringComparison.Ordinal);
        Assert.Contains("read-published-mistake", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_was_slower_sees_both()
    {
        var browser = await BrowserAsync();
        using var pasted = await PostAsync(browser, "/read", "read", ("text", $"{AReading.Text}\n{Guid.NewGuid()}"));
        var address = TestAccounts.LeadsTo(pasted)!;
        var seen = await PageAsync(browser, address);
        using var first = await ActAsync(browser, address, "add", ("add.words", "Foro del Pacífico"), ("add.kind", "organisation"));
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        using var second = await ActAsync(browser, address, "add", seen, ("add.words", "Red de Puertos"), ("add.kind", "organisation"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("class=\"conflict\"", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_lists_and_the_report_are_shown()
    {
        var browser = await BrowserAsync();
        using var pasted = await PostAsync(browser, "/read", "read", ("text", $"{AReading.Text}\n{Guid.NewGuid()}"));
        Assert.Contains(TestAccounts.LeadsTo(pasted)!, await PageAsync(browser, "/drafts"), StringComparison.Ordinal);
        Assert.Contains(TestAccounts.LeadsTo(pasted)!, await PageAsync(browser, "/"), StringComparison.Ordinal);
        Assert.Contains("<h1>", await PageAsync(browser, "/reports/readings"), StringComparison.Ordinal);
    }

    private async Task<HttpClient> BrowserAsync()
    {
        var name = $"lee{Guid.NewGuid():N}"[..18];
        await app.Accounts.OpenWithPasswordAsync(name, new Grant(Role.Officer));
        var browser = app.Accounts.Browser();
        (await TestAccounts.SignInAsync(browser, name)).Dispose();
        return browser;
    }

    private static async Task<string> PageAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address}: {answer.StatusCode} {html}");
        return WebUtility.HtmlDecode(html);
    }

    private static async Task<HttpResponseMessage> ActAsync(HttpClient browser, string address, string act, params (string, string)[] fields) =>
        await ActAsync(browser, address, act, await PageAsync(browser, address), fields);

    private static Task<HttpResponseMessage> ActAsync(HttpClient browser, string address, string act, string seen, params (string, string)[] fields) =>
        PostAsync(browser, address, "review", seen, [("_act", act), ("_version", Version().Match(seen).Groups["version"].Value), .. fields]);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, string handler, params (string, string)[] fields) =>
        await PostAsync(browser, address, handler, await PageAsync(browser, address), fields);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, string handler, string seen, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("_handler", handler), new("__RequestVerificationToken", Token().Match(seen).Groups["token"].Value),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
        ]);
        return await browser.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""name="_version" value="(?<version>\d+)""")]
    private static partial Regex Version();

    [GeneratedRegex("""name="_editing" value="(?<key>[^"]+)""")]
    private static partial Regex Editing();

    [GeneratedRegex("""href="/sources/(?<id>[0-9a-f-]{36})""")]
    private static partial Regex Sources();
}
