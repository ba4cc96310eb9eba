namespace Relations.Reading.Linking;

/// <summary>
/// The keys by which people of like names are found among many. Each person is kept under the keys <see cref="Of"/> the name; a name is
/// looked for under the keys <see cref="ToLookFor"/>, and who shares most of them is compared first. A key is the sound of two names, in
/// whatever order, or of one with the first letter of another. So accents, another order, a second surname left out, initials and a slip in
/// one name all leave a key in common, while a frequent surname alone does not call up all who bear it.
/// </summary>
public static class BlockingKeys
{
    /// <summary>Of a longer name the first names count.</summary>
    private const int MostTokens = 6;

    /// <summary>The keys under which a person of this name is kept; at most 51.</summary>
    /// <param name="name">The name: given names and surnames, in any order.</param>
    public static IReadOnlyList<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tokens = Tokens(name);
        return Distinct(
        [
            .. tokens.Where(t => t.IsWhole).Select(t => t.Sound),
            .. Pairs(tokens).Where(p => p.Other.IsWhole).Select(WithSound),
            .. Pairs(tokens).Select(p => p.Other.IsWhole ? WithLetter(p) : WithInitial(p)),
        ]);
    }

    /// <summary>
    /// The keys under which a name is looked for; at most 51. Of three names a slip in one leaves two to go by; of two names it does not, so
    /// there the one also goes with the first letter of the other, which calls up more.
    /// </summary>
    /// <param name="name">The name.</param>
    public static IReadOnlyList<string> ToLookFor(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var tokens = Tokens(name);
        if (tokens.Count == 1)
            return [.. tokens.Where(t => t.IsWhole).Select(t => t.Sound)];
        var isShort = tokens.Count(t => t.IsWhole) < 3;
        return Distinct(
        [
            .. Pairs(tokens).Where(p => p.Other.IsWhole).Select(WithSound),
            .. Pairs(tokens).Where(p => isShort || !p.Other.IsWhole).Select(WithLetter),
            .. Pairs(tokens).Select(WithInitial),
        ]);
    }

    private static List<Token> Tokens(string name) =>
        [.. NameTokens.Of(name).Take(MostTokens).Select(t => new Token(Phonetics.Code(t), Phonetics.Initial(t), t.Length > 1))];

    private static IEnumerable<(Token Whole, Token Other)> Pairs(List<Token> tokens) =>
        from whole in Enumerable.Range(0, tokens.Count)
        where tokens[whole].IsWhole
        from other in Enumerable.Range(0, tokens.Count)
        where other != whole
        select (tokens[whole], tokens[other]);

    private static string WithSound((Token Whole, Token Other) pair) => string.CompareOrdinal(pair.Whole.Sound, pair.Other.Sound) < 0
        ? $"{pair.Whole.Sound} {pair.Other.Sound}"
        : $"{pair.Other.Sound} {pair.Whole.Sound}";

    /// <summary>For the initials of a name that is looked for: they stand for any name that begins so.</summary>
    private static string WithLetter((Token Whole, Token Other) pair) => $"{pair.Whole.Sound} {pair.Other.Initial}*";

    /// <summary>For the initials of a name that is kept. They are rare, so whoever is looked for is also looked for among them.</summary>
    private static string WithInitial((Token Whole, Token Other) pair) => $"{pair.Whole.Sound} {pair.Other.Initial}.";

    private static IReadOnlyList<string> Distinct(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal)];

    private readonly record struct Token(string Sound, char Initial, bool IsWhole);
}
