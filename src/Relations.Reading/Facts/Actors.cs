using System.Collections.Frozen;
using Relations.Domain.Organisations;

namespace Relations.Reading.Facts;

/// <summary>One who acts in a sentence.</summary>
/// <param name="Organisation">The organisation's key; null for a person of whom the text does not say it.</param>
/// <param name="Person">The person's key; null where only an organisation is named.</param>
/// <param name="First">The place of the first word.</param>
/// <param name="End">The place after the last word.</param>
internal sealed record Actor(string? Organisation, string? Person, int First, int End);

/// <summary>
/// Tells who acts among the words of a sentence from who is only named there: in “en la sede de la CAN, el Ministro de Chile y la OIM
/// firmaron”, Chile and the OIM act.
/// </summary>
/// <param name="found">The text with what it names.</param>
internal sealed class Actors(Entities found)
{
    /// <summary>Nouns that stand for the organisation they belong to.</summary>
    private static readonly FrozenSet<string> Standing = FrozenSet.ToFrozenSet(
    [
        "ministro", "ministra", "ministros", "ministras", "presidente", "presidenta", "presidentes", "secretario", "secretaria", "director", "directora", "representante", "representantes", "delegacion",
        "delegaciones", "gobierno", "gobiernos", "autoridad", "autoridades", "canciller", "cancilleres", "embajador", "embajadora", "jefe", "jefa", "rector", "rectora", "alcalde", "alcaldesa", "parte",
        "partes", "nombre", "representacion", "titular", "viceministro", "viceministra", "vicepresidente", "vicepresidenta", "funcionario", "funcionaria", "funcionarios", "republica", "general", "ejecutivo",
        "ejecutiva", "mision", "estado", "exteriores", "regional", "adjunto", "adjunta", "pais", "coordinador", "coordinadora", "residente", "nacional", "misiones", "equipo", "equipos", "cooperacion", "directivos",
        "government", "governments", "minister", "ministers", "president", "representatives", "representative", "behalf", "delegation", "delegations", "head", "ambassador", "authorities", "secretary", "officials", "chief", "chair",
        "mission", "republic", "rector", "mayor", "manager", "gerente", "presidencia", "kingdom", "reino", "side", "part", "officer", "decano", "decana", "gobernador", "gobernadora", "governor", "dean", "team",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(["la", "el", "los", "las", "the", "su", "sus", "its", "propia", "propio", "hermana", "tambien"], StringComparer.Ordinal);

    private readonly FrozenDictionary<string, OrganisationKind> _kinds = found.Organisations.Organisations.ToFrozenDictionary(o => o.Key, o => o.Kind, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _parents = found.Organisations.Placements
        .Where(p => p.Relation is OrganisationRelation.OrganOf or OrganisationRelation.OfficeOf)
        .GroupBy(p => p.Organisation, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.First().Parent, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _posts = found.People.Appointments
        .Where(a => a is { Organisation: not null, Former: false })
        .GroupBy(a => a.Person, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.First().Organisation!, StringComparer.Ordinal);

    /// <summary>The organisations that a word joins by their acronyms: “the UNDP-CDB project”.</summary>
    /// <param name="written">The word.</param>
    public IEnumerable<string> Joined(string written) =>
        written.Split('-').Select(part => found.Organisations.Organisations.FirstOrDefault(o => o.Names.Any(n => n.Acronym == part))?.Key).OfType<string>();

    /// <summary>The organisation at the top: organs and offices stand for the one above them.</summary>
    /// <param name="organisation">An organisation's key.</param>
    public string Top(string organisation)
    {
        for (var steps = 0; steps < 8 && _parents.TryGetValue(organisation, out var parent); steps++)
            organisation = parent;
        return organisation;
    }

    /// <summary>Whether two keys mean the same organisation once organs and offices stand for the one above them.</summary>
    /// <param name="one">A key.</param>
    /// <param name="other">A key.</param>
    public bool AreSame(string one, string other) => Top(one) == Top(other);

    /// <summary>Who acts among some words of a sentence, in order.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="from">The first word.</param>
    /// <param name="to">The place after the last.</param>
    public IReadOnlyList<Actor> In(Line line, int from, int to)
    {
        List<Actor> actors = [];
        for (var i = Math.Max(0, from); i < Math.Min(to, line.Count); i++)
        {
            var first = i;
            if (line.PersonAt(i) is { } person)
            {
                while (i + 1 < to && ReferenceEquals(line.PersonAt(i + 1), person))
                    i++;
                actors.Add(new(person.Organisation ?? _posts.GetValueOrDefault(person.Key), person.Key, first, i + 1));
            }
            else if (line.OrganisationAt(i) is { } organisation)
            {
                while (i + 1 < to && ReferenceEquals(line.OrganisationAt(i + 1), organisation))
                    i++;
                if (IsActing(line, first, i + 1, organisation.Key))
                    actors.Add(new(organisation.Key, null, first, i + 1));
            }
        }

        return actors;
    }

    /// <summary>The organisations of some actors, each once.</summary>
    /// <param name="actors">The actors.</param>
    public static IReadOnlyList<string> Organisations(IEnumerable<Actor> actors) =>
        [.. actors.Select(a => a.Organisation).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The people among some actors, each once.</summary>
    /// <param name="actors">The actors.</param>
    public static IReadOnlyList<string> People(IEnumerable<Actor> actors) =>
        [.. actors.Select(a => a.Person).OfType<string>().Distinct(StringComparer.Ordinal)];

    private bool IsActing(Line line, int first, int end, string key)
    {
        var at = first - 1;
        while (at >= 0 && Articles.Contains(line[at]))
            at--;
        switch (line[at])
        {
            case "en" or "in" or "at" or "desde" or "from" or "hacia" or "sobre" or "ante":
                return false;
            case "de" or "del" or "of":
                return line.OrganisationAt(at - 1) is null && line.PersonAt(at - 1) is null && StandsFor(line, at - 1);
            // "Lima, Perú": where, not who.
            case "," when _kinds.GetValueOrDefault(key) is OrganisationKind.State:
                return line.OrganisationAt(at - 1) is not null || line.PersonAt(at - 1) is not null || !line.Tokens[Math.Max(0, at - 1)].IsCapitalised || line[end] is "y" or "e" or "and" or ",";
            default:
                return line[end] is not "'" and not "’" || StandsFor(line, end + 2);
        }
    }

    /// <summary>“El Ministro de Comercio Exterior y Turismo de X”: the post may be some words away.</summary>
    private static bool StandsFor(Line line, int at)
    {
        for (var i = at; i >= Math.Max(0, at - 8); i--)
        {
            if (Standing.Contains(line[i]))
                return true;
            if (line[i] is "sede" or "marco" or "territorio" or "instalaciones" or "oficinas" or "miembros" or "ciudad" or "seat" or "headquarters" or "framework" or "members" or "apoyo" or "support" or "proyecto" or "project"
                || line[i] is "," or ";" || line.IsFinite(i) || line.OrganisationAt(i) is not null || line.PersonAt(i) is not null)
                return false;
        }

        return false;
    }
}
