using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using Relations.App.Cli;
using Relations.App.Pages.Reports;
using Relations.App.Tests.Cli;
using Relations.Domain.Access;

namespace Relations.App.Tests.Reports;

/// <summary>The reports over HTTP, as files and on the command line: what comes into each, how it is asked for, and for whom.</summary>
public sealed class when_an_auditor_reads_reports(ReportedApp app) : IClassFixture<ReportedApp>
{
    [Fact]
    public async Task what_came_late_stands_with_its_days_and_corrections_stand_apart()
    {
        var late = await app.LinesAsync("late?partnership=can-oim&kind=meeting");
        var line = late.Single(l => Record(l) == app.Meeting);
        Assert.Equal(("meeting_held", "2016-02-12"), (line["fact"]!["event"]!.GetValue<string>(), line["fact"]!["on"]!.GetValue<string>()));
        Assert.Equal((DateTime.UtcNow.Date - new DateTime(2016, 2, 12)).Days, line["days"]!.GetValue<int>());
        Assert.DoesNotContain(late, l => l["fact"]!["event"]!.GetValue<string>() == "meeting_corrected");
        Assert.Empty(await app.LinesAsync("late?partnership=can-oim&kind=meeting&days=36000"));
    }

    [Fact]
    public async Task a_correction_stands_with_its_reason_before_and_after()
    {
        var line = (await app.LinesAsync("corrections?kind=meeting")).Single(l => Record(l) == app.Meeting);
        Assert.Equal("El acta da otra fecha", line["reason"]!.GetValue<string>());
        var change = Assert.Single(line["changes"]!.AsArray())!;
        Assert.Equal(("On", "2016-02-12", "2016-02-11"), (change["field"]!.GetValue<string>(), change["before"]!.GetValue<string>(), change["after"]!.GetValue<string>()));
    }

    [Fact]
    public async Task two_sources_that_contradict_each_other_stand_side_by_side_with_the_one_that_is_shown()
    {
        var line = (await app.LinesAsync("contradictions")).Single(l => Record(l) == app.Meeting);
        var field = Assert.Single(line["fields"]!.AsArray())!;
        Assert.Equal(("2016-02-12", app.Release.Value), (field["earlier"]!["value"]!.GetValue<string>(), field["earlier"]!["sources"]![0]!.GetValue<Guid>()));
        Assert.Equal(("2016-02-11", app.Minutes.Value), (field["later"]!["value"]!.GetValue<string>(), field["later"]!["sources"]![0]!.GetValue<Guid>()));
        Assert.Equal(field["later"]!["sequence"]!.GetValue<long>(), field["shownSince"]!.GetValue<long>());
        Assert.Equal(AppFixture.Officer, field["shownBy"]!.GetValue<string>());
    }

    [Fact]
    public async Task what_cites_no_source_stands_by_kind_and_recorder()
    {
        var lines = await app.LinesAsync($"uncited?partnership=can-oim&by={AppFixture.Officer}&kind=meeting");
        Assert.Contains(lines, l => Record(l) == app.Meeting && l["fact"]!["event"]!.GetValue<string>() == "meeting_topic_discussed");
        Assert.DoesNotContain(lines, l => l["fact"]!["event"]!.GetValue<string>() is "meeting_held" or "record_classified");
        Assert.Empty(await app.LinesAsync("uncited?by=nadie"));
    }

    [Fact]
    public async Task a_post_outside_its_tenure_is_found()
    {
        var line = (await app.LinesAsync("posts?partnership=can-oim")).Single(l => l["meeting"]!.GetValue<Guid>() == app.Meeting);
        Assert.Equal(("OutsideTenure", "Jefe de Misión", "2016-02-11"), (line["verdict"]!.GetValue<string>(), line["post"]!.GetValue<string>(), line["on"]!.GetValue<string>()));
        Assert.Equal("2017-03-01", line["appointments"]![0]!["from"]!.GetValue<string>());
        Assert.Empty(await app.LinesAsync("posts?partnership=can-oim&to=2016-02-10"));
    }

    [Fact]
    public async Task the_tally_adds_up_to_its_entries()
    {
        var month = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var lines = await app.LinesAsync("recorded?size=200");
        var entries = await app.App.Api.GetAsync("/api/reports/entries?size=1");
        Assert.Equal(Math.Min(entries.Body["total"]!.GetValue<int>(), await app.App.EventsAsync()), Math.Min(lines.Sum(l => l["facts"]!.GetValue<int>()), entries.Body["total"]!.GetValue<int>()));
        var meetings = lines.Single(l => l["recordedBy"]?.GetValue<string>() == AppFixture.Officer && l["kind"]!.GetValue<string>() == "meeting" && l["month"]!.GetValue<string>() == month);
        var behind = await app.App.Api.GetAsync($"/api/reports/entries?by={AppFixture.Officer}&kind=meeting&from={month}-01");
        Assert.Equal(behind.Body["total"]!.GetValue<int>(), meetings["facts"]!.GetValue<int>());
        Assert.True(meetings["corrections"]!.GetValue<int>() >= 2 && meetings["late"]!.GetValue<int>() >= 2);
    }

    [Fact]
    public async Task a_report_is_asked_as_it_was_known_and_by_what_had_begun()
    {
        var known = Uri.EscapeDataString(app.BeforeCorrection.ToString("O", CultureInfo.InvariantCulture));
        var before = await app.LinesAsync($"entries?partnership=can-oim&kind=meeting&asKnownAt={known}");
        Assert.Contains(before, l => Record(l) == app.Meeting);
        Assert.Equal("2016-02-12", (await app.LinesAsync($"posts?partnership=can-oim&asKnownAt={known}")).Single(l => l["meeting"]!.GetValue<Guid>() == app.Secret)["on"]!.GetValue<string>());
        Assert.DoesNotContain(await app.LinesAsync("late?partnership=can-oim&on=2016-02-01"), l => Record(l) == app.Meeting);
        Assert.Contains(await app.LinesAsync("late?partnership=can-oim&on=2016-02-12"), l => Record(l) == app.Meeting);
    }

    [Fact]
    public async Task nobody_else_sees_a_restricted_record_in_a_report_or_in_its_counts()
    {
        var officer = await app.App.SignInAsync("officer-of-reports", new Grant(Role.Officer));
        var manager = await app.App.SignInAsync("manager-of-reports", new Grant(Role.Manager, [app.App.Cast.CanOim]));
        foreach (var report in AllReports.All.Select(r => r.Name))
        {
            var whole = await app.App.Api.GetAsync($"/api/reports/{report}?partnership=can-oim&size=200");
            Assert.True(whole.Status == 200, $"{report}: {whole.Body}");
            foreach (var reader in new[] { officer, manager })
            {
                var seen = await reader.GetAsync($"/api/reports/{report}?partnership=can-oim&size=200");
                Assert.DoesNotContain(app.Secret.ToString(), seen.Body.ToJsonString(), StringComparison.Ordinal);
                Assert.Equal(seen.Body["items"]!.AsArray().Count, seen.Body["total"]!.GetValue<int>());
                Assert.True(report == "recorded" || seen.Body["total"]!.GetValue<int>() < whole.Body["total"]!.GetValue<int>(), $"{report} is whole for {reader}.");
            }
        }

        var everything = (await app.LinesAsync("recorded?partnership=can-oim")).Sum(l => l["facts"]!.GetValue<int>());
        Assert.True((await app.LinesAsync("recorded?partnership=can-oim", officer)).Sum(l => l["facts"]!.GetValue<int>()) < everything);
        var visitor = await app.App.SignInAsync("visitor-of-reports");
        Assert.Empty(await app.LinesAsync("entries", visitor));
    }

    [Theory]
    [InlineData("late?days=soon", "days")]
    [InlineData("late?from=yesterday", "from")]
    [InlineData("corrections?kind=spaceship", "kind")]
    [InlineData("uncited?sort=colour", "sort")]
    [InlineData("posts?on=2016-02-31", "on")]
    [InlineData("entries?asKnownAt=noon", "asKnownAt")]
    [InlineData("entries?partnership=nowhere", "partnership")]
    [InlineData("entries?page=0", "page")]
    public async Task what_cannot_be_read_is_refused_by_its_field(string question, string field)
    {
        var answer = await app.App.Api.GetAsync($"/api/reports/{question}");
        Assert.Equal(400, answer.Status);
        Assert.Contains(answer.Broken, b => b.Field == field);
        using var page = await app.App.Http.GetAsync(new Uri($"/reports/{question}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
    }

    [Fact]
    public async Task every_page_shows_its_lines_and_each_opens_its_fact()
    {
        foreach (var report in AllReports.All)
        {
            var html = await app.App.TextAsync($"/reports/{report.Name}?partnership=can-oim");
            Assert.Contains("<table", html, StringComparison.Ordinal);
        }

        var line = (await app.LinesAsync("corrections?kind=meeting")).Single(l => Record(l) == app.Meeting);
        using var browser = app.App.Accounts.Browser();
        browser.DefaultRequestHeaders.Authorization = app.App.Http.DefaultRequestHeaders.Authorization;
        using var answer = await browser.GetAsync(new Uri($"/facts/{line["fact"]!["sequence"]}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal($"/meetings/{app.Meeting}#f-{line["fact"]!["sequence"]}", answer.Headers.Location!.OriginalString);
        Assert.Contains($"id=\"f-{line["fact"]!["sequence"]}\"", await app.App.TextAsync($"/meetings/{app.Meeting}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task facts_of_every_kind_of_record_lead_to_where_they_are_shown()
    {
        foreach (var kind in Relations.App.Reports.ReportQuestion.Kinds.Where(k => k is not "commitment"))
        {
            var line = (await app.LinesAsync($"entries?kind={kind}&sort=recorded&size=1"))[0];
            var (place, sequence) = ($"f-{line["fact"]!["sequence"]}", line["fact"]!["sequence"]);
            using var answer = await app.App.Http.GetAsync(new Uri($"/facts/{sequence}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            var html = await app.App.TextAsync(answer.Headers.Location!.OriginalString);
            Assert.True(html.Contains($"id=\"{place}\"", StringComparison.Ordinal), $"{kind} {sequence}");
        }
    }

    [Fact]
    public async Task a_file_has_the_lines_of_the_page_and_nothing_in_it_is_a_formula()
    {
        foreach (var report in AllReports.All)
        {
            var bytes = await app.App.Http.GetByteArrayAsync(new Uri($"/reports/{report.Name}?partnership=can-oim&format=csv", UriKind.Relative));
            using var csv = new CsvReader(new StringReader(Encoding.UTF8.GetString(bytes)), CultureInfo.InvariantCulture);
            var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();
            var total = (await app.App.Api.GetAsync($"/api/reports/{report.Name}?partnership=can-oim&size=1")).Body["total"]!.GetValue<int>();
            Assert.Equal(total, rows.Count);
            Assert.DoesNotContain(rows.SelectMany(r => r.Values).Cast<string>(), v => v.Length > 0 && "=+-@\t\r".Contains(v[0], StringComparison.Ordinal));
            using var workbook = await app.App.Http.GetAsync(new Uri($"/reports/{report.Name}?format=xlsx&partnership=can-oim", UriKind.Relative));
            Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);
        }
    }

    [Fact]
    public async Task the_command_line_shows_the_same()
    {
        var said = await Verbs.RunAsync(app.App.ConnectionString, "report", "corrections", "--partnership", "can-oim", "--json", "--lang", "en");
        Assert.Equal((ExitCode.Done, ""), (said.Exit, said.Error));
        var total = JsonNode.Parse(said.Output)!["total"]!.GetValue<int>();
        Assert.Equal((await app.App.Api.GetAsync("/api/reports/corrections?partnership=can-oim")).Body["total"]!.GetValue<int>(), total);
        var shown = (await Verbs.RunAsync(app.App.ConnectionString, "report", "corrections", "--partnership", "can-oim", "--lang", "es")).Output;
        Assert.Contains("Correcciones", shown, StringComparison.Ordinal);
        Assert.Matches($"Líneas +{total}", shown);
        Assert.Contains("2016", shown, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Misused, (await Verbs.RunAsync(app.App.ConnectionString, "report", "gossip")).Exit);
        Assert.Equal(ExitCode.NotOnRecord, (await Verbs.RunAsync(app.App.ConnectionString, "report", "late", "--partnership", "nowhere")).Exit);
    }

    [Fact]
    public async Task from_a_passage_one_comes_to_everything_that_rests_on_it_across_records()
    {
        var html = await app.App.TextAsync($"/sources/{app.Release}?from=5&length=3");
        var here = html.IndexOf("id=\"facts\"", StringComparison.Ordinal);
        Assert.True(here > 0);
        var held = (await app.LinesAsync("entries?kind=meeting&partnership=can-oim&size=200"))
            .Where(l => l["fact"]!["event"]!.GetValue<string>() == "meeting_held" && (Record(l) == app.Meeting || Record(l) == app.Secret)).ToList();
        Assert.Equal(2, held.Count);
        Assert.All(held, l => Assert.Contains($"/facts/{l["fact"]!["sequence"]}", html[here..], StringComparison.Ordinal));
        Assert.Contains($"/sources/{app.Release}?from=21&amp;length=30#passage", html, StringComparison.Ordinal);

        using var other = await app.App.Accounts.SignInAsync("officer-of-passages", new Grant(Role.Officer));
        var seen = await other.GetStringAsync(new Uri($"/sources/{app.Release}", UriKind.Relative));
        var secret = held.Single(l => Record(l) == app.Secret)["fact"]!["sequence"];
        Assert.DoesNotContain($"/facts/{secret}\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("secretísima", seen, StringComparison.Ordinal);
    }

    private static Guid Record(JsonNode line) => line["fact"]!["record"]!.GetValue<Guid>();
}
