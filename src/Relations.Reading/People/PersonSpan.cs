using Relations.Reading.Organisations;
using Relations.Reading.Text;

namespace Relations.Reading.People;

/// <summary>A sentence with the organisations named in it, word by word.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Number">Its number in the text.</param>
/// <param name="Organisations">For each word, the organisation whose name it belongs to.</param>
internal sealed record PeopledSentence(Sentence Sentence, int Number, IReadOnlyList<OrganisationMention?> Organisations)
{
    /// <summary>Its words.</summary>
    public IReadOnlyList<Token> Tokens => Sentence.Tokens;

    /// <summary>Whether a word belongs to the name of an organisation.</summary>
    /// <param name="at">The word.</param>
    public bool IsTaken(int at) => Organisations[at] is { IsAnaphora: false };

    /// <summary>The organisation whose name begins at a word.</summary>
    /// <param name="at">The word.</param>
    public OrganisationMention? Beginning(int at) =>
        at >= 0 && at < Tokens.Count && Organisations[at] is { } mention && mention.Passage.Offset == Tokens[at].Passage.Offset ? mention : null;

    /// <summary>The organisation whose name ends with a word.</summary>
    /// <param name="at">The word.</param>
    public OrganisationMention? Ending(int at) =>
        at >= 0 && at < Tokens.Count && Organisations[at] is { } mention && (at + 1 == Tokens.Count || Organisations[at + 1] != mention) ? mention : null;

    /// <summary>The first word after a name.</summary>
    /// <param name="at">A word of it.</param>
    public int EndOf(int at)
    {
        var mention = Organisations[at];
        while (at < Tokens.Count && Organisations[at] == mention)
            at++;
        return at;
    }

    /// <summary>The passage of some words.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">The first after them.</param>
    public Passage PassageOf(int start, int end)
    {
        var last = Tokens[end - 1];
        return Passage.Between(Tokens[start].Passage.Offset, last.Passage.End - (NameWord.IsPossessive(last) ? 2 : 0));
    }

    /// <summary>Prepares the sentences of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="organisations">The organisations that it names.</param>
    public static IReadOnlyList<PeopledSentence> Of(ReadText text, OrganisationsRead organisations)
    {
        List<PeopledSentence> sentences = [];
        var next = 0;
        for (var number = 0; number < text.Sentences.Count; number++)
        {
            var sentence = text.Sentences[number];
            var at = new OrganisationMention?[sentence.Tokens.Count];
            for (var i = 0; i < at.Length; i++)
            {
                var place = sentence.Tokens[i].Passage;
                while (next < organisations.Mentions.Count && organisations.Mentions[next].Passage.End <= place.Offset)
                    next++;
                if (next < organisations.Mentions.Count && organisations.Mentions[next].Passage.Meets(place))
                    at[i] = organisations.Mentions[next];
            }

            sentences.Add(new(sentence, number, at));
        }

        return sentences;
    }
}

/// <summary>A name of a person in a sentence.</summary>
/// <param name="Start">The number of its first word.</param>
/// <param name="End">The number of the first word after it.</param>
/// <param name="Units">Its parts, each with its particles.</param>
internal sealed record PersonSpan(int Start, int End, IReadOnlyList<string> Units);
