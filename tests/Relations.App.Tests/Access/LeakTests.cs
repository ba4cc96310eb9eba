using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Relations.App.Api;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Access;

/// <summary>
/// Words planted in restricted records, and the ids of those records, come out nowhere for whoever may not read them: not on
/// pages, in lists, counts, histories, the past, the answers to commands, or the time that an answer takes.
/// </summary>
public sealed partial class LeakTests(AccessFixture access) : IClassFixture<AccessFixture>
{
    /// <summary>Who may read none of the restricted records.</summary>
    private static readonly string[] Unauthorised = ["signed out", "visitor", "officer", "manager", "officer-all", "administrator"];

    private static readonly string[] Languages = ["es", "en"];

    /// <summary>Places in the order of recording that replays are opened at: among what is planted, and the end.</summary>
    private static readonly int[] Places = [40, 80, 120, 100_000];

    public static TheoryData<string> Actors => [.. Unauthorised];

    [Fact]
    public void enough_is_planted() => Assert.True(access.Planted.Distinct().Count() >= 50, $"{access.Planted.Count}");

    [Fact]
    public async Task an_auditor_comes_by_every_word()
    {
        var read = new StringBuilder();
        foreach (var path in Addresses())
            read.Append((await AskAsync("auditor", HttpMethod.Get, path, null)).Body);
        var text = read.ToString();
        Assert.All(access.Planted, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Actors))]
    public async Task nobody_else_comes_by_any(string actor)
    {
        var asked = 0;
        foreach (var path in Addresses())
        {
            Look(actor, path, await AskAsync(actor, HttpMethod.Get, path, null));
            asked++;
        }

        foreach (var (path, body) in Commands())
        {
            Look(actor, path, await AskAsync(actor, HttpMethod.Post, path, body));
            asked++;
        }

        Assert.True(asked > 450, $"Only {asked} were asked.");
    }

    [Theory]
    [MemberData(nameof(Actors))]
    public async Task counts_are_of_what_is_shown(string actor)
    {
        if (actor == AccessTable.SignedOut)
            return;
        foreach (var list in Lists)
        {
            var whole = JsonNode.Parse((await AskAsync(actor, HttpMethod.Get, $"{list}?size=200", null)).Body)!;
            Assert.Equal(whole["items"]!.AsArray().Count, whole["total"]!.GetValue<int>());
        }

        foreach (var partnership in Enum.GetValues<Classification>().Where(c => c != Classification.Restricted))
        {
            var timeline = JsonNode.Parse((await AskAsync(
                actor, HttpMethod.Get, $"/api/partnerships/{access.Record("partnership", true, partnership)}/timeline?size=200", null)).Body)!;
            if (timeline["items"] is { } items)
                Assert.Equal(items.AsArray().Count, timeline["total"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task figures_are_of_what_who_asks_may_read()
    {
        var own = access.Record("partnership", true, Classification.Internal);
        Assert.Equal((3, 3), await FiguresAsync("auditor", own));
        Assert.Equal((3, 3), await FiguresAsync("keeper", own));
        Assert.Equal((2, 2), await FiguresAsync("officer", own));
        Assert.Equal((2, 2), await FiguresAsync("administrator", own));
    }

    [Fact]
    public async Task the_portfolio_agrees_with_the_partnership()
    {
        foreach (var (actor, agreements) in new[] { ("auditor", 3), ("officer", 2), ("administrator", 2) })
        {
            var rows = JsonNode.Parse((await AskAsync(actor, HttpMethod.Get, "/api/portfolio?size=200", null)).Body)!["items"]!.AsArray();
            Assert.Equal(agreements, rows.Single(r => r!["slug"]!.GetValue<string>() == "own-1")!["inForce"]!.GetValue<int>());
        }
    }

    [Theory]
    [InlineData("/api/meetings/{0}", "meeting")]
    [InlineData("/api/meetings/{0}/history", "meeting")]
    [InlineData("/api/meetings/{0}?on=2021-01-01", "meeting")]
    [InlineData("/api/partnerships/{0}", "partnership")]
    [InlineData("/sources/{0}", "source")]
    [InlineData("/meetings/{0}", "meeting")]
    [InlineData("/meetings/{0}?on=2021-01-01", "meeting")]
    [InlineData("/people/{0}", "person")]
    public async Task what_is_hidden_takes_the_same_questions_as_what_is_not_there(string path, string kind)
    {
        var hidden = string.Format(CultureInfo.InvariantCulture, path, access.Record(kind, false, Classification.Restricted));
        var absent = string.Format(CultureInfo.InvariantCulture, path, Guid.CreateVersion7());
        Assert.Equal(await StatementsAsync(absent), await StatementsAsync(hidden));
    }

    [Fact]
    public async Task the_answer_to_what_is_hidden_is_that_to_what_is_not_there()
    {
        var absent = Guid.CreateVersion7();
        foreach (var (kind, path) in new[] { ("meeting", "/api/meetings/"), ("agreement", "/api/agreements/"), ("source", "/sources/"), ("partnership", "/partnerships/"), ("meeting", "/meetings/"), ("agreement", "/agreements/"), ("project", "/projects/"), ("commitment", "/commitments/"), ("person", "/people/"), ("organisation", "/organisations/") })
        {
            var hidden = access.Record(kind, false, Classification.Restricted);
            var there = await AskAsync("officer", HttpMethod.Get, path + hidden, null);
            var gone = await AskAsync("officer", HttpMethod.Get, path + absent, null);
            Assert.Equal(gone.Status, there.Status);
            Assert.Equal(Without(gone.Body, absent), Without(there.Body, hidden));
        }
    }

    /// <summary>A page without the id it was asked for, and without what is new on every page.</summary>
    private static string Without(string page, Guid id) =>
        FreshOnEveryPage().Replace(page, "").Replace(id.ToString(), "", StringComparison.Ordinal);

    [GeneratedRegex("""(?<=name="__RequestVerificationToken" value=")[^"]+|(?<=nonce=")[^"]+""")]
    private static partial Regex FreshOnEveryPage();

    private static readonly string[] Lists =
    [
        "/api/organisations", "/api/people", "/api/partnerships", "/api/meetings", "/api/agreements", "/api/projects", "/api/commitments",
        "/api/sources", "/api/accounts",
    ];

    /// <summary>Everything that can be read, in both languages for pages, now and as it was.</summary>
    private IEnumerable<string> Addresses()
    {
        var now = Uri.EscapeDataString(DateTimeOffset.UtcNow.AddMinutes(1).ToString("O", CultureInfo.InvariantCulture));
        string[] clocks = ["", $"?asKnownAt={now}", "?on=2026-11-23"];
        foreach (var path in Lists.Append("/api/portfolio"))
            yield return path + "?size=200";
        foreach (var page in new[] { "/api/portfolio", "/portfolio", "/calendar", "/network" })
            yield return $"{page}?asKnownAt={now}";
        foreach (var path in access.Paths)
        {
            foreach (var clock in clocks)
            {
                yield return path + clock;
                yield return $"{path}/history{clock}";
                if (path.StartsWith("/api/partnerships", StringComparison.Ordinal))
                    yield return $"{path}/timeline{(clock.Length == 0 ? "?" : clock + "&")}size=200";
                yield return path["/api".Length..] + clock;
                if (path.StartsWith("/api/partnerships", StringComparison.Ordinal))
                    yield return $"{path["/api".Length..]}/briefing{clock}";
            }

            if (path.StartsWith("/api/partnerships", StringComparison.Ordinal))
            {
                yield return $"{path["/api".Length..]}/handover?since=2020-01-01";
                yield return $"{path["/api".Length..]}/handover?since=2020-01-01&asKnownAt={now}";
                yield return $"{path}/differences";
                yield return $"{path["/api".Length..]}/differences?fromOn=1990-01-01";
                foreach (var place in Places)
                    yield return $"{path["/api".Length..]}/replay?at={place}";
            }

            if (path.StartsWith("/api/agreements", StringComparison.Ordinal))
                yield return $"{path}/standing";
            if (path.StartsWith("/api/organisations", StringComparison.Ordinal))
                yield return $"/network/drawing?steps=2&organisation={path[^36..]}";
        }

        foreach (var kind in App.Pages.Forms.Choices.Kinds)
            yield return $"/choices/{kind}";
        foreach (var path in access.Paths)
            yield return $"/record/classify-record/{path.Split('/')[^1]}";
        foreach (var report in App.Pages.Reports.AllReports.All)
        {
            yield return $"/reports/{report.Name}?size=100";
            yield return $"/api/reports/{report.Name}?size=200&asKnownAt={now}";
        }

        foreach (var path in Overviews.Concat(Searches).Append($"/partnerships/{access.HiddenSlug}").Append($"/api/partnerships/{access.HiddenSlug}"))
            yield return path;
    }

    private static readonly string[] Overviews =
    [
        "/", "/api/openapi.json", "/api/reference", "/api/access-log?size=200", "/audit/access",
        "/account/reminders", "/handover", "/calendar", "/calendar?view=list", "/portfolio", "/network", "/network?on=2021-01-01", "/network/drawing",
        "/meetings", "/agreements", "/projects", "/commitments", "/organisations", "/people", "/sources",
    ];

    /// <summary>The planted words all begin alike, so that the palette, which takes beginnings, is asked for all of them.</summary>
    private static readonly string[] Searches =
    [
        "/search/palette?q=secretum", "/api/search?q=secretumx", "/search?q=secretumx", "/search?q=CAN", "/api/search?q=CAN+OIM", "/api/search?q=2020",
        "/api/search?q=2020&kind=meeting", "/api/search?q=2021", "/search?q=2020",
    ];

    /// <summary>Commands that ask for what is hidden: to it, about it, and of what must be unique.</summary>
    private IEnumerable<(string Path, string Body)> Commands()
    {
        foreach (var path in access.Paths)
            yield return ($"{path}/classify", """{ "classification": "Public" }""");
        yield return ("/api/sources", $$"""{ "kind": "Other", "title": "x", "language": "es", "sha256": "{{access.HiddenHash}}" }""");
        foreach (var secret in access.Restricted)
        {
            yield return ("/api/meetings/log", $$"""{ "partnerships": ["{{secret}}"], "on": "2020" }""");
            yield return ("/api/commitments", $$"""{ "partnerships": [], "what": "x", "owedBy": "{{secret}}", "owedTo": [], "on": "2020" }""");
            yield return ("/api/people", $$"""{ "name": { "family": "x" }, "provenance": { "basis": "Stated", "citations": [{ "source": "{{secret}}", "offset": 0, "length": 9999 }] } }""");
        }
    }

    private void Look(string actor, string path, (int Status, string Headers, string Body) answer)
    {
        Assert.True(answer.Status < 500, $"{actor} {path}: {answer.Status} {answer.Body}");

        // What they sent themselves may come back; nothing else of what is hidden may.
        var text = (answer.Headers + answer.Body).Replace(path, "", StringComparison.Ordinal);
        foreach (var secret in access.Planted.Where(word => !path.Contains(word, StringComparison.Ordinal)))
            Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{actor} {path} tells {secret}");
    }

    private async Task<(int Status, string Headers, string Body)> AskAsync(string actor, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptLanguage.Add(new(Languages[path.Length % Languages.Length]));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }

        using var answer = await access.Client(actor).SendAsync(request);
        return ((int)answer.StatusCode, answer.Headers.ToString(), await answer.Content.ReadAsStringAsync());
    }

    private async Task<(int Agreements, int Meetings)> FiguresAsync(string actor, Guid partnership)
    {
        var answer = JsonNode.Parse((await AskAsync(actor, HttpMethod.Get, $"/api/partnerships/{partnership}", null)).Body)!;
        var health = answer["health"]!;
        return (health["inForce"]!["count"]!.GetValue<int>(), health["meetingsByYear"]!["2020"]!.GetValue<int>());
    }

    /// <summary>Whether a statement notes who asked: in the trail, and, now and then, when the token was last used.</summary>
    private static bool IsNoted(string sql) =>
        sql.Contains("mt_quick_append", StringComparison.Ordinal) || sql.StartsWith("update relations.mt_doc_apitoken", StringComparison.Ordinal);

    /// <summary>The statements that the database is sent for a request, the trail's own aside: it is written when the answer is under way.</summary>
    private async Task<string> StatementsAsync(string path)
    {
        List<string> statements = [];
        var trace = ActivityTraceId.CreateRandom();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace && activity.GetTagItem("db.query.text") is string sql && !IsNoted(sql))
                {
                    lock (statements)
                        statements.Add(sql);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01" } } };
        using var answer = await access.Client("officer").SendAsync(request);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.NotEmpty(statements);
        lock (statements)
            return string.Join('\n', statements);
    }
}
