using System.Text.Json.Nodes;

namespace Relations.Reading.Score;

/// <summary>
/// Which expected fact each proposed one is about, so that keys can be compared: an organisation by any of its names or acronyms, a person
/// by the full name, a meeting or an agreement by most of what is said of it. That it is about it does not make it right.
/// </summary>
internal sealed class Identities
{
    private readonly Dictionary<string, string> _expectedByKey = new(StringComparer.Ordinal);

    /// <summary>Finds what each proposed fact is about.</summary>
    /// <param name="expected">The expected facts.</param>
    /// <param name="proposed">The proposed facts.</param>
    public Identities(IReadOnlyList<ExpectedFact> expected, IReadOnlyList<ProposedFact> proposed)
    {
        // Agreements are told apart by their parties, so organisations go first.
        foreach (var kind in new[] { "organisation", "person", "meeting", "agreement" })
        {
            var known = expected.Where(e => e.Kind == kind && e.Id is not null).ToList();
            foreach (var fact in proposed.Where(p => p.Kind == kind))
            {
                var best = known.Select(e => (Expected: e, Likeness: Likeness(e, fact))).OrderByDescending(x => x.Likeness).FirstOrDefault();
                if (best.Likeness >= 1)
                    _expectedByKey[fact.Fact.Key] = best.Expected.Id!;
            }
        }
    }

    /// <summary>Whether a proposed key is about an expected fact; null where neither points at any.</summary>
    /// <param name="id">The expected fact's id, or several with bars between.</param>
    /// <param name="key">The proposed key.</param>
    public bool IsOneOf(string? id, string? key) => id is null || key is null ? id == key : IsAny(Member.Parse(id), key);

    /// <summary>Whether a proposed key is about a member of a set.</summary>
    /// <param name="member">The member.</param>
    /// <param name="key">The proposed key.</param>
    public bool IsAny(Member member, string key) => _expectedByKey.TryGetValue(key, out var id) && member.Ids.Contains(id);

    /// <summary>Whether a proposed fact is about an expected organisation or person.</summary>
    /// <param name="expected">The expected fact.</param>
    /// <param name="proposed">The proposed fact.</param>
    public bool IsAbout(ExpectedFact expected, ProposedFact proposed) =>
        expected.Names.Count == 0 || (expected.Id is { } id && _expectedByKey.GetValueOrDefault(proposed.Fact.Key) == id);

    private double Likeness(ExpectedFact expected, ProposedFact proposed) => proposed.Fact switch
    {
        OrganisationFact organisation => OrganisationLikeness(expected, organisation),
        PersonFact person => expected.Names.Any(n => Same(n, $"{person.Name.Given} {person.Name.Family}")) ? 1 : 0,
        _ => (proposed.IsAt(expected.At) ? 1 : 0) + (0.5 * Agreeing(expected, proposed)),
    };

    /// <summary>A name weighs more than an acronym: an office may bear that of the organisation above it.</summary>
    private static double OrganisationLikeness(ExpectedFact expected, OrganisationFact organisation) =>
        organisation.Names.Any(o => expected.Names.Any(n => Same(n, o.Name))) ? 2
        : organisation.Names.Any(o => o.Acronym is not null && expected.Names.Any(n => Same(n, o.Acronym))) ? 1
        : 0;

    private double Agreeing(ExpectedFact expected, ProposedFact proposed) => DecisiveField.Of(expected.Kind)
        .Count(d => expected.Fields[d.Name] is not null && d.Agree(expected.Fields[d.Name], proposed.Field(d.Name), this));

    private static bool Same(string name, string other) => PassageText.Words(name).SequenceEqual(PassageText.Words(other), StringComparer.Ordinal);
}
