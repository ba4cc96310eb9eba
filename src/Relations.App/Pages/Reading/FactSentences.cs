using System.Globalization;
using Relations.App.Reading;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading;
using Relations.Reading.Linking;
using static Relations.App.Pages.Texts;

namespace Relations.App.Pages.Reading;

/// <summary>Says what the facts of a draft say, in plain sentences of the reader's language.</summary>
/// <param name="draft">The draft: facts name each other.</param>
/// <param name="culture">The reader's language.</param>
public sealed class FactSentences(ReadingDraft draft, CultureInfo culture)
{
    /// <summary>Longer words of a text are cut in a sentence; they are whole at their passage.</summary>
    private const int MostWords = 300;

    /// <summary>What a fact says.</summary>
    /// <param name="fact">The fact.</param>
    public string Of(Fact fact) => fact switch
    {
        SourceFact f => Joined(": ", Word(f.Kind), Listed(f.Title, InWords(f.Date), f.Publisher is null ? null : NameOf(f.Publisher))),
        OrganisationFact f => Listed(FullName(f), InWords(f.Kind), f.Seat is null ? null : Say("Reading.Says.Seat", f.Seat)),
        PlacementFact f => Say("Reading.Says.Placement", NameOf(f.Organisation), InWords(f.Relation), NameOf(f.Parent)),
        PersonFact f => f.Name.Display,
        AppointmentFact f => Of(f),
        PartnershipFact f => Say("Reading.Says.Partnership", Together(f.Parties)),
        MeetingFact f => Of(f),
        ParticipantFact f => Listed(NameOf(f.Person), f.Post, f.OnBehalfOf is null ? null : Say("Reading.Says.For", NameOf(f.OnBehalfOf)), InWords(f.Role)),
        TopicFact f => f.Topic,
        StatementFact { Quoted: true } f => Say("Reading.Says.Quoted", NameOf(f.Speaker ?? f.Organisation), Cut(f.Text)),
        StatementFact f => Say("Reading.Says.Reported", NameOf(f.Speaker ?? f.Organisation), Cut(f.Text)),
        OutcomeFact f => Joined(": ", Word(f.Kind), Cut(f.Text)),
        AgreementFact f => Of(f),
        AgreementActFact f => Joined(": ", InWords(f.Act), Listed(
            NameOf(f.Agreement), On(f.On), Together(f.Parties), Together(f.Signatories), f.Until is null ? null : Say("Reading.Says.Until", f.Until))),
        ProjectFact f => Of(f),
        CommitmentFact f => Of(f),
        _ => FactKinds.Of(fact),
    };

    /// <summary>The name of what a fact is about, short enough to stand in another sentence.</summary>
    /// <param name="key">The fact's key.</param>
    public string NameOf(string? key) => draft.Find(key)?.Fact switch
    {
        null => Say("Reading.NotSaid"),
        OrganisationFact o => NameIn(o) is var name && string.IsNullOrWhiteSpace(name.Acronym) ? name.Name : name.Acronym,
        PersonFact p => p.Name.Display,
        MeetingFact m => m.Title ?? (m.On is null ? Say("Meeting.Undated") : Say("Meeting.Of", m.On)),
        AgreementFact a => a.Title ?? (a.Type is { } type ? InWords(type) : Say("Reading.Kind.Agreement")),
        var other => Cut(Of(other)),
    };

    /// <summary>The kind of a fact, for its head.</summary>
    /// <param name="kind">The kind's name in JSON.</param>
    public static string Kind(string kind) => kind switch
    {
        "source" => Say("Reading.Kind.Source"),
        "organisation" => Say("Reading.Kind.Organisation"),
        "placement" => Say("Reading.Kind.Placement"),
        "person" => Say("Reading.Kind.Person"),
        "appointment" => Say("Reading.Kind.Appointment"),
        "partnership" => Say("Reading.Kind.Partnership"),
        "meeting" => Say("Reading.Kind.Meeting"),
        "participant" => Say("Reading.Kind.Participant"),
        "topic" => Say("Reading.Kind.Topic"),
        "statement" => Say("Reading.Kind.Statement"),
        "outcome" => Say("Reading.Kind.Outcome"),
        "agreement" => Say("Reading.Kind.Agreement"),
        "agreement-act" => Say("Reading.Kind.Act"),
        "project" => Say("Reading.Kind.Project"),
        "commitment" => Say("Reading.Kind.Commitment"),
        _ => kind,
    };

    /// <summary>Why the reader is as sure as it is.</summary>
    /// <param name="reason">The reason.</param>
    public static string InWords(ConfidenceReason reason) => reason switch
    {
        ConfidenceReason.FixedForm => Say("Reading.Because.FixedForm"),
        ConfidenceReason.OnRecord => Say("Reading.Because.OnRecord"),
        ConfidenceReason.InGazetteer => Say("Reading.Because.InGazetteer"),
        ConfidenceReason.Introduced => Say("Reading.Because.Introduced"),
        ConfidenceReason.NamedLikeIt => Say("Reading.Because.NamedLikeIt"),
        ConfidenceReason.SaidByVerb => Say("Reading.Because.SaidByVerb"),
        ConfidenceReason.FromDateline => Say("Reading.Because.FromDateline"),
        ConfidenceReason.CountedFromDate => Say("Reading.Because.CountedFromDate"),
        ConfidenceReason.FromContext => Say("Reading.Because.FromContext"),
        ConfidenceReason.Ambiguous => Say("Reading.Because.Ambiguous"),
        _ => Say("Reading.Because.Contradicted"),
    };

    /// <summary>Why a record may be what was read.</summary>
    /// <param name="reason">The reason.</param>
    public static string InWords(LinkReason reason) => reason switch
    {
        LinkReason.SameName => Say("Reading.Link.SameName"),
        LinkReason.SameNamesOtherOrder => Say("Reading.Link.SameNamesOtherOrder"),
        LinkReason.NameLacksPart => Say("Reading.Link.NameLacksPart"),
        LinkReason.NameWithInitials => Say("Reading.Link.NameWithInitials"),
        LinkReason.LikeName => Say("Reading.Link.LikeName"),
        LinkReason.SameAcronym => Say("Reading.Link.SameAcronym"),
        LinkReason.SameOrganisation => Say("Reading.Link.SameOrganisation"),
        LinkReason.SamePost => Say("Reading.Link.SamePost"),
        LinkReason.SameParties => Say("Reading.Link.SameParties"),
        LinkReason.SharedParties => Say("Reading.Link.SharedParties"),
        LinkReason.SameDate => Say("Reading.Link.SameDate"),
        LinkReason.OverlappingDate => Say("Reading.Link.OverlappingDate"),
        LinkReason.SamePlace => Say("Reading.Link.SamePlace"),
        LinkReason.SameType => Say("Reading.Link.SameType"),
        LinkReason.LikeTitle => Say("Reading.Link.LikeTitle"),
        _ => Say("Reading.Link.SameNumber"),
    };

    /// <summary>What a note of the reader says.</summary>
    /// <param name="note">The note.</param>
    public static string InWords(NoteKind note) => note switch
    {
        NoteKind.TiesNotAgreement => Say("Reading.Note.TiesNotAgreement"),
        NoteKind.Intention => Say("Reading.Note.Intention"),
        NoteKind.Negation => Say("Reading.Note.Negation"),
        NoteKind.NotReadFurther => Say("Reading.Note.NotReadFurther"),
        NoteKind.OtherLanguage => Say("Reading.Note.OtherLanguage"),
        _ => Say("Reading.Note.DateWithoutYear"),
    };

    /// <summary>What was done to an agreement.</summary>
    /// <param name="act">The act.</param>
    public static string InWords(AgreementAct act) => act switch
    {
        AgreementAct.Proposal => Say("Reading.Act.Proposal"),
        AgreementAct.Negotiation => Say("Reading.Act.Negotiation"),
        AgreementAct.Initialling => Say("Reading.Act.Initialling"),
        AgreementAct.Signature => Say("Reading.Act.Signature"),
        AgreementAct.Ratification => Say("Reading.Act.Ratification"),
        AgreementAct.Accession => Say("Reading.Act.Accession"),
        AgreementAct.EntryIntoForce => Say("Reading.Act.EntryIntoForce"),
        AgreementAct.Amendment => Say("Reading.Act.Amendment"),
        AgreementAct.Renewal => Say("Reading.Act.Renewal"),
        AgreementAct.Extension => Say("Reading.Act.Extension"),
        AgreementAct.Suspension => Say("Reading.Act.Suspension"),
        AgreementAct.Resumption => Say("Reading.Act.Resumption"),
        AgreementAct.Notice => Say("Reading.Act.Notice"),
        AgreementAct.Termination => Say("Reading.Act.Termination"),
        _ => Say("Reading.Act.Expiry"),
    };

    /// <summary>Why an accepted fact is left out.</summary>
    /// <param name="left">The fact and its lack.</param>
    public string InWords(LeftOut left) => left.Lack switch
    {
        Lack.OtherFact => Say("Reading.Lack.OtherFact", NameOf(left.Needs)),
        Lack.Partnership => Say("Reading.Lack.Partnership"),
        Lack.TwoParties => Say("Reading.Lack.TwoParties"),
        Lack.Date => Say("Reading.Lack.Date"),
        Lack.FamilyName => Say("Reading.Lack.FamilyName"),
        Lack.Organisation => Say("Reading.Lack.Organisation"),
        Lack.EndOfPost => Say("Reading.Lack.EndOfPost"),
        Lack.Meeting => Say("Reading.Lack.Meeting"),
        Lack.Speaker => Say("Reading.Lack.Speaker"),
        Lack.AgreementType => Say("Reading.Lack.AgreementType"),
        Lack.Actors => Say("Reading.Lack.Actors"),
        Lack.Status => Say("Reading.Lack.Status"),
        Lack.Role => Say("Reading.Lack.Role"),
        Lack.Debtor => Say("Reading.Lack.Debtor"),
        Lack.Creditor => Say("Reading.Lack.Creditor"),
        Lack.End => Say("Reading.Lack.End"),
        _ => string.Join(' ', (left.Refusals ?? []).Select(r => r.Rule.InWords(culture, r.Arguments))),
    };

    private string Of(AppointmentFact f) => Listed(
        NameOf(f.Person),
        f.Organisation is null ? f.Post : Say("Reading.Says.PostAt", f.Post, NameOf(f.Organisation)),
        f.Acting ? Say("Reading.Says.Acting") : null,
        f.Former ? Say("Reading.Says.Former") : null,
        f.From is null ? null : Say("Reading.Says.Since", f.From));

    private string Of(MeetingFact f)
    {
        var what = f.Status switch
        {
            MeetingStatus.Held => Say("Reading.Says.Held"),
            MeetingStatus.Scheduled => Say("Reading.Says.Scheduled"),
            MeetingStatus.Cancelled => Say("Reading.Says.Cancelled"),
            _ => Say("Reading.Says.NotHeld"),
        };
        var seat = f.SeatOf is null ? null : Say("Reading.Says.AtSeat", NameOf(f.SeatOf));
        var place = seat ?? (f.Place is null ? null : Say("Reading.Says.In", f.Place));
        return Listed(
            Joined(" ", what, On(f.On), place ?? (f.City is null ? null : Say("Reading.Says.In", f.City))),
            place is null || f.Place?.Contains(f.City ?? "", StringComparison.OrdinalIgnoreCase) == true ? null : f.City,
            f.Title is null ? null : $"“{f.Title}”",
            f.Organisations.Count == 0 ? null : Say("Reading.Says.Between", Together(f.Organisations)));
    }

    private string Of(AgreementFact f) => Listed(
        Joined(" ", f.Type is { } type ? Word(type) : Say("Reading.Kind.Agreement"), f.Title is null ? null : $"“{f.Title}”", f.Number),
        f.Parties.Count == 0 ? null : Say("Reading.Says.Between", Together(f.Parties)),
        f.Status is { } status ? Joined(" ", InWords(status), f.Since is null ? null : Say("Reading.Says.Since", f.Since)) : null,
        f.Conditions is { } c ? FactDetails.InWords(c.Term, culture) : null,
        f.Amends is null ? null : Say("Reading.Says.Follows", NameOf(f.Amends)));

    private string Of(ProjectFact f) => Listed(
        Joined(" ", f.Ordinal == 0 ? Say("Reading.Says.ProjectsTogether", f.Of) : f.Of > 1 ? Say("Reading.Says.ProjectOf", f.Ordinal, f.Of) : Say("Reading.Kind.Project"), f.Title is null ? null : $"“{f.Title}”"),
        InWords(f.Period),
        f.Status is { } status ? InWords(status) : null,
        f.Participants.Count == 0 ? null : string.Join(", ", f.Participants.Select(p =>
            p.Role is { } role ? Say("Project.InRole", NameOf(p.Organisation), role) : NameOf(p.Organisation))),
        f.Title is null && f.Description is not null ? Cut(f.Description) : null);

    private string Of(CommitmentFact f) => Listed(
        Joined(": ", f.OwedTo.Count == 0 ? NameOf(f.OwedBy) : Say("Reading.Says.Owes", NameOf(f.OwedBy), Together(f.OwedTo)), Cut(f.What)),
        f.By is null ? null : NameOf(f.By),
        f.Due is null ? null : Say("Reading.Says.Due", f.Due));

    private string FullName(OrganisationFact f) =>
        NameIn(f) is var name && string.IsNullOrWhiteSpace(name.Acronym) || name.Acronym == name.Name ? name.Name : Say("Form.NameAndAcronym", name.Name, name.Acronym);

    private OrganisationName NameIn(OrganisationFact f) =>
        f.Names.FirstOrDefault(n => n.Language == culture.TwoLetterISOLanguageName)
        ?? (f.Names is [var first, ..] ? first : new("es", Say("Reading.NotSaid")));

    private static string? On(EdtfDate? date) => date switch
    {
        null => null,
        { Precision: EdtfPrecision.Day or EdtfPrecision.Time, IsInterval: false } => Say("Reading.Says.OnDay", date),
        _ => Say("Reading.Says.OnOther", date),
    };

    private string? Together(IReadOnlyList<string> keys) => keys.Count == 0 ? null : string.Join(", ", keys.Select(NameOf));

    private string InWords(Enum value) => Vocabulary.InWords(value, culture);

    private string? InWords(EdtfDate? date) => date?.ToWords(culture);

    private static string Cut(string words) => words.Length > MostWords ? words[..MostWords] + "…" : words;

    private static string Listed(params IEnumerable<string?> parts) => Joined(", ", parts);

    private static string Joined(string separator, params IEnumerable<string?> parts) =>
        string.Join(separator, parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}
