using Marten;

namespace Relations.App.Store;

/// <summary>Answers what a command must know of other records, without loading them.</summary>
internal static class RecordLookups
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

    /// <summary>How many characters (Unicode code points) the texts of some sources have; sources without a text are left out.</summary>
    /// <param name="session">The store.</param>
    /// <param name="ids">The sources, bounded by the limits on commands.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyDictionary<Guid, int>> SourceCharactersAsync(
        this IQuerySession session, Guid[] ids, CancellationToken cancellation)
    {
        var found = await session.AdvancedSql.QueryAsync<Guid, int>(
            $"select row(id), row(length(data ->> 'text')) from {RelationsStore.Schema}.mt_doc_source where id = any(?) and data ->> 'text' is not null",
            cancellation,
            ids);
        return found.ToDictionary(s => s.Item1, s => s.Item2);
    }
}
