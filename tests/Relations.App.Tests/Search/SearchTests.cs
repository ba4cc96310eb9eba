using System.Text.Json.Nodes;
using Npgsql;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Time;

namespace Relations.App.Tests.Search;

/// <summary>What is found, by which words, and by whom.</summary>
public sealed class SearchTests(SearchFixture found) : IClassFixture<SearchFixture>
{
    [Theory]
    [InlineData("reunion tecnica")]
    [InlineData("REUNIÓN TÉCNICA")]
    [InlineData("reuniones técnicas")]
    [InlineData("técnica la de reunión")]
    public async Task a_meeting_is_found_with_and_without_accents_and_in_any_number(string words) =>
        Assert.Contains(found.Meeting, await IdsAsync(words));

    [Theory]
    [InlineData("trained officers")]
    [InlineData("training officer")]
    public async Task english_is_found_by_its_own_stems(string words) => Assert.Equal([found.English], await IdsAsync(words));

    [Theory]
    [InlineData("OIM")]
    [InlineData("oim")]
    [InlineData("CAN")]
    [InlineData("can")]
    public async Task the_organisation_itself_comes_first_by_its_acronym(string acronym)
    {
        var hits = (await AskAsync(acronym))["hits"]!.AsArray();
        Assert.Equal("organisation", hits[0]!["kind"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("OIM Dávalos 2016")]
    [InlineData("davalos oim reunión")]
    [InlineData("\"José Iván Dávalos\" técnica")]
    [InlineData("Comunidad Andina Dávalos")]
    public async Task a_meeting_is_found_by_the_names_of_those_it_only_refers_to(string words) =>
        Assert.Equal([found.Meeting], await IdsAsync(words + "&kind=meeting"));

    [Fact]
    public async Task a_new_name_counts_at_once_for_what_refers_to_it()
    {
        var person = await found.App.Api.OpenAsync("/api/people", new RegisterPerson(new("Rosaura", "Antigua")));
        var meeting = await found.App.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [found.App.Cast.CanOim], EdtfDate.Parse("2019-01-01"), Participants: [new(new(person), found.App.Cast.Oim, null, ParticipantRole.Delegate)]));
        await found.App.Api.AddAsync($"/api/people/{person}/correct-name", new CorrectPersonName(new("Rosaura", "Novedosa")) { Provenance = new(Reason: "Se casó") });
        await found.App.ViewsAsync();

        Assert.Contains(meeting, await IdsAsync("Novedosa"));
        Assert.Empty(await IdsAsync("Antigua"));
    }

    [Fact]
    public async Task a_phrase_is_found_in_its_order_alone()
    {
        Assert.Equal([found.Source], await IdsAsync("\"libre circulación de personas\""));
        Assert.Empty(await IdsAsync("\"circulación libre de personas\""));
        Assert.Equal([found.Source], await IdsAsync("personas circulación libre"));
    }

    [Fact]
    public async Task a_word_after_a_hyphen_is_left_out()
    {
        Assert.Contains(found.Meeting, await IdsAsync("reunión"));
        Assert.DoesNotContain(found.Meeting, await IdsAsync("reunión -técnica"));
        Assert.Contains(found.OtherMeeting, await IdsAsync("reunión -técnica"));
    }

    [Theory]
    [InlineData("Davlaos", "davalos")]
    [InlineData("memornado", "memorando")]
    public async Task a_word_written_wrong_finds_what_is_written_alike_and_says_so(string wrong, string right)
    {
        var answer = await AskAsync(wrong);
        Assert.True(answer["respelled"]!.GetValue<bool>());
        Assert.Equal(right, answer["question"]!["text"]!.GetValue<string>());
        Assert.NotEmpty(answer["hits"]!.AsArray());
    }

    [Fact]
    public async Task the_text_of_a_source_is_shown_where_the_words_stand_and_opened_there()
    {
        var hit = Assert.Single((await AskAsync("trashumancia"))["hits"]!.AsArray())!;
        var passage = hit["passage"]!.AsArray();
        Assert.Equal("trashumancia", Assert.Single(passage, p => p!["isFound"]!.GetValue<bool>())!["text"]!.GetValue<string>());

        var shown = string.Concat(passage.Select(p => p!["text"]!.GetValue<string>()));
        var address = hit["address"]!.GetValue<string>();
        var (from, length) = (Number(address, "from="), Number(address, "length="));
        var there = SearchFixture.Text.Substring(from, length);
        Assert.Contains("trashumancia", there, StringComparison.Ordinal);
        Assert.Equal(Words(shown), Words(there.Replace("<b>", " ", StringComparison.Ordinal).Replace("</b>", " ", StringComparison.Ordinal)));
        using var page = await found.App.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Contains("class=\"asked\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_found_is_text_and_never_markup()
    {
        using var page = await found.App.Http.GetAsync(new Uri("/search?q=peligroso", UriKind.Relative));
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("<mark>peligroso</mark>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task facets_count_what_they_lead_to()
    {
        var answer = await AskAsync("reunión");
        foreach (var (facets, filter) in new[] { ("kinds", "kind"), ("partnerships", "partnership"), ("themes", "theme") })
        {
            Assert.NotEmpty(answer["facets"]![facets]!.AsArray());
            foreach (var facet in answer["facets"]![facets]!.AsArray())
            {
                var narrowed = await AskAsync($"reunión&{filter}={Uri.EscapeDataString(facet!["value"]!.GetValue<string>())}");
                Assert.Equal(facet["count"]!.GetValue<int>(), narrowed["total"]!.GetValue<int>());
            }
        }

        foreach (var year in answer["facets"]!["years"]!.AsArray())
        {
            var value = year!["value"]!.GetValue<string>();
            Assert.Equal(year["count"]!.GetValue<int>(), (await AskAsync($"reunión&from={value}-01-01&to={value}-12-31"))["total"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task an_erased_name_leaves_the_search()
    {
        var id = await found.App.ErasedAsync("Filomena", "Olvidada");
        await found.App.ViewsAsync();

        Assert.Empty(await IdsAsync("Olvidada"));
        Assert.Empty(await IdsAsync("Olvidadas"));
        await using var connection = new NpgsqlConnection(found.App.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from relations.search s where s::text ilike '%olvidad%' and record = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task who_is_told_apart_finds_what_is_theirs()
    {
        var visitor = await found.App.SignInAsync("visita");
        Assert.Equal(0, (await visitor.GetAsync("/api/search?q=reunión")).Body["total"]!.GetValue<int>());

        await found.App.Api.AddAsync($"/api/meetings/{found.OtherMeeting}/classify", new ClassifyRecord(Classification.Public));
        await found.App.ViewsAsync();
        Assert.Equal([found.OtherMeeting], Ids((await visitor.GetAsync("/api/search?q=reunión")).Body));

        // A name of an organisation that the visitor may not read leads nowhere.
        Assert.Empty(Ids((await visitor.GetAsync("/api/search?q=OIM")).Body));
    }

    [Fact]
    public async Task what_is_restricted_is_found_no_more_from_that_moment_on()
    {
        var secret = await found.App.Api.OpenAsync("/api/meetings/log", new LogMeeting([found.App.Cast.CanOim], EdtfDate.Parse("2018"), Title: "Reservadísima"));
        await found.App.ViewsAsync();
        var colleague = await found.App.SignInAsync("colega", new Grant(Role.Officer));
        Assert.Equal([secret], Ids((await colleague.GetAsync("/api/search?q=reservadisima")).Body));

        await found.App.Api.AddAsync($"/api/meetings/{secret}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        foreach (var words in new[] { "reservadisima", "reservadisma", "2018" })
        {
            var answer = (await colleague.GetAsync($"/api/search?q={words}")).Body;
            Assert.DoesNotContain(secret, Ids(answer));
            Assert.DoesNotContain("Reservad", answer["hits"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.Equal(answer["hits"]!.AsArray().Count, answer["total"]!.GetValue<int>());
        }
    }

    [Theory]
    [InlineData("q=x&kind=account", "kind")]
    [InlineData("q=x&from=ayer", "from")]
    [InlineData("q=x&page=51", "page")]
    public async Task what_cannot_be_read_is_refused_by_its_field(string query, string field)
    {
        var answer = await found.App.Api.GetAsync($"/api/search?{query}");
        Assert.Equal((400, field), (answer.Status, Assert.Single(answer.Broken).Field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("la de los")]
    [InlineData("-reunión")]
    [InlineData("'\\ & | ! ( ) <-> :* \"")]
    [InlineData("OR AND ''::text --")]
    [InlineData("zzzzqqqq")]
    public async Task words_that_say_nothing_find_nothing_and_break_nothing(string words) =>
        Assert.Empty(await IdsAsync(Uri.EscapeDataString(words)));

    private async Task<JsonNode> AskAsync(string query)
    {
        var answer = await found.App.Api.GetAsync("/api/search?q=" + query);
        Assert.True(answer.Status == 200, $"{query}: {answer.Status} {answer.Body}");
        return answer.Body;
    }

    private async Task<IReadOnlyList<Guid>> IdsAsync(string query) => Ids(await AskAsync(query));

    private static IReadOnlyList<Guid> Ids(JsonNode answer) => [.. answer["hits"]!.AsArray().Select(h => h!["id"]!.GetValue<Guid>())];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string address, string name) =>
        int.Parse(new string([.. address[(address.IndexOf(name, StringComparison.Ordinal) + name.Length)..].TakeWhile(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A record to search in.</summary>
public sealed class SearchFixture : IAsyncLifetime
{
    /// <summary>The text of the source: longer than one part of it is.</summary>
    public static string Text { get; } =
        "La Secretaría General habló de la libre circulación de personas en los Andes.\n\n"
        + string.Concat(Enumerable.Repeat("El párrafo repite lo que ya se dijo sobre el comercio. ", 400))
        + "\n\nAl final se trató la trashumancia de los pastores, <b>con cuidado</b>.";

    public AppFixture App { get; } = new();

    public Guid Meeting { get; private set; }

    public Guid OtherMeeting { get; private set; }

    public Guid English { get; private set; }

    public Guid Source { get; private set; }

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        var (api, cast) = (App.Api, App.Cast);
        await api.AddAsync($"/api/partnerships/{cast.CanOim}/set-themes", new SetThemes(["Migración", "Integración fronteriza"]));
        Meeting = await api.OpenAsync("/api/meetings/log", new LogMeeting(
            [cast.CanOim],
            EdtfDate.Parse("2016-02-12"),
            Title: "Reunión técnica",
            Participants: [new(cast.Davalos, cast.Oim, null, ParticipantRole.Head), new(cast.SanMiguel, cast.Can, null, ParticipantRole.Host)],
            Topics: ["<script>alert(1)</script> peligroso"]));
        OtherMeeting = await api.OpenAsync("/api/meetings/log", new LogMeeting([cast.CanOim], EdtfDate.Parse("2017"), Title: "Reunión de cancilleres"));
        English = await api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            [cast.CanOim], AgreementType.MemorandumOfUnderstanding, "Memorando de 1992", "Training of border officers", [cast.Can, cast.Oim], AgreementStatus.InForce, EdtfDate.Parse("1992")));
        Source = await api.OpenAsync("/api/sources", new RegisterSource(
            SourceKind.Communique, "Acta", "es", new string('a', 64), Text: Text, Partnerships: [cast.CanOim]));
        await App.ViewsAsync();
    }

    public Task DisposeAsync() => App.DisposeAsync();
}
