using Relations.Domain.Projects;
using Relations.Domain.Time;
using Relations.Reading.Facts.Agreements;
using Relations.Reading.Facts.Verbs;

namespace Relations.Reading.Facts.Projects;

/// <summary>Reads what a sentence says of a project: who takes part and how, over which period, how it stands and what it is for.</summary>
/// <param name="actors">Tells who acts in a sentence.</param>
/// <param name="agreements">The agreements of the text.</param>
/// <param name="pairs">Whom “both institutions” means.</param>
internal sealed class ProjectDetails(Actors actors, AgreementsRead agreements, PairReader pairs)
{
    private static readonly PhraseBook<ProjectRole> RoleWords = new(
    [
        ("financiado|financiada|financiados|financiadas|cofinanciado|cofinanciada|cofinanciados por", ProjectRole.Funding), ("funded|financed|co-funded|co-financed|cofinanced by", ProjectRole.Funding),
        ("con ?el financiamiento|financiacion|fondos|recursos|aporte|aportes ?financieros ?financiero de|del", ProjectRole.Funding), ("con ?el apoyo financiero de|del", ProjectRole.Funding),
        ("with funding|funds|financing|resources from|of|by", ProjectRole.Funding), ("with financial support|assistance from|of", ProjectRole.Funding), ("with the financial support of", ProjectRole.Funding),
        ("ejecutado|ejecutada|ejecutados|ejecutadas|implementado|implementada|implementados|implementadas|desarrollado|desarrollada|desarrollados ~6 por", ProjectRole.Implementing),
        ("implemented|executed|delivered ~6 by", ProjectRole.Implementing), ("carried out ?jointly by", ProjectRole.Implementing), ("organismo|entidad|agencia ejecutor|ejecutora|implementadora ~2 es|sera|:", ProjectRole.Implementing),
        ("implementing|executing agency|partner|body ~2 is|be|:", ProjectRole.Implementing), ("a cargo de|del", ProjectRole.Implementing), ("lleva|llevan|llevado a cabo ?por", ProjectRole.Implementing),
        ("junto|conjuntamente con|a", ProjectRole.Implementing), ("en alianza|asociacion|colaboracion|conjunto con", ProjectRole.Implementing),
        ("together|jointly with", ProjectRole.Implementing), ("in partnership|collaboration with", ProjectRole.Implementing),
        ("administrado|administrada|gestionado|gestionada|administrados por", ProjectRole.Extending), ("managed|administered by", ProjectRole.Extending),
        ("bajo la responsabilidad|supervision de|del", ProjectRole.Accountable), ("under the responsibility of", ProjectRole.Accountable),
    ]);

    private static readonly PhraseBook<ProjectStatus> StatusWords = new(
    [
        ("en ?plena ejecucion|marcha|curso|implementacion", ProjectStatus.Implementation), ("under way|implementation", ProjectStatus.Implementation), ("underway|ongoing", ProjectStatus.Implementation),
        ("cancelado|cancelled", ProjectStatus.Cancelled), ("suspendido|suspended", ProjectStatus.Suspended), ("aprobado|aprobada|approved", ProjectStatus.Pipeline), ("concluido|culminado|finalizado|completed", ProjectStatus.Closed),
    ]);

    private static readonly PhraseBook<bool> Aims = new(
    [
        ("dirigido|dirigidos|dirigida|orientado|orientados|orientada|destinado|destinados|destinada|encaminado|encaminados a|al", true), ("aimed at", true), ("designed|intended to", true),
        ("cuyo|cuya objetivo|finalidad|proposito ?principal es|sera|fue", true), ("que busca|buscan|tiene|tienen", true), ("con el objetivo|fin de", true), ("that|which aims|seeks to", true), ("para", true), ("to", true), ("on", true), ("sobre", true), ("de", true), ("for", true),
    ]);

    /// <summary>Verbs of running a project, with the role of who is their subject.</summary>
    private static ProjectRole? RoleOf(string lemma) => lemma switch
    {
        "financiar" or "fund" or "finance" or "cofinanciar" or "co-finance" or "cofinance" => ProjectRole.Funding,
        "ejecutar" or "implementar" or "desarrollar" or "llevar" or "realizar" or "implement" or "execute" or "carry" or "run" or "deliver" => ProjectRole.Implementing,
        "administrar" or "gestionar" or "manage" or "administer" => ProjectRole.Extending,
        _ => null,
    };

    private static bool IsRunning(string lemma) => RoleOf(lemma) is not null || lemma is "develop" or "close" or "cerrar" or "clausurar" or "iniciar" or "lanzar" or "launch" or "start" or "culminar" or "concluir" or "finalizar" or "complete" or "conclude" or "poner" or "inaugurar" or "aprobar" or "approve" or "tener" or "mantener" or "have" or "comenzar" or "begin" or "dar" or "coordinar" or "trabajar" or "contar" or "presentar" or "present" or "impulsar" or "unveil" or "promover";

    /// <summary>The verb that says how a project goes: the nearest of running one, before or after it.</summary>
    /// <param name="mention">The project.</param>
    /// <returns>The place of the verb; -1 where there is none.</returns>
    public static int Verb(ProjectMention mention)
    {
        var line = mention.Line;
        for (var i = mention.First - 1; i >= Math.Max(0, mention.First - 30); i--)
        {
            if (line.VerbAt(i) is { } verb && line.PersonAt(i) is null && IsRunning(verb.Lemma))
                return i;
            if (line[i] is ";" or ":")
                break;
        }

        for (var i = mention.End; i < Math.Min(line.Count, mention.End + 20); i++)
        {
            if (line.VerbAt(i) is { } verb && IsRunning(verb.Lemma) && (verb.IsFinite || VerbGroup.Around(line.Tokens, i).Start < i))
                return i;
            if (line[i] is ";" or "que" or "which")
                break;
        }

        return -1;
    }

    /// <summary>Who takes part, as far as the sentence says.</summary>
    /// <param name="mention">The project.</param>
    /// <param name="to">The place in the sentence where the next project is spoken of.</param>
    public IEnumerable<ProjectPart> Participants(ProjectMention mention, int to)
    {
        var line = mention.Line;
        if (mention.IsHeadline)
        {
            foreach (var organisation in actors.Joined(line.Tokens[mention.First].Written))
                yield return new(organisation, null);
        }

        var with = RoleWords.In(line.Tokens, mention.Count == 0 ? 0 : mention.First - 12, to).ToList();
        foreach (var (role, _, end) in with)
        {
            foreach (var organisation in Named(line, end).Concat(Actors.Organisations(actors.In(line, end - 1, EndOfActors(line, end)))).Distinct(StringComparer.Ordinal))
                yield return new(organisation, role);
        }

        var verb = Verb(mention);
        if (verb >= 0 && verb < mention.First && line.VerbAt(verb) is { } running && VerbGroup.Around(line.Tokens, verb) is { IsFinite: true } group && line[verb - 1] is not "se" && RoleOf(running.Lemma) is var active)
        {
            foreach (var organisation in Actors.Organisations(Subject(line, group.Start, verb)))
                yield return new(organisation, active);
        }

        if (mention.IsJoint)
        {
            foreach (var organisation in Actors.Organisations(actors.In(line, 0, line.Count)))
                yield return new(organisation, null);
        }

        foreach (var organisation in Between(line, mention.End))
            yield return new(organisation, null);
    }

    /// <summary>The two that a sentence takes as known, as those who run what it counts.</summary>
    /// <param name="mention">The projects.</param>
    public IEnumerable<ProjectPart> OfBoth(ProjectMention mention) => pairs.Before(mention.Line).Select(o => new ProjectPart(o, ProjectRole.Implementing));

    /// <summary>“con el financiamiento de los Estados Unidos”: the organisation that the words lead to at once.</summary>
    private static IEnumerable<string> Named(Line line, int at)
    {
        while (line[at] is "la" or "el" or "los" or "las" or "the" or "gobierno" or "government" or "de" or "del" or "of")
            at++;
        return line.OrganisationAt(at) is { } named ? [named.Key] : [];
    }

    /// <summary>Who runs it: those named before the verb, or the two that “ambas instituciones” or “they” means; “ejecutan además” is said of them too.</summary>
    private IReadOnlyList<Actor> Subject(Line line, int start, int verb)
    {
        var clause = Enumerable.Range(0, start).LastOrDefault(i => line[i] is ";", -1) + 1;
        if (pairs.In(line, clause, verb) is { Count: > 0 } both)
            return both;
        if (actors.In(line, clause, verb) is { Count: > 0 } named)
            return named;
        var isOfThem = Enumerable.Range(clause, Math.Max(0, start - clause)).Any(i => line[i] is "they" or "ellas" or "ellos" or "ambas" or "ambos" or "juntas" or "juntos" or "together") || (line.VerbAt(verb) is { IsPlural: true } && start <= clause + 3);
        return isOfThem ? [.. pairs.Before(line).Select(o => new Actor(o, null, start, verb))] : [];
    }

    // "proyecto X de la OIM y la CAN", "programme between the EU and CARICOM"
    private IEnumerable<string> Between(Line line, int end)
    {
        if (line[end] is not ("de" or "del" or "entre" or "between" or "of"))
            return [];
        var first = line[end + 1] is "la" or "el" or "los" or "las" or "the" ? end + 2 : end + 1;
        return line.OrganisationAt(first) is null ? [] : [line.OrganisationAt(first)!.Key, .. Actors.Organisations(actors.In(line, first, EndOfActors(line, first)))];
    }

    private static int EndOfActors(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
        {
            if (line.OrganisationAt(i) is null && line.PersonAt(i) is null
                && (line.IsFinite(i) || line[i] is ";" or "." or "para" or "que" or "en" or "in" or "to" or "which" or "con" or "with" or "durante" or "by" or "por" || line.VerbAt(i) is { Form: VerbForm.Participle }))
                return i;
        }

        return line.Count;
    }

    /// <summary>Over which period: an interval of the sentence, the nearest to the project.</summary>
    /// <param name="mention">The project.</param>
    public static Dates.DateMention? Period(ProjectMention mention) =>
        mention.Line.DatesIn(0, mention.Line.Count)
            .Where(d => d.Date is { IsInterval: true, IsUnknownStart: false } && !d.Date.IsOpenStart)
            .OrderBy(d => Math.Abs(d.Passage.Offset - mention.Passage.Offset))
            .FirstOrDefault();

    /// <summary>From when on it has run, of one that the sentence says has closed.</summary>
    /// <param name="mention">The project.</param>
    public static Dates.DateMention? Start(ProjectMention mention) =>
        mention.Line.DatesIn(Enumerable.Range(0, mention.First).LastOrDefault(i => mention.Line[i] is ";", 0), mention.Line.Count).FirstOrDefault(d => d is { Link: Dates.DateLink.Since, Date: not null });

    /// <summary>Where it stands, where the sentence says it.</summary>
    /// <param name="mention">The project.</param>
    /// <param name="to">The place in the sentence where the next project is spoken of.</param>
    public static ProjectStatus? Status(ProjectMention mention, int to)
    {
        var line = mention.Line;
        if (Enumerable.Range(0, line.Count).Any(i => IsClosing(line, i)))
            return ProjectStatus.Closed;
        if (StatusWords.In(line.Tokens, mention.First, to).Select(w => (ProjectStatus?)w.Meaning).FirstOrDefault() is { } said)
            return said;
        var verb = Verb(mention);
        if (verb < 0)
            return null;
        var assertion = Assertion.Of(line.Sentence, verb);
        return (line.VerbAt(verb)!.Value.Lemma, assertion) switch
        {
            (_, { Standing: Standing.Negated }) => null,
            (_, { IsDone: false }) => ProjectStatus.Pipeline,
            ("aprobar" or "approve", _) => ProjectStatus.Pipeline,
            ("iniciar" or "lanzar" or "launch" or "start" or "poner" or "inaugurar" or "comenzar" or "begin", _) => ProjectStatus.Implementation,
            (_, { Tense: Tense.Present }) => ProjectStatus.Implementation,
            _ => null,
        };
    }

    /// <summary>Whether a sentence says that something is being run: “en ejecución”, “under way”.</summary>
    /// <param name="line">The sentence.</param>
    public static bool IsUnderWay(Line line) => StatusWords.In(line.Tokens, 0, line.Count).Any(w => w.Meaning is ProjectStatus.Implementation);

    private static bool IsClosing(Line line, int at) =>
        line.VerbAt(at) is { IsFinite: true, Lemma: "culminar" or "concluir" or "finalizar" or "complete" or "conclude" or "close" or "cerrar" or "clausurar" }
        && Assertion.Of(line.Sentence, at) is { IsDone: true, Tense: Tense.Past };

    /// <summary>What it is for, in the words of the text, and where they end.</summary>
    /// <param name="mention">The project.</param>
    /// <param name="to">The place in the sentence where the next project is spoken of.</param>
    public static (string? Words, int End) Aim(ProjectMention mention, int to)
    {
        var line = mention.Line;
        for (var at = mention.End; at < Math.Min(to, mention.End + 3); at++)
        {
            if (Aims.At(line.Tokens, at) is not var (_, end) || line.OrganisationAt(at + 1) is not null || line.OrganisationAt(at + 2) is not null)
                continue;
            var stop = end;
            while (stop < to && line[stop] is not ("." or ";") && !(line[stop] is "," && (RoleWords.At(line.Tokens, stop + 1) is not null || line[stop + 1] is "que" or "con" or "which" or "with"))
                && RoleWords.At(line.Tokens, stop) is null && !(line.IsFinite(stop) && line[stop - 1] is not "que"))
                stop++;
            while (stop > end && line.Tokens[stop - 1].IsWord is false)
                stop--;
            return stop - end is > 1 and < 90 ? (line.PassageOf(end, stop).In(line.Text), stop) : (null, mention.End);
        }

        return (null, mention.End);
    }

    /// <summary>The agreement it is said to be under: “en el marco del convenio”.</summary>
    /// <param name="line">The sentence.</param>
    public string? Agreement(Line line)
    {
        foreach (var (passage, key) in agreements.Mentions.Where(m => line.Sentence.Passage.Holds(m.Passage)))
        {
            var at = line.IndexAt(passage.Offset);
            if (Enumerable.Range(Math.Max(0, at - 4), Math.Min(4, at)).Any(i => line[i] is "marco" or "amparo" or "virtud" or "under" or "framework"))
                return key;
        }

        return null;
    }
}
