using Relations.Reading.Dates;
using Relations.Reading.Facts.Verbs;
using Relations.Reading.Organisations;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Meetings;

/// <summary>A verb of a sentence.</summary>
/// <param name="At">The number of its token.</param>
/// <param name="Verb">The verb.</param>
internal readonly record struct VerbAt(int At, Verb Verb);

/// <summary>A sentence with all that was found in it, for walking by the numbers of its tokens.</summary>
/// <param name="Text">The text that it is of.</param>
/// <param name="Number">Its number in the text.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Tokens">Its words, as many as are read.</param>
/// <param name="People">The people in it.</param>
/// <param name="Organisations">The organisations in it.</param>
/// <param name="Dates">The dates in it.</param>
/// <param name="Verbs">Its verbs outside quotation marks.</param>
/// <param name="Body">The first token after the dateline.</param>
/// <param name="IsHeading">Whether it stands above the text, or alone on a line without an end mark.</param>
/// <param name="Quoted">Whether each token stands within quotation marks.</param>
internal sealed record SentenceView(
    string Text,
    int Number,
    Sentence Sentence,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<PersonMention> People,
    IReadOnlyList<OrganisationMention> Organisations,
    IReadOnlyList<DateMention> Dates,
    IReadOnlyList<VerbAt> Verbs,
    int Body,
    bool IsHeading,
    IReadOnlyList<bool> Quoted)
{
    /// <summary>Where it stands.</summary>
    public Passage Passage => Sentence.Passage;

    /// <summary>The word at a place, folded; empty beyond its ends.</summary>
    /// <param name="at">The place.</param>
    public string Word(int at) => at >= 0 && at < Tokens.Count ? Tokens[at].Folded : "";

    /// <summary>Whether words stand at a place, one after another.</summary>
    /// <param name="at">The place of the first.</param>
    /// <param name="words">The words, folded, parted by spaces.</param>
    public bool Reads(int at, string words)
    {
        foreach (var word in words.AsSpan().Split(' '))
        {
            if (at < 0 || at >= Tokens.Count || !words.AsSpan(word).SequenceEqual(Tokens[at++].Folded))
                return false;
        }

        return true;
    }

    /// <summary>How many words of the first phrase that stands at a place; 0 where none does.</summary>
    /// <param name="at">The place of the first word.</param>
    /// <param name="phrases">The phrases, the longest first.</param>
    public int ReadsAny(int at, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Reads(at, phrase))
                return phrase.AsSpan().Count(' ') + 1;
        }

        return 0;
    }

    /// <summary>The number of the first token that ends after a place of the text.</summary>
    /// <param name="offset">The place.</param>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Passage.End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The passage of tokens.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The one after the last.</param>
    public Passage Between(int from, int to) => Passage.Between(Tokens[from].Passage.Offset, Tokens[Math.Max(from, to - 1)].Passage.End);

    /// <summary>The verb at a place, outside quotation marks; null where there is none.</summary>
    /// <param name="at">The place.</param>
    public Verb? VerbAt(int at)
    {
        foreach (var verb in Verbs)
        {
            if (verb.At == at)
                return verb.Verb;
            if (verb.At > at)
                break;
        }

        return null;
    }

    /// <summary>How the sentence puts what stands at a place.</summary>
    /// <param name="at">The place.</param>
    public Assertion Puts(int at) => Assertion.Of(Sentence, at);
}
