using JasperFx.Events;
using Marten;
using Relations.App.Access;
using Relations.App.Api;
using Relations.App.Coming;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Briefings;

/// <summary>Reads what whoever takes partnerships over has to know, as far as who asks may read it.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="partnerships">Reads partnerships.</param>
/// <param name="records">Reads records.</param>
/// <param name="clock">For today's date.</param>
public sealed class HandoverReader(
    IQuerySession session, Sight sight, PartnershipReader partnerships, RecordReader records, TimeProvider clock)
{
    private static readonly IReadOnlyDictionary<Guid, Source> NoSources = new Dictionary<Guid, Source>();

    /// <summary>The day that a brief is of.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The brief of a partnership; null while its view is not made.</summary>
    /// <param name="partnership">The partnership, that who asks may read.</param>
    /// <param name="since">The day since which facts were recorded.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<HandoverPicture?> ReadAsync(Partnership partnership, DateOnly since, AsOf asOf, CancellationToken cancellation)
    {
        if (await partnerships.ViewAsync(partnership, asOf, cancellation) is not { Partnership: not null } view)
            return null;
        var day = partnerships.DayOf(asOf);
        var (events, total) = await RecordedAsync(partnership, since, asOf, cancellation);
        var latest = BriefingPlan.LatestHeld(view, day).Take(Handover.LatestMeetings).ToList();
        var next = Coming.Within(view, day, Handover.MonthsAhead).Where(c => c.Kind == ComingKind.MeetingPlanned).Select(c => c.Record).Take(1);
        var meetings = await records.ReadManyAsync<Meeting>([.. next.Concat(latest)], asOf, cancellation);
        var known = await PeopleRecordedAsync(view, since, asOf, cancellation);
        var people = await records.ReadManyAsync<Person>(
            [.. BriefingReader.PeopleOf(meetings.Values).Union(known.Select(e => e.StreamId))], asOf, cancellation);
        var handover = Handover.Of(
            view,
            since,
            day,
            total,
            [.. events.Concat(known).DistinctBy(e => e.Sequence).Select(e => HistoryEntry.Of(e, NoSources))],
            [.. next.Concat(latest).Where(meetings.ContainsKey).Select(id => meetings[id])],
            people);
        var organisations = await records.ReadManyAsync<Organisation>([.. OrganisationsOf(handover)], asOf, cancellation);
        var sources = handover.Changes.Where(k => k.Kind == "source").SelectMany(k => k.Records.Items).Select(r => r.Record);
        return new(
            handover, view, meetings, organisations, people, await records.ReadManyAsync<Source>([.. sources], asOf, cancellation),
            MayAssign(partnership));
    }

    /// <summary>The partnerships that somebody answers for, by address, a page at a time.</summary>
    /// <param name="account">The name of the account that answers for them.</param>
    /// <param name="since">The day since which facts were recorded.</param>
    /// <param name="paging">Which page, within its bounds.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(Page<HandedOver> Rows, IReadOnlyDictionary<Guid, Organisation> Parties)> OfAccountAsync(
        string account, DateOnly since, Paging paging, CancellationToken cancellation)
    {
        var theirs = (await sight.OfAsync(session.Query<Partnership>(), cancellation)).Where(p => p.FocalPoint == account);
        var total = await theirs.CountAsync(cancellation);
        var found = await theirs.OrderBy(p => p.Slug).Skip(paging.Skipped).Take(paging.Size).ToListAsync(cancellation);
        var page = await sight.OfAsync(found, cancellation);
        var kept = (await session.LoadManyAsync<PortfolioRow>(cancellation, page.Select(p => p.Id))).ToDictionary(r => r.Id);
        List<HandedOver> rows = [];
        foreach (var partnership in page)
        {
            if (await FiguresAsync(partnership, kept, cancellation) is { } figures)
                rows.Add(HandedOver.Of(partnership, figures, MayAssign(partnership), since, Today));
        }

        var parties = await records.ReadManyAsync<Organisation>(
            [.. page.SelectMany(p => p.Parties).Select(p => p.Organisation.Value).Distinct()], AsOf.Now, cancellation);
        return (new(rows, paging.Page, paging.Size, total), parties);
    }

    private bool MayAssign(Partnership partnership) =>
        AccessPolicy.Forbids(sight.Actor, new AssignFocalPoint(sight.Actor.Name), [partnership.Id]) is null;

    /// <summary>Where something of a partnership is kept from who asks, the figures of the rest.</summary>
    private async Task<PortfolioRow?> FiguresAsync(
        Partnership partnership, Dictionary<Guid, PortfolioRow> kept, CancellationToken cancellation) =>
        await sight.IsObscuredAsync(partnership.Id, cancellation) || !kept.TryGetValue(partnership.Id, out var row)
            ? await partnerships.ViewAsync(partnership, AsOf.Now, cancellation) is { } view ? PortfolioRow.Fold(view) : null
            : row;

    /// <summary>The latest facts of a partnership recorded since a day, and how many there are in all.</summary>
    private async Task<(IReadOnlyList<IEvent> Latest, int Total)> RecordedAsync(
        Partnership partnership, DateOnly since, AsOf asOf, CancellationToken cancellation)
    {
        var moment = Start(since);
        if (asOf.IsPast || await sight.IsObscuredAsync(partnership.Id, cancellation))
        {
            var seen = await records.EventsConcerningAsync(new(partnership.Id), asOf, cancellation);
            List<IEvent> fresh = [.. seen.Where(e => e.Timestamp >= moment)];
            return ([.. fresh.TakeLast(Handover.MostFacts)], fresh.Count);
        }

        var recorded = session.Events.QueryAllRawEvents()
            .Concerning(partnership.Id).Where(e => e.Timestamp >= moment);
        var total = await recorded.CountAsync(cancellation);
        return (await recorded.OrderByDescending(e => e.Sequence).Take(Handover.MostFacts).ToListAsync(cancellation), total);
    }

    /// <summary>What was recorded since a day of the people whom the partnership names, as far as a page holds.</summary>
    private async Task<IReadOnlyList<IEvent>> PeopleRecordedAsync(PartnershipView view, DateOnly since, AsOf asOf, CancellationToken cancellation)
    {
        Guid[] people = [.. view.People.Reverse().Take(Limits.Items)]; // ids grow with time: those registered last
        var moment = Start(since);
        var recorded = await session.Events.QueryAllRawEvents()
            .Where(e => e.StreamId.IsOneOf(people) && e.Timestamp >= moment)
            .OrderByDescending(e => e.Sequence).Take(Handover.MostFacts).ToListAsync(cancellation);
        return [.. (await sight.OfAsync(recorded, cancellation)).Where(asOf.Includes)];
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static IEnumerable<Guid> OrganisationsOf(Handover h) => h.Partnership.Parties.Select(p => p.Organisation)
        .Concat(h.Pending.Items.SelectMany(a => a.Parties))
        .Concat(h.Promises.Items.Select(p => p.OwedBy))
        .Concat(h.People.Items.Select(p => p.Item.For))
        .Concat(h.People.Items.SelectMany(p => p.Item.Posts).Select(p => p.Appointment.Organisation))
        .Concat(h.People.Items.SelectMany(p => p.Item.Left).Select(a => a.Organisation))
        .Select(o => o.Value).Distinct().Take(Limits.Items);
}

/// <summary>A handover brief with what its names are made of.</summary>
/// <param name="Handover">The brief.</param>
/// <param name="View">The partnership's view.</param>
/// <param name="Meetings">The meetings named, by id.</param>
/// <param name="Organisations">The organisations named, by id.</param>
/// <param name="People">The people named, by id.</param>
/// <param name="Sources">The sources named, by id.</param>
/// <param name="MayAssign">Whether who asks may say who answers for the partnership.</param>
public sealed record HandoverPicture(
    Handover Handover,
    PartnershipView View,
    IReadOnlyDictionary<Guid, Meeting> Meetings,
    IReadOnlyDictionary<Guid, Organisation> Organisations,
    IReadOnlyDictionary<Guid, Person> People,
    IReadOnlyDictionary<Guid, Source> Sources,
    bool MayAssign);
