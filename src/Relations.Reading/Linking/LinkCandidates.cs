using Relations.Domain.Agreements;
using Relations.Domain.People;
using Relations.Domain.Time;

namespace Relations.Reading.Linking;

/// <summary>What is on record and may be what was read.</summary>
/// <param name="Organisations">The organisations; those without a record are passed over.</param>
/// <param name="People">The people found by their <see cref="BlockingKeys"/>.</param>
/// <param name="Agreements">The agreements of the organisations in question.</param>
/// <param name="Meetings">The meetings of the organisations in question.</param>
public sealed record LinkCandidates(
    IReadOnlyList<KnownOrganisation> Organisations,
    IReadOnlyList<KnownPerson> People,
    IReadOnlyList<KnownAgreement> Agreements,
    IReadOnlyList<KnownMeeting> Meetings);

/// <summary>A person on record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Name">The name.</param>
/// <param name="Posts">The posts held, past ones too.</param>
public sealed record KnownPerson(Guid Record, PersonName Name, IReadOnlyList<KnownPost> Posts);

/// <summary>A post on record.</summary>
/// <param name="Organisation">The organisation's record.</param>
/// <param name="Post">The post.</param>
public sealed record KnownPost(Guid Organisation, string Post);

/// <summary>An agreement on record.</summary>
/// <param name="Record">The record.</param>
/// <param name="Type">Its type.</param>
/// <param name="Title">Its title or subject.</param>
/// <param name="Parties">The parties' records.</param>
/// <param name="Since">When it was signed or came into force, whichever is known.</param>
/// <param name="Number">Its reference number.</param>
public sealed record KnownAgreement(
    Guid Record, AgreementType? Type, string? Title, IReadOnlyList<Guid> Parties, EdtfDate? Since, string? Number);

/// <summary>A meeting on record.</summary>
/// <param name="Record">The record.</param>
/// <param name="On">When.</param>
/// <param name="Organisations">The records of the organisations that met.</param>
/// <param name="Title">Its title.</param>
/// <param name="City">The city.</param>
public sealed record KnownMeeting(Guid Record, EdtfDate? On, IReadOnlyList<Guid> Organisations, string? Title, string? City);
