using System.Collections.Frozen;

namespace Relations.Reading.Facts.Commitments;

/// <summary>The words by which somebody undertakes something.</summary>
internal static class UndertakingWords
{
    /// <summary>What binds the one who says it; what follows is undertaken.</summary>
    public static readonly PhraseBook<bool> Binding = new(
    [
        ("se comprometio|comprometieron|compromete|comprometen ~1 a|en", true), ("se ha|han comprometido a", true), ("se obligo|obligaron|obliga|obligan a", true),
        ("asumio|asumieron|asume|asumen el compromiso de", true), ("adquirio|adquirieron el compromiso de", true), ("quedo|quedaron en|de", true), ("queda|quedo encargado|encargada|encargados de", true),
        ("ofrecio|ofrecieron", true), ("prometio|prometieron", true),
        ("se ofrecio|ofrecieron a", true), ("acepto|aceptaron", true),
        ("committed|commits|commit|pledged|pledges|undertook|undertakes|promised to", true), ("committed|commits itself|themselves to", true), ("has|have committed|pledged|undertaken to", true), ("offered to", true),
    ]);

    /// <summary>Verbs of something that one can be seen to have done, such as sending a draft.</summary>
    private static readonly FrozenSet<string> Deliverable = Set(
        "enviar remitir presentar entregar elaborar compartir transmitir preparar designar confirmar convocar organizar proporcionar circular revisar facilitar aportar financiar donar publicar notificar informar nombrar redactar completar " +
        "trasladar actualizar consultar gestionar coordinar brindar otorgar desembolsar definir proponer responder consolidar difundir instalar capacitar realizar contratar asignar destinar someter formular ejecutar implementar administrar comunicar suministrar " +
        "cubrir asumir cofinanciar invertir acoger hospedar desplegar recopilar traducir contratar adquirir cover send submit present deliver prepare share provide confirm convene organise organize draft circulate review finalise finalize appoint nominate designate complete update consult coordinate transfer disburse fund finance contribute donate publish notify inform host supply " +
        "develop revise follow report arrange issue hold pay manage implement assign return forward train establish produce set identify make give deploy allocate invest compile translate upload recruit hire procure issue disburse mobilise mobilize earmark grant");

    /// <summary>Verbs of giving: who is plainly said to give something undertakes it, also without a day.</summary>
    private static readonly FrozenSet<string> Giving = Set(
        "aportar donar financiar cofinanciar destinar desembolsar contribuir otorgar invertir acoger hospedar desplegar asignar proporcionar suministrar poner "
        + "provide contribute donate fund finance co-finance cofinance disburse allocate invest host deploy supply grant earmark mobilise mobilize give");

    /// <summary>Verbs of good will: to go on working together is no commitment that could be kept or broken.</summary>
    private static readonly FrozenSet<string> GoodWill = Set(
        "seguir continuar trabajar fortalecer impulsar promover reforzar profundizar cooperar colaborar avanzar contribuir apoyar respaldar mantener estrechar consolidar fomentar velar luchar ampliar intensificar defender respetar potenciar sumar redoblar mejorar garantizar " +
        "work continue strengthen promote deepen support cooperate enhance advance foster collaborate intensify uphold maintain keep help improve ensure remain build expand pursue explore");

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a verb is one of giving something.</summary>
    /// <param name="lemma">The verb.</param>
    public static bool IsGiving(string lemma) => Giving.Contains(lemma);

    /// <summary>Whether a verb is one of delivering something.</summary>
    /// <param name="lemma">The verb.</param>
    public static bool IsDeliverable(string lemma) => Deliverable.Contains(lemma);

    /// <summary>Whether a verb announces what its subject will do; one that agrees alone to do it does so too.</summary>
    /// <param name="lemma">The verb.</param>
    public static bool IsAnnouncing(string lemma) => lemma is "anunciar" or "announce" or "confirmar" or "confirm" or "adelantar" or "acordar" or "agree" or "convenir" or "declare" or "declarar" or "asegurar";

    /// <summary>Whether a verb tells no more than good will.</summary>
    /// <param name="folded">The verb as it stands, folded.</param>
    public static bool IsGoodWill(string folded) => GoodWill.Contains(folded);

    /// <summary>Whether a heading opens a list of what was undertaken: “Acuerdos”, “Action items”.</summary>
    /// <param name="line">The line.</param>
    public static bool IsHeadingOfActions(Line line) => line.Count is > 0 and < 8
        && Enumerable.Range(0, line.Count).Any(i => line[i] is "acuerdos" or "compromisos" or "acciones" or "tareas" or "pendientes" or "actions" or "action" or "commitments" or "pasos" or "steps" or "follow-up" or "seguimiento" or "agreements" or "to-do");

    /// <summary>Whether a heading opens something else and so ends such a list.</summary>
    /// <param name="line">The line.</param>
    public static bool IsOtherHeading(Line line) => line.Count is > 0 and < 8 && line[line.Count - 1] is ":" || (line.IsHeading && line.Count < 8 && line.Tokens.All(t => !t.IsWord || t.IsCapitalised || t.Written.Length < 4));

    /// <summary>What labels one who is to see to an item, or its day.</summary>
    public static readonly PhraseBook<ItemLabel> Labels = new(
    [
        ("responsable|responsables|encargado|encargada|responsible|owner|lead :", ItemLabel.Responsible), ("responsible party|person|unit :", ItemLabel.Responsible), ("a cargo de ?:", ItemLabel.Responsible),
        ("plazo|vencimiento|due|deadline|fecha|limite|date :", ItemLabel.Due), ("fecha limite|limite :", ItemLabel.Due), ("fecha de entrega|cumplimiento|vencimiento :", ItemLabel.Due), ("due|target date ?:", ItemLabel.Due), ("due by|on", ItemLabel.Due),
        ("accion|tarea|compromiso|action|task|item|acuerdo :", ItemLabel.Action), ("accion|action|acuerdo|compromiso|item # :|.|-|)", ItemLabel.Action), ("action item ?# ?:", ItemLabel.Action),
    ]);

    /// <summary>Words that lead to the day on which something is due.</summary>
    public static readonly FrozenSet<string> BeforeDue = Set("a mas tardar antes de del el hasta para by no later than on or before the until y que dia plazo en in during durante dentro within at latest ( , -");
}

/// <summary>What a label in a list of actions stands before.</summary>
internal enum ItemLabel
{
    /// <summary>The action itself.</summary>
    Action,

    /// <summary>Who is to see to it.</summary>
    Responsible,

    /// <summary>When it is due.</summary>
    Due,
}
