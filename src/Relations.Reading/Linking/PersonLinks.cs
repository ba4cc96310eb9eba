namespace Relations.Reading.Linking;

/// <summary>Which people on record those of a reading may be.</summary>
internal static class PersonLinks
{
    /// <summary>Finds them.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="known">The people on record.</param>
    /// <param name="records">What the organisations of the reading may be.</param>
    public static IEnumerable<Link> Find(TextReading reading, IReadOnlyList<KnownPerson> known, OrganisationRecords records)
    {
        var byWord = known
            .Select(k => new Named(k, NameTokens.Of($"{k.Name.Given} {k.Name.Family}")))
            .SelectMany(n => n.Words.Select(w => (Word: Phonetics.Code(w), Named: n)))
            .ToLookup(x => x.Word, x => x.Named, StringComparer.Ordinal);
        var posts = reading.Facts.OfType<AppointmentFact>().ToLookup(a => a.Person, a => (a.Organisation, (string?)a.Post), StringComparer.Ordinal);
        var sides = reading.Facts.OfType<ParticipantFact>().ToLookup(p => p.Person, p => (p.OnBehalfOf, p.Post), StringComparer.Ordinal);
        return reading.Facts.OfType<PersonFact>().SelectMany(p => Of(p, byWord, [.. posts[p.Key], .. sides[p.Key]], records));
    }

    private static IEnumerable<Link> Of(
        PersonFact fact, ILookup<string, Named> byWord, List<(string? Organisation, string? Post)> posts, OrganisationRecords records)
    {
        var words = NameTokens.Of($"{fact.Name.Given} {fact.Name.Family}");
        var alike = words.Select(Phonetics.Code).Distinct(StringComparer.Ordinal).SelectMany(w => byWord[w]).Distinct()
            .Select(n => (n.Person, Likeness: NameLikeness.OfPeople(words, n.Words)))
            .Where(x => x.Likeness is not null)
            .Select(x => (x.Person, Likeness: x.Likeness!.Value, Shared: Shared(x.Person, posts, records)))
            .ToList();
        foreach (var (person, likeness, shared) in alike)
        {
            // Namesakes are many: a name of two words says little alone, and one that two people bear says nothing more than likely.
            var isExact = likeness.Score >= 0.97
                && (words.Count > 2 || shared.Count > 0)
                && alike.Count(x => x.Likeness.Score >= 0.97 && x.Shared.Count >= shared.Count) == 1;
            if (Link.Of(fact.Key, person.Record, likeness.Score + (0.05 * shared.Count), isExact, [likeness.Reason, .. shared]) is { } link)
                yield return link;
        }
    }

    private static List<LinkReason> Shared(KnownPerson person, List<(string? Organisation, string? Post)> posts, OrganisationRecords records)
    {
        var same = person.Posts.SelectMany(k => posts.Where(p => records.Of(p.Organisation).Contains(k.Organisation)), (k, p) => IsSame(k.Post, p.Post)).ToList();
        return same.Count == 0 ? [] : same.Contains(true) ? [LinkReason.SameOrganisation, LinkReason.SamePost] : [LinkReason.SameOrganisation];
    }

    private static bool IsSame(string known, string? read) =>
        read is not null && NameLikeness.OfTitles(NameTokens.Of(known), NameTokens.Of(read)) is { Score: >= Link.Likely };

    /// <summary>A person on record with the words of the name.</summary>
    private sealed record Named(KnownPerson Person, IReadOnlyList<string> Words);
}
