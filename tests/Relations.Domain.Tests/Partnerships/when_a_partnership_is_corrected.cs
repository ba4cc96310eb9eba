using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Partnerships;

using Story = Scenario<Partnership, PartnershipCommand>;

public class when_a_partnership_is_corrected
{
    private static readonly PartnershipEstablished Established = new("can-oim", [Some.Can, Some.Oim], "CAN-OMI", Some.Day("1992"));
    private static readonly PartnershipPartyJoined PeruJoined = new(Some.Peru, Some.Day("2000"));
    private static readonly PartnershipPartyWithdrew PeruWithdrew = new(Some.Peru, Some.Day("2005"), null);
    private static readonly PartnershipClosed Closed = new(Some.Day("2020"), "Mandate ended");

    [Fact]
    public void only_what_differs_is_kept_with_both_values() => Story.Given(Established)
        .When(new CorrectPartnership("CAN–OIM", Some.Day("1992"), [], null, PartnershipStatus.Active))
        .Then(new PartnershipCorrected(new(Name: "CAN-OMI"), new(Name: "CAN–OIM")))
        .ThenState(s => Assert.Equal("CAN–OIM", s.Name));

    [Fact]
    public void its_founding_parties_follow_its_beginning_and_the_others_do_not() => Story.Given(Established, PeruJoined)
        .When(new CorrectPartnership(Since: Some.Day("1994")))
        .Then(new PartnershipCorrected(new(Since: Some.Day("1992")), new(Since: Some.Day("1994"))))
        .ThenState(s => Assert.Equal(["1994", "1994", "2000"], s.Parties.Select(p => p.Since!.ToString())));

    [Fact]
    public void it_did_not_begin_after_a_party_joined() => Story.Given(Established, PeruJoined)
        .When(new CorrectPartnership(Since: Some.Day("2001"))).ThenRefused(PartnershipRules.NotBeforeItBegan, "since");

    [Fact]
    public void it_did_not_begin_after_it_was_closed() => Story.Given(Established, Closed)
        .When(new CorrectPartnership(Since: Some.Day("2021"))).ThenRefused(PartnershipRules.NotBeforeItBegan, "statusSince");

    [Fact]
    public void it_did_not_begin_tomorrow() => Story.Given(Established)
        .When(new CorrectPartnership(Since: Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "since");

    [Fact]
    public void reopened_it_drops_the_date_and_the_reason_of_its_closing() => Story.Given(Established, Closed)
        .When(new CorrectPartnership(Status: PartnershipStatus.Active))
        .Then(new PartnershipCorrected(
            new(Status: PartnershipStatus.Closed, StatusSince: Some.Day("2020")), new(Status: PartnershipStatus.Active)))
        .ThenState(s => Assert.Equal((PartnershipStatus.Active, null, null), (s.Status, s.StatusSince, s.StatusReason)));

    [Fact]
    public void the_date_of_its_closing_is_corrected_and_the_reason_stays() => Story.Given(Established, Closed)
        .When(new CorrectPartnership(StatusSince: Some.Day("2019")))
        .Then(new PartnershipCorrected(new(StatusSince: Some.Day("2020")), new(StatusSince: Some.Day("2019"))))
        .ThenState(s => Assert.Equal((Some.Day("2019"), "Mandate ended"), (s.StatusSince, s.StatusReason)));

    [Fact]
    public void its_closing_did_not_happen_tomorrow() => Story.Given(Established, Closed)
        .When(new CorrectPartnership(StatusSince: Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "statusSince");

    [Fact]
    public void themes_and_focal_point_are_corrected() =>
        Story.Given(Established, new PartnershipThemesSet(["Trade"]), new PartnershipFocalPointAssigned("jvga", null))
            .When(new CorrectPartnership(Themes: ["Migration"], FocalPoint: "jvega"))
            .Then(new PartnershipCorrected(new(Themes: ["Trade"], FocalPoint: "jvga"), new(Themes: ["Migration"], FocalPoint: "jvega")))
            .ThenState(s => Assert.Equal(("Migration", "jvega"), (s.Themes[0], s.FocalPoint)));

    [Fact]
    public void a_correction_blanks_nothing() => Story.Given(Established)
        .When(new CorrectPartnership(Name: " ")).ThenRefused(CommonRules.TextRequired, "name");

    [Fact]
    public void a_focal_point_is_not_corrected_to_nobody() => Story.Given(Established)
        .When(new CorrectPartnership(FocalPoint: "")).ThenRefused(CommonRules.TextRequired, "focalPoint");

    [Fact]
    public void a_correction_that_changes_nothing_is_refused() => Story.Given(Established)
        .When(new CorrectPartnership(Name: "CAN-OMI")).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void another_organisation_was_meant_although_only_two_remain_and_it_is_closed() => Story.Given(Established, Closed)
        .When(new CorrectPartnershipParty(Some.Can, Some.Sgcan))
        .Then(new PartnershipPartyCorrected(Some.Can, new(Some.Can), new(Some.Sgcan)))
        .ThenState(s => Assert.Equal([new(Some.Sgcan, Some.Day("1992"), true), new(Some.Oim, Some.Day("1992"), true)], s.Parties));

    [Fact]
    public void the_organisation_meant_is_not_a_party_already() => Story.Given(Established)
        .When(new CorrectPartnershipParty(Some.Can, Some.Oim)).ThenRefused(PartnershipRules.JoinsOnce, "organisation");

    [Fact]
    public void only_a_recorded_party_is_corrected() => Story.Given(Established)
        .When(new CorrectPartnershipParty(Some.Peru, Some.Sgcan)).ThenRefused(PartnershipRules.OnlyAParty, "party");

    [Fact]
    public void a_party_joined_at_another_time_and_is_no_founder() => Story.Given(Established)
        .When(new CorrectPartnershipParty(Some.Can, Since: Some.Day("1996")))
        .Then(new PartnershipPartyCorrected(Some.Can, new(Since: Some.Day("1992")), new(Since: Some.Day("1996"))))
        .ThenState(s => Assert.Equal(new(Some.Can, Some.Day("1996")), s.Parties[0]));

    [Fact]
    public void a_former_party_is_corrected_too() => Story.Given(Established, PeruJoined, PeruWithdrew)
        .When(new CorrectPartnershipParty(Some.Peru, Since: Some.Day("2001")))
        .Then(new PartnershipPartyCorrected(Some.Peru, new(Since: Some.Day("2000")), new(Since: Some.Day("2001"))))
        .ThenState(s => Assert.Equal([new(Some.Peru, Some.Day("2001"), false, Some.Day("2005"))], s.FormerParties));

    [Fact]
    public void it_did_not_join_after_it_withdrew() => Story.Given(Established, PeruJoined, PeruWithdrew)
        .When(new CorrectPartnershipParty(Some.Peru, Since: Some.Day("2006"))).ThenRefused(PartnershipRules.LeavesAfterJoining, "since");

    [Fact]
    public void it_did_not_join_before_the_partnership_began() => Story.Given(Established, PeruJoined)
        .When(new CorrectPartnershipParty(Some.Peru, Since: Some.Day("1990"))).ThenRefused(PartnershipRules.NotBeforeItBegan, "since");

    [Fact]
    public void it_did_not_join_tomorrow() => Story.Given(Established, PeruJoined)
        .When(new CorrectPartnershipParty(Some.Peru, Since: Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "since");

    [Fact]
    public void a_correction_of_a_party_that_changes_nothing_is_refused() => Story.Given(Established)
        .When(new CorrectPartnershipParty(Some.Can, Some.Can)).ThenRefused(CommonRules.NothingChanged);

    [Fact]
    public void a_party_that_never_was_one_is_taken_back() => Story.Given(Established, PeruJoined)
        .When(new RetractPartnershipParty(Some.Peru)).Then(new PartnershipPartyRetracted(Some.Peru))
        .ThenState(s => Assert.Null(s.Party(Some.Peru)));

    [Fact]
    public void a_former_party_that_never_was_one_is_taken_back() => Story.Given(Established, PeruJoined, PeruWithdrew)
        .When(new RetractPartnershipParty(Some.Peru)).Then(new PartnershipPartyRetracted(Some.Peru))
        .ThenState(s => Assert.Empty(s.FormerParties));

    [Fact]
    public void two_parties_remain_whatever_is_taken_back() => Story.Given(Established)
        .When(new RetractPartnershipParty(Some.Can)).ThenRefused(PartnershipRules.TwoPartiesRemain, "party");

    [Fact]
    public void only_a_recorded_party_is_taken_back() => Story.Given(Established)
        .When(new RetractPartnershipParty(Some.Peru)).ThenRefused(PartnershipRules.OnlyAParty, "party");

    [Fact]
    public void a_withdrawal_that_never_happened_is_taken_back() => Story.Given(Established, PeruJoined, PeruWithdrew)
        .When(new RetractPartnershipWithdrawal(Some.Peru)).Then(new PartnershipWithdrawalRetracted(Some.Peru))
        .ThenState(s =>
        {
            Assert.Equal(new(Some.Peru, Some.Day("2000")), s.Parties[^1]);
            Assert.Empty(s.FormerParties);
        });

    [Fact]
    public void only_a_recorded_withdrawal_is_taken_back() => Story.Given(Established)
        .When(new RetractPartnershipWithdrawal(Some.Can)).ThenRefused(PartnershipRules.OnlyAFormerParty, "party");

    [Fact]
    public void the_withdrawal_of_who_came_back_stands() =>
        Story.Given(Established, PeruJoined, PeruWithdrew, new PartnershipPartyJoined(Some.Peru, Some.Day("2010")))
            .When(new RetractPartnershipWithdrawal(Some.Peru)).ThenRefused(PartnershipRules.JoinsOnce, "party");
}
