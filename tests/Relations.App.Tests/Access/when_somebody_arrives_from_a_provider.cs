using System.Net;
using System.Security.Claims;
using Alba;
using JasperFx.CommandLine;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.App.Access.OpenIdConnect;
using Relations.Domain.Access;
using Wolverine;

namespace Relations.App.Tests.Access;

/// <summary>
/// What is done with somebody whom a provider vouches for, and without a provider: here it is set up and does not answer. How
/// people sign in with one is tried with a real provider in the browser's tests.
/// </summary>
public sealed class when_somebody_arrives_from_a_provider(when_somebody_arrives_from_a_provider.AppWithProvider app)
    : IClassFixture<when_somebody_arrives_from_a_provider.AppWithProvider>
{
    private const string Issuer = "https://login.example.org";
    private const string Token = "eyJhbGciOiJub25lIn0.e30.";

    [Fact]
    public async Task the_application_runs_while_the_provider_is_away_and_says_so()
    {
        using var client = app.Host.Server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        using var led = await client.GetAsync(new Uri("/account/provider?back=/", UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, "/account/provider/refused?why=Unreachable"), (led.StatusCode, led.Headers.Location?.ToString()));

        using var told = await client.GetAsync(led.Headers.Location);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
        Assert.Contains("El proveedor de identidad no responde.", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_forged_answer_is_refused_and_stands_in_the_trail()
    {
        using var client = app.Host.Server.CreateClient();
        var before = (await TrailAsync(AccessLog.Nobody)).Count;

        using var answer = await client.GetAsync(new Uri("/signin-oidc?code=anything&state=forged", UriKind.Relative));

        Assert.Equal("/account/provider/refused?why=Lost", answer.Headers.Location?.ToString());
        Assert.Equal(new SignInRefused(Proof.Provider), (await TrailAsync(AccessLog.Nobody)).Skip(before).Single());
    }

    [Fact]
    public async Task who_signed_in_and_who_did_not_stands_in_the_trail()
    {
        Assert.Null(await ArriveAsync("1", "Ana", "direction"));
        Assert.Equal(ProviderRefusal.NoRole, await ArriveAsync("1", "Ana", "staff"));

        Assert.Equal(
            [new CredentialSet(Proof.Provider, "127.0.0.1"), new SignedIn(Proof.Provider, "192.0.2.1"), new SignInRefused(Proof.Provider, Address: "192.0.2.1")],
            await TrailAsync("ana"));
    }

    [Fact]
    public async Task the_session_keeps_the_token_to_sign_out_with()
    {
        var http = new DefaultHttpContext();
        Assert.Null(await ArriveAsync(http, Person("2", "bea", "direction")));

        Assert.Contains("relations=", http.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, http.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_partnership_that_is_not_on_record_opens_nothing() =>
        Assert.Equal(ProviderRefusal.NoRole, await ArriveAsync("3", "carlos", "liaison-nobody"));

    [Fact]
    public async Task the_last_administrator_stays_one_whatever_the_provider_says()
    {
        Assert.Null(await ArriveAsync("4", "dario", "keeper"));
        Assert.Null(await ArriveAsync("4", "dario", "direction"));

        Assert.Equal([Role.Administrator, Role.Manager], (await AccountAsync("dario")).Grants.Select(g => g.Role));
    }

    [Fact]
    public async Task a_first_sign_in_that_was_cut_off_is_taken_up_again()
    {
        Assert.Null(await ArriveAsync("5", "eva", "direction"));
        var account = await AccountAsync("eva");
        await using (var session = app.Documents.LightweightSession())
        {
            session.Delete<Credentials>(account.Id);
            await session.SaveChangesAsync();
        }

        Assert.Null(await ArriveAsync("5", "eva.married", "direction"));

        var after = await AccountAsync("eva");
        Assert.Equal((account.Id, account.Version), (after.Id, after.Version));
    }

    [Fact]
    public async Task the_same_subject_of_another_issuer_is_somebody_else()
    {
        Assert.Null(await ArriveAsync("6", "felix", "direction"));

        var other = Person("6", "felix", "direction", issuer: "https://elsewhere.example");

        Assert.Equal(ProviderRefusal.NameTaken, await ArriveAsync(new DefaultHttpContext(), other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("g")]
    [InlineData("gómez")]
    [InlineData("gema lopez")]
    public async Task a_name_that_no_account_can_have_is_refused(string? name) =>
        Assert.Equal(ProviderRefusal.Name, await ArriveAsync("7", name, "direction"));

    private Task<ProviderRefusal?> ArriveAsync(string subject, string? name, params string[] roles) =>
        ArriveAsync(new DefaultHttpContext(), Person(subject, name, roles));

    private async Task<ProviderRefusal?> ArriveAsync(DefaultHttpContext http, ClaimsPrincipal person)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.1");
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await scope.ServiceProvider.GetRequiredService<ProviderSignIn>().TryAsync(person, Token, default);
    }

    private static ClaimsPrincipal Person(string subject, string? name, string role, string issuer = Issuer) => Person(subject, name, [role], issuer);

    private static ClaimsPrincipal Person(string subject, string? name, string[] roles, string issuer = Issuer)
    {
        List<Claim> claims = [new("iss", issuer), new("sub", subject), .. roles.Select(r => new Claim("roles", r))];
        if (name is not null)
            claims.Add(new("preferred_username", name));
        return new(new ClaimsIdentity(claims));
    }

    private async Task<Account> AccountAsync(string name)
    {
        await using var session = app.Documents.QuerySession();
        return await session.Query<Account>().SingleAsync(a => a.Name == name);
    }

    private async Task<IReadOnlyList<object>> TrailAsync(string name)
    {
        await using var session = app.Documents.QuerySession();
        return [.. (await session.Events.FetchStreamAsync(AccessLog.TrailOf(name))).Select(e => e.Data)];
    }

    public sealed class AppWithProvider : IAsyncLifetime
    {
        private IAlbaHost? host;

        public IAlbaHost Host => host ?? throw new InvalidOperationException("Not started.");

        public IDocumentStore Documents => Host.Services.GetRequiredService<IDocumentStore>();

        public async Task InitializeAsync()
        {
            var database = await TestServer.NewDatabaseAsync();
            JasperFxEnvironment.AutoStartHost = true;
            host = await AlbaHost.For<Program>(builder =>
            {
                builder.UseDatabase(database);
                builder.UseSetting("Relations:Seed", "none");
                foreach (var (key, value) in new[]
                {
                    ("Authority", "http://127.0.0.1:1"), // nobody listens on it
                    ("RequireHttps", "false"),
                    ("ClientId", "relations"),
                    ("ClientSecret", "only for tests"),
                    ("Roles:0:Value", "direction"),
                    ("Roles:0:Role", "Manager"),
                    ("Roles:1:Value", "keeper"),
                    ("Roles:1:Role", "Administrator"),
                    ("Roles:2:Value", "liaison-nobody"),
                    ("Roles:2:Role", "Officer"),
                    ("Roles:2:Over:0", "not-on-record"),
                })
                    builder.UseSetting($"{ProviderSettings.Section}:{key}", value);
                builder.ConfigureServices(services => services.RunWolverineInSoloMode());
            });
        }

        public async Task DisposeAsync()
        {
            if (host is not null)
                await host.DisposeAsync();
        }
    }
}
