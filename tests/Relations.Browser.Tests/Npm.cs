using System.Diagnostics;

namespace Relations.Browser.Tests;

/// <summary>Packages of npm, as the lock beside them says.</summary>
internal static class Npm
{
    private static readonly SemaphoreSlim One = new(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Installs what the lock of a folder says, unless it is there. npm writes its own copy of the lock last of all.</summary>
    /// <param name="folder">The folder.</param>
    public static async Task InstallAsync(string folder)
    {
        await One.WaitAsync();
        try
        {
            await InstallOnceAsync(folder);
        }
        finally
        {
            One.Release();
        }
    }

    private static async Task InstallOnceAsync(string folder)
    {
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc > File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
            return;
        var (code, said) = await RunAsync(
            folder, "ci", "--ignore-scripts", "--omit", "optional", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel", "error");
        Assert.True(code == 0, $"npm could not install the packages of {folder}: {said}");
    }

    /// <summary>Runs npm.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <returns>How it ended, and what it complained about.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string folder, params string[] arguments)
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", arguments) { WorkingDirectory = folder, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await npm.StandardError.ReadToEndAsync(patience.Token);
        await npm.WaitForExitAsync(patience.Token);
        return (npm.ExitCode, said);
    }
}
