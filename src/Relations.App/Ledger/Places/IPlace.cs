namespace Relations.App.Ledger.Places;

/// <summary>
/// A place outside the database that checkpoints are kept in, so that whoever rewrites all of the database meets one that they cannot rewrite.
/// </summary>
internal interface IPlace
{
    /// <summary>Its name: the folder, or the address.</summary>
    string Name { get; }

    /// <summary>Hands a checkpoint over. Handing the same one over twice changes nothing.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Lines of signature that the place adds to the note; empty where it adds none.</returns>
    /// <exception cref="PlaceException">It did not take it.</exception>
    Task<string> PutAsync(KeptCheckpoint checkpoint, CancellationToken cancellation);

    /// <summary>The checkpoints that it holds, smallest first; none where it gives none back.</summary>
    /// <param name="cancellation">Stops the work.</param>
    IAsyncEnumerable<(string Name, string Note)> ReadAsync(CancellationToken cancellation);
}

/// <summary>A place did not take a checkpoint.</summary>
/// <param name="message">Why, as the place or the system says it.</param>
/// <param name="inner">What was thrown.</param>
internal sealed class PlaceException(string message, Exception? inner = null) : Exception(message, inner);
