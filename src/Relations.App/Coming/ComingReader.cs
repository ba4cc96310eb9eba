using System.Text.Json;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Coming;

/// <summary>Reads what is coming, as far as who asks may read it.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="reader">Reads partnerships as they were known.</param>
/// <param name="records">Reads meetings as they were known.</param>
public sealed class ComingReader(IQuerySession session, Sight sight, PartnershipReader reader, RecordReader records)
{
    /// <summary>The longest period that is read at once, in months.</summary>
    public const int MostMonths = 36;

    /// <summary>Records read in one go.</summary>
    private const int Stretch = 1_000;

    /// <summary>The dates in a period, in their order.</summary>
    /// <param name="period">The period, at most <see cref="MostMonths"/>.</param>
    /// <param name="partnerships">The partnerships they belong to; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<ComingDate>> ReadAsync(
        Period period, IReadOnlyCollection<Guid>? partnerships, CancellationToken cancellation)
    {
        List<string> named = [.. period.Months.Take(MostMonths)];
        string[] months = [.. named, .. named.Select(Period.EveryYear).Distinct(), DatedRecord.AnyMonth];
        var sql = $"({string.Join(" or ", months.Select(_ => "d.data @> ?::jsonb"))})";
        object[] values = [.. months.Select(month => JsonSerializer.Serialize(new { months = new[] { month } }))];
        var of = partnerships?.Select(p => p.ToString()).ToArray();
        List<ComingDate> dates = [];
        var after = Guid.Empty;
        IReadOnlyList<DatedRecord> found;
        do
        {
            var query = session.Query<DatedRecord>().Where(r => r.MatchesSql(sql, values) && r.Id > after);
            if (of is not null)
                query = query.Where(r => r.MatchesSql("jsonb_exists_any(d.data -> 'partnerships', ?)", new object[] { of }));
            found = await query.OrderBy(r => r.Id).Take(Stretch).ToListAsync(cancellation);
            var inPeriod = found.SelectMany(r => ComingDates.In(r.State, period).Select(date => date with { Recorded = r.Recorded })).ToList();

            // How a record is classified now stands with the record: this view may be a moment behind.
            var seen = await sight.AmongAsync([.. inPeriod.Select(date => date.Of.Value).Distinct()], cancellation);
            dates.AddRange(inPeriod.Where(date => seen.Contains(date.Of.Value)));
            after = found is [.., var last] ? last.Id : after;
        }
        while (found.Count == Stretch);
        return [.. dates.OrderBy(date => date.On).ThenBy(date => date.Kind).ThenBy(date => date.Of.Value)];
    }

    /// <summary>The dates in a period as they were known at a moment, of the first <see cref="PartnershipReader.MostReplayed"/> partnerships.</summary>
    /// <param name="period">The period.</param>
    /// <param name="partnerships">The partnerships they belong to; null for all.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<ComingDate>> ReadAsync(
        Period period, IReadOnlyCollection<Guid>? partnerships, AsOf asOf, CancellationToken cancellation)
    {
        if (!asOf.IsPast)
            return await ReadAsync(period, partnerships, cancellation);
        var views = await reader.ViewsAsync(asOf, partnerships, cancellation);
        var then = views.SelectMany(v => v.Meetings).Where(m => m.Value.On is { } on && period.Touches(on)).Select(m => m.Key).ToHashSet();
        var meetings = await records.ReadManyAsync<Meeting>(then, asOf, cancellation);
        return
        [
            .. views.SelectMany(v => v.Agreements.Values.Concat<RecordState>(v.Projects.Values).Concat(v.Commitments.Values))
                .Concat(meetings.Values).DistinctBy(r => r.Id)
                .SelectMany(r => ComingDates.In(r, period))
                .OrderBy(date => date.On).ThenBy(date => date.Kind).ThenBy(date => date.Of.Value),
        ];
    }

    /// <summary>The partnerships that an account answers for.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<Partnership>> AnsweredForByAsync(string account, CancellationToken cancellation) =>
        await sight.OfAsync(await session.Query<Partnership>().Where(p => p.FocalPoint == account).ToListAsync(cancellation), cancellation);
}
