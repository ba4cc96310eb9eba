using System.Globalization;
using Relations.Domain.Agreements;
using Relations.Domain.Organisations;
using Relations.Domain.Time;

namespace Relations.App.Network;

/// <summary>What can tie two organisations.</summary>
public enum TieKind
{
    /// <summary>A partnership that both are party to.</summary>
    Partnership,

    /// <summary>An agreement in force.</summary>
    Agreement,

    /// <summary>A project under way.</summary>
    Project,

    /// <summary>One is an organ, an office or a member of the other.</summary>
    Affiliation,
}

/// <summary>One tie between two organisations.</summary>
/// <param name="From">The one; of an affiliation, the part.</param>
/// <param name="To">The other; of an affiliation, the whole.</param>
/// <param name="Kind">What ties them.</param>
/// <param name="Record">The record that says so: of an affiliation, the part itself.</param>
/// <param name="Since">Since when; null where nobody knows.</param>
/// <param name="Weight">How much it counts: of a partnership one and its meetings of the last years, else one.</param>
/// <param name="Title">The record's title; null where it has none.</param>
/// <param name="Type">Of an agreement, the sort of instrument.</param>
/// <param name="Relation">Of an affiliation, which.</param>
public sealed record Tie(
    Guid From,
    Guid To,
    TieKind Kind,
    Guid Record,
    EdtfDate? Since,
    int Weight = 1,
    string? Title = null,
    AgreementType? Type = null,
    OrganisationRelation? Relation = null)
{
    /// <summary>The other end.</summary>
    /// <param name="end">One end.</param>
    public Guid Other(Guid end) => end == From ? To : From;
}

/// <summary>An organisation with the wholes that it is or was a part of.</summary>
/// <param name="Id">The organisation.</param>
/// <param name="Placements">Its placements.</param>
public sealed record Affiliated(Guid Id, IReadOnlyList<Placement> Placements);

/// <summary>What of the network is asked for.</summary>
/// <param name="Day">The day.</param>
/// <param name="Organisation">The organisation whose neighbourhood it is; null for all.</param>
/// <param name="Steps">How far from it, 1 to <see cref="MostSteps"/>.</param>
/// <param name="Theme">The theme of the partnerships; null for any.</param>
/// <param name="Kinds">What ties; empty for any.</param>
/// <param name="KnownAt">The moment of recording up to which the record is asked; null for the present.</param>
public sealed record NetworkQuestion(
    DateOnly Day, Guid? Organisation, int Steps, string? Theme, IReadOnlySet<TieKind> Kinds, DateTimeOffset? KnownAt = null)
{
    /// <summary>How far a neighbourhood goes at most.</summary>
    public const int MostSteps = 2;

    internal bool Asks(TieKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}

/// <summary>Organisations and what ties them on a day: those with the weightiest ties, as many as can be looked at.</summary>
/// <param name="Organisations">The organisations shown, the weightiest first, with the sum of their ties' weights.</param>
/// <param name="Ties">The ties between them, by kind and then by weight.</param>
/// <param name="AllOrganisations">How many organisations there are ties of.</param>
/// <param name="AllTies">How many ties there are.</param>
public sealed record RelationNetwork(
    IReadOnlyList<(Guid Id, int Weight)> Organisations, IReadOnlyList<Tie> Ties, int AllOrganisations, int AllTies)
{
    /// <summary>The most organisations shown: more are a thicket.</summary>
    public const int MostOrganisations = 150;

    /// <summary>How many years of meetings give a partnership its weight.</summary>
    public const int YearsOfMeetings = 3;

    /// <summary>Of a record with more organisations, the first is tied to each, and not each to each.</summary>
    private const int MostTiedEachToEach = 8;

    /// <summary>The network that partnerships and affiliations make.</summary>
    /// <param name="rows">What partnerships tie together, as far as the reader may read it.</param>
    /// <param name="organisations">Every organisation that the reader may read: a tie to another is not shown.</param>
    /// <param name="question">What is asked for.</param>
    public static RelationNetwork Of(
        IEnumerable<NetworkRow> rows, IReadOnlyCollection<Affiliated> organisations, NetworkQuestion question)
    {
        var readable = organisations.Select(o => o.Id).ToHashSet();
        List<Tie> ties =
        [
            .. rows.Where(r => question.Theme is null || r.Themes.Contains(question.Theme)).SelectMany(r => TiesOf(r, question))
                .Concat(organisations.SelectMany(o => TiesOf(o, question)))
                .Where(t => readable.Contains(t.From) && readable.Contains(t.To))
                .DistinctBy(t => (t.Kind, t.Record, t.From, t.To)),
        ];
        var distances = question.Organisation is { } center ? Distances(center, question.Steps, ties) : null;
        if (distances is not null)
            ties.RemoveAll(t => !distances.ContainsKey(t.From) || !distances.ContainsKey(t.To));

        List<(Guid Id, int Weight)> all =
        [
            .. ties.SelectMany(t => new[] { (Id: t.From, t.Weight), (Id: t.To, t.Weight) })
                .GroupBy(t => t.Id, (id, ends) => (Id: id, Weight: ends.Sum(e => e.Weight)))
                .OrderBy(o => distances?[o.Id] ?? 0).ThenByDescending(o => o.Weight).ThenBy(o => o.Id),
        ];
        var shown = all.Take(MostOrganisations).ToList();
        var ids = shown.Select(o => o.Id).ToHashSet();
        return new(
            shown,
            [
                .. ties.Where(t => ids.Contains(t.From) && ids.Contains(t.To))
                    .OrderBy(t => t.Kind).ThenByDescending(t => t.Weight).ThenBy(t => t.Since is null).ThenByDescending(t => t.Since)
                    .ThenBy(t => t.Record).ThenBy(t => t.From).ThenBy(t => t.To),
            ],
            all.Count,
            ties.Count);
    }

    private static IEnumerable<Tie> TiesOf(NetworkRow row, NetworkQuestion question)
    {
        var day = question.Day;
        if (question.Asks(TieKind.Partnership) && row.Span.Includes(day))
        {
            var weight = 1 + Enumerable.Range(day.Year - YearsOfMeetings + 1, YearsOfMeetings)
                .Sum(year => row.MeetingsByYear.GetValueOrDefault(year.ToString("D4", CultureInfo.InvariantCulture)));
            List<TiedParty> parties = [.. row.Parties.Where(p => p.Span.Includes(day)).DistinctBy(p => p.Organisation)];
            foreach (var (one, other) in Pairs(parties))
            {
                // Two are tied since the later of the two came.
                var since = one.Span.From is null || other.Span.From is null ? null : one.Span.From.CompareTo(other.Span.From) > 0 ? one.Span.From : other.Span.From;
                yield return new(one.Organisation, other.Organisation, TieKind.Partnership, row.Id, since ?? row.Span.From, weight, row.Name);
            }
        }

        foreach (var (kind, records) in new[] { (TieKind.Agreement, row.Agreements), (TieKind.Project, row.Projects) })
        {
            foreach (var record in records.Where(r => question.Asks(kind) && r.Span.Includes(day)))
            {
                foreach (var (one, other) in Pairs(record.Organisations))
                    yield return new(one, other, kind, record.Id, record.Span.From, 1, record.Title, record.Type);
            }
        }
    }

    private static IEnumerable<Tie> TiesOf(Affiliated organisation, NetworkQuestion question) =>
        from placement in organisation.Placements
        where question.Asks(TieKind.Affiliation)
            && new TieSpan(placement.From, placement.To, placement.To is not null).Includes(question.Day)
        select new Tie(organisation.Id, placement.Parent.Value, TieKind.Affiliation, organisation.Id, placement.From, Relation: placement.Relation);

    private static IEnumerable<(T One, T Other)> Pairs<T>(IReadOnlyList<T> tied) =>
        from one in Enumerable.Range(0, tied.Count > MostTiedEachToEach ? 1 : tied.Count)
        from other in Enumerable.Range(one + 1, Math.Max(0, tied.Count - one - 1))
        select (tied[one], tied[other]);

    /// <summary>How far each organisation within some steps is from one.</summary>
    private static Dictionary<Guid, int> Distances(Guid center, int steps, List<Tie> ties)
    {
        var neighbours = ties.SelectMany(t => new[] { (End: t.From, Other: t.To), (End: t.To, Other: t.From) }).ToLookup(t => t.End, t => t.Other);
        Dictionary<Guid, int> distances = new() { [center] = 0 };
        List<Guid> edge = [center];
        for (var step = 1; step <= steps; step++)
            edge = [.. edge.SelectMany(id => neighbours[id]).Distinct().Where(id => distances.TryAdd(id, step))];
        return distances;
    }
}
