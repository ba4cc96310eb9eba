using System.Net;
using Alba;
using JasperFx.CommandLine;
using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access.Accounts;
using Relations.Domain.Access;
using Wolverine;

namespace Relations.App.Tests.Access;

/// <summary>The application on an empty database, in one environment or another.</summary>
public sealed class when_nobody_is_administrator_yet
{
    [Fact]
    public async Task only_the_printed_link_makes_the_first_one_and_once()
    {
        await using var host = await StartAsync("Production", demo: true);
        var accounts = new TestAccounts(host.Server);
        using var browser = accounts.Browser();
        var key = host.Services.GetRequiredService<FirstRun>().NewKey();

        foreach (var path in new[] { "/", "/account", "/account/sign-in", "/partnerships/can-oim" })
        {
            using var answer = await GetAsync(browser, path);
            Assert.Equal((HttpStatusCode.Redirect, FirstRun.NotSetUp), (answer.StatusCode, TestAccounts.LeadsTo(answer)));
        }

        using var told = await GetAsync(browser, FirstRun.NotSetUp);
        var page = await told.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.DoesNotContain(key, page, StringComparison.Ordinal);
        Assert.DoesNotContain(FirstRun.Address, page, StringComparison.Ordinal);
        using var api = await GetAsync(browser, "/api/partnerships");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        using var guessed = await GetAsync(browser, $"{FirstRun.Address}?key={Secret.New()}");
        Assert.Equal(HttpStatusCode.Gone, guessed.StatusCode);

        using var poor = await MakeAsync(browser, key, "primera", "passwordpassword");
        using var misnamed = await MakeAsync(browser, key, "Primera Persona", TestAccounts.Password);
        Assert.All([poor, misnamed], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        using var made = await MakeAsync(browser, key, "primera", TestAccounts.Password, ("records", "true"));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (made.StatusCode, TestAccounts.LeadsTo(made)!));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(browser, "/")).StatusCode);

        using var dead = await GetAsync(browser, $"{FirstRun.Address}?key={key}");
        Assert.Equal(HttpStatusCode.Gone, dead.StatusCode);
        using var anew = await GetAsync(browser, $"{FirstRun.Address}?key={host.Services.GetRequiredService<FirstRun>().NewKey()}");
        Assert.Equal(HttpStatusCode.Gone, anew.StatusCode);
        await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var account = Assert.Single(await session.Query<Account>().ToListAsync());
        Assert.Equal(["Administrator", "Officer"], account.Grants.Select(g => g.Role.ToString()).Order());
        Assert.All(await session.Events.FetchStreamAsync(account.Id), e => Assert.Equal("primera", e.UserName));

        var own = new ApiClient(await accounts.WithTokenAsync(new(account.Id), account.Name));
        var revoked = await own.PostAsync($"/api/accounts/{account.Id}/revoke-role", new RevokeRole(Role.Administrator), account.Version);
        var closed = await own.PostAsync($"/api/accounts/{account.Id}/close", new CloseAccount(), account.Version);
        Assert.All([revoked, closed], a => Assert.Equal((422, AccountRules.OneAdministrator.Code), (a.Status, Assert.Single(a.Broken).Rule)));

        // The demonstration was asked for, but this is no development.
        using var stranger = accounts.Browser();
        using var signIn = await GetAsync(stranger, "/account/sign-in");
        Assert.DoesNotContain(Demonstration.Address, await signIn.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var content = new FormUrlEncodedContent([new("role", "Administrator")]);
        using var demo = await stranger.PostAsync(new Uri(Demonstration.Address, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, demo.StatusCode);
        Assert.Contains("/account/sign-in", TestAccounts.LeadsTo(demo)!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task in_development_a_demonstration_signs_in_as_each_role()
    {
        await using var host = await StartAsync("Development", demo: true);
        var accounts = new TestAccounts(host.Server);

        foreach (var role in Enum.GetValues<Role>())
        {
            using var browser = accounts.Browser();
            using var signedIn = await TestAccounts.SendFormAsync(browser, "/account/sign-in", Demonstration.Address, ("role", role.ToString()));
            Assert.Equal((HttpStatusCode.Redirect, "/"), (signedIn.StatusCode, TestAccounts.LeadsTo(signedIn)));
            Assert.Contains(Demonstration.NameOf(role), await (await GetAsync(browser, "/account")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var forging = accounts.Browser();
        using var content = new FormUrlEncodedContent([new("role", "Administrator")]);
        using var forged = await forging.PostAsync(new Uri(Demonstration.Address, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    private static async Task<IAlbaHost> StartAsync(string environment, bool demo)
    {
        var database = await TestServer.NewDatabaseAsync();
        JasperFxEnvironment.AutoStartHost = true;
        return await AlbaHost.For<Program>(builder =>
        {
            builder.UseEnvironment(environment);
            builder.UseDatabase(database);
            builder.UseSetting("Relations:Seed", "none");
            builder.UseSetting(Demonstration.Setting, demo.ToString());
            builder.ConfigureServices(services => services.RunWolverineInSoloMode());
        });
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient browser, string path) => browser.GetAsync(new Uri(path, UriKind.Relative));

    private static Task<HttpResponseMessage> MakeAsync(HttpClient browser, string key, string name, string password, params (string, string)[] more) =>
        TestAccounts.SendFormAsync(
            browser,
            $"{FirstRun.Address}?key={key}",
            "first-run",
            [("name", name), ("displayName", "Primera"), ("password", password), ("repeated", password), .. more]);
}
