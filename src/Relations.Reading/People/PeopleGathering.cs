using Relations.Domain.Organisations;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Tells which of the names of a text are one person's, and finds the words that point back to them.</summary>
/// <param name="organisations">The organisations of the text.</param>
internal sealed class PeopleGathering(OrganisationsRead organisations)
{
    private readonly List<NamedPerson> _people = [];
    private readonly List<(PersonMention Mention, NamedPerson Person)> _mentions = [];

    /// <summary>The people, in the order in which the text first names them.</summary>
    public IReadOnlyList<NamedPerson> People => _people;

    /// <summary>The places where they are named or meant, in order.</summary>
    public IEnumerable<PersonMention> Mentions =>
        _mentions.OrderBy(m => m.Mention.Name.Offset).ThenBy(m => m.Mention.Name.Length).Select(m => m.Mention with { Key = m.Person.Key, Organisation = m.Mention.Organisation ?? OrganisationOf(m.Mention, m.Person) });

    /// <summary>Gathers.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="places">The places where people are named.</param>
    /// <param name="unheld">The posts that stand beside no name.</param>
    public PeopleGathering Gather(
        IReadOnlyList<PeopledSentence> sentences, IReadOnlyList<PersonPlace> places, IReadOnlyList<(PeopledSentence Sentence, PostPhrase Phrase)> unheld)
    {
        foreach (var place in places.Where(p => p.Span.Units.Count > 1))
            Take(place, NameParts.Of(place.Span.Units));
        foreach (var place in places.Where(p => p.Span.Units.Count == 1))
            TakeSurname(place);
        var bySentence = places.ToLookup(p => p.Sentence.Number);
        var bySurname = _people.SelectMany(p => SurnameHeads(p).Select(head => (Head: head, Person: p))).ToLookup(p => p.Head, p => p.Person, StringComparer.Ordinal);
        foreach (var sentence in sentences)
            FindSurnames(sentence, [.. bySentence[sentence.Number]], bySurname);
        foreach (var (sentence, phrase) in unheld)
            PointBack(sentence, phrase);
        foreach (var person in _people)
            CompletePosts(person);
        foreach (var sentence in bySentence)
            ShareOrganisation(sentence.Where(p => p.Posts.Count > 0));
        _people.Sort((a, b) => a.First.Offset.CompareTo(b.First.Offset));
        for (var i = 0; i < _people.Count; i++)
            _people[i].Key = $"person-{i + 1}";
        return this;
    }

    /// <summary>The organisation of the post said at a place, where the text tells it elsewhere.</summary>
    private static string? OrganisationOf(PersonMention mention, NamedPerson person) =>
        mention.Post is { } post ? person.Posts.Find(h => IsSamePost(h, NameWord.OfName(post).FirstOrDefault() ?? "", post))?.Organisation : null;

    private void Take(PersonPlace place, NameParts name)
    {
        if (_people.Where(p => p.Name.EndsIn(place.Span.Units) && Honorific.GoTogether(p.Title, place.Title)).Take(2).ToList() is [var meant])
        {
            Add(meant, place);
            return;
        }

        var same = _people.Where(p => p.Name.CanBe(name) && Honorific.GoTogether(p.Title, place.Title)).Take(2).ToList();
        var person = same is [var only] ? only : null;
        if (person is null)
            _people.Add(person = new(name) { Place = place.Name, First = place.Name });
        else if (name.Count > person.Name.Count)
            (person.Name, person.Place) = (name, place.Name);
        Add(person, place);
    }

    /// <summary>“la canciller Andrade”, “Mr Rojas”: the one person of that surname; a new one where there is none.</summary>
    private void TakeSurname(PersonPlace place)
    {
        var surname = NameParts.Of(place.Span.Units);
        var same = _people.Where(p => Bears(p, surname.Family[0]) && Honorific.GoTogether(p.Title, place.Title)).ToList();
        if (same.Count > 1 && place.Posts is [var post, ..])
            same = [.. same.Where(p => p.Posts.Exists(h => IsSamePost(h, post.Head, post.Post)))];
        if (same is [var only])
            Add(only, place);
        else if (same.Count == 0 && !Capitals.IsHeading(place.Sentence.Tokens))
            Take(place, surname);
    }

    private static bool Bears(NamedPerson person, string surname)
    {
        var folded = ReadText.Fold(surname);
        return person.Name.Family.Any(f => Matches(f, folded)) || ReadText.Fold(string.Join(' ', person.Name.Family)) == folded;
    }

    /// <summary>“Aalst” is meant by “van Aalst” too.</summary>
    private static bool Matches(string family, string folded) => ReadText.Fold(family) is var own && (own == folded || (char.IsLower(family[0]) && own.EndsWith($" {folded}", StringComparison.Ordinal)));

    private void Add(NamedPerson person, PersonPlace place)
    {
        person.Title = Honorific.Weightier(person.Title, place.Title);
        // “el parlamentario Pacheco”: a rank, said of one whose post is known.
        foreach (var post in place.Posts.Where(p => !(place.Span.Units.Count == 1 && person.Posts.Count > 0 && p.Organisation is null && !p.Post.Contains(' ', StringComparison.Ordinal) && !person.Posts.Exists(h => IsSamePost(h, p.Head, p.Post)))))
            Hold(person, post);
        var said = place.Posts.Count > 0 ? place.Posts[0] : null;
        _mentions.Add((new(place.Whole, place.Name, "", said?.Post, place.Organisation, IsAnaphora: false), person));
    }

    /// <summary>The same post said again adds its organisation where that was not told.</summary>
    private void Hold(NamedPerson person, HeldPost post)
    {
        var at = person.Posts.FindIndex(h => IsSamePost(h, post.Head, post.Post) && h.Former == post.Former && (h.Organisation is null || post.Organisation is null || IsSameBody(h.Organisation, post.Organisation)));
        if (at < 0)
        {
            person.Posts.Add(post);
            return;
        }

        var held = person.Posts[at];
        var fuller = post.Post.Length > held.Post.Length && (post.Organisation is not null || held.Organisation is null);
        person.Posts[at] = (fuller ? post : held) with { Organisation = held.Organisation ?? post.Organisation, Acting = held.Acting || post.Acting, Since = held.Since ?? post.Since };
    }

    /// <summary>The secretary general of an organisation is that of its secretariat.</summary>
    private bool IsSameBody(string one, string other) =>
        one == other || organisations.Placements.Any(p => (p.Organisation == one && p.Parent == other) || (p.Organisation == other && p.Parent == one));

    /// <summary>“la ministra” for the “ministra de Salud”, “la canciller” for the one of foreign affairs.</summary>
    private static bool IsSamePost(HeldPost held, string head, string post)
    {
        if (IsForeignMinister(held.Head, held.Post) && IsForeignMinister(head, post))
            return true;
        var (one, other) = (NameWord.OfName(held.Post).ToList(), NameWord.OfName(post).ToList());
        var less = Math.Min(one.Count, other.Count);
        return held.Head == head && less > 0 && (one.Take(less).SequenceEqual(other.Take(less), StringComparer.Ordinal) || one.TakeLast(less).SequenceEqual(other.TakeLast(less), StringComparer.Ordinal));
    }

    private static bool IsForeignMinister(string head, string post) =>
        head is "canciller" || (head is "ministro" or "ministra" or "minister" && ReadText.Fold(post) is var folded && (folded.Contains("exteriores", StringComparison.Ordinal) || folded.Contains("foreign", StringComparison.Ordinal)));

    /// <summary>Surnames that stand alone: “Dávalos señaló”.</summary>
    private void FindSurnames(PeopledSentence sentence, List<PersonPlace> taken, ILookup<string, NamedPerson> bySurname)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsCapitalised || sentence.IsTaken(i) || taken.Exists(p => p.Span.Start <= i && i < p.Span.End) || (i > 1 && tokens[i - 1].IsCapitalised && tokens[i - 1].IsWord && !(tokens[i - 1].IsAllCapitals && tokens[i - 1].Written.Length <= 4)))
                continue;
            var bearers = bySurname[WithoutPossessive(tokens[i])];
            foreach (var (person, length) in bearers.Select(p => (Person: p, Length: SurnameAt(tokens, i, p))).Where(x => x.Length > 0).OrderByDescending(x => x.Length).Take(1))
            {
                var others = bearers.Count(p => p != person && SurnameAt(tokens, i, p) > 0);
                var isLonger = i + length < tokens.Count && tokens[i + length].IsCapitalised && tokens[i + length].IsWord;
                if (others > 0 || isLonger)
                    break;
                var passage = sentence.PassageOf(i, i + length);
                _mentions.Add((new(passage, passage, "", null, null, IsAnaphora: true), person));
                i += length - 1;
            }
        }
    }

    /// <summary>The words that a surname of a person can begin with, where it stands alone.</summary>
    private static IEnumerable<string> SurnameHeads(NamedPerson person) =>
        person.Name.Family.SelectMany(f => f.Split(' ').SkipWhile(w => char.IsLower(w[0])).Take(1)).Concat(MiddleNames(person)).Select(ReadText.Fold).Distinct(StringComparer.Ordinal);

    /// <summary>“Loprete” of “Giuseppe Loprete Conti”: what stands in the middle and is no given name may be the surname that the text goes on with.</summary>
    private static IEnumerable<string> MiddleNames(NamedPerson person) => person.Name.Given.Skip(1).Where(g => g.Length > 3 && !GivenNames.Contains(ReadText.Fold(g)));

    /// <summary>How many words at a place are the surname of a person: both surnames, or the first, or the last with its particle.</summary>
    private static int SurnameAt(IReadOnlyList<Token> tokens, int at, NamedPerson person)
    {
        var family = person.Name.Family;
        foreach (var surname in (family.Count > 1 ? [string.Join(' ', family), family[0]] : family).Concat(MiddleNames(person)))
        {
            var words = surname.Split(' ').SkipWhile(w => char.IsLower(w[0])).ToList();
            if (words.Count > 0 && at + words.Count <= tokens.Count && words.Select(ReadText.Fold).SequenceEqual(tokens.Skip(at).Take(words.Count).Select(WithoutPossessive), StringComparer.Ordinal))
                return words.Count;
        }

        return 0;
    }

    private static string WithoutPossessive(Token token) => NameWord.IsPossessive(token) ? token.Folded[..^2] : token.Folded;

    /// <summary>“el Secretario General destacó”: the one person named before who holds that post.</summary>
    private void PointBack(PeopledSentence sentence, PostPhrase phrase)
    {
        if (!phrase.HasArticle)
            return;
        var passage = sentence.PassageOf(phrase.Start, phrase.End);
        var holders = _people.Where(p => p.First.Offset < passage.Offset && Holds(p, phrase)).ToList();
        if (holders is not [var person])
            return;
        _mentions.Add((new(passage, passage, "", phrase.Post, phrase.Organisation, IsAnaphora: true), person));
        if (phrase.Organisation is { } organisation)
        {
            for (var i = 0; i < person.Posts.Count; i++)
            {
                if (person.Posts[i].Organisation is null && IsSamePost(person.Posts[i], phrase.Head, phrase.Post))
                    person.Posts[i] = person.Posts[i] with { Organisation = organisation, IsFromContext = true };
            }
        }
    }

    private static bool Holds(NamedPerson person, PostPhrase phrase) =>
        person.Posts.Exists(h => IsSamePost(h, phrase.Head, phrase.Post) && (h.Organisation is null || phrase.Organisation is null || h.Organisation == phrase.Organisation))
        || (phrase.Head is "embajador" or "embajadora" or "ambassador" && phrase.Organisation is null && person.Title is "Emb." or "Amb.");

    /// <summary>A minister without a ministry beside is of the one that the text names: “ministro de Salud”, “Ministerio de Salud de Honduras”.</summary>
    private void CompletePosts(NamedPerson person)
    {
        for (var i = 0; i < person.Posts.Count; i++)
        {
            var held = person.Posts[i];
            if (held.Organisation is null && (Ministry(held) ?? SameBody(person, held) ?? SameField(held) ?? NamedAlike(held) ?? Superior(held) ?? SameGovernment(held) ?? OnlyBody(held) ?? OnlyState(held)) is { } key)
                person.Posts[i] = held with { Organisation = key, IsFromContext = true };
        }
    }

    /// <summary>“the Director General” in a text that speaks of one organisation alone, with its organs and offices.</summary>
    private string? OnlyBody(HeldPost held)
    {
        if (held.Former || !IsOfWhole(held.Post))
            return null;
        var others = organisations.Organisations.Where(o => o.Kind is not OrganisationKind.State).ToList();
        return others.Count > 0 && others.Select(o => Root(o.Key)).Distinct(StringComparer.Ordinal).Count() == 1 ? others[0].Key : null;
    }

    /// <summary>“the Minister for the Interior” in a text in which one State alone acts.</summary>
    private string? OnlyState(HeldPost held) =>
        !held.Former && (IsOfMinistry(held.Head) || held.Head is "canciller" or "premier" or "speaker") && organisations.Organisations.Where(o => o.Kind is OrganisationKind.State && !_people.Exists(p => p.Posts.Exists(h => h.Organisation == o.Key && (IsOfMinistry(h.Head) || h.Head is "canciller" or "embajador" or "embajadora" or "ambassador") && h.IsFromContext)))
            .Take(2).ToList() is [var only] ? only.Key : null;

    /// <summary>“el secretario general iberoamericano” heads the Secretaría General Iberoamericana: the words are the same but for who and what.</summary>
    private string? NamedAlike(HeldPost held)
    {
        var post = NameWord.OfName(held.Post).Select(Stem).ToList();
        var alike = post.Count < 3 ? [] : organisations.Organisations.Where(o => o.Names.Any(n => NameWord.OfName(n.Name).Select(Stem).SequenceEqual(post, StringComparer.Ordinal))).Take(2).ToList();
        return alike is [var only] ? only.Key : null;

        static string Stem(string word) => word[^1] is 'o' or 'a' ? word[..^1] : word;
    }

    /// <summary>“Deputy Secretary-General” is of the organisation whose Secretary-General the text names.</summary>
    private string? Superior(HeldPost held)
    {
        var post = ReadText.Fold(held.Post);
        var above = post.StartsWith("deputy ", StringComparison.Ordinal) ? post["deputy ".Length..]
            : post.EndsWith(" adjunto", StringComparison.Ordinal) || post.EndsWith(" adjunta", StringComparison.Ordinal) ? post[..^" adjunto".Length]
            : null;
        if (above is null || !IsOfWhole(above))
            return null;
        var bodies = _people.SelectMany(p => p.Posts).Where(h => !h.Former && h.Organisation is not null && ReadText.Fold(h.Post) == above).Select(h => h.Organisation).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return bodies is [var only] ? only : null;
    }

    /// <summary>“the President of the Republic” is of the one State whose ministers the text names.</summary>
    private string? SameGovernment(HeldPost held)
    {
        if (held.Former || ReadText.Fold(held.Post) is not ("presidente de la republica" or "presidenta de la republica" or "vicepresidente de la republica" or "vicepresidenta de la republica" or "president of the republic"
            or "prime minister" or "primer ministro" or "primera ministra" or "jefe de estado" or "head of state"))
            return null;
        var states = organisations.Organisations.Where(o => o.Kind is OrganisationKind.State).Select(o => o.Key).ToHashSet(StringComparer.Ordinal);
        var governed = _people.SelectMany(p => p.Posts).Where(h => h.Organisation is not null && (IsOfMinistry(h.Head) || h.Head is "canciller")).Select(h => Root(h.Organisation!)).Where(states.Contains).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return governed is [var only] ? only : null;
    }

    private string Root(string key)
    {
        for (var i = 0; i < 3 && organisations.Placements.FirstOrDefault(p => p.Organisation == key) is { } placement; i++)
            key = placement.Parent;
        return key;
    }

    // Posts that there is one of, at the head of an organisation.
    private static bool IsOfWhole(string post) => ReadText.Fold(post) is "director general" or "directora general" or "secretario general" or "secretaria general" or "secretary-general" or "secretary general"
        or "director-general" or "executive director" or "director ejecutivo" or "directora ejecutiva" or "secretario ejecutivo" or "secretaria ejecutiva" or "executive secretary" or "presidente ejecutivo" or "presidenta ejecutiva"
        or "executive president" or "rector" or "rectora" or "deputy director general" or "administrator";

    private string? Ministry(HeldPost held)
    {
        string[] nouns = held.Head switch
        {
            "ministro" or "ministra" => ["ministerio"],
            "viceministro" or "viceministra" => ["ministerio", "viceministerio"],
            "minister" => ["ministry"],
            "canciller" => ["cancilleria"],
            "superintendente" or "superintendenta" => ["superintendencia"],
            _ => [],
        };
        var field = NameWord.OfName(held.Post).Skip(1).ToList();
        var fitting = organisations.Organisations
            .Where(o => o.Kind is OrganisationKind.StateBody && o.Names.Any(n => Fits(NameWord.OfName(n.Name).ToList(), nouns, field)))
            .Take(2).ToList();
        return fitting is [var only] && nouns.Length > 0 && (field.Count > 0 || held.Head is "canciller") ? only.Key : null;
    }

    /// <summary>
    /// “…, Secretary for External Relations of the OAS, and …, Secretary for Political Affairs”: those of a staff who stand together in a
    /// sentence are of the organisation said with the first.
    /// </summary>
    private void ShareOrganisation(IEnumerable<PersonPlace> places)
    {
        HeldPost? last = null;
        foreach (var read in places.Select(p => p.Posts[0]))
        {
            // A vice-minister's State or ministry may stand elsewhere in the text.
            var said = read.Organisation is null && IsOfMinistry(read.Head)
                ? _people.SelectMany(p => p.Posts).FirstOrDefault(h => h.Passage == read.Passage && h.Post == read.Post) ?? read
                : read;
            var person = last is null || said.Organisation is not null || !IsOfStaff(said.Head) || !(IsOfStaff(last.Head) || IsOfMinistry(last.Head)) ? null : _people.Find(p => p.Posts.Contains(said));
            if (person is not null)
                person.Posts[person.Posts.IndexOf(said)] = said with { Organisation = last!.Organisation, IsFromContext = true };
            last = said.Organisation is not null ? said : person is null ? null : last;
        }
    }

    private static bool IsOfStaff(string head) => head is "secretario" or "secretaria" or "director" or "directora" or "subdirector" or "subdirectora" or "coordinador" or "coordinadora" or "oficial" or "gerente" or "jefe" or "jefa"
        or "asesor" or "asesora" or "funcionario" or "funcionaria" or "especialista" or "consultor" or "consultora" or "secretary" or "coordinator" or "officer" or "specialist" or "manager" or "adviser" or "advisor" or "head" or "analyst" or "secretary-general";

    /// <summary>A vice-minister stands beside the minister of the same field whose State or ministry the text tells.</summary>
    private string? SameField(HeldPost held)
    {
        var field = NameWord.OfName(held.Post).Skip(1).ToList();
        if (!IsOfMinistry(held.Head) || field.Count == 0)
            return null;
        var others = _people.SelectMany(p => p.Posts).Where(h => h.Organisation is not null && h.Head != held.Head && IsOfMinistry(h.Head) && NameWord.OfName(h.Post).Skip(1).SequenceEqual(field, StringComparer.Ordinal))
            .Select(h => h.Organisation).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return others is [var only] ? only : null;
    }

    private static bool IsOfMinistry(string head) => head is "ministro" or "ministra" or "viceministro" or "viceministra" or "minister" or "vice-minister";

    private static bool Fits(List<string> name, string[] nouns, List<string> field) =>
        name.Count > 0 && nouns.Contains(name[0]) && name.Skip(1).Take(field.Count).SequenceEqual(field, StringComparer.Ordinal);

    /// <summary>Two posts joined by “and” before one name: the organisation after the second is that of the first too.</summary>
    private static string? SameBody(NamedPerson person, HeldPost held) =>
        person.Posts.Find(p => p != held && p.Passage == held.Passage && p.Organisation is not null)?.Organisation;
}
