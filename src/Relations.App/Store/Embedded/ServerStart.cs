namespace Relations.App.Store.Embedded;

/// <summary>
/// Brings the server of a cluster up, whatever the last run left behind: a running server is taken over, a stale trace is removed,
/// and what is still ending is given time to end. Only the owner of the folder does this.
/// </summary>
internal sealed class ServerStart(PrivateFolder folder, PrivateCluster cluster, RolePasswords passwords, ILogger logger)
{
    // After a kill, the server's processes notice within moments; a server that recovers is taken over when it is done.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>The server, ready for the application, and whether it was started here.</summary>
    /// <exception cref="EmbeddedPostgresException">It does not start; the message has the reason from its log.</exception>
    public async Task<(PrivateServer Server, bool Started)> RunAsync(IReadOnlyDictionary<string, string> settings, CancellationToken ct)
    {
        var deadline = Deadline.In(Patience);
        while (true)
        {
            if (await FindRunningAsync(ct) is { } running)
            {
                if (settings.Count > 0)
                    Log.SettingsLater(logger, folder.FullPath);
                return (running, false);
            }
            var (outcome, log) = await cluster.StartAsync(settings, ct);
            if (outcome == StartOutcome.Started)
                return (await FindRunningAsync(ct) ?? throw NotStarted("it ended right after its start"), true);
            var reason = PrivateCluster.Reason(log);
            if (outcome == StartOutcome.Failed)
                throw NotStarted(reason);
            await deadline.WaitAsync(PollInterval, () => NotStarted(reason), ct);
        }
    }

    private async Task<PrivateServer?> FindRunningAsync(CancellationToken ct)
    {
        if (PostmasterFile.Read(folder.Cluster) is not { } trace)
            return null;
        var server = new PrivateServer(trace.Port, passwords);
        var state = await server.LookAsync(folder.Cluster, ct);
        if (state is ServerState.Bare or ServerState.Ready)
        {
            await server.ProvisionAsync(ct);
            return server;
        }

        // PostgreSQL would refuse to start over this trace. Should a process of the old server be left after all, PostgreSQL
        // still finds its shared memory by the cluster's own number and refuses for that.
        if (state == ServerState.OfAnotherCluster || trace.IsLeftBehind())
            File.Delete(PostmasterFile.PathIn(folder.Cluster));
        return null;
    }

    private EmbeddedPostgresException NotStarted(string reason) => new(
        $"PostgreSQL does not start on {folder.FullPath}: {reason}. Its log is {Path.Combine(folder.FullPath, PrivateFolder.ServerLog)}.");
}
