using JasperFx.Events;
using Marten;
using Marten.Events;
using Relations.App.Access;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>
/// The one way into the record. Loads the state, asks the decider, appends what it says. One command is one transaction,
/// together with the outbox; what is refused leaves no trace in the streams.
/// </summary>
public static class SubmissionHandler
{
    /// <summary>How many events a conflict tells about at most.</summary>
    private const int ChangesTold = 50;

    /// <summary>Records a command or says why not.</summary>
    /// <param name="submission">The command on its way.</param>
    /// <param name="session">The unit of work; committed by the transactional middleware.</param>
    /// <param name="clock">For today's date.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<Outcome> Handle(
        Submission submission, IDocumentSession session, TimeProvider clock, CancellationToken cancellation)
    {
        // One connection for all that the command asks and writes, instead of one from the pool for each.
        await session.BeginTransactionAsync(cancellation);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var kind = RecordKinds.Of(submission.Command)
            ?? RecordKinds.Of((await session.Events.FetchStreamStateAsync(submission.RecordId, cancellation))?.AggregateType);
        return kind is null ? new Outcome.NotFound() : await kind.Record(submission, session, today, cancellation);
    }

    internal static async Task<Outcome> RecordAsync<TState, TCommand>(
        Submission submission, IDocumentSession session, DateOnly today, CancellationToken cancellation)
        where TState : RecordState, IRecordKind<TState, TCommand>
        where TCommand : Command
    {
        var command = submission.Command;

        // Asked also where there is no record: the time of an answer does not tell what is hidden from what is not there.
        var hidden = await HiddenPartnerships.OfAsync(session, submission.By, cancellation);

        // A new record has nothing to fetch. Were its id taken, the stream could not be started: Recorder answers that.
        var stream = command is IOpensRecord ? null : await session.Events.FetchForWriting<TState>(submission.RecordId, cancellation);
        var before = stream?.Aggregate;
        var version = stream?.CurrentVersion ?? 0;
        if (stream is not null && (before is null || !AccessPolicy.MayRead(submission.By, before, hidden)))
            return new Outcome.NotFound();

        // Who may not do this is not told either that it was done before, perhaps when they still might.
        var belongedTo = before?.Concerns.Partnerships ?? [];
        if (AccessPolicy.Forbids(submission.By, command, belongedTo) is { } forbids)
            return new Outcome.Forbidden(forbids);
        if (await CommandReceipt.FindAsync(submission, session, cancellation) is { } earlier)
            return earlier;
        if (stream is not null && submission.SeenVersion is null)
            return new Outcome.VersionNotSaid(version);
        if (stream is not null && submission.SeenVersion is { } seen && seen != version)
        {
            // It may be a twin of this command that was committed since the receipt was looked for.
            return await CommandReceipt.FindAsync(submission, session, cancellation)
                ?? await ConflictAsync(session, submission.RecordId, seen, cancellation);
        }

        var decision = Decide<TState, TCommand>(before, command, today);
        if (decision is Decision.Refused { Refusals: var refusals })
            return new Outcome.Refused(refusals);

        var (events, warnings) = (Decision.Accepted)decision;
        var after = events.Aggregate(before, (s, e) => TState.Fold(s, submission.RecordId, e));
        var concerns = ConcernsOf(before, after);
        if (AccessPolicy.Forbids(submission.By, command, concerns.Partnerships) is { } forbidsAfter)
            return new Outcome.Forbidden(forbidsAfter);
        var broken = await CrossRecordRules.CheckAsync(submission, before?.Concerns, concerns, hidden, session, cancellation);
        if (broken.Count > 0)
            return new Outcome.Refused(broken);

        Describe(session, submission);
        object[] built = [.. events.Select(e => Build(session, e, command.Provenance, concerns))];
        if (stream is null)
            session.Events.StartStream<TState>(submission.RecordId, built);
        else
            stream.AppendMany(built);
        var recorded = new Outcome.Recorded(
            submission.RecordId, version + events.Count, [.. events.Select(EventTypes.AliasOf)], before is null, warnings);
        CommandReceipt.Keep(submission, recorded, session);
        return recorded;
    }

    /// <summary>What a command makes of a state, by the rules of every record and those of its kind.</summary>
    internal static Decision Decide<TState, TCommand>(TState? state, Command command, DateOnly today)
        where TState : RecordState, IRecordKind<TState, TCommand>
        where TCommand : Command
    {
        var standing = ProvenanceRules.Check(command);
        if (standing.Count > 0)
            return new Decision.Refused(standing);
        if (command is IOpensRecord && state is not null)
            return new Decision.Refused([new(CommonRules.AlreadyRecorded)]);
        return command is ClassifyRecord c
            ? ClassificationDecider.Decide(state!, c)
            : TState.Decide(state, (TCommand)command, today);
    }

    /// <summary>Whom and what a step concerns: an event that removes a party still concerns it.</summary>
    internal static Concerns ConcernsOf(RecordState? before, RecordState? after) =>
        (before?.Concerns ?? Concerns.None).And(after?.Concerns ?? Concerns.None);

    private static void Describe(IDocumentSession session, Submission submission)
    {
        session.LastModifiedBy = submission.By.Name;
        session.CorrelationId = submission.CorrelationId ?? session.CorrelationId;
        session.CausationId = submission.IdempotencyKey ?? submission.CorrelationId ?? session.CausationId;
    }

    private static IEvent Build(IDocumentSession session, Event @event, Provenance provenance, Concerns concerns)
    {
        var built = session.Events.BuildEvent(@event);
        built.Describe(provenance, concerns);
        return built;
    }

    /// <summary>What was recorded since the sender looked.</summary>
    /// <param name="session">The store.</param>
    /// <param name="recordId">The record.</param>
    /// <param name="seen">The version that the sender saw.</param>
    /// <param name="cancellation">Stops the work.</param>
    private static async Task<Outcome> ConflictAsync(
        IQuerySession session, Guid recordId, long seen, CancellationToken cancellation)
    {
        var since = await session.Events.FetchStreamAsync(recordId, fromVersion: seen + 1, token: cancellation);
        return new Outcome.Conflict(
            seen,
            since.Count == 0 ? seen : since[^1].Version,
            [.. since.TakeLast(ChangesTold).Select(e => new Change(e.Version, e.EventTypeName, e.Data, e.UserName, e.Timestamp))]);
    }
}
