namespace Relations.Reading.Linking;

/// <summary>Looks for what was read among what is on record. Pure: it proposes, and merges nothing.</summary>
public static class Linker
{
    /// <summary>More links of one fact than a person would go through.</summary>
    public const int MostOfOne = 5;

    /// <summary>Finds what each fact may be.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="candidates">What is on record and may be it.</param>
    /// <returns>The links in the order of the facts, the strongest of each first.</returns>
    public static IReadOnlyList<Link> Link(TextReading reading, LinkCandidates candidates)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(candidates);
        var organisations = Best(OrganisationLinks.Find(reading, candidates.Organisations));
        var records = new OrganisationRecords(reading, organisations);
        List<Link> links =
        [
            .. organisations,
            .. Best(PersonLinks.Find(reading, candidates.People, records)),
            .. Best(AgreementLinks.Find(reading, candidates.Agreements, records)),
            .. Best(MeetingLinks.Find(reading, candidates.Meetings, records)),
        ];
        var order = reading.Facts.Select((f, i) => (f.Key, Index: i)).ToDictionary(x => x.Key, x => x.Index, StringComparer.Ordinal);
        return [.. links.OrderBy(l => order[l.Key])];
    }

    private static List<Link> Best(IEnumerable<Link> links) =>
    [
        .. links.GroupBy(l => l.Key, StringComparer.Ordinal).SelectMany(of => of
            .OrderByDescending(l => l.Score)
            .ThenBy(l => l.Record)
            .Take(MostOfOne)),
    ];
}
