namespace Relations.Reading.Facts.Verbs;

/// <summary>A Spanish verb with what its infinitive does not tell.</summary>
/// <param name="Infinitive">Its infinitive.</param>
/// <param name="Stressed">The stem where the stress falls on it: “renuev-” of “renovar”.</param>
/// <param name="Strong">The stem of an irregular past: “sostuv-”.</param>
/// <param name="Weak">The stem of the third persons of the past: “refir-”.</param>
/// <param name="Subjunctive">The stem of the present subjunctive: “sosteng-”.</param>
/// <param name="Future">The stem of the future: “sostendr-”.</param>
/// <param name="Participles">Irregular participles, masculine singular: “suscrito”, “suscripto”.</param>
internal sealed record SpanishVerb(
    string Infinitive,
    string? Stressed = null,
    string? Strong = null,
    string? Weak = null,
    string? Subjunctive = null,
    string? Future = null,
    params string[] Participles)
{
    private string Stem => Infinitive[..^2];

    private bool IsFirst => Infinitive.EndsWith("ar", StringComparison.Ordinal);

    // “concluir” puts a y before a, e and o; “seguir” does not.
    private bool TakesY => Infinitive.EndsWith("uir", StringComparison.Ordinal) && !Infinitive.EndsWith("guir", StringComparison.Ordinal);

    private string Strongest => Stressed ?? (TakesY ? Stem + "y" : Stem);

    /// <summary>Its forms in the persons that the trade writes in, as spelled.</summary>
    public IEnumerable<(string Spelled, VerbForm Form, bool IsPlural)> Forms() =>
        [.. Indicative(), .. Pasts(), .. Subjunctives(), .. FutureForms(), .. Untensed()];

    private IEnumerable<(string Spelled, VerbForm Form, bool IsPlural)> Indicative()
    {
        yield return (Strongest + (IsFirst ? "a" : "e"), VerbForm.Present, false);
        yield return (Strongest + (IsFirst ? "an" : "en"), VerbForm.Present, true);
        foreach (var (ending, plural) in Persons(IsFirst ? "aba" : "ía", IsFirst ? "ábamos" : "íamos"))
            yield return (Stem + ending, VerbForm.Past, plural);
    }

    private IEnumerable<(string Spelled, VerbForm Form, bool IsPlural)> Pasts()
    {
        var (first, third, thirds, firsts) = this switch
        {
            { Strong: { } strong } => (strong + "e", strong + "o", strong + (strong.EndsWith('j') ? "eron" : "ieron"), strong + "imos"),
            { IsFirst: true } => (Soft(Stem) + "é", Stem + "ó", Stem + "aron", Stem + "amos"),
            { TakesY: true } => (Stem + "í", Stem + "yó", Stem + "yeron", Stem + "imos"),
            _ => (Stem + "í", (Weak ?? Stem) + "ió", (Weak ?? Stem) + "ieron", Stem + "imos"),
        };
        yield return (first, VerbForm.Past, false);
        yield return (third, VerbForm.Past, false);
        yield return (thirds, VerbForm.Past, true);
        yield return (firsts, VerbForm.Past, true);
        foreach (var ending in (string[])["ra", "ran", "se", "sen"])
            yield return (thirds[..^3] + ending, VerbForm.Subjunctive, ending.Length > 2);
    }

    private IEnumerable<(string Spelled, VerbForm Form, bool IsPlural)> Subjunctives()
    {
        var vowel = IsFirst ? "e" : "a";
        var stem = Subjunctive ?? (IsFirst ? Soft(Strongest) : Hard(Strongest));
        yield return (stem + vowel, VerbForm.Subjunctive, false);
        yield return (stem + vowel + "n", VerbForm.Subjunctive, true);
        yield return ((Subjunctive ?? (IsFirst ? Soft(Stem) : Hard(Stem))) + vowel + "mos", VerbForm.Subjunctive, true);
    }

    private IEnumerable<(string Spelled, VerbForm Form, bool IsPlural)> FutureForms()
    {
        var stem = Future ?? Infinitive;
        yield return (stem + "á", VerbForm.Future, false);
        yield return (stem + "án", VerbForm.Future, true);
        yield return (stem + "emos", VerbForm.Future, true);
        foreach (var (ending, plural) in Persons("ía", "íamos"))
            yield return (stem + ending, VerbForm.Conditional, plural);
    }

    private IEnumerable<(string Spelled, VerbForm Form, bool IsPlural)> Untensed()
    {
        yield return (Infinitive, VerbForm.Infinitive, false);
        var gerund = (IsFirst, TakesY) switch { (true, _) => Stem + "ando", (_, true) => Stem + "yendo", _ => (Weak ?? Stem) + "iendo" };
        yield return (gerund, VerbForm.Gerund, false);
        var participles = Participles.Length > 0 ? Participles : [Stem + (IsFirst ? "ado" : "ido")];
        foreach (var participle in participles.Select(p => p[..^1]))
        {
            yield return (participle + "o", VerbForm.Participle, false);
            yield return (participle + "a", VerbForm.Participle, false);
            yield return (participle + "os", VerbForm.Participle, true);
            yield return (participle + "as", VerbForm.Participle, true);
        }
    }

    private static IEnumerable<(string Ending, bool IsPlural)> Persons(string singular, string firsts) =>
        [(singular, false), (singular + "n", true), (firsts, true)];

    /// <summary>The spelling before e, for verbs in -ar: c, g and z keep their sound.</summary>
    private static string Soft(string stem) => stem[^1] switch
    {
        'c' => stem[..^1] + "qu",
        'g' => stem + "u",
        'z' => stem[..^1] + "c",
        _ => stem,
    };

    /// <summary>The spelling before a, for verbs in -er and -ir.</summary>
    private static string Hard(string stem) => stem switch
    {
        [.., 'g', 'u'] => stem[..^1],
        [.., 'g'] => stem[..^1] + "j",
        [.., 'a' or 'e' or 'i' or 'o' or 'u', 'c'] => stem[..^1] + "zc",
        [.., 'c'] => stem[..^1] + "z",
        _ => stem,
    };
}
