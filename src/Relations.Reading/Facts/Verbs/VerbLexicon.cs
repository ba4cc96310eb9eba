using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Facts.Verbs;

/// <summary>Tells which words of a sentence are verbs, and in which form, in both languages.</summary>
internal static class VerbLexicon
{
    private static readonly FrozenDictionary<string, Verb> Spelled = Index(f => f);

    // For capitals and haste: “FIRMO”, “suscribira”.
    private static readonly FrozenDictionary<string, Verb> Unaccented = Index(ReadText.Fold);

    // After these the same letters are a noun: “la firma”, “su visita”, “the report”, “next visits”.
    private static readonly FrozenSet<string> BeforeNouns = FrozenSet.ToFrozenSet(
    [
        "el", "la", "las", "los", "un", "una", "unos", "unas", "su", "sus", "este", "esta", "esa", "ese", "dicha", "dicho", "primera", "segunda", "tercera",
        "proxima", "ultima", "futura", "reciente", "pronta", "posible", "eventual", "nueva", "oficial", "de", "del", "al", "en", "con", "por", "para",
        "sin", "tras", "sobre", "entre", "cada", "otra", "nuestra", "mi", "tu", "a", "an", "the", "this", "that", "these", "those", "its", "their", "his",
        "her", "our", "my", "of", "in", "on", "for", "with", "by", "from", "at", "first", "second", "next", "last", "recent", "official", "courtesy",
        "new", "joint", "final", "future", "regular", "bilateral", "high-level", "field", "working", "state", "technical", "continued", "such", "further",
        "into", "under", "each", "every", "any", "some", "no", "annual", "strategic", "mutual", "financial", "political",
    ], StringComparer.Ordinal);

    // Nouns that a verb without its accent would look like: “desarrollo” is not “desarrolló”.
    private static readonly FrozenSet<string> NounsAlone = FrozenSet.ToFrozenSet(
    [
        "marco", "inicio", "apoyo", "acuerdo", "desarrollo", "trabajo", "proyecto", "termino", "cambio", "encargo", "saludo", "logro", "registro",
        "respaldo", "retraso", "impulso", "dialogo", "debate", "estudio", "aporte", "avance", "informe", "intercambio", "destino", "compromiso",
        "enfoque", "ingreso", "publico", "deposito", "auspicio", "obsequio", "patrocinio", "abrazo", "meeting", "hearing", "opening", "following",
        "regarding", "considering", "sitting", "una", "agenda", "unidas", "unidos", "media", "medida", "medidas", "sentido", "comunicado", "resultado", "resultados", "estimado", "estimada", "pasado", "pasada",
        "tratado", "tratados", "understanding", "views", "talks", "works", "needs", "need", "heads", "states", "addresses", "matters", "dialogue", "paso", "llamo", "canje",
    ], StringComparer.Ordinal);

    // A heading such as “Firma de un convenio” has no article before its noun.
    private static readonly FrozenSet<string> NounsBeforeOf = FrozenSet.ToFrozenSet(
        ["firma", "visita", "entrega", "consulta", "marca", "toma", "visits", "visit", "reports", "report", "signs", "sign", "offers", "plans"],
        StringComparer.Ordinal);

    /// <summary>The verb at a place of a sentence; null where the word is none, or is a noun there.</summary>
    /// <param name="tokens">The sentence's words.</param>
    /// <param name="at">The place.</param>
    public static Verb? At(IReadOnlyList<Token> tokens, int at)
    {
        var (written, folded) = (tokens[at].Written, tokens[at].Folded);
        if (!char.IsLetter(written[0]) || NounsAlone.Contains(written.ToLowerInvariant()))
            return null;
        var noun = (at > 0 && BeforeNouns.Contains(tokens[at - 1].Folded)) || (NounsBeforeOf.Contains(folded) && IsOf(tokens, at + 1));
        if (Spelled.TryGetValue(written.ToLowerInvariant(), out var verb))
            return noun && CanBeNoun(verb) ? null : verb;
        if (Enclitic(folded) is { } plain && Unaccented.TryGetValue(plain, out verb))
            return verb with { IsPlural = false };
        var plainly = folded.Length == written.Length && string.Equals(folded, written, StringComparison.OrdinalIgnoreCase);
        return plainly && Unaccented.TryGetValue(folded, out verb) && !(noun && (CanBeNoun(verb) || verb.Form is VerbForm.Past)) ? verb : null;
    }

    // “la reunió”, “lo firmó”: what looks like an article may be a pronoun before the other forms, which are no nouns.
    private static bool CanBeNoun(in Verb verb) => verb.Form is VerbForm.Present or VerbForm.Subjunctive or VerbForm.Base;

    private static bool IsOf(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && tokens[at].Folded is ("de" or "del" or "of" or "to");

    /// <summary>“reunirse”, “suscribirlo”, “reuniéndose” without what is tied to it.</summary>
    private static string? Enclitic(string folded)
    {
        foreach (var tied in (string[])["selo", "sela", "nos", "los", "las", "les", "se", "lo", "la", "le", "me"])
        {
            if (!folded.EndsWith(tied, StringComparison.Ordinal))
                continue;
            var plain = folded[..^tied.Length];
            if (plain.EndsWith("ar", StringComparison.Ordinal) || plain.EndsWith("er", StringComparison.Ordinal)
                || plain.EndsWith("ir", StringComparison.Ordinal) || plain.EndsWith("ndo", StringComparison.Ordinal))
                return plain;
        }

        return null;
    }

    private static FrozenDictionary<string, Verb> Index(Func<string, string> spelling)
    {
        Dictionary<string, Verb> verbs = new(StringComparer.Ordinal);
        foreach (var (spelled, verb) in SpanishVerbs.Forms().Concat(EnglishVerbs.Forms()))
            verbs.TryAdd(spelling(spelled), verb);
        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
