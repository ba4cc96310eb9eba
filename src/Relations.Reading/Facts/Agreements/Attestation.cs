using Relations.Domain.Agreements;
using Relations.Domain.Time;

namespace Relations.Reading.Facts.Agreements;

/// <summary>The state that a text says an agreement is in.</summary>
/// <param name="Status">The state.</param>
/// <param name="Since">Since when.</param>
/// <param name="Passage">The words that say it.</param>
/// <param name="Holders">The organisations said to have it.</param>
internal sealed record Attestation(AgreementStatus Status, EdtfDate? Since, Passage Passage, IReadOnlyList<string> Holders);

/// <summary>Reads in which state an agreement is said to be: “cuentan con un convenio desde 1992”, “vigente”, “en negociación”, “proyecto de convenio”.</summary>
/// <param name="actors">Tells who acts in a sentence.</param>
/// <param name="pairs">Whom “both institutions” means.</param>
internal sealed class AttestationReader(Actors actors, PairReader pairs)
{
    private static readonly PhraseBook<AgreementStatus> Around = new(
    [
        ("vigente|vigentes", AgreementStatus.InForce), ("en vigor|vigencia|vigente", AgreementStatus.InForce), ("in force|effect", AgreementStatus.InForce),
        ("en ?proceso ?de negociacion", AgreementStatus.Negotiating), ("under|in negotiation", AgreementStatus.Negotiating), ("being negotiated", AgreementStatus.Negotiating),
        ("negociacion|negociaciones de|del|of", AgreementStatus.Negotiating), ("negotiation|negotiations of|on|for", AgreementStatus.Negotiating),
        ("proyecto|borrador|propuesta de|del", AgreementStatus.Proposed), ("draft|proposed", AgreementStatus.Proposed), ("proposal for", AgreementStatus.Proposed),
        ("vencido|expirado|expired|caducado", AgreementStatus.Expired), ("suspendido|suspended", AgreementStatus.Suspended),
    ]);

    /// <summary>The state that the sentence of a name says; null where it says none.</summary>
    /// <param name="instrument">The instrument.</param>
    public Attestation? Of(Instrument instrument) => Held(instrument) ?? Described(instrument);

    /// <summary>“X y Y cuentan con un convenio … desde 1992”.</summary>
    private Attestation? Held(Instrument instrument)
    {
        var line = instrument.Line;
        var verb = Verb(line, instrument.Before);
        if (verb < 0 || Assertion.Of(line.Sentence, verb) is not { Standing: Standing.Asserted, Tense: not Tense.Future } said)
            return null;
        var past = said.Tense is Tense.Past && line.VerbAt(verb) is { Form: Verbs.VerbForm.Past } && line[verb - 1] is not ("have" or "has" or "ha" or "han");
        var since = line.DatesIn(verb, instrument.First).FirstOrDefault(d => d is { Link: Dates.DateLink.Since, Date: not null })?.Date ?? Since(line, instrument.End);
        if (past && since is null)
            return null;
        var subject = pairs.In(line, 0, verb);
        var holders = subject.Count > 0 ? subject : actors.In(line, 0, verb);
        return new(AgreementStatus.InForce, since, line.PassageOf(verb, instrument.End), Actors.Organisations(holders));
    }

    // “cuentan con”, “tienen”, “mantienen vigente”, “existe”, “have”, “maintain”: right before the name.
    private static int Verb(Line line, int before)
    {
        for (var i = before; i >= Math.Max(0, before - 9); i--)
        {
            if (line[i] is "," or "desde" or "since" || line.DateAt(i) is not null)
                continue;
            if (line.VerbAt(i) is { Lemma: "contar" or "tener" or "mantener" or "existir" or "disponer" or "have" or "maintain" } || line[i] is "have" or "has" or "hay" or "existe" or "existen" or "cuentan" or "cuenta" or "tienen" or "tiene" or "maintain" or "exists" or "is" && line[i - 1] is "there")
                return i;
            if (line[i] is not ("con" or "vigente" or "actualmente" or "ya" or "con" or "also" or "already" or "currently" or "in" or "place" or "tambien" or "ademas" or "hoy" or "en" or "vigor" or "entre" or "un"))
                return -1;
        }

        return -1;
    }

    private static Attestation? Described(Instrument instrument)
    {
        var line = instrument.Line;
        foreach (var (status, start, end) in Around.In(line.Tokens, instrument.First - 4, Math.Min(line.Count, instrument.End + 30)))
        {
            var behind = start >= instrument.End;
            if (behind ? !IsSaidOfIt(line, instrument, start, status) : !IsRightBefore(line, instrument, end, status))
                continue;
            if (start >= instrument.First && start < instrument.End)
                continue;
            return new(status, behind ? Since(line, start) : null, line.PassageOf(Math.Min(start, instrument.First), Math.Max(end, instrument.End)), []);
        }

        return null;
    }

    private static bool IsRightBefore(Line line, Instrument instrument, int end, AgreementStatus status) =>
        status is AgreementStatus.Negotiating or AgreementStatus.Proposed or AgreementStatus.InForce && end <= instrument.First
        && end >= instrument.Before && (status is not AgreementStatus.InForce || end == instrument.First) && !line.HasFinite(end, instrument.First);

    /// <summary>Behind the name: as an adjective, or by “está”, “sigue”, “remains”, not denied and not to come.</summary>
    private static bool IsSaidOfIt(Line line, Instrument instrument, int start, AgreementStatus status)
    {
        if (status is AgreementStatus.Proposed || Enumerable.Range(instrument.End, start - instrument.End).Any(i => line[i] is ";" or ":" or "y" && line.HasFinite(i, start)))
            return false;
        for (var i = instrument.End; i < start; i++)
        {
            if (!line.IsFinite(i) || line[i] is "signed" or "suscrito" or "concluded" or "reached" or "adopted" && VerbGroup.Around(line.Tokens, i).Start == i)
                continue;
            if (line.VerbAt(i) is not { Lemma: "estar" or "seguir" or "continuar" or "permanecer" or "encontrar" or "mantener" or "remain" or "be" or "continue" or "ser" or "hallar" } && line[i] is not ("is" or "are" or "esta" or "estan" or "remains" or "sigue" or "continua" or "permanece" or "encuentra" or "has" or "ha" or "mantiene"))
                return false;
            if (Assertion.Of(line.Sentence, i) is not { Standing: Standing.Asserted, Tense: not Tense.Future } || line[i - 1] is "no" || line[i + 1] is "not" or "no" or "longer")
                return false;
        }

        return line[start - 1] is not ("no" or "not" or "longer" or "entrar" or "entro" or "entrara" or "ya" or "una" or "su" or "la" or "entrada" or "into");
    }

    /// <summary>“desde el año 1992” in the same clause: before another clause begins with a verb of its own.</summary>
    private static EdtfDate? Since(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
        {
            if (line[i] is ";" || line.IsFinite(i) && line[i] is not ("signed" or "suscrito"))
                return null;
            if (line.DateAt(i) is { Link: Dates.DateLink.Since, Date: { } date })
                return date;
        }

        return null;
    }
}
