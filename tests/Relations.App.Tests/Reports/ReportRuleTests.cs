using CsCheck;
using JasperFx.Events;
using Relations.App.Recording;
using Relations.App.Reports;
using Relations.Domain.Agreements;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Projects;
using Relations.Domain.Recording;
using Relations.Domain.Time;
using Event = Relations.Domain.Recording.Event;

namespace Relations.App.Tests.Reports;

/// <summary>By which rules a fact comes into a report.</summary>
public sealed class ReportRuleTests
{
    private static readonly Guid Record = Guid.Parse("0198f3a0-0000-7000-8000-000000000001");
    private static readonly Guid Who = Guid.Parse("0198f3a0-0000-7000-8000-000000000002");
    private static readonly OrganisationId Oim = new(Guid.Parse("0198f3a0-0000-7000-8000-00000000000b"));
    private static readonly OrganisationId Can = new(Guid.Parse("0198f3a0-0000-7000-8000-00000000000a"));
    private static readonly SourceId Release = new(Guid.Parse("0198f3a0-0000-7000-8000-0000000000f1"));
    private static readonly SourceId Minutes = new(Guid.Parse("0198f3a0-0000-7000-8000-0000000000f2"));

    [Theory]
    [InlineData("2026-10-01", "2026-11-24", 54)]
    [InlineData("2026-10", "2026-11-24", 24)]
    [InlineData("2025", "2026-11-24", 328)]
    [InlineData("2025~", "2026-11-24", 328)]
    [InlineData("2010/2015", "2026-11-24", 3981)]
    [InlineData("2026-11-24", "2026-11-24", null)]
    [InlineData("2026", "2026-11-24", null)]
    [InlineData("2027-01-01", "2026-11-24", null)]
    [InlineData("1992/..", "2026-11-24", null)]
    public void a_fact_is_late_from_the_last_day_on_which_it_can_have_held(string on, string recorded, int? days) =>
        Assert.Equal(days, ReportEntry.DaysLateOf(EdtfDate.Parse(on), DateOnly.Parse(recorded, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void a_correction_is_never_late_and_a_classification_needs_no_source()
    {
        var held = new MeetingHeld([], EdtfDate.Parse("2016-02-12"), null, null, null);
        Assert.NotNull(ReportEntry.Of(Told.At(1, Record, held)).DaysLate);
        Assert.True(ReportEntry.Of(Told.At(1, Record, held)).IsUncited);
        var corrected = ReportEntry.Of(Told.At(1, Record, held, new(Reason: "mal leído")));
        Assert.Equal((null, true), (corrected.DaysLate, corrected.IsCorrection));
        Assert.False(ReportEntry.Of(Told.At(1, Record, held, Cites(Release))).IsUncited);
        Assert.False(ReportEntry.Of(Told.At(1, Record, new RecordClassified(Classification.Public))).IsUncited);
    }

    [Fact]
    public void two_sources_contradict_each_other_where_one_corrects_what_the_other_said()
    {
        var found = Assert.Single(Contradiction.In(Corrected(Cites(Release), Cites(Minutes) with { Reason = "el acta dice otra cosa" }), 2));
        Assert.Equal(("On", 1, 2, 2), (found.Change.Field, found.Earlier, found.Later, found.Shown));
        Assert.Equal((EdtfDate.Parse("2016-02-12"), EdtfDate.Parse("2016-02-11")), (found.Change.Before, found.Change.After));
    }

    [Fact]
    public void a_slip_is_no_contradiction()
    {
        Assert.Empty(Contradiction.In(Corrected(Cites(Release), Cites(Release) with { Reason = "mal leído" }), 2));
        Assert.Empty(Contradiction.In(Corrected(Provenance.Known, Cites(Minutes) with { Reason = "el acta lo dice" }), 2));
        Assert.Empty(Contradiction.In(Corrected(Cites(Release), new(Reason: "lo sé")), 2));
        Assert.Empty(Contradiction.In(Corrected(Cites(Release, "title"), Cites(Minutes) with { Reason = "el acta lo dice" }), 2));
    }

    [Fact]
    public void what_the_views_show_may_have_been_decided_again()
    {
        var events = Corrected(Cites(Release), Cites(Minutes) with { Reason = "el acta" }).Append(Told.At(
            3, Record, new MeetingCorrected(new(On: EdtfDate.Parse("2016-02-11")), new(On: EdtfDate.Parse("2016-02-12"))), new(Reason: "vale el comunicado"), "jefa")).ToList();
        Assert.Equal(3, Assert.Single(Contradiction.In(events, 2)).Shown);
    }

    [Fact]
    public void a_correction_tells_each_field_before_and_after()
    {
        var story = RecordStory.Of(
        [
            Told.At(1, Record, new ProjectRecorded([], [new(Oim, ProjectRole.Implementing), new(Can, ProjectRole.Funding)], ProjectStatus.Closed, null, "dos proyectos", EdtfDate.Parse("2010/2015"), null)),
            Told.At(2, Record, new ProjectParticipantRetracted(Can, ProjectRole.Funding), new(Reason: "no financió")),
        ])!;
        var change = Assert.Single(story.ChangesAt(2));
        Assert.Equal(new FieldChange("Participants", new ProjectParticipant(Can, ProjectRole.Funding), null), change);
    }

    [Fact]
    public void conditions_are_fields_of_their_agreement()
    {
        var story = RecordStory.Of(
        [
            Told.At(1, Record, new AgreementAttested([], AgreementType.CooperationAgreement, "Convenio", null, [Can, Oim], AgreementStatus.InForce, EdtfDate.Parse("1992"), new(AgreementTerm.Unknown), default, null, null, null)),
            Told.At(2, Record, new AgreementCorrected(new() { Term = AgreementTerm.Unknown }, new() { Term = AgreementTerm.OpenEnded }, []), new(Reason: "lo dice el texto")),
        ])!;
        Assert.Equal(new FieldChange("Term", AgreementTerm.Unknown, AgreementTerm.OpenEnded), Assert.Single(story.ChangesAt(2)));
    }

    [Theory]
    [InlineData("2014", null, "2016-02-12", "Jefe de Misión", null)] // runs
    [InlineData(null, null, "2016-02-12", "jefe de misión ", null)] // nobody knows since when; letters do not matter
    [InlineData("2016-03-01", null, "2016-02-12", "Jefe de Misión", PostVerdict.OutsideTenure)]
    [InlineData("2010", "2015", "2016-02-12", "Jefe de Misión", PostVerdict.OutsideTenure)]
    [InlineData("2016", null, "2016-02-12", "Jefe de Misión", null)] // a year proves nothing about a day in it
    [InlineData("2017~", null, "2016-02-12", "Jefe de Misión", null)] // about 2017 rules nothing out
    [InlineData("2014", null, "2016-02-12", "Director", PostVerdict.OtherPost)]
    [InlineData("2016", null, "2016-02-12", "Director", null)] // not certain that the other post had begun
    [InlineData("2010", "2015", "2016-02-12", "Director", null)] // the other post was over
    [InlineData(null, null, "2016-02-12", "Director", null)]
    [InlineData("2014", null, "2016-02-12", null, null)]
    public void a_post_is_judged_by_what_is_certain(string? from, string? to, string on, string? post, PostVerdict? verdict)
    {
        var appointment = new Appointment(Oim, "Jefe de Misión", Date(from), Date(to), false, null);
        var participant = new Participant(1, new(Who), Oim, post, ParticipantRole.Head, null, false);
        Assert.Equal(verdict, PostFinding.Judge(participant, EdtfDate.Parse(on), [appointment])?.Verdict);
    }

    [Fact]
    public void a_post_elsewhere_contradicts_nothing_and_who_was_announced_is_not_judged()
    {
        var elsewhere = new Appointment(Can, "Secretario", Date("2014"), null, false, null);
        Assert.Null(PostFinding.Judge(new(1, new(Who), Oim, "Director", ParticipantRole.Head, null, false), EdtfDate.Parse("2016"), [elsewhere]));
        var here = new Appointment(Oim, "Secretario", Date("2014"), null, false, null);
        Assert.Null(PostFinding.Judge(new(1, new(Who), Oim, "Director", ParticipantRole.Head, null, true), EdtfDate.Parse("2016-02-12"), [here]));
    }

    /// <summary>Whatever is recorded of a meeting and of a person, and in which order: the findings that hold at a moment are those of what was known then.</summary>
    [Fact]
    public void the_findings_of_any_moment_are_those_of_what_was_known_then()
    {
        var dates = OneOf("2014", "2015-06", "2016-02-12", "2017", "2016~");
        var meeting = Gen.OneOf<Event>(
            dates.Select(d => (Event)new MeetingHeld([], Date(d), null, null, null)),
            OneOf("Jefe de Misión", "Director").Select(p => (Event)new ParticipantRecorded(new(Who), Oim, p, ParticipantRole.Head, null)),
            dates.Select(d => (Event)new MeetingCorrected(new(), new(On: Date(d)))),
            Gen.Const((Event)new ParticipantRetracted(1, new(Who), Oim)));
        var person = Gen.OneOf<Event>(
            dates.Select(d => (Event)new PersonAppointed(Oim, "Jefe de Misión", Date(d), null, false)),
            dates.Select(d => (Event)new PersonAppointed(Oim, "Director", Date(d), null, false)),
            dates.Select(d => (Event)new PersonAppointmentEnded(Oim, "Director", Date(d)!)));
        var steps = Gen.OneOf(meeting.Select(e => (Record, e)), person.Select(e => (Who, e))).Array[1, 12];
        var found = 0;
        steps.Sample(
            later =>
            {
                (Guid, Event)[] all = [(Record, new MeetingHeld([], Date("2016-02-12"), null, null, null)), (Who, new PersonRegistered(new("José", "Dávalos"))), .. later];
                var events = all.Select((e, i) => Told.At(i + 1, e.Item1, e.Item2)).ToList();
                var findings = PostFinding.Of(Of(events, Record), Of(events, Who));
                Interlocked.Add(ref found, findings.Count);
                Assert.Equal(findings.Count, findings.Select(f => f.Id).Distinct().Count());
                for (var i = 1; i <= events.Count; i++)
                {
                    var then = PostFinding.Of(Of(events[..i], Record), Of(events[..i], Who)).Where(f => f.KnownUntil is null);
                    var at = findings.Where(f => f.KnownFrom <= Told.Moment(i) && !(f.KnownUntil <= Told.Moment(i)));
                    Assert.Equal(then.Select(f => (f.Number, f.Post, f.On, f.Verdict)), at.Select(f => (f.Number, f.Post, f.On, f.Verdict)));
                }
            },
            iter: 1_000,
            threads: 1);
        Assert.True(found > 300, $"Only {found} findings.");
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static List<IEvent> Of(IEnumerable<IEvent> events, Guid stream) => [.. events.Where(e => e.StreamId == stream)];

    private static List<IEvent> Corrected(Provenance first, Provenance then) =>
    [
        Told.At(1, Record, new MeetingHeld([], EdtfDate.Parse("2016-02-12"), null, null, "Reunión"), first),
        Told.At(2, Record, new MeetingCorrected(new(On: EdtfDate.Parse("2016-02-12")), new(On: EdtfDate.Parse("2016-02-11"))), then, "jefa"),
    ];

    private static Provenance Cites(SourceId source, string? field = null) => new(Basis.Stated, [new(source, 0, 9, field is null ? null : [field])]);

    private static EdtfDate? Date(string? text) => text is null ? null : EdtfDate.Parse(text);
}
