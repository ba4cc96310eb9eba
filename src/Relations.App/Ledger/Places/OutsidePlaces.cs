using Marten;
using Medallion.Threading.Postgres;
using Relations.App.Store;

namespace Relations.App.Ledger.Places;

/// <summary>The places outside that checkpoints are handed to: witnesses first, whose signatures the others then keep.</summary>
/// <param name="places">The places, in this order.</param>
/// <param name="store">Keeps how far each was served.</param>
/// <param name="logins">The database, for the lock.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Told what a place did not take.</param>
internal sealed partial class OutsidePlaces(
    IReadOnlyList<IPlace> places, IDocumentStore store, DatabaseLogins logins, TimeProvider clock, ILogger<OutsidePlaces> logger)
{
    // Of all nodes, pages and command lines that hand over at once, one does, and the next finds it done.
    private static readonly PostgresAdvisoryLockKey Key = new("relations.checkpoint-places", allowHashing: true);

    /// <summary>The places.</summary>
    public IReadOnlyList<IPlace> All => places;

    /// <summary>How far each place was served, in their order; of one that was never served, that.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<PlaceState>> StatesAsync(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var known = (await session.LoadManyAsync<PlaceState>(cancellation, places.Select(p => p.Name))).ToDictionary(s => s.Id);
        return [.. places.Select(p => known.GetValueOrDefault(p.Name) ?? new() { Id = p.Name })];
    }

    /// <summary>Hands the last checkpoint to each place that lacks it. What a place does not take now, it is offered again.</summary>
    /// <param name="last">The checkpoint.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>It, with the signatures of witnesses.</returns>
    public async Task<KeptCheckpoint> ServeAsync(KeptCheckpoint last, CancellationToken cancellation)
    {
        if (places.Count == 0)
            return last;
        await using var alone = await new PostgresDistributedLock(Key, logins.Application).AcquireAsync(cancellationToken: cancellation);
        var states = await StatesAsync(cancellation);
        foreach (var (place, state) in places.Zip(states))
        {
            if (!state.Lacks(last, clock.GetUtcNow()))
                continue;
            await using var session = store.LightweightSession();
            try
            {
                var lines = await place.PutAsync(last, cancellation);
                if (lines.Length > 0)
                    last = await CosignAsync(last, lines, cancellation);
                session.Store(state.Took(last, clock.GetUtcNow()));
            }
            catch (PlaceException e)
            {
                NotTaken(logger, place.Name, e.Message);
                session.Store(state.Failed(e.Message, clock.GetUtcNow()));
            }

            await session.SaveChangesAsync(cancellation);
        }

        return last;
    }

    private async Task<KeptCheckpoint> CosignAsync(KeptCheckpoint checkpoint, string lines, CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        return await checkpoint.CosignAsync(connection, lines, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "{Place} did not take the ledger's checkpoint: {Why}. It is tried again.")]
    private static partial void NotTaken(ILogger logger, string place, string why);
}
