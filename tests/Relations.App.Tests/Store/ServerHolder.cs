using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Relations.App.Store.Embedded;

namespace Relations.App.Tests.Store;

/// <summary>A process of its own that owns a private server until its input ends or it is killed.</summary>
public static class ServerHolder
{
    private const string Ready = "ready";

    /// <summary>Starts the server of the folder in the first argument and says when it answers, and as whom it runs.</summary>
    public static async Task<int> Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        await using var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = args[0] }, NullLogger.Instance);
        Console.WriteLine($"{Ready} {Environment.UserName}");
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Runs this program on a folder, as another user if wanted, and waits until its server answers.</summary>
    public static async Task<Process> StartAsync(string folder, string? user = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerHolder).Assembly.Location, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        if (user is not null)
            start.UserName = user;
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal($"{Ready} {user ?? Environment.UserName}", line);
        return process;
    }
}
