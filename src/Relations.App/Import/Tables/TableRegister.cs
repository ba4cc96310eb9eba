using System.Globalization;
using Marten;
using Relations.App.Access;
using Relations.App.QuickLog;
using Relations.App.Search;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Import.Tables;

/// <summary>A person by whom rows may be meant.</summary>
/// <param name="Id">The record.</param>
/// <param name="Posts">The posts held.</param>
public sealed record KnownPerson(Guid Id, IReadOnlyList<Appointment> Posts);

/// <summary>
/// What rows may name, as far as who imports may read it: found by names, acronyms and identifiers without regard to case and
/// accents, and by nothing less. What rows open is added as they are planned, so that later rows may name it.
/// </summary>
public sealed class TableRegister
{
    private readonly Dictionary<string, List<Guid>> organisations = [];
    private readonly Dictionary<string, List<Guid>> partnershipNames = [];
    private readonly Dictionary<OrganisationId, IReadOnlyList<OrganisationId>> above = [];
    private readonly Dictionary<string, List<KnownPerson>> people = [];
    private readonly Dictionary<string, List<Guid>> alike = [];
    private readonly List<Partnership> partnerships = [];

    /// <summary>The organisations of a name, an acronym or an identifier.</summary>
    /// <param name="typed">What stands in the row.</param>
    public IReadOnlyList<Guid> Organisations(string typed) => Found(organisations, typed);

    /// <summary>The people of a name.</summary>
    /// <param name="name">The name.</param>
    public IReadOnlyList<KnownPerson> People(string name) => people.GetValueOrDefault(SearchEntry.Fold(name)) ?? [];

    /// <summary>The partnerships of an address or a name.</summary>
    /// <param name="typed">What stands in the row.</param>
    public IReadOnlyList<Guid> Partnerships(string typed) => Found(partnershipNames, typed);

    /// <summary>The likeliest partnerships of those who took part: see <see cref="PartnershipGuess"/>.</summary>
    /// <param name="took">Who took part.</param>
    public IReadOnlyList<Partnership> PartnershipsOf(IEnumerable<OrganisationId> took)
    {
        HashSet<OrganisationId> all = [];
        Queue<OrganisationId> next = new(took);
        while (next.TryDequeue(out var one))
        {
            if (!all.Add(one))
                continue;
            foreach (var parent in above.GetValueOrDefault(one) ?? [])
                next.Enqueue(parent);
        }

        return PartnershipGuess.Likeliest(all, partnerships);
    }

    /// <summary>The records that say what a row says.</summary>
    /// <param name="key">What it says: see <see cref="KeyOf"/>.</param>
    public IReadOnlyList<Guid> Alike(string key) => Found(alike, key);

    /// <summary>What makes two meetings, agreements or projects the same to a reader.</summary>
    /// <param name="kind">The kind of rows.</param>
    /// <param name="parts">What tells them apart.</param>
    public static string KeyOf(TableKind kind, params IEnumerable<object?> parts) =>
        string.Join('|', parts.Prepend(kind).Select(p => SearchEntry.Fold(Convert.ToString(p, CultureInfo.InvariantCulture) ?? "")));

    /// <summary>Adds an organisation.</summary>
    /// <param name="id">The record.</param>
    /// <param name="names">Its names and acronyms.</param>
    /// <param name="identifiers">What registers call it.</param>
    /// <param name="parents">What it is an organ or an office of.</param>
    public void Add(Guid id, IEnumerable<OrganisationName> names, IEnumerable<string> identifiers, IReadOnlyList<OrganisationId> parents)
    {
        foreach (var name in names.SelectMany(n => new[] { n.Name, n.Acronym, n.Acronym is null ? null : $"{n.Name} ({n.Acronym})" }).Concat(identifiers).OfType<string>())
            Add(organisations, name, id);
        if (parents.Count > 0)
            above[new(id)] = parents;
    }

    /// <summary>Adds a person.</summary>
    /// <param name="name">The name.</param>
    /// <param name="person">The person.</param>
    public void Add(PersonName name, KnownPerson person)
    {
        foreach (var known in new[] { $"{name.Given} {name.Family}".Trim(), name.SortKey, name.Display }.Select(SearchEntry.Fold).Distinct())
        {
            if (!people.TryGetValue(known, out var all))
                people[known] = all = [];
            all.Add(person);
        }
    }

    /// <summary>Adds a partnership.</summary>
    /// <param name="partnership">The partnership.</param>
    public void Add(Partnership partnership)
    {
        partnerships.Add(partnership);
        foreach (var name in new[] { partnership.Slug, partnership.Name, partnership.Id.ToString() }.OfType<string>())
            Add(partnershipNames, name, partnership.Id);
    }

    /// <summary>Adds a meeting, an agreement or a project.</summary>
    /// <param name="key">What it says.</param>
    /// <param name="id">The record.</param>
    public void Add(string key, Guid id) => Add(alike, key, id);

    /// <summary>Reads what rows of a kind may name, and the records that they may say again.</summary>
    /// <param name="kind">The kind of rows.</param>
    /// <param name="session">The store.</param>
    /// <param name="sight">What who imports sees.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<TableRegister> ReadAsync(TableKind kind, IQuerySession session, Sight sight, CancellationToken cancellation)
    {
        var register = new TableRegister();
        foreach (var o in await ListAsync<Organisation>())
        {
            register.Add(o.Id, o.Names, o.Identifiers.Select(i => i.Value).Append(o.Id.ToString()),
                [.. o.Placements.Where(p => p.To is null && p.Relation is OrganisationRelation.OrganOf or OrganisationRelation.OfficeOf).Select(p => p.Parent)]);
        }

        if (kind is TableKind.People or TableKind.Meetings)
        {
            foreach (var p in (await ListAsync<Person>()).Where(p => p.Name is not null && p.DuplicateOf is null))
                register.Add(p.Name!, new(p.Id, p.Appointments));
        }

        if (kind is TableKind.Organisations or TableKind.People)
            return register;
        foreach (var p in (await ListAsync<Partnership>()).Where(p => p.Status != PartnershipStatus.Closed))
            register.Add(p);
        switch (kind)
        {
            case TableKind.Meetings:
                foreach (var m in await ListAsync<Meeting>())
                    register.Add(KeyOf(kind, m.On, First(m.Partnerships), m.Title, m.Place?.Name), m.Id);
                break;
            case TableKind.Agreements:
                foreach (var a in await ListAsync<Agreement>())
                    register.Add(KeyOf(kind, a.Type, a.Title, a.Reference, a.Since, PartiesKey(a.Parties)), a.Id);
                break;
            default:
                foreach (var p in await ListAsync<Project>())
                    register.Add(KeyOf(kind, p.Title, First(p.Partnerships), p.Period), p.Id);
                break;
        }

        return register;

        async Task<IReadOnlyList<T>> ListAsync<T>() where T : RecordState => await (await sight.OfAsync(session.Query<T>(), cancellation)).ToListAsync(cancellation);
    }

    /// <summary>Parties in whatever order.</summary>
    /// <param name="parties">The parties.</param>
    public static string PartiesKey(IEnumerable<OrganisationId> parties) => string.Join('+', parties.Select(p => p.ToString()).Distinct().Order(StringComparer.Ordinal));

    private static void Add(Dictionary<string, List<Guid>> index, string name, Guid id)
    {
        var key = SearchEntry.Fold(name);
        if (!index.TryGetValue(key, out var ids))
            index[key] = ids = [];
        if (!ids.Contains(id))
            ids.Add(id);
    }

    private static PartnershipId? First(IReadOnlyList<PartnershipId> partnerships) => partnerships is [var first, ..] ? first : null;

    private static List<Guid> Found(Dictionary<string, List<Guid>> index, string name) =>
        index.GetValueOrDefault(SearchEntry.Fold(name)) is { } found ? found : [];
}
