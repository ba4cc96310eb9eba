using System.Collections.Frozen;
using Relations.Reading.Dates;
using Relations.Reading.Facts.Verbs;
using Relations.Reading.Organisations;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>A sentence with what stands at each of its words.</summary>
internal sealed class Line
{
    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.ToFrozenSet(
        ["es", "son", "fue", "fueron", "ha", "han", "habia", "habian", "sera", "seran", "estan", "estara", "estaran", "sigue", "siguen", "estuvo", "estuvieron", "is", "are", "was", "were", "has", "have", "had", "will", "would", "shall"], StringComparer.Ordinal);

    private readonly OrganisationMention?[] _organisations;
    private readonly PersonMention?[] _people;
    private readonly DateMention?[] _dates;
    private readonly bool[] _quoted;
    private readonly Verb?[] _verbs;

    private Line(ReadText text, Sentence sentence, int number)
    {
        (Text, Sentence, Number) = (text.Text, sentence, number);
        var count = sentence.Tokens.Count;
        (_organisations, _people, _dates, _quoted) = (new OrganisationMention?[count], new PersonMention?[count], new DateMention?[count], new bool[count]);
        _verbs = [.. Enumerable.Range(0, count).Select(i => VerbLexicon.At(sentence.Tokens, i))];
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>Its number in the text, from 0.</summary>
    public int Number { get; }

    /// <summary>Its words and marks.</summary>
    public IReadOnlyList<Token> Tokens => Sentence.Tokens;

    /// <summary>How many they are.</summary>
    public int Count => Tokens.Count;

    /// <summary>A word, folded; empty outside the sentence.</summary>
    /// <param name="at">Its place.</param>
    public string this[int at] => at >= 0 && at < Count ? Tokens[at].Folded : "";

    /// <summary>Whether it is a heading: it does not end as a sentence does.</summary>
    public bool IsHeading => Count > 0 && this[Count - 1] is not ("." or "!" or "?" or ";" or ":" or "”" or "»" or "," or "-");

    /// <summary>The organisation named at a word; the longest name where one lies in another.</summary>
    /// <param name="at">The word's place.</param>
    public OrganisationMention? OrganisationAt(int at) => at >= 0 && at < Count ? _organisations[at] : null;

    /// <summary>The person named at a word, their title and post included.</summary>
    /// <param name="at">The word's place.</param>
    public PersonMention? PersonAt(int at) => at >= 0 && at < Count ? _people[at] : null;

    /// <summary>The date at a word.</summary>
    /// <param name="at">The word's place.</param>
    public DateMention? DateAt(int at) => at >= 0 && at < Count ? _dates[at] : null;

    /// <summary>Whether a word stands in quotation marks.</summary>
    /// <param name="at">The word's place.</param>
    public bool IsQuoted(int at) => at >= 0 && at < Count && _quoted[at];

    /// <summary>The verb at a word; null where it is none.</summary>
    /// <param name="at">The word's place.</param>
    public Verb? VerbAt(int at) => at >= 0 && at < Count ? _verbs[at] : null;

    /// <summary>Whether a word makes a clause: a verb with a person, or what helps one.</summary>
    /// <param name="at">The word's place.</param>
    public bool IsFinite(int at) => VerbAt(at) is { IsFinite: true } || Auxiliaries.Contains(this[at]) || (this[at] is "esta" && VerbAt(at + 1) is not null);

    /// <summary>Whether a clause is made among some words.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The place after the last.</param>
    public bool HasFinite(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(IsFinite);

    /// <summary>The passage of some words.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The place after the last.</param>
    public Passage PassageOf(int from, int to) => Tokens[from].Passage.Through(Tokens[to - 1].Passage);

    /// <summary>The first word at or after a place of the text; the count of words where there is none.</summary>
    /// <param name="offset">The place in the text.</param>
    public int IndexAt(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Passage.End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The dates among some words.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The place after the last.</param>
    public IEnumerable<DateMention> DatesIn(int from, int to) => Among(_dates, from, to);

    /// <summary>The organisations among some words.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The place after the last.</param>
    public IEnumerable<OrganisationMention> OrganisationsIn(int from, int to) => Among(_organisations, from, to);

    /// <summary>The people among some words.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The place after the last.</param>
    public IEnumerable<PersonMention> PeopleIn(int from, int to) => Among(_people, from, to);

    /// <summary>All sentences of a text.</summary>
    /// <param name="found">The text with what it names.</param>
    public static IReadOnlyList<Line> All(Entities found)
    {
        List<Line> lines = [.. found.Text.Sentences.Select((s, i) => new Line(found.Text, s, i))];
        if (lines.Count == 0)
            return lines;
        foreach (var mention in found.Organisations.Mentions.OrderBy(m => m.Passage.Length))
            Set(lines, found.Text, mention.Passage, mention, l => l._organisations);
        foreach (var mention in found.People.Mentions.OrderBy(m => m.Whole.Length))
            Set(lines, found.Text, mention.Whole, mention, l => l._people);
        foreach (var mention in found.Dates.Dates.OrderBy(m => m.Passage.Length))
            Set(lines, found.Text, mention.Passage, mention, l => l._dates);
        foreach (var paragraph in lines.GroupBy(l => l.Sentence.Paragraph))
            Quote(paragraph);
        return lines;
    }

    private static void Set<T>(List<Line> lines, ReadText text, Passage passage, T mention, Func<Line, T?[]> row)
        where T : class
    {
        var line = lines[text.SentenceAt(passage.Offset)];
        for (var i = line.IndexAt(passage.Offset); i < line.Count && line.Tokens[i].Passage.Offset < passage.End; i++)
            row(line)[i] = mention;
    }

    /// <summary>Straight marks open and close by turns; all close at the end of the paragraph.</summary>
    private static void Quote(IEnumerable<Line> paragraph)
    {
        var open = false;
        foreach (var line in paragraph)
        {
            for (var i = 0; i < line.Count; i++)
            {
                var mark = line.Tokens[i].Written;
                line._quoted[i] = open || mark is "“" or "«" or "\"";
                open = mark switch { "“" or "«" => true, "”" or "»" => false, "\"" => !open, _ => open };
            }
        }
    }

    private static IEnumerable<T> Among<T>(T?[] row, int from, int to)
        where T : class
    {
        T? last = null;
        for (var i = Math.Max(0, from); i < Math.Min(to, row.Length); i++)
        {
            if (row[i] is { } mention && !ReferenceEquals(mention, last))
                yield return mention;
            last = row[i];
        }
    }
}
