namespace Relations.App.Briefings;

/// <summary>The briefs of partnerships.</summary>
public static class BriefingsSetup
{
    /// <summary>Adds what reads them.</summary>
    /// <param name="services">The host's services.</param>
    public static void AddBriefings(this IServiceCollection services)
    {
        services.AddScoped<BriefingReader>();
        services.AddScoped<HandoverReader>();
    }
}
