using Microsoft.Playwright;
using Relations.Browser.Tests.Provider;

namespace Relations.Browser.Tests;

/// <summary>A browser, the running application, and the identity provider that it knows, shared by all tests.</summary>
public sealed class PagesFixture : IAsyncLifetime
{
    /// <summary>A mail server as an operator would set it up. Nobody is there: no page needs it.</summary>
    private static readonly Dictionary<string, string> Mail = new()
    {
        ["Relations__Mail__Host"] = "127.0.0.1",
        ["Relations__Mail__Port"] = "9",
        ["Relations__Mail__Security"] = "none",
        ["Relations__Mail__From"] = "relations@example.org",
        ["Relations__PublicAddress"] = "https://relations.example.org",
    };

    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningApp? app;
    private OpenIdProvider? provider;

    public RunningApp App => app ?? throw new InvalidOperationException("Not started.");

    public OpenIdProvider Provider => provider ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync()
    {
        provider = await OpenIdProvider.StartAsync();
        var starting = RunningApp.StartAsync(provider.Settings.Concat(Mail).ToDictionary());
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
        app = await starting;
    }

    /// <summary>A window of a reader of his own, signed in as the administrator unless as nobody; on another application than the shared one where it is given.</summary>
    public async Task<Reader> OpenAsync(
        string language = "es", int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true, bool signedIn = true, RunningApp? on = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (on ?? App).Address.ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
        });
        if (signedIn)
            await context.AddCookiesAsync((on ?? App).Cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        return new(context, await context.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
    }
}

/// <summary>One reader's window, and what its console complained about.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Reader(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the console complained about.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public ValueTask DisposeAsync() => context.DisposeAsync();
}

/// <summary>The tests that share one browser and one application.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<PagesFixture>
{
    public const string Name = "pages";
}
