namespace Relations.Reading.Linking;

/// <summary>
/// Which records the organisations of a reading may be. An organ or an office also stands for the organisation above it: the mission in Peru
/// meets, and the meeting is on record as the organisation's.
/// </summary>
internal sealed class OrganisationRecords
{
    private readonly Dictionary<string, HashSet<Guid>> _records;

    /// <summary>Gathers the records.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="links">What its organisations may be.</param>
    public OrganisationRecords(TextReading reading, IEnumerable<Link> links)
    {
        _records = links.Where(l => l.Strength is not LinkStrength.Possible)
            .GroupBy(l => l.Key, l => l.Record, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToHashSet(), StringComparer.Ordinal);
        foreach (var placement in reading.Facts.OfType<PlacementFact>())
        {
            if (_records.TryGetValue(placement.Parent, out var above))
                _records[placement.Organisation] = [.. Of(placement.Organisation), .. above];
        }
    }

    /// <summary>The records that an organisation may be.</summary>
    /// <param name="key">Its key; null for none.</param>
    public IReadOnlySet<Guid> Of(string? key) =>
        key is not null && _records.TryGetValue(key, out var records) ? records : System.Collections.Frozen.FrozenSet<Guid>.Empty;

    /// <summary>How many of the organisations of a fact are among those of a record, and whether both have no others.</summary>
    /// <param name="keys">The keys of the fact's organisations.</param>
    /// <param name="records">The record's organisations.</param>
    public (int Shared, bool All) Compare(IReadOnlyList<string> keys, IReadOnlyList<Guid> records)
    {
        var shared = keys.Count(k => records.Any(Of(k).Contains));
        return (shared, shared > 1 && shared == keys.Count && records.All(r => keys.Any(k => Of(k).Contains(r))));
    }
}
