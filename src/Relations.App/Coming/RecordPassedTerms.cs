using Marten;
using Relations.App.Reminders;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Relations.App.Coming;

/// <summary>A day has begun: what has passed before it is recorded.</summary>
/// <param name="Day">The day.</param>
public sealed record RecordPassedTerms(DateOnly Day);

/// <summary>
/// The day that a daily work is done for next. There is one, so that there is one chain of messages: a message for another day is a twin
/// of one that was carried out, and is dropped, however many nodes, restarts and deliveries there were.
/// </summary>
public sealed class ScheduleMark : JasperFx.IRevisioned
{
    /// <summary>The mark of <see cref="RecordPassedTerms"/>.</summary>
    public const string PassedTerms = "passed-terms";

    /// <summary>The work.</summary>
    public required string Id { get; init; }

    /// <summary>The day it is done for next.</summary>
    public required DateOnly Next { get; set; }

    /// <summary>How often it moved: of two nodes that do the same day's work at once, one moves it.</summary>
    public int Version { get; set; }
}

/// <summary>Carries <see cref="RecordPassedTerms"/> out and sends the next, as one transaction with the mark.</summary>
public static class RecordPassedTermsHandler
{
    /// <summary>When in the day it runs: the day before is over everywhere in our calendar, and no clock is minutes off.</summary>
    private static readonly TimeOnly Time = new(0, 5);

    /// <summary>A database that is away for an hour does not break the chain. What still fails then is in the dead letters.</summary>
    /// <param name="chain">How the message is handled.</param>
    public static void Configure(HandlerChain chain) => chain.OnAnyException()
        .ScheduleRetry(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1));

    /// <summary>Records what has passed.</summary>
    /// <param name="due">The day.</param>
    /// <param name="session">The unit of work; committed by the transactional middleware, with the next message.</param>
    /// <param name="terms">Records what has passed.</param>
    /// <param name="digests">Finds whose digest is due.</param>
    /// <param name="bus">Sends the next message.</param>
    /// <param name="clock">What day it is.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task Handle(
        RecordPassedTerms due, IDocumentSession session, PassedTerms terms, DueDigests digests, IMessageContext bus, TimeProvider clock, CancellationToken cancellation)
    {
        var mark = await session.LoadAsync<ScheduleMark>(ScheduleMark.PassedTerms, cancellation);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (mark is null || mark.Next != due.Day)
            return;
        if (today < due.Day)
        {
            await bus.ScheduleAsync(due, BeginningOf(due.Day)); // this node's clock is behind that of the database
            return;
        }

        await terms.RecordAsync(today, cancellation);
        await digests.QueueAsync(today, session, bus, cancellation);
        mark.Next = today.AddDays(1);
        session.UpdateRevision(mark, mark.Version + 1);
        await bus.ScheduleAsync(new RecordPassedTerms(mark.Next), BeginningOf(mark.Next));
    }

    private static DateTimeOffset BeginningOf(DateOnly day) => new(day.ToDateTime(Time), TimeSpan.Zero);
}

/// <summary>
/// Begins the chain of daily messages once in the life of a record, and takes it up where a day was missed, because nothing ran or a
/// message was lost. A node that starts in the middle of a day finds the next message in the database and adds none.
/// </summary>
/// <param name="store">Keeps the mark.</param>
/// <param name="scopes">Gives the way to send.</param>
/// <param name="clock">What day it is.</param>
/// <param name="wolverine">Says whether this process keeps messages at all.</param>
internal sealed class ScheduleStart(IDocumentStore store, IServiceScopeFactory scopes, TimeProvider clock, WolverineOptions wolverine) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (wolverine.Durability.Mode is not (DurabilityMode.Solo or DurabilityMode.Balanced))
            return; // it carries out commands and nothing else

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (await NextAsync(today, cancellationToken) is not { } next || next > today)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new RecordPassedTerms(next));
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<DateOnly?> NextAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<ScheduleMark>(ScheduleMark.PassedTerms, cancellation) is { } mark)
            return mark.Next;
        try
        {
            session.Insert(new ScheduleMark { Id = ScheduleMark.PassedTerms, Next = today });
            await session.SaveChangesAsync(cancellation);
            return today;
        }
        catch (JasperFx.DocumentAlreadyExistsException)
        {
            return null; // another node started at the same moment, and sends
        }
    }
}
