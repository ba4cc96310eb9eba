using System.Diagnostics;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.Domain.Meetings;

/// <summary>Every rule of a meeting, on one screen.</summary>
public static class MeetingDecider
{
    /// <inheritdoc cref="IRecordKind{TState, TCommand}.Decide" />
    public static Decision Decide(Meeting? state, MeetingCommand command, DateOnly today) => (state, command) switch
    {
        (null, ScheduleMeeting c) => Opening(c.Partnerships, c.Place, c.Title)
            .Record(() => new MeetingScheduled(c.Partnerships, c.PlannedFor, c.Place, c.Modality, c.Title)),
        (null, LogMeeting c) => Log(c, today),
        ({ } s, RescheduleMeeting c) => WhileScheduled(s).OptionalText(c.Why, nameof(c.Why), Limits.Text)
            .Require(c.PlannedFor != s.PlannedFor, CommonRules.NothingChanged, nameof(c.PlannedFor))
            .Record(() => new MeetingRescheduled(c.PlannedFor, c.Why)),
        ({ } s, CancelMeeting c) => WhileScheduled(s).Past(c.On, nameof(c.On), today).Text(c.Why, nameof(c.Why), Limits.Text)
            .Record(() => new MeetingCancelled(c.On, c.Why)),
        ({ } s, HoldMeeting c) => WhileScheduled(s).Past(c.On, nameof(c.On), today).At(c.Place)
            .Record(() => new MeetingHeld(s.Partnerships, c.On, c.Place ?? s.Place, c.Modality ?? s.Modality, s.Title)),
        ({ } s, RecordNotHeld c) => WhileScheduled(s).Past(c.On, nameof(c.On), today).Text(c.Why, nameof(c.Why), Limits.Text)
            .DayCame(s.PlannedFor, today).Record(() => new MeetingNotHeld(c.On, c.Why)),
        ({ } s, CorrectMeeting c) => Correct(s, c, today),
        ({ } s, WithdrawMeeting) => new Deciding().Require(s.Status != MeetingStatus.Withdrawn, CommonRules.NothingChanged)
            .Record(() => new MeetingWithdrawn(s.Status)),
        ({ } s, _) => DecideEncounter(s, command, today),
        _ => throw Unreachable(state, command),
    };

    private static Decision DecideEncounter(Meeting s, MeetingCommand command, DateOnly today) => command switch
    {
        RecordParticipant c => Participate(s, c),
        DiscussTopic c => WhenHeld(s).Room(s.Topics, nameof(c.Topic)).Text(c.Topic, nameof(c.Topic), Limits.Subject)
            .Require(!s.Topics.Any(t => SameTopic.Equals(t.Text, c.Topic)), MeetingRules.TopicOnce, nameof(c.Topic))
            .Record(() => new TopicDiscussed(c.Topic)),
        RecordStatement c => WhenHeld(s).Room(s.Statements, nameof(c.Text)).Text(c.Text, nameof(c.Text), Limits.Text)
            .Require(s.WasAttendedBy(c.Speaker), MeetingRules.SpeakerTookPart, nameof(c.Speaker))
            .Require(IsoCodes.IsLanguage(c.Language), MeetingRules.LanguageIsKnown, nameof(c.Language), c.Language)
            .Record(() => new StatementRecorded(c.Speaker, c.Language, c.Text, c.Quoted)),
        RecordOutcome c => WhenHeld(s).Room(s.Outcomes, nameof(c.Text)).Text(c.Text, nameof(c.Text), Limits.Text)
            .Record(() => new OutcomeRecorded(c.Text, c.Kind)),
        DraftMinutes c => WhenHeld(s).OptionalText(c.Text, nameof(c.Text), Limits.Text)
            .Require(c.Source is not null || !string.IsNullOrWhiteSpace(c.Text), MeetingRules.MinutesHaveContent, nameof(c.Text))
            .Require(s.Minutes is null or { Approvals.Count: 0 }, MeetingRules.ApprovedMinutesStay)
            .Record(() => new MinutesDrafted(c.Source, c.Text)),
        ApproveMinutes c => Approve(s, c, today),
        AttachSource c => BeforeEnd(s).Room(s.Sources, nameof(c.Source))
            .Require(!s.Sources.Contains(c.Source), CommonRules.NothingChanged, nameof(c.Source))
            .Record(() => new MeetingSourceAttached(c.Source)),
        _ => DecideRetraction(s, command),
    };

    private static Decision DecideRetraction(Meeting s, MeetingCommand command) => command switch
    {
        RetractParticipant c => Retract(s.Participants.FirstOrDefault(p => p.Number == c.Number), nameof(c.Number),
            p => new ParticipantRetracted(p.Number, p.Person, p.OnBehalfOf),
            p => !s.Statements.Any(t => t.Speaker == p.Person) || s.Participants.Any(o => o != p && o.Person == p.Person && !o.Expected)),
        RetractTopic c => Retract(s.Topics.FirstOrDefault(t => t.Number == c.Number), nameof(c.Number),
            t => new TopicRetracted(t.Number, t.Text)),
        RetractStatement c => Retract(s.Statements.FirstOrDefault(t => t.Number == c.Number), nameof(c.Number),
            t => new StatementRetracted(t.Number, t.Speaker, t.Text)),
        RetractOutcome c => Retract(s.Outcomes.FirstOrDefault(o => o.Number == c.Number), nameof(c.Number),
            o => new OutcomeRetracted(o.Number, o.Text)),
        RetractMinutes => Retract(s.Minutes, null, m => new MinutesRetracted(m.Source, m.Text)),
        RetractSource c => new Deciding().Require(s.Sources.Contains(c.Source), MeetingRules.EntryExists, nameof(c.Source))
            .Record(() => new MeetingSourceRetracted(c.Source)),
        _ => throw Unreachable(s, command),
    };

    private static Decision Log(LogMeeting c, DateOnly today)
    {
        var (participants, topics, outcomes) = (c.Participants ?? [], c.Topics ?? [], c.Outcomes ?? []);
        return Opening(c.Partnerships, c.Place, c.Title)
            .Past(c.On, nameof(c.On), today)
            .Items(participants, nameof(c.Participants), 0, Limits.Items)
            .Each(participants, (d, p) => d.Described(p.Post, nameof(c.Participants), p.Note, nameof(c.Participants)))
            .Require(
                participants.DistinctBy(p => (p.Person, p.OnBehalfOf)).Count() == participants.Count,
                MeetingRules.ParticipantOnce,
                nameof(c.Participants))
            .Items(topics, nameof(c.Topics), 0, Limits.Items)
            .Each(topics, (d, t) => d.Text(t, nameof(c.Topics), Limits.Subject))
            .Require(topics.Distinct(SameTopic).Count() == topics.Count, MeetingRules.TopicOnce, nameof(c.Topics))
            .Items(outcomes, nameof(c.Outcomes), 0, Limits.Items)
            .Each(outcomes, (d, o) => d.Text(o.Text, nameof(c.Outcomes), Limits.Text))
            .Record(() =>
            [
                new MeetingHeld(c.Partnerships, c.On, c.Place, c.Modality, c.Title),
                .. participants.Select(p => new ParticipantRecorded(p.Person, p.OnBehalfOf, p.Post, p.Role, p.Note)),
                .. topics.Select(t => new TopicDiscussed(t)),
                .. outcomes.Select(o => new OutcomeRecorded(o.Text, o.Kind)),
            ]);
    }

    private static Decision Participate(Meeting s, RecordParticipant c)
    {
        // Whoever was announced is recorded once more when they came: the same entry, now of a person who was there.
        var entry = s.Find(c.Person, c.OnBehalfOf);
        var comes = entry is { Expected: true } && s.Status != MeetingStatus.Scheduled;
        return (entry is null ? BeforeEnd(s).Room(s.Participants, nameof(c.Person)) : BeforeEnd(s))
            .Described(c.Post, nameof(c.Post), c.Note, nameof(c.Note))
            .Require(entry is null || comes, MeetingRules.ParticipantOnce, nameof(c.Person))
            .Record(() => new ParticipantRecorded(c.Person, c.OnBehalfOf, c.Post, c.Role, c.Note));
    }

    private static Decision Approve(Meeting s, ApproveMinutes c, DateOnly today) => WhenHeld(s)
        .Past(c.On, nameof(c.On), today)
        .Items(c.By, nameof(c.By), 1, Limits.Items)
        .Require(s.Minutes is not null, MeetingRules.ApprovedAfterDrafted)
        .Require(s.On is null || !c.On.CertainlyBefore(s.On), MeetingRules.ApprovedAfterMeeting, nameof(c.On), s.On)
        .Require(s.Minutes is null || !s.Minutes.Approvals.SelectMany(a => a.By).Intersect(c.By).Any(), MeetingRules.ApprovedOnce, nameof(c.By))
        .Record(() => new MinutesApproved(c.On, c.By));

    private static Decision Correct(Meeting s, CorrectMeeting c, DateOnly today)
    {
        var status = c.Status ?? s.Status;
        var changesStatus = status != s.Status;
        var on = changesStatus ? c.On : c.On ?? s.On;
        var planned = c.PlannedFor ?? s.PlannedFor;
        var before = new MeetingFacts(
            c.On is null && !changesStatus ? null : s.On,
            c.Place is null ? null : s.Place,
            c.Modality is null ? null : s.Modality,
            c.Title is null ? null : s.Title,
            c.Status is null ? null : s.Status,
            c.PlannedFor is null ? null : s.PlannedFor);
        var after = new MeetingFacts(c.On, c.Place, c.Modality, c.Title, c.Status, c.PlannedFor);
        return new Deciding()
            .Past(c.On, nameof(c.On), today)
            .At(c.Place)
            .OptionalText(c.Title, nameof(c.Title), Limits.Subject)
            .Require(!changesStatus || status != MeetingStatus.Withdrawn, MeetingRules.WithdrawnByItsOwnAct, nameof(c.Status))
            .Require(status != MeetingStatus.Held || on is not null, MeetingRules.HeldHasDate, nameof(c.On))
            .Require(status != MeetingStatus.Scheduled || planned is not null, MeetingRules.ScheduledHasPlannedDate, nameof(c.PlannedFor))
            .Require(status != MeetingStatus.Scheduled || c.On is null, MeetingRules.ScheduledHasNotHappened, nameof(c.On))
            .DayCame(status == MeetingStatus.NotHeld ? planned : null, today)
            .Require(!changesStatus || status is MeetingStatus.Held or MeetingStatus.Withdrawn || !s.HasEncounter,
                MeetingRules.EncounterRetractedFirst, nameof(c.Status), status)
            .Require(!IsApprovedBefore(s, on), MeetingRules.ApprovedAfterMeeting, nameof(c.On), on)
            .Require(before != after, CommonRules.NothingChanged)
            .Record(() => new MeetingCorrected(before, after));
    }

    private static StringComparer SameTopic => StringComparer.OrdinalIgnoreCase;

    private static Deciding Opening(IReadOnlyList<PartnershipId> partnerships, Place? place, string? title) => new Deciding()
        .Items(partnerships, nameof(LogMeeting.Partnerships), 1, Limits.Partnerships)
        .At(place)
        .OptionalText(title, nameof(LogMeeting.Title), Limits.Subject);

    private static Deciding WhileScheduled(Meeting s) => new Deciding()
        .Require(s.Status == MeetingStatus.Scheduled, MeetingRules.OnlyWhileScheduled, null, s.Status);

    private static Deciding WhenHeld(Meeting s) => BeforeEnd(s)
        .Require(s.Status != MeetingStatus.Scheduled, MeetingRules.OnlyWhenHeld, null, s.Status);

    private static Deciding BeforeEnd(Meeting s) => new Deciding()
        .Require(s.Status is MeetingStatus.Scheduled or MeetingStatus.Held, MeetingRules.NothingFollowsAnEnd, null, s.Status);

    private static Deciding Past(this Deciding d, EdtfDate? on, string field, DateOnly today) =>
        d.Require(on is null || on.HasBegunBy(today), CommonRules.NotInTheFuture, field);

    private static Deciding DayCame(this Deciding d, EdtfDate? planned, DateOnly today) =>
        d.Require(planned is null || planned.HasBegunBy(today), MeetingRules.NotHeldOnceItsDayCame, null, planned);

    private static Deciding At(this Deciding d, Place? place) => place is null ? d : d
        .Text(place.Name, nameof(LogMeeting.Place), Limits.Name)
        .OptionalText(place.City, nameof(LogMeeting.Place), Limits.Name)
        .Require(place.Country is null || IsoCodes.IsCountry(place.Country), MeetingRules.CountryIsKnown, nameof(LogMeeting.Place), place.Country);

    private static Deciding Described(this Deciding d, string? post, string postField, string? note, string noteField) =>
        d.OptionalText(post, postField, Limits.Name).OptionalText(note, noteField, Limits.Subject);

    // What one command may carry is bounded; so is what many commands add up to.
    private static Deciding Room<T>(this Deciding d, IReadOnlyList<T> items, string field) =>
        d.Require(items.Count < Limits.Items, CommonRules.TooManyItems, field, Limits.Items);

    private static Decision Retract<T>(T? entry, string? field, Func<T, Event> retracted, Func<T, bool>? isFree = null) where T : class =>
        new Deciding()
            .Require(entry is not null, MeetingRules.EntryExists, field)
            .Require(entry is null || isFree is null || isFree(entry), MeetingRules.StatementsRetractedFirst, field)
            .Record(() => retracted(entry!));

    private static bool IsApprovedBefore(Meeting s, EdtfDate? on) =>
        on is not null && s.Minutes is not null && s.Minutes.Approvals.Any(a => a.On is not null && a.On.CertainlyBefore(on));

    private static UnreachableException Unreachable(Meeting? state, MeetingCommand command) =>
        new($"{command.GetType().Name} on {(state is null ? "nothing" : "a meeting")}");
}
