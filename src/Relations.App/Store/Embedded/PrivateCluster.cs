using System.Net;
using System.Net.Sockets;

namespace Relations.App.Store.Embedded;

/// <summary>How an attempt to start the server ended.</summary>
internal enum StartOutcome
{
    /// <summary>The server accepts connections.</summary>
    Started,

    /// <summary>Another server, or what is left of one, still holds the cluster: worth another attempt.</summary>
    Held,

    /// <summary>Somebody took the port in between: worth another attempt with another one.</summary>
    PortTaken,

    /// <summary>It will not start, and the log says why.</summary>
    Failed,
}

/// <summary>The cluster on disk and the programs that make, start and stop it.</summary>
internal sealed class PrivateCluster(PrivateFolder folder, ServerAccount account, PostgresBinaries binaries)
{
    // Recovery after a crash replays the log and may take minutes on a large database; the start waits for it.
    private const string StartTimeoutSeconds = "600";
    private const string StopTimeoutSeconds = "60";

    /// <summary>Makes the cluster, under a name of its own until it is whole.</summary>
    /// <exception cref="EmbeddedPostgresException">initdb failed; the message has its words.</exception>
    public async Task CreateAsync(CancellationToken ct)
    {
        var unfinished = Path.Combine(folder.FullPath, PrivateFolder.UnfinishedName);
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        await account.WriteAsync(folder.FullPath, PrivateFolder.PasswordFile, PrivateFolder.NewPassword() + "\n", append: false, ct);
        string[] arguments =
        [
            "-D", PrivateFolder.UnfinishedName, "-E", "UTF8", "--locale=C", "--data-checksums",
            "--auth=scram-sha-256", "-U", PrivateServer.Administrator, "--pwfile=" + PrivateFolder.PasswordFile,
        ];
        var result = await account.RunAsync(binaries.Program("initdb"), arguments, folder.FullPath, ct: ct);
        if (result.ExitCode != 0)
            throw new EmbeddedPostgresException(
                $"PostgreSQL could not make its database in {folder.FullPath} as the user '{account.Name}': {result.LastLine}.");
        await account.WriteAsync(unfinished, "postgresql.conf", $"\ninclude '{ServerSettings.FileName}'\n", append: true, ct);
        Directory.Move(unfinished, folder.Cluster);
    }

    /// <summary>The passwords of all roles, after making those that are missing: an earlier version made the owner's alone.</summary>
    public async Task<RolePasswords> CompletePasswordsAsync(CancellationToken ct)
    {
        foreach (var file in DatabaseRoles.All.Select(PrivateFolder.PasswordFileOf).Where(f => !File.Exists(Path.Combine(folder.FullPath, f))))
            await account.WriteAsync(folder.FullPath, file, PrivateFolder.NewPassword() + "\n", append: false, ct);
        return (await folder.ReadPasswordsAsync(ct))!;
    }

    /// <summary>Starts the server on a free port, waits until it answers or gives up, and returns what its log added.</summary>
    public async Task<(StartOutcome Outcome, string Log)> StartAsync(IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        await account.WriteAsync(folder.Cluster, ServerSettings.FileName, ServerSettings.Render(FreePort(), settings), append: false, ct);
        folder.RotateLog();
        var before = folder.LogLength();
        // Names inside the folder, not paths: pg_ctl hands them to a shell, and a folder may be called anything.
        string[] arguments = ["start", "-D", PrivateFolder.ClusterName, "-l", PrivateFolder.ServerLog, "-w", "-s", "-t", StartTimeoutSeconds];
        var result = await account.RunAsync(binaries.Program("pg_ctl"), arguments, folder.FullPath, leavesServer: true, ct: ct);
        if (result.ExitCode == 0)
            return (StartOutcome.Started, "");
        var log = await folder.ReadLogAsync(before, ct);
        return (Judge(log), log.Length > 0 ? log : result.Output);
    }

    /// <summary>Stops the server at once but in good order: transactions in flight are rolled back, everything is written.</summary>
    public Task<ProgramResult> StopAsync(CancellationToken ct) =>
        account.RunAsync(
            binaries.Program("pg_ctl"), ["stop", "-D", PrivateFolder.ClusterName, "-m", "fast", "-w", "-s", "-t", StopTimeoutSeconds], folder.FullPath, ct: ct);

    /// <summary>The line of a log that says why the server did not start.</summary>
    public static string Reason(string log)
    {
        var lines = log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal) || line.Contains("PANIC", StringComparison.Ordinal))
            ?? lines.LastOrDefault()
            ?? "its log is empty";
    }

    private static StartOutcome Judge(string log)
    {
        if (log.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal))
            return StartOutcome.PortTaken;
        var held = log.Contains("lock file \"postmaster.pid\"", StringComparison.Ordinal)
            || log.Contains("pre-existing shared memory block", StringComparison.Ordinal);
        return held ? StartOutcome.Held : StartOutcome.Failed;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
