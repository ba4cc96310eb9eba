using Marten;
using Relations.App.Ledger.Places;

namespace Relations.App.Ledger;

/// <summary>How the ledger stands.</summary>
/// <param name="Size">Leaves in the tree.</param>
/// <param name="Last">The last checkpoint.</param>
/// <param name="Held">Leaves in the largest tree that a place outside has a checkpoint of; null where none has any.</param>
/// <param name="Keys">The keys, the one in use last.</param>
/// <param name="Places">The places outside.</param>
internal sealed record LedgerOverview(long Size, KeptCheckpoint? Last, long? Held, IReadOnlyList<LedgerKey> Keys, IReadOnlyList<PlaceState> Places);

/// <summary>Reads how the ledger stands, and signs it on demand.</summary>
/// <param name="store">The database.</param>
/// <param name="signer">Signs.</param>
/// <param name="outside">The places outside.</param>
internal sealed class LedgerOverviews(IDocumentStore store, CheckpointSigner signer, OutsidePlaces outside)
{
    /// <summary>Reads it.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<LedgerOverview> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        var places = await outside.StatesAsync(cancellation);
        return new(
            (await LedgerHead.ReadAsync(connection, cancellation)).Size,
            await KeptCheckpoint.LastAsync(connection, cancellation),
            places.Where(p => p.At is not null).Max(p => (long?)p.Size),
            await LedgerKey.AllAsync(connection, cancellation),
            places);
    }

    /// <summary>Signs a checkpoint, and hands it to the places; where nothing is new, hands them what they lack.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The checkpoint; null where nothing was recorded since the last.</returns>
    public async Task<KeptCheckpoint?> SignAsync(CancellationToken cancellation)
    {
        await signer.EnsureKeyAsync(cancellation);
        var signed = await signer.SignAsync(cancellation);
        if ((signed ?? await signer.LastAsync(cancellation)) is { } last)
            await outside.ServeAsync(last, cancellation);
        return signed;
    }
}
