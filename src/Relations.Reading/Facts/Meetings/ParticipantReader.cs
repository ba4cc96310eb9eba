using System.Collections.Frozen;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Reading.Facts.Verbs;
using Relations.Reading.People;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Reads who took part in a meeting. Whoever is only named, thanked or excused did not.</summary>
internal sealed class ParticipantReader
{
    private static readonly FrozenSet<string> Attending = Words(
        "participar asistir acudir acompanar integrar conformar componer encabezar liderar presidir dirigir moderar sumar intervenir representar "
        + "attend participate accompany join lead head chair co-chair moderate include comprise represent");

    private static readonly FrozenSet<string> AttendingNouns = Words("presencia participacion asistencia presence participation attendance");

    private static readonly FrozenSet<string> OtherEvents = Words(
        "proyecto programa proyectos programas iniciativa iniciativas desarrollo implementacion elaboracion project programme program projects programmes initiative development implementation");

    private static readonly FrozenSet<string> Absent = Words("excuso excusaron ausente ausentes ausencia apologies apologised apologized regrets fallecido fallecida fallecimiento late unable deceased");

    private readonly Outline _outline;
    private readonly IReadOnlyList<MeetingDraft> _drafts;
    private readonly HashSet<string> _absent;
    private readonly Dictionary<(string Meeting, string Person), (PersonMention Mention, ParticipantRole Role, string? Side, Confidence Confidence)> _found = [];

    private ParticipantReader(Outline outline, IReadOnlyList<MeetingDraft> drafts)
    {
        (_outline, _drafts) = (outline, drafts);
        _absent = [.. outline.Sentences.Where(IsOfAbsence).SelectMany(s => s.People).Select(p => p.Key)];
    }

    /// <summary>Who took part in the meetings of a text.</summary>
    /// <param name="outline">The text.</param>
    /// <param name="drafts">Its meetings.</param>
    /// <param name="statements">What was said at them.</param>
    public static IReadOnlyList<ParticipantFact> Read(Outline outline, IReadOnlyList<MeetingDraft> drafts, IReadOnlyList<StatementFact> statements)
    {
        var reader = new ParticipantReader(outline, drafts);
        foreach (var draft in drafts.Where(d => d.Status is not (MeetingStatus.Cancelled or MeetingStatus.NotHeld)))
            reader.OfMentions(draft);
        if (drafts.Count > 0)
        {
            reader.OfAttendance();
            reader.OfLists();
            reader.OfSpeakers(statements);
        }

        return reader.Facts();
    }

    private void OfMentions(MeetingDraft draft)
    {
        foreach (var mention in draft.Mentions)
        {
            foreach (var host in mention.Hosts)
                Add(draft, host, ParticipantRole.Host, null, ConfidenceReason.SaidByVerb);
            foreach (var person in mention.People)
                Add(draft, person, ParticipantRole.Delegate, null, ConfidenceReason.SaidByVerb);
        }
    }

    /// <summary>“Participaron”, “estuvieron presentes”, “acompañado por”, “attended by”.</summary>
    private void OfAttendance()
    {
        foreach (var view in _outline.Sentences.Where(v => v.People.Count > 0 && !IsOfAbsence(v)))
        {
            if (DraftAt(view) is not { } draft)
                continue;
            for (var at = 0; at < view.Tokens.Count; at++)
            {
                if (!view.Quoted[at] && Cue(view, at) is { } role)
                    OfCue(view, at, role, draft);
            }
        }
    }

    private static ParticipantRole? Cue(SentenceView view, int at)
    {
        if (view.Word(at) is "presente" or "presentes" or "present" && Enumerable.Range(1, 4).Any(i => view.Word(at - i) is "estuvo" or "estuvieron" or "hicieron" or "hizo" or "was" or "were" or "also"))
            return ParticipantRole.Delegate;
        if (view.Word(at) is "estuvo" or "estuvieron" && view.Word(at + 1) is not ("presente" or "presentes" or "acompanado" or "acompanada") && view.Word(at - 1) is "tambien" or "que" or "ademas" or "donde")
            return ParticipantRole.Delegate;
        if (AttendingNouns.Contains(view.Word(at)))
            return view.Word(at + 1) is "de" or "del" or "of" && Enumerable.Range(1, 3).Any(i => view.Word(at - i) is "con" or "with") ? ParticipantRole.Delegate : null;
        if (view.VerbAt(at) is not { } verb || !Attending.Contains(verb.Lemma) || !view.Puts(at).IsDone || IsOfOtherEvent(view, at))
            return null;
        return verb.Lemma switch
        {
            "presidir" or "chair" or "co-chair" => NamesDelegation(view, at) ? ParticipantRole.Head : ParticipantRole.Chair,
            "encabezar" or "liderar" or "dirigir" or "lead" or "head" => ParticipantRole.Head,
            "moderar" or "moderate" => ParticipantRole.Facilitator,
            "include" or "comprise" or "integrar" or "conformar" or "componer" when !NamesDelegation(view, at) => null,
            _ => ParticipantRole.Delegate,
        };
    }

    private static bool IsOfOtherEvent(SentenceView view, int at) => Enumerable.Range(1, 4).Any(i => OtherEvents.Contains(view.Word(at + i)));

    private static bool NamesDelegation(SentenceView view, int at) =>
        Enumerable.Range(-10, 16).Any(i => view.Word(at + i) is "delegacion" or "delegation" or "comitiva" or "mision" or "equipo" or "team" or "delegaciones" or "mission" or "mesa");

    private void OfCue(SentenceView view, int at, ParticipantRole role, MeetingDraft draft)
    {
        var start = VerbGroup.Around(view.Tokens, at).Start;
        var after = Listed(view, at + 1);
        var before = Sides.Before(view, start).People;
        var passive = view.VerbAt(at) is not { IsFinite: true } || view.Word(at + 1) is "por" or "by" || view.Word(at) is "presente" or "presentes" or "present";
        var lemma = view.VerbAt(at) is { } verb ? verb.Lemma : "";
        IEnumerable<PersonMention> people = (passive, lemma) switch
        {
            (true, _) => after.Count > 0 ? after : view.Word(at) is "presente" or "presentes" or "present" ? before : [],
            (_, "acompanar" or "accompany" or "join" or "sumar") => before.Concat(after),
            _ => before.Count > 0 ? before : after,
        };
        var side = lemma is "representar" or "represent" && passive
            ? view.Organisations.LastOrDefault(o => view.TokenAt(o.Passage.Offset) < at)
            : view.Organisations.FirstOrDefault(o => view.TokenAt(o.Passage.Offset) is var first && first > 1 && view.Between(Math.Max(0, first - 4), first).In(view.Text) is var lead && IsOnBehalf(lead));
        var with = lemma is "acompanar" or "accompany" ? view.People.FirstOrDefault(p => _found.ContainsKey((draft.Key, p.Key))) : null;
        var behalf = side?.Key ?? (with is null ? null : OrganisationOf(with));
        foreach (var person in role is ParticipantRole.Delegate ? people : people.Take(lemma is "co-chair" ? 3 : 1))
            Add(draft, person, role, behalf, ConfidenceReason.SaidByVerb);
        if (role is not ParticipantRole.Delegate)
        {
            foreach (var person in people.Skip(1))
                Add(draft, person, ParticipantRole.Delegate, behalf, ConfidenceReason.SaidByVerb);
        }
    }

    // “por parte de la OIM, A y B”
    private static bool IsOnBehalf(string lead) =>
        lead.Contains("parte de", StringComparison.OrdinalIgnoreCase) || lead.Contains("representación de", StringComparison.OrdinalIgnoreCase) || lead.Contains("behalf of", StringComparison.OrdinalIgnoreCase);

    /// <summary>The people listed after a place, up to the next verb that tells of something else.</summary>
    private static List<PersonMention> Listed(SentenceView view, int from)
    {
        var to = from;
        while (to < view.Tokens.Count && (Sides.IsInName(view, to) || view.VerbAt(to) is not { IsFinite: true } verb || Attending.Contains(verb.Lemma)) && view.Word(to) is not ("quien" or "quienes" or "who"))
            to++;
        return from >= to ? [] : [.. view.People.Where(p => view.Between(from, to).Holds(p.Name))];
    }

    /// <summary>The lists of minutes: “Asistentes:” and the lines below it.</summary>
    private void OfLists()
    {
        var draft = _drafts.FirstOrDefault(d => d.Status is MeetingStatus.Held) ?? _drafts[0];
        var (listing, side) = (false, (string?)null);
        foreach (var view in _outline.Sentences)
        {
            var label = Labels.Of(view);
            if (label is { } headed)
            {
                (var inner, listing) = (listing && headed.Label is Label.Other, listing && headed.Label is Label.Other || headed.Label is Label.Attendance);
                if (headed.Label is Label.Attendance || inner)
                    side = view.Organisations.FirstOrDefault(o => view.TokenAt(o.Passage.Offset) < headed.After)?.Key;
            }
            else if (view.Verbs.Any(v => v.Verb.IsFinite) && !IsItem(view))
            {
                listing = false;
            }

            if (!listing)
                continue;
            foreach (var person in view.People)
                Add(draft, person, RoleIn(view), side, ConfidenceReason.FixedForm);
        }
    }

    private static bool IsItem(SentenceView view) => view.Tokens[0].Written is "-" or "•" or "–" or "—" or "*" or "·" || char.IsDigit(view.Tokens[0].Written[0]);

    private static ParticipantRole RoleIn(SentenceView view)
    {
        foreach (var token in view.Tokens)
        {
            switch (token.Folded)
            {
                case "observador" or "observadora" or "observer":
                    return ParticipantRole.Observer;
                case "relator" or "relatora" or "rapporteur" or "minutes":
                    return ParticipantRole.Rapporteur;
                case "invitado" or "invitada" or "guest":
                    return ParticipantRole.Guest;
                case "moderador" or "moderadora" or "moderator" or "facilitador" or "facilitadora" or "facilitator":
                    return ParticipantRole.Facilitator;
                case "chair" or "preside":
                    return ParticipantRole.Chair;
                case "jefe" or "jefa" or "head" when view.Tokens.Any(t => t.Folded is "delegacion" or "delegation"):
                    return ParticipantRole.Head;
                default:
                    continue;
            }
        }

        return ParticipantRole.Delegate;
    }

    /// <summary>Who speaks in the news of a meeting, for an organisation that met, was there.</summary>
    private void OfSpeakers(IReadOnlyList<StatementFact> statements)
    {
        var met = _found.GroupBy(f => f.Key.Meeting, f => OrganisationOf(f.Value.Mention), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToHashSet(), StringComparer.Ordinal);
        foreach (var statement in statements.Where(s => s.Speaker is not null && s.Meeting is not null).DistinctBy(s => s.Speaker))
        {
            var draft = _drafts.First(d => d.Key == statement.Meeting);
            var mention = _outline.Found.People.Mentions.Where(m => m.Key == statement.Speaker).OrderBy(m => m.IsAnaphora).ThenBy(m => m.Post is null).FirstOrDefault();
            if (mention is not null && OrganisationOf(mention) is { } organisation && met.TryGetValue(draft.Key, out var there) && there.Contains(organisation))
                Add(draft, mention, ParticipantRole.Delegate, null, ConfidenceReason.FromContext);
        }
    }

    private void Add(MeetingDraft draft, PersonMention mention, ParticipantRole role, string? side, ConfidenceReason reason)
    {
        if (_absent.Contains(mention.Key))
            return;
        var key = (draft.Key, mention.Key);
        var confidence = new Confidence(reason switch { ConfidenceReason.FixedForm => 0.95, ConfidenceReason.FromContext => 0.7, _ => 0.9 }, reason);
        if (!_found.TryGetValue(key, out var old))
            _found[key] = (mention, role, side, confidence);
        else
        {
            var better = old.Mention.IsAnaphora && !mention.IsAnaphora || (old.Mention.Post is null && mention.Post is not null && !mention.IsAnaphora);
            _found[key] = (better ? mention : old.Mention, old.Role is ParticipantRole.Delegate ? role : old.Role, old.Side ?? side, old.Confidence);
        }
    }

    /// <summary>The meeting that a sentence speaks on: the last one mentioned up to it.</summary>
    private MeetingDraft? DraftAt(SentenceView view) =>
        _drafts.Where(d => d.Status is MeetingStatus.Held or MeetingStatus.Scheduled && !d.IsEarlier && !d.IsNext)
            .Where(d => d.Status is MeetingStatus.Held || d.Mentions.Any(m => m.In.Number <= view.Number))
            .OrderByDescending(d => d.Mentions.Where(m => m.In.Number <= view.Number).Select(m => m.In.Number).DefaultIfEmpty(-1).Max())
            .ThenBy(d => d.Key, StringComparer.Ordinal)
            .FirstOrDefault();

    private static bool IsOfAbsence(SentenceView view) =>
        view.Tokens.Any(t => Absent.Contains(t.Folded)) || Labels.Of(view) is { Label: Label.Absence }
        || view.Verbs.Any(v => v.Verb.Lemma is "asistir" or "attend" or "participar" or "acudir" && view.Puts(v.At).Standing is Standing.Negated);

    private IReadOnlyList<ParticipantFact> Facts() =>
    [
        .. _found.OrderBy(f => f.Value.Mention.Whole.Offset).Select((f, i) =>
        {
            var (mention, role, side, confidence) = f.Value;
            return new ParticipantFact(f.Key.Meeting, f.Key.Person, OrganisationOf(mention) ?? side, PostOf(mention), role)
            {
                Key = $"participant-{i + 1}",
                Basis = confidence.Reason is ConfidenceReason.FromContext ? Basis.Inferred : Basis.Stated,
                Evidence = [Evidence.Of(mention.Whole)],
                Confidence = confidence,
            };
        }),
    ];

    private string? OrganisationOf(PersonMention mention) => mention.Organisation
        ?? _outline.Found.People.Mentions.FirstOrDefault(m => m.Key == mention.Key && m.Organisation is not null)?.Organisation
        ?? _outline.Found.People.Appointments.FirstOrDefault(a => a.Person == mention.Key && !a.Former)?.Organisation;

    private string? PostOf(PersonMention mention) => mention.Post
        ?? _outline.Found.People.Appointments.FirstOrDefault(a => a.Person == mention.Key && !a.Former)?.Post;

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
