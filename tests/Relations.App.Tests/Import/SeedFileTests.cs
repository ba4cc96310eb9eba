using System.Security.Cryptography;
using Relations.App.Import;
using Relations.Domain.Recording;
using Relations.Domain.Sources;

namespace Relations.App.Tests.Import;

/// <summary>The shipped seed as a file: every passage that it cites is the one it means.</summary>
public class SeedFileTests
{
    [Fact]
    public async Task every_offset_points_at_the_words_it_is_meant_to()
    {
        var cited = (await SeedAsync()).CitationsOf("comunicado").ToList();

        Assert.Equal(Communique.Cited.Select(c => c.Step), cited.Select(c => c.Step));
        foreach (var ((_, words), (_, citation)) in Communique.Cited.Zip(cited))
        {
            var (start, end) = (citation.Offset, citation.Offset + citation.Length);
            Assert.InRange(end, 1, Communique.Text.Length);
            Communique.AssertIs(words, Communique.Text[start..end]);
            Assert.True(IsBoundary(start) && IsBoundary(end), words);
        }
    }

    [Fact]
    public async Task it_names_the_very_document()
    {
        var registered = (RegisterSource)(await SeedAsync()).Steps[0].Command;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Communique.Bytes)), registered.Sha256);
        Assert.Null(registered.Text);
    }

    [Fact]
    public async Task every_fact_cites_the_summary_and_the_original()
    {
        var file = await SeedAsync();
        var facts = file.Steps.Where(s => s.Command is not RegisterSource).Select(s => s.IdempotencyKey.Split('/', 3)[2]).ToList();
        Assert.Equal(facts, file.CitationsOf("resumen").Select(c => c.Step).Distinct());
        Assert.Equal(facts, file.CitationsOf("comunicado").Select(c => c.Step).Distinct());
        Assert.All(file.Steps, s => Assert.Equal(s.Command is RegisterSource, s.Command.Provenance.Basis == Basis.Known));
    }

    /// <summary>The project ships the facts and a summary, not the text: no run of words is longer than the title's.</summary>
    [Theory]
    [InlineData("can-oim.json")]
    [InlineData("can-oim-resumen.txt")]
    public void no_sentence_of_the_original_is_shipped(string name)
    {
        const int Title = 12;
        var shipped = Words(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", name)));
        var original = Words(Communique.Text);
        var runs = Runs(shipped, Title + 1).ToHashSet();
        Assert.DoesNotContain(Runs(original, Title + 1), runs.Contains);

        static string[] Words(string text) =>
            new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        static IEnumerable<string> Runs(string[] words, int length) =>
            Enumerable.Range(0, words.Length - length + 1).Select(i => string.Join(' ', words[i..(i + length)]));
    }

    private static Task<RecordFile> SeedAsync() => RecordFile.ReadAsync(ShippedSeed.File);

    private static bool IsBoundary(int at) =>
        at == 0 || at == Communique.Text.Length || !char.IsLetterOrDigit(Communique.Text[at - 1]) || !char.IsLetterOrDigit(Communique.Text[at]);
}
