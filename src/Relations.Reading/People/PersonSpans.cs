using System.Collections.Frozen;
using Relations.Reading.Dates;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Finds the names of people in a sentence: by a title or a post beside them, or by a given name at their head.</summary>
internal static class PersonSpans
{
    private static readonly FrozenSet<string> Named = FrozenSet.ToFrozenSet(
    [
        "avenida", "av", "calle", "jiron", "jr", "plaza", "plazuela", "parque", "hospital", "clinica", "colegio", "escuela", "aeropuerto", "puerto", "sala", "salon", "auditorio", "teatro",
        "premio", "orden", "palacio", "puente", "provincia", "distrito", "ciudad", "municipio", "departamento", "estadio", "museo", "biblioteca", "edificio", "hotel", "casa", "centro",
        "instituto", "universidad", "fundacion", "convenio", "ley", "plan", "programa", "proyecto", "beca", "becas", "catedra", "medalla", "condecoracion", "complejo", "torre", "isla",
        "colegio", "corporacion", "asociacion", "santuario", "parroquia", "iglesia", "cerro", "rio", "lago", "buque", "barrio", "canton", "estado", "coliseo", "centro", "academia",
        "street", "avenue", "square", "hall", "room", "airport", "award", "prize", "school", "medal", "bridge", "building", "act", "hospital", "university", "foundation", "institute",
        "center", "centre", "park", "road", "lake", "river", "island", "library", "museum", "college", "port", "fellowship", "scholarship", "lecture", "auditorium", "conference",
    ], StringComparer.Ordinal);

    // Words that a part of an organisation, a place or a plan ends or begins with, and no name of a person does.
    private static readonly FrozenSet<string> Parts = FrozenSet.ToFrozenSet(
    [
        "unit", "division", "department", "section", "office", "service", "services", "network", "initiative", "team", "strategy", "policy", "fund", "committee", "board", "council", "commission",
        "republic", "states", "nations", "region", "islands", "caribbean", "coast", "headquarters", "agenda", "forum", "week", "day", "programme", "program", "project", "affairs", "cooperation", "development",
        "unidad", "seccion", "area", "oficina", "red", "grupo", "equipo", "fondo", "estrategia", "politica", "agenda", "foro", "semana", "dia", "caribe", "cooperacion", "desarrollo", "integracion", "republica",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Namesakes = FrozenSet.ToFrozenSet(
        ["simon bolivar", "andres bello", "jose marti", "san martin", "antonio jose de sucre", "tupac amaru", "hipolito unanue", "francisco de miranda", "miguel de cervantes", "cristobal colon"], StringComparer.Ordinal);

    /// <summary>The names in a sentence, in order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="posts">The posts in it.</param>
    /// <param name="shared">The posts in it that several people hold.</param>
    public static IReadOnlyList<PersonSpan> In(PeopledSentence sentence, IReadOnlyList<PostPhrase> posts, IReadOnlyList<PostPhrase> shared)
    {
        var tokens = sentence.Tokens;
        var isTitle = Capitals.IsTitle(tokens);
        var inPost = new bool[tokens.Count + 1];
        foreach (var post in posts.Concat(shared))
            Array.Fill(inPost, true, post.Start, post.End - post.Start);
        List<PersonSpan> spans = [];
        for (var i = 0; i < tokens.Count;)
        {
            if (Places.LongestCity(tokens, i) is > 1 and var city && !inPost[i] && !IsAddressed(sentence, i, posts))
            {
                i += city;
                continue;
            }

            var span = tokens[i].IsCapitalised && !inPost[i] && !sentence.IsTaken(i) ? NameUnits.At(sentence, i) : null;
            span = span is null ? null : Cut(span, inPost, sentence);
            if (span is not null && (IsPerson(sentence, span, posts, isTitle) || IsSharing(sentence, span, shared, isTitle)))
                spans.Add(span);
            else
                span = null;
            i = span?.End ?? i + 1;
        }

        return spans;
    }

    /// <summary>“Sr. San José”: what a title or a post leads to is no city.</summary>
    private static bool IsAddressed(PeopledSentence sentence, int at, IReadOnlyList<PostPhrase> posts) =>
        Honorific.Before(sentence.Tokens, at).Title is not null || (posts.Any(p => p.End == at) && sentence.Tokens[at].Folded is not "washington");

    /// <summary>A name ends where a post begins.</summary>
    private static PersonSpan? Cut(PersonSpan span, bool[] inPost, PeopledSentence sentence)
    {
        var end = span.Start;
        while (end < span.End && !inPost[end])
            end++;
        if (end == span.End)
            return span;
        var units = 0;
        for (var (at, i) = (span.Start, 0); i < span.Units.Count; i++)
        {
            at += NameLength(span.Units[i], sentence.Tokens, at);
            units = at <= end ? i + 1 : units;
        }

        return units == 0 ? null : span with { End = end, Units = [.. span.Units.Take(units)] };
    }

    private static int NameLength(string unit, IReadOnlyList<Token> tokens, int at)
    {
        var (length, taken) = (0, 0);
        var letters = unit.Count(c => c != ' ');
        while (taken < letters && at + length < tokens.Count)
            taken += tokens[at + length++].Written.Length;
        return length;
    }

    private static bool IsPerson(PeopledSentence sentence, PersonSpan span, IReadOnlyList<PostPhrase> posts, bool isTitle)
    {
        var (titles, title) = Honorific.Before(sentence.Tokens, span.Start);
        var isTitled = title is not null;
        var hasPost = posts.Any(p => p.End == titles);
        if (IsNamesake(sentence, span, isTitled || hasPost) || isTitle && !isTitled)
            return false;
        if (isTitled)
            return span.Units.Count > 1 || HeadNoun.Of(sentence.Tokens[span.Start].Folded) is null;
        if (span.Start > 0 && sentence.Tokens[span.Start - 1].Folded is "un" or "una" or "a" or "an" && !hasPost)
            return false;
        if (span.Start > 0 && sentence.Tokens[span.Start - 1].Folded is "estimado" or "estimada" or "querido" or "querida" or "apreciado" or "apreciada" or "dear")
            return false;
        if (hasPost)
            return span.Units.Count <= 5 && !LooksCommon(sentence, span) && (!Capitals.IsHeading(sentence.Tokens) || span.Units.Count == 1 || StartsWithGiven(span));
        if (span.Units.Count < 2)
            return false;
        if (StartsWithGiven(span))
            return true;
        return span.Units.Count <= 5 && (StandsBySidedPost(sentence, span, posts, titles) || IsInList(sentence, span, posts));
    }

    /// <summary>“los directores de CAF y ALADI, Ilka Soto y Marcel Paz”.</summary>
    private static bool IsSharing(PeopledSentence sentence, PersonSpan span, IReadOnlyList<PostPhrase> shared, bool isTitle) =>
        !isTitle && span.Units.Count is > 1 and <= 5 && shared.Any(p => p.End < span.Start && span.Start - p.End < 14
            && Enumerable.Range(p.End, span.Start - p.End).All(i => sentence.Tokens[i].IsCapitalised || sentence.Tokens[i].Folded is "," or "y" or "e" or "and" or "de" or "la" or "." or ":")
            && sentence.Tokens[p.End].Folded is "," or ":");

    /// <summary>“Germán” is a given name, “German” is an adjective.</summary>
    private static bool StartsWithGiven(PersonSpan span) =>
        span.Units[0] is not "German" && GivenNames.Contains(ReadText.Fold(span.Units[0]));

    /// <summary>“Presidenta de la ALADI, Xóchitl Quezada,” — the comma on both sides.</summary>
    private static bool StandsBySidedPost(PeopledSentence sentence, PersonSpan span, IReadOnlyList<PostPhrase> posts, int start)
    {
        var tokens = sentence.Tokens;
        var isClosed = span.End >= tokens.Count || tokens[span.End].Folded is "," or "." or ";" or ")" or "y" or "and";
        return start > 1 && tokens[start - 1].Folded == "," && isClosed && posts.Any(p => p.End == start - 1);
    }

    /// <summary>“Ngozi Abara, Director of Programmes”: a post follows at once.</summary>
    private static bool IsInList(PeopledSentence sentence, PersonSpan span, IReadOnlyList<PostPhrase> posts) =>
        span.End + 1 < sentence.Tokens.Count && sentence.Tokens[span.End].Folded is "," or "(" or "-" or "–" && posts.Any(p => p.Start == span.End + 1);

    private static bool LooksCommon(PeopledSentence sentence, PersonSpan span) =>
        span.Units.Count == 1 && (Named.Contains(ReadText.Fold(span.Units[0])) || sentence.Tokens[span.Start].IsAllCapitals || HeadNoun.Of(sentence.Tokens[span.Start].Folded) is not null
            || HeadNoun.IsGeneric(sentence.Tokens[span.Start].Folded) || PostWords.IsModifier(sentence.Tokens[span.Start].Folded));

    /// <summary>“Universidad Simón Bolívar”, “Avenida Javier Prado”, “Carter Center”: things named after people.</summary>
    private static bool IsNamesake(PeopledSentence sentence, PersonSpan span, bool isAddressed)
    {
        var tokens = sentence.Tokens;
        if (Namesakes.Contains(string.Join(' ', span.Units.Take(3).Select(ReadText.Fold))) || Namesakes.Contains(string.Join(' ', span.Units.Take(2).Select(ReadText.Fold))))
            return true;
        // “Director of the ILO Decent Work Team”: a post leads to a part of an organisation, too.
        if (isAddressed)
            return span.Units.Count > 1 && Parts.Contains(ReadText.Fold(span.Units[^1])) && !StartsWithGiven(span) && Honorific.Before(tokens, span.Start).Title is null;
        var before = span.Start - 1;
        while (before >= 0 && before >= span.Start - 2 && tokens[before].Folded is "." or "\"" or "“" or "«" or "de" or "general" or "internacional")
            before--;
        return (before >= 0 && Named.Contains(tokens[before].Folded)) || (span.End < tokens.Count && Named.Contains(tokens[span.End].Folded) && tokens[span.End].IsCapitalised)
            || Named.Contains(ReadText.Fold(span.Units[^1])) || Parts.Contains(ReadText.Fold(span.Units[^1])) || Parts.Contains(ReadText.Fold(span.Units[0]));
    }
}
