using System.Collections.Immutable;
using System.Globalization;
using Relations.App.Pages.Partnerships;
using Relations.App.Partnerships;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Partnerships;

/// <summary>Why a partnership stands as it does: facts, each with the records behind it, and what they say.</summary>
public class HealthReasonsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Guid Id = Guid.CreateVersion7();
    private static readonly PartnershipView Partnership = new()
    {
        Id = Id,
        Partnership = new() { Id = Id, Slug = "can-oim", Parties = [], FocalPoint = "ana" },
    };

    [Fact]
    public void a_long_silence_is_told_in_years_and_months()
    {
        var quiet = Assert.Single(Reasons(Met("2016-02-12")).OfType<HealthReason.Quiet>());
        Assert.Equal(new Elapsed(10, 9, 11), quiet.Since);
        Assert.True(quiet.Matters);
        Assert.Equal("Quiet: no meeting for 10 years and 9 months", InEnglish(quiet));
        Assert.Equal("Sin contacto: ninguna reunión desde hace 10 años y 9 meses", In("es", quiet));
    }

    [Theory]
    [InlineData("2025-11-23", false)]
    [InlineData("2025-11-22", true)]
    [InlineData("2025", false)]
    [InlineData("2024", true)]
    public void silence_begins_when_a_year_has_certainly_passed(string last, bool isQuiet) =>
        Assert.Equal(isQuiet, Reasons(Met(last)).Any(r => r is HealthReason.Quiet));

    [Fact]
    public void without_a_meeting_it_says_so() => Assert.Contains(Reasons(Partnership), r => r is HealthReason.NeverMet);

    [Fact]
    public void the_next_meeting_and_one_that_nobody_reported_are_told_apart()
    {
        var (passed, next) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var reasons = Reasons(Partnership with
        {
            Meetings = ImmutableSortedDictionary<Guid, MeetingLine>.Empty
                .Add(passed, new(Date("2026-11-20"), MeetingStatus.Scheduled))
                .Add(next, new(Date("2026-12"), MeetingStatus.Scheduled)),
        });
        Assert.Equal([new MeetingId(passed)], Assert.Single(reasons.OfType<HealthReason.Unreported>()).Records);
        Assert.Equal([new MeetingId(next)], Assert.Single(reasons.OfType<HealthReason.WillMeet>()).Records);
    }

    [Fact]
    public void a_term_that_ends_is_counted_in_days()
    {
        var ends = Assert.Single(Reasons(With(InForce(new(AgreementTerm.EndingOn(Date("2027-02-14")))))).OfType<HealthReason.Ends>());
        Assert.Equal((83, true), (ends.Days, ends.Matters));
        Assert.Equal("Ends in 83 days (14 February 2027)", InEnglish(ends));
    }

    [Fact]
    public void a_term_that_renews_itself_matters_only_while_notice_can_be_given()
    {
        var reasons = Reasons(With(InForce(new(AgreementTerm.EndingOn(Date("2027-06-30")), RenewalMode.Automatic, 12, 3))));
        Assert.False(Assert.Single(reasons.OfType<HealthReason.Ends>()).Matters);
        var notice = Assert.Single(reasons.OfType<HealthReason.NoticeBy>());
        Assert.Equal(("2027-03-30", 127), (notice.Last.ToString(), notice.Days));
    }

    [Fact]
    public void a_term_that_passed_is_no_term_that_ends()
    {
        var reasons = Reasons(With(InForce(new(AgreementTerm.EndingOn(Date("2026-10-31"))))));
        Assert.Single(reasons.OfType<HealthReason.TermPassed>());
        Assert.Empty(reasons.OfType<HealthReason.Ends>());
    }

    [Fact]
    public void unknown_terms_are_named_as_unknown()
    {
        var (unknown, open) = (InForce(new(AgreementTerm.Unknown)), InForce(new(AgreementTerm.OpenEnded)));
        Assert.Equal("No agreement's term is written down", InEnglish(Assert.Single(Reasons(With(unknown)).OfType<HealthReason.TermUnknown>())));
        var some = Assert.Single(Reasons(With(unknown, open)).OfType<HealthReason.TermUnknown>());
        Assert.Equal([new AgreementId(unknown.Id)], some.Records);
        Assert.Equal("The term of one agreement in force is not written down", InEnglish(some));
        Assert.Empty(Reasons(With(open)).OfType<HealthReason.TermUnknown>());
    }

    [Fact]
    public void what_is_overdue_begins_with_the_oldest()
    {
        var (old, fresh) = (Owed("2026-10-31"), Owed("2026-11-20"));
        var overdue = Assert.Single(Reasons(Partnership with
        {
            Commitments = new[] { fresh, old, Owed("2026-12-01") }.ToImmutableSortedDictionary(c => c.Id, c => c),
        }).OfType<HealthReason.Overdue>());
        Assert.Equal([new CommitmentId(old.Id), new CommitmentId(fresh.Id)], overdue.Records);
        Assert.Equal("2 commitments are overdue, the oldest by 23 days", InEnglish(overdue));
    }

    [Fact]
    public void posts_that_changed_say_what_was_left_and_what_was_taken()
    {
        var oim = new OrganisationId(Guid.CreateVersion7());
        var moved = new Person
        {
            Id = Guid.CreateVersion7(),
            Appointments = [new(oim, "Jefe", Date("2014"), Date("2018-06"), false, null), new(oim, "Director", Date("2018-07"), null, false, null)],
        };
        var stayed = new Person { Id = Guid.CreateVersion7(), Appointments = [new(oim, "Jefa", Date("2012"), null, false, null)] };
        var view = Met("2016-02-12");
        var change = Assert.Single(PostChange.Since([stayed, moved], Date("2016-02-12")));
        Assert.Equal(("Jefe", "Director"), (Assert.Single(change.Left).Post, Assert.Single(change.Taken).Post));
        Assert.Empty(PostChange.Since([moved], null));
        var reasons = HealthReasons.Of(view, PartnershipHealth.Of(view, [stayed, moved], Today), Today);
        Assert.Equal([new PersonId(moved.Id)], Assert.Single(reasons.OfType<HealthReason.PostsChanged>()).Records);
    }

    [Fact]
    public void what_matters_comes_first()
    {
        var reasons = Reasons(Met("2016-02-12") with { Partnership = Partnership.Partnership! with { Status = PartnershipStatus.Suspended } });
        Assert.Equal(reasons.OrderByDescending(r => r.Matters), reasons);
        Assert.IsType<HealthReason.Quiet>(reasons[0]);
        Assert.Contains(reasons, r => r is HealthReason.AtRest);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-02-28", 0, 1, 0)]
    [InlineData("2026-01-31", "2026-02-27", 0, 0, 27)]
    [InlineData("2026-01-31", "2026-03-31", 0, 2, 0)]
    [InlineData("2016-02-29", "2026-02-28", 10, 0, 0)]
    [InlineData("2026-11-23", "2026-11-23", 0, 0, 0)]
    public void time_is_counted_as_people_count_it(string from, string to, int years, int months, int days) => Assert.Equal(
        new(years, months, days),
        Elapsed.Between(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture)));

    [Fact]
    public void commitments_fall_into_groups_the_most_urgent_first()
    {
        var kept = Owed("2020") with { Status = CommitmentStatus.Kept, SettledOn = Date("2020-05-01") };
        var groups = CommitmentGroup.Of([kept, Owed("2030"), Owed("2026-01"), Owed("2025-01"), Owed(null)], Today, 1);
        Assert.Equal(
            [(CommitmentUrgency.Overdue, 2), (CommitmentUrgency.Open, 2), (CommitmentUrgency.Kept, 1)],
            groups.Select(g => (g.Urgency, g.Total)));
        Assert.Equal(["2025-01", "2030", "2020"], groups.Select(g => Assert.Single(g.Shown).Due?.ToString()));
    }

    private static IReadOnlyList<HealthReason> Reasons(PartnershipView view) =>
        HealthReasons.Of(view, PartnershipHealth.Of(view, [], Today), Today);

    private static PartnershipView Met(string on) => Partnership with
    {
        Meetings = ImmutableSortedDictionary<Guid, MeetingLine>.Empty.Add(Guid.CreateVersion7(), new(Date(on), MeetingStatus.Held)),
    };

    private static PartnershipView With(params Agreement[] agreements) =>
        Partnership with { Agreements = agreements.ToImmutableSortedDictionary(a => a.Id, a => a) };

    private static Agreement InForce(AgreementConditions conditions) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [new(Partnership.Id)],
        Type = AgreementType.CooperationAgreement,
        Parties = [],
        Status = AgreementStatus.InForce,
        Since = Date("2020-01-01"),
        InForceOn = Date("2020-01-01"),
        Conditions = conditions,
    };

    private static Commitment Owed(string? due) => new()
    {
        Id = Guid.CreateVersion7(),
        Partnerships = [new(Partnership.Id)],
        What = "Enviar el informe",
        OwedBy = new(Guid.CreateVersion7()),
        OwedTo = [],
        Due = due is null ? null : Date(due),
    };

    private static EdtfDate Date(string text) => EdtfDate.Parse(text);

    private static string InEnglish(HealthReason reason) => In("en", reason);

    private static string In(string language, HealthReason reason)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return HealthWords.Of(reason);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
