using System.Globalization;
using Relations.App.Import;
using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Tests.Import;

/// <summary>Files of records: what they mean, and what is said of one that means nothing.</summary>
public sealed class RecordFileTests : IDisposable
{
    private const string Source = """{ "key": "doc", "do": "RegisterSource", "with": { "kind": "Letter", "title": "T", "language": "es", "textFrom": "doc.txt" } }""";

    private const string Person = """{ "key": "ana", "do": "RegisterPerson", "with": { "name": { "given": "Ana", "family": "Paz" } } }""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relations-import-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task keys_stand_for_ids_that_are_the_same_each_time()
    {
        var steps = (await ReadAsync($$"""
            { // a comment
              "import": "test",
              "records": [
                { "key": "un", "do": "RegisterOrganisation", "with": { "names": [{ "language": "en", "name": "@@UN" }], "kind": "Other" } },
                { "key": "office", "do": "RegisterOrganisation", "with": { "names": [{ "language": "en", "name": "Office" }], "kind": "Office" } },
                { "on": "office", "do": "PlaceOrganisation", "with": { "relation": "OfficeOf", "parent": "@un", "from": "1992" } },
              ],
            }
            """)).Steps;

        Assert.Equal(["import/test/un/1", "import/test/office/1", "import/test/office/2"], steps.Select(s => s.IdempotencyKey));
        Assert.Equal([4, 5, 6], steps.Select(s => s.Place.Line));
        Assert.Equal("@UN", ((RegisterOrganisation)steps[0].Command).Names[0].Name);
        Assert.Equal(steps[0].RecordId, ((PlaceOrganisation)steps[2].Command).Parent.Value);
        Assert.Equal(steps[1].RecordId, steps[2].RecordId);
        Assert.Equal(5, steps[0].RecordId.Version);
        Assert.Equal(new Guid("d728abcc-817b-5b3a-aea7-55161f79de13"), steps[0].RecordId);
    }

    [Fact]
    public async Task a_quoted_passage_is_found_in_the_text_beside_the_file()
    {
        await WriteTextAsync("Se reunió Ana Paz.\n");
        var steps = (await ReadAsync(File(Source, Cited("Ana Paz")))).Steps;

        var source = (RegisterSource)steps[0].Command;
        Assert.Equal("Se reunió Ana Paz.\n", source.Text);
        Assert.Equal("10188bfeaceb4820ba2f07d2e1f218772a07dca8c9762ad58a336c0da5a355b5", source.Sha256);
        var citation = Assert.Single(steps[1].Command.Provenance.Citations!);
        Assert.Equal(new Citation(new SourceId(steps[0].RecordId), 10, 7), citation);
    }

    public static TheoryData<string, string, int> Faults => new()
    {
        { "{", "import.file-is-json", 0 },
        { "[]", "import.file-shape", 0 },
        { """{ "records": [] }""", "import.file-shape", 0 },
        { """{ "import": "a", "records": [], "more": 1 }""", "import.file-shape", 0 },
        { """{ "import": "A b", "records": [] }""", "import.name-shape", 0 },
        { File("5"), "import.step-shape", 1 },
        { File("""{ "key": "a", "on": "b", "do": "RegisterPerson", "with": {} }"""), "import.step-shape", 1 },
        { File("""{ "key": "a", "do": "RegisterPerson" }"""), "import.step-shape", 1 },
        { File("""{ "key": "a", "do": "RegisterPerson", "with": {}, "more": 1 }"""), "import.step-shape", 1 },
        { File("""{ "key": "a", "key": "b", "do": "RegisterPerson", "with": {} }"""), "import.field-twice", 1 },
        { File("""{ "key": "a", "do": "Register", "with": {} }"""), "import.command-known", 1 },
        { File("""{ "key": "a", "do": "RegisterPerson", "with": {} }"""), "record.field-required", 1 },
        { File("""{ "key": "a", "do": "RegisterPerson", "with": { "nam": 1, "name": { "given": "", "family": "B" } } }"""), "record.field-unknown", 1 },
        { File("""{ "key": "a", "do": "RegisterPerson", "with": { "name": 5 } }"""), "record.field-unreadable", 1 },
        { File("""{ "key": "A b", "do": "RegisterPerson", "with": { "name": { "given": "", "family": "B" } } }"""), "import.name-shape", 1 },
        { File(Person, Person), "import.key-once", 2 },
        { File(Person, """{ "on": "ana", "do": "RegisterPerson", "with": { "name": { "given": "", "family": "B" } } }"""), "import.opens-with-key", 2 },
        { File(Person, """{ "key": "eva", "do": "ReverseDuplicatePersonLink", "with": {} }"""), "import.adds-to-record", 2 },
        { File(Person, """{ "on": "eva", "do": "ReverseDuplicatePersonLink", "with": {} }"""), "import.key-known", 2 },
        { File(Person, """{ "on": "ana", "do": "LinkDuplicatePerson", "with": { "original": "@eva" } }"""), "import.key-known", 2 },
        { File(Person, """{ "on": "ana", "do": "ReverseDuplicateLink", "with": {} }"""), "import.same-kind", 2 },
        { File(Source.Replace("doc.txt", "none.txt", StringComparison.Ordinal)), "import.text-readable", 1 },
        { File(Source.Replace("doc.txt", "../doc.txt", StringComparison.Ordinal)), "import.text-from-shape", 1 },
        { File(Source.Replace("\"textFrom\"", "\"text\": \"a\", \"textFrom\"", StringComparison.Ordinal)), "import.text-from-shape", 1 },
        { File(Source, Cited("Eva")), "import.passage-found", 2 },
        { File(Source, Cited("Ana")), "import.passage-once", 2 },
        { File(Source, Cited("Paz").Replace("@doc", "@ana", StringComparison.Ordinal)), "import.key-known", 2 },
        { File(Source, Cited("Paz").Replace("\"passage\"", "\"offset\": 1, \"passage\"", StringComparison.Ordinal)), "import.passage-shape", 2 },
        { File(Person, Cited("Paz").Replace("@doc", "@ana", StringComparison.Ordinal).Replace("\"ana\"", "\"eva\"", StringComparison.Ordinal)), "import.passage-needs-text", 2 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task a_fault_is_named_with_its_rule_and_its_step(string json, string rule, int step)
    {
        await WriteTextAsync("Ana, Ana Paz");
        var problem = (await Assert.ThrowsAsync<RecordFileException>(() => ReadAsync(json))).Problem;

        Assert.Equal(rule, problem.Refusals[0].Rule.Code);
        Assert.Equal(step, problem.Place?.Step ?? 0);
        foreach (var language in new[] { "es", "en" })
        {
            var words = problem.InWords(CultureInfo.GetCultureInfo(language));
            Assert.StartsWith("records.json", words, StringComparison.Ordinal);
            Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task a_file_that_is_not_there_is_said_to_be_unreadable()
    {
        var fault = await Assert.ThrowsAsync<RecordFileException>(() => RecordFile.ReadAsync(Path.Combine(folder.FullName, "none.json")));
        Assert.Equal(ImportRules.FileReadable, fault.Problem.Refusals[0].Rule);
    }

    [Fact]
    public async Task a_text_that_is_not_utf8_is_refused()
    {
        await System.IO.File.WriteAllBytesAsync(Path.Combine(folder.FullName, "doc.txt"), [0x41, 0xE9]);
        var fault = await Assert.ThrowsAsync<RecordFileException>(() => ReadAsync(File(Source)));
        Assert.Equal(ImportRules.TextReadable, fault.Problem.Refusals[0].Rule);
    }

    [Fact]
    public async Task too_many_steps_are_refused()
    {
        var steps = string.Join(",\n", Enumerable.Repeat("{}", RecordFile.MostSteps + 1));
        var fault = await Assert.ThrowsAsync<RecordFileException>(() => ReadAsync(File(steps)));
        Assert.Equal(ImportRules.TooManySteps, fault.Problem.Refusals[0].Rule);
    }

    private static string File(params string[] steps) => $$"""{ "import": "test", "records": [ {{string.Join(",\n", steps)}} ] }""";

    private static string Cited(string passage) =>
        $$"""{ "key": "ana", "do": "RegisterPerson", "with": { "name": { "given": "Ana", "family": "Paz" }, "provenance": { "basis": "Stated", "citations": [{ "source": "@doc", "passage": "{{passage}}" }] } } }""";

    private Task WriteTextAsync(string text) => System.IO.File.WriteAllTextAsync(Path.Combine(folder.FullName, "doc.txt"), text);

    private async Task<RecordFile> ReadAsync(string json)
    {
        var path = Path.Combine(folder.FullName, "records.json");
        await System.IO.File.WriteAllTextAsync(path, json);
        return await RecordFile.ReadAsync(path);
    }
}
