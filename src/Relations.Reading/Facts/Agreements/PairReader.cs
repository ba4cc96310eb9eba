namespace Relations.Reading.Facts.Agreements;

/// <summary>Tells whom “ambas instituciones” or “both parties” means: those of the meeting, else the two that acted last.</summary>
/// <param name="lines">The sentences.</param>
/// <param name="actors">Tells who acts in them.</param>
/// <param name="meetings">The meetings of the text.</param>
internal sealed class PairReader(IReadOnlyList<Line> lines, Actors actors, MeetingsRead meetings)
{
    /// <summary>How many sentences back the two are looked for.</summary>
    private const int Back = 8;

    private static readonly PhraseBook<bool> Pairs = new(
    [
        ("ambas instituciones|organizaciones|entidades|partes|autoridades|naciones|delegaciones|universidades|secretarias", true),
        ("ambos organismos|paises|gobiernos|representantes|funcionarios|estados|presidentes|ministros|cancilleres|titulares|directores|secretarios|mandatarios|directivos|lideres", true),
        ("las|los|estas|estos dos instituciones|organizaciones|entidades|partes|organismos|paises|gobiernos|naciones|autoridades", true),
        ("las partes", true), ("the parties", true), ("both ?sides parties|organisations|organizations|institutions|countries|governments|sides|agencies|entities|officials|ministers|leaders", true),
        ("the two parties|organisations|organizations|institutions|countries|governments|sides|agencies|entities|ministers|officials|leaders", true),
        ("the organisations|organizations|institutions|partners", true), ("los socios", true), ("las instituciones|organizaciones", true),
    ]);

    /// <summary>The two that are meant among some words.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="from">The first word.</param>
    /// <param name="to">The place after the last.</param>
    /// <returns>The two; none where no such words stand there or only one is found.</returns>
    public IReadOnlyList<Actor> In(Line line, int from, int to)
    {
        foreach (var (_, start, end) in Pairs.In(line.Tokens, from, to))
        {
            if (end <= to && line.OrganisationAt(start) is null)
                return [.. Before(line).Select(o => new Actor(o, null, start, end))];
        }

        return [];
    }

    /// <summary>The organisations that act in a sentence, one of each that stand under the same; at its end, those of its subject alone.</summary>
    private List<string> Acting(Line line)
    {
        var verb = Enumerable.Range(0, line.Count).FirstOrDefault(i => line.IsFinite(i) && line.PersonAt(i) is null && line.OrganisationAt(i) is null, line.Count);
        List<string> acting = [];
        foreach (var organisation in Actors.Organisations(actors.In(line, 0, verb)).Where(o => !acting.Exists(t => actors.AreSame(t, o))))
            acting.Add(organisation);
        return acting;
    }

    /// <summary>The two organisations that a sentence takes as known.</summary>
    /// <param name="line">The sentence.</param>
    public IReadOnlyList<string> Before(Line line)
    {
        List<string> two = [];
        for (var i = line.Number; i >= Math.Max(0, line.Number - Back) && two.Count < 3; i--)
        {
            var before = i == line.Number ? [] : Actors.Organisations(actors.In(lines[i], 0, lines[i].Count));
            foreach (var organisation in before.Where(o => !two.Exists(t => actors.AreSame(t, o))))
                two.Add(organisation);
            if (two.Count == 2)
                return meetings.Meetings is [{ Organisations: { Count: 2 } table }, ..] && two.Exists(t => !table.Any(m => actors.AreSame(m, t))) ? table : two;
            if (two.Count > 2)
                break;
        }

        if (Enumerable.Range(Math.Max(0, line.Number - Back), Math.Min(Back, line.Number)).Reverse().Select(i => Acting(lines[i])).FirstOrDefault(a => a.Count == 2) is { } pair)
            return pair;
        return meetings.Meetings is [{ Organisations: { Count: 2 } met }, ..] ? met : [];
    }
}
