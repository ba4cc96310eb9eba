using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.Partnerships;

using Story = Scenario<Partnership, PartnershipCommand>;

public class when_a_partnership_is_kept_up
{
    private static readonly PartnershipEstablished Established = new("can-oim", [Some.Can, Some.Oim], null, Some.Day("1992"));
    private static readonly PartnershipSuspended Suspended = new(Some.Day("2001"), "No funds");
    private static readonly PartnershipResumed Resumed = new(Some.Day("2003"));
    private static readonly PartnershipClosed Closed = new(Some.Day("2020"), "Mandate ended");

    public static TheoryData<PartnershipCommand> EveryStep => new()
    {
        new JoinPartnership(Some.Peru, Some.Day("2021")),
        new LeavePartnership(Some.Sgcan, Some.Day("2021")),
        new SetThemes(["Migration"]),
        new AssignFocalPoint("jvega", Some.Day("2021")),
        new SuspendPartnership(Some.Day("2021"), "Again"),
        new ResumePartnership(Some.Day("2021")),
        new ClosePartnership(Some.Day("2021"), "Again"),
    };

    public static TheoryData<PartnershipCommand, string> Tomorrow => new()
    {
        { new AssignFocalPoint("jvega", Some.Day("2027")), "on" },
        { new SuspendPartnership(Some.Day("2027"), "Why"), "on" },
        { new ClosePartnership(Some.Day("2027"), "Why"), "on" },
    };

    [Fact]
    public void its_themes_are_set_and_replaced() => Story.Given(Established, new PartnershipThemesSet(["Trade"]))
        .When(new SetThemes(["Andean citizenship", "Migration", "Migration"]))
        .Then(new PartnershipThemesSet(["Andean citizenship", "Migration"]))
        .ThenState(s => Assert.Equal(["Andean citizenship", "Migration"], s.Themes));

    [Fact]
    public void it_may_have_no_themes() => Story.Given(Established).When(new SetThemes([])).Then(new PartnershipThemesSet([]));

    [Fact]
    public void a_theme_is_not_blank() => Story.Given(Established)
        .When(new SetThemes(["Migration", " "])).ThenRefused(CommonRules.TextRequired, "themes");

    [Fact]
    public void themes_are_bounded() => Story.Given(Established)
        .When(new SetThemes([.. Enumerable.Range(0, Limits.Items + 1).Select(n => $"Theme {n}")]))
        .ThenRefused(CommonRules.TooManyItems, "themes");

    [Fact]
    public void a_liaison_officer_answers_for_it() => Story.Given(Established)
        .When(new AssignFocalPoint("jvega", Some.Day("2016"))).Then(new PartnershipFocalPointAssigned("jvega", Some.Day("2016")))
        .ThenState(s => Assert.Equal("jvega", s.FocalPoint));

    [Fact]
    public void the_officer_is_named() => Story.Given(Established)
        .When(new AssignFocalPoint("")).ThenRefused(CommonRules.TextRequired, "user");

    [Fact]
    public void it_is_suspended_with_a_reason() => Story.Given(Established)
        .When(new SuspendPartnership(Some.Day("2001"), "No funds")).Then(Suspended)
        .ThenState(s => Assert.Equal(
            (PartnershipStatus.Suspended, Some.Day("2001"), "No funds"), (s.Status, s.StatusSince, s.StatusReason)));

    [Fact]
    public void a_suspension_needs_its_reason() => Story.Given(Established)
        .When(new SuspendPartnership(Some.Day("2001"), " ")).ThenRefused(CommonRules.TextRequired, "why");

    [Fact]
    public void suspended_it_is_not_suspended_again() => Story.Given(Established, Suspended)
        .When(new SuspendPartnership(Some.Day("2002"), "Again")).ThenRefused(PartnershipRules.OnlyActiveIsSuspended);

    [Fact]
    public void suspended_it_is_resumed() => Story.Given(Established, Suspended)
        .When(new ResumePartnership(Some.Day("2003"))).Then(Resumed)
        .ThenState(s => Assert.Equal(
            (PartnershipStatus.Active, Some.Day("2003"), (string?)null), (s.Status, s.StatusSince, s.StatusReason)));

    [Fact]
    public void active_it_is_not_resumed() => Story.Given(Established, Suspended, Resumed)
        .When(new ResumePartnership(Some.Day("2004"))).ThenRefused(PartnershipRules.OnlySuspendedIsResumed);

    [Fact]
    public void it_is_not_resumed_before_it_was_suspended() => Story.Given(Established, Suspended)
        .When(new ResumePartnership(Some.Day("2000"))).ThenRefused(PartnershipRules.InOrder, "on");

    [Fact]
    public void suspended_and_resumed_in_the_same_year_is_not_certainly_wrong() =>
        Story.Given(Established, Suspended).When(new ResumePartnership(Some.Day("2001")))
            .Then(new PartnershipResumed(Some.Day("2001")));

    [Fact]
    public void it_is_not_suspended_before_it_began() => Story.Given(Established)
        .When(new SuspendPartnership(Some.Day("1990"), "Why")).ThenRefused(PartnershipRules.NotBeforeItBegan, "on");

    [Fact]
    public void without_a_known_beginning_no_date_is_too_early() => Story.Given(Established with { On = null })
        .When(new SuspendPartnership(Some.Day("1950"), "War")).Then(new PartnershipSuspended(Some.Day("1950"), "War"));

    [Fact]
    public void suspended_or_not_it_is_closed() => Story.Given(Established, Suspended)
        .When(new ClosePartnership(Some.Day("2020"), "Mandate ended")).Then(Closed)
        .ThenState(s => Assert.Equal(PartnershipStatus.Closed, s.Status));

    [Fact]
    public void closing_it_needs_a_reason() => Story.Given(Established)
        .When(new ClosePartnership(Some.Day("2020"), "")).ThenRefused(CommonRules.TextRequired, "why");

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void nothing_follows_the_closing(PartnershipCommand step) =>
        Story.Given(Established with { Parties = [Some.Can, Some.Oim, Some.Sgcan] }, Closed)
            .When(step).ThenRefused(PartnershipRules.NothingAfterClosing);

    [Theory]
    [MemberData(nameof(Tomorrow))]
    public void nothing_happened_tomorrow(PartnershipCommand step, string field) =>
        Story.Given(Established).When(step).ThenRefused(CommonRules.NotInTheFuture, field);
}
