using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Pages;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.Access;

[Collection(AppCollection.Name)]
public sealed partial class when_an_auditor_reads_the_trail(AppFixture app)
{
    [Fact]
    public async Task a_sign_in_and_one_that_failed_are_there_without_what_was_typed()
    {
        var name = await OpenAsync();
        using var browser = app.Accounts.Browser();
        using var failed = await TestAccounts.SignInAsync(browser, name, "esto-no-se-guarda");
        using var signedIn = await TestAccounts.SignInAsync(browser, name);

        var rows = await RowsAsync($"account={name}");
        Assert.Equal(2, rows.Count);
        Assert.Contains("<strong>Ingreso</strong>", rows[0], StringComparison.Ordinal);
        Assert.Contains("contraseña", rows[0], StringComparison.Ordinal);
        Assert.Contains("<strong>Ingreso rechazado</strong>", rows[1], StringComparison.Ordinal);
        Assert.Contains("<span class=\"none\">—</span>", rows[0], StringComparison.Ordinal);
        Assert.Contains("<strong>Ingreso</strong>", Assert.Single(await RowsAsync($"account={name}&event=signed_in")), StringComparison.Ordinal);
        Assert.Contains("<strong>Ingreso rechazado</strong>", Assert.Single(await RowsAsync($"account={name}&event=sign_in_refused")), StringComparison.Ordinal);
        Assert.DoesNotContain("esto-no-se-guarda", string.Concat(rows), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_somebody_does_at_once_in_many_windows_is_all_there()
    {
        var name = NewName();
        var log = app.Host.Services.GetRequiredService<AccessLog>();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => log.WriteAsync(name, new RequestRefused("GET", $"/window/{i}", 404, null))));
        Assert.Equal(12, (await log.ReadAsync(name, 50)).Count);
    }

    [Fact]
    public async Task a_refusal_is_there_with_its_rule_in_words()
    {
        var name = NewName();
        using var reader = await app.Accounts.SignInAsync(name);
        using var refused = await reader.PostAsync(
            new Uri("/api/sources", UriKind.Relative), new StringContent("""{"kind":"Other","title":"Nota","language":"es","sha256":"00"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        var row = Assert.Single(await RowsAsync($"account={name}&event=request_refused"));
        Assert.Contains("/api/sources", row, StringComparison.Ordinal);
        Assert.Contains(AccountRules.OfficersRecord.InWords(CultureInfo.GetCultureInfo("es")), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_read_of_restricted_records_leads_to_them_and_tells_nothing_of_them()
    {
        var name = await OpenAsync();
        var source = await app.Api.OpenAsync("/api/sources", new RegisterSource(
            SourceKind.Other, "titulus-occultus", "es", Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()) + new string('0', 32), Text: "textus-occultus"));
        await app.Api.AddAsync($"/api/sources/{source}/classify", new ClassifyRecord(Classification.Restricted, [name]));
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, name);
        Assert.Contains("titulus-occultus", await browser.GetStringAsync(new Uri($"/sources/{source}", UriKind.Relative)), StringComparison.Ordinal);

        var row = Assert.Single(await RowsAsync($"account={name}&event=restricted_read"));
        Assert.Contains($"<a href=\"/sources/{source}\">{source}</a>", row, StringComparison.Ordinal);
        Assert.DoesNotContain("occultus", row, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync($"account={AppFixture.Officer}&event=restricted_read&from={Today}", source.ToString())); // to read the trail is not to read them
    }

    [Fact]
    public async Task records_read_together_lead_each_to_its_place()
    {
        var (name, gone) = (NewName(), Guid.CreateVersion7());
        var meeting = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting([app.Cast.CanOim], EdtfDate.Parse("2020-02-02"), Title: "conventus-occultus"));
        await app.Host.Services.GetRequiredService<AccessLog>().WriteAsync(name, new RestrictedRead([meeting, gone], "/partnerships/can-oim"));

        var row = Assert.Single(await RowsAsync($"account={name}"));
        Assert.Contains("<summary>2 registros</summary>", row, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/meetings/{meeting}\">{meeting}</a>", row, StringComparison.Ordinal);
        Assert.Contains($"<span>{gone}</span>", row, StringComparison.Ordinal);
        Assert.DoesNotContain("occultus", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_role_given_names_the_account_and_what_it_is_over()
    {
        var (keeper, name) = (NewName(), NewName());
        using var http = await app.Accounts.SignInAsync(keeper, new Grant(Role.Administrator));
        var api = new ApiClient(http);
        var account = await api.OpenAsync("/api/accounts", new OpenAccount(name, "Lucía Ramos"));
        await api.AddAsync($"/api/accounts/{account}/grant-role", new GrantRole(Role.Manager));
        await api.AddAsync($"/api/accounts/{account}/grant-role", new GrantRole(Role.Officer, [app.Cast.CanOim]));

        var rows = await RowsAsync($"account={keeper}&event=role_granted");
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Contains($"<a href=\"/administration/accounts/{account}\">{name}</a>", row, StringComparison.Ordinal));
        Assert.Contains($"<a href=\"/partnerships/{app.Cast.CanOim}\">", rows[0], StringComparison.Ordinal);
        Assert.Contains("todas las relaciones", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_invitation_names_the_account_invited()
    {
        var (keeper, name) = (NewName(), NewName());
        using var http = await app.Accounts.SignInAsync(keeper, new Grant(Role.Administrator));
        var api = new ApiClient(http);
        var account = await api.OpenAsync("/api/accounts", new OpenAccount(name, "Lucía Ramos"));
        Assert.Equal(200, (await api.PostAsync($"/api/accounts/{account}/invite", "{}")).Status);

        Assert.Contains(name, Assert.Single(await RowsAsync($"account={keeper}&event=credential_set")), StringComparison.Ordinal);
        var entry = Assert.Single((await app.Api.GetAsync($"/api/access-log?account={keeper}&event=credential_set")).Body["items"]!.AsArray())!;
        Assert.Equal(account, entry["subject"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task days_are_whole_and_the_last_is_included()
    {
        var name = NewName();
        using var issued = await app.Accounts.SignInAsync(name);

        Assert.Single(await RowsAsync($"account={name}&event=token_issued&from={Today}&to={Today}"));
        Assert.Empty(await RowsAsync($"account={name}&to={Day(-1)}"));
        Assert.Empty(await RowsAsync($"account={name}&from={Day(1)}"));
        Assert.NotEmpty(await RowsAsync($"account={name}&from=0001-01-01&to=9999-12-31"));
    }

    [Fact]
    public async Task pages_keep_the_filters()
    {
        var name = NewName();
        var log = app.Host.Services.GetRequiredService<AccessLog>();
        for (var i = 0; i < 51; i++)
            await log.WriteAsync(name, new SignedOut());
        var filters = $"account={name}&event=signed_out&from={Today}";

        var first = await PageAsync(filters);
        Assert.Equal(50, Rows().Count(first));
        Assert.Equal($"/audit/access?{filters}&page=2", LinkTo(first, "next"));
        Assert.Null(LinkTo(first, "prev"));
        Assert.Contains($"value=\"{name}\"", first, StringComparison.Ordinal);
        Assert.Contains("value=\"signed_out\" selected", first, StringComparison.Ordinal);
        var second = await PageAsync(filters + "&page=2");
        Assert.Equal(1, Rows().Count(second));
        Assert.Equal($"/audit/access?{filters}", LinkTo(second, "prev"));
        Assert.Null(LinkTo(second, "next"));
        var beyond = await PageAsync(filters + "&page=900");
        Assert.Equal(0, Rows().Count(beyond));
        Assert.Equal($"/audit/access?{filters}&page=2", LinkTo(beyond, "prev"));
    }

    [Fact]
    public async Task an_empty_answer_says_so() =>
        Assert.Contains("No hay ninguna anotación así.", await PageAsync($"account={NewName()}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("event=x", "event")]
    [InlineData("from=ayer", "from")]
    [InlineData("to=2026-13-01", "to")]
    [InlineData("from=2026-11-23&to=2026-11-22", "to")]
    [InlineData("account=%00", "account")]
    public async Task what_cannot_be_read_is_told_at_its_field(string query, string field)
    {
        using var answer = await AskAsync(app.Http, query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal($"{field}-mistake", Assert.Single(Mistake().Matches(html)).Groups["id"].Value);
        Assert.Contains($"aria-describedby=\"{(field == "account" ? "account-hint " : "")}{field}-mistake\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task nobody_else_reads_it_and_that_they_tried_is_noted(Role role)
    {
        var name = NewName();
        using var reader = await app.Accounts.SignInAsync(name, new Grant(role));

        using var answer = await AskAsync(reader, "");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(AccountRules.AuditorsReadAccess.InWords(CultureInfo.GetCultureInfo("es")), html, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{AccessPage.Address}\"", html, StringComparison.Ordinal);
        var noted = Assert.IsType<RequestRefused>((await app.Host.Services.GetRequiredService<AccessLog>().ReadAsync(name, 1))[0].Data);
        Assert.Equal(new RequestRefused("GET", AccessPage.Address, 403, AccountRules.AuditorsReadAccess.Code), noted);
    }

    private static string Today => Day(0);

    private static string Day(int later) => DateTimeOffset.UtcNow.AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NewName() => $"rastro-{Guid.NewGuid():n}";

    private async Task<string> OpenAsync()
    {
        var name = NewName();
        await app.Accounts.OpenWithPasswordAsync(name, new Grant(Role.Officer));
        return name;
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{AccessPage.Address}?{query}");
        request.Headers.AcceptLanguage.ParseAdd("es");
        return await http.SendAsync(request);
    }

    /// <summary>The page as the auditor sees it, with entities as the letters that they are.</summary>
    private async Task<string> PageAsync(string query)
    {
        using var answer = await AskAsync(app.Http, query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string query, string with = "") =>
        [.. Rows().Matches(await PageAsync(query)).Select(m => m.Value).Where(row => row.Contains(with, StringComparison.Ordinal))];

    private static string? LinkTo(string html, string relation) =>
        Regex.Match(html, $"<a rel=\"{relation}\" href=\"(?<to>[^\"]+)\"") is { Success: true } link ? link.Groups["to"].Value : null;

    [GeneratedRegex(@"<tr>\s*<th scope=""row"">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("<span class=\"mistake\" id=\"(?<id>[^\"]+)\"")]
    private static partial Regex Mistake();
}
