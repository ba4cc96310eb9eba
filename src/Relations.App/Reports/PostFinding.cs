using System.Text.Json.Serialization;
using JasperFx.Events;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Reports;

/// <summary>How the post that a meeting shows stands to the appointments on record.</summary>
[JsonConverter(typeof(EnumNameConverter<PostVerdict>))]
public enum PostVerdict
{
    /// <summary>The person holds that post on record, and not on that day.</summary>
    OutsideTenure,

    /// <summary>On that day the person certainly held another post there, and that one is not on record.</summary>
    OtherPost,
}

/// <summary>
/// A participant whose post at a meeting does not go with the appointments on record, and from which moment of recording to which
/// that was so: either side may be corrected, and an earlier moment may be asked about. Dates are compared by their bounds, and what is not
/// known contradicts nothing.
/// </summary>
public sealed record PostFinding
{
    /// <summary>The meeting, the participant's number there, and the event since which it is so.</summary>
    public required string Id { get; init; }

    /// <summary>The meeting.</summary>
    public required Guid Meeting { get; init; }

    /// <summary>The participant's number in it.</summary>
    public required int Number { get; init; }

    /// <summary>Who took part.</summary>
    public required Guid Person { get; init; }

    /// <summary>For which organisation.</summary>
    public required OrganisationId OnBehalfOf { get; init; }

    /// <summary>The post that the meeting shows.</summary>
    public required string Post { get; init; }

    /// <summary>When the meeting was held.</summary>
    public required EdtfDate On { get; init; }

    /// <summary>The first day on which it can have been held; null where that is unknown.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What is wrong.</summary>
    public required PostVerdict Verdict { get; init; }

    /// <summary>The appointments that it stands against.</summary>
    public required IReadOnlyList<Appointment> Appointments { get; init; }

    /// <summary>The event that recorded the participant, by its place in the order of recording.</summary>
    public required long Sequence { get; init; }

    /// <summary>The account that recorded it; empty where nobody known did.</summary>
    public required string By { get; init; }

    /// <summary>The partnerships that the meeting belongs to.</summary>
    public required Guid[] Partnerships { get; init; }

    /// <summary>Since which moment of recording it is so.</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>Until which moment it was so; null where it still is.</summary>
    public DateTimeOffset? KnownUntil { get; init; }

    /// <summary>How a post stands to some appointments; null where nothing is wrong.</summary>
    /// <param name="participant">Who took part, in which post.</param>
    /// <param name="on">When.</param>
    /// <param name="appointments">The person's appointments on record.</param>
    /// <returns>What is wrong, and the appointments that it stands against.</returns>
    public static (PostVerdict Verdict, IReadOnlyList<Appointment> Against)? Judge(
        Participant participant, EdtfDate on, IReadOnlyList<Appointment> appointments)
    {
        ArgumentNullException.ThrowIfNull(participant);
        if (participant.Post is not { } post || participant.Expected)
            return null;
        List<Appointment> same = [.. appointments.Where(a => a.IsTo(participant.OnBehalfOf, post))];
        if (same.Count > 0)
            return same.All(a => IsOutside(a, on)) ? (PostVerdict.OutsideTenure, same) : null;
        List<Appointment> others = [.. appointments.Where(a => a.Organisation == participant.OnBehalfOf && CertainlyRunsOn(a, on))];
        return others.Count > 0 ? (PostVerdict.OtherPost, others) : null;
    }

    /// <summary>The findings of a meeting and one person, over all that was recorded of both.</summary>
    /// <param name="meeting">The meeting's events.</param>
    /// <param name="person">The person's events.</param>
    public static IReadOnlyList<PostFinding> Of(IReadOnlyList<IEvent> meeting, IReadOnlyList<IEvent> person)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(person);
        List<PostFinding> findings = [];
        Dictionary<int, PostFinding> open = [];
        var (held, who) = ((Domain.Meetings.Meeting?)null, (Domain.People.Person?)null);
        Dictionary<int, IEvent> recorded = [];
        foreach (var e in meeting.Concat(person).OrderBy(e => e.Sequence).Where(e => e.Data is Event))
        {
            if (person.Count > 0 && e.StreamId == person[0].StreamId)
                who = Domain.People.Person.Fold(who, e.StreamId, (Event)e.Data);
            else
                held = Domain.Meetings.Meeting.Fold(held, e.StreamId, (Event)e.Data);
            if (held is null || who is null)
                continue;
            if (e.Data is ParticipantRecorded entry && held.Find(entry.Person, entry.OnBehalfOf) is { } announced)
                recorded[announced.Number] = e;
            Follow(open, findings, Now(held, who, recorded).ToDictionary(f => f.Number), e);
        }

        return [.. findings, .. open.Values.OrderBy(f => f.Number)];
    }

    /// <summary>What is as it was goes on; the rest ends, or begins, with this event.</summary>
    private static void Follow(Dictionary<int, PostFinding> open, List<PostFinding> closed, Dictionary<int, PostFinding> now, IEvent e)
    {
        foreach (var (number, finding) in open.ToList())
        {
            if (now.TryGetValue(number, out var still) && IsSame(finding, still))
                continue;
            open.Remove(number);
            closed.Add(finding with { KnownUntil = e.Timestamp });
        }

        foreach (var (number, finding) in now.Where(f => !open.ContainsKey(f.Key)))
            open[number] = finding with { Id = $"{finding.Meeting:N}-{number:D6}-{e.Sequence:D12}", KnownFrom = e.Timestamp };
    }

    private static bool IsSame(PostFinding one, PostFinding other) =>
        (one.Post, one.On, one.Verdict, one.Sequence) == (other.Post, other.On, other.Verdict, other.Sequence)
        && one.Appointments.SequenceEqual(other.Appointments) && one.Partnerships.SequenceEqual(other.Partnerships);

    private static IEnumerable<PostFinding> Now(Domain.Meetings.Meeting meeting, Domain.People.Person person, Dictionary<int, IEvent> recorded) =>
        from participant in meeting.Participants
        where meeting is { Status: MeetingStatus.Held, On: not null } && participant.Person.Value == person.Id && recorded.ContainsKey(participant.Number)
        let judged = Judge(participant, meeting.On!, person.Appointments)
        where judged is not null
        let entry = recorded[participant.Number]
        select new PostFinding
        {
            Id = "",
            Meeting = meeting.Id,
            Number = participant.Number,
            Person = person.Id,
            OnBehalfOf = participant.OnBehalfOf,
            Post = participant.Post!,
            On = meeting.On!,
            Day = meeting.On!.Earliest?.ToDateOnly(),
            Verdict = judged.Value.Verdict,
            Appointments = judged.Value.Against,
            Sequence = entry.Sequence,
            By = entry.UserName ?? "",
            Partnerships = [.. meeting.Partnerships.Select(p => p.Value).Order()],
            KnownFrom = entry.Timestamp,
        };

    private static bool IsOutside(Appointment a, EdtfDate on) =>
        (a.From is { } from && on.CertainlyBefore(from)) || (a.To is { } to && to.CertainlyBefore(on));

    private static bool CertainlyRunsOn(Appointment a, EdtfDate on) =>
        (a.From ?? a.AttestedBy) is { IsUncertain: false, IsApproximate: false } from && from.Latest <= on.Earliest
        && (a.To is null || (a.To is { IsUncertain: false, IsApproximate: false } to && to.Earliest >= on.Latest));
}
