using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Coming;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.App.Views;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Home;

/// <summary>What an officer sees to, in the partnerships they answer for, else in all they hold the role over.</summary>
/// <param name="Today">Today.</param>
/// <param name="AnswersFor">Whether they answer for some.</param>
/// <param name="Overdue">Commitments that are overdue, the oldest first.</param>
/// <param name="Dates">Dates that are coming, meetings aside.</param>
/// <param name="Meetings">Meetings that are coming.</param>
/// <param name="Unclosed">Meetings whose day has passed and of which nobody recorded whether they were held.</param>
/// <param name="Minutes">Meetings of the last year whose minutes nobody approved.</param>
/// <param name="Seen">How far they have seen what others record.</param>
/// <param name="Changes">What others recorded since, the latest first.</param>
/// <param name="Known">The records that the changes are of, and those their names are made of.</param>
public sealed record OfficerDesk(
    DateOnly Today,
    bool AnswersFor,
    Shown<ComingDate> Overdue,
    Shown<ComingDate> Dates,
    Shown<ComingDate> Meetings,
    Shown<ComingDate> Unclosed,
    Shown<ComingDate> Minutes,
    SeenMark Seen,
    Shown<RecordChange> Changes,
    IReadOnlyDictionary<Guid, RecordState> Known);

/// <summary>What a manager sees to.</summary>
/// <param name="Summary">The portfolio's summary.</param>
/// <param name="Needs">The partnerships they hold the role over that need somebody.</param>
public sealed record ManagerDesk(PortfolioSummary Summary, Shown<Need> Needs);

/// <summary>What an auditor looks at.</summary>
/// <param name="Week">The last days.</param>
/// <param name="IsCut">Whether more was recorded than was looked at, the latest.</param>
/// <param name="Known">The records spoken of, and those their names are made of.</param>
public sealed record AuditorDesk(AuditedWeek Week, bool IsCut, IReadOnlyDictionary<Guid, RecordState> Known);

/// <summary>Reads what each role sees to first, as far as who asks may read it.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
/// <param name="coming">Reads what is coming.</param>
/// <param name="portfolio">Reads the portfolio.</param>
/// <param name="marks">Keeps what they have seen.</param>
/// <param name="clock">For today's date.</param>
public sealed class HomeReader(
    IQuerySession session, Sight sight, RecordReader records, ComingReader coming, PortfolioReader portfolio, SeenMarks marks, TimeProvider clock)
{
    /// <summary>How many days ahead it looks.</summary>
    public const int DaysAhead = 60;

    /// <summary>Facts of the last days that an auditor's page looks at, the latest.</summary>
    public const int MostFacts = 500;

    private const int Most = 8;
    private const int MostChanges = 15;
    private const int MostNeeds = 20;
    private const int MostEntries = 150;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether any partnership is on record that who asks may read.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> IsAnythingRecordedAsync(CancellationToken cancellation) =>
        await (await sight.OfAsync(session.Query<Partnership>(), cancellation)).AnyAsync(cancellation);

    /// <summary>What an officer sees to.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<OfficerDesk> OfficerAsync(CancellationToken cancellation)
    {
        var today = Today;
        IReadOnlyCollection<Guid> own = [.. (await coming.AnsweredForByAsync(sight.Actor.Name, cancellation)).Select(p => p.Id)];
        var mine = own.Count > 0 ? own : Over(Role.Officer);
        var of = mine?.Select(id => id.ToString()).ToArray();
        var dates = await coming.ReadAsync(new(today, today.AddDays(DaysAhead)), mine, cancellation);
        var overdue = await FindAsync<Commitment>(
            new("d.listing_state_name = ? and d.listing_until < ?", nameof(CommitmentStatus.Open), today), "d.listing_until, d.id", of, cancellation);
        var unclosed = await FindAsync<Meeting>(
            new("d.listing_state_name = ? and d.listing_until < ?", nameof(MeetingStatus.Scheduled), today), "d.listing_until, d.id", of, cancellation);
        var minutes = await FindAsync<Meeting>(
            new(RelationIndexes.MinutesNotApproved + " and d.listing_from >= ?", today.AddYears(-1)), "d.listing_from desc, d.id", of, cancellation);
        var seen = await marks.LookAsync(cancellation);
        var changes = await ChangesAsync(mine, seen.Since, cancellation);
        return new(
            today,
            own.Count > 0,
            overdue.Select(c => new ComingDate(ComingKind.CommitmentDue, new CommitmentId(c.Id), c, c.Due!)),
            dates.Where(d => d.Kind is not (ComingKind.MeetingPlanned or ComingKind.MeetingHeld or ComingKind.Milestone) && !IsOverdue(d, today)).AtMost(Most),
            dates.Where(d => d.Kind == ComingKind.MeetingPlanned && !d.On.HasEndedBefore(today)).AtMost(Most),
            unclosed.Select(m => new ComingDate(ComingKind.MeetingPlanned, new MeetingId(m.Id), m, m.PlannedFor!)),
            minutes.Select(m => new ComingDate(ComingKind.MeetingHeld, new MeetingId(m.Id), m, m.On!)),
            seen,
            changes,
            await records.ReadNamedAsync([.. changes.Items.SelectMany(c => new[] { c.Record, c.Partnership })], cancellation));
    }

    /// <summary>What a manager sees to.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ManagerDesk> ManagerAsync(CancellationToken cancellation)
    {
        var all = await portfolio.ReadAsync(new(), cancellation);
        var dates = await coming.ReadAsync(new(all.Day, all.Day.AddDays(DaysAhead)), Over(Role.Manager), cancellation);
        return new(
            all.Summary,
            Need.Among(all.Lines.Where(l => sight.Actor.Holds(Role.Manager, l.Row.Id)), dates).AtMost(MostNeeds));
    }

    /// <summary>What an auditor looks at.</summary>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InvalidOperationException">Who asks does not read everything.</exception>
    public async Task<AuditorDesk> AuditorAsync(CancellationToken cancellation)
    {
        if (!sight.Actor.ReadsEverything)
            throw new InvalidOperationException("What was recorded lately is shown whole to auditors alone.");
        var since = new DateTimeOffset(AuditedWeek.FirstDay(Today).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var events = await session.Events.QueryAllRawEvents()
            .Where(e => e.Timestamp >= since && !e.EventTypeName.IsOneOf(EventTypes.OfAccess))
            .OrderByDescending(e => e.Timestamp).Take(MostFacts + 1).ToListAsync(cancellation);
        var none = new Dictionary<Guid, Source>();
        var week = AuditedWeek.Of([.. events.Take(MostFacts).Select(e => HistoryEntry.Of(e, none))], Today);
        var spoken = week.Corrections.Items.Concat(week.Late.Items.Select(l => l.Fact)).Concat(week.WithoutSource.Items);
        return new(week, events.Count > MostFacts, await records.ReadNamedAsync([.. spoken.Select(f => f.Record)], cancellation));
    }

    private static bool IsOverdue(ComingDate date, DateOnly today) => date.Record is Commitment commitment && commitment.IsOverdue(today);

    /// <summary>The partnerships that who asks holds a role over; null for all.</summary>
    private IReadOnlyCollection<Guid>? Over(Role role) => sight.Actor.HoldsOverAll(role)
        ? null
        : [.. sight.Actor.Grants.Where(g => g.Role == role).SelectMany(g => g.Over ?? []).Select(p => p.Value).Distinct()];

    private async Task<Shown<T>> FindAsync<T>(Lists.ListCondition condition, string order, string[]? of, CancellationToken cancellation)
        where T : RecordState
    {
        var (sql, values) = condition;
        var asked = (await sight.OfAsync(session.Query<T>(), cancellation)).Where(r => r.MatchesSql(sql, values));
        if (of is not null)
            asked = asked.Where(r => r.MatchesSql("jsonb_exists_any(d.data -> 'partnerships', ?)", new object[] { of }));
        var found = await asked.Stats(out var all).OrderBySql(order).Take(Most).ToListAsync(cancellation);
        return new(await sight.OfAsync(found, cancellation), (int)all.TotalResults);
    }

    /// <summary>What others recorded in some partnerships, null for all, after a place in the order of recording.</summary>
    private async Task<Shown<RecordChange>> ChangesAsync(IReadOnlyCollection<Guid>? of, long since, CancellationToken cancellation)
    {
        var entries = session.Query<TimelineEntry>().Where(e => e.Sequence > since);
        if (of is not null)
        {
            Guid[] partnerships = [.. of];
            entries = entries.Where(e => e.Partnership.IsOneOf(partnerships));
        }

        var found = await entries.OrderByDescending(e => e.Sequence).Take(MostEntries).ToListAsync(cancellation);
        var events = await records.EventsAtAsync([.. found.Select(e => e.Sequence).Distinct()], cancellation);
        var none = new Dictionary<Guid, Source>();
        return RecordChange.Of(found, events.ToDictionary(e => e.Key, e => HistoryEntry.Of(e.Value, none)), sight.Actor.Name).AtMost(MostChanges);
    }
}
