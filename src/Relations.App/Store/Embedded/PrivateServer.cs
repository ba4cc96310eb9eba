using Npgsql;

namespace Relations.App.Store.Embedded;

/// <summary>What was found at the port a cluster's traces point to.</summary>
internal enum ServerState
{
    /// <summary>Nobody answers, or not yet.</summary>
    Silent,

    /// <summary>A server answers, but on another cluster: the trace was copied here or is old.</summary>
    OfAnotherCluster,

    /// <summary>The server of this cluster, where a role or the database is still to be made.</summary>
    Bare,

    /// <summary>The server of this cluster, ready for the application.</summary>
    Ready,
}

/// <summary>The running server as seen through its port. Not a record: those print what they hold, and this holds the password.</summary>
/// <param name="port">The port on the loopback address.</param>
/// <param name="passwords">The passwords of all roles.</param>
internal sealed class PrivateServer(int port, RolePasswords passwords)
{
    /// <summary>The role that made the cluster and may do everything; used for nothing but looking after it.</summary>
    public const string Administrator = "postgres";

    /// <summary>The role that owns the database, and the database.</summary>
    public const string Owner = "relations";

    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The port on the loopback address.</summary>
    public int Port { get; } = port;

    /// <summary>The ways into a database.</summary>
    public DatabaseLogins LoginsTo(string database) => new(
        Describe(database, DatabaseRoles.Application).ConnectionString,
        Describe(database, Owner).ConnectionString,
        Describe(database, DatabaseRoles.Eraser).ConnectionString);

    /// <summary>Asks who answers.</summary>
    public async Task<ServerState> LookAsync(string cluster, CancellationToken ct)
    {
        try
        {
            await using var connection = await ConnectAsAdministratorAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                SELECT current_setting('data_directory'),
                       (SELECT count(*) FROM pg_roles WHERE rolname = ANY ($1)) = cardinality($1) AND EXISTS (SELECT FROM pg_database WHERE datname = 'relations')
                """;
            command.Parameters.Add(new() { Value = DatabaseRoles.All.Append(Owner).ToArray() });
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            if (!IsSamePath(reader.GetString(0), cluster))
                return ServerState.OfAnotherCluster;
            return reader.GetBoolean(1) ? ServerState.Ready : ServerState.Bare;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return ServerState.Silent;
        }
    }

    /// <summary>
    /// Makes the roles and the database where they are missing. The owner's role may create more databases and is no
    /// administrator: a hole in a query must not become a way to the files of the server. The other roles get the passwords
    /// of their files each time, so that a file that was lost and made anew counts.
    /// </summary>
    public async Task ProvisionAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsAdministratorAsync(ct);
        if (await IsMissingAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", ct))
            await ExecuteAsync(connection, $"CREATE ROLE {Owner} LOGIN CREATEDB PASSWORD '{passwords.Of(Owner)}'", ct);
        if (await IsMissingAsync(connection, "SELECT 1 FROM pg_database WHERE datname = $1", ct))
            await ExecuteAsync(connection, $"CREATE DATABASE {Owner} OWNER {Owner}", ct);
        await ExecuteAsync(connection, DatabaseRoles.Script, ct);
        foreach (var role in DatabaseRoles.All)
            await ExecuteAsync(connection, $"ALTER ROLE {role} PASSWORD '{passwords.Of(role)}'", ct);
    }

    private async Task<NpgsqlConnection> ConnectAsAdministratorAsync(CancellationToken ct)
    {
        var description = Describe("postgres", Administrator);
        description.Pooling = false;
        description.Timeout = (int)ProbeTimeout.TotalSeconds;
        // A statement that fails is logged in full, and one of ours holds a password.
        description.Options = "-c log_min_error_statement=panic -c log_statement=none";
        var connection = new NpgsqlConnection(description.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private NpgsqlConnectionStringBuilder Describe(string database, string role) => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = role,
        Password = passwords.Of(role),
        ApplicationName = "relations",
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        // Whoever listens on a port left behind must not be able to ask for the password in clear.
        RequireAuth = "ScramSHA256",
    };

    private static async Task<bool> IsMissingAsync(NpgsqlConnection connection, string query, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = Owner } } };
        return await command.ExecuteScalarAsync(ct) is null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static bool IsSamePath(string one, string other) =>
        string.Equals(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)),
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(other)),
            OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
