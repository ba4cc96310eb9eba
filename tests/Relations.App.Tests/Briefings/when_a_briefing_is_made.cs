using Relations.App.Briefings;
using Relations.App.Coming;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using static Relations.App.Tests.Briefings.APartnership;

namespace Relations.App.Tests.Briefings;

public sealed class when_a_briefing_is_made
{
    private static readonly Dictionary<Guid, Meeting> NoMeetings = [];
    private static readonly Dictionary<Guid, Person> NoPeople = [];

    [Fact]
    public void agreements_in_force_come_by_their_end_and_those_on_their_way_with_what_is_missing()
    {
        var late = Agreement(AgreementStatus.InForce, "2020-01-01", AgreementTerm.EndingOn(On("2028-01-01")));
        var soon = Agreement(AgreementStatus.InForce, "2021-01-01", AgreementTerm.EndingOn(On("2027-01-01")));
        var unknown = Agreement(AgreementStatus.InForce, "1992");
        var proposed = Agreement(AgreementStatus.Proposed, "2026") with { Signatures = [new(Can, null, false, On("2026-05"))] };
        var over = Agreement(AgreementStatus.Expired, "2010");
        var plan = BriefingPlan.Of(View.With(late, soon, unknown, proposed, over), Today);
        var briefing = Briefing.Of(plan, NoMeetings, NoPeople, []);

        Assert.Equal([soon, late, unknown], briefing.InForce.Items.Select(a => a.Item));
        var pending = Assert.Single(briefing.Pending.Items).Item;
        Assert.Equal(proposed, pending.Agreement);
        var gap = Assert.Single(pending.Gaps);
        Assert.Equal(GapKind.Signature, gap.Kind);
        Assert.Equal([Oim], gap.Parties);
    }

    [Fact]
    public void what_is_missing_follows_from_what_is_on_record()
    {
        var parties = Agreement(AgreementStatus.Proposed);
        AgreementSignature[] both = [new(Can, null, false, null), new(Oim, null, true, null)];
        Assert.Equal([GapKind.Standing], Kinds(Agreement(AgreementStatus.Recorded)));
        Assert.Equal([GapKind.Signature], Kinds(parties));
        Assert.Equal([GapKind.Confirmation], Kinds(parties with { Signatures = both }));
        Assert.Equal([GapKind.Confirmation, GapKind.Ratification], Kinds(parties with { Signatures = both, EntryRequires = ConsentKind.Ratification }));
        Assert.Equal([GapKind.EntryIntoForce], Kinds(Agreement(AgreementStatus.Signed) with { AttestedAs = AgreementStatus.Signed }));
        Assert.Empty(Gap.Of(Agreement(AgreementStatus.InForce)));
        Assert.Empty(Gap.Of(Agreement(AgreementStatus.WithdrawnBeforeForce)));

        static IEnumerable<GapKind> Kinds(Agreement agreement) => Gap.Of(agreement).Select(g => g.Kind);
    }

    [Fact]
    public void promises_stand_by_side_the_overdue_first_and_say_how_many_are_left_out()
    {
        var records = Enumerable.Range(1, 6).Select(i => Promise(Oim, $"2027-0{i}-01")).Append(Promise(Oim, "2026-01-01"))
            .Append(Promise(Can, null)).ToList();
        var sides = Briefing.Of(BriefingPlan.Of(View.With(records), Today), NoMeetings, NoPeople, []).Promises.Items;

        Assert.Equal([Can, Oim], sides.Select(s => s.By)); // in the order of the parties
        Assert.Equal(["due 2026-01-01", "due 2027-01-01", "due 2027-02-01"], sides[1].Open.Items.Select(c => c.Item.What));
        Assert.Equal(4, sides[1].Open.Left);
    }

    [Fact]
    public void what_is_coming_has_a_date_and_lies_ahead()
    {
        var agreement = Agreement(AgreementStatus.InForce, "2020-01-01", AgreementTerm.EndingOn(On("2027-06-30"))) with
        {
            Conditions = new(AgreementTerm.EndingOn(On("2027-06-30")), NoticeMonths: 6, ReviewOn: On("2030")),
        };
        var coming = App.Briefings.Coming.Within(
            View.With(agreement, Planned("2026-11-22"), Planned("2026-11-23"), Promise(Can, "2026-12-24"), Promise(Can, null), Running("2024/2027-03-31"), Held("2026-12-01")),
            Today,
            12);
        Assert.Equal(
            [
                ("2026-11-23", ComingKind.MeetingPlanned), ("2026-12-24", ComingKind.CommitmentDue), ("2026-12-30", ComingKind.LastDayForNotice),
                ("2027-03-31", ComingKind.ProjectEnds), ("2027-06-30", ComingKind.TermEnds),
            ],
            coming.Select(c => (c.On.ToString(), c.Kind)));
    }

    [Fact]
    public void people_stand_with_their_post_of_the_day_and_what_changed_since_the_last_meeting()
    {
        var stayed = SomePerson(Post("Jefe de Misión", "2015", null));
        var rose = SomePerson(Post("Asesora", "2018", "2026-10-01"), Post("Directora", "2026-10-01", null));
        var announced = SomePerson();
        var last = Held("2026-05-04") with { Participants = [Came(1, stayed), Came(2, rose)] };
        var next = Planned("2027-01-10") with { Participants = [Came(1, announced) with { Expected = true }] };
        var plan = BriefingPlan.Of(View.With(last, next), Today);
        var people = Briefing.Of(
            plan, new[] { last, next }.ToDictionary(m => m.Id), new[] { stayed, rose, announced }.ToDictionary(p => p.Id), []).People.Items;

        Assert.Equal([announced, stayed, rose], people.Select(p => p.Item.Person));
        Assert.Equal([true, false, false], people.Select(p => p.Item.Expected));
        Assert.Empty(people[0].Item.Posts);
        Assert.False(Assert.Single(people[1].Item.Posts).IsNew);
        Assert.Equal("Directora", Assert.Single(people[2].Item.Posts, p => p.IsNew).Appointment.Post);
        Assert.Equal("Asesora", Assert.Single(people[2].Item.Left).Post);
    }

    [Fact]
    public void each_fact_points_to_its_source_by_the_number_at_the_foot()
    {
        var (first, second) = (Source("Convenio"), Source("Comunicado"));
        var agreement = Agreement(AgreementStatus.InForce, "1992");
        var meeting = Held("2016-02-12") with { Outcomes = [new(1, "Seguir", OutcomeKind.NextStep), new(2, "Otra cosa", OutcomeKind.Other)] };
        var unseen = Held("2010-01-01");
        var briefing = Briefing.Of(
            BriefingPlan.Of(View.With(agreement, meeting), Today),
            new Dictionary<Guid, Meeting> { [meeting.Id] = meeting },
            NoPeople,
            [
                Fact(meeting.Id, new OutcomeRecorded("Seguir", OutcomeKind.NextStep), source: second),
                Fact(unseen.Id, new MeetingHeld([], On("2010"), null, null, null), source: Source("De otra cosa")),
                Fact(agreement.Id, new AgreementEnteredIntoForce(On("1992")), source: first),
                Fact(meeting.Id, new MeetingHeld([], On("2016-02-12"), null, null, null)),
            ]);

        Assert.Equal([new(first.Id), new(second.Id)], briefing.Sources);
        Assert.Equal(1, Assert.Single(briefing.InForce.Items[0].Notes).Number);
        var shown = Assert.Single(briefing.Meetings.Items);
        Assert.Empty(shown.Notes);
        Assert.Equal([2], shown.Outcomes.Items[0].Notes.Select(n => n.Number));
        Assert.Empty(shown.Outcomes.Items[1].Notes);
    }

    [Theory]
    [InlineData("corto", "corto")]
    [InlineData("una frase que sigue", "una frase…")]
    [InlineData("unapalabralarguísima", "unapalabral…")]
    [InlineData("una frase 😀😀", "una frase…")]
    public void long_texts_are_cut_at_a_word(string text, string shown) => Assert.Equal(shown, text.Beginning(12));

    [Fact]
    public void a_character_of_two_units_is_not_cut_in_half() => Assert.Equal("once.letra…", "once.letra😀xx".Beginning(12));

    private static Person SomePerson(params Appointment[] posts) => new() { Id = Guid.CreateVersion7(), Name = new("Ana", "Quispe"), Appointments = posts };

    private static Appointment Post(string post, string? from, string? to) =>
        new(Oim, post, from is null ? null : On(from), to is null ? null : On(to), false, null);

    private static Participant Came(int number, Person person) => new(number, new(person.Id), Oim, null, ParticipantRole.Delegate, null, false);
}
