using JasperFx.Events;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Partnerships;

/// <summary>
/// Reads a partnership whole: from the live view, or, where either clock is turned back, from the events that were known,
/// through the same fold.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="reader">Reads single records.</param>
/// <param name="clock">For today's date.</param>
public sealed class PartnershipReader(IQuerySession session, Sight sight, RecordReader reader, TimeProvider clock)
{
    /// <summary>How many meetings come with the partnership, the latest first; the timeline has them all.</summary>
    public const int MeetingsShown = 20;

    /// <summary>How many facts come with the partnership, the latest first; the timeline has them all.</summary>
    public const int FactsShown = 200;

    /// <summary>How many partnerships are replayed for one answer that is about the past of many.</summary>
    public const int MostReplayed = 500;

    /// <summary>The partnership with an address or id; null where there is none for who asks.</summary>
    /// <param name="key">Its slug, or its id.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Partnership?> FindAsync(string key, CancellationToken cancellation)
    {
        var partnership = Guid.TryParse(key, out var id)
            ? await session.LoadAsync<Partnership>(id, cancellation)
            : await session.Query<Partnership>().FirstOrDefaultAsync(p => p.Slug == key, cancellation);
        return await sight.OfAsync(partnership, cancellation);
    }

    /// <summary>The partnerships whose facts cite a source, at most <paramref name="most"/>.</summary>
    /// <param name="source">The source.</param>
    /// <param name="most">How many to look for.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<PartnershipId>> CitingAsync(SourceId source, int most, CancellationToken cancellation)
    {
        var citing = await session.Query<PartnershipView>()
            .Where(v => v.MatchesSql("d.data -> 'sources' @> ?::jsonb", $"[\"{source}\"]"))
            .OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(cancellation);
        return [.. (await sight.AmongAsync(citing, cancellation)).Order().Take(most).Select(id => new PartnershipId(id))];
    }

    /// <summary>
    /// The view of a partnership; null where there was none then. Who may not read all of it gets the view that the rest makes.
    /// </summary>
    /// <param name="partnership">The partnership, as it is now, that who asks may read.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<PartnershipView?> ViewAsync(Partnership partnership, AsOf asOf, CancellationToken cancellation) =>
        await ViewAsync(partnership, await ReplayedAsync(partnership, asOf, cancellation), cancellation);

    /// <summary>The views of many partnerships as they were, the first <see cref="MostReplayed"/> by address; those that were not there then are left out.</summary>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="among">The partnerships; null for all that who asks may read.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<PartnershipView>> ViewsAsync(AsOf asOf, IReadOnlyCollection<Guid>? among, CancellationToken cancellation)
    {
        var asked = await sight.OfAsync(session.Query<Partnership>(), cancellation);
        if (among is not null)
        {
            var ids = among.ToArray();
            asked = asked.Where(p => p.Id.IsOneOf(ids));
        }

        List<PartnershipView> views = [];
        foreach (var partnership in await sight.OfAsync(await asked.OrderBy(p => p.Slug).Take(MostReplayed).ToListAsync(cancellation), cancellation))
        {
            if (await ViewAsync(partnership, asOf, cancellation) is { } view)
                views.Add(view);
        }

        return views;
    }

    /// <summary>The view that some events of a partnership make.</summary>
    /// <param name="id">The partnership.</param>
    /// <param name="events">Its events in the order of recording.</param>
    public static PartnershipView? Replay(PartnershipId id, IEnumerable<IEvent> events) =>
        events.Aggregate((PartnershipView?)null, (view, e) => PartnershipView.Fold(view, id.Value, e));

    /// <summary>The partnership with everything that its page shows; null where there is none, or was none then.</summary>
    /// <param name="key">Its slug, or its id.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<PartnershipPicture?> ReadAsync(string key, AsOf asOf, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } partnership)
            return null;
        var replayed = await ReplayedAsync(partnership, asOf, cancellation);
        if (await ViewAsync(partnership, replayed, cancellation) is not { } view)
            return null;

        var day = DayOf(asOf);
        var latest = view.Meetings.OrderByDescending(m => m.Value.On).Take(MeetingsShown).Select(m => m.Key).ToList();
        var meetings = await reader.ReadManyAsync<Meeting>(latest, asOf, cancellation);
        var organisations = await reader.ReadManyAsync<Organisation>(view.Organisations, asOf, cancellation);
        var people = await reader.ReadManyAsync<Person>(view.People, asOf, cancellation);
        var (facts, _) = await TimelineAsync(partnership, replayed, 0, FactsShown, cancellation);
        var register = await RegisterAsync(view, asOf, cancellation);
        var sources = await reader.ReadManyAsync<Source>(
            [.. view.Sources.Union(register.SelectMany(e => e.Provenance().Citations ?? []).Select(c => c.Source.Value))],
            AsOf.Now,
            cancellation);
        return new(
            view,
            day,
            PartnershipHealth.Of(view, people.Values, day),
            [.. latest.Where(meetings.ContainsKey).Select(m => meetings[m])],
            organisations,
            people,
            sources,
            [.. facts.Select(e => HistoryEntry.Of(e, sources))],
            [.. register.Select(e => HistoryEntry.Of(e, sources))]);
    }

    /// <summary>The day that a partnership is judged by.</summary>
    /// <param name="asOf">The two clocks.</param>
    internal DateOnly DayOf(AsOf asOf) => asOf.On ?? DateOnly.FromDateTime((asOf.KnownAt ?? clock.GetUtcNow()).UtcDateTime);

    /// <summary>A stretch of a partnership's timeline, the latest day first, and its whole length.</summary>
    /// <param name="partnership">The partnership, that who asks may read.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="skip">Entries to skip.</param>
    /// <param name="take">Entries to take, at most <see cref="FactsShown"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(IReadOnlyList<IEvent> Events, long Total)> TimelineAsync(
        Partnership partnership, AsOf asOf, int skip, int take, CancellationToken cancellation) =>
        await TimelineAsync(partnership, await ReplayedAsync(partnership, asOf, cancellation), skip, take, cancellation);

    /// <summary>
    /// The events that views of a partnership are to be made of, for who asks about the past or may not read all of it; null
    /// where the live views serve.
    /// </summary>
    internal async Task<IReadOnlyList<IEvent>?> ReplayedAsync(Partnership partnership, AsOf asOf, CancellationToken cancellation) =>
        asOf.IsPast || await sight.IsObscuredAsync(partnership.Id, cancellation)
            ? await reader.EventsConcerningAsync(new(partnership.Id), asOf, cancellation)
            : null;

    /// <summary>The view that replayed events make, or the live one where none were.</summary>
    internal async Task<PartnershipView?> ViewAsync(
        Partnership partnership, IReadOnlyList<IEvent>? replayed, CancellationToken cancellation)
    {
        if (replayed is not null)
            return Replay(new(partnership.Id), replayed) is { Partnership: not null } made ? made : null;

        // The partnership's own state is kept with its events; the view may be a moment behind, and its version would be too.
        var view = await session.LoadAsync<PartnershipView>(partnership.Id, cancellation) ?? new() { Id = partnership.Id };
        await sight.NoteAsync(view.Restricted, cancellation);
        return view with { Partnership = partnership };
    }

    private async Task<(IReadOnlyList<IEvent> Events, long Total)> TimelineAsync(
        Partnership partnership, IReadOnlyList<IEvent>? replayed, int skip, int take, CancellationToken cancellation)
    {
        var id = partnership.Id;
        if (replayed is not null)
        {
            var ordered = replayed
                .Select(e => (Event: e, Entry: TimelineEntry.Of(e).First(t => t.Partnership == id)))
                .OrderByDescending(t => t.Entry.Day).ThenByDescending(t => t.Entry.Sequence);
            return ([.. ordered.Skip(skip).Take(take).Select(t => t.Event)], replayed.Count);
        }

        var entries = session.Query<TimelineEntry>().Where(t => t.Partnership == id);
        var total = await entries.CountAsync(cancellation);
        var shown = await entries
            .OrderByDescending(t => t.Day).ThenByDescending(t => t.Sequence)
            .Skip(skip).Take(take).Select(t => t.Sequence).ToListAsync(cancellation);
        var events = await reader.EventsAtAsync(shown, cancellation);
        return ([.. shown.Where(events.ContainsKey).Select(s => events[s])], total);
    }

    /// <summary>The facts about the organisations, people and sources that the partnership's facts name.</summary>
    private Task<IReadOnlyList<IEvent>> RegisterAsync(PartnershipView view, AsOf asOf, CancellationToken cancellation) =>
        reader.EventsAsync(
            [.. view.Organisations.Concat(view.People).Concat(view.Sources).Take(FactsShown)], asOf, cancellation);
}

/// <summary>A partnership with everything that its page shows.</summary>
/// <param name="View">The view.</param>
/// <param name="Day">The day it is judged by.</param>
/// <param name="Health">Why it stands as it does.</param>
/// <param name="Meetings">Its latest meetings.</param>
/// <param name="Organisations">The organisations named, by id.</param>
/// <param name="People">The people named, by id.</param>
/// <param name="Sources">The sources cited, by id.</param>
/// <param name="Facts">Its latest facts, with their passages.</param>
/// <param name="Register">The facts about the organisations, people and sources named.</param>
public sealed record PartnershipPicture(
    PartnershipView View,
    DateOnly Day,
    PartnershipHealth Health,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyDictionary<Guid, Organisation> Organisations,
    IReadOnlyDictionary<Guid, Person> People,
    IReadOnlyDictionary<Guid, Source> Sources,
    IReadOnlyList<HistoryEntry> Facts,
    IReadOnlyList<HistoryEntry> Register)
{
    /// <summary>Whether an organisation is a party.</summary>
    /// <param name="organisation">The organisation.</param>
    public bool IsParty(Guid organisation) => View.Partnership?.HasParty(new(organisation)) == true;
}
