using Microsoft.AspNetCore.CookiePolicy;

namespace Relations.App.Access.Web;

/// <summary>
/// What holds for every cookie, whoever sets it: no script reads it, no other site's form brings it along, and once it was set
/// over https it is never sent without.
/// </summary>
public static class Cookies
{
    /// <summary>Adds the rule, and the cookie against forged forms.</summary>
    /// <param name="services">The application's services.</param>
    public static void AddCookieRules(this IServiceCollection services)
    {
        services.Configure<CookiePolicyOptions>(o =>
        {
            o.HttpOnly = HttpOnlyPolicy.Always;
            o.Secure = CookieSecurePolicy.SameAsRequest;

            // Lax, not strict: a link in a mail opens a page as its reader. A sign-in provider has to answer by a redirect
            // (response_mode=query): the cookies that wait for its answer do not come with a form of its.
            o.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true; // every page has it already
        });
    }
}
