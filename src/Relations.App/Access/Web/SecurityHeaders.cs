using Microsoft.Extensions.Primitives;
using Relations.App.Access.OpenIdConnect;

namespace Relations.App.Access.Web;

/// <summary>
/// What every answer tells the browser not to do. A page runs our own scripts and styles and no others, the API nothing at all.
/// Answers that the web server gives before the application sees the request, to what is no HTTP, have none of these.
/// </summary>
public static class SecurityHeaders
{
    /// <summary>
    /// The setting with the origins that a form may lead on to, separated by <c>;</c>: a browser holds a form's redirects
    /// against the policy too, so the way from our form to an institution's sign-in page is closed unless its origin is here.
    /// </summary>
    public const string FormTargetsSetting = "Relations:FormTargets";

    private const string Page = "page";
    private const string Api = "api";
    private const string Reference = "reference";
    private const string ApiPath = "/api";
    private const string ReferencePath = "/api/reference";
    private const string NotStored = "no-store";
    private const int Year = 365 * 24 * 60 * 60;

    /// <summary>Adds the headers of pages, of the API, and of the page that explains the API.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddSecurityHeaders(this WebApplicationBuilder builder)
    {
        // Signing out is a form, and leads on to the provider, so that the session there ends as well.
        var provider = ProviderSettings.Read(builder.Configuration, builder.Environment.IsDevelopment())?.Authority.GetLeftPart(UriPartial.Authority);
        string[] targets = [.. builder.Configuration.Several(FormTargetsSetting).Select(Origin), .. provider is null ? [] : new[] { provider }];
        builder.Services.AddSecurityHeaderPolicies()
            .AddPolicy(Page, p => p.AddCommon().AddContentSecurityPolicy(csp => csp.AddPage(targets)))
            .AddPolicy(Api, p => p.AddCommon().AddContentSecurityPolicy(csp => csp.AddNothing().AddNoForms()))
            .AddPolicy(Reference, p => p.AddCommon().AddContentSecurityPolicy(csp => csp.AddReference()))
            .SetPolicySelector(c => c.ConfiguredPolicies[NameOf(c.HttpContext.Request.Path)]);
    }

    /// <summary>Puts the headers on every answer, failures included, and lets nobody keep what may be personal.</summary>
    /// <param name="app">The application.</param>
    public static void UseRelationsSecurityHeaders(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.Use((http, next) =>
        {
            // Whoever may be kept says so, as the styles and scripts do; all else is somebody's.
            http.Response.OnStarting(() =>
            {
                if (StringValues.IsNullOrEmpty(http.Response.Headers.CacheControl))
                    http.Response.Headers.CacheControl = NotStored;
                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    private static string NameOf(PathString path) =>
        path.StartsWithSegments(ReferencePath) ? Reference : path.StartsWithSegments(ApiPath) ? Api : Page;

    private static HeaderPolicyCollection AddCommon(this HeaderPolicyCollection policies) => policies
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()

        // Not no-referrer: a browser would then call the origin of our own forms null.
        .AddReferrerPolicySameOrigin()
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(Year)
        .AddCrossOriginOpenerPolicy(p => p.SameOrigin())
        .AddCrossOriginResourcePolicy(p => p.SameOrigin())
        .AddPermissionsPolicy(p =>
        {
            // By name: of what a browser does not know it complains with every page.
            p.AddAccelerometer().None();
            p.AddAutoplay().None();
            p.AddCamera().None();
            p.AddDisplayCapture().None();
            p.AddEncryptedMedia().None();
            p.AddFullscreen().None();
            p.AddGeolocation().None();
            p.AddGyroscope().None();
            p.AddMagnetometer().None();
            p.AddMicrophone().None();
            p.AddMidi().None();
            p.AddPayment().None();
            p.AddUsb().None();
            p.AddPublickeyCredentialsGet().Self(); // passkeys
            p.AddPublickeyCredentialsCreate().Self();
        });

    /// <summary>Our own scripts, styles and pictures, from files; nothing written into a page is ever run.</summary>
    private static CspBuilder AddPage(this CspBuilder csp, string[] formTargets)
    {
        csp.AddNothing();
        csp.AddScriptSrc().Self();
        csp.AddStyleSrc().Self();
        csp.AddImgSrc().Self().Data(); // the arrows of form fields, which the style sheet carries within it
        csp.AddFontSrc().Self();
        csp.AddConnectSrc().Self();
        csp.AddManifestSrc().Self();
        csp.AddBaseUri().Self(); // a page has one, so that it finds its style sheets from any address
        csp.AddFormAction().Self().From(formTargets);
        return csp;
    }

    /// <summary>
    /// The page that explains the API, a script of others: it runs by its nonce alone and talks to nobody but us. It sets styles
    /// on elements as it draws them, which no nonce can allow, so styles are the one thing that it may write into the page.
    /// </summary>
    private static CspBuilder AddReference(this CspBuilder csp)
    {
        csp.AddNothing().AddNoForms();
        csp.AddScriptSrc().Self().WithNonce();
        csp.AddStyleSrc().Self().UnsafeInline();
        csp.AddImgSrc().Self().Data();
        csp.AddFontSrc().Self().Data();
        csp.AddConnectSrc().Self();
        return csp;
    }

    private static CspBuilder AddNothing(this CspBuilder csp)
    {
        csp.AddDefaultSrc().None();
        csp.AddObjectSrc().None();
        csp.AddFrameAncestors().None();
        return csp;
    }

    private static CspBuilder AddNoForms(this CspBuilder csp)
    {
        csp.AddBaseUri().None();
        csp.AddFormAction().None();
        return csp;
    }

    private static string Origin(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", AbsolutePath: "/", Query: "", UserInfo: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new UnusableSettingException($"{FormTargetsSetting} takes origins such as https://sign-in.example.org, not {written}.");
}
