using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Relations.App.Recording;
using Relations.App.Store;
using Relations.Domain.Meetings;
using Relations.Domain.People;
using Relations.Domain.Recording;
using Relations.Domain.Time;

namespace Relations.App.Views;

/// <summary>
/// The place of one event in the timeline of one partnership. It says where to find the event and how to order and filter
/// it; what a reader is shown comes from the event alone.
/// </summary>
public sealed record TimelineEntry
{
    /// <summary>The partnership and the event's sequence, so that a rebuild makes the same entry.</summary>
    public required string Id { get; init; }

    /// <summary>The partnership.</summary>
    public required Guid Partnership { get; init; }

    /// <summary>The event's place in the order of recording.</summary>
    public required long Sequence { get; init; }

    /// <summary>The event's name in the store.</summary>
    public required string Event { get; init; }

    /// <summary>The record it belongs to.</summary>
    public required Guid Record { get; init; }

    /// <summary>The kind of that record; null for an event that any record can have.</summary>
    public string? Kind { get; init; }

    /// <summary>
    /// Whether it says what was said and done at a meeting: such a fact has no date of its own, and is shown with its meeting.
    /// </summary>
    public bool IsPart { get; init; }

    /// <summary>What it says, in small letters without accents, to be searched.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it held; null where it has no date in the world.</summary>
    public EdtfDate? On { get; init; }

    /// <summary>The day it is sorted under: its first possible day, else the day of recording.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The organisations it names.</summary>
    public required IReadOnlyList<Guid> Organisations { get; init; }

    /// <summary>The people it names.</summary>
    public required IReadOnlyList<Guid> People { get; init; }

    /// <summary>The entries that an event makes: one for each partnership it concerns.</summary>
    /// <param name="e">The event.</param>
    public static IEnumerable<TimelineEntry> Of(IEvent e)
    {
        var concerns = e.Concerns();
        var on = (e.Data as IDated)?.On;
        var words = EntryWords.Of(e.Data);
        return concerns.Partnerships.Select(partnership => new TimelineEntry
        {
            Id = $"{partnership:N}-{e.Sequence:D12}",
            Partnership = partnership,
            Sequence = e.Sequence,
            Event = e.EventTypeName,
            Record = e.StreamId,
            Kind = e.Data is Event @event ? RecordKinds.Of(@event)?.Name : null,
            IsPart = IsPartOfMeeting(e.Data),
            Words = words,
            On = on,
            Day = on?.Earliest?.ToDateOnly() ?? DateOnly.FromDateTime(e.Timestamp.UtcDateTime),
            Organisations = [.. concerns.Organisations],
            People = [.. concerns.People],
        });
    }

    /// <summary>Whether an event says what was said and done at a meeting.</summary>
    /// <param name="event">The event.</param>
    internal static bool IsPartOfMeeting(object @event) =>
        @event is ParticipantRecorded or TopicDiscussed or StatementRecorded or OutcomeRecorded or MeetingSourceAttached;
}

/// <summary>Keeps the timelines up to date.</summary>
internal sealed partial class TimelineProjection : EventProjection
{
    private const string Reword =
        $"update {RelationsStore.Schema}.mt_doc_timelineentry set data = jsonb_set(data, '{{words}}', to_jsonb(?::text)) where id = ?";

    /// <summary>Sets the name and the sizes.</summary>
    public TimelineProjection()
    {
        Name = nameof(TimelineEntry);
        Options.BatchSize = 5_000;
    }

    /// <inheritdoc />
    public override async ValueTask ApplyAsync(IDocumentOperations operations, IEvent e, CancellationToken cancellation)
    {
        operations.Insert(TimelineEntry.Of(e).ToArray());
        if (e.Data is not PersonErasureCompleted)
            return;

        // In a rebuild the entries are written with the others and are right already: what is not there yet needs no change.
        foreach (var entry in (await Remaking.MaskedAsync(operations, e, cancellation)).SelectMany(TimelineEntry.Of))
            operations.QueueSqlCommand(Reword, entry.Words, entry.Id);
    }
}
