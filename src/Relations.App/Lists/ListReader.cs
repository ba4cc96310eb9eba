using System.Globalization;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;

namespace Relations.App.Lists;

/// <summary>Reads the lists of records, as far as who asks may read them.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="records">Reads records.</param>
/// <param name="partnerships">Reads partnerships.</param>
/// <param name="clock">For today's date.</param>
public sealed class ListReader(IQuerySession session, Sight sight, RecordReader records, PartnershipReader partnerships, TimeProvider clock)
{
    /// <summary>How many rows are counted: beyond that, nobody pages, and counting would take longer than reading.</summary>
    public const int MostCounted = 1_000;

    /// <summary>Up to how many records are found by their ids sooner than in the list's order.</summary>
    private const int Few = 500;

    private const string PartnershipField = "partnership";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Reads some rows of a list.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows to take.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ListAnswer> ReadAsync<T>(RecordList<T> list, ListQuestion question, int skip, int take, CancellationToken cancellation)
        where T : RecordState
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(question);
        List<Refusal> refusals = [];
        var conditions = await ConditionsAsync(list, question, refusals, cancellation);
        if (refusals.Count > 0)
            return new([], false, 0, false, refusals);
        var asked = await sight.OfAsync(session.Query<T>(), cancellation);
        foreach (var (sql, values) in conditions)
            asked = asked.Where(r => r.MatchesSql(sql, values));

        var order = OrderOf(list, question);
        var found = await asked.OrderBySql(order).Skip(skip).Take(take + 1).ToListAsync(cancellation);
        var counted = skip + found.Count;
        if (found.Count > take || (skip > 0 && found.Count == 0))
            counted = (await asked.OrderBySql(order).Select(r => r.Id).Take(MostCounted + 1).ToListAsync(cancellation)).Count;
        var shown = await sight.OfAsync([.. found.Take(take)], cancellation);
        var names = await NamesAsync([.. shown.SelectMany(list.Named).OfType<IRecordId>()], cancellation);
        return new(
            [.. shown.Select(r => new ListRow(Pages.RecordLink.To(list.IdOf(r)), [.. list.Shown.Select(c => c.Value(r, names))]))],
            found.Count > take,
            Math.Min(counted, MostCounted),
            counted > MostCounted,
            []);
    }

    private static string OrderOf(RecordList list, ListQuestion question)
    {
        var sort = question.Sort ?? list.UsualSort;
        return sort.StartsWith('-') ? list.Sorts[sort[1..]].Down : list.Sorts[sort].Up;
    }

    private async Task<IReadOnlyList<ListCondition>> ConditionsAsync<T>(
        RecordList<T> list, ListQuestion question, List<Refusal> refusals, CancellationToken cancellation) where T : RecordState
    {
        List<ListCondition> conditions = [];
        if (question.Partnership is { } key)
            conditions.Add(await OfPartnershipAsync<T>(key, question.ChangedSinceLastMeeting, refusals, cancellation));
        if (question.Organisation is { } organisation && await FindAsync<Organisation>("organisation", organisation, refusals, cancellation) is { } party)
            conditions.Add(list.OfOrganisation(party));
        if (question.Person is { } person && await FindAsync<Person>("person", person, refusals, cancellation) is { } who)
            conditions.Add(list.OfPerson(who));
        if (question.OwedBy is { } debtor && await FindAsync<Organisation>("owed-by", debtor, refusals, cancellation) is { } owedBy)
            conditions.Add(ListCondition.Is("owedBy", owedBy));

        // What ends soon, or ends nobody knows when, is asked of what runs.
        var state = question.State ?? (question.EndsWithin is not null || question.TermUnknown ? "in-force" : null);
        if (state is not null)
            conditions.Add(list.States[state].Condition(Today));
        if (question.Text is { } text)
            conditions.Add(await WithWordsAsync<T>(text, cancellation));
        if (question.Year is { } year)
            conditions.Add(new("d.listing_from between ? and ?", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));
        if (question.From is { } from)
            conditions.Add(new("d.listing_until >= ?", from));
        if (question.To is { } to)
            conditions.Add(new("d.listing_from <= ?", to));
        if (question.EndsWithin is { } months)
            conditions.Add(new("d.listing_until <= ? and d.listing_is_firm", Today.AddMonths(months)));
        if (question.TermUnknown)
            conditions.Add(new("d.data -> 'conditions' -> 'term' ->> 'kind' = 'Unknown'"));
        return conditions;
    }

    /// <summary>
    /// The records with some words. Where they are few they are named: the database cannot tell how few, and would look for
    /// them through the whole list in its order.
    /// </summary>
    private async Task<ListCondition> WithWordsAsync<T>(string text, CancellationToken cancellation) where T : RecordState
    {
        var condition = WithWords(text);
        var (sql, values) = condition;
        var few = await session.Query<T>().Where(r => r.MatchesSql(sql, values)).Select(r => r.Id).Take(Few + 1).ToListAsync(cancellation);
        return few.Count > Few ? condition : Among(few);
    }

    private static ListCondition Among(IEnumerable<Guid> ids)
    {
        object named = ids.ToArray();
        return new("d.id = any(?)", named);
    }

    /// <summary>Each word given begins a word of the name.</summary>
    private static ListCondition WithWords(string text) => new(
        "to_tsvector('simple', d.listing_words) @@ to_tsquery('simple', ?)",
        string.Join(" & ", Listing.WordsOf(text).Split(' ').Select(word => $"'{word}':*")));

    private async Task<ListCondition> OfPartnershipAsync<T>(string key, bool changed, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(key, cancellation) is not { } partnership)
        {
            refusals.Add(new(CommonRules.ReferenceUnknown, PartnershipField, key, PartnershipField));
            return ListCondition.Nothing;
        }

        if (typeof(T) != typeof(Organisation) && typeof(T) != typeof(Person))
            return ListCondition.Holds("partnerships", partnership.Id);
        if (await partnerships.ViewAsync(partnership, AsOf.Now, cancellation) is not { } view)
            return ListCondition.Nothing;
        IEnumerable<Guid> named = typeof(T) == typeof(Organisation) ? view.Organisations : view.People;
        if (changed)
        {
            var people = await records.ReadManyAsync<Person>(view.People, AsOf.Now, cancellation);
            named = PartnershipHealth.Of(view, people.Values, Today).PostsChanged.Records;
        }

        return Among(named);
    }

    /// <summary>The record with an id, or the one with just that acronym or name.</summary>
    private async Task<Guid?> FindAsync<T>(string field, string asked, List<Refusal> refusals, CancellationToken cancellation) where T : RecordState
    {
        if (Guid.TryParse(asked, out var id))
            return id;
        var words = Listing.WordsOf(asked);
        if (words.Length > 0)
        {
            var (sql, values) = WithWords(asked);
            var found = await (await sight.OfAsync(session.Query<T>(), cancellation)).Where(r => r.MatchesSql(sql, values)).Take(MostCounted).ToListAsync(cancellation);
            List<T> meant = found.Count > 1 ? [.. found.Where(r => IsCalled(r, words))] : [.. found];
            if (meant is [var one])
                return one.Id;
        }

        refusals.Add(new(CommonRules.ReferenceUnknown, field, asked, RecordKinds.Of(typeof(T))!.Name));
        return null;
    }

    private static bool IsCalled(RecordState record, string words) => record switch
    {
        Organisation o => o.Names.Any(n => Listing.WordsOf(n.Name) == words || Listing.WordsOf(n.Acronym ?? "") == words),
        Person { Name: { } name } => Listing.WordsOf(name.Display) == words || Listing.WordsOf(name.SortKey) == words,
        _ => false,
    };

    private async Task<ListNames> NamesAsync(IReadOnlyList<IRecordId> ids, CancellationToken cancellation)
    {
        var among = await records.ReadManyAsync<Partnership>(Of<PartnershipId>(), AsOf.Now, cancellation);
        var organisations = await records.ReadManyAsync<Organisation>(
            [.. Of<OrganisationId>().Union(among.Values.SelectMany(p => p.Parties).Select(p => p.Organisation.Value))], AsOf.Now, cancellation);
        var people = await records.ReadManyAsync<Person>(Of<PersonId>(), AsOf.Now, cancellation);
        return new(organisations, people, among, CultureInfo.CurrentUICulture);

        List<Guid> Of<TId>() where TId : IRecordId => [.. ids.OfType<TId>().Select(i => i.Value).Distinct()];
    }
}
