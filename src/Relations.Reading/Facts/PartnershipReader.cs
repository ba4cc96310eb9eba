using System.Globalization;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.Reading.Facts;

/// <summary>Infers which organisations have a continuing relation: those who meet, have an agreement, run a project, or owe each other something in a letter.</summary>
/// <param name="found">The text with what it names.</param>
internal sealed class PartnershipReader(Entities found)
{
    /// <summary>More than so many at one table are a forum, not a partnership.</summary>
    private const int Most = 6;

    /// <summary>More States than so many meet as a forum.</summary>
    private const int MostStates = 3;

    private readonly Actors _actors = new(found);

    // In a letter, what is owed without saying to whom is owed between those who write to each other.
    private readonly bool _isLetter = SourceReader.KindOf(found) is SourceKind.Email or SourceKind.Letter;

    private readonly Dictionary<string, OrganisationFact> _organisations = found.Organisations.Organisations.ToDictionary(o => o.Key, StringComparer.Ordinal);

    /// <summary>Infers the partnerships.</summary>
    /// <param name="meetings">The meetings of the text; also one that was called off shows who meet.</param>
    /// <param name="agreements">Its agreements.</param>
    /// <param name="projects">Its projects.</param>
    /// <param name="commitments">Its commitments.</param>
    public IEnumerable<PartnershipFact> Read(
        MeetingsRead meetings, AgreementsRead agreements, IReadOnlyList<ProjectFact> projects, IReadOnlyList<CommitmentFact> commitments)
    {
        var together = meetings.Meetings.Select(m => ((Fact)m, AtTable(m, meetings)))
            .Concat(agreements.Agreements.Select(a => ((Fact)a, a.Parties)))
            .Concat(projects.Select(p => ((Fact)p, (IReadOnlyList<string>)[.. p.Participants.Select(o => o.Organisation)])))
            .Concat(commitments.Where(c => c.OwedBy is not null && _isLetter).Select(c => ((Fact)c, (IReadOnlyList<string>)[c.OwedBy!, .. c.OwedTo])));
        List<HashSet<string>> seen = [];
        foreach (var (fact, organisations) in together)
        {
            var parties = Parties(organisations);
            if (parties.Count is < 2 or > Most || parties.Count(p => KindOf(p) is OrganisationKind.State) > MostStates || seen.Exists(s => s.SetEquals(parties)))
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

    /// <summary>Who meets: the organisations said to, or where that is not two, those that the people there are from.</summary>
    private IReadOnlyList<string> AtTable(MeetingFact meeting, MeetingsRead meetings) =>
        Parties(meeting.Organisations).Count > 1
            ? meeting.Organisations
            : [.. meeting.Organisations, .. meetings.Parts.OfType<ParticipantFact>().Where(p => p.Meeting == meeting.Key).Select(p => p.OnBehalfOf).OfType<string>()];

    /// <summary>The organisations at the top, each once; a State and its own ministry are one side.</summary>
    private List<string> Parties(IReadOnlyList<string> organisations)
    {
        var tops = organisations.Select(_actors.Top).Distinct(StringComparer.Ordinal).ToList();
        var states = tops.Where(t => KindOf(t) is OrganisationKind.State).ToList();
        var bodies = tops.Where(t => KindOf(t) is OrganisationKind.StateBody).ToList();
        // Two States at a table speak through their ministries; of one State, the ministry named is the party.
        return states.Count > 1
            ? [.. tops.Except(bodies)]
            : [.. tops.Where(t => !(states.Contains(t) && bodies.Exists(b => IsNamedIn(t, b))))];
    }

    private OrganisationKind? KindOf(string key) => _organisations.GetValueOrDefault(key)?.Kind;

    private bool IsNamedIn(string state, string body) => _organisations[body].Names.Any(b => _organisations[state].Names.Any(s => b.Name.Contains(s.Name, StringComparison.Ordinal)));
}
