using System.Collections.Frozen;
using Relations.Reading.People;

namespace Relations.Reading.Facts.Meetings;

/// <summary>Those named on one side of a verb.</summary>
/// <param name="From">The first token.</param>
/// <param name="To">The one after the last.</param>
/// <param name="People">The people.</param>
/// <param name="Organisations">The organisations that stand there for themselves, by their keys.</param>
internal sealed record Side(int From, int To, IReadOnlyList<PersonMention> People, IReadOnlyList<string> Organisations)
{
    /// <summary>Whether nobody is named.</summary>
    public bool IsEmpty => People.Count == 0 && Organisations.Count == 0;
}

/// <summary>Tells who stands before a verb as its subject, and who after it.</summary>
internal static class Sides
{
    /// <summary>How far a side goes, in tokens.</summary>
    private const int Reach = 120;

    private static readonly FrozenSet<string> Adjuncts = FrozenSet.ToFrozenSet(
    [
        "en", "durante", "tras", "con", "a", "al", "desde", "ante", "por", "previo", "luego", "despues", "dentro", "para", "segun", "como",
        "in", "during", "after", "at", "on", "with", "following", "prior", "from", "as", "under", "within",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> NotOf = FrozenSet.ToFrozenSet(
    [
        "sede", "instalaciones", "oficinas", "oficina", "local", "miembros", "miembro", "paises", "estados", "convenio", "acuerdo", "memorando", "marco", "programa", "proyecto",
        "agenda", "decisiones", "decision", "region", "ciudad", "capital", "territorio", "apoyo", "financiamiento", "auspicio", "labor", "trabajo", "pueblo", "gobernanza", "ciudadanos",
        "headquarters", "premises", "offices", "members", "countries", "states", "agreement", "support", "work", "seat", "city", "people", "funding", "ingreso", "adhesion", "capitulo",
    ], StringComparer.Ordinal);

    /// <summary>Who stands before a verb as its subject.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="verb">The first token of the verb's group.</param>
    public static Side Before(SentenceView view, int verb)
    {
        if (verb <= view.Body)
            return Of(view, verb, verb);
        var to = verb;
        foreach (var earlier in view.Verbs.Where(v => v.At < verb && v.Verb.IsFinite && !IsRelative(view, v.At)).Reverse().Select(v => v.At).Append(-1))
        {
            // “agradeció a la OIM y se reunió”: what stands between is the other verb's.
            if (earlier >= 0 && view.Word(verb - 1) is "y" or "e" or "and" && to == verb)
            {
                to = earlier;
                continue;
            }

            var from = AfterAdjunct(view, Math.Max(Math.Max(earlier + 1, view.Body), verb - Reach), to);
            var side = Of(view, from, to);
            var subject = side with { People = [.. side.People.Where(p => IsSubject(view, p.Whole.Offset, from))] };
            if (!subject.IsEmpty || earlier < 0 || IsSaying(view, earlier))
                return subject;
            to = earlier;
        }

        return Of(view, verb, verb);
    }

    /// <summary>Who stands after a place, up to where the text goes on to what for, where or who else.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="from">The place.</param>
    public static Side After(SentenceView view, int from)
    {
        var to = from;
        for (; to < Math.Min(view.Tokens.Count, from + Reach); to++)
        {
            if ((view.Word(to) is ";" && !IsOtherSide(view, to + 1)) || view.Word(to) is ":" || (to > from && IsEnd(view, to)))
                break;
        }

        return Of(view, from, to);
    }

    /// <summary>“…; y, por otra parte, …”: the other side of the same table.</summary>
    private static bool IsOtherSide(SentenceView view, int at) =>
        view.ReadsAny(at, ["y , por otra", "y por otra", "y , por la otra", "y por la otra", "por otra parte", "por la otra", "and , on the other", "and on the other", "on the other"]) > 0;

    /// <summary>Those named between two places.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="from">The first token.</param>
    /// <param name="to">The one after the last.</param>
    public static Side Of(SentenceView view, int from, int to)
    {
        if (from >= to)
            return new(from, from, [], []);
        var passage = view.Between(from, to);
        List<PersonMention> people = [.. view.People.Where(p => passage.Holds(p.Name))];
        var organisations = view.Organisations
            .Where(o => passage.Holds(o.Passage) && !view.People.Any(p => p.Whole.Holds(o.Passage)) && StandsForItself(view, o.Passage.Offset))
            .Select(o => o.Key)
            .Distinct();
        return new(from, to, people, [.. organisations]);
    }

    /// <summary>Whether an organisation is one that acts here, and not the place, the paper or the country that something is named after.</summary>
    private static bool StandsForItself(SentenceView view, int offset)
    {
        var at = view.TokenAt(offset) - 1;
        if (view.Word(at) is "la" or "el" or "los" or "las" or "the" or "su" or "its")
            at--;
        return view.Word(at) switch
        {
            "en" or "in" or "at" or "hacia" or "from" or "desde" or "sobre" or "contra" => false,
            "de" or "del" or "of" or "para" => !NotOf.Contains(Noun(view, at - 1)),
            "," when view.Word(at - 2) is "en" or "in" => false,
            _ => true,
        };
    }

    // “los Países Miembros de”: the noun, past an adjective.
    private static string Noun(SentenceView view, int at) =>
        NotOf.Contains(view.Word(at)) || !NotOf.Contains(view.Word(at - 1)) || view.Word(at) is "y" or "e" or "and" or "," ? view.Word(at) : view.Word(at - 1);

    private static bool IsSubject(SentenceView view, int offset, int from)
    {
        var at = view.TokenAt(offset) - 1;
        if (view.Word(at) is "la" or "el" or "los" or "las" or "the")
            at--;
        return at < from || view.Word(at) is not ("a" or "al" or "de" or "del" or "of" or "sobre" or "contra" or "por" or "to" or "para" or "for");
    }

    /// <summary>“quien llegó ayer”, “que dirige”: a verb that does not end the subject.</summary>
    private static bool IsRelative(SentenceView view, int verb) =>
        Enumerable.Range(1, 4).Any(i => view.Word(verb - i) is "quien" or "quienes" or "who" or "which" or "cual" or "cuales" or "whose")
        || ((view.Word(verb - 1) is "que" || view.Word(verb - 2) is "que") && !IsSaying(view, verb - 2) && !IsSaying(view, verb - 3));

    private static bool IsSaying(SentenceView view, int at) => view.VerbAt(at) is { } verb && SpeechWords.Verbs.Contains(verb.Lemma);

    /// <summary>“En la sede de la OEA, el Ministro”: the subject begins after the comma.</summary>
    private static int AfterAdjunct(SentenceView view, int from, int to)
    {
        if (!Adjuncts.Contains(view.Word(from)))
            return from;
        for (var i = from; i < to; i++)
        {
            if (view.Word(i) is "," && !view.People.Any(p => p.Whole.Offset < view.Tokens[i].Passage.Offset && p.Whole.End > view.Tokens[i].Passage.Offset))
                return i + 1;
        }

        return from;
    }

    private static bool IsEnd(SentenceView view, int at) => !IsInName(view, at) && (
        view.ReadsAny(at, MeetingWords.Ends) > 0
        || view.VerbAt(at) is { IsFinite: true }
        || (view.Word(at) is "to" && view.VerbAt(at + 1) is { Form: Verbs.VerbForm.Base }));

    /// <summary>Whether a token belongs to a person with their post, or to an organisation's name.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="at">The token.</param>
    public static bool IsInName(SentenceView view, int at) =>
        view.People.Any(p => p.Whole.Holds(view.Tokens[at].Passage)) || view.Organisations.Any(o => o.Passage.Holds(view.Tokens[at].Passage));
}
