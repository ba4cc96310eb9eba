using System.Runtime.CompilerServices;
using Relations.Domain.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>An organisation that texts are searched for.</summary>
/// <param name="Known">It, with one name in each language.</param>
/// <param name="State">Its State, where it is one of the gazetteer.</param>
internal sealed record Sought(KnownOrganisation Known, NamedState? State = null)
{
    /// <summary>Whether it is a State.</summary>
    public bool IsState => Known.Kind is OrganisationKind.State;
}

/// <summary>A name found in a text.</summary>
/// <param name="Length">How many words and marks it takes.</param>
/// <param name="Organisations">The organisations of that name, those on record first; more than one where they share it.</param>
/// <param name="IsAcronym">Whether it is an acronym.</param>
internal sealed record NameFound(int Length, IReadOnlyList<Sought> Organisations, bool IsAcronym);

/// <summary>
/// The names on record and in the gazetteer, as a tree of words: finding the longest name at a place takes as many steps as it has words,
/// however many names there are.
/// </summary>
internal sealed class KnownNames
{
    private static readonly Lazy<NameTree> GazetteerTree = new(PlantGazetteer);

    private static readonly Lazy<Dictionary<string, Sought>> SoughtStates =
        new(() => Gazetteer.States.ToDictionary(s => s.Code, s => new Sought(s.Organisation.Known, s), StringComparer.Ordinal));

    // Pure: the same list gives the same tree. It is kept as long as the list is.
    private static readonly ConditionalWeakTable<IReadOnlyList<KnownOrganisation>, KnownNames> Kept = [];

    private readonly NameTree _recorded = new();
    private readonly Dictionary<Sought, List<Sought>> _recordOf = [];
    private readonly Dictionary<string, Sought> _recordedStates = new(StringComparer.Ordinal);

    private KnownNames(IReadOnlyList<KnownOrganisation> recorded)
    {
        foreach (var known in recorded)
            Plant(known);
    }

    /// <summary>The names that a text is searched for.</summary>
    /// <param name="context">What is known beside the text.</param>
    public static KnownNames In(ReadingContext context) => Kept.GetValue(context.Organisations, recorded => new(recorded));

    /// <summary>The longest name at a place.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="at">The place.</param>
    public NameFound? Longest(IReadOnlyList<Token> tokens, int at) => Longest(tokens, at, tokens.Count);

    /// <summary>The longest name at a place that ends before another.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="at">The place.</param>
    /// <param name="end">The first word that it may not take.</param>
    public NameFound? Longest(IReadOnlyList<Token> tokens, int at, int end)
    {
        var recorded = _recorded.Longest(tokens, at, end);
        var listed = GazetteerTree.Value.Longest(tokens, at, end);
        if (listed is null || recorded?.Length > listed.Length)
            return recorded;

        List<Sought> found = recorded?.Length == listed.Length ? [.. recorded.Organisations] : [];
        foreach (var sought in listed.Organisations)
            found.AddRange(_recordOf.TryGetValue(sought, out var records) ? records.Except(found) : [sought]);
        return listed with { Organisations = found };
    }

    /// <summary>A State as it is sought: the one on record, where there is one.</summary>
    /// <param name="state">The State.</param>
    public Sought Of(NamedState state) => _recordedStates.GetValueOrDefault(state.Code) ?? SoughtStates.Value[state.Code];

    private static NameTree PlantGazetteer()
    {
        var tree = new NameTree();
        foreach (var state in Gazetteer.States)
            PlantNamed(tree, state.Organisation, SoughtStates.Value[state.Code]);
        foreach (var named in Gazetteer.Organisations)
            PlantNamed(tree, named, new(named.Known));
        return tree;
    }

    private static void PlantNamed(NameTree tree, NamedOrganisation named, Sought sought)
    {
        foreach (var name in named.Known.Names)
            PlantName(tree, name, sought);
        foreach (var other in named.Others)
            tree.Plant(other, sought, IsAcronym(other));
    }

    private static void PlantName(NameTree tree, OrganisationName name, Sought sought)
    {
        tree.Plant(name.Name, sought, IsAcronym(name.Name));
        if (name.Acronym is { } acronym)
            tree.Plant(acronym, sought, isAcronym: true);
    }

    private static bool IsAcronym(string name) => !name.Contains(' ', StringComparison.Ordinal) && name.Count(char.IsUpper) > 1;

    /// <summary>A record takes the place of the line of the gazetteer that bears its name, with the names of that line in other languages.</summary>
    private void Plant(KnownOrganisation known)
    {
        var twin = known.Names.Select(n => GazetteerTree.Value.Of(n.Name)).FirstOrDefault(t => t is not null);
        var sought = new Sought(twin is null ? known : Supplemented(known, twin.Known), twin?.State);
        if (twin is not null)
            (_recordOf.TryGetValue(twin, out var records) ? records : _recordOf[twin] = []).Add(sought);
        if (sought.State is { } state)
            _recordedStates.TryAdd(state.Code, sought);
        foreach (var name in known.Names)
            PlantName(_recorded, name, sought);
    }

    private static KnownOrganisation Supplemented(KnownOrganisation known, KnownOrganisation twin) => known with
    {
        Names = [.. known.Names, .. twin.Names.Where(t => known.Names.All(n => n.Language != t.Language))],
        Under = known.Under ?? twin.Under,
        Country = known.Country ?? twin.Country,
    };
}
