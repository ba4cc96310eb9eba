using System.Net;
using System.Net.Http.Json;
using Alba;
using JasperFx.CommandLine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access.Accounts;
using Relations.Domain.Access;
using Wolverine;

namespace Relations.App.Tests.Access;

/// <summary>The application with a clock that can be put forward.</summary>
public sealed class when_a_session_grows_old : IAsyncLifetime
{
    private static readonly Uri Account = new("/account", UriKind.Relative);

    private readonly ForwardClock clock = new();
    private IAlbaHost host = null!;
    private HttpClient browser = null!;

    public async Task InitializeAsync()
    {
        var database = await TestServer.NewDatabaseAsync();
        JasperFxEnvironment.AutoStartHost = true;
        host = await AlbaHost.For<Program>(builder =>
        {
            builder.UseDatabase(database);
            builder.UseSetting("Relations:Seed", "none");
            builder.ConfigureServices(services => services.RunWolverineInSoloMode().AddSingleton<TimeProvider>(clock));
        });
        var accounts = new TestAccounts(host.Server);
        await accounts.OpenWithPasswordAsync("antigua", new Grant(Role.Administrator));
        browser = accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, "antigua");
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task further_keys_of_the_account_need_signing_in_once_more()
    {
        using var issued = await TestAccounts.SendFormAsync(browser, "/account/tokens", "issue", ("label", "pronto"), ("days", "1"));
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
        using var page = await browser.GetAsync(new Uri("/account/authenticator", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        clock.Forward(Sessions.Fresh + TimeSpan.FromMinutes(1));

        using var late = await TestAccounts.SendFormAsync(browser, "/account/tokens", "issue", ("label", "tarde"), ("days", "1"));
        Assert.Equal("/account/sign-in?again=true&back=%2Faccount%2Ftokens", TestAccounts.LeadsTo(late));
        using var codes = await browser.GetAsync(new Uri("/account/authenticator", UriKind.Relative));
        Assert.Equal("/account/sign-in?again=true&back=%2Faccount%2Fauthenticator", TestAccounts.LeadsTo(codes));
        using var api = await browser.PostAsJsonAsync("/api/account/tokens", new { label = "tarde" });
        Assert.Equal(AccountRules.RecentSignIn.Code, Assert.Single((await Answer.OfAsync(api)).Broken).Rule);
        Assert.DoesNotContain("tarde", await browser.GetStringAsync(new Uri("/api/account/tokens", UriKind.Relative)), StringComparison.Ordinal);

        using var again = await TestAccounts.SignInAsync(browser, "antigua", address: TestAccounts.LeadsTo(codes)!);
        Assert.Equal("/account/authenticator", TestAccounts.LeadsTo(again));
        using var now = await browser.GetAsync(new Uri("/account/authenticator", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    [Fact]
    public async Task it_ends_when_nothing_is_asked_for()
    {
        clock.Forward(Sessions.Idle - TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Account)).StatusCode);
        clock.Forward(Sessions.Idle + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Account)).StatusCode);
    }

    [Fact]
    public async Task it_ends_after_a_day_whatever_is_asked_for()
    {
        var step = Sessions.Idle - TimeSpan.FromMinutes(5);
        for (var passed = step; passed < Sessions.Longest; passed += step)
        {
            clock.Forward(step);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Account)).StatusCode);
        }

        clock.Forward(step);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Account)).StatusCode);
    }

    private sealed class ForwardClock : TimeProvider
    {
        private TimeSpan ahead;

        public void Forward(TimeSpan by) => ahead += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
