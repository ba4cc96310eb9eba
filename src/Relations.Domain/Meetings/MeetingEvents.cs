using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Meetings;

// Topics, statements, outcomes and participants carry no date of their own: they are of the meeting's day, which
// stands once, in MeetingHeld, so that correcting it leaves no stale copies behind.

/// <summary>A meeting was planned.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="PlannedFor">When it is to be held.</param>
/// <param name="Place">Where.</param>
/// <param name="Modality">How the participants are to meet.</param>
/// <param name="Title">What it is called.</param>
[EventAlias("meeting_scheduled")]
public sealed record MeetingScheduled(
    IReadOnlyList<PartnershipId> Partnerships,
    EdtfDate PlannedFor,
    Place? Place,
    Modality? Modality,
    string? Title) : Event;

/// <summary>A scheduled meeting was moved.</summary>
/// <param name="PlannedFor">When it is to be held now.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("meeting_rescheduled")]
public sealed record MeetingRescheduled(EdtfDate PlannedFor, string? Why) : Event;

/// <summary>A scheduled meeting was called off.</summary>
/// <param name="On">When it was called off.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("meeting_cancelled")]
public sealed record MeetingCancelled(EdtfDate? On, string Why) : Event, IDated;

/// <summary>
/// A meeting was held, scheduled before or not. It tells the meeting whole, as it was held, and can be read without
/// what was planned.
/// </summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="On">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Modality">How the participants met.</param>
/// <param name="Title">What it was called.</param>
[EventAlias("meeting_held")]
public sealed record MeetingHeld(
    IReadOnlyList<PartnershipId> Partnerships,
    EdtfDate? On,
    Place? Place,
    Modality? Modality,
    string? Title) : Event, IDated;

/// <summary>The day of a scheduled meeting came and it was not held.</summary>
/// <param name="On">The day on which it was not held.</param>
/// <param name="Why">What happened.</param>
[EventAlias("meeting_not_held")]
public sealed record MeetingNotHeld(EdtfDate? On, string Why) : Event, IDated;

/// <summary>A person was announced for a scheduled meeting, or took part in one that was held.</summary>
/// <param name="Person">Who.</param>
/// <param name="OnBehalfOf">For which organisation.</param>
/// <param name="Post">The post held on that day, as written.</param>
/// <param name="Role">In which role.</param>
/// <param name="Note">What else is written of them.</param>
[EventAlias("meeting_participant_recorded")]
public sealed record ParticipantRecorded(
    PersonId Person,
    OrganisationId OnBehalfOf,
    string? Post,
    ParticipantRole Role,
    string? Note) : Event;

/// <summary>A topic was discussed.</summary>
/// <param name="Topic">The topic.</param>
[EventAlias("meeting_topic_discussed")]
public sealed record TopicDiscussed(string Topic) : Event;

/// <summary>A participant said something.</summary>
/// <param name="Speaker">Who said it.</param>
/// <param name="Language">The language of the text, an ISO 639-1 code.</param>
/// <param name="Text">What was said.</param>
/// <param name="Quoted">Whether these are the speaker's own words.</param>
[EventAlias("meeting_statement_recorded")]
public sealed record StatementRecorded(PersonId Speaker, string Language, string Text, bool Quoted) : Event;

/// <summary>Minutes were drafted.</summary>
/// <param name="Source">The document that holds them.</param>
/// <param name="Text">The minutes themselves.</param>
[EventAlias("meeting_minutes_drafted")]
public sealed record MinutesDrafted(SourceId? Source, string? Text) : Event;

/// <summary>Organisations approved the minutes.</summary>
/// <param name="On">When.</param>
/// <param name="By">The organisations.</param>
[EventAlias("meeting_minutes_approved")]
public sealed record MinutesApproved(EdtfDate? On, IReadOnlyList<OrganisationId> By) : Event, IDated;

/// <summary>Something came of the meeting. Never the renewal of an agreement: see <see cref="RecordOutcome"/>.</summary>
/// <param name="Text">What came of it.</param>
/// <param name="Kind">Of which kind it is.</param>
[EventAlias("meeting_outcome_recorded")]
public sealed record OutcomeRecorded(string Text, OutcomeKind Kind) : Event;

/// <summary>A document was attached.</summary>
/// <param name="Source">The document.</param>
[EventAlias("meeting_source_attached")]
public sealed record MeetingSourceAttached(SourceId Source) : Event;

/// <summary>What was recorded wrong was corrected. Both values stay visible.</summary>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are. Where the status changed, the date is replaced also by an unknown one.</param>
[EventAlias("meeting_corrected")]
public sealed record MeetingCorrected(MeetingFacts Before, MeetingFacts After) : Event;

/// <summary>The fields of a meeting that a correction can touch.</summary>
/// <param name="On">When it was held, called off or not held.</param>
/// <param name="Place">Where.</param>
/// <param name="Modality">How the participants met.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PlannedFor">When it was to be held.</param>
public sealed record MeetingFacts(
    EdtfDate? On = null,
    Place? Place = null,
    Modality? Modality = null,
    string? Title = null,
    MeetingStatus? Status = null,
    EdtfDate? PlannedFor = null);

/// <summary>A participant had been entered in error.</summary>
/// <param name="Number">The participant's number in the meeting.</param>
/// <param name="Person">Who was entered.</param>
/// <param name="OnBehalfOf">For which organisation.</param>
[EventAlias("meeting_participant_retracted")]
public sealed record ParticipantRetracted(int Number, PersonId Person, OrganisationId OnBehalfOf) : Event;

/// <summary>A topic had been entered in error.</summary>
/// <param name="Number">The topic's number in the meeting.</param>
/// <param name="Topic">The topic that was entered.</param>
[EventAlias("meeting_topic_retracted")]
public sealed record TopicRetracted(int Number, string Topic) : Event;

/// <summary>A statement had been entered in error.</summary>
/// <param name="Number">The statement's number in the meeting.</param>
/// <param name="Speaker">Whose statement was entered.</param>
/// <param name="Text">The text that was entered.</param>
[EventAlias("meeting_statement_retracted")]
public sealed record StatementRetracted(int Number, PersonId Speaker, string Text) : Event;

/// <summary>An outcome had been entered in error.</summary>
/// <param name="Number">The outcome's number in the meeting.</param>
/// <param name="Text">The outcome that was entered.</param>
[EventAlias("meeting_outcome_retracted")]
public sealed record OutcomeRetracted(int Number, string Text) : Event;

/// <summary>Minutes had been entered in error; their approvals fall with them.</summary>
/// <param name="Source">The document that was entered.</param>
/// <param name="Text">The text that was entered.</param>
[EventAlias("meeting_minutes_retracted")]
public sealed record MinutesRetracted(SourceId? Source, string? Text) : Event;

/// <summary>A document had been attached in error.</summary>
/// <param name="Source">The document.</param>
[EventAlias("meeting_source_retracted")]
public sealed record MeetingSourceRetracted(SourceId Source) : Event;

/// <summary>The meeting as a whole had been entered in error.</summary>
/// <param name="Was">Where it stood until then.</param>
[EventAlias("meeting_withdrawn")]
public sealed record MeetingWithdrawn(MeetingStatus Was) : Event;
