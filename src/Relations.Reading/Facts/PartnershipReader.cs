using System.Globalization;
using Relations.Domain.Organisations;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Reading.Facts.Agreements;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

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
        var together = meetings.Meetings.Select(m => (m.Passage, m.Confidence.Value, AtTable(m, meetings)))
            .Concat(agreements.Agreements.Select(a => (a.Passage, a.Confidence.Value, a.Parties)))
            .Concat(projects.Select(p => (p.Passage, p.Confidence.Value, (IReadOnlyList<string>)Running(p))))
            .Concat(Pairs(meetings))
            .Concat(commitments.Where(c => c.OwedBy is not null && _isLetter).Select(c => (c.Passage, c.Confidence.Value, (IReadOnlyList<string>)[c.OwedBy!, .. c.OwedTo])));
        List<HashSet<string>> seen = [];
        foreach (var (passage, sureness, organisations) in together)
        {
            var parties = Parties(organisations);
            if (parties.Count is < 2 or > Most || parties.Count(p => KindOf(p) is OrganisationKind.State) > MostStates || seen.Exists(s => s.SetEquals(parties)))
                continue;
            seen.Add([.. parties]);
            yield return new(parties)
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"partnership-{seen.Count}"),
                Basis = Basis.Inferred,
                Evidence = [Evidence.Of(passage)],
                Confidence = new(Math.Min(0.85, sureness), ConfidenceReason.FromContext),
            };
        }
    }

    /// <summary>“Ambas instituciones mantienen su trabajo conjunto”: the two that a text takes together.</summary>
    private IEnumerable<(Passage Passage, double Sureness, IReadOnlyList<string> Organisations)> Pairs(MeetingsRead meetings)
    {
        var pairs = new PairReader(found.Lines, _actors, meetings);
        foreach (var line in found.Lines)
        {
            if (pairs.In(line, 0, line.Count) is { Count: 2 } two && !Actors.Organisations(two).Any(IsPart))
                yield return (line.PassageOf(two[0].First, two[0].End), 0.65, Actors.Organisations(two));
        }
    }

    /// <summary>Those who run a project; who only pays for it is a partner of one that runs it alone.</summary>
    private List<string> Running(ProjectFact project)
    {
        List<string> running = [.. project.Participants.Where(p => p.Role is not ProjectRole.Funding).Select(p => p.Organisation).Distinct(StringComparer.Ordinal)];
        return Parties(running).Count > 1 ? running : [.. project.Participants.Select(p => p.Organisation)];
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
        // A faculty or a unit of which the text does not say whose it is, beside two others, is one of theirs.
        if (tops.Count(t => !IsPart(t)) > 1)
            tops.RemoveAll(IsPart);
        var states = tops.Where(t => KindOf(t) is OrganisationKind.State).ToList();
        var bodies = tops.Where(t => KindOf(t) is OrganisationKind.StateBody).ToList();
        // Two States at a table speak through their ministries; of one State, the ministry named is the party.
        return states.Count > 1
            ? [.. tops.Except(bodies)]
            : [.. tops.Where(t => !(states.Contains(t) && bodies.Exists(b => IsNamedIn(t, b))))];
    }

    private bool IsPart(string key) => _organisations.TryGetValue(key, out var organisation) && organisation.Confidence.Reason is ConfidenceReason.NamedLikeIt
        && organisation.Names.Any(n => HeadNoun.Of(ReadText.Fold(n.Name.Split(' ')[0])) is { Relation: OrganisationRelation.OrganOf });

    private OrganisationKind? KindOf(string key) => _organisations.GetValueOrDefault(key)?.Kind;

    private bool IsNamedIn(string state, string body) => _organisations[body].Names.Any(b => _organisations[state].Names.Any(s => b.Name.Contains(s.Name, StringComparison.Ordinal)));
}
