namespace Relations.App.Access.Web;

/// <summary>What stands between the application and the web, in one place: <c>docs/security.md</c> says against what.</summary>
public static class WebDefences
{
    /// <summary>Adds all of it but the key ring, which only a started application needs.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddWebDefences(this WebApplicationBuilder builder)
    {
        builder.AddSecurityHeaders();
    }

    /// <summary>Before anything else: who asks, what the browser is told with whatever comes of it.</summary>
    /// <param name="app">The application.</param>
    public static void UseOuterDefences(this WebApplication app)
    {
        app.UseProxies();
        app.UseRelationsSecurityHeaders();
    }

}
