using System.ComponentModel;
using System.Diagnostics;

namespace Relations.App.Store.Embedded;

/// <summary>What a program said and how it ended.</summary>
/// <param name="ExitCode">Zero for success.</param>
/// <param name="Output">Both its outputs, trimmed.</param>
internal sealed record ProgramResult(int ExitCode, string Output)
{
    /// <summary>The last line, which is where PostgreSQL's programs say what went wrong.</summary>
    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no output";
}

/// <summary>
/// The account the server runs under. PostgreSQL refuses to run as root, so a program started as root hands everything inside
/// the data folder to an unprivileged user, and writes there only as that user: root must not follow a link planted there.
/// </summary>
internal sealed class ServerAccount
{
    private static readonly string[] UnprivilegedUsers = ["postgres", "nobody"];
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(2);

    private ServerAccount(string? userName, bool ownsCluster)
    {
        UserName = userName;
        OwnsCluster = ownsCluster;
    }

    /// <summary>The user the server runs as, or null when it runs as the current user.</summary>
    public string? UserName { get; }

    /// <summary>Whether the cluster was found in this account's hands, so that nothing needs handing over.</summary>
    public bool OwnsCluster { get; }

    /// <summary>The account, in words for a message.</summary>
    public string Name => UserName ?? Environment.UserName;

    /// <summary>Whether this process is root on Linux or macOS.</summary>
    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The current user, as whom nothing needs handing over.</summary>
    public static ServerAccount Current { get; } = new(null, ownsCluster: true);

    /// <summary>
    /// The account for a data folder: the owner of the cluster that is already there, else <c>postgres</c>, else <c>nobody</c>.
    /// A cluster made as <c>nobody</c> stays with that user when a <c>postgres</c> user is installed later.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">Running as root, and there is no unprivileged user to run as.</exception>
    public static async Task<ServerAccount> ForAsync(PrivateFolder folder, CancellationToken ct)
    {
        if (!IsRoot)
            return Current;
        var owner = await OwnerOfAsync(folder.Cluster, ct);
        if (owner is not null and not "root" and not "UNKNOWN")
            return new(owner, ownsCluster: true);
        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var user = UnprivilegedUsers.FirstOrDefault(known.Contains)
            ?? throw new EmbeddedPostgresException(
                "PostgreSQL does not run as root, and this system has neither a user 'postgres' nor 'nobody' to run it as; "
                + "start Relations as an ordinary user, or set ConnectionStrings__relations to a server of your own.");
        return new(user, ownsCluster: false);
    }

    /// <summary>Gives a folder to this account: the folder alone, or all that is in it after a restore made by root.</summary>
    public async Task TakeAsync(string path, bool recursive, CancellationToken ct)
    {
        if (UserName is null)
            return;
        string[] arguments = recursive ? ["-R", "-h", UserName + ":", path] : ["-h", UserName + ":", path];
        var result = await Current.RunAsync("chown", arguments, "/", ct: ct);
        if (result.ExitCode != 0)
            throw new EmbeddedPostgresException($"The folder {path} cannot be given to the user '{UserName}': {result.LastLine}.");
    }

    /// <summary>Writes a file that only this account can read, as this account.</summary>
    /// <exception cref="EmbeddedPostgresException">The account cannot write there.</exception>
    public async Task WriteAsync(string folder, string file, string text, bool append, CancellationToken ct)
    {
        if (UserName is null)
        {
            var options = new FileStreamOptions { Mode = append ? FileMode.Append : FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var writer = new StreamWriter(Path.Combine(folder, file), options);
            await writer.WriteAsync(text.AsMemory(), ct);
            return;
        }
        var script = append ? "umask 077; cat >> \"$0\"" : "umask 077; cat > \"$0\"";
        try
        {
            var result = await RunAsync("/bin/sh", ["-c", script, file], folder, text, ct: ct);
            if (result.ExitCode != 0)
                throw new IOException(result.LastLine);
        }
        catch (Exception e) when (e is IOException or Win32Exception)
        {
            throw new EmbeddedPostgresException(
                $"Relations runs as root and PostgreSQL as the user '{UserName}', who cannot write in {folder} ({e.Message.TrimEnd('.')}); "
                + $"set {RelationsDatabase.DataFolderVariable} to a folder that user can reach.",
                e);
        }
    }

    /// <summary>Runs a program as this account and waits for its end.</summary>
    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="arguments">Its arguments, passed as they are.</param>
    /// <param name="workingFolder">Where it runs; the account must be able to enter it.</param>
    /// <param name="input">What it reads from its standard input.</param>
    /// <param name="leavesServer">The program leaves a server behind, which may keep the outputs open: on success they are not read.</param>
    /// <param name="ct">Ends the program.</param>
    public async Task<ProgramResult> RunAsync(
        string program, IEnumerable<string> arguments, string workingFolder, string input = "", bool leavesServer = false, CancellationToken ct = default)
    {
        using var process = Process.Start(Describe(program, arguments, workingFolder))
            ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
            await process.WaitForExitAsync(ct);
            if (leavesServer && process.ExitCode == 0)
                return new(0, "");
            return new(process.ExitCode, string.Join('\n', await output.WaitAsync(OutputGrace, ct)).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private ProcessStartInfo Describe(string program, IEnumerable<string> arguments, string workingFolder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        // PGDATA, PGPORT and their like describe somebody else's server; LC_ALL keeps the messages we look at in English.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        if (UserName is not null)
            start.UserName = UserName;
        return start;
    }

    private static async Task<string?> OwnerOfAsync(string path, CancellationToken ct)
    {
        if (!Directory.Exists(path) || !OperatingSystem.IsLinux())
            return null;
        var result = await Current.RunAsync("stat", ["-c", "%U", path], "/", ct: ct);
        return result.ExitCode == 0 ? result.Output : null;
    }
}
