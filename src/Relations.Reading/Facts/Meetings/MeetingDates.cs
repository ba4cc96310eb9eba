using Relations.Reading.Dates;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Tells which date of a sentence is a meeting's.</summary>
internal static class MeetingDates
{
    private static readonly string[] OtherNouns =
    [
        "convenio", "acuerdo", "memorando", "memorandum", "tratado", "protocolo", "decision", "resolucion", "declaracion", "plan", "programa", "proyecto", "agenda", "periodo", "ley",
        "agreement", "treaty", "protocol", "resolution", "declaration", "programme", "program", "project", "strategy", "period", "law",
    ];

    /// <summary>The date of what a token says: the one whose nearest word of doing or meeting it is.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="at">The token that says it.</param>
    /// <param name="verb">The verb that says of it that it takes place; -1 where it is the token itself or there is none.</param>
    public static DateMention? For(SentenceView view, int at, int verb)
    {
        DateMention? found = null;
        foreach (var date in view.Dates.Where(d => d.Date is not null && d.Link is DateLink.On or DateLink.During or DateLink.Until))
        {
            var first = view.TokenAt(date.Passage.Offset);
            if (view.Quoted[Math.Min(first, view.Quoted.Count - 1)] || date.Link is DateLink.Until && !PutsOff(view, verb))
                continue;
            var anchor = Anchor(view, first);
            if (anchor == at || anchor == verb || IsOfNoun(view, at, anchor) || (anchor < 0 && IsFirst(view, at, verb)))
            {
                // “prevista para el 5 de mayo, se pospuso al 12”: the last one holds.
                if (found is null || PutsOff(view, verb))
                    found = date;
            }
        }

        return found;
    }

    // “la reunión prevista para”, “la reunión, celebrada el”: a participle beside the noun.
    private static bool IsOfNoun(SentenceView view, int at, int anchor) =>
        anchor > at && anchor <= at + 25 && view.VerbAt(anchor) is { Form: Verbs.VerbForm.Participle or Verbs.VerbForm.Past } said
        && (MeetingWords.Planning.Contains(said.Lemma) || MeetingWords.Happening.Contains(said.Lemma));

    private static bool PutsOff(SentenceView view, int verb) => view.VerbAt(verb) is { } off && MeetingWords.PuttingOff.Contains(off.Lemma);

    /// <summary>The last word before a date that something of its own could have happened by; -1 where none stands before it.</summary>
    private static int Anchor(SentenceView view, int date)
    {
        for (var i = date - 1; i >= 0; i--)
        {
            if (view.VerbAt(i) is not null || MeetingWords.Nouns.Contains(view.Word(i)) || MeetingWords.LesserNouns.Contains(view.Word(i)) || OtherNouns.Contains(view.Word(i)))
                return i;
        }

        return -1;
    }

    /// <summary>Whether a date that opens the sentence is that of the token: it or its verb is the first finite verb.</summary>
    private static bool IsFirst(SentenceView view, int at, int verb)
    {
        var first = view.Verbs.FirstOrDefault(v => v.Verb.IsFinite, new(-1, default)).At;
        return first < 0 || first == at || first == verb;
    }
}
