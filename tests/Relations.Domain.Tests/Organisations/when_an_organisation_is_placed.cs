using Relations.Domain.Organisations;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Organisations;

using Story = Scenario<Organisation, OrganisationCommand>;

public class when_an_organisation_is_placed
{
    private static readonly OrganisationId Itself = new(Some.Numbered(10));

    private static readonly OrganisationRegistered Registered = new(
        [new("es", "Chile")], OrganisationKind.State, "Santiago", "CL", Some.Day("1810"));

    private static readonly OrganisationPlaced Joined = new(OrganisationRelation.MemberOf, Some.Can, Some.Day("1969"));
    private static readonly OrganisationLeft Left = new(OrganisationRelation.MemberOf, Some.Can, Some.Day("1976"));

    [Fact]
    public void it_stands_under_the_other_and_concerns_it() => Story.Given(Registered)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1969"))).Then(Joined)
        .ThenState(s =>
        {
            Assert.Equal([new(OrganisationRelation.MemberOf, Some.Can, Some.Day("1969"))], s.Placements);
            Assert.Equal([Some.Can.Value, s.Id], s.Concerns.Organisations);
        });

    [Fact]
    public void the_fact_held_from_its_start() => Assert.Equal(Joined.From, ((IDated)Joined).On);

    [Fact]
    public void nobody_needs_to_know_since_when() => Story.Given(Registered)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can))
        .Then(new OrganisationPlaced(OrganisationRelation.MemberOf, Some.Can, null));

    [Fact]
    public void it_does_not_stand_under_itself() => Story.Given(Registered)
        .When(new PlaceOrganisation(OrganisationRelation.OrganOf, Itself)).ThenRefused(OrganisationRules.UnderAnother, "parent");

    [Fact]
    public void it_was_not_placed_tomorrow() => Story.Given(Registered)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("2027")))
        .ThenRefused(CommonRules.NotInTheFuture, "from");

    [Fact]
    public void it_was_not_placed_before_it_was_founded() => Story.Given(Registered)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1809")))
        .ThenRefused(OrganisationRules.NotBeforeFounded, "from");

    [Fact]
    public void it_may_have_been_placed_in_the_year_of_its_founding() => Story.Given(Registered)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1810")))
        .Then(new OrganisationPlaced(OrganisationRelation.MemberOf, Some.Can, Some.Day("1810")));

    [Theory]
    [InlineData(null)]
    [InlineData("1969")]
    [InlineData("1990")]
    public void while_it_runs_it_is_not_recorded_twice(string? from) => Story.Given(Registered, Joined)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, from is null ? null : Some.Day(from)))
        .ThenRefused(OrganisationRules.PlacedOnce, "parent");

    [Fact]
    public void it_may_stand_under_others_or_otherwise_at_the_same_time() => Story.Given(Registered, Joined)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Oim, Some.Day("1969")))
        .Then(new OrganisationPlaced(OrganisationRelation.MemberOf, Some.Oim, Some.Day("1969")));

    [Fact]
    public void having_left_it_may_come_back() => Story.Given(Registered, Joined, Left)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("2006")))
        .Then(new OrganisationPlaced(OrganisationRelation.MemberOf, Some.Can, Some.Day("2006")))
        .ThenState(s => Assert.Equal([Some.Day("1976"), null], s.Placements.Select(p => p.To)));

    [Theory]
    [InlineData("1969")]
    [InlineData("1970")]
    public void it_did_not_come_back_while_it_was_there(string from) => Story.Given(Registered, Joined, Left)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day(from)))
        .ThenRefused(OrganisationRules.PlacedOnce, "parent");

    [Theory]
    [InlineData(null)]
    [InlineData("1950")]
    [InlineData("1976")]
    public void what_may_have_been_another_time_is_not_refused(string? from) => Story.Given(Registered, Joined, Left)
        .When(new PlaceOrganisation(OrganisationRelation.MemberOf, Some.Can, from is null ? null : Some.Day(from)))
        .Then(new OrganisationPlaced(OrganisationRelation.MemberOf, Some.Can, from is null ? null : Some.Day(from)));

    [Fact]
    public void it_leaves() => Story.Given(Registered, Joined)
        .When(new LeaveOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1976"))).Then(Left)
        .ThenState(s =>
        {
            Assert.Equal([new(OrganisationRelation.MemberOf, Some.Can, Some.Day("1969"), Some.Day("1976"))], s.Placements);
            Assert.Contains(Some.Can.Value, s.Concerns.Organisations);
        });

    [Fact]
    public void it_may_leave_what_it_joined_nobody_knows_when() =>
        Story.Given(Registered, Joined with { From = null })
            .When(new LeaveOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1976"))).Then(Left);

    [Fact]
    public void it_may_leave_in_the_year_it_joined() => Story.Given(Registered, Joined)
        .When(new LeaveOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1969")))
        .Then(Left with { On = Some.Day("1969") });

    [Theory]
    [InlineData(OrganisationRelation.OrganOf)]
    [InlineData(OrganisationRelation.OfficeOf)]
    public void it_leaves_only_where_it_stands(OrganisationRelation relation) => Story.Given(Registered, Joined)
        .When(new LeaveOrganisation(relation, Some.Can, Some.Day("1976")))
        .ThenRefused(OrganisationRules.LeavesWherePlaced, "parent");

    [Fact]
    public void it_does_not_leave_twice() => Story.Given(Registered, Joined, Left)
        .When(new LeaveOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1977")))
        .ThenRefused(OrganisationRules.LeavesWherePlaced, "parent");

    [Fact]
    public void it_does_not_leave_before_it_joined() => Story.Given(Registered, Joined)
        .When(new LeaveOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("1968")))
        .ThenRefused(OrganisationRules.LeavesAfterPlaced, "on");

    [Fact]
    public void it_does_not_leave_tomorrow() => Story.Given(Registered, Joined)
        .When(new LeaveOrganisation(OrganisationRelation.MemberOf, Some.Can, Some.Day("2027")))
        .ThenRefused(CommonRules.NotInTheFuture, "on");

    [Fact]
    public void entered_in_error_it_is_taken_back() => Story.Given(Registered, Joined, Left)
        .When(new RetractPlacement(OrganisationRelation.MemberOf, Some.Can, Some.Day("1969")))
        .Then(new OrganisationPlacementRetracted(
            new(OrganisationRelation.MemberOf, Some.Can, Some.Day("1969"), Some.Day("1976"))))
        .ThenState(s => Assert.Empty(s.Placements));

    [Fact]
    public void only_one_of_several_is_taken_back() =>
        Story.Given(Registered, Joined, Left, Joined with { From = Some.Day("2006") })
            .When(new RetractPlacement(OrganisationRelation.MemberOf, Some.Can, Some.Day("2006")))
            .Then(new OrganisationPlacementRetracted(new(OrganisationRelation.MemberOf, Some.Can, Some.Day("2006"))))
            .ThenState(s => Assert.Equal(Some.Day("1969"), Assert.Single(s.Placements).From));

    [Theory]
    [InlineData(OrganisationRelation.OfficeOf, "1969")]
    [InlineData(OrganisationRelation.MemberOf, "1970")]
    public void what_was_not_recorded_is_not_taken_back(OrganisationRelation relation, string from) =>
        Story.Given(Registered, Joined)
            .When(new RetractPlacement(relation, Some.Can, Some.Day(from)))
            .ThenRefused(OrganisationRules.PlacementRecorded, "parent");
}
