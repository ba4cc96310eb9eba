namespace Relations.App.Access.Web;

/// <summary>What stands between the application and the web, in one place: <c>docs/security.md</c> says against what.</summary>
public static class WebDefences
{
    /// <summary>Adds all of it but the key ring, which only a started application needs.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddWebDefences(this WebApplicationBuilder builder)
    {
        builder.AddRequestLimits();
        builder.AddRateLimits();
        builder.AddSecurityHeaders();
        builder.Services.AddCookieRules();
    }

    /// <summary>Before anything else: who asks, what the browser is told with whatever comes of it.</summary>
    /// <param name="app">The application.</param>
    public static void UseOuterDefences(this WebApplication app)
    {
        app.UseProxies();
        app.UseRelationsSecurityHeaders();
    }

    /// <summary>Where failures can be told, and nothing has been looked up yet.</summary>
    /// <param name="app">The application.</param>
    public static void UseEarlyDefences(this WebApplication app)
    {
        app.UseAddressLimit();
        app.UseCookiePolicy();
    }

    /// <summary>Once it is known who asks for what, before it is decided whether they may.</summary>
    /// <param name="app">The application.</param>
    public static void UseLateDefences(this WebApplication app)
    {
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.UseOwnSiteOnly();
    }
}
