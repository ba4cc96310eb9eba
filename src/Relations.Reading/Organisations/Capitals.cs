using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Tells where capitals say nothing: in headings that are written in capitals or with a capital to every word.</summary>
internal static class Capitals
{
    /// <summary>Whether a line is in capitals, but for a few words.</summary>
    /// <param name="tokens">The words of the line.</param>
    public static bool AreAll(IReadOnlyList<Token> tokens)
    {
        var letters = tokens.Where(t => t.Written.Length > 1 && char.IsLetter(t.Written[0])).ToList();
        return letters.Count >= 3 && letters.Count(t => t.IsAllCapitals) > letters.Count * 0.7;
    }

    /// <summary>Whether a line is a heading in which capitals do not tell names from other words.</summary>
    /// <param name="tokens">The words of the line.</param>
    public static bool IsTitle(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0 || tokens[^1].Folded == ".")
            return AreAll(tokens);
        if (IsOfList(tokens))
            return false;
        var words = tokens.Where(t => t.Written.Length > 3 && char.IsLetter(t.Written[0])).ToList();
        return AreAll(tokens) || (words.Count >= 5 && words.TrueForAll(t => t.IsCapitalised) && tokens.Any(IsEnglish));
    }

    /// <summary>“- Ana Ruiz, Director, Department of Trade”, “OAS: Trevor Clark, Section Chief; …”: a line of a list of people.</summary>
    private static bool IsOfList(IReadOnlyList<Token> tokens) =>
        !tokens[0].IsWord || tokens.Any(t => t.Folded is ";") || (tokens.Count > 2 && tokens[1].Folded is ":" && tokens[0].IsAllCapitals)
        || Enumerable.Range(1, tokens.Count - 1).Any(i => tokens[i - 1].Folded is "," && IsPostAt(tokens, i));

    private static bool IsPostAt(IReadOnlyList<Token> tokens, int at) =>
        PostWords.IsPost(tokens[at].Folded) || (PostWords.IsModifier(tokens[at].Folded) && at + 1 < tokens.Count && PostWords.IsPost(tokens[at + 1].Folded));

    /// <summary>Whether a line is a heading: no mark ends it.</summary>
    /// <param name="tokens">The words of the line.</param>
    public static bool IsHeading(IReadOnlyList<Token> tokens) => tokens is not [.., { Folded: "." or ";" or ":" or "”" or "»" or "\"" or "," or ")" or "?" or "!" }];

    private static bool IsEnglish(Token token) => token.Folded is "and" or "of" or "the" or "to" or "with" or "for" or "on" or "at";
}
