using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Coming;

/// <summary>What a date in the calendar is.</summary>
public enum ComingKind
{
    /// <summary>A meeting that is planned.</summary>
    MeetingPlanned,

    /// <summary>A meeting that was held.</summary>
    MeetingHeld,

    /// <summary>The last day on which notice prevents another period of an agreement; its renewal window opens.</summary>
    LastDayForNotice,

    /// <summary>The term of an agreement ends.</summary>
    TermEnds,

    /// <summary>The last day on which an agreement whose term is over can still be renewed.</summary>
    RenewalCloses,

    /// <summary>A notice of termination takes effect.</summary>
    NoticeTakesEffect,

    /// <summary>The parties review an agreement.</summary>
    Review,

    /// <summary>An open commitment is due.</summary>
    CommitmentDue,

    /// <summary>A project ends.</summary>
    ProjectEnds,

    /// <summary>A project reached a milestone.</summary>
    Milestone,
}

/// <summary>One date in the calendar, and the record that it is of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Of">The record.</param>
/// <param name="Record">The record as it stands; of a meeting, what it is called, where and when.</param>
/// <param name="On">When.</param>
public sealed record ComingDate(ComingKind Kind, IRecordId Of, RecordState Record, EdtfDate On)
{
    /// <summary>What the record does not say in its title, such as the milestone.</summary>
    public string? Note { get; init; }

    /// <summary>The number of the entry in the record, where the date is of one, such as a milestone.</summary>
    public int? Entry { get; init; }

    /// <summary>When something of the record was last recorded.</summary>
    public DateTimeOffset Recorded { get; init; }

    /// <summary>The partnerships that the record belongs to.</summary>
    public IReadOnlyCollection<Guid> Partnerships => Record.Concerns.Partnerships;

    /// <summary>
    /// The days that it certainly is on; null where the date leaves that open, as a month, a year and “about the 12th” do. Nothing
    /// is ever shown on a day that nobody named.
    /// </summary>
    public Period? Days =>
        On is { IsApproximate: false, IsUncertain: false, Precision: EdtfPrecision.Day or EdtfPrecision.Time }
        && On.Earliest?.ToDateOnly() is { } first && On.Latest?.ToDateOnly() is { } last
            ? new(first, last)
            : null;
}
