using System.Collections.Frozen;
using Relations.Reading.Facts.Verbs;

namespace Relations.Reading.Facts.Meetings;

/// <summary>A topic in the words of a text.</summary>
/// <param name="Passage">Where it stands.</param>
/// <param name="Words">Its words; those of the passage but where two nouns share an adjective.</param>
internal sealed record TopicPhrase(Passage Passage, string Words);

/// <summary>Reads the noun phrases of a list: “comercio, la migración laboral y la gestión de fronteras”.</summary>
internal static class TopicPhrases
{
    /// <summary>The longest list, in tokens.</summary>
    private const int Longest = 90;

    /// <summary>The longest topic, in tokens.</summary>
    private const int LongestPhrase = 22;

    private static readonly FrozenSet<string> Articles = Words("el la los las un una unos unas su sus the a an their its lo al");

    private static readonly FrozenSet<string> Stops = Words(
        "que quien quienes donde mientras cuando durante mediante segun cuyo cuya cual cuales ademas entre which who where while during that through according when under within aimed including");

    private static readonly FrozenSet<string> Actions = Words(
        "implementacion ejecucion realizacion creacion busqueda promocion consolidacion fortalecimiento construccion elaboracion proteccion defensa mejora desarrollo implementation execution creation promotion strengthening development protection");

    private static readonly string[] EndPhrases =
    [
        "para", "a fin de", "con el fin", "con miras", "en el marco", "en el contexto", "en ocasion", "en la sede", "a traves de", "de manera", "in order", "with a view", "as part of", "in the context", "in the framework",
        "entre otros", "entre otras", "among others", "among other", "a partir de", "in line with", "de cara a", "a nivel", "a lo largo", "tanto en", "por parte de",
        "en la region", "en el pais", "en la subregion", "in the region", "in the country",
    ];

    private static readonly string[] Leads =
    [
        "temas relacionados con", "temas vinculados a", "temas vinculados con", "temas referidos a", "asuntos relacionados con", "asuntos vinculados a", "aspectos relacionados con", "cuestiones relacionadas con", "diversos temas relacionados con",
        "temas como", "temas tales como", "asuntos como", "asuntos tales como", "areas como", "ambitos como", "el estado actual de", "el estado de", "el tema de", "los temas de", "temas de", "asuntos de", "cuestiones de", "aspectos de", "en materia de", "materias como", "materia de",
        "issues related to", "matters related to", "issues relating to", "topics such as", "issues such as", "areas such as", "matters such as", "issues of", "issues including", "topics including", "topics related to", "ways to",
    ];

    private static readonly FrozenSet<string> Vague = Words(
        "temas tema asuntos asunto aspectos cuestiones diversos diversas varios otros otras interes mutuo comun bilateral bilaterales agenda ambitos areas posibles posible importantes prioritarios "
        + "issues issue matters topics topic various other common mutual interest several range areas area wide a of de y and en la el los las the detalles resultados opiniones puntos vista ideas experiencias views");

    /// <summary>The topics that begin at a place.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="from">The first token.</param>
    public static IReadOnlyList<TopicPhrase> Read(SentenceView view, int from)
    {
        from = PastExamples(view, PastLead(view, from));
        return Split(view, from, End(view, from));
    }

    private static IReadOnlyList<TopicPhrase> Split(SentenceView view, int from, int to)
    {
        List<(int From, int To)> phrases = [];
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (Separator(view, i, start, to, phrases.Count > 0 || HasComma(view, from, to)) is not (> 0 and var length))
                continue;
            phrases.Add((start, i));
            start = i + length;
            i = start - 1;
        }

        phrases.Add((start, to));
        return [.. Shared(view, phrases).Where(p => !IsVague(p.Words))];
    }

    /// <summary>
    /// What words of somebody aim at: “el fortalecimiento de” and what it names. A noun of action beside it, as in “y la implementación de”,
    /// is the next thing said, and no topic.
    /// </summary>
    /// <param name="view">The sentence.</param>
    /// <param name="from">The first token.</param>
    public static IReadOnlyList<TopicPhrase> Aimed(SentenceView view, int from)
    {
        var whole = view with
        {
            Quoted = new bool[view.Tokens.Count],
            Verbs = [.. Enumerable.Range(0, view.Tokens.Count).Where(i => VerbLexicon.At(view.Tokens, i) is not null).Select(i => new VerbAt(i, VerbLexicon.At(view.Tokens, i)!.Value))],
        };
        var to = End(whole, from);
        for (var i = from + 1; i < to; i++)
        {
            if (whole.Word(i) is "," or ";" || (whole.Word(i) is "y" or "e" or "and" && (!Articles.Contains(whole.Word(i + 1)) || Actions.Contains(whole.Word(i + 2)))))
                to = i;
        }

        return Split(whole, from, to);
    }

    /// <summary>The topic that a whole line is; null where it says nothing of its own.</summary>
    /// <param name="view">The line.</param>
    /// <param name="from">Its first word.</param>
    public static TopicPhrase? OfLine(SentenceView view, int from) =>
        Clean(view, PastLead(view, from), view.Tokens.Count) is { } phrase && !IsVague(phrase.Words) ? phrase : null;

    /// <summary>“los principales temas de la relación bilateral, entre ellos el comercio”, “new areas of work, such as energy”: what they are.</summary>
    private static int PastExamples(SentenceView view, int from)
    {
        if (!Enumerable.Range(from, 5).Any(i => view.Word(i) is "temas" or "asuntos" or "areas" or "ambitos" or "lineas" or "aspectos" or "topics" or "issues" or "matters" or "opportunities" or "oportunidades" or "puntos"))
            return from;
        for (var i = from + 1; i < Math.Min(view.Tokens.Count, from + 14); i++)
        {
            if (view.ReadsAny(i, ["entre ellos", "entre ellas", "entre los que destacan", "entre los que se encuentran", "entre otros", "tales como", "such as", "including", "como", "notably", "namely"]) is > 0 and var lead)
                return i + lead;
            if (view.Word(i) is "." or ";" || (view.VerbAt(i) is { IsFinite: true } && !Sides.IsInName(view, i)))
                break;
        }

        return from;
    }

    private static int PastLead(SentenceView view, int from)
    {
        for (var i = 0; i < 3; i++)
        {
            if (view.ReadsAny(from, Leads) is > 0 and var lead)
                from += lead;
            else if (Articles.Contains(view.Word(from)) && view.ReadsAny(from + 1, Leads) is > 0 and var after)
                from += after + 1;
        }

        return from;
    }

    private static int End(SentenceView view, int from)
    {
        for (var i = from; i < Math.Min(view.Tokens.Count, from + Longest); i++)
        {
            if (Sides.IsInName(view, i))
                continue;
            if (view.Word(i) is "con" or "with" && Enumerable.Range(i + 1, 3).Any(n => n < view.Tokens.Count && Sides.IsInName(view, n)) && view.Word(i - 1) is not ("cooperacion" or "cooperation" or "relacion" or "relaciones"))
                return i;
            if (view.Quoted[i] || view.Word(i) is "." or ":" or "(" or "—" || Stops.Contains(view.Word(i)) || view.ReadsAny(i, EndPhrases) > 0)
                return i;
            if (view.VerbAt(i) is { Form: not (VerbForm.Participle or VerbForm.Past) or VerbForm.Past } verb && IsClause(view, i, verb))
                return view.Word(i - 1) is "se" or "y" or "and" or "," ? i - 1 : i;
        }

        return Math.Min(view.Tokens.Count, from + Longest);
    }

    private static bool IsClause(SentenceView view, int at, Verb verb) => verb.Form switch
    {
        VerbForm.Gerund => verb.Lemma.EndsWith('r'),
        VerbForm.Base or VerbForm.Participle or VerbForm.Infinitive => false,
        // “the equipment delivered in 2021” goes on; “and agreed to” does not.
        VerbForm.Past when !verb.Lemma.EndsWith('r') => view.Word(at - 1) is "and" or "," or "they",
        _ => true,
    };

    private static bool HasComma(SentenceView view, int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(i => view.Word(i) is "," or ";" && i < to - 1);

    /// <summary>How many tokens part two topics here; 0 where none do.</summary>
    private static int Separator(SentenceView view, int at, int start, int to, bool isList)
    {
        if (at == start || Sides.IsInName(view, at) && Sides.IsInName(view, at + 1) && !Articles.Contains(view.Word(at + 1)))
            return 0;
        foreach (var phrase in (string[])["asi como", "as well as", "ademas de", ", asi como", ", as well as", ", y", ", e", ", and", "; y", "; and"])
        {
            if (view.Reads(at, phrase))
                return phrase.AsSpan().Count(' ') + 1;
        }

        return view.Word(at) switch
        {
            "," or ";" => 1,
            "y" or "e" or "and" when isList && IsWithin(view, at, start, to) => 0,
            "y" or "e" or "and" when isList || Articles.Contains(view.Word(at + 1)) || (HasComplement(view, start, at) && HasComplement(view, at + 1, to)) => 1,
            _ => 0,
        };
    }

    /// <summary>“the food and energy crisis, climate action and …”: “and” before a comma of the same list parts no topics where a bare word stands before it.</summary>
    private static bool IsWithin(SentenceView view, int and, int start, int to)
    {
        var first = Articles.Contains(view.Word(start)) ? start + 1 : start;
        return and - first == 1 && view.Word(and - 2) is not "," && !Articles.Contains(view.Word(and + 1)) && Enumerable.Range(and + 2, Math.Max(0, to - and - 2)).Any(i => view.Word(i) is ",");
    }

    // “comercio y desarrollo” may be one topic; “cooperación técnica y gestión de fronteras” are two.
    private static bool HasComplement(SentenceView view, int from, int to) => to - from >= 2 && !view.Tokens[from].IsAllCapitals;

    /// <summary>“la integración y la ciudadanía andina”: the adjective of the second is also the first's where each has its article.</summary>
    private static IEnumerable<TopicPhrase> Shared(SentenceView view, List<(int From, int To)> phrases)
    {
        for (var i = 0; i < phrases.Count; i++)
        {
            if (Clean(view, phrases[i].From, phrases[i].To) is not { } phrase)
                continue;
            if (phrases.Count == 2 && i == 0 && IsBareNoun(view, phrases[i]) && Clean(view, phrases[i + 1].From, phrases[i + 1].To) is { } next
                && Articles.Contains(view.Word(phrases[i + 1].From)) && next.Words.Split(' ') is [_, var adjective] && char.IsLower(adjective[0]))
                yield return new(Passage.Between(phrase.Passage.Offset, next.Passage.End), $"{phrase.Words} {adjective}");
            else
                yield return phrase;
        }
    }

    private static bool IsBareNoun(SentenceView view, (int From, int To) phrase) => phrase.To - phrase.From == 2 && Articles.Contains(view.Word(phrase.From));

    private static TopicPhrase? Clean(SentenceView view, int from, int to)
    {
        while (from < to && (Articles.Contains(view.Word(from)) || !view.Tokens[from].IsWord || view.Word(from) is "de" or "del" or "sobre" or "en" or "como" or "of" or "on" or "also" or "tambien"))
            from++;
        while (to > from && (!view.Tokens[to - 1].IsWord && view.Tokens[to - 1].Written is not ")" || view.Word(to - 1) is "y" or "e" or "and" or "de" or "del" or "en" or "la" or "el" or "of" or "the" or "a" or "in"))
            to--;
        if (to <= from || to - from > LongestPhrase)
            return null;
        var passage = view.Between(from, to);
        return new(passage, passage.In(view.Text));
    }

    private static bool IsVague(string words) =>
        Text.ReadText.Fold(words).Split(' ').All(Vague.Contains) || words.Length < 4;

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' ').Distinct(), StringComparer.Ordinal);
}
