using Marten;
using Npgsql;
using Relations.App.Store;

namespace Relations.App.Views;

/// <summary>Says in one question what is on record of everything that the portfolio shows.</summary>
/// <param name="session">The store.</param>
public sealed class PortfolioStamp(IQuerySession session)
{
    /// <summary>
    /// The last event, since any may change what is shown or who may see it, and how far the views have come. An event that was
    /// committed after a later one does not move on the first; it moves on the second, which waits for it.
    /// </summary>
    private const string Stamp = $"""
        select concat_ws(' ',
            (select max(seq_id) from {RelationsStore.Schema}.mt_events),
            (select last_seq_id from {RelationsStore.Schema}.mt_event_progression where name = '{RelationsStore.PartnershipViews}:All'))
        """;

    /// <summary>The stamp.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Stamp);
        await using var row = await session.ExecuteReaderAsync(command, cancellation);
        await row.ReadAsync(cancellation);
        return row.GetString(0);
    }
}
