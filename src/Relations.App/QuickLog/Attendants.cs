using System.Globalization;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Pages.Forms;
using Relations.App.Recording;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using static Relations.App.Pages.Texts;

namespace Relations.App.QuickLog;

/// <summary>What is offered to choose from, with what else it says.</summary>
/// <param name="Id">The record; <see cref="New"/> for one that is to be opened.</param>
/// <param name="Name">What is shown.</param>
/// <param name="Label">What stands in the field once it is chosen.</param>
/// <param name="Fills">What stands in other fields of the same row then, by their names.</param>
public sealed record Offer(string Id, string Name, string Label, IReadOnlyDictionary<string, string> Fills)
{
    /// <summary>Stands for a record that is to be opened.</summary>
    public const string New = "new";
}

/// <summary>
/// Finds people by their names, their present posts and the organisations they hold them at, among those whom who asks may read.
/// </summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
/// <param name="choices">Finds organisations.</param>
/// <param name="records">Reads organisations.</param>
/// <param name="clock">For today's date.</param>
public sealed class Attendants(IQuerySession session, Sight sight, Choices choices, RecordReader records, TimeProvider clock)
{
    private const int LookedAt = 60;
    private const int MostWords = 6;

    private static readonly string IsNamedOrHoldsPost =
        $"""
        ({Choices.IsLike("concat_ws(' ', d.data -> 'name' ->> 'honorific', d.data -> 'name' ->> 'given', d.data -> 'name' ->> 'family', jsonb_path_query_array(d.data, '$.appointments[*].post')::text)")}
        or exists (select 1 from jsonb_array_elements(d.data -> 'appointments') held where (held ->> 'organisation')::uuid = any(?)))
        """;

    /// <summary>People who may be meant, each with each present post, and last somebody new of that name.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<Offer>> FindAsync(string typed, CancellationToken cancellation)
    {
        var people = await sight.OfAsync(session.Query<Person>(), cancellation);
        foreach (var word in Choices.WordsOf(typed).Take(MostWords))
        {
            var at = (await choices.FindAsync(RecordKinds.Of(typeof(Organisation))!, word, cancellation)).Select(o => o.Id).ToArray();
            object[] values = [.. Choices.Likeness(word), at];
            people = people.Where(p => p.MatchesSql(IsNamedOrHoldsPost, values));
        }

        var found = await people.Where(p => p.MatchesSql("d.data ->> 'name' is not null and d.data ->> 'duplicateOf' is null")).OrderBy(p => p.Id).Take(LookedAt).ToListAsync(cancellation);
        await sight.NoteAsync(found.Where(r => r.Classification == Classification.Restricted).Select(r => r.Id), cancellation);
        var folded = Choices.Folded(typed);
        var offers = (await OffersAsync(found, cancellation))
            .OrderBy(o => Choices.Folded(o.Label) == folded ? 0 : Choices.Folded(o.Label).StartsWith(folded, StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(o => o.Name, StringComparer.CurrentCulture)
            .Take(Choices.Most);
        return typed.Trim().Length == 0 ? [.. offers] : [.. offers, Somebody(typed.Trim())];
    }

    /// <summary>The posts that a person holds today, with the organisation's short name.</summary>
    /// <param name="person">The person.</param>
    public IReadOnlyList<Appointment> PostsOf(Person person) => person.PostsOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private async Task<IReadOnlyList<Offer>> OffersAsync(IReadOnlyList<Person> people, CancellationToken cancellation)
    {
        var held = people.SelectMany(PostsOf).Select(a => a.Organisation.Value).Distinct().ToArray();
        var organisations = await records.ReadManyAsync<Organisation>(held, AsOf.Now, cancellation);
        return
        [
            .. people.SelectMany(p => PostsOf(p).Where(a => organisations.ContainsKey(a.Organisation.Value))
                .Select(a => Holder(p, a, organisations[a.Organisation.Value])).DefaultIfEmpty(new Offer(p.Id.ToString(), p.Name!.Display, p.Name.Display, Nothing))),
        ];
    }

    private static Offer Holder(Person person, Appointment held, Organisation at)
    {
        var culture = CultureInfo.CurrentUICulture;
        return new(
            person.Id.ToString(),
            Say("QuickLog.Holder", person.Name!.Display, held.Post, at.ShortNameIn(culture)),
            person.Name.Display,
            new Dictionary<string, string>
            {
                ["organisation"] = at.Id.ToString(),
                ["organisation.text"] = RecordNames.Of(at, culture),
                ["post"] = held.Post,
            });
    }

    private static Offer Somebody(string typed)
    {
        var name = TypedName.Of(typed);
        return new(Offer.New, Say("QuickLog.NewPerson", typed), typed, new Dictionary<string, string> { ["given"] = name.Given, ["family"] = name.Family });
    }

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
}
