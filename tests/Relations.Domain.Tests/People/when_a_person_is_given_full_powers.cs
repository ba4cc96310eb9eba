using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.People;

using Story = Scenario<Person, PersonCommand>;

public class when_a_person_is_given_full_powers
{
    private static readonly PersonRegistered Registered = new(new("José Iván", "Dávalos"));
    private static readonly GiveFullPowers Give = new(Some.Oim, Some.Agreement, "Firmar el convenio", Some.Day("1992"));
    private static readonly PersonGivenFullPowers Given = new(Some.Oim, Some.Agreement, "Firmar el convenio", Some.Day("1992"));
    private static readonly FullPowers Powers = new(Some.Oim, Some.Agreement, "Firmar el convenio", Some.Day("1992"));

    [Fact]
    public void they_are_kept_and_concern_the_organisation_and_the_agreement() =>
        Story.Given(Registered).When(Give).Then(Given).ThenState(s =>
        {
            Assert.Equal([Powers], s.FullPowers);
            Assert.Equal([Some.Oim.Value], s.Concerns.Organisations);
            Assert.Equal([Some.Agreement.Value], s.Concerns.Records);
        });

    [Fact]
    public void the_agreement_need_not_be_on_record() => Story.Given(Registered)
        .When(Give with { Agreement = null }).Then(Given with { Agreement = null })
        .ThenState(s => Assert.Empty(s.Concerns.Records));

    [Fact]
    public void they_say_what_they_are_for() =>
        Story.Given(Registered).When(Give with { Purpose = "" }).ThenRefused(CommonRules.TextRequired, "purpose");

    [Fact]
    public void their_purpose_is_bounded() => Story.Given(Registered)
        .When(Give with { Purpose = new('x', Limits.Subject + 1) }).ThenRefused(CommonRules.TextTooLong, "purpose");

    [Fact]
    public void they_are_not_given_tomorrow() =>
        Story.Given(Registered).When(Give with { On = Some.Day("2027") }).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void the_same_are_given_once() => Story.Given(Registered, Given).When(Give).ThenRefused(PersonRules.FullPowersOnce);

    [Fact]
    public void others_may_follow() => Story.Given(Registered, Given)
        .When(Give with { Purpose = "Firmar la adenda" }).Then(Given with { Purpose = "Firmar la adenda" });

    [Fact]
    public void entered_in_error_they_are_taken_back() => Story.Given(Registered, Given)
        .When(new RetractFullPowers(Some.Oim, Some.Agreement, "Firmar el convenio", Some.Day("1992")))
        .Then(new PersonFullPowersRetracted(Powers)).ThenState(s => Assert.Empty(s.FullPowers));

    [Fact]
    public void what_was_not_recorded_is_not_taken_back() => Story.Given(Registered, Given)
        .When(new RetractFullPowers(Some.Can, Some.Agreement, "Firmar el convenio", Some.Day("1992")))
        .ThenRefused(PersonRules.FullPowersRecorded);
}
