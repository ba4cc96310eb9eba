using System.Collections.Frozen;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Reading.Facts.Verbs;

namespace Relations.Reading.Facts.Meetings;

/// <summary>
/// Reads what came of a meeting: what the parties agreed, decided or affirmed again. What one of them undertook is a commitment, and what was
/// done to an agreement is an act; neither is here.
/// </summary>
internal static class OutcomeReader
{
    /// <summary>So many words say what was agreed before what it is for may be left out.</summary>
    private const int FewestWords = 8;

    private static readonly FrozenSet<string> Reaffirming = Words("renovar reafirmar ratificar reiterar refrendar renew reaffirm reiterate restate");
    private static readonly FrozenSet<string> Agreeing = Words("acordar coincidir convenir concordar agree concur");
    private static readonly FrozenSet<string> Deciding = Words("decidir aprobar adoptar resolver decide approve adopt resolve endorse");

    private static readonly FrozenSet<string> Instruments = Words(
        "convenio acuerdo memorando memorandum tratado protocolo carta contrato agreement memorandum treaty protocol mou accord contract");

    private static readonly FrozenSet<string> Parties = Words(
        "both they parties sides two delegations ministers participants organizations organisations institutions countries representatives leaders members meeting officials authorities governments states "
        + "presidents agencies it committee council commission board assembly conference summit");

    /// <summary>What came of a meeting.</summary>
    /// <param name="outline">The text.</param>
    /// <param name="meeting">The meeting that the text tells of.</param>
    public static IReadOnlyList<OutcomeFact> Read(Outline outline, MeetingFact? meeting)
    {
        List<OutcomeFact> outcomes = [];
        var (listing, numbered) = (false, false);
        if (meeting is null)
            return outcomes;
        foreach (var view in outline.Sentences)
        {
            if (Labels.Of(view) is { } label)
                listing = label.Label is Label.Outcomes;
            var item = listing && (numbered || IsItem(view)) && Labels.PastBullet(view, 0) < view.Tokens.Count && Labels.Of(view) is null;
            numbered = Labels.PastBullet(view, 0) == view.Tokens.Count;
            if (view.IsHeading && !item)
                continue;
            var found = IsOfEarlier(view, meeting) ? [] : Clauses(view).ToList();
            foreach (var clause in found)
                outcomes.Add(Outcome(outline, meeting, clause.Passage, clause.Kind, 0.85, ConfidenceReason.SaidByVerb, outcomes.Count + 1));
            if (item && found.Count == 0 && !view.Verbs.Any(v => v.Verb.Form is VerbForm.Future or VerbForm.Base))
                outcomes.Add(Outcome(outline, meeting, Item(view), OutcomeKind.Decision, 0.75, ConfidenceReason.FixedForm, outcomes.Count + 1));
        }

        return outcomes;
    }

    /// <summary>“En esa ocasión los mandatarios aprobaron”, “In 2019 both sides agreed”: what came of another meeting, before this one.</summary>
    private static bool IsOfEarlier(SentenceView view, MeetingFact meeting) =>
        (view.Word(0) is "en" or "on" or "at" && view.Word(1) is "esa" or "aquella" or "dicha" or "that" && view.Word(2) is "ocasion" or "oportunidad" or "occasion" or "time")
        || (meeting.On?.Earliest is { } met && view.Word(0) is "en" or "in" or "el" or "on" or "desde" or "since" && view.Dates is [{ Date.Latest: { } told } date, ..] && date.Passage.Offset - view.Passage.Offset < 12 && told.Year < met.Year);

    private sealed record Clause(Passage Passage, OutcomeKind Kind);

    private static IEnumerable<Clause> Clauses(SentenceView view)
    {
        foreach (var (at, verb) in view.Verbs)
        {
            if (KindOf(view, at, verb) is not { } kind || !view.Puts(at).IsDone || !IsOfAll(view, at, verb) || IsUndertaking(view, at))
                continue;
            var start = VerbGroup.Around(view.Tokens, at).Start;
            var end = End(view, at);
            if (end > at + 1)
                yield return new(view.Between(start, end), kind);
        }
    }

    private static OutcomeKind? KindOf(SentenceView view, int at, Verb verb)
    {
        if (!verb.IsFinite && verb.Form is not VerbForm.Participle || IsOfInstrument(view, at))
            return null;
        var next = NextVerb(view, at);
        return verb.Lemma switch
        {
            _ when Reaffirming.Contains(verb.Lemma) => OutcomeKind.Reaffirmation,
            "agree" when view.Word(at + 1) is "to" => OutcomeKind.NextStep,
            "acordar" or "convenir" when next is { Form: VerbForm.Infinitive } => OutcomeKind.NextStep,
            "convenir" when view.Word(at + 1) is not ("en" or "que") => null,
            _ when Agreeing.Contains(verb.Lemma) => OutcomeKind.Understanding,
            _ when Deciding.Contains(verb.Lemma) => OutcomeKind.Decision,
            _ => null,
        };
    }

    private static Verb? NextVerb(SentenceView view, int at) =>
        Enumerable.Range(at + 1, 3).Select(view.VerbAt).FirstOrDefault(v => v is not null);

    // “renovaron el convenio” is an act on an agreement.
    private static bool IsOfInstrument(SentenceView view, int at) =>
        Enumerable.Range(at + 1, 4).Any(i => Instruments.Contains(view.Word(i))) && Enumerable.Range(at + 1, 3).All(i => view.VerbAt(i) is null && view.Word(i) is not ("en" or "on" or "que" or "that"));

    /// <summary>Whether all who met say it, and not one of them.</summary>
    private static bool IsOfAll(SentenceView view, int at, Verb verb)
    {
        var start = VerbGroup.Around(view.Tokens, at).Start;
        if (Enumerable.Range(start, at - start).Any(i => view.Word(i) is "se") && verb.Lemma is not "comprometer")
            return true;
        var before = Sides.Before(view, start);
        if (verb.Lemma.EndsWith('r') && verb.Form is VerbForm.Past or VerbForm.Present)
            return verb.IsPlural || (before.People.Count == 0 && before.Organisations.Count > 0 && Deciding.Contains(verb.Lemma)) || IsOfMeeting(view, before);
        if (verb.Form is VerbForm.Participle && !Enumerable.Range(start, at - start).Any(i => view.Word(i) is "fue" or "fueron" or "han" or "ha"))
            return false;
        return before.People.Count + before.Organisations.Count > 1 || Enumerable.Range(before.From, Math.Max(0, start - before.From)).Any(i => Parties.Contains(view.Word(i)))
            || view.Verbs.Any(v => v.At < at && v.At > at - 12 && v.Verb.IsFinite && Parties.Contains(view.Word(0)));
    }

    private static bool IsOfMeeting(SentenceView view, Side before) => before.People.Count == 0
        && Enumerable.Range(before.From, Math.Max(0, before.To - before.From)).Any(i => MeetingWords.Nouns.Contains(view.Word(i)) || view.Word(i) is "comision" or "comite" or "consejo" or "junta");

    /// <summary>“acordaron que la OIM entregará”: what one of them is to do is a commitment.</summary>
    private static bool IsUndertaking(SentenceView view, int at) =>
        Enumerable.Range(at + 1, 2).Any(i => view.Word(i) is "que" or "that")
        && view.Verbs.FirstOrDefault(v => v.At > at).Verb is { Form: VerbForm.Future or VerbForm.Base };

    /// <summary>The end of what a verb says: before the next verb that stands beside it, or the end of the sentence.</summary>
    private static int End(SentenceView view, int at)
    {
        foreach (var (next, verb) in view.Verbs.Where(v => v.At > at && v.Verb.IsFinite))
        {
            var start = VerbGroup.Around(view.Tokens, next).Start;
            var before = start - 1;
            while (before > at && view.Word(before) is "asimismo" or "tambien" or "ademas" or "also" or ",")
                before--;
            if (Purpose(view, at, next) is var cut && cut > 0)
                return cut;
            if (before > at && verb.Form is VerbForm.Past or VerbForm.Present && view.Word(before) is "y" or "e" or "and" or ";")
                return before > at && view.Word(before - 1) is "," ? before - 1 : before;
        }

        var end = Purpose(view, at, view.Tokens.Count) is > 0 and var purpose ? purpose : view.Tokens.Count;
        while (end > at && !view.Tokens[end - 1].IsWord && view.Tokens[end - 1].Written is not (")" or "”" or "»" or "\""))
            end--;
        return end;
    }

    /// <summary>Where what for and by which means begins, once enough is said; 0 where it does not.</summary>
    private static int Purpose(SentenceView view, int at, int to)
    {
        for (var i = at + FewestWords; i < to; i++)
        {
            if (!Sides.IsInName(view, i) && view.ReadsAny(i, ["para el", "para la", "para los", "para las", "mediante", "a traves de", "con el fin", "con miras", "con el objetivo", "a fin de", "in order to", "with a view", "through"]) > 0)
                return i;
        }

        return 0;
    }

    private static bool IsItem(SentenceView view) => Labels.PastBullet(view, 0) > 0;

    private static Passage Item(SentenceView view) => view.Between(Labels.PastBullet(view, 0), End(view, Labels.PastBullet(view, 0)));

    private static OutcomeFact Outcome(Outline outline, MeetingFact meeting, Passage passage, OutcomeKind kind, double sureness, ConfidenceReason reason, int number) =>
        new(meeting.Key, outline.Found.Text.In(passage), kind)
        {
            Key = $"outcome-{number}",
            Basis = Basis.Stated,
            Evidence = [Evidence.Of(passage)],
            Confidence = new(sureness, reason),
        };

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' ').Distinct(), StringComparer.Ordinal);
}
