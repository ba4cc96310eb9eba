using Relations.Domain.Time;

namespace Relations.Reading.Linking;

/// <summary>Which agreements on record those of a reading may be.</summary>
internal static class AgreementLinks
{
    /// <summary>Finds them.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="known">The agreements on record.</param>
    /// <param name="records">What the organisations of the reading may be.</param>
    public static IEnumerable<Link> Find(TextReading reading, IReadOnlyList<KnownAgreement> known, OrganisationRecords records)
    {
        var signed = reading.Facts.OfType<AgreementActFact>()
            .Where(a => a.Act is AgreementAct.Signature or AgreementAct.EntryIntoForce && a.On is not null)
            .ToLookup(a => a.Agreement, a => a.On!, StringComparer.Ordinal);
        return
            from fact in reading.Facts.OfType<AgreementFact>()
            from candidate in known
            let link = Of(fact, fact.Since is { } since ? [since, .. signed[fact.Key]] : [.. signed[fact.Key]], candidate, records)
            where link is not null
            select link;
    }

    private static Link? Of(AgreementFact fact, List<EdtfDate> dates, KnownAgreement known, OrganisationRecords records)
    {
        var (shared, all) = records.Compare(fact.Parties, known.Parties);
        var number = fact.Number is { } n && string.Equals(n.Trim(), known.Number?.Trim(), StringComparison.OrdinalIgnoreCase);
        if (shared == 0 && !number)
            return null;

        List<LinkReason> reasons = [];
        var score = Add(number, 0.6, LinkReason.SameNumber) + Add(all, 0.5, LinkReason.SameParties) + Add(shared > 1 && !all, 0.3, LinkReason.SharedParties);
        var sameType = fact.Type is not null && fact.Type == known.Type;
        score += Add(sameType, 0.2, LinkReason.SameType);
        var sameDate = dates.Contains(known.Since!);
        score += Add(sameDate, 0.2, LinkReason.SameDate);
        var overlaps = known.Since is not null && dates.Exists(known.Since.Overlaps);
        score += Add(overlaps && !sameDate, 0.15, LinkReason.OverlappingDate);
        score += Add(HaveLikeTitles(fact.Title, known.Title), 0.1, LinkReason.LikeTitle);

        // Two agreements of the same parties are told apart by type and date: where these differ it is another.
        var differs = (fact.Type is not null && known.Type is not null && !sameType) || (known.Since is not null && dates.Count > 0 && !overlaps);
        return differs && !number ? null : Link.Of(fact.Key, known.Record, score, (number && shared > 0) || (all && sameType && sameDate), reasons);

        double Add(bool holds, double weight, LinkReason reason)
        {
            if (holds)
                reasons.Add(reason);
            return holds ? weight : 0;
        }
    }

    /// <summary>Whether two titles are alike.</summary>
    /// <param name="one">A title.</param>
    /// <param name="other">Another.</param>
    internal static bool HaveLikeTitles(string? one, string? other) =>
        one is not null && other is not null && NameLikeness.OfTitles(NameTokens.Of(one), NameTokens.Of(other)) is not null;
}
