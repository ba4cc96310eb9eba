using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Meetings;

/// <summary>What can be asked of a meeting.</summary>
public abstract record MeetingCommand : Command;

/// <summary>Records that a meeting is planned.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="PlannedFor">When it is to be held.</param>
/// <param name="Place">Where.</param>
/// <param name="Modality">How the participants are to meet.</param>
/// <param name="Title">What it is called, at most <see cref="Limits.Subject"/> characters.</param>
public sealed record ScheduleMeeting(
    IReadOnlyList<PartnershipId> Partnerships,
    EdtfDate PlannedFor,
    Place? Place = null,
    Modality? Modality = null,
    string? Title = null) : MeetingCommand, IOpensRecord;

/// <summary>Records whole, in one step, a meeting that was held and that nobody had scheduled here.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="On">When it was held.</param>
/// <param name="Place">Where.</param>
/// <param name="Modality">How the participants met; null where nobody wrote it down.</param>
/// <param name="Title">What it was called, at most <see cref="Limits.Subject"/> characters.</param>
/// <param name="Participants">Who took part, at most <see cref="Limits.Items"/>.</param>
/// <param name="Topics">What was discussed, at most <see cref="Limits.Items"/>, each at most <see cref="Limits.Subject"/> characters.</param>
/// <param name="Outcomes">What came of it, at most <see cref="Limits.Items"/>.</param>
public sealed record LogMeeting(
    IReadOnlyList<PartnershipId> Partnerships,
    EdtfDate On,
    Place? Place = null,
    Modality? Modality = null,
    string? Title = null,
    IReadOnlyList<ParticipantEntry>? Participants = null,
    IReadOnlyList<string>? Topics = null,
    IReadOnlyList<OutcomeEntry>? Outcomes = null) : MeetingCommand, IOpensRecord;

/// <summary>One participant of a meeting that is logged whole.</summary>
/// <param name="Person">Who took part.</param>
/// <param name="OnBehalfOf">For which organisation.</param>
/// <param name="Post">The post held on that day, as written, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="Role">In which role.</param>
/// <param name="Note">What else is written of them, such as “newly appointed”, at most <see cref="Limits.Subject"/> characters.</param>
public sealed record ParticipantEntry(PersonId Person, OrganisationId OnBehalfOf, string? Post, ParticipantRole Role, string? Note = null);

/// <summary>One outcome of a meeting that is logged whole. See <see cref="RecordOutcome"/> for what an outcome is not.</summary>
/// <param name="Text">What came of it, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="Kind">Of which kind it is.</param>
public sealed record OutcomeEntry(string Text, OutcomeKind Kind);

/// <summary>Records that the parties moved a scheduled meeting. A planned date that was entered wrong is a correction.</summary>
/// <param name="PlannedFor">When it is to be held now.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record RescheduleMeeting(EdtfDate PlannedFor, string? Why = null) : MeetingCommand;

/// <summary>Records that a scheduled meeting was called off.</summary>
/// <param name="On">When it was called off; null where nobody knows.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record CancelMeeting(EdtfDate? On, string Why) : MeetingCommand;

/// <summary>
/// Records that a scheduled meeting was held. Those announced for it stay expected until each is recorded as a
/// participant of the meeting that was held: a plan is no proof of presence.
/// </summary>
/// <param name="On">When it was held.</param>
/// <param name="Place">Where; null says that it was held where it was planned.</param>
/// <param name="Modality">How the participants met; null says that it was as planned.</param>
public sealed record HoldMeeting(EdtfDate On, Place? Place = null, Modality? Modality = null) : MeetingCommand;

/// <summary>Records that the day of a scheduled meeting came and it was not held, although nobody had called it off.</summary>
/// <param name="On">The day on which it was not held; null where nobody knows.</param>
/// <param name="Why">What happened, at most <see cref="Limits.Text"/> characters.</param>
public sealed record RecordNotHeld(EdtfDate? On, string Why) : MeetingCommand;

/// <summary>
/// Records a participant: expected, while the meeting is scheduled; present, once it was held. Recording a person who
/// was expected once more after the meeting was held says that they came.
/// </summary>
/// <param name="Person">Who.</param>
/// <param name="OnBehalfOf">For which organisation.</param>
/// <param name="Post">The post held on that day, as written, at most <see cref="Limits.Name"/> characters.</param>
/// <param name="Role">In which role.</param>
/// <param name="Note">What else is written of them, such as “newly appointed”, at most <see cref="Limits.Subject"/> characters.</param>
public sealed record RecordParticipant(
    PersonId Person,
    OrganisationId OnBehalfOf,
    string? Post,
    ParticipantRole Role,
    string? Note = null) : MeetingCommand;

/// <summary>Records what was discussed.</summary>
/// <param name="Topic">The topic, at most <see cref="Limits.Subject"/> characters.</param>
public sealed record DiscussTopic(string Topic) : MeetingCommand;

/// <summary>Records what a participant said.</summary>
/// <param name="Speaker">Who said it.</param>
/// <param name="Language">The language of <paramref name="Text"/>, an ISO 639-1 code such as <c>es</c>.</param>
/// <param name="Text">What was said, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="Quoted">Whether these are the speaker's own words; false where they are reported.</param>
public sealed record RecordStatement(PersonId Speaker, string Language, string Text, bool Quoted) : MeetingCommand;

/// <summary>Records a draft of the minutes, as a document or as text. A later draft takes the place of an earlier one until one is approved.</summary>
/// <param name="Source">The document that holds them.</param>
/// <param name="Text">The minutes themselves, at most <see cref="Limits.Text"/> characters; longer ones are registered as a source.</param>
public sealed record DraftMinutes(SourceId? Source = null, string? Text = null) : MeetingCommand;

/// <summary>Records that organisations approved the minutes as drafted. Each may do so on a day of its own.</summary>
/// <param name="On">When they approved them.</param>
/// <param name="By">The organisations that did.</param>
public sealed record ApproveMinutes(EdtfDate On, IReadOnlyList<OrganisationId> By) : MeetingCommand;

/// <summary>
/// Records what came of the meeting. “Ties of cooperation renewed” is an outcome of the meeting, a reaffirmation, and
/// never the renewal of an agreement. The term of an agreement changes only as the agreement itself provides or by a
/// further agreement between its parties (Vienna Conventions on the Law of Treaties, 1969 and 1986, article 39), and
/// that is recorded on the agreement.
/// </summary>
/// <param name="Text">What came of it, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="Kind">Of which kind it is.</param>
public sealed record RecordOutcome(string Text, OutcomeKind Kind) : MeetingCommand;

/// <summary>Attaches a document that belongs to the meeting: an agenda, a communiqué, a photograph.</summary>
/// <param name="Source">The document.</param>
public sealed record AttachSource(SourceId Source) : MeetingCommand;

/// <summary>
/// Corrects what was recorded wrong. Only the fields given change; the reason stands in the provenance. A corrected
/// status brings its own date, since the day a meeting was held is not the day it was called off.
/// </summary>
/// <param name="On">When it really was held, called off or not held, as its status says.</param>
/// <param name="Place">Where it really was.</param>
/// <param name="Modality">How the participants really met.</param>
/// <param name="Title">What it really was called.</param>
/// <param name="Status">Where it really stands.</param>
/// <param name="PlannedFor">When it really was to be held.</param>
public sealed record CorrectMeeting(
    EdtfDate? On = null,
    Place? Place = null,
    Modality? Modality = null,
    string? Title = null,
    MeetingStatus? Status = null,
    EdtfDate? PlannedFor = null) : MeetingCommand, ICorrects;

/// <summary>Takes back a participant who was entered in error.</summary>
/// <param name="Number">The participant's number in the meeting.</param>
public sealed record RetractParticipant(int Number) : MeetingCommand, ICorrects;

/// <summary>Takes back a topic that was entered in error.</summary>
/// <param name="Number">The topic's number in the meeting.</param>
public sealed record RetractTopic(int Number) : MeetingCommand, ICorrects;

/// <summary>Takes back a statement that was entered in error.</summary>
/// <param name="Number">The statement's number in the meeting.</param>
public sealed record RetractStatement(int Number) : MeetingCommand, ICorrects;

/// <summary>Takes back an outcome that was entered in error.</summary>
/// <param name="Number">The outcome's number in the meeting.</param>
public sealed record RetractOutcome(int Number) : MeetingCommand, ICorrects;

/// <summary>Takes back minutes that were entered in error, with their approvals.</summary>
public sealed record RetractMinutes : MeetingCommand, ICorrects;

/// <summary>Takes back a document that was attached in error.</summary>
/// <param name="Source">The document.</param>
public sealed record RetractSource(SourceId Source) : MeetingCommand, ICorrects;

/// <summary>Takes back the whole meeting: it was entered in error. One that was called off is cancelled instead.</summary>
public sealed record WithdrawMeeting : MeetingCommand, ICorrects;
