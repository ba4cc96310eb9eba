using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Tells whose people a list names: “Por la CAN: …; por la OIM, …”, and a heading over a list of names.</summary>
internal sealed class Sides
{
    private readonly Dictionary<int, List<(int Token, string? Organisation)>> _bySentence = [];

    /// <summary>Goes through the sentences.</summary>
    /// <param name="sentences">The sentences.</param>
    public Sides(IReadOnlyList<PeopledSentence> sentences)
    {
        string? heading = null;
        foreach (var sentence in sentences)
        {
            var sides = Said(sentence);
            if (Heading(sentence) is { } over)
                heading = over;
            else if (!IsItem(sentence.Tokens))
                heading = null;
            if (heading is not null && sides.Count == 0)
                sides.Add((0, heading));
            if (sides.Count > 0)
                _bySentence[sentence.Number] = sides;
        }
    }

    /// <summary>Whose person is named at a word; null where the text does not say.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The word.</param>
    public string? Of(PeopledSentence sentence, int at) =>
        _bySentence.TryGetValue(sentence.Number, out var sides) ? sides.LastOrDefault(s => s.Token <= at).Organisation : null;

    private static List<(int Token, string? Organisation)> Said(PeopledSentence sentence)
    {
        List<(int Token, string? Organisation)> sides = [];
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (StartsSide(sentence.Tokens, i) && Organisation(sentence, i) is { } organisation)
                sides.Add((i, organisation));
            else if (Behalf(sentence, i) is { } behalf)
                sides.Add((ClauseStart(sentence.Tokens, i), behalf));
            else if (i < 3 && Labelled(sentence, i) is { } labelled)
                sides.Add((i, labelled));
            else if (Represented(sentence, i) is { } represented)
                sides.Add((i, represented));
            else if (sentence.Tokens[i].Folded == ";" && sides.Count > 0 && Enumerable.Range(i, 8).Any(k => sentence.Beginning(k) is not null))
                sides.Add((i, null));
        }

        sides.Sort((a, b) => a.Token.CompareTo(b.Token));
        return sides;
    }

    /// <summary>“D. Luis Paz, Coordinador, y Ana Soto, Asesora, en representación de la OISS;”: whose people the clause has named.</summary>
    private static string? Behalf(PeopledSentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        var isBehalf = (tokens[at].Folded is "representacion" or "nombre" && at > 0 && tokens[at - 1].Folded is "en" or "a") || (tokens[at].Folded is "behalf" && at > 0 && tokens[at - 1].Folded is "on");
        if (!isBehalf || ClauseStart(tokens, at) >= at - 4)
            return null;
        var i = at + 1;
        while (i < tokens.Count && i <= at + 4 && tokens[i].Folded is "de" or "del" or "la" or "el" or "of" or "the")
            i++;
        if (sentence.Beginning(i) is not { } mention)
            return null;
        var end = sentence.EndOf(i);
        return end >= tokens.Count || tokens[end].Folded is ";" or "." ? mention.Key : null;
    }

    private static int ClauseStart(IReadOnlyList<Token> tokens, int at) =>
        Enumerable.Range(0, at).LastOrDefault(i => tokens[i].Folded is ";" or ":" || (tokens[i].Folded is "parte" && i > 0 && tokens[i - 1].Folded is "una" or "otra"), -1) + 1;

    /// <summary>“OAS: Ana Ruiz, Director; …”, “- CAN: …”: the line begins with whose people follow.</summary>
    private static string? Labelled(PeopledSentence sentence, int at)
    {
        if (sentence.Beginning(at) is not { } mention || Enumerable.Range(0, at).Any(i => sentence.Tokens[i].IsWord))
            return null;
        var end = sentence.EndOf(at);
        return end + 1 < sentence.Tokens.Count && sentence.Tokens[end].Folded is ":" ? mention.Key : null;
    }

    /// <summary>“UNDP was represented by”, “la delegación de la CAN, presidida por”.</summary>
    private static string? Represented(PeopledSentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        if (at + 1 >= tokens.Count || tokens[at + 1].Folded is not ("por" or "by")
            || tokens[at].Folded is not ("represented" or "led" or "headed" or "representada" or "representado" or "presidida" or "encabezada" or "integrada" or "conformada" or "liderada"))
            return null;
        for (var i = at - 1; i >= 0 && i >= at - 4; i--)
        {
            if (sentence.Ending(i) is { } mention)
                return mention.Key;
        }

        return null;
    }

    /// <summary>“Por”, “En representación de”, “On behalf of” at the head of a clause.</summary>
    private static bool StartsSide(IReadOnlyList<Token> tokens, int at)
    {
        var isHead = at == 0 || tokens[at - 1].Folded is ";" or "." or ":" or "-" or "•" or "*" || (tokens[at - 1].Folded is "y" or "and" or "," && tokens[at].Folded is "por") || (IsTakingPart(tokens[at - 1].Folded) && tokens[at].Folded is "por" or "for");
        return isHead && tokens[at].Folded is "por" or "for" or "en" or "on" or "de" or "from";
    }

    private static string? Organisation(PeopledSentence sentence, int at)
    {
        var tokens = sentence.Tokens;
        var i = at + 1;
        while (i < tokens.Count && i <= at + 6 && tokens[i].Folded is "la" or "el" or "los" or "parte" or "lado" or "de" or "del" or "representacion" or "nombre" or "behalf" or "of" or "the" or "side")
            i++;
        if (sentence.Beginning(i) is not { } mention || (tokens[at].Folded is "en" or "on" && i < at + 3))
            return null;
        var end = sentence.EndOf(i);
        var isOpen = end < tokens.Count && (tokens[end].Folded is ":" or "," || IsTakingPart(tokens[end].Folded) || (at > 0 && IsTakingPart(tokens[at - 1].Folded) && tokens[end].Folded is "el" or "la" or "los" or "las" or "the"));
        return isOpen ? mention.Key : null;
    }

    private static bool IsTakingPart(string folded) =>
        folded is "participaron" or "participo" or "asistieron" or "asistio" or "estuvieron" or "estuvo" or "lo" or "intervinieron" or "suscribio" or "firmo" or "suscribieron" or "firmaron";

    /// <summary>A line that is an organisation with a colon: “CAN:”, “Por la OIM:”, “Delegación de la OIM:”.</summary>
    private static string? Heading(PeopledSentence sentence)
    {
        var tokens = sentence.Tokens;
        if (tokens.Count is 0 or > 16)
            return null;
        var isOpen = tokens[^1].Folded == ":";
        for (var i = 0; i < tokens.Count && i < 6; i++)
        {
            if (sentence.Beginning(i) is { } mention && sentence.EndOf(i) >= tokens.Count - 1)
                return isOpen || i > 0 && tokens[0].Folded is "por" or "for" ? mention.Key : null;
        }

        return null;
    }

    private static bool IsItem(IReadOnlyList<Token> tokens) => tokens.Count > 0 && (tokens[^1].Folded is not ("." or ":") || tokens[0].Folded is "-" or "–" or "•" or "*" or "·" or "▪" or "o" || char.IsDigit(tokens[0].Written[0]));
}
