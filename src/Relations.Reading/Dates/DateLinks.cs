using System.Collections.Frozen;
using Relations.Reading.Text;

namespace Relations.Reading.Dates;

/// <summary>Tells from the words before a date how it is tied to what is said of it.</summary>
internal static class DateLinks
{
    private static readonly FrozenSet<string> ForArranged = DateWords.Set(
        "reunion reuniones encuentro sesion visita cita meeting session visit invito invitaron previsto prevista previstas previstos programado programada convocado convocada " +
        "fijado fijada agendado agendada celebrarse realizarse scheduled planned set");

    /// <summary>How a date is tied.</summary>
    /// <param name="tokens">The words of its sentence.</param>
    /// <param name="from">Its first token.</param>
    /// <param name="date">The date.</param>
    public static DateLink Of(IReadOnlyList<Token> tokens, int from, WrittenDate date)
    {
        var at = from - 1;
        var isPeriod = false;
        for (var n = 0; n < 4 && at > 0 && DateWords.Lead.Contains(tokens[at].Folded) && !(tokens[at].Folded is "from"); n++)
        {
            isPeriod |= tokens[at].Folded is "periodo" or "period" or "bienio" or "trienio" or "quinquenio";
            at--;
        }

        var isInterval = date is CalendarDate { End: not null };
        string Word(int i) => i >= 0 ? tokens[i].Folded : "";
        return (Word(at), Word(at - 1)) switch
        {
            ("durante" or "during" or "throughout" or "entre" or "between", _) => DateLink.During,
            ("largo", "lo") => DateLink.During,
            (_, _) when isInterval && (isPeriod || date is CalendarDate { Start.Month: null }) => DateLink.During,
            ("desde" or "from", _) when isInterval => DateLink.During,
            ("desde" or "since" or "from", _) or ("partir", "a") or ("as", _) => DateLink.Since,
            ("hasta" or "until" or "till" or "by" or "before" or "through" or "antes" or "tardar" or "later", _) => DateLink.Until,
            ("than", "later") => DateLink.Until,
            ("para", _) => IsArranged(tokens, at) ? DateLink.On : DateLink.Until,
            _ => isInterval && Word(from - 1) is "del" or "de" && date is CalendarDate { End: not null } ? DateLink.During : DateLink.On,
        };
    }

    private static bool IsArranged(IReadOnlyList<Token> tokens, int at)
    {
        for (var i = Math.Max(0, at - 8); i < at; i++)
        {
            if (ForArranged.Contains(tokens[i].Folded))
                return true;
        }

        return false;
    }
}
