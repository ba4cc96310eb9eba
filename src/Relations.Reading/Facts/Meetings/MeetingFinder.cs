using System.Collections.Frozen;
using Relations.Domain.Meetings;
using Relations.Reading.Facts.Verbs;
using Relations.Reading.People;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Finds the places of a text that speak of a meeting.</summary>
/// <param name="view">The sentence that is searched.</param>
internal sealed class MeetingFinder(SentenceView view)
{
    private static readonly FrozenSet<string> Bodies = FrozenSet.ToFrozenSet(
        ("comite comision consejo grupo mesa partes delegaciones ministros ministras cancilleres presidentes autoridades representantes nos reunimos committee commission council group parties delegations "
        + "ministers we board presidents representatives officials").Split(' '),
        StringComparer.Ordinal);

    // What ties a place or a day to what happened there.
    private static readonly FrozenSet<string> Connecting = FrozenSet.ToFrozenSet(
        ("en in on at el la los las the de del of ciudad city dia dias hoy ayer today yesterday sede instalaciones oficinas headquarters palacio hotel , ( ) este esta martes miercoles jueves viernes lunes sabado domingo "
        + "pasado last this").Split(' '),
        StringComparer.Ordinal);

    /// <summary>How far a noun and the verb that says it takes place stand from each other, in tokens.</summary>
    private const int Reach = 40;

    /// <summary>How many words stand between a verb and the meeting that is its object.</summary>
    private const int ObjectReach = 7;

    /// <summary>The mentions of a meeting in a sentence, in its order.</summary>
    /// <param name="view">The sentence.</param>
    public static IEnumerable<MeetingMention> Find(SentenceView view) => new MeetingFinder(view).Find();

    private List<MeetingMention> Find()
    {
        List<MeetingMention> mentions = [];
        foreach (var (at, verb) in view.Verbs)
        {
            if (Verbal(at, verb) is { } mention)
                mentions.Add(mention);
            mentions.AddRange(Several(at, verb));
        }

        for (var at = 0; at < view.Tokens.Count; at++)
        {
            var strong = MeetingWords.Nouns.Contains(view.Word(at));
            if (!view.Quoted[at] && (strong || MeetingWords.LesserNouns.Contains(view.Word(at))) && Nominal(at, strong) is { } mention)
                mentions.Add(mention);
        }

        return [.. mentions.OrderBy(m => m.At)];
    }

    private MeetingMention? Verbal(int at, Verb verb) => verb.Lemma switch
    {
        "reunir" when verb.Form is VerbForm.Participle && view.Word(at) is [.., 'o' or 'a', 's'] => Reciprocal(at),
        "reunir" or "entrevistar" when IsReflexive(at) => Reciprocal(at),
        "presentar" or "entregar" or "present" => Credentials(at),
        "participar" or "asistir" or "participate" or "attend" when view.Puts(at).IsDone => Attendance(at),
        "take" when view.Word(at + 1) is "place" && view.Word(view.Body) is "it" => Again(at),
        "realizar" or "celebrar" or "llevar" or "tener" when at <= view.Body + 3 && !HasNoun() && (IsReflexive(at) || view.Word(at + 1) is "lugar") => Again(at),
        "encontrar" when IsReflexive(at) && view.Word(at + 1) is "con" => Reciprocal(at),
        "dialogar" or "conversar" or "departir" when view.Word(at + 1) is "con" => Reciprocal(at),
        "meet" when IsOfWriters(at) => Ours(at),
        "recibir" when view.Word(at) is "recibirnos" or "recibirme" => Ours(at),
        "reunir" when view.Word(at) is "reunirnos" or "reunirme" && IsThanked(at) => Ours(at),
        "meet" when !MeetsDemands(at) => Reciprocal(at),
        _ when MeetingWords.Receiving.Contains(verb.Lemma) => Reception(at),
        _ when MeetingWords.Visiting.Contains(verb.Lemma) => Visit(at),
        _ => null,
    };

    /// <summary>“It was a pleasure to meet you at our office”, “gracias por recibirnos”: those who write to each other met.</summary>
    private MeetingMention? Ours(int at) => IsThanked(at)
        ? new(view, at, MentionKind.Encounter, MeetingStatus.Held, view.Between(at, Math.Max(at + 1, WhereAndWhen(at + 1))))
        {
            On = MeetingDates.For(view, at, at) ?? view.Dates.FirstOrDefault(d => d.Date is not null && view.TokenAt(d.Passage.Offset) > at),
            Organisations = [.. view.Organisations.Where(o => !o.IsAnaphora && view.TokenAt(o.Passage.Offset) > at).Take(1).Select(o => o.Key)],
            IsOfWriters = true,
        }
        : null;

    private bool IsOfWriters(int at) => view.Word(at + 1) is "you" || (view.Word(at + 1) is "with" && view.Word(at + 2) is "you");

    private bool IsThanked(int at) => Enumerable.Range(1, 8).Any(i => view.Word(at - i) is "gracias" or "agradecer" or "agradecerle" or "agradecerles" or "agradecemos" or "agradezco" or "gusto" or "placer" or "pleasure" or "great" or "nice" or "good" or "honour" or "honor" or "delighted" or "thank" or "thanks");

    private bool IsReflexive(int at) =>
        view.Word(at) is [.., 's', 'e'] or [.., 'n', 'o', 's']
        || Enumerable.Range(1, 4).Any(i => view.Word(at - i) is "se" or "nos");

    private bool MeetsDemands(int at) => Enumerable.Range(1, 5).Any(i =>
        view.Word(at + i) is "requirements" or "needs" or "goals" or "goal" or "targets" or "target" or "deadline" or "deadlines" or "challenges" or "challenge"
            or "criteria" or "standards" or "expectations" or "demand" or "demands" or "commitments" or "conditions" or "objectives");

    /// <summary>“se reunió con”, “met with”: both sides meet.</summary>
    private MeetingMention? Reciprocal(int at)
    {
        if (StatusOf(at, false) is not { } status)
            return null;
        var group = VerbGroup.Around(view.Tokens, at);
        var before = Sides.Before(view, group.Start);
        var after = Sides.After(view, at + 1);
        return before.IsEmpty && after.IsEmpty && !IsOfBody(at)
            ? null
            : Mention(at, MentionKind.Encounter, status, before, after);
    }

    /// <summary>“It will take place on 25 June”, “Se realizará en mayo”: the meeting spoken of before.</summary>
    private MeetingMention? Again(int at) => view.Dates.Count > 0 && StatusOf(at, false) is { } status && status is not MeetingStatus.Held
        ? new(view, at, MentionKind.Back, status, view.Between(view.Body, Math.Min(view.Tokens.Count, at + ObjectReach))) { On = MeetingDates.For(view, at, at) }
        : null;

    /// <summary>“Participaron delegaciones de Bolivia y Colombia”: organisations that the text says were there.</summary>
    private MeetingMention? Attendance(int at)
    {
        var before = Sides.Before(view, VerbGroup.Around(view.Tokens, at).Start);
        var side = before.IsEmpty && view.Word(at + 1) is not ("en" or "in" or "a") ? Sides.After(view, at + 1) : before;
        return side.Organisations.Count == 0 ? null : new(view, at, MentionKind.Attendance, MeetingStatus.Held, view.Between(Math.Min(at, side.From), Math.Max(at + 1, side.To))) { Organisations = side.Organisations };
    }

    /// <summary>“presentó sus cartas credenciales al Presidente”: who presents them is received.</summary>
    private MeetingMention? Credentials(int at)
    {
        var letters = Enumerable.Range(at + 1, ObjectReach).FirstOrDefault(i => view.Word(i) is "credenciales" or "credentials" or "estilo", -1);
        if (letters < 0 || StatusOf(at, false) is not { } status || view.Word(letters + 1) is not ("a" or "al" or "ante" or "to"))
            return null;
        var hosts = Sides.After(view, letters + 2);
        return hosts.People.Count == 0 ? null : Received(at, status, Sides.Before(view, VerbGroup.Around(view.Tokens, at).Start), hosts);
    }

    /// <summary>“sostuvo encuentros con sus homólogos de Jamaica, X, y de Noruega, Y”: one with each.</summary>
    private IEnumerable<MeetingMention> Several(int at, Verb verb)
    {
        var noun = Enumerable.Range(at + 1, ObjectReach).FirstOrDefault(i => view.Word(i) is "reuniones" or "encuentros" or "audiencias" or "entrevistas" or "meetings", -1);
        if (noun < 0 || verb.Form is not VerbForm.Past || !MeetingWords.Holding.Contains(verb.Lemma) || StatusOf(at, false) is not MeetingStatus.Held || view.Word(noun + 1) is not ("con" or "with"))
            yield break;
        var before = Sides.Before(view, VerbGroup.Around(view.Tokens, at).Start);
        var after = Sides.After(view, noun + 2);
        foreach (var person in after.People)
            yield return Mention(at, MentionKind.Encounter, MeetingStatus.Held, before, after with { People = [person], Organisations = [] }) with { Passage = person.Whole };
    }

    private bool HasNoun() => view.Tokens.Any(t => MeetingWords.Nouns.Contains(t.Folded));

    // “the Joint Committee will meet”, “nos reunimos”, “los ministros, reunidos en”: a body, or the writers themselves.
    private bool IsOfBody(int verb)
    {
        for (var i = verb; i >= Math.Max(view.Body, verb - Reach); i--)
        {
            if (Bodies.Contains(view.Word(i)))
                return true;
            if (i < verb && view.VerbAt(i) is { IsFinite: true })
                return false;
        }

        return false;
    }

    /// <summary>“fue recibido por”, “recibió a”: one side receives the other.</summary>
    private MeetingMention? Reception(int at)
    {
        if (StatusOf(at, false) is not { } status)
            return null;
        var group = VerbGroup.Around(view.Tokens, at);
        if (IsPassive(at, group))
        {
            var by = Find(at + 1, "por", "by");
            return by < 0 ? null : Received(at, status, Sides.Before(view, group.Start), Sides.After(view, by + 1));
        }

        var guests = GuestsAt(at, view.VerbAt(at) is { Lemma: "receive" or "host" or "welcome" });
        return guests < 0 ? null : Received(at, status, Sides.After(view, guests), Sides.Before(view, group.Start));
    }

    private MeetingMention? Received(int at, MeetingStatus status, Side guests, Side hosts) => guests.IsEmpty || (hosts.IsEmpty && guests.People.Count == 0)
        ? null
        : Mention(at, MentionKind.Encounter, status, guests, hosts) with
        {
            Hosts = hosts.People,
            People = guests.People,
            IsReception = true,
        };

    /// <summary>“visitó la sede de”, “visited”: one side calls on the other.</summary>
    private MeetingMention? Visit(int at)
    {
        if (StatusOf(at, false) is not { } status)
            return null;
        var group = VerbGroup.Around(view.Tokens, at);
        if (IsPassive(at, group))
            return null;
        var visited = view.Organisations.FirstOrDefault(o => !o.IsAnaphora && view.TokenAt(o.Passage.Offset) is var first && first > at && first <= at + ObjectReach && IsCalledOn(at + 1, first));
        var visitors = Sides.Before(view, group.Start);
        var mention = visited is null || visitors.IsEmpty ? null : Mention(at, MentionKind.Encounter, status, visitors, Sides.After(view, at + 1));
        return mention is null ? null : mention with { Organisations = [.. mention.Organisations.Append(visited!.Key).Distinct()], IsReception = true };
    }

    // “visitó [la sede de] la OIM”, not “visitó el proyecto de la OIM” nor “visitó el Perú”.
    private bool IsCalledOn(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (view.Word(i) is not ("a" or "al" or "la" or "el" or "las" or "los" or "de" or "del" or "the" or "of" or "at" or "hoy" or "ayer" or "today"
                or "sede" or "instalaciones" or "oficinas" or "oficina" or "headquarters" or "offices" or "office" or "premises" or "seat" or "central" or "regional"))
                return false;
        }

        return true;
    }

    private bool IsPassive(int at, VerbGroup group) =>
        view.VerbAt(at) is { Form: VerbForm.Participle or VerbForm.Past }
        && Enumerable.Range(group.Start, at - group.Start).Any(i => view.Word(i) is "fue" or "fueron" or "sido" or "sera" or "seran" or "ser" or "was" or "were" or "been" or "be" or "being" or "es" or "son");

    private int Find(int from, string word, string orWord)
    {
        for (var i = from; i < Math.Min(view.Tokens.Count, from + Reach); i++)
        {
            if (view.Word(i) == word || view.Word(i) == orWord)
                return i;
        }

        return -1;
    }

    /// <summary>Where those received are named; -1 where a thing is received.</summary>
    private int GuestsAt(int at, bool isEnglish)
    {
        if (view.ReadsAny(at + 1, ["en visita oficial a", "en visita oficial al", "en audiencia a", "en audiencia al"]) is > 0 and var visit)
            return at + 1 + visit;
        if (Visited(at) is > 0 and var visitors)
            return visitors;
        for (var i = at + 1; i < Math.Min(view.Tokens.Count, at + Reach); i++)
        {
            if (view.VerbAt(i) is { IsFinite: true } || view.Word(i) is ";" or "from" || (i == at + 1 && view.Word(i) is "de" or "del" or "by" or "por"))
                return -1;
            if (view.Word(i) is "a" or "al" && IsSomebody(i + 1))
                return i + 1;
            if (i == at + 1 && isEnglish && view.Word(i) is not "from" && IsSomebody(i))
                return i;
        }

        return -1;
    }

    /// <summary>“recibió este martes la visita protocolar de”, “received a courtesy call from”: where the visitors are named; 0 where no visit is received.</summary>
    private int Visited(int at)
    {
        var noun = Enumerable.Range(at + 1, Reach / 2).FirstOrDefault(i => view.Word(i) is "visita" or "visit" or "call", -1);
        if (noun < 0 || Enumerable.Range(at + 1, noun - at - 1).Any(i => view.VerbAt(i) is { IsFinite: true } || view.People.Any(p => p.Whole.Holds(view.Tokens[i].Passage))))
            return 0;
        var of = Enumerable.Range(noun + 1, 5).FirstOrDefault(i => view.Word(i) is "de" or "del" or "from" or "by" && !(view.Word(i) is "de" && view.Word(i + 1) is "cortesia" or "trabajo" or "estado" or "seguimiento" or "campo"), -1);
        return of < 0 || !IsSomebody(of + 1) ? 0 : of + 1;
    }

    private bool IsSomebody(int at) =>
        view.People.Any(p => view.TokenAt(p.Whole.Offset) is var first && first >= at && first <= at + 6)
        || view.Organisations.Any(o => view.TokenAt(o.Passage.Offset) is var first && first >= at && first <= at + 6)
        || Enumerable.Range(at, 3).Any(i => view.Word(i) is "delegacion" or "mision" or "comitiva" or "representantes" or "autoridades" or "delegation" or "representatives" or "mission" or "officials");

    /// <summary>“sostuvo una reunión con”, “la II Reunión se celebró”, “durante el encuentro”: a noun, with the verb that says it takes place.</summary>
    private MeetingMention? Nominal(int at, bool isStrong)
    {
        var start = MeetingTitle.Start(view, at);
        if (IsGeneric(at, start) || EndsBefore(start, MeetingWords.Settings) || IsPress(at))
            return null;
        var title = MeetingTitle.At(view, start, at);
        var verb = Governing(start, at, title);
        if (IsOfLife(verb))
            return null;
        var main = (verb < 0 || IsBareParticipleAfter(verb, at)) && EndsBefore(start, Prepositions) ? view.Verbs.FirstOrDefault(v => v.Verb.IsFinite && !Sides.IsInName(view, v.At), new(-1, default)).At : -1;
        if ((verb < 0 ? StatusWithout(start, at, title, main) : StatusOf(verb, true)) is not { } status)
            return null;

        var (before, after) = Around(start, at, verb, title);
        if (main >= 0 && !after.IsEmpty && before.IsEmpty)
            before = Sides.Before(view, VerbGroup.Around(view.Tokens, main).Start);
        verb = verb < 0 ? main : verb;
        var isNext = Beside(start, at, MeetingWords.Next);
        var isEarlier = Beside(start, at, MeetingWords.Earlier);
        var back = title is null && !isNext && !isEarlier && IsDefinite(start) && before.IsEmpty;
        var kind = title is not null ? MentionKind.Event : back && after.IsEmpty ? MentionKind.Back : MentionKind.Encounter;
        if (kind is MentionKind.Encounter && !isNext && !isEarlier && before.IsEmpty && after.IsEmpty && status is MeetingStatus.Held)
            kind = MentionKind.Back;
        if (!isStrong && kind is not MentionKind.Back && after.IsEmpty && before.IsEmpty && !(verb >= 0 && IsPlan(view.VerbAt(verb)!.Value.Lemma)))
            return null;
        var mention = Mention(at, kind, status, before, after, verb);
        var passage = title is { } name ? mention.Passage.Through(name) : mention.Passage;
        if (verb >= 0 && verb < start && view.VerbAt(verb) is { Lemma: "recibir" or "receive" })
            mention = mention with { Hosts = before.People, People = after.People, IsReception = true };
        return mention with { Passage = passage, Title = title, Organisations = [.. mention.Organisations.Concat(WithThose()).Distinct()], IsNext = isNext, IsEarlier = isEarlier };
    }

    /// <summary>“con la participación de los cancilleres de Bolivia y Perú”: the organisations that a sentence says were there.</summary>
    private IReadOnlyList<string> WithThose()
    {
        for (var i = 1; i < view.Tokens.Count - 1; i++)
        {
            if (view.Word(i) is "participacion" or "presencia" or "asistencia" or "participation" or "presence" or "attendance"
                && view.Word(i + 1) is "de" or "del" or "of" && Enumerable.Range(1, 3).Any(n => view.Word(i - n) is "con" or "with"))
                return Sides.After(view, i + 2).Organisations;
        }

        return [];
    }

    /// <summary>Those who meet: the verb's subject, and whom the noun names after “con” or “entre”.</summary>
    private (Side Before, Side After) Around(int start, int at, int verb, Passage? title)
    {
        var nobody = new Side(at, at, [], []);
        var from = title is { } named ? view.TokenAt(named.End) : at + 1;
        var before = verb >= 0 && verb < start
            ? Sides.Before(view, VerbGroup.Around(view.Tokens, verb).Start)
            : view.Word(from) is "que" or "that" && verb > from ? Sides.Of(view, from + 1, verb) : Sides.Of(view, Math.Max(view.Body, start - 3), at);
        for (var i = at + 1; i < Math.Min(view.Tokens.Count, from + 8); i++)
        {
            if (view.Word(i) is "con" or "entre" or "with" or "between" || (view.Word(at) is "visita" or "visit" or "call" && view.Word(i) is "a" or "al" or "to" or "on" or "by" or "from"))
                return (before, Sides.After(view, i + 1));
            if (view.VerbAt(i) is { IsFinite: true } || MeetingWords.Nouns.Contains(view.Word(i)))
                break;
        }

        // “la sesión del Parlamento Andino”: where no side is named, whose meeting it is.
        var owner = view.Organisations.FirstOrDefault(o => view.TokenAt(o.Passage.Offset) is var first && first > at && first <= at + 4 && Enumerable.Range(at + 1, first - at - 1).Any(n => view.Word(n) is "de" or "del" or "of"));
        return (before, owner is null || verb < 0 || !before.IsEmpty || title is not null || !MeetingWords.Nouns.Contains(view.Word(at)) ? nobody : nobody with { Organisations = [owner.Key] });
    }

    /// <summary>The verb that says of a noun that it takes place, is planned or called off; -1 where there is none.</summary>
    private int Governing(int start, int at, Passage? title)
    {
        var follows = title is { } known ? view.TokenAt(known.End) : at + 1;
        for (var i = start - 1; i >= Math.Max(0, start - ObjectReach) && view.Word(follows) is not ("que" or "that"); i--)
        {
            if (view.Word(i) is "," or ";" or ":" or "." or "tras" or "durante" or "during" or "after" or "following")
                break;
            if (view.VerbAt(i) is not { } verb)
                continue;
            if (MeetingWords.Holding.Contains(verb.Lemma) || IsPlan(verb.Lemma) || (verb.Lemma is "receive" && view.Word(at) is "call" or "visit"))
                return i;
            break;
        }

        if (Leading(start) is >= 0 and var leading)
            return leading;
        if (Holder(start) is >= 0 and var holder)
            return holder;

        // “la reunión prevista para mayo no se realizó”: a finite verb says more than a participle before it.
        var participle = -1;
        for (var i = follows; i < Math.Min(view.Tokens.Count, at + Reach); i++)
        {
            if (view.VerbAt(i) is not { } verb || Sides.IsInName(view, i))
                continue;
            var tells = MeetingWords.Happening.Contains(verb.Lemma) || IsPlan(verb.Lemma);
            if (tells && IsBareParticiple(i, verb))
                participle = participle < 0 ? i : participle;
            else if (tells && (verb.IsFinite || VerbGroup.Around(view.Tokens, i).IsFinite))
                return i;
            else if (verb.IsFinite || verb.Form is VerbForm.Base)
                break;
        }

        return participle;
    }

    /// <summary>“sostuvo el viernes 3 de febrero, en la sede de la CAN, un encuentro con”: only where and when stand between; -1 where more does.</summary>
    private int Holder(int start)
    {
        for (var i = start - 1; i >= Math.Max(view.Body, start - Reach); i--)
        {
            if (view.VerbAt(i) is { } verb)
                return verb.IsFinite && MeetingWords.Holding.Contains(verb.Lemma) && !verb.Lemma.StartsWith("particip", StringComparison.Ordinal) ? i : -1;
            var isWhen = view.Dates.Any(d => d.Passage.Holds(view.Tokens[i].Passage));
            if (!isWhen && !Connecting.Contains(view.Word(i)) && !view.Tokens[i].IsCapitalised && !char.IsDigit(view.Tokens[i].Written[0]) && view.Word(i) is not ("una" or "un" or "a" or "an" or "su" or "primera" or "primer"))
                return -1;
            if (view.People.Any(p => p.Whole.Holds(view.Tokens[i].Passage)))
                return -1;
        }

        return -1;
    }

    private bool IsBareParticipleAfter(int verb, int at) => verb > at && view.VerbAt(verb) is { } said && IsBareParticiple(verb, said);

    // “celebrada”, “planned”: no auxiliary before it.
    private bool IsBareParticiple(int at, Verb verb) =>
        (verb.Form is VerbForm.Participle || (verb.Form is VerbForm.Past && !verb.Lemma.EndsWith('r') && view.Word(at + 1) is "for" or "on" or "in" or "at" or "by"))
        && VerbGroup.Around(view.Tokens, at).Start == at;

    /// <summary>“Se celebró en Bogotá, los días 9 y 10 de mayo, la III Reunión”: the verb opens the sentence, and only where and when stand between; -1 where it does not.</summary>
    private int Leading(int start)
    {
        var first = view.Verbs.FirstOrDefault(v => v.At >= view.Body && v.Verb.IsFinite, new(-1, default));
        return first.At >= 0 && first.At < start && MeetingWords.Happening.Contains(first.Verb.Lemma) && first.At <= view.Body + 12
            && (IsReflexive(first.At) || view.Word(first.At + 1) is "lugar")
            && !view.People.Any(p => view.TokenAt(p.Whole.Offset) is var at && at > first.At && at < start)
            && view.Verbs.All(v => v.At <= first.At || v.At >= start)
            ? first.At
            : -1;
    }

    // “quien presidió la Conferencia de 1998”: what somebody has done in life, not news.
    private bool IsOfLife(int verb) => view.VerbAt(verb) is { Lemma: "presidir" or "participar" or "asistir" or "organizar" or "encabezar" or "liderar" or "chair" or "attend" or "participate" or "lead" or "organise" or "organize" }
        && IsAfterRelative(verb);

    // Also “quien fundó la red y presidió la Conferencia”: verbs that “y” ties to the first.
    private bool IsAfterRelative(int verb)
    {
        for (var step = 0; step < 4 && verb >= 0; step++)
        {
            var before = view.Word(VerbGroup.Around(view.Tokens, verb).Start - 1);
            if (before is "quien" or "quienes" or "que" or "who")
                return true;
            if (before is not ("y" or "e" or "and" or ","))
                return false;
            var last = verb;
            verb = view.Verbs.LastOrDefault(v => v.At < last && v.Verb.IsFinite, new(-1, default)).At;
        }

        return false;
    }

    private static bool IsPlan(string lemma) =>
        MeetingWords.Planning.Contains(lemma) || MeetingWords.CallingOff.Contains(lemma) || MeetingWords.PuttingOff.Contains(lemma);

    /// <summary>What a verb says of the meeting; null where it only wishes it, or leaves it open.</summary>
    /// <param name="at">The verb.</param>
    /// <param name="isNoun">Whether a noun is the meeting, so that the verb is one of holding it or planning it.</param>
    private MeetingStatus? StatusOf(int at, bool isNoun)
    {
        var puts = view.Puts(at);
        var lemma = view.VerbAt(at) is { } verb ? verb.Lemma : "";
        return (puts.Standing, isNoun) switch
        {
            (Standing.Asserted, true) when MeetingWords.PuttingOff.Contains(lemma) => HasNewDate(at) ? MeetingStatus.Scheduled : MeetingStatus.Cancelled,
            (Standing.Asserted, true) when MeetingWords.CallingOff.Contains(lemma) => MeetingStatus.Cancelled,
            (Standing.Asserted, true) when MeetingWords.Planning.Contains(lemma) => MeetingStatus.Scheduled,
            (Standing.Asserted, _) => puts.IsToCome ? MeetingStatus.Scheduled : MeetingStatus.Held,
            (Standing.Negated, true) when puts.Tense is Tense.Past => MeetingStatus.NotHeld,
            // “acordaron reunirse en mayo”, “is expected to meet on 3 May”: planned where a day is named.
            (Standing.Intended or Standing.Hoped, _) when view.Dates.Any(d => d.Date is not null && view.TokenAt(d.Passage.Offset) > at) => MeetingStatus.Scheduled,
            _ => null,
        };
    }

    private bool HasNewDate(int verb) => view.Dates.Any(d =>
        d.Date is not null && view.TokenAt(d.Passage.Offset) is var first && first > verb
        && Enumerable.Range(1, 3).Any(i => view.Word(first - i) is "para" or "al" or "to" or "until" or "hasta"));

    /// <summary>“durante el encuentro”, “Acta de la reunión”, “Próxima reunión: 12 de abril”: no verb says that it takes place.</summary>
    private MeetingStatus? StatusWithout(int start, int at, Passage? title, int main)
    {
        if (EndsBefore(start, MinutesWords) || view.Reads(at + 1, "notes") || view.Reads(at + 1, "minutes"))
            return MeetingStatus.Held;
        if (Beside(start, at, MeetingWords.Next))
            return view.Dates.Any(d => d.Date is not null) && view.Verbs.All(v => !v.Verb.IsFinite) ? MeetingStatus.Scheduled : null;
        if (view.Verbs.Count == 0 && view.IsHeading)
            return title is not null || SaysWho(at) ? MeetingStatus.Held : null;
        if (EndsBefore(start, Thanks) || Enumerable.Range(1, 3).Any(i => view.VerbAt(start - i) is { Lemma: "agradecer" or "thank" }))
            return MeetingStatus.Held;
        return main < 0 ? null : StatusOf(main, false);
    }

    /// <summary>“Reunión de coordinación entre la CAN y la OIT”: a heading that says who met.</summary>
    private bool SaysWho(int at) => Enumerable.Range(at + 1, ObjectReach).Any(i =>
        view.Word(i) is "entre" or "between" or "con" or "with" && view.Organisations.Any(o => view.TokenAt(o.Passage.Offset) is var first && first > i && first <= i + 3));

    private static readonly string[] Thanks = ["thank you for", "thanks for", "gracias por", "grateful for", "follow-up to", "seguimiento a", "seguimiento de"];

    private static readonly string[] Prepositions =
    [
        "durante", "en", "tras", "al termino de", "al termino del", "luego de", "luego del", "despues de", "despues del", "al finalizar", "al concluir", "a lo largo de", "a lo largo del",
        "en el transcurso de", "en el transcurso del", "during", "in", "at", "after", "following", "at the end of", "in the course of", "throughout", "as a result of", "como resultado de", "como resultado del",
    ];

    private static readonly string[] MinutesWords = ["acta de", "acta final de", "minuta de", "ayuda memoria de", "minutes of", "record of", "report of", "acta", "minuta", "notes of", "notes from", "summary of"];

    // The phrase stands right before the noun, or before its article.
    private bool EndsBefore(int start, IReadOnlyList<string> phrases) => phrases.Any(p =>
    {
        var words = p.AsSpan().Count(' ') + 1;
        return view.Reads(start - words, p) || (MeetingWords.Articles.Contains(view.Word(start - 1)) | MeetingWords.Demonstratives.Contains(view.Word(start - 1)) | view.Word(start - 1) is "una" or "un" or "a" or "an" or "su" or "their" && view.Reads(start - 1 - words, p));
    });

    private bool Beside(int start, int at, FrozenSet<string> words) =>
        Enumerable.Range(start - 2, at - start + 2).Any(i => words.Contains(view.Word(i))) || words.Contains(view.Word(at + 1));

    private bool IsGeneric(int at, int start) => Beside(start, at, MeetingWords.Generic) || MeetingWords.Generic.Contains(view.Word(at));

    // An interview with the press is none with an institution.
    private bool IsPress(int at) => view.Word(at) is "entrevista" or "call" or "llamada" or "conferencia" && Enumerable.Range(at + 1, 5).Any(i =>
        view.Word(i) is "radio" or "diario" or "prensa" or "television" or "tv" or "canal" or "medios" or "agencia" or "for" or "proposals" or "to");

    private bool IsDefinite(int start) =>
        MeetingWords.Articles.Contains(view.Word(start - 1)) || MeetingWords.Demonstratives.Contains(view.Word(start - 1)) || MeetingWords.Demonstratives.Contains(view.Word(start))
        || view.Word(start - 1) is "su" or "their" or "its";

    /// <summary>The end of where and when, as far as it follows at once: “met in Nairobi on 24 January 2024”.</summary>
    private int WhereAndWhen(int from)
    {
        var end = from;
        for (var i = from; i < Math.Min(view.Tokens.Count, from + Reach); i++)
        {
            if (view.Dates.FirstOrDefault(d => d.Passage.Holds(view.Tokens[i].Passage)) is { } date)
                end = i = view.TokenAt(date.Passage.End) - 1;
            else if (view.Tokens[i].IsCapitalised || Sides.IsInName(view, i))
                end = i;
            else if (!Connecting.Contains(view.Word(i)))
                break;
        }

        return end > from ? end + 1 : from;
    }

    private MeetingMention Mention(int at, MentionKind kind, MeetingStatus status, Side before, Side after, int verb = -1)
    {
        var (first, last) = (Math.Min(at, verb < 0 ? at : verb), Math.Max(at, verb) + 1);
        foreach (var side in (Side[])[before, after])
        {
            if (!side.IsEmpty)
                (first, last) = (Math.Min(first, side.From), Math.Max(last, side.To));
        }

        last = Math.Max(last, WhereAndWhen(last));
        if (view.IsHeading && view.Verbs.Count == 0)
            (first, last) = (Math.Min(view.Body, first), view.Tokens.Count);
        while ((view.Word(first) is "y" or "and" || !view.Tokens[first].IsWord) && first < last - 1)
            first++;
        while (last - 1 > first && view.Word(last - 1) is "," or "." or "y" or "and")
            last--;
        return new(view, at, kind, status, view.Between(Math.Min(first, last - 1), last))
        {
            People = [.. before.People, .. after.People],
            Organisations = [.. before.Organisations.Concat(after.Organisations).Distinct()],
            On = MeetingDates.For(view, at, verb),
            Subject = before.People,
            LacksSubject = before.IsEmpty && kind is MentionKind.Encounter && view.Number > 0,
            IsHeadline = view.IsHeading && !view.Tokens.Take(at).Any(t => t.Folded is "acta" or "minuta" or "minutes" or "ayuda"),
        };
    }
}
