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
    public void of_the_texts_that_rules_are_written_by_nearly_all_is_read_and_little_else() => Meets(Corpus.Seen, 0.97, 0.95);

    [Fact]
    public void of_the_texts_that_no_rule_was_written_by_enough_is_read_and_little_else() => Meets(Corpus.Unseen, 0.95, 0.85);

    [Fact]
    public void of_the_real_release_all_is_read_and_nothing_else()
    {
        var score = Assert.Single(Corpus.Score([Release]));
        Assert.Empty(score.Missed);
        Assert.Empty(score.Wrong);
    }

    private static void Meets(IReadOnlyList<CorpusText> texts, double precision, double recall)
    {
        var tally = Tally.Of(Corpus.Score(texts));
        Assert.True(tally.Precision >= precision, $"precision {tally.Precision:0.000} is less than {precision}");
        Assert.True(tally.Recall >= recall, $"recall {tally.Recall:0.000} is less than {recall}");
    }

    private static CorpusText Release => Corpus.RealRelease ?? throw new FileNotFoundException("The real release is expected in shared/seeds beside the project.");
}
