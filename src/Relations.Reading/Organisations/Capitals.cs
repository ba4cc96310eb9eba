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
        var words = tokens.Where(t => t.Written.Length > 3 && char.IsLetter(t.Written[0])).ToList();
        return AreAll(tokens) || (words.Count >= 5 && words.TrueForAll(t => t.IsCapitalised) && tokens.Any(IsEnglish));
    }

    /// <summary>Whether a line is a heading: no mark ends it.</summary>
    /// <param name="tokens">The words of the line.</param>
    public static bool IsHeading(IReadOnlyList<Token> tokens) => tokens is not [.., { Folded: "." or ";" or ":" or "”" or "»" or "\"" or "," or ")" or "?" or "!" }];

    private static bool IsEnglish(Token token) => token.Folded is "and" or "of" or "the" or "to" or "with" or "for" or "on" or "at";
}
