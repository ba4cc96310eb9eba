using Relations.Reading.Facts.Verbs;
using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>
/// Reads how a sentence puts what one of its words names. A finite verb tells by its form and what negates it or hangs it on a condition; a
/// verb without a person, or a noun of action, tells by what governs it: in “prevén la firma”, “procedieron a la firma”, “sin la firma”.
/// </summary>
/// <param name="tokens">The sentence's words.</param>
internal sealed class AssertionReader(IReadOnlyList<Token> tokens)
{
    /// <summary>How many words before a word are searched for what governs it.</summary>
    private const int Reach = 24;

    /// <summary>How often what governs a word is itself governed, at most.</summary>
    private const int Depth = 4;

    private static readonly Assertion Done = new(Standing.Asserted, Tense.Past);
    private static readonly Assertion Intended = new(Standing.Intended, Tense.Future);
    private static readonly Assertion Hoped = new(Standing.Hoped, Tense.Future);
    private static readonly Assertion Denied = new(Standing.Negated, Tense.Past);
    private static readonly Assertion Conditional = new(Standing.Conditional, Tense.None);

    /// <summary>How the sentence puts what stands at a place.</summary>
    /// <param name="at">The number of the token.</param>
    public Assertion Read(int at) => Read(at, Depth);

    /// <summary>Whether a place lies between quotation marks of its sentence.</summary>
    /// <param name="tokens">The sentence's words.</param>
    /// <param name="at">The place.</param>
    public static bool IsWithinQuotation(IReadOnlyList<Token> tokens, int at)
    {
        var (depth, straight) = (0, false);
        for (var i = 0; i < at; i++)
        {
            (depth, straight) = tokens[i].Written switch
            {
                "“" or "«" => (depth + 1, straight),
                "”" or "»" => (Math.Max(0, depth - 1), straight),
                "\"" => (depth, !straight),
                _ => (depth, straight),
            };
        }

        return depth > 0 || straight;
    }

    private Assertion Read(int at, int depth)
    {
        if (depth == 0)
            return Conditional;
        var group = VerbGroup.Around(tokens, at);
        if (group.IsHypothetical)
            return Conditional;
        var said = group.Form switch
        {
            VerbForm.Past => Done,
            VerbForm.Present => new(Standing.Asserted, Tense.Present),
            VerbForm.Base when !group.IsInfinitive => new(Standing.Asserted, Tense.Present),
            VerbForm.Future => new(Standing.Asserted, Tense.Future),
            VerbForm.Conditional => Conditional,
            VerbForm.Subjunctive => Subjunctive(group.Start, depth),
            _ => Governed(group, at, depth),
        };
        if (said.Standing is Standing.Asserted && group.IsFinite && IsOnCondition(group.Start))
            said = Conditional;
        return group.IsNegated || (said.Standing is Standing.Asserted && IsDenied(group.Start))
            ? said.Standing is Standing.Negated ? said : said with { Standing = Standing.Negated }
            : said;
    }

    /// <summary>“que se firme”: told by what comes before “que”.</summary>
    private Assertion Subjunctive(int start, int depth)
    {
        for (var i = start - 1; i >= Math.Max(0, start - Reach); i--)
        {
            switch (tokens[i].Folded)
            {
                case "que" when i > 0 && tokens[i - 1].Folded is "sin":
                    return Denied;
                case "que" when IsAfter(i):
                    return Done;
                case "que" when i > 0 && tokens[i - 1].Folded is "para":
                    return Intended;
                case "que" when Governor(i, depth) is { } said:
                    return said.Standing is Standing.Asserted ? Conditional : said;
                case "." or ";" or ":":
                    return Conditional;
                default:
                    continue;
            }
        }

        return Conditional;
    }

    // “después de que”, “luego que”, “tras que”
    private bool IsAfter(int that)
    {
        var before = that > 1 && tokens[that - 1].Folded is "de" ? that - 2 : that - 1;
        return before >= 0 && tokens[before].Folded is ("despues" or "luego" or "tras");
    }

    /// <summary>A verb without a person, or a noun: told by what governs it, and taken as a bare name of what happened where nothing does.</summary>
    private Assertion Governed(VerbGroup group, int at, int depth)
    {
        if (group.Form is VerbForm.Participle && !group.IsToBe)
            return Done;
        if (Governor(group.Start, depth) is { } said)
            return said;
        return group.Form switch
        {
            VerbForm.Gerund => new(Standing.Asserted, Tense.None),
            null => IsPending(at) ? Intended : new(Standing.Asserted, Tense.None),
            _ => Intended,
        };
    }

    /// <summary>What the nearest governing word before a place makes of what follows; null where there is none.</summary>
    private Assertion? Governor(int start, int depth)
    {
        for (var i = start - 1; i >= Math.Max(0, start - Reach); i--)
        {
            var word = tokens[i].Folded;
            if (word is "." or ";" or ":" or "?" or "(" or "“" or "«")
                return null;
            if (Prepositional(word, i, start) is { } said)
                return said;
            if (GoverningWords.OfNoun(word) is { } standing)
                return Put(standing);
            if (VerbLexicon.At(tokens, i) is not { } verb)
                continue;
            if (GoverningWords.OfVerb(verb.Lemma) is { } governed)
                return Passed(governed, Read(i, depth - 1));
            if (verb.IsFinite || (verb.Form is VerbForm.Base && !IsInfinitiveMark(i - 1)))
                return GoverningWords.LeavesOpen(verb.Lemma) ? null : Read(i, depth - 1) with { IsReported = false };
        }

        return null;
    }

    private Assertion? Prepositional(string word, int at, int start) => word switch
    {
        "tras" or "after" or "upon" or "following" => Done,
        "despues" or "luego" when at + 1 < tokens.Count && tokens[at + 1].Folded is "de" or "del" => Done,
        "al" when at == start - 1 && VerbLexicon.At(tokens, start) is { Form: VerbForm.Infinitive } => Done,
        "sin" or "without" => Denied,
        "para" or "towards" or "hacia" or "ahead" or "before" or "antes" or "previo" => Intended,
        "miras" or "fin" or "objetivo" or "proposito" or "finalidad" or "objeto" or "view" or "purpose" or "aim" => Intended,
        "to" when at == start - 1 => null,
        "by" when at == start - 1 => new(Standing.Asserted, Tense.None),
        _ => null,
    };

    /// <summary>What a governing verb, itself said in some way, makes of what it governs.</summary>
    private static Assertion Passed(Standing standing, Assertion governing) => (standing, governing.Standing) switch
    {
        // “lograron firmar”, “no lograron firmar”, “lograrán firmar”: as the governing verb stands.
        (Standing.Asserted, _) => governing with { IsReported = false },
        // “no descartaron firmar”
        (Standing.Negated, Standing.Negated) => Conditional,
        (Standing.Negated, _) => Denied,
        (_, Standing.Negated) => Denied,
        _ => Put(standing),
    };

    private static Assertion Put(Standing standing) => standing switch
    {
        Standing.Hoped => Hoped,
        Standing.Intended => Intended,
        Standing.Negated => Denied,
        Standing.Asserted => Done,
        _ => Conditional,
    };

    private bool IsInfinitiveMark(int at) => at >= 0 && tokens[at].Folded is "to";

    /// <summary>“si se firma”, “if it is signed”, “en caso de”: the nearest subordinating word of the clause.</summary>
    private bool IsOnCondition(int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - Reach); i--)
        {
            switch (tokens[i].Folded)
            {
                case "si" when tokens[i].Written is not "sí":
                case "if" or "unless" or "whether" or "¿" or "provided":
                    return true;
                case "," or ";" or "." or ":" or "que" or "that" or "y" or "and" or "pero" or "but":
                    return false;
                default:
                    continue;
            }
        }

        return false;
    }

    /// <summary>“ningún convenio fue firmado”, “no agreement was signed”, “negó que firmaron”.</summary>
    private bool IsDenied(int start)
    {
        for (var i = start - 1; i >= Math.Max(0, start - Reach); i--)
        {
            switch (tokens[i].Folded)
            {
                case "ningun" or "ninguna" or "ninguno" or "nadie" or "neither" or "nobody" or "none" or "nor" or "ni":
                case "no" when i + 1 < start && !VerbGroup.IsVerbal(tokens, i + 1) && tokens[i + 1].Folded is not ("," or "solo" or "solamente" or "obstante"):
                    return true;
                case "que" or "that" when i > 0 && VerbLexicon.At(tokens, i - 1) is { Lemma: "negar" or "desmentir" or "deny" or "descartar" }:
                    return true;
                case "," or ";" or "." or ":" or "que" or "that" or "pero" or "but" or "sino":
                    return false;
                default:
                    continue;
            }
        }

        return false;
    }

    /// <summary>“la próxima firma”, “the upcoming signing”, “pendiente de firma”.</summary>
    private bool IsPending(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (GoverningWords.IsToCome(tokens[i].Folded))
                return true;
        }

        return at + 1 < tokens.Count && GoverningWords.IsToCome(tokens[at + 1].Folded);
    }
}
