using Relations.Domain.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Finds words that point back to an organisation: “dicho organismo”, “la Secretaría General”, “this institution”.</summary>
internal static class PointingBack
{
    private static readonly string[] Pointing = ["dicho", "dicha", "este", "esta", "ese", "esa", "citado", "citada", "mencionado", "mencionada", "referido", "referida", "mismo", "misma", "this", "said", "that"];

    private static readonly string[] Articles = ["el", "la", "del", "al", "the"];

    private static readonly string[] AnyOrganisation =
        ["organismo", "organizacion", "institucion", "entidad", "organo", "organization", "organisation", "institution", "entity", "body"];

    private static readonly (string Word, string Other)[] Nouns =
    [
        ("secretaria", "secretariat"), ("banco", "bank"), ("agencia", "agency"), ("ministerio", "ministry"), ("universidad", "university"), ("comision", "commission"),
        ("cancilleria", "chancellery"), ("instituto", "institute"), ("fundacion", "foundation"), ("consejo", "council"), ("parlamento", "parliament"), ("fondo", "fund"),
        ("mision", "mission"), ("embajada", "embassy"), ("delegacion", "delegation"), ("asociacion", "association"), ("oficina", "office"), ("comunidad", "community"), ("union", "union"),
        ("superintendencia", "superintendence"), ("tribunal", "court"), ("corte", "court"), ("sistema", "system"), ("federacion", "federation"),
    ];

    /// <summary>Adds the places that point back.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mentions">The places where organisations are named; these are added to.</param>
    public static void Find(ReadText text, List<(Passage Passage, Named Organisation, bool IsAnaphora)> mentions)
    {
        mentions.Sort((a, b) => a.Passage.Offset.CompareTo(b.Passage.Offset));
        List<(Passage Passage, Named Organisation, bool IsAnaphora)> found = [];
        var before = 0;
        foreach (var sentence in text.Sentences)
        {
            for (var i = 0; i + 1 < sentence.Tokens.Count; i++)
            {
                while (before < mentions.Count && mentions[before].Passage.End <= sentence.Tokens[i].Passage.Offset)
                    before++;
                var isTaken = before < mentions.Count && mentions[before].Passage.Offset <= sentence.Tokens[i + 1].Passage.Offset;
                if (!isTaken && Pointed(sentence.Tokens, i, mentions, before) is { } mention)
                    found.Add(mention);
            }
        }

        mentions.AddRange(found);
    }

    private static (Passage Passage, Named Organisation, bool IsAnaphora)? Pointed(
        IReadOnlyList<Token> tokens, int at, List<(Passage Passage, Named Organisation, bool IsAnaphora)> mentions, int before)
    {
        var points = Pointing.Contains(tokens[at].Folded);
        if (!points && !Articles.Contains(tokens[at].Folded))
            return null;
        var noun = tokens[at + 1];
        var end = EndOf(tokens, at + 1);
        var isFollowed = end < tokens.Count && tokens[end].Folded is "de" or "del" or "of" or "for" or "para";
        if (isFollowed || (!points && !noun.IsCapitalised && !(noun.Folded is "organismo" or "institucion" or "entidad" && StandsAlone(tokens, end))))
            return null;
        var last = Math.Max(0, before - 60);
        for (var i = before - 1; i >= last; i--)
        {
            var meant = mentions[i].Organisation;
            if (Fits(NameWord.Of(noun), tokens, at + 1, end, meant))
                return (Passage.Between(tokens[points ? at : at + 1].Passage.Offset, tokens[end - 1].Passage.End), meant, true);
        }

        return null;
    }

    /// <summary>“el organismo ejecutor” is another one.</summary>
    private static bool StandsAlone(IReadOnlyList<Token> tokens, int end) =>
        end >= tokens.Count || !tokens[end].IsWord || tokens[end].Folded is "se" or "que" or "y" or "ha" or "en" or "con" || tokens[end].Written[^1] is 'ó' or 'á';

    /// <summary>The end of “organismo de integración intergubernamental”, “Secretaría General”.</summary>
    private static int EndOf(IReadOnlyList<Token> tokens, int noun)
    {
        var end = noun + 1;
        if (end + 1 < tokens.Count && tokens[end].Folded is "de" && tokens[end + 1].Folded is "integracion" or "cooperacion" or "desarrollo")
            end += 2;
        while (end < tokens.Count && (HeadNoun.IsGeneric(tokens[end].Folded) || IsQuality(tokens[end].Folded)) && tokens[end].IsCapitalised == tokens[noun].IsCapitalised)
            end++;
        return end;
    }

    private static bool IsQuality(string folded) =>
        folded is "intergubernamental" or "andino" or "andina" or "multilateral" or "financiera" or "financiero" or "intergovernmental" or "financial" or "academica" or "universitaria";

    private static bool Fits(string noun, IReadOnlyList<Token> tokens, int start, int end, Named meant)
    {
        if (noun is "ngo" or "ong" or "charity")
            return meant.Kind is OrganisationKind.Ngo;
        if (AnyOrganisation.Contains(noun))
            return meant.Kind is not OrganisationKind.State && (!tokens[start].IsCapitalised || noun is "organismo" or "institucion" or "entidad" || meant.AllNames.Any(n => BeginsWith(n, [noun])));
        var pair = Nouns.FirstOrDefault(n => n.Word == noun || n.Other == noun);
        if (pair.Word is null)
            return false;
        var qualities = Enumerable.Range(start + 1, end - start - 1).Select(i => tokens[i].Folded).ToList();
        return meant.AllNames.Any(n => BeginsWith(n, [pair.Word, .. qualities]) || BeginsWith(n, [pair.Other, .. qualities]) || HasNoun(n, pair.Other, qualities));
    }

    private static bool BeginsWith(string name, IEnumerable<string> words)
    {
        var wanted = words.ToList();
        return NameWord.OfName(name).Take(wanted.Count).SequenceEqual(wanted, StringComparer.Ordinal);
    }

    /// <summary>“the Bank” for the Inter-American Development Bank, “the General Secretariat” for the one of the Andean Community.</summary>
    private static bool HasNoun(string name, string noun, List<string> qualities) =>
        NameWord.OfName(name).ToList() is var words && words.Contains(noun) && HeadNoun.Of(noun) is { IsEnglish: true } && qualities.TrueForAll(words.Contains);
}
