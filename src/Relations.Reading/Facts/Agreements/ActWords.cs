using System.Collections.Frozen;

namespace Relations.Reading.Facts.Agreements;

/// <summary>The verbs and nouns by which something is done to an agreement.</summary>
internal static class ActWords
{
    /// <summary>Verbs that an agreement is the object of.</summary>
    private static readonly FrozenDictionary<string, AgreementAct> Verbs = Index(
        (AgreementAct.Signature, "suscribir subscribir firmar rubricar sign celebrar concertar concluir sellar pactar conclude formalizar formalise formalize"),
        (AgreementAct.Initialling, "inicialar initial"),
        (AgreementAct.Ratification, "ratificar ratify"),
        (AgreementAct.Accession, "adherir accede"),
        (AgreementAct.Amendment, "modificar enmendar amend"),
        (AgreementAct.Renewal, "renovar renew"),
        (AgreementAct.Extension, "prorrogar ampliar extender prolongar extend prolong"),
        (AgreementAct.Suspension, "suspender suspend"),
        (AgreementAct.Resumption, "reanudar restablecer resume"),
        (AgreementAct.Notice, "denunciar denounce"),
        (AgreementAct.Termination, "rescindir terminar terminate resolver"),
        (AgreementAct.Expiry, "vencer expirar caducar expire"),
        (AgreementAct.Negotiation, "negociar negotiate"),
        (AgreementAct.Proposal, "proponer propose"));

    /// <summary>Turns of several words, whose verb is the first.</summary>
    private static readonly PhraseBook<AgreementAct> Turns = new(
    [
        ("entro|entraron|entra|entran|entrado|entrar|entrara|entraran|entraria|entre ~2 en vigor|vigencia", AgreementAct.EntryIntoForce),
        ("entered|enters|enter|entering|came|come|comes|coming into force|effect", AgreementAct.EntryIntoForce),
        ("puso|pusieron|poner|pone|pondra|pondran|poniendo fin", AgreementAct.Termination),
        ("dio|dieron|dar|daran|dara|dando|da ~2 por terminado|terminada|concluido|finalizado", AgreementAct.Termination),
        ("dejo|dejaron|dejar|deja sin efecto", AgreementAct.Termination),
        ("gave|give|gives|given|giving ~2 notice of ?its ?their termination|withdrawal", AgreementAct.Notice),
        ("notifico|notificaron|notificar|notifica ~4 terminacion|denuncia|retiro|terminado", AgreementAct.Notice),
        ("comunico|comunicaron ~6 terminado|terminacion|denuncia", AgreementAct.Notice),
        ("notified ~4 termination|withdrawal|terminate", AgreementAct.Notice),
        ("entered|enter|enters|entering into", AgreementAct.Signature),
        ("perdio|perdieron vigencia", AgreementAct.Expiry), ("ceased|cease to be in force", AgreementAct.Expiry),
    ]);

    private static readonly FrozenDictionary<string, AgreementAct> Nouns = Index(
        (AgreementAct.Signature, "firma suscripcion subscripcion rubrica signing signature"),
        (AgreementAct.Ratification, "ratificacion ratification"),
        (AgreementAct.Accession, "adhesion accession"),
        (AgreementAct.Renewal, "renovacion renewal"),
        (AgreementAct.Extension, "prorroga prolongacion extension"),
        (AgreementAct.Amendment, "modificacion"),
        (AgreementAct.Termination, "terminacion rescision termination"),
        (AgreementAct.EntryIntoForce, "entrada entry"));

    /// <summary>What an act can be done to that is not an agreement: of such an object nothing is said of one.</summary>
    public static readonly FrozenSet<string> OtherObjects = Set(
        "acta actas declaracion declaraciones comunicado libro decreto ley resolucion minuta minutes declaration communique statement book decree law resolution aniversario anniversary reunion meeting " +
        "compromiso compromisos lazos vinculos alianza relaciones amistad voluntad ties commitment commitments bonds relations partnership friendship will mandato confianza esfuerzos contratos contrato contract " +
        "carta letter solicitud peticion informe report plan agenda");

    /// <summary>What is renewed where no agreement is.</summary>
    public static readonly FrozenSet<string> Ties = Set(
        "lazos vinculos compromiso compromisos alianza alianzas relaciones relacion amistad cooperacion colaboracion voluntad apoyo interes confianza esfuerzos dialogo hermandad nexos asociacion " +
        "ties commitment commitments bonds bond relations relationship friendship cooperation partnership partnerships support dialogue engagement efforts pledge alliance links");

    /// <summary>Parts of an agreement by which the whole is meant: “ampliaron la vigencia del convenio”.</summary>
    public static readonly FrozenSet<string> Parts = Set("vigencia plazo duracion termino validez texto term validity duration text period periodo contenido firma suscripcion renovacion prorroga ratificacion negociacion negociaciones signing renewal extension ratification signature termination terminacion negotiation negotiations");

    /// <summary>Acts that need no object but have the agreement as their subject.</summary>
    public static bool IsOfItself(AgreementAct act) => act is AgreementAct.EntryIntoForce or AgreementAct.Expiry;

    /// <summary>The act that a verb at a place tells, if an agreement is its object or subject.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="at">The place.</param>
    /// <returns>The act and the place after the words that tell it; null where no such verb stands here.</returns>
    public static (AgreementAct Act, int End)? VerbAt(Line line, int at)
    {
        if (Turns.At(line.Tokens, at) is { } turn)
            return turn;
        return line.VerbAt(at) is { } verb && Verbs.TryGetValue(verb.Lemma, out var act) ? (act, at + 1) : null;
    }

    /// <summary>The act that a noun at a place tells.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="at">The place.</param>
    public static (AgreementAct Act, int End)? NounAt(Line line, int at)
    {
        if (!Nouns.TryGetValue(line[at], out var act) || line.VerbAt(at) is { IsFinite: true })
            return null;
        if (act is not AgreementAct.EntryIntoForce)
            return (act, at + 1);
        return line[at + 1] is "en" or "into" && line[at + 2] is "vigor" or "vigencia" or "force" ? (act, at + 3) : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, AgreementAct> Index(params (AgreementAct Act, string Words)[] lines) =>
        lines.SelectMany(l => l.Words.Split(' ').Select(w => (w, l.Act))).ToFrozenDictionary(e => e.w, e => e.Act, StringComparer.Ordinal);
}
