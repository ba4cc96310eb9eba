using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Commitments;

/// <summary>A party undertook something towards others.</summary>
/// <param name="Partnerships">The partnerships it belongs to.</param>
/// <param name="What">What was undertaken.</param>
/// <param name="OwedBy">The party that owes it.</param>
/// <param name="OwedTo">Those it is owed to.</param>
/// <param name="On">When it was undertaken.</param>
/// <param name="Due">When it is due; null where no date was named.</param>
/// <param name="Meeting">The meeting it was made at.</param>
/// <param name="Agreement">The agreement it was made under.</param>
[EventAlias("commitment_made")]
public sealed record CommitmentMade(
    IReadOnlyList<PartnershipId> Partnerships,
    string What,
    OrganisationId OwedBy,
    IReadOnlyList<OrganisationId> OwedTo,
    EdtfDate? On,
    EdtfDate? Due,
    MeetingId? Meeting,
    AgreementId? Agreement) : Event, IDated;

/// <summary>A person took charge of it.</summary>
/// <param name="To">The person.</param>
/// <param name="On">Since when.</param>
[EventAlias("commitment_assigned")]
public sealed record CommitmentAssigned(PersonId To, EdtfDate? On) : Event, IDated;

/// <summary>Its due date was moved.</summary>
/// <param name="Due">The new due date.</param>
/// <param name="On">When it was moved.</param>
[EventAlias("commitment_deferred")]
public sealed record CommitmentDeferred(EdtfDate Due, EdtfDate? On) : Event, IDated;

/// <summary>It was kept.</summary>
/// <param name="On">When.</param>
/// <param name="Evidence">What shows it.</param>
[EventAlias("commitment_kept")]
public sealed record CommitmentKept(EdtfDate? On, string Evidence) : Event, IDated;

/// <summary>It was not kept and will not be.</summary>
/// <param name="On">When that was established.</param>
/// <param name="Why">What happened.</param>
[EventAlias("commitment_broken")]
public sealed record CommitmentBroken(EdtfDate? On, string Why) : Event, IDated;

/// <summary>Those it was owed to released it.</summary>
/// <param name="On">When.</param>
/// <param name="Why">The reason given.</param>
[EventAlias("commitment_withdrawn")]
public sealed record CommitmentWithdrawn(EdtfDate? On, string Why) : Event, IDated;

/// <summary>What was recorded wrong was corrected. Both values stay visible.</summary>
/// <param name="Before">The corrected fields as they stood; the others are null.</param>
/// <param name="After">The same fields as they are.</param>
[EventAlias("commitment_corrected")]
public sealed record CommitmentCorrected(CommitmentFacts Before, CommitmentFacts After) : Event;

/// <summary>The fields of a commitment that a correction can touch.</summary>
/// <param name="What">What was undertaken.</param>
/// <param name="On">When.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Status">Where it stands.</param>
public sealed record CommitmentFacts(string? What, EdtfDate? On, EdtfDate? Due, CommitmentStatus? Status);
