using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Sources;

using Story = Scenario<Source, SourceCommand>;

public class when_the_text_of_a_source_is_supplied
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private const string Text = "Lima, 12 de febrero";

    private static readonly SourceRegistered Registered = new(
        SourceKind.Communique, "Comunicado", "es", Hash, null, null, null, null, [Some.CanOim], null);

    [Fact]
    public void it_is_that_of_the_bytes_registered() => Story.Given(Registered)
        .When(new ProvideSourceText(Text, Hash)).Then(new SourceTextProvided(Text)).ThenState(s => Assert.Equal(Text, s.Text));

    [Fact]
    public void a_hash_in_capitals_is_the_same_hash() => Story.Given(Registered)
        .When(new ProvideSourceText(Text, Hash.ToUpperInvariant())).Then(new SourceTextProvided(Text));

    [Fact]
    public void the_text_of_other_bytes_is_refused() => Story.Given(Registered)
        .When(new ProvideSourceText(Text, new('0', 64))).ThenRefused(SourceRules.TextIsNotThisDocument, "sha256");

    [Fact]
    public void it_is_supplied_once() => Story.Given(Registered, new SourceTextProvided(Text))
        .When(new ProvideSourceText(Text, Hash)).ThenRefused(SourceRules.TextProvidedOnce);

    [Fact]
    public void it_is_not_blank() => Story.Given(Registered)
        .When(new ProvideSourceText("\r\n", Hash)).ThenRefused(CommonRules.TextRequired, "text");

    [Fact]
    public void it_is_bounded() => Story.Given(Registered)
        .When(new ProvideSourceText(new('x', Limits.SourceText + 1), Hash)).ThenRefused(CommonRules.TextTooLong, "text");

    [Fact]
    public void it_can_be_kept_exactly() => Story.Given(Registered)
        .When(new ProvideSourceText("a\0", Hash)).ThenRefused(CommonRules.TextUnreadable, "text");

    [Theory]
    [InlineData(0, 4, "Lima")]
    [InlineData(12, 7, "febrero")]
    [InlineData(0, 19, Text)]
    [InlineData(18, 1, "o")]
    public void a_passage_is_found_in_it(int offset, int length, string passage)
    {
        var source = Fold(Registered, new SourceTextProvided(Text));
        Assert.True(source.Covers(offset, length));
        Assert.Equal(passage, source.Passage(offset, length));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 20)]
    [InlineData(18, 2)]
    [InlineData(19, 1)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void a_passage_beyond_it_is_not(int offset, int length)
    {
        var source = Fold(Registered, new SourceTextProvided(Text));
        Assert.False(source.Covers(offset, length));
        Assert.Null(source.Passage(offset, length));
    }

    [Fact]
    public void without_it_there_are_no_passages()
    {
        var source = Fold(Registered);
        Assert.False(source.Covers(0, 1));
        Assert.Null(source.Passage(0, 1));
    }

    private static Source Fold(params Event[] events) =>
        events.Aggregate((Source?)null, (s, e) => Source.Fold(s, Some.PressRelease.Value, e))!;
}
