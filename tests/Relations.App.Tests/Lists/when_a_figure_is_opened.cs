using System.Globalization;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Relations.App.Lists;
using Relations.App.Partnerships;
using Relations.App.Recording;
using Relations.Domain.Access;
using Relations.Domain.Commitments;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Lists;

/// <summary>A figure and the list that it opens are made in two ways, of a view and in SQL: they never differ.</summary>
public sealed class when_a_figure_is_opened(ListedApp app) : IClassFixture<ListedApp>
{
    [Fact]
    public async Task the_list_has_exactly_the_records_that_it_counts()
    {
        var counted = new Dictionary<string, int>();
        foreach (var slug in await SlugsAsync())
        {
            var health = await HealthAsync(slug);
            var lists = new FigureLists(slug);
            await SameAsync("in force", health.InForce, lists.InForce);
            await SameAsync("ending", health.EndingWithinTwelveMonths, lists.Ending());
            await SameAsync("term unknown", health.TermUnknown, lists.TermUnknown);
            await SameAsync("open", health.OpenCommitments, lists.OpenCommitments);
            await SameAsync("overdue", health.OverdueCommitments, lists.Overdue);
            await SameAsync("kept", health.KeptCommitments, lists.Kept);
            await SameAsync("running", health.RunningProjects, lists.Running);
            await SameAsync("posts", health.PostsChanged, lists.PostsChanged);
            foreach (var (year, count) in health.MeetingsByYear)
                Assert.Equal((slug, year, count), (slug, year, (await app.OpenAsync(lists.MeetingsOf(year))).Count));
        }

        // None of it is true of nothing alone; no generated post changes after the last meeting.
        Assert.All(counted.Where(c => c.Key != "posts"), c => Assert.True(c.Value > 0, c.Key));

        async Task SameAsync(string what, Figure figure, string address)
        {
            counted[what] = counted.GetValueOrDefault(what) + figure.Count;
            var listed = await app.OpenAsync(address);
            Assert.True(figure.Records.Order().SequenceEqual(listed.Order()), $"{address}: {figure.Count} counted, {listed.Count} listed.");
        }
    }

    [Fact]
    public async Task overdue_is_the_same_in_sql_and_in_the_domain()
    {
        await using var scope = app.ScopeOf(Actor.Operator("test"));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var all = await scope.ServiceProvider.GetRequiredService<IQuerySession>().Query<Commitment>().ToListAsync();
        var overdue = all.Where(c => c.IsOverdue(today)).Select(c => c.Id).Order().ToList();
        Assert.NotEmpty(overdue);
        Assert.Equal(overdue, (await app.OpenAsync("/commitments?state=overdue")).Order());
    }

    [Fact]
    public async Task a_meeting_of_an_uncertain_day_is_listed_under_its_first()
    {
        foreach (var year in new[] { 2019, 2024 })
        {
            var listed = await app.OpenAsync(string.Create(CultureInfo.InvariantCulture, $"/meetings?year={year}"));
            await using var scope = app.ScopeOf(Actor.Operator("test"));
            var all = await scope.ServiceProvider.GetRequiredService<IQuerySession>().Query<Domain.Meetings.Meeting>().ToListAsync();
            Assert.Equal(all.Where(m => (m.On ?? m.PlannedFor)?.Earliest?.Year == year).Select(m => m.Id).Order(), listed.Order());
        }
    }

    private async Task<IReadOnlyList<string>> SlugsAsync()
    {
        await using var scope = app.ScopeOf(Actor.Operator("test"));
        return await scope.ServiceProvider.GetRequiredService<IQuerySession>().Query<Partnership>().Select(p => p.Slug).ToListAsync();
    }

    private async Task<PartnershipHealth> HealthAsync(string slug)
    {
        await using var scope = app.ScopeOf(Actor.Operator("test"));
        return (await scope.ServiceProvider.GetRequiredService<PartnershipReader>().ReadAsync(slug, AsOf.Now, default))!.Health;
    }
}
