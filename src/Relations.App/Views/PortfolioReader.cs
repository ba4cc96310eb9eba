using System.Globalization;
using Marten;
using Relations.App.Access;
using Relations.App.Kept;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;

namespace Relations.App.Views;

/// <summary>The portfolio as it was asked for.</summary>
/// <param name="Day">The day that its figures are of.</param>
/// <param name="Summary">What is true of all partnerships that who asks may read, whatever they asked for.</param>
/// <param name="Lines">The partnerships asked for, all pages of them, in their order.</param>
/// <param name="Themes">The themes that there are.</param>
/// <param name="FocalPoints">The focal points that there are.</param>
/// <param name="Organisations">The organisations that are parties.</param>
public sealed record Portfolio(
    DateOnly Day,
    PortfolioSummary Summary,
    IReadOnlyList<PortfolioLine> Lines,
    IReadOnlyList<string> Themes,
    IReadOnlyList<string> FocalPoints,
    IReadOnlyDictionary<Guid, Organisation> Organisations);

/// <summary>Reads the portfolio, as far as who asks may read it.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
/// <param name="partnerships">Reads partnerships.</param>
/// <param name="stamps">Says whether anything was recorded since.</param>
/// <param name="answers">Keeps the lines: what is asked of them differs, what they are made of seldom changes.</param>
public sealed class PortfolioReader(
    IQuerySession session,
    Sight sight,
    RecordReader records,
    PartnershipReader partnerships,
    PortfolioStamp stamps,
    KeptAnswers answers)
{
    /// <summary>Partnerships that are looked at, the first by address: each is small, and all are needed to sort by any figure.</summary>
    public const int Most = 5_000;

    /// <summary>How much room a line takes, about, with its share of the organisations.</summary>
    private const int BytesOfALine = 4_000;

    /// <summary>Reads it.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Portfolio> ReadAsync(PortfolioQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var day = partnerships.DayOf(question.AsOf);
        var all = question.AsOf.IsPast ? await MakeAsync(day, question.AsOf, cancellation) : await AllAsync(day, cancellation);
        return all with { Lines = [.. question.Sorted(all.Lines.Where(l => question.Asks(l, day, sight.Actor)), CultureInfo.CurrentUICulture)] };
    }

    /// <summary>The portfolio with every line, as long as nothing is recorded the one that was made last.</summary>
    private async Task<Portfolio> AllAsync(DateOnly day, CancellationToken cancellation)
    {
        var key = KeptKey.Of("portfolio", sight.Actor, day);
        var stamp = await stamps.ReadAsync(cancellation);
        if (answers.Find<Portfolio>(key, stamp) is { } kept)
            return kept;
        var made = await MakeAsync(day, AsOf.Now, cancellation);

        // Each reading of what is restricted is noted, so each is a reading.
        if (!sight.HasNoted)
            answers.Keep(key, stamp, made, (long)BytesOfALine * made.Lines.Count);
        return made;
    }

    private async Task<Portfolio> MakeAsync(DateOnly day, AsOf asOf, CancellationToken cancellation)
    {
        var culture = CultureInfo.CurrentUICulture;
        var rows = asOf.IsPast
            ? (await partnerships.ViewsAsync(asOf, null, cancellation)).Select(PortfolioRow.Fold).OfType<PortfolioRow>().ToList()
            : await RowsAsync(cancellation);
        var organisations = await records.ReadManyAsync<Organisation>(
            [.. rows.SelectMany(r => r.Parties).Select(p => p.Value).Distinct()], asOf, cancellation);
        List<PortfolioLine> lines = [.. rows.Select(Line)];
        return new(
            day,
            PortfolioSummary.Of(lines),
            lines,
            [.. rows.SelectMany(r => r.Themes).Distinct().Order(StringComparer.Create(culture, CompareOptions.IgnoreCase))],
            [.. rows.Select(r => r.FocalPoint).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            organisations);

        PortfolioLine Line(PortfolioRow row)
        {
            List<Organisation> parties = [.. row.Parties.Select(p => organisations.GetValueOrDefault(p.Value)).OfType<Organisation>()];
            return new(
                row,
                PortfolioFigures.Of(row, day),
                row.Name ?? string.Join("–", parties.Select(p => p.ShortNameIn(culture))),
                [.. parties.Select(p => p.NameIn(culture)), .. parties.Select(p => p.ShortNameIn(culture))]);
        }
    }

    /// <summary>The rows of all partnerships that who asks may read.</summary>
    private async Task<IReadOnlyList<PortfolioRow>> RowsAsync(CancellationToken cancellation)
    {
        // Who may read a partnership stands with the partnership itself: the rows may be a moment behind.
        var seen = await sight.OfAsync(session.Query<Partnership>(), cancellation);
        var found = await sight.OfAsync(await seen.OrderBy(p => p.Slug).Take(Most).ToListAsync(cancellation), cancellation);
        var kept = (await session.LoadManyAsync<PortfolioRow>(cancellation, found.Select(p => p.Id))).ToDictionary(r => r.Id);
        List<PortfolioRow> rows = [];
        foreach (var partnership in found)
        {
            if (await RowAsync(partnership, kept, cancellation) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>The figures of a partnership; where something of it is kept from who asks, those of the rest.</summary>
    private async Task<PortfolioRow?> RowAsync(
        Partnership partnership, Dictionary<Guid, PortfolioRow> kept, CancellationToken cancellation) =>
        await sight.IsObscuredAsync(partnership.Id, cancellation) || !kept.TryGetValue(partnership.Id, out var row)
            ? await partnerships.ViewAsync(partnership, AsOf.Now, cancellation) is { } view ? PortfolioRow.Fold(view) : null
            : row;
}
