using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Briefings;

/// <summary>Somebody whom one will meet, or can call.</summary>
/// <param name="Person">The person.</param>
/// <param name="For">The organisation that they last spoke for.</param>
/// <param name="Expected">Whether they are announced for the next meeting.</param>
/// <param name="Posts">The posts that they may hold on the day, those at that organisation first.</param>
/// <param name="Left">The posts that they left since the last meeting.</param>
public sealed record BriefedPerson(
    Person Person, OrganisationId For, bool Expected, IReadOnlyList<BriefedPost> Posts, IReadOnlyList<Appointment> Left)
{
    /// <summary>
    /// The people of some meetings, as they stand on a day: those announced for the next one, then those who came to the last
    /// ones. Each once, for the organisation that they spoke for last.
    /// </summary>
    /// <param name="meetings">The meetings, the ones to come and then the latest first.</param>
    /// <param name="people">The people by id.</param>
    /// <param name="since">The last meeting: what changed since is marked.</param>
    /// <param name="day">The day.</param>
    public static IEnumerable<BriefedPerson> Of(
        IEnumerable<Meeting> meetings, IReadOnlyDictionary<Guid, Person> people, EdtfDate? since, DateOnly day) =>
        from participant in meetings.SelectMany(m => m.Participants).DistinctBy(p => p.Person)
        where people.ContainsKey(participant.Person.Value)
        select Of(people[participant.Person.Value], participant, since, day);

    private static BriefedPerson Of(Person person, Participant participant, EdtfDate? since, DateOnly day) => new(
        person,
        participant.OnBehalfOf,
        participant.Expected,
        [
            .. person.PostsOn(day)
                .OrderByDescending(a => a.Organisation == participant.OnBehalfOf).ThenByDescending(a => a.From)
                .Select(a => new BriefedPost(a, IsAfter(a.From, since))),
        ],
        [.. person.Appointments.Where(a => a.To?.HasEndedBefore(day) == true && IsAfter(a.To, since))]);

    private static bool IsAfter(EdtfDate? date, EdtfDate? since) => date is not null && since?.CertainlyBefore(date) == true;
}

/// <summary>A post that somebody may hold on the day.</summary>
/// <param name="Appointment">The post.</param>
/// <param name="IsNew">Whether it began after the last meeting.</param>
public sealed record BriefedPost(Appointment Appointment, bool IsNew);
