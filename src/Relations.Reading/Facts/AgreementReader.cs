using Relations.Domain.Meetings;
using Relations.Domain.Time;
using Relations.Reading.Facts.Agreements;

namespace Relations.Reading.Facts;

/// <summary>Reads the agreements of a text: which instruments it speaks of, who is party to them, where they stand and what was done to them.</summary>
internal static class AgreementReader
{
    /// <summary>How many sentences behind an agreement's name its term can be told: “Tendrá una vigencia de tres años”.</summary>
    private const int NearTerm = 3;

    /// <summary>Reads the agreements of a text.</summary>
    /// <param name="found">The text with what it names.</param>
    /// <param name="meetings">Its meetings.</param>
    public static AgreementsRead Read(Entities found, MeetingsRead meetings)
    {
        var lines = found.Lines;
        var actors = new Actors(found);
        var pairs = new PairReader(lines, actors, meetings);
        var parties = new Parties(actors, pairs);
        var deeds = new DeedFinder(found.Dates, new DeedDoers(actors, pairs));
        var states = new AttestationReader(actors, pairs);
        var (named, listed) = AgreementLists.Read(lines, [.. lines.Select(l => (IReadOnlyList<Instrument>)[.. InstrumentNouns.In(l)])]);
        var told = lines.Select(l => deeds.In(l, named[l.Number], listed[l.Number]).ToList()).ToList();
        var ofHeading = new HashSet<Instrument>(named.Where((_, i) => listed[i].Count > 0).SelectMany(n => n.Where(i => i.Count != 1)));

        var news = News(found, meetings);
        var identity = new AgreementIdentity(actors, news.On?.Earliest?.Year);
        var byPlace = told.SelectMany(t => t).ToLookup(d => d.Target, ReferenceEqualityComparer.Instance);
        foreach (var line in lines)
        {
            KnownAgreement? before = null;
            Instrument? beforeIn = null;
            foreach (var instrument in named[line.Number].Where(n => !ofHeading.Contains(n) && n.Count > 0 && (n.Family is not InstrumentFamily.Any || n.Count == 1) && !line.IsQuoted(n.First)))
            {
                var known = identity.Of(instrument, parties.Beside(instrument), [.. byPlace[instrument]]);
                if (known is null)
                    continue;
                if (states.Of(instrument) is { } state)
                    known.States.Add(state);
                if (beforeIn is not null && before != known && IsAmending(line, beforeIn, instrument))
                    (before!.Amends, known.AmendedBy) = (known, before);
                (before, beforeIn) = (known, instrument);
            }
        }

        ReadTerms(lines, identity.Known);
        var headers = listed.Select((items, i) => (items, i)).SelectMany(l => l.items.Select(item => (item, l.i)))
            .ToDictionary(l => l.item, l => Introducing(lines[l.i], actors), (IEqualityComparer<Instrument>)ReferenceEqualityComparer.Instance);
        return new AgreementFacts(actors, pairs, meetings, news, headers).Build(identity.Known, told.SelectMany(t => t), TiesRenewed(lines));
    }

    /// <summary>The day of what is told as news: that of the meeting the text is about, else the dateline's.</summary>
    private static (EdtfDate? On, Passage? Passage) News(Entities found, MeetingsRead meetings) =>
        meetings.Meetings is [{ Status: MeetingStatus.Held, On: { } met } meeting, ..] ? (met, meeting.Passage)
        : found.Dates.Dateline is { Date.Date: { } given } line ? (given, line.Passage)
        : (null, null);

    /// <summary>Whom the words before a list name: those who act, else all that are named there.</summary>
    private static IReadOnlyList<string> Introducing(Line line, Actors actors) =>
        Actors.Organisations(actors.In(line, 0, line.Count)) is { Count: > 0 } acting ? acting : [.. line.OrganisationsIn(0, line.Count).Select(o => o.Key).Distinct(StringComparer.Ordinal)];

    /// <summary>“Adenda al convenio”, “Protocol to the treaty”: what lies between is no more than an article.</summary>
    private static bool IsAmending(Line line, Instrument amending, Instrument amended) =>
        amended.First - amending.End is > 0 and < 6 && line[amending.End] is "al" or "a" or "to" or "del"
        && amending.Family is InstrumentFamily.Amendment or InstrumentFamily.Protocol or InstrumentFamily.Agreement or InstrumentFamily.Exchange;

    private static void ReadTerms(IReadOnlyList<Line> lines, IReadOnlyList<KnownAgreement> known)
    {
        var places = known.SelectMany(k => k.Mentions.Select(m => (Known: k, Mention: m))).GroupBy(p => p.Mention.Line.Number).ToDictionary(g => g.Key, g => g.OrderBy(p => p.Mention.First).ToList());
        foreach (var line in lines)
        {
            if (!places.TryGetValue(line.Number, out var here))
            {
                if (Before(places, line.Number) is { } last && TermReader.In(line, 0, line.Count) is { } said && IsOfAgreement(line))
                    last.Conditions.Add(said);
                continue;
            }

            for (var i = 0; i < here.Count; i++)
            {
                var (from, to) = (i == 0 ? 0 : here[i].Mention.End, i + 1 < here.Count ? here[i + 1].Mention.First : line.Count);
                if (TermReader.In(line, Math.Max(from, here[i].Mention.First - 8), to) is { } said)
                    here[i].Known.Conditions.Add(said);
            }
        }
    }

    private static KnownAgreement? Before(Dictionary<int, List<(KnownAgreement Known, Instrument Mention)>> places, int number)
    {
        for (var i = number - 1; i >= Math.Max(0, number - NearTerm); i--)
        {
            if (places.TryGetValue(i, out var there))
                return there[^1].Known;
        }

        return null;
    }

    /// <summary>A sentence that names no agreement tells the term of one where it begins with its verb or with the term itself.</summary>
    private static bool IsOfAgreement(Line line) =>
        line[0] is "tendra" or "tiene" or "su" or "este" or "la" or "el" or "it" or "its" or "the" or "entrara" or "estara" or "sera" or "se" or "vigencia" or "duracion" or "esta" or "con" or "term" or "duration" or "con"
        && (line.HasFinite(0, Math.Min(line.Count, 8)) || line[0] is "vigencia" or "duracion" or "term" or "duration")
        && !Enumerable.Range(0, line.Count).Any(i => line[i] is "proyecto" or "project" or "programa" or "programme" or "prestamo" or "loan");

    /// <summary>“Renovaron los lazos”: where what is renewed is no agreement.</summary>
    private static IEnumerable<Note> TiesRenewed(IReadOnlyList<Line> lines)
    {
        foreach (var line in lines)
        {
            for (var at = 0; at < line.Count; at++)
            {
                if (line.VerbAt(at) is not { Lemma: "renovar" or "renew" or "ratificar" or "extender" or "extend" } && line[at] is not ("renovacion" or "renewal"))
                    continue;
                var ties = Enumerable.Range(at + 1, Math.Max(0, Math.Min(line.Count, at + 6) - at - 1)).TakeWhile(i => !line.IsFinite(i) && !InstrumentNouns.IsHead(line, i)).FirstOrDefault(i => ActWords.Ties.Contains(line[i]));
                if (ties > 0)
                    yield return new(NoteKind.TiesNotAgreement, line.PassageOf(at, ties + 1));
            }
        }
    }
}
