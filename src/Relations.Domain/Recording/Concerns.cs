namespace Relations.Domain.Recording;

/// <summary>
/// Whom and what a fact concerns. Kept in every event's metadata, so that the facts of a partnership, an organisation
/// or a person are found, and grouped into views, without a look-up.
/// </summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Organisations">The organisations it names.</param>
/// <param name="People">The people it names.</param>
/// <param name="Records">Other records it refers to: the agreement a project runs under, the meeting a commitment was made at.</param>
public sealed record Concerns(
    IReadOnlyCollection<Guid> Partnerships,
    IReadOnlyCollection<Guid> Organisations,
    IReadOnlyCollection<Guid> People,
    IReadOnlyCollection<Guid> Records)
{
    /// <summary>Nothing beyond the record itself.</summary>
    public static Concerns None { get; } = new([], [], [], []);

    /// <summary>Collects typed ids; nulls and repeats fall away.</summary>
    /// <param name="ids">Ids of any record.</param>
    public static Concerns Of(params IEnumerable<IRecordId?> ids)
    {
        SortedSet<Guid> partnerships = [], organisations = [], people = [], records = [];
        foreach (var id in ids)
        {
            _ = id switch
            {
                null => false,
                PartnershipId => partnerships.Add(id.Value),
                OrganisationId => organisations.Add(id.Value),
                PersonId => people.Add(id.Value),
                _ => records.Add(id.Value),
            };
        }

        return new(partnerships, organisations, people, records);
    }

    /// <summary>Both together. An event that removes a party still concerns it.</summary>
    /// <param name="other">What else is concerned.</param>
    public Concerns And(Concerns other) => new(
        Union(Partnerships, other.Partnerships),
        Union(Organisations, other.Organisations),
        Union(People, other.People),
        Union(Records, other.Records));

    private static SortedSet<Guid> Union(IEnumerable<Guid> left, IEnumerable<Guid> right) => [.. left, .. right];
}
