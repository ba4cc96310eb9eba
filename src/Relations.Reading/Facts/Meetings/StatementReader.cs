using System.Collections.Frozen;
using Relations.Domain.Recording;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Reads what somebody said: quoted words with their speaker, and what a named person is plainly reported to have said.</summary>
internal sealed class StatementReader
{
    /// <summary>How near a word that names what is quoted stands before it.</summary>
    private const int NameReach = 3;

    private static readonly FrozenSet<string> NamesOfWorks = FrozenSet.ToFrozenSet(
        ("denominado denominada denominados titulado titulada llamado llamada proyecto programa lema titulo convenio acuerdo libro informe publicacion taller seminario foro curso campana iniciativa estudio tema conferencia "
        + "entitled titled called named project programme program theme slogan report book workshop seminar campaign initiative study").Split(' '),
        StringComparer.Ordinal);

    private readonly Outline _outline;
    private readonly MeetingDraft? _meeting;
    private readonly SpeakerFinder _speakers;
    private readonly List<StatementFact> _statements = [];

    private StatementReader(Outline outline, MeetingDraft? meeting) => (_outline, _meeting, _speakers) = (outline, meeting, new(outline));

    /// <summary>What is said in a text.</summary>
    /// <param name="outline">The text.</param>
    /// <param name="meeting">The meeting that it tells of, at which it is taken to be said.</param>
    public static IReadOnlyList<StatementFact> Read(Outline outline, MeetingDraft? meeting)
    {
        var reader = new StatementReader(outline, meeting);
        reader.OfQuotations();
        reader.OfReports();
        return [.. reader._statements.OrderBy(s => s.Passage.Offset).Select((s, i) => s with { Key = $"statement-{i + 1}" })];
    }

    private void OfQuotations()
    {
        (Speaker Speaker, int Paragraph, int Statement)? last = null;
        foreach (var quotation in _outline.Quotations.Where(q => !q.IsName && !NamesWork(q)))
        {
            var paragraph = _outline.At(quotation.Whole.Offset).Sentence.Paragraph;
            var speaker = _speakers.Of(quotation);
            if (last is { } before && before.Paragraph == paragraph && (speaker is null || speaker.Verb == before.Speaker.Verb))
                _statements[before.Statement] = Continued(_statements[before.Statement], quotation);
            else if (speaker is not null)
            {
                last = (speaker, paragraph, _statements.Count);
                _statements.Add(Quoted(quotation, speaker));
            }
        }
    }

    private bool NamesWork(Quotation quotation)
    {
        // The programme "will shorten the time": a name begins with a capital.
        if (!_outline.Found.Text.In(quotation.Parts[0]).Any(char.IsLetterOrDigit) || char.IsLower(_outline.Found.Text.In(quotation.Parts[0]).First(char.IsLetterOrDigit)))
            return false;
        var view = _outline.At(quotation.Whole.Offset);
        var at = view.TokenAt(quotation.Whole.Offset);
        return Enumerable.Range(1, NameReach).Any(i => NamesOfWorks.Contains(view.Word(at - i)) && view.Word(at - 1) is not (":" or "," or "que"));
    }

    private StatementFact Quoted(Quotation quotation, Speaker speaker) => Statement(
        speaker, Joined(quotation.Parts), [.. quotation.Parts], true, speaker.IsNamed ? 0.95 : 0.75);

    private StatementFact Continued(StatementFact statement, Quotation quotation) => statement with
    {
        Text = Join(statement.Text, Joined(quotation.Parts)),
        Evidence = [.. statement.Evidence, .. quotation.Parts.Select(Evidence.Of)],
    };

    private string Joined(IReadOnlyList<Passage> parts) => parts.Select(Words).Aggregate(Join);

    // “Quoted,” he said. “More.”: the comma stood for the point that parts them.
    private static string Join(string before, string after) => char.IsLetter(before[^1]) && char.IsUpper(after[0]) ? $"{before}. {after}" : $"{before} {after}";

    // English closes a quotation after the comma of the sentence around it.
    private string Words(Passage passage) => _outline.Found.Text.In(passage).TrimEnd(',', ' ');

    /// <summary>“destacó que”, “said that”: the words of a named person, reported.</summary>
    private void OfReports()
    {
        foreach (var view in _outline.Sentences.Where(v => !v.IsHeading && v.People.Count > 0))
        {
            foreach (var (at, verb) in view.Verbs)
            {
                if (!SpeechWords.Verbs.Contains(verb.Lemma) || view.Quoted.Skip(at).Any(q => q) || !view.Puts(at).IsDone || _speakers.SubjectOf(view, at) is not { IsNamed: true, Person: not null } speaker)
                    continue;
                if (ReportedFrom(view, at, verb.Lemma) is not (> 0 and var from) || from >= view.Tokens.Count)
                    continue;
                var passage = view.Between(from, End(view, from));
                _statements.Add(Statement(speaker, _outline.Found.Text.In(passage), [passage], false, 0.7));
                break;
            }
        }
    }

    /// <summary>Where the reported words begin; 0 where the verb reports none.</summary>
    private static int ReportedFrom(SentenceView view, int at, string lemma)
    {
        for (var i = at + 1; i < Math.Min(view.Tokens.Count, at + 40); i++)
        {
            if (view.Word(i) is "que" or "that" && (i == at + 1 || view.Word(i - 1) is "," or "tambien" or "also" || Sides.IsInName(view, i - 1)))
                return i + 1;
            if (!Sides.IsInName(view, i) && view.Word(i) is not ("," or "tambien" or "also" or "el" or "la" or "the" or "senor" or "senora" or "por" or "su" or "parte"))
                break;
        }

        return SpeechWords.Weighing.Contains(lemma) && view.Word(at + 1) is "la" or "el" or "the" or "su" or "los" or "las" && IsWeight(view.Word(at + 2)) ? at + 1 : 0;
    }

    private static bool IsWeight(string word) =>
        word is "importancia" or "necesidad" or "compromiso" or "relevancia" or "papel" or "rol" or "voluntad" or "interes" or "disposicion" or "importance" or "need" or "role" or "commitment" or "relevance" or "value";

    // “…, y agregó que”: the next saying ends the words of this one.
    private static int End(SentenceView view, int from)
    {
        for (var i = from + 2; i < view.Tokens.Count; i++)
        {
            if (view.Word(i) is ";" || (view.VerbAt(i) is { IsFinite: true } verb && SpeechWords.Verbs.Contains(verb.Lemma) && view.Word(i - 1) is "y" or "and"))
                return view.Word(i) is ";" ? i : i - 1;
        }

        return view.Word(view.Tokens.Count - 1) is "." ? view.Tokens.Count - 1 : view.Tokens.Count;
    }

    private StatementFact Statement(Speaker speaker, string words, IReadOnlyList<Passage> passages, bool isQuoted, double sureness) =>
        new(_meeting?.Key, speaker.Person, speaker.Organisation, LanguageOf(words), words, isQuoted)
        {
            Key = "",
            Basis = Basis.Stated,
            Evidence = [.. passages.Select(Evidence.Of)],
            Confidence = new(sureness, speaker.IsNamed ? ConfidenceReason.SaidByVerb : ConfidenceReason.FromContext),
        };

    private string LanguageOf(string words) => ReadText.Of(words).Language ?? _outline.Found.Text.Language ?? "es";
}
