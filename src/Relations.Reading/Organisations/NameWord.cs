using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>The words of names, in the form in which they are compared.</summary>
internal static class NameWord
{
    private static readonly FrozenSet<string> Connectives = FrozenSet.ToFrozenSet(
        ["de", "del", "la", "las", "los", "el", "lo", "y", "e", "para", "por", "en", "of", "the", "for", "and", "on", "in", "&"], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["organisation"] = "organization",
        ["organisations"] = "organizations",
        ["programme"] = "program",
        ["programmes"] = "programs",
        ["centre"] = "center",
        ["labour"] = "labor",
        ["defence"] = "defense",
        ["co-operation"] = "cooperation",
        ["sudamericana"] = "suramericana",
        ["sudamericanas"] = "suramericanas",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A word as names are compared by: without points and a possessive, in one spelling.</summary>
    /// <param name="token">The word.</param>
    public static string Of(Token token)
    {
        var word = token.Folded;
        if (IsPossessive(token))
            word = word[..^2];
        if (word.Length > 2 && word.Contains('.', StringComparison.Ordinal))
            word = word.Replace(".", "", StringComparison.Ordinal);
        return Spellings.GetValueOrDefault(word, word);
    }

    /// <summary>Whether it only ties the words of a name together.</summary>
    /// <param name="folded">The folded word.</param>
    public static bool IsConnective(string folded) => Connectives.Contains(folded);

    /// <summary>Whether it is an English possessive: “Peru's”.</summary>
    /// <param name="token">The word.</param>
    public static bool IsPossessive(Token token) =>
        token.Folded is [_, .., '\'' or '’', 's'];

    /// <summary>The words that tell names apart.</summary>
    /// <param name="name">A name.</param>
    public static IEnumerable<string> OfName(string name) =>
        ReadText.Tokenise(name, new(0, name.Length)).Where(t => t.IsWord || t.Folded == "/").Select(Of).Where(w => !IsConnective(w));
}
