using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Relations.App.Import.Generated;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Partnerships;

/// <summary>A partnership of ten thousand events, and one beside it with a restricted record.</summary>
public sealed class LargePartnership : IAsyncLifetime
{
    public const string Address = "/partnerships/generated-1-0";

    public AppFixture App { get; } = new();

    /// <summary>A manager, who may not read the restricted meeting.</summary>
    public HttpClient Manager { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        await new GeneratedLoad(App.Documents).LoadAsync(Generator.Records(new(Partnerships: 1, Meetings: 1_150)));
        await App.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [App.Cast.CanOim], EdtfDate.Parse("2020-03-04"), Topics: ["Fronteras y gestión migratoria"]));
        var hidden = await App.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [App.Cast.CanOim], EdtfDate.Parse("2021-05-06"), Topics: ["Zarzaparrilla"]));
        await App.Api.AddAsync($"/api/meetings/{hidden}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        Manager = await App.Accounts.SignInAsync("gerenta", new Grant(Role.Manager));
        await App.ViewsAsync();
    }

    public Task DisposeAsync() => App.DisposeAsync();
}

/// <summary>The page of a partnership: bounded, and its timeline filtered alike now, as of a day, and for who may not read all.</summary>
public sealed partial class PartnershipPageTests(LargePartnership large) : IClassFixture<LargePartnership>
{
    /// <summary>The bound on a page's HTML as it goes over the wire.</summary>
    private const int MostBytes = 20_000;

    /// <summary>A day after everything on record: the page is then made by replay, and shows the same.</summary>
    private const string ReplayedAtTheEnd = "on=2099-12-31";

    public static TheoryData<string> Filters =>
    [
        "", "page=2", "page=31", "kind=meeting", "kind=agreement", "kind=commitment", "kind=project", "kind=source", "kind=partnership",
        "q=clim%C3%A1tico", "q=CIUDADAN%C3%8DA+andina", "q=%25", "q=reunion_", "from=2020-01-01&to=2021-12-31", "theme=cambio+clim%C3%A1tico",
        "organisation=de", "person=a", "organisation=no+such+organisation", "person=Garc%C3%ADa&kind=meeting&from=2019-01-01",
    ];

    [Fact]
    public async Task there_are_ten_thousand_events() =>
        Assert.True(await large.App.EventsAsync() >= 10_000, $"Only {await large.App.EventsAsync()} events.");

    [Theory]
    [InlineData("")]
    [InlineData("?page=20")]
    [InlineData("?kind=meeting&q=a")]
    [InlineData("?" + ReplayedAtTheEnd)]
    public async Task its_page_stays_small(string query)
    {
        var html = await large.App.Http.GetByteArrayAsync(LargePartnership.Address + query);
        using var compressed = new MemoryStream();
        await using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            await brotli.WriteAsync(html);
        Assert.True(compressed.Length <= MostBytes, $"{compressed.Length} bytes of {html.Length}.");
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task a_filter_lets_the_same_through_now_and_replayed(string filter)
    {
        var now = await FactsAsync($"{LargePartnership.Address}?{filter}");
        var replayed = await FactsAsync($"{LargePartnership.Address}?{filter}&{ReplayedAtTheEnd}");
        Assert.Equal(now.Count, replayed.Count);
        Assert.Equal(now.Facts, replayed.Facts);
    }

    [Fact]
    public async Task filters_narrow_the_timeline()
    {
        var all = (await FactsAsync(LargePartnership.Address)).Count;
        foreach (var filter in new[] { "kind=agreement", "q=climatico", "from=2020-01-01&to=2020-12-31", "theme=cambio+clim%C3%A1tico", "person=a" })
            Assert.InRange((await FactsAsync($"{LargePartnership.Address}?{filter}")).Count, 1, all - 1);
        Assert.Equal(0, (await FactsAsync($"{LargePartnership.Address}?organisation=no+such+organisation")).Count);
        Assert.Equal(0, (await FactsAsync($"{LargePartnership.Address}?q=%25")).Count);
    }

    [Fact]
    public async Task pages_follow_each_other_without_gap_or_overlap()
    {
        var first = await HeadsAsync("?kind=meeting");
        var second = await HeadsAsync("?kind=meeting&page=2");
        Assert.True(first.Count >= 25, $"{first.Count}");
        Assert.Empty(first.Intersect(second));
    }

    [Theory]
    [InlineData("?kind=nonsense&from=yesterday&to=&page=-3")]
    [InlineData("?page=999999999999")]
    [InlineData("?q=%00")]
    public async Task what_cannot_be_read_is_no_filter(string query)
    {
        using var answer = await large.App.Http.GetAsync(LargePartnership.Address + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task a_meeting_is_found_by_what_was_said_there()
    {
        var found = await FactsAsync("/partnerships/can-oim?q=gestion+FRONTERAS");
        Assert.Equal(1, found.Count);
        Assert.Equal(2, found.Facts.Count);
    }

    [Fact]
    public async Task who_may_not_read_a_record_filters_what_is_left()
    {
        Assert.Equal(2, (await FactsAsync("/partnerships/can-oim?q=zarzaparrilla")).Count); // the meeting, and that it was classified
        Assert.Equal(0, (await FactsAsync("/partnerships/can-oim?q=zarzaparrilla", large.Manager)).Count);
        Assert.Equal(1, (await FactsAsync("/partnerships/can-oim?q=fronteras", large.Manager)).Count);
        Assert.Equal(0, (await FactsAsync("/partnerships/can-oim?from=2021-05-06&to=2021-05-06", large.Manager)).Count);
    }

    [Fact]
    public async Task before_a_meeting_its_words_are_not_found()
    {
        Assert.Equal(0, (await FactsAsync("/partnerships/can-oim?q=fronteras&on=2020-03-03")).Count);
        Assert.Equal(1, (await FactsAsync("/partnerships/can-oim?q=fronteras&on=2020-03-04")).Count);
    }

    [Fact]
    public async Task the_filter_stays_in_the_form_and_in_the_pages()
    {
        var html = await large.App.Http.GetStringAsync($"{LargePartnership.Address}?kind=meeting&from=2015-01-01&{ReplayedAtTheEnd}");
        Assert.Contains("""<option value="meeting" selected""", html, StringComparison.Ordinal);
        Assert.Contains("""name="from" value="2015-01-01""", html, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="on" value="2099-12-31""", html, StringComparison.Ordinal);
        Assert.Contains("?on=2099-12-31&amp;kind=meeting&amp;from=2015-01-01&amp;page=2#timeline", html, StringComparison.Ordinal);
    }

    private async Task<List<string>> HeadsAsync(string query)
    {
        var html = await large.App.Http.GetStringAsync(LargePartnership.Address + query);
        return [.. Fact().Matches(html).Select(m => m.Groups["sequence"].Value)];
    }

    /// <summary>How many facts match, and the facts on the page, those of a meeting with it.</summary>
    private async Task<(int Count, IReadOnlyList<string> Facts)> FactsAsync(string address, HttpClient? reader = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var answer = await (reader ?? large.App.Http).SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        var count = Count().Match(html).Groups["words"].Value;
        return (
            count switch
            {
                "No fact matches. Take a filter away." => 0,
                "One fact matches." => 1,
                _ => int.Parse(Regex.Match(count, "[0-9]+").Value, System.Globalization.CultureInfo.InvariantCulture),
            },
            [.. Fact().Matches(html).Select(m => m.Groups["sequence"].Value)]);
    }

    [GeneratedRegex("""<div id="f-(?<sequence>[0-9]+)">""")]
    private static partial Regex Fact();

    [GeneratedRegex("""role="status">(?<words>[^<]+)<""")]
    private static partial Regex Count();
}
