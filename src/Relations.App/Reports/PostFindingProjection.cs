using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Relations.App.Store;
using Relations.App.Views;
using Relations.Domain.Meetings;
using Relations.Domain.People;

namespace Relations.App.Reports;

/// <summary>
/// Keeps <see cref="PostFinding"/> up to date. Each pair of a meeting and a person that a batch of events touched is judged anew, from
/// the events of both up to the last of the batch, and its findings are written whole; likewise where an erasure masked an event. Which meetings a person took part in is asked of the
/// meetings as they are now: who was taken out of one since is judged when the event that did so comes.
/// </summary>
internal sealed class PostFindingProjection : IProjection
{
    /// <summary>The name under which the findings are built and rebuilt.</summary>
    public const string ViewName = "PostFindings";

    private const int PairsAtOnce = 500;

    /// <inheritdoc />
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var masked = new List<IEvent>();
        foreach (var completed in events.Where(e => e.Data is PersonErasureCompleted))
            masked.AddRange(await Remaking.MaskedAsync(operations, completed, cancellation));
        Guid[] meetings = [.. events.Concat(masked).Where(MovesAMeeting).Select(e => e.StreamId).Distinct()];
        Guid[] people = [.. events.Concat(masked).Where(e => e.Data is PersonAppointed or PersonAppointmentEnded or PersonAppointmentRetracted).Select(e => e.StreamId).Distinct()];
        if (meetings.Length + people.Length == 0)
            return;
        var last = events[^1].Sequence;
        var touched = meetings.Union(await MeetingsOfAsync(operations, people, cancellation)).ToArray();
        foreach (var some in touched.Chunk(PairsAtOnce))
        {
            var told = await StreamsAsync(operations, some, last, cancellation);
            var pairs = told
                .SelectMany(m => m.Value.Select(e => e.Data).OfType<ParticipantRecorded>().Select(p => p.Person.Value).Distinct().Select(p => (Meeting: m.Key, Person: p)))
                .Where(p => meetings.Contains(p.Meeting) || people.Contains(p.Person)).ToList();
            var appointed = await StreamsAsync(operations, [.. pairs.Select(p => p.Person).Distinct()], last, cancellation);
            Write(operations, pairs, [.. pairs.SelectMany(p => PostFinding.Of(told[p.Meeting], appointed.GetValueOrDefault(p.Person, [])))]);
        }
    }

    /// <summary>Findings that hold no more are taken away, and the others written over, in whatever order the store does it.</summary>
    private static void Write(IDocumentOperations operations, IReadOnlyList<(Guid Meeting, Guid Person)> pairs, PostFinding[] findings)
    {
        operations.QueueSqlCommand(
            $"""
            delete from {RelationsStore.Schema}.mt_doc_postfinding f using unnest(?, ?) p(meeting, person)
            where f.meeting = p.meeting and f.data ->> 'person' = p.person and not f.id = any(?)
            """,
            pairs.Select(p => p.Meeting).ToArray(),
            pairs.Select(p => p.Person.ToString()).ToArray(),
            findings.Select(f => f.Id).ToArray());
        operations.Store(findings);
    }

    private static bool MovesAMeeting(IEvent e) => e.Data is MeetingHeld or MeetingCorrected or MeetingWithdrawn or ParticipantRecorded or ParticipantRetracted;

    private static async Task<IReadOnlyList<Guid>> MeetingsOfAsync(IDocumentOperations operations, Guid[] people, CancellationToken cancellation) => people.Length == 0
        ? []
        : await operations.AdvancedSql.QueryAsync<Guid>(
            $$"""
            select distinct m.id from unnest(?) p(id)
              join {{RelationsStore.Schema}}.mt_doc_meeting m on m.data -> 'participants' @> jsonb_build_array(jsonb_build_object('person', p.id))
            """,
            cancellation,
            people);

    private static async Task<Dictionary<Guid, IReadOnlyList<IEvent>>> StreamsAsync(
        IDocumentOperations operations, Guid[] streams, long last, CancellationToken cancellation)
    {
        var events = await operations.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(streams) && e.Sequence <= last).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        return events.GroupBy(e => e.StreamId).ToDictionary(g => g.Key, g => (IReadOnlyList<IEvent>)[.. g]);
    }
}
