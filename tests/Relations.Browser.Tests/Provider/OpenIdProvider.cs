using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Relations.Browser.Tests.Provider;

/// <summary>
/// An institution's OpenID provider: a real one, as a process of its own. Its packages come with npm, from the lock beside it,
/// the first time that somebody needs them.
/// </summary>
public sealed partial class OpenIdProvider : IAsyncDisposable
{
    private const string ClientId = "relations";
    private const string ClientSecret = "only for tests";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient http = new();
    private Process? process;

    private OpenIdProvider()
    {
    }

    /// <summary>Where it listens, and what it calls itself.</summary>
    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>How an operator would set it up, by the names of the settings in the environment.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Authority"] = Address.ToString(),
        ["RequireHttps"] = "false",
        ["ClientId"] = ClientId,
        ["ClientSecret"] = ClientSecret,
        ["DisplayName__es"] = "la Cancillería",
        ["DisplayName__en"] = "the Foreign Ministry",
        ["Roles__0__Value"] = "liaison-oim",
        ["Roles__0__Role"] = "Officer",
        ["Roles__0__Over__0"] = "can-oim",
        ["Roles__1__Value"] = "direction",
        ["Roles__1__Role"] = "Manager",
        ["Roles__2__Value"] = "audit",
        ["Roles__2__Role"] = "Auditor",
    }.ToDictionary(setting => $"Relations__OpenIdConnect__{setting.Key}", setting => setting.Value);

    public static async Task<OpenIdProvider> StartAsync()
    {
        await Npm.InstallAsync(Folder);
        var provider = new OpenIdProvider();
        await provider.ListenAsync(port: 0);
        return provider;
    }

    /// <summary>Makes it gone, as it is when its institution has a bad day.</summary>
    public async Task StopAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Brings it back where it was. It has forgotten everybody.</summary>
    public Task RestartAsync() => ListenAsync(Address.Port);

    /// <summary>Makes somebody known to it, or known otherwise.</summary>
    /// <param name="subject">Who, as they sign in there.</param>
    /// <param name="name">The name they go by.</param>
    /// <param name="roles">The roles they hold there.</param>
    public Task KnowsAsync(string subject, string name, params string[] roles) => KnowsAsync(subject, new Dictionary<string, object>
    {
        ["preferred_username"] = name,
        ["name"] = $"{name} of the institution",
        ["roles"] = roles,
    });

    /// <summary>Makes somebody known to it by some claims.</summary>
    public Task KnowsAsync(string subject, IReadOnlyDictionary<string, object> claims) => TellAsync($"people/{subject}", claims);

    /// <summary>Sets its clock.</summary>
    /// <param name="ahead">By how much it is ahead of the true time.</param>
    public Task SetClockAsync(TimeSpan ahead) => TellAsync("clock", new { ahead = ahead.TotalSeconds });

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await StopAsync();
        http.Dispose();
    }

    private static string Folder => typeof(OpenIdProvider).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Provider").Value!;

    /// <summary>Playwright's own Node.js: the provider needs a newer one than many machines have.</summary>
    private static string Runtime => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, ".playwright", "node"), "node*", SearchOption.AllDirectories).Single();

    private async Task ListenAsync(int port)
    {
        process = new()
        {
            StartInfo = new(Runtime, [Path.Combine(Folder, "server.mjs")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
                    ["CLIENT_ID"] = ClientId,
                    ["CLIENT_SECRET"] = ClientSecret,
                },
            },
            EnableRaisingEvents = true,
        };
        TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
                listening.TrySetResult(new(match.Groups["address"].Value));
        };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The provider ended before it listened."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(Patience);
    }

    private async Task TellAsync(string what, object content)
    {
        using var response = await http.PutAsJsonAsync(new Uri(Address, $"test/{what}"), content);
        response.EnsureSuccessStatusCode();
    }

    [GeneratedRegex(@"^Provider: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
