using System.Collections.Frozen;
using Relations.Reading.Dates;
using Relations.Reading.Facts.Verbs;

namespace Relations.Reading.Facts.Agreements;

/// <summary>Finds what is said to be done to the agreements of a sentence, and by whom.</summary>
/// <param name="dates">The dates of the text.</param>
/// <param name="doers">Tells who did it.</param>
internal sealed class DeedFinder(DatesRead dates, DeedDoers doers)
{
    /// <summary>How far the object may stand behind its verb: the parties and their people can stand between.</summary>
    private const int Reach = 80;

    private static readonly FrozenSet<string> Governing = Set(
        "de del en con para por mediante bajo sobre a al segun sin contra tras of in under for by on with to through about regarding from via within hacia desde como as at");

    private static readonly FrozenSet<string> Upcoming = Set("manana proximo proxima proximos proximas proximamente tomorrow next soon upcoming pronto brevedad coming");

    private static readonly FrozenSet<string> Earlier = Set("anteriormente previamente antano previously formerly earlier");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a sentence says is done to the instruments that it names.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="named">The instruments it names.</param>
    /// <param name="listed">Those of the list that it introduces.</param>
    public IEnumerable<Deed> In(Line line, IReadOnlyList<Instrument> named, IReadOnlyList<Instrument> listed)
    {
        for (var at = 0; at < line.Count; at++)
        {
            if (line.IsQuoted(at) || IsWithin(named, at) || line.PersonAt(at) is not null)
                continue;
            // "The signing of" is a noun, whatever "signing" is elsewhere.
            var noun = ActWords.NounAt(line, at) is { } told && (line[told.End] is "de" or "del" or "of" || ActWords.VerbAt(line, at) is null) ? told : ((AgreementAct Act, int End)?)null;
            if ((noun ?? ActWords.VerbAt(line, at)) is not var (act, end))
                continue;
            foreach (var target in Targets(line, named, listed, act, at, end, noun is not null))
            {
                if (Told(line, target, act, at, end, noun is not null) is { } deed)
                    yield return deed;
            }

            // The words of a turn such as "dar por terminado" tell nothing more by themselves.
            at = end - 1;
        }
    }

    private static bool IsWithin(IReadOnlyList<Instrument> named, int at) => named.Any(n => n.First <= at && at < n.End);

    private static List<Instrument> Targets(
        Line line, IReadOnlyList<Instrument> named, IReadOnlyList<Instrument> listed, AgreementAct act, int at, int end, bool isNoun)
    {
        var behind = named.Where(n => n.First >= end && n.First - end < Reach && IsObject(line, n, act, end, isNoun)).Take(1).ToList();
        if (behind is [var first])
        {
            behind.AddRange(Coordinated(line, named, first));
            return first.Count != 1 && listed.Count > 0 ? [.. listed] : behind;
        }

        if (isNoun)
            return [];
        var before = Subject(line, named, act, at);
        return before is null ? [] : before.Count != 1 && listed.Count > 0 ? [.. listed] : [before];
    }

    /// <summary>Whether the instrument is what the verb or noun is done to: nothing else stands in its place between.</summary>
    private static bool IsObject(Line line, Instrument instrument, AgreementAct act, int end, bool isNoun)
    {
        var governing = instrument.Before;
        if (isNoun)
            return (line[governing] is "de" or "del" or "of" or "al" or "to" or "for") && governing - end < 14 && !line.HasFinite(end, governing) && !HasOther(line, end, governing, act);
        if (line[governing] is "de" or "del" or "of")
            return IsPart(line, governing - 1, end) && !IsBlocked(line, end, governing - 1, act);
        if (Governing.Contains(line[governing]) && line.OrganisationAt(governing) is null && line.PersonAt(governing) is null)
            return governing == end - 1 || (act is AgreementAct.Accession or AgreementAct.Termination or AgreementAct.Notice && line[governing] is "a" or "al" or "to");
        return !IsBlocked(line, end, governing + 1, act);
    }

    // "la vigencia del convenio", "the term of the agreement", right behind the verb.
    private static bool IsPart(Line line, int at, int end) =>
        at >= end && at - end < 4 && ActWords.Parts.Contains(line[at]) && !Enumerable.Range(end, at - end).Any(i => Governing.Contains(line[i]));

    private static bool IsBlocked(Line line, int from, int to, AgreementAct act) => HasOther(line, from, to, act) || IsLeft(line, from, to);

    private static bool HasOther(Line line, int from, int to, AgreementAct act)
    {
        for (var i = from; i < to; i++)
        {
            if (line.OrganisationAt(i) is null && line.PersonAt(i) is null && (ActWords.OtherObjects.Contains(line[i]) || (act is AgreementAct.Renewal && ActWords.Ties.Contains(line[i]))))
                return true;
        }

        return false;
    }

    /// <summary>Whether another clause begins between.</summary>
    private static bool IsLeft(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (line.PersonAt(i) is null && line.OrganisationAt(i) is null && (line.IsFinite(i) || line[i] is "que" or "which" or "that" or "who" or ";" or "cuyo" or "cuya" or "donde"
                || line.VerbAt(i) is { Form: VerbForm.Infinitive or VerbForm.Gerund }))
                return true;
        }

        return false;
    }

    /// <summary>The instruments joined to the first one: “un memorando y dos convenios”.</summary>
    private static IEnumerable<Instrument> Coordinated(Line line, IReadOnlyList<Instrument> named, Instrument first)
    {
        var last = first;
        foreach (var next in named.Where(n => n.First >= first.End))
        {
            var joined = line[next.Before] is "y" or "e" or "and" or "," or ";" or ":" or ")" || (line[next.Before - 1] is "y" or "and" && line[next.Before] is "con" or "also" or "tambien");
            if (!joined || line.HasFinite(last.End, next.First) || Enumerable.Range(last.End, next.First - last.End).Any(i => line[i] is "que" or "which" or "marco" or "framework"))
                yield break;
            yield return last = next;
        }
    }

    /// <summary>The instrument that the verb says something of: “el convenio fue suscrito”, “el convenio que firmaron”, “se suscribió el convenio”.</summary>
    private static Instrument? Subject(Line line, IReadOnlyList<Instrument> named, AgreementAct act, int at)
    {
        var group = VerbGroup.Around(line.Tokens, at);
        var nearest = named.LastOrDefault(n => n.End <= group.Start);
        if (nearest is null || group.Start - nearest.End > 40)
            return null;
        var passive = IsPassive(line, at, group.Start);
        var relative = IsRelative(line, nearest, group.Start);
        if (IsAdnominal(line, at, group, nearest, act))
            return nearest;
        if (!passive && !relative && !ActWords.IsOfItself(act))
            return null;
        // “Las partes del convenio fueron recibidas”: the instrument must be the subject itself.
        var subject = named.LastOrDefault(n => n.End <= group.Start && line[n.Before] is not ("de" or "del" or "of" or "en" or "con" or "in" or "under" or "with" or "para" or "for" or "por" or "mediante"));
        var chosen = relative ? nearest : subject;
        // “The agreement was signed in 2002 and entered into force in 2003”: what is joined has the same subject.
        var joined = line[group.Start - 1] is "y" or "e" or "and" || line[group.Start - 2] is "y" or "and";
        return chosen is null || (line.HasFinite(chosen.End, group.Start) && !relative && !joined) ? null : chosen;
    }

    /// <summary>“El convenio que la OEA firmó en 2012”: the clause only describes the agreement.</summary>
    private static bool IsRelative(Line line, Instrument instrument, int verb)
    {
        var pronoun = line[instrument.End] is "," ? instrument.End + 1 : instrument.End;
        return line[verb - 1] is "que" or "which" or "that" || line[verb - 2] is "que" or "which"
            || (line[pronoun] is "que" or "which" or "that" && pronoun < verb && !line.HasFinite(pronoun, verb));
    }

    private static bool IsPassive(Line line, int at, int start) =>
        Enumerable.Range(start, Math.Max(0, at - start)).Any(i => line[i] is "se" or "fue" or "fueron" or "sido" or "sera" or "seran" or "ser" or "was" or "were" or "been" or "be" or "is" or "are" or "quedo" or "quedaron" or "esta" or "es" or "seria" or "sea" or "being")
        || line[start - 1] is "quedo" or "quedaron";

    /// <summary>A participle that describes the instrument before it: “el convenio, firmado en 2010”.</summary>
    private static bool IsAdnominal(Line line, int at, VerbGroup group, Instrument nearest, AgreementAct act)
    {
        if (ActWords.IsOfItself(act) && line.VerbAt(at) is { Form: VerbForm.Past })
            return false;
        if (group.Start != at || line.VerbAt(at) is not { Form: VerbForm.Participle or VerbForm.Past } verb)
            return false;
        if (verb.Form is VerbForm.Past && line[at] is not [.., 'e', 'd'])
            return false;
        for (var i = nearest.End; i < at; i++)
        {
            if (line.IsFinite(i) || line[i] is "y" or "and" && line.OrganisationAt(i + 1) is null && line.VerbAt(i + 1) is null)
                return false;
        }

        return at - nearest.End <= 25 && line.OrganisationAt(at - 1) is null | line.VerbAt(at)!.Value.Form is VerbForm.Participle;
    }

    private Deed? Told(Line line, Instrument target, AgreementAct act, int at, int end, bool isNoun)
    {
        var behind = !ReferenceEquals(target.Line, line) || target.First >= end;
        var group = VerbGroup.Around(line.Tokens, at);
        var described = !isNoun && !behind && IsAdnominal(line, at, group, target, act) && !(line.IsHeading && target.Determiner is Determiner.None or Determiner.Indefinite);
        var notice = act is AgreementAct.Termination && !described ? Notified(line, group.Start) : -1;
        if (notice >= 0)
            (act, at, group) = (AgreementAct.Notice, notice, VerbGroup.Around(line.Tokens, notice));
        var kind = described ? DeedKind.Described : Put(line, at, end, target, isNoun);
        if (kind is DeedKind.Done && !isNoun && !behind && !ActWords.IsOfItself(act) && IsRelative(line, target, group.Start))
            kind = DeedKind.Described;
        if (kind is not { } told)
            return null;
        var passage = !ReferenceEquals(target.Line, line) ? target.Passage : line.PassageOf(Math.Min(group.Start, target.First), Math.Max(end, target.End));
        var stop = ReferenceEquals(target.Line, line) ? Math.Max(end, target.End) : end;
        var done = doers.Of(line, target, act, at, stop, told, isNoun);
        return new(target, act, told, at, passage)
        {
            Line = line,
            On = DateNear(line, at, told is DeedKind.Described),
            Until = act is AgreementAct.Renewal or AgreementAct.Extension ? line.DatesIn(end, line.Count).FirstOrDefault(d => d is { Link: DateLink.Until, Date: not null }) : null,
            Parties = Actors.Organisations(done),
            People = Actors.People(done),
            IsEarlier = IsEarlier(line, group, at),
        };
    }

    /// <summary>“Notificó … su decisión de dar por terminado”: to say that one will end it is to give notice.</summary>
    private static int Notified(Line line, int at) =>
        Enumerable.Range(Math.Max(0, at - Reach), Math.Min(Reach, at)).LastOrDefault(i => line.VerbAt(i) is { Lemma: "notificar" or "comunicar" or "informar" or "notify" or "inform" }, -1);

    private static DeedKind? Put(Line line, int at, int end, Instrument target, bool isNoun)
    {
        var said = Assertion.Of(line.Sentence, at);
        if (said.Standing is Standing.Negated)
            return DeedKind.Denied;
        if (!said.IsDone || said.IsReported)
            return DeedKind.Intended;
        if (isNoun && said.Tense is Tense.None)
            return Bare(line, end, target);
        return said.Tense is not Tense.Past && IsToCome(line, at) ? DeedKind.Intended : DeedKind.Done;
    }

    /// <summary>A noun of action that nothing governs: told by the verb it is the subject of; a heading tells nothing by itself.</summary>
    private static DeedKind? Bare(Line line, int end, Instrument target)
    {
        for (var i = Math.Max(end, ReferenceEquals(target.Line, line) ? target.End : end); i < line.Count; i++)
        {
            if (line.VerbAt(i) is not { } verb || line.PersonAt(i) is not null || line[i - 1] is "que" or "which")
                continue;
            var said = Assertion.Of(line.Sentence, i);
            if (verb.IsFinite && verb.Lemma is "realizar" or "efectuar" or "tener" or "llevar" or "celebrar" or "concretar" or "producir" or "take" or "ocurrir" or "contar" or "estar" or "follow" or "mark" or "marcar" or "dar" or "desarrollar" or "suscribir")
                return said is { IsDone: true, Tense: Tense.Past } ? DeedKind.Done : said.Standing is Standing.Negated ? DeedKind.Denied : said.IsDone ? null : DeedKind.Intended;
        }

        return null;
    }

    /// <summary>“… in 2002 and entered into force in 2003”: the first date goes with the first verb.</summary>
    private static bool IsBeforeAnd(Line line, int date, int at) => date < at && Enumerable.Range(date, at - date).Any(i => line[i] is "y" or "and" or "e");

    private static bool IsToCome(Line line, int at) => Enumerable.Range(at, line.Count - at).Any(i => Upcoming.Contains(line[i]) && line.OrganisationAt(i) is null);

    private static bool IsEarlier(Line line, VerbGroup group, int at) =>
        Enumerable.Range(group.Start, Math.Max(0, at - group.Start)).Any(i => line[i] is "habia" or "habian" or "had") || Enumerable.Range(0, line.Count).Any(i => Earlier.Contains(line[i]));

    /// <summary>Whether a date goes with a participle that only describes: the year of “el convenio suscrito en 1992” is not that of its renewal.</summary>
    private static bool IsOfDescription(Line line, int date, int at)
    {
        for (var i = date - 1; i > Math.Max(at, date - 12); i--)
        {
            if (line.IsFinite(i) && line[i] is not "signed" || line[i] is ";" || InstrumentNouns.IsHead(line, i))
                return false;
            if (line.VerbAt(i) is { Form: VerbForm.Participle or VerbForm.Past } verb && verb.Lemma is "suscribir" or "firmar" or "sign" or "subscribir" or "rubricar" or "celebrar" or "conclude" && VerbGroup.Around(line.Tokens, i).Start == i)
                return true;
        }

        return false;
    }

    // “el cual fue prorrogado en 2022”: what stands before the clause is not of it.
    private static bool IsRelative(Line line, int at) => line[VerbGroup.Around(line.Tokens, at).Start - 1] is "cual" or "cuales" or "que" or "which";

    /// <summary>The date that goes with an act: the nearest one of its sentence, in its own clause where it only describes.</summary>
    private DateMention? DateNear(Line line, int at, bool described)
    {
        var reach = described ? 14 : line.Count;
        return Enumerable.Range(0, line.Count)
            .Where(i => Math.Abs(i - at) <= reach && (!described || i > at) && line.DateAt(i) is { Link: DateLink.On, Date: not null } date && dates.Dateline?.Passage.Holds(date.Passage) is not true)
            .Where(i => i > at || !IsRelative(line, at))
            .Where(i => described ? !line.HasFinite(at + 1, i) : !IsOfDescription(line, i, at))
            .OrderBy(i => Math.Abs(i - at) + (line.HasFinite(Math.Min(i, at) + 1, Math.Max(i, at)) || IsBeforeAnd(line, i, at) ? 20 : 0))
            .Select(i => line.DateAt(i))
            .FirstOrDefault();
    }
}
