using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Projects;

/// <summary>A project that exists or existed was attested.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Participants">Who takes part in which role.</param>
/// <param name="Status">Where it stood when it was recorded.</param>
/// <param name="Title">Its title; null where nobody knows it.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Period">When it ran, runs or is planned to run.</param>
/// <param name="Agreement">The agreement it runs under.</param>
[EventAlias("project_recorded")]
public sealed record ProjectRecorded(
    IReadOnlyList<PartnershipId> Partnerships,
    IReadOnlyList<ProjectParticipant> Participants,
    ProjectStatus Status,
    string? Title,
    string? Description,
    EdtfDate? Period,
    AgreementId? Agreement) : Event, IDated
{
    /// <summary>The period that it ran in; null where its work never began, because a plan is not yet a fact.</summary>
    EdtfDate? IDated.On => Status is ProjectStatus.Pipeline or ProjectStatus.Cancelled ? null : Period;
}

/// <summary>It was proposed.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Title">Its title.</param>
/// <param name="Participants">Who is to take part in which role.</param>
/// <param name="On">When it was proposed.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Period">When it is planned to run.</param>
/// <param name="Agreement">The agreement it is to run under.</param>
[EventAlias("project_proposed")]
public sealed record ProjectProposed(
    IReadOnlyList<PartnershipId> Partnerships,
    string Title,
    IReadOnlyList<ProjectParticipant> Participants,
    EdtfDate? On,
    string? Description,
    EdtfDate? Period,
    AgreementId? Agreement) : Event, IDated;

/// <summary>It was approved.</summary>
/// <param name="On">When.</param>
[EventAlias("project_approved")]
public sealed record ProjectApproved(EdtfDate? On) : Event, IDated;

/// <summary>Its work began.</summary>
/// <param name="On">When.</param>
[EventAlias("project_started")]
public sealed record ProjectStarted(EdtfDate? On) : Event, IDated;

/// <summary>It reached a milestone.</summary>
/// <param name="Entry">The entry's number in the project.</param>
/// <param name="Title">What was reached.</param>
/// <param name="On">When.</param>
[EventAlias("project_milestone_reached")]
public sealed record ProjectMilestoneReached(int Entry, string Title, EdtfDate? On) : Event, IDated;

/// <summary>A participant undertook to pay.</summary>
/// <param name="Entry">The entry's number in the project.</param>
/// <param name="By">The participant.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">In which currency (ISO 4217).</param>
/// <param name="On">When.</param>
[EventAlias("project_funds_committed")]
public sealed record ProjectFundsCommitted(int Entry, OrganisationId By, decimal Amount, string Currency, EdtfDate? On) : Event, IDated;

/// <summary>A participant paid.</summary>
/// <param name="Entry">The entry's number in the project.</param>
/// <param name="By">The participant.</param>
/// <param name="Amount">How much.</param>
/// <param name="Currency">In which currency (ISO 4217).</param>
/// <param name="On">When.</param>
[EventAlias("project_funds_disbursed")]
public sealed record ProjectFundsDisbursed(int Entry, OrganisationId By, decimal Amount, string Currency, EdtfDate? On) : Event, IDated;

/// <summary>Its work was interrupted.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("project_suspended")]
public sealed record ProjectSuspended(EdtfDate? On, string Why) : Event, IDated;

/// <summary>Its work went on.</summary>
/// <param name="On">When.</param>
[EventAlias("project_resumed")]
public sealed record ProjectResumed(EdtfDate? On) : Event, IDated;

/// <summary>Its activities were done.</summary>
/// <param name="On">When.</param>
[EventAlias("project_completed")]
public sealed record ProjectCompleted(EdtfDate? On) : Event, IDated;

/// <summary>It was closed.</summary>
/// <param name="On">When.</param>
[EventAlias("project_closed")]
public sealed record ProjectClosed(EdtfDate? On) : Event, IDated;

/// <summary>It was given up.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("project_cancelled")]
public sealed record ProjectCancelled(EdtfDate? On, string Why) : Event, IDated;

/// <summary>A result was reported.</summary>
/// <param name="Entry">The entry's number in the project.</param>
/// <param name="Title">The result.</param>
/// <param name="Text">What was reported.</param>
/// <param name="On">When it was reported.</param>
[EventAlias("project_result_reported")]
public sealed record ProjectResultReported(int Entry, string Title, string Text, EdtfDate? On) : Event, IDated;

/// <summary>An organisation came to take part, or took on another role.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Role">The role.</param>
/// <param name="On">Since when.</param>
[EventAlias("project_participant_joined")]
public sealed record ProjectParticipantJoined(OrganisationId Organisation, ProjectRole Role, EdtfDate? On) : Event, IDated;

/// <summary>A role that an organisation never had was taken back.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Role">The role.</param>
[EventAlias("project_participant_retracted")]
public sealed record ProjectParticipantRetracted(OrganisationId Organisation, ProjectRole Role) : Event;

/// <summary>An approval that was never given was taken back.</summary>
[EventAlias("project_approval_retracted")]
public sealed record ProjectApprovalRetracted : Event;

/// <summary>A milestone, an amount or a result that was entered in error was taken back.</summary>
/// <param name="Entry">Its number in the project.</param>
[EventAlias("project_entry_retracted")]
public sealed record ProjectEntryRetracted(int Entry) : Event;

/// <summary>What was recorded wrong was corrected. Both values stay visible.</summary>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
[EventAlias("project_corrected")]
public sealed record ProjectCorrected(ProjectFacts Before, ProjectFacts After) : Event;

/// <summary>The fields of a project that a correction can touch.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Period">When it ran or is planned to run.</param>
/// <param name="Agreement">The agreement it runs under.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Dates">The dates touched; after a change of status also those that fell away.</param>
public sealed record ProjectFacts(
    IReadOnlyList<PartnershipId>? Partnerships = null,
    string? Title = null,
    string? Description = null,
    EdtfDate? Period = null,
    AgreementId? Agreement = null,
    ProjectStatus? Status = null,
    ProjectDates? Dates = null);
