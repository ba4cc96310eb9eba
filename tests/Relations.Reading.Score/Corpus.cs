namespace Relations.Reading.Score;

/// <summary>Where the texts are, and how they score.</summary>
internal static class Corpus
{
    private const string Release = "000_ad3c3200a3ede216.txt";

    /// <summary>The texts that rules may be written by.</summary>
    public static IReadOnlyList<CorpusText> Seen => CorpusText.In(Path.Combine(Folder, "seen"));

    /// <summary>The texts that nobody looks at who writes rules.</summary>
    public static IReadOnlyList<CorpusText> Unseen => CorpusText.In(Path.Combine(Folder, "unseen"));

    /// <summary>The real press release, which is not ours to ship: it is expected in <c>shared/seeds</c> beside the project.</summary>
    public static CorpusText? RealRelease =>
        Above(Path.Combine("shared", "seeds", Release)) is { } text ? CorpusText.Load(text, Path.Combine(Folder, "release.json")) : null;

    private static string Folder =>
        Above(Path.Combine("tests", "Relations.Reading.Tests", "Corpus")) ?? throw new DirectoryNotFoundException("The corpus is expected in the checkout that this was built in.");

    /// <summary>Reads texts and scores the readings.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="least">Proposals that the reader is less sure of are left out.</param>
    public static IReadOnlyList<TextScore> Score(IEnumerable<CorpusText> texts, double least = 0) =>
        [.. texts.Select(t => Scorer.Score(t, CommuniqueReader.Read(t.Text, t.Context).Facts.Where(f => f.Confidence.Value >= least)))];

    private static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, path);
            if (Path.Exists(found))
                return found;
        }

        return null;
    }
}
