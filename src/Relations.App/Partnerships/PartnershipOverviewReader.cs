using System.Globalization;
using JasperFx.Events;
using Marten;
using Marten.Linq;
using Marten.Linq.MatchesSql;
using Npgsql;
using Relations.App.Access;
using Relations.App.Agreements;
using Relations.App.Organisations;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Partnerships;

/// <summary>
/// Reads what the page of a partnership shows: the figures from the view, and of records, names, facts and passages those alone
/// that stand on the page.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads single records.</param>
/// <param name="partnerships">Reads partnerships.</param>
public sealed class PartnershipOverviewReader(
    IQuerySession session, Sight sight, RecordReader records, PartnershipReader partnerships)
{
    private const int AgreementsShown = 6;
    private const int ProjectsShown = 5;
    private const int CommitmentsShown = 4;
    private const int MeetingsShown = 5;
    private const int PeopleShown = 12;
    private const int SourcesShown = 8;
    private const int PartsShown = 8;
    private const int OrgansShown = 60;

    /// <summary>What stands under some organisations, the highest level first. Each step goes through the index on placements.</summary>
    private static readonly string Organs = $$"""
        with recursive below (id, depth) as (
          select party, 0 from unnest($1) party
          union
          select o.id, b.depth + 1 from below b
            join {{RecordLabel.TableOf(typeof(Organisation))}} o
              on o.data -> 'placements' @> jsonb_build_array(jsonb_build_object('parent', b.id))
          where b.depth < {{OrganTree.Levels}})
        select id from below where depth > 0 group by id order by min(depth), id limit {{OrgansShown}}
        """;

    /// <summary>The page of a partnership; null where there is none, or was none then.</summary>
    /// <param name="key">Its slug, or its id.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="question">What is asked of the timeline.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<PartnershipOverview?> ReadAsync(
        string key, AsOf asOf, TimelineQuestion question, CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(key, cancellation) is not { } partnership)
            return null;
        var replayed = await partnerships.ReplayedAsync(partnership, asOf, cancellation);
        if (await partnerships.ViewAsync(partnership, replayed, cancellation) is not { } view)
            return null;

        var day = partnerships.DayOf(asOf);
        var last = PartnershipHealth.LastMeetingOf(view, day);
        var movers = await MoversAsync(view, last, asOf, cancellation);
        var health = PartnershipHealth.Of(view, movers, day);
        var changes = PostChange.Since(movers, last);
        var agreements = view.Agreements.Values
            .OrderBy(a => a.HasEnded).ThenByDescending(a => a.Status == AgreementStatus.InForce).ThenByDescending(a => a.Since)
            .AtMost(AgreementsShown);
        var projects = view.Projects.Values.OrderBy(p => p.HasEnded).ThenByDescending(p => p.Period).AtMost(ProjectsShown);
        var commitments = CommitmentGroup.Of(view.Commitments.Values, day, CommitmentsShown);
        var organs = await OrgansAsync(view, asOf, cancellation);

        var (heads, total) = await HeadsAsync(view, replayed, await FilterAsync(question, view, cancellation), question.Page, cancellation);
        var latest = view.Meetings
            .Where(m => m.Value.Status != MeetingStatus.Withdrawn).OrderByDescending(m => m.Value.On).Select(m => m.Key).AtMost(MeetingsShown);
        var told = heads.Where(e => e.Data is MeetingHeld or MeetingScheduled).Select(e => e.StreamId).ToHashSet();
        var meetings = await records.ReadManyAsync<Meeting>([.. latest.Items.Union(heads.Select(h => h.StreamId).Where(view.Meetings.ContainsKey))], asOf, cancellation);
        var latestMeetings = latest.Items.Where(meetings.ContainsKey).Select(m => meetings[m]).ToList();

        var seen = await SeenAsync(view, cancellation);
        var shownPeople = changes.Select(c => c.Person.Value)
            .Concat(latestMeetings.SelectMany(m => m.Participants).Select(p => p.Person.Value))
            .Concat(view.People).Distinct().Where(seen.Contains).Take(PeopleShown).ToList();
        var evidence = await records.EventsAsync(
        [
            .. agreements.Items.Select(a => a.Id).Concat(projects.Items.Select(p => p.Id)).Concat(latest.Items).Concat(told)
                .Concat(commitments.SelectMany(g => g.Shown).Select(c => c.Id)).Concat(shownPeople).Concat(organs.Keys).Append(view.Id).Distinct(),
        ], asOf, cancellation);
        var parts = evidence
            .Where(e => told.Contains(e.StreamId) && e.Concerns().Partnerships.Contains(view.Id) && TimelineEntry.Of(e).Any(t => t.IsPart))
            .ToLookup(e => e.StreamId);
        var held = evidence.Where(e => e.Data is MeetingHeld).GroupBy(e => e.StreamId).ToDictionary(g => g.Key, g => g.Max(e => e.Sequence));

        var people = await records.ReadManyAsync<Person>(
        [
            .. heads.Concat(parts.SelectMany(p => p.Take(PartsShown))).SelectMany(e => e.Concerns().People)
                .Concat(latestMeetings.SelectMany(m => m.Participants).Select(p => p.Person.Value))
                .Concat(latestMeetings.SelectMany(m => m.Statements).Select(s => s.Speaker.Value))
                .Concat(shownPeople).Distinct(),
        ], asOf, cancellation);
        var persons = shownPeople.Where(people.ContainsKey).Select(p => people[p]).ToList();
        var organisations = await records.ReadManyAsync<Organisation>(
        [
            .. heads.Concat(parts.SelectMany(p => p.Take(PartsShown))).SelectMany(e => e.Concerns().Organisations)
                .Concat(agreements.Items.SelectMany(a => a.PartiesOn(day)).Select(o => o.Value))
                .Concat(projects.Items.SelectMany(p => p.Participants).Select(p => p.Organisation.Value))
                .Concat(commitments.SelectMany(g => g.Shown).SelectMany(c => c.OwedTo.Append(c.OwedBy)).Select(o => o.Value))
                .Concat(latestMeetings.SelectMany(m => m.Concerns.Organisations))
                .Concat(persons.SelectMany(p => p.Appointments).Select(a => a.Organisation.Value))
                .Concat(view.Partnership!.FormerParties.Select(p => p.Organisation.Value))
                .Distinct().Except(organs.Keys),
        ], asOf, cancellation);

        var documents = await LatestSourcesAsync([.. view.Sources.Where(seen.Contains)], cancellation);
        var sources = await records.ReadManyAsync<Source>(
        [
            .. heads.Concat(evidence).SelectMany(e => e.Provenance().Citations ?? []).Select(c => c.Source.Value).Concat(documents).Distinct(),
        ], AsOf.Now, cancellation);

        var picture = new PartnershipPicture(
            view,
            day,
            health,
            [.. meetings.Values],
            organs.Concat(organisations).ToDictionary(),
            people,
            sources,
            [.. heads.Select(e => HistoryEntry.Of(e, sources))],
            [.. evidence.Select(e => HistoryEntry.Of(e, sources))]);
        return new(
            picture,
            HealthReasons.Of(view, health, day),
            changes,
            YearBars.Of(health.MeetingsByYear, day),
            TermChart.Of(agreements.Items, day),
            agreements,
            projects,
            commitments,
            new(latestMeetings, latest.Total),
            new(persons, view.People.Count(seen.Contains)),
            new([.. documents.Where(sources.ContainsKey).Select(s => sources[s])], view.Sources.Count(seen.Contains)),
            OrganTree.Of(view.Partnership.Parties.Select(p => p.Organisation.Value), [.. organs.Values], day),
            new(question, [.. heads.Select(Head)], total));

        TimelineHead Head(IEvent e)
        {
            // What was said is told where the meeting was held; of one that is still to come, where it was planned.
            var its = e.Data is MeetingHeld && held.GetValueOrDefault(e.StreamId) == e.Sequence || e.Data is MeetingScheduled && !held.ContainsKey(e.StreamId)
                ? parts[e.StreamId].ToList()
                : [];
            return new(
                HistoryEntry.Of(e, sources),
                [.. its.Take(PartsShown).Select(p => HistoryEntry.Of(p, sources))],
                Math.Max(0, its.Count - PartsShown));
        }
    }

    /// <summary>The people and sources that who asks may read.</summary>
    private async Task<IReadOnlySet<Guid>> SeenAsync(PartnershipView view, CancellationToken cancellation) => sight.Actor.ReadsEverything
        ? view.People.Union(view.Sources)
        : await sight.AmongAsync(
            kind => kind.State == typeof(Person) ? view.People : kind.State == typeof(Source) ? view.Sources : Enumerable.Empty<Guid>(), cancellation);

    /// <summary>
    /// The people of a partnership who may have changed posts since its last meeting: whoever began or left one in that year or
    /// later. Of hundreds, these are few.
    /// </summary>
    private async Task<IReadOnlyCollection<Person>> MoversAsync(
        PartnershipView view, EdtfDate? last, AsOf asOf, CancellationToken cancellation)
    {
        if (last?.Latest is not { } lastDay || view.People.Count == 0)
            return [];
        if (asOf.IsPast)
            return [.. (await records.ReadManyAsync<Person>(view.People, asOf, cancellation)).Values];
        Guid[] ids = [.. view.People];
        var year = lastDay.Year.ToString("D4", CultureInfo.InvariantCulture);
        var found = await session.Query<Person>()
            .Where(p => p.Id.IsOneOf(ids))
            .Where(p => p.MatchesSql(
                """
                exists (select from jsonb_array_elements(d.data -> 'appointments') a
                    where a ->> 'from' >= ? collate "C" or a ->> 'to' >= ? collate "C")
                """,
                year,
                year))
            .ToListAsync(cancellation);
        return await sight.OfAsync(found, cancellation);
    }

    /// <summary>The parties, and whatever was recorded as standing under them, level by level.</summary>
    private async Task<IReadOnlyDictionary<Guid, Organisation>> OrgansAsync(PartnershipView view, AsOf asOf, CancellationToken cancellation)
    {
        var parties = view.Partnership!.Parties.Select(p => p.Organisation.Value).ToArray();
        await using var command = new NpgsqlCommand(Organs) { Parameters = { new() { Value = parties } } };
        await using var rows = await session.ExecuteReaderAsync(command, cancellation);
        List<Guid> found = [.. parties];
        while (await rows.ReadAsync(cancellation))
            found.Add(rows.GetGuid(0));
        await rows.DisposeAsync();
        return await records.ReadManyAsync<Organisation>([.. found.Distinct()], asOf, cancellation);
    }

    private async Task<IReadOnlyList<Guid>> LatestSourcesAsync(Guid[] sources, CancellationToken cancellation) => sources.Length == 0 ? [] :
        await session.Query<Source>().Where(s => s.Id.IsOneOf(sources))
            .OrderBySql("d.data ->> 'date' desc nulls last, d.id").Take(SourcesShown).Select(s => s.Id).ToListAsync(cancellation);

    /// <summary>The filter that a question means: names are looked for among the partnership's own.</summary>
    private async Task<TimelineFilter> FilterAsync(TimelineQuestion question, PartnershipView view, CancellationToken cancellation)
    {
        var organisations = question.Organisation is null ? null : Named(
            question.Organisation,
            await records.ReadManyAsync<Organisation>(view.Organisations, AsOf.Now, cancellation),
            o => o.Names.SelectMany(n => new[] { n.Name, n.Acronym }));
        var people = question.Person is null ? null : Named(
            question.Person,
            await records.ReadManyAsync<Person>(view.People, AsOf.Now, cancellation),
            p => [p.Name?.Display, p.Name?.SortKey]);
        return question.Filter(organisations, people);
    }

    private static HashSet<Guid> Named<T>(string wanted, IReadOnlyDictionary<Guid, T> records, Func<T, IEnumerable<string?>> namesOf)
    {
        var name = EntryWords.Folded(wanted);
        return [.. records.Where(r => r.Key.ToString() == wanted || namesOf(r.Value).OfType<string>().Any(n => EntryWords.Folded(n).Contains(name, StringComparison.Ordinal)))
            .Select(r => r.Key)];
    }

    /// <summary>The facts that begin the steps of a page of the timeline, and how many there are in all.</summary>
    private async Task<(IReadOnlyList<IEvent> Heads, long Total)> HeadsAsync(
        PartnershipView view, IReadOnlyList<IEvent>? replayed, TimelineFilter filter, int page, CancellationToken cancellation)
    {
        var skipped = (page - 1) * TimelinePage.Size;
        if (replayed is not null)
        {
            var all = filter.Of([.. replayed.Select(e => TimelineEntry.Of(e).First(t => t.Partnership == view.Id))]);
            var bySequence = replayed.ToDictionary(e => e.Sequence);
            return ([.. all.Skip(skipped).Take(TimelinePage.Size).Select(t => bySequence[t.Sequence])], all.Count);
        }

        var entries = filter.Of(session.Query<TimelineEntry>(), view.Id);
        var total = filter == TimelineFilter.None ? view.Steps : await entries.CountAsync(cancellation);
        var shown = await entries.OrderByDescending(t => t.Day).ThenByDescending(t => t.Sequence)
            .Skip(skipped).Take(TimelinePage.Size).Select(t => t.Sequence).ToListAsync(cancellation);
        var events = await records.EventsAtAsync(shown, cancellation);
        return ([.. shown.Where(events.ContainsKey).Select(s => events[s])], total);
    }
}
