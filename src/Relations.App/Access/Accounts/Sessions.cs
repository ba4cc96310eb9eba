using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Net.Http.Headers;
using Relations.App.Api;

namespace Relations.App.Access.Accounts;

/// <summary>
/// The session of somebody who signed in: a cookie that says who, and nothing of what they may do. It ends when nothing was
/// asked for a while, after a day whatever was asked, and at once when a secret of the account changes.
/// </summary>
internal sealed class Sessions : CookieAuthenticationEvents
{
    /// <summary>The page to sign in on.</summary>
    public const string SignInAddress = "/account/sign-in";

    /// <summary>After how long a session ends in which nothing was asked for.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    /// <summary>After how long every session ends.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>For how long after signing in somebody may change what opens their account without signing in again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private const string Cookie = "relations";
    private const string Began = "began";

    /// <summary>Sets the session's cookie up.</summary>
    /// <param name="options">Its options.</param>
    public static void Configure(CookieAuthenticationOptions options)
    {
        ConfigureCookie(options, Cookie);
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = SignInAddress;
        options.ReturnUrlParameter = "back";
        options.EventsType = typeof(Sessions);
    }

    /// <summary>Sets the cookie up that lives between a password and the code after it, or for one question to a passkey.</summary>
    /// <param name="options">Its options.</param>
    public static void ConfigureBetween(CookieAuthenticationOptions options) => ConfigureCookie(options, Cookie + ".between");

    /// <summary>Whether somebody signed in a short while ago.</summary>
    /// <param name="http">Their request.</param>
    public static async Task<bool> IsFreshAsync(HttpContext http) =>
        await http.AuthenticateAsync(IdentityConstants.ApplicationScheme) is { Succeeded: true, Properties: { } session }
        && !IsOlder(session, Fresh, Now(http));

    /// <summary>The page to sign in on once more, which then comes back.</summary>
    /// <param name="http">The request that needs it.</param>
    public static string AgainAddress(HttpContext http) =>
        $"{SignInAddress}?again=true&back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}";

    /// <inheritdoc />
    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.Items.TryAdd(Began, Now(context.HttpContext).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Credentials>>();
        if (IsOlder(context.Properties, Longest, Now(context.HttpContext)) || await signIn.ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <inheritdoc />
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        // A page that is merely left open asks by itself whether anything is new: that is nobody at work.
        context.ShouldRenew &= !context.HttpContext.Request.Headers.Accept.Contains(MediaTypeNames.Text.EventStream);
        return Task.CompletedTask;
    }

    /// <summary>A reader is led to the page to sign in on and back; a program is told.</summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
            return;
        }

        var firstRun = context.HttpContext.RequestServices.GetRequiredService<FirstRun>();
        context.Response.Redirect(await firstRun.IsNeededAsync(context.HttpContext.RequestAborted) ? FirstRun.NotSetUp : context.RedirectUri);
    }

    /// <inheritdoc />
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostCookies();
    }

    private static bool IsOlder(AuthenticationProperties session, TimeSpan age, DateTimeOffset now) =>
        !session.Items.TryGetValue(Began, out var began)
        || !long.TryParse(began, CultureInfo.InvariantCulture, out var seconds)
        || now - DateTimeOffset.FromUnixTimeSeconds(seconds) > age;

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>
    /// Over HTTPS the name says that the cookie is this host's alone and came encrypted (RFC 6265bis, "__Host-"), and browsers
    /// see to it. Without HTTPS they would refuse a cookie of such a name.
    /// </summary>
    private sealed class HostCookies : ICookieManager
    {
        private readonly ChunkingCookieManager inner = new();

        public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, Name(context, key));

        public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
            inner.AppendResponseCookie(context, Name(context, key), value, options);

        public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
            inner.DeleteCookie(context, Name(context, key), options);

        private static string Name(HttpContext http, string key) => http.Request.IsHttps ? "__Host-" + key : key;
    }
}
