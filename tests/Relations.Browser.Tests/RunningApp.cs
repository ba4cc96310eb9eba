using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Relations.Browser.Tests;

/// <summary>
/// The application as anybody would start it: a process, from a folder that is not its own, on a private database in a scratch
/// folder, with the shipped seed on record.
/// </summary>
public sealed partial class RunningApp : IAsyncDisposable
{
    /// <summary>The page that everything is tried on.</summary>
    public const string Partnership = "/partnerships/can-oim";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo folder;
    private readonly Process process;

    private RunningApp(DirectoryInfo folder, Process process)
    {
        this.folder = folder;
        this.process = process;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>Starts the application and waits until the views show the seed.</summary>
    public static async Task<RunningApp> StartAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var folder = Directory.CreateTempSubdirectory("relations-browser-");

        // The database server runs as another user where the tests run as root.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        var app = new RunningApp(folder, new Process
        {
            StartInfo = new("dotnet", [Application, "run", "--urls", "http://127.0.0.1:0"])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["Relations__DataFolder"] = Path.Combine(folder.FullName, "data"),
                    ["Relations__LocalUser"] = "oficial",

                    // Many readers at once, from one address and in one name.
                    ["Relations__RateLimits__User__Burst"] = "100000",
                    ["Relations__RateLimits__Expensive__Burst"] = "100000",
                    ["Relations__RateLimits__Address__Burst"] = "100000",
                },
            },
            EnableRaisingEvents = true,
        });
        try
        {
            app.Address = await app.ListeningAsync(patience.Token);
            await app.SeedShownAsync(patience.Token);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Asked, not killed: it takes its database server down with it.
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Application => typeof(RunningApp).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == nameof(Application)).Value!;

    private Task<Uri> ListeningAsync(CancellationToken patience)
    {
        TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
                listening.TrySetResult(new(match.Groups["address"].Value));
        };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The application ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        return listening.Task.WaitAsync(patience);
    }

    /// <summary>The projects are the last of the seed.</summary>
    private async Task SeedShownAsync(CancellationToken patience)
    {
        using var http = new HttpClient { BaseAddress = Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await often.WaitForNextTickAsync(patience))
        {
            using var response = await http.GetAsync(Partnership, patience);
            var html = await response.Content.ReadAsStringAsync(patience);
            if (html.Split("Project recorded").Length == 3 && html.Split("class=\"untitled\"").Length == 3)
                return;
        }
    }

    [GeneratedRegex(@"^Relations: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
