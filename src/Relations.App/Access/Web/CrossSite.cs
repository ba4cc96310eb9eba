using Relations.App.Api;

namespace Relations.App.Access.Web;

/// <summary>
/// Refuses what another site makes a reader's browser send: the browser adds the reader's cookies to it, and a browser says
/// truly where a request comes from. This is the rule that ASP.NET Core 11 has of itself; antiforgery tokens stay beside it.
/// It stands after authentication, which answers a sign-in provider's own posts and asks for more than a cookie there.
/// </summary>
public static class CrossSite
{
    private const string SecFetchSite = "Sec-Fetch-Site";
    private const string Bearer = "Bearer ";

    /// <summary>Refuses changes that come from another site.</summary>
    /// <param name="app">The application.</param>
    public static void UseOwnSiteOnly(this WebApplication app) => app.Use((http, next) =>
        IsForged(http.Request) ? Problems.CrossSite().ExecuteAsync(http) : next(http));

    /// <summary>Whether a request asks for a change and comes from another site.</summary>
    /// <param name="request">The request.</param>
    internal static bool IsForged(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return false;

        // A token is no cookie: no browser adds it by itself, and none lets another site add it.
        if (request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return false;
        if (request.Headers[SecFetchSite].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");

        // Browsers leave it out over plain HTTP to another machine; there they still say the origin. Behind a proxy the scheme
        // may differ, the host may not. Whoever sends neither is no browser, and carries nobody's cookies.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && Uri.TryCreate($"{from.Scheme}://{request.Host}", UriKind.Absolute, out var here)
                && from.Authority.Equals(here.Authority, StringComparison.OrdinalIgnoreCase));
    }
}
