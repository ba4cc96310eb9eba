using System.Net;
using System.Text.RegularExpressions;
using Relations.App.Pages.Lists;
using Relations.Domain.Access;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Lists;

/// <summary>The list pages as a browser gets them, and what an address can ask.</summary>
public sealed partial class when_records_are_listed(ListedApp app) : IClassFixture<ListedApp>
{
    public static TheoryData<string, string> Unreadable => new()
    {
        { "/meetings?state=sleeping", "state" },
        { "/meetings?year=next", "year" },
        { "/meetings?from=yesterday", "from" },
        { "/meetings?partnership=nowhere", "partnership" },
        { "/meetings?organisation=Nadie+de+Ninguna+Parte", "organisation" },
        { "/meetings?person=Nadie", "person" },
        { "/agreements?ends-within=0", "ends-within" },
        { "/agreements?term=short", "term" },
        { "/commitments?owed-by=Nadie", "owed-by" },
        { "/people?changed-since-last-meeting=true", "partnership" },
        { "/sources?size=7", "size" },
        { "/sources?text=%21%21", "text" },
        { "/organisations?sort=weight", "sort" },
        { "/projects?page=0", "page" },
        { "/projects?text=" + new string('x', 301), "text" },
        { "/projects?text=a%00b", "text" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task what_cannot_be_read_is_told_at_its_field(string address, string field)
    {
        var (status, html) = await GetAsync(address);
        Assert.Equal(400, status);
        Assert.Contains(field is "sort" or "page" ? $"{field}: " : $"id=\"{field}-mistake\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/meetings", "/record/log-meeting")]
    [InlineData("/agreements", "/record/attest-agreement")]
    [InlineData("/projects", "/record/record-project")]
    [InlineData("/commitments", "/record/make-commitment")]
    [InlineData("/organisations", "/record/register-organisation")]
    [InlineData("/people", "/record/register-person")]
    [InlineData("/sources", "/record/register-source")]
    public async Task an_empty_list_says_what_to_do_first(string list, string form)
    {
        // Whoever works with one partnership that has nothing yet sees nothing of the others.
        var partnership = await app.App.Api.OpenAsync("/api/partnerships", new Domain.Partnerships.EstablishPartnership(
            $"empty-{list[1..]}", [app.App.Cast.Can, app.App.Cast.Oim]));
        using var officer = await app.App.Accounts.SignInAsync($"officer-of-no{list[1..]}", new Grant(Role.Officer, [new(partnership)]));

        // The register, and a source that belongs to no partnership, are for all who work with any.
        var isShared = list is "/organisations" or "/people" or "/sources";
        var (status, html) = await GetAsync(isShared ? list + "?text=qqq" : list, officer);
        Assert.Equal(200, status);
        if (!isShared)
            Assert.Contains(form, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task words_are_found_whatever_their_accents_and_case()
    {
        var id = await app.App.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [app.App.Cast.CanOim], EdtfDate.Parse("2016-02-12"), Title: "Reunión de la Región Andina: «Migración»"));
        foreach (var text in new[] { "reunion region", "REGIÓN", "andina migra", "Región+Andina%3A" })
            Assert.Contains(id, await ListedAsync($"/meetings?text={text}"));
        Assert.DoesNotContain(id, await ListedAsync("/meetings?text=reunion+costa"));
    }

    [Fact]
    public async Task an_organisation_is_asked_for_by_its_id_its_acronym_or_its_name()
    {
        var can = app.App.Cast.Can;
        var agreement = await app.App.Api.OpenAsync("/api/agreements/attest", new AttestAgreement(
            [app.App.Cast.CanOim], AgreementType.FrameworkAgreement, "Convenio para la prueba de la lista", null, [can, app.App.Cast.Oim], AgreementStatus.InForce, null));
        foreach (var asked in new[] { can.ToString(), "can", "Comunidad Andina" })
            Assert.Contains(agreement, await ListedAsync($"/agreements?organisation={asked}&text=prueba"));
        Assert.DoesNotContain(agreement, await ListedAsync($"/agreements?organisation={app.App.Cast.Sgcan}&text=prueba"));
    }

    [Fact]
    public async Task lists_are_sorted_by_every_column_that_offers_it_both_ways()
    {
        foreach (var list in RecordLists.All)
        {
            foreach (var sort in list.Sorts.Keys)
            {
                var up = await app.OpenAsync($"/{list.Name}?sort={sort}");
                var down = await app.OpenAsync($"/{list.Name}?sort=-{sort}");
                Assert.True(up.Count > 1, list.Name);
                Assert.Equal(up, down.Reverse());
            }
        }
    }

    [Fact]
    public async Task the_column_that_sorts_says_so()
    {
        var (_, html) = await GetAsync("/meetings");
        Assert.Single(Sorted().Matches(html));
        Assert.Contains("aria-sort=\"descending\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/meetings?sort=date\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task pages_together_are_the_list_and_many_are_not_counted_to_the_end()
    {
        var whole = await app.OpenAsync("/meetings?sort=name");
        List<Guid> paged = [];
        for (var page = 1; paged.Count < 300; page++)
            paged.AddRange(await ListedAsync($"/meetings?sort=name&size=100&page={page}"));
        Assert.Equal(whole.Take(300), paged);

        var (_, html) = await GetAsync("/meetings");
        Assert.True(whole.Count > 1_000, $"{whole.Count}");
        Assert.Contains("1 to 25 of more than 1,000", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_page_is_small()
    {
        foreach (var list in RecordLists.All)
        {
            var (_, html) = await GetAsync($"/{list.Name}");
            using var packed = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
                await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(html));
            Assert.True(packed.Length < 20_000, $"{list.Name}: {packed.Length}");
        }
    }

    [Fact]
    public async Task a_list_shows_and_counts_what_its_reader_may_read()
    {
        var secret = await app.App.Api.OpenAsync("/api/meetings/log", new LogMeeting([app.App.Cast.CanOim], EdtfDate.Parse("2017-03-04"), Title: "Secretísima reunión"));
        await app.App.Api.AddAsync($"/api/meetings/{secret}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        using var officer = await app.App.Accounts.SignInAsync("officer-of-lists", new Grant(Role.Officer));

        Assert.Contains(secret, await ListedAsync("/meetings?text=secretisima"));
        var (status, html) = await GetAsync("/meetings?text=secretisima", officer);
        Assert.Equal(200, status);
        Assert.DoesNotContain(secret.ToString(), html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", html, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Guid>> ListedAsync(string address)
    {
        var (status, html) = await GetAsync(address);
        Assert.True(status == 200, $"{address}: {status}");
        return [.. RowLink().Matches(html).Select(m => Guid.Parse(m.Groups["id"].Value))];
    }

    private async Task<(int Status, string Html)> GetAsync(string address, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new("text/html"));
        request.Headers.AcceptLanguage.Add(new("en"));
        using var answer = await (client ?? app.App.Http).SendAsync(request);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [GeneratedRegex("""<th scope="row"><a href="/[a-z]+/(?<id>[0-9a-f-]{36})">""")]
    private static partial Regex RowLink();

    [GeneratedRegex("aria-sort=")]
    private static partial Regex Sorted();
}
