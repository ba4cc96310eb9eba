using System.Runtime.CompilerServices;
using Marten;
using Microsoft.Extensions.Caching.Memory;

namespace Relations.App.Store;

/// <summary>Answers what a command must know of other records, without loading them.</summary>
internal static class RecordLookups
{
    /// <summary>How many records' kinds a process remembers: some ten megabytes.</summary>
    private const int Remembered = 100_000;

    /// <summary>
    /// The kinds of records seen before. A record is never deleted and never changes its kind, so what was once found on record
    /// stays true; what was not found is asked again.
    /// </summary>
    private static readonly ConditionalWeakTable<IDocumentStore, MemoryCache> Known = [];

    /// <summary>The records that a session may read although they are not committed yet: they are not remembered.</summary>
    private static readonly ConditionalWeakTable<IQuerySession, IReadOnlySet<Guid>> Undoable = [];

    /// <summary>Says that some records that a session reads may be undone: it works within a transaction that opened them.</summary>
    /// <param name="session">The session.</param>
    /// <param name="opened">The records.</param>
    public static void MayBeUndone(IQuerySession session, IReadOnlySet<Guid> opened) => Undoable.Add(session, opened);

    /// <summary>The kinds of the records that exist among some ids.</summary>
    /// <param name="session">The store.</param>
    /// <param name="ids">The ids, bounded by the limits on commands.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<IReadOnlyDictionary<Guid, string>> StreamKindsAsync(
        this IQuerySession session, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var known = Known.GetValue(session.DocumentStore, _ => new(new MemoryCacheOptions { SizeLimit = Remembered }));
        var kinds = new Dictionary<Guid, string>();
        var unknown = new List<Guid>();
        foreach (var id in ids)
        {
            if (known.TryGetValue(id, out string? kind))
                kinds[id] = kind!;
            else
                unknown.Add(id);
        }

        if (unknown.Count == 0)
            return kinds;
        var found = await session.AdvancedSql.QueryAsync<Guid, string>(
            $"select row(id), row(type) from {RelationsStore.Schema}.mt_streams where id = any(?)", cancellation, unknown.ToArray());
        var undoable = Undoable.TryGetValue(session, out var opened) ? opened : null;
        foreach (var (id, kind) in found)
            kinds[id] = undoable?.Contains(id) == true ? kind : known.Set(id, kind, new MemoryCacheEntryOptions { Size = 1 });
        return kinds;
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
