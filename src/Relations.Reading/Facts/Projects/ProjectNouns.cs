using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Projects;

/// <summary>Finds where projects and programmes are spoken of.</summary>
internal static class ProjectNouns
{
    private const int LongestName = 25;

    private static readonly FrozenSet<string> Heads = Set("proyecto proyectos programa programas project projects programme programmes program programs");
    private static readonly FrozenSet<string> Links = Set("de del la las los el y e en para a al of and for the in on to con por sobre");
    private static readonly FrozenSet<string> NamingVerbs = Set("denominado denominada titulado titulada llamado llamada intitulado called titled entitled named known denominados");

    /// <summary>After “proyecto de” or “programa de”, what is no project: drafts, agendas, courses of study.</summary>
    private static readonly FrozenSet<string> OtherThings = Set(
        "ley resolucion decision declaracion acuerdo convenio acta presupuesto reglamento decreto constitucion agenda trabajo gobierno estudios estudio maestria doctorado posgrado becas actividades visita gestion directiva protocolo " +
        "memorando comunicado informe work activities studies government law resolution");

    /// <summary>People who work at a project or at projects in general.</summary>
    private static readonly FrozenSet<string> Posts = Set("funcionario funcionaria oficial officer specialist analyst associate lead team staff director directora gerente coordinador coordinadora jefe jefa manager coordinator head asistente especialista encargado asesor");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The projects that a sentence speaks of.</summary>
    /// <param name="line">The sentence.</param>
    public static IEnumerable<ProjectMention> In(Line line)
    {
        if (Continued(line) is { } continued)
            yield return continued;
        for (var at = 0; at < line.Count; at++)
        {
            if (line[at] is "iniciativa" or "initiative" && line.OrganisationAt(at) is null && PointingTo(line, at) is { } initiative)
                yield return initiative;
            if (!Heads.Contains(line[at]) || line.OrganisationAt(at) is not null || line.PersonAt(at) is not null || IsPost(line, at))
                continue;
            if ((Headline(line, at) ?? Quoted(line, at) ?? CalledAfter(line, at) ?? CalledBefore(line, at) ?? Counted(line, at) ?? Pointing(line, at)) is not { } mention)
                continue;
            yield return mention;
            at = Math.Max(at, mention.End - 1);
        }
    }

    /// <summary>“It will run from 2020 to 2025”, “Se ejecutará entre 2021 y 2023”: of the project that the sentence before speaks of.</summary>
    private static ProjectMention? Continued(Line line)
    {
        var verb = Enumerable.Range(0, Math.Min(5, line.Count)).FirstOrDefault(i => line.VerbAt(i) is not null, -1);
        if (verb < 0 || line[0] is not ("it" or "se") || line.VerbAt(verb)!.Value.Lemma is not ("run" or "implement" or "fund" or "finance" or "execute" or "ejecutar" or "implementar" or "desarrollar" or "financiar" or "extender" or "extend"))
            return null;
        return new(line, 0, 1, null, 0);
    }

    /// <summary>“Entitled «X», the three-year initiative”: the project spoken of before, with its name.</summary>
    private static ProjectMention? PointingTo(Line line, int at)
    {
        var article = Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).LastOrDefault(i => line[i] is "la" or "esta" or "dicha" or "the" or "this", -1);
        return article < 0 ? null : new(line, at, at + 1, Entitled(line, article), 0);
    }

    /// <summary>The name that a sentence opens with: “Titulado «X», el proyecto …”.</summary>
    private static string? Entitled(Line line, int to)
    {
        if (to < 4 || !(NamingVerbs.Contains(line[0]) || line[0] is "bajo" or "under" or "known"))
            return null;
        var open = Enumerable.Range(1, Math.Min(6, to - 1)).FirstOrDefault(i => line[i] is "“" or "«" or "\"", -1);
        var close = open < 0 ? -1 : Enumerable.Range(open + 2, Math.Max(0, to - open - 2)).FirstOrDefault(i => line[i] is "”" or "»" or "\"", -1);
        return close < 0 ? null : Words(line, open + 1, line[close - 1] is "," ? close - 1 : close);
    }

    private static bool IsPost(Line line, int at) =>
        Enumerable.Range(Math.Max(0, at - 4), Math.Min(4, at)).Any(i => Posts.Contains(line[i])) && line[at - 1] is "de" or "del" or "of" or "y" or "and";

    /// <summary>“el proyecto denominado «X»”</summary>
    private static ProjectMention? Quoted(Line line, int at)
    {
        var open = at + 1;
        while (open < at + 5 && (NamingVerbs.Contains(line[open]) || line[open] is "piloto" or "regional" or "conjunto" or "binacional" or "joint" or "de" or "cooperacion" or "," or ":"))
            open++;
        if (line[open] is not ("“" or "«" or "\"") || open + 1 >= line.Count || char.IsLower(line.Tokens[open + 1].Written[0]))
            return null;
        for (var close = open + 2; close < Math.Min(line.Count, open + 40); close++)
        {
            if (line[close] is "”" or "»" or "\"")
                return new(line, at, close + 1, Words(line, open + 1, close), 1);
        }

        return null;
    }

    /// <summary>“Programa de Saneamiento de Ciudades Intermedias”, “proyecto EUROFRONT”</summary>
    private static ProjectMention? CalledAfter(Line line, int at)
    {
        var capital = line.Tokens[at].IsCapitalised;
        var (next, end, proper) = (at + 1, at + 1, 0);
        if ((line[at + 1] is "de" or "del" or "of" && OtherThings.Contains(line[at + 2])) || Posts.Contains(line[at + 1]))
            return null;
        for (; next < Math.Min(line.Count, at + LongestName); next++)
        {
            var token = line.Tokens[next];
            if (NamingVerbs.Contains(token.Folded) && next == at + 1)
                continue;
            if (line.DateAt(next) is { Date.IsInterval: true } && proper > 0)
                end = next + 1;
            else if (token.IsWord && (token.IsCapitalised || (char.IsDigit(token.Written[0]) && token.Written.Length < 4 && line.DateAt(next) is null)) && line.PersonAt(next) is null && (line.OrganisationAt(next) is null || next > end || proper > 0 && Links.Contains(line[next - 1]) && line[next - 1] is not ("con" or "por")))
                (end, proper) = (next + 1, proper + 1);
            else if (!Links.Contains(token.Folded) && token.Folded is not ("-" or "–"))
                break;
            else if (!capital && proper == 0 && token.Folded is not ("de" or "del"))
                break;
        }

        // A lower-case "programa de" leads to no name of its own: "programa de Cooperación".
        if (proper == 0 || (!capital && line[at + 1] is "de" or "del") || IsOtherOwner(line, at, end))
            return null;
        var named = capital && (end - at > 2 || Links.Contains(line[at + 1]));
        var first = NamingVerbs.Contains(line[at + 1]) ? at + 2 : at + 1;
        return new(line, at, end, named ? Words(line, at, end) : Words(line, first, end), 1);
    }

    /// <summary>“Programa de la OIM”: an organisation's, not a name.</summary>
    private static bool IsOtherOwner(Line line, int at, int end)
    {
        for (var i = at + 1; i < end; i++)
        {
            if (line.OrganisationAt(i) is null && !Links.Contains(line[i]))
                return false;
        }

        return true;
    }

    /// <summary>“the Caribbean Resilience Project”, “the EUROFRONT programme”</summary>
    private static ProjectMention? CalledBefore(Line line, int at)
    {
        if (line[at] is not ("project" or "programme" or "program" or "projects") || at == 0)
            return null;
        // 'the "Safe Harvest" project'
        if (line[at - 1] is "”" or "»" or "\"" && Enumerable.Range(Math.Max(0, at - 20), Math.Min(20, at) - 1).LastOrDefault(i => i < at - 1 && line[i] is "“" or "«" or "\"", -1) is >= 0 and var open && open < at - 2)
            return new(line, open, at + 1, Words(line, open + 1, at - 1), 1);
        var (first, proper) = (at, 0);
        for (var i = at - 1; i >= Math.Max(0, at - 12); i--)
        {
            var token = line.Tokens[i];
            if (IsPairOfAcronyms(token))
                break;
            if (token.IsWord && token.IsCapitalised && line.OrganisationAt(i) is null && line.PersonAt(i) is null && line.DateAt(i) is null && token.Folded is not ("the" or "a" or "this" or "under" or "in" or "our" or "new" or "joint" or "us" or "us$"))
                (first, proper) = (i, proper + 1);
            else if (token.Folded is not ("of" or "and" or "for" or "the" or "in" or "on") || proper == 0 || i < first - 2)
                break;
        }

        if (proper == 0 || (first == 0 && proper == 1))
            return null;
        if (line[at - 1] is "”" or "\"")
            return null;
        var capital = line.Tokens[at].IsCapitalised;
        return new(line, first, at + 1, capital ? Words(line, first, at + 1) : Words(line, first, at), 1);
    }

    /// <summary>“New UNDP-CDB project to strengthen coastal resilience”: a headline calls it by whose it is and what it is for.</summary>
    private static ProjectMention? Headline(Line line, int at) =>
        line.IsHeading && at > 0 && line[at] is "project" or "programme" or "program" && IsPairOfAcronyms(line.Tokens[at - 1]) && line[at + 1] is "to" or "on" or "for"
            ? new(line, at - 1, line.Count, Words(line, at - 1, Enumerable.Range(at + 2, line.Count - at - 2).FirstOrDefault(i => line.IsFinite(i) && !char.IsUpper(line.Tokens[i].Written[0]), line.Count)), 1) { IsHeadline = true }
            : null;

    /// <summary>“the UNDP-CDB project”: whose it is, and not its name.</summary>
    private static bool IsPairOfAcronyms(Token token) =>
        token.Written.Split('-') is { Length: > 1 } parts && parts.All(p => p.Length > 1 && p.All(char.IsUpper));

    /// <summary>“dos proyectos conjuntos”, “un proyecto”</summary>
    private static ProjectMention? Counted(Line line, int at)
    {
        var number = at - 1;
        while (number > at - 10 && (IsMeasure(line, number) || line[number] is "other" or "otros" or "further" or "additional" or "more" or "nuevos" or "nuevo" or "new" or "joint" or "importantes" or "grandes" or "regional" or "regionales" or "major" or "cooperation" or "pilot" or "large" or "primeros" or "first"))
            number--;
        if (Numerals.Of(line[number]) is not { } count || line[number] is "ambos" or "both" || line.DateAt(number) is not null)
            return line[number] is "a" or "an" ? Of(1) : null;
        return Of(count);

        ProjectMention? Of(int counted)
        {
            if (line[at + 1] is "de" or "of" && OtherThings.Contains(line[at + 2]))
                return null;
            var end = at + 1;
            while (line[end] is "conjunto" or "conjuntos" or "regional" or "regionales" or "piloto" or "binacional" or "binacionales" or "bilaterales" or "comunes")
                end++;
            return counted <= 20 ? new(line, number, end, null, counted) { IsJoint = Enumerable.Range(number, end - number).Any(i => line[i] is "conjunto" or "conjuntos" or "joint" or "binacional" or "binacionales" or "comunes" or "bilaterales") } : null;
        }
    }

    /// <summary>“a US$9 million project”, “a three-year project”: how much or how long, and no number of projects.</summary>
    private static bool IsMeasure(Line line, int at) =>
        line[at] is "million" or "billion" or "$" or "us" or "usd" or "€" or "eur" or "euro" or "cad" or "." or "£" || line[at].EndsWith("-year", StringComparison.Ordinal) || line[at].EndsWith("-month", StringComparison.Ordinal)
        || line[at].EndsWith("-million", StringComparison.Ordinal) || (char.IsDigit(line[at].FirstOrDefault('x')) && line[at - 1] is "$" or "€" or "us" or "usd" or "eur" or "." or "," or "£")
        || (char.IsDigit(line[at].FirstOrDefault('x')) && line[at + 1] is "million" or "billion" or "-" or ".");

    private static ProjectMention? Pointing(Line line, int at) =>
        line[at] is "proyecto" or "programa" or "project" or "programme" or "program" && line[IsMeasure(line, at - 1) ? at - 2 : at - 1] is "el" or "dicho" or "este" or "del" or "the" or "this" or "al" or "referido" && line[at + 1] is not ("de" or "of" or "para" or "for" or "que")
            ? new(line, at, at + 1, Entitled(line, at - 1), 0)
            : null;

    private static string Words(Line line, int from, int to) =>
        string.Join(' ', line.PassageOf(from, Math.Max(from + 1, to)).In(line.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
