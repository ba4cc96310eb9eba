using System.Text.Json.Serialization;

namespace Relations.Domain.Recording;

/// <summary>What is known of one record after its events so far: the state that deciders decide on and pages show.</summary>
public abstract record RecordState
{
    /// <summary>The id of the record's event stream.</summary>
    public required Guid Id { get; init; }

    /// <summary>How many events the record has. A command says which version it saw.</summary>
    public int Version { get; init; }

    /// <summary>Who may read it.</summary>
    public Classification Classification { get; init; } = Classification.Internal;

    /// <summary>The names of the accounts that may read it, where it is restricted.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Whom and what the record concerns now.</summary>
    [JsonIgnore]
    public abstract Concerns Concerns { get; }

    /// <summary>What lists find and sort the record by; null where it stands in none.</summary>
    [JsonIgnore]
    public virtual Listing? Listing => null;

    /// <summary>Takes in an event that any record can have; others leave the state as it is.</summary>
    /// <param name="event">The event.</param>
    protected RecordState FoldCommon(Event @event) => @event switch
    {
        RecordClassified e => this with { Classification = e.Classification, Readers = e.Readers ?? [] },
        _ => this,
    };
}

/// <summary>A kind of record: how its events make its state, and how its commands make events. Both pure.</summary>
/// <typeparam name="TState">The record's state.</typeparam>
/// <typeparam name="TCommand">The closed set of its commands.</typeparam>
public interface IRecordKind<TState, in TCommand>
    where TState : RecordState
    where TCommand : Command
{
    /// <summary>The state after one more event. Uses nothing but the event: no clock, no chance, no look-up.</summary>
    /// <param name="state">The state before; null before the first event.</param>
    /// <param name="id">The record's id.</param>
    /// <param name="event">The event.</param>
    static abstract TState? Fold(TState? state, Guid id, Event @event);

    /// <summary>The events that a command makes of a state, or the rules it breaks.</summary>
    /// <param name="state">The state; null exactly where <paramref name="command"/> opens a record.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="today">Today, for rules about what cannot have happened yet.</param>
    static abstract Decision Decide(TState? state, TCommand command, DateOnly today);
}
