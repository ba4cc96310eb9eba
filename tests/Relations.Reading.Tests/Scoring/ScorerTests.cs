using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Organisations;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Relations.Reading.Score;

namespace Relations.Reading.Tests.Scoring;

public sealed class ScorerTests
{
    private const string Text = "Lima, 3 de mayo de 2021.- Ana Soto (CAF) y Luis Paz, de la CAN, se reunieron hoy y hablaron de comercio.";

    private static readonly CorpusText Expected = CorpusText.Parse("example", Text, """
        {
          "facts": [
            { "fact": "organisation", "id": "caf", "names": ["CAF", "Corporación Andina de Fomento"], "kind": "IntergovernmentalOrganisation" },
            { "fact": "organisation", "id": "can", "names": ["CAN", "Comunidad Andina"], "kind": "IntergovernmentalOrganisation" },
            { "fact": "person", "id": "soto", "names": ["Ana Soto"] },
            { "fact": "meeting", "id": "m", "status": "Held", "on": "2021-05-03", "city": ["Lima", null], "organisations": ["caf", "can"], "at": "se reunieron hoy" },
            { "fact": "participant", "meeting": "m", "person": "soto", "onBehalfOf": "caf", "at": "*|Ana Soto" },
            { "fact": "topic", "meeting": "m", "at": "comercio", "optional": true }
          ]
        }
        """);

    private static readonly Fact[] Perfect =
    [
        Organisation("o1", "Corporación Andina de Fomento", "CAF", "CAF"),
        Organisation("o2", "Comunidad Andina", "CAN", "CAN"),
        new PersonFact(new("Ana", "Soto", "Sra.")) { Key = "p1", Basis = Basis.Stated, Evidence = At("Ana Soto"), Confidence = Sure },
        Meeting(EdtfDate.Parse("2021-05-03"), "o1", "o2"),
        new ParticipantFact("m1", "p1", "o1", null, ParticipantRole.Delegate) { Key = "t1", Basis = Basis.Stated, Evidence = At("Ana Soto (CAF)"), Confidence = Sure },
    ];

    private static Confidence Sure => new(0.9, ConfidenceReason.FixedForm);

    [Fact]
    public void a_perfect_reading_scores_one()
    {
        var score = Tally.Of([Scorer.Score(Expected, Perfect)]);
        Assert.Equal(new Tally(5, 0, 0), score);
        Assert.Equal((1, 1), (score.Precision, score.Recall));
    }

    [Fact]
    public void an_empty_reading_recalls_nothing_and_says_nothing_wrong()
    {
        var score = Tally.Of([Scorer.Score(Expected, [])]);
        Assert.Equal((1, 0), (score.Precision, score.Recall));
        Assert.Equal(5, score.Missed);
    }

    [Fact]
    public void what_is_not_expected_lowers_the_precision_alone()
    {
        var score = Tally.Of([Scorer.Score(Expected, [.. Perfect, Organisation("o3", "Lima Inc", null, "Lima")])]);
        Assert.Equal(1, score.Recall);
        Assert.Equal(5.0 / 6, score.Precision);
    }

    [Fact]
    public void a_fact_proposed_twice_is_wrong_once() =>
        Assert.Equal(new Tally(5, 0, 1), Tally.Of([Scorer.Score(Expected, [.. Perfect, Perfect[2] with { Key = "p2" }])]));

    [Fact]
    public void what_may_be_left_out_counts_neither_way()
    {
        var topic = new TopicFact("m1", "el comercio") { Key = "x1", Basis = Basis.Stated, Evidence = At("comercio"), Confidence = Sure };
        Assert.Equal(new Tally(5, 0, 0), Tally.Of([Scorer.Score(Expected, [.. Perfect, topic])]));
    }

    [Theory]
    [InlineData("2021-05-04")]
    [InlineData("2021-05")]
    public void a_meeting_on_another_day_is_missed_and_wrong(string day)
    {
        var score = Scorer.Score(Expected, Perfect.Select(f => f is MeetingFact ? Meeting(EdtfDate.Parse(day), "o1", "o2") : f));
        Assert.Equal(["on"], Assert.Single(score.Missed).Differences);
        Assert.Equal("meeting", Assert.Single(score.Wrong).Fact.Kind);
    }

    [Fact]
    public void an_organisation_only_named_is_not_one_that_meets()
    {
        var third = Organisation("o3", "Banco Interamericano de Desarrollo", "BID", "Lima");
        var score = Scorer.Score(Expected, [.. Perfect.Where(f => f is not MeetingFact), third, Meeting(EdtfDate.Parse("2021-05-03"), "o3")]);
        Assert.Equal(["organisations"], Assert.Single(score.Missed).Differences);
    }

    [Fact]
    public void a_fact_shown_at_another_passage_is_missed()
    {
        var elsewhere = Perfect.Select(f => f is PersonFact ? f with { Evidence = At("Luis Paz") } : f);
        Assert.Equal(["passage"], Assert.Single(Scorer.Score(Expected, elsewhere).Missed).Differences);
    }

    [Fact]
    public void a_participant_for_another_organisation_is_missed()
    {
        var other = Perfect.Select(f => f is ParticipantFact p ? p with { OnBehalfOf = "o2" } : f);
        Assert.Equal(["onBehalfOf"], Assert.Single(Scorer.Score(Expected, other).Missed).Differences);
    }

    [Theory]
    [InlineData(AgreementAct.Signature, true)]
    [InlineData(AgreementAct.Renewal, true)]
    [InlineData(AgreementAct.Negotiation, false)]
    public void a_signature_or_renewal_that_the_text_does_not_tell_is_invented(AgreementAct act, bool invented)
    {
        var proposed = new AgreementActFact("a1", act, null, [], [], null) { Key = "c1", Basis = Basis.Stated, Evidence = At("comercio"), Confidence = Sure };
        Assert.Equal(invented, Assert.Single(Scorer.Score(Expected, [.. Perfect, proposed]).Wrong).IsInventedAct(Expected));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("""{"term":{"kind":"Months","months":60},"renewal":"Automatic"}""", false)]
    [InlineData("""{"term":{"kind":"Unknown"}}""", true)]
    public void a_term_that_the_text_does_not_tell_is_wrong(string? conditions, bool right)
    {
        var known = CorpusText.Parse("example", Text, """{ "facts": [{ "fact": "agreement", "id": "a", "type": "Treaty", "at": "comercio" }] }""");
        var agreement = new AgreementFact(
            AgreementType.Treaty, null, [], null, null, conditions is null ? null : System.Text.Json.JsonSerializer.Deserialize<AgreementConditions>(conditions, System.Text.Json.JsonSerializerOptions.Web), null, null)
        {
            Key = "a1",
            Basis = Basis.Stated,
            Evidence = At("comercio"),
            Confidence = Sure,
        };
        Assert.Equal(right ? 0 : 1, Scorer.Score(known, [agreement]).Wrong.Count);
    }

    [Theory]
    [InlineData("""{ "fact": "meeting", "statuss": "Held" }""", "“statuss” of a meeting is not compared")]
    [InlineData("""{ "fact": "topic", "meeting": "m", "at": "migración" }""", "the text does not say “migración”")]
    [InlineData("""{ "fact": "topic", "meeting": "m", "at": "comercio" }""", "no fact has the id “m”")]
    [InlineData("""{ "fact": "person", "id": "x", "names": ["Eva Ríos"] }""", "the text does not name “Eva Ríos”")]
    [InlineData("""{ "fact": "rumour" }""", "“rumour” is not a kind of fact")]
    public void an_expectation_that_could_never_be_met_is_refused(string fact, string why)
    {
        var refusal = Assert.Throws<FormatException>(() => CorpusText.Parse("example", Text, $$"""{ "facts": [{{fact}}] }"""));
        Assert.Equal($"example: {why}", refusal.Message);
    }

    [Theory]
    [InlineData("gobernabilidad migratoria", "la gobernabilidad migratoria", 1)]
    [InlineData("acuerdos comerciales", "acuerdo comercial", 1)]
    [InlineData("integración andina", "integración", 0.5)]
    [InlineData("comercio", "migración", 0)]
    [InlineData("", "comercio", 0)]
    public void words_overlap_by_the_share_of_the_longer_text(string one, string other, double overlap) =>
        Assert.Equal(overlap, PassageText.Overlap(one, other));

    private static OrganisationFact Organisation(string key, string name, string? acronym, string at) =>
        new([new("es", name, acronym)], OrganisationKind.IntergovernmentalOrganisation, null, null)
        {
            Key = key,
            Basis = Basis.Stated,
            Evidence = At(at),
            Confidence = Sure,
        };

    private static MeetingFact Meeting(EdtfDate on, params string[] organisations) =>
        new(MeetingStatus.Held, on, null, null, null, "Lima", "PE", null, organisations)
        {
            Key = "m1",
            Basis = Basis.Stated,
            Evidence = At("se reunieron"),
            Confidence = Sure,
        };

    private static Evidence[] At(string words) => [Evidence.Of(new(Text.IndexOf(words, StringComparison.Ordinal), words.Length))];
}
