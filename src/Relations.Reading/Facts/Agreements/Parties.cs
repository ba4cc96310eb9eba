namespace Relations.Reading.Facts.Agreements;

/// <summary>Reads who an instrument is said to be between, beside its name: “entre X y Y”, “the X–Y agreement”, “el convenio de X con Y”.</summary>
/// <param name="actors">Tells who acts in a sentence.</param>
/// <param name="pairs">Whom “both institutions” means.</param>
internal sealed class Parties(Actors actors, PairReader pairs)
{
    /// <summary>Whether the words behind a name lead to its parties.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="at">The place after the name.</param>
    public static bool IsTail(Line line, int at) => line[at] is "entre" or "between" or "con" or "with";

    /// <summary>Whether the words behind a name say whom it is between, known to the reader or not.</summary>
    /// <param name="instrument">The instrument.</param>
    public static bool AreSaid(Instrument instrument) => instrument.Line[instrument.End] is "entre" or "between";

    /// <summary>The parties said beside the name.</summary>
    /// <param name="instrument">The instrument.</param>
    public IReadOnlyList<string> Beside(Instrument instrument)
    {
        var (line, end) = (instrument.Line, instrument.End);
        List<string> parties = [.. Attached(line, instrument)];
        for (var i = end; i < Math.Min(line.Count, end + 16); i++)
        {
            if (InstrumentNouns.IsHead(line, i) || line.OrganisationAt(i) is not null || line.PersonAt(i) is not null || (line.IsFinite(i) && !IsDescription(line, i)) || line[i] is ";" or "para" or "que" or "which")
                break;
            if (line[i] is "entre" or "between" || (line[i] is "con" or "with" && i <= end + 4))
            {
                parties.AddRange(Actors.Organisations(actors.In(line, i + 1, TailEnd(line, i + 1))));
                parties.AddRange(Actors.Organisations(pairs.In(line, i + 1, Math.Min(line.Count, i + 5))));
                break;
            }
        }

        // “El IRM informa que el convenio con la Universidad …”: whose agreement with another it is said to be.
        if (parties.Count == 1 && line[end] is "con" or "with" && actors.In(line, 0, instrument.First) is [.., { Organisation: { } whose }] && !actors.AreSame(whose, parties[0]))
            parties.Insert(0, whose);
        return [.. parties.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>“agreement signed between”: the verb describes.</summary>
    private static bool IsDescription(Line line, int at) => line[at] is "signed" or "concluded" or "suscrito" or "firmado" or "reached" or "entered";

    /// <summary>“convenio OIM–CAN”, “the EU–Peru agreement”, “the agreement of the IOM with”.</summary>
    private static IEnumerable<string> Attached(Line line, Instrument instrument)
    {
        for (var i = instrument.First - 1; i >= Math.Max(0, instrument.First - 6); i--)
        {
            if (line.OrganisationAt(i) is { } organisation)
                yield return organisation.Key;
            else if (line[i] is not ("-" or "–" or "—" or "/"))
                break;
        }

        var after = instrument.End;
        if (line[after] is "de" or "del" or "of" && line.OrganisationAt(line[after + 1] is "la" or "el" or "los" or "the" ? after + 2 : after + 1) is not null)
            after += line[after + 1] is "la" or "el" or "los" or "the" ? 2 : 1;
        if (line.OrganisationAt(after) is null)
            yield break;
        for (var i = after; i < Math.Min(line.Count, after + 30); i++)
        {
            if (line.OrganisationAt(i) is { } organisation)
                yield return organisation.Key;
            else if (line[i] is not ("-" or "–" or "—" or "/" or "y" or "e" or "and" or "la" or "el" or "los" or "the" or "con" or "with"))
                break;
        }
    }

    /// <summary>Where the parties end: at a verb, or a word that begins what is said of the agreement.</summary>
    private static int TailEnd(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
        {
            if (line.OrganisationAt(i) is not null || line.PersonAt(i) is not null)
                continue;
            if (line.IsFinite(i) || line[i] is ";" or ":" or "que" or "which" or "para" or "desde" or "since" or "sobre" or "en" or "on" or "for" or "to" or "in" or "marco" or "vigente" or "suscrito" or "firmado" or "signed" or "a" or "durante" or "during" or "por" or "by" or "de" && line[i + 1] is "fecha"
                || (line[i] is "," && line.OrganisationAt(i - 1) is not null && !ListGoesOn(line, i)))
                return i;
        }

        return line.Count;
    }

    /// <summary>After a comma, a further party or the last one behind “y” comes soon.</summary>
    private static bool ListGoesOn(Line line, int comma)
    {
        for (var i = comma + 1; i < Math.Min(line.Count, comma + 10); i++)
        {
            if (line.OrganisationAt(i) is not null || line.PersonAt(i) is not null)
                return true;
            if (line.IsFinite(i) || line[i] is "en" or "in" or "durante" or "para" or "con" or "with" or "que")
                return false;
        }

        return false;
    }
}
