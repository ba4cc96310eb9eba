using Relations.Reading.Facts.Verbs;
using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Meetings;

/// <summary>The text as the readers of a meeting walk it: sentence by sentence, each with what was found in it, and its quotations.</summary>
internal sealed class Outline
{
    /// <summary>How many words of a sentence are read; what goes on longer is a list or a table, and no sentence.</summary>
    private const int MostTokens = 400;

    /// <summary>Views a text.</summary>
    /// <param name="found">The text with what it names.</param>
    public Outline(Entities found)
    {
        Found = found;
        Quotations = QuotationFinder.Find(found.Text);
        List<SentenceView> sentences = [];
        var acronyms = found.Organisations.Organisations
            .SelectMany(o => o.Names.Select(n => (Name: n.Acronym ?? n.Name, o.Key)))
            .DistinctBy(a => a.Name, StringComparer.Ordinal)
            .ToDictionary(a => a.Name, a => a.Key, StringComparer.Ordinal);
        var (people, organisations, dates, quotation) = (0, 0, 0, 0);
        for (var i = 0; i < found.Text.Sentences.Count; i++)
        {
            var sentence = found.Text.Sentences[i];
            IReadOnlyList<Token> tokens = sentence.Tokens.Count <= MostTokens ? sentence.Tokens : [.. sentence.Tokens.Take(MostTokens)];
            var passage = sentence.Passage;
            var quoted = Quoted(tokens, ref quotation);
            var named = Within(found.Organisations.Mentions, m => m.Passage, passage, ref organisations);
            var dateline = found.Dates.Dateline?.Passage ?? default;
            sentences.Add(new(
                found.Text.Text,
                i,
                sentence with { Tokens = tokens },
                tokens,
                Within(found.People.Mentions, m => m.Name, passage, ref people),
                [.. named.Concat(Joined(tokens, named, acronyms)).OrderBy(o => o.Passage.Offset)],
                [.. Within(found.Dates.Dates, d => d.Passage, passage, ref dates).Where(d => !dateline.Holds(d.Passage))],
                [.. Verbs(tokens, quoted)],
                passage.Meets(dateline) ? tokens.Count(t => t.Passage.Offset < dateline.End) : 0,
                IsHeading(found, sentence),
                quoted));
        }

        Sentences = sentences;
    }

    /// <summary>The text with what it names.</summary>
    public Entities Found { get; }

    /// <summary>The sentences.</summary>
    public IReadOnlyList<SentenceView> Sentences { get; }

    /// <summary>What stands within quotation marks.</summary>
    public IReadOnlyList<Quotation> Quotations { get; }

    /// <summary>The sentence that a place of the text lies in.</summary>
    /// <param name="offset">The place.</param>
    public SentenceView At(int offset) => Sentences[Found.Text.SentenceAt(offset)];

    private static IEnumerable<VerbAt> Verbs(IReadOnlyList<Token> tokens, bool[] quoted)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!quoted[at] && VerbLexicon.At(tokens, at) is { } verb && !IsAuxiliary(tokens, at, verb))
                yield return new(at, verb);
        }
    }

    /// <summary>“the EU-SICA dialogue”: two organisations that a hyphen joins.</summary>
    private static IEnumerable<OrganisationMention> Joined(IReadOnlyList<Token> tokens, List<OrganisationMention> named, Dictionary<string, string> acronyms)
    {
        foreach (var token in tokens.Where(t => t.IsAllCapitals && t.Written.Contains('-', StringComparison.Ordinal) && !named.Exists(o => o.Passage.Meets(t.Passage))))
        {
            var start = token.Passage.Offset;
            foreach (var part in token.Written.Split('-'))
            {
                if (acronyms.TryGetValue(part, out var key))
                    yield return new(new(start, part.Length), key, false);
                start += part.Length + 1;
            }
        }
    }

    // “has met”, “had held”, “does not”: they only help another verb.
    private static bool IsAuxiliary(IReadOnlyList<Token> tokens, int at, in Verb verb) =>
        verb.Lemma is "have" or "do" or "poder" or "deber"
        && at + 1 < tokens.Count
        && Enumerable.Range(at + 1, Math.Min(3, tokens.Count - at - 1)).Any(i => VerbLexicon.At(tokens, i) is { } next && (!next.IsFinite || next.Form is VerbForm.Past));

    private static bool IsHeading(Entities found, Sentence sentence) =>
        (found.Dates.Dateline is { } dateline && sentence.Passage.End <= dateline.Passage.Offset && dateline.Passage.Offset < found.Text.Text.Length / 2)
        || sentence.Passage.In(found.Text.Text) is [.., not ('.' or ':' or ';' or '!' or '?' or '”' or '»' or '"' or ',' or '…')];

    private bool[] Quoted(IReadOnlyList<Token> tokens, ref int next)
    {
        var quoted = new bool[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
        {
            var offset = tokens[i].Passage.Offset;
            while (next < Quotations.Count && Quotations[next].Whole.End <= offset)
                next++;
            quoted[i] = next < Quotations.Count && Quotations[next].Whole.Offset <= offset && !Quotations[next].IsName && Quotations[next].Aside?.Holds(tokens[i].Passage) is not true;
        }

        return quoted;
    }

    private static List<T> Within<T>(IReadOnlyList<T> all, Func<T, Passage> where, Passage passage, ref int next)
    {
        List<T> within = [];
        while (next < all.Count && where(all[next]).Offset < passage.End)
        {
            if (passage.Holds(where(all[next])))
                within.Add(all[next]);
            next++;
        }

        return within;
    }
}
