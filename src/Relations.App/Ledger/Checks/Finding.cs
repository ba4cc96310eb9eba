using System.Text.Json.Serialization;
using Relations.Domain.Recording;

namespace Relations.App.Ledger.Checks;

/// <summary>What is not as it should be.</summary>
[JsonConverter(typeof(EnumNameConverter<FindingKind>))]
public enum FindingKind
{
    /// <summary>An event says something else than its leaf.</summary>
    ValueAltered,

    /// <summary>An event is gone; its leaf is there.</summary>
    EventMissing,

    /// <summary>An event stands among others and has no leaf: it was put in afterwards.</summary>
    EventInserted,

    /// <summary>An event stands where another one was recorded.</summary>
    OrderChanged,

    /// <summary>An event is marked as archived, which nothing here does: it is left out of what people read.</summary>
    EventArchived,

    /// <summary>A leaf is gone from the ledger.</summary>
    LeafMissing,

    /// <summary>A hash of the tree was changed, or is gone.</summary>
    TreeAltered,

    /// <summary>A value is masked, and no erasure later in the log names it.</summary>
    ErasedUndecided,

    /// <summary>A value that was masked by a decision is another one than that decision left.</summary>
    ErasedAltered,

    /// <summary>A checkpoint was not signed by a key of this ledger.</summary>
    CheckpointUnsigned,

    /// <summary>A checkpoint is of another ledger, or cannot be read.</summary>
    CheckpointForeign,

    /// <summary>A checkpoint names a larger tree than there is: the end was cut off.</summary>
    TailMissing,

    /// <summary>The events up to a checkpoint are not the ones that it was signed over: history was rewritten.</summary>
    HistoryRewritten,

    /// <summary>A place that checkpoints are kept in holds only older ones than it was given.</summary>
    PlaceWentBack,

    /// <summary>A record has not as many events as its stream says.</summary>
    VersionsBroken,

    /// <summary>A view says something else than the events make of it.</summary>
    ViewAltered,

    /// <summary>A view lacks what the events make.</summary>
    ViewMissing,

    /// <summary>A view holds what no events make.</summary>
    ViewExtra,
}

/// <summary>The first thing of its sort that is not as it should be, and where.</summary>
/// <param name="Kind">What it is.</param>
public sealed record Finding(FindingKind Kind)
{
    /// <summary>A finding at an event.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="event">The event, as it is stored now.</param>
    internal static Finding At(FindingKind kind, RecordedEvent @event) => new(kind)
    {
        Sequence = @event.Event.Sequence,
        Event = @event.Event.Type,
        Record = @event.Event.Stream,
        RecordKind = @event.Event.Kind,
        Version = @event.Event.Version,
    };

    /// <summary>The place in the order of recording.</summary>
    public long? Sequence { get; init; }

    /// <summary>The index of the leaf, from 0.</summary>
    public long? Index { get; init; }

    /// <summary>The event's name.</summary>
    public string? Event { get; init; }

    /// <summary>The record it belongs to.</summary>
    public Guid? Record { get; init; }

    /// <summary>The kind of that record.</summary>
    public string? RecordKind { get; init; }

    /// <summary>The event's number within its record.</summary>
    public long? Version { get; init; }

    /// <summary>The field, as a JSON pointer (RFC 6901) into the leaf or the view's document.</summary>
    public string? Field { get; init; }

    /// <summary>What should stand there, as JSON or as a number; null where nothing should, or where it cannot be told.</summary>
    public string? Expected { get; init; }

    /// <summary>What stands there; null where nothing does.</summary>
    public string? Found { get; init; }

    /// <summary>The view, the checkpoint or the place where checkpoints are kept.</summary>
    public string? Where { get; init; }
}
