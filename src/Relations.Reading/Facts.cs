using System.Text.Json.Serialization;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.Reading;

/// <summary>The document itself. There is one in every reading.</summary>
/// <param name="Kind">What kind of document it is.</param>
/// <param name="Title">Its title, as written.</param>
/// <param name="Language">The language it is written in (ISO 639-1): <c>es</c> or <c>en</c>.</param>
/// <param name="Date">The date it bears.</param>
/// <param name="Publisher">The key of the organisation that published it.</param>
public sealed record SourceFact(SourceKind Kind, string? Title, string Language, EdtfDate? Date, string? Publisher) : Fact;

/// <summary>An organisation that the text names.</summary>
/// <param name="Names">What it is called, in each language known.</param>
/// <param name="Kind">What kind of organisation it is.</param>
/// <param name="Seat">The city of its seat, where the text says it.</param>
/// <param name="Record">The record it is, where its name is on record exactly so.</param>
public sealed record OrganisationFact(IReadOnlyList<OrganisationName> Names, OrganisationKind Kind, string? Seat, Guid? Record) : Fact;

/// <summary>That one organisation stands under another.</summary>
/// <param name="Organisation">The key of the organ, office or member.</param>
/// <param name="Relation">How it stands under the other.</param>
/// <param name="Parent">The key of the other.</param>
public sealed record PlacementFact(string Organisation, OrganisationRelation Relation, string Parent) : Fact;

/// <summary>A person that the text names.</summary>
/// <param name="Name">The fullest name that the text gives.</param>
public sealed record PersonFact(PersonName Name) : Fact;

/// <summary>That a person holds a post.</summary>
/// <param name="Person">The person's key.</param>
/// <param name="Organisation">The organisation's key; null where the text does not say whose post it is.</param>
/// <param name="Post">The post, as written, without the organisation's name.</param>
/// <param name="Acting">Whether they act in it.</param>
/// <param name="From">Since when; null where the text does not say.</param>
/// <param name="Former">Whether the text says that they no longer hold it.</param>
public sealed record AppointmentFact(string Person, string? Organisation, string Post, bool Acting, EdtfDate? From, bool Former = false) : Fact;

/// <summary>That organisations have a continuing relation: they meet, have agreements or projects with each other.</summary>
/// <param name="Parties">The organisations' keys, at least two; an organ or an office stands for the organisation above it.</param>
public sealed record PartnershipFact(IReadOnlyList<string> Parties) : Fact;

/// <summary>A meeting that was held, is to be held or was called off.</summary>
/// <param name="Status">Scheduled, held, not held or cancelled.</param>
/// <param name="On">When; never more precise than written.</param>
/// <param name="Title">What the text calls it, such as “II Reunión de la Comisión Mixta”.</param>
/// <param name="Place">The place as written, such as the seat of an organisation; null where only a city is named.</param>
/// <param name="SeatOf">The key of the organisation whose seat it is.</param>
/// <param name="City">The city.</param>
/// <param name="Country">The country (ISO 3166-1 alpha-2), where the text names it or the gazetteer knows the city.</param>
/// <param name="Modality">How they meet, where the text says it.</param>
/// <param name="Organisations">The keys of the organisations that meet; an organisation only named is not here.</param>
public sealed record MeetingFact(
    MeetingStatus Status,
    EdtfDate? On,
    string? Title,
    string? Place,
    string? SeatOf,
    string? City,
    string? Country,
    Modality? Modality,
    IReadOnlyList<string> Organisations) : Fact;

/// <summary>That a person took or is to take part in a meeting.</summary>
/// <param name="Meeting">The meeting's key.</param>
/// <param name="Person">The person's key.</param>
/// <param name="OnBehalfOf">The key of the organisation they are there for; null where the text does not say.</param>
/// <param name="Post">The post on that day, as written.</param>
/// <param name="Role">In which role.</param>
public sealed record ParticipantFact(string Meeting, string Person, string? OnBehalfOf, string? Post, ParticipantRole Role) : Fact;

/// <summary>What a meeting was about.</summary>
/// <param name="Meeting">The meeting's key.</param>
/// <param name="Topic">The topic, in the words of the text, without its article.</param>
public sealed record TopicFact(string Meeting, string Topic) : Fact;

/// <summary>What somebody said.</summary>
/// <param name="Meeting">The meeting's key; null where it was not said at one.</param>
/// <param name="Speaker">The person's key; null where only an organisation speaks.</param>
/// <param name="Organisation">The key of the organisation that speaks, where no person does.</param>
/// <param name="Language">The language of the words (ISO 639-1).</param>
/// <param name="Text">The words, without quotation marks.</param>
/// <param name="Quoted">Whether they are quoted; otherwise they are reported.</param>
public sealed record StatementFact(string? Meeting, string? Speaker, string? Organisation, string Language, string Text, bool Quoted) : Fact;

/// <summary>What came of a meeting, other than an agreement or a commitment.</summary>
/// <param name="Meeting">The meeting's key.</param>
/// <param name="Text">What came of it, in the words of the text.</param>
/// <param name="Kind">Of which kind it is.</param>
public sealed record OutcomeFact(string Meeting, string Text, OutcomeKind Kind) : Fact;

/// <summary>An agreement that the text speaks of.</summary>
/// <param name="Type">Its type; null where the text does not tell.</param>
/// <param name="Title">Its title or subject, as written, such as “convenio de cooperación interinstitucional”.</param>
/// <param name="Parties">The parties' keys.</param>
/// <param name="Status">The state that the text attests, after the acts that it tells; null where it only names it.</param>
/// <param name="Since">Since when it is in that state.</param>
/// <param name="Conditions">Its term, renewal and notice, where the text says them; unknown is not open-ended.</param>
/// <param name="Number">Its reference number.</param>
/// <param name="Amends">The key of the earlier agreement that it amends, is a protocol to or follows.</param>
public sealed record AgreementFact(
    AgreementType? Type,
    string? Title,
    IReadOnlyList<string> Parties,
    AgreementStatus? Status,
    EdtfDate? Since,
    AgreementConditions? Conditions,
    string? Number,
    string? Amends) : Fact;

/// <summary>What is done to an agreement.</summary>
[JsonConverter(typeof(EnumNameConverter<AgreementAct>))]
public enum AgreementAct
{
    /// <summary>It is proposed.</summary>
    Proposal,

    /// <summary>Its negotiation is opened.</summary>
    Negotiation,

    /// <summary>Its text is adopted or initialled.</summary>
    Initialling,

    /// <summary>It is signed.</summary>
    Signature,

    /// <summary>A party ratifies, formally confirms, accepts or approves it.</summary>
    Ratification,

    /// <summary>A party accedes to it.</summary>
    Accession,

    /// <summary>It enters into force.</summary>
    EntryIntoForce,

    /// <summary>It is amended.</summary>
    Amendment,

    /// <summary>It is renewed. To renew ties is not this.</summary>
    Renewal,

    /// <summary>It is extended.</summary>
    Extension,

    /// <summary>It is suspended.</summary>
    Suspension,

    /// <summary>It is resumed.</summary>
    Resumption,

    /// <summary>A party gives notice of termination.</summary>
    Notice,

    /// <summary>It is terminated.</summary>
    Termination,

    /// <summary>It expires.</summary>
    Expiry,
}

/// <summary>Something that was done to an agreement; what is only intended, hoped for or denied is none.</summary>
/// <param name="Agreement">The agreement's key.</param>
/// <param name="Act">What was done.</param>
/// <param name="On">When.</param>
/// <param name="Parties">The keys of the parties that did it; empty where the text does not say, all where they did it together.</param>
/// <param name="Signatories">The keys of the people who signed.</param>
/// <param name="Until">Until when it is renewed or extended.</param>
public sealed record AgreementActFact(
    string Agreement, AgreementAct Act, EdtfDate? On, IReadOnlyList<string> Parties, IReadOnlyList<string> Signatories, EdtfDate? Until) : Fact;

/// <summary>A joint project. “Two projects” that the text does not name are two facts at one passage; “twelve projects” are one with its number.</summary>
/// <param name="Title">Its name; null where the text gives none.</param>
/// <param name="Description">What it is for, in the words of the text.</param>
/// <param name="Period">From when to when.</param>
/// <param name="Status">Where it stands, where the text says it.</param>
/// <param name="Ordinal">Which one it is of those counted together, from 1; 0 where this is all of them, too many to tell apart.</param>
/// <param name="Of">How many are counted together.</param>
/// <param name="Participants">The organisations that take part.</param>
/// <param name="Agreement">The key of the agreement it is under.</param>
public sealed record ProjectFact(
    string? Title,
    string? Description,
    EdtfDate? Period,
    ProjectStatus? Status,
    int Ordinal,
    int Of,
    IReadOnlyList<ProjectPart> Participants,
    string? Agreement) : Fact;

/// <summary>The part of an organisation in a project.</summary>
/// <param name="Organisation">The organisation's key.</param>
/// <param name="Role">Its role; null where the text does not tell.</param>
public sealed record ProjectPart(string Organisation, ProjectRole? Role);

/// <summary>What a party undertook.</summary>
/// <param name="What">What was undertaken, in the words of the text.</param>
/// <param name="OwedBy">The key of the organisation that owes it.</param>
/// <param name="By">The key of the person who is to see to it.</param>
/// <param name="OwedTo">The keys of those it is owed to.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Meeting">The key of the meeting it was made at.</param>
/// <param name="Agreement">The key of the agreement it was made under.</param>
public sealed record CommitmentFact(
    string What, string? OwedBy, string? By, IReadOnlyList<string> OwedTo, EdtfDate? Due, string? Meeting, string? Agreement) : Fact;
