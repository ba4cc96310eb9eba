using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Time;

namespace Relations.App.Tests.Partnerships;

/// <summary>A partnership over HTTP, with both clocks.</summary>
[Collection(AppCollection.Name)]
public class PartnershipTests(AppFixture app)
{
    [Fact]
    public async Task a_meeting_shows_in_its_partnership_from_the_day_it_was_held_and_the_moment_it_was_recorded()
    {
        var partnership = await app.Api.OpenAsync("/api/partnerships", new EstablishPartnership("ante-el-reloj", [app.Cast.Can, app.Cast.Oim]));
        var meeting = await app.Api.OpenAsync("/api/meetings/log", new LogMeeting(
            [new(partnership)],
            EdtfDate.Parse("2019-05-07"),
            new("Lima"),
            Modality.InPerson,
            Topics: ["Movilidad humana"],
            Participants: [new(app.Cast.Davalos, app.Cast.Oim, "Jefe de Misión", ParticipantRole.Head)]));
        await app.ViewsAsync();

        var now = await app.Api.GetAsync("/api/partnerships/ante-el-reloj");
        Assert.Contains(now.Body["meetings"]!.AsArray(), m => m!["id"]!.GetValue<Guid>() == meeting);
        var fact = now.Body["facts"]!.AsArray().First(f => f!["record"]!.GetValue<Guid>() == meeting)!;
        Assert.Equal(AppFixture.Officer, fact["recordedBy"]!.GetValue<string>());
        var recordedAt = fact["recordedAt"]!.GetValue<DateTimeOffset>();

        Assert.True(await ShowsAsync("on=2019-05-07"));
        Assert.False(await ShowsAsync("on=2019-05-06"));
        Assert.True(await ShowsAsync($"asKnownAt={recordedAt:yyyy-MM-ddTHH:mm:ss.ffffffZ}"));
        Assert.False(await ShowsAsync($"asKnownAt={recordedAt.AddTicks(-10):yyyy-MM-ddTHH:mm:ss.ffffffZ}"));

        async Task<bool> ShowsAsync(string clocks)
        {
            var then = await app.Api.GetAsync($"/api/partnerships/ante-el-reloj?{clocks}");
            Assert.Equal(200, then.Status);
            return then.Body["meetings"]!.AsArray().Any(m => m!["id"]!.GetValue<Guid>() == meeting);
        }
    }

    [Fact]
    public async Task the_portfolio_counts_what_the_partnership_shows()
    {
        await app.ViewsAsync();
        var row = (await app.Api.GetAsync("/api/portfolio")).Body["items"]!.AsArray().Single(r => r!["slug"]!.GetValue<string>() == "can-oim")!;
        Assert.Equal("Active", row["status"]!.GetValue<string>());
        Assert.Equal(2, row["parties"]!.AsArray().Count);
    }

    [Fact]
    public async Task an_unknown_partnership_is_not_on_record()
    {
        var answer = await app.Api.GetAsync("/api/partnerships/nobody", "en");
        Assert.Equal(404, answer.Status);
        Assert.Equal("Not on record", answer.Body["title"]!.GetValue<string>());
    }
}
