using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Finds the posts in a sentence, each with its organisation.</summary>
/// <param name="text">The whole text.</param>
internal sealed class PostPhrases(ReadText text)
{
    /// <summary>How many words a post may take.</summary>
    private const int MostWords = 30;

    private static readonly string[] Leading =
        ["former", "ex", "acting", "interim", "new", "newly", "appointed", "elected", "outgoing", "incoming", "current", "then", "actual", "saliente", "entrante", "flamante", "nuevo", "nueva", "entonces"];

    private static readonly string[] ActingWords = ["acting", "interim", "interino", "interina", "a.i.", "encargado", "encargada"];

    private static readonly string[] FieldEndings =
        ["es", "al", "ica", "ico", "icas", "icos", "ior", "iva", "ivo", "ivas", "ivos", "ana", "ano", "anas", "anos", "ria", "rio", "rias", "rios", "ble", "ina", "ino", "erna", "erno", "ado", "ada"];

    // In English they stand before the field that they qualify: “National Beautification”.
    private static readonly string[] FieldQualities =
        ["national", "international", "foreign", "public", "rural", "urban", "social", "economic", "human", "natural", "digital", "renewable", "sustainable", "regional", "local", "blue", "green", "higher", "domestic", "external", "internal", "legal", "agricultural", "environmental", "cultural", "industrial"];

    /// <summary>The posts in a sentence, in order; none lies in another.</summary>
    /// <param name="sentence">The sentence.</param>
    public IReadOnlyList<PostPhrase> In(PeopledSentence sentence)
    {
        List<PostPhrase> phrases = [];
        for (var i = 0; i < sentence.Tokens.Count;)
        {
            if (sentence.IsTaken(i) || !IsHead(sentence.Tokens, i))
            {
                i++;
                continue;
            }

            var phrase = At(sentence, i, phrases.Count > 0 ? phrases[^1].End : 0);
            phrases.Add(phrase);
            i = Math.Max(i + 1, phrase.End);
        }

        return phrases;
    }

    /// <summary>The posts in a sentence that several people hold, each in the singular: “los Directores Generales de la SGCAN, A y B”.</summary>
    /// <param name="sentence">The sentence.</param>
    public IReadOnlyList<PostPhrase> Plural(PeopledSentence sentence)
    {
        List<PostPhrase> phrases = [];
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (sentence.IsTaken(i) || PostWords.SingularOf(sentence.Tokens[i].Written) is not { } head)
                continue;
            var phrase = At(sentence, i, phrases.Count > 0 ? phrases[^1].End : 0);
            var end = phrase.End;
            while (phrase.Organisation is not null && end + 1 < sentence.Tokens.Count && sentence.Tokens[end].Folded is "y" or "e" or "and" or "," && sentence.Beginning(end + 1) is { IsAnaphora: false })
                end = sentence.EndOf(end + 1);
            phrases.Add(phrase with { End = end, Head = head, Post = string.Join(' ', phrase.Post.Split(' ').Select(PostWords.Singular)) });
            i = phrase.End - 1;
        }

        return phrases;
    }

    /// <summary>“vice president”, “Deputy Director” and “Chief of Staff” each have one noun; “deputy” and “chief” before another are no posts of their own.</summary>
    private static bool IsHead(IReadOnlyList<Token> tokens, int at)
    {
        var word = tokens[at].Folded;
        if (!PostWords.IsPost(word) || (word is "secretaria" && tokens[at].Written.Contains('í', StringComparison.OrdinalIgnoreCase)))
            return false;
        if ((IsBareEnglish(word) && !IsBareHead(tokens, at)) || (PostWords.IsSurnameToo(word) && IsAfterName(tokens, at)))
            return false;
        var isBeforeAnother = at + 1 < tokens.Count && PostWords.IsModifier(word) && (PostWords.IsPost(tokens[at + 1].Folded) || (PostWords.IsModifier(tokens[at + 1].Folded) && tokens[at + 1].Folded is not "general"));
        return !isBeforeAnother && !(word is "secretaria" or "presidencia" && at + 1 < tokens.Count && tokens[at + 1].Folded is "de" && !tokens[at].IsCapitalised && at > 0 && tokens[at - 1].Folded is "esta" or "una")
            && !(word is "deputy" or "charge" or "titular" or "chair" or "fiscal" or "consejo" && at > 0 && !IsDeterminer(tokens[at - 1].Folded) && !tokens[at].IsCapitalised);
    }

    /// <summary>Words that are a post only in some places: “Senior Executive at CAF”, “Speaker of Parliament”, “Programme Assistant”.</summary>
    private static bool IsBareEnglish(string word) => word is "executive" or "speaker" or "focal" or "punto" or "leader" or "lider" or "assistant" or "founder" or "asistente";

    private static bool IsBareHead(IReadOnlyList<Token> tokens, int at)
    {
        var next = at + 1 < tokens.Count ? tokens[at + 1].Folded : "";
        return tokens[at].Folded switch
        {
            "executive" => at > 0 && tokens[at].IsCapitalised && tokens[at - 1].Folded is "senior" or "chief" or "principal" or "account" or "relationship" && !PostWords.IsPost(next),
            "focal" => next is "point",
            "punto" => next is "focal",
            "speaker" => next is "of" && at + 3 < tokens.Count && tokens[at + 2].Folded is "the" or "parliament" or "congress",
            "lider" or "asistente" => next is "de" or "del" or "tecnico" or "tecnica" or "administrativo" or "administrativa",
            _ => tokens[at].IsCapitalised && !PostWords.IsPost(next),
        };
    }

    // “Patricia Montaño Rey”, “Larry King”: a surname by the name before it.
    private static bool IsAfterName(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && tokens[at].IsCapitalised && tokens[at - 1].IsCapitalised && tokens[at - 1].IsWord && !PostWords.IsModifier(tokens[at - 1].Folded) && !tokens[at - 1].IsAllCapitals
        && !Honorific.Is(tokens[at - 1].Folded) && !IsDeterminer(tokens[at - 1].Folded) && (GivenNames.Contains(tokens[at - 1].Folded) || (at > 1 && GivenNames.Contains(tokens[at - 2].Folded)));

    private static bool IsDeterminer(string folded) => folded is "el" or "la" or "the" or "," or "al" or "del" or "su" or "its" or "como" or "as" or "un" or "una" or "a" or "(";

    private PostPhrase At(PeopledSentence sentence, int head, int least)
    {
        var tokens = sentence.Tokens;
        var start = head;
        while (start > least && !sentence.IsTaken(start - 1) && IsLeft(tokens, start - 1))
            start--;
        start = FieldBefore(sentence, start, head, least);
        var state = new Building(sentence, head) { Start = start, End = head + 1 };
        if (start > least && sentence.Ending(start - 1) is { } owner && tokens[start - 1].Folded is not "," && IsOwner(sentence, start - 1))
        {
            state.Organisation = owner.Key;
            state.Start = StartOf(sentence, start - 1);
        }

        while (start < head && Leading.Contains(tokens[start].Folded))
            state.Note(tokens[start++].Folded);
        Extend(state);
        if (state.Organisation is null && state.Start > 1 && tokens[state.Start - 1].Folded is "su" or "its")
            state.Organisation = Owner(sentence, state.Start - 1);
        var post = sentence.PassageOf(start, Math.Max(head + 1, state.PostEnd)).In(text.Text);
        return new(state.Start, state.End, Plain(tokens[head].Folded), Cleaned(post, tokens[head].Folded), state.Organisation, state.Acting, state.Former || IsEx(tokens[head].Folded))
        {
            HasArticle = state.Start > 0 && tokens[state.Start - 1].Folded is "el" or "la" or "the" or "al" or "del",
        };
    }

    /// <summary>“la Universidad de Lima y su rector”: the organisation named last before “su”.</summary>
    private static string? Owner(PeopledSentence sentence, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 8); i--)
        {
            if (sentence.Organisations[i] is { } owner)
                return owner.Key;
            if (sentence.Tokens[i].Folded is ";" or ".")
                break;
        }

        return null;
    }

    /// <summary>“…, Gender Adviser at the OECS”: words with capitals between a comma and an English post are its field.</summary>
    private static int FieldBefore(PeopledSentence sentence, int start, int head, int least)
    {
        var tokens = sentence.Tokens;
        var first = start;
        while (first > least && start - first < 4 && tokens[first - 1].IsCapitalised && tokens[first - 1].IsWord && !sentence.IsTaken(first - 1) && !GivenNames.Contains(tokens[first - 1].Folded) && !Honorific.Is(tokens[first - 1].Folded))
            first--;
        return first < start && first > 1 && tokens[head].IsCapitalised && tokens[first - 1].Folded is "," or "(" ? first : start;
    }

    private static bool IsLeft(IReadOnlyList<Token> tokens, int at) =>
        Leading.Contains(tokens[at].Folded) || (PostWords.IsModifier(tokens[at].Folded) && (tokens[at].IsCapitalised || at == 0 || !PostWords.IsPost(tokens[at - 1].Folded)))
        || (tokens[at].Folded is "first" or "primer" or "primera" or "alto" or "alta");

    /// <summary>English puts the organisation before the post: “CARICOM Secretary-General”, “Peru's Minister”; an adjective of a State does too.</summary>
    private static bool IsOwner(PeopledSentence sentence, int at) =>
        NameWord.IsPossessive(sentence.Tokens[at]) || (sentence.Tokens[at].IsCapitalised && IsEnglishPost(sentence.Tokens[at + 1].Folded)) || sentence.Tokens[at].Folded is ")" && IsEnglishPost(sentence.Tokens[at + 1].Folded);

    private static bool IsEnglishPost(string folded) => folded is not ("general" or "director" or "rector" or "titular" or "vocal") || folded is "director";

    private static int StartOf(PeopledSentence sentence, int at)
    {
        var mention = sentence.Organisations[at];
        while (at > 0 && sentence.Organisations[at - 1] == mention)
            at--;
        return at;
    }

    /// <summary>Takes what follows the noun: its qualities, its field of work, its organisation.</summary>
    private static void Extend(Building state)
    {
        while (state.End < state.Tokens.Count && state.End - state.Head < MostWords && Step(state))
        {
        }

        state.PostEnd = state.PostEnd == 0 ? state.End : state.PostEnd;
        TakeOrganisationBehind(state);
    }

    private static bool Step(Building state)
    {
        var (tokens, at) = (state.Tokens, state.End);
        var word = tokens[at].Folded;
        if (word is "point" or "focal" && at == state.Head + 1 && tokens[state.Head].Folded is "focal" or "punto")
            return Take(state, at + 1, isBare: true);
        if (state.Sentence.Organisations[at] is { } mention && !NameWord.IsConnective(word))
            return TakeAdjective(state, mention, at);
        if (word is "responsable" or "encargado" or "encargada" or "titular" && at == state.Head + 1 && at + 1 < tokens.Count && tokens[at + 1].Folded is "de" or "del")
            return Take(state, at + 1, isBare: true);
        if (ActingWords.Contains(word) || (word is "en" && at + 1 < tokens.Count && tokens[at + 1].Folded is "funciones") || (word is "ad" && at + 1 < tokens.Count && tokens[at + 1].Folded is "interim"))
        {
            state.Acting = true;
            state.PostEnd = state.PostEnd == 0 ? at : state.PostEnd;
            state.End = word is "en" or "ad" ? at + 2 : at + 1;
            return true;
        }

        if (PostWords.IsModifier(word) && (state.IsBare || tokens[at].IsCapitalised) && !IsNameStart(state, at))
            return Take(state, at + 1, isBare: true);
        if (IsTie(word))
            return TakeTied(state, at);
        if (word is "," && state.Tokens[state.Head].Folded is "ministro" or "ministra" or "minister" or "secretario" or "secretaria" or "viceministro" or "viceministra" && ListGoesOn(state, at))
            return Take(state, at + 2, isBare: false);
        return !state.IsBare && IsFieldWord(state, at) && Take(state, at + 1, isBare: false);
    }

    private static bool IsTie(string word) => word is "de" or "del" or "para" or "of" or "for" or "en" or "in" or "to" or "on" or "ante" or "y" or "e" or "and" or "a" or "at" or "with" or "por" or "contra" or "against" or "sobre" or "d'affaires" or "al";

    private static bool Take(Building state, int end, bool isBare)
    {
        (state.End, state.IsBare) = (end, isBare);
        return true;
    }

    /// <summary>“canciller peruano”: the adjective names the State.</summary>
    private static bool TakeAdjective(Building state, OrganisationMention mention, int at)
    {
        if (state.Organisation is null && state.Tokens[at].IsAllCapitals && !state.IsBare && state.Sentence.Beginning(at) is { IsAnaphora: false })
            return TakeOrganisation(state, at - 1, at, mention) || SetPostEnd(state, at);
        if (state.Organisation is not null || States.OfAdjective(state.Tokens[at].Folded) is null || state.Tokens[at].IsCapitalised)
            return false;
        state.Organisation = mention.Key;
        state.PostEnd = state.PostEnd == 0 ? at : state.PostEnd;
        state.End = at + 1;
        if (state.End + 1 < state.Tokens.Count && state.Tokens[state.End].Folded is "ante" or "en" or "to")
            TakePlace(state, state.End);
        return state.End < state.Tokens.Count && state.Tokens[state.End].Folded is "de" or "del" && TakeField(state);
    }

    /// <summary>“Oficial de Proyecto OIM”: the post ends where the organisation begins.</summary>
    private static bool SetPostEnd(Building state, int at)
    {
        state.PostEnd = at;
        return false;
    }

    /// <summary>“ministra chilena de Cultura”.</summary>
    private static bool TakeField(Building state)
    {
        state.PostEnd = 0;
        return true;
    }

    private static bool TakeTied(Building state, int at)
    {
        var tokens = state.Tokens;
        var next = at + 1;
        while (next < tokens.Count && next <= at + 2 && tokens[next].Folded is "la" or "el" or "los" or "las" or "the" or "lo")
            next++;
        if (next >= tokens.Count)
            return false;
        var isAnd = tokens[at].Folded is "y" or "e" or "and";
        if (state.Sentence.Beginning(next) is { } mention)
            return !isAnd && TakeOrganisation(state, at, next, mention);
        if (!tokens[next].IsWord || Honorific.Is(tokens[next].Folded) || (isAnd && ((next > at + 1 && tokens[next].Folded is not ("caribe" or "caribbean" or "eastern" or "wider" or "pacific") && !IsOfMinister(state, next)) || state.IsBare)) || char.IsDigit(tokens[next].Written[0]))
            return false;
        if (PostWords.IsPost(tokens[next].Folded) && (isAnd || tokens[at].Folded is "a" or "en" or "con" or "al" or "to" or "with"))
            return false;
        if (IsNameStart(state, next) || tokens[at].Folded is "a" or "al" or "to" or "por" or "with" or "at" && !IsDative(tokens, at, next))
            return false;
        var words = tokens[at].Folded is "to" or "a" ? Enumerable.Range(2, 3).LastOrDefault(n => next + n <= tokens.Count && States.IsLongName(tokens, next, n), 1) : 1;
        return !(isAnd && LooksVerb(tokens[next])) && Take(state, next + words, isBare: false);
    }

    /// <summary>“Minister of Finance and the Public Service”: a second field of the same minister.</summary>
    private static bool IsOfMinister(Building state, int next) =>
        state.Tokens[state.Head].Folded is "minister" or "ministro" or "ministra" or "secretary" && state.Tokens[next].IsCapitalised && !PostWords.IsPost(state.Tokens[next].Folded)
        && state.Sentence.Organisations[next] is null && HeadNoun.Of(state.Tokens[next].Folded) is null && !(state.Tokens[state.Head].Folded is "secretary" && next < state.Head + 4);

    private static bool IsDative(IReadOnlyList<Token> tokens, int at, int next) => tokens[at].Folded is "to" or "a" && tokens[next].IsCapitalised
        && (States.IsShortName(tokens[next].Folded) || Enumerable.Range(2, 3).Any(n => next + n <= tokens.Count && States.IsLongName(tokens, next, n)));

    /// <summary>The organisation whose post it is, and the place after it: “de la OIM en el Perú”, “de Chile ante la OEA”.</summary>
    private static bool TakeOrganisation(Building state, int tie, int next, OrganisationMention mention)
    {
        if (state.Tokens[tie].Folded is "para" or "for" or "en" or "in" or "a" or "por" or "with" or "con" or "sobre" or "on" or "al" or "contra" or "against" && state.Organisation is null && !mention.IsAnaphora && state.Tokens[tie].Folded is not ("en" or "in"))
            return false;
        var end = state.Sentence.EndOf(next);
        if (state.Organisation is null)
        {
            state.Organisation = mention.Key;
            var isOfMission = state.Tokens[state.Head].Folded is "jefe" or "jefa" or "encargado" or "encargada" or "head" or "chief" && HeadNoun.Of(state.Tokens[next].Folded) is { IsOffice: true };
            state.PostEnd = state.PostEnd != 0 ? state.PostEnd : isOfMission ? next + 1 : tie;
        }

        state.End = end;
        var isPlaced = end + 1 < state.Tokens.Count && state.Tokens[end].Folded is "–" or "-" or "en" or "in" or "ante" or "to" or "para" or "for";
        if (isPlaced)
            TakePlace(state, end);
        return false;
    }

    private static void TakePlace(Building state, int at)
    {
        var tokens = state.Tokens;
        var next = at + 1;
        while (next < tokens.Count && next <= at + 2 && tokens[next].Folded is "la" or "el" or "los" or "las" or "the")
            next++;
        // “representante de la FAO en el país, Luis Paz”
        if (next > at + 1 && next + 1 < tokens.Count && tokens[next].Folded is "pais" or "country" or "region" or "subregion" && tokens[next + 1].Folded is ",")
            state.End = next + 1;
        if (next >= tokens.Count || !tokens[next].IsCapitalised || IsNameStart(state, next))
            return;
        var end = state.Sentence.Organisations[next] is not null ? state.Sentence.EndOf(next) : next + 1;
        while (end < tokens.Count && end < next + 16 && state.Sentence.Organisations[end] is null
            && (IsNextState(tokens, end) || (tokens[end].IsCapitalised && tokens[end].IsWord && !IsNameStart(state, end) && !PostWords.IsPost(tokens[end].Folded)) || (tokens[end].Folded is "del" or "de" && end + 1 < tokens.Count && tokens[end + 1].IsCapitalised && !IsNameStart(state, end + 1))))
            end++;
        state.End = end;
    }

    /// <summary>“para Bolivia, Chile y Perú”.</summary>
    private static bool IsNextState(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Folded is "," or "y" or "e" or "and" && at + 1 < tokens.Count && tokens[at + 1].IsCapitalised && States.IsShortName(tokens[at + 1].Folded);

    /// <summary>“Directora de Relaciones Externas, SELA” and “Director (OIM)”.</summary>
    private static void TakeOrganisationBehind(Building state)
    {
        var (tokens, at) = (state.Tokens, state.End);
        if (state.Organisation is not null || at + 1 >= tokens.Count || tokens[at].Folded is not ("," or "(" or "-" or "–"))
            return;
        var next = at + 1;
        while (next < tokens.Count && next <= at + 3 && tokens[next].Folded is "de" or "del" or "la" or "el" or "the" or "of")
            next++;
        if (state.Sentence.Beginning(next) is not { IsAnaphora: false } mention)
            return;
        var end = state.Sentence.EndOf(next);
        if (end < tokens.Count && tokens[end].Folded is not ("," or ";" or "." or ")" or "(" or "y" or "and"))
            return;
        state.Organisation = mention.Key;
        state.End = end < tokens.Count && tokens[end].Folded == ")" && tokens[at].Folded == "(" ? end + 1 : end;
    }

    private static bool ListGoesOn(Building state, int comma)
    {
        var tokens = state.Tokens;
        for (var i = comma + 1; i < tokens.Count && i < comma + 7; i++)
        {
            if (tokens[i].Folded is "y" or "e" or "and")
                return i > comma + 1 && i + 1 < tokens.Count && tokens[i + 1].IsCapitalised && !IsNameStart(state, i + 1) && !PostWords.IsPost(tokens[i + 1].Folded) && state.Sentence.Organisations[i + 1] is null;
            if (tokens[i].Folded is not ("," or "de" or "del" or "la") && (!tokens[i].IsCapitalised || IsNameStart(state, i) || PostWords.IsPost(tokens[i].Folded) || state.Sentence.Organisations[i] is not null))
                return false;
        }

        return false;
    }

    /// <summary>A word that goes on with a field of work: “Relaciones Exteriores”, “asuntos migratorios”; not a name.</summary>
    private static bool IsFieldWord(Building state, int at)
    {
        var token = state.Tokens[at];
        if (!token.IsWord || IsNameStart(state, at) || Honorific.Is(token.Folded) || PostWords.IsPost(token.Folded) || LooksVerb(token))
            return false;
        var isEnglish = state.Tokens[state.End - 1].IsCapitalised && token.IsCapitalised && IsEnglishField(token.Folded);
        isEnglish |= state.Tokens[state.Head].Folded is "minister" or "secretary" && token.IsCapitalised && state.Tokens[at - 1].IsCapitalised && FieldQualities.Contains(state.Tokens[at - 1].Folded);
        return isEnglish || FieldEndings.Any(e => token.Folded.EndsWith(e, StringComparison.Ordinal));
    }

    private static bool IsEnglishField(string folded) => folded is "affairs" or "rights" or "security" or "relations" or "health" or "development" or "cooperation" or "trade" or "studies" or "change" or "resources" or "management" or "integration" or "protection" or "water" or "law" or "policy" or "programmes" or "programs" or "services" or "service" or "worship" or "caribbean" or "pacific" or "americas" or "africa" or "asia" or "europe" or "region";

    private static bool LooksVerb(Token token) =>
        !token.IsCapitalised && (token.Written[^1] is 'ó' or 'é' or 'á' || token.Folded.EndsWith("aron", StringComparison.Ordinal) || token.Folded.EndsWith("ieron", StringComparison.Ordinal));

    private static bool IsNameStart(Building state, int at) =>
        state.Tokens[at].IsCapitalised && GivenNames.Contains(state.Tokens[at].Folded)
        && at + 1 < state.Tokens.Count && (state.Tokens[at + 1].IsCapitalised || NameUnits.IsParticle(state.Tokens[at + 1].Folded));

    private static bool IsEx(string head) => head.StartsWith("ex", StringComparison.Ordinal) && head.Length > 6 && head is not ("experto" or "experta" or "expert" or "executive");

    private static string Plain(string head) => IsEx(head) ? head[2..] : head;

    private static string Cleaned(string post, string head) => IsEx(head) && ReadText.Fold(post).StartsWith(head, StringComparison.Ordinal) ? post[2..] : post;

    /// <summary>A post while it is read.</summary>
    private sealed class Building(PeopledSentence sentence, int head)
    {
        public PeopledSentence Sentence { get; } = sentence;

        public IReadOnlyList<Token> Tokens => Sentence.Tokens;

        public int Head { get; } = head;

        public int Start { get; set; }

        public int End { get; set; }

        /// <summary>Where the post ends and its organisation begins; 0 while there is none.</summary>
        public int PostEnd { get; set; }

        public string? Organisation { get; set; }

        public bool Acting { get; set; }

        public bool Former { get; private set; }

        /// <summary>Whether only its qualities were taken so far, and no field of work.</summary>
        public bool IsBare { get; set; } = true;

        public void Note(string word)
        {
            Acting |= word is "acting" or "interim";
            Former |= word is "former" or "ex";
        }
    }
}
