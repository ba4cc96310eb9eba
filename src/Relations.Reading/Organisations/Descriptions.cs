using System.Collections.Frozen;
using Relations.Domain.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Finds names that only what is said behind them makes an organisation's: “Save the Rivers, a non-governmental organisation based in …”.</summary>
internal static class Descriptions
{
    /// <summary>A longer name is none.</summary>
    private const int MostWords = 7;

    private static readonly FrozenDictionary<string, OrganisationKind> Nouns = new Dictionary<string, OrganisationKind>(StringComparer.Ordinal)
    {
        ["ngo"] = OrganisationKind.Ngo,
        ["ong"] = OrganisationKind.Ngo,
        ["non-profit"] = OrganisationKind.Ngo,
        ["nonprofit"] = OrganisationKind.Ngo,
        ["charity"] = OrganisationKind.Ngo,
        ["organisation"] = OrganisationKind.Ngo,
        ["organization"] = OrganisationKind.Ngo,
        ["organizacion"] = OrganisationKind.Ngo,
        ["fundacion"] = OrganisationKind.Ngo,
        ["foundation"] = OrganisationKind.Ngo,
        ["asociacion"] = OrganisationKind.Ngo,
        ["company"] = OrganisationKind.Company,
        ["empresa"] = OrganisationKind.Company,
        ["compania"] = OrganisationKind.Company,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names in a sentence that such words follow.</summary>
    /// <param name="tokens">Its words.</param>
    public static IEnumerable<(int Start, int End, OrganisationKind Kind)> In(IReadOnlyList<Token> tokens)
    {
        for (var comma = 1; comma + 2 < tokens.Count; comma++)
        {
            if (tokens[comma].Folded is not "," || tokens[comma + 1].Folded is not ("a" or "an" or "un" or "una"))
                continue;
            var noun = Enumerable.Range(comma + 2, Math.Min(4, tokens.Count - comma - 2)).FirstOrDefault(i => Nouns.ContainsKey(tokens[i].Folded), -1);
            if (noun < 0 || Start(tokens, comma) is not (>= 0 and var start))
                continue;
            yield return (start, comma, Nouns[tokens[noun].Folded]);
        }
    }

    /// <summary>The first word of the name that ends before a comma; -1 where none does, or more than a name stands there.</summary>
    private static int Start(IReadOnlyList<Token> tokens, int comma)
    {
        var start = comma;
        while (start > 0 && comma - start < MostWords && tokens[start - 1].IsWord && !char.IsDigit(tokens[start - 1].Written[0]) && (tokens[start - 1].IsCapitalised || NameWord.IsConnective(tokens[start - 1].Folded)))
            start--;
        while (start < comma && !tokens[start].IsCapitalised)
            start++;
        var isBegun = start == 0 || !tokens[start - 1].IsWord || tokens[start - 1].Folded is "y" or "and" or "con" or "with" or "la" or "el" or "the" or "por" or "by";
        return start < comma && isBegun && (comma - start > 1 || tokens[start].IsAllCapitals) ? start : -1;
    }
}
