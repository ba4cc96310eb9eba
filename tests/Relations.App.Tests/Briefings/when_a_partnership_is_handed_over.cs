using Relations.App.Briefings;
using Relations.App.Recording;
using Relations.App.Views;
using Relations.Domain.Agreements;
using Relations.Domain.Commitments;
using Relations.Domain.Meetings;
using Relations.Domain.Partnerships;
using Relations.Domain.People;
using static Relations.App.Tests.Briefings.APartnership;

namespace Relations.App.Tests.Briefings;

public sealed class when_a_partnership_is_handed_over
{
    private static readonly DateOnly Since = new(2026, 1, 1);

    [Fact]
    public void what_was_recorded_stands_by_record_and_kind_and_says_what_was_entered_late()
    {
        var (old, recent) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var changes = HandoverOf(View, [
            Fact(old, new MeetingHeld([], On("2016-02-12"), null, null, null), 1),
            Fact(old, new TopicDiscussed("Uno"), 2),
            Fact(old, new TopicDiscussed("Dos"), 3),
            Fact(recent, new MeetingHeld([], On("2026-03"), null, null, null), 4),
            Fact(View.Id, new PartnershipFocalPointAssigned("oficial", On("2026-02-01")), 5),
        ]).Changes;

        Assert.Equal(["partnership", "meeting"], changes.Select(c => c.Kind));
        Assert.Equal([recent, old], changes[1].Records.Items.Select(r => r.Record));
        Assert.Equal([null, On("2016-02-12")], changes[1].Records.Items.Select(r => r.Late));
        Assert.Equal([(nameof(MeetingHeld), 1), (nameof(TopicDiscussed), 2)], changes[1].Records.Items[1].Facts);
    }

    [Fact]
    public void corrections_stand_apart_with_their_reasons()
    {
        var handover = HandoverOf(View, [
            Fact(View.Id, new PartnershipCorrected(new(Name: "CAN"), new(Name: "CAN–OIM")), 2, reason: "El nombre estaba incompleto"),
            Fact(View.Id, new PartnershipThemesSet(["Migración"]), 1),
        ]);
        Assert.Equal("El nombre estaba incompleto", Assert.Single(handover.Corrections.Items).Reason);
        Assert.Equal([(nameof(PartnershipThemesSet), 1)], Assert.Single(Assert.Single(handover.Changes).Records.Items).Facts);
    }

    [Fact]
    public void loose_ends_are_found()
    {
        var passed = Planned("2026-11-01");
        var drafted = Held("2026-10-01") with { Minutes = new(null, "Acta", []) };
        var approved = Held("2026-09-01") with { Minutes = new(null, "Acta", [new(null, [Can])]) };
        var half = Agreement(AgreementStatus.Initialled) with { Signatures = [new(Can, null, false, null)] };
        var unsigned = Agreement(AgreementStatus.Initialled);
        var overdue = Promise(Oim, "2026-11-22");
        var due = Promise(Oim, "2026-11-23");
        var view = View.With(passed, Planned("2026-11-23"), drafted, approved, half, unsigned, overdue, due);
        view = view with { Partnership = view.Partnership! with { FocalPoint = null } };
        var written = Guid.CreateVersion7();
        var known = Guid.CreateVersion7();
        var ends = LooseEnd.Of(
            view,
            [drafted, approved],
            [
                Fact(written, new CommitmentKept(On("2026"), "x"), source: Source("Acta")),
                Fact(known, new CommitmentKept(On("2026"), "x")),
                Fact(known, new CommitmentBroken(On("2026"), "x")),
                Fact(View.Id, new PartnershipThemesSet([])), // no fact of the world
            ],
            Today);

        Assert.Equal(
            [
                (LooseEndKind.NoFocalPoint, view.Id), (LooseEndKind.MeetingNotClosed, passed.Id), (LooseEndKind.MinutesNotApproved, drafted.Id),
                (LooseEndKind.SignatureMissing, half.Id), (LooseEndKind.Overdue, overdue.Id), (LooseEndKind.WithoutSource, known),
            ],
            ends.Select(e => (e.Kind, e.Records.Items.Single())));
    }

    [Fact]
    public void a_partnership_in_order_has_no_loose_end() =>
        Assert.Empty(LooseEnd.Of(View.With(Held("2026-01-01"), Agreement(AgreementStatus.InForce)), [], [], Today));

    [Fact]
    public void a_line_of_somebodys_partnerships_counts_what_is_near()
    {
        var figures = PortfolioRow.Fold(View.With(
            Promise(Can, "2026-11-22"), Promise(Can, "2027-01-01"), Promise(Can, null),
            Agreement(AgreementStatus.InForce, "2020", AgreementTerm.EndingOn(On("2027-05-23"))),
            Agreement(AgreementStatus.InForce, "2020", AgreementTerm.EndingOn(On("2027-05-24"))),
            Planned("2026-11-01"), Planned("2027-02")))! with
        { LastRecorded = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        Assert.Equal(
            new(View.Partnership!, true, true, 3, 1, 1, On("2027-02")),
            HandedOver.Of(View.Partnership!, figures, mayAssign: true, Since, Today));
        Assert.False(HandedOver.Of(View.Partnership!, figures, mayAssign: true, Since.AddDays(1), Today).IsChanged);
    }

    private static Handover HandoverOf(PartnershipView view, IReadOnlyList<HistoryEntry> facts) =>
        Handover.Of(view, Since, Today, facts.Count, facts, [], new Dictionary<Guid, Person>());
}
