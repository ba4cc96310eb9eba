using System.Globalization;
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

    private const string Cookie = "relations";
    private const string Began = "began";

    /// <summary>Sets the cookie up.</summary>
    /// <param name="options">Its options.</param>
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostCookies();
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = SignInAddress;
        options.ReturnUrlParameter = "back";
        options.EventsType = typeof(Sessions);
    }

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
        if (IsTooOld(context.Properties, Now(context.HttpContext)) || await signIn.ValidateSecurityStampAsync(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
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

    private static bool IsTooOld(AuthenticationProperties session, DateTimeOffset now) =>
        !session.Items.TryGetValue(Began, out var began)
        || !long.TryParse(began, CultureInfo.InvariantCulture, out var seconds)
        || now - DateTimeOffset.FromUnixTimeSeconds(seconds) > Longest;

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
