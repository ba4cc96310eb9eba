using Marten;
using Relations.App.Recording;

namespace Relations.App.Store;

/// <summary>Tells which records exist, without loading them.</summary>
public static class StreamKinds
{
    /// <summary>The kinds of the records that exist among some ids.</summary>
    /// <param name="session">The store.</param>
    /// <param name="ids">The ids, bounded by the limits on commands.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> StreamKindsAsync(
        this IQuerySession session, Guid[] ids, CancellationToken cancellation)
    {
        var rows = await session.AdvancedSql.QueryAsync<Guid, string>(
            $"select id, type from {RelationsStore.Schema}.mt_streams where id = any(?)", cancellation, ids);
        return rows.ToDictionary(r => r.Item1, r => r.Item2);
    }
}
