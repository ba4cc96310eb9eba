using Relations.App.Cli;

namespace Relations.App.Tests.Cli;

public sealed class when_generated_data_are_loaded
{
    private static readonly string[] Sizes = ["--partnerships", "3", "--meetings", "20", "--json"];

    [Fact]
    public async Task they_are_on_record_and_in_the_views_once_for_each_seed()
    {
        var database = await TestServer.NewDatabaseAsync();

        var first = await Verbs.RunAsync(database, ["seed", .. Sizes]);
        var again = await Verbs.RunAsync(database, ["seed", .. Sizes]);
        var other = await Verbs.RunAsync(database, ["seed", .. Sizes, "--seed", "2"]);
        var portfolio = await Verbs.RunAsync(database, "portfolio", "--json");

        Assert.Equal((ExitCode.Done, ""), (first.Exit, first.Error));
        Assert.StartsWith("""{"seed":1,"events":""", first.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Refused, ""), (again.Exit, again.Output));
        Assert.Equal(ExitCode.Done, other.Exit);
        Assert.Contains("\"total\":6", portfolio.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_database_with_real_facts_is_left_alone()
    {
        var app = new AppFixture();
        await app.InitializeAsync();
        var busy = await Verbs.RunAsync(app.ConnectionString, ["seed", .. Sizes]);
        var events = await app.EventsAsync();
        await app.DisposeAsync();

        var refused = await Verbs.RunAsync(app.ConnectionString, ["seed", .. Sizes]);

        Assert.Equal((ExitCode.Refused, ExitCode.Refused), (busy.Exit, refused.Exit));
        Assert.Equal(events, await app.EventsAsync());
    }

    [Theory]
    [InlineData("--partnerships", "0")]
    [InlineData("--meetings", "-1")]
    [InlineData("--people", "1000001")]
    public async Task sizes_out_of_bounds_are_refused(string flag, string value)
    {
        var said = await Verbs.RunAsync("Host=nowhere.invalid", "seed", flag, value);
        Assert.Equal((ExitCode.Misused, ""), (said.Exit, said.Output));
    }
}
