using Marten;
using Relations.App.Access.Web;
using Relations.App.Ledger.Checks;
using Relations.App.Ledger.Places;
using Relations.App.Store;
using Relations.Ledger.Notes;

namespace Relations.App.Ledger;

/// <summary>Adds the ledger.</summary>
internal static class LedgerSetup
{
    /// <summary>The longest that a witness is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>An answer of a witness is some lines long (bytes).</summary>
    private const int MostOfAnswer = 64 * 1024;

    /// <summary>Adds what reads and signs; leaves are written by the store.</summary>
    /// <param name="builder">The host under construction.</param>
    /// <param name="logins">The ways into the database.</param>
    /// <exception cref="UnusableSettingException">A setting is wrong.</exception>
    public static void AddLedger(this IHostApplicationBuilder builder, DatabaseLogins logins)
    {
        var settings = LedgerSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<CheckpointSigner>();
        builder.Services.AddSingleton<LedgerProofs>();
        builder.Services.AddSingleton<LedgerOverviews>();
        builder.Services.AddSingleton(services => new OutsidePlaces(
            PlacesOf(settings, services.GetRequiredService<IDocumentStore>()),
            services.GetRequiredService<IDocumentStore>(),
            logins,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<OutsidePlaces>>()));
        builder.Services.AddSingleton(services => new AuditBundles(services.GetRequiredService<IDocumentStore>(), logins, settings));
        builder.Services.AddSingleton(services => new Verification(
            services.GetRequiredService<IDocumentStore>(), logins, services.GetRequiredService<OutsidePlaces>()));
    }

    /// <summary>Adds what signs on schedule.</summary>
    /// <param name="builder">The host under construction.</param>
    public static void AddCheckpoints(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHostedService<CheckpointKeeper>();
        builder.Services.AddHealthChecks().AddCheck<LedgerHealth>("ledger");
    }

    private static List<IPlace> PlacesOf(LedgerSettings settings, IDocumentStore store) =>
    [
        .. settings.Witnesses.Select(w => new WitnessPlace(w.Address, w.Key, new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = MostOfAnswer }, store)),
        .. settings.Folders.Select(f => new FolderPlace(f, store)),
        .. settings.Repositories.Select(r => new GitPlace(r, store)),
    ];
}
