using System.ComponentModel;
using Npgsql;

namespace Relations.App.Store.Embedded;

/// <summary>
/// A PostgreSQL server of our own, for a start without any set-up: its cluster lives in a folder that belongs to it, it listens on
/// the loopback address alone, and its password is in a file that only its account can read.
/// </summary>
/// <remarks>
/// The application owns the folder for its lifetime, and starts and stops the server. Commands attach to the running server and never
/// stop it; the owner leaves it running while somebody is attached, and the next owner takes it over. A server left behind by a
/// killed owner is taken over in the same way. A command that finds no server owns the folder only while it starts or stops one: in
/// between it is attached like any other, and an application may come and take the server over.
/// </remarks>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    // Whoever comes while another process makes the cluster, starts or stops the server, waits for it that long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly PrivateFolder _folder;
    private readonly PrivateServer _server;
    private readonly PrivateCluster? _toStop;
    private readonly FolderLock _lock;
    private readonly ILogger _logger;
    private bool _disposed;

    private EmbeddedPostgres(PrivateFolder folder, PrivateServer server, PrivateCluster? toStop, FolderLock held, bool startedHere, ILogger logger)
    {
        _folder = folder;
        _server = server;
        _toStop = toStop;
        _lock = held;
        _logger = logger;
        StartedHere = startedHere;
        Logins = server.LoginsTo(PrivateServer.Owner);
    }

    /// <summary>The connection string of the owner of the database <c>relations</c>. It holds the password: not for logs.</summary>
    public string ConnectionString => Logins.Owner!;

    /// <summary>The ways into the database <c>relations</c>.</summary>
    public DatabaseLogins Logins { get; }

    /// <summary>Whether this instance started the server, rather than taking over or attaching to one that ran.</summary>
    public bool StartedHere { get; }

    /// <summary>The folder of the server, absolute and without links.</summary>
    public string DataFolder => _folder.FullPath;

    /// <summary>Finds the server of the data folder, or makes and starts it.</summary>
    /// <param name="options">Where, with which programs, and as owner or as one who attaches.</param>
    /// <param name="logger">Told where the server is; never told its password.</param>
    /// <param name="ct">Gives the start up.</param>
    /// <exception cref="EmbeddedPostgresException">No server can be had; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        ServerSettings.Check(options.ServerSettings);
        var folder = PrivateFolder.At(options.DataFolder);
        try
        {
            return options.AttachIfRunning || options.AttachOnly
                ? await AttachOrOwnAsync(folder, options, logger, ct)
                : await OwnAsync(folder, await AwaitOwnershipAsync(folder, ct), options, logger, ct);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException(
                $"The data folder {folder.FullPath} cannot be used by the user '{Environment.UserName}' ({e.Message.TrimEnd('.')}); start Relations as "
                + $"the user it belongs to, or set {RelationsDatabase.DataFolderVariable} to another folder.",
                e);
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedPostgresException($"A program that the private database needs did not start: {e.Message.TrimEnd('.')}.", e);
        }
    }

    /// <summary>Makes an empty database on the server, owned by the owner's role.</summary>
    /// <param name="name">Its name, 1 to 63 characters.</param>
    /// <returns>The ways into it.</returns>
    /// <exception cref="PostgresException">A database of that name exists.</exception>
    public async Task<DatabaseLogins> CreateDatabaseAsync(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        // Longer names would be cut by the server, and two of them could meet.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, 63, nameof(name));
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        using var quoting = new NpgsqlCommandBuilder();
        command.CommandText = $"CREATE DATABASE {quoting.QuoteIdentifier(name)}";
        await command.ExecuteNonQueryAsync();
        return _server.LoginsTo(name);
    }

    /// <summary>
    /// Ends the use of the server. Its owner stops it, waiting until everything is written, unless somebody is attached; then it
    /// stays for them, and for the next owner to take over. One who attached only leaves.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_toStop is not null)
        {
            await StopAsync(_toStop);
            return;
        }
        await _lock.DisposeAsync();
    }

    private async Task StopAsync(PrivateCluster cluster)
    {
        // Both are held until the server is down: nobody attaches to a server that is stopping, nobody starts another.
        await using var owner = await OwnAgainAsync();
        await using var alone = owner is null ? null : _folder.TryShutOut();
        if (alone is null)
        {
            Log.LeftRunning(_logger, _folder.FullPath);
            return;
        }
        foreach (var login in new[] { Logins.Application, Logins.Owner, Logins.Eraser })
            NpgsqlConnection.ClearPool(new NpgsqlConnection(login));
        var result = await cluster.StopAsync(CancellationToken.None);
        if (result.ExitCode == 0)
            Log.Stopped(_logger, _folder.FullPath);
        else
            Log.NotStopped(_logger, _folder.FullPath, result.LastLine);
    }

    private async Task<FolderLock?> OwnAgainAsync()
    {
        if (_lock.IsOwner)
            return _lock;
        await _lock.DisposeAsync();
        return _folder.TryOwn();
    }

    private static async Task<FolderLock> AwaitOwnershipAsync(PrivateFolder folder, CancellationToken ct)
    {
        await PrepareAsync(folder, ct);
        var application = folder.TryBeApplication() ?? throw InUse(folder);
        try
        {
            var deadline = Deadline.In(Patience);
            FolderLock? owned;
            while ((owned = folder.TryOwn()) is null)
                await deadline.WaitAsync(PollInterval, () => InUse(folder), ct);
            return owned with { Outer = application };
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    private static async Task<EmbeddedPostgres> AttachOrOwnAsync(PrivateFolder folder, EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        if (options.AttachOnly && !folder.HasCluster)
            throw NotRunning(folder);
        await PrepareAsync(folder, ct);
        var deadline = Deadline.In(Patience);
        while (true)
        {
            if (await TryAttachAsync(folder, logger, ct) is { } attached)
                return attached;
            var owned = folder.TryOwn();
            if (owned is not null && !options.AttachOnly)
                return await OwnAsync(folder, owned, options, logger, ct);
            if (owned is not null)
            {
                await owned.DisposeAsync();
                throw NotRunning(folder);
            }
            // Somebody owns the folder and there is no server yet, or no more: it is starting or stopping.
            await deadline.WaitAsync(PollInterval, () => InUse(folder), ct);
        }
    }

    private static async Task<EmbeddedPostgres?> TryAttachAsync(PrivateFolder folder, ILogger logger, CancellationToken ct)
    {
        var share = folder.TryAttach();
        if (share is null)
            return null;
        if (folder.HasCluster && PostmasterFile.Read(folder.Cluster) is { } trace && await folder.ReadPasswordsAsync(ct) is { } passwords)
        {
            var server = new PrivateServer(trace.Port, passwords);
            if (await server.LookAsync(folder.Cluster, ct) == ServerState.Ready)
            {
                Log.Attached(logger, server.Port, folder.FullPath);
                return new(folder, server, null, share, startedHere: false, logger);
            }
        }
        await share.DisposeAsync();
        return null;
    }

    private static async Task<EmbeddedPostgres> OwnAsync(
        PrivateFolder folder, FolderLock owned, EmbeddedPostgresOptions options, ILogger logger, CancellationToken ct)
    {
        try
        {
            var account = await ServerAccount.ForAsync(folder, ct);
            var binaries = await PostgresBinaries.FindAsync(options.PostgresBin, folder, account, ct);
            var cluster = new PrivateCluster(folder, account, binaries);
            if (!folder.HasCluster)
            {
                await cluster.CreateAsync(ct);
                Log.Made(logger, binaries.Major, folder.FullPath);
            }
            var passwords = await cluster.CompletePasswordsAsync(ct);
            var (server, started) = await new ServerStart(folder, cluster, passwords, logger).RunAsync(options.ServerSettings, ct);
            Log.Running(logger, binaries.Major, server.Port, folder.FullPath);
            if (!options.AttachIfRunning)
                return new(folder, server, cluster, owned, started, logger);
            var share = folder.TryAttach() ?? throw InUse(folder);
            await owned.DisposeAsync();
            return new(folder, server, started ? cluster : null, share, started, logger);
        }
        catch
        {
            await owned.DisposeAsync();
            throw;
        }
    }

    private static async Task PrepareAsync(PrivateFolder folder, CancellationToken ct) =>
        await folder.PrepareAsync(await ServerAccount.ForAsync(folder, ct), ct);

    private static EmbeddedPostgresException InUse(PrivateFolder folder) => new(
        $"The database in {folder.FullPath} is in use by another Relations process; "
        + $"stop that one first, or set {RelationsDatabase.DataFolderVariable} to another folder.");

    private static EmbeddedPostgresException NotRunning(PrivateFolder folder) => new(
        $"No Relations database that the user '{Environment.UserName}' can reach is running in {folder.FullPath}; start the application first, or "
        + "run this as the user the application runs as.");
}
