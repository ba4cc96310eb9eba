using JasperFx;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Relations.App.Store;
using Relations.Domain.Recording;

namespace Relations.App.Recording;

/// <summary>What became of commands that were to be recorded together.</summary>
public abstract record BatchOutcome
{
    private BatchOutcome()
    {
    }

    /// <summary>All are recorded.</summary>
    /// <param name="Each">What became of each, in their order.</param>
    public sealed record Recorded(IReadOnlyList<Outcome.Recorded> Each) : BatchOutcome;

    /// <summary>One was not, and so none is.</summary>
    /// <param name="At">Its place among them, from 0.</param>
    /// <param name="Why">What became of it.</param>
    public sealed record Stopped(int At, Outcome Why) : BatchOutcome;
}

/// <summary>
/// Sends several commands to the record as one: all are recorded or none. Each takes the way of every command, and sees what those
/// before it did, so that a meeting may name people who are registered with it. A record that an earlier command touched was seen as
/// that left it: only the first says the version seen.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="clock">For today's date.</param>
public sealed class BatchRecorder(IDocumentStore store, TimeProvider clock)
{
    /// <summary>The most commands of one batch: it is one transaction, and others may wait for it.</summary>
    public const int Most = 500;

    /// <summary>Records all commands, or none and says why not.</summary>
    /// <param name="submissions">The commands on their way, in the order in which they are recorded, at most <see cref="Most"/>.</param>
    /// <param name="beside">What else is stored with them, such as that they were; it stops them where it cannot be.</param>
    /// <param name="cancellation">Stops the work before it is committed.</param>
    /// <exception cref="ConcurrencyException">What is stored beside has moved on.</exception>
    public async Task<BatchOutcome> RecordAllAsync(
        IReadOnlyList<Submission> submissions, Action<IDocumentSession>? beside, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(submissions.Count, Most);
        try
        {
            return await TryAsync(submissions, beside, cancellation);
        }
        catch (Exception e) when (e is DocumentAlreadyExistsException or ConcurrencyException or StreamLockedException or ExistingStreamIdCollisionException)
        {
            // Another was committed a moment ago: see Recorder. The receipts of a twin of this batch answer each command.
            return await TryAsync(submissions, beside, cancellation);
        }
    }

    /// <inheritdoc cref="RecordAllAsync(IReadOnlyList{Submission}, Action{IDocumentSession}, CancellationToken)" />
    public Task<BatchOutcome> RecordAllAsync(IReadOnlyList<Submission> submissions, CancellationToken cancellation = default) =>
        RecordAllAsync(submissions, null, cancellation);

    private async Task<BatchOutcome> TryAsync(
        IReadOnlyList<Submission> submissions, Action<IDocumentSession>? beside, CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (beside is not null)
            await StoreAsync(beside, transaction, cancellation);
        List<Outcome.Recorded> each = [];
        Dictionary<Guid, long> versions = [];
        var opened = submissions.Select(s => s.RecordId).ToHashSet();
        foreach (var submission in submissions)
        {
            var seen = versions.TryGetValue(submission.RecordId, out var left) ? left : submission.SeenVersion;
            var outcome = await RecordAsync(submission with { SeenVersion = seen }, opened, transaction, cancellation);
            if (outcome is not Outcome.Recorded recorded)
                return new BatchOutcome.Stopped(each.Count, outcome); // what was written is given up with the transaction
            versions[submission.RecordId] = recorded.Version;
            each.Add(recorded);
        }

        await transaction.CommitAsync(cancellation);
        return new BatchOutcome.Recorded(each);
    }

    private async Task StoreAsync(Action<IDocumentSession> beside, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));
        beside(session);
        await session.SaveChangesAsync(cancellation);
    }

    private async Task<Outcome> RecordAsync(
        Submission submission, IReadOnlySet<Guid> opened, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(transaction));
        RecordLookups.MayBeUndone(session, opened);
        var outcome = await SubmissionHandler.Handle(submission, session, clock, cancellation);
        await session.SaveChangesAsync(cancellation);
        return outcome;
    }
}
