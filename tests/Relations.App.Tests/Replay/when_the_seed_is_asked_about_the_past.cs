using System.Globalization;
using System.Text.Json.Nodes;
using Relations.App.Recording;
using Relations.App.Tests.Import;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Projects;

namespace Relations.App.Tests.Replay;

/// <summary>What the record of CAN and OIM said on a day, as known at a moment, against what was written down by hand.</summary>
public sealed class when_the_seed_is_asked_about_the_past(SeededApp app) : IClassFixture<SeededApp>
{
    /// <summary>Agreements in force, projects, meetings held, and parties.</summary>
    private sealed record Told(int InForce, int Projects, int Meetings, int Parties);

    [Theory]
    [InlineData("1991-12-31", 0, 0, 0)]
    [InlineData("1995-06-30", 1, 0, 0)]
    [InlineData("2012-06-30", 1, 2, 0)]
    [InlineData("2016-02-11", 1, 2, 0)]
    [InlineData("2016-02-12", 1, 2, 1)]
    [InlineData("2026-11-24", 1, 2, 1)]
    public async Task on_a_day_in_the_world(string day, int inForce, int projects, int meetings) =>
        Assert.Equal(new Told(inForce, projects, meetings, 2), await AskedAsync($"on={day}"));

    [Fact]
    public async Task before_its_first_recording_nothing_was_known()
    {
        var first = (await app.EventsAsync())[0].Timestamp;

        Assert.Null(await AskedAsync(KnownAt(first.AddTicks(-10))));
        Assert.Null(await AskedAsync(KnownAt(first))); // a source, and no partnership yet
    }

    [Fact]
    public async Task between_its_recordings_only_what_was_recorded_by_then()
    {
        Assert.Null(await AskedAsync(KnownAt(await RecordedAsync<PartnershipEstablished>(before: true))));
        Assert.Equal(new(0, 0, 0, 2), await AskedAsync(KnownAt(await RecordedAsync<PartnershipEstablished>())));
        Assert.Equal(new(0, 0, 1, 2), await AskedAsync(KnownAt(await RecordedAsync<MeetingHeld>())));
        Assert.Equal(new(0, 0, 1, 2), await AskedAsync(KnownAt(await RecordedAsync<AgreementAttested>(before: true))));
        Assert.Equal(new(1, 0, 1, 2), await AskedAsync(KnownAt(await RecordedAsync<AgreementAttested>())));
        Assert.Equal(new(1, 1, 1, 2), await AskedAsync(KnownAt(await RecordedAsync<ProjectRecorded>())));
    }

    [Fact]
    public async Task after_its_recordings_it_is_the_present()
    {
        var last = (await app.EventsAsync()).Max(e => e.Timestamp);
        await app.ViewsAsync();

        Assert.Equal(new(1, 2, 1, 2), await AskedAsync(KnownAt(last)));
        Assert.Equal(new(1, 2, 1, 2), await AskedAsync(""));
    }

    [Fact]
    public async Task the_two_clocks_work_together()
    {
        var attested = await RecordedAsync<AgreementAttested>();

        Assert.Equal(new(1, 0, 0, 2), await AskedAsync($"on=2012-06-30&{KnownAt(attested)}"));
        Assert.Equal(new(0, 0, 0, 2), await AskedAsync($"on=1991-12-31&{KnownAt(attested)}"));
    }

    [Theory]
    [InlineData("1991-12-31", null, null)]
    [InlineData("1992-01-01", "InForce", "AsRecorded")]
    [InlineData("1995-06-30", "InForce", "AsRecorded")]
    [InlineData("2040-01-01", "InForce", "AsRecorded")]
    public async Task the_agreement_stands_where_its_one_event_puts_it(string day, string? status, string? reason)
    {
        var id = (await app.EventsAsync()).Single(e => e.Data is AgreementAttested).StreamId;

        var answer = (await app.Api.GetAsync($"/api/agreements/{id}/standing?on={day}")).Body;

        Assert.Equal((status, reason), (answer["status"]?.GetValue<string>(), answer["reason"]?.GetValue<string>()));
        Assert.Equal(status is null ? null : "agreement_attested", answer["by"]?["event"]?.GetValue<string>());
        Assert.Null(answer["ruleFrom"]);
    }

    [Fact]
    public async Task the_whole_story_is_told_in_spanish() => Snapshot.Matches(await DifferencesAsync("", "es"));

    [Fact]
    public async Task the_whole_story_is_told_in_english() => Snapshot.Matches(await DifferencesAsync("", "en"));

    [Fact]
    public async Task from_1991_to_2012_an_agreement_and_two_projects_came_about() => Assert.Equal(
        """
        Convenio de cooperación interinstitucional OIM–CAN
          Se registró el acuerdo (1992)
        Proyecto sin título conocido
          Se registró el proyecto (de 2010 a 2015)
        Proyecto sin título conocido
          Se registró el proyecto (de 2010 a 2015)
        """.ReplaceLineEndings("\n"),
        (await DifferencesAsync("fromOn=1991-12-31&toOn=2012-06-30", "es")).TrimEnd());

    [Fact]
    public async Task with_itself_a_moment_has_no_difference()
    {
        var moment = (await app.EventsAsync())[^1].Timestamp;
        Assert.Equal("", await DifferencesAsync($"from{Capital(KnownAt(moment))}&to{Capital(KnownAt(moment))}", "es"));

        static string Capital(string clock) => clock.Replace("asKnownAt", "KnownAt", StringComparison.Ordinal);
    }

    private async Task<string> DifferencesAsync(string moments, string language)
    {
        var answer = (await app.Api.GetAsync($"/api/partnerships/can-oim/differences?{moments}", language)).Body;
        return string.Concat(answer["records"]!.AsArray().Select(r =>
            $"{r!["title"]}\n" + string.Concat(r["differences"]!.AsArray().Select(d => $"  {d!["words"]}\n"))));
    }

    private async Task<DateTimeOffset> RecordedAsync<T>(bool before = false)
    {
        var events = await app.EventsAsync();
        var moment = events.First(e => e.Data is T).Timestamp;
        return before ? events.Last(e => e.Timestamp < moment).Timestamp : moment;
    }

    private static string KnownAt(DateTimeOffset moment) =>
        "asKnownAt=" + moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The partnership over HTTP; null where it was not on record.</summary>
    private async Task<Told?> AskedAsync(string clocks)
    {
        var answer = await app.Api.GetAsync($"/api/partnerships/can-oim?{clocks}");
        if (answer.Status == 404)
            return null;
        Assert.Equal(200, answer.Status);
        return new(
            answer.Body["health"]!["inForce"]!["count"]!.GetValue<int>(),
            answer.Body["projects"]!.AsArray().Count,
            Held(answer.Body["meetings"]!.AsArray()),
            answer.Body["partnership"]!["parties"]!.AsArray().Count);
    }

    private static int Held(JsonArray meetings) => meetings.Count(m => m!["status"]!.GetValue<string>() == nameof(MeetingStatus.Held));
}
