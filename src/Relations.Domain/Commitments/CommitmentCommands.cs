using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Commitments;

/// <summary>What can be asked of a commitment.</summary>
public abstract record CommitmentCommand : Command;

/// <summary>Records that one party undertook something towards others, at a meeting or under an agreement.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="What">What was undertaken, at most <see cref="Limits.Text"/> characters.</param>
/// <param name="OwedBy">The party that owes it.</param>
/// <param name="OwedTo">Those it is owed to.</param>
/// <param name="On">When it was undertaken.</param>
/// <param name="Due">When it is due; null where no date was named.</param>
/// <param name="Meeting">The meeting it was made at.</param>
/// <param name="Agreement">The agreement it was made under.</param>
public sealed record MakeCommitment(
    IReadOnlyList<PartnershipId> Partnerships,
    string What,
    OrganisationId OwedBy,
    IReadOnlyList<OrganisationId> OwedTo,
    EdtfDate On,
    EdtfDate? Due = null,
    MeetingId? Meeting = null,
    AgreementId? Agreement = null) : CommitmentCommand, IOpensRecord;

/// <summary>Names the person who sees to it.</summary>
/// <param name="To">The person.</param>
/// <param name="On">Since when.</param>
public sealed record AssignCommitment(PersonId To, EdtfDate? On = null) : CommitmentCommand;

/// <summary>Records that the parties moved the due date. Whether it was due is a fact; a wrongly recorded date is a correction.</summary>
/// <param name="Due">The new due date.</param>
/// <param name="On">When it was moved.</param>
public sealed record DeferCommitment(EdtfDate Due, EdtfDate On) : CommitmentCommand;

/// <summary>Records that it was kept.</summary>
/// <param name="On">When.</param>
/// <param name="Evidence">What shows it, at most <see cref="Limits.Text"/> characters.</param>
public sealed record KeepCommitment(EdtfDate On, string Evidence) : CommitmentCommand;

/// <summary>Records that it was not kept and will not be.</summary>
/// <param name="On">When that was established.</param>
/// <param name="Why">What happened, at most <see cref="Limits.Text"/> characters.</param>
public sealed record BreakCommitment(EdtfDate On, string Why) : CommitmentCommand;

/// <summary>Records that those it was owed to released it.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given, at most <see cref="Limits.Text"/> characters.</param>
public sealed record WithdrawCommitment(EdtfDate On, string Why) : CommitmentCommand;

/// <summary>Corrects what was recorded wrong. Only the fields given change; the reason stands in the provenance.</summary>
/// <param name="What">What was really undertaken.</param>
/// <param name="On">When it really was.</param>
/// <param name="Due">When it really is due.</param>
/// <param name="Status">Where it really stands.</param>
public sealed record CorrectCommitment(
    string? What = null,
    EdtfDate? On = null,
    EdtfDate? Due = null,
    CommitmentStatus? Status = null) : CommitmentCommand, ICorrects;
