using System.Text.Json;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.People;

using Story = Scenario<Person, PersonCommand>;

public class when_a_person_is_registered
{
    private static readonly PersonName Schialer = new("Elmer", "Schialer Salcedo", "Emb.");
    private static readonly PersonRegistered Registered = new(Schialer);

    [Fact]
    public void the_record_bears_the_name_and_concerns_the_person() =>
        Story.Nothing.When(new RegisterPerson(Schialer)).Then(Registered).ThenState(s =>
        {
            Assert.Equal(Schialer, s.Name);
            Assert.Equal([s.Id], s.Concerns.People);
        });

    [Fact]
    public void the_name_reads_with_its_title_and_sorts_by_its_surnames()
    {
        Assert.Equal("Emb. Elmer Schialer Salcedo", Schialer.Display);
        Assert.Equal("Schialer Salcedo, Elmer", Schialer.SortKey);
    }

    [Fact]
    public void one_name_is_enough() => Story.Nothing.When(new RegisterPerson(new("", "Dávalos")))
        .Then(new PersonRegistered(new("", "Dávalos")))
        .ThenState(s => Assert.Equal(("Dávalos", "Dávalos"), (s.Name!.Display, s.Name.SortKey)));

    [Fact]
    public void the_event_holds_the_name_and_nothing_derived_from_it() => Assert.Equal(
        """{"Name":{"Given":"José","Family":"Vega Cabieses","Honorific":null}}""".Replace("José", "Jos\\u00E9", StringComparison.Ordinal),
        JsonSerializer.Serialize(new PersonRegistered(new("José", "Vega Cabieses"))));

    [Fact]
    public void a_surname_is_given() => Story.Nothing
        .When(new RegisterPerson(new("Elmer", " "))).ThenRefused(CommonRules.TextRequired, "family");

    [Theory]
    [InlineData(Limits.Name + 1, 1, 1, "given")]
    [InlineData(1, Limits.Name + 1, 1, "family")]
    [InlineData(1, 1, Limits.Code + 1, "honorific")]
    public void names_are_bounded(int given, int family, int honorific, string field) => Story.Nothing
        .When(new RegisterPerson(new(new('x', given), new('x', family), new('x', honorific))))
        .ThenRefused(CommonRules.TextTooLong, field);

    [Fact]
    public void a_wrong_name_is_corrected_and_both_are_kept() => Story.Given(Registered)
        .When(new CorrectPersonName(new("Elmer José Germán Gonzalo", "Schialer Salcedo")))
        .Then(new PersonNameCorrected(Schialer, new("Elmer José Germán Gonzalo", "Schialer Salcedo")))
        .ThenState(s => Assert.Equal("Elmer José Germán Gonzalo Schialer Salcedo", s.Name!.Display));

    [Fact]
    public void the_same_name_is_no_correction() => Story.Given(Registered)
        .When(new CorrectPersonName(Schialer with { })).ThenRefused(CommonRules.NothingChanged, "name");

    [Fact]
    public void a_corrected_name_has_a_surname() => Story.Given(Registered)
        .When(new CorrectPersonName(new("Elmer", ""))).ThenRefused(CommonRules.TextRequired, "family");
}
