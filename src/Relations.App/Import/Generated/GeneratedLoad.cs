using Marten;
using Relations.App.Store;
using Weasel.Core;

namespace Relations.App.Import.Generated;

/// <summary>
/// Loads generated records with PostgreSQL's COPY, thousands at a time. That passes the inline projections by, so the states,
/// which the generator has already folded, are copied too; a test compares them with a rebuild. The views that cross records
/// are built afterwards.
/// </summary>
/// <param name="store">The store.</param>
public sealed class GeneratedLoad(IDocumentStore store)
{
    private const int RecordsAtOnce = 5_000;

    /// <summary>Loads records. Their moment of recording is that of loading.</summary>
    /// <param name="records">The records.</param>
    /// <param name="progress">Told after each step how many events have been loaded so far.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>How many events were loaded.</returns>
    public async Task<long> LoadAsync(
        IEnumerable<GeneratedRecord> records, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        var events = 0L;
        foreach (var chunk in records.Chunk(RecordsAtOnce))
        {
            await LoadAsync(chunk, cancellation);
            events += chunk.Sum(r => (long)r.Events);
            progress?.Invoke(events);
        }

        return events;
    }

    private async Task LoadAsync(GeneratedRecord[] records, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        await store.BulkInsertEventsAsync([.. records.Select(r => r.ToStream(session))], int.MaxValue, cancellation);
        await store.BulkInsertDocumentsAsync(records.Select(r => r.State), BulkInsertMode.InsertsOnly, RecordsAtOnce, cancellation);
    }

    /// <summary>
    /// Whether generated data of a seed may be loaded: real facts are never mixed with generated ones, and a seed is loaded
    /// once.
    /// </summary>
    /// <param name="correlation">What ties the facts of the seed together: <see cref="GeneratedSizes.Correlation"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> IsWelcomeAsync(string correlation, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var others = await session.AdvancedSql.QueryAsync<long>(
            $"select seq_id from {RelationsStore.Schema}.mt_events where (user_name is distinct from ? or correlation_id = ?) and not type = any(?) limit 1",
            cancellation,
            GeneratedSizes.Account,
            correlation,
            EventTypes.OfAccess);
        return others.Count == 0;
    }
}
