using System.Globalization;

namespace Relations.App.Store.Embedded;

/// <summary>The sentences for a person whose system has no fitting PostgreSQL.</summary>
internal static class MissingPostgres
{
    // Offered where the installer's name carries a version: one that every supported system has.
    private const int OfferedMajor = 17;

    /// <summary>No PostgreSQL that can be used for a new cluster.</summary>
    public static string Sentence(IReadOnlyCollection<PostgresBinaries> others, string? configured)
    {
        var searched = string.IsNullOrWhiteSpace(configured) ? "was not found on this system" : $"was not found in {configured}";
        var tooOld = others.Count == 0 ? "" : $" (only {Describe(others)}; {PostgresBinaries.OldestMajor} or newer is needed)";
        return $"PostgreSQL {searched}{tooOld}: {Fixes(null)}.";
    }

    /// <summary>No PostgreSQL of the major version that made the cluster.</summary>
    public static string OfMajor(int major, string folder, IReadOnlyCollection<PostgresBinaries> others, string? configured)
    {
        var found = others.Count == 0 ? "no PostgreSQL" : Describe(others);
        var where = string.IsNullOrWhiteSpace(configured) ? "on this system" : $"in {configured}";
        return $"The database in {folder} was made by PostgreSQL {major} and needs that version, but {found} was found {where}: {Fixes(major)}.";
    }

    private static string Fixes(int? major) =>
        $"install it ({InstallCommand(major)}), or set {RelationsDatabase.PostgresBinVariable} to the folder that holds postgres, initdb and pg_ctl, "
        + "or set ConnectionStrings__relations to a server of your own";

    private static string Describe(IEnumerable<PostgresBinaries> others) =>
        "PostgreSQL " + string.Join(", ", others.Select(other => other.Major.ToString(CultureInfo.InvariantCulture)).Distinct());

    private static string InstallCommand(int? major)
    {
        if (OperatingSystem.IsWindows())
            return $"winget install PostgreSQL.PostgreSQL.{major ?? OfferedMajor}";
        if (OperatingSystem.IsMacOS())
            return $"brew install postgresql@{major ?? OfferedMajor}";
        var family = File.Exists("/etc/os-release") ? LinuxFamily(File.ReadAllLines("/etc/os-release")) : [];
        if (family.Contains("debian") || family.Contains("ubuntu"))
            return major is null ? "sudo apt install postgresql" : $"sudo apt install postgresql-{major}";
        if (family.Contains("fedora") || family.Contains("rhel"))
            return major is null ? "sudo dnf install postgresql-server" : $"sudo dnf install postgresql{major}-server";
        return $"with the system's package manager, the package postgresql{(major is null ? "" : $" {major}")}";
    }

    private static HashSet<string> LinuxFamily(IEnumerable<string> release) =>
        release.Where(line => line.StartsWith("ID=", StringComparison.Ordinal) || line.StartsWith("ID_LIKE=", StringComparison.Ordinal))
            .SelectMany(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"').Split(' '))
            .ToHashSet(StringComparer.Ordinal);
}
