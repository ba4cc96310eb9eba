using System.Globalization;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Briefings;

/// <summary>The names of what a brief speaks of, each with the address of its own page.</summary>
/// <param name="view">The partnership.</param>
/// <param name="meetings">The meetings named.</param>
/// <param name="organisations">The organisations named.</param>
/// <param name="people">The people named.</param>
/// <param name="asOf">The moment that the brief shows, to which its links lead.</param>
/// <param name="culture">The reader's language.</param>
public sealed class BriefNames(
    PartnershipView view,
    IReadOnlyDictionary<Guid, Meeting> meetings,
    IReadOnlyDictionary<Guid, Organisation> organisations,
    IReadOnlyDictionary<Guid, Person> people,
    AsOf asOf,
    CultureInfo culture)
{
    private readonly string moment = TimelineQuestion.QueryOf(asOf);

    /// <summary>The reader's language.</summary>
    public CultureInfo Culture { get; } = culture;

    /// <summary>The partnership by its name, or by its parties.</summary>
    public string Title => TitleOf(view.Partnership!);

    /// <summary>A partnership by its name, or by its parties.</summary>
    /// <param name="partnership">The partnership.</param>
    public string TitleOf(Partnership partnership) => partnership.Name ?? Together(partnership.Parties.Select(p => p.Organisation));

    /// <summary>An organisation by its acronym, or its name where it has none.</summary>
    /// <param name="id">The organisation.</param>
    public Named Of(OrganisationId id) => organisations.TryGetValue(id.Value, out var o)
        ? new(o.ShortNameIn(Culture), To(id))
        : Missing;

    /// <summary>An organisation's full name; null where it is the one that <see cref="Of(OrganisationId)"/> gives.</summary>
    /// <param name="id">The organisation.</param>
    public string? FullNameOf(OrganisationId id) =>
        organisations.TryGetValue(id.Value, out var o) && o.NameIn(Culture) is var name && name != o.ShortNameIn(Culture) ? name : null;

    /// <summary>A person by name; one whose name was erased by that fact.</summary>
    /// <param name="id">The person.</param>
    public Named Of(PersonId id) => people.TryGetValue(id.Value, out var p)
        ? new(p.Name?.Display ?? Say("Person.Erased"), To(id))
        : Missing;

    /// <summary>An agreement by its title, or by what it is and whose.</summary>
    /// <param name="agreement">The agreement.</param>
    public Named Of(Agreement agreement) => new(
        agreement.Title ?? $"{Capital(Vocabulary.InWords(agreement.Type, Culture))} {Together(agreement.Parties)}",
        To(new AgreementId(agreement.Id)));

    /// <summary>A project by its title; one whose title nobody knows by that fact.</summary>
    /// <param name="project">The project.</param>
    public Named Of(Project project) => new(project.Title ?? Say("Project.Untitled"), To(new ProjectId(project.Id)));

    /// <summary>A promise by what was promised.</summary>
    /// <param name="commitment">The promise.</param>
    public Named Of(Commitment commitment) => new(commitment.What, To(new CommitmentId(commitment.Id)));

    /// <summary>A meeting by its title, or by its day.</summary>
    /// <param name="meeting">The meeting.</param>
    public Named Of(Meeting meeting) => new(
        meeting.Title ?? ((meeting.On ?? meeting.PlannedFor) is { } on ? Say("Meeting.Of", on) : Say("Meeting.Undated")),
        To(new MeetingId(meeting.Id)));

    /// <summary>Any record of the partnership by its id alone.</summary>
    /// <param name="record">The record.</param>
    public Named OfRecord(Guid record) => record switch
    {
        _ when view.Agreements.TryGetValue(record, out var agreement) => Of(agreement),
        _ when view.Projects.TryGetValue(record, out var project) => Of(project),
        _ when view.Commitments.TryGetValue(record, out var commitment) => Of(commitment),
        _ when meetings.TryGetValue(record, out var meeting) => Of(meeting),
        _ when view.Meetings.TryGetValue(record, out var line) => new(
            line.On is { } on ? Say("Meeting.Of", on) : Say("Meeting.Undated"), To(new MeetingId(record))),
        _ when people.ContainsKey(record) => Of(new PersonId(record)),
        _ when organisations.ContainsKey(record) => Of(new OrganisationId(record)),
        _ when record == view.Id => new(Title, To(new PartnershipId(record))),
        _ => Missing,
    };

    /// <summary>With a capital, for the start of a line.</summary>
    /// <param name="words">Words for the middle of a sentence.</param>
    public string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Culture) + words[1..];

    /// <summary>Some organisations in one breath: CAN–OIM.</summary>
    /// <param name="parties">The organisations.</param>
    public string Together(IEnumerable<OrganisationId> parties) => string.Join("–", parties.Select(o => Of(o).Text));

    private string To(IRecordId record) => RecordLink.To(record) + moment;

    private static Named Missing => new(Say("Record.NotShown"), null);
}
