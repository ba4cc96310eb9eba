using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Relations.App.Store;
using Relations.App.Store.Embedded;
using Xunit.Abstractions;

namespace Relations.App.Tests.Store;

/// <summary>A folder with a cluster whose server is stopped, to copy: that is quicker than making one.</summary>
public sealed class StoppedServer : IAsyncLifetime
{
    public ScratchFolder Folder { get; } = new();

    public async Task InitializeAsync() => await (await Folder.StartAsync()).DisposeAsync();

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>What a start makes of whatever the last run left behind.</summary>
public sealed class EmbeddedPostgresStartTests(StoppedServer stopped, ITestOutputHelper output) : IClassFixture<StoppedServer>, IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_start_finds_the_data()
    {
        await using (var first = await TimedAsync("first start"))
            await ScratchFolder.ExecuteAsync(first.ConnectionString, "CREATE TABLE kept (n int)");
        Assert.False(_folder.IsRunning);
        await using var second = await TimedAsync("second start");
        Assert.True(second.StartedHere);
        await FindsTheTableAsync(second);
    }

    [Fact]
    public async Task A_cluster_of_an_earlier_version_gets_its_roles_at_the_next_start()
    {
        await using (var first = await _folder.StartAsync())
        {
            await ScratchFolder.ExecuteAsync(first.ConnectionString, "CREATE TABLE kept (n int)");
            var administrator = new NpgsqlConnectionStringBuilder(first.ConnectionString) { Username = "postgres" }.ConnectionString;
            await ScratchFolder.ExecuteAsync(administrator, string.Join(';', DatabaseRoles.All.Select(role => $"DROP ROLE {role}")));
        }
        foreach (var role in DatabaseRoles.All)
            File.Delete(Path.Combine(_folder.Path, $"password.{role}"));

        await using var next = await _folder.StartAsync();
        Assert.Equal("relations_app", await ScratchFolder.AskAsync<string>(next.Logins.Application, "SELECT current_user::text"));
        Assert.Equal("relations_eraser", await ScratchFolder.AskAsync<string>(next.Logins.Eraser, "SELECT current_user::text"));
        await FindsTheTableAsync(next);
    }

    [Fact]
    public async Task A_password_file_that_was_lost_is_made_anew()
    {
        await CopyAsync();
        File.Delete(Path.Combine(_folder.Path, "password.relations_app"));
        await using var next = await _folder.StartAsync();
        Assert.Equal("relations_app", await ScratchFolder.AskAsync<string>(next.Logins.Application, "SELECT current_user::text"));
    }

    [Fact]
    public async Task After_the_server_was_killed_the_next_start_recovers_it()
    {
        await CopyAsync();
        await using (var first = await _folder.StartAsync())
        {
            await ScratchFolder.ExecuteAsync(first.ConnectionString, "CREATE TABLE kept (n int)");
            _folder.KillServer();
        }
        await using var second = await TimedAsync("start after the server was killed");
        Assert.True(second.StartedHere);
        await FindsTheTableAsync(second);
    }

    [Fact]
    public async Task After_the_application_was_killed_the_next_start_takes_its_server_over_and_stops_it_in_the_end()
    {
        await CopyAsync();
        using (var application = await ServerHolder.StartAsync(_folder.Path))
        {
            application.Kill();
            await application.WaitForExitAsync();
        }
        Assert.True(_folder.IsRunning);
        await using (var next = await TimedAsync("taking over"))
        {
            Assert.False(next.StartedHere);
            await ScratchFolder.ExecuteAsync(next.ConnectionString, "CREATE TABLE kept (n int)");
        }
        Assert.False(_folder.IsRunning);
    }

    [Fact]
    public async Task After_application_and_server_were_killed_together_the_next_start_recovers()
    {
        await CopyAsync();
        using (var application = await ServerHolder.StartAsync(_folder.Path))
        {
            application.Kill();
            _folder.KillServer();
            await application.WaitForExitAsync();
        }
        await using var next = await TimedAsync("start after both were killed");
        Assert.True(next.StartedHere);
        Assert.Equal("on", await ScratchFolder.SettingAsync(next.ConnectionString, "fsync"));
    }

    [Fact]
    public async Task An_application_that_ends_in_good_order_stops_its_server()
    {
        await CopyAsync();
        using var application = await ServerHolder.StartAsync(_folder.Path);
        application.StandardInput.Close();
        await application.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, application.ExitCode);
        Assert.False(_folder.IsRunning);
    }

    [Fact]
    public async Task An_ordinary_user_runs_it_as_themselves()
    {
        if (!ServerAccount.IsRoot)
            return; // The other tests already run as an ordinary user.
        using var application = await ServerHolder.StartAsync(_folder.Path, "nobody");
        Assert.Equal("nobody", await ScratchFolder.RunAsync("stat", "-c", "%U", _folder.Cluster));
        application.StandardInput.Close();
        await application.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False(_folder.IsRunning);

        // Root comes next, and the folder stays with its user.
        await using var asRoot = await _folder.StartAsync();
        Assert.Equal("nobody", await ScratchFolder.RunAsync("stat", "-c", "%U", _folder.Pidfile));
    }

    [Fact]
    public async Task The_server_stays_for_those_attached_and_the_next_owner_takes_it_over()
    {
        await CopyAsync();
        var owner = await _folder.StartAsync();
        await using var command = await _folder.StartAsync(new() { AttachIfRunning = true });
        await owner.DisposeAsync();
        Assert.Equal("on", await ScratchFolder.SettingAsync(command.ConnectionString, "fsync"));

        await using (var next = await _folder.StartAsync())
            Assert.False(next.StartedHere);
        Assert.True(_folder.IsRunning);
        await command.DisposeAsync();
        await (await _folder.StartAsync()).DisposeAsync();
        Assert.False(_folder.IsRunning);
    }

    [Fact]
    public async Task An_application_takes_over_the_server_that_a_command_started()
    {
        await CopyAsync();
        await using var command = await _folder.StartAsync(new() { AttachIfRunning = true });
        Assert.True(command.StartedHere);
        await using (var application = await _folder.StartAsync())
        {
            Assert.False(application.StartedHere);
            await command.DisposeAsync();
            Assert.Equal("on", await ScratchFolder.SettingAsync(application.ConnectionString, "fsync"));
        }
        Assert.False(_folder.IsRunning);
    }

    [Fact]
    public async Task A_command_without_an_application_starts_a_server_unless_told_not_to()
    {
        var refused = await _folder.RefusedAsync(new() { AttachOnly = true });
        Assert.Contains("No Relations database that", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Path));

        // Started together, the application and its commands come to one server, whoever is first.
        var starting = _folder.StartAsync();
        var commands = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _folder.StartAsync(new() { AttachIfRunning = true })));
        await using var owner = await starting;
        Assert.All(commands, command => Assert.Equal(owner.ConnectionString, command.ConnectionString));
        foreach (var command in commands)
            await command.DisposeAsync();
        await owner.DisposeAsync();
        Assert.Contains("No Relations database that", (await _folder.RefusedAsync(new() { AttachOnly = true })).Message, StringComparison.Ordinal);

        await using (var command = await _folder.StartAsync(new() { AttachIfRunning = true }))
            Assert.True(command.StartedHere);
        Assert.False(_folder.IsRunning);
    }

    [Fact]
    public async Task What_an_interrupted_run_left_behind_is_no_obstacle()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "cluster.unfinished", "base"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "owner.lock"), "");
        await (await _folder.StartAsync()).DisposeAsync();

        // After a restart of the machine, both the number and the port of the old server belong to other programs.
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var answering = AnswerAsync(other);
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await File.WriteAllTextAsync(_folder.Pidfile, $"{Environment.ProcessId}\n{_folder.Cluster}\n1700000000\n{port}\n\n127.0.0.1\n\nready   \n");
        await using (var next = await _folder.StartAsync())
            Assert.True(next.StartedHere);
        await answering;

        // A backup put back by root belongs to root.
        if (ServerAccount.IsRoot)
            await ScratchFolder.RunAsync("chown", "-R", "root:", _folder.Path);
        await using var restored = await _folder.StartAsync();
        Assert.True(restored.StartedHere);
    }

    [Fact]
    public async Task A_start_refused_says_what_is_wrong_and_holds_nothing()
    {
        await CopyAsync();
        var settings = new Dictionary<string, string> { ["shared_buffers"] = "plenty" };
        var error = await _folder.RefusedAsync(new() { ServerSettings = settings });
        Assert.Contains("server.log", error.Message, StringComparison.Ordinal);

        var version = Path.Combine(_folder.Cluster, "PG_VERSION");
        var made = await File.ReadAllTextAsync(version);
        await File.WriteAllTextAsync(version, "12\n");
        error = await _folder.RefusedAsync();
        Assert.Contains("was made by PostgreSQL 12 and needs that version, but PostgreSQL", error.Message, StringComparison.Ordinal);
        Assert.Contains("12", error.Message[error.Message.IndexOf("install it", StringComparison.Ordinal)..], StringComparison.Ordinal);

        await File.WriteAllTextAsync(version, made);
        var password = Path.Combine(_folder.Path, "password");
        File.Move(password, password + ".kept");
        Assert.Contains("password file", (await _folder.RefusedAsync()).Message, StringComparison.Ordinal);
        File.Move(password + ".kept", password);
        await (await _folder.StartAsync()).DisposeAsync();
    }

    [Fact]
    public async Task Root_is_told_of_a_folder_that_the_server_cannot_reach()
    {
        if (OperatingSystem.IsWindows() || !ServerAccount.IsRoot)
            return;
        Directory.CreateDirectory(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var closed = new EmbeddedPostgresOptions { DataFolder = Path.Combine(_folder.Path, "inside") };
        var error = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(closed, NullLogger.Instance));
        Assert.StartsWith("Relations runs as root and PostgreSQL as the user", error.Message, StringComparison.Ordinal);
    }

    private Task CopyAsync() => ScratchFolder.CopyAsync(stopped.Folder.Path, _folder.Path);

    private static async Task AnswerAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
    }

    private static async Task FindsTheTableAsync(EmbeddedPostgres server) =>
        Assert.True(await ScratchFolder.AskAsync<bool>(server.ConnectionString, "SELECT to_regclass('kept') IS NOT NULL"));

    private async Task<EmbeddedPostgres> TimedAsync(string what)
    {
        var start = Stopwatch.GetTimestamp();
        var server = await _folder.StartAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s"));
        return server;
    }
}
