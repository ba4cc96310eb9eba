using Relations.Domain.Organisations;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Finds the names of organisations in a sentence: those known, and those that have the form of one.</summary>
/// <param name="names">The names known.</param>
internal sealed class NameSpans(KnownNames names)
{
    /// <summary>How many words a name by its form may take; what is longer is no name.</summary>
    private const int MostWords = 24;

    private static readonly string[] SpanishPremodifiers = ["pontificia", "real", "honorable", "excelentisima", "alta", "gran"];

    private static readonly string[] Articles = ["el", "la", "los", "las", "the"];

    /// <summary>The names in a sentence, in order; none lies in another.</summary>
    /// <param name="sentence">The sentence.</param>
    public IReadOnlyList<NameSpan> In(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var isTitle = Capitals.IsTitle(tokens);
        List<NameSpan> spans = [];
        for (var i = 0; i < tokens.Count;)
        {
            var span = tokens[i].IsCapitalised || char.IsDigit(tokens[i].Written[0]) ? At(tokens, i, isTitle) : LowerOffice(tokens, i) ?? LowerName(tokens, i);
            if (span is not null)
                spans.Add(span);
            i = span?.End ?? i + 1;
        }

        return spans;
    }

    /// <summary>“CAF -banco de desarrollo de América Latina-”: a known name after a dash, in small letters.</summary>
    private NameSpan? LowerName(IReadOnlyList<Token> tokens, int at) =>
        at > 1 && tokens[at - 1].Folded is "-" or "–" or "—" && tokens[at - 2].IsAllCapitals && names.Longest(Capitalised(tokens, at), 0) is { Length: > 2 } found
            ? new(at, at + found.Length, found.Organisations)
            : null;

    private static List<Token> Capitalised(IReadOnlyList<Token> tokens, int at) =>
        [tokens[at] with { Written = char.ToUpperInvariant(tokens[at].Written[0]) + tokens[at].Written[1..] }, .. tokens.Skip(at + 1).Take(MostWords)];

    private NameSpan? At(IReadOnlyList<Token> tokens, int at, bool isTitle)
    {
        // "Secretaria General" is who heads it, "Secretaría General" is it.
        if (tokens[at].Written is "Secretaria")
            return null;
        var known = Known(tokens, at);
        var formed = Formed(tokens, at, known);
        if (isTitle && !(at == 0 && formed?.End >= tokens.Count - 1))
            return known;
        return formed is not null && formed.End > (known?.End ?? 0) ? formed : known;
    }

    private NameSpan? Known(IReadOnlyList<Token> tokens, int at)
    {
        if (names.Longest(tokens, at) is not { } found)
            return null;
        var span = new NameSpan(at, at + found.Length, found.Organisations) { IsAcronym = found.IsAcronym };
        if (OfficeInState(tokens, span) is { } office)
            return office;
        return span with { Inner = InnerOfKnown(tokens, span) };
    }

    /// <summary>“OIM Perú”, “UNICEF Colombia”: the office of an organisation in a State.</summary>
    private NameSpan? OfficeInState(IReadOnlyList<Token> tokens, NameSpan span)
    {
        if (!span.IsAcronym || span.IsState || span.End >= tokens.Count || !tokens[span.End].IsCapitalised
            || names.Longest(tokens, span.End) is not { Organisations: [{ State: { } state }, ..] } host || Capitals.AreAll(tokens))
            return null;
        var isEnglish = span.Organisations[0].Known.Names.FirstOrDefault(n => n.Acronym == tokens[span.Start].Written)?.Language == "en";
        var end = span.End + host.Length;
        return NameWord.IsPossessive(tokens[span.Start]) ? null : new(span.Start, end, [], HeadNoun.Of(isEnglish ? "office" : "oficina"), span, state);
    }

    /// <summary>
    /// The organisation that a known organ's name names as the one above it. A programme or a fund “of the United Nations” says less: that
    /// is only its name.
    /// </summary>
    private NameSpan? InnerOfKnown(IReadOnlyList<Token> tokens, NameSpan span)
    {
        if (span.Organisations[0].Known.Under is null || span.End == span.Start + 1 || !Enumerable.Range(span.Start, span.End - span.Start).Any(i => IsOrgan(tokens[i])))
            return null;
        for (var i = span.Start; i < span.End; i++)
        {
            if (names.Longest(tokens, i, i == span.Start ? span.End - 1 : span.End) is { Organisations: [{ IsState: false } parent, ..] } inner && parent != span.Organisations[0])
                return new(i, i + inner.Length, inner.Organisations) { IsAcronym = inner.IsAcronym };
        }

        return null;
    }

    private static bool IsOrgan(Token token) => token.IsCapitalised && HeadNoun.Of(token.Folded) is { Kind: OrganisationKind.Organ };

    private NameSpan? Formed(IReadOnlyList<Token> tokens, int at, NameSpan? known)
    {
        var word = NameWord.Of(tokens[at]);
        if (HeadNoun.Of(word) is { IsEnglish: false } head && !IsPostToo(tokens, at, word))
            return Complete(tokens, at, at, head, null, null);
        if (SpanishPremodifiers.Contains(word) && at + 1 < tokens.Count && HeadNoun.Of(tokens[at + 1].Folded) is { IsEnglish: false } next && tokens[at + 1].IsCapitalised)
            return Complete(tokens, at, at + 1, next, null, null);
        return English(tokens, at, known);
    }

    /// <summary>“Coordinadora de Programas” is who coordinates them; “Coordinadora Andina de …” is an organisation.</summary>
    private static bool IsPostToo(IReadOnlyList<Token> tokens, int at, string word) =>
        word is "coordinadora" && (at + 1 >= tokens.Count || tokens[at + 1].Folded is "de" or "del" or "general" or "residente" or "regional" or "tecnica" || !tokens[at + 1].IsCapitalised);

    /// <summary>An English name begins before its noun: “National Migration Institute”, “EU Delegation to Guyana”.</summary>
    private NameSpan? English(IReadOnlyList<Token> tokens, int at, NameSpan? known)
    {
        if (Articles.Contains(tokens[at].Folded) || (known is null && NameWord.IsPossessive(tokens[at])) || NameWord.IsConnective(tokens[at].Folded) || PostWords.IsPost(tokens[at].Folded))
            return null;
        var state = known is { IsState: true } ? known.Organisations[0].State : States.OfAdjective(tokens[at].Folded);
        var inner = known is { IsState: false } ? known : null;
        var isHeading = Capitals.IsHeading(tokens);
        var start = known?.End ?? (HeadNoun.Of(tokens[at].Folded) is { IsEnglish: true } ? at : at + 1);
        for (var i = start; i < tokens.Count && i < at + 7 && (IsNameWord(tokens[i]) || JoinsFieldsBefore(tokens, at, i, known) || IsPluralOwner(tokens, i)); i++)
        {
            if (HeadNoun.Of(NameWord.Of(tokens[i])) is { IsEnglish: true } head)
                return Complete(tokens, IsOwned(tokens, known) ? known!.End : at, i, head, inner, state);
            if (PostWords.IsPost(tokens[i].Folded) || (inner is not null && isHeading && !HeadNoun.IsGeneric(tokens[i].Folded)))
                return null;
        }

        return null;
    }

    /// <summary>“the Programme Planning and Operations Division”: fields before the noun, behind an article.</summary>
    private static bool JoinsFieldsBefore(IReadOnlyList<Token> tokens, int at, int and, NameSpan? known) =>
        known is null && at > 0 && tokens[at - 1].Folded is "the" && tokens[and].Folded is "and" && and + 1 < tokens.Count && IsNameWord(tokens[and + 1]) && !tokens[and + 1].IsAllCapitals && !tokens[at].IsAllCapitals;

    /// <summary>“Caribbean Employers' Confederation”: the mark behind the owners belongs to the name.</summary>
    private static bool IsPluralOwner(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Folded is "'" or "’" && at + 1 < tokens.Count && tokens[at - 1].Folded.EndsWith('s') && tokens[at - 1].IsCapitalised && tokens[at - 1].Passage.End == tokens[at].Passage.Offset && IsNameWord(tokens[at + 1]);

    /// <summary>“Ecuador's Ministry of Health”: the owner is no part of the name.</summary>
    private static bool IsOwned(IReadOnlyList<Token> tokens, NameSpan? owner) => owner is not null && NameWord.IsPossessive(tokens[owner.End - 1]);

    /// <summary>“Jefe de misión de la OIM en el Perú”: the office is written small, and is one by what follows.</summary>
    private NameSpan? LowerOffice(IReadOnlyList<Token> tokens, int at)
    {
        if (tokens[at].Folded is not "mision" || at + 2 >= tokens.Count || tokens[at + 1].Folded is not ("de" or "del"))
            return null;
        var span = Complete(tokens, at, at, HeadNoun.Of("mision")!, null, null);
        return span is { Inner: not null, State: not null } ? span : null;
    }

    private static bool IsNameWord(Token token) => token.IsCapitalised && token.IsWord && !NameWord.IsPossessive(token);

    /// <summary>Takes what belongs to a name after its noun.</summary>
    private NameSpan? Complete(IReadOnlyList<Token> tokens, int start, int head, HeadNoun noun, NameSpan? inner, NamedState? state)
    {
        var end = head + 1;
        var open = true;
        while (open && end < tokens.Count && end - start < MostWords)
        {
            var next = NextPart(tokens, head, end, noun);
            if (next < 0)
                break;

            var part = names.Longest(tokens, next);
            var isWhole = part is not null && !part.Organisations[0].IsState && next + part.Length < tokens.Count;
            if (part is null)
            {
                var nested = noun.Relation is not null && next > end ? Formed(tokens, next, null) : null;
                (end, inner, state) = nested is null ? (next + 1, inner, state) : (nested.End, inner ?? nested, state ?? nested.State);
                continue;
            }

            end = next + part.Length;
            if (part.Organisations[0].State is { } named)
                state ??= named;
            else if (inner is null && IsGoverned(tokens, next))
                inner = new(next, end, part.Organisations) { IsAcronym = part.IsAcronym };
            open = !isWhole || noun.IsOffice || (end < tokens.Count && tokens[end].Folded is "para" or "for");
        }

        var span = new NameSpan(start, end, [], noun, noun.Relation is null ? null : inner, state);
        if (noun.NeedsMore && !IsIntroduced(tokens, span))
            return null;
        return IsNamed(tokens, span, head) ? WithAdjective(tokens, span) : null;
    }

    /// <summary>“Ghana Immigration Service”, “Inter-American Network on Social Protection (RIPSO)”.</summary>
    private static bool IsIntroduced(IReadOnlyList<Token> tokens, NameSpan span) =>
        span.End - span.Start > 1
        && ((span.State is not null && span.Head!.Kind is OrganisationKind.StateBody)
            || (span.Inner is not null && span.Head!.Kind is OrganisationKind.Organ)
            || (span.End + 2 < tokens.Count && tokens[span.End].Folded is "(" && tokens[span.End + 1].IsAllCapitals && tokens[span.End + 2].Folded is ")" or "," or ";" or "/"));

    /// <summary>“ante la OEA”, “to the United Nations”: where an office is, not whose.</summary>
    private static bool IsGoverned(IReadOnlyList<Token> tokens, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (tokens[i].Folded is "de" or "del" or "of")
                return true;
            if (!Articles.Contains(tokens[i].Folded))
                return false;
        }

        return false;
    }

    /// <summary>Where the next part of a name begins; -1 where the name ends.</summary>
    private static int NextPart(IReadOnlyList<Token> tokens, int head, int at, HeadNoun noun)
    {
        if (IsNameWord(tokens[at]) || tokens[at].Folded == "&")
            return IsAcronymAfterName(tokens, head, at) || (noun.IsEnglish && at == head + 1) || (at > head + 1 && IsPerson(tokens, at, noun)) ? -1 : at;
        if (tokens[at].Folded == "," && (noun.TakesList || ListCloses(tokens, at)))
            return ListGoesOn(tokens, at);

        if (noun.IsOffice && at + 2 < tokens.Count && tokens[at].Folded is "and" && tokens[at + 1].Folded is "the" && tokens[at + 2].Folded is "eastern" or "oecs" or "caribbean")
            return at + 2;
        var i = at;
        while (i < tokens.Count && i < at + 3 && JoinsName(tokens, i, at, noun))
            i++;
        if (i == at || i >= tokens.Count || !IsNameWord(tokens[i]))
            return -1;
        return tokens[at].Folded is "y" or "e" or "and" && !JoinsFields(tokens, at, i, noun) ? -1 : i;
    }

    /// <summary>“Ministerio de Salud Juan Paz” ends before the name; universities and foundations are named after people.</summary>
    private static bool IsPerson(IReadOnlyList<Token> tokens, int at, HeadNoun noun) =>
        noun.Kind is not (OrganisationKind.University or OrganisationKind.Ngo) && GivenNames.Contains(tokens[at].Folded) && at + 1 < tokens.Count && IsNameWord(tokens[at + 1]);

    private static bool JoinsName(IReadOnlyList<Token> tokens, int i, int first, HeadNoun noun) => tokens[i].Folded switch
    {
        "de" or "del" or "of" or "para" or "for" => true,
        "la" or "las" or "los" or "el" or "the" => i > first,
        "y" or "e" or "and" => i == first,
        "en" or "in" when i == first && !noun.IsOffice => IsSpelledOut(tokens, i + 1),
        "en" or "in" or "ante" or "at" => noun.IsOffice && i == first,
        "to" => noun.IsOffice && i == first && IsPlace(tokens, i + 1),
        "contra" or "sobre" or "on" or "a" or "against" => !noun.IsOffice && i == first,
        _ => false,
    };

    /// <summary>“EU Delegation to Guyana”, “Permanent Mission to the United Nations”; “Mission to Support” says what it is for.</summary>
    private static bool IsPlace(IReadOnlyList<Token> tokens, int at)
    {
        var next = at < tokens.Count && tokens[at].Folded == "the" ? at + 1 : at;
        return next < tokens.Count && (next > at || States.IsShortName(tokens[next].Folded) || States.IsLongName(tokens, next, 2) || tokens[next].IsAllCapitals);
    }

    /// <summary>“y” goes on within a name where a field of work follows, and not where another organisation or a person does.</summary>
    private static bool JoinsFields(IReadOnlyList<Token> tokens, int and, int next, HeadNoun noun) =>
        (noun.TakesList || ClosesWithAcronym(tokens, next) || IsSpelledOut(tokens, next)) && next == and + 1 && HeadNoun.Of(tokens[next].Folded) is null && !tokens[next].IsAllCapitals
        && !PostWords.IsPost(tokens[next].Folded) && !GivenNames.Contains(tokens[next].Folded) && !States.IsShortName(tokens[next].Folded);

    /// <summary>“Agency for Reincorporation and Normalization (ARN)”: the acronym ends with the letter of the last word.</summary>
    private static bool ClosesWithAcronym(IReadOnlyList<Token> tokens, int at)
    {
        var end = at;
        while (end < tokens.Count && end < at + 5 && (IsNameWord(tokens[end]) || NameWord.IsConnective(tokens[end].Folded)))
            end++;
        return end > at && end + 1 < tokens.Count && tokens[end].Folded == "(" && tokens[end + 1].IsAllCapitals && tokens[end + 1].Folded[^1] == tokens[end - 1].Folded[0];
    }

    /// <summary>“Instituto de Investigación y Enseñanza en Nutrición y Salud (INCIENSA)”: the acronym has the initials of the words before it, in order.</summary>
    private static bool IsSpelledOut(IReadOnlyList<Token> tokens, int at)
    {
        var end = at;
        while (end < tokens.Count && end < at + 8 && (IsNameWord(tokens[end]) || NameWord.IsConnective(tokens[end].Folded)))
            end++;
        if (end == at || end + 2 >= tokens.Count || tokens[end].Folded != "(" || !tokens[end + 1].IsAllCapitals || tokens[end + 2].Folded != ")")
            return false;
        var (acronym, from) = (tokens[end + 1].Folded, 1);
        foreach (var word in Enumerable.Range(at, end - at).Select(i => tokens[i].Folded).Where(w => !NameWord.IsConnective(w)))
        {
            var place = acronym.IndexOf(word[0], from);
            if (place < 0)
                return false;
            from = place + 1;
        }

        return true;
    }

    /// <summary>“Organisation of African, Caribbean and Pacific States (OACPS)”: the acronym behind the list is that of the whole.</summary>
    private static bool ListCloses(IReadOnlyList<Token> tokens, int comma)
    {
        var end = comma + 1;
        while (end < tokens.Count && end < comma + 12 && (IsNameWord(tokens[end]) || NameWord.IsConnective(tokens[end].Folded) || tokens[end].Folded is "," or "y" or "and" or "e"))
            end++;
        return end + 2 < tokens.Count && tokens[end].Folded == "(" && tokens[end + 1].IsAllCapitals && tokens[end + 2].Folded == ")" && tokens[end + 1].Written[^1] == tokens[end - 1].Written[0];
    }

    /// <summary>“Ministerio de Agricultura, Ganadería y Pesca”: a list in a name ends with “y”.</summary>
    private static int ListGoesOn(IReadOnlyList<Token> tokens, int comma)
    {
        for (var i = comma + 1; i < tokens.Count && i < comma + 8; i++)
        {
            if (tokens[i].Folded is "y" or "e" or "and")
                return i + 1 < tokens.Count && IsField(tokens, i + 1) && (i > comma + 1 || tokens[i].Folded is "and") ? (i > comma + 1 ? comma + 1 : i + 1) : -1;
            if (tokens[i].Folded is not ("," or "de" or "del" or "la") && !IsField(tokens, i))
                return -1;
        }

        return -1;
    }

    private static bool IsField(IReadOnlyList<Token> tokens, int at) =>
        IsNameWord(tokens[at]) && !tokens[at].IsAllCapitals && HeadNoun.Of(tokens[at].Folded) is null && !Honorific.Is(tokens[at].Folded)
        && !PostWords.IsPost(tokens[at].Folded) && !GivenNames.Contains(tokens[at].Folded) && !States.IsShortName(tokens[at].Folded);

    private static bool IsAcronymAfterName(IReadOnlyList<Token> tokens, int head, int at) =>
        at > head + 1 && tokens[at].IsAllCapitals && !tokens[head].IsAllCapitals && !NameWord.IsConnective(tokens[at - 1].Folded);

    /// <summary>“Cancillería peruana”.</summary>
    private static NameSpan WithAdjective(IReadOnlyList<Token> tokens, NameSpan span) =>
        span.State is null && span.End < tokens.Count && !tokens[span.End].IsCapitalised && States.OfAdjective(tokens[span.End].Folded) is { } state
            ? span with { End = span.End + 1, NameEnd = span.End + 1, State = state }
            : span;

    /// <summary>Whether it has more than its noun and words that any organ bears; a joint committee is a meeting.</summary>
    private static bool IsNamed(IReadOnlyList<Token> tokens, NameSpan span, int head)
    {
        var words = Enumerable.Range(span.Start, span.End - span.Start).Where(i => i != head).Select(i => tokens[i].Folded).ToList();
        if ((words.Exists(HeadNoun.MakesMeeting) && span.Head!.Kind is OrganisationKind.Organ or OrganisationKind.StateBody)
            || (span.Head!.Word is "comision" or "comite" or "commission" or "committee" && words.TrueForAll(w => NameWord.IsConnective(w) || HeadNoun.IsGeneric(w) || HeadNoun.IsWork(w))))
            return false;
        if (span.Head!.IsOffice && !span.Head.Word.StartsWith("emb", StringComparison.Ordinal))
            return span.Inner is not null || (span.State is null && words.Exists(w => !NameWord.IsConnective(w) && !HeadNoun.IsGeneric(w)));
        return words.Exists(w => !NameWord.IsConnective(w) && !HeadNoun.IsGeneric(w)) || span.Inner is not null
            || (span.Head.Word is "cancilleria" && HasAdjective(tokens, span.End));
    }

    private static bool HasAdjective(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && States.OfAdjective(tokens[at].Folded) is not null;
}
