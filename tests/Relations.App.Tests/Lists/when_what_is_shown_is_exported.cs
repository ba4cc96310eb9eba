using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using MiniExcelLibs;
using Relations.App.Lists;
using Relations.App.Pages.Lists;
using Relations.Domain.Access;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Lists;

/// <summary>Files hold what the page shows, for whoever may read it, and run nothing where they are opened.</summary>
public sealed class when_what_is_shown_is_exported(ListedApp app) : IClassFixture<ListedApp>
{
    private static readonly string[] Hostile = ["=HYPERLINK(\"http://example.org\",\"x\")", "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0"];

    [Fact]
    public async Task a_list_comes_back_whole_with_its_filters_and_its_order()
    {
        foreach (var list in RecordLists.All)
        {
            var expected = await app.OpenAsync($"/{list.Name}?sort=-name");
            var rows = await CsvAsync($"/{list.Name}?sort=-name&format=csv");
            Assert.Equal(Math.Min(expected.Count, ExportTable.MostRows), rows.Count);
            Assert.All(rows, r => Assert.Equal(list.Columns.Count, r.Count));
        }

        Assert.Equal(await CountAsync("/agreements?state=in-force"), (await CsvAsync("/agreements?state=in-force&format=csv")).Count);
    }

    [Fact]
    public async Task headings_and_states_are_in_the_readers_language_and_dates_as_written()
    {
        var meeting = await app.App.Api.OpenAsync("/api/meetings/log", new LogMeeting([app.App.Cast.CanOim], EdtfDate.Parse("1992~"), Title: "Reunión de la fecha aproximada"));
        Assert.NotEqual(Guid.Empty, meeting);
        var row = Assert.Single(await CsvAsync("/meetings?text=aproximada&format=csv", "es"));
        Assert.Equal(("1992~", "Reunión de la fecha aproximada"), (row["Fecha"], row["Reunión"]));
        Assert.Equal("CAN–OIM", row["Relación"]);
        Assert.Contains("Date", Assert.Single(await CsvAsync("/meetings?text=aproximada&format=csv", "en")).Keys);
    }

    [Fact]
    public async Task nothing_in_a_file_is_a_formula()
    {
        foreach (var (i, title) in Hostile.Index())
            await app.App.Api.OpenAsync("/api/meetings/log", new LogMeeting([app.App.Cast.CanOim], EdtfDate.Parse("2015"), Title: $"{title} veneno{i}"));

        var csv = await CsvAsync("/meetings?text=veneno&format=csv");
        Assert.DoesNotContain(csv, r => r.Values.Any(v => v.Length > 0 && "=+-@\t\r".Contains(v[0], StringComparison.Ordinal)));
        for (var i = 0; i < Hostile.Length; i++)
        {
            var one = Assert.Single(await CsvAsync(string.Create(CultureInfo.InvariantCulture, $"/meetings?text=veneno{i}&format=csv")));
            Assert.Equal($"'{Hostile[i]} veneno{i}", one["Meeting"]);
        }

        var xlsx = await FileAsync("/meetings?year=2015&format=xlsx");
        using var archive = new ZipArchive(new MemoryStream(xlsx.Bytes));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.Contains("HYPERLINK", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_workbook_has_the_rows_of_the_table()
    {
        var csv = await CsvAsync("/projects?format=csv");
        var xlsx = await FileAsync("/projects?format=xlsx");
        using var file = new MemoryStream(xlsx.Bytes);
        var rows = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(csv.Count, rows.Count);
        Assert.Equal(csv[0].Keys, rows[0].Keys);
        Assert.Equal(csv[^1]["Project"], rows[^1]["Project"]);
    }

    [Fact]
    public async Task the_file_is_named_by_list_and_day()
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal($"people-{today}.csv", (await FileAsync("/people?format=csv")).Name);
        Assert.Equal($"portfolio-{today}.xlsx", (await FileAsync("/portfolio?format=xlsx")).Name);
    }

    [Fact]
    public async Task the_portfolio_comes_with_its_filters()
    {
        var all = await CsvAsync("/portfolio?format=csv");
        var overdue = await CsvAsync("/portfolio?format=csv&overdue=true");
        Assert.InRange(overdue.Count, 1, all.Count - 1);
        Assert.All(overdue, r => Assert.NotEqual("0", r["Overdue"]));
    }

    [Theory]
    [InlineData("/meetings?format=pdf")]
    [InlineData("/meetings?format=")]
    [InlineData("/meetings?format=csv&year=next")]
    [InlineData("/meetings?format=csv&partnership=nowhere")]
    [InlineData("/portfolio?format=csv&state=asleep")]
    public async Task what_cannot_be_read_is_refused(string address)
    {
        using var answer = await app.App.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task a_file_holds_what_its_reader_may_read_and_the_trail_says_so()
    {
        var secret = await app.App.Api.OpenAsync("/api/meetings/log", new LogMeeting([app.App.Cast.CanOim], EdtfDate.Parse("2014"), Title: "Reunión vedada"));
        await app.App.Api.AddAsync($"/api/meetings/{secret}/classify", new ClassifyRecord(Classification.Restricted, [AppFixture.Officer]));
        using var other = await app.App.Accounts.SignInAsync("officer-of-files", new Grant(Role.Officer));

        Assert.Single(await CsvAsync("/meetings?text=vedada&format=csv"));
        Assert.Empty(await CsvAsync("/meetings?text=vedada&format=csv", client: other));
        var trail = await app.App.Api.GetAsync("/api/access-log?event=restricted_read&account=" + AppFixture.Officer);
        Assert.Contains(trail.Body["items"]!.AsArray(), e => e!["data"]!["path"]!.GetValue<string>() == "/meetings"
            && e["data"]!["records"]!.AsArray().Any(r => r!.GetValue<Guid>() == secret));
    }

    private async Task<int> CountAsync(string address) => (await app.OpenAsync(address)).Count;

    private async Task<List<Dictionary<string, string>>> CsvAsync(string address, string language = "en", HttpClient? client = null)
    {
        var (bytes, _) = await FileAsync(address, language, client);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        using var csv = new CsvReader(new StringReader(Encoding.UTF8.GetString(bytes[3..])), CultureInfo.InvariantCulture);
        Assert.True(await csv.ReadAsync() && csv.ReadHeader());
        List<Dictionary<string, string>> rows = [];
        while (await csv.ReadAsync())
            rows.Add(csv.HeaderRecord!.ToDictionary(h => h, h => csv.GetField(h)!));
        return rows;
    }

    private async Task<(byte[] Bytes, string? Name)> FileAsync(string address, string language = "en", HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.Add(new(language));
        using var answer = await (client ?? app.App.Http).SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }
}
