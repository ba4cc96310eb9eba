using System.Collections.Frozen;

namespace Relations.Reading.Facts.Meetings;

/// <summary>The words that meetings are told with, folded, in both languages.</summary>
internal static class MeetingWords
{
    /// <summary>Nouns that are a meeting by themselves.</summary>
    public static FrozenSet<string> Nouns { get; } = Words(
        "reunion encuentro audiencia sesion cumbre entrevista asamblea conversaciones consultas meeting talks session summit audience encounter consultations assembly");

    /// <summary>Nouns that are a meeting where organisations are said to hold it with each other, or that point back to one.</summary>
    public static FrozenSet<string> LesserNouns { get; } = Words(
        "cita ronda mesa dialogo conferencia foro conversatorio jornada taller seminario visita videoconferencia llamada "
        + "round dialogue conference forum workshop seminar visit videoconference call discussions gathering");

    /// <summary>Verbs that say of such a noun, as their object, that it takes place.</summary>
    public static FrozenSet<string> Holding { get; } = Words(
        "sostener mantener tener celebrar realizar efectuar llevar desarrollar organizar presidir encabezar liderar inaugurar instalar clausurar iniciar concluir "
        + "culminar participar asistir acudir concretar finalizar terminar abrir intervenir auspiciar acoger moderar hacer "
        + "hold have conduct convene host attend chair open conclude participate take co-chair lead inaugurate organise organize join pay close make");

    /// <summary>Verbs that say of such a noun, as their subject, that it takes place.</summary>
    public static FrozenSet<string> Happening { get; } = Words(
        "llevar tener realizar celebrar desarrollar efectuar concluir culminar iniciar comenzar finalizar terminar contar reunir congregar servir permitir abordar "
        + "presidir encabezar inaugurar clausurar instalar producir concretar ocurrir lugar liderar sesionar organizar moderar tratar centrar versar girar "
        + "hold take conclude begin start end open close bring gather serve chair attend host inaugurate convene organise organize cover focus lead discuss address provide occur happen review");

    /// <summary>Verbs that say that a meeting is planned.</summary>
    public static FrozenSet<string> Planning { get; } = Words("prever programar agendar fijar convocar planificar schedule plan convene set");

    /// <summary>Verbs that call a meeting off.</summary>
    public static FrozenSet<string> CallingOff { get; } = Words("cancelar suspender anular cancel call suspend");

    /// <summary>Verbs that put a meeting off.</summary>
    public static FrozenSet<string> PuttingOff { get; } = Words("posponer postergar aplazar reprogramar diferir trasladar mover postpone reschedule defer move");

    /// <summary>Verbs of receiving somebody.</summary>
    public static FrozenSet<string> Receiving { get; } = Words("recibir receive host welcome acoger");

    /// <summary>Verbs of visiting.</summary>
    public static FrozenSet<string> Visiting { get; } = Words("visitar visit");

    /// <summary>Words that begin what the encounter was for or where it was, after those who met.</summary>
    public static IReadOnlyList<string> Ends { get; } =
    [
        "con el fin", "con el objetivo", "con el proposito", "con el objeto", "con la finalidad", "con la intencion", "con motivo", "con ocasion", "con miras",
        "con quien", "con quienes", "con la que", "con el que", "a quien", "a quienes", "en la que", "en el que", "en donde", "en la cual", "en el marco", "en ocasion", "a fin de",
        "en torno", "en relacion", "en la sede", "en las instalaciones", "en las oficinas", "en el despacho", "durante la cual", "durante el cual",
        "con vistas", "para", "sobre", "acerca", "donde", "quien", "quienes", "cuyo", "cuya", "cuando", "mientras",
        "in order", "with a view", "with the aim", "with the objective", "with the purpose", "with whom", "in the framework", "in the context", "as part", "on the occasion",
        "during which", "in which", "at which", "at the headquarters", "on the sidelines", "on the margins", "regarding", "concerning", "about", "where", "who", "which", "while", "aimed",
    ];

    /// <summary>Words before a noun that say it stands for something other than the meeting told of.</summary>
    public static IReadOnlyList<string> Settings { get; } =
    [
        "en el marco de", "en el marco del", "al margen de", "al margen del", "en ocasion de", "en ocasion del", "con ocasion de", "con ocasion del", "con motivo de", "con motivo del",
        "en visperas de", "previo a", "previa a", "con miras a", "rumbo a", "on the sidelines of", "on the margins of", "in the framework of", "in the context of",
        "in the lead-up to", "ahead of", "on the occasion of", "in preparation for", "de cara a",
    ];

    /// <summary>Words that say a noun means another, earlier encounter.</summary>
    public static FrozenSet<string> Earlier { get; } = Words("ultima ultimo anterior previa previo pasada pasado last previous earlier former");

    /// <summary>Words that say a noun means the encounter to come.</summary>
    public static FrozenSet<string> Next { get; } = Words("proxima proximo siguiente next upcoming forthcoming futura futuro follow-up");

    /// <summary>Words that make a noun mean no encounter in particular.</summary>
    public static FrozenSet<string> Generic { get; } = Words(
        "periodicas periodica regulares regular reuniones encuentros meetings anuales frecuentes cada prensa press entrevistas sesiones periodic biannual");

    /// <summary>The words that point back to a meeting: “dicha reunión”, “the meeting”.</summary>
    public static FrozenSet<string> Demonstratives { get; } = Words("dicha dicho esta este esa ese aquella aquel mencionada mencionado this that said nuestra nuestro our");

    /// <summary>Definite articles.</summary>
    public static FrozenSet<string> Articles { get; } = Words("la el las los the del al");

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
