using Relations.Domain.Time;
using Relations.Reading.Text;

namespace Relations.Reading.Linking;

/// <summary>Which meetings on record those of a reading may be: what was logged already is not logged twice.</summary>
internal static class MeetingLinks
{
    /// <summary>Finds them.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="known">The meetings on record.</param>
    /// <param name="records">What the organisations of the reading may be.</param>
    public static IEnumerable<Link> Find(TextReading reading, IReadOnlyList<KnownMeeting> known, OrganisationRecords records) =>
        from fact in reading.Facts.OfType<MeetingFact>()
        let dates = DatesOf(fact)
        from candidate in known
        let link = Of(fact, dates, candidate, records)
        where link is not null
        select link;

    private static Link? Of(MeetingFact fact, List<EdtfDate> dates, KnownMeeting known, OrganisationRecords records)
    {
        var (shared, all) = records.Compare(fact.Organisations, known.Organisations);
        if (shared == 0 || (known.On is not null && dates.Count > 0 && !dates.Exists(known.On.Overlaps)))
            return null;

        var sameDay = fact.On is { } on && on == known.On && on.Earliest == on.Latest;
        var overlaps = known.On is not null && dates.Exists(known.On.Overlaps);
        var samePlace = fact.City is { } city && known.City is { } other && ReadText.Fold(city) == ReadText.Fold(other);
        (bool Holds, double Weight, LinkReason Reason)[] signs =
        [
            (sameDay, 0.45, LinkReason.SameDate),
            (overlaps && !sameDay, 0.3, LinkReason.OverlappingDate),
            (all, 0.45, LinkReason.SameParties),
            (shared > 1 && !all, 0.35, LinkReason.SharedParties),
            (shared == 1, 0.15, LinkReason.SameOrganisation),
            (samePlace, 0.1, LinkReason.SamePlace),
            (AgreementLinks.HaveLikeTitles(fact.Title, known.Title), 0.15, LinkReason.LikeTitle),
        ];
        var holding = signs.Where(s => s.Holds).ToList();
        return Link.Of(fact.Key, known.Record, holding.Sum(s => s.Weight), sameDay && all, holding.Select(s => s.Reason));
    }

    /// <summary>The days that the text gives for a meeting: where it contradicts itself, all of them.</summary>
    private static List<EdtfDate> DatesOf(MeetingFact fact)
    {
        List<EdtfDate> dates = fact.On is { } on ? [on] : [];
        foreach (var alternative in fact.Alternatives.Where(a => a.Field == "on"))
        {
            if (EdtfDate.TryParse(alternative.Value, out var date))
                dates.Add(date);
        }

        return dates;
    }
}
