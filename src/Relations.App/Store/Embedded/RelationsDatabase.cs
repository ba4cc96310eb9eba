namespace Relations.App.Store.Embedded;

/// <summary>
/// The database of the application: the one in <c>ConnectionStrings:relations</c>, else the private server. Dispose it after the
/// host has stopped, so that a private server goes down last.
/// </summary>
public sealed class RelationsDatabase : IAsyncDisposable
{
    /// <summary>The name of the connection string.</summary>
    public const string ConnectionName = "relations";

    /// <summary>The configuration key of the private server's folder.</summary>
    public const string DataFolderKey = "Relations:DataFolder";

    /// <summary>The configuration key of the folder with PostgreSQL's programs.</summary>
    public const string PostgresBinKey = "Relations:PostgresBin";

    /// <summary>The configuration section of further server settings, by PostgreSQL's names.</summary>
    public const string SettingsKey = "Relations:Postgres";

    // The same keys as environment variables, for messages: that is how most people set them.
    internal const string DataFolderVariable = "Relations__DataFolder";
    internal const string PostgresBinVariable = "Relations__PostgresBin";

    private RelationsDatabase(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        Embedded = embedded;
    }

    /// <summary>The connection string to use. It may hold a password: not for logs.</summary>
    public string ConnectionString { get; }

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
    /// <exception cref="EmbeddedPostgresException">No private server can be had; the message is for the person who started the program.</exception>
    public static async Task<RelationsDatabase> ResolveAsync(
        IConfiguration configuration, ILogger logger, bool attachIfRunning = false, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration.GetConnectionString(ConnectionName) is { } own && !string.IsNullOrWhiteSpace(own))
            return new(own, null);
        var options = new EmbeddedPostgresOptions
        {
            DataFolder = configuration[DataFolderKey],
            PostgresBin = configuration[PostgresBinKey],
            AttachIfRunning = attachIfRunning,
            ServerSettings = configuration.GetSection(SettingsKey).GetChildren().ToDictionary(setting => setting.Key, setting => setting.Value ?? ""),
        };
        var embedded = await EmbeddedPostgres.StartAsync(options, logger, ct);
        return new(embedded.ConnectionString, embedded);
    }

    /// <summary>Ends the use of the private server, if there is one.</summary>
    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
