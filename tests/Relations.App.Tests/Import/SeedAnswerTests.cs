using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relations.App.Tests.Import;

/// <summary>What <c>GET /api/partnerships/can-oim</c> answers on the shipped seed: the facts of the first record, with their passages.</summary>
public sealed class SeedAnswerTests(SeededApp app) : IClassFixture<SeededApp>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The nine facts, by the events that hold them.</summary>
    [Theory]
    [InlineData(1, "organisation_registered", 4)]
    [InlineData(1, "organisation_placed", 2)]
    [InlineData(2, "meeting_held", 1)]
    [InlineData(3, "meeting_participant_recorded", 4)]
    [InlineData(3, "person_appointed", 4)]
    [InlineData(4, "meeting_outcome_recorded", 2)]
    [InlineData(5, "meeting_statement_recorded", 2)]
    [InlineData(6, "agreement_attested", 1)]
    [InlineData(7, "project_recorded", 2)]
    [InlineData(8, "meeting_topic_discussed", 5)]
    public async Task each_fact_comes_with_its_passages(int fact, string @event, int times)
    {
        var entries = Entries(await AnswerAsync()).Where(e => e["event"]!.GetValue<string>() == @event).ToList();
        Assert.True(entries.Count == times, $"Fact {fact}: {entries.Count} {@event}");
        Assert.All(entries, e =>
        {
            var citations = e["citations"]!.AsArray();
            Assert.Equal(2, citations.Select(c => c!["source"]!.GetValue<Guid>()).Distinct().Count());
            Assert.Contains(citations, c => c!["passage"]?.GetValue<string>() is { Length: > 0 });
        });
    }

    [Fact]
    public async Task the_ninth_fact_is_the_press_release_itself()
    {
        var source = Assert.Single((await AnswerAsync())["sources"]!.AsArray(), s => s!["kind"]!.GetValue<string>() == "Communique")!;
        Assert.Equal("2016-02-12", source["date"]!.GetValue<string>());
        Assert.Equal("es", source["language"]!.GetValue<string>());
    }

    [Fact]
    public async Task the_agreement_is_attested_since_a_year_and_not_renewed()
    {
        var answer = await AnswerAsync();
        var agreement = Assert.Single(answer["agreements"]!.AsArray())!;
        Assert.Equal("InForce", agreement["status"]!.GetValue<string>());
        Assert.Equal("1992", agreement["since"]!.GetValue<string>());
        Assert.Equal("Unknown", agreement["conditions"]!["term"]!["kind"]!.GetValue<string>());
        Assert.Equal(1, answer["health"]!["termUnknown"]!["count"]!.GetValue<int>());
        Assert.DoesNotContain(Entries(answer), e => e["event"]!.GetValue<string>().Contains("renewed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task before_1992_there_is_no_agreement_and_before_the_meeting_no_meeting()
    {
        var then = (await app.Api.GetAsync("/api/partnerships/can-oim?on=1991-12-31")).Body;
        Assert.Empty(then["agreements"]!.AsArray());
        var later = (await app.Api.GetAsync("/api/partnerships/can-oim?on=2011-06-30")).Body;
        Assert.Single(later["agreements"]!.AsArray());
        Assert.Empty(later["meetings"]!.AsArray());
    }

    [Fact]
    public async Task the_whole_answer_stays_as_it_is()
    {
        var answer = await AnswerAsync();
        answer.AsObject().Remove("day");
        answer["health"]!.AsObject().Remove("daysSinceLastMeeting");
        Snapshot.Matches(answer.ToJsonString(Readable));
    }

    private async Task<JsonNode> AnswerAsync()
    {
        await app.ViewsAsync();
        return (await app.Api.GetAsync("/api/partnerships/can-oim")).Body;
    }

    private static IEnumerable<JsonNode> Entries(JsonNode answer) =>
        answer["facts"]!.AsArray().Concat(answer["register"]!.AsArray()).Select(e => e!);
}
