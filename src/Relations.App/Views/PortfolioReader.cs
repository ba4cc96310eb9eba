using Marten;
using Relations.App.Api;
using Relations.Domain.Organisations;

namespace Relations.App.Views;

/// <summary>Reads the portfolio.</summary>
/// <param name="session">The store.</param>
public sealed class PortfolioReader(IQuerySession session)
{
    /// <summary>Partnerships by address, a page at a time, with the organisations that are their parties.</summary>
    /// <param name="paging">Which page, within its bounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(Page<PortfolioRow> Rows, IReadOnlyDictionary<Guid, Organisation> Parties)> ReadAsync(
        Paging paging, CancellationToken cancellation)
    {
        var total = await session.Query<PortfolioRow>().CountAsync(cancellation);
        var rows = await session.Query<PortfolioRow>()
            .OrderBy(r => r.Slug).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellation);
        var parties = await session.LoadManyAsync<Organisation>(
            cancellation, [.. rows.SelectMany(r => r.Parties).Select(p => p.Value).Distinct()]);
        return (new(rows, paging.Page, paging.Size, total), parties.ToDictionary(o => o.Id));
    }
}
