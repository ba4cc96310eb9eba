using System.Text;
using Npgsql;
using Relations.App.Store;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.Access;

/// <summary>
/// Two partnerships, each with a record of every kind in every classification, a third that is restricted itself, and an
/// account of every sort. What the restricted records say is made of words that stand nowhere else.
/// </summary>
public sealed class AccessFixture : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["partnership"] = "/api/partnerships",
        ["meeting"] = "/api/meetings",
        ["agreement"] = "/api/agreements",
        ["project"] = "/api/projects",
        ["commitment"] = "/api/commitments",
        ["source"] = "/api/sources",
        ["organisation"] = "/api/organisations",
        ["person"] = "/api/people",
    };

    private readonly AppFixture app = new();
    private readonly Dictionary<(string Kind, bool Own, Classification Classification), Guid> records = [];
    private readonly Dictionary<string, HttpClient> clients = [];
    private int words;
    private Guid hidden;

    public AppFixture App => app;

    /// <summary>Words that stand in restricted records alone.</summary>
    public List<string> Planted { get; } = [];

    /// <summary>The restricted records.</summary>
    public List<Guid> Restricted { get; } = [];

    /// <summary>The account that the accounts of the table meet as another's.</summary>
    public Guid Another { get; private set; }

    /// <summary>The slug of the partnership that is restricted itself.</summary>
    public string HiddenSlug { get; private set; } = "";

    /// <summary>The SHA-256 of a restricted source.</summary>
    public string HiddenHash { get; private set; } = "";

    /// <summary>A record of a kind.</summary>
    public Guid Record(string kind, bool own, Classification classification) => records[(kind, own, classification)];

    /// <summary>Every partnership, the one that is restricted with all its records included.</summary>
    public IEnumerable<Guid> Partnerships => records.Where(r => r.Key.Kind == "partnership").Select(r => r.Value).Append(hidden);

    /// <summary>Every record, with its path.</summary>
    public IEnumerable<string> Paths => records.Select(r => $"{Addresses[r.Key.Kind]}/{r.Value}");

    /// <summary>A client of an actor of the table.</summary>
    public HttpClient Client(string actor) => clients[actor];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Accounts.OpenAsync("named.reader");
        Another = (await app.Accounts.OpenAsync("another")).Value;
        clients[AccessTable.SignedOut] = app.Host.Server.CreateClient();
        var accounts = new Dictionary<string, AccountId>();
        foreach (var name in AccessTable.Actors)
            accounts[name] = await app.Accounts.OpenAsync(name);

        await RecordRegisterAsync();
        await RecordAsync(own: true);
        await RecordAsync(own: false);
        await HideAsync();

        PartnershipId[] mine = [.. Enum.GetValues<Classification>().Select(c => new PartnershipId(records[("partnership", true, c)]))];
        Grant[] Grants(string name) => name switch
        {
            "officer" or "keeper" => [new(Role.Officer, mine)],
            "manager" => [new(Role.Manager, mine)],
            "officer-all" => [new(Role.Officer)],
            "auditor" => [new(Role.Auditor)],
            "administrator" => [new(Role.Administrator)],
            _ => [],
        };
        foreach (var (name, id) in accounts)
        {
            await app.Accounts.GrantAsync(id, Grants(name));
            clients[name] = await app.Accounts.WithTokenAsync(id, name);
        }

        // The first page with a form makes the first key of the key ring.
        await clients[AccessTable.SignedOut].GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        await app.ViewsAsync();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    /// <summary>
    /// A digest of everything in the database but the trail of access, which is to note refusals, and what only counts: the
    /// progress of the views, when a token was last used, and when somebody last looked.
    /// </summary>
    public async Task<string> DigestAsync()
    {
        await app.ViewsAsync();
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        List<string> lines = [];
        foreach (var table in await RowsAsync(connection, Tables))
        {
            var which = table switch
            {
                "mt_events" => "where not type = any($1) and type <> 'tombstone'",
                "mt_streams" => "where type is not null and $1 is not null",
                _ => "where $1 is not null",
            };
            lines.AddRange(await RowsAsync(
                connection, $"select '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from relations.{table} t {which}"));
        }

        return string.Join('\n', lines);
    }

    private const string Tables =
        """
        select relname::text from pg_class
        where relnamespace = 'relations'::regnamespace and relkind = 'r' and $1 is not null
            and relname not in ('mt_event_progression', 'mt_high_water_skips', 'mt_doc_apitoken', 'mt_doc_seenmark') and relname not like 'wolverine%'
            and relname not like 'ledger%' -- it has leaves of the trail too, and follows the events a moment later
        order by relname
        """;

    private static async Task<List<string>> RowsAsync(NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = EventTypes.OfAccess } } };
        await using var row = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await row.ReadAsync())
            rows.Add(row.GetString(0));
        return rows;
    }

    /// <summary>A word that stands nowhere else, in the records that <paramref name="classification"/> restricts.</summary>
    private string Word(Classification classification)
    {
        var word = FormattableString.Invariant($"{(classification == Classification.Restricted ? "secretum" : "notum")}{Chance():x}{words++:x4}");
        if (classification == Classification.Restricted)
            Planted.Add(word);
        return word;

        int Chance() => HashCode.Combine(words) & 0xffff;
    }

    private async Task RecordRegisterAsync()
    {
        foreach (var c in Enum.GetValues<Classification>())
        {
            await OpenAsync("organisation", "", true, c, new RegisterOrganisation(
                [new("es", Word(c), Word(c))], OrganisationKind.Other, Seat: Word(c)));
            await OpenAsync("person", "", true, c, new RegisterPerson(new(Word(c), Word(c), Word(c))));
        }
    }

    private async Task RecordAsync(bool own)
    {
        var cast = app.Cast;
        foreach (var c in Enum.GetValues<Classification>())
        {
            await OpenAsync("partnership", "", own, c, new EstablishPartnership(
                FormattableString.Invariant($"{(own ? "own" : "other")}-{(int)c}"), [cast.Can, cast.Oim], Word(c)));
        }

        PartnershipId partnership = new(records[("partnership", own, Classification.Internal)]);
        foreach (var c in Enum.GetValues<Classification>())
        {
            var meeting = await OpenAsync("meeting", "/log", own, c, new LogMeeting(
                [partnership], EdtfDate.Parse("2020-02-02"), Title: Word(c), Topics: [Word(c), Word(c)], Outcomes: [new(Word(c), OutcomeKind.Decision), new(Word(c), OutcomeKind.Understanding)]));
            await app.Api.AddAsync($"/api/meetings/{meeting}/discuss-topic", new DiscussTopic(Word(c)));
            await OpenAsync("agreement", "/attest", own, c, new AttestAgreement(
                [partnership], AgreementType.FrameworkAgreement, Word(c), Word(c), [cast.Can, cast.Oim], AgreementStatus.InForce, EdtfDate.Parse("1992")));
            await OpenAsync("project", "/record", own, c, new RecordProject(
                [partnership], [new(cast.Can, ProjectRole.Funding)], ProjectStatus.Implementation, Word(c), Word(c)));
            await OpenAsync("commitment", "", own, c, new MakeCommitment(
                [partnership], Word(c), cast.Can, [cast.Oim], EdtfDate.Parse("2020")));
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{own}{c}")));
            await OpenAsync("source", "", own, c, new RegisterSource(
                SourceKind.Communique, Word(c), "es", hash, PublisherName: Word(c), Text: $"{Word(c)} {Word(c)} {Word(c)} {Word(c)} {Word(c)} {Word(c)} {Word(c)}", Partnerships: [partnership]));
            if (c == Classification.Restricted)
                HiddenHash = hash;
        }
    }

    /// <summary>A partnership that is restricted, with records in it that are not; and facts in the open that cite a restricted source.</summary>
    private async Task HideAsync()
    {
        HiddenSlug = "hidden-" + Word(Classification.Restricted);
        hidden = await app.Api.OpenAsync("/api/partnerships", new EstablishPartnership(HiddenSlug, [app.Cast.Can, app.Cast.Oim], Word(Classification.Restricted)));
        await app.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [new(hidden)], EdtfDate.Parse("2021-03-03"), Title: Word(Classification.Restricted)));
        await app.Api.AddAsync($"/api/partnerships/{hidden}/classify", new ClassifyRecord(Classification.Restricted, ["named.reader"]));
        Restricted.Add(hidden);

        SourceId secret = new(records[("source", true, Classification.Restricted)]);
        await app.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [new(records[("partnership", true, Classification.Internal)])],
            EdtfDate.Parse("2022-04-04"),
            Title: "Reunión abierta")
        { Provenance = new(Basis.Stated, [new(secret, 0, 12)]) });
    }

    private async Task<Guid> OpenAsync(string kind, string verb, bool own, Classification classification, Command command)
    {
        var id = await app.Api.OpenAsync(Addresses[kind] + verb, command);
        records[(kind, own, classification)] = id;
        if (kind is "organisation" or "person")
            records[(kind, false, classification)] = id;
        if (classification != Classification.Internal)
        {
            await app.Api.AddAsync($"{Addresses[kind]}/{id}/classify", new ClassifyRecord(
                classification, classification == Classification.Restricted ? ["named", "keeper"] : null));
        }

        if (classification == Classification.Restricted)
            Restricted.Add(id);
        return id;
    }
}
