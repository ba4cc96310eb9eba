using Marten;
using Relations.App.Access;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;

namespace Relations.App.Network;

/// <summary>Reads organisations and what ties them, as far as who asks may read it.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
/// <param name="partnerships">Reads partnerships as they were known.</param>
/// <param name="clock">For today's date.</param>
public sealed class NetworkReader(
    IQuerySession session, Sight sight, RecordReader records, PartnershipReader partnerships, TimeProvider clock)
{
    /// <summary>The most partnerships and organisations that one answer is made of.</summary>
    private const int Most = 20_000;

    /// <summary>Today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The network that is asked for.</summary>
    /// <param name="question">What is asked for.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<NetworkPicture> ReadAsync(NetworkQuestion question, CancellationToken cancellation)
    {
        AsOf known = new(KnownAt: question.KnownAt);
        var rows = known.IsPast
            ? [.. (await partnerships.ViewsAsync(known, null, cancellation)).Select(NetworkRow.Fold).OfType<NetworkRow>()]
            : await RowsAsync(cancellation);
        var register = await sight.OfAsync(session.Query<Organisation>(), cancellation);
        var organisations = await register.OrderBy(o => o.Id).Take(Most).Select(o => new { o.Id, o.Placements }).ToListAsync(cancellation);
        IEnumerable<Affiliated> affiliated = known.IsPast
            ? (await records.ReadManyAsync<Organisation>([.. organisations.Select(o => o.Id)], known, cancellation)).Values.Select(o => new Affiliated(o.Id, o.Placements))
            : organisations.Select(o => new Affiliated(o.Id, o.Placements));
        var network = RelationNetwork.Of(rows, [.. affiliated], question);
        await NoteAsync(rows, network, cancellation);

        // The chosen one has its name even where nothing ties it.
        var named = await records.ReadManyAsync<Organisation>(
            [.. network.Organisations.Select(o => o.Id).Union(question.Organisation is { } chosen ? [chosen] : [])], known, cancellation);
        return new(
            question,
            network,
            named,
            rows.ToDictionary(r => r.Id, r => r.Slug),
            [.. rows.SelectMany(r => r.Themes).Distinct().Order(StringComparer.CurrentCulture)]);
    }

    /// <summary>
    /// What partnerships tie together. Where something of one is kept from who asks, what they may read of it, and no meetings:
    /// the row counts all of them.
    /// </summary>
    private async Task<IReadOnlyList<NetworkRow>> RowsAsync(CancellationToken cancellation)
    {
        // Who may read a partnership stands with the partnership itself: the rows may be a moment behind.
        var readable = await sight.OfAsync(session.Query<Partnership>(), cancellation);
        var seen = await readable.OrderBy(p => p.Id).Take(Most).Select(p => p.Id).ToListAsync(cancellation);
        var rows = await session.LoadManyAsync<NetworkRow>(cancellation, seen);
        HashSet<Guid> obscured = [];
        foreach (var row in rows)
        {
            if (await sight.IsObscuredAsync(row.Id, cancellation))
                obscured.Add(row.Id);
        }

        if (obscured.Count == 0)
            return rows;
        var kept = await sight.AmongAsync(
            [.. rows.Where(r => obscured.Contains(r.Id)).SelectMany(r => r.Agreements.Concat(r.Projects)).Select(r => r.Id)], cancellation);
        return [.. rows.Select(r => obscured.Contains(r.Id) ? Readable(r) : r)];

        NetworkRow Readable(NetworkRow row) => row with
        {
            Agreements = [.. row.Agreements.Where(a => kept.Contains(a.Id))],
            Projects = [.. row.Projects.Where(p => kept.Contains(p.Id))],
            MeetingsByYear = new Dictionary<string, int>(),
        };
    }

    /// <summary>Who reads restricted records is noted in the trail, for those that are shown.</summary>
    private Task NoteAsync(IReadOnlyList<NetworkRow> rows, RelationNetwork network, CancellationToken cancellation)
    {
        var restricted = rows.SelectMany(r => r.Agreements.Concat(r.Projects)).Where(r => r.IsRestricted).Select(r => r.Id)
            .Concat(rows.Where(r => r.IsRestricted).Select(r => r.Id)).ToHashSet();
        return sight.NoteAsync(network.Ties.Select(t => t.Record).Where(restricted.Contains).Distinct(), cancellation);
    }
}

/// <summary>A network with what its names are made of.</summary>
/// <param name="Question">What was asked for.</param>
/// <param name="Network">The network.</param>
/// <param name="Organisations">Its organisations by id.</param>
/// <param name="Slugs">The addresses of the partnerships by id.</param>
/// <param name="Themes">The themes there are.</param>
public sealed record NetworkPicture(
    NetworkQuestion Question,
    RelationNetwork Network,
    IReadOnlyDictionary<Guid, Organisation> Organisations,
    IReadOnlyDictionary<Guid, string> Slugs,
    IReadOnlyList<string> Themes);
