namespace Relations.App.Store.Embedded;

/// <summary>
/// The database of the application: the one in <c>ConnectionStrings:relations</c>, else the private server. Dispose it after the
/// host has stopped, so that a private server goes down last.
/// </summary>
public sealed class RelationsDatabase : IAsyncDisposable
{
    /// <summary>The name of the connection string of the application's role, or of the one role that does everything.</summary>
    public const string ConnectionName = "relations";

    /// <summary>The name of the connection string of the owner's role.</summary>
    public const string OwnerConnectionName = "relations_owner";

    /// <summary>The name of the connection string of the eraser's role.</summary>
    public const string EraserConnectionName = "relations_eraser";

    /// <summary>The configuration key of the private server's folder.</summary>
    public const string DataFolderKey = "Relations:DataFolder";

    /// <summary>The configuration key of the folder with PostgreSQL's programs.</summary>
    public const string PostgresBinKey = "Relations:PostgresBin";

    /// <summary>The configuration section of further server settings, by PostgreSQL's names.</summary>
    public const string SettingsKey = "Relations:Postgres";

    // The same keys as environment variables, for messages: that is how most people set them.
    internal const string DataFolderVariable = "Relations__DataFolder";
    internal const string PostgresBinVariable = "Relations__PostgresBin";

    private RelationsDatabase(DatabaseLogins logins, EmbeddedPostgres? embedded)
    {
        Logins = logins;
        Embedded = embedded;
    }

    /// <summary>The ways into it.</summary>
    public DatabaseLogins Logins { get; }

    /// <summary>The private server, or null when a server of the operator's own is used.</summary>
    public EmbeddedPostgres? Embedded { get; }

    /// <summary>Reads the configuration and, when it names no database, brings the private server up.</summary>
    /// <param name="configuration">The host's configuration, environment variables included.</param>
    /// <param name="logger">Told where the server is.</param>
    /// <param name="attachIfRunning">
    /// False for the application, which owns the private server; true for a command, which uses the application's server when it
    /// runs and starts one for itself otherwise.
    /// </param>
    /// <param name="ct">Gives the start up.</param>
    /// <exception cref="EmbeddedPostgresException">No private server can be had, or a way into one's own is missing; the message is for the person who started the program.</exception>
    public static async Task<RelationsDatabase> ResolveAsync(
        IConfiguration configuration, ILogger logger, bool attachIfRunning = false, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.GetConnectionString(ConnectionName) is { } own && !string.IsNullOrWhiteSpace(own))
            return new(LoginsOf(configuration, own, attachIfRunning ? null : logger), null);
        var options = new EmbeddedPostgresOptions
        {
            DataFolder = configuration[DataFolderKey],
            PostgresBin = configuration[PostgresBinKey],
            AttachIfRunning = attachIfRunning,
            ServerSettings = configuration.GetSection(SettingsKey).GetChildren().ToDictionary(setting => setting.Key, setting => setting.Value ?? ""),
        };
        var embedded = await EmbeddedPostgres.StartAsync(options, logger, ct);
        return new(embedded.Logins, embedded);
    }

    private static DatabaseLogins LoginsOf(IConfiguration configuration, string own, ILogger? logger)
    {
        string? Named(string name) => configuration.GetConnectionString(name) is { } s && !string.IsNullOrWhiteSpace(s) ? s : null;
        switch (Named(OwnerConnectionName), Named(EraserConnectionName))
        {
            case (var owner, { } eraser) when owner != own:
                return new(own, owner, eraser);
            case ({ } owner, null) when owner != own:
                throw new EmbeddedPostgresException(
                    $"ConnectionStrings__{OwnerConnectionName} is set, but ConnectionStrings__{EraserConnectionName} is not: the application "
                    + "would work without the owner's rights, and nobody could mask erased data. Set both, or neither.");
            default:
                if (logger is not null)
                    Log.OneRole(logger);
                return DatabaseLogins.One(own);
        }
    }

    /// <summary>Ends the use of the private server, if there is one.</summary>
    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
