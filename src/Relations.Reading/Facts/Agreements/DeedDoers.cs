namespace Relations.Reading.Facts.Agreements;

/// <summary>Tells who did what was done to an agreement, and who are said to be its parties.</summary>
/// <param name="actors">Tells who acts in a sentence.</param>
/// <param name="pairs">Whom “both institutions” means.</param>
internal sealed class DeedDoers(Actors actors, PairReader pairs)
{
    /// <summary>Those who did it: the subject of the verb, and those it was done with or by.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="target">The agreement.</param>
    /// <param name="act">What was done.</param>
    /// <param name="at">The place of the verb or noun.</param>
    /// <param name="stop">The place after the verb and the agreement's name.</param>
    /// <param name="kind">How the text puts it.</param>
    /// <param name="isNoun">Whether a noun tells it.</param>
    public IReadOnlyList<Actor> Of(Line line, Instrument target, AgreementAct act, int at, int stop, DeedKind kind, bool isNoun)
    {
        if (ActWords.IsOfItself(act))
            return [];
        List<Actor> done = [];
        var group = VerbGroup.Around(line.Tokens, at).Start;
        if (kind is DeedKind.Described)
            return [.. actors.In(line, target.End, group), .. Behind(line, at + 1)];
        if (!isNoun)
        {
            var subject = ReferenceEquals(target.Line, line) && target.End <= at && target.First < group ? [] : Subject(line, group);
            done.AddRange(subject);
            // “Firmaron el convenio el Ministro X y la Directora Y”, “suscribieron, por la OIM, X, y por la CAN, Y, el convenio”.
            if (ReferenceEquals(target.Line, line) && target.First > at)
                done.AddRange(actors.In(line, at + 1, target.First));
            if (done.Count == 0 && stop < line.Count)
                done.AddRange(actors.In(line, stop, EndOfDoers(line, stop)).TakeWhile(_ => !Parties.IsTail(line, stop)));
        }

        done.AddRange(Behind(line, stop));
        return done;
    }

    /// <summary>The subject of a verb: those who act before it in its clause.</summary>
    private IReadOnlyList<Actor> Subject(Line line, int verb)
    {
        var from = AfterAdjuncts(line, verb);
        if (pairs.In(line, from, verb) is { Count: > 0 } pair)
            return pair;
        // “X visitó la CAN y suscribió”: who acts stands before the first verb, unless the last clause has a subject of its own.
        for (var i = verb - 1; i >= from; i--)
        {
            if (!line.IsFinite(i) || line.PersonAt(i) is not null)
                continue;
            var own = actors.In(line, i + 1, verb);
            if (own.Count > 0 && own[^1].End >= verb - 2 && line[verb - 1] is not ("y" or "e" or "and"))
            {
                var joint = Enumerable.Range(i + 1, own[0].First - i - 1).LastOrDefault(k => line[k] is "," or "y" or "and" or ";" or "que" or "that", -1);
                if (joint >= 0)
                    return actors.In(line, joint, verb);
            }

            return actors.In(line, from, FirstVerb(line, from, verb));
        }

        return actors.In(line, from, verb);
    }

    private static int FirstVerb(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (line.IsFinite(i) && line.PersonAt(i) is null)
                return i;
        }

        return to;
    }

    /// <summary>Leaves out what stands before the subject: “En el marco de la visita del Presidente de Chile, …”.</summary>
    private int AfterAdjuncts(Line line, int verb)
    {
        var from = Clause(line, verb);
        while (line[from] is "en" or "durante" or "tras" or "luego" or "con" or "mediante" or "al" or "como" or "para" or "ante" or "a" or "bajo" or "asimismo" or "el" or "este" or "in" or "during" or "after" or "following" or "on" or "at" or "as" or "with" or "by" or "under" or "within" or "de" or "by" or "por")
        {
            if (line[from] is "el" or "este" && line.DateAt(from) is null && line.DateAt(from + 1) is null)
                break;
            if (line[from] is "por" && line[from + 1] is "su" or "la" or "el")
                break;
            var comma = Enumerable.Range(from, verb - from).FirstOrDefault(i => line[i] is "," && line.PersonAt(i) is null, -1);
            if (comma < 0 || (actors.In(line, comma + 1, verb).Count == 0 && pairs.In(line, comma + 1, verb).Count == 0))
                break;
            from = comma + 1;
        }

        return from;
    }

    /// <summary>Where the clause of a verb begins: after a semicolon, a colon, “que” before which something is said.</summary>
    private static int Clause(Line line, int verb)
    {
        for (var i = verb - 1; i > 0; i--)
        {
            if (line[i] is ";" or ":" || (line[i] is "que" or "that" && i < verb - 1 && line.IsFinite(i - 1)) || (line[i] is "-" or "–" or "—" && line[i - 1] is "."))
                return i + 1;
        }

        return 0;
    }

    /// <summary>Those named after the agreement: “entre X y Y”, “con X”, “por X y Y”.</summary>
    private List<Actor> Behind(Line line, int from)
    {
        List<Actor> found = [];
        var limit = EndOfDoers(line, from);
        for (var i = from; i < limit; i++)
        {
            if (line.OrganisationAt(i) is not null || line.PersonAt(i) is not null)
                continue;
            var opens = line[i] is "con" or "with" or "por" or "by" || line[i] is "entre" or "between" || (line[i] is "representacion" or "nombre" or "behalf" && line[i - 1] is "en" or "a" or "on");
            if (!opens || line[i + 1] is "el" or "la" && line[i + 2] is "objetivo" or "finalidad" or "fin" or "proposito" or "que" or "cual")
                continue;
            found.AddRange(actors.In(line, i, limit));
            break;
        }

        return found;
    }

    /// <summary>Where those who did it end: who was merely there is named behind these words.</summary>
    private static int EndOfDoers(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
        {
            if (line.PersonAt(i) is not null || line.OrganisationAt(i) is not null)
                continue;
            if (line[i] is ";" or "presencia" or "presence" or "witnessed" or "acompanado" or "acompanados" or "acompanada" or "accompanied" or "testigo" or "testigos" or "ceremonia" or "ceremony" or "marco" or "framework" or "para" or "sede" or "objetivo"
                    or "que" or "which" or "quien" or "quienes" or "cuyo" or "cuya" or "mediante" or "apoyo" or "support" or "aimed" or "fin" or "participacion" or "occasion" or "ocasion" or "margins" or "margen" or "durante" or "during" or "miras" or "sobre"
                || (line[i] is "to" && line.VerbAt(i + 1) is not null) || line.IsFinite(i) && line[i] is not ("signed" or "suscrito") || (line[i] is "in" && line[i + 1] is "support" or "order"))
                return i;
        }

        return line.Count;
    }
}
