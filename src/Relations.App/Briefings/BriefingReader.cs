using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Briefings;

/// <summary>Reads what a briefing shows and no more, as far as who asks may read it, as it is or as it was.</summary>
/// <param name="partnerships">Reads partnerships.</param>
/// <param name="records">Reads records.</param>
/// <param name="clock">For today's date.</param>
public sealed class BriefingReader(PartnershipReader partnerships, RecordReader records, TimeProvider clock)
{
    /// <summary>The briefing of a partnership; null where there was nothing to be briefed on then.</summary>
    /// <param name="partnership">The partnership, that who asks may read.</param>
    /// <param name="asOf">The two clocks.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<BriefingPicture?> ReadAsync(Partnership partnership, AsOf asOf, CancellationToken cancellation)
    {
        if (await partnerships.ViewAsync(partnership, asOf, cancellation) is not { } view)
            return null;
        var day = asOf.On ?? DateOnly.FromDateTime((asOf.KnownAt ?? clock.GetUtcNow()).UtcDateTime);
        var plan = BriefingPlan.Of(view, day);
        var meetings = await records.ReadManyAsync<Meeting>(plan.Meetings, asOf, cancellation);
        var people = await records.ReadManyAsync<Person>(PeopleOf(meetings.Values), asOf, cancellation);
        var events = await records.EventsAsync([.. plan.Records.Concat(people.Keys)], asOf, cancellation);
        var sources = await records.SourcesOfAsync(events, cancellation);
        var briefing = Briefing.Of(plan, meetings, people, events.Select(e => HistoryEntry.Of(e, sources)));
        var organisations = await records.ReadManyAsync<Organisation>([.. OrganisationsOf(briefing)], asOf, cancellation);
        return new(briefing, view, meetings, organisations, people, sources);
    }

    /// <summary>The people who came to some meetings or are announced for them.</summary>
    /// <param name="meetings">The meetings.</param>
    internal static IReadOnlyList<Guid> PeopleOf(IEnumerable<Meeting> meetings) =>
        [.. meetings.SelectMany(m => m.Participants).Select(p => p.Person.Value).Distinct().Take(Limits.Items)];

    private static IEnumerable<Guid> OrganisationsOf(Briefing b) => b.Partnership.Parties.Select(p => p.Organisation)
        .Concat(b.InForce.Items.SelectMany(a => a.Item.PartiesOn(b.Day)))
        .Concat(b.Pending.Items.SelectMany(a => a.Item.Agreement.Parties))
        .Concat(b.Promises.Items.Select(p => p.By))
        .Concat(b.Promises.Items.SelectMany(p => p.Open.Items).SelectMany(c => c.Item.OwedTo))
        .Concat(b.Projects.Items.SelectMany(p => p.Item.Participants).Select(p => p.Organisation))
        .Concat(b.People.Items.Select(p => p.Item.For))
        .Concat(b.People.Items.SelectMany(p => p.Item.Posts).Select(p => p.Appointment.Organisation))
        .Concat(b.People.Items.SelectMany(p => p.Item.Left).Select(a => a.Organisation))
        .Select(o => o.Value).Distinct().Take(Limits.Items);
}

/// <summary>A briefing with what its names are made of.</summary>
/// <param name="Briefing">The briefing.</param>
/// <param name="View">The partnership's view.</param>
/// <param name="Meetings">The meetings named, by id.</param>
/// <param name="Organisations">The organisations named, by id.</param>
/// <param name="People">The people named, by id.</param>
/// <param name="Sources">The sources cited, by id.</param>
public sealed record BriefingPicture(
    Briefing Briefing,
    Views.PartnershipView View,
    IReadOnlyDictionary<Guid, Meeting> Meetings,
    IReadOnlyDictionary<Guid, Organisation> Organisations,
    IReadOnlyDictionary<Guid, Person> People,
    IReadOnlyDictionary<Guid, Source> Sources);
