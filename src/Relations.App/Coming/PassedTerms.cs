using Marten;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Recording;

namespace Relations.App.Coming;

/// <summary>
/// Records what time alone has brought about: terms that ran out, periods that began by themselves, notices that took effect. By the
/// ordinary commands, in the name of the schedule, each once: a person who corrects what it recorded is not contradicted the next day.
/// </summary>
/// <param name="store">Tells which agreements there are.</param>
/// <param name="scopes">Gives each command services of its own.</param>
/// <param name="logger">Told what could not be recorded.</param>
public sealed partial class PassedTerms(IDocumentStore store, IServiceScopeFactory scopes, ILogger<PassedTerms> logger)
{
    /// <summary>The most that is recorded of one agreement in one go: an annual renewal may lag behind by decades.</summary>
    private const int MostSteps = Limits.Items;

    /// <summary>Records what has passed before a day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="cancellation">Stops the work; what is left is taken up by the next run.</param>
    public async Task RecordAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var living = await session.Query<Agreement>()
            .Where(a => a.Status == AgreementStatus.InForce || a.Status == AgreementStatus.Suspended || a.Status == AgreementStatus.NoticeGiven)
            .OrderBy(a => a.Id)
            .ToListAsync(cancellation);
        foreach (var agreement in living.Where(a => a.PassedBy(today) is not null))
        {
            for (var step = 0; step < MostSteps && await StepAsync(agreement.Id, today, cancellation); step++)
            {
            }
        }
    }

    /// <summary>Records the next thing that has passed; false where nothing is left.</summary>
    private async Task<bool> StepAsync(Guid id, DateOnly today, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();

        // As it is now: a person may have renewed it since the list was made, or the step before brought a new end.
        var session = scope.ServiceProvider.GetRequiredService<IQuerySession>();
        if (await session.LoadAsync<Agreement>(id, cancellation) is not { } agreement || agreement.PassedBy(today) is not { } command)
            return false;
        var outcome = await scope.ServiceProvider.GetRequiredService<Recorder>().RecordAsync(
            new(id, command, Actor.Schedule) { SeenVersion = agreement.Version, IdempotencyKey = KeyOf(id, command) }, cancellation);
        if (outcome is Outcome.Recorded recorded)
            return !recorded.Replayed;
        if (outcome is Outcome.Conflict)
            return true; // somebody recorded something in between: look again
        NotRecorded(logger, command.GetType().Name, id, Broken(outcome));
        return false;
    }

    /// <summary>What has passed, passes once: the agreement, what became of it, and the date.</summary>
    private static string KeyOf(Guid id, AgreementCommand command) => command switch
    {
        ExpireAgreement c => $"{nameof(ExpireAgreement)}/{id}/{c.On}",
        RenewAgreement c => $"{nameof(RenewAgreement)}/{id}/{c.On}",
        TerminateAgreement c => $"{nameof(TerminateAgreement)}/{id}/{c.On}",
        _ => throw new System.Diagnostics.UnreachableException($"Time alone makes no {command.GetType().Name}."),
    };

    private static string Broken(Outcome outcome) => outcome is Outcome.Refused { Refusals: var refusals }
        ? string.Join(", ", refusals.Select(r => r.Rule.Code))
        : outcome.GetType().Name;

    [LoggerMessage(LogLevel.Warning, "The schedule could not record {Command} on the agreement {Id}: {Broken}. It tries again tomorrow.")]
    private static partial void NotRecorded(ILogger logger, string command, Guid id, string broken);
}
