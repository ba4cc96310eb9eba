using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Sources;

using Story = Scenario<Source, SourceCommand>;

public class when_a_source_is_read_superseded_or_corrected
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly SourceRegistered Registered = new(
        SourceKind.Report, "Comunicado", "es", Hash, null, null, Some.Day("2016-02-12"), null, [Some.CanOim], null);

    private static readonly SourceSuperseded Superseded = new(Some.PressRelease, Some.Day("2016-02-15"));

    [Fact]
    public void what_became_of_the_proposals_is_kept() => Story.Given(Registered)
        .When(new ReadSource("communiqué reader 1.0", 12, 8, 2, 1)).Then(new SourceRead("communiqué reader 1.0", 12, 8, 2, 1))
        .ThenState(s => Assert.Equal([new("communiqué reader 1.0", 12, 8, 2, 1)], s.Readings));

    [Fact]
    public void what_became_of_the_proposals_is_told_by_kind()
    {
        IReadOnlyList<KindCount> kinds = [new("meeting", 1, 1, 0, 0), new("topic", 5, 3, 1, 1)];
        Story.Given(Registered)
            .When(new ReadSource("reader 1.0", 6, 4, 1, 1, kinds)).Then(new SourceRead("reader 1.0", 6, 4, 1, 1, kinds))
            .ThenState(s => Assert.Same(kinds, Assert.Single(s.Readings).ByKind));
    }

    [Fact]
    public void a_kind_of_fact_is_counted_like_the_whole()
    {
        Story.Given(Registered).When(Counted("meeting", 1, 2)).ThenRefused(SourceRules.JudgedWithinProposed, "byKind");
        Story.Given(Registered).When(Counted("meeting", -1, -1)).ThenRefused(SourceRules.CountInBounds, "byKind");
        Story.Given(Registered).When(Counted(" ", 1, 1)).ThenRefused(CommonRules.TextRequired, "byKind");

        static ReadSource Counted(string kind, int proposed, int accepted) =>
            new("reader 1.0", 5, 0, 0, 0, [new(kind, proposed, accepted, 0, 0)]);
    }

    [Fact]
    public void a_reading_of_before_kinds_were_counted_is_read_as_it_was() => Assert.Null(
        System.Text.Json.JsonSerializer.Deserialize<SourceRead>(
            """{"Reader":"reader 1.0","Proposed":7,"Accepted":7,"Changed":0,"Refused":0}""")!.ByKind);

    [Fact]
    public void a_reading_may_propose_nothing() => Story.Given(Registered)
        .When(new ReadSource("reader 1.0", 0, 0, 0, 0)).Then(new SourceRead("reader 1.0", 0, 0, 0, 0));

    [Fact]
    public void no_more_is_judged_than_was_proposed() => Story.Given(Registered)
        .When(new ReadSource("reader 1.0", 3, 2, 1, 1)).ThenRefused(SourceRules.JudgedWithinProposed, "proposed");

    [Theory]
    [InlineData(-1, 0, 0, 0, "proposed")]
    [InlineData(5, -1, 0, 0, "accepted")]
    [InlineData(5, 0, -1, 0, "changed")]
    [InlineData(5, 0, 0, -1, "refused")]
    [InlineData(SourceReading.MostProposed + 1, 0, 0, 0, "proposed")]
    [InlineData(5, int.MaxValue, 1, 1, "accepted")]
    public void its_counts_are_bounded(int proposed, int accepted, int changed, int refused, string field) => Story.Given(Registered)
        .When(new ReadSource("reader 1.0", proposed, accepted, changed, refused)).ThenRefused(SourceRules.CountInBounds, field);

    [Fact]
    public void its_reader_is_named() => Story.Given(Registered)
        .When(new ReadSource(" ", 1, 1, 0, 0)).ThenRefused(CommonRules.TextRequired, "reader");

    [Fact]
    public void another_takes_its_place() => Story.Given(Registered)
        .When(new SupersedeSource(Some.PressRelease, Some.Day("2016-02-15"))).Then(Superseded).ThenState(s =>
        {
            Assert.Equal(Some.PressRelease, s.SupersededBy);
            Assert.Equal([Some.PressRelease.Value], s.Concerns.Records);
        });

    [Fact]
    public void none_takes_its_own_place()
    {
        var id = Guid.Empty;
        Story.Given(Registered).When(new CorrectSource(Title: "x")).ThenState(s => id = s.Id);
        Story.Given(Registered).When(new SupersedeSource(new(id))).ThenRefused(SourceRules.AnotherSource, "by");
        Story.Given(Registered).When(new CorrectSource(Summarises: new(id))).ThenRefused(SourceRules.AnotherSource, "summarises");
    }

    [Fact]
    public void its_place_is_taken_once() => Story.Given(Registered, Superseded)
        .When(new SupersedeSource(new(Some.Numbered(99)))).ThenRefused(SourceRules.SupersededOnce);

    [Fact]
    public void it_was_not_superseded_tomorrow() => Story.Given(Registered)
        .When(new SupersedeSource(Some.PressRelease, Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void it_was_not_superseded_before_its_date() => Story.Given(Registered)
        .When(new SupersedeSource(Some.PressRelease, Some.Day("2016-02-11"))).ThenRefused(SourceRules.SupersededAfterItsDate, "on");

    [Fact]
    public void superseded_in_error_it_stands_again() => Story.Given(Registered, Superseded)
        .When(new RetractSupersession()).Then(new SourceSupersessionRetracted())
        .ThenState(s => Assert.Equal((null, null), (s.SupersededBy, s.SupersededOn)));

    [Fact]
    public void what_was_never_superseded_is_not_taken_back() => Story.Given(Registered)
        .When(new RetractSupersession()).ThenRefused(SourceRules.OnlySuperseded);

    [Fact]
    public void a_correction_keeps_both_values_of_what_differs() => Story.Given(Registered)
        .When(new CorrectSource(SourceKind.Communique, "Comunicado", Publisher: Some.Sgcan, Partnerships: []))
        .Then(new SourceCorrected(
            new(SourceKind.Report, Partnerships: [Some.CanOim]), new(SourceKind.Communique, Publisher: Some.Sgcan, Partnerships: [])))
        .ThenState(s =>
        {
            Assert.Equal((SourceKind.Communique, Some.Sgcan, 0), (s.Kind, s.Publisher, s.Partnerships.Count));
            Assert.Equal(("Comunicado", Some.Day("2016-02-12")), (s.Title, s.Date));
        });

    [Fact]
    public void a_correction_follows_the_rules_of_a_registration()
    {
        Story.Given(Registered).When(new CorrectSource(Title: " ")).ThenRefused(CommonRules.TextRequired, "title");
        Story.Given(Registered).When(new CorrectSource(Language: "ESP")).ThenRefused(SourceRules.LanguageCode, "language");
        Story.Given(Registered).When(new CorrectSource(Address: "javascript:0")).ThenRefused(SourceRules.AddressShape, "address");
        Story.Given(Registered).When(new CorrectSource(Date: Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "date");
    }

    [Fact]
    public void its_date_is_not_corrected_past_its_supersession() => Story.Given(Registered, Superseded)
        .When(new CorrectSource(Date: Some.Day("2016-02-16"))).ThenRefused(SourceRules.SupersededAfterItsDate, "date");

    [Fact]
    public void a_correction_that_changes_nothing_is_refused() => Story.Given(Registered)
        .When(new CorrectSource(Title: "Comunicado")).ThenRefused(CommonRules.NothingChanged);
}
