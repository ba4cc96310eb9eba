using Relations.App.Coming;
using Relations.App.Home;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Tests.Home;

/// <summary>What the first page says to whom, by pure functions.</summary>
public sealed class when_the_first_page_is_judged
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void on_the_first_visit_nothing_is_new()
    {
        var first = SeenMark.After(null, Guid.NewGuid(), 40, Noon);
        Assert.Equal((40, 40, null), (first.Since, first.Latest, first.Before));
    }

    [Fact]
    public void a_reload_shows_the_same_again_and_the_next_visit_what_came_since()
    {
        var first = SeenMark.After(null, Guid.NewGuid(), 40, Noon);
        var second = SeenMark.After(first, first.Id, 50, Noon.AddHours(2));
        Assert.Equal((40, 50, Noon), (second.Since, second.Latest, second.Before));
        var reload = SeenMark.After(second, first.Id, 60, Noon.AddHours(2).AddMinutes(29));
        Assert.Equal((40, 60, Noon), (reload.Since, reload.Latest, reload.Before));
        Assert.Equal(60, SeenMark.After(reload, first.Id, 70, Noon.AddHours(4)).Since);
    }

    [Fact]
    public void a_look_right_after_another_is_not_written() =>
        Assert.Same(Mark, SeenMark.After(Mark, Mark.Id, 40, Noon.AddMinutes(5)));

    [Fact]
    public void who_keeps_looking_is_on_the_same_visit()
    {
        var mark = Mark;
        for (var minutes = 20; minutes <= 120; minutes += 20)
            mark = SeenMark.After(mark, mark.Id, 40 + minutes, Noon.AddMinutes(minutes));
        Assert.Equal((40, 160), (mark.Since, mark.Latest));
    }

    [Fact]
    public void what_i_recorded_myself_is_no_news_and_a_record_stands_once()
    {
        var (mine, shared, partnership) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var other = Guid.NewGuid();
        var facts = new[] { Fact(1, mine, "yo"), Fact(2, shared, "ana"), Fact(3, shared, "yo"), Fact(4, shared, "luis"), Fact(5, other, "ana") };
        var changes = RecordChange.Of(
            facts.Select(f => Entry(f, partnership)).Append(Entry(facts[4], other)).Append(Entry(Fact(6, other, "oculta"), partnership)).Reverse(),
            facts.ToDictionary(f => f.Sequence),
            "yo").ToList();
        Assert.Equal([other, shared], changes.Select(c => c.Record));
        Assert.Equal([("meeting_held", 2)], changes[1].Facts);
        Assert.Equal(["ana", "luis"], changes[1].By);
        Assert.Equal([("meeting_held", 1)], changes[0].Facts);
    }

    [Fact]
    public void a_partnership_needs_its_manager_for_reasons_the_most_pressing_first()
    {
        var late = Row("b-late") with { Due = [On("2026-01-01")], LastMeeting = On("2026-11-01"), FocalPoint = "ana" };
        var quiet = Row("a-quiet") with { LastMeeting = On("2025-11-22"), FocalPoint = "ana" };
        var alone = Row("c-alone") with { LastMeeting = On("2025-11-23"), Ends = [On("2027-01-01")] };
        var well = Row("d-well") with { LastMeeting = On("2026-11-01"), FocalPoint = "ana" };
        var closed = Row("e-closed") with { Status = PartnershipStatus.Closed };
        var agreement = new Agreement
        {
            Id = Guid.NewGuid(),
            Partnerships = [new(alone.Id)],
            Type = AgreementType.CooperationAgreement,
            Parties = [],
            Conditions = new(AgreementTerm.EndingOn(On("2027-01-01"))),
        };
        var notice = new ComingDate(ComingKind.LastDayForNotice, new AgreementId(agreement.Id), agreement, On("2026-12-01"));
        var needs = Need.Among(new[] { quiet, well, closed, alone, late }.Select(Line), [notice]).ToList();
        Assert.Equal(["b-late", "c-alone", "a-quiet"], needs.Select(n => n.Line.Row.Slug));
        Assert.Equal([NeedKind.Overdue], needs[0].Reasons.Select(r => r.Kind));
        Assert.Equal([NeedKind.NoticeNear, NeedKind.Ending, NeedKind.NoFocalPoint], needs[1].Reasons.Select(r => r.Kind));
        Assert.Equal(On("2026-12-01"), needs[1].Reasons[0].On);
        Assert.Equal([NeedKind.Quiet], needs[2].Reasons.Select(r => r.Kind));
    }

    [Theory]
    [InlineData("2026-10-24", null)]
    [InlineData("2026-10-23", 31)]
    [InlineData("2026-10", null)]
    [InlineData("2026-09", 54)]
    [InlineData("1992/", null)]
    [InlineData(null, null)]
    public void late_is_more_than_thirty_days_after_the_last_day_it_can_have_been(string? on, int? days) =>
        Assert.Equal(days, AuditedWeek.DaysLate(Fact(1, Guid.NewGuid(), "ana", on)));

    [Fact]
    public void an_auditors_week_counts_by_kind_and_by_day()
    {
        var week = AuditedWeek.Of(
            [
                Fact(1, Guid.NewGuid(), "ana", at: Noon.AddDays(-7)),
                Fact(2, Guid.NewGuid(), "ana", "2020", at: Noon.AddDays(-6)),
                Fact(3, Guid.NewGuid(), "ana", "2026-11-20", reason: "Errata"),
                Fact(4, Guid.NewGuid(), "ana", "2026-11-20", basis: Basis.Inferred),
            ],
            Day);
        var meetings = Assert.Single(week.Kinds);
        Assert.Equal(("meeting", new AuditCounts(2, 1, 0), new AuditCounts(3, 1, 1)), (meetings.Kind, meetings.Today, meetings.Week));
        Assert.Equal(3, Assert.Single(week.Corrections.Items).Sequence);
        Assert.Equal(2, Assert.Single(week.Late.Items).Fact.Sequence);
        Assert.Equal([3, 2], week.WithoutSource.Items.Select(f => f.Sequence));
    }

    private static SeenMark Mark { get; } = SeenMark.After(null, Guid.NewGuid(), 40, Noon);

    private static EdtfDate On(string text) => EdtfDate.Parse(text);

    private static PortfolioRow Row(string slug) => new() { Id = Guid.NewGuid(), Slug = slug, Status = PartnershipStatus.Active };

    private static PortfolioLine Line(PortfolioRow row) => new(row, PortfolioFigures.Of(row, Day), row.Slug, []);

    private static TimelineEntry Entry(HistoryEntry fact, Guid partnership) => new()
    {
        Id = $"{partnership}-{fact.Sequence}",
        Partnership = partnership,
        Sequence = fact.Sequence,
        Event = fact.Event,
        Record = fact.Record,
        Day = Day,
        Organisations = [],
        People = [],
    };

    private static HistoryEntry Fact(
        long sequence, Guid record, string by, string? on = null, string? reason = null, Basis basis = Basis.Known, DateTimeOffset? at = null)
    {
        var date = on is null ? null : On(on);
        return new(
            sequence, record, "meeting", 1, "meeting_held", date, at ?? Noon, by, new MeetingHeld([], date, null, null, null), basis, null, reason, []);
    }
}
