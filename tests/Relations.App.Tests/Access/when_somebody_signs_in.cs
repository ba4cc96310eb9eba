using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.Domain.Access;

namespace Relations.App.Tests.Access;

[Collection(AppCollection.Name)]
public sealed class when_somebody_signs_in(AppFixture app)
{
    private static readonly Uri Account = new("/account", UriKind.Relative);

    [Fact]
    public async Task nobody_gets_anywhere_without()
    {
        using var browser = app.Accounts.Browser();

        using var page = await browser.GetAsync(new Uri("/partnerships/can-oim?on=2016-01-01", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/account/sign-in?back=%2Fpartnerships%2Fcan-oim%3Fon%3D2016-01-01", TestAccounts.LeadsTo(page));
        using var api = await browser.GetAsync(new Uri("/api/partnerships", UriKind.Relative));
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (api.StatusCode, api.Headers.WwwAuthenticate.ToString()));
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType!.MediaType);
        using var unknown = await browser.GetAsync(new Uri("/no-such-page", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, unknown.StatusCode);
    }

    [Fact]
    public async Task the_password_opens_the_account_and_leads_back()
    {
        await app.Accounts.OpenWithPasswordAsync("entra", new Grant(Role.Officer));
        using var browser = app.Accounts.Browser();

        using var signedIn = await TestAccounts.SignInAsync(browser, " Entra ", address: "/account/sign-in?back=%2Fpartnerships%2Fcan-oim");

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal("/partnerships/can-oim", TestAccounts.LeadsTo(signedIn));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("relations=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("entra", await browser.GetStringAsync(Account), StringComparison.Ordinal);
        Assert.IsType<SignedIn>((await TrailAsync("entra"))[0]);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task it_never_leads_elsewhere(string back)
    {
        var name = $"vuelve-{Guid.NewGuid():n}";
        await app.Accounts.OpenWithPasswordAsync(name);
        using var browser = app.Accounts.Browser();

        using var signedIn = await TestAccounts.SignInAsync(browser, name, address: "/account/sign-in?back=" + Uri.EscapeDataString(back));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (signedIn.StatusCode, TestAccounts.LeadsTo(signedIn)));
    }

    [Fact]
    public async Task over_https_the_cookie_is_this_hosts_alone()
    {
        await app.Accounts.OpenWithPasswordAsync("cifrada");
        using var browser = app.Accounts.Browser();
        browser.BaseAddress = new("https://localhost");

        using var signedIn = await TestAccounts.SignInAsync(browser, "cifrada");

        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-relations=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; domain", cookie, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An unknown name, a wrong password, a closed account, one without a password: nobody learns which it was.</summary>
    [Fact]
    public async Task a_refusal_never_says_why()
    {
        await app.Accounts.OpenWithPasswordAsync("existe");
        await app.Accounts.OpenAsync("sin-clave");
        var closed = await app.Accounts.OpenWithPasswordAsync("cerrada");
        await app.Api.AddAsync($"/api/accounts/{closed}/close", new CloseAccount());

        var answers = new List<(HttpStatusCode, string)>();
        foreach (var (name, password) in new[]
        {
            ("existe", "otra cosa muy distinta"), ("nadie-asi", TestAccounts.Password), ("sin-clave", TestAccounts.Password),
            ("cerrada", TestAccounts.Password), ("existe", ""), ("existe", new string('a', 5_000)), (new string('b', 500), TestAccounts.Password),
        })
        {
            using var browser = app.Accounts.Browser();
            using var answer = await TestAccounts.SignInAsync(browser, name, password);
            var html = await answer.Content.ReadAsStringAsync();
            answers.Add((answer.StatusCode, Alert(html)));
            Assert.DoesNotContain(answer.Headers, h => h.Key == "Set-Cookie" && h.Value.Any(v => v.StartsWith("relations=", StringComparison.Ordinal)));
            Assert.DoesNotContain("muy distinta", html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[0].Item1);
        Assert.Single(answers.Distinct());
        Assert.IsType<SignInRefused>((await TrailAsync("existe"))[0]);
        Assert.IsType<SignInRefused>((await TrailAsync(AccessLog.Nobody))[0]);
    }

    /// <summary>Each attempt hashes a password, whether there is an account or not: without that, an unknown name were told by its haste.</summary>
    [Fact]
    public async Task an_unknown_name_takes_the_work_of_a_known_one()
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext =
            new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var signIn = scope.ServiceProvider.GetRequiredService<PasswordSignIn>();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Credentials>>();
        var somebody = new Credentials { Id = Guid.Empty, Name = "alguien" };

        // In turns, and the least of each: the machine may be busy with something else at any moment.
        List<TimeSpan> hashing = [], unknown = [];
        for (var i = 0; i < 8; i++)
        {
            var from = System.Diagnostics.Stopwatch.GetTimestamp();
            hasher.HashPassword(somebody, "no es esta contraseña");
            hashing.Add(System.Diagnostics.Stopwatch.GetElapsedTime(from));
            from = System.Diagnostics.Stopwatch.GetTimestamp();
            await signIn.TryAsync("desconocida", "no es esta contraseña", default);
            unknown.Add(System.Diagnostics.Stopwatch.GetElapsedTime(from));
        }

        Assert.True(unknown.Min() > hashing.Min() / 2, $"{unknown.Min()}, and a hash takes {hashing.Min()}");
    }

    [Fact]
    public async Task many_guesses_at_once_lock_the_account_also_for_the_right_one()
    {
        await app.Accounts.OpenWithPasswordAsync("asediada");
        using var browser = app.Accounts.Browser();

        var guesses = await Task.WhenAll(Enumerable.Range(0, SignInSetup.MostFailures + 5)
            .Select(i => TestAccounts.SignInAsync(app.Accounts.Browser(), "asediada", $"una adivinanza número {i}")));
        Assert.All(guesses, g => Assert.Equal(HttpStatusCode.UnprocessableEntity, g.StatusCode));
        using var right = await TestAccounts.SignInAsync(browser, "asediada");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        var trail = (await TrailAsync("asediada")).OfType<SignInRefused>().ToList();
        Assert.Equal(SignInSetup.MostFailures + 6, trail.Count);
        Assert.Equal(SignInSetup.MostFailures - 1, trail.Count(t => !t.LockedOut));
    }

    [Fact]
    public async Task the_session_changes_with_signing_in_and_ends_with_signing_out()
    {
        await app.Accounts.OpenWithPasswordAsync("fija");
        var cookies = new CookieContainer();
        cookies.Add(new("http://localhost"), new Cookie("relations", "planted-by-somebody-else"));
        using var browser = app.Accounts.Browser(cookies);

        using var signedIn = await TestAccounts.SignInAsync(browser, "fija");
        var session = cookies.GetCookies(new("http://localhost"))["relations"]!.Value;
        Assert.NotEqual("planted-by-somebody-else", session);
        using var again = await TestAccounts.SignInAsync(browser, "fija");
        Assert.NotEqual(session, cookies.GetCookies(new("http://localhost"))["relations"]!.Value);

        using var signedOut = await TestAccounts.SendFormAsync(browser, "/account/sign-out", "sign-out");
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        using var after = await browser.GetAsync(Account);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.IsType<SignedOut>((await TrailAsync("fija"))[0]);
    }

    [Fact]
    public async Task a_form_from_elsewhere_is_refused()
    {
        await app.Accounts.OpenWithPasswordAsync("ajena");
        using var browser = app.Accounts.Browser();
        using var forged = new FormUrlEncodedContent([new("_handler", "sign-in"), new("name", "ajena"), new("password", TestAccounts.Password)]);

        using var answer = await browser.PostAsync(new Uri("/account/sign-in", UriKind.Relative), forged);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task a_role_taken_away_and_an_account_closed_end_at_once()
    {
        var id = await app.Accounts.OpenWithPasswordAsync("saliente", new Grant(Role.Administrator));
        using var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, "saliente");
        using var token = await app.Accounts.WithTokenAsync(id, "saliente");
        var accounts = new Uri("/administration/accounts", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(accounts)).StatusCode);

        await app.Api.AddAsync($"/api/accounts/{id}/revoke-role", new RevokeRole(Role.Administrator));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(accounts)).StatusCode);

        await app.Api.AddAsync($"/api/accounts/{id}/close", new CloseAccount());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Account)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync(new Uri("/api/partnerships", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task a_new_password_ends_the_sessions_elsewhere()
    {
        await app.Accounts.OpenWithPasswordAsync("cambia");
        using var here = app.Accounts.Browser();
        using var elsewhere = app.Accounts.Browser();
        using var first = await TestAccounts.SignInAsync(here, "cambia");
        using var second = await TestAccounts.SignInAsync(elsewhere, "cambia");
        const string New = "cuatro nubes sobre el altiplano";

        using var wrong = await ChangeAsync("no es la de ahora", New, New);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var differing = await ChangeAsync(TestAccounts.Password, New, New + "s");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, differing.StatusCode);
        using var changed = await ChangeAsync(TestAccounts.Password, New, New);
        Assert.Equal((HttpStatusCode.Redirect, "/account"), (changed.StatusCode, TestAccounts.LeadsTo(changed)!));

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Account)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync(Account)).StatusCode);
        using var old = await TestAccounts.SignInAsync(elsewhere, "cambia");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
        using var @new = await TestAccounts.SignInAsync(elsewhere, "cambia", New);
        Assert.Equal(HttpStatusCode.Redirect, @new.StatusCode);

        Task<HttpResponseMessage> ChangeAsync(string current, string password, string repeated) => TestAccounts.SendFormAsync(
            here, "/account/password", "password", ("current", current), ("password", password), ("repeated", repeated));
    }

    [Fact]
    public async Task signing_out_everywhere_ends_every_session()
    {
        await app.Accounts.OpenWithPasswordAsync("todas");
        using var here = app.Accounts.Browser();
        using var elsewhere = app.Accounts.Browser();
        using var first = await TestAccounts.SignInAsync(here, "todas");
        using var second = await TestAccounts.SignInAsync(elsewhere, "todas");

        using var out_ = await TestAccounts.SendFormAsync(here, "/account", "everywhere");

        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync(Account)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync(Account)).StatusCode);
    }

    [Fact]
    public async Task what_looks_the_same_is_the_same_password()
    {
        var id = await app.Accounts.OpenAsync("unicode");
        await using var scope = app.Host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Credentials>>();
        Assert.True((await users.CreateAsync(new() { Id = id.Value, Name = "unicode" }, "montan\u0303as y ca\u00f1ones")).Succeeded);
        using var browser = app.Accounts.Browser();

        using var signedIn = await TestAccounts.SignInAsync(browser, "unicode", "monta\u00f1as y can\u0303ones");

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Theory]
    [InlineData("corta pero rara", null)]
    [InlineData("corta y rara 1", PasswordMistake.TooShort)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", PasswordMistake.Guessable)]
    [InlineData("passwordpassword", PasswordMistake.Guessable)]
    [InlineData("relations relations", PasswordMistake.Guessable)]
    [InlineData("lucia.ramoslucia.ramos", PasswordMistake.Guessable)]
    [InlineData("qwertyuiopasdfghj", PasswordMistake.Guessable)]
    [InlineData("cuatro gatos beben mate", null)]
    public void a_password_is_long_and_hard_to_guess(string password, PasswordMistake? mistake) =>
        Assert.Equal(mistake, PasswordRules.Mistake(password, "lucia.ramos"));

    [Fact]
    public void a_long_password_is_welcome_up_to_a_bound()
    {
        var words = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"w{i * 7919}"));
        Assert.Null(PasswordRules.Mistake(words[..PasswordRules.Longest], "lucia.ramos"));
        Assert.Equal(PasswordMistake.TooLong, PasswordRules.Mistake(words[..(PasswordRules.Longest + 1)], "lucia.ramos"));
    }

    private static string Alert(string html) =>
        System.Text.RegularExpressions.Regex.Match(html, """role="alert">([^<]+)""").Groups[1].Value;

    private async Task<IReadOnlyList<object>> TrailAsync(string name) =>
        [.. (await app.Host.Services.GetRequiredService<AccessLog>().ReadAsync(name, 50)).Select(e => e.Data)];
}
