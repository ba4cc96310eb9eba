namespace Relations.App.Store.Embedded;

/// <summary>How the private database server is found, started and shared.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// The folder that belongs to the private server: its cluster, password, log and locks. Null means <c>/var/lib/relations</c>
    /// for root, and <c>relations</c> in the user's data folder for everyone else.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>The folder that holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>. Null means: search the usual places.</summary>
    public string? PostgresBin { get; init; }

    /// <summary>
    /// For a command that may run beside the application: use the server that already runs on the data folder, and leave it
    /// running. When none runs, start one, and stop it in the end unless an application took it over or others are attached.
    /// </summary>
    public bool AttachIfRunning { get; init; }

    /// <summary>As <see cref="AttachIfRunning"/>, but never start a server: when none runs, that is an error.</summary>
    public bool AttachOnly { get; init; }

    /// <summary>
    /// Further server settings by PostgreSQL's own names, for example <c>shared_buffers</c> = <c>256MB</c>. They take effect when
    /// the server starts, not on one that already runs. Settings that would weaken durability, open the server to others or
    /// move it are refused.
    /// </summary>
    public IReadOnlyDictionary<string, string> ServerSettings { get; init; } = new Dictionary<string, string>();
}
