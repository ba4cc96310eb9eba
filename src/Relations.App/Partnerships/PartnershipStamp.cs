using Marten;
using Npgsql;
using Relations.App.Store;
using Relations.App.Views;

namespace Relations.App.Partnerships;

/// <summary>Says in one question what is on record of everything that a partnership's page shows.</summary>
/// <param name="session">The store.</param>
public sealed class PartnershipStamp(IQuerySession session)
{
    /// <summary>
    /// The versions of the partnership and of its view, which every event that concerns it moves on; the last change to the
    /// register, whose names it shows; and how far the timelines have come, while they are behind the views.
    /// </summary>
    private const string Stamp = $"""
        select concat_ws(' ', p.id, p.mt_version, v.mt_version, v.mt_last_modified,
            (select max(mt_last_modified) from {RelationsStore.Schema}.mt_doc_organisation),
            (select max(mt_last_modified) from {RelationsStore.Schema}.mt_doc_person),
            (select max(mt_last_modified) from {RelationsStore.Schema}.mt_doc_source),
            (select t.last_seq_id from {RelationsStore.Schema}.mt_event_progression t, {RelationsStore.Schema}.mt_event_progression m
             where t.name = '{nameof(TimelineEntry)}:All' and m.name = '{RelationsStore.PartnershipViews}:All' and t.last_seq_id < m.last_seq_id))
        from {RelationsStore.Schema}.mt_doc_partnership p left join {RelationsStore.Schema}.mt_doc_partnershipview v on v.id = p.id
        where
        """;

    /// <summary>The stamp of a partnership; null where there is none.</summary>
    /// <param name="key">Its slug, or its id.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string?> OfAsync(string key, CancellationToken cancellation)
    {
        var byId = Guid.TryParse(key, out var id);
        await using var command = new NpgsqlCommand(Stamp + (byId ? " p.id = $1" : " p.data ->> 'slug' = $1"))
        {
            Parameters = { new() { Value = byId ? id : key } },
        };
        await using var row = await session.ExecuteReaderAsync(command, cancellation);
        return await row.ReadAsync(cancellation) ? row.GetString(0) : null;
    }
}
