using Relations.Reading.Dates;
using Relations.Reading.Text;

namespace Relations.Reading.Organisations;

/// <summary>Reads where organisations have their seats: “con sede en Montevideo”, or at the seat where the text was given out.</summary>
internal static class SeatReader
{
    /// <summary>How far a seat may stand behind its organisation.</summary>
    private const int Nearest = 3;

    /// <summary>Reads the seats in a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="mentions">The organisations named so far.</param>
    /// <param name="dateline">Where the text was given out.</param>
    public static void Read(
        ReadText text, Sentence sentence, IReadOnlyList<(Passage Passage, Named Organisation, bool IsAnaphora)> mentions, Dateline? dateline)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Folded is not ("sede" or "headquartered" or "based" or "headquarters" or "seat"))
                continue;
            if (SaidBehind(text, tokens, i) is { } city && Before(mentions, sentence, tokens[i]) is { } whose)
                whose.Seat ??= city;
            else if (dateline is { City: { } lies } && After(mentions, tokens, i) is { } host)
                host.Seat ??= new(lies, dateline.Passage, IsInferred: true);
        }
    }

    /// <summary>The city in “con sede en Montevideo”, “headquartered in Guatemala City”.</summary>
    private static Seat? SaidBehind(ReadText text, IReadOnlyList<Token> tokens, int at)
    {
        var from = at + 1;
        if (tokens[at].Folded == "sede" && !(at > 0 && tokens[at - 1].Folded is "con" or "cuya" or "tiene" or "su"))
            return null;
        if (from >= tokens.Count || tokens[from].Folded is not ("en" or "in" or "at") || from + 1 >= tokens.Count)
            return null;
        var end = from + 1;
        while (end < tokens.Count && tokens[end].IsCapitalised && tokens[end].IsWord)
            end++;
        if (end == from + 1)
            return null;
        var passage = Passage.Between(tokens[from + 1].Passage.Offset, tokens[end - 1].Passage.End);
        return new(passage.In(text.Text), passage, IsInferred: false);
    }

    private static Named? Before(IReadOnlyList<(Passage Passage, Named Organisation, bool IsAnaphora)> mentions, Sentence sentence, Token at)
    {
        var (passage, organisation, _) = mentions.LastOrDefault(m => m.Passage.End <= at.Passage.Offset && sentence.Passage.Holds(m.Passage));
        var near = organisation is not null && sentence.Tokens.Count(t => t.Passage.Offset >= passage.End && t.Passage.End <= at.Passage.Offset) <= Nearest;
        return near ? organisation : null;
    }

    /// <summary>“en la sede de la Secretaría General”: those who meet there meet where the text was given out.</summary>
    private static Named? After(IReadOnlyList<(Passage Passage, Named Organisation, bool IsAnaphora)> mentions, IReadOnlyList<Token> tokens, int at)
    {
        var i = at + 1;
        while (i < tokens.Count && tokens[i].Folded is "de" or "del" or "la" or "of" or "the" or "institucional" or "central")
            i++;
        return i >= tokens.Count || i == at + 1 ? null : mentions.FirstOrDefault(m => m.Passage.Offset == tokens[i].Passage.Offset).Organisation;
    }
}
