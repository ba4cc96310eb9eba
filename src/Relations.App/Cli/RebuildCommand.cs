using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Relations.App.Store;

namespace Relations.App.Cli;

/// <summary>What <c>rebuild</c> takes.</summary>
public sealed class RebuildInput : VerbInput
{
    /// <summary>The view; all of them where none is named.</summary>
    public string? View { get; set; }
}

/// <summary>
/// Makes views again from the events. It uses the record alone: a fact recorded in the meantime could be missing from what it
/// makes, and the application's own keeper of the views would write over it. While an application runs it is refused, and an
/// application that starts in the meantime waits, then says why it does not start.
/// </summary>
[Verb("rebuild")]
public sealed class RebuildCommand : Verb<RebuildInput>
{
    /// <summary>The longest that one view may take.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>It takes a view or none.</summary>
    public RebuildCommand()
    {
        Usage("every view").NoArguments();
        Usage("one view").Arguments(i => i.View!);
    }

    internal override bool AsOwner => true;

    internal override async Task<ExitCode> RunAsync(
        RebuildInput input, RecordAccess record, Terminal terminal, CancellationToken cancellation)
    {
        var store = (DocumentStore)record.Get<IDocumentStore>();
        var views = store.Options.Projections.All.Select(p => p.Name).ToList();
        if (input.View is not null && !views.Contains(input.View, StringComparer.OrdinalIgnoreCase))
        {
            terminal.Complain(terminal.Words.Say("unknown-view", input.View, string.Join(", ", views)));
            return ExitCode.Misused;
        }

        await using var alone = await RecordUse.TryAloneAsync(record.ConnectionString, cancellation);
        if (alone is null)
        {
            terminal.Complain(terminal.Words.Say("in-use"));
            return ExitCode.Refused;
        }

        var chosen = views.Where(v => input.View is null || v.Equals(input.View, StringComparison.OrdinalIgnoreCase)).ToList();
        await terminal.ProgressAsync(progress => RebuildAsync(store, chosen, progress, cancellation));
        if (input.JsonFlag)
            terminal.SayJson(new Rebuilt(chosen));
        else
            terminal.Say(terminal.Words.Say("rebuilt", string.Join(", ", chosen)));
        return ExitCode.Done;
    }

    /// <summary>Makes some views again. Only for one who uses the record alone.</summary>
    /// <param name="store">The store.</param>
    /// <param name="views">Their names.</param>
    /// <param name="progress">Told how far each has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static async Task RebuildAsync(
        DocumentStore store, IReadOnlyList<string> views, Action<string, double> progress, CancellationToken cancellation)
    {
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.PrepareForRebuildsAsync();
        foreach (var view in views)
        {
            progress(view, 0);
            using (daemon.Tracker.Subscribe(new Watcher(view, daemon.HighWaterMark(), progress)))
                await daemon.RebuildProjectionAsync(view, Longest, cancellation);
            progress(view, 1);
        }
    }

    private sealed record Rebuilt(IReadOnlyList<string> Views);

    /// <summary>Tells how far the rebuild of a view has come.</summary>
    private sealed class Watcher(string view, long events, Action<string, double> progress) : IObserver<ShardState>
    {
        public void OnNext(ShardState value)
        {
            if (events > 0 && value.ShardName.StartsWith(view + ":", StringComparison.Ordinal))
                progress(view, Math.Min(1, (double)value.Sequence / events));
        }

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
