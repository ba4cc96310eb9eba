using System.Collections.Frozen;

namespace Relations.Reading.Facts.Meetings;

/// <summary>What a line of minutes or of a form is headed as.</summary>
internal enum Label
{
    /// <summary>Something that is no part of a meeting.</summary>
    Other,

    /// <summary>“Asistentes:”, “Por la OIM:”.</summary>
    Attendance,

    /// <summary>“Excusas:”, “Apologies:”, “cc:”.</summary>
    Absence,

    /// <summary>“Agenda:”, “Temas tratados:”.</summary>
    Topics,

    /// <summary>“Acuerdos:”, “Decisions:”.</summary>
    Outcomes,

    /// <summary>“Próximos pasos:”, “Action items:”.</summary>
    NextSteps,

    /// <summary>“Fecha:”, “Lugar:”, “Modalidad:”.</summary>
    Setting,
}

/// <summary>Reads the labels of lines: “Asistentes:”, “2. Temas tratados:”, “Lugar: sede de la OEA”.</summary>
internal static class Labels
{
    /// <summary>The longest label, in tokens.</summary>
    private const int Longest = 9;

    private static readonly (Label Label, FrozenSet<string> Words)[] Known =
    [
        (Label.Absence, Words("excusas excusados ausentes ausencias apologies absent regrets")),
        (Label.Other, Words("cc copia contacto contact from to de para subject asunto sent enviado responsable responsible elaborado prepared")),
        (Label.NextSteps, Words("proximos next action actions pasos")),
        (Label.Attendance, Words("asistentes participantes asistencia presentes participacion asistieron participaron delegados delegacion attendees participants present attendance attended delegates delegation")),
        (Label.Topics, Words("agenda temas tema temario topics items puntos orden discussed discussion")),
        (Label.Outcomes, Words("acuerdos conclusiones decisiones resoluciones decisions conclusions resolutions outcomes agreed resultados")),
        (Label.Setting, Words("fecha lugar modalidad formato date place venue location format hora time fecha/lugar day dia")),
    ];

    /// <summary>The label that a line begins with, and the first token after it; null where it has none.</summary>
    /// <param name="view">The line.</param>
    public static (Label Label, int After)? Of(SentenceView view)
    {
        var colon = -1;
        for (var i = 1; i < Math.Min(Longest, view.Tokens.Count); i++)
        {
            if (view.Tokens[i].Written is ":")
            {
                colon = i;
                break;
            }
        }

        // A heading alone on its line is a label too where all of its words are short and known: “Asistentes”.
        var end = colon > 0 ? colon : view.Tokens.Count is > 0 and <= 4 && view.IsHeading && view.Verbs.Count == 0 ? view.Tokens.Count : -1;
        if (end < 0)
            return null;
        var first = Enumerable.Range(0, end).FirstOrDefault(i => char.IsLetter(view.Tokens[i].Written[0]) && view.Word(i) is not ("los" or "las" or "the" or "el" or "la"), -1);
        foreach (var (label, words) in Known)
        {
            if (first >= 0 && (words.Contains(view.Word(first)) || (label is Label.Attendance or Label.Topics && end - first <= 5 && Enumerable.Range(first, end - first).Any(i => words.Contains(view.Word(i)) && view.Word(i) is not "present"))))
                return (label, colon > 0 ? colon + 1 : end);
        }

        if (colon > 0 && first >= 0 && view.Word(first) is "por" or "for" or "on" && view.Organisations.Any(o => view.TokenAt(o.Passage.Offset) < colon))
            return (Label.Attendance, colon + 1);
        return colon > 0 && view.Verbs.All(v => v.At > colon) ? (Label.Other, colon + 1) : null;
    }

    /// <summary>The first token of a line that is no bullet and no number.</summary>
    /// <param name="view">The line.</param>
    /// <param name="from">Where to begin.</param>
    public static int PastBullet(SentenceView view, int from)
    {
        while (from < view.Tokens.Count && (!view.Tokens[from].IsWord || char.IsDigit(view.Tokens[from].Written[0]) || (view.Tokens[from].Written.Length == 1 && view.Word(from + 1) is ")" or ".")))
            from++;
        if (from + 1 < view.Tokens.Count && IsOrdinal(view.Word(from)) && view.Word(from + 1) is "." or ":" or ")")
            return PastBullet(view, from + 2);
        return from;
    }

    // “Primero. Aprobar …”
    private static bool IsOrdinal(string word) => word is "primero" or "segundo" or "tercero" or "cuarto" or "quinto" or "sexto" or "septimo" or "octavo" or "noveno" or "decimo" or "primera" or "segunda" or "tercera" or "cuarta" or "quinta"
        or "unico" or "first" or "second" or "third" or "fourth" or "fifth";

    private static FrozenSet<string> Words(string words) => FrozenSet.ToFrozenSet(words.Split(' '), StringComparer.Ordinal);
}
