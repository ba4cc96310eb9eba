using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.QuickLog;

/// <summary>
/// Guesses which partnership a meeting belongs to from the organisations that met. An organ or an office stands for the
/// organisation above it; the partnership most of whose parties were there is meant, if there is one such.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads organisations.</param>
public sealed class PartnershipGuess(IQuerySession session, Sight sight, RecordReader records)
{
    /// <summary>How far up an organ of an organ is followed.</summary>
    private const int Highest = 4;

    /// <summary>The partnerships that may be meant, the likeliest alone where one is likelier than the others.</summary>
    /// <param name="organisations">The organisations that met.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<Partnership>> OfAsync(IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancellation)
    {
        if (organisations.Count == 0)
            return [];
        var met = await WithThoseAboveAsync(organisations, cancellation);
        var ids = met.Select(o => o.Value).ToArray();
        var readable = await sight.OfAsync(session.Query<Partnership>(), cancellation);
        var candidates = await readable
            .Where(p => p.Status != PartnershipStatus.Closed)
            .Where(p => p.MatchesSql("exists (select 1 from jsonb_array_elements(d.data -> 'parties') party where (party ->> 'organisation')::uuid = any(?))", ids))
            .OrderBy(p => p.Slug).Take(Limits.Items).ToListAsync(cancellation);
        return Likeliest(met, candidates);
    }

    /// <summary>Those of some partnerships most of whose parties met; of those, the ones with the fewest others.</summary>
    /// <param name="met">Who met.</param>
    /// <param name="partnerships">The partnerships.</param>
    public static IReadOnlyList<Partnership> Likeliest(IReadOnlySet<OrganisationId> met, IReadOnlyList<Partnership> partnerships)
    {
        var present = partnerships.ToLookup(p => p.Parties.Count(party => met.Contains(party.Organisation)));
        var most = present.Select(g => g.Key).DefaultIfEmpty(0).Max();
        return most == 0 ? [] : [.. present[most].GroupBy(p => p.Parties.Count).MinBy(g => g.Key)!];
    }

    private async Task<IReadOnlySet<OrganisationId>> WithThoseAboveAsync(IReadOnlyCollection<OrganisationId> organisations, CancellationToken cancellation)
    {
        HashSet<OrganisationId> all = [.. organisations];
        IReadOnlyCollection<OrganisationId> level = organisations;
        for (var i = 0; i < Highest && level.Count > 0; i++)
        {
            var found = await records.ReadManyAsync<Organisation>([.. level.Select(o => o.Value)], AsOf.Now, cancellation);
            level = [.. found.Values.SelectMany(o => o.Placements)
                .Where(p => p.To is null && p.Relation is OrganisationRelation.OrganOf or OrganisationRelation.OfficeOf)
                .Select(p => p.Parent).Where(all.Add)];
        }

        return all;
    }
}
