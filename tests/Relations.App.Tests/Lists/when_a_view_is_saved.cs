using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Lists;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Lists;

/// <summary>A saved view is its owner's, keeps the address of a list and nothing else, and is shared with those who hold a role.</summary>
[Collection(AppCollection.Name)]
public sealed partial class when_a_view_is_saved(AppFixture app)
{
    [Theory]
    [InlineData("/agreements?ends-within=12&foreign=%3Cscript%3E&state=", "/agreements?ends-within=12")]
    [InlineData("/meetings?page=7&year=2016&sort=-name", "/meetings?year=2016&sort=-name")]
    [InlineData("/portfolio?overdue=true&x=y", "/portfolio?overdue=true")]
    [InlineData("/people", "/people")]
    public async Task the_address_is_kept_as_its_list_writes_it(string address, string kept)
    {
        var (view, refusals) = await AsAsync(Somebody("keeper-of-addresses"), v => v.SaveAsync("Vista", address, null, default));
        Assert.Empty(refusals);
        Assert.Equal(kept, view!.Address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://example.org/meetings")]
    [InlineData("//example.org/meetings")]
    [InlineData("/account")]
    [InlineData("/meetings/../account")]
    [InlineData("/meetings?year=next")]
    [InlineData("javascript:alert(1)")]
    public async Task no_other_address_is_kept(string? address)
    {
        var (view, refusals) = await AsAsync(Somebody("keeper-of-nothing"), v => v.SaveAsync("Vista", address, null, default));
        Assert.Null(view);
        Assert.Equal((CommonRules.FieldUnreadable, "address"), (refusals.Single().Rule, refusals.Single().Field));
    }

    [Fact]
    public async Task another_sees_only_what_is_shared_with_a_role_they_hold()
    {
        var (owner, manager, officer) = (Somebody("view-owner", Role.Officer), Somebody("view-manager", Role.Manager), Somebody("view-officer", Role.Officer));
        var (own, _) = await AsAsync(owner, v => v.SaveAsync("Propia", "/meetings", null, default));
        var (shared, _) = await AsAsync(owner, v => v.SaveAsync("De gerencia", "/meetings?year=2016", Role.Manager, default));

        Assert.Equal([own!.Id, shared!.Id], (await AsAsync(owner, v => v.ReadAsync("meetings", default))).Select(v => v.Id).Order());
        Assert.Equal([shared.Id], (await AsAsync(manager, v => v.ReadAsync("meetings", default))).Select(v => v.Id));
        Assert.Empty(await AsAsync(officer, v => v.ReadAsync("meetings", default)));
        Assert.Empty(await AsAsync(owner, v => v.ReadAsync("people", default)));

        Assert.Null(await AsAsync(manager, v => v.RenameAsync(shared.Id, "Mía", default)));
        Assert.False(await AsAsync(manager, v => v.RemoveAsync(shared.Id, default)));
        Assert.Empty((await AsAsync(owner, v => v.RenameAsync(shared.Id, "Otra", default)))!);
        Assert.Equal("Otra", (await AsAsync(manager, v => v.ReadAsync(null, default))).Single().Name);
        Assert.True(await AsAsync(owner, v => v.RemoveAsync(shared.Id, default)));
        Assert.Empty(await AsAsync(manager, v => v.ReadAsync(null, default)));
    }

    [Fact]
    public async Task names_and_numbers_are_bounded()
    {
        var actor = Somebody("keeper-of-many");
        foreach (var (name, rule) in new[] { (" ", CommonRules.TextRequired), (new string('x', 101), CommonRules.TextTooLong), ("a\u0007", CommonRules.TextUnreadable) })
            Assert.Equal(rule, (await AsAsync(actor, v => v.SaveAsync(name, "/people", null, default))).Refusals.Single().Rule);
        for (var i = 0; i < SavedViews.Most; i++)
            Assert.Empty((await AsAsync(actor, v => v.SaveAsync("x", "/people", null, default))).Refusals);
        Assert.Equal(CommonRules.TooManyItems, (await AsAsync(actor, v => v.SaveAsync("x", "/people", null, default))).Refusals.Single().Rule);
    }

    [Fact]
    public async Task a_page_saves_renames_and_removes_it()
    {
        await app.Accounts.OpenWithPasswordAsync("view.keeper", new Grant(Role.Manager));
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, "view.keeper");

        using var saved = await TestAccounts.SendFormAsync(browser, "/agreements?ends-within=12", "save-view", ("name", "Terminan"));
        Assert.Equal((HttpStatusCode.Redirect, "/agreements?ends-within=12"), (saved.StatusCode, TestAccounts.LeadsTo(saved)));
        Assert.Contains("Terminan", await browser.GetStringAsync(new Uri("/agreements", UriKind.Relative)), StringComparison.Ordinal);

        using var nameless = await TestAccounts.SendFormAsync(browser, "/agreements?ends-within=12", "save-view", ("name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);

        var id = RenameForm().Match(await browser.GetStringAsync(new Uri("/views", UriKind.Relative))).Groups["id"].Value;
        using var renamed = await TestAccounts.SendFormAsync(browser, "/views", $"rename-{id}", ("name", "Por terminar"));
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        Assert.Contains("Por terminar", await browser.GetStringAsync(new Uri("/views", UriKind.Relative)), StringComparison.Ordinal);
        using var removed = await TestAccounts.SendFormAsync(browser, "/views", $"remove-{id}");
        Assert.DoesNotContain("Por terminar", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("rename-(?<id>[0-9a-f-]{36})")]
    private static partial Regex RenameForm();

    private static Actor Somebody(string name, params Role[] roles) =>
        new(name, [.. roles.Select(r => new Grant(r))]) { Account = new(AccessLog.TrailOf(name)) };

    private async Task<T> AsAsync<T>(Actor actor, Func<SavedViews, Task<T>> ask)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Is(actor, "test");
        return await ask(scope.ServiceProvider.GetRequiredService<SavedViews>());
    }
}
