using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>
/// What ties records of a kind to one record: once in SQL, for the store as it is, which has indexes for it, and once on their
/// states, for the past. A test holds the two together.
/// </summary>
/// <typeparam name="T">The kind of the records tied.</typeparam>
/// <param name="Sql">The condition on a record <c>d</c>.</param>
/// <param name="Values">The values of its parameters.</param>
/// <param name="Holds">The same on a state.</param>
internal sealed record Relation<T>(string Sql, object[] Values, Func<T, bool> Holds) where T : RecordState;

/// <summary>Every relation that a record's page shows.</summary>
internal static class RelationTo
{
    /// <summary>The partnerships that an organisation is a party to.</summary>
    /// <param name="record">The record.</param>
    public static Relation<Partnership>? OfPartnerships(RecordState record) => record is not Organisation o ? null : new(
        "d.data -> 'parties' @> ?::jsonb", [$$"""[{"organisation":"{{o.Id}}"}]"""], p => p.HasParty(new(o.Id)));

    /// <summary>The meetings of a person or an organisation.</summary>
    /// <param name="record">The record.</param>
    public static Relation<Meeting>? OfMeetings(RecordState record) => record switch
    {
        Person p => new("d.data -> 'participants' @> ?::jsonb", [$$"""[{"person":"{{p.Id}}"}]"""], m => m.Participants.Any(x => x.Person.Value == p.Id)),
        Organisation o => new(
            "d.data -> 'participants' @> ?::jsonb", [$$"""[{"onBehalfOf":"{{o.Id}}"}]"""], m => m.Participants.Any(x => x.OnBehalfOf.Value == o.Id)),
        _ => null,
    };

    /// <summary>The agreements of an organisation, and those under a framework.</summary>
    /// <param name="record">The record.</param>
    public static Relation<Agreement>? OfAgreements(RecordState record) => record switch
    {
        Organisation o => new("d.data -> 'parties' @> ?::jsonb", [$"""["{o.Id}"]"""], a => a.Parties.Contains(new(o.Id))),
        Agreement under => new("d.data ->> 'underAgreement' = ?", [under.Id.ToString()], a => a.UnderAgreement?.Value == under.Id),
        _ => null,
    };

    /// <summary>The projects of an organisation, and those under an agreement.</summary>
    /// <param name="record">The record.</param>
    public static Relation<Project>? OfProjects(RecordState record) => record switch
    {
        Organisation o => new("d.data -> 'participants' @> ?::jsonb", [$$"""[{"organisation":"{{o.Id}}"}]"""], p => p.Includes(new(o.Id))),
        Agreement a => new("d.data ->> 'agreement' = ?", [a.Id.ToString()], p => p.Agreement?.Value == a.Id),
        _ => null,
    };

    /// <summary>The commitments of an organisation or a person, and those made at a meeting or under an agreement.</summary>
    /// <param name="record">The record.</param>
    public static Relation<Commitment>? OfCommitments(RecordState record) => record switch
    {
        Organisation o => new(
            "(d.data ->> 'owedBy' = ? or d.data -> 'owedTo' @> ?::jsonb)",
            [o.Id.ToString(), $"""["{o.Id}"]"""],
            c => c.OwedBy.Value == o.Id || c.OwedTo.Contains(new(o.Id))),
        Person p => new("d.data ->> 'assignedTo' = ?", [p.Id.ToString()], c => c.AssignedTo?.Value == p.Id),
        Meeting m => new("d.data ->> 'meeting' = ?", [m.Id.ToString()], c => c.Meeting?.Value == m.Id),
        Agreement a => new("d.data ->> 'agreement' = ?", [a.Id.ToString()], c => c.Agreement?.Value == a.Id),
        _ => null,
    };

    /// <summary>The organs, offices and members of an organisation.</summary>
    /// <param name="record">The record.</param>
    public static Relation<Organisation>? OfOrganisations(RecordState record) => record is not Organisation parent ? null : new(
        "d.data -> 'placements' @> ?::jsonb", [$$"""[{"parent":"{{parent.Id}}"}]"""], o => o.Placements.Any(p => p.Parent.Value == parent.Id));

    /// <summary>The people who hold or held a post at an organisation.</summary>
    /// <param name="record">The record.</param>
    public static Relation<Person>? OfPeople(RecordState record) => record is not Organisation o ? null : new(
        "d.data -> 'appointments' @> ?::jsonb", [$$"""[{"organisation":"{{o.Id}}"}]"""], p => p.Appointments.Any(a => a.Organisation.Value == o.Id));
}
