using Relations.Domain.People;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.People;

using Story = Scenario<Person, PersonCommand>;

public class when_a_person_is_a_duplicate
{
    private static readonly PersonRegistered Registered = new(new("J. I.", "Dávalos"));
    private static readonly PersonLinkedAsDuplicate Linked = new(Some.Davalos);

    [Fact]
    public void the_record_points_to_the_original_and_concerns_it() => Story.Given(Registered)
        .When(new LinkDuplicatePerson(Some.Davalos)).Then(Linked)
        .ThenState(s =>
        {
            Assert.Equal(Some.Davalos, s.DuplicateOf);
            Assert.Contains(Some.Davalos.Value, s.Concerns.People);
        });

    [Fact]
    public void the_original_is_another_record() => Story.Given(Registered)
        .When(new LinkDuplicatePerson(new(Some.Numbered(10)))).ThenRefused(PersonRules.DuplicateOfAnother, "original");

    [Fact]
    public void it_is_linked_once() => Story.Given(Registered, Linked)
        .When(new LinkDuplicatePerson(Some.SanMiguel)).ThenRefused(PersonRules.DuplicateOnce, "original");

    [Fact]
    public void the_link_is_reversed() => Story.Given(Registered, Linked)
        .When(new ReverseDuplicatePersonLink()).Then(new PersonDuplicateLinkReversed(Some.Davalos))
        .ThenState(s => Assert.Null(s.DuplicateOf));

    [Fact]
    public void it_is_reversed_only_where_linked() => Story.Given(Registered)
        .When(new ReverseDuplicatePersonLink()).ThenRefused(PersonRules.ReversedWhereLinked);
}
