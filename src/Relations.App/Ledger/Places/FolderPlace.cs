using System.Globalization;
using System.Runtime.CompilerServices;
using Marten;
using Relations.Ledger.Notes;
using Relations.Ledger.Tree;

namespace Relations.App.Ledger.Places;

/// <summary>
/// A folder, best one that this machine can add to and not change: the last checkpoint as <c>checkpoint</c>, and each one under
/// <c>checkpoints</c> by the size of its tree.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="store">The tiles: the tree has to continue the last checkpoint that the folder holds.</param>
internal sealed class FolderPlace(string folder, IDocumentStore store) : IPlace
{
    /// <summary>The last checkpoint.</summary>
    public const string Last = "checkpoint";

    /// <summary>The folder of all of them.</summary>
    public const string All = "checkpoints";

    /// <summary>A checkpoint with the signatures of some witnesses is far shorter (bytes).</summary>
    private const int MostBytes = 64 * 1024;

    /// <inheritdoc />
    public string Name => folder;

    /// <inheritdoc />
    public async Task<string> PutAsync(KeptCheckpoint checkpoint, CancellationToken cancellation)
    {
        try
        {
            await RequireContinuedAsync(checkpoint, cancellation);
            var all = Directory.CreateDirectory(Path.Combine(folder, All)).FullName;
            await WriteAsync(Path.Combine(all, checkpoint.Size.ToString("D12", CultureInfo.InvariantCulture)), checkpoint.Note, cancellation);
            await WriteAsync(Path.Combine(folder, Last), checkpoint.Note, cancellation);
            return "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlaceException(e.Message, e);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<(string Name, string Note)> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var all = new DirectoryInfo(Path.Combine(folder, All));
        if (!all.Exists)
            yield break;
        foreach (var file in all.EnumerateFiles().Where(f => f.Length <= MostBytes).OrderBy(f => f.Name, StringComparer.Ordinal))
            yield return (file.FullName, await File.ReadAllTextAsync(file.FullName, cancellation));
        var last = new FileInfo(Path.Combine(folder, Last));
        if (last is { Exists: true, Length: <= MostBytes })
            yield return (last.FullName, await File.ReadAllTextAsync(last.FullName, cancellation));
    }

    /// <summary>What the folder holds is never replaced by another history, whoever had that one signed.</summary>
    private async Task RequireContinuedAsync(KeptCheckpoint checkpoint, CancellationToken cancellation)
    {
        var last = new FileInfo(Path.Combine(folder, Last));
        if (!last.Exists || last.Length > MostBytes)
            return;
        var kept = await File.ReadAllTextAsync(last.FullName, cancellation);
        if (!SignedNote.TryParse(kept, out var note) || !Checkpoint.TryParse(note.Text, out var held))
            throw new PlaceException($"{last.FullName} is no checkpoint.");
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        if (held.Size > checkpoint.Size || await new TileTree(new TileTable(connection), checkpoint.Size).RootAsync(held.Size, cancellation) != held.Root)
            throw new PlaceException($"{last.FullName} is a checkpoint of {held.Size} events that this one does not continue.");
    }

    /// <summary>Whole or not at all, whoever reads in the same moment.</summary>
    private static async Task WriteAsync(string path, string note, CancellationToken cancellation)
    {
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellation) == note)
            return;
        var unfinished = $"{path}.{Guid.NewGuid():n}";
        try
        {
            await File.WriteAllTextAsync(unfinished, note, cancellation);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
