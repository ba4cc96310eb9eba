using Relations.App.Coming;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Coming;

/// <summary>What is coming of a record in a period, and under which months it is found.</summary>
public sealed class ComingDatesTests
{
    private static readonly Guid Id = Guid.Parse("0190a000-0000-7000-8000-000000000001");
    private static readonly OrganisationId One = new(Guid.Parse("0190a000-0000-7000-8000-000000000002"));
    private static readonly OrganisationId Other = new(Guid.Parse("0190a000-0000-7000-8000-000000000003"));
    private static readonly PartnershipId Partnership = new(Guid.Parse("0190a000-0000-7000-8000-000000000004"));

    [Fact]
    public void a_fixed_term_has_an_end_a_last_day_for_notice_a_grace_period_and_a_review()
    {
        var agreement = InForce(new(
            AgreementTerm.EndingOn(On("2027-06-30")), RenewalMode.ByExchangeOfLetters, 12, NoticeMonths: 3, GraceDays: 30, ReviewOn: On("2027-01")));
        Assert.Equal(
            [
                "Review 2027-01",
                "LastDayForNotice 2027-03-30",
                "TermEnds 2027-06-30",
                "RenewalCloses 2027-07-30",
            ],
            In(agreement, "2027-01-01", "2027-12-31"));
    }

    [Fact]
    public void only_what_is_in_the_period_is_shown()
    {
        var agreement = InForce(new(AgreementTerm.EndingOn(On("2027-06-30")), NoticeMonths: 3));
        Assert.Equal(["LastDayForNotice 2027-03-30"], In(agreement, "2027-03-01", "2027-03-31"));
        Assert.Empty(In(agreement, "2027-04-01", "2027-05-31"));
    }

    [Fact]
    public void an_agreement_that_renews_itself_has_its_dates_in_every_period()
    {
        var agreement = InForce(new(AgreementTerm.EndingOn(On("2020-06-30")), RenewalMode.Automatic, RenewalMonths: 12, NoticeMonths: 3));
        Assert.Equal(["LastDayForNotice 2031-03-30", "TermEnds 2031-06-30"], In(agreement, "2031-01-01", "2031-12-31"));
        Assert.Equal(
            ["LastDayForNotice 2031-03-30", "TermEnds 2031-06-30", "LastDayForNotice 2032-03-30", "TermEnds 2032-06-30"],
            In(agreement, "2031-01-01", "2032-12-31"));
        Assert.Equal(["*-03", "*-06"], Kept(agreement).Months);
    }

    [Fact]
    public void notice_for_the_period_after_next_may_be_due_before_the_next_one_ends()
    {
        var agreement = InForce(new(AgreementTerm.EndingOn(On("2030-06-30")), RenewalMode.Automatic, RenewalMonths: 12, NoticeMonths: 14));
        Assert.Equal(["LastDayForNotice 2030-04-30"], In(agreement, "2030-04-01", "2030-05-31"));
    }

    [Theory]
    [InlineData("2020-06-30", 18, 3, 0, "any")]
    [InlineData("2020", 24, null, 0, "*-01 *-02 *-03 *-04 *-05 *-06 *-07 *-08 *-09 *-10 *-11 *-12")]
    [InlineData("2023-02-28", 12, null, 1, "*-02 *-03")]
    public void an_agreement_is_kept_under_every_month_that_a_period_of_it_can_end_in(string end, int renewal, int? notice, int grace, string months) =>
        Assert.Equal(months, string.Join(' ', Kept(InForce(new(AgreementTerm.EndingOn(On(end)), RenewalMode.Automatic, renewal, notice, grace))).Months));

    [Fact]
    public void what_is_in_a_month_is_kept_under_it()
    {
        // The index leaves nothing out: whatever a month of thirty years has, the record is found by.
        foreach (var (end, renewal) in new[] { ("2016-02-29", 12), ("2016-02-29", 60), ("2019-12-31", 24), ("2020-05", 12), ("2021", 36), ("2020-08-15", 5) })
        {
            var agreement = InForce(new(AgreementTerm.EndingOn(On(end)), RenewalMode.Automatic, renewal, NoticeMonths: 2, GraceDays: 3));
            var kept = Kept(agreement).Months;
            for (var month = new DateOnly(2015, 1, 1); month.Year < 2045; month = month.AddMonths(1))
            {
                var name = $"{month:yyyy-MM}";
                if (ComingDates.In(agreement, Period.MonthOf(month)).Any())
                    Assert.True(kept.Contains(name) || kept.Contains(Period.EveryYear(name)) || kept.Contains(DatedRecord.AnyMonth), $"{end} {renewal} {name}");
            }
        }
    }

    [Fact]
    public void an_end_known_by_its_year_may_be_in_any_month_of_it_and_is_on_no_day()
    {
        var agreement = InForce(new(AgreementTerm.EndingOn(On("2027"))));
        var dates = ComingDates.In(agreement, Period.ReadMonth("2027-05")!).ToList();
        Assert.Equal("2027", Assert.Single(dates).On.ToString());
        Assert.Null(dates[0].Days);
        Assert.Equal(12, Kept(agreement).Months.Count);
    }

    [Fact]
    public void what_is_about_a_day_is_on_no_day()
    {
        var meeting = Meeting("2026-11-23~");
        Assert.Null(Assert.Single(ComingDates.In(meeting, Period.ReadMonth("2026-11")!)).Days);
    }

    [Fact]
    public void a_meeting_of_several_days_is_on_each()
    {
        var meeting = Meeting("2026-11-30/2026-12-02");
        var sheet = MonthSheet.Of(Period.ReadMonth("2026-12")!, [.. ComingDates.In(meeting, Period.ReadMonth("2026-12")!)]);
        Assert.Equal([1, 2], sheet.Weeks.SelectMany(w => w).Where(d => d.Dates.Count > 0).Select(d => d.Date.Day));
        Assert.Empty(sheet.Sometime);
        Assert.Equal(["2026-11", "2026-12"], Kept(meeting).Months);
    }

    [Fact]
    public void a_sheet_begins_on_monday_and_has_whole_weeks()
    {
        var sheet = MonthSheet.Of(Period.ReadMonth("2026-11")!, []);
        Assert.Equal((6, new DateOnly(2026, 10, 26), new DateOnly(2026, 12, 6)), (sheet.Weeks.Count, sheet.Weeks[0][0].Date, sheet.Weeks[^1][^1].Date));
        Assert.Equal(30, sheet.Weeks.SelectMany(w => w).Count(d => d.IsInMonth));
    }

    [Fact]
    public void a_commitment_is_due_while_it_is_open()
    {
        var commitment = new Commitment { Id = Id, Partnerships = [Partnership], What = "Enviar el informe", OwedBy = One, OwedTo = [Other], Due = On("2026-12-01") };
        Assert.Equal(["CommitmentDue 2026-12-01"], In(commitment, "2026-12-01", "2026-12-31"));
        Assert.Empty(In(commitment with { Status = CommitmentStatus.Kept }, "2026-12-01", "2026-12-31"));
    }

    [Fact]
    public void a_project_ends_with_its_period_and_reached_its_milestones()
    {
        var project = new Project
        {
            Id = Id,
            Partnerships = [Partnership],
            Participants = [],
            Status = ProjectStatus.Implementation,
            Period = On("2025/2027-06"),
            Milestones = [new(1, "Línea de base", On("2025-09-01"))],
        };
        Assert.Equal(["Milestone 2025-09-01", "ProjectEnds 2027-06"], In(project, "2025-01-01", "2027-12-31"));
        Assert.Equal(["Milestone 2025-09-01"], In(project with { Status = ProjectStatus.Closed }, "2025-01-01", "2027-12-31"));
        Assert.Empty(In(project with { Period = On("2025/.."), Milestones = [] }, "2025-01-01", "2027-12-31"));
    }

    [Fact]
    public void a_notice_takes_effect_and_its_agreement_has_no_other_last_day_for_notice()
    {
        var agreement = InForce(new(AgreementTerm.EndingOn(On("2028-06-30")), RenewalMode.Automatic, 12, 3)) with
        {
            Status = AgreementStatus.NoticeGiven,
            Notice = new(One, On("2027-01-10"), On("2027-04-10")),
        };
        Assert.Equal(["NoticeTakesEffect 2027-04-10", "TermEnds 2028-06-30"], In(agreement, "2027-01-01", "2028-12-31"));
    }

    [Fact]
    public void what_was_called_off_is_in_no_month() =>
        Assert.Empty(Kept(Meeting("2026-11-23"), new MeetingCancelled(On("2026-11-20"), "Sin quórum")).Months);

    private static EdtfDate On(string date) => EdtfDate.Parse(date);

    private static Meeting Meeting(string on) => new() { Id = Id, Partnerships = [Partnership], PlannedFor = On(on) };

    private static Agreement InForce(AgreementConditions conditions) => new()
    {
        Id = Id,
        Partnerships = [Partnership],
        Type = AgreementType.CooperationAgreement,
        Parties = [One, Other],
        Status = AgreementStatus.InForce,
        InForceOn = On("2015-01-01"),
        Conditions = conditions,
    };

    private static List<string> In(RecordState record, string first, string last) =>
        [.. ComingDates.In(record, new(DateOnly.Parse(first, null), DateOnly.Parse(last, null))).OrderBy(d => d.On).Select(d => $"{d.Kind} {d.On}")];

    private static DatedRecord Kept(Agreement a) => DatedRecord.Fold(null, Id, new AgreementAttested(
        a.Partnerships, a.Type, "Convenio", null, a.Parties, a.Status, a.InForceOn, a.Conditions, ConsentKind.Signature, null, null, null), default)!;

    private static DatedRecord Kept(Meeting m, params Event[] then) => then.Aggregate(
        DatedRecord.Fold(null, Id, new MeetingScheduled(m.Partnerships, m.PlannedFor!, null, null, null), default)!, (r, e) => DatedRecord.Fold(r, Id, e, default)!);
}
