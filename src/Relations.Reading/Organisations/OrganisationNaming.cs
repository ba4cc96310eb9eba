using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Reading.Dates;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Goes through a text and gathers which organisations it names, and where.</summary>
internal sealed class OrganisationNaming
{
    private readonly ReadText _text;
    private readonly KnownNames _names;
    private readonly Dictionary<Sought, Named> _known = [];
    private readonly Dictionary<string, Named> _formed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Named> _introduced = new(StringComparer.Ordinal);
    private readonly List<(Passage Passage, Named Organisation, bool IsAnaphora)> _mentions = [];
    private readonly List<(IReadOnlyList<string> Words, Named Organisation)> _described = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>Starts on a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names known.</param>
    public OrganisationNaming(ReadText text, KnownNames names) => (_text, _names) = (text, names);

    /// <summary>Every place where an organisation is named or meant, in order.</summary>
    public IReadOnlyList<(Passage Passage, Named Organisation, bool IsAnaphora)> Mentions => _mentions;

    /// <summary>The organisations named, in the order of their keys.</summary>
    public IReadOnlyList<Named> Organisations { get; private set; } = [];

    /// <summary>Gathers.</summary>
    /// <param name="dates">The text's dates: its dateline tells where a seat is.</param>
    public OrganisationNaming Gather(DatesRead dates)
    {
        var finder = new NameSpans(_names);
        var found = _text.Sentences.Select(s => (Sentence: s, Spans: Introductions.Apply(s, finder.In(s)))).ToList();
        foreach (var (sentence, span) in found.SelectMany(f => f.Spans.Where(s => s.Introduced is not null).Select(s => (f.Sentence, s))))
            Introduce(sentence, span);
        foreach (var (sentence, spans) in found)
            _others.UnionWith(spans.Where(s => s.IsAcronym && OfOther(sentence.Tokens, s)).Select(s => NameWord.Of(sentence.Tokens[s.Start])));
        foreach (var (sentence, spans) in found)
            Describe(sentence, spans);
        foreach (var (sentence, spans) in found)
            Place(sentence, Actors(sentence.Tokens, spans));
        JoinStateless();
        DropShouted();
        foreach (var (sentence, _) in found)
            SeatReader.Read(_text, sentence, _mentions, dates.Dateline);
        PointingBack.Find(_text, _mentions);
        Number();
        return this;
    }

    /// <summary>Countries that are only places go; States behind an adjective come.</summary>
    private IEnumerable<NameSpan> Actors(IReadOnlyList<Token> tokens, IReadOnlyList<NameSpan> spans)
    {
        var kept = spans.Select(s => s.IsState ? StateActors.Acting(tokens, s) : s).OfType<NameSpan>().ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (States.OfAdjective(tokens[i].Folded) is not null && !spans.Any(s => s.Start <= i && i < s.End) && StateActors.ByAdjective(tokens, i, _names) is { } state)
                kept.Add(state);
        }

        return kept.OrderBy(s => s.Start);
    }

    private void Introduce(Sentence sentence, NameSpan span)
    {
        var acronym = NameWord.Of(ReadText.Tokenise(span.Introduced!, new(0, span.Introduced!.Length))[0]);
        var bearer = span.Inner is { } inner && Bears(inner, span.Introduced) ? inner : span;
        var named = Resolve(sentence, bearer);
        if (named.Known.Count == 0)
            named.Acronym ??= span.Introduced;
        if (named.Known.Count == 0 && named.Confidence.Reason is ConfidenceReason.NamedLikeIt)
            named.Confidence = new(0.85, ConfidenceReason.Introduced);
        if (span.Introduced.All(c => char.IsLetterOrDigit(c)))
            _introduced.TryAdd(acronym, named);
    }

    /// <summary>“Strengthening Coastal Observatories (SCO)”: the acronym of what stands before it, which is no organisation.</summary>
    private static bool OfOther(IReadOnlyList<Token> tokens, NameSpan span)
    {
        if (span.Start < 3 || span.End != span.Start + 1 || span.End >= tokens.Count || tokens[span.Start - 1].Folded is not "(" || tokens[span.End].Folded is not ")")
            return false;
        var words = Enumerable.Range(0, span.Start - 1).Reverse().Select(i => tokens[i]).TakeWhile(t => t.IsWord && (t.IsCapitalised || NameWord.IsConnective(t.Folded))).Where(t => t.IsCapitalised).Take(span.Organisations.Count == 0 ? 0 : tokens[span.Start].Written.Length).Reverse();
        return string.Equals(string.Concat(words.Select(t => t.Written[0])), tokens[span.Start].Written, StringComparison.Ordinal);
    }

    /// <summary>“Save the Rivers, a non-governmental organisation”: a name that only its description tells.</summary>
    private void Describe(Sentence sentence, IReadOnlyList<NameSpan> spans)
    {
        foreach (var (start, end, kind) in Descriptions.In(sentence.Tokens).Where(d => !spans.Any(s => s.Start < d.End && s.End > d.Start)))
        {
            var written = PassageOf(sentence, start, end).In(_text.Text);
            var named = new Named { Written = written, IsEnglish = _text.Language is "en", Kind = kind, Confidence = new(0.75, ConfidenceReason.NamedLikeIt) };
            if (_formed.TryAdd($"{ReadText.Fold(written)}|", named))
                _described.Add(([.. sentence.Tokens.Skip(start).Take(end - start).Select(t => t.Folded)], named));
        }
    }

    /// <summary>The described organisation whose name stands at a word.</summary>
    private (int Length, Named Organisation)? DescribedAt(Sentence sentence, int at, int to)
    {
        foreach (var (words, organisation) in _described)
        {
            if (at + words.Count <= to && sentence.Tokens[at].IsCapitalised && words.SequenceEqual(sentence.Tokens.Skip(at).Take(words.Count).Select(t => t.Folded), StringComparer.Ordinal))
                return (words.Count, organisation);
        }

        return null;
    }

    /// <summary>“General Secretariat of the Organization of American States (OAS)”: the acronym is that of the organisation within.</summary>
    private static bool Bears(NameSpan span, string acronym) =>
        span.Organisations.Any(o => o.Known.Names.Any(n => string.Equals(n.Acronym, acronym, StringComparison.OrdinalIgnoreCase)));

    private void Place(Sentence sentence, IEnumerable<NameSpan> actors)
    {
        List<NameSpan> spans = [.. actors];
        var next = 0;
        NameSpan? over = null;
        foreach (var (span, after) in spans.Zip(spans.Skip(1).Append(null)))
        {
            PlaceAcronyms(sentence, next, span!.Start);
            next = span.End;
            if (IsUnsure(sentence, span))
                continue;
            var named = Resolve(sentence, span);
            if (IsDepartment(span) && named.Under is null && (over ?? Behind(sentence, span, after)) is { } whole)
                Subordinate(sentence, span, whole, named);
            if (span.Start < 3 && !span.IsState && span.End < sentence.Tokens.Count && sentence.Tokens[span.End].Folded is ":" && sentence.Tokens.Take(span.Start).All(t => !t.IsWord || t.Folded is "por" or "la" or "el" or "for"))
                over = span;
            Mention(sentence, span, named);
        }

        PlaceAcronyms(sentence, next, sentence.Tokens.Count);
    }

    /// <summary>“OAS: …, Director, Department of Social Inclusion”: a part of the organisation whose people are listed.</summary>
    private static bool IsDepartment(NameSpan span) =>
        span is { Organisations.Count: 0, Inner: null, State: null, Head: { IsOffice: false } head } && (head.Relation is OrganisationRelation.OrganOf || head.Word is "department" or "departamento" or "bureau" or "institute" or "instituto");

    /// <summary>“Department of Social Inclusion, OAS;”: the organisation named behind it, which closes the phrase.</summary>
    private static NameSpan? Behind(Sentence sentence, NameSpan span, NameSpan? after) =>
        after is { IsState: false } && after.Start == span.End + 1 && sentence.Tokens[span.End].Folded is ","
        && (after.End >= sentence.Tokens.Count || sentence.Tokens[after.End].Folded is ";" or "." or ")")
            ? after
            : null;

    /// <summary>Two letters alone are an acronym only where the text introduced them, but for those that everybody writes.</summary>
    private bool IsUnsure(Sentence sentence, NameSpan span) =>
        span is { IsAcronym: true, Introduced: null } && span.End == span.Start + 1 && !span.IsState
        && _others.Contains(NameWord.Of(sentence.Tokens[span.Start]))
        || span is { IsAcronym: true, Introduced: null } && span.End == span.Start + 1 && !span.IsState
        && NameWord.Of(sentence.Tokens[span.Start]) is { Length: <= 2 } acronym && acronym is not ("ue" or "eu" or "un") && !_introduced.ContainsKey(acronym);

    /// <summary>Acronyms that only this text introduces.</summary>
    private void PlaceAcronyms(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to && _introduced.Count + _described.Count > 0; i++)
        {
            if (DescribedAt(sentence, i, to) is { } described)
            {
                Mention(sentence, new(i, i + described.Length, []), described.Organisation);
                i += described.Length - 1;
                continue;
            }

            var token = sentence.Tokens[i];
            if (token.Written.Count(char.IsUpper) > 1 && _introduced.TryGetValue(NameWord.Of(token), out var named))
                Mention(sentence, new(i, i + 1, []) { IsAcronym = true }, named);
        }
    }

    private void Mention(Sentence sentence, NameSpan span, Named named)
    {
        var passage = PassageOf(sentence, span.Start, span.End);
        _mentions.Add((passage, named, false));
        var rank = span.Introduced is not null ? 3 : Capitals.IsHeading(sentence.Tokens) ? 1 : 2;
        named.Places.Insert(rank > named.Rank ? 0 : named.Places.Count, passage);
        named.Rank = Math.Max(rank, named.Rank);
    }

    private static Passage PassageOf(Sentence sentence, int start, int end)
    {
        var last = sentence.Tokens[end - 1];
        var length = NameWord.IsPossessive(last) ? last.Passage.Length - 2 : last.Passage.Length;
        return Passage.Between(sentence.Tokens[start].Passage.Offset, last.Passage.Offset + length);
    }

    private Named Resolve(Sentence sentence, NameSpan span)
    {
        if (span.IsAcronym && span.End == span.Start + 1 && _introduced.TryGetValue(NameWord.Of(sentence.Tokens[span.Start]), out var introduced))
            return introduced;
        var named = span.Organisations.Count > 0 ? ResolveKnown(span) : ResolveFormed(sentence, span);
        if (span.Inner is { } inner && named.Under is null)
            Subordinate(sentence, span, inner, named);
        else if (span.Head is { Word: "embajada" or "embassy" or "consulado" or "consulate" } && span.State is { } state && named.Under is null)
            SendFrom(sentence, span, state, named);
        return named;
    }

    /// <summary>An embassy is an office of the State that sends it.</summary>
    private void SendFrom(Sentence sentence, NameSpan span, NamedState state, Named embassy)
    {
        var sender = ResolveKnown(new(span.Start, span.End, [_names.Of(state)]));
        var passage = PassageOf(sentence, span.Start, span.NameEnd);
        embassy.Under = (sender, OrganisationRelation.OfficeOf, passage);
        sender.Within.Add(passage);
    }

    private void Subordinate(Sentence sentence, NameSpan span, NameSpan inner, Named named)
    {
        var parent = Resolve(sentence, inner);
        if (parent == named)
            return;
        var relation = span.Head?.Relation ?? (named.Kind is OrganisationKind.Office ? OrganisationRelation.OfficeOf : OrganisationRelation.OrganOf);
        named.Under = (parent, relation, PassageOf(sentence, span.Start, span.NameEnd));
        if (relation is OrganisationRelation.OrganOf && named is { Known.Count: 0, Kind: OrganisationKind.StateBody } && parent.Kind is not OrganisationKind.State and not OrganisationKind.StateBody)
            named.Kind = OrganisationKind.Organ;
        parent.Within.Add(PassageOf(sentence, inner.Start, inner.End));
    }

    private Named ResolveKnown(NameSpan span)
    {
        var sought = _known.Keys.FirstOrDefault(span.Organisations.Contains) ?? span.Organisations[0];
        if (_known.TryGetValue(sought, out var named))
            return named;
        var isRecorded = sought.Known.Record is not null;
        var confidence = span.Organisations.Count > 1 ? new Confidence(0.5, ConfidenceReason.Ambiguous)
            : isRecorded ? new(0.97, ConfidenceReason.OnRecord)
            : new(span.IsAcronym ? 0.85 : 0.93, ConfidenceReason.InGazetteer);
        return _known[sought] = new()
        {
            Known = [sought, .. span.Organisations.Where(o => o != sought)],
            Written = sought.Known.Names[0].Name,
            Kind = sought.Known.Kind,
            Confidence = confidence,
        };
    }

    private Named ResolveFormed(Sentence sentence, NameSpan span)
    {
        var key = NameKey.Of(sentence, span, inner => Resolve(sentence, inner).Written);
        if (_formed.TryGetValue(key, out var named) || (key.EndsWith('|') && OnlyOneOf(key, null) is { } only && (named = only) is not null))
        {
            named.Fill(span.Head!, PassageOf(sentence, span.Start, span.NameEnd).In(_text.Text));
            return named;
        }

        var written = PassageOf(sentence, span.Start, span.NameEnd).In(_text.Text);
        return _formed[key] = new()
        {
            Written = string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Office = OfficeName.Of(span, sentence.Tokens),
            IsEnglish = span.Head!.IsEnglish,
            Kind = KindOf(sentence, span),
            Confidence = new(span.Inner is not null ? 0.9 : 0.8, ConfidenceReason.NamedLikeIt),
        };
    }

    /// <summary>An institute or an agency that calls itself national is a State's.</summary>
    private static OrganisationKind KindOf(Sentence sentence, NameSpan span)
    {
        var isOfState = span.State is not null || Enumerable.Range(span.Start, span.End - span.Start).Any(i => sentence.Tokens[i].Folded is "nacional" or "national" or "federal" or "central");
        return span.Head!.Kind switch
        {
            OrganisationKind.Organ when span.Inner is null && span.Head.Word is not ("consejo" or "council" or "comite" or "committee" or "comision" or "commission") => OrganisationKind.StateBody,
            OrganisationKind.Other when span.Head.Word is "organizacion" or "organization" or "organisation" && sentence.Tokens.Skip(span.Start).Take(span.End - span.Start).Any(t => t.Folded is "states" or "estados" or "nations" or "naciones") => OrganisationKind.IntergovernmentalOrganisation,
            OrganisationKind.Other when isOfState && span.Head.Word is "instituto" or "institute" or "banco" or "bank" or "centro" or "center" => OrganisationKind.StateBody,
            var kind => kind,
        };
    }

    /// <summary>A ministry named without its State is the one that the text names with it, where there is one.</summary>
    private Named? OnlyOneOf(string key, Named? but)
    {
        var candidates = _formed.Where(f => f.Value != but && f.Key.StartsWith(key, StringComparison.Ordinal)).Select(f => f.Value).Distinct().Take(2).ToList();
        return candidates is [var only] ? only : null;
    }

    /// <summary>A ministry named first without its State, and later with it, is one.</summary>
    private void JoinStateless()
    {
        foreach (var (key, named) in _formed.Where(f => f.Key.EndsWith('|')).ToList())
        {
            if (OnlyOneOf(key, named) is not { } full)
                continue;
            full.Take(named);
            _formed[key] = full;
            for (var i = 0; i < _mentions.Count; i++)
            {
                if (_mentions[i].Organisation == named)
                    _mentions[i] = _mentions[i] with { Organisation = full };
            }
        }
    }

    /// <summary>A short acronym in a line of capitals is one only where the text writes it elsewhere too.</summary>
    private void DropShouted()
    {
        foreach (var sentence in _text.Sentences.Where(s => Capitals.AreAll(s.Tokens)))
        {
            foreach (var (passage, named, _) in _mentions.Where(m => sentence.Passage.Holds(m.Passage) && m.Passage.Length <= 3 && m.Organisation.Places.Count == 1).ToList())
            {
                named.Places.Clear();
                _mentions.RemoveAll(m => m.Passage == passage);
            }
        }
    }

    private void Number()
    {
        _mentions.Sort((a, b) => a.Passage.Offset.CompareTo(b.Passage.Offset));
        Organisations = [.. _known.Values.Concat(_formed.Values).Distinct().Where(n => n.IsNamed).OrderBy(n => n.First.Offset).ThenByDescending(n => n.First.Length)];
        for (var i = 0; i < Organisations.Count; i++)
            Organisations[i].Key = $"organisation-{i + 1}";
    }
}
