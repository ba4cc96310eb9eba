using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Marten;

namespace Relations.App.Ledger.Places;

/// <summary>
/// A Git repository: each checkpoint is a commit in a clone on this machine, pushed to where the clone came from. The operator
/// makes the clone and lets this account push; whoever else follows the repository sees at once if its history is rewritten.
/// </summary>
/// <param name="clone">The clone's folder.</param>
/// <param name="store">The tiles: the tree has to continue the last checkpoint that the clone holds.</param>
internal sealed class GitPlace(string clone, IDocumentStore store) : IPlace
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FolderPlace folder = new(clone, store);

    /// <inheritdoc />
    public string Name => clone;

    /// <inheritdoc />
    public async Task<string> PutAsync(KeptCheckpoint checkpoint, CancellationToken cancellation)
    {
        await GitAsync(cancellation, "rev-parse", "--git-dir");
        await folder.PutAsync(checkpoint, cancellation);
        await GitAsync(cancellation, "add", "--", FolderPlace.Last, FolderPlace.All);
        if ((await GitAsync(cancellation, "status", "--porcelain", "--", FolderPlace.Last, FolderPlace.All)).Length > 0)
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"Checkpoint of {checkpoint.Size} events");
            await GitAsync(cancellation, "-c", "user.name=Relations", "-c", "user.email=relations@localhost", "commit", "--quiet", "-m", subject);
        }

        if ((await GitAsync(cancellation, "remote")).Length > 0)
            await GitAsync(cancellation, "push", "--quiet", "origin", "HEAD");
        return "";
    }

    /// <inheritdoc />
    public IAsyncEnumerable<(string Name, string Note)> ReadAsync(CancellationToken cancellation) => folder.ReadAsync(cancellation);

    private async Task<string> GitAsync(CancellationToken cancellation, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new("git", ["-C", clone, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["GIT_TERMINAL_PROMPT"] = "0", ["LC_ALL"] = "C" }, // nobody is there to be asked
            },
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            process.Start();
            var (output, complaint) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0
                ? (await output).Trim()
                : throw new PlaceException($"git {arguments[0]}: {(await complaint).Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new PlaceException(e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new PlaceException($"git {arguments[0]}: no answer within {Patience.TotalSeconds:0} s", e);
        }
    }
}
