using Relations.Reading.Facts.Verbs;
using Relations.Reading.People;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Who says something.</summary>
/// <param name="Person">The person's key; null where an organisation speaks.</param>
/// <param name="Organisation">The organisation's key, where no person speaks.</param>
/// <param name="Verb">Where the verb of saying stands in the text.</param>
/// <param name="IsNamed">Whether the speaker is named or pointed to there, and not only carried on from before.</param>
internal sealed record Speaker(string? Person, string? Organisation, int Verb, bool IsNamed);

/// <summary>Finds who says what is quoted: by the verb of saying after it, before it, or in the sentence that leads to it.</summary>
/// <param name="outline">The text.</param>
internal sealed class SpeakerFinder(Outline outline)
{
    /// <summary>How far from a quotation its verb of saying stands, in tokens.</summary>
    private const int Reach = 45;

    /// <summary>How near to its verb of saying a speaker begins.</summary>
    private const int Nearness = 9;

    private Speaker? _last;

    /// <summary>Who says what is quoted; null where the text does not tell.</summary>
    /// <param name="quotation">The quotation.</param>
    public Speaker? Of(Quotation quotation)
    {
        var speaker = Within(quotation) ?? After(quotation) ?? Before(quotation) ?? InNextSentence(quotation);
        _last = speaker ?? _last;
        return speaker;
    }

    /// <summary>“«… —ha señalado Soto— …»”.</summary>
    private Speaker? Within(Quotation quotation)
    {
        if (quotation.Aside is not { } aside)
            return null;
        var view = outline.At(aside.Offset);
        return view.Verbs.Where(v => aside.Holds(view.Tokens[v.At].Passage) && IsSaying(view, v)).Select(v => Spoken(view, v.At, view.TokenAt(aside.Offset), true, view.TokenAt(aside.End))).FirstOrDefault();
    }

    /// <summary>“señaló”, “ha señalado”.</summary>
    private static bool IsSaying(SentenceView view, VerbAt verb) =>
        SpeechWords.Verbs.Contains(verb.Verb.Lemma) && (verb.Verb.IsFinite || (verb.Verb.Form is VerbForm.Participle && VerbGroup.Around(view.Tokens, verb.At).IsFinite));

    /// <summary>“Dr. Soto said.”: a sentence that says who spoke, and nothing of its own.</summary>
    private Speaker? InNextSentence(Quotation quotation)
    {
        var view = outline.At(quotation.Whole.End);
        if (view.Passage.End > quotation.Whole.End + 1 || Next(view) is not { } next)
            return null;
        var saying = next.Verbs.FirstOrDefault(v => IsSaying(next, v), new(-1, default));
        if (saying.At < 0 || next.Word(saying.At + 1) is "que" or "that" || next.Quoted.Any(q => q) || next.Verbs.Any(v => v != saying && v.Verb.IsFinite))
            return null;
        return Spoken(next, saying.At, 0, true) is { IsNamed: true } speaker && Enumerable.Range(saying.At + 1, next.Tokens.Count - saying.At - 1).All(i => Sides.IsInName(next, i) || !next.Tokens[i].IsWord || next.Word(i) is "el" or "la" or "the")
            ? speaker
            : null;
    }

    /// <summary>“”, señaló Soto”, “” Ms Soto said”, “”, according to Soto”.</summary>
    private Speaker? After(Quotation quotation)
    {
        var view = outline.At(quotation.Whole.End);
        if (view.Passage.End <= quotation.Whole.End)
            return null;
        var from = view.TokenAt(quotation.Whole.End);
        while (view.Word(from) is "," or "." or "-" or "–" or "—" or ")" or "”" or "\"" or "»")
            from++;
        if (view.ReadsAny(from, SpeechWords.Attributions) is > 0 and var attribution)
            return Named(view, from + attribution, view.Tokens.Count, view.Tokens[from].Passage.Offset);
        for (var i = from; i < Math.Min(view.Tokens.Count, from + Reach) && !view.Quoted[i]; i++)
        {
            if (view.VerbAt(i) is { } verb && IsSaying(view, new(i, verb)) && !Sides.IsInName(view, i))
                return Spoken(view, i, from, true);
            if ((view.Word(i) is "." or ";" && !Sides.IsInName(view, i) && !IsOfTitle(view, i)) || (view.VerbAt(i) is { IsFinite: true } && !Sides.IsInName(view, i)) || (i > from + 3 && !Sides.IsInName(view, i) && view.People.Count == 0))
                return null;
        }

        return null;
    }

    // “Mr. Soto remarked”: the point is the title's.
    private static bool IsOfTitle(SentenceView view, int at) => view.Word(at) is "." && Honorific.Is(view.Word(at - 1));

    private SentenceView? Next(SentenceView view) =>
        view.Number + 1 < outline.Sentences.Count && outline.Sentences[view.Number + 1].Sentence.Paragraph == view.Sentence.Paragraph ? outline.Sentences[view.Number + 1] : null;

    /// <summary>“Soto señaló que “”, “Según Soto, “”, and a sentence before it that ends with a colon.</summary>
    private Speaker? Before(Quotation quotation)
    {
        var view = outline.At(quotation.Whole.Offset);
        var to = view.TokenAt(quotation.Whole.Offset);
        var start = Enumerable.Range(0, to).FirstOrDefault(i => view.Tokens[i].IsWord, to);
        if (start == to)
        {
            // The words stand alone: the sentence before may lead to them.
            if (view.Number == 0 || outline.Sentences[view.Number - 1] is not { Tokens: [.., { Written: ":" }] } lead)
                return null;
            (view, to) = (lead, lead.Tokens.Count - 1);
        }

        for (var i = to - 1; i >= Math.Max(0, to - Reach); i--)
        {
            if (view.Quoted[i])
                continue;
            if (view.ReadsAny(i, SpeechWords.Attributions) is > 0 and var attribution && Named(view, i + attribution, to, view.Tokens[i].Passage.Offset) is { } named)
                return named;
            if (view.VerbAt(i) is { } verb && (IsSaying(view, new(i, verb)) || (verb.Form is VerbForm.Gerund && SpeechWords.Verbs.Contains(verb.Lemma))) && !Sides.IsInName(view, i))
                return Spoken(view, i, 0, false, to);
        }

        return null;
    }

    /// <summary>Who is the subject of a verb of saying.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="verb">The verb.</param>
    public Speaker? SubjectOf(SentenceView view, int verb) => Spoken(view, verb, 0, false);

    private Speaker? Spoken(SentenceView view, int verb, int from, bool isAfter, int to = int.MaxValue)
    {
        var offset = view.Tokens[verb].Passage.Offset;
        var following = view.People.FirstOrDefault(p => view.TokenAt(p.Whole.Offset) is var first && first > verb && first < to && first <= verb + Nearness && IsBare(view, verb + 1, first));
        var preceding = Sides.Before(view, VerbGroup.Around(view.Tokens, verb).Start).People.Where(p => p.Whole.Offset >= view.Tokens[from].Passage.Offset).LastOrDefault();
        var person = isAfter ? preceding ?? following : following ?? preceding;
        if (person is not null)
            return new(person.Key, null, offset, true);
        var organisation = view.Organisations.FirstOrDefault(o => view.TokenAt(o.Passage.Offset) is var first && first > verb && first < to && IsBare(view, verb + 1, first))?.Key
            ?? (isAfter ? null : Sides.Before(view, VerbGroup.Around(view.Tokens, verb).Start).Organisations is [.., var last] ? last : null);
        if (organisation is not null)
            return new(null, organisation, offset, true);

        // “agregó”: whoever the sentence before is about, or spoke last.
        var about = view.Number > 0 && outline.Sentences[view.Number - 1] is { People: [var first, ..] } before && before.Sentence.Paragraph == view.Sentence.Paragraph ? first : null;
        return about is not null ? new(about.Key, null, offset, false) : _last is null ? null : _last with { Verb = offset, IsNamed = false };
    }

    // “señaló, por su parte, el embajador”: nothing between but what leads to a name.
    private static bool IsBare(SentenceView view, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            // “said DG Soto”, “dijo la SG Soto”: a post by its letters.
            if (view.Tokens[i].IsAllCapitals && view.Tokens[i].Written.Length <= 4 && i == to - 1)
                continue;
            if (view.Word(i) is not ("," or "el" or "la" or "the" or "por" or "su" or "parte" or "a" or "turno" or "al" or "respecto" or "tambien" or "asimismo" or "senor" or "senora" or "sr" or "sra" or "." or "ayer" or "hoy" or "in" or "turn"))
                return false;
        }

        return true;
    }

    private static Speaker? Named(SentenceView view, int from, int to, int offset)
    {
        PersonMention? person = view.People.FirstOrDefault(p => view.TokenAt(p.Whole.Offset) is var first && first >= from && first <= from + 2 && first < to);
        if (person is not null)
            return new(person.Key, null, offset, true);
        var organisation = view.Organisations.FirstOrDefault(o => view.TokenAt(o.Passage.Offset) is var first && first >= from && first <= from + 1 && first < to);
        return organisation is null ? null : new(null, organisation.Key, offset, true);
    }
}
