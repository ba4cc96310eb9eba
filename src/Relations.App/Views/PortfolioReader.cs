using Marten;
using Relations.App.Access;
using Relations.App.Api;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;

namespace Relations.App.Views;

/// <summary>Reads the portfolio, as far as who asks may read it.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
/// <param name="partnerships">Reads partnerships.</param>
public sealed class PortfolioReader(IQuerySession session, Sight sight, RecordReader records, PartnershipReader partnerships)
{
    /// <summary>Partnerships by address, a page at a time, with the organisations that are their parties.</summary>
    /// <param name="paging">Which page, within its bounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(Page<PortfolioRow> Rows, IReadOnlyDictionary<Guid, Organisation> Parties)> ReadAsync(
        Paging paging, CancellationToken cancellation)
    {
        // Who may read a partnership stands with the partnership itself: the rows may be a moment behind.
        var seen = await sight.OfAsync(session.Query<Partnership>(), cancellation);
        var total = await seen.CountAsync(cancellation);
        var found = await seen.OrderBy(p => p.Slug).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellation);
        var page = await sight.OfAsync(found, cancellation);
        var kept = (await session.LoadManyAsync<PortfolioRow>(cancellation, page.Select(p => p.Id))).ToDictionary(r => r.Id);
        List<PortfolioRow> rows = [];
        foreach (var partnership in page)
        {
            if (await RowAsync(partnership, kept, cancellation) is { } row)
                rows.Add(row);
        }

        var parties = await records.ReadManyAsync<Organisation>(
            [.. rows.SelectMany(r => r.Parties).Select(p => p.Value).Distinct()], AsOf.Now, cancellation);
        return (new(rows, paging.Page, paging.Size, total), parties);
    }

    /// <summary>The figures of a partnership; where something of it is kept from who asks, those of the rest.</summary>
    private async Task<PortfolioRow?> RowAsync(
        Partnership partnership, Dictionary<Guid, PortfolioRow> kept, CancellationToken cancellation) =>
        await sight.IsObscuredAsync(partnership.Id, cancellation) || !kept.TryGetValue(partnership.Id, out var row)
            ? await partnerships.ViewAsync(partnership, AsOf.Now, cancellation) is { } view ? PortfolioRow.Fold(view) : null
            : row;
}
