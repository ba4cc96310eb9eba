using Relations.App.Cli;

namespace Relations.App.Tests.Cli;

public sealed class when_views_are_rebuilt
{
    [Fact]
    public async Task they_are_what_they_were()
    {
        var app = new AppFixture();
        await app.InitializeAsync();
        await app.ViewsAsync();
        var before = await app.TextAsync("/api/partnerships/can-oim");
        await app.DisposeAsync();

        var rebuilt = await Verbs.RunAsync(app.ConnectionString, "rebuild");
        var one = await Verbs.RunAsync(app.ConnectionString, "rebuild", "timelineentry", "--json");
        var after = await Verbs.RunAsync(app.ConnectionString, "show", "partnership", "can-oim", "--json");

        Assert.Equal((ExitCode.Done, ""), (rebuilt.Exit, rebuilt.Error));
        Assert.Equal("""{"views":["TimelineEntry"]}""", one.Output.TrimEnd());
        Assert.Equal(before, after.Output.TrimEnd());
    }
}
