using System.Globalization;
using Npgsql;
using Relations.App.Store;
using Relations.App.Store.Embedded;

namespace Relations.App.Tests.Store;

/// <summary>One running server, in a folder whose name would upset a shell.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public ScratchFolder Folder { get; } = new("Señora Núñez's 数据 $HOME `id` \"x\"");

    public EmbeddedPostgres Server { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Server = await Folder.StartAsync(new() { ServerSettings = new Dictionary<string, string> { ["work_mem"] = "6MB", ["search_path"] = @"""it's"", public" } });

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Assert.False(Folder.IsRunning);
        Folder.Dispose();
    }
}

public sealed class EmbeddedPostgresRunningTests(RunningServer running) : IClassFixture<RunningServer>
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    private EmbeddedPostgres Server => running.Server;

    [Fact]
    public async Task A_first_start_makes_a_cluster_that_answers()
    {
        Assert.True(Server.StartedHere);
        Assert.Equal(running.Folder.Path, Server.DataFolder);
        Assert.Equal("relations", await ScratchFolder.AskAsync<string>(Server.ConnectionString, "SELECT current_database()::text"));
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("listen_addresses", "127.0.0.1")]
    [InlineData("password_encryption", "scram-sha-256")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("lc_messages", "C")]
    [InlineData("work_mem", "6MB")]
    [InlineData("search_path", "\"it's\", public")]
    public async Task The_server_runs_with(string setting, string value) =>
        Assert.Equal(value, await ScratchFolder.SettingAsync(Server.ConnectionString, setting));

    [Fact]
    public async Task Nobody_gets_in_by_a_socket_or_without_the_password()
    {
        // The fifth line of the trace is the folder of the socket.
        Assert.Equal("", File.ReadLines(running.Folder.Pidfile).ElementAt(4));
        var rules = File.ReadLines(Path.Combine(running.Folder.Cluster, "pg_hba.conf")).Where(line => line.Length > 0 && line[0] != '#');
        Assert.All(rules, rule => Assert.EndsWith(" scram-sha-256", rule, StringComparison.Ordinal));

        var wrong = new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Password = "relations" };
        var error = await Assert.ThrowsAsync<PostgresException>(() => ScratchFolder.SettingAsync(wrong.ConnectionString, "port"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, error.SqlState);
    }

    [Fact]
    public async Task The_application_is_no_administrator_but_may_create_what_it_needs()
    {
        Assert.Equal("off", await ScratchFolder.SettingAsync(Server.ConnectionString, "is_superuser"));
        var connection = (await Server.CreateDatabaseAsync("Ünïted \"1\"")).Owner!;
        await ScratchFolder.ExecuteAsync(connection, "CREATE TABLE public.t (name text COLLATE \"es-x-icu\"); INSERT INTO public.t VALUES ('nz'), ('ñ'), ('o')");
        Assert.Equal(["nz", "ñ", "o"], await ScratchFolder.AskAsync<string[]>(connection, "SELECT array_agg(name ORDER BY name) FROM public.t"));
        await Assert.ThrowsAsync<PostgresException>(() => Server.CreateDatabaseAsync("Ünïted \"1\""));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Server.CreateDatabaseAsync(new string('x', 64)));
    }

    [Fact]
    public void Only_the_account_of_the_server_can_read_the_folder()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(running.Folder.Path));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(running.Folder.Cluster));
        foreach (var file in new[] { "password", "password.relations_app", "server.log", "owner.lock", "cluster/relations.conf" })
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(running.Folder.Path, file)));
    }

    [Fact]
    public async Task Root_hands_the_folder_to_an_unprivileged_user()
    {
        if (!ServerAccount.IsRoot)
            return;
        foreach (var path in new[] { "", "cluster", "password", "cluster/postgresql.conf" })
            Assert.Contains(await ScratchFolder.RunAsync("stat", "-c", "%U", Path.Combine(running.Folder.Path, path)), Unprivileged);
    }

    [Fact]
    public void Ctrl_C_in_the_terminal_of_the_application_does_not_reach_the_server()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // The server leads a session of its own: state, parent, group and session follow the name.
        var stat = File.ReadAllText($"/proc/{running.Folder.ServerProcess()}/stat");
        Assert.Equal(running.Folder.ServerProcess().ToString(CultureInfo.InvariantCulture), stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3]);
    }

    [Fact]
    public async Task The_password_is_in_no_log_and_no_settings_file()
    {
        var passwords = Directory.EnumerateFiles(running.Folder.Path, "password*").Select(file => File.ReadAllText(file).Trim()).ToList();
        Assert.Equal(1 + DatabaseRoles.All.Count, passwords.Distinct().Count());
        Assert.All(passwords, password => Assert.Equal(64, password.Length));
        foreach (var file in new[] { "server.log", "cluster/relations.conf", "cluster/postgresql.conf", "cluster/postmaster.opts" })
        {
            var text = await File.ReadAllTextAsync(Path.Combine(running.Folder.Path, file));
            Assert.All(passwords, password => Assert.DoesNotContain(password, text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_command_attaches_and_leaves_the_server_running(bool ifRunning, bool only)
    {
        await using (var attached = await running.Folder.StartAsync(new() { AttachIfRunning = ifRunning, AttachOnly = only }))
        {
            Assert.False(attached.StartedHere);
            Assert.Equal(Server.ConnectionString, attached.ConnectionString);
        }
        Assert.Equal("on", await ScratchFolder.SettingAsync(Server.ConnectionString, "fsync"));
    }

    [Fact]
    public async Task A_second_application_is_refused_in_one_sentence()
    {
        var error = await running.Folder.RefusedAsync();
        Assert.Contains("is in use by another Relations process", error.Message, StringComparison.Ordinal);
        Assert.Contains(running.Folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("Relations__DataFolder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_the_folder_gets_a_server_of_its_own()
    {
        using var copy = new ScratchFolder();
        await ScratchFolder.CopyAsync(running.Folder.Path, copy.Path);
        await using var server = await copy.StartAsync();
        Assert.True(server.StartedHere);
        Assert.NotEqual(Server.ConnectionString, server.ConnectionString);
        Assert.Equal(copy.Path, server.DataFolder);
    }
}
