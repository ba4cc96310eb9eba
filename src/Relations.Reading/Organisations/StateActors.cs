using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>
/// Tells a State that acts from a country that is only a place: “el Perú y Colombia suscribieron”, “el Gobierno del Perú” and “los
/// cancilleres de Chile” are actors; “viajó a Colombia” and “en el Perú” are places.
/// </summary>
internal static class StateActors
{
    private static readonly string[] Borders =
        ["frontera", "fronteras", "limite", "limites", "carretera", "vuelo", "vuelos", "ruta", "rutas", "border", "borders", "road", "flight", "flights", "route", "corredor", "corridor", "comercio"];

    private static readonly string[] Gifts =
        ["financiamiento", "financiacion", "cofinanciamiento", "apoyo", "donacion", "aporte", "aportes", "contribucion", "auspicio", "patrocinio", "fondos", "respaldo", "funding", "financing", "support", "grant", "grants", "contribution", "contributions", "donation", "funds", "funded"];

    private static readonly string[] Governments = ["gobierno", "estado", "government", "governments", "gobiernos", "parte", "party", "side"];

    /// <summary>The State that is meant as an actor, with the words that make it one; null where it is only a place.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="span">The State's name.</param>
    public static NameSpan? Acting(IReadOnlyList<Token> tokens, NameSpan span)
    {
        if ((span.End == span.Start + 1 && IsGivenName(tokens, span.Start)) || IsOfName(tokens, span.End))
            return null;
        if (NameWord.IsPossessive(tokens[span.End - 1]))
            return Enumerable.Range(span.End, 4).Any(i => IsPostAt(tokens, i)) ? span : null;
        var first = FirstOfList(tokens, span.Start);
        var before = SkipArticle(tokens, first - 1);
        var word = before >= 0 ? tokens[before].Folded : null;
        return word switch
        {
            "de" or "del" or "of" or "from" => FollowsGift(tokens, before) ? span : word is "from" ? null : OfActor(tokens, span, before, first < span.Start),
            "entre" or "between" => BesideBorder(tokens, before) ? null : span,
            "con" or "with" => BesideBorder(tokens, before) ? null : span,
            "por" or "by" => FollowsDone(tokens, before) || IsAgent(tokens, span, before) ? span : null,
            "al" or "a" or "to" => FollowsThanks(tokens, before) ? span : null,
            null or "," or "y" or "e" or "and" or "que" or "that" or "cual" or "which" or "mientras" or "while" or "(" or "“" or "«" or "\"" or ":" or ";" or "•" or "-" or "–" =>
                IsSubject(tokens, span.End) ? span : null,
            // “4. Canada announced”, “b) Chile se comprometió”: an item of a list.
            "." or ")" when before is 1 or 2 && (char.IsDigit(tokens[before - 1].Written[0]) || tokens[before - 1].Written.Length == 1) => IsSubject(tokens, span.End) ? span : null,
            _ when tokens[before].Passage.End > 0 && Articles(tokens, first) && IsSubject(tokens, span.End) && !IsPreposition(word) => span,
            _ => null,
        };
    }

    /// <summary>The State of an adjective beside one who acts: “Gobierno peruano”, “Peruvian Government”, “canciller chileno”.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="at">The adjective's place.</param>
    /// <param name="names">The names known.</param>
    public static NameSpan? ByAdjective(IReadOnlyList<Token> tokens, int at, KnownNames names)
    {
        if (States.OfAdjective(tokens[at].Folded) is not { } state)
            return null;
        var sought = names.Of(state);
        if (at > 0 && Governments.Contains(tokens[at - 1].Folded) && !tokens[at].IsCapitalised)
            return new(at - 1, at + 1, [sought]);
        if (at + 1 < tokens.Count && tokens[at].IsCapitalised && tokens[at + 1].Folded is "government")
            return new(at, at + 2, [sought]);
        var beside = tokens[at].IsCapitalised ? at + 1 : at - 1;
        var further = tokens[at].IsCapitalised ? at + 2 : at - 2;
        return IsPostAt(tokens, beside) || (IsPostAt(tokens, further) && PostWords.IsModifier(tokens[beside].Folded)) ? new(at, at + 1, [sought]) : null;
    }

    /// <summary>“Uruguay XXI” is no State.</summary>
    private static bool IsOfName(IReadOnlyList<Token> tokens, int end) => end < tokens.Count && tokens[end].IsAllCapitals && tokens[end].Passage.Offset == tokens[end - 1].Passage.End + 1 && !Capitals.AreAll(tokens);

    /// <summary>“Mauricio Paz” and “Israel Soto” are people.</summary>
    private static bool IsGivenName(IReadOnlyList<Token> tokens, int at) =>
        GivenNames.Contains(tokens[at].Folded) && at + 1 < tokens.Count && tokens[at + 1].IsCapitalised && tokens[at + 1].IsWord;

    private static bool IsPostAt(IReadOnlyList<Token> tokens, int at) => at >= 0 && at < tokens.Count && PostWords.IsActing(tokens[at].Folded);

    /// <summary>“del Perú” after one who acts: with “Gobierno” it is named together.</summary>
    private static NameSpan? OfActor(IReadOnlyList<Token> tokens, NameSpan span, int of, bool isListed)
    {
        if (of > 0 && Governments.Contains(tokens[of - 1].Folded))
            return isListed ? span : span with { Start = of - 1 };

        for (var i = of - 1; i >= 0 && i >= of - 12; i--)
        {
            if (PostWords.IsActing(tokens[i].Folded))
                return span;
            if (tokens[i].Folded is "en" or "in" or "at" or "a" or "al" or "to")
                return null;
            if (!tokens[i].IsWord || char.IsDigit(tokens[i].Written[0]))
            {
                if (tokens[i].Folded is not ",")
                    return null;
            }
            else if (!tokens[i].IsCapitalised && !NameWord.IsConnective(tokens[i].Folded) && !PostWords.IsModifier(tokens[i].Folded) && States.OfAdjective(tokens[i].Folded) is null)
            {
                return tokens[i - 1 < 0 ? 0 : i - 1].Folded is "de" && i >= 2 && PostWords.IsActing(tokens[i - 2].Folded) ? span : null;
            }
        }

        return null;
    }

    /// <summary>“con financiamiento de Noruega”, “with funding from Norway”.</summary>
    private static bool FollowsGift(IReadOnlyList<Token> tokens, int of) => of > 0 && Gifts.Contains(tokens[of - 1].Folded);

    /// <summary>Where the list of States begins that a State stands in: “Argentina, Brasil, Paraguay y Uruguay”.</summary>
    private static int FirstOfList(IReadOnlyList<Token> tokens, int at)
    {
        var first = at;
        for (var i = SkipArticle(tokens, at - 1); i > 0 && tokens[i].Folded is "," or "y" or "e" or "and"; i = SkipArticle(tokens, first - 1))
        {
            var state = StateEndingAt(tokens, i - 1);
            if (state < 0 && i > 1 && tokens[i - 1].Folded == ",")
                state = StateEndingAt(tokens, i - 2);
            if (state < 0)
                break;
            first = state;
        }

        return first;
    }

    private static int StateEndingAt(IReadOnlyList<Token> tokens, int end)
    {
        if (end >= 0 && tokens[end].IsCapitalised && States.IsShortName(tokens[end].Folded))
            return end;
        for (var words = 2; words <= 3 && end - words + 1 >= 0; words++)
        {
            if (tokens[end - words + 1].IsCapitalised && States.IsLongName(tokens, end - words + 1, words))
                return end - words + 1;
        }

        return -1;
    }

    private static int SkipArticle(IReadOnlyList<Token> tokens, int at)
    {
        while (at >= 0 && tokens[at].Folded is "el" or "la" or "los" or "las" or "the")
            at--;
        return at;
    }

    private static bool Articles(IReadOnlyList<Token> tokens, int first) => first > 0 && tokens[first - 1].Folded is "el" or "la" or "los" or "the";

    private static bool BesideBorder(IReadOnlyList<Token> tokens, int at) =>
        Enumerable.Range(Math.Max(0, at - 3), at - Math.Max(0, at - 3)).Any(i => Borders.Contains(tokens[i].Folded));

    /// <summary>“firmado por el Perú”, “signed by Peru”.</summary>
    private static bool FollowsDone(IReadOnlyList<Token> tokens, int by) => by > 0 && (tokens[by - 1].Folded is "parte"
        || tokens[by - 1].Folded is [.., 'a' or 'i', 'd', 'o' or 'a'] or [.., 'a' or 'i', 'd', 'o' or 'a', 's'] or [.., 'i', 't', 'o' or 'a'] or [.., 'e', 'd'] or "on");

    /// <summary>“Por el Perú, el señor …”, “Por Colombia: …”: a list of those who came for it.</summary>
    private static bool IsAgent(IReadOnlyList<Token> tokens, NameSpan span, int by) =>
        (by == 0 || tokens[by - 1].Folded is ";" or "y" or "and" or "," or ".") && span.End < tokens.Count && tokens[span.End].Folded is "," or ":" or "participaron" or "participo" or "asistieron" or "asistio" or "firmo" or "suscribio" or "lo";

    private static bool FollowsThanks(IReadOnlyList<Token> tokens, int to) =>
        Enumerable.Range(Math.Max(0, to - 3), to - Math.Max(0, to - 3)).Any(i => tokens[i].Folded.StartsWith("agradec", StringComparison.Ordinal) || tokens[i].Folded is "grateful" or "thanks");

    private static bool IsPreposition(string? word) => word is "en" or "in" or "desde" or "from" or "hacia" or "para" or "for" or "sobre" or "about" or "at" or "hasta" or "across";

    /// <summary>Whether a verb follows, or the rest of a list of States with one.</summary>
    private static bool IsSubject(IReadOnlyList<Token> tokens, int end)
    {
        var i = end;
        while (i < tokens.Count && i < end + 40 && (tokens[i].Folded is "," or "y" or "e" or "and" or "el" or "la" or "los" or "the" || (tokens[i].IsCapitalised && IsOfState(tokens, i)) || IsOfAmerica(tokens, i) || IsActingBeside(tokens, i)))
            i++;
        return i < tokens.Count && (i == end || tokens[i - 1].IsCapitalised) && IsVerb(tokens, i);
    }

    /// <summary>“Costa Rica y la OPS fortalecen”: an acronym acts with it.</summary>
    private static bool IsActingBeside(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && tokens[at].IsAllCapitals && tokens[at].Written.Length > 2 && tokens[at - 1].Folded is "y" or "e" or "and" or "la" or "el" or "the" && !Capitals.AreAll(tokens);

    private static bool IsOfAmerica(IReadOnlyList<Token> tokens, int at) =>
        (tokens[at].Folded is "of" or "de" && at + 1 < tokens.Count && tokens[at + 1].Folded is "america") || (tokens[at].Folded is "america" && tokens[at - 1].Folded is "of" or "de");

    private static bool IsOfState(IReadOnlyList<Token> tokens, int at) =>
        States.IsShortName(tokens[at].Folded) || States.IsLongName(tokens, at, 2) || (at > 0 && States.IsLongName(tokens, at - 1, 2));

    private static bool IsVerb(IReadOnlyList<Token> tokens, int at)
    {
        var word = tokens[at].Folded;
        if (word is "se" or "ha" or "han" or "y" or "has" or "have" or "will" or "is" or "are" or "es" or "son" or "no" or "agreed" or "firman" or "acuerdan" or "suscriben")
            return word is not "y";
        return !tokens[at].IsCapitalised && word.Length > 3 && (tokens[at].Written[^1] is 'ó' or 'á' || word.EndsWith("ron", StringComparison.Ordinal)
            || word.EndsWith("ran", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("an", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal)
            || ActingVerbs.Contains(word));
    }

    private static readonly string[] ActingVerbs =
    [
        "firma", "suscribe", "acuerda", "ratifica", "aprueba", "apuesta", "apoya", "expresa", "reafirma", "reitera", "saluda", "condena", "felicita", "renueva", "participa", "preside", "asume", "propone", "anuncia", "agradece", "considera", "reconoce", "destaca", "recibe", "lamenta",
        "sign", "signs", "agree", "agrees", "ratifies", "supports", "support", "welcomes", "welcome", "join", "joins", "renew", "renews", "launch", "launches", "approves", "approve", "reaffirm", "reaffirms", "hold", "holds", "met", "meet", "meets", "undertook", "became", "held", "thanks", "expresses",
    ];
}
