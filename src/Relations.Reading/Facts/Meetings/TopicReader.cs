using System.Collections.Frozen;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Reading.Facts.Verbs;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Reads what a meeting was about: what a verb says was addressed, what its agenda lists, and what joint work and words at it aim at.</summary>
internal sealed class TopicReader
{
    private static readonly FrozenSet<string> Addressing = Words(
        "abordar tratar discutir analizar revisar examinar evaluar debatir repasar estudiar discuss address review examine explore cover analyse analyze assess");

    private static readonly FrozenSet<string> Talking = Words(
        "dialogar conversar intercambiar versar girar centrar hablar reflexionar deliberar departir enfocar focus exchange talk touch deliberate hold converse consult");

    private static readonly FrozenSet<string> Listing = Words("temas agenda topics issues asuntos puntos");

    // What work together and words at a meeting aim at: “el fortalecimiento de”, “avances hacia”.
    private static readonly FrozenSet<string> Advancing = Words(
        "fortalecimiento promocion defensa proteccion avances avance consolidacion profundizacion strengthening promotion protection progress advancement");

    private static readonly FrozenSet<string> Abstract = Words(
        "trabajos trabajo relaciones lazos vinculos actividades proyectos capacidades esfuerzos work ties relations activities projects efforts capacity cooperacion colaboracion cooperation alianza partnership");

    private readonly Outline _outline;
    private readonly IReadOnlyList<MeetingDraft> _drafts;
    private readonly IReadOnlyList<MeetingFact> _meetings;
    private readonly List<TopicFact> _topics = [];
    private readonly HashSet<(string Meeting, string Folded)> _said = [];

    private TopicReader(Outline outline, IReadOnlyList<MeetingDraft> drafts, IReadOnlyList<MeetingFact> meetings) =>
        (_outline, _drafts, _meetings) = (outline, drafts, meetings);

    /// <summary>What the meetings of a text were about.</summary>
    /// <param name="outline">The text.</param>
    /// <param name="drafts">Its meetings, with the places that speak of them.</param>
    /// <param name="meetings">Those that are facts.</param>
    public static IReadOnlyList<TopicFact> Read(Outline outline, IReadOnlyList<MeetingDraft> drafts, IReadOnlyList<MeetingFact> meetings)
    {
        var reader = new TopicReader(outline, drafts, meetings);
        if (meetings.Count > 0)
        {
            reader.OfVerbs();
            reader.OfAgenda();
            reader.OfAims();
        }

        return [.. reader._topics.OrderBy(t => t.Passage.Offset).Select((t, i) => t with { Key = $"topic-{i + 1}" })];
    }

    private void OfVerbs()
    {
        foreach (var view in _outline.Sentences.Where(v => !v.IsHeading))
        {
            if (MeetingOf(view) is not { } meeting)
                continue;
            var mentioned = _drafts.Any(d => d.Key == meeting && d.Mentions.Any(m => m.In == view));
            for (var at = 0; at < view.Tokens.Count; at++)
            {
                if (!view.Quoted[at] && From(view, at, mentioned) is > 0 and var from && from < view.Tokens.Count)
                    Add(meeting, TopicPhrases.Read(view, from), Basis.Stated, 0.85, ConfidenceReason.SaidByVerb);
            }
        }
    }

    /// <summary>Where the topics begin that a word introduces; 0 where it introduces none.</summary>
    private static int From(SentenceView view, int at, bool mentioned)
    {
        if (Listing.Contains(view.Word(at)) && view.ReadsAny(at + 1, ["tales como", "como", "such as", "included", "including", "incluyo", "comprendio", "contemplo", "incluyeron"]) is > 0 and var such)
            return at + 1 + such;
        if (mentioned && (MeetingWords.Nouns.Contains(view.Word(at)) || view.Word(at) is "dialogo" or "intercambio" or "trabajo") && view.ReadsAny(at + 1, ["sobre", "acerca de", "acerca del", "en torno a", "on", "about"]) is > 0 and var about && !IsDate(view, at + 1 + about))
            return at + 1 + about;
        if (view.Word(at - 1) is "as" or "lo" || view.VerbAt(at) is not { } verb || !IsTold(view, at, verb, mentioned))
            return 0;
        if (verb.Lemma is "pasar" && view.ReadsAny(at + 1, ["revista a", "revista de"]) is > 0 and var passed)
            return PastObject(view, at + 1 + passed);
        if (Addressing.Contains(verb.Lemma))
            return PastObject(view, at + 1);
        return Talking.Contains(verb.Lemma) ? PastAbout(view, at + 1) : 0;
    }

    // Told as done, or as what the meeting is for.
    private static bool IsTold(SentenceView view, int at, Verb verb, bool mentioned) =>
        verb.IsFinite ? view.Puts(at) is { IsDone: true } or { IsToCome: true } && (mentioned || IsOfAll(view, at, verb)) : mentioned && verb.Form is VerbForm.Infinitive or VerbForm.Base or VerbForm.Participle or VerbForm.Gerund;

    private static bool IsOfAll(SentenceView view, int at, Verb verb) =>
        verb.IsPlural || !verb.Lemma.EndsWith('r') || Enumerable.Range(1, 3).Any(i => view.Word(at - i) is "se");

    // “trataron sobre”, “discussed the”: what follows the verb, past a preposition and “temas como”.
    private static int PastObject(SentenceView view, int at)
    {
        if (view.ReadsAny(at, ["sobre", "acerca de", "en detalle", "entre otros temas", "entre otros", "de", "how", "ways to", "among other issues"]) is > 0 and var skip)
            at += skip;
        return view.Word(at) is "," || view.VerbAt(at) is { IsFinite: true } ? 0 : at;
    }

    private static int PastAbout(SentenceView view, int at)
    {
        for (var i = at; i < Math.Min(view.Tokens.Count, at + 12); i++)
        {
            if (view.ReadsAny(i, ["sobre", "acerca de", "acerca del", "en torno a", "en torno al", "respecto a", "respecto de", "alrededor de", "on", "about", "regarding", "upon"]) is > 0 and var skip && !IsDate(view, i + skip))
                return i + skip;
            if (view.Word(i) is "en" && i == at)
                return i + 1;
            if (view.Word(i) is "," or "." or ";" || view.VerbAt(i) is { IsFinite: true })
                break;
        }

        return 0;
    }

    private static bool IsDate(SentenceView view, int at) => at < view.Tokens.Count && (char.IsDigit(view.Tokens[at].Written[0]) || view.Dates.Any(d => d.Passage.Holds(view.Tokens[at].Passage)));

    /// <summary>“Agenda:” and the lines below it.</summary>
    private void OfAgenda()
    {
        var meeting = Main();
        var listing = false;
        foreach (var view in _outline.Sentences)
        {
            var label = Labels.Of(view);
            if (label is { } headed)
            {
                listing = headed.Label is Label.Topics;
                if (listing && headed.After < view.Tokens.Count)
                    Add(meeting, TopicPhrases.Read(view, headed.After), Basis.Stated, 0.9, ConfidenceReason.FixedForm);
            }
            else if (listing && view.Verbs.Any(v => v.Verb.IsFinite) && Labels.PastBullet(view, 0) == 0)
            {
                listing = false;
            }

            if (listing && label is null && TopicPhrases.OfLine(view, Labels.PastBullet(view, 0)) is { } phrase)
                Add(meeting, [phrase], Basis.Stated, 0.9, ConfidenceReason.FixedForm);
        }
    }

    /// <summary>What words said at the meeting, and what came of it, aim at.</summary>
    private void OfAims()
    {
        if (_drafts.FirstOrDefault(d => d.Status is MeetingStatus.Held && _meetings.Any(m => m.Key == d.Key)) is not { } draft)
            return;
        foreach (var view in _outline.Sentences.Where(v => !v.IsHeading))
        {
            var said = view.Quoted.Any(q => q);
            if (!said && !IsOfOutcome(view))
                continue;
            for (var at = 0; at < view.Tokens.Count; at++)
            {
                if (!Advancing.Contains(view.Word(at)) || (said && !view.Quoted[at]) || view.ReadsAny(at + 1, ["de", "del", "hacia", "en", "of", "towards", "toward", "on", "in"]) != 1)
                    continue;
                var phrases = TopicPhrases.Aimed(view, at + 2);
                Add(draft.Key, phrases.Where(p => !Abstract.Contains(ReadText.Fold(p.Words.Split(' ')[0]))), Basis.Inferred, 0.65, ConfidenceReason.FromContext);
            }
        }
    }

    private static bool IsOfOutcome(SentenceView view) => view.Verbs.Any(v => v.Verb.Lemma is "renovar" or "reafirmar" or "reiterar" or "coincidir" or "acordar" or "renew" or "reaffirm" or "reiterate" or "agree" && v.Verb.IsFinite);

    private string Main() => (_meetings.FirstOrDefault(m => m.Status is MeetingStatus.Held) ?? _meetings[0]).Key;

    /// <summary>The meeting that a sentence speaks on: the one it mentions, or the last one mentioned before it.</summary>
    private string? MeetingOf(SentenceView view) => _drafts
        .Where(d => _meetings.Any(m => m.Key == d.Key) && d.Status is MeetingStatus.Held or MeetingStatus.Scheduled)
        .Select(d => (d.Key, Last: d.Mentions.Where(m => m.In.Number <= view.Number && !m.IsHeadline).Select(m => m.In.Number).DefaultIfEmpty(-1).Max()))
        .Where(d => d.Last >= 0)
        .OrderByDescending(d => d.Last)
        .Select(d => d.Key)
        .FirstOrDefault();

    private void Add(string meeting, IEnumerable<TopicPhrase> phrases, Basis basis, double sureness, ConfidenceReason reason)
    {
        foreach (var phrase in phrases)
        {
            if (!_said.Add((meeting, ReadText.Fold(phrase.Words))))
                continue;
            _topics.Add(new(meeting, phrase.Words)
            {
                Key = "",
                Basis = basis,
                Evidence = [Evidence.Of(phrase.Passage)],
                Confidence = new(sureness, reason),
            });
        }
    }

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' ').Distinct(), StringComparer.Ordinal);
}
