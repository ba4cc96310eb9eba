using Relations.Domain.Sources;
using Relations.Reading.Facts.Verbs;
using Relations.Reading.People;
using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>Who writes a letter or a message to whom: whom “we”, “our office” and “you” mean in it.</summary>
internal sealed class Correspondents
{
    private Correspondents(string writer, string? reader) => (Writer, Reader) = (writer, reader);

    /// <summary>The key of the organisation that writes.</summary>
    public string Writer { get; }

    /// <summary>The key of the organisation that is written to; null where the text does not say.</summary>
    public string? Reader { get; }

    /// <summary>Who writes to whom.</summary>
    /// <param name="found">The text with what it names.</param>
    /// <returns>Null where the text is no letter, or does not say for whom it is written.</returns>
    public static Correspondents? Of(Entities found)
    {
        if (SourceReader.KindOf(found) is not (SourceKind.Email or SourceKind.Letter))
            return null;
        var sentences = found.Text.Sentences;
        var greeting = Enumerable.Range(0, sentences.Count).FirstOrDefault(i => IsGreeting(sentences[i].Tokens), -1);
        if (greeting < 0)
            return null;
        var signed = Signatures(found, greeting + 1, sentences.Count).FirstOrDefault();
        var addressed = Signatures(found, 0, greeting).FirstOrDefault(o => o != signed);
        return signed is null ? null : new(signed, addressed);
    }

    /// <summary>The same, with who is written to taken from who met, where two did and the text does not say it.</summary>
    /// <param name="met">The organisations that met.</param>
    public Correspondents At(IReadOnlyList<string> met) =>
        Reader is null && met.Count == 2 && met.Contains(Writer) ? new(Writer, met.First(o => o != Writer)) : this;

    /// <summary>Whom a verb without a subject of its own means: “we will send”, “les enviaremos”, “ustedes nos harán llegar”; null where it means neither.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="verb">The place of the verb.</param>
    /// <param name="group">The first word of its group.</param>
    public Actor? Meant(Line line, int verb, int group)
    {
        var before = Enumerable.Range(Math.Max(0, group - 3), verb - Math.Max(0, group - 3)).Select(i => line[i]).ToList();
        if (before.Exists(w => w is "you" or "ustedes" or "usted"))
            return Reader is { } reader ? new(reader, null, group, verb) : null;
        var isOurs = before.Exists(w => w is "we" or "i" or "nosotros" or "yo") || (line.VerbAt(verb) is { Form: VerbForm.Future } && line[verb].EndsWith("emos", StringComparison.Ordinal));
        return isOurs ? new(Writer, null, group, verb) : null;
    }

    private static bool IsGreeting(IReadOnlyList<Token> tokens) =>
        tokens.Count is > 0 and < 16 && tokens[0].Folded is "estimado" or "estimada" or "estimados" or "estimadas" or "dear" or "excelencia" or "excellency" or "distinguido" or "distinguida" or "querido" or "querida" or "hola" or "hi" or "hello" or "apreciado" or "apreciada";

    /// <summary>The organisations of the people who stand alone on a line, in order.</summary>
    private static IEnumerable<string> Signatures(Entities found, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var sentence = found.Text.Sentences[i];
            foreach (var person in found.People.Within(sentence.Passage).Where(p => sentence.Passage.Length - p.Name.Length < 4 || IsAddress(sentence.Tokens)))
            {
                if ((OrganisationOf(found, person) ?? Below(found, i)) is { } organisation)
                    yield return organisation;
            }
        }
    }

    private static bool IsAddress(IReadOnlyList<Token> tokens) => tokens.Count > 2 && tokens[1].Folded is ":" && tokens[0].Folded is "to" or "para" or "a";

    private static string? OrganisationOf(Entities found, PersonMention person) =>
        person.Organisation ?? found.People.Appointments.FirstOrDefault(a => a.Person == person.Key && !a.Former)?.Organisation;

    /// <summary>The organisation that stands alone within the lines below a name.</summary>
    private static string? Below(Entities found, int sentence)
    {
        for (var i = sentence + 1; i < Math.Min(found.Text.Sentences.Count, sentence + 4); i++)
        {
            var passage = found.Text.Sentences[i].Passage;
            if (found.Organisations.Within(passage).FirstOrDefault(o => !o.IsAnaphora && passage.Length - o.Passage.Length < 6) is { } alone)
                return alone.Key;
        }

        return null;
    }
}
