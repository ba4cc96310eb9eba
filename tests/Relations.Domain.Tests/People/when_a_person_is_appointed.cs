using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Tests.Recording;

namespace Relations.Domain.Tests.People;

using Story = Scenario<Person, PersonCommand>;

public class when_a_person_is_appointed
{
    private const string Post = "Secretario General";
    private static readonly PersonRegistered Registered = new(new("Walker", "San Miguel"));

    private static readonly PersonAppointed Newly = new(Some.Sgcan, Post, null, Some.Day("2016-02-12"), false);
    private static readonly PersonAppointed Since2016 = new(Some.Sgcan, Post, Some.Day("2016"), null, false);
    private static readonly PersonAppointmentEnded Until2018 = new(Some.Sgcan, Post, Some.Day("2018"));

    [Fact]
    public void the_post_runs_and_concerns_the_organisation() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post, Some.Day("2016"))).Then(Since2016)
        .ThenState(s =>
        {
            Assert.Equal([new(Some.Sgcan, Post, Some.Day("2016"), null, false, null)], s.Appointments);
            Assert.Equal([Some.Sgcan.Value], s.Concerns.Organisations);
        });

    [Fact]
    public void a_newly_appointed_officer_began_before_that_day_and_nobody_knows_when() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post, Before: Some.Day("2016-02-12"))).Then(Newly)
        .ThenState(s => Assert.Equal([new(Some.Sgcan, Post, null, null, false, Some.Day("2016-02-12"))], s.Appointments));

    [Fact]
    public void the_fact_held_from_its_start_or_else_by_the_day_that_attests_it()
    {
        Assert.Equal(Some.Day("2016"), ((IDated)Since2016).On);
        Assert.Equal(Some.Day("2016-02-12"), ((IDated)Newly).On);
        Assert.Null(((IDated)(Newly with { Before = null })).On);
    }

    [Fact]
    public void nobody_needs_to_know_any_date() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post)).Then(Newly with { Before = null });

    [Fact]
    public void the_person_may_act_in_it() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post, Some.Day("2016"), Acting: true)).Then(Since2016 with { Acting = true })
        .ThenState(s => Assert.True(Assert.Single(s.Appointments).Acting));

    [Fact]
    public void several_posts_may_be_held_at_once() => Story.Given(Registered, Since2016)
        .When(new AppointPerson(Some.Can, Post, Some.Day("2016"))).Then(Since2016 with { Organisation = Some.Can })
        .ThenState(s => Assert.Equal(2, s.PostsOn(new(2017, 1, 1)).Count));

    [Fact]
    public void the_post_has_a_name() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, " ")).ThenRefused(CommonRules.TextRequired, "post");

    [Fact]
    public void the_name_of_the_post_is_bounded() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, new('x', Limits.Name + 1))).ThenRefused(CommonRules.TextTooLong, "post");

    [Fact]
    public void it_does_not_begin_tomorrow() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post, Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "from");

    [Fact]
    public void tomorrow_attests_nothing() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post, Before: Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "before");

    [Fact]
    public void it_does_not_begin_after_the_day_that_attests_it() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post, Some.Day("2017"), Some.Day("2016-02-12")))
        .ThenRefused(PersonRules.BegunBeforeAttested, "from");

    [Fact]
    public void a_vague_start_may_stand_beside_the_day_that_attests_it() => Story.Given(Registered)
        .When(new AppointPerson(Some.Sgcan, Post, Some.Day("2016"), Some.Day("2016-02-12")))
        .Then(Since2016 with { Before = Some.Day("2016-02-12") });

    [Theory]
    [InlineData(Post, null)]
    [InlineData(Post, "2020")]
    [InlineData(" secretario general ", "2016")]
    public void while_it_runs_it_is_not_held_twice(string post, string? from) => Story.Given(Registered, Newly)
        .When(new AppointPerson(Some.Sgcan, post, from is null ? null : Some.Day(from)))
        .ThenRefused(PersonRules.PostHeldOnce, "post");

    [Theory]
    [InlineData("2016")]
    [InlineData("2017")]
    public void it_was_not_held_twice_before_it_ended(string from) => Story.Given(Registered, Since2016, Until2018)
        .When(new AppointPerson(Some.Sgcan, Post, Some.Day(from))).ThenRefused(PersonRules.PostHeldOnce, "post");

    [Theory]
    [InlineData(null)]
    [InlineData("2010")]
    [InlineData("2018")]
    [InlineData("2020")]
    public void what_may_have_been_another_term_is_not_refused(string? from) => Story.Given(Registered, Since2016, Until2018)
        .When(new AppointPerson(Some.Sgcan, Post, from is null ? null : Some.Day(from)))
        .Then(Since2016 with { From = from is null ? null : Some.Day(from) });

    [Fact]
    public void it_ends() => Story.Given(Registered, Since2016)
        .When(new EndAppointment(Some.Sgcan, Post, Some.Day("2018"))).Then(Until2018)
        .ThenState(s =>
        {
            Assert.Equal(Some.Day("2018"), Assert.Single(s.Appointments).To);
            Assert.Contains(Some.Sgcan.Value, s.Concerns.Organisations);
        });

    [Fact]
    public void it_may_end_although_nobody_knows_when_it_began() => Story.Given(Registered, Newly)
        .When(new EndAppointment(Some.Sgcan, "secretario general", Some.Day("2018"))).Then(Until2018);

    [Fact]
    public void it_may_end_in_the_year_it_began() => Story.Given(Registered, Since2016)
        .When(new EndAppointment(Some.Sgcan, Post, Some.Day("2016"))).Then(Until2018 with { On = Some.Day("2016") });

    [Fact]
    public void it_ends_only_where_it_is_held() => Story.Given(Registered, Since2016)
        .When(new EndAppointment(Some.Can, Post, Some.Day("2018"))).ThenRefused(PersonRules.EndsWhereHeld, "post");

    [Fact]
    public void it_does_not_end_twice() => Story.Given(Registered, Since2016, Until2018)
        .When(new EndAppointment(Some.Sgcan, Post, Some.Day("2019"))).ThenRefused(PersonRules.EndsWhereHeld, "post");

    [Fact]
    public void it_does_not_end_before_it_began() => Story.Given(Registered, Since2016)
        .When(new EndAppointment(Some.Sgcan, Post, Some.Day("2015"))).ThenRefused(PersonRules.EndsAfterBegun, "on");

    [Fact]
    public void it_does_not_end_tomorrow() => Story.Given(Registered, Since2016)
        .When(new EndAppointment(Some.Sgcan, Post, Some.Day("2027"))).ThenRefused(CommonRules.NotInTheFuture, "on");

    [Theory]
    [InlineData(2015, 0)]
    [InlineData(2016, 1)]
    [InlineData(2017, 1)]
    [InlineData(2018, 1)]
    [InlineData(2019, 0)]
    public void a_meeting_shows_the_post_that_may_have_been_held_that_day(int year, int posts)
    {
        var person = Fold(Registered, Since2016, Until2018);
        Assert.Equal(posts, person.PostsOn(new(year, 6, 15)).Count);
    }

    [Fact]
    public void a_post_that_began_nobody_knows_when_may_have_been_held_any_day()
    {
        var person = Fold(Registered, Newly);
        Assert.Single(person.PostsOn(new(2016, 2, 12)));
        Assert.Single(person.PostsOn(new(2014, 1, 1)));
    }

    [Fact]
    public void entered_in_error_it_is_taken_back() => Story.Given(Registered, Newly)
        .When(new RetractAppointment(Some.Sgcan, Post, Before: Some.Day("2016-02-12")))
        .Then(new PersonAppointmentRetracted(new(Some.Sgcan, Post, null, null, false, Some.Day("2016-02-12"))))
        .ThenState(s => Assert.Empty(s.Appointments));

    [Fact]
    public void only_one_of_several_is_taken_back() =>
        Story.Given(Registered, Since2016, Until2018, Since2016 with { From = Some.Day("2020") })
            .When(new RetractAppointment(Some.Sgcan, Post, Some.Day("2016")))
            .Then(new PersonAppointmentRetracted(new(Some.Sgcan, Post, Some.Day("2016"), Some.Day("2018"), false, null)))
            .ThenState(s => Assert.Equal(Some.Day("2020"), Assert.Single(s.Appointments).From));

    [Theory]
    [InlineData("Director General", "2016")]
    [InlineData(Post, "2015")]
    public void what_was_not_recorded_is_not_taken_back(string post, string from) => Story.Given(Registered, Since2016)
        .When(new RetractAppointment(Some.Sgcan, post, Some.Day(from))).ThenRefused(PersonRules.AppointmentRecorded, "post");

    private static Person Fold(params Event[] events) =>
        events.Aggregate((Person?)null, (s, e) => Person.Fold(s, Guid.Empty, e))!;
}
