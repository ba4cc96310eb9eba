using Relations.Reading.Dates;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Finds the places where people are named, and ties the posts and organisations beside them to them.</summary>
/// <param name="text">The text.</param>
/// <param name="dates">Its dates.</param>
/// <param name="sides">Whose people the lists of the text name.</param>
internal sealed class PersonPlaces(ReadText text, DatesRead dates, Sides sides)
{
    private readonly PostPhrases _phrases = new(text);

    /// <summary>The posts of each sentence that stand beside no name.</summary>
    public List<(PeopledSentence Sentence, PostPhrase Phrase)> Unheld { get; } = [];

    /// <summary>The places, in order.</summary>
    /// <param name="sentences">The sentences.</param>
    public IReadOnlyList<PersonPlace> In(IReadOnlyList<PeopledSentence> sentences)
    {
        List<PersonPlace> places = [];
        foreach (var sentence in sentences)
        {
            var phrases = _phrases.In(sentence);
            var shared = _phrases.Plural(sentence);
            var spans = PersonSpans.In(sentence, phrases, shared) is { Count: > 0 } named ? named : Signature(sentence, sentences);
            HashSet<PostPhrase> held = [];
            for (var i = 0; i < spans.Count; i++)
                places.Add(PlaceOf(sentence, spans[i], i + 1 < spans.Count ? spans[i + 1] : null, phrases, held));
            foreach (var phrase in shared)
                Share(phrase, places, places.Count - spans.Count);
            for (var i = places.Count - spans.Count + 1; i < places.Count; i++)
                places[i] = Counterpart(places, i, Accompanying(places[i - 1], places[i]));
            if (spans is [var only] && only.Start == Quoted(sentence) && only.End >= sentence.Tokens.Count && phrases.Count == 0)
                places[^1] = Signed(places[^1], sentences);
            Unheld.AddRange(phrases.Where(p => !held.Contains(p)).Select(p => (sentence, p)));
        }

        return places;
    }

    /// <summary>“los Directores Generales de la SGCAN, A y B”: the post is that of each; of as many organisations as people, each has its own.</summary>
    private static void Share(PostPhrase phrase, List<PersonPlace> places, int from)
    {
        List<int> named = [];
        var end = phrase.End;
        for (var i = from; i < places.Count; i++)
        {
            var (sentence, start) = (places[i].Sentence, places[i].Span.Start);
            if (start < end)
                continue;
            if (places[i].Posts.Count > 0 || start - end > 8 || !Enumerable.Range(end, start - end).All(k => IsBetweenNames(sentence.Tokens[k].Folded)))
                break;
            named.Add(i);
            end = places[i].Span.End;
        }

        if (named.Count < 2)
            return;
        var bodies = Bodies(places[from].Sentence, phrase);
        for (var i = 0; i < named.Count; i++)
        {
            var place = places[named[i]];
            var organisation = bodies.Count == named.Count ? bodies[i] : phrase.Organisation ?? place.Organisation;
            var whole = i == 0 ? place.Sentence.PassageOf(phrase.Start, place.Span.End) : place.Whole;
            places[named[i]] = place with { Whole = whole, Organisation = organisation, Posts = [new(phrase.Head, phrase.Post, organisation, phrase.Acting, phrase.Former, whole, false, null)] };
        }
    }

    private static bool IsBetweenNames(string folded) => folded is "," or "y" or "e" or "and" or "." or ":" or "el" or "la" or "los" or "the" || Honorific.Is(folded);

    /// <summary>The organisations that a post of several people names, in order.</summary>
    private static List<string> Bodies(PeopledSentence sentence, PostPhrase phrase)
    {
        List<string> bodies = [];
        for (var i = phrase.Start; i < sentence.Tokens.Count && (i < phrase.End || sentence.Organisations[i] is not null || sentence.Tokens[i].Folded is "y" or "e" or "and" && sentence.Beginning(i + 1) is not null); i++)
        {
            if (sentence.Beginning(i) is { } mention)
                bodies.Add(mention.Key);
        }

        return bodies;
    }

    /// <summary>“…, quien estuvo acompañada por el oficial de programas, X”: of the organisation of the one before.</summary>
    private static PersonPlace Accompanying(PersonPlace before, PersonPlace place)
    {
        var tokens = place.Sentence.Tokens;
        if (place.Organisation is not null || before.Organisation is not { } organisation
            || !Enumerable.Range(before.Span.End, Math.Max(0, place.Span.Start - before.Span.End)).Any(i => tokens[i].Folded is "acompanado" or "acompanada" or "acompanados" or "acompanadas" or "accompanied"))
            return place;
        return place with { Organisation = organisation, Posts = [.. place.Posts.Select(p => p with { Organisation = organisation, IsFromContext = true })] };
    }

    /// <summary>“su homólogo de Chile, X”: of the post of the one before.</summary>
    private static PersonPlace Counterpart(List<PersonPlace> places, int at, PersonPlace place)
    {
        if (place.Posts is not [{ Head: "homologo" or "homologa" or "counterpart" } held])
            return place;
        var other = places.Take(at).LastOrDefault(p => p.Sentence == place.Sentence && p.Posts.Count > 0)?.Posts[0];
        return place with { Organisation = held.Organisation ?? place.Organisation, Posts = other is null ? [] : [held with { Head = other.Head, Post = other.Post, IsFromContext = true }] };
    }

    private PersonPlace PlaceOf(PeopledSentence sentence, PersonSpan span, PersonSpan? next, IReadOnlyList<PostPhrase> phrases, HashSet<PostPhrase> held)
    {
        var (start, title) = Honorific.Before(sentence.Tokens, span.Start);
        List<PostPhrase> own = [.. Before(sentence, start, phrases, held)];
        var behind = Behind(sentence, span, next, phrases);
        own.AddRange(own.Count == 0 ? behind : behind.Where(p => p.Former));
        held.UnionWith(own);

        var first = Math.Min(start, own.Count > 0 ? own.Min(p => p.Start) : start);
        var last = Math.Max(span.End, own.Count > 0 ? own.Max(p => p.End) : span.End);
        var beside = own.Exists(p => p.Organisation is not null) ? null : Beside(sentence, span);
        last = Math.Max(last, beside?.End ?? 0);
        var whole = sentence.PassageOf(first, last);
        var side = sides.Of(sentence, span.Start);
        var posts = own.Select(p => HeldOf(sentence, p, whole, span, beside?.Organisation, side)).ToList();
        var organisation = posts.FirstOrDefault(p => p.Organisation is not null)?.Organisation ?? beside?.Organisation ?? side;
        return new(sentence, span, whole, sentence.PassageOf(span.Start, span.End), title, posts, organisation);
    }

    private HeldPost HeldOf(PeopledSentence sentence, PostPhrase phrase, Passage whole, PersonSpan span, string? beside, string? side) => new(
        phrase.Head, phrase.Post, phrase.Organisation ?? beside ?? side, phrase.Acting, phrase.Former, whole, (phrase.Organisation ?? beside) is null && side is not null, Since(sentence, span.End, Math.Max(phrase.End, span.End)));

    /// <summary>“El Director General de la SGCAN, embajador …”: the post ends where the titles begin; two may be joined.</summary>
    private static IEnumerable<PostPhrase> Before(PeopledSentence sentence, int start, IReadOnlyList<PostPhrase> phrases, HashSet<PostPhrase> held)
    {
        var tokens = sentence.Tokens;
        var end = start;
        while (end > 0 && tokens[end - 1].Folded is "el" or "la" or "the" or "de")
            end--;
        var hasComma = end > 0 && tokens[end - 1].Folded is "," or ":" or "–" or "-" or "(";
        var phrase = phrases.FirstOrDefault(p => p.End == start) ?? phrases.FirstOrDefault(p => p.End == (hasComma ? end - 1 : end));
        if (phrase is null || (hasComma && held.Contains(phrase)) || (phrase.Head is "responsable" or "chair" or "chairperson" or "rapporteur" or "relator" or "relatora" or "coordinator" or "titular" && phrase.End < tokens.Count && tokens[phrase.End].Folded == ":"))
            yield break;
        if (IsRank(phrase) && phrase.Start > 2 && phrases.FirstOrDefault(p => p.End == CommaBefore(tokens, phrase.Start)) is { } said && !held.Contains(said))
        {
            yield return said;
            yield break;
        }

        yield return phrase;
        if (phrase.Start > 1)
        {
            var joint = phrase.Start - 1;
            while (joint > 0 && tokens[joint].Folded is "el" or "la" or "the")
                joint--;
            if (tokens[joint].Folded is "y" or "e" or "and" && phrases.FirstOrDefault(p => p.End == joint) is { } other && !held.Contains(other))
                yield return other;
        }
    }

    /// <summary>“Director General de Asuntos Multilaterales, Ministro Juan Paz”: a rank of the service says less than the post before it.</summary>
    private static bool IsRank(PostPhrase phrase) => phrase.Organisation is null && !phrase.Post.Contains(' ', StringComparison.Ordinal);

    private static int CommaBefore(IReadOnlyList<Token> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].Folded is "el" or "la" or "the")
            at--;
        return at > 0 && tokens[at - 1].Folded == "," ? at - 1 : -1;
    }

    /// <summary>“…, Jefa de la Unidad de …”, “… (Director, CEPAL)”, “… funcionario de programas”.</summary>
    private static IEnumerable<PostPhrase> Behind(PeopledSentence sentence, PersonSpan span, PersonSpan? next, IReadOnlyList<PostPhrase> phrases)
    {
        var tokens = sentence.Tokens;
        var at = span.End;
        if (at < tokens.Count && tokens[at].Folded is "," or "(" or "-" or "–" or "—" or ":")
            at++;
        while (at < tokens.Count && at < span.End + 9 && IsLink(tokens, at) && !phrases.Any(p => p.Start == at))
            at += tokens[at].Folded is "of" or "de" && at + 1 < tokens.Count && States.IsShortName(tokens[at + 1].Folded) ? 2 : 1;
        var phrase = phrases.FirstOrDefault(p => p.Start == at);
        if (phrase is null || (tokens[span.End].IsWord && span.End == at && tokens[at].IsCapitalised && tokens[at].Folded is not "director"))
            yield break;
        var belongsToNext = phrase.HasArticle && next is not null && phrase.End <= next.Start && Gap(sentence, phrase.End, next.Start);
        if (belongsToNext)
            yield break;
        yield return phrase;
        var joint = phrase.End;
        if (joint + 1 < tokens.Count && tokens[joint].Folded is "y" or "and" && phrases.FirstOrDefault(p => p.Start == joint + 1) is { } second && !second.HasArticle)
            yield return second;
    }

    /// <summary>Words between a name and its post: “quien es”, “asumió hoy como”, “was appointed”.</summary>
    private static bool IsLink(IReadOnlyList<Token> tokens, int at) => tokens[at].Folded switch
    {
        "el" or "la" or "the" or "quien" or "who" or "es" or "is" or "su" or "its" or "como" or "as" or "en" or "calidad" or "de" or "of" => true,
        "asumio" or "asume" or "cargo" or "hoy" or "today" or "designado" or "designada" or "nombrado" or "nombrada" or "elegido" or "elegida" or "appointed" or "named" or "elected" => true,
        "fue" or "was" or "has" or "ha" or "been" or "sido" => at + 1 < tokens.Count && tokens[at + 1].Folded is "designado" or "designada" or "nombrado" or "nombrada" or "elegido" or "elegida" or "appointed" or "named" or "elected" or "been" or "sido",
        _ => false,
    };

    /// <summary>Whether only a comma and titles stand between a post and the next name.</summary>
    private static bool Gap(PeopledSentence sentence, int from, int to) =>
        Enumerable.Range(from, to - from).All(i => sentence.Tokens[i].Folded is "," or "." or "el" or "la" || Honorific.Is(sentence.Tokens[i].Folded));

    /// <summary>“Ana Soto (CAF)”, “Luis Paz, de la CAN”, “Jane Doe of UNICEF”.</summary>
    private static (string Organisation, int End)? Beside(PeopledSentence sentence, PersonSpan span)
    {
        var tokens = sentence.Tokens;
        var at = span.End;
        if (at >= tokens.Count || tokens[at].Folded is not ("," or "(" or "de" or "del" or "of" or "from" or "-" or "–"))
            return null;
        var isMarked = tokens[at].Folded is "," or "(" or "-" or "–";
        var next = isMarked ? at + 1 : at;
        var tied = next;
        while (next < tokens.Count && next <= at + 4 && tokens[next].Folded is "de" or "del" or "la" or "el" or "of" or "the" or "from" or "por" or "representante" or "representing")
            next++;
        if (sentence.Beginning(next) is not { IsAnaphora: false } mention || (next == tied && tokens[at].Folded is not ("(" or "-" or "–") && !ClosesAfter(sentence, next)))
            return null;
        var end = sentence.EndOf(next);
        return (mention.Key, tokens[at].Folded == "(" && end < tokens.Count && tokens[end].Folded == ")" ? end + 1 : end);
    }

    /// <summary>“Ana Soto, CAF;” is of it; in “Ana Soto, CAF y CAN” it is a list.</summary>
    private static bool ClosesAfter(PeopledSentence sentence, int at) =>
        sentence.EndOf(at) is var end && (end >= sentence.Tokens.Count || sentence.Tokens[end].Folded is ";" or "." or ")");

    /// <summary>“designado el 3 de marzo”, “desde 2015”, “appointed on 3 March”.</summary>
    private DateMention? Since(PeopledSentence sentence, int from, int end)
    {
        var tokens = sentence.Tokens;
        var isAppointed = false;
        for (var i = from; i < tokens.Count && i < end + 8; i++)
        {
            isAppointed |= tokens[i].Folded is "designado" or "designada" or "nombrado" or "nombrada" or "asumio" or "juramento" or "appointed" or "named" or "sworn" or "took" or "since" or "desde" or "elegido" or "elegida" or "elected";
            var place = tokens[i].Passage.Offset;
            if (isAppointed && dates.Dates.FirstOrDefault(d => d.Passage.Offset == place) is { Link: DateLink.On or DateLink.Since } date)
                return date.Date is null ? null : date;
            if (tokens[i].Folded is ";" or "." || (tokens[i].IsCapitalised && !isAppointed && i > end))
                return null;
        }

        return null;
    }

    /// <summary>How many marks of a quoted message stand before a line.</summary>
    private static int Quoted(PeopledSentence sentence) => sentence.Tokens.TakeWhile(t => t.Folded == ">").Count();

    /// <summary>The post that is all a line says, but for its organisation.</summary>
    private PostPhrase? PostAlone(IReadOnlyList<PeopledSentence> sentences, int number) =>
        number < sentences.Count && _phrases.In(sentences[number]) is [var phrase] && phrase.Start == Quoted(sentences[number]) && phrase.End >= sentences[number].Tokens.Count ? phrase : null;

    /// <summary>A name that nothing tells but the post in the line below it.</summary>
    private IReadOnlyList<PersonSpan> Signature(PeopledSentence sentence, IReadOnlyList<PeopledSentence> sentences)
    {
        var start = Quoted(sentence);
        return sentence.Tokens.Count - start is >= 2 and <= 6 && NameUnits.At(sentence, start) is { Units.Count: > 1 } span && span.End == sentence.Tokens.Count
            && PostAlone(sentences, sentence.Number + 1) is not null
            ? [span]
            : [];
    }

    /// <summary>A signature: the name in a line, the post in the next, the organisation in the one after.</summary>
    private PersonPlace Signed(PersonPlace place, IReadOnlyList<PeopledSentence> sentences)
    {
        var number = place.Sentence.Number + 1;
        if (PostAlone(sentences, number) is not { } phrase)
            return place;
        var below = number + 1 < sentences.Count ? sentences[number + 1] : null;
        var organisation = phrase.Organisation ?? (below is not null && below.Beginning(0) is { } mention && below.EndOf(0) >= below.Tokens.Count - 1 ? mention.Key : null);
        var whole = place.Whole.Through(sentences[number].Sentence.Passage);
        return place with
        {
            Whole = whole,
            Organisation = organisation,
            Posts = [new(phrase.Head, phrase.Post, organisation, phrase.Acting, phrase.Former, whole, phrase.Organisation is null && organisation is not null, null)],
        };
    }
}
