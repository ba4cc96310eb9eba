using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access.Accounts;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Recording;
using HostServer = Microsoft.AspNetCore.TestHost.TestServer;

namespace Relations.App.Tests;

/// <summary>Makes accounts for tests by the services that make everybody's, and signs in with them over HTTP.</summary>
/// <param name="services">The application's services.</param>
/// <param name="connect">Makes a client that goes through a handler, where one is given.</param>
public sealed partial class TestAccounts(IServiceProvider services, Func<DelegatingHandler?, HttpClient> connect)
{
    /// <summary>A password that the rules let pass.</summary>
    public const string Password = "una llama cruza el puente";

    private static readonly Actor Fixture = Actor.Operator("fixture");

    public TestAccounts(HostServer server) : this(server.Services, handler => Connect(server, handler))
    {
    }

    /// <summary>Opens an account with some roles.</summary>
    public async Task<AccountId> OpenAsync(string name, params Grant[] grants)
    {
        await using var scope = services.CreateAsyncScope();
        var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
        var id = Guid.CreateVersion7();
        Assert.IsType<Outcome.Recorded>(await recorder.RecordAsync(new(id, new OpenAccount(name, name), Fixture)));
        await GrantAsync(new(id), grants);
        return new(id);
    }

    /// <summary>Gives a fresh account some roles.</summary>
    public async Task GrantAsync(AccountId account, params Grant[] grants)
    {
        await using var scope = services.CreateAsyncScope();
        var recorder = scope.ServiceProvider.GetRequiredService<Recorder>();
        foreach (var (i, grant) in grants.Index())
            Assert.IsType<Outcome.Recorded>(await recorder.RecordAsync(new(account.Value, new GrantRole(grant.Role, grant.Over), Fixture) { SeenVersion = i + 1 }));
    }

    /// <summary>Opens an account with some roles and a password.</summary>
    public async Task<AccountId> OpenWithPasswordAsync(string name, params Grant[] grants)
    {
        var id = await OpenAsync(name, grants);
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Credentials>>();
        Assert.True((await users.CreateAsync(new() { Id = id.Value, Name = name }, Password)).Succeeded);
        return id;
    }

    /// <summary>A client with a token of an account.</summary>
    public async Task<HttpClient> WithTokenAsync(AccountId account, string name, params TokenScope[] scopes)
    {
        var issue = await services.GetRequiredService<ApiTokens>().IssueAsync(
            account, name, new("prueba", scopes is [] ? Enum.GetValues<TokenScope>() : scopes), default);
        var client = connect(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", issue.Secret);
        return client;
    }

    /// <summary>A client with a token that is good for everything, of a fresh account with some roles.</summary>
    public async Task<HttpClient> SignInAsync(string name, params Grant[] grants) =>
        await WithTokenAsync(await OpenAsync(name, grants), name);

    /// <summary>A client with the cookies of a browser, nobody signed in yet. It follows no redirect.</summary>
    public HttpClient Browser(CookieContainer? cookies = null)
    {
        var client = connect(new CookieHandler(cookies ?? new()));
        client.DefaultRequestHeaders.AcceptLanguage.Add(new("es"));
        return client;
    }

    /// <summary>Sends a page's form as a browser would: with the hidden fields of the form, and what was typed.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        HttpClient browser, string address, string form, params (string Name, string Value)[] typed)
    {
        using var page = await browser.GetAsync(new Uri(address, UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        var body = Forms().Matches(html).Select(m => m.Value).FirstOrDefault(f => f.Contains($"\"{form}\"", StringComparison.Ordinal));
        Assert.True(body is not null, html);
        var action = Action().Match(body) is { Success: true } said ? WebUtility.HtmlDecode(said.Groups["action"].Value) : address;
        var hidden = Hidden().Matches(body).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));
        using var content = new FormUrlEncodedContent([.. hidden, .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value))]);
        return await browser.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    /// <summary>Where an answer leads: the path where it stays here, else the whole address; null where it does not lead on.</summary>
    public static string? LeadsTo(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location && new Uri(Here, location) is var whole
            ? whole.Host == Here.Host ? whole.PathAndQuery : whole.ToString()
            : null;

    /// <summary>Signs in with the password, through the page.</summary>
    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password = Password, string address = "/account/sign-in") =>
        SendFormAsync(browser, address, "sign-in", ("name", name), ("password", password));

    private static readonly Uri Here = new("http://localhost");

    private static HttpClient Connect(HostServer server, DelegatingHandler? handler)
    {
        if (handler is null)
            return server.CreateClient();
        handler.InnerHandler = server.CreateHandler();
        return new(handler) { BaseAddress = server.BaseAddress };
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""^<form[^>]* action="(?<action>[^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();

    /// <summary>Keeps cookies as a browser does; the test server knows none.</summary>
    private sealed class CookieHandler(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var header = cookies.GetCookieHeader(request.RequestUri!);
            if (header.Length > 0)
                request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                cookies.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }
}
