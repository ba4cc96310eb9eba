using Relations.Domain.Organisations;

namespace Relations.App.Organisations;

/// <summary>An organisation with what stands under it on a day.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Placement">How it stands under the one above; null at the top.</param>
/// <param name="Parts">Its organs, offices and members.</param>
public sealed record OrganTree(Organisation Organisation, Placement? Placement, IReadOnlyList<OrganTree> Parts)
{
    /// <summary>Levels shown below the top.</summary>
    public const int Levels = 3;

    /// <summary>The trees of some organisations.</summary>
    /// <param name="tops">The organisations at the top, by id.</param>
    /// <param name="known">The organisations that may stand under them.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<OrganTree> Of(IEnumerable<Guid> tops, IReadOnlyCollection<Organisation> known, DateOnly day)
    {
        var under = known
            .SelectMany(o => o.Placements.Where(p => Stands(p, day)).Select(p => (Organisation: o, Placement: p)))
            .ToLookup(p => p.Placement.Parent.Value);
        return [.. tops.Select(t => known.FirstOrDefault(o => o.Id == t)).OfType<Organisation>().Select(o => Tree(o, null, [o.Id]))];

        OrganTree Tree(Organisation organisation, Placement? placement, IReadOnlyList<Guid> above) => new(
            organisation,
            placement,
            above.Count > Levels ? [] :
            [
                .. under[organisation.Id].Where(p => !above.Contains(p.Organisation.Id))
                    .OrderBy(p => p.Placement.Relation).ThenBy(p => p.Organisation.Names[0].Name, StringComparer.Ordinal)
                    .Select(p => Tree(p.Organisation, p.Placement, [.. above, p.Organisation.Id])),
            ]);
    }

    private static bool Stands(Placement placement, DateOnly day) =>
        placement.From?.HasBegunBy(day) != false && placement.To?.HasBegunBy(day) != true;
}
