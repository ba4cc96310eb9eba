using System.Globalization;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading.Facts.Agreements;
using Relations.Reading.Facts.Projects;
using Relations.Reading.Text;

namespace Relations.Reading.Facts;

/// <summary>
/// Reads the projects of a text: those it names, and those it counts where it says that they are or were run. “Projects” in general, and
/// unnamed ones that are only planned, are none.
/// </summary>
internal static class ProjectReader
{
    /// <summary>How many sentences back “the project” can point.</summary>
    private const int Near = 4;

    /// <summary>More projects than so many, counted together, are one fact.</summary>
    private const int MostApart = 6;

    /// <summary>Reads the projects of a text.</summary>
    /// <param name="found">The text with what it names.</param>
    /// <param name="agreements">Its agreements.</param>
    /// <param name="meetings">Its meetings.</param>
    public static IReadOnlyList<ProjectFact> Read(Entities found, AgreementsRead agreements, MeetingsRead meetings)
    {
        var actors = new Actors(found);
        var details = new ProjectDetails(actors, agreements, new PairReader(found.Lines, actors, meetings));
        List<Told> projects = [];
        foreach (var line in found.Lines)
        {
            var mentions = ProjectNouns.In(line).ToList();
            for (var i = 0; i < mentions.Count; i++)
            {
                if (line.IsQuoted(mentions[i].First))
                    continue;
                var to = i + 1 < mentions.Count ? mentions[i + 1].First : line.Count;
                Tell(projects, mentions[i], details, to, found.Dates.Dateline?.Date?.Date);
            }
        }

        return [.. Facts(projects)];
    }

    private static void Tell(List<Told> projects, ProjectMention mention, ProjectDetails details, int to, EdtfDate? news)
    {
        var project = Same(projects, mention);
        if (project is null)
        {
            if (mention.Count == 0 || (mention.Title is null && !IsRun(mention, details, to)))
                return;
            projects.Add(project = new(mention));
        }

        var (aim, end) = ProjectDetails.Aim(mention, to);
        if (project.IsDescribed && !mention.IsHeadline && mention.Count == 1)
            project.Passage = mention.Passage;
        project.Title = project.IsDescribed ? mention.Title ?? project.Title : project.Title ?? mention.Title;
        project.IsDescribed = mention.IsHeadline || (project.IsDescribed && mention.Title is null);
        project.Description ??= aim;
        project.Passage = ReferenceEquals(project.Mention, mention) && aim is not null ? mention.Line.PassageOf(mention.First, end) : project.Passage;
        project.Period ??= ProjectDetails.Period(mention);
        project.Status = ProjectDetails.Status(mention, to) ?? project.Status;
        if (project is { Period: null, Status: ProjectStatus.Closed } && ProjectDetails.Start(mention) is { Date: { } start } since && news is not null && EdtfDate.TryParse($"{start.ToString()!.Split('/')[0]}/{news}", out var period))
            project.Period = since with { Date = period };
        if (project is { Period: null, Status: not (ProjectStatus.Closed or ProjectStatus.Pipeline) } && ProjectDetails.Start(mention) is { Date: { } begun } running && EdtfDate.TryParse($"{begun.ToString()!.Split('/')[0]}/..", out var open))
            project.Period = running with { Date = open };
        project.Agreement ??= details.Agreement(mention.Line);
        project.Participants.AddRange(details.Participants(mention, to));
        // “Entre 2016 y 2018 se ejecutaron tres proyectos”: by the two that the text is about, where the sentence names nobody.
        if (project is { Title: null, Participants.Count: 0 } && mention.Count > 1)
            project.Participants.AddRange(details.OfBoth(mention));
    }

    private static Told? Same(List<Told> projects, ProjectMention mention) => mention switch
    {
        { Count: 0 } => projects.LastOrDefault(p => mention.Line.Number - p.Mention.Line.Number <= Near && p.Mention.Count == 1),
        { Count: 1, IsHeadline: false } when projects is [{ Mention.IsHeadline: true } headline] => headline,
        { Title: { } title } => projects.Find(p => p.Title is { } known && IsSameName(known, title)) ?? Untitled(projects, mention),
        _ => null,
    };

    /// <summary>“launched a three-year project. The project, “Skills for All”, …”: the name is told behind.</summary>
    private static Told? Untitled(List<Told> projects, ProjectMention mention) =>
        mention.Line[0] is "the" or "el" or "la" or "this" or "este" && mention.First <= 1
            ? projects.LastOrDefault(p => p is { Title: null, Mention.Count: 1 } && mention.Line.Number - p.Mention.Line.Number is > 0 and <= Near)
            : null;

    private static bool IsSameName(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        return first.SetEquals(second) || (Math.Min(first.Count, second.Count) > 1 && (first.IsSubsetOf(second) || second.IsSubsetOf(first)));

        static HashSet<string> Words(string name) =>
        [
            .. ReadText.Fold(name).Split([' ', '-', '–', ',', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries)
                .Where(w => w.Length > 2 && w is not ("proyecto" or "programa" or "project" or "programme" or "program" or "the")).Select(InstrumentNouns.Root),
        ];
    }

    /// <summary>What has no name is a project only where the text says that it is or was run.</summary>
    private static bool IsRun(ProjectMention mention, ProjectDetails details, int to)
    {
        var verb = ProjectDetails.Verb(mention);
        // “se encuentran en ejecución dos proyectos entre la OEI y la UE”
        if (verb < 0 && ProjectDetails.IsUnderWay(mention.Line))
            return details.Participants(mention, to).Select(p => p.Organisation).Distinct(StringComparer.Ordinal).Count() > 1;
        if (verb < 0 || !Assertion.Of(mention.Line.Sentence, verb).IsDone)
            return false;
        return mention.Count > 1 || details.Participants(mention, to).Select(p => p.Organisation).Distinct(StringComparer.Ordinal).Count() > 1;
    }

    private static IEnumerable<ProjectFact> Facts(List<Told> projects)
    {
        var number = 0;
        foreach (var told in projects)
        {
            // “doce proyectos” that nobody names apart are one fact with its number.
            var together = told.Mention.Count > MostApart;
            for (var ordinal = 1; ordinal <= (together ? 1 : told.Mention.Count); ordinal++)
            {
                yield return new(
                    told.Title, told.Description, told.Period?.Date, told.Status, together ? 0 : ordinal, told.Mention.Count, [.. Parts(told.Participants)], told.Agreement)
                {
                    Key = string.Create(CultureInfo.InvariantCulture, $"project-{++number}"),
                    Basis = Basis.Stated,
                    Evidence = [Evidence.Of(told.Passage), .. told.Period is { } period && !told.Passage.Holds(period.Passage) ? [new Evidence(period.Passage, ["period"])] : Array.Empty<Evidence>()],
                    Confidence = told.Title is not null ? new(0.85, ConfidenceReason.NamedLikeIt) : new(told.Mention.Count > 1 ? 0.8 : 0.65, ConfidenceReason.SaidByVerb),
                };
            }
        }
    }

    /// <summary>Each organisation in each of its roles once; without a role only where it has none.</summary>
    private static IEnumerable<ProjectPart> Parts(List<ProjectPart> parts) =>
        parts.Where(p => p.Role is not null || !parts.Exists(o => o.Organisation == p.Organisation && o.Role is not null)).Distinct();

    private sealed class Told(ProjectMention mention)
    {
        public ProjectMention Mention { get; } = mention;

        public Passage Passage { get; set; } = mention.Passage;

        public string? Title { get; set; }

        /// <summary>Whether its title is only what a headline says of it.</summary>
        public bool IsDescribed { get; set; }

        public string? Description { get; set; }

        public Dates.DateMention? Period { get; set; }

        public ProjectStatus? Status { get; set; }

        public string? Agreement { get; set; }

        public List<ProjectPart> Participants { get; } = [];
    }
}
