using Relations.Domain.Recording;

namespace Relations.Domain.Meetings;

/// <summary>The rules of meetings.</summary>
public static class MeetingRules
{
    private static readonly RuleBook Book = new(typeof(MeetingRules), "meeting");

    /// <summary>Only a scheduled meeting is moved, called off, held or not held, and so each happens once.</summary>
    public static readonly Rule OnlyWhileScheduled = Book.Rule("only-while-scheduled");

    /// <summary>Only a meeting that was held has topics, statements, outcomes and minutes.</summary>
    public static readonly Rule OnlyWhenHeld = Book.Rule("only-when-held");

    /// <summary>Nothing follows a meeting that was called off, not held or withdrawn, but a correction.</summary>
    public static readonly Rule NothingFollowsAnEnd = Book.Rule("nothing-follows-an-end");

    /// <summary>A meeting whose day is still to come may be called off; it is not yet one that was not held.</summary>
    public static readonly Rule NotHeldOnceItsDayCame = Book.Rule("not-held-once-its-day-came");

    /// <summary>A person takes part once for each organisation.</summary>
    public static readonly Rule ParticipantOnce = Book.Rule("participant-once");

    /// <summary>A topic is recorded once.</summary>
    public static readonly Rule TopicOnce = Book.Rule("topic-once");

    /// <summary>Who makes a statement took part.</summary>
    public static readonly Rule SpeakerTookPart = Book.Rule("speaker-took-part");

    /// <summary>A participant whose statements stand is not retracted before them.</summary>
    public static readonly Rule StatementsRetractedFirst = Book.Rule("statements-retracted-first");

    /// <summary>A language is an ISO 639-1 code.</summary>
    public static readonly Rule LanguageIsKnown = Book.Rule("language-is-known");

    /// <summary>A country is an ISO 3166-1 alpha-2 code.</summary>
    public static readonly Rule CountryIsKnown = Book.Rule("country-is-known");

    /// <summary>Minutes are a document or a text.</summary>
    public static readonly Rule MinutesHaveContent = Book.Rule("minutes-have-content");

    /// <summary>Only drafted minutes are approved.</summary>
    public static readonly Rule ApprovedAfterDrafted = Book.Rule("approved-after-drafted");

    /// <summary>Minutes are not approved before the meeting.</summary>
    public static readonly Rule ApprovedAfterMeeting = Book.Rule("approved-after-meeting");

    /// <summary>An organisation approves the minutes once.</summary>
    public static readonly Rule ApprovedOnce = Book.Rule("approved-once");

    /// <summary>Approved minutes are not drafted anew.</summary>
    public static readonly Rule ApprovedMinutesStay = Book.Rule("approved-minutes-stay");

    /// <summary>A retraction names an entry that the meeting has.</summary>
    public static readonly Rule EntryExists = Book.Rule("entry-exists");

    /// <summary>A meeting is withdrawn by its own act, not by correcting its status.</summary>
    public static readonly Rule WithdrawnByItsOwnAct = Book.Rule("withdrawn-by-its-own-act");

    /// <summary>A meeting corrected to held says when.</summary>
    public static readonly Rule HeldHasDate = Book.Rule("held-has-date");

    /// <summary>A scheduled meeting has a planned date.</summary>
    public static readonly Rule ScheduledHasPlannedDate = Book.Rule("scheduled-has-planned-date");

    /// <summary>A scheduled meeting has no date on which it happened.</summary>
    public static readonly Rule ScheduledHasNotHappened = Book.Rule("scheduled-has-not-happened");

    /// <summary>A meeting that turns out not to have been held keeps nothing of an encounter.</summary>
    public static readonly Rule EncounterRetractedFirst = Book.Rule("encounter-retracted-first");
}
