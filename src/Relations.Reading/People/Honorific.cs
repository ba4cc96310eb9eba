using System.Collections.Frozen;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>Titles that go before a name, each in its short form; the weightiest of several is kept.</summary>
internal static class Honorific
{
    private static readonly FrozenDictionary<string, string> ShortForms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["senor"] = "Sr.",
        ["sr"] = "Sr.",
        ["senores"] = "Sr.",
        ["sres"] = "Sr.",
        ["senora"] = "Sra.",
        ["sra"] = "Sra.",
        ["senorita"] = "Srta.",
        ["srta"] = "Srta.",
        ["don"] = "D.",
        ["dona"] = "D.ª",
        ["doctor"] = "Dr.",
        ["dr"] = "Dr.",
        ["doctora"] = "Dra.",
        ["dra"] = "Dra.",
        ["licenciado"] = "Lic.",
        ["licenciada"] = "Lic.",
        ["lic"] = "Lic.",
        ["licda"] = "Lic.",
        ["ingeniero"] = "Ing.",
        ["ingeniera"] = "Ing.",
        ["ing"] = "Ing.",
        ["arquitecto"] = "Arq.",
        ["arquitecta"] = "Arq.",
        ["arq"] = "Arq.",
        ["economista"] = "Econ.",
        ["econ"] = "Econ.",
        ["abogado"] = "Abg.",
        ["abogada"] = "Abg.",
        ["abg"] = "Abg.",
        ["magister"] = "Mag.",
        ["mag"] = "Mag.",
        ["profesor"] = "Prof.",
        ["profesora"] = "Prof.",
        ["prof"] = "Prof.",
        ["professor"] = "Prof.",
        ["embajador"] = "Emb.",
        ["embajadora"] = "Emb.",
        ["emb"] = "Emb.",
        ["ambassador"] = "Amb.",
        ["amb"] = "Amb.",
        ["general"] = "Gral.",
        ["gral"] = "Gral.",
        ["gen"] = "Gen.",
        ["coronel"] = "Cnel.",
        ["cnel"] = "Cnel.",
        ["colonel"] = "Col.",
        ["almirante"] = "Alm.",
        ["admiral"] = "Adm.",
        ["monsenor"] = "Mons.",
        ["mons"] = "Mons.",
        ["padre"] = "P.",
        ["cardenal"] = "Card.",
        ["cardinal"] = "Card.",
        ["sor"] = "Sor",
        ["reverend"] = "Rev.",
        ["rev"] = "Rev.",
        ["agr"] = "Ing.",
        ["mtro"] = "Mtro.",
        ["mtra"] = "Mtra.",
        ["maestro"] = "Mtro.",
        ["maestra"] = "Mtra.",
        ["lcdo"] = "Lcdo.",
        ["lcda"] = "Lcda.",
        ["mg"] = "Mg.",
        ["mgtr"] = "Mg.",
        ["msc"] = "M.Sc.",
        ["mr"] = "Mr.",
        ["mrs"] = "Mrs.",
        ["ms"] = "Ms.",
        ["miss"] = "Miss",
        ["sir"] = "Sir",
        ["dame"] = "Dame",
        ["lord"] = "Lord",
        ["lady"] = "Lady",
        ["hon"] = "Hon.",
        ["rt"] = "Hon.",
        ["honorable"] = "Hon.",
        ["honourable"] = "Hon.",
        ["excelencia"] = "S.E.",
        ["s.e."] = "S.E.",
        ["excmo"] = "Excmo.",
        ["excma"] = "Excma.",
        ["excelentisimo"] = "Excmo.",
        ["excelentisima"] = "Excma.",
        ["excellency"] = "H.E.",
        ["h.e."] = "H.E.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // From the weightiest; what is not here ranks between.
    private static readonly string[] Weighty = ["Emb.", "Amb.", "Mons.", "Gral.", "Gen.", "Cnel.", "Col.", "Alm.", "Adm.", "Card."];
    private static readonly string[] Slight = ["S.E.", "H.E.", "Excmo.", "Excma.", "Hon.", "Sr.", "Sra.", "Srta.", "Mr.", "Mrs.", "Ms.", "Miss", "D.", "D.ª"];

    private static readonly string[] Female = ["Sra.", "Srta.", "Dra.", "Mrs.", "Ms.", "Miss", "Excma.", "D.ª", "Sor", "Lady", "Dame"];
    private static readonly string[] Male = ["Sr.", "Mr.", "Excmo.", "D.", "P.", "Mons.", "Sir", "Lord"];

    /// <summary>Whether a word is a title.</summary>
    /// <param name="folded">The word, folded.</param>
    public static bool Is(string folded) => ShortForms.ContainsKey(folded);

    /// <summary>Finds the titles before a name.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="name">Where the name begins.</param>
    /// <returns>Where the titles begin, which is the name's place where there are none, and the one to keep.</returns>
    public static (int Start, string? Title) Before(IReadOnlyList<Token> tokens, int name)
    {
        var (start, title) = (name, (string?)null);
        for (var i = name - 1; i >= 0; i--)
        {
            var at = tokens[i].Folded == "." && i > 0 ? i - 1 : i;
            if (!IsTitleAt(tokens, at))
            {
                if (start < name && tokens[i].Folded is "el" or "la" or "the" or "su" or "his" or "her" && IsTitleAt(tokens, i - 1))
                    continue;
                break;
            }

            (start, title, i) = (at, Weightier(title, ShortForms[tokens[at].Folded]), at);
        }

        if (start > 0 && start < name && tokens[start - 1].Folded is "su" or "his" or "her")
            start--;
        return (start, title);
    }

    /// <summary>The weightier of two titles.</summary>
    /// <param name="one">One; null is none.</param>
    /// <param name="other">The other.</param>
    public static string? Weightier(string? one, string? other)
    {
        if (one is null || other is null)
            return one ?? other;
        return Weight(one) <= Weight(other) ? one : other;
    }

    /// <summary>Whether two titles can be one person's: “Sra.” and “Mr.” cannot.</summary>
    /// <param name="one">One; null is none.</param>
    /// <param name="other">The other.</param>
    public static bool GoTogether(string? one, string? other) => !(Female.Contains(one) && Male.Contains(other)) && !(Male.Contains(one) && Female.Contains(other));

    private static int Weight(string title) => Array.IndexOf(Slight, title) is >= 0 and var slight ? 100 + slight : Array.IndexOf(Weighty, title) is >= 0 and var weighty ? weighty : 50;

    /// <summary>“General” after a post belongs to the post: “el Secretario General Walker San Miguel”.</summary>
    private static bool IsTitleAt(IReadOnlyList<Token> tokens, int at) =>
        at >= 0 && Is(tokens[at].Folded) && !(at > 0 && (PostWords.IsPost(tokens[at - 1].Folded) || PostWords.IsModifier(tokens[at - 1].Folded)) && tokens[at].Folded is "general")
        && !(at > 0 && tokens[at].Folded is "ambassador" && tokens[at - 1].IsCapitalised && States.OfAdjective(tokens[at - 1].Folded) is not null);
}
