using System.Globalization;
using Marten;
using Marten.Linq.MatchesSql;
using Relations.App.Access;
using Relations.App.Pages.Forms;
using Relations.App.Search;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading;
using Relations.Reading.Linking;

namespace Relations.App.Reading;

/// <summary>What the reader is told of the register, as far as who asks may read it, and what of it the facts of a text may be about.</summary>
/// <param name="session">The store.</param>
/// <param name="sight">What who asks sees.</param>
public sealed class ReadingRegister(IQuerySession session, Sight sight)
{
    /// <summary>The organisations that the reader is told of at most, of those that a text may name.</summary>
    public const int MostOrganisations = 5_000;

    private static readonly char[] Between = [' ', '\t', '\r', '\n', ',', ';', ':', '(', ')', '“', '”', '"', '«', '»', '\u00A0'];

    private static readonly char[] Marks = ['.', '/', '-', '–', '—', '\'', '’', '?', '!', '¿', '¡', '[', ']', '*', '•'];

    /// <summary>The people of a text who are looked for on record.</summary>
    private const int MostPeople = 100;

    /// <summary>The organisations of a text whose agreements and meetings are looked at.</summary>
    private const int MostMeant = 30;

    /// <summary>The records of a kind that are compared with a text.</summary>
    private const int MostCandidates = 1_000;

    /// <summary>Those with a key in common, who have most of them first.</summary>
    private const string MostAlike =
        "where d.keys && ?::varchar[] order by (select count(*) from unnest(d.keys) as k where k = any(?::varchar[])) desc, d.id limit ?";

    /// <summary>
    /// Those of which a text may speak: it has an acronym of theirs, or half of the longer words of a name, of a short name half of all its
    /// words. What the reader then finds is exact; this only keeps a register of any size out of it.
    /// </summary>
    private const string Named =
        """
        exists (select 1 from jsonb_array_elements(d.data -> 'names') as n
                where lower(n ->> 'acronym') = any(?::varchar[])
                   or (select count(*) filter (where w = any(?::varchar[])) * 2 >= count(*)
                       from regexp_split_to_table(lower(translate(n ->> 'name', 'áéíóúüñàèìòùâêôãõçÁÉÍÓÚÜÑÀÈÌÒÙÂÊÔÃÕÇ', 'aeiouunaeiouaeoaocAEIOUUNAEIOUAEOAOC')), '[^[:alnum:]]+') as w where length(w) > 3 or (length(n ->> 'name') < 8 and w <> '')))
        """;

    /// <summary>The addresses of partnerships that are looked at at most.</summary>
    private const int MostSlugs = 20_000;

    /// <summary>What the reader knows beside a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="publishedOn">When the text was published, where somebody said so.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ReadingContext> ContextAsync(string text, EdtfDate? publishedOn, DateOnly today, CancellationToken cancellation)
    {
        string[] words = [.. WordsOf(text)];
        var organisations = await (await sight.OfAsync(session.Query<Organisation>().Where(o => o.MatchesSql(Named, words, words)), cancellation))
            .OrderBy(o => o.Id).Take(MostOrganisations).ToListAsync(cancellation);
        var names = organisations.ToDictionary(o => o.Id, o => o.Names[0].Name);
        var above = organisations.SelectMany(o => o.Placements).Where(p => p.To is null).Select(p => p.Parent.Value).Where(id => !names.ContainsKey(id)).Distinct();
        foreach (var parent in await sight.OfAsync(await session.LoadManyAsync<Organisation>(cancellation, above), cancellation))
            names[parent.Id] = parent.Names[0].Name;
        return new(
            [.. organisations.Where(o => o.DuplicateOf is null).Select(o => new KnownOrganisation(o.Id, o.Names, o.Kind, Under(o), o.Country))],
            publishedOn,
            today);

        string? Under(Organisation o) => o.Placements
            .Where(p => p.To is null && p.Relation != OrganisationRelation.MemberOf)
            .Select(p => names.GetValueOrDefault(p.Parent.Value)).FirstOrDefault(n => n is not null);
    }

    /// <summary>The words of a text in small letters, without diacritics; acronyms with a point or a stroke in them stand whole as well.</summary>
    private static HashSet<string> WordsOf(string text) =>
        [.. SearchEntry.Fold(text).Split(Between, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => (string[])[w, w.Trim(Marks), .. w.Split(Marks, StringSplitOptions.RemoveEmptyEntries)])];

    /// <summary>The addresses that partnerships have, also those of partnerships that who asks may not read: an address is given once.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlySet<string>> SlugsAsync(CancellationToken cancellation) =>
        (await session.Query<Partnership>().Take(MostSlugs).Select(p => p.Slug).ToListAsync(cancellation)).ToHashSet();

    /// <summary>Finds the records that facts are or may be about. Nothing is merged: what may be the same is offered.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="known">The organisations on record.</param>
    /// <param name="partnership">The partnership that the text is about.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<DraftFact>> LinkAsync(
        TextReading reading, IReadOnlyList<DraftFact> facts, IReadOnlyList<KnownOrganisation> known, Guid? partnership, CancellationToken cancellation)
    {
        var links = await LinksAsync(reading, known, cancellation);
        var names = await NamesAsync([.. links.Select(l => l.Record), .. facts.Select(f => f.Record).OfType<Guid>()], cancellation);
        List<DraftFact> linked = [];
        foreach (var fact in facts)
        {
            var found = links.Where(l => l.Key == fact.Key && l.Record != fact.Record && names.ContainsKey(l.Record))
                .Select(l => new FoundRecord(l.Record, names[l.Record], l.Score) { Reasons = l.Reasons });
            linked.Add(fact switch
            {
                { Record: { } record } => fact with { RecordName = names.GetValueOrDefault(record) },
                { Fact: PartnershipFact p } when await BetweenAsync(p, facts, partnership, cancellation) is { } between =>
                    fact with { Record = between.Id, RecordName = RecordNames.Of(between, CultureInfo.CurrentUICulture) },
                _ => fact with { Found = [.. found] },
            });
        }

        return linked;
    }

    private async Task<IReadOnlyList<Link>> LinksAsync(TextReading reading, IReadOnlyList<KnownOrganisation> known, CancellationToken cancellation)
    {
        // Which organisations are meant tells whose agreements and meetings are looked at.
        Guid[] meant =
        [
            .. Linker.Link(reading, new(known, [], [], [])).Where(l => l.Strength != LinkStrength.Possible).Select(l => l.Record)
                .Concat(reading.Facts.OfType<OrganisationFact>().Select(o => o.Record).OfType<Guid>()).Distinct().Take(MostMeant),
        ];
        return Linker.Link(reading, new(
            known, await PeopleAsync(reading, cancellation), await AgreementsAsync(meant, cancellation), await MeetingsAsync(meant, cancellation)));
    }

    private async Task<IReadOnlyList<KnownPerson>> PeopleAsync(TextReading reading, CancellationToken cancellation)
    {
        string[] keys =
        [
            .. reading.Facts.OfType<PersonFact>().Take(MostPeople).SelectMany(p => BlockingKeys.ToLookFor($"{p.Name.Given} {p.Name.Family}")).Distinct(),
        ];
        if (keys.Length == 0)
            return [];
        var found = await session.QueryAsync<PersonKeys>(MostAlike, cancellation, keys, keys, MostCandidates);
        var people = await sight.OfAsync(await session.LoadManyAsync<Person>(cancellation, found.Select(p => p.Id)), cancellation);
        return
        [
            .. people.Where(p => p is { Name: not null, DuplicateOf: null })
                .Select(p => new KnownPerson(p.Id, p.Name!, [.. p.Appointments.Select(a => new KnownPost(a.Organisation.Value, a.Post))])),
        ];
    }

    private async Task<IReadOnlyList<KnownAgreement>> AgreementsAsync(Guid[] organisations, CancellationToken cancellation) =>
    [
        .. (await OfThemAsync<Agreement>("d.data -> 'parties' @> ?::jsonb", organisations, id => $"[\"{id}\"]", cancellation))
            .Select(a => new KnownAgreement(a.Id, a.Type, a.Title ?? a.Subject, [.. a.Parties.Select(p => p.Value)], a.InForceOn ?? a.Since, a.Reference)),
    ];

    private async Task<IReadOnlyList<KnownMeeting>> MeetingsAsync(Guid[] organisations, CancellationToken cancellation) =>
    [
        .. (await OfThemAsync<Meeting>("d.data -> 'participants' @> ?::jsonb", organisations, id => $$"""[{"onBehalfOf":"{{id}}"}]""", cancellation))
            .Select(m => new KnownMeeting(
                m.Id, m.On ?? m.PlannedFor, [.. m.Participants.Select(p => p.OnBehalfOf.Value).Distinct()], m.Title, m.Place?.City)),
    ];

    /// <summary>The records of some organisations, the latest first.</summary>
    private async Task<IReadOnlyList<T>> OfThemAsync<T>(string one, Guid[] organisations, Func<Guid, string> value, CancellationToken cancellation)
        where T : RecordState
    {
        if (organisations.Length == 0)
            return [];
        var sql = "(" + string.Join(" or ", Enumerable.Repeat(one, organisations.Length)) + ")";
        object[] values = [.. organisations.Select(value)];
        var found = await (await sight.OfAsync(session.Query<T>().Where(r => r.MatchesSql(sql, values)), cancellation))
            .OrderByDescending(r => r.Id).Take(MostCandidates).ToListAsync(cancellation);
        await sight.NoteAsync(found.Where(r => r.Classification == Classification.Restricted).Select(r => r.Id), cancellation);
        return [.. found];
    }

    /// <summary>What some records are called, of those that who asks may read.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        Dictionary<Guid, string> names = [];
        var asked = ids.Distinct().ToList();
        foreach (var state in new IEnumerable<RecordState>[]
        {
            await sight.OfAsync(await session.LoadManyAsync<Organisation>(cancellation, asked), cancellation),
            await sight.OfAsync(await session.LoadManyAsync<Person>(cancellation, asked), cancellation),
            await sight.OfAsync(await session.LoadManyAsync<Agreement>(cancellation, asked), cancellation),
            await sight.OfAsync(await session.LoadManyAsync<Meeting>(cancellation, asked), cancellation),
        }.SelectMany(s => s))
        {
            names[state.Id] = RecordNames.Of(state, CultureInfo.CurrentUICulture);
        }

        return names;
    }

    /// <summary>The partnership between organisations that are on record: the one that the text is said to be about, or the one with just these parties.</summary>
    private async Task<Partnership?> BetweenAsync(
        PartnershipFact fact, IReadOnlyList<DraftFact> facts, Guid? asked, CancellationToken cancellation)
    {
        var parties = fact.Parties.Select(key => facts.FirstOrDefault(f => f.Key == key)?.Record).ToList();
        if (parties.Contains(null))
            return null;
        var json = string.Join(',', parties.Select(p => $$"""{"organisation":"{{p}}"}"""));
        var found = await (await sight.OfAsync(session.Query<Partnership>().Where(p => p.MatchesSql("d.data -> 'parties' @> ?::jsonb", $"[{json}]")), cancellation))
            .OrderBy(p => p.Id).Take(Choices.Most).ToListAsync(cancellation);
        var best = found.FirstOrDefault(p => p.Id == asked) ?? found.FirstOrDefault(p => p.Parties.Count == parties.Count);
        if (best?.Classification == Classification.Restricted)
            await sight.NoteAsync([best.Id], cancellation);
        return best;
    }
}
