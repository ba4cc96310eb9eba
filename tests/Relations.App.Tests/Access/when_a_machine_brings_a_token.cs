using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.Domain.Access;
using Relations.Domain.Organisations;

namespace Relations.App.Tests.Access;

[Collection(AppCollection.Name)]
public sealed class when_a_machine_brings_a_token(AppFixture app)
{
    private const string Tokens = "/api/account/tokens";

    private static readonly Uri Partnerships = new("/api/partnerships", UriKind.Relative);

    [Fact]
    public async Task it_is_issued_by_a_session_shown_once_and_kept_as_a_hash()
    {
        await app.Accounts.OpenWithPasswordAsync("emisora", new Grant(Role.Officer));
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, "emisora");

        var issued = await IssueAsync(browser, """{"label":"tablero","scopes":["Record"],"days":30}""");
        var secret = issued.Body["secret"]!.GetValue<string>();

        Assert.Equal(201, issued.Status);
        Assert.Matches("^rel_[A-Za-z0-9_-]{43}$", secret);
        Assert.Equal(["Read", "Record"], issued.Body["token"]!["scopes"]!.AsArray().Select(s => s!.GetValue<string>()));
        await using var session = app.Documents.QuerySession();
        var kept = await session.Query<ApiToken>().SingleAsync(t => t.Label == "tablero");
        Assert.DoesNotContain(secret[4..], System.Text.Json.JsonSerializer.Serialize(kept), StringComparison.Ordinal);
        var list = await browser.GetStringAsync(new Uri(Tokens, UriKind.Relative));
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Hash, list, StringComparison.Ordinal);

        using var machine = WithToken(secret);
        var opened = await new ApiClient(machine).OpenAsync("/api/organisations", new RegisterOrganisation([new("es", "Por token")], OrganisationKind.Office));
        var history = await app.Api.GetAsync($"/api/organisations/{opened}/history");
        Assert.Equal("emisora", history.Body["items"]![0]!["recordedBy"]!.GetValue<string>());
        Assert.NotNull((await session.LoadAsync<ApiToken>(kept.Id))!.LastUsed);
        var refused = await IssueAsync(machine, """{"label":"otra"}""");
        Assert.Equal((403, AccountRules.WithinToken.Code), (refused.Status, Assert.Single(refused.Broken).Rule));
    }

    [Theory]
    [InlineData("""{"label":" "}""", "label")]
    [InlineData("""{"label":"x","days":0}""", "days")]
    [InlineData("""{"label":"x","days":366}""", "days")]
    public async Task what_it_is_to_be_has_bounds(string wish, string field)
    {
        var name = $"limites-{Guid.NewGuid():n}";
        await app.Accounts.OpenWithPasswordAsync(name);
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, name);

        var answer = await IssueAsync(browser, wish);

        Assert.Equal((422, field), (answer.Status, Assert.Single(answer.Broken).Field));
    }

    [Fact]
    public async Task a_wish_that_cannot_be_read_is_answered_with_its_fields()
    {
        var answer = await app.Api.PostAsync(Tokens, """{"scopes":["Everything"],"until":"2099"}""");

        Assert.Equal(400, answer.Status);
        Assert.Equal(["label", "scopes[0]", "until"], answer.Broken.Select(b => b.Field).Order());
    }

    [Fact]
    public async Task a_revoked_one_opens_nothing_any_more()
    {
        var id = await app.Accounts.OpenAsync("revoca", new Grant(Role.Officer));
        using var machine = await app.Accounts.WithTokenAsync(id, "revoca");
        var token = (await app.Host.Services.GetRequiredService<ApiTokens>().ListAsync(id, new(1, 10), default)).Items[0];
        Assert.Equal(HttpStatusCode.OK, (await machine.GetAsync(Partnerships)).StatusCode);

        using var revoked = await machine.DeleteAsync(new Uri($"{Tokens}/{token.Id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);

        using var after = await machine.GetAsync(Partnerships);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Contains("invalid_token", after.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        var trail = await app.Host.Services.GetRequiredService<AccessLog>().ReadAsync("revoca", 5);
        Assert.Equal([typeof(SignInRefused), typeof(TokenRevoked), typeof(TokenIssued)], trail.Select(e => e.Data.GetType()));
    }

    [Fact]
    public async Task an_ended_one_opens_nothing()
    {
        var id = await app.Accounts.OpenAsync("vencida", new Grant(Role.Officer));
        using var machine = await app.Accounts.WithTokenAsync(id, "vencida");
        var token = (await app.Host.Services.GetRequiredService<ApiTokens>().ListAsync(id, new(1, 10), default)).Items[0];
        await using (var session = app.Documents.LightweightSession())
        {
            session.Store(token with { Expires = DateTimeOffset.UtcNow.AddMinutes(-1) });
            await session.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.GetAsync(Partnerships)).StatusCode);
    }

    [Fact]
    public async Task another_accounts_token_is_not_found()
    {
        var own = await app.Accounts.OpenAsync("propia");
        using var mine = await app.Accounts.WithTokenAsync(own, "propia");
        var other = await app.Accounts.OpenAsync("vecina");
        using var theirs = await app.Accounts.WithTokenAsync(other, "vecina");
        var token = (await app.Host.Services.GetRequiredService<ApiTokens>().ListAsync(other, new(1, 10), default)).Items[0];

        using var answer = await mine.DeleteAsync(new Uri($"{Tokens}/{token.Id}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync(new Uri(Tokens, UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("rel_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("x")]
    [InlineData("")]
    public async Task an_unknown_one_is_refused_even_beside_a_session(string secret)
    {
        var name = $"dudosa-{Guid.NewGuid():n}";
        await app.Accounts.OpenWithPasswordAsync(name);
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, name);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + secret);

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync(new Uri(Tokens, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task the_page_issues_and_revokes_as_well()
    {
        await app.Accounts.OpenWithPasswordAsync("pagina", new Grant(Role.Officer));
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, "pagina");

        using var issued = await TestAccounts.SendFormAsync(
            browser, "/account/tokens", "issue", ("label", "desde la página"), ("days", "7"), ("scopes", "Record"), ("scopes", "Administer"));
        var secret = System.Text.RegularExpressions.Regex.Match(await issued.Content.ReadAsStringAsync(), "rel_[A-Za-z0-9_-]{43}").Value;
        using var machine = WithToken(secret);
        Assert.Equal(HttpStatusCode.OK, (await machine.GetAsync(Partnerships)).StatusCode);
        var page = await browser.GetStringAsync(new Uri("/account/tokens", UriKind.Relative));
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);

        var form = System.Text.RegularExpressions.Regex.Match(page, "revoke-[0-9a-f-]{36}").Value;
        using var revoked = await TestAccounts.SendFormAsync(browser, "/account/tokens", form);
        Assert.Equal(HttpStatusCode.Unauthorized, (await machine.GetAsync(Partnerships)).StatusCode);
    }

    private HttpClient WithToken(string secret)
    {
        var client = app.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return client;
    }

    private static async Task<Answer> IssueAsync(HttpClient client, string wish)
    {
        using var answer = await client.PostAsJsonAsync(Tokens, JsonNode.Parse(wish));
        return await Answer.OfAsync(answer);
    }
}
