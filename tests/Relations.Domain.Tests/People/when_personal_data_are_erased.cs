using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.People;

using Story = Scenario<Person, PersonCommand>;

public class when_personal_data_are_erased
{
    private static readonly PersonRegistered Registered = new(new("Javier", "Vega Cabieses"));
    private static readonly PersonAppointed Appointed = new(Some.Oim, "Funcionario de programas", Some.Day("2016"), null, false);
    private static readonly PersonGivenFullPowers Empowered = new(Some.Oim, null, "Firmar", Some.Day("2016"));
    private static readonly PersonDataErased Erased = new("Resolución 15-2026");

    public static TheoryData<PersonCommand> WhatIsSaidOfAPerson { get; } =
    [
        new CorrectPersonName(new("Javier", "Vega")),
        new AppointPerson(Some.Can, "Asesor"),
        new EndAppointment(Some.Oim, "Funcionario de programas", Some.Day("2018")),
        new RetractAppointment(Some.Oim, "Funcionario de programas", Some.Day("2016")),
        new GiveFullPowers(Some.Can, null, "Firmar", Some.Day("2016")),
        new RetractFullPowers(Some.Oim, null, "Firmar", Some.Day("2016")),
        new ErasePersonalData("Resolución 16-2026"),
    ];

    [Fact]
    public void the_name_is_gone_and_the_posts_remain() => Story.Given(Registered, Appointed)
        .When(new ErasePersonalData("Resolución 15-2026")).Then(Erased)
        .ThenState(s =>
        {
            Assert.Null(s.Name);
            Assert.Equal("Resolución 15-2026", s.ErasureDecision);
            Assert.Equal("Funcionario de programas", Assert.Single(s.Appointments).Post);
        });

    [Fact]
    public void it_takes_a_decision() =>
        Story.Given(Registered).When(new ErasePersonalData(" ")).ThenRefused(CommonRules.TextRequired, "decision");

    [Fact]
    public void the_reference_of_the_decision_is_bounded() => Story.Given(Registered)
        .When(new ErasePersonalData(new('x', Limits.Name + 1))).ThenRefused(CommonRules.TextTooLong, "decision");

    [Theory]
    [MemberData(nameof(WhatIsSaidOfAPerson))]
    public void nothing_more_is_said_of_the_person(PersonCommand command) =>
        Story.Given(Registered, Appointed, Empowered, Erased).When(command).ThenRefused(PersonRules.OnlyBeforeErasure);

    [Fact]
    public void duplicates_can_still_be_linked() => Story.Given(Registered, Erased)
        .When(new LinkDuplicatePerson(Some.Davalos)).Then(new PersonLinkedAsDuplicate(Some.Davalos))
        .ThenState(s => Assert.Null(s.Name));

    [Fact]
    public void such_a_link_can_still_be_reversed() =>
        Story.Given(Registered, Erased, new PersonLinkedAsDuplicate(Some.Davalos))
            .When(new ReverseDuplicatePersonLink()).Then(new PersonDuplicateLinkReversed(Some.Davalos));
}
