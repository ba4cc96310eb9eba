using Relations.Reading.Score;

namespace Relations.Reading.Tests.Scoring;

public sealed class CorpusTests
{
    // Loading a text refuses an expectation whose words are not in it.
    [Fact]
    public void every_expectation_stands_in_its_text_and_names_one_source() =>
        Assert.All([.. Corpus.Seen, .. Corpus.Unseen], t => Assert.Single(t.Facts, f => f.Kind == "source"));

    [Fact]
    public void no_signature_or_renewal_is_read_where_the_text_tells_of_none()
    {
        var scores = Corpus.Score([.. Corpus.Seen, .. Corpus.Unseen, .. Corpus.RealRelease is { } release ? [release] : Array.Empty<CorpusText>()]);
        Assert.DoesNotContain(scores, s => s.Wrong.Any(w => w.IsInventedAct(s.Text)));
    }
}
