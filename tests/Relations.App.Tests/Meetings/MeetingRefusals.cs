using Relations.App.Tests.Api;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using static Relations.App.Tests.Api.Story;

namespace Relations.App.Tests.Meetings;

/// <summary>What the rules of meetings forbid.</summary>
public static class MeetingRefusals
{
    private const string Log = "/api/meetings/log";
    private const string Schedule = "/api/meetings/schedule";

    public static IReadOnlyList<RefusalCase> All { get; } =
    [
        new(MeetingRules.OnlyWhileScheduled, null, Held("reschedule"), _ => new RescheduleMeeting(On("2016-03"))),
        new(MeetingRules.OnlyWhenHeld, null, Planned("2016", "discuss-topic"), Discuss("Migración")),
        new(
            MeetingRules.NothingFollowsAnEnd,
            null,
            Planned("2016", "record-participant", ("cancel", _ => new CancelMeeting(null, "Huelga"))),
            Attend),
        new(MeetingRules.NotHeldOnceItsDayCame, null, Planned("2999", "record-not-held"), _ => new RecordNotHeld(null, "Huelga")),
        new(MeetingRules.ParticipantOnce, "person", Held("record-participant"), Attend),
        new(MeetingRules.TopicOnce, "topic", Held("discuss-topic"), Discuss("MIGRACIÓN")),
        new(MeetingRules.SpeakerTookPart, "speaker", Held("record-statement"), c => Say(c) with { Speaker = c.SanMiguel }),
        new(
            MeetingRules.StatementsRetractedFirst,
            "number",
            Held("retract-participant", ("record-statement", Say)),
            _ => new RetractParticipant(1) { Provenance = Mistake }),
        new(MeetingRules.LanguageIsKnown, "language", Held("record-statement"), c => Say(c) with { Language = "xx" }),
        new(MeetingRules.CountryIsKnown, "place", Log, c => LogIt(c) with { Place = new("Sede", Country: "XX") }),
        new(MeetingRules.MinutesHaveContent, "text", Held("draft-minutes"), _ => new DraftMinutes()),
        new(MeetingRules.ApprovedAfterDrafted, null, Held("approve-minutes"), Approve("2016-03")),
        new(MeetingRules.ApprovedAfterMeeting, "on", Held("approve-minutes", ("draft-minutes", Draft)), Approve("2015")),
        new(
            MeetingRules.ApprovedOnce,
            "by",
            Held("approve-minutes", ("draft-minutes", Draft), ("approve-minutes", Approve("2016-03"))),
            Approve("2016-04")),
        new(
            MeetingRules.ApprovedMinutesStay,
            null,
            Held("draft-minutes", ("draft-minutes", Draft), ("approve-minutes", Approve("2016-03"))),
            Draft),
        new(MeetingRules.EntryExists, "number", Held("retract-topic"), _ => new RetractTopic(99) { Provenance = Mistake }),
        new(MeetingRules.WithdrawnByItsOwnAct, "status", Held("correct"), Correct(MeetingStatus.Withdrawn)),
        new(MeetingRules.HeldHasDate, "on", Planned("2016", "correct"), Correct(MeetingStatus.Held)),
        new(MeetingRules.ScheduledHasPlannedDate, "plannedFor", Held("correct"), Correct(MeetingStatus.Scheduled)),
        new(
            MeetingRules.ScheduledHasNotHappened,
            "on",
            Planned("2016", "correct"),
            _ => new CorrectMeeting(On("2016-02")) { Provenance = Mistake }),
        new(MeetingRules.EncounterRetractedFirst, "status", Held("correct"), Correct(MeetingStatus.Cancelled)),
    ];

    private static LogMeeting LogIt(Cast cast) => new(
        [cast.CanOim],
        On("2016-02-12"),
        Participants: [new(cast.Davalos, cast.Oim, null, ParticipantRole.Head)],
        Topics: ["Migración"]);

    private static RecordParticipant Attend(Cast cast) => new(cast.Davalos, cast.Oim, null, ParticipantRole.Head);

    private static Func<Cast, Command> Discuss(string topic) => _ => new DiscussTopic(topic);

    private static RecordStatement Say(Cast cast) => new(cast.Davalos, "es", "De acuerdo", Quoted: true);

    private static DraftMinutes Draft(Cast cast) => new(Text: "Acta");

    private static Func<Cast, Command> Approve(string on) => c => new ApproveMinutes(On(on), [c.Can]);

    private static Func<Cast, Command> Correct(MeetingStatus status) => _ => new CorrectMeeting(Status: status) { Provenance = Mistake };

    private static Func<ApiClient, Cast, Task<string>> Held(
        string next, params (string Verb, Func<Cast, Command> Command)[] before) => Tell(Log, LogIt, next, before);

    private static Func<ApiClient, Cast, Task<string>> Planned(
        string day, string next, params (string Verb, Func<Cast, Command> Command)[] before) =>
        Tell(Schedule, c => new ScheduleMeeting([c.CanOim], On(day)), next, before);
}
