using Relations.Domain.Recording;
using Relations.Domain.Sources;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Access;

using Document = Domain.Sources.Source;

public class when_a_record_is_classified
{
    private static readonly Document Source = Document.Fold(
        null,
        Guid.NewGuid(),
        new SourceRegistered(SourceKind.Communique, "Comunicado", "es", new('0', 64), null, null, null, null, [Some.CanOim], null))!;

    [Fact]
    public void a_restricted_one_names_its_readers()
    {
        var restricted = After(new ClassifyRecord(Classification.Restricted, ["walter", "ana", "ana"]));
        Assert.Equal((Classification.Restricted, 2), (restricted.Classification, restricted.Readers.Count));
        Assert.Equal(CommonRules.TooFewItems, Refused(Source, new(Classification.Restricted)));
    }

    [Fact]
    public void the_readers_of_a_restricted_one_are_changed() =>
        Assert.Equal(["ana"], After(new ClassifyRecord(Classification.Restricted, ["walter"]), new ClassifyRecord(Classification.Restricted, ["ana"])).Readers);

    [Fact]
    public void opened_again_it_names_none() =>
        Assert.Empty(After(new ClassifyRecord(Classification.Restricted, ["ana"]), new ClassifyRecord(Classification.Public)).Readers);

    [Fact]
    public void one_that_is_not_restricted_names_none() =>
        Assert.Equal(CommonRules.ReadersWhereRestricted, Refused(Source, new(Classification.Public, ["ana"])));

    [Fact]
    public void a_classification_changes_something()
    {
        Assert.Equal(CommonRules.NothingChanged, Refused(Source, new(Classification.Internal)));
        Assert.Equal(CommonRules.NothingChanged, Refused(After(new ClassifyRecord(Classification.Restricted, ["ana"])), new ClassifyRecord(Classification.Restricted, ["ana"])));
    }

    private static Document After(params IEnumerable<ClassifyRecord> commands) => commands.Aggregate(Source, (source, command) =>
        Assert.IsType<Decision.Accepted>(ClassificationDecider.Decide(source, command)).Events
            .Aggregate(source, (s, e) => Document.Fold(s, s.Id, e)!));

    private static Rule Refused(Document source, ClassifyRecord command) =>
        Assert.Single(Assert.IsType<Decision.Refused>(ClassificationDecider.Decide(source, command)).Refusals).Rule;
}
