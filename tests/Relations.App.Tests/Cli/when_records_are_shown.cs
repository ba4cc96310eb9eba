using System.Text.Json.Nodes;
using Relations.App.Cli;
using Relations.Domain.Organisations;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;

namespace Relations.App.Tests.Cli;

[Collection(AppCollection.Name)]
public sealed class when_records_are_shown(AppFixture app)
{
    private Task<Said> RunAsync(params string[] args) => Verbs.RunAsync(app.ConnectionString, args);

    [Theory]
    [InlineData("organisation", "organisations")]
    [InlineData("person", "people")]
    public async Task json_is_the_answer_of_the_api(string kind, string path)
    {
        var id = (kind == "person" ? app.Cast.Davalos.Value : app.Cast.Can.Value).ToString();

        var said = await RunAsync("show", kind, id, "--json");

        Assert.Equal(ExitCode.Done, said.Exit);
        Assert.Equal(await app.TextAsync($"/api/{path}/{id}"), said.Output.TrimEnd());
    }

    [Fact]
    public async Task a_partnership_is_shown_whole_by_slug_and_by_id()
    {
        await app.ViewsAsync();

        var bySlug = await RunAsync("show", "partnership", "can-oim", "--json");
        var byId = await RunAsync("show", "partnership", app.Cast.CanOim.ToString(), "--json");

        Assert.Equal(await app.TextAsync("/api/partnerships/can-oim"), bySlug.Output.TrimEnd());
        Assert.Equal(bySlug.Output, byId.Output);
    }

    [Fact]
    public async Task the_portfolio_and_histories_are_those_of_the_api()
    {
        await app.ViewsAsync();

        Assert.Equal(await app.TextAsync("/api/portfolio?size=1"), (await RunAsync("portfolio", "--size", "1", "--json")).Output.TrimEnd());
        Assert.Equal(
            await app.TextAsync($"/api/organisations/{app.Cast.Can}/history"),
            (await RunAsync("history", app.Cast.Can.ToString(), "--json")).Output.TrimEnd());
        Assert.Equal(
            await app.TextAsync("/api/partnerships/can-oim/timeline"), (await RunAsync("history", "can-oim", "--json")).Output.TrimEnd());
    }

    [Fact]
    public async Task a_record_is_shown_as_it_was_known()
    {
        var id = await app.Api.OpenAsync("/api/organisations", AnOrganisation("Antes"));
        var opened = (await app.Api.GetAsync($"/api/organisations/{id}/history")).Body["items"]![0]!["recordedAt"]!.GetValue<string>();
        await app.Api.AddAsync($"/api/organisations/{id}/rename", new RenameOrganisation([new("es", "Después")], null));

        Assert.Contains("Después", (await RunAsync("show", "organisation", id.ToString())).Output, StringComparison.Ordinal);
        var then = await RunAsync("show", "organisation", id.ToString(), "--as-known-at", opened, "--json");
        Assert.Equal("Antes", JsonNode.Parse(then.Output)!["names"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(
            ExitCode.NotOnRecord, (await RunAsync("show", "organisation", id.ToString(), "--as-known-at", "2000-01-01T00:00:00Z")).Exit);
    }

    [Theory]
    [InlineData("show", "partnership", "can-oim", "--as-known-at", "2026-11-23T12:00:00")]
    [InlineData("show", "partnership", "can-oim", "--on", "12/02/2016")]
    [InlineData("show", "treaty", "can-oim")]
    [InlineData("show", "meeting", "can-oim")]
    [InlineData("show", "partnership")]
    [InlineData("history", "can-oim", "--size", "201")]
    [InlineData("history", "can-oim", "--page", "x")]
    [InlineData("portfolio", "everything")]
    [InlineData("rebuild", "nothing")]
    [InlineData("source", "words", "x", "y")]
    public async Task what_cannot_be_read_is_misuse(params string[] args)
    {
        var said = await RunAsync(args);

        Assert.Equal(ExitCode.Misused, said.Exit);
        Assert.Empty(said.Output);
        Assert.NotEmpty(said.Error);
    }

    [Theory]
    [InlineData("show", "partnership", "nobody")]
    [InlineData("show", "meeting", "0198f3a0-0000-7000-8000-000000000000")]
    [InlineData("history", "nobody")]
    [InlineData("history", "0198f3a0-0000-7000-8000-000000000000")]
    public async Task what_is_not_on_record_is_said(params string[] args) =>
        Assert.Equal(ExitCode.NotOnRecord, (await RunAsync(args)).Exit);

    [Fact]
    public async Task a_name_is_never_read_as_markup_nor_as_an_order_to_the_terminal()
    {
        const string name = "[red]Consejo[/] [link] \u001b[2J";
        var id = await app.Api.OpenAsync("/api/organisations", AnOrganisation("[red]Consejo[/] [link]"));

        var said = await RunAsync("show", "organisation", id.ToString());
        var history = await RunAsync("history", id.ToString());

        Assert.Contains("[red]Consejo[/] [link]", said.Output, StringComparison.Ordinal);
        Assert.Contains("[red]Consejo[/] [link]", history.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', Terminal.Clean(name));
        Assert.DoesNotContain('\u001b', said.Output);
    }

    [Fact]
    public async Task the_language_is_the_one_asked_for()
    {
        Assert.Contains("Partes", (await RunAsync("show", "partnership", "can-oim", "--lang", "es")).Output, StringComparison.Ordinal);
        Assert.Contains("Parties", (await RunAsync("show", "partnership", "can-oim", "--lang", "en")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_rebuild_beside_the_running_application_is_refused() =>
        Assert.Equal(ExitCode.Refused, (await RunAsync("rebuild")).Exit);

    [Fact]
    public async Task a_database_that_does_not_answer_is_a_failure()
    {
        var said = await Verbs.RunAsync("Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=2", "portfolio");

        Assert.Equal(ExitCode.Failed, said.Exit);
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
    }

    private static RegisterOrganisation AnOrganisation(string name) => new([new("es", name)], OrganisationKind.Other);
}
