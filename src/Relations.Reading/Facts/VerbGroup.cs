using System.Collections.Frozen;
using Relations.Reading.Facts.Verbs;
using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>A verb with the auxiliaries, pronouns, adverbs and negations before it: “aún no se ha firmado”, “would have been signed”.</summary>
/// <param name="Start">The number of its first token.</param>
/// <param name="Form">The form that tells its tense; null where the word is no verb.</param>
/// <param name="IsNegated">Whether it is negated.</param>
/// <param name="IsHypothetical">Whether an auxiliary makes it only possible: “podría”, “habría”, “may”.</param>
/// <param name="IsInfinitive">Whether an English plain form follows “to”.</param>
/// <param name="IsToBe">Whether a participle is still to come true: “ser firmado”, “a ser firmado”, “to be signed”.</param>
internal sealed record VerbGroup(int Start, VerbForm? Form, bool IsNegated, bool IsHypothetical, bool IsInfinitive, bool IsToBe)
{
    /// <summary>How many words stand between an auxiliary and its verb, at most.</summary>
    private const int Longest = 9;

    /// <summary>What an auxiliary makes of the verb that it helps.</summary>
    private static readonly FrozenDictionary<string, VerbForm> Auxiliaries = Words(
        (VerbForm.Past, "ha han hemos habia habian hubo fue fueron era eran estuvo estuvieron estaba estaban fuimos had has have having was were been did"),
        (VerbForm.Present, "es son esta estan is are am do does being"),
        (VerbForm.Future, "habra habran sera seran estara estaran va van vamos will shall"),
        (VerbForm.Conditional, "habria habrian seria serian estaria estarian podria podrian deberia deberian would could should may might can must cannot puede pueden debe deben podra podran debera deberan tendria tendrian pudiera pudieran"),
        (VerbForm.Subjunctive, "haya hayan hubiera hubieran sea sean fuera fueran fuese fuesen este esten"),
        (VerbForm.Infinitive, "ser haber be siendo habiendo sido"));

    private static readonly FrozenSet<string> Negations = FrozenSet.ToFrozenSet(
        ["no", "nunca", "jamas", "tampoco", "not", "never", "neither", "cannot"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Between = FrozenSet.ToFrozenSet(
    [
        "se", "me", "nos", "le", "les", "lo", "la", "los", "las", "ya", "aun", "todavia", "tambien", "hoy", "ayer", "recien", "siempre", "solo", "solamente", "only", "asi", "mismo",
        "a", "de", "to", "que", "also", "just", "already", "yet", "still", "now", "then", "recently", "today", "both", "all", "ever", "long", "since",
        "jointly", "further", "so", "ambos", "luego", "we", "you", "they",
    ], StringComparer.Ordinal);

    /// <summary>Whether the word tells a person and a tense.</summary>
    public bool IsFinite => Form is VerbForm.Past or VerbForm.Present or VerbForm.Future or VerbForm.Base;

    /// <summary>Whether a word is a verb or stands by one.</summary>
    /// <param name="tokens">The sentence's words.</param>
    /// <param name="at">The place.</param>
    public static bool IsVerbal(IReadOnlyList<Token> tokens, int at) =>
        Auxiliaries.ContainsKey(tokens[at].Folded) || tokens[at].Folded is "se" or "le" or "les" or "lo" or "nos" || VerbLexicon.At(tokens, at) is not null;

    /// <summary>The group that a word is the main verb of; the word alone where it is no verb.</summary>
    /// <param name="tokens">The sentence's words.</param>
    /// <param name="at">The word.</param>
    public static VerbGroup Around(IReadOnlyList<Token> tokens, int at)
    {
        if (VerbLexicon.At(tokens, at) is not { } verb)
            return new(at, null, at > 0 && tokens[at - 1].Folded is ("no" or "ninguna" or "ningun"), false, false, false);

        var (start, form) = (at, verb.Form);
        var (negated, hypothetical, infinitive, toBe) = (false, false, false, false);
        for (var i = at - 1; i >= Math.Max(0, at - Longest); i--)
        {
            var word = Uncontracted(tokens[i].Folded, ref negated);
            if (Negations.Contains(word))
                (negated, start) = (negated || !IsOnly(tokens, i + 1), i);
            // The Andean Community is no auxiliary: “la OIM y la CAN suscribieron”.
            else if (!IsName(tokens, i) && Auxiliaries.TryGetValue(word, out var auxiliary) && Helps(tokens, i, start, verb))
                (start, form, hypothetical, toBe) = (i, Joined(auxiliary, form), hypothetical || IsPossible(word), toBe || word is "ser" or "be");
            else if (word is "to" && i == start - 1 && toBe)
                return new(i, VerbForm.Infinitive, negated, hypothetical, true, true);
            else if (word is "to" && i == start - 1 && form is VerbForm.Base or VerbForm.Infinitive)
                (start, infinitive) = (i, true);
            else if (!Between.Contains(word) && !word.EndsWith("mente", StringComparison.Ordinal) && !word.EndsWith("ly", StringComparison.Ordinal))
                break;
            else if (word is "a" or "de" or "que" or "to" && !IsPeriphrasis(tokens, i))
                break;
        }

        start = WithPronouns(tokens, start, ref negated);
        return new(start, form, negated, hypothetical, infinitive, toBe);
    }

    /// <summary>“didn't” is “did” and a negation.</summary>
    private static string Uncontracted(string word, ref bool negated)
    {
        if (word is not [.., 'n', '\'' or '’', 't'])
            return word;
        negated = true;
        return word is ['w', 'o', ..] ? "will" : word[..^3];
    }

    private static bool IsName(IReadOnlyList<Token> tokens, int at) => tokens[at].IsAllCapitals && !(at + 1 < tokens.Count && tokens[at + 1].IsAllCapitals);

    // “no solo se reunieron”, “not only met”
    private static bool IsOnly(IReadOnlyList<Token> tokens, int at) => tokens[at].Folded is "solo" or "solamente" or "unicamente" or "only";

    // “va a firmar”, “ha de firmar”, “tiene que firmar”, “has to sign”.
    private static bool IsPeriphrasis(IReadOnlyList<Token> tokens, int at) => at > 0 && (tokens[at].Folded, tokens[at - 1].Folded) switch
    {
        ("a", "va" or "van" or "vamos") => true,
        ("to", "has" or "have" or "is" or "are" or "was" or "were" or "yet" or "not") => true,
        ("a", _) => false,
        ("de", "acaba" or "acaban") => true,
        _ => false,
    };

    private static bool Helps(IReadOnlyList<Token> tokens, int at, int start, in Verb verb) => tokens[at].Folded switch
    {
        "este" or "esta" or "esten" => verb.Form is VerbForm.Participle or VerbForm.Gerund && tokens[at].Written.Any(c => c > '\x7f'),
        "va" or "van" or "vamos" => start > at + 1,
        _ => verb.Form is VerbForm.Participle or VerbForm.Gerund or VerbForm.Infinitive or VerbForm.Base or VerbForm.Past,
    };

    /// <summary>The first auxiliary tells most: “ha sido firmado” is past, “será firmado” future, “has been signed” past.</summary>
    private static VerbForm Joined(VerbForm auxiliary, VerbForm form) => (auxiliary, form) switch
    {
        (VerbForm.Infinitive, _) => VerbForm.Infinitive,
        // “está firmado”, “is signed”: so by now. “is signing” is present.
        (VerbForm.Present, VerbForm.Participle or VerbForm.Past) => VerbForm.Past,
        (VerbForm.Past, VerbForm.Infinitive or VerbForm.Base) => VerbForm.Past,
        _ => auxiliary,
    };

    private static bool IsPossible(string word) => Auxiliaries[word] is VerbForm.Conditional;

    /// <summary>Takes in pronouns, adverbs and a negation that stand before the first auxiliary: “aún no se”.</summary>
    private static int WithPronouns(IReadOnlyList<Token> tokens, int start, ref bool negated)
    {
        for (var i = start - 1; i >= Math.Max(0, start - 4); i--)
        {
            var word = tokens[i].Folded;
            if (Negations.Contains(word))
                (negated, start) = (negated || !IsOnly(tokens, i + 1), i);
            else if (word is "se" or "le" or "les" or "lo" or "los" or "nos" or "me" or "aun" or "todavia" or "ya")
                start = i;
            else
                break;
        }

        return start;
    }

    private static FrozenDictionary<string, VerbForm> Words(params (VerbForm Form, string Words)[] lines)
    {
        Dictionary<string, VerbForm> words = new(StringComparer.Ordinal);
        foreach (var (form, line) in lines)
        {
            foreach (var word in line.Split(' '))
                words.TryAdd(word, form);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
