using System.Diagnostics;
using System.Globalization;
using System.Net;
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

    /// <summary>The account of the one who started it, and who therefore keeps the accounts and records.</summary>
    public const string Administrator = "oficial";

    /// <summary>That account's password.</summary>
    public const string Password = "una llama cruza el puente";

    private readonly DirectoryInfo folder;
    private readonly Process process;
    private readonly CookieContainer cookies = new();

    private RunningApp(DirectoryInfo folder, Process process)
    {
        this.folder = folder;
        this.process = process;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>The cookies of somebody who signed in as the administrator.</summary>
    public IEnumerable<Cookie> Cookies => cookies.GetCookies(Address);

    /// <summary>Starts the application and waits until the views show the seed.</summary>
    /// <param name="settings">Its settings, by their names in the environment.</param>
    public static async Task<RunningApp> StartAsync(IReadOnlyDictionary<string, string> settings)
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

                    // Many readers at once, from one address and in one name.
                    ["Relations__RateLimits__User__Burst"] = "100000",
                    ["Relations__RateLimits__Expensive__Burst"] = "100000",
                    ["Relations__RateLimits__Address__Burst"] = "100000",
                },
            },
            EnableRaisingEvents = true,
        });
        foreach (var (name, value) in settings)
            app.process.StartInfo.Environment[name] = value;
        try
        {
            var link = await app.LinkAsync(patience.Token);
            app.Address = new(link.GetLeftPart(UriPartial.Authority));
            await app.MakeAdministratorAsync(link, patience.Token);
            if (!settings.TryGetValue("Relations__Seed", out var seed) || seed != "none")
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

    /// <summary>The one-time link that it prints once it listens.</summary>
    private Task<Uri> LinkAsync(CancellationToken patience)
    {
        TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (FirstRun().Match(line.Data ?? "") is { Success: true } match)
                listening.TrySetResult(new(match.Value));
        };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The application ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        return listening.Task.WaitAsync(patience);
    }

    /// <summary>The projects are the last of the seed.</summary>
    private async Task SeedShownAsync(CancellationToken patience)
    {
        using var http = Client();
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

    /// <summary>Fills in the first page that anybody sees.</summary>
    private async Task MakeAdministratorAsync(Uri link, CancellationToken patience)
    {
        using var http = Client();
        var html = await http.GetStringAsync(link, patience);
        using var form = new FormUrlEncodedContent(
        [
            .. Hidden().Matches(html).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value))),
            new("name", Administrator),
            new("displayName", "Oficial de enlace"),
            new("password", Password),
            new("repeated", Password),
            new("records", "true"),
        ]);
        using var answer = await http.PostAsync(link, form, patience);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Asks as the administrator.</summary>
    public HttpClient Client() => new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = Address };

    [GeneratedRegex(@"http://\S+/account/first-run\?key=\S+")]
    private static partial Regex FirstRun();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)""")]
    private static partial Regex Hidden();
}
