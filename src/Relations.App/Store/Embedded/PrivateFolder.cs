using System.Security.Cryptography;
using Relations.App.Access.Web;

namespace Relations.App.Store.Embedded;

/// <summary>A lock on the folder, held until it is disposed or the process ends.</summary>
/// <param name="File">The open file that carries the lock.</param>
/// <param name="IsOwner">Whether it is the owner's lock.</param>
/// <param name="Outer">A lock that is given up after this one.</param>
internal sealed record FolderLock(FileStream File, bool IsOwner, FolderLock? Outer = null) : IAsyncDisposable
{
    /// <summary>Gives the lock up.</summary>
    public async ValueTask DisposeAsync()
    {
        await File.DisposeAsync();
        if (Outer is not null)
            await Outer.DisposeAsync();
    }
}

/// <summary>
/// The folder of the private server and the locks that say who uses it. All are held by the operating system and so gone with the
/// process that held them, however it ended. <c>application.lock</c> is held by the one application for its lifetime;
/// <c>owner.lock</c> by whoever may start and stop the server: the application, or a command for the moments in which it does;
/// <c>clients.lock</c> is shared by everyone attached, and the owner stops the server only while it can have it to itself.
/// </summary>
internal sealed class PrivateFolder
{
    private const string ApplicationLock = "application.lock";
    private const string OwnerLock = "owner.lock";
    private const string ClientsLock = "clients.lock";
    private const string ServerLogName = "server.log";
    private const string PasswordName = "password";
    private const long LargestLog = 16 * 1024 * 1024;
    private static readonly string[] Locks = [ApplicationLock, OwnerLock, ClientsLock];

    private PrivateFolder(string path) => FullPath = path;

    /// <summary>The folder, absolute and without links, so that it can be compared with what a server says of itself.</summary>
    public string FullPath { get; }

    /// <summary>The cluster, in PostgreSQL's words the data directory.</summary>
    public string Cluster => Path.Combine(FullPath, ClusterName);

    /// <summary>The name of <see cref="Cluster"/> inside the folder.</summary>
    public static string ClusterName => "cluster";

    /// <summary>Where a cluster is made before it takes its name: a half made one is never mistaken for a whole one.</summary>
    public static string UnfinishedName => "cluster.unfinished";

    /// <summary>What the server writes, by name inside the folder.</summary>
    public static string ServerLog => ServerLogName;

    /// <summary>The file with the password, by name inside the folder.</summary>
    public static string PasswordFile => PasswordName;

    /// <summary>Whether a finished cluster is there.</summary>
    public bool HasCluster => File.Exists(Path.Combine(Cluster, "PG_VERSION"));

    /// <summary>The folder as configured, or the default of this user.</summary>
    /// <exception cref="EmbeddedPostgresException">The user has no data folder, or the path is a file.</exception>
    public static PrivateFolder At(string? configured)
    {
        var path = string.IsNullOrWhiteSpace(configured) ? DefaultPath() : configured;
        if (File.Exists(path))
            throw new EmbeddedPostgresException($"{path} is a file; set {RelationsDatabase.DataFolderVariable} to a folder.");
        return new(WithoutLinks(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))));
    }

    /// <summary>Makes the folder if need be, with access for the account alone.</summary>
    /// <exception cref="EmbeddedPostgresException">The folder holds other things and is not one of ours.</exception>
    public async Task PrepareAsync(ServerAccount account, CancellationToken ct)
    {
        // In this order: locks are never deleted, so whoever sees the files of a start under way sees its lock after that.
        var isEmpty = !Directory.Exists(FullPath) || Directory.EnumerateFileSystemEntries(FullPath).All(entry => Path.GetFileName(entry) is "lost+found" or KeyRing.CertificateFile);
        if (!isEmpty && !IsOurs())
            throw new EmbeddedPostgresException(
                $"The folder {FullPath} holds other files and no Relations database; set {RelationsDatabase.DataFolderVariable} to an empty or a new folder.");
        if (!isEmpty)
        {
            // A backup put back by root belongs to root, and the server's account could not even read it.
            if (!account.OwnsCluster)
                await account.TakeAsync(FullPath, recursive: HasCluster, ct);
            return;
        }
        Directory.CreateDirectory(FullPath);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(FullPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await account.TakeAsync(FullPath, recursive: false, ct);
    }

    /// <summary>The file with the password of a role that works beside the owner, by name inside the folder.</summary>
    /// <param name="role">The role.</param>
    public static string PasswordFileOf(string role) => $"{PasswordName}.{role}";

    /// <summary>The passwords of the cluster; null where those of its working roles are still to be made.</summary>
    /// <exception cref="EmbeddedPostgresException">The owner's is gone while the cluster is still there.</exception>
    public async Task<RolePasswords?> ReadPasswordsAsync(CancellationToken ct)
    {
        var owner = await ReadAsync(PasswordName, ct) ?? throw new EmbeddedPostgresException(
            $"The password file {Path.Combine(FullPath, PasswordName)} is missing; restore it from the backup that belongs to this cluster.");
        var roles = new Dictionary<string, string>();
        foreach (var role in DatabaseRoles.All)
        {
            if (await ReadAsync(PasswordFileOf(role), ct) is not { } password)
                return null;
            roles[role] = password;
        }

        return new(owner, roles);
    }

    private async Task<string?> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            return (await File.ReadAllTextAsync(Path.Combine(FullPath, file), ct)).Trim();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A new password, for a cluster about to be made: 256 random bits.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Takes the place of the one application, or returns null when another process has it.</summary>
    public FolderLock? TryBeApplication() => TryLock(ApplicationLock, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes the owner's lock, or returns null when another process has it.</summary>
    public FolderLock? TryOwn() => TryLock(OwnerLock, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Joins those attached, or returns null while the owner stops the server.</summary>
    public FolderLock? TryAttach() => TryLock(ClientsLock, FileAccess.Read, FileShare.Read);

    /// <summary>Shuts out those who would attach, or returns null when somebody is attached.</summary>
    public FolderLock? TryShutOut() => TryLock(ClientsLock, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Starts a new server log when the present one is large; one old log is kept.</summary>
    public void RotateLog()
    {
        var log = new FileInfo(Path.Combine(FullPath, ServerLogName));
        if (log.Exists && log.Length > LargestLog)
            log.MoveTo(log.FullName + ".old", overwrite: true);
    }

    /// <summary>How long the server log is, to read later what was added.</summary>
    public long LogLength() => new FileInfo(Path.Combine(FullPath, ServerLogName)) is { Exists: true } log ? log.Length : 0;

    /// <summary>What the server wrote to its log after this position.</summary>
    public async Task<string> ReadLogAsync(long from, CancellationToken ct)
    {
        var path = Path.Combine(FullPath, ServerLogName);
        if (!File.Exists(path))
            return "";
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Min(from, stream.Length);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ct);
    }

    private bool IsOurs() => HasCluster || Locks.Any(name => File.Exists(Path.Combine(FullPath, name)));

    private FolderLock? TryLock(string name, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new(new FileStream(Path.Combine(FullPath, name), options), IsOwner: name == OwnerLock);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException))
        {
            // The plain type is a lock held elsewhere; a missing folder and their like have types of their own.
            return null;
        }
    }

    private static string DefaultPath()
    {
        // Not under /root: the account the server runs under could not enter it.
        if (ServerAccount.IsRoot)
            return "/var/lib/relations";
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? Path.Combine(home, "relations")
            : throw new EmbeddedPostgresException($"This user has no data folder; set {RelationsDatabase.DataFolderVariable} to the folder for the database.");
    }

    private static string WithoutLinks(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;
        var here = Path.Combine(WithoutLinks(parent), Path.GetFileName(path));
        var folder = new DirectoryInfo(here);
        return folder.LinkTarget is not null && folder.ResolveLinkTarget(returnFinalTarget: true) is { } target ? WithoutLinks(target.FullName) : here;
    }
}
