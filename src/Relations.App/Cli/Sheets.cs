using Relations.App.Partnerships;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Cli;

/// <summary>What the terminal shows of each kind of record.</summary>
internal static class Sheets
{
    /// <summary>A partnership whole.</summary>
    /// <param name="answer">What was read.</param>
    /// <param name="words">The reader's language.</param>
    public static Sheet Of(PartnershipAnswer answer, Words words)
    {
        var (partnership, health) = (answer.Partnership, answer.Health);
        var names = new Names(words, answer.Organisations.ToDictionary(o => o.Id), answer.People.ToDictionary(p => p.Id));
        var parties = string.Join(" – ", partnership.Parties.Select(p => names.Of(p.Organisation)));
        return Begin(partnership, words, $"{partnership.Name ?? parties} ({partnership.Slug})")
            .Line("status", partnership.Status, partnership.StatusReason)
            .Line("since", partnership.Since)
            .Line("parties", parties)
            .Line("themes", partnership.Themes)
            .Line("focal-point", partnership.FocalPoint)
            .Line("day", answer.Day)
            .Line("last-meeting", health.LastMeeting, health.DaysSinceLastMeeting is { } days ? words.Say("days-ago", days) : null)
            .Line("meetings-by-year", health.MeetingsByYear.Select(y => $"{y.Key}: {y.Value}"))
            .Line("in-force", health.InForce.Count, health.TermUnknown.Count > 0 ? words.Say("term-unknown", health.TermUnknown.Count) : null)
            .Line("ending", health.EndingWithinTwelveMonths.Count)
            .Line("commitments", words.Say("commitment-figures", health.OpenCommitments.Count, health.OverdueCommitments.Count, health.KeptCommitments.Count))
            .Line("running-projects", health.RunningProjects.Count)
            .Line("posts-changed", health.PostsChanged.Count)
            .Table("agreements", ["status", "type", "title", "since", "until", "id"], answer.Agreements, a => [a.Status, a.Type, a.Title, a.Since, End(a, words), a.Id])
            .Table("meetings", ["on", "status", "title", "place", "id"], answer.Meetings, m => [m.On ?? m.PlannedFor, m.Status, m.Title, m.Place?.Name, m.Id])
            .Table("projects", ["period", "status", "title", "id"], answer.Projects, p => [p.Period, p.Status, p.Title, p.Id])
            .Table("commitments", ["due", "status", "what", "owed-by", "id"], answer.Commitments, c => [c.Due, c.Status, c.What, names.Of(c.OwedBy), c.Id])
            .Table("people", ["name", "id"], answer.People, p => [names.Of(new PersonId(p.Id)), p.Id])
            .Table("sources", ["date", "kind", "title", "id"], answer.Sources, s => [s.Date, s.Kind, s.Title, s.Id]);
    }

    /// <summary>Any record but a partnership.</summary>
    /// <param name="state">Its state.</param>
    /// <param name="names">The names it mentions.</param>
    public static Sheet Of(RecordState state, Names names) => state switch
    {
        Agreement agreement => Of(agreement, names),
        Meeting meeting => Of(meeting, names),
        Project project => Of(project, names),
        Commitment commitment => Of(commitment, names),
        Organisation organisation => Of(organisation, names),
        Person person => Of(person, names),
        Source source => Of(source, names),
        _ => throw new System.Diagnostics.UnreachableException(state.GetType().Name),
    };

    private static Sheet Of(Agreement agreement, Names names) => Begin(agreement, names.Words, agreement.Title ?? names.Words.Show(agreement.Type))
        .Line("type", agreement.Type)
        .Line("status", agreement.Status, agreement.Why)
        .Line("since", agreement.Since)
        .Line("in-force-on", agreement.InForceOn)
        .Line("parties", names.Of(agreement.Parties))
        .Line("subject", agreement.Subject)
        .Line("until", End(agreement, names.Words))
        .Line("renewal", agreement.Conditions.Renewal)
        .Line("notice", agreement.Conditions.NoticeMonths is { } months ? names.Words.Say("months", months) : null)
        .Line("review", agreement.NextReview)
        .Line("reference", agreement.Reference)
        .Table("signatures", ["on", "party", "signatory"], agreement.Signatures, s => [s.On, names.Of(s.Party), names.Of(s.Signatory)])
        .Table("ratifications", ["on", "party"], agreement.Ratifications, r => [r.On, names.Of(r.Party)])
        .Table("obligations", ["number", "party", "text"], agreement.Obligations, o => [o.Number, names.Of(o.Party), o.Text]);

    private static Sheet Of(Meeting meeting, Names names) => Begin(meeting, names.Words, meeting.Title ?? names.Words.Say("kind.meeting"))
        .Line("status", meeting.Status, meeting.Why)
        .Line("on", meeting.On)
        .Line("planned-for", meeting.PlannedFor)
        .Line("place", meeting.Place?.Name, meeting.Place?.City, meeting.Place?.Country)
        .Line("modality", meeting.Modality)
        .Table("participants", ["name", "on-behalf-of", "post", "role"], meeting.Participants, p => [names.Of(p.Person), names.Of(p.OnBehalfOf), p.Post, p.Role])
        .Table("topics", ["text"], meeting.Topics, t => [t.Text])
        .Table("statements", ["name", "text"], meeting.Statements, s => [names.Of(s.Speaker), s.Text])
        .Table("outcomes", ["kind", "text"], meeting.Outcomes, o => [o.Kind, o.Text]);

    private static Sheet Of(Project project, Names names) => Begin(project, names.Words, project.Title ?? names.Words.Say("kind.project"))
        .Line("status", project.Status, project.StatusReason)
        .Line("period", project.Period)
        .Line("text", project.Description)
        .Table("participants", ["name", "role"], project.Participants, p => [names.Of(p.Organisation), p.Role])
        .Table("milestones", ["on", "title"], project.Milestones, m => [m.On, m.Title])
        .Table("funds-committed", ["on", "party", "amount"], project.FundsCommitted, f => [f.On, names.Of(f.By), $"{f.Amount.ToString("N2", names.Words.Language)} {f.Currency}"])
        .Table("funds-disbursed", ["on", "party", "amount"], project.FundsDisbursed, f => [f.On, names.Of(f.By), $"{f.Amount.ToString("N2", names.Words.Language)} {f.Currency}"])
        .Table("results", ["on", "title", "text"], project.Results, r => [r.On, r.Title, r.Text]);

    private static Sheet Of(Commitment commitment, Names names) => Begin(commitment, names.Words, commitment.What)
        .Line("status", commitment.Status, commitment.SettledOn)
        .Line("outcome", commitment.Outcome)
        .Line("owed-by", names.Of(commitment.OwedBy))
        .Line("owed-to", names.Of(commitment.OwedTo))
        .Line("on", commitment.On)
        .Line("due", commitment.Due)
        .Line("assigned-to", names.Of(commitment.AssignedTo));

    private static Sheet Of(Organisation organisation, Names names) => Begin(organisation, names.Words, organisation.NameIn(names.Words.Language))
        .Line("kind", organisation.Kind)
        .Line("seat", organisation.Seat, organisation.Country)
        .Line("founded", organisation.Founded)
        .Line("dissolved", organisation.Dissolved)
        .Line("duplicate-of", names.Of(organisation.DuplicateOf))
        .Table("names", ["language", "name", "acronym"], organisation.Names, n => [n.Language, n.Name, n.Acronym])
        .Table("placements", ["role", "name", "from", "to"], organisation.Placements, p => [p.Relation, names.Of(p.Parent), p.From, p.To])
        .Table("identifiers", ["kind", "text"], organisation.Identifiers, i => [i.Scheme, i.Value]);

    private static Sheet Of(Person person, Names names) => Begin(person, names.Words, person.Name?.Display ?? names.Words.Say("kind.person"))
        .Line("erasure-requested", person.ErasureRequest)
        .Line("erased", person.ErasureDecision)
        .Line("duplicate-of", names.Of(person.DuplicateOf))
        .Table("posts", ["post", "name", "from", "to"], person.Appointments, a => [a.Post, names.Of(a.Organisation), a.From, a.To])
        .Table("full-powers", ["on", "on-behalf-of", "text"], person.FullPowers, p => [p.On, names.Of(p.OnBehalfOf), p.Purpose]);

    private static Sheet Of(Source source, Names names) => Begin(source, names.Words, source.Title)
        .Line("kind", source.Kind)
        .Line("date", source.Date)
        .Line("publisher", names.Of(source.Publisher) ?? source.PublisherName)
        .Line("language", source.Language)
        .Line("address", source.Address)
        .Line("sha256", source.Sha256)
        .Line("text", source.Text);

    private static Sheet Begin(RecordState state, Words words, string title) => new Sheet(words, title)
        .Line("id", state.Id)
        .Line("version", state.Version)
        .Line("classification", state.Classification);

    /// <summary>When an agreement ends; a term that nobody wrote down says so.</summary>
    private static string End(Agreement agreement, Words words) =>
        agreement.TermEndIs == TermEndKnowledge.Known ? words.Show(agreement.TermEnd) : words.Show(agreement.TermEndIs);
}
