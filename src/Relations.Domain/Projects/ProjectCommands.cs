using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Projects;

/// <summary>What can be asked of a project.</summary>
public abstract record ProjectCommand : Command;

/// <summary>
/// Attests a project that exists or existed, in any state. Of an old one often little is known: two projects ran in 2010/2015 and neither is
/// named. A description then says which one is meant.
/// </summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Participants">Who takes part in which role; an organisation may have several.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Title">Its title; null where nobody knows it.</param>
/// <param name="Description">What it is about, at most <see cref="Limits.Text"/> characters; required where there is no title.</param>
/// <param name="Period">When it ran, runs or is planned to run, such as <c>2010/2015</c>.</param>
/// <param name="Agreement">The agreement it runs under.</param>
public sealed record RecordProject(
    IReadOnlyList<PartnershipId> Partnerships,
    IReadOnlyList<ProjectParticipant> Participants,
    ProjectStatus Status,
    string? Title = null,
    string? Description = null,
    EdtfDate? Period = null,
    AgreementId? Agreement = null) : ProjectCommand, IOpensRecord;

/// <summary>Records that a project was proposed. It is in the pipeline.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="Title">Its title.</param>
/// <param name="Participants">Who is to take part in which role; an organisation may have several.</param>
/// <param name="On">When it was proposed.</param>
/// <param name="Description">What it is about, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="Period">When it is planned to run.</param>
/// <param name="Agreement">The agreement it is to run under.</param>
public sealed record ProposeProject(
    IReadOnlyList<PartnershipId> Partnerships,
    string Title,
    IReadOnlyList<ProjectParticipant> Participants,
    EdtfDate On,
    string? Description = null,
    EdtfDate? Period = null,
    AgreementId? Agreement = null) : ProjectCommand, IOpensRecord;

/// <summary>Records that those who decide on it approved it. It stays in the pipeline until it starts.</summary>
/// <param name="On">When.</param>
public sealed record ApproveProject(EdtfDate On) : ProjectCommand;

/// <summary>Records that its work began.</summary>
/// <param name="On">When.</param>
public sealed record StartProject(EdtfDate On) : ProjectCommand;

/// <summary>Records that it reached a milestone.</summary>
/// <param name="Title">What was reached, at most <see cref="Limits.Subject"/> characters.</param>
/// <param name="On">When.</param>
public sealed record ReachMilestone(string Title, EdtfDate On) : ProjectCommand;

/// <summary>Records that a participant undertook to pay (IATI transaction type 2, outgoing commitment).</summary>
/// <param name="By">The participant.</param>
/// <param name="Amount">How much: above 0, at most <see cref="ProjectFunds.MostAmount"/>, with at most four decimals.</param>
/// <param name="Currency">In which currency: the three capital letters of ISO 4217.</param>
/// <param name="On">When.</param>
public sealed record CommitFunds(OrganisationId By, decimal Amount, string Currency, EdtfDate On) : ProjectCommand;

/// <summary>Records that a participant paid (IATI transaction type 3, disbursement).</summary>
/// <param name="By">The participant.</param>
/// <param name="Amount">How much: above 0, at most <see cref="ProjectFunds.MostAmount"/>, with at most four decimals.</param>
/// <param name="Currency">In which currency: the three capital letters of ISO 4217.</param>
/// <param name="On">When.</param>
public sealed record DisburseFunds(OrganisationId By, decimal Amount, string Currency, EdtfDate On) : ProjectCommand;

/// <summary>Records that the work was interrupted.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record SuspendProject(EdtfDate On, string Why) : ProjectCommand;

/// <summary>Records that interrupted work went on.</summary>
/// <param name="On">When.</param>
public sealed record ResumeProject(EdtfDate On) : ProjectCommand;

/// <summary>Records that its activities are done. What remains is the closing of the books and the evaluation.</summary>
/// <param name="On">When.</param>
public sealed record CompleteProject(EdtfDate On) : ProjectCommand;

/// <summary>Records that nothing remains to be done. A project closed without a completion of its own counts as completed by then.</summary>
/// <param name="On">When.</param>
public sealed record CloseProject(EdtfDate On) : ProjectCommand;

/// <summary>Records that it was given up before its activities were done.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record CancelProject(EdtfDate On, string Why) : ProjectCommand;

/// <summary>Records a result that was reported. Results come late: a closed or cancelled project takes them too.</summary>
/// <param name="Title">The result, at most <see cref="Limits.Subject"/> characters.</param>
/// <param name="Text">What was reported, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="On">When it was reported.</param>
public sealed record ReportResult(string Title, string Text, EdtfDate On) : ProjectCommand;

/// <summary>Records that an organisation came to take part, or took on another role.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Role">The role.</param>
/// <param name="On">Since when.</param>
public sealed record JoinProject(OrganisationId Organisation, ProjectRole Role, EdtfDate? On = null) : ProjectCommand;

/// <summary>Takes back a role that an organisation never had.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Role">The role.</param>
public sealed record RetractProjectParticipant(OrganisationId Organisation, ProjectRole Role) : ProjectCommand, ICorrects;

/// <summary>Takes back an approval that was never given. The other steps are taken back by correcting the status.</summary>
public sealed record RetractProjectApproval : ProjectCommand, ICorrects;

/// <summary>Takes back a milestone, an amount or a result that was entered in error.</summary>
/// <param name="Entry">Its number in the project.</param>
public sealed record RetractProjectEntry(int Entry) : ProjectCommand, ICorrects;

/// <summary>
/// Corrects what was recorded wrong, or fills in what nobody knew, such as the title of an old project. Only the fields given change; the
/// reason stands in the provenance.
/// </summary>
/// <param name="Partnerships">The partnerships it really belongs to.</param>
/// <param name="Title">Its real title.</param>
/// <param name="Description">What it is really about.</param>
/// <param name="Period">When it really ran or is really planned to run.</param>
/// <param name="Agreement">The agreement it really runs under.</param>
/// <param name="Status">Where it really stands. The dates of steps it has not taken then fall away.</param>
/// <param name="Dates">When it really took the steps that it has taken; null for those that stand.</param>
public sealed record CorrectProject(
    IReadOnlyList<PartnershipId>? Partnerships = null,
    string? Title = null,
    string? Description = null,
    EdtfDate? Period = null,
    AgreementId? Agreement = null,
    ProjectStatus? Status = null,
    ProjectDates? Dates = null) : ProjectCommand, ICorrects;
