using System.Collections.Frozen;

namespace Relations.Reading.Facts;

/// <summary>Words that tell how what they govern stands: “prevén”, “la intención de”, “se pospuso”, “procedieron a”.</summary>
internal static class GoverningWords
{
    private static readonly FrozenDictionary<string, Standing> Verbs = Index(
        (Standing.Intended,
            "prever planear planificar pretender proponer buscar querer acordar decidir comprometer convenir evaluar considerar estudiar explorar examinar "
            + "negociar solicitar pedir invitar instar exhortar recomendar sugerir promover preparar gestionar programar proyectar anunciar ofrecer disponer "
            + "aprobar autorizar encomendar trabajar procurar intentar conversar dialogar discutir analizar debatir requerir prometer apostar encargar "
            + "plan intend aim agree decide propose consider explore study negotiate request ask invite urge recommend suggest promote prepare seek "
            + "undertake commit pledge promise announce schedule offer authorise authorize discuss debate examine work try want need call look resolve"),
        (Standing.Hoped, "esperar desear aspirar anhelar confiar ansiar hope wish expect aspire"),
        (Standing.Negated,
            "cancelar posponer aplazar postergar rechazar descartar negar evitar abandonar desistir suspender demorar retrasar frustrar truncar impedir declinar "
            + "postpone cancel reject refuse decline fail deny abandon defer delay suspend dismiss"),
        (Standing.Asserted,
            "lograr proceder concretar realizar efectuar culminar concluir formalizar presenciar asistir participar producir celebrar conseguir llegar finalizar "
            + "marcar completar manage proceed succeed attend witness mark conclude complete celebrate allow"),
        (Standing.Conditional, "poder deber depender permitir"));

    private static readonly FrozenDictionary<string, Standing> Nouns = Index(
        (Standing.Intended,
            "intencion voluntad proposito posibilidad posibilidades necesidad propuesta importancia conveniencia disposicion compromiso plan planes borrador "
            + "proyecto interes negociacion negociaciones iniciativa objetivo meta gestiones tramites preparativos perspectiva perspectivas viabilidad factibilidad "
            + "pendiente mecanismos invitacion solicitud mandato proxima futura eventual posible "
            + "intention intent willingness readiness possibility need proposal importance commitment plans draft interest negotiation negotiations "
            + "initiative goal preparations prospects feasibility pending upcoming forthcoming ready request mandate options ways possible"),
        (Standing.Asserted, "pleasure placer gusto honor honour agrado"),
        (Standing.Hoped, "esperanza deseo expectativa anhelo hope desire expectation wish"),
        (Standing.Negated, "imposibilidad negativa falta ausencia refusal failure lack absence unable"));

    private static readonly FrozenSet<string> ToCome = FrozenSet.ToFrozenSet(
        ["proxima", "proximo", "futura", "futuro", "eventual", "posible", "pendiente", "prevista", "upcoming", "forthcoming", "planned", "future", "possible", "next", "pending", "expected", "proposed"],
        StringComparer.Ordinal);

    // Verbs of saying and doing that leave open how a noun of action far behind them stands.
    private static readonly FrozenSet<string> Open = FrozenSet.ToFrozenSet(
        ["senalar", "destacar", "indicar", "decir", "informar", "manifestar", "resaltar", "subrayar", "mencionar", "recordar", "say", "note", "state", "stress", "recall", "highlight", "report"],
        StringComparer.Ordinal);

    /// <summary>How what a verb governs stands; null where it does not tell.</summary>
    /// <param name="lemma">The verb.</param>
    public static Standing? OfVerb(string lemma) => Verbs.TryGetValue(lemma, out var standing) ? standing : null;

    /// <summary>How what a noun or an adjective governs stands; null where it does not tell.</summary>
    /// <param name="folded">The word.</param>
    public static Standing? OfNoun(string folded) => Nouns.TryGetValue(folded, out var standing) ? standing : null;

    /// <summary>Whether a word beside a noun says that it is still to come.</summary>
    /// <param name="folded">The word.</param>
    public static bool IsToCome(string folded) => ToCome.Contains(folded);

    /// <summary>Whether a verb leaves open how what follows it stands.</summary>
    /// <param name="lemma">The verb.</param>
    public static bool LeavesOpen(string lemma) => Open.Contains(lemma);

    private static FrozenDictionary<string, Standing> Index(params (Standing Standing, string Words)[] lines)
    {
        Dictionary<string, Standing> words = new(StringComparer.Ordinal);
        foreach (var (standing, line) in lines)
        {
            foreach (var word in line.Split(' '))
                words.TryAdd(word, standing);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
