using Marten;
using Relations.App.Access;
using Relations.App.Coming;
using Relations.App.Views;
using Relations.Domain.Recording;

namespace Relations.App.Reminders;

/// <summary>
/// Reads what there is to tell whoever asks, as far as they may read it at this moment. What is restricted stays out, also for those who may
/// read it: a mail lies open on its way and in its box.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="coming">Reads dates.</param>
/// <param name="portfolio">Reads figures.</param>
/// <param name="clock">What day it is.</param>
public sealed class DigestReader(IQuerySession session, Sight sight, ComingReader coming, PortfolioReader portfolio, TimeProvider clock)
{
    /// <summary>The latest facts that are looked at; a mail counts no further.</summary>
    public const int MostFacts = 2_000;

    /// <summary>Reads it.</summary>
    /// <param name="settings">What they want to be reminded of.</param>
    /// <param name="told">The day of the digest before; null where there was none.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Digest> ReadAsync(ReminderSettings settings, DateOnly? told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var all = await portfolio.ReadAsync(new(), cancellation);
        List<PortfolioLine> lines = [.. all.Lines.Where(l => l.Row.Classification != Classification.Restricted && IsWanted(l))];
        var ids = lines.Select(l => l.Row.Id).ToHashSet();
        IReadOnlyList<ComingDate> dates = ids.Count == 0 ? [] : await coming.ReadAsync(Digest.Reach(today), ids, cancellation);
        var since = told ?? settings.Since;
        return Digest.Of(settings.Days, today, told, await OpenAsync(dates, cancellation), lines, await FactsAsync(since, cancellation));

        bool IsWanted(PortfolioLine line) => settings.Scope switch
        {
            DigestScope.Mine => line.Row.FocalPoint == sight.Actor.Name,
            DigestScope.Chosen => settings.Partnerships.Contains(line.Row.Id),
            _ => true,
        };
    }

    /// <summary>The dates of records that neither are restricted nor belong to a partnership that is.</summary>
    private async Task<IReadOnlyList<ComingDate>> OpenAsync(IReadOnlyList<ComingDate> dates, CancellationToken cancellation)
    {
        var restricted = await RestrictedAsync([.. dates.SelectMany(d => d.Partnerships.Append(d.Of.Value)).Distinct()], cancellation);
        return [.. dates.Where(d => !restricted.Contains(d.Of.Value) && !d.Partnerships.Any(restricted.Contains))];
    }

    /// <summary>How many facts others recorded of each partnership since the beginning of a day.</summary>
    private async Task<IReadOnlyDictionary<Guid, int>> FactsAsync(DateOnly? since, CancellationToken cancellation)
    {
        if (since is not { } day)
            return new Dictionary<Guid, int>();
        var moment = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var own = sight.Actor.Name;
        var latest = await session.Events.QueryAllRawEvents()
            .Where(e => e.Timestamp >= moment && e.UserName != own)
            .OrderByDescending(e => e.Sequence)
            .Take(MostFacts)
            .ToListAsync(cancellation);
        var seen = await sight.OfAsync(latest, cancellation);
        var restricted = await RestrictedAsync([.. seen.Select(e => e.StreamId).Distinct()], cancellation);
        return seen.Where(e => !restricted.Contains(e.StreamId))
            .SelectMany(e => TimelineEntry.Of(e).Select(entry => entry.Partnership))
            .CountBy(partnership => partnership)
            .ToDictionary();
    }

    private async Task<IReadOnlySet<Guid>> RestrictedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        (await RecordLabel.OfAsync(session, ids, cancellation)).Where(l => l.Classification == Classification.Restricted).Select(l => l.Id).ToHashSet();
}
