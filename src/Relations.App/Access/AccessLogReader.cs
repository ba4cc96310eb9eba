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
/// <param name="Subject">The account or record that it happened to; null where that is the account itself.</param>
/// <param name="Data">What the event says.</param>
public sealed record AccessEntry(long Sequence, DateTimeOffset At, string? Account, string Event, Guid? Subject, object Data)
{
    internal static AccessEntry Of(IEvent e, IReadOnlyDictionary<Guid, Guid> accounts) =>
        new(e.Sequence, e.Timestamp, e.UserName, e.EventTypeName, SubjectOf(e, accounts), e.Data);

    /// <summary>Whether somebody wrote in the trail of another: an administrator who invites them.</summary>
    internal static bool IsInAnothersTrail(IEvent e) => e.Data is AccessEvent && e.StreamId != AccessLog.TrailOf(e.UserName ?? AccessLog.Nobody);

    private static Guid? SubjectOf(IEvent e, IReadOnlyDictionary<Guid, Guid> accounts) => e switch
    {
        { Data: not AccessEvent } => e.StreamId,
        _ when IsInAnothersTrail(e) && accounts.TryGetValue(e.StreamId, out var account) => account,
        _ => null,
    };
}

/// <summary>An account or a record that an entry is about.</summary>
/// <param name="Label">What it is and where it belongs.</param>
/// <param name="Account">The account's name; null where it is a record.</param>
internal sealed record AccessSubject(RecordLabel Label, string? Account);

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
        if (question.Account?.Any(char.IsControl) == true)
            refusals.Add(new(CommonRules.TextUnreadable, "account"));
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
        var accounts = await AccountsAsync(found.Where(AccessEntry.IsInAnothersTrail).Select(e => e.StreamId).ToHashSet(), cancellation);
        return new([.. found.Select(e => AccessEntry.Of(e, accounts))], paging.Page, paging.Size, total);
    }

    /// <summary>
    /// What some entries are about, as far as it is on record: of records no more than what they are and where they belong, so
    /// that who reads the trail has not read what it is about.
    /// </summary>
    /// <param name="records">The accounts and records.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal async Task<IReadOnlyDictionary<Guid, AccessSubject>> SubjectsAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation)
    {
        var names = (await session.LoadManyAsync<Account>(cancellation, records.ToArray())).ToDictionary(a => a.Id, a => a.Name);
        return (await RecordLabel.OfAsync(session, records, cancellation))
            .ToDictionary(label => label.Id, label => new AccessSubject(label, names.GetValueOrDefault(label.Id)));
    }

    /// <summary>The accounts with some trails. A trail's id is made of the account's name, and does not give it back.</summary>
    private async Task<IReadOnlyDictionary<Guid, Guid>> AccountsAsync(HashSet<Guid> trails, CancellationToken cancellation)
    {
        if (trails.Count == 0)
            return new Dictionary<Guid, Guid>();
        var accounts = await session.Query<Account>().Select(a => new { a.Id, a.Name }).ToListAsync(cancellation);
        return accounts.Select(a => (a.Id, Trail: AccessLog.TrailOf(a.Name))).Where(a => trails.Contains(a.Trail)).ToDictionary(a => a.Trail, a => a.Id);
    }

    private IQueryable<IEvent> Asked(AccessQuestion question)
    {
        object[] names = [question.Event is { } name ? [name] : Events.ToArray()];
        var events = session.Events.QueryAllRawEvents().Where(e => e.MatchesSql("d.type = any(?)", names));
        if (question.Account is { } account)
        {
            var trail = AccessLog.TrailOf(account);
            events = events.Where(e => e.UserName == account || e.StreamId == trail);
        }

        if (question.From is { } from)
            events = events.Where(e => e.Timestamp >= from);
        return question.To is { } to ? events.Where(e => e.Timestamp < to) : events;
    }
}
