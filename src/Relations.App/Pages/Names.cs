using System.Globalization;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages;

/// <summary>A name and the address where what it names is shown.</summary>
/// <param name="Text">The name in the reader's language.</param>
/// <param name="Address">Where it is shown; null where it is shown nowhere yet.</param>
public sealed record Named(string Text, string? Address);

/// <summary>The names of everything that a partnership's page speaks of, and the pages where it is whole.</summary>
/// <param name="picture">The partnership.</param>
/// <param name="page">The page's own address, with its query.</param>
/// <param name="asOf">The moment that the page shows, to which its links lead.</param>
/// <param name="culture">The reader's language.</param>
public sealed class Names(PartnershipPicture picture, string page, AsOf asOf, CultureInfo culture) : IFactNames
{
    private readonly string moment = TimelineQuestion.QueryOf(asOf);

    /// <summary>The partnership.</summary>
    public PartnershipPicture Picture { get; } = picture;

    /// <inheritdoc />
    public CultureInfo Culture { get; } = culture;

    /// <summary>A record's page, at the moment that this one shows.</summary>
    /// <param name="record">The record.</param>
    public string To(IRecordId record) => RecordLink.To(record) + moment;

    /// <summary>The place of a record on the page.</summary>
    /// <param name="record">The record.</param>
    public static string Place(Guid record) => $"r-{record}";

    /// <summary>The address of a place on the page. Written whole, because a bare fragment would be taken from the site's root.</summary>
    /// <param name="place">The place.</param>
    public string AddressOf(string place) => $"{page}#{place}";

    /// <inheritdoc />
    public bool IsWholePage(PartnershipId id) => id.Value == Picture.View.Id;

    /// <inheritdoc />
    public bool IsAbout(Guid record) => record == Picture.View.Id;

    /// <inheritdoc />
    public string? LanguageOf(SourceId source) => Picture.Sources.GetValueOrDefault(source.Value)?.Language;

    /// <inheritdoc />
    public Named Of(IRecordId id) => id switch
    {
        OrganisationId o => Of(o),
        PersonId p => Of(p),
        SourceId s => Of(s),
        PartnershipId p => Of(p),
        _ => OfRecord(id.Value),
    };

    /// <summary>An organisation by its acronym, or its name where it has none.</summary>
    /// <param name="id">The organisation.</param>
    public Named Of(OrganisationId id) => Picture.Organisations.TryGetValue(id.Value, out var o)
        ? new(o.ShortNameIn(Culture), To(id))
        : Missing;

    /// <summary>A person by name; one whose name was erased by that fact.</summary>
    /// <param name="id">The person.</param>
    public Named Of(PersonId id) => Picture.People.TryGetValue(id.Value, out var p)
        ? new(p.Name?.Display ?? Say("Person.Erased"), To(id))
        : Missing;

    /// <summary>A source by its title.</summary>
    /// <param name="id">The source.</param>
    public Named Of(SourceId id) =>
        new(Picture.Sources.TryGetValue(id.Value, out var s) ? s.Title : Say("Source.Title"), To(id));

    /// <summary>A partnership: this one by its name, others by what they are.</summary>
    /// <param name="id">The partnership.</param>
    public Named Of(PartnershipId id) => id.Value == Picture.View.Id
        ? new(Title, AddressOf(Place(id.Value)))
        : new(Say("Partnership.Another"), To(id));

    /// <inheritdoc />
    public Named OfRecord(Guid record)
    {
        var view = Picture.View;
        return view switch
        {
            _ when view.Agreements.TryGetValue(record, out var a) => new(Of(a), To(new AgreementId(record))),
            _ when view.Projects.TryGetValue(record, out var p) => new(Of(p), To(new ProjectId(record))),
            _ when view.Commitments.TryGetValue(record, out var c) => new(c.What, To(new CommitmentId(record))),
            _ when Picture.Meetings.FirstOrDefault(m => m.Id == record) is { } m => new(Of(m), To(new MeetingId(record))),
            _ when record == view.Id => Of(new PartnershipId(record)),
            _ when Picture.Organisations.ContainsKey(record) => Of(new OrganisationId(record)),
            _ when Picture.People.ContainsKey(record) => Of(new PersonId(record)),
            _ when Picture.Sources.ContainsKey(record) => Of(new SourceId(record)),
            _ => Missing,
        };
    }

    /// <summary>An agreement by its title, or by what it is and whose.</summary>
    /// <param name="agreement">The agreement.</param>
    public string Of(Agreement agreement) => agreement.Title
        ?? $"{Capital(Vocabulary.InWords(agreement.Type, Culture))} {Together(agreement.Parties)}";

    /// <summary>A project by its title; one whose title nobody knows by that fact.</summary>
    /// <param name="project">The project.</param>
    public string Of(Project project) => project.Title ?? Say("Project.Untitled");

    /// <summary>A meeting by its title, or by its day.</summary>
    /// <param name="meeting">The meeting.</param>
    public string Of(Meeting meeting) => meeting.Title
        ?? ((meeting.On ?? meeting.PlannedFor) is { } on ? Say("Meeting.Of", on) : Say("Meeting.Undated"));

    /// <summary>The partnership by its name, or by its parties.</summary>
    public string Title => Picture.View.Partnership!.Name is { } name
        ? name
        : Together([.. Picture.View.Partnership.Parties.Select(p => p.Organisation)]);

    /// <summary>Some organisations in one breath: CAN–OIM.</summary>
    /// <param name="organisations">The organisations.</param>
    public string Together(IReadOnlyList<OrganisationId> organisations) => string.Join("–", organisations.Select(o => Of(o).Text));

    /// <summary>With a capital, for the start of a line.</summary>
    /// <param name="words">Words for the middle of a sentence.</param>
    public string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Culture) + words[1..];

    /// <summary>A country by its name.</summary>
    /// <param name="code">ISO 3166-1 alpha-2.</param>
    public static string Country(string code)
    {
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            // The system's locale data know fewer countries than the standard.
            return code;
        }
    }

    /// <summary>A language by its name.</summary>
    /// <param name="code">ISO 639-1.</param>
    public static string Language(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>A language by the name it has for itself.</summary>
    /// <param name="code">ISO 639-1.</param>
    public static string OwnLanguage(string code)
    {
        var language = CultureInfo.GetCultureInfo(code);
        return language.TextInfo.ToTitleCase(language.NativeName);
    }

    /// <summary>A record that is not on the page: of another time, or beyond what it shows.</summary>
    private static Named Missing => new(Say("Record.NotShown"), null);
}
