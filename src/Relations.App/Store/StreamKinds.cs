using Marten;

namespace Relations.App.Store;

/// <summary>Tells which records exist, without loading them.</summary>
internal static class StreamKinds
{
    /// <summary>The kinds of the records that exist among some ids.</summary>
    /// <param name="session">The store.</param>
    /// <param name="ids">The ids, bounded by the limits on commands.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> StreamKindsAsync(
        this IQuerySession session, Guid[] ids, CancellationToken cancellation)
    {
        var found = await session.AdvancedSql.QueryAsync<Guid, string>(
            $"select row(id), row(type) from {RelationsStore.Schema}.mt_streams where id = any(?)",
            cancellation,
            ids);
        return found.ToDictionary(s => s.Item1, s => s.Item2);
    }
}
