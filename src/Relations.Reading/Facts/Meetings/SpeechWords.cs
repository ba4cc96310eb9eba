using System.Collections.Frozen;

namespace Relations.Reading.Facts.Meetings;

/// <summary>The words that say that somebody said something.</summary>
internal static class SpeechWords
{
    /// <summary>Verbs of saying.</summary>
    public static FrozenSet<string> Verbs { get; } = FrozenSet.ToFrozenSet(
        ("senalar destacar afirmar expresar indicar manifestar subrayar agregar anadir decir declarar comentar explicar precisar sostener asegurar recalcar resaltar "
        + "enfatizar mencionar puntualizar remarcar reiterar concluir apuntar advertir anunciar informar recordar opinar considerar aseverar acotar aclarar detallar insistir "
        + "sentenciar finalizar valorar exponer reconocer responder reflexionar referir comunicar relatar saludar agradecer lamentar felicitar celebrar confirmar ratificar reafirmar "
        + "say state note stress add emphasise emphasize highlight underline underscore remark declare tell explain comment affirm point observe recall reiterate conclude "
        + "announce mention write acknowledge thank welcome reaffirm express confirm argue insist believe reply urge warn").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Verbs that give what they introduce its weight, so that a noun may follow: “destacó la importancia de”.</summary>
    public static FrozenSet<string> Weighing { get; } = FrozenSet.ToFrozenSet(
        "destacar resaltar subrayar enfatizar recalcar remarcar reiterar valorar agradecer reconocer saludar highlight stress underline underscore emphasise emphasize reiterate thank acknowledge welcome".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Words before a name that say whose words these are.</summary>
    public static IReadOnlyList<string> Attributions { get; } = ["de acuerdo con", "de acuerdo a", "en palabras de", "a decir de", "a juicio de", "segun", "according to", "in the words of"];
}
