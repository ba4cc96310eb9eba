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
    private static readonly PersonErasureRequested Requested = new("Solicitud 7-2026");
    private static readonly PersonErasureRequestDropped Dropped = new("Faltaba la firma");
    private static readonly PersonDataErased Erased = new("Resolución 15-2026");

    public static TheoryData<PersonCommand> WhatIsSaidOfAPerson { get; } =
    [
        new CorrectPersonName(new("Javier", "Vega")),
        new AppointPerson(Some.Can, "Asesor"),
        new EndAppointment(Some.Oim, "Funcionario de programas", Some.Day("2018")),
        new RetractAppointment(Some.Oim, "Funcionario de programas", Some.Day("2016")),
        new GiveFullPowers(Some.Can, null, "Firmar", Some.Day("2016")),
        new RetractFullPowers(Some.Oim, null, "Firmar", Some.Day("2016")),
        new RequestErasure("Solicitud 8-2026"),
        new DropErasureRequest("Se retiró"),
        new ErasePersonalData("Resolución 16-2026"),
    ];

    [Fact]
    public void the_name_is_gone_and_the_posts_remain() => Story.Given(Registered, Appointed, Requested)
        .When(new ErasePersonalData("Resolución 15-2026")).Then(Erased)
        .ThenState(s =>
        {
            Assert.Null(s.Name);
            Assert.Null(s.ErasureRequest);
            Assert.Equal("Resolución 15-2026", s.ErasureDecision);
            Assert.Equal("Funcionario de programas", Assert.Single(s.Appointments).Post);
        });

    [Fact]
    public void somebody_asks_first() => Story.Given(Registered)
        .When(new RequestErasure("Solicitud 7-2026")).Then(Requested)
        .ThenState(s => Assert.Equal(("Vega Cabieses", "Solicitud 7-2026"), (s.Name!.Family, s.ErasureRequest)));

    [Fact]
    public void nothing_is_erased_that_nobody_asked_for() => Story.Given(Registered)
        .When(new ErasePersonalData("Resolución 15-2026")).ThenRefused(PersonRules.ErasureRequested);

    [Fact]
    public void one_request_awaits_its_decision_at_a_time() => Story.Given(Registered, Requested)
        .When(new RequestErasure("Solicitud 8-2026")).ThenRefused(PersonRules.ErasureRequestedOnce);

    [Fact]
    public void a_request_may_be_refused_or_withdrawn() => Story.Given(Registered, Requested)
        .When(new DropErasureRequest("Faltaba la firma")).Then(Dropped)
        .ThenState(s => Assert.Null(s.ErasureRequest));

    [Fact]
    public void a_dropped_request_is_no_request() => Story.Given(Registered, Requested, Dropped)
        .When(new ErasePersonalData("Resolución 15-2026")).ThenRefused(PersonRules.ErasureRequested);

    [Fact]
    public void only_a_request_that_waits_is_dropped() => Story.Given(Registered)
        .When(new DropErasureRequest("Faltaba la firma")).ThenRefused(PersonRules.ErasureRequested);

    [Fact]
    public void a_request_gives_its_grounds() =>
        Story.Given(Registered).When(new RequestErasure(" ")).ThenRefused(CommonRules.TextRequired, "grounds");

    [Fact]
    public void dropping_gives_its_reason() => Story.Given(Registered, Requested)
        .When(new DropErasureRequest(new('x', Limits.Subject + 1))).ThenRefused(CommonRules.TextTooLong, "why");

    [Fact]
    public void it_takes_a_decision() =>
        Story.Given(Registered, Requested).When(new ErasePersonalData(" ")).ThenRefused(CommonRules.TextRequired, "decision");

    [Fact]
    public void the_reference_of_the_decision_is_bounded() => Story.Given(Registered, Requested)
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
