using System.Text.Json.Nodes;
using Relations.App.Cli;
using Relations.App.Import;

namespace Relations.App.Tests.Cli;

/// <summary>Without an application beside them: verbs alone on a database.</summary>
public sealed class when_a_file_is_imported
{
    [Fact]
    public async Task its_facts_are_on_record_and_in_the_views_once()
    {
        var database = await TestServer.NewDatabaseAsync();

        var first = await Verbs.RunAsync(database, "import", ShippedSeed.File, "--json");
        var again = await Verbs.RunAsync(database, "import", ShippedSeed.File, "--json");
        var shown = await Verbs.RunAsync(database, "show", "partnership", "can-oim", "--json");

        Assert.Equal((ExitCode.Done, ""), (first.Exit, first.Error));
        var (then, now) = (JsonNode.Parse(first.Output)!, JsonNode.Parse(again.Output)!);
        Assert.Equal(then["steps"]!.GetValue<int>(), then["recorded"]!.GetValue<int>());
        Assert.Equal((0, then["steps"]!.GetValue<int>()), (now["recorded"]!.GetValue<int>(), now["alreadyRecorded"]!.GetValue<int>()));
        Assert.NotEmpty(JsonNode.Parse(shown.Output)!["meetings"]!.AsArray());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task every_kind_of_record_in_it_is_shown(string language)
    {
        var database = await TestServer.NewDatabaseAsync();
        await Verbs.RunAsync(database, "import", ShippedSeed.File);
        var partnership = JsonNode.Parse((await Verbs.RunAsync(database, "show", "partnership", "can-oim", "--json")).Output)!;

        foreach (var (kind, list) in new[]
        {
            ("agreement", "agreements"), ("meeting", "meetings"), ("project", "projects"),
            ("organisation", "organisations"), ("person", "people"), ("source", "sources"),
        })
        {
            var id = partnership[list]![0]!["id"]!.GetValue<string>();
            var said = await Verbs.RunAsync(database, "show", kind, id, "--lang", language);
            Assert.True(said.Exit == ExitCode.Done, said.Error);
            Assert.Contains(id, said.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task a_file_that_cannot_be_read_is_misuse()
    {
        var database = await TestServer.NewDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("relations-test-");
        try
        {
            var file = Path.Combine(folder.FullName, "records.json");
            await File.WriteAllTextAsync(file, "{ no json");
            var unreadable = await Verbs.RunAsync(database, "import", file);

            Assert.True(unreadable.Exit == ExitCode.Misused, unreadable.Error);
            Assert.Contains("records.json", unreadable.Error, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Misused, (await Verbs.RunAsync(database, "import", file + ".not-there")).Exit);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task the_text_of_a_source_is_taken_only_with_the_hash_that_was_registered()
    {
        var database = await TestServer.NewDatabaseAsync();
        await Verbs.RunAsync(database, "import", ShippedSeed.File);
        var shown = await Verbs.RunAsync(database, "show", "partnership", "can-oim", "--json");
        var source = JsonNode.Parse(shown.Output)!["sources"]![0]!["id"]!.GetValue<string>();

        Assert.Equal(ExitCode.Refused, (await Verbs.RunAsync(database, "source", "text", source, ShippedSeed.File)).Exit);
        Assert.Equal(
            ExitCode.NotOnRecord, (await Verbs.RunAsync(database, "source", "text", Guid.Empty.ToString(), ShippedSeed.File)).Exit);
    }
}
