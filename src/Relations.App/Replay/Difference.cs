using JasperFx.Events;
using Relations.App.Recording;
using Relations.Domain.Meetings;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Replay;

/// <summary>
/// One thing in which a record at one moment differs from the same record at another. A closed set; <see cref="Relations.App.Pages.Replay.DifferenceWords"/> has a
/// sentence for each.
/// </summary>
public abstract record Difference
{
    private Difference()
    {
    }

    /// <summary>The event that makes the difference: the last to touch what differs. Null where it is not among those that the reader sees.</summary>
    public ChangingEvent? By { get; init; }

    /// <summary>It came on record.</summary>
    public sealed record Opened : Difference;

    /// <summary>It is not on record at the second moment, which knows less than the first.</summary>
    public sealed record Absent : Difference;

    /// <summary>A single value became another.</summary>
    /// <param name="Field">The field, as <see cref="ComparedFields"/> names it.</param>
    /// <param name="Before">Its value at the first moment; null where it had none.</param>
    /// <param name="After">Its value at the second moment; null where it has none.</param>
    public sealed record Became(string Field, object? Before, object? After) : Difference;

    /// <summary>An entry came into a list.</summary>
    /// <param name="Field">The list, as <see cref="ComparedFields"/> names it.</param>
    /// <param name="Entry">The entry.</param>
    public sealed record Added(string Field, object Entry) : Difference;

    /// <summary>An entry is no longer in a list.</summary>
    /// <param name="Field">The list, as <see cref="ComparedFields"/> names it.</param>
    /// <param name="Entry">The entry.</param>
    public sealed record Removed(string Field, object Entry) : Difference;

    /// <summary>An entry of a list says something else.</summary>
    /// <param name="Field">The list, as <see cref="ComparedFields"/> names it.</param>
    /// <param name="Before">The entry at the first moment.</param>
    /// <param name="After">The entry at the second moment.</param>
    public sealed record Altered(string Field, object Before, object After) : Difference;
}

/// <summary>The event that makes a difference.</summary>
/// <param name="Sequence">Its place in the order of recording, across all records.</param>
/// <param name="Event">Its name in the store.</param>
/// <param name="On">Its date in the world; null where it has none.</param>
/// <param name="Corrects">Whether it corrects what was recorded wrong; else the world changed, or somebody learned of it.</param>
/// <param name="Reason">The reason that was given.</param>
/// <param name="RecordedBy">The account that recorded it.</param>
/// <param name="RecordedAt">The moment of recording.</param>
public sealed record ChangingEvent(
    long Sequence, string Event, EdtfDate? On, bool Corrects, string? Reason, string? RecordedBy, DateTimeOffset RecordedAt)
{
    private static readonly string[] Corrections = ["Corrected", "Retracted", "Reversed"];

    /// <summary>What is to be known of an event.</summary>
    /// <param name="e">The event.</param>
    public static ChangingEvent Of(IEvent e) =>
        new(e.Sequence, e.EventTypeName, (e.Data as IDated)?.On, IsCorrection(e.Data), e.Provenance().Reason, e.UserName, e.Timestamp);

    /// <summary>Whether an event corrects what was recorded wrong: the names of events say so.</summary>
    /// <param name="data">The event.</param>
    public static bool IsCorrection(object data) =>
        data is MeetingWithdrawn || Corrections.Any(end => data.GetType().Name.EndsWith(end, StringComparison.Ordinal));
}

/// <summary>Where a record stands, since when and why.</summary>
/// <param name="Status">Its state, a value of one of the domain's enumerations.</param>
/// <param name="On">Since when; null where nobody knows.</param>
/// <param name="Why">Why, or by what evidence.</param>
public sealed record StandingValue(object Status, EdtfDate? On, string? Why);

/// <summary>A record whose moments are compared, or one that has differences.</summary>
/// <param name="Kind">The kind of record, as addresses name it.</param>
/// <param name="Record">The record.</param>
/// <param name="Differences">In what it differs, in the order of its fields; none is not listed.</param>
public sealed record RecordDifferences(string Kind, Guid Record, IReadOnlyList<Difference> Differences);

/// <summary>What is known of a record at two moments.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Record">The record.</param>
/// <param name="Before">Its events that count at the first moment, in the order of recording.</param>
/// <param name="After">Its events that count at the second moment, in the order of recording.</param>
public sealed record RecordHistory(RecordKind Kind, Guid Record, IReadOnlyList<IEvent> Before, IReadOnlyList<IEvent> After);
