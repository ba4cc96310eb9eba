using Relations.Reading.Score;

namespace Relations.Reading.Tests.Scoring;

public sealed class CorpusTests
{
    // Loading a text refuses an expectation whose words are not in it.
    [Fact]
    public void every_expectation_stands_in_its_text_and_names_one_source() =>
        Assert.All([.. Corpus.Seen, .. Corpus.Unseen], t => Assert.Single(t.Facts, f => f.Kind == "source"));

    [Fact]
    public void no_signature_or_renewal_is_read_where_the_text_tells_of_none() =>
        Assert.DoesNotContain(Corpus.Score([.. Corpus.Seen, .. Corpus.Unseen, Release]), s => s.Wrong.Any(w => w.IsInventedAct(s.Text)));

    [Fact]
    public void of_the_real_release_all_is_read_and_nothing_else()
    {
        var score = Assert.Single(Corpus.Score([Release]));
        Assert.Empty(score.Missed);
        Assert.Empty(score.Wrong);
    }

    private static CorpusText Release => Corpus.RealRelease ?? throw new FileNotFoundException("The real release is expected in shared/seeds beside the project.");
}
