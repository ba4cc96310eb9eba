using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Relations.App.Store.Embedded;

namespace Relations.App.Tests.Store;

/// <summary>A data folder for one test: whatever server is left on it is killed in the end, and the folder is deleted.</summary>
public sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("relations-test-");

    public ScratchFolder(string name = "data")
    {
        // Other users come here too: the one the server runs under, and the one a test runs a whole process as.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_parent.FullName, (UnixFileMode)0b111_111_111);
        Path = System.IO.Path.Combine(_parent.FullName, name);
    }

    /// <summary>The folder of the server that all tests share.</summary>
    public static ScratchFolder Shared() => new("shared");

    public string Path { get; }

    public string Cluster => System.IO.Path.Combine(Path, "cluster");

    public string Pidfile => System.IO.Path.Combine(Cluster, "postmaster.pid");

    public bool IsRunning => File.Exists(Pidfile);

    public Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions? options = null) =>
        EmbeddedPostgres.StartAsync((options ?? new()) with { DataFolder = Path }, NullLogger.Instance);

    public async Task<EmbeddedPostgresException> RefusedAsync(EmbeddedPostgresOptions? options = null) =>
        await Assert.ThrowsAsync<EmbeddedPostgresException>(() => StartAsync(options));

    public int ServerProcess() => int.Parse(File.ReadLines(Pidfile).First(), System.Globalization.CultureInfo.InvariantCulture);

    public void KillServer()
    {
        using var server = Process.GetProcessById(ServerProcess());
        server.Kill();
    }

    public static async Task<T> AskAsync<T>(string connectionString, string query)
    {
        // Unpooled: a connection of an earlier server must not answer for the present one.
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static Task<string> SettingAsync(string connectionString, string name) =>
        AskAsync<string>(connectionString, $"SELECT current_setting('{name}')");

    public static async Task ExecuteAsync(string connectionString, string statement) =>
        await AskAsync<int>(connectionString, $"{statement}; SELECT 1");

    public static Task CopyAsync(string from, string to) => RunAsync("cp", "-a", from, to);

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    public void Dispose()
    {
        if (IsRunning && ServerProcess() is var process && process != Environment.ProcessId)
            Ignoring<ArgumentException>(KillServer);
        // The server's processes may write for a moment after it is killed.
        for (var attempt = 0; Directory.Exists(_parent.FullName) && attempt < 50; attempt++)
            Ignoring<IOException>(() => _parent.Delete(recursive: true));
    }

    private static void Ignoring<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T)
        {
            // Gone already, or not quite yet: the caller tries again where that matters.
        }
    }
}
