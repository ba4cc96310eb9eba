using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Access;
using Relations.App.Access.Accounts;
using Relations.Domain.Access;

namespace Relations.App.Tests.Access;

[Collection(AppCollection.Name)]
public sealed partial class when_a_code_is_asked_for(AppFixture app)
{
    private const string Authenticator = "/account/authenticator";
    private const string CodeAddress = "/account/sign-in/code";
    private static readonly Uri Account = new("/account", UriKind.Relative);

    [Fact]
    public async Task the_password_alone_opens_nothing_and_each_code_opens_once()
    {
        var (browser, key, _) = await EnrolledAsync("codigos");
        using var other = app.Accounts.Browser();

        using var password = await TestAccounts.SignInAsync(other, "codigos", address: "/account/sign-in?back=%2Faccount%2Ftokens");
        Assert.Equal(CodeAddress + "?back=%2Faccount%2Ftokens", TestAccounts.LeadsTo(password)!);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(Account)).StatusCode);

        using var wrong = await SendAsync(other, "000000");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var code = Code(key, 1); // the one of the enrolment is used
        using var right = await SendAsync(other, code, "?back=%2Faccount%2Ftokens");
        Assert.Equal((HttpStatusCode.Redirect, "/account/tokens"), (right.StatusCode, TestAccounts.LeadsTo(right)!));

        using var third = app.Accounts.Browser();
        using var again = await TestAccounts.SignInAsync(third, "codigos");
        using var replayed = await SendAsync(third, code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, replayed.StatusCode);
        browser.Dispose();
    }

    [Fact]
    public async Task a_recovery_code_opens_once_in_its_place()
    {
        var (browser, _, codes) = await EnrolledAsync("recupera");
        Assert.Equal(OwnAccount.RecoveryCodes, codes.Count);
        using var other = app.Accounts.Browser();

        using var password = await TestAccounts.SignInAsync(other, "recupera");
        using var opened = await SendAsync(other, codes[0].ToUpperInvariant());
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        using var third = app.Accounts.Browser();
        using var again = await TestAccounts.SignInAsync(third, "recupera");
        using var replayed = await SendAsync(third, codes[0]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, replayed.StatusCode);
        var trail = await app.Host.Services.GetRequiredService<AccessLog>().ReadAsync("recupera", 3);
        Assert.Contains(trail, e => e.Data is SignedIn { Proof: Proof.RecoveryCode });

        using var renewed = await TestAccounts.SendFormAsync(browser, Authenticator, "recovery");
        using var old = await SendAsync(third, codes[1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, old.StatusCode);
        browser.Dispose();
    }

    [Fact]
    public async Task the_key_is_kept_encrypted_and_the_codes_as_hashes()
    {
        var (browser, key, codes) = await EnrolledAsync("guarda");

        await using var session = app.Documents.QuerySession();
        var kept = System.Text.Json.JsonSerializer.Serialize(await session.Query<Credentials>().SingleAsync(c => c.Name == "guarda"));

        Assert.DoesNotContain(key, kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(codes[0].Replace("-", "", StringComparison.Ordinal), kept, StringComparison.OrdinalIgnoreCase);
        browser.Dispose();
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("aaaa-aaaa-aaaa-aaaa-aaaa-aaaa")]
    public async Task guessing_codes_locks_the_account(string guess)
    {
        var name = $"adivina-{Guid.NewGuid():n}";
        var (browser, key, _) = await EnrolledAsync(name);
        using var other = app.Accounts.Browser();
        using var password = await TestAccounts.SignInAsync(other, name);

        for (var i = 0; i < SignInSetup.MostFailures; i++)
            using (await SendAsync(other, guess)) { }
        using var right = await SendAsync(other, Code(key, 1));

        Assert.NotEqual("/", TestAccounts.LeadsTo(right));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(Account)).StatusCode);
        browser.Dispose();
    }

    [Fact]
    public async Task whoever_removes_it_is_asked_no_more()
    {
        var (browser, _, _) = await EnrolledAsync("quita");

        using var removed = await TestAccounts.SendFormAsync(browser, Authenticator, "remove");
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        using var other = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(other, "quita");

        Assert.Equal("/", TestAccounts.LeadsTo(signedIn));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(Account)).StatusCode);
        browser.Dispose();
    }

    private async Task<(HttpClient Browser, string Key, IReadOnlyList<string> Codes)> EnrolledAsync(string name)
    {
        await app.Accounts.OpenWithPasswordAsync(name);
        var browser = app.Accounts.Browser();
        using var signedIn = await TestAccounts.SignInAsync(browser, name);
        using var begun = await TestAccounts.SendFormAsync(browser, Authenticator, "begin");
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var page = await browser.GetStringAsync(new Uri(Authenticator, UriKind.Relative));
        Assert.Contains("<svg class=\"qr\"", page, StringComparison.Ordinal);
        var key = Key().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        using var wrong = await TestAccounts.SendFormAsync(browser, Authenticator, "confirm", ("code", "12345"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var confirmed = await TestAccounts.SendFormAsync(browser, Authenticator, "confirm", ("code", Code(key, 0)));
        var codes = RecoveryCodes().Matches(await confirmed.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Account)).StatusCode);
        return (browser, key, codes);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string code, string query = "") =>
        TestAccounts.SendFormAsync(browser, CodeAddress + query, "code", ("code", code));

    /// <summary>What an authenticator application shows (RFC 6238), now or some half minutes later.</summary>
    private static string Code(string key, int later)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var bytes = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + later);
#pragma warning disable CA5350 // The standard has HMAC-SHA-1.
        var hash = HMACSHA1.HashData(bytes, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""<p class="code secret">([^<]+)""")]
    private static partial Regex Key();

    [GeneratedRegex("<li>([a-z0-9]{4}(?:-[a-z0-9]{4}){5})</li>")]
    private static partial Regex RecoveryCodes();
}
