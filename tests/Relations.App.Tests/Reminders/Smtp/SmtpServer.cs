using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace Relations.App.Tests.Reminders.Smtp;

/// <summary>
/// An institution's mail server: a real one, as a process of its own. Its packages come with npm, from the lock beside it, the first time that
/// somebody needs them.
/// </summary>
internal sealed partial class SmtpServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task> Packages = new(InstallAsync);

    private readonly HttpClient http = new();
    private Process? process;
    private Uri control = new("about:blank");

    private SmtpServer()
    {
    }

    /// <summary>Where it takes mails.</summary>
    public int Port { get; private set; }

    /// <summary>How an operator would set it up.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("Relations:Mail:Host", "127.0.0.1"),
        ("Relations:Mail:Port", Port.ToString(CultureInfo.InvariantCulture)),
        ("Relations:Mail:Security", "none"),
        ("Relations:Mail:From", "Relations <relations@example.org>"),
        ("Relations:PublicAddress", "https://relations.example.org"),
    ];

    public static async Task<SmtpServer> StartAsync()
    {
        await Packages.Value;
        var server = new SmtpServer();
        await server.ListenAsync();
        return server;
    }

    /// <summary>Makes it gone.</summary>
    public async Task StopAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Brings it back where it was, its mails forgotten.</summary>
    public Task RestartAsync() => ListenAsync();

    /// <summary>Has it refuse mails from now on, or take them again.</summary>
    /// <param name="code">What it answers; null where it takes them.</param>
    public async Task RefuseAsync(int? code)
    {
        using var response = await http.PutAsJsonAsync(new Uri(control, "refuses"), new { code });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What it took, the oldest first.</summary>
    public async Task<IReadOnlyList<Taken>> MailsAsync() => [.. (await http.GetFromJsonAsync<List<Brought>>(new Uri(control, "mails")))!.Select(m => Taken.Of(m.To, m.Raw))];

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await StopAsync();
        http.Dispose();
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "Relations.App.Tests", "Reminders", "Smtp");

    private async Task ListenAsync()
    {
        process = new()
        {
            StartInfo = new("node", [Path.Combine(Folder, "server.mjs")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["SMTP_PORT"] = Port.ToString(CultureInfo.InvariantCulture) },
            },
            EnableRaisingEvents = true,
        };
        TaskCompletionSource<Match> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
                listening.TrySetResult(match);
        };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The mail server ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ports = await listening.Task.WaitAsync(Patience);
        Port = int.Parse(ports.Groups["smtp"].Value, CultureInfo.InvariantCulture);
        control = new($"http://127.0.0.1:{ports.Groups["http"].Value}/");
    }

    private static async Task InstallAsync()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc > File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
            return;
        string[] arguments = ["ci", "--ignore-scripts", "--omit", "optional", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel", "error"];
        using var npm = Process.Start(new ProcessStartInfo("npm", arguments) { WorkingDirectory = Folder, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await npm.StandardError.ReadToEndAsync(patience.Token);
        await npm.WaitForExitAsync(patience.Token);
        Assert.True(npm.ExitCode == 0, $"npm could not install the packages of {Folder}: {said}");
    }

    [GeneratedRegex(@"^Mail server: (?<smtp>\d+) (?<http>\d+)")]
    private static partial Regex Listening();

    private sealed record Brought(IReadOnlyList<string> To, string Raw);

    /// <summary>A mail that it took.</summary>
    /// <param name="To">Where it goes.</param>
    /// <param name="Message">The mail.</param>
    internal sealed record Taken(string To, MimeMessage Message)
    {
        public string Text => Message.TextBody ?? "";

        public string Html => Message.HtmlBody ?? "";

        public static Taken Of(IReadOnlyList<string> to, string raw)
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(raw));
            return new(Assert.Single(to), MimeMessage.Load(stream));
        }
    }
}
