using Relations.Reading.Text;

namespace Relations.Reading.Linking;

/// <summary>Which organisations on record those of a reading may be.</summary>
internal static class OrganisationLinks
{
    /// <summary>More organisations of like names than are compared letter by letter.</summary>
    private const int MostCompared = 50;

    /// <summary>Finds them.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="known">The organisations on record.</param>
    public static IEnumerable<Link> Find(TextReading reading, IReadOnlyList<KnownOrganisation> known)
    {
        var named = known.Where(k => k.Record is not null).Select(k => new Named(k)).ToList();
        var byWord = named
            .SelectMany(n => n.Names.SelectMany(w => w).Distinct(StringComparer.Ordinal).Select(w => (Word: Phonetics.Code(w), Named: n)))
            .ToLookup(x => x.Word, x => x.Named, StringComparer.Ordinal);
        var byAcronym = named.SelectMany(n => n.Acronyms.Select(a => (Acronym: a, Named: n))).ToLookup(x => x.Acronym, x => x.Named, StringComparer.Ordinal);
        return reading.Facts.OfType<OrganisationFact>().SelectMany(f => Of(f, byWord, byAcronym));
    }

    private static IEnumerable<Link> Of(OrganisationFact fact, ILookup<string, Named> byWord, ILookup<string, Named> byAcronym)
    {
        var names = fact.Names.Select(n => NameTokens.Of(n.Name)).ToList();
        var acronyms = Acronyms(fact.Names.Select(n => n.Acronym));
        var alike = names.SelectMany(n => SharingHalf(n, byWord));
        var called = acronyms.SelectMany(a => byAcronym[a]).ToHashSet();
        foreach (var candidate in alike.Concat(called).Distinct())
        {
            var likeness = candidate.Likeness(names);
            var isCalled = called.Contains(candidate);
            var isIt = candidate.Record == fact.Record;

            // An acronym that several bear tells none of them.
            var acronym = !isCalled ? 0 : called.Count == 1 ? 0.86 : 0.7;
            if (Link.Of(fact.Key, candidate.Record, Math.Max(likeness?.Score * 0.98 ?? 0, isIt ? 1 : acronym), isIt || likeness is { Score: 1 }, Reasons(likeness, isCalled, isIt)) is { } link)
                yield return link;
        }
    }

    /// <summary>
    /// Those that share most of a name's words, and half of them at least: every second one is an organisation or a ministry, which alone
    /// says nothing.
    /// </summary>
    private static IEnumerable<Named> SharingHalf(IReadOnlyList<string> name, ILookup<string, Named> byWord)
    {
        List<string> sounds = [.. name.Select(Phonetics.Code).Distinct(StringComparer.Ordinal)];
        return sounds.SelectMany(s => byWord[s]).CountBy(n => n)
            .Where(n => n.Value * 2 >= sounds.Count)
            .OrderByDescending(n => n.Value)
            .Take(MostCompared)
            .Select(n => n.Key);
    }

    private static IEnumerable<LinkReason> Reasons(NameLikeness? likeness, bool isCalled, bool isIt)
    {
        if (likeness is { } alike)
            yield return alike.Reason;
        else if (isIt && !isCalled)
            yield return LinkReason.SameName;
        if (isCalled)
            yield return LinkReason.SameAcronym;
    }

    private static HashSet<string> Acronyms(IEnumerable<string?> acronyms) =>
        acronyms.OfType<string>().Select(ReadText.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>An organisation on record with the words of its names.</summary>
    private sealed class Named(KnownOrganisation known)
    {
        public Guid Record { get; } = known.Record!.Value;

        public IReadOnlyList<IReadOnlyList<string>> Names { get; } = [.. known.Names.Select(n => NameTokens.Of(n.Name))];

        public HashSet<string> Acronyms { get; } = OrganisationLinks.Acronyms(known.Names.Select(n => n.Acronym));

        public NameLikeness? Likeness(List<IReadOnlyList<string>> names) => names
            .SelectMany(n => Names.Select(own => NameLikeness.OfTitles(n, own)))
            .MaxBy(l => l?.Score ?? 0);
    }
}
