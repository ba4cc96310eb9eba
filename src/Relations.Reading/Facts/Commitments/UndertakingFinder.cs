using Relations.Reading.Dates;
using Relations.Reading.Facts.Verbs;

namespace Relations.Reading.Facts.Commitments;

/// <summary>Finds what the sentences of a text say that somebody undertook.</summary>
/// <param name="actors">Tells who acts in a sentence.</param>
/// <param name="agreements">The agreements of the text.</param>
/// <param name="correspondents">Who writes to whom; null where the text is no letter.</param>
/// <param name="isAmongThem">Whether those who undertake speak themselves, as in minutes and messages: what they say they will do is undertaken.</param>
internal sealed class UndertakingFinder(Actors actors, AgreementsRead agreements, Correspondents? correspondents, bool isAmongThem)
{
    /// <summary>All of a text.</summary>
    /// <param name="lines">Its sentences.</param>
    public IEnumerable<Undertaking> In(IReadOnlyList<Line> lines)
    {
        var inList = false;
        (int Paragraph, string? Agreement) under = (-1, null);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Count == 0)
                continue;
            if (UndertakingWords.IsHeadingOfActions(line) && (line.IsHeading || line[line.Count - 1] is ":"))
            {
                inList = true;
                continue;
            }

            if (Under(line) is { } agreement)
                under = (line.Sentence.Paragraph, agreement);
            if (UndertakingWords.IsOtherHeading(line) && !IsItem(lines, i))
                inList = false;
            var found = Bound(line).Concat(Announced(line)).ToList();
            if (found.Count == 0 && (inList && IsItem(lines, i) || IsLabelled(line)))
                found = [.. Listed(lines, i)];
            else if (found.Count == 0)
                found = [.. ToCome(line, inList, under.Paragraph == line.Sentence.Paragraph ? under.Agreement : null)];
            foreach (var undertaking in found)
                yield return undertaking;
        }
    }

    private static bool IsLabelled(Line line) => UndertakingWords.Labels.At(line.Tokens, 0) is { Meaning: ItemLabel.Action } or { Meaning: ItemLabel.Action, End: > 0 } && line.Count > 4;

    /// <summary>Whether a line is an item of a list: it begins with a mark or a number, or follows one in its paragraph.</summary>
    private static bool IsItem(IReadOnlyList<Line> lines, int at)
    {
        var line = lines[at];
        return !line.Tokens[0].IsWord || char.IsDigit(line.Tokens[0].Written[0]) || (line[1] is ")" or "." && line[0].Length == 1)
            || (at > 0 && lines[at - 1].Sentence.Paragraph == line.Sentence.Paragraph && lines[at - 1].Tokens.All(t => !t.IsWord || char.IsDigit(t.Written[0])));
    }

    /// <summary>“Se comprometió a enviar”.</summary>
    private IEnumerable<Undertaking> Bound(Line line)
    {
        foreach (var (_, start, end) in UndertakingWords.Binding.In(line.Tokens, 0, line.Count))
        {
            var verb = Enumerable.Range(start, end - start).FirstOrDefault(i => line.VerbAt(i) is { Lemma: not ("haber" or "have") } v && (v.IsFinite || v.Form is VerbForm.Participle), start);
            var what = end;
            while (line[what] is "," or "no" or "solo" && what < line.Count - 1)
                what++;
            if (what >= line.Count || line.IsQuoted(start) || !Assertion.Of(line.Sentence, verb).IsDone)
                continue;
            if (line.VerbAt(what) is not { Form: VerbForm.Infinitive or VerbForm.Base } && line[what] is not ("que" or "that") && !IsInfinitive(line, what))
                continue;
            var (stop, due) = Extent(line, what, line.Count);
            if (UndertakingWords.IsGoodWill(line[what]) && due is null)
                continue;
            var by = Subject(line, VerbGroup.Around(line.Tokens, verb).Start);
            yield return new(line, by.Count > 0 ? by[0].First : start, what, stop, UndertakingWay.Undertaken) { By = by, Due = due };
        }
    }

    private static bool IsInfinitive(Line line, int at) => IsEnglishInfinitive(line, at) || line[at].Length > 3 && line[at] is [.., 'a' or 'e' or 'i', 'r'] && line.OrganisationAt(at) is null && line[at - 1] is "a" or "de" or "en";

    /// <summary>“To train 60 monitors”: a verb with its object, where “to peace” is none.</summary>
    private static bool IsEnglishInfinitive(Line line, int at) =>
        at < line.Count && line[at - 1] is "to" && line.Tokens[at].IsWord && line.OrganisationAt(at) is null && line[at] is not ("the" or "a" or "an" or "its" or "their" or "this")
        && (line[at + 1] is "the" or "a" or "an" or "its" or "their" or "all" or "this" || Numerals.Of(line[at + 1]) is not null || char.IsDigit(line[at + 1].FirstOrDefault()) || line.OrganisationAt(at + 1) is not null);

    /// <summary>“Remitirá … a más tardar el”, “deberá presentar … antes del”, “under the agreement, X will provide”.</summary>
    private IEnumerable<Undertaking> ToCome(Line line, bool inList, string? agreement)
    {
        var clause = 0;
        for (var at = 0; at < line.Count; at++)
        {
            if (line.IsQuoted(at) || line.VerbAt(at) is not { } verb || !IsDelivery(line, at, verb) || !IsOwed(line, at, verb))
                continue;
            var group = VerbGroup.Around(line.Tokens, at);
            var (stop, due) = Extent(line, at, NextClause(line, at + 1));
            var by = OfClause(line, clause, Start(line, group.Start, at));
            clause = stop;
            due ??= DueBehind(line, stop);
            if (by.Count == 0 && correspondents?.Meant(line, at, group.Start) is { } meant)
                by = [meant];
            var isGift = !line.IsHeading && UndertakingWords.IsGiving(verb.Lemma) && by is [{ Organisation: not null }];
            if (by.Count == 0 || !(inList || isAmongThem || agreement is not null || isGift || due is { Link: DateLink.Until }))
                continue;
            yield return new(line, by[^1].First, at, stop, inList ? UndertakingWay.Listed : due is not null ? UndertakingWay.Due : UndertakingWay.UnderAgreement) { By = by, Due = due, Agreement = agreement };
        }
    }

    /// <summary>“enviará”, “pondrá a disposición”, “harán llegar”.</summary>
    private static bool IsDelivery(Line line, int at, Verb verb) => verb.Lemma switch
    {
        "poner" => line[at + 1] is "a" && line[at + 2] is "disposicion",
        "hacer" => line[at + 1] is "llegar" or "entrega",
        _ => UndertakingWords.IsDeliverable(verb.Lemma),
    };

    /// <summary>“…, the first of which is due by 30 June”: the day is said behind what is undertaken.</summary>
    private static DateMention? DueBehind(Line line, int stop) => line.DatesIn(stop, line.Count)
        .FirstOrDefault(d => d is { Link: DateLink.Until, Date: not null } && line.IndexAt(d.Passage.Offset) is var at && Enumerable.Range(Math.Max(stop, at - 5), Math.Min(5, at - stop)).Any(i => line[i] is "due" or "plazo" or "vence" or "deadline"));

    /// <summary>“Anunció que destinará”, “announced that it will contribute”, and what one alone “agreed to host”.</summary>
    private IEnumerable<Undertaking> Announced(Line line)
    {
        for (var at = 0; at < line.Count; at++)
        {
            if (line.IsQuoted(at) || line.VerbAt(at) is not { } verb || !UndertakingWords.IsAnnouncing(verb.Lemma) || !Assertion.Of(line.Sentence, at).IsDone)
                continue;
            var outer = VerbGroup.Around(line.Tokens, at).Start;
            var that = Enumerable.Range(at + 1, 4).FirstOrDefault(i => line[i] is "que" or "that" or "to" || (i == at + 1 && line.VerbAt(i) is { Form: VerbForm.Infinitive }), -1);
            if (that < 0)
                continue;
            var alone = verb.Lemma is "acordar" or "agree" or "convenir";
            var from = line[that] is "que" or "that" or "to" ? that + 1 : that;
            var what = alone ? from : Enumerable.Range(from, Math.Max(0, NextClause(line, from) - from)).FirstOrDefault(i => line.VerbAt(i) is { } v && IsPromised(line, i, v), -1);
            if (what < 0 || line.VerbAt(what) is not { } promised || !IsDelivery(line, what, promised) || (alone && (line[that] is "que" or "that" || verb.IsPlural)))
                continue;
            var inner = alone ? [] : OfClause(line, from, Start(line, VerbGroup.Around(line.Tokens, what).Start, what));
            IReadOnlyList<Actor> by = inner.Count > 0 ? inner : OfSaying(line, outer);
            if (by.Count == 0 || (alone && Actors.Organisations(by).Count != 1) || !Actors.Organisations([by[^1]]).Any())
                continue;
            var (stop, due) = Extent(line, what, NextClause(line, what + 1));
            yield return new(line, by[^1].First, what, stop, UndertakingWay.Undertaken) { By = [by[^1]], Due = due };
        }
    }

    /// <summary>Who announces: the subject of the verb, or of the one that “and” ties it to: “expressed appreciation … and announced”.</summary>
    private IReadOnlyList<Actor> OfSaying(Line line, int outer)
    {
        var first = line[outer - 1] is "and" or "y" or "e" ? Enumerable.Range(0, outer).FirstOrDefault(i => line.IsFinite(i) && line.PersonAt(i) is null && line.OrganisationAt(i) is null, outer) : outer;
        return Subject(line, first) is [.., var last] ? [last] : [];
    }

    /// <summary>“destinará”, “will contribute”, “would deploy”.</summary>
    private static bool IsPromised(Line line, int at, Verb verb) =>
        verb.Form is VerbForm.Future or VerbForm.Conditional || (verb.Form is VerbForm.Base && Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(i => line[i] is "will" or "would" or "shall" or "ll"));

    private static int Start(Line line, int group, int at) => Math.Min(group, Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).FirstOrDefault(i => line[i] is "debera" or "deberan" or "must" or "shall" or "will" or "would" or "should", at));

    /// <summary>“Remitirá”, “deberá remitir”, “will send”, “is to send”.</summary>
    private static bool IsOwed(Line line, int at, Verb verb)
    {
        if (verb.Form is VerbForm.Future)
            return Assertion.Of(line.Sentence, at).Standing is Standing.Asserted;
        if (verb.Form is not (VerbForm.Infinitive or VerbForm.Base))
            return false;
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (line[i] is "debera" or "deberan" or "must" or "shall" or "will")
                return line[i + 1] is not "not" and not "no" && line[i - 1] is not "no";
            if (line[i] is not ("also" or "then" or "tambien" or "jointly" or "be"))
                return false;
        }

        return false;
    }

    /// <summary>The agreement that a sentence begins with: “Under the agreement, …”, “En virtud del convenio, …”.</summary>
    private string? Under(Line line)
    {
        foreach (var (passage, key) in agreements.Mentions.Where(m => line.Sentence.Passage.Holds(m.Passage)))
        {
            var at = line.IndexAt(passage.Offset);
            if (at < 8 && Enumerable.Range(0, at).Any(i => line[i] is "under" or "virtud" or "segun" or "conforme" or "mediante" or "through" or "amparo" or "accordance" or "marco" or "with"))
                return key;
        }

        return null;
    }

    /// <summary>Items of a list of actions: “- El SELA enviará …”, “Elaborar el plan (Responsable: …; Plazo: …)”.</summary>
    private IEnumerable<Undertaking> Listed(IReadOnlyList<Line> lines, int number)
    {
        var line = lines[number];
        var what = 0;
        while (what < line.Count - 1 && (!line.Tokens[what].IsWord || char.IsDigit(line.Tokens[what].Written[0]) || (line[what].Length == 1 && line[what + 1] is ")" or ".")))
            what++;
        if (UndertakingWords.Labels.At(line.Tokens, what) is { Meaning: ItemLabel.Action } label)
            what = label.End;
        var rest = lines.Skip(number).TakeWhile((l, i) => i == 0 || (l.Sentence.Paragraph == line.Sentence.Paragraph || IsLabelOnly(l)) && i < 5 && !(i > 0 && IsItem(lines, number + i))).ToList();
        var (by, due) = Labelled(rest);
        var verb = Enumerable.Range(what, line.Count - what).FirstOrDefault(i => line.VerbAt(i) is { } v && (v.Form is VerbForm.Future or VerbForm.Infinitive or VerbForm.Base), -1);
        if (verb < 0)
            yield break;
        var (stop, dueHere) = Extent(line, verb, line.Count);
        var subject = OfClause(line, what, Start(line, VerbGroup.Around(line.Tokens, verb).Start, verb));
        if (subject.Count == 0 && by.Count == 0 && due is null && dueHere is null)
            yield break;
        yield return new(line, subject.Count > 0 ? subject[0].First : what, verb, stop, UndertakingWay.Listed) { By = [.. subject, .. by], Due = dueHere ?? due };
    }

    private static bool IsLabelOnly(Line line) => UndertakingWords.Labels.At(line.Tokens, 0) is { Meaning: ItemLabel.Responsible or ItemLabel.Due };

    private (IReadOnlyList<Actor> By, DateMention? Due) Labelled(IEnumerable<Line> lines)
    {
        IReadOnlyList<Actor> by = [];
        DateMention? due = null;
        foreach (var line in lines)
        {
            var labels = UndertakingWords.Labels.In(line.Tokens, 0, line.Count).ToList();
            for (var i = 0; i < labels.Count; i++)
            {
                var to = i + 1 < labels.Count ? labels[i + 1].Start : line.Count;
                if (labels[i].Meaning is ItemLabel.Responsible && by.Count == 0)
                    by = actors.In(line, labels[i].End, to);
                else if (labels[i].Meaning is ItemLabel.Due)
                    due ??= line.DatesIn(labels[i].End, to).FirstOrDefault(d => d.Date is not null);
            }
        }

        return (by, due);
    }

    /// <summary>Where what is undertaken ends, before the day it is due, and that day.</summary>
    private static (int End, DateMention? Due) Extent(Line line, int from, int to)
    {
        var end = from + 1;
        DateMention? due = null;
        var isAhead = false;
        var at = from + 1;
        for (; at < to; at++)
        {
            if ((line[at] is "." or ";" && !IsInNumber(line, at)) || UndertakingWords.Labels.At(line.Tokens, at) is not null)
                break;
            if (line.DateAt(at) is { Date: not null } date && due is null && date.Link is DateLink.Until or DateLink.On or DateLink.During)
            {
                due = date;
                var after = line.IndexAt(date.Passage.End - 1) + 1;
                // “remitir en marzo el informe”: nothing but the verb stands before the day.
                if (Enumerable.Range(from + 1, at - from - 1).All(i => UndertakingWords.BeforeDue.Contains(line[i])) && after < to && line.Tokens[after].IsWord)
                {
                    (at, isAhead) = (after - 1, true);
                    continue;
                }

                // “remitirá a la SEGIB, antes del 15 de mayo, la propuesta”: what is undertaken goes on behind the day.
                if (line[after] is "," && after + 2 < to && !line.HasFinite(after, to) && line[after + 1] is "la" or "el" or "los" or "las" or "un" or "una" or "su" or "sus" or "the" or "a" or "an" or "its")
                {
                    at = line[to - 1] is "." ? to - 1 : to;
                    end = at;
                    break;
                }

                end = at;
                while (end > from + 1 && UndertakingWords.BeforeDue.Contains(line[end - 1]))
                    end--;
                break;
            }
        }

        end = due is null || isAhead ? at : end;
        while (end > from + 1 && !line.Tokens[end - 1].IsWord)
            end--;
        return (end, due);
    }

    // “€18.5 million”
    private static bool IsInNumber(Line line, int at) => line[at] is "." && char.IsDigit(line[at - 1].FirstOrDefault('x')) && char.IsDigit(line[at + 1].FirstOrDefault('x')) && line.Tokens[at].Passage.End == line.Tokens[at + 1].Passage.Offset;

    /// <summary>Where another clause with a subject of its own begins: “…, and SEGIB will confirm”.</summary>
    private int NextClause(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
        {
            if (!line.IsFinite(i) || line.PersonAt(i) is not null)
                continue;
            var joint = Enumerable.Range(from, i - from).LastOrDefault(k => line[k] is "," or "y" or "and" or ";" or "e" or "mientras" or "while", -1);
            if (joint >= 0 && actors.In(line, joint, i).Count > 0)
                return joint > 0 && line[joint - 1] is "," ? joint - 1 : joint;
            if (joint >= 0 && line[joint + 1] is "que" or "which" or "who")
                return joint;
        }

        return line.Count;
    }

    private IReadOnlyList<Actor> Subject(Line line, int verb)
    {
        var from = Enumerable.Range(0, verb).LastOrDefault(i => line[i] is ";" or ":" || (line.IsFinite(i) && line[i + 1] is "que" or "that"), -1) + 1;
        while (line[from] is "en" or "durante" or "tras" or "in" or "during" or "after" or "at" or "por" or "as" or "con")
        {
            var comma = Enumerable.Range(from, verb - from).FirstOrDefault(i => line[i] is "," && line.PersonAt(i) is null, -1);
            if (comma < 0 || actors.In(line, comma, verb).Count == 0)
                break;
            from = comma + 1;
        }

        return actors.In(line, from, verb);
    }

    /// <summary>The subject that stands right before a verb in its clause.</summary>
    private List<Actor> OfClause(Line line, int from, int verb)
    {
        var start = from;
        for (var i = verb - 1; i >= from; i--)
        {
            if (line[i] is ";" or ":" || (line[i] is "que" or "that" or "which" or "cual" && line.PersonAt(i) is null) || (line.IsFinite(i) && line.PersonAt(i) is null))
            {
                start = i + 1;
                break;
            }
        }

        var near = actors.In(line, start, verb).ToList();
        // “Under the agreement between X and Y, Z will provide”: the subject stands after the last comma where one does.
        var comma = Enumerable.Range(start, Math.Max(0, verb - start)).LastOrDefault(i => line[i] is "," && line.PersonAt(i) is null && line.OrganisationAt(i) is null, -1);
        return comma >= 0 && near.Exists(a => a.First > comma) ? [.. near.Where(a => a.First > comma)] : near;
    }
}
