using System.Globalization;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.QuickLog;

/// <summary>An organisation that is named in a log.</summary>
/// <param name="Id">Its record.</param>
/// <param name="New">How it is registered with the meeting; null where it is on record.</param>
public sealed record LoggedOrganisation(OrganisationId Id, RegisterOrganisation? New = null);

/// <summary>A person who is named in a log.</summary>
/// <param name="Id">The person's record.</param>
/// <param name="New">The name under which the person is registered with the meeting; null where the person is on record.</param>
public sealed record LoggedPerson(PersonId Id, PersonName? New = null);

/// <summary>Who took part.</summary>
/// <param name="Person">Who.</param>
/// <param name="For">For which organisation.</param>
/// <param name="Post">As what.</param>
/// <param name="Path">Where in the form this stands.</param>
public sealed record LoggedParticipant(LoggedPerson Person, LoggedOrganisation For, string? Post, string Path);

/// <summary>What somebody promised.</summary>
/// <param name="What">What.</param>
/// <param name="OwedBy">Who owes it.</param>
/// <param name="OwedTo">To whom.</param>
/// <param name="Due">By when.</param>
/// <param name="Path">Where in the form this stands.</param>
public sealed record LoggedPromise(string What, LoggedOrganisation OwedBy, IReadOnlyList<LoggedOrganisation> OwedTo, EdtfDate? Due, string Path);

/// <summary>One command of a log.</summary>
/// <param name="Record">The record it is for.</param>
/// <param name="Command">The command.</param>
/// <param name="Seen">The version it adds to, where it adds to a record that an earlier one opens.</param>
/// <param name="Path">Where in the form it comes from; empty for the meeting itself.</param>
public sealed record LogStep(Guid Record, Command Command, long? Seen, string Path);

/// <summary>A meeting as somebody tells of it in a minute, understood: every name is a record's, or that of a record to open.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Partnership">The partnership it belongs to.</param>
/// <param name="On">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Participants">Who took part.</param>
/// <param name="Topics">What about.</param>
/// <param name="Promises">What was promised.</param>
public sealed record LoggedMeeting(
    MeetingId Id,
    PartnershipId Partnership,
    EdtfDate On,
    Place? Place,
    IReadOnlyList<LoggedParticipant> Participants,
    IReadOnlyList<string> Topics,
    IReadOnlyList<LoggedPromise> Promises)
{
    /// <summary>The commands that record it, each building on those before.</summary>
    public IReadOnlyList<LogStep> Steps() =>
    [
        .. Participants.Select(p => (p.For, p.Path)).Concat(Promises.SelectMany(p => p.OwedTo.Prepend(p.OwedBy).Select(o => (o, p.Path))))
            .Where(o => o.Item1.New is not null).DistinctBy(o => o.Item1.Id)
            .Select(o => new LogStep(o.Item1.Id.Value, o.Item1.New!, null, o.Path)),
        .. Participants.Where(p => p.Person.New is not null).DistinctBy(p => p.Person.Id).SelectMany(Registration),
        new LogStep(Id.Value, Meeting, null, ""),
        .. Promises.Select((p, i) => new LogStep(CommitmentOf(i), Promise(p), null, p.Path)),
    ];

    /// <summary>The commands on their way.</summary>
    /// <param name="by">Who records.</param>
    /// <param name="key">The key of the form, by which a log sent twice is recorded once.</param>
    /// <param name="correlation">What belongs together.</param>
    public IReadOnlyList<Submission> Submissions(Actor by, string key, string correlation) =>
    [
        .. Steps().Select((step, i) => new Submission(step.Record, step.Command, by)
        {
            SeenVersion = step.Seen,
            IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"{key}/{i}"),
            CorrelationId = correlation,
        }),
    ];

    private LogMeeting Meeting => new(
        [Partnership],
        On,
        Place,
        Participants: [.. Participants.Select(p => new ParticipantEntry(p.Person.Id, p.For.Id, p.Post, ParticipantRole.Delegate))],
        Topics: Topics);

    /// <summary>
    /// Somebody new is registered with the post in which they came: it had begun by that day, whenever that was. A date less precise
    /// than a day says too little of that.
    /// </summary>
    private IEnumerable<LogStep> Registration(LoggedParticipant participant)
    {
        var id = participant.Person.Id.Value;
        yield return new(id, new RegisterPerson(participant.Person.New!), null, participant.Path);
        if (participant.Post is { } post)
            yield return new(id, new AppointPerson(participant.For.Id, post, Before: On.Precision == EdtfPrecision.Day ? On : null), 1, participant.Path);
    }

    private MakeCommitment Promise(LoggedPromise promise) => new(
        [Partnership], promise.What, promise.OwedBy.Id, [.. promise.OwedTo.Select(o => o.Id)], On, promise.Due, Id);

    private Guid CommitmentOf(int number) => LogIds.Of(Id.Value.ToString(), "promise", number.ToString(CultureInfo.InvariantCulture));
}

/// <summary>The ids of what a log opens: made from its key, so the same however often it is sent.</summary>
public static class LogIds
{
    private static readonly Guid IdsOfLogs = new("3c0a7b52-6e4f-4d0a-9a57-0e6f1f2b8d31");

    /// <summary>An id.</summary>
    /// <param name="parts">What it is of.</param>
    public static Guid Of(params IReadOnlyList<string> parts) => UUIDNext.Uuid.NewNameBased(IdsOfLogs, string.Join('/', parts));
}
