using Relations.Domain.Agreements;
using Relations.Domain.Time;

namespace Relations.Reading.Facts.Agreements;

/// <summary>Reads how long an agreement runs, how it goes on and how one leaves it.</summary>
internal static class TermReader
{
    private static readonly PhraseBook<bool> Lasting = new(
    [
        ("vigencia|duracion|validez|valido|valida|vigente|duration|validity|valid|lasts|term|plazo", true), ("in force|effect for", true), ("en vigor por|durante", true), ("for a|an ?initial period|term of", true),
        ("por un periodo|plazo|termino", true), ("regira por|durante", true), ("will|shall last", true), ("runs|run for", true), ("estara vigente", true),
    ]);

    private static readonly PhraseBook<RenewalMode> Renewals = new(
    [
        ("renov*|prorrog* ~4 automatica|automatico|automaticamente|tacita|tacitamente|automaticas", RenewalMode.Automatic), ("automatica|tacita|automaticamente ~2 renov*|prorrog*", RenewalMode.Automatic),
        ("automatic|automatically|tacitly|tacit ~2 renew*|extend*|extension", RenewalMode.Automatic), ("renew*|extend* ~3 automatically|tacitly", RenewalMode.Automatic),
        ("renov*|prorrog* ~6 canje|intercambio|cruce de notas|cartas|comunicaciones", RenewalMode.ByExchangeOfLetters), ("renew*|extend* ~6 exchange of letters|notes", RenewalMode.ByExchangeOfLetters),
        ("no renovable|prorrogable", RenewalMode.None), ("sin renovacion", RenewalMode.None), ("not|non-renewable|nonrenewable renewable", RenewalMode.None),
    ]);

    private static readonly PhraseBook<bool> Notices = new(
    [
        ("anticipacion|antelacion|preaviso|aviso", true), ("notice|advance", true),
    ]);

    /// <summary>What a sentence says of an agreement's conditions.</summary>
    /// <param name="line">The sentence.</param>
    /// <param name="from">From which word on.</param>
    /// <param name="to">Up to which word.</param>
    /// <returns>The conditions, with the words that say them; null where it says none.</returns>
    public static (AgreementConditions Conditions, Passage Passage)? In(Line line, int from, int to)
    {
        var (term, first, end) = Term(line, from, to);
        var (renewal, months, renewalStart, renewalEnd) = Renewal(line, from, to, term?.Months);
        var (notice, noticeStart, noticeEnd) = Notice(line, from, to);
        if (term is null && renewal is RenewalMode.Unknown && notice is null)
            return null;
        var passage = line.PassageOf(Math.Min(first, Math.Min(renewalStart, noticeStart)), Math.Max(end, Math.Max(renewalEnd, noticeEnd)));
        return (new(term ?? AgreementTerm.Unknown, renewal, months, notice), passage);
    }

    private static (AgreementTerm? Term, int Start, int End) Term(Line line, int from, int to)
    {
        foreach (var (_, start, end) in Lasting.In(line.Tokens, from, to))
        {
            if (Months(line, end, Math.Min(to, end + 9)) is { } lasting && !IsAboutElse(line, start))
                return (AgreementTerm.Lasting(lasting.Months), start, lasting.End);
            if (IsIndefinite(line, start, Math.Min(to, end + 4)) is { } at)
                return (AgreementTerm.OpenEnded, start, at + 1);
            if (line.DatesIn(end, Math.Min(to, end + 9)).FirstOrDefault(d => d is { Link: Dates.DateLink.Until, Date: not null }) is { Date: { } until } date)
                return (AgreementTerm.EndingOn(LastOf(until)), start, line.IndexAt(date.Passage.End));
        }

        return Compound(line, from, to);
    }

    // "five-year agreement", "convenio a cinco años", "convenio de cinco años de duración"
    private static (AgreementTerm? Term, int Start, int End) Compound(Line line, int from, int to)
    {
        for (var i = Math.Max(0, from - 4); i < to; i++)
        {
            if (line[i] is [.., '-', 'y', 'e', 'a', 'r'] && Numerals.Of(line[i][..^5]) is { } years && i < from)
                return (AgreementTerm.Lasting(12 * years), i, i + 1);
            if (line[i] is "por" or "for" && IsSigned(line, i) && Months(line, i + 1, Math.Min(to, i + 3)) is { } signed && line[signed.End] is not ("mas" or "more" or "adicionales" or "additional"))
                return (AgreementTerm.Lasting(signed.Months), i, signed.End);
            if (line[i] is "vigencia" or "duracion" && line[i - 1] is "de" && line[i - 2] is "anos" or "meses" && Numerals.Of(line[i - 3]) is { } number)
                return (AgreementTerm.Lasting(line[i - 2] is "anos" ? 12 * number : number), i - 3, i + 1);
        }

        return (null, int.MaxValue, 0);
    }

    /// <summary>“Suscrito el 10 de enero de 2021 por tres años”, “signed for three years”.</summary>
    private static bool IsSigned(Line line, int at) =>
        Enumerable.Range(Math.Max(0, at - 14), Math.Min(14, at)).Any(i => line.VerbAt(i) is { Lemma: "suscribir" or "firmar" or "sign" })
        && !Enumerable.Range(Math.Max(0, at - 14), Math.Min(14, at)).Any(i => line.VerbAt(i) is { Lemma: "renovar" or "renew" or "prorrogar" or "extend" or "extender" or "ampliar" });

    /// <summary>An end that is given as the end of an open interval is the day itself.</summary>
    private static EdtfDate LastOf(EdtfDate until) =>
        until.ToString()!.Split('/') is [_, { Length: > 2 } end] && EdtfDate.TryParse(end, out var day) ? day : until;

    /// <summary>“En el plazo de dos meses”, “in the long term”: no term of an agreement.</summary>
    private static bool IsAboutElse(Line line, int at) =>
        line[at] is "plazo" or "term" or "periodo" or "period" && (line[at - 1] is "el" or "largo" or "mediano" or "corto" or "short" or "long" or "medium" || line[at - 2] is "en" or "in" or "within" or "dentro");

    private static (int Months, int End)? Months(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (line[i] is "hasta" or "until" or "desde")
                return null;
            if (Numerals.Of(line[i]) is not { } number || line[i] is "un" or "una" && line[i + 1] is not ("ano" or "mes"))
                continue;
            // "cinco (5) años", "5 (cinco) años"
            var unit = line[i + 1] is "(" ? i + 4 : i + 1;
            if (line[unit] is "anos" or "ano" or "years" or "year")
                return (12 * number, unit + 1);
            if (line[unit] is "meses" or "mes" or "months" or "month")
                return (number, unit + 1);
        }

        return null;
    }

    private static int? IsIndefinite(Line line, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (line[i] is "indefinida" or "indefinido" or "indefinidamente" or "indeterminada" or "indefinite" or "indefinitely" or "indeterminate" or "permanente")
                return i;
        }

        return line[from - 1] is "indefinite" ? from : null;
    }

    private static (RenewalMode Mode, int? Months, int Start, int End) Renewal(Line line, int from, int to, int? term)
    {
        foreach (var (mode, start, end) in Renewals.In(line.Tokens, from, to))
        {
            var same = Enumerable.Range(end, Math.Max(0, Math.Min(to, end + 7) - end)).Any(i => line[i] is "iguales" or "igual" or "equal" or "same");
            return (mode, mode is RenewalMode.None ? null : Months(line, end, Math.Min(to, end + 8))?.Months ?? (same ? term : null), start, end);
        }

        return (RenewalMode.Unknown, null, int.MaxValue, 0);
    }

    /// <summary>“con tres meses de anticipación”, “three months’ notice”.</summary>
    private static (int? Months, int Start, int End) Notice(Line line, int from, int to)
    {
        foreach (var (_, start, end) in Notices.In(line.Tokens, from, to))
        {
            for (var i = Math.Max(from, start - 7); i < Math.Min(to, end + 5); i++)
            {
                if (Numerals.Of(line[i]) is not { } number)
                    continue;
                var unit = line[i + 1] is "(" ? i + 4 : i + 1;
                if (line[unit] is "meses" or "mes" or "months" or "month")
                    return (number, Math.Min(i, start), Math.Max(end, unit + 1));
                if (line[unit] is "dias" or "days" or "day" && number % 30 == 0)
                    return (number / 30, Math.Min(i, start), Math.Max(end, unit + 1));
            }
        }

        return (null, int.MaxValue, 0);
    }
}
