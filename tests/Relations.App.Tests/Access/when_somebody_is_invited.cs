using System.Net;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.Domain.Access;

namespace Relations.App.Tests.Access;

[Collection(AppCollection.Name)]
public sealed class when_somebody_is_invited(AppFixture app)
{
    private static readonly Uri Account = new("/account", UriKind.Relative);

    [Fact]
    public async Task they_choose_a_password_that_nobody_else_knows_once()
    {
        var id = await app.Api.OpenAsync("/api/accounts", new OpenAccount("invitada", "Lucía Ramos"));
        var address = await InviteAsync(id);
        using var browser = app.Accounts.Browser();

        using var differing = await ChooseAsync(browser, address, TestAccounts.Password, "otra cosa");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, differing.StatusCode);
        using var poor = await ChooseAsync(browser, address, "invitadainvitada");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, poor.StatusCode);
        using var chosen = await ChooseAsync(browser, address, TestAccounts.Password);

        Assert.Equal((HttpStatusCode.Redirect, "/"), (chosen.StatusCode, TestAccounts.LeadsTo(chosen)!));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Account)).StatusCode);
        using var other = app.Accounts.Browser();
        Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        using var signedIn = await TestAccounts.SignInAsync(other, "invitada");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task a_new_invitation_takes_the_old_password_and_its_sessions()
    {
        var id = await app.Accounts.OpenWithPasswordAsync("olvida");
        using var browser = app.Accounts.Browser();
        using var before = await TestAccounts.SignInAsync(browser, "olvida");

        var first = await InviteAsync(id.Value);
        var second = await InviteAsync(id.Value);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Account)).StatusCode);
        using var after = await TestAccounts.SignInAsync(browser, "olvida");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, after.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(new Uri(first, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(second, UriKind.Relative))).StatusCode);
        var trail = await app.Host.Services.GetRequiredService<AccessLog>().ReadAsync("olvida", 20);
        Assert.Equal(AppFixture.Officer, trail.Single(e => e.Data is CredentialRemoved { Proof: Proof.Password }).UserName);
    }

    [Fact]
    public async Task it_ends_after_three_days_and_is_for_one_account()
    {
        var id = await app.Accounts.OpenAsync("tarde");
        var other = await app.Accounts.OpenAsync("temprano");
        var address = await InviteAsync(id.Value);
        using var browser = app.Accounts.Browser();
        Assert.Equal(HttpStatusCode.Gone, (await GetAsync(address.Replace(id.ToString(), other.ToString(), StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await GetAsync(address + "x")).StatusCode);
        await using (var session = app.Documents.LightweightSession())
        {
            var credentials = (await session.LoadAsync<Credentials>(id.Value))!;
            Assert.InRange(credentials.Invitation!.Expires - DateTimeOffset.UtcNow, TimeSpan.FromHours(71), TimeSpan.FromHours(72));
            credentials.Invitation = credentials.Invitation with { Expires = DateTimeOffset.UtcNow.AddSeconds(-1) };
            session.UpdateRevision(credentials, credentials.Version + 1);
            await session.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.Gone, (await GetAsync(address)).StatusCode);

        Task<HttpResponseMessage> GetAsync(string path) => browser.GetAsync(new Uri(path, UriKind.Relative));
    }

    [Fact]
    public async Task only_administrators_invite_and_only_to_accounts_of_this_installation()
    {
        var officer = await app.SignInAsync("no-administra", new Grant(Role.Officer), new Grant(Role.Manager), new Grant(Role.Auditor));
        var id = await app.Accounts.OpenAsync("deseada");
        var provided = await app.Api.OpenAsync("/api/accounts", new OpenAccount("de-fuera", "De fuera", AccountOrigin.Provider));

        var refused = await officer.PostAsync($"/api/accounts/{id}/invite", "");
        Assert.Equal((403, AccountRules.AdministratorsKeepAccounts.Code), (refused.Status, Assert.Single(refused.Broken).Rule));
        var elsewhere = await app.Api.PostAsync($"/api/accounts/{provided}/invite", "");
        Assert.Equal((422, AccountRules.LocalInvited.Code), (elsewhere.Status, Assert.Single(elsewhere.Broken).Rule));
        var nobody = await app.Api.PostAsync($"/api/accounts/{Guid.CreateVersion7()}/invite", "");
        Assert.Equal(404, nobody.Status);
    }

    [Fact]
    public async Task an_administrator_does_all_of_it_on_the_pages_too()
    {
        await app.Accounts.OpenWithPasswordAsync("administra", new Grant(Role.Administrator));
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, "administra");

        using var taken = await TestAccounts.SendFormAsync(
            browser, "/administration/accounts", "open", ("name", AppFixture.Officer), ("displayName", "Otra"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        using var opened = await TestAccounts.SendFormAsync(
            browser, "/administration/accounts", "open", ("name", "nueva.cuenta"), ("displayName", "Nueva Cuenta"));
        var page = TestAccounts.LeadsTo(opened)!;
        var id = page.Split('/')[^1];

        await app.ViewsAsync();
        using var granted = await TestAccounts.SendFormAsync(browser, page, "grant-Officer", ("over", app.Cast.CanOim.ToString()));
        using var auditor = await TestAccounts.SendFormAsync(browser, page, "grant-Auditor");
        using var renamed = await TestAccounts.SendFormAsync(browser, page, "rename", ("displayName", "Otro Nombre"));
        using var revoked = await TestAccounts.SendFormAsync(browser, page, "revoke-Auditor");
        Assert.All([granted, auditor, renamed, revoked], a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        await using (var session = app.Documents.QuerySession())
        {
            var account = (await session.LoadAsync<Account>(Guid.Parse(id)))!;
            Assert.Equal("Otro Nombre", account.DisplayName);
            Assert.Equal((Role.Officer, app.Cast.CanOim), (Assert.Single(account.Grants).Role, Assert.Single(account.Grants[0].Over!)));
        }

        using var invited = await TestAccounts.SendFormAsync(browser, page, "invite");
        var html = WebUtility.HtmlDecode(await invited.Content.ReadAsStringAsync());
        var link = System.Text.RegularExpressions.Regex.Match(html, @"http://localhost(/account/invitation\?\S+?)<").Groups[1].Value;
        using var guest = app.Accounts.Browser();
        using var chosen = await ChooseAsync(guest, link, TestAccounts.Password);
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);

        using var closed = await TestAccounts.SendFormAsync(browser, page, "close");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.GetAsync(Account)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri($"/administration/accounts/{Guid.CreateVersion7()}", UriKind.Relative))).StatusCode);
    }

    private async Task<string> InviteAsync(Guid id)
    {
        var answer = await app.Api.PostAsync($"/api/accounts/{id}/invite", "");
        Assert.True(answer.Status == 200, answer.Body.ToJsonString());
        return answer.Body["address"]!.GetValue<string>();
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient browser, string address, string password, string? repeated = null) =>
        TestAccounts.SendFormAsync(browser, address, "invitation", ("password", password), ("repeated", repeated ?? password));
}
