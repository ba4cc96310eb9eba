using Marten;
using Relations.App.Cli;
using Relations.App.Reading;
using Relations.Domain.Access;

namespace Relations.App.Tests.Cli;

/// <summary>The verb that reads documents, and keeps them as drafts where it is asked to.</summary>
[Collection(AppCollection.Name)]
public sealed class when_documents_are_read(AppFixture app) : IDisposable
{
    private const string Text = "Lima, 3 de mayo de 2024.- La Comunidad Andina (CAN) saluda a sus socios.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("relations-read-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task a_document_is_told_with_its_passages_and_needs_no_database()
    {
        var file = Written("uno.txt", Text);
        var said = await Verbs.RunAsync("", "read", file, "--lang", "es");
        Assert.Equal((ExitCode.Done, ""), (said.Exit, said.Error));
        Assert.Contains("Comunidad Andina", said.Output, StringComparison.Ordinal);
        Assert.Contains("Organización (", said.Output, StringComparison.Ordinal);
        var json = await Verbs.RunAsync("", "read", file, "--json");
        Assert.Contains("\"fact\":\"organisation\"", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_language_of_a_document_can_be_said()
    {
        var said = await Verbs.RunAsync("", "read", Written("uno.txt", "CAN, OIM"), "--json", "--language", "en");
        Assert.Contains("\"language\":\"en\"", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_folder_is_read_into_drafts_each_document_once()
    {
        var account = $"lectora{Guid.NewGuid():N}"[..20];
        await app.SignInAsync(account, new Grant(Role.Officer));
        Written("uno.txt", Text);
        Written("dos.txt", Text + " Hasta pronto.");
        Written("nada.txt", " ");
        Written("otra.bin", Text);
        var said = await Verbs.RunAsync(app.ConnectionString, "read", folder.FullName, "--drafts", "--for", account, "--lang", "en");
        Assert.Equal(ExitCode.Refused, said.Exit);
        Assert.Contains("2 drafts begun, 0 were there already, 1 documents not read.", said.Output, StringComparison.Ordinal);
        Assert.Contains("nada.txt", said.Error, StringComparison.Ordinal);
        var again = await Verbs.RunAsync(app.ConnectionString, "read", folder.FullName, "--drafts", "--for", account, "--lang", "en");
        Assert.Contains("0 drafts begun, 2 were there already", again.Output, StringComparison.Ordinal);
        await using var session = app.Documents.QuerySession();
        Assert.Equal(2, await session.Query<ReadingDraft>().CountAsync(d => d.By == account));
    }

    [Theory]
    [InlineData("read", "/nowhere.txt")]
    [InlineData("read", "/nowhere.txt", "--published", "ayer")]
    [InlineData("read", "/nowhere.txt", "--language", "fr")]
    [InlineData("read", "/", "--drafts")]
    public async Task what_cannot_be_read_is_said(params string[] args)
    {
        var said = await Verbs.RunAsync("", args);
        Assert.Equal((ExitCode.Misused, ""), (said.Exit, said.Output));
        Assert.NotEmpty(said.Error);
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
