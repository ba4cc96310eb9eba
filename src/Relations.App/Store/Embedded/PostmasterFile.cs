using System.Diagnostics;
using System.Globalization;

namespace Relations.App.Store.Embedded;

/// <summary>
/// What <c>postmaster.pid</c> says of the server that wrote it. It is a trace and no proof of life: it outlives a killed server,
/// and comes along when a folder is copied.
/// </summary>
/// <param name="ProcessId">The process the server had.</param>
/// <param name="Port">The port it listened on.</param>
internal sealed record PostmasterFile(int ProcessId, int Port)
{
    /// <summary>The file of a cluster.</summary>
    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    /// <summary>Reads the file, or returns null when there is none or the server is still writing it.</summary>
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(PathIn(cluster));
            return lines.Length >= 4 && ParseNumber(lines[0]) is { } process && ParseNumber(lines[3]) is { } port ? new(process, port) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the process is gone for certain although its number answers: another program has the number now, or it is dead
    /// and its parent has not asked for it. PostgreSQL itself would refuse to start in both cases. When in doubt: no.
    /// </summary>
    public bool IsLeftBehind()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return !process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) || IsZombie();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // No such process: PostgreSQL sees that for itself and takes the file over.
            return false;
        }
    }

    private bool IsZombie()
    {
        try
        {
            var stat = OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/{ProcessId}/stat") : "";
            // The state follows the name, which is in brackets and may hold brackets itself.
            return stat.LastIndexOf(") Z", StringComparison.Ordinal) is var at && at > 0 && at == stat.LastIndexOf(')');
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int? ParseNumber(string line) => int.TryParse(line, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
