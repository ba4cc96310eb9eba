using JasperFx.Events;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Api;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Access;

/// <summary>One entry of the trail of access.</summary>
/// <param name="Sequence">Its place in the order of recording, across everything recorded.</param>
/// <param name="At">When; the database's clock.</param>
/// <param name="Account">Who; <c>anonymous</c> where nobody known.</param>
/// <param name="Event">What happened, by its name in the store.</param>
/// <param name="Subject">The account or record that it happened to; null where it is the trail's own.</param>
/// <param name="Data">What the event says.</param>
/// <param name="About">The account that it is about, where another did it: who was invited by an administrator.</param>
public sealed record AccessEntry(
    long Sequence, DateTimeOffset At, string? Account, string Event, Guid? Subject, object Data, string? About = null)
{
    internal static AccessEntry Of(IEvent e) => new(
        e.Sequence,
        e.Timestamp,
        e.UserName,
        e.EventTypeName,
        e.Data is AccessEvent ? null : e.StreamId,
        e.Data,
        e.GetHeader(AccessLog.AccountHeader)?.ToString());
}

/// <summary>What an auditor asks the trail.</summary>
/// <param name="Account">What one account did, and what was done about it; null for all.</param>
/// <param name="Event">The entries of one name; null for all.</param>
/// <param name="From">Nothing before this moment.</param>
/// <param name="To">Nothing from this moment on.</param>
public sealed record AccessQuestion(string? Account = null, string? Event = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    /// <summary>Reads a question as it comes in an address.</summary>
    /// <param name="account">An account's name.</param>
    /// <param name="event">An event's name.</param>
    /// <param name="from">A moment, RFC 3339 with its offset.</param>
    /// <param name="to">A moment, RFC 3339 with its offset.</param>
    /// <param name="question">The question, without what cannot be read.</param>
    /// <returns>What cannot be read.</returns>
    internal static IReadOnlyList<Refusal> Read(string? account, string? @event, string? from, string? to, out AccessQuestion question)
    {
        List<Refusal> refusals = [];
        question = new(Given(account), Given(@event), Moment(from, "from"), Moment(to, "to"));
        if (question.Event is { } name && !AccessLogReader.Events.Contains(name))
            refusals.Add(new(CommonRules.FieldUnreadable, "event", AccessLogReader.Events[0]));
        return refusals;

        DateTimeOffset? Moment(string? text, string field)
        {
            if (Given(text) is not { } given)
                return null;
            if (Clocks.TryReadMoment(given, out var moment))
                return moment;
            refusals.Add(new(CommonRules.FieldUnreadable, field, "2026-11-23T12:00:00Z"));
            return null;
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Reads the trail of access: sign-ins, refusals, reads of restricted records, and whatever was done to accounts.</summary>
/// <param name="session">The store.</param>
/// <param name="current">Who asks.</param>
public sealed class AccessLogReader(IQuerySession session, CurrentActor current)
{
    /// <summary>The names of the events that the trail is made of: those of accounts and access, and what was decided about who sees what.</summary>
    public static IReadOnlyList<string> Events { get; } =
    [
        .. EventTypes.OfAccess,
        .. new[] { typeof(RecordClassified), typeof(PersonErasureRequested), typeof(PersonErasureRequestDropped), typeof(PersonDataErased) }
            .Select(e => EventTypes.All[e]),
    ];

    /// <summary>Whether who asks may read it.</summary>
    public bool IsOpen => AccessPolicy.MayReadAccessLog(current.Actor);

    /// <summary>Entries, the latest first, a page at a time.</summary>
    /// <param name="question">Which.</param>
    /// <param name="paging">Which page, within its bounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidOperationException">Who asks may not read it; <see cref="IsOpen"/> says so before.</exception>
    public async Task<Page<AccessEntry>> ReadAsync(AccessQuestion question, Paging paging, CancellationToken cancellation)
    {
        if (!IsOpen)
            throw new InvalidOperationException("The trail of access is for auditors.");
        var events = Asked(question);
        var total = await events.CountAsync(cancellation);
        var found = await events.OrderByDescending(e => e.Sequence).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellation);
        return new([.. found.Select(AccessEntry.Of)], paging.Page, paging.Size, total);
    }

    private IQueryable<IEvent> Asked(AccessQuestion question)
    {
        object[] types = [question.Event is { } name ? [name] : Events.ToArray()];
        var events = session.Events.QueryAllRawEvents().Where(e => e.MatchesSql("d.type = any(?)", types));
        if (question.Account is { } account)
        {
            object[] names = [account, account];
            events = events.Where(e => e.MatchesSql($"(d.user_name = ? or d.headers ->> '{AccessLog.AccountHeader}' = ?)", names));
        }
        if (question.From is { } from)
            events = events.Where(e => e.Timestamp >= from);
        return question.To is { } to ? events.Where(e => e.Timestamp < to) : events;
    }
}
