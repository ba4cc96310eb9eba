using System.Globalization;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;

namespace Relations.Reading.Facts;

/// <summary>Infers which organisations have a continuing relation: those who meet, have an agreement or run a project together.</summary>
internal static class PartnershipReader
{
    /// <summary>More than so many at one table are a forum, not a partnership.</summary>
    private const int Most = 6;

    /// <summary>Infers the partnerships.</summary>
    /// <param name="actors">Tells the organisation above organs and offices.</param>
    /// <param name="meetings">The meetings of the text.</param>
    /// <param name="agreements">Its agreements.</param>
    /// <param name="projects">Its projects.</param>
    public static IEnumerable<PartnershipFact> Read(Actors actors, MeetingsRead meetings, AgreementsRead agreements, IReadOnlyList<ProjectFact> projects)
    {
        var together = meetings.Meetings.Where(m => m.Status is MeetingStatus.Held or MeetingStatus.Scheduled).Select(m => ((Fact)m, m.Organisations))
            .Concat(agreements.Agreements.Select(a => ((Fact)a, a.Parties)))
            .Concat(projects.Select(p => ((Fact)p, (IReadOnlyList<string>)[.. p.Participants.Select(o => o.Organisation)])));
        List<HashSet<string>> seen = [];
        foreach (var (fact, organisations) in together)
        {
            IReadOnlyList<string> parties = [.. organisations.Select(actors.Top).Distinct(StringComparer.Ordinal)];
            if (parties.Count is < 2 or > Most || seen.Exists(s => s.SetEquals(parties)))
                continue;
            seen.Add([.. parties]);
            yield return new(parties)
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"partnership-{seen.Count}"),
                Basis = Basis.Inferred,
                Evidence = [Evidence.Of(fact.Passage)],
                Confidence = new(Math.Min(0.85, fact.Confidence.Value), ConfidenceReason.FromContext),
            };
        }
    }
}
