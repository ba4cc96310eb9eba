using JasperFx.Events;
using Relations.App.Pages.Records;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Replay;

/// <summary>Reads in what a partnership differs between two moments, as far as who asks may read it.</summary>
/// <param name="partnerships">Reads partnerships.</param>
/// <param name="records">Reads records.</param>
public sealed class DifferenceReader(PartnershipReader partnerships, RecordReader records)
{
    /// <summary>The most organisations, and the most people, of a partnership whose own facts are compared.</summary>
    public const int MostNamed = 500;

    /// <summary>The most records that are told of; beyond that, two moments closer together are asked for.</summary>
    public const int MostRecords = 500;

    /// <summary>The differences of a partnership and of the organisations and people that its facts name; null where there is none for who asks.</summary>
    /// <param name="key">Its slug, or its id.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The second moment.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DifferencePicture?> ReadAsync(string key, AsOf from, AsOf to, CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(key, cancellation) is not { } partnership)
            return null;
        AsOf known = new(KnownAt: from.KnownAt is { } first && to.KnownAt is { } second ? (first > second ? first : second) : null);
        var own = await records.EventsConcerningAsync(new(partnership.Id), known, cancellation);
        var named = own.Select(e => e.Concerns()).ToList();
        var register = await records.EventsAsync(
            [
                .. named.SelectMany(c => c.Organisations).Distinct().Take(MostNamed),
                .. named.SelectMany(c => c.People).Distinct().Take(MostNamed),
            ],
            known,
            cancellation);
        List<IEvent> events = [.. own.Concat(register).DistinctBy(e => e.Sequence).OrderBy(e => e.Sequence)];
        var all = Differences.Between(from.Of(events), to.Of(events));
        List<RecordDifferences> told = [.. all.Take(MostRecords)];
        var ids = Pages.Forms.RecordNames.IdsIn(told.SelectMany(r => r.Differences).SelectMany(ValuesIn))
            .Concat(told.Select(r => RecordTitle.IdOf(RecordKinds.All.Single(k => k.Name == r.Kind).State, r.Record)));
        return new(partnership, from, to, told, all.Count, await records.KnownAsync([.. ids, new PartnershipId(partnership.Id)], AsOf.Now, cancellation));
    }

    private static IEnumerable<object?> ValuesIn(Difference difference) => difference switch
    {
        Difference.Became b => [b.Before, b.After],
        Difference.Added a => [a.Entry],
        Difference.Removed r => [r.Entry],
        Difference.Altered a => [a.Before, a.After],
        _ => [],
    };
}

/// <summary>In what a partnership differs between two moments, with what its names are made of.</summary>
/// <param name="Partnership">The partnership as it is.</param>
/// <param name="From">The first moment.</param>
/// <param name="To">The second moment.</param>
/// <param name="Records">The records that differ.</param>
/// <param name="Total">How many differ in all.</param>
/// <param name="Known">The records named, by id.</param>
public sealed record DifferencePicture(
    Partnership Partnership,
    AsOf From,
    AsOf To,
    IReadOnlyList<RecordDifferences> Records,
    int Total,
    IReadOnlyDictionary<Guid, RecordState> Known);
